//! The properties of a category. Poles appear when one is opened, not before.

use super::super::{TheoryAction, pieces};
use super::{CategoriesState, Dialog, Page};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{Rect, RichText, Sense, Ui, WidgetInfo, pos2, vec2};
use model::RecordId;
use model::value::{DimensionForm, Level};
use workbench::command::theory::TheoryCommand;
use workbench::command::{Command, NewCode};
use workbench::views::theory::{CategorySheet, DimensionView, PropertyView, StandsView};

/// The poles or values of a dimension; one that is new has no record yet.
type Values = Vec<(Option<RecordId>, String)>;

/// A dimension that is being written.
#[derive(Debug)]
pub(super) struct Editing {
    property: RecordId,
    form: DimensionForm,
    values: Values,
    /// What was stored when the writing began; nothing for a first dimension.
    known: Option<(DimensionForm, Values)>,
}

impl Editing {
    fn of(property: &PropertyView) -> Editing {
        let values = |dimension: &DimensionView| {
            dimension.values.iter().map(|(id, name)| (Some(*id), name.to_string())).collect()
        };
        let known: Option<(DimensionForm, Values)> =
            property.dimension.as_ref().map(|dimension| (dimension.form, values(dimension)));
        let first = || (DimensionForm::Poles, vec![(None, String::new()), (None, String::new())]);
        let (form, values) = known.clone().unwrap_or_else(first);
        Editing { property: property.id, form, values, known }
    }

    /// The values that have a name.
    fn named(&self) -> Values {
        self.values.iter().filter(|(_, name)| !name.trim().is_empty()).cloned().collect()
    }

    /// What was written, where it makes a dimension and is another than the stored one.
    pub fn unsent(&self) -> Option<Command> {
        let (form, values) = (self.form, self.named());
        let same = self.known.as_ref().is_some_and(|known| *known == (form, values.clone()));
        let property = self.property;
        (values.len() >= 2 && !same).then(|| TheoryCommand::SetDimension { property, form, values }.into())
    }
}

pub(super) fn show(
    ui: &mut Ui,
    page: &Page<'_>,
    sheet: &CategorySheet,
    state: &mut CategoriesState,
    actions: &mut Vec<TheoryAction>,
) {
    let words = page.words;
    let (lang, method) = (words.lang, words.method());
    let title = i18n::level_plural(lang, Level::Property.as_str(), method);
    pieces::heading(ui, &i18n::category_properties(lang, title));
    if sheet.properties.is_empty() {
        pieces::quiet(ui, &i18n::category_no_property(lang, title));
    }
    for property in sheet.properties.iter() {
        let open = page.showing.property == Some(property.id);
        if line(ui, property, open, words).clicked() {
            actions.push(page.show(|showing| {
                showing.property = (!open).then_some(property.id);
                showing.relation = None;
            }));
        }
        if open {
            opened(ui, property, state, words, actions);
        }
    }
    if ui.button(i18n::category_add_property(lang, i18n::level_name(lang, "property", method))).clicked() {
        state.dialog = Some(Dialog::Property(String::new()));
    }
}

pub(super) fn name_property(
    ui: &Ui,
    sheet: &CategorySheet,
    name: &mut String,
    words: Words,
) -> Option<Option<TheoryAction>> {
    let level = i18n::level_name(words.lang, "property", words.method());
    let title = i18n::category_add_property(words.lang, level);
    let named = pieces::ask_name(ui, &title, name, words)?;
    let new = |name| NewCode { name, parent: Some(sheet.id), level: Level::Property, ..NewCode::default() };
    Some(named.map(|name| TheoryAction::Run(Command::CreateCode(new(name)))))
}

