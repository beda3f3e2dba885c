//! All relations in one list: looked for, put in order, opened beside; a passage can be dropped on each.

use super::categories::{self, CategoriesState};
use super::evidence_drop::{self, Zone};
use super::{TheoryAction, pieces};
use crate::folding::{Folded, query};
use crate::fonts;
use crate::icons::{self, Icon};
use crate::row;
use crate::theme::{Theme, size, space};
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{
    CentralPanel, Frame, Margin, Panel, Rect, Response, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};
use model::RecordId;
use model::value::RelationSort;
use std::cmp::Ordering;
use workbench::command::Command;
use workbench::figures::Figure;
use workbench::screen::TheoryShowing;
use workbench::views::CodeTreeView;
use workbench::views::theory::{RelationRow, RelationsView};

/// The height of a row.
const ROW: f32 = 32.0;

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct RelationsState {
    search: String,
    of: Option<(RelationSort, Option<RecordId>)>,
    order: Order,
    backwards: bool,
    /// The rows in order, and what for.
    shown: Vec<usize>,
    shown_for: Option<u64>,
    beside: CategoriesState,
}

impl RelationsState {
    /// What was written beside the list and not sent yet.
    pub fn unsent(&mut self) -> Vec<Command> {
        self.beside.unsent()
    }
}

/// By what the list is in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
enum Order {
    From,
    Kind,
    To,
    Supports,
    Against,
    Memo,
    /// As they were drawn.
    #[default]
    Origin,
}

impl Order {
    const ALL: [Order; 7] =
        [Order::From, Order::Kind, Order::To, Order::Supports, Order::Against, Order::Memo, Order::Origin];

    fn name(self, words: Words) -> &'static str {
        let lang = words.lang;
        match self {
            Order::From => i18n::column_from(lang),
            Order::Kind => i18n::column_type(lang),
            Order::To => i18n::column_to(lang),
            Order::Supports => i18n::relations_for(lang),
            Order::Against => i18n::relations_against(lang),
            Order::Memo => i18n::relations_memo(lang),
            Order::Origin => i18n::relations_origin(lang),
        }
    }

    /// The part of the width that a column takes.
    fn share(self) -> f32 {
        match self {
            Order::From | Order::To => 0.225,
            Order::Kind => 0.18,
            Order::Supports => 0.07,
            Order::Against | Order::Memo => 0.085,
            Order::Origin => 0.13,
        }
    }

    fn is_figure(self) -> bool {
        matches!(self, Order::Supports | Order::Against)
    }

    /// What a column says of a relation.
    fn says(self, row: &RelationRow, words: Words) -> String {
        let memo = row.memo.as_ref().map_or("", |(_, title)| title.as_ref());
        match self {
            Order::From => row.from.to_string(),
            Order::Kind => row.kind.to_string(),
            Order::To => row.to.to_string(),
            Order::Supports => i18n::integer(words.lang, number(row.evidence.0)),
            Order::Against => i18n::integer(words.lang, number(row.evidence.1)),
            Order::Memo => memo.lines().next().unwrap_or_default().to_owned(),
            // Who drew it, and at what time, is told of the whole line.
            Order::Origin => row.day.to_string(),
        }
    }

    fn compare(self, a: &RelationRow, b: &RelationRow) -> Ordering {
        let letters = |text: &str| Folded::new(text).letters();
        let memo = |row: &RelationRow| row.memo.as_ref().map(|(_, title)| letters(title));
        match self {
            Order::From => letters(&a.from).cmp(&letters(&b.from)),
            Order::Kind => letters(&a.kind).cmp(&letters(&b.kind)),
            Order::To => letters(&a.to).cmp(&letters(&b.to)),
            // Those that rest on most come first.
            Order::Supports => b.evidence.0.cmp(&a.evidence.0),
            Order::Against => b.evidence.1.cmp(&a.evidence.1),
            Order::Memo => memo(a).is_none().cmp(&memo(b).is_none()).then_with(|| memo(a).cmp(&memo(b))),
            Order::Origin => a.at.cmp(&b.at),
        }
    }
}

/// What the page draws.
pub(super) struct Page<'a> {
    pub view: &'a RelationsView,
    pub codes: &'a CodeTreeView,
    pub showing: &'a TheoryShowing,
    pub key: u64,
    pub words: Words,
}

