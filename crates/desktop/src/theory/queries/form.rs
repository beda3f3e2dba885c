//! What is asked: kept questions, the kind, the codes, how near, of whose words.

use super::super::choosing::Choosing;
use super::super::{TheoryAction, pieces};
use super::{Dialog, Page, QueriesState, label};
use crate::row;
use crate::words::Words;
use egui::accesskit::Role;
use egui::{Ui, WidgetInfo};
use model::RecordId;
use model::value::{Ask, AttributeIs, Columns, Level, Near};
use workbench::command::theory::TheoryCommand;
use workbench::figures::Figure;
use workbench::views::theory::{AskedView, Named};

pub(super) fn show(ui: &mut Ui, page: &Page<'_>, state: &mut QueriesState, actions: &mut Vec<TheoryAction>) {
    saved(ui, page, state, actions);
    kinds(ui, page, actions);
    codes(ui, page, state, actions);
    match &page.view.asked.ask {
        Ask::Matrix { columns, .. } => across(ui, page, *columns, actions),
        Ask::Cooccurrence { near, .. } | Ask::Passages { near, .. } => nearness(ui, page, *near, actions),
    }
    filters(ui, page, state, actions);
    files(ui, page, actions);
}

fn saved(ui: &mut Ui, page: &Page<'_>, state: &mut QueriesState, actions: &mut Vec<TheoryAction>) {
    let lang = page.words.lang;
    pieces::heading(ui, i18n::query_saved(lang));
    if page.view.saved.is_empty() {
        pieces::quiet(ui, i18n::query_none_saved(lang));
    }
    for one in page.view.saved.iter() {
        let on = page.view.asked.saved == Some(one.id);
        if ui.selectable_label(on, one.name.as_ref()).clicked() {
            actions.push(page.ask(one.asked.clone()));
        }
    }
    ui.horizontal_wrapped(|ui| {
        if ui.button(i18n::query_save(lang)).clicked() {
            let known = page.view.saved.iter().find(|one| Some(one.id) == page.view.asked.saved);
            let name = known.map_or_else(String::new, |one| one.name.to_string());
            state.dialog = Some(Dialog::Save(name));
        }
        if let Some(query) = page.view.asked.saved
            && page.view.saved.iter().any(|one| one.id == query)
            && ui.button(i18n::query_delete(lang)).clicked()
        {
            actions.push(TheoryAction::Run(TheoryCommand::DeleteQuery { query }.into()));
            actions.push(page.change(|asked| asked.saved = None));
        }
    });
}

/// Which of the three kinds of question.
fn kinds(ui: &mut Ui, page: &Page<'_>, actions: &mut Vec<TheoryAction>) {
    let (lang, method) = (page.words.lang, page.words.method());
    pieces::heading(ui, i18n::query_kind(lang));
    let codes: Vec<RecordId> = page.view.named.iter().map(|(id, _)| *id).collect();
    let near = Near::Turn;
    let ask = &page.view.asked.ask;
    let kinds = [
        (
            matches!(ask, Ask::Matrix { .. }),
            i18n::query_matrix(lang, method),
            Ask::Matrix { codes: codes.clone(), columns: Columns::Participant },
        ),
        (
            matches!(ask, Ask::Cooccurrence { .. }),
            i18n::query_cooccurrence(lang, method),
            Ask::Cooccurrence { codes: codes.clone(), near },
        ),
        (
            matches!(ask, Ask::Passages { .. }),
            i18n::query_combination(lang),
            // Codes that must all meet are few: the first two that were named.
            Ask::Passages { all: codes.into_iter().take(2).collect(), none: Vec::new(), near },
        ),
    ];
    for (on, text, ask) in kinds {
        if ui.radio(on, text).clicked() && !on {
            let filters = page.view.asked.filters.clone();
            actions.push(page.ask(AskedView { ask, filters, saved: None }));
        }
    }
}

fn codes(ui: &mut Ui, page: &Page<'_>, state: &mut QueriesState, actions: &mut Vec<TheoryAction>) {
    let combination = matches!(page.view.asked.ask, Ask::Passages { .. });
    named(ui, page, false, &page.view.named, state, actions);
    if combination {
        named(ui, page, true, &page.view.without, state, actions);
        return;
    }
    let (lang, method) = (page.words.lang, page.words.method());
    ui.horizontal_wrapped(|ui| {
        for level in [Level::Category, Level::Property, Level::Label] {
            let name = i18n::level_plural(lang, level.as_str(), method);
            if ui.button(i18n::query_all_of(lang, name)).clicked() {
                let wanted = |of: Level| of == level || level == Level::Category && of == Level::Core;
                let rows = page.codes.rows.iter().filter(|row| wanted(row.level));
                let ids: Vec<RecordId> = rows.map(|row| row.id).collect();
                actions.push(page.change(|asked| {
                    if let Ask::Matrix { codes, .. } | Ask::Cooccurrence { codes, .. } = &mut asked.ask {
                        *codes = ids;
                    }
                }));
            }
        }
    });
}

/// What is asked for codes that must be there, or must not be near.
pub(super) fn code_title(without: bool, words: Words) -> &'static str {
    if without { i18n::query_add_without(words.lang) } else { i18n::query_add_code(words.lang) }
}

