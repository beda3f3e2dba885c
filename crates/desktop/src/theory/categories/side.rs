//! What is said: the passages of the category, those to be placed on a dimension, the evidence of a
//! relation and where its two ends meet.

use super::super::{TheoryAction, evidence_drop, pieces};
use super::track::{self, Moved};
use super::{CategoriesState, Page, properties, sheet};
use crate::fonts;
use crate::measured_list::{self, Rows};
use crate::row;
use crate::theme::{Theme, size, space};
use crate::words::number;
use egui::accesskit::Role;
use egui::{Frame, Margin, Panel, Sense, Ui, WidgetInfo, pos2, vec2};
use model::RecordId;
use model::value::{DimensionForm, Near, Position, Stance};
use workbench::command::Command;
use workbench::command::theory::TheoryCommand;
use workbench::views::PassageLine;
use workbench::views::theory::{
    CategorySheet, DimensionView, EvidenceLine, PlacedLine, RelationView, SideView,
};

/// A knob that is being moved: it is sent once it rests.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moving {
    coding: RecordId,
    property: RecordId,
    at: u16,
    since: f64,
}

impl Moving {
    /// The place that the knob was left at.
    pub fn place(self) -> Command {
        let (coding, property, at) = (self.coding, self.property, Some(Position::Between(self.at)));
        TheoryCommand::PlaceOnDimension { coding, property, at }.into()
    }
}

/// For so many seconds a knob rests before its place is sent.
const REST: f64 = 0.7;

pub(super) fn show(
    ui: &mut Ui,
    page: &Page<'_>,
    sheet: &CategorySheet,
    state: &mut CategoriesState,
    actions: &mut Vec<TheoryAction>,
) {
    send_rested(ui, page, state, actions);
    match page.view.side.as_ref() {
        SideView::Nothing => {}
        SideView::Passages { lines } => passages(ui, page, sheet, lines, state, actions),
        SideView::Placing { property, lines } => placing(ui, page, sheet, (*property, lines), state, actions),
        SideView::Evidence { relation, lines, meetings, people } => {
            evidence(ui, page, sheet, (*relation, lines, meetings, *people), state, actions);
        }
    }
}

fn passages(
    ui: &mut Ui,
    page: &Page<'_>,
    sheet: &CategorySheet,
    lines: &[(PassageLine, Option<Stance>)],
    state: &mut CategoriesState,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = page.words.lang;
    row::head(ui, i18n::category_passages(lang), &i18n::integer(lang, number(lines.len())));
    let mut asked = None;
    list(
        ui,
        page,
        "passages",
        lines.len(),
        &mut state.heights,
        |at| &lines[at].0,
        |ui, at| {
            let (line, stance) = &lines[at];
            marks(ui, page, sheet.id, line.coding, *stance, actions);
            if !sheet.relations.is_empty() {
                ui.menu_button(i18n::evidence_of_relation(lang), |ui| {
                    for stance in Stance::ALL.iter().copied() {
                        if ui.button(i18n::stance_name(lang, stance.as_str())).clicked() {
                            asked = Some((line.coding, stance));
                            ui.close();
                        }
                    }
                });
            }
            go_to(ui, page, line, actions);
        },
    );
    if let Some((coding, stance)) = asked {
        state.ask_relation(coding, stance);
    }
}

/// For, against, or neither.
fn marks(
    ui: &mut Ui,
    page: &Page<'_>,
    about: RecordId,
    coding: RecordId,
    stance: Option<Stance>,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = page.words.lang;
    let texts = [
        (Stance::Supports, i18n::evidence_supports(lang)),
        (Stance::Contradicts, i18n::evidence_contradicts(lang)),
    ];
    for (choice, text) in texts {
        let on = stance == Some(choice);
        if ui.selectable_label(on, text).clicked() {
            actions.push(sheet::mark(about, coding, (!on).then_some(choice)));
        }
    }
}

fn go_to(ui: &mut Ui, page: &Page<'_>, line: &PassageLine, actions: &mut Vec<TheoryAction>) {
    if ui.button(i18n::codebook_go_to(page.words.lang)).clicked() {
        let (interview, coding) = (line.interview, line.coding);
        actions.push(TheoryAction::GoTo { interview, coding, range: line.start..line.end });
    }
}

