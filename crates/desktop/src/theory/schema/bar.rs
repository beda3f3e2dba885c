//! The bar above the canvas: which schema, what is put on it, what becomes of it.

use super::super::TheoryAction;
use super::super::choosing::Choosing;
use super::geometry::{free_place, point, rect_of, size};
use super::{Dialog, SchemaState, Sheet, keys, placed};
use crate::row;
use crate::theme::space;
use egui::accesskit::Role;
use egui::{Button, Rect, Ui, WidgetInfo};
use model::RecordId;
use workbench::command::theory::{SchemaItem, TheoryCommand};
use workbench::figures::Figure;
use workbench::schema::Drawing;

pub(super) fn show(ui: &mut Ui, sheet: &Sheet<'_>, state: &mut SchemaState, actions: &mut Vec<TheoryAction>) {
    let lang = sheet.words.lang;
    ui.horizontal_wrapped(|ui| {
        which(ui, sheet, actions);
        ui.menu_button(i18n::schema_new(lang), |ui| {
            if ui.button(i18n::schema_new_from_relations(lang)).clicked() {
                state.ask_new(sheet);
                ui.close();
            }
            if ui.button(i18n::schema_new_paradigm(lang)).clicked() {
                state.dialog = Some(Dialog::Phenomenon(Choosing::default()));
                ui.close();
            }
            if ui.button(i18n::schema_new_empty(lang)).clicked() {
                let (items, title) = (Vec::new(), String::new());
                state.dialog = Some(Dialog::Title { items, renames: None, title });
                ui.close();
            }
        });
        let (Some(open), Some(drawing)) = (sheet.view.open, sheet.view.drawing.as_deref()) else { return };
        more(ui, sheet, (open, drawing), state, actions);
        ui.add_space(space::SMALL);
        put(ui, sheet, drawing, state);
        ui.add_space(space::SMALL);
        if ui.button(i18n::schema_fit(lang)).clicked() {
            state.fit = true;
        }
        if ui.button(i18n::schema_layout(lang)).clicked() {
            actions.extend(sheet.arrange(placed(&sheet.view.layout)));
            state.fit = true;
        }
        chosen(ui, sheet, drawing, state, actions);
    });
}

/// What becomes of the schema as a whole.
fn more(
    ui: &mut Ui,
    sheet: &Sheet<'_>,
    (open, drawing): (RecordId, &Drawing),
    state: &mut SchemaState,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = sheet.words.lang;
    ui.menu_button(i18n::schema_more(lang), |ui| {
        if ui.button(i18n::schema_rename(lang)).clicked() {
            let title = drawing.title.clone();
            state.dialog = Some(Dialog::Title { items: Vec::new(), renames: Some(open), title });
            ui.close();
        }
        hidden(ui, sheet, actions);
        for ending in ["svg", "png", "pdf"] {
            if ui.button(i18n::schema_save(lang, &ending.to_uppercase())).clicked() {
                actions.push(TheoryAction::Save(Figure::Schema(open), ending));
                ui.close();
            }
        }
        if ui.button(i18n::schema_delete(lang)).clicked() {
            actions.push(TheoryAction::Run(TheoryCommand::DeleteSchema { schema: open }.into()));
            ui.close();
        }
    });
}

fn which(ui: &mut Ui, sheet: &Sheet<'_>, actions: &mut Vec<TheoryAction>) {
    let lang = sheet.words.lang;
    let mut wanted = sheet.view.open;
    let known = sheet.view.list.iter().find(|(id, _)| Some(*id) == wanted);
    let title = known.map_or("", |(_, title)| title.as_ref());
    let combo = row::combo("schema").selected_text(title).width(200.0).show_ui(ui, |ui| {
        for (id, title) in sheet.view.list.iter() {
            ui.selectable_value(&mut wanted, Some(*id), title.as_ref());
        }
    });
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, i18n::schema_which(lang)));
    if wanted != sheet.view.open {
        actions.push(sheet.show(|showing| showing.schema = wanted));
    }
}

/// What can be put on the schema.
fn put(ui: &mut Ui, sheet: &Sheet<'_>, drawing: &Drawing, state: &mut SchemaState) {
    let lang = sheet.words.lang;
    if ui.button(i18n::schema_add(lang)).clicked() {
        state.dialog = Some(Dialog::Add(Choosing::default()));
    }
    if ui.button(i18n::schema_note(lang)).clicked() {
        let at = free_place(drawing);
        state.dialog = Some(Dialog::Note { note: None, at, text: String::new() });
    }
    if ui.button(i18n::schema_frame(lang)).clicked() {
        let around = state.chosen.iter().filter_map(|thing| rect_of(drawing, *thing)).reduce(Rect::union);
        let below = free_place(drawing);
        let (at, size) = match around {
            // Room above for the title.
            Some(rect) => {
                let rect = rect.expand(24.0).with_min_y(rect.top() - 46.0);
                (point((rect.left(), rect.top())), size((rect.width(), rect.height())))
            }
            None => (below, (300, 200)),
        };
        state.dialog = Some(Dialog::Frame { frame: None, at, size, title: String::new() });
    }
}

/// What can be done with what is chosen.
fn chosen(
    ui: &mut Ui,
    sheet: &Sheet<'_>,
    drawing: &Drawing,
    state: &mut SchemaState,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = sheet.words.lang;
    let any = !state.chosen.is_empty() || state.arrow.is_some();
    if ui.add_enabled(any, Button::new(i18n::schema_evidence(lang))).clicked() {
        let thing = state.arrow.map(workbench::schema::Thing::Bend).or(state.chosen.first().copied());
        if let Some(thing) = thing {
            super::canvas::open(sheet, drawing, state, thing, actions);
        }
    }
    if sheet.view.beside.is_some() && ui.button(i18n::schema_close_beside(lang)).clicked() {
        actions.push(sheet.show(|showing| showing.beside = false));
    }
    if ui.add_enabled(any, Button::new(i18n::schema_take_off(lang))).clicked() {
        actions.extend(keys::take_off(sheet, drawing, state));
    }
    let bent = |relation: RecordId| {
        drawing.arrows.iter().any(|one| one.relation == relation && one.through.is_some())
    };
    if let Some(relation) = state.arrow.filter(|relation| bent(*relation))
        && ui.button(i18n::schema_straight(lang)).clicked()
    {
        let item = SchemaItem::Arrow { relation, hidden: false, through: None };
        actions.extend(sheet.arrange(vec![item]));
    }
}

/// The relations that are left out, to be drawn again.
fn hidden(ui: &mut Ui, sheet: &Sheet<'_>, actions: &mut Vec<TheoryAction>) {
    for (relation, sentence) in sheet.view.hidden.iter() {
        if ui.button(i18n::schema_show_again(sheet.words.lang, sentence)).clicked() {
            let item = SchemaItem::Arrow { relation: *relation, hidden: false, through: None };
            actions.extend(sheet.arrange(vec![item]));
            ui.close();
        }
    }
}
