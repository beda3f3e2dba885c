//! The differences that wait, by passage or by code, and how far it is.

use super::super::RoundsAction;
use super::super::pieces::{chip, glimpse, leaf, quiet};
use super::{DeskState, Scene};
use crate::fonts;
use crate::measured_list::{self, RowHeights, Rows};
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::number;
use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat};
use egui::{
    CentralPanel, CollapsingHeader, Frame, Margin, Panel, Rect, RichText, Sense, Ui, WidgetInfo, vec2,
};
use model::RecordId;
use std::collections::BTreeSet;
use workbench::answers::export::CsvFlavour;
use workbench::answers::reconciliation::{ItemAnswer, ReconciliationAnswer};
use workbench::command::double_coding::DoubleCoding;
use workbench::deliverables::{Deliverable, FileForm};

const PAD: f32 = 9.0;
/// From this height on the figures stand open below the differences.
const ROOMY: f32 = 640.0;

/// The kinds of difference, in the order of the chips.
const KINDS: [&str; 5] = ["only_first", "only_second", "other_code", "sibling_code", "other_edges"];

/// Which differences are listed, in which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Filter {
    kind: Option<&'static str>,
    /// What is decided, or needs no discussion, is listed too.
    all: bool,
    /// In the order of codes instead of the text.
    by_code: bool,
}

/// True where it waits for somebody: not decided, and not settled by a rule of the study.
pub(super) fn waits(item: &ItemAnswer, accepts_other_edges: bool) -> bool {
    let by_rule = match item.difference {
        "agreement" => true,
        "other_edges" => accepts_other_edges && item.one_turn,
        _ => false,
    };
    item.state != "decided" && !by_rule
}

impl Filter {
    pub fn listed(self, answer: &ReconciliationAnswer, accepts_other_edges: bool) -> Vec<&ItemAnswer> {
        let wanted = |item: &&ItemAnswer| {
            self.kind.is_none_or(|kind| item.difference == kind)
                && (self.all || waits(item, accepts_other_edges))
        };
        let mut listed: Vec<&ItemAnswer> = answer.items().filter(wanted).collect();
        if self.by_code {
            listed.sort_by_cached_key(|item| codes(item));
        }
        listed
    }
}

/// The codes of A, then those of B.
fn codes(item: &ItemAnswer) -> (Vec<&str>, Vec<&str>) {
    let names = |side: usize| {
        let passages = if side == 0 { &item.first } else { &item.second };
        passages.iter().map(|passage| passage.code.as_str()).collect::<BTreeSet<_>>().into_iter().collect()
    };
    (names(0), names(1))
}

#[derive(Debug, Default)]
pub(super) struct ListState {
    heights: RowHeights,
}

pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut DeskState, actions: &mut Vec<RoundsAction>) {
    let lang = scene.words.lang;
    let tall = ui.available_height() > ROOMY;
    let told = i18n::desk_left(lang, number(scene.answer.open), number(scene.answer.minutes));
    row::head(ui, i18n::desk_differences(lang), &told);
    Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 0)).show(ui, |ui| {
        chips(ui, scene, state);
        agreed_by_rule(ui, scene, actions);
    });
    ui.add_space(space::SMALL);
    Panel::bottom("agreement").frame(Frame::new().inner_margin(Margin::same(space::EDGE as i8))).show(
        ui,
        |ui| {
            // On a low screen the differences need the room; the figures are one click away.
            let name = i18n::desk_agreement(scene.words.lang);
            let fold = CollapsingHeader::new(RichText::new(name).font(fonts::semibold(size::TITLE)));
            fold.default_open(tall).show_unindented(ui, |ui| agreement(ui, scene, actions));
        },
    );
    CentralPanel::default().frame(Frame::new()).show(ui, |ui| rows(ui, scene, state));
}

fn chips(ui: &mut Ui, scene: &Scene<'_>, state: &mut DeskState) {
    let lang = scene.words.lang;
    let accepts = scene.shown.view.accepts_other_edges;
    let filter = &mut state.filter;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if chip(ui, i18n::desk_every_kind(lang), filter.kind.is_none()).clicked() {
            filter.kind = None;
        }
        for kind in KINDS {
            let waiting = |item: &&ItemAnswer| item.difference == kind && waits(item, accepts);
            let count = scene.answer.items().filter(waiting).count();
            if count == 0 && filter.kind != Some(kind) {
                continue;
            }
            let [first, second] = &scene.answer.coders;
            let name = i18n::desk_kind(lang, first, kind, scene.words.method(), second);
            if chip(ui, &format!("{name} {count}"), filter.kind == Some(kind)).clicked() {
                filter.kind = if filter.kind == Some(kind) { None } else { Some(kind) };
            }
        }
        if chip(ui, i18n::desk_by_code(lang, scene.words.method()), filter.by_code).clicked() {
            filter.by_code = !filter.by_code;
        }
        if chip(ui, i18n::desk_show_all(lang), filter.all).clicked() {
            filter.all = !filter.all;
        }
    });
}

/// What agrees, and other edges where the study accepts them: settled by one press.
fn agreed_by_rule(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<RoundsAction>) {
    let lang = scene.words.lang;
    let accepts = scene.shown.view.accepts_other_edges;
    let settled = |item: &&ItemAnswer| item.state != "decided" && !waits(item, accepts);
    let left: Vec<&ItemAnswer> = scene.answer.items().filter(settled).collect();
    let mut accept = accepts;
    if ui.checkbox(&mut accept, i18n::desk_accept_edges(lang)).changed() {
        actions.push(DoubleCoding::AcceptOtherEdges { accept }.into());
    }
    if left.is_empty() {
        return;
    }
    if ui.button(i18n::desk_accept_agreements(lang, number(left.len()))).clicked() {
        let interviews: BTreeSet<RecordId> = left.iter().map(|item| item.interview_id).collect();
        for interview in interviews {
            let (coders, present) = (scene.coders, scene.coders.to_vec());
            actions.push(DoubleCoding::AcceptAgreements { interview, coders, present }.into());
        }
    }
}

