//! The sheet of a category: properties, relations with their evidence, divergent cases.
//!
//! Three columns from the whole to the words: the categories, the sheet, and what is said.

mod properties;
mod relations;
mod sheet;
mod side;
mod track;

use super::TheoryAction;
use super::choosing::Choosing;
use crate::drafts::Drafts;
use crate::fonts;
use crate::measured_list::RowHeights;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use model::RecordId;
use model::value::{Density, RelationSort, Stance};
use std::collections::BTreeMap;
use workbench::command::theory::SortChoice;
use workbench::screen::TheoryShowing;
use workbench::views::CodeTreeView;
use workbench::views::theory::{CategoriesView, CategoryRow, CategorySheet};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct CategoriesState {
    heights: RowHeights,
    /// What is noted of a search for negative cases, by the category and whether they were looked for.
    note: Drafts<(RecordId, bool)>,
    why: Drafts<sheet::Why>,
    /// Dimensions that are being written, by their properties.
    dimensions: BTreeMap<RecordId, properties::Editing>,
    adding: relations::Adding,
    /// A place on a dimension that is still being moved.
    moving: Option<side::Moving>,
    dialog: Option<Dialog>,
    /// A new type of relation is being named.
    new_type: Option<String>,
}

#[derive(Debug)]
enum Dialog {
    /// What does the relation lead to? And does it lead from there?
    OtherEnd { sort: SortChoice, backwards: bool, choosing: Choosing },
    /// Of which relation does a passage speak, and how?
    OfRelation { coding: RecordId, stance: Stance, choosing: Choosing },
    /// What is the new property called?
    Property(String),
}

/// What the page draws.
pub(super) struct Page<'a> {
    pub view: &'a CategoriesView,
    pub codes: &'a CodeTreeView,
    pub showing: &'a TheoryShowing,
    pub key: u64,
    pub words: Words,
}

impl Page<'_> {
    fn show(&self, change: impl FnOnce(&mut TheoryShowing)) -> TheoryAction {
        let mut showing = self.showing.clone();
        change(&mut showing);
        TheoryAction::Show(Box::new(showing))
    }
}

pub(super) fn show(
    ui: &mut Ui,
    page: &Page<'_>,
    state: &mut CategoriesState,
    actions: &mut Vec<TheoryAction>,
) {
    let theme = Theme::of(ui);
    let words = page.words;
    let side = Frame::new().fill(theme.ground);
    Panel::left("category-list").default_size(240.0).size_range(180.0..=380.0).frame(side).show(ui, |ui| {
        list(ui, page, actions);
    });
    let Some(sheet) = page.view.sheet.as_deref() else {
        CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
            ui.add_space(space::PAGE);
            let method = words.method();
            crate::empty::show(
                ui,
                i18n::categories_none(words.lang, method),
                i18n::categories_none_purpose(words.lang, method),
            );
        });
        return;
    };
    let width = (ui.available_width() * 0.44).clamp(280.0, 460.0);
    Panel::right("category-side").default_size(width).size_range(240.0..=700.0).frame(side).show(ui, |ui| {
        side::show(ui, page, sheet, state, actions);
    });
    let middle = Frame::new().fill(theme.paper).inner_margin(Margin::symmetric(space::PAGE as i8, 0));
    CentralPanel::default().frame(middle).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).id_salt(("category", sheet.id)).show(ui, |ui| {
            sheet::show(ui, page, sheet, state, actions);
        });
    });
    dialogs(ui, page, sheet, state, actions);
}

/// Says that a passage speaks for or against something, or takes it back.
pub(super) fn marked(about: RecordId, coding: RecordId, stance: Option<Stance>) -> TheoryAction {
    sheet::mark(about, coding, stance)
}

/// What is read of one thing that was chosen elsewhere.
pub(super) fn beside(
    ui: &mut Ui,
    page: &Page<'_>,
    state: &mut CategoriesState,
    actions: &mut Vec<TheoryAction>,
) {
    if let Some(sheet) = page.view.sheet.as_deref() {
        side::show(ui, page, sheet, state, actions);
        dialogs(ui, page, sheet, state, actions);
    }
}