fn named(
    ui: &mut Ui,
    page: &Page<'_>,
    without: bool,
    codes: &[Named],
    state: &mut QueriesState,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = page.words.lang;
    let combination = matches!(page.view.asked.ask, Ask::Passages { .. });
    let title = match (without, combination) {
        (true, _) => i18n::query_without(lang),
        (false, true) => i18n::query_together(lang),
        (false, false) => i18n::query_rows(lang),
    };
    label(ui, title);
    // Many names would be a page of their own: how many is enough to know.
    const SHOWN: usize = 12;
    if codes.len() > SHOWN {
        pieces::quiet(ui, &i18n::query_count(lang, crate::words::number(codes.len())));
    }
    ui.horizontal_wrapped(|ui| {
        for (id, name) in codes.iter().take(SHOWN) {
            if ui.button(name.as_ref()).on_hover_text(i18n::query_remove(lang)).clicked() {
                actions.push(page.change(|asked| match &mut asked.ask {
                    Ask::Passages { none, .. } if without => none.retain(|known| known != id),
                    Ask::Passages { all: codes, .. }
                    | Ask::Cooccurrence { codes, .. }
                    | Ask::Matrix { codes, .. } => codes.retain(|known| known != id),
                }));
            }
        }
        if ui.button(code_title(without, page.words)).clicked() {
            state.dialog = Some(Dialog::Code { without, choosing: Choosing::default() });
        }
    });
}

fn across(ui: &mut Ui, page: &Page<'_>, columns: Columns, actions: &mut Vec<TheoryAction>) {
    let lang = page.words.lang;
    label(ui, i18n::query_columns(lang));
    let mut wanted = columns;
    ui.radio_value(&mut wanted, Columns::Participant, i18n::query_participants(lang));
    ui.radio_value(&mut wanted, Columns::Interview, i18n::rail_interviews(lang));
    for attribute in page.view.attributes.iter() {
        ui.radio_value(&mut wanted, Columns::Attribute(attribute.id), attribute.name.as_ref());
    }
    if wanted != columns {
        actions.push(page.change(|asked| {
            if let Ask::Matrix { columns, .. } = &mut asked.ask {
                *columns = wanted;
            }
        }));
    }
}

fn nearness(ui: &mut Ui, page: &Page<'_>, near: Near, actions: &mut Vec<TheoryAction>) {
    let lang = page.words.lang;
    label(ui, i18n::query_near(lang));
    let mut wanted = near;
    ui.radio_value(&mut wanted, Near::Overlap, i18n::near_overlap(lang));
    ui.radio_value(&mut wanted, Near::Turn, i18n::near_turn(lang));
    let mut turns = if let Near::Turns(turns) = near { turns } else { 2 };
    ui.horizontal(|ui| {
        let on = matches!(near, Near::Turns(_));
        let name = i18n::near_turns(lang, i64::from(turns));
        if ui.radio(on, name.as_str()).clicked() {
            wanted = Near::Turns(turns);
        }
        if on {
            let field = ui.add(egui::DragValue::new(&mut turns).range(1..=50));
            field.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, i18n::query_turns(lang)));
            if field.changed() {
                wanted = Near::Turns(turns);
            }
        }
    });
    if wanted != near {
        actions.push(page.change(|asked| {
            if let Ask::Cooccurrence { near, .. } | Ask::Passages { near, .. } = &mut asked.ask {
                *near = wanted;
            }
        }));
    }
}

/// Of whose words: attributes and the values that whoever speaks must have.
fn filters(ui: &mut Ui, page: &Page<'_>, state: &mut QueriesState, actions: &mut Vec<TheoryAction>) {
    let lang = page.words.lang;
    if page.view.attributes.is_empty() {
        return;
    }
    label(ui, i18n::query_filters(lang));
    for filter in &page.view.asked.filters {
        let known = page.view.attributes.iter().find(|one| one.id == filter.attribute);
        let name = known.map_or("", |one| one.name.as_ref());
        if ui.button(format!("{name} : {}", filter.value)).on_hover_text(i18n::query_remove(lang)).clicked() {
            actions.push(page.change(|asked| asked.filters.retain(|known| known != filter)));
        }
    }
    let chosen = page.view.attributes.iter().find(|one| Some(one.id) == state.filter);
    let shown = chosen.map_or(i18n::query_which_attribute(lang), |one| one.name.as_ref());
    let combo = row::combo("filter").selected_text(shown).show_ui(ui, |ui| {
        for one in page.view.attributes.iter() {
            ui.selectable_value(&mut state.filter, Some(one.id), one.name.as_ref());
        }
    });
    let name = i18n::query_which_attribute(lang);
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, name));
    let Some(attribute) = chosen else { return };
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        for value in attribute.values.iter() {
            if ui.button(value.as_ref()).clicked() {
                wanted = Some(value.to_string());
            }
        }
    });
    if let Some(value) = wanted {
        let filter = AttributeIs { attribute: attribute.id, value };
        state.filter = None;
        actions.push(page.change(|asked| {
            asked.filters.retain(|known| known.attribute != filter.attribute);
            asked.filters.push(filter);
        }));
    }
}

fn files(ui: &mut Ui, page: &Page<'_>, actions: &mut Vec<TheoryAction>) {
    let lang = page.words.lang;
    if page.view.table.is_none() {
        return;
    }
    label(ui, i18n::query_files(lang));
    ui.horizontal_wrapped(|ui| {
        for (ending, name) in [("svg", "SVG"), ("png", "PNG"), ("pdf", "PDF"), ("csv", "CSV")] {
            if ui.button(i18n::schema_save(lang, name)).clicked() {
                let asked = Box::new(page.view.asked.clone());
                actions.push(TheoryAction::Save(Figure::Table(asked), ending));
            }
        }
        if let Some((row, _)) = page.showing.cell {
            for (ending, name) in [("svg", "SVG"), ("png", "PNG"), ("pdf", "PDF")] {
                if ui.button(i18n::query_save_bars(lang, name)).clicked() {
                    let asked = Box::new(page.view.asked.clone());
                    actions.push(TheoryAction::Save(Figure::Bars(asked, row), ending));
                }
            }
        }
    });
}