fn placing(
    ui: &mut Ui,
    page: &Page<'_>,
    sheet: &CategorySheet,
    (property, lines): (RecordId, &[PlacedLine]),
    state: &mut CategoriesState,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = page.words.lang;
    let known = sheet.properties.iter().find(|one| one.id == property);
    let placed = lines.iter().filter(|line| line.at.is_some()).count();
    let name = known.map_or("", |one| one.name.as_ref());
    row::head(ui, name, &i18n::property_placed(lang, number(placed), number(lines.len())));
    let Some(dimension) = known.and_then(|one| one.dimension.as_ref()) else {
        crate::empty::show(ui, i18n::property_no_dimension(lang), i18n::property_no_dimension_hint(lang));
        return;
    };
    Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 0)).show(ui, |ui| {
        pieces::quiet(ui, i18n::property_placing_hint(lang));
    });
    let mut heights = std::mem::take(&mut state.heights);
    list(
        ui,
        page,
        ("placing", property),
        lines.len(),
        &mut heights,
        |at| &lines[at].line,
        |ui, at| {
            place(ui, page, (property, dimension), &lines[at], state, actions);
        },
    );
    state.heights = heights;
}

/// Where a passage stands: a knob between poles, or one of the values.
fn place(
    ui: &mut Ui,
    page: &Page<'_>,
    (property, dimension): (RecordId, &DimensionView),
    line: &PlacedLine,
    state: &mut CategoriesState,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = page.words.lang;
    let coding = line.line.coding;
    let send = |at| TheoryAction::Run(TheoryCommand::PlaceOnDimension { coding, property, at }.into());
    if dimension.form == DimensionForm::Ordered {
        for (id, name) in dimension.values.iter() {
            let on = line.at == Some(Position::Value(*id));
            if ui.selectable_label(on, name.as_ref()).clicked() {
                actions.push(send((!on).then_some(Position::Value(*id))));
            }
        }
        return;
    }
    let moving = state.moving.filter(|moving| moving.coding == coding && moving.property == property);
    let at = moving.map(|moving| moving.at).or(line.along);
    let (first, last) = (value(dimension, 0), value(dimension, 1));
    let name = i18n::property_position(lang, first, last, &line.line.words);
    let shown = at.map(|at| properties::place_name(dimension, at));
    ui.vertical(|ui| {
        ui.horizontal(|ui| {
            pieces::quiet(ui, first);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| pieces::quiet(ui, last));
        });
        let now = ui.input(|input| input.time);
        match track::show(ui, at, &name) {
            Moved::No => {}
            Moved::To(at) => {
                let before = state.moving.replace(Moving { coding, property, at, since: now });
                let other = before.filter(|before| (before.coding, before.property) != (coding, property));
                actions.extend(other.map(|other| TheoryAction::Run(other.place())));
            }
            Moved::Done(at) => {
                state.moving = None;
                actions.push(send(Some(Position::Between(at))));
            }
            Moved::Away => {
                state.moving = None;
                actions.push(send(None));
            }
        }
        pieces::quiet(ui, &shown.unwrap_or_else(|| i18n::property_not_placed(lang).to_owned()));
    });
}

fn value(dimension: &DimensionView, at: usize) -> &str {
    dimension.values.get(at).map_or("", |(_, name)| name.as_ref())
}

/// A knob moved by keys is one act once it rests, or once another one is moved.
fn send_rested(ui: &Ui, page: &Page<'_>, state: &mut CategoriesState, actions: &mut Vec<TheoryAction>) {
    let Some(moving) = state.moving else { return };
    if ui.input(|input| input.pointer.any_down()) {
        return;
    }
    let left = REST - (ui.input(|input| input.time) - moving.since);
    let here = page.showing.property == Some(moving.property);
    if left > 0.0 && here {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
        return;
    }
    state.moving = None;
    actions.push(TheoryAction::Run(moving.place()));
}

type Met<'a> = (RecordId, &'a [EvidenceLine], &'a [(PassageLine, Option<Stance>)], usize);

fn evidence(
    ui: &mut Ui,
    page: &Page<'_>,
    of: &CategorySheet,
    (relation, lines, meetings, people): Met<'_>,
    state: &mut CategoriesState,
    actions: &mut Vec<TheoryAction>,
) {
    let (lang, theme) = (page.words.lang, Theme::of(ui));
    let known = of.relations.iter().find(|one| one.id == relation);
    row::head(ui, i18n::evidence_title(lang), &i18n::integer(lang, number(lines.len())));
    if let Some(known) = known {
        said(ui, page, known, lines);
    }
    let frame = Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 4));
    let half = (ui.available_height() * 0.45).round();
    Panel::top("evidence-said").resizable(true).default_size(half).frame(frame).show(ui, |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).id_salt(("evidence", relation)).show(ui, |ui| {
            if lines.is_empty() {
                pieces::quiet(ui, i18n::evidence_none(lang));
            }
            for one in lines {
                sheet::evidence(ui, one, state, page.words, actions);
            }
        });
    });
    let ends = known.map(|one| one.ends.clone()).unwrap_or_default();
    Frame::new().fill(theme.ground).inner_margin(Margin::symmetric(space::EDGE as i8, 6)).show(ui, |ui| {
        properties::title(ui, &i18n::evidence_meeting(lang, &ends.0, &ends.1));
        ui.horizontal_wrapped(|ui| {
            for (near, text) in [
                (Near::Overlap, i18n::near_overlap(lang).to_owned()),
                (Near::Turn, i18n::near_turn(lang).to_owned()),
                (Near::Turns(1), i18n::near_turns(lang, 1)),
                (Near::Turns(3), i18n::near_turns(lang, 3)),
            ] {
                if ui.selectable_label(page.showing.near == near, text).clicked() {
                    actions.push(page.show(|showing| showing.near = near));
                }
            }
        });
        pieces::quiet(ui, &i18n::evidence_met(lang, number(meetings.len()), number(people)));
    });
    let salt = ("meeting", relation, page.showing.near == Near::Overlap);
    list(
        ui,
        page,
        salt,
        meetings.len(),
        &mut state.heights,
        |at| &meetings[at].0,
        |ui, at| {
            let (line, stance) = &meetings[at];
            marks(ui, page, relation, line.coding, *stance, actions);
            go_to(ui, page, line, actions);
        },
    );
}