pub(super) fn show(
    ui: &mut Ui,
    page: &Page<'_>,
    state: &mut RelationsState,
    actions: &mut Vec<TheoryAction>,
) {
    let theme = Theme::of(ui);
    if page.view.rows.is_empty() {
        ui.add_space(space::PAGE);
        let lang = page.words.lang;
        crate::empty::show(ui, i18n::relations_none(lang), i18n::relations_none_purpose(lang));
        return;
    }
    let strip = Frame::new().fill(theme.ground).inner_margin(Margin::symmetric(space::EDGE as i8, 7));
    Panel::top("relations-bar").frame(strip).show(ui, |ui| bar(ui, page, state, actions));
    if let Some(beside) = &page.view.beside {
        let width = (ui.available_width() * 0.38).clamp(280.0, 460.0);
        let side = Frame::new().fill(theme.ground);
        Panel::right("relations-beside").default_size(width).size_range(240.0..=700.0).frame(side).show(
            ui,
            |ui| {
                let (codes, showing, key, words) = (page.codes, page.showing, page.key, page.words);
                let of = categories::Page { view: beside, codes, showing, key, words };
                categories::beside(ui, &of, &mut state.beside, actions);
            },
        );
    }
    order(page, state);
    CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
        heads(ui, page, state);
        let shown = std::mem::take(&mut state.shown);
        if shown.is_empty() {
            ui.add_space(space::EDGE);
            pieces::quiet(ui, i18n::relations_no_such(page.words.lang));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW, shown.len(), |ui, seen| {
            for row in shown.get(seen).into_iter().flatten().filter_map(|at| page.view.rows.get(*at)) {
                line(ui, page, row, actions);
            }
        });
        state.shown = shown;
    });
}

/// Looks for, narrows by type, counts, and writes as CSV.
fn bar(ui: &mut Ui, page: &Page<'_>, state: &mut RelationsState, actions: &mut Vec<TheoryAction>) {
    let lang = page.words.lang;
    ui.horizontal_wrapped(|ui| {
        ui.scope(|ui| {
            ui.set_max_width(260.0);
            row::field(ui, &mut state.search, i18n::relations_search(lang), "relations-search");
        });
        let all = i18n::relations_all_types(lang, number(page.view.rows.len()));
        let counted = |name: &str, count: usize| i18n::relations_of_type(lang, number(count), name);
        let known = page.view.counts.iter().find(|count| Some(count.of) == state.of);
        if known.is_none() {
            state.of = None;
        }
        let shown = known.map_or_else(|| all.clone(), |one| counted(&one.name, one.count));
        let combo = row::combo("relations-type").selected_text(shown).width(220.0).show_ui(ui, |ui| {
            ui.selectable_value(&mut state.of, None, all);
            for one in page.view.counts.iter() {
                ui.selectable_value(&mut state.of, Some(one.of), counted(&one.name, one.count));
            }
        });
        combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, i18n::column_type(lang)));
        if ui.button(i18n::schema_save(lang, "CSV")).clicked() {
            actions.push(TheoryAction::Save(Figure::Relations, "csv"));
        }
        let open = page.view.rows.iter().find(|row| Some(row.id) == page.showing.relation);
        if let Some(open) = open {
            if ui.button(i18n::relations_open(lang)).clicked() {
                actions.push(TheoryAction::OpenRelation(open.id));
            }
            if let Some((memo, _)) = open.memo
                && ui.button(i18n::relations_open_memo(lang)).clicked()
            {
                actions.push(TheoryAction::OpenMemo(memo));
            }
            if ui.button(i18n::codebook_add_note(lang)).clicked() {
                let about = open.sentence.to_string();
                actions.push(TheoryAction::NewMemo { target: open.id, about });
            }
            if ui.button(i18n::schema_close_beside(lang)).clicked() {
                actions.push(choose(page, None));
            }
        }
    });
}

fn choose(page: &Page<'_>, relation: Option<RecordId>) -> TheoryAction {
    let (category, property) = (None, None);
    TheoryAction::Show(Box::new(TheoryShowing { relation, category, property, ..page.showing.clone() }))
}

/// Which rows are shown, and in which order: found anew only when something of it changes.
fn order(page: &Page<'_>, state: &mut RelationsState) {
    let asked = egui::util::hash((page.key, &state.search, state.of, state.order, state.backwards));
    if state.shown_for == Some(asked) {
        return;
    }
    state.shown_for = Some(asked);
    let wanted = query(&state.search);
    let rows = &page.view.rows;
    let found = |row: &RelationRow| {
        let memo = row.memo.as_ref().map_or("", |(_, title)| title.as_ref());
        let text = Folded::new(&[&row.sentence, &row.kind, &row.people, &row.author, memo].join(" "));
        state.of.is_none_or(|of| of == row.of) && wanted.iter().all(|word| text.inside(word).is_some())
    };
    let mut shown: Vec<usize> = (0..rows.len()).filter(|at| found(&rows[*at])).collect();
    shown.sort_by(|a, b| state.order.compare(&rows[*a], &rows[*b]));
    if state.backwards {
        shown.reverse();
    }
    state.shown = shown;
}