fn list(ui: &mut Ui, page: &Page<'_>, actions: &mut Vec<TheoryAction>) {
    let words = page.words;
    let open = page.view.sheet.as_ref().map(|sheet| sheet.id);
    let count = page.view.list.iter().filter(|row| row.level.is_category()).count();
    let title = super::page_name(workbench::views::theory::TheoryPage::Categories, words);
    row::head(ui, title, &i18n::integer(words.lang, number(count)));
    let rows = page.view.list.len();
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, row::HEIGHT, rows, |ui, seen| {
        for row in page.view.list.get(seen).into_iter().flatten() {
            let on = Some(row.id) == open || page.showing.property == Some(row.id);
            if one(ui, row, on, words).clicked() {
                let property = (!row.level.is_category()).then_some(row.id);
                actions.push(page.show(|showing| {
                    showing.category = Some(row.id);
                    showing.property = property;
                    showing.relation = None;
                }));
            }
        }
    });
}

fn one(ui: &mut Ui, row: &CategoryRow, on: bool, words: Words) -> egui::Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), row::HEIGHT), Sense::click());
    let level = i18n::level_name(words.lang, row.level.as_str(), words.method());
    let said = format!("{}, {level}", row.name);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, &said));
    let inner = rect.shrink2(vec2(space::SMALL, 0.0));
    row::back(ui.painter(), inner, on, response.hovered(), theme);
    if response.has_focus() {
        row::ring(ui.painter(), inner, theme);
    }
    let middle = rect.center().y;
    let figure = i18n::integer(words.lang, number(row.total));
    let count = ui.painter().layout_no_wrap(figure, fonts::regular(size::SMALL), theme.faint);
    let right = inner.right() - 6.0 - count.size().x;
    ui.painter().galley(pos2(right, middle - count.size().y / 2.0), count, theme.faint);
    let left = inner.left() + space::SMALL + 14.0 * row.depth as f32;
    let category = row.level.is_category();
    let font = if category { fonts::semibold(size::BODY) } else { fonts::regular(size::BODY) };
    let color = if category { theme.ink } else { theme.mute };
    let mut end = right - space::SMALL;
    if row.density == Density::ToDevelop {
        // A ring that is not full: to be told without colour, too.
        let at = pos2(end - 5.0, middle);
        ui.painter().circle_stroke(at, 4.0, egui::Stroke::new(1.5, theme.warn));
        end -= 16.0;
    }
    let label = row::one_line(ui.painter(), &row.name, font, color, end - left);
    ui.painter().galley(pos2(left, middle - label.size().y / 2.0), label, color);
    let density = i18n::density_name(words.lang, row.density.as_str());
    if row.density == Density::Unsaid { response } else { response.on_hover_text(density) }
}

fn dialogs(
    ui: &Ui,
    page: &Page<'_>,
    sheet: &CategorySheet,
    state: &mut CategoriesState,
    actions: &mut Vec<TheoryAction>,
) {
    if state.new_type.is_some() {
        relations::name_type(ui, state, page.words, actions);
        return;
    }
    let Some(mut dialog) = state.dialog.take() else { return };
    let done = match &mut dialog {
        Dialog::OtherEnd { sort, backwards, choosing } => {
            relations::choose_end(ui, page, sheet, (*sort, *backwards), choosing)
        }
        Dialog::OfRelation { coding, stance, choosing } => {
            relations::choose_relation(ui, sheet, (*coding, *stance), choosing, page.words)
        }
        Dialog::Property(name) => properties::name_property(ui, sheet, name, page.words),
    };
    match done {
        None => state.dialog = Some(dialog),
        Some(asked) => actions.extend(asked),
    }
}

/// The name of a type of relation that every study has.
fn sort_name(sort: RelationSort, words: Words) -> &'static str {
    i18n::relation_sort(words.lang, sort.as_str())
}