/// What the relation says, and a way to take it into a text with everything it rests on.
fn said(ui: &mut Ui, page: &Page<'_>, relation: &RelationView, lines: &[EvidenceLine]) {
    let lang = page.words.lang;
    Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 2)).show(ui, |ui| {
        pieces::text(ui, &relation.sentence);
        if ui.button(i18n::relation_copy(lang)).on_hover_text(i18n::relation_copy_hint(lang)).clicked() {
            let of = |stance: Stance| -> Vec<(String, String)> {
                let found = lines.iter().filter(|one| one.stance == stance);
                found.map(|one| (one.line.words.to_string(), one.line.place.to_string())).collect()
            };
            let (supports, against) = (of(Stance::Supports), of(Stance::Contradicts));
            let words = workbench::wording::relation_cited(lang, &relation.sentence, &supports, &against);
            ui.ctx().copy_text(words);
        }
    });
}

/// A list of passages, each with what can be done with it below its words.
fn list<'l>(
    ui: &mut Ui,
    page: &Page<'_>,
    salt: impl std::hash::Hash,
    count: usize,
    heights: &mut measured_list::RowHeights,
    line: impl Fn(usize) -> &'l PassageLine,
    mut below: impl FnMut(&mut Ui, usize),
) {
    let per_line = ((ui.available_width() - 2.0 * space::EDGE) / 6.8).max(10.0);
    let salt = egui::util::hash(salt);
    let rows = Rows {
        key: egui::util::hash((page.key, salt)),
        count,
        name: |at: usize| egui::util::hash((line(at).coding, salt)),
        estimate: |at: usize| {
            let length = line(at).before.len() + line(at).words.len() + line(at).after.len();
            (length as f32 / per_line).ceil() * size::QUOTE_LINE + 70.0
        },
    };
    measured_list::show(ui, heights, &rows, |ui, at| {
        let top = ui.max_rect().top();
        words(ui, line(at));
        let theme = Theme::of(ui);
        ui.painter().hline(ui.max_rect().x_range(), top + 0.5, theme.hairline());
        Frame::new()
            .inner_margin(Margin { left: space::EDGE as i8, right: space::EDGE as i8, top: 2, bottom: 8 })
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
                ui.spacing_mut().button_padding.x = 7.0;
                ui.horizontal_wrapped(|ui| below(ui, at));
            });
        ui.min_rect().bottom() - top
    });
}

/// The words of a passage with what stands around them, and who says it.
fn words(ui: &mut Ui, line: &PassageLine) {
    let theme = Theme::of(ui);
    let width = ui.available_width() - 2.0 * space::EDGE;
    let mut job = crate::codebook::in_context(line, theme);
    job.wrap.max_width = width;
    let galley = ui.painter().layout_job(job);
    let parts = [&line.place, &line.attributes, &line.code, &line.coder];
    let place: Vec<&str> = parts.iter().filter(|part| !part.is_empty()).map(|part| part.as_ref()).collect();
    let place = place.join(" · ");
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + 26.0), Sense::drag());
    evidence_drop::carried(ui, &response, line.coding, &line.words);
    if response.hovered() && !response.dragged() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grab);
    }
    let said = format!("{}, {place}", line.words);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let at = rect.min + vec2(space::EDGE, 7.0);
    let under = at.y + galley.size().y + 1.0;
    ui.painter().galley(at, galley, theme.ink);
    let quiet = row::one_line(ui.painter(), &place, fonts::regular(size::SMALL), theme.mute, width);
    ui.painter().galley(pos2(at.x, under), quiet, theme.mute);
}