/// A property on one line: its name, and how its dimension stands.
fn line(ui: &mut Ui, property: &PropertyView, open: bool, words: Words) -> egui::Response {
    let theme = Theme::of(ui);
    let lang = words.lang;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, property.name.as_ref()));
    row::back(ui.painter(), rect, open, response.hovered(), theme);
    if response.has_focus() {
        row::ring(ui.painter(), rect, theme);
    }
    let middle = rect.center().y;
    let icon = if open { crate::icons::Icon::Open } else { crate::icons::Icon::Closed };
    let sign = crate::icons::square(pos2(rect.left() + 12.0, middle), 12.0);
    crate::icons::paint(ui.painter(), icon, sign, theme.faint);
    let said = match &property.dimension {
        None => i18n::property_no_dimension(lang).to_owned(),
        Some(dimension) => i18n::property_placed(lang, number(dimension.placed), number(property.total)),
    };
    let quiet = ui.painter().layout_no_wrap(unbroken(&said), fonts::regular(size::SMALL), theme.mute);
    let right = rect.right() - space::SMALL - quiet.size().x;
    ui.painter().galley(pos2(right, middle - quiet.size().y / 2.0), quiet, theme.mute);
    let left = rect.left() + 26.0;
    let label =
        row::one_line(ui.painter(), &property.name, fonts::medium(size::BODY), theme.ink, right - left - 8.0);
    ui.painter().galley(pos2(left, middle - label.size().y / 2.0), label, theme.ink);
    response
}

fn opened(
    ui: &mut Ui,
    property: &PropertyView,
    state: &mut CategoriesState,
    words: Words,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = words.lang;
    ui.indent(("property", property.id), |ui| {
        // A first dimension that was sent is there now: nothing is left to write.
        let known = property.dimension.is_some();
        let is_this = |editing: &Editing| editing.known.is_some() == known;
        let editing = state.dimensions.remove(&property.id).filter(is_this);
        let writing = editing.is_some();
        match &property.dimension {
            Some(dimension) if !writing => {
                strip(ui, dimension, words);
                ui.horizontal_wrapped(|ui| {
                    if ui.button(i18n::dimension_edit(lang)).clicked() {
                        state.dimensions.insert(property.id, Editing::of(property));
                    }
                });
            }
            _ => {
                let editing = editing.unwrap_or_else(|| Editing::of(property));
                let edited = edit(ui, editing, words, actions);
                state.dimensions.extend(edited.map(|editing| (property.id, editing)));
            }
        }
        if ui.button(i18n::board_open(lang)).clicked() {
            actions.push(TheoryAction::OpenCode(property.id));
        }
    });
}

/// The fields of a dimension; `None` once they are left.
fn edit(ui: &mut Ui, mut editing: Editing, words: Words, actions: &mut Vec<TheoryAction>) -> Option<Editing> {
    let lang = words.lang;
    let form = editing.form;
    ui.horizontal_wrapped(|ui| {
        ui.radio_value(&mut editing.form, DimensionForm::Poles, i18n::dimension_poles(lang));
        ui.radio_value(&mut editing.form, DimensionForm::Ordered, i18n::dimension_ordered(lang));
    });
    if editing.form != form && editing.form == DimensionForm::Poles {
        editing.values.truncate(2);
    }
    while editing.values.len() < 2 {
        editing.values.push((None, String::new()));
    }
    for (at, (_, name)) in (1..).zip(&mut editing.values) {
        let label = match editing.form {
            DimensionForm::Poles => i18n::dimension_pole(lang, at),
            DimensionForm::Ordered => i18n::dimension_value(lang, at),
        };
        let edit = egui::TextEdit::singleline(name).hint_text(label.as_str()).desired_width(260.0);
        ui.add(edit.id_salt(("value", at))).accessible_name(&label);
    }
    let mut done = false;
    ui.horizontal_wrapped(|ui| {
        let ordered = editing.form == DimensionForm::Ordered;
        if ordered && ui.button(i18n::dimension_more(lang)).clicked() {
            editing.values.push((None, String::new()));
        }
        let values = editing.named();
        let ready = egui::Button::new(i18n::dimension_keep(lang));
        if ui.add_enabled(values.len() >= 2, ready).clicked() {
            actions.push(set(&editing, values));
            done = true;
        }
        if editing.known.is_some() && ui.button(i18n::dimension_remove(lang)).clicked() {
            actions.push(set(&editing, Vec::new()));
            done = true;
        }
        if editing.known.is_some() && ui.button(i18n::button_cancel(lang)).clicked() {
            done = true;
        }
    });
    (!done).then_some(editing)
}