/// How much was agreed on before any discussion, and after it; and the journal.
fn agreement(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<RoundsAction>) {
    let lang = scene.words.lang;
    let items = || scene.answer.items();
    let same = |item: &&ItemAnswer| matches!(item.difference, "agreement" | "other_edges");
    let agreed = items().filter(same).count();
    let settled = |item: &&ItemAnswer| same(item) || item.state == "decided";
    let discussed = items().any(|item| item.state != "open");
    let after = items().filter(settled).count();
    let all = number(scene.answer.items.len());
    quiet(ui, &i18n::desk_agreement_before(lang, &i18n::integer(lang, all), number(agreed)));
    if discussed {
        quiet(ui, &i18n::desk_agreement_after(lang, &i18n::integer(lang, all), number(after)));
        quiet(ui, i18n::desk_after_discussion(lang));
    }
    quiet(ui, &scene.answer.sentence);
    let csv = if lang == i18n::Lang::Fr { CsvFlavour::FrenchExcel } else { CsvFlavour::Comma };
    ui.horizontal_wrapped(|ui| {
        quiet(ui, i18n::desk_journal(lang));
        for (form, name) in [
            (FileForm::Docx, i18n::delivery_word(lang)),
            (FileForm::Csv(csv), i18n::delivery_csv(lang)),
            (FileForm::Html, i18n::delivery_page(lang)),
        ] {
            if ui.button(i18n::rounds_journal_as(lang, name)).clicked() {
                actions.push(RoundsAction::Deliver(Deliverable::ReconciliationJournal, form));
            }
        }
    });
}

fn rows(ui: &mut Ui, scene: &Scene<'_>, state: &mut DeskState) {
    let lang = scene.words.lang;
    if scene.listed.is_empty() {
        crate::empty::show(ui, i18n::desk_nothing_left(lang), i18n::desk_nothing_left_advice(lang));
        return;
    }
    let listed = &scene.listed;
    let rows = Rows {
        key: egui::util::hash((scene.shown.generation, state.filter)),
        count: listed.len(),
        name: |at: usize| egui::util::hash((listed[at].id, listed[at].state)),
        estimate: |_| 74.0,
    };
    let reveal = std::mem::take(&mut state.reveal).then_some(state.at);
    let mut clicked = None;
    let chosen = state.chosen;
    measured_list::show_revealing(ui, &mut state.list.heights, &rows, reveal, |ui, at| {
        let item = listed[at];
        let (height, pressed) = one(ui, scene, item, item.id.is_some() && item.id == chosen);
        if pressed {
            clicked = item.id;
        }
        height
    });
    if clicked.is_some() {
        state.choose(clicked);
        state.reveal = false;
    }
}

fn one(ui: &mut Ui, scene: &Scene<'_>, item: &ItemAnswer, chosen: bool) -> (f32, bool) {
    let lang = scene.words.lang;
    let theme = Theme::of(ui);
    let area = ui.max_rect();
    let [a, b] = &scene.answer.coders;
    let kind = i18n::desk_kind(lang, a, item.difference, scene.words.method(), b);
    let quote = unbroken(&format!("« {} »", glimpse(&item.quote, 110)));
    let sides = sides(item);
    let mut job = LayoutJob::default();
    let part =
        |font_id, color| TextFormat { font_id, color, line_height: Some(18.0), ..TextFormat::default() };
    job.append(&kind, 0.0, part(fonts::semibold(size::BODY), theme.ink));
    job.append(&format!("  {}\n", item.interview), 0.0, part(fonts::regular(size::SMALL), theme.mute));
    job.append(&format!("{quote}\n"), 0.0, part(fonts::regular(size::SMALL), theme.ink));
    job.append(&sides, 0.0, part(fonts::regular(size::SMALL), theme.mute));
    if item.state != "open" {
        let state = i18n::desk_state(lang, item.state);
        job.append(&format!("\n{state}"), 0.0, part(fonts::medium(size::SMALL), theme.accent));
    }
    job.wrap.max_width = area.width() - 2.0 * space::EDGE;
    let galley = ui.painter().layout_job(job);
    let height = galley.size().y + 2.0 * PAD;
    let rect = Rect::from_min_size(area.min, vec2(area.width(), height));
    let response = ui.interact(rect, ui.scope_id().with(("difference", item.id)), Sense::click());
    let name = format!("{kind}, {}, {}, {sides}", item.interview, glimpse(&item.quote, 110));
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &name));
    row::back(ui.painter(), rect, chosen, response.hovered(), theme);
    if response.has_focus() {
        row::ring(ui.painter(), rect, theme);
    }
    ui.painter().galley(rect.min + vec2(space::EDGE, PAD), galley, theme.ink);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    (height, response.clicked())
}

/// `A coût du trajet · B rythme imposé`.
fn sides(item: &ItemAnswer) -> String {
    let (first, second) = codes(item);
    let said = |letter: &str, codes: Vec<&str>| {
        let names: Vec<&str> = codes.into_iter().map(leaf).collect();
        (!names.is_empty()).then(|| format!("{letter} {}", names.join(", ")))
    };
    [said("A", first), said("B", second)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