/// The columns of a line that wide, from the left.
fn columns(line: Rect) -> impl Iterator<Item = (Order, Rect)> {
    let (mut left, whole) = (line.left() + space::EDGE, line.width() - 2.0 * space::EDGE);
    Order::ALL.into_iter().map(move |order| {
        let wide = whole * order.share();
        let rect = Rect::from_min_size(pos2(left, line.top()), vec2(wide - 10.0, line.height()));
        left += wide;
        (order, rect)
    })
}

fn heads(ui: &mut Ui, page: &Page<'_>, state: &mut RelationsState) {
    let theme = Theme::of(ui);
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    for (order, rect) in columns(whole) {
        let response = ui.interact(rect, ui.scope_id().with(("head", order)), Sense::click());
        let on = state.order == order;
        let name = order.name(page.words);
        response.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, on, name));
        row::back(ui.painter(), rect, false, response.hovered(), theme);
        if response.has_focus() {
            row::ring(ui.painter(), rect, theme);
        }
        let color = if on { theme.ink } else { theme.mute };
        let words = row::one_line(ui.painter(), name, fonts::medium(size::SMALL), color, rect.width() - 14.0);
        let at = pos2(rect.left() + 2.0, rect.center().y - words.size().y / 2.0);
        let sign = pos2(at.x + words.size().x + 9.0, rect.center().y);
        ui.painter().galley(at, words, color);
        if on {
            icons::paint(ui.painter(), Icon::Sort, icons::square(sign, 10.0), theme.accent);
        }
        if response.clicked() {
            state.backwards = on && !state.backwards;
            state.order = order;
        }
    }
    ui.painter().hline(whole.x_range(), whole.bottom(), theme.hairline());
}

fn line(ui: &mut Ui, page: &Page<'_>, row_of: &RelationRow, actions: &mut Vec<TheoryAction>) {
    let theme = Theme::of(ui);
    let open = page.showing.relation == Some(row_of.id);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let said = i18n::relation_evidence(page.words.lang, number(row_of.evidence.1), number(row_of.evidence.0));
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, open, format!("{}, {said}", row_of.sentence))
    });
    row::back(ui.painter(), rect.shrink2(vec2(space::SMALL, 1.0)), open, response.hovered(), theme);
    if response.has_focus() {
        row::ring(ui.painter(), rect.shrink2(vec2(space::SMALL, 1.0)), theme);
    }
    for (order, rect) in columns(rect) {
        let color = if row_of.broken { theme.warn } else { color_of(order, row_of, theme) };
        let says = order.says(row_of, page.words);
        let words = row::one_line(ui.painter(), &says, fonts::regular(size::BODY), color, rect.width());
        // Figures stand under each other.
        let left = if order.is_figure() { rect.left() + 34.0 - words.size().x } else { rect.left() + 2.0 };
        ui.painter().galley(pos2(left, rect.center().y - words.size().y / 2.0), words, color);
    }
    let response = explained(response, page, row_of);
    let zone = evidence_drop::show(ui, row_of.id, rect, page.words);
    if let Some((coding, zone)) = zone {
        actions.push(categories::marked(row_of.id, coding, Some(Zone::stance(zone))));
    } else if response.clicked() {
        actions.push(choose(page, (!open).then_some(row_of.id)));
    }
}

fn color_of(order: Order, row_of: &RelationRow, theme: &Theme) -> egui::Color32 {
    match order {
        Order::From | Order::To => theme.ink,
        Order::Supports if row_of.evidence.0 > 0 => theme.ink,
        Order::Against if row_of.evidence.1 > 0 => theme.ink,
        _ => theme.mute,
    }
}

fn explained(response: Response, page: &Page<'_>, row_of: &RelationRow) -> Response {
    let mut words = format!("{}\n{} · {}", row_of.sentence, row_of.author, row_of.moment);
    if !row_of.people.is_empty() {
        words = format!("{words}\n{}", row_of.people);
    }
    if row_of.broken {
        words = format!("{words}\n{}", i18n::relation_broken(page.words.lang));
    }
    response.on_hover_text(words)
}