fn set(editing: &Editing, values: Vec<(Option<RecordId>, String)>) -> TheoryAction {
    let (property, form) = (editing.property, editing.form);
    TheoryAction::Run(TheoryCommand::SetDimension { property, form, values }.into())
}

/// Where each participant stands: a dot for each passage, a bar at the middle one.
fn strip(ui: &mut Ui, dimension: &DimensionView, words: Words) {
    let (lang, theme) = (words.lang, Theme::of(ui));
    ui.add_space(space::TIGHT);
    ends(ui, dimension);
    for StandsView { name, at, median } in dimension.stands.iter() {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
        let said = i18n::dimension_stands(lang, name, &place_name(dimension, *median));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        let label = row::one_line(ui.painter(), name, fonts::regular(size::SMALL), theme.mute, NAME - 8.0);
        ui.painter().galley(pos2(rect.left(), rect.center().y - label.size().y / 2.0), label, theme.mute);
        let line = way(rect);
        ui.painter().hline(line.x_range(), line.center().y, theme.hairline());
        let x = |at: u16| line.left() + line.width() * f32::from(at) / 1000.0;
        let bar = Rect::from_center_size(pos2(x(*median), line.center().y), vec2(3.0, 14.0));
        ui.painter().rect_filled(bar, radius::MARK, theme.accent);
        for (at, count) in counted(at) {
            let wide = 3.5 + (count as f32 - 1.0).min(4.0) * 0.8;
            ui.painter().circle_filled(pos2(x(at), line.center().y), wide, theme.accent);
        }
        response.on_hover_text(said);
    }
    if dimension.stands.is_empty() {
        pieces::quiet(ui, i18n::dimension_nobody(lang));
    } else if !dimension.empty.is_empty() {
        let names: Vec<&str> = dimension.empty.iter().map(AsRef::as_ref).collect();
        pieces::quiet(ui, &i18n::dimension_empty(lang, &names.join(", ")));
    }
}

/// The width left for names.
const NAME: f32 = 84.0;

fn way(rect: Rect) -> Rect {
    Rect::from_min_max(pos2(rect.left() + NAME, rect.top()), pos2(rect.right() - 10.0, rect.bottom()))
}

/// The names of the values, above the strip.
fn ends(ui: &mut Ui, dimension: &DimensionView) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let line = way(rect);
    let last = dimension.values.len().saturating_sub(1).max(1);
    let room = line.width() / dimension.values.len().max(1) as f32 - 6.0;
    for (at, (_, name)) in dimension.values.iter().enumerate() {
        let label = row::one_line(ui.painter(), name, fonts::medium(size::SMALL), theme.ink, room.max(30.0));
        let x = line.left() + line.width() * at as f32 / last as f32;
        let left = match at {
            0 => line.left(),
            at if at == last => line.right() - label.size().x,
            _ => x - label.size().x / 2.0,
        };
        ui.painter().galley(pos2(left, rect.center().y - label.size().y / 2.0), label, theme.ink);
        ui.painter().vline(x, rect.bottom() - 3.0..=rect.bottom() + 1.0, theme.hairline());
    }
}

fn counted(at: &[u16]) -> Vec<(u16, usize)> {
    let mut found: Vec<(u16, usize)> = Vec::new();
    for at in at {
        match found.last_mut().filter(|(known, _)| known == at) {
            Some((_, count)) => *count += 1,
            None => found.push((*at, 1)),
        }
    }
    found
}

/// Where a place lies, in words: a value, or how far between two poles.
pub(super) fn place_name(dimension: &DimensionView, along: u16) -> String {
    match dimension.form {
        DimensionForm::Ordered => {
            let last = dimension.values.len().saturating_sub(1);
            let at = (usize::from(along) * last + 500) / 1000;
            dimension.values.get(at).map_or_else(String::new, |(_, name)| name.to_string())
        }
        DimensionForm::Poles => format!("{} %", (along + 5) / 10),
    }
}

pub(super) fn title(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    ui.label(RichText::new(unbroken(text)).font(fonts::semibold(size::TITLE)).color(theme.ink));
}
