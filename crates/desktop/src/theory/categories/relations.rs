//! The relations of a category: a novice meets four types, the rest unfolds.

use super::super::choosing::{Asked, Choice, Choosing, Chosen, code_choices};
use super::super::{TheoryAction, evidence_drop, pieces};
use super::{CategoriesState, Dialog, Page, sheet, sort_name};
use crate::theme::{Theme, space};
use crate::words::{Words, number};
use egui::Ui;
use model::RecordId;
use model::value::{RelationSort, Stance};
use workbench::command::theory::{SortChoice, TheoryCommand};
use workbench::views::theory::{CategorySheet, RelationView};

/// How a relation is added.
#[derive(Debug, Default)]
pub(super) struct Adding {
    /// Which types are offered: the first four, or all of them.
    all: bool,
    /// The paradigm model around this category is shown.
    paradigm: bool,
}

pub(super) fn show(
    ui: &mut Ui,
    page: &Page<'_>,
    sheet: &CategorySheet,
    state: &mut CategoriesState,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = page.words.lang;
    pieces::heading(ui, i18n::category_relations(lang));
    if sheet.relations.is_empty() {
        pieces::quiet(ui, i18n::category_no_relation(lang));
    }
    for relation in sheet.relations.iter() {
        one(ui, page, relation, actions);
    }
    ui.add_space(space::TIGHT);
    pieces::quiet(ui, &i18n::relation_add_hint(lang, &sheet.name));
    types(ui, sheet, state, page.words);
    ui.horizontal_wrapped(|ui| {
        ui.checkbox(&mut state.adding.all, i18n::relation_all_types(lang));
        ui.checkbox(&mut state.adding.paradigm, i18n::relation_paradigm(lang));
        if state.adding.all && ui.button(i18n::relation_new_type(lang)).clicked() {
            state.new_type = Some(String::new());
        }
    });
    if state.adding.paradigm {
        paradigm(ui, sheet, state, page.words);
    }
}

/// A relation: what it says, on how many passages it rests, what can be done with it.
fn one(ui: &mut Ui, page: &Page<'_>, relation: &RelationView, actions: &mut Vec<TheoryAction>) {
    let lang = page.words.lang;
    let open = page.showing.relation == Some(relation.id);
    let (supports, against) = relation.evidence;
    let mut said = i18n::relation_evidence(lang, number(against), number(supports));
    if !relation.people.is_empty() {
        said = format!("{said} · {}", relation.people);
    }
    if relation.broken {
        said = format!("{said} · {}", i18n::relation_broken(lang));
    }
    let before = ui.cursor().top();
    let line = pieces::leading_line(ui, &relation.sentence, &said);
    if let Some((coding, zone)) = evidence_drop::show(ui, relation.id, line.rect, page.words) {
        actions.push(sheet::mark(relation.id, coding, Some(zone.stance())));
    } else if line.clicked() {
        actions.push(page.show(|showing| {
            showing.relation = (!open).then_some(relation.id);
            showing.property = None;
        }));
    }
    if open {
        let theme = Theme::of(ui);
        let left = ui.min_rect().left();
        ui.painter().vline(left, before..=ui.cursor().top(), egui::Stroke::new(2.0, theme.accent));
        ui.horizontal_wrapped(|ui| {
            ui.add_space(space::EDGE);
            let turned = TheoryCommand::EditRelation {
                relation: relation.id,
                from: relation.to,
                to: relation.from,
                sort: match relation.custom {
                    Some(custom) => SortChoice::Custom(custom),
                    None => SortChoice::Known(relation.sort),
                },
            };
            let both_ways = relation.sort == RelationSort::Opposes;
            if !both_ways && ui.button(i18n::relation_turn(lang)).clicked() {
                actions.push(TheoryAction::Run(turned.into()));
            }
            retype(ui, page, relation, actions);
            if ui.button(i18n::codebook_add_note(lang)).clicked() {
                let about = relation.sentence.to_string();
                actions.push(TheoryAction::NewMemo { target: relation.id, about });
            }
            if ui.button(i18n::review_discuss(lang)).clicked() {
                actions.push(TheoryAction::Discuss(relation.id));
            }
            if ui.button(i18n::relation_delete(lang)).clicked() {
                let command = TheoryCommand::DeleteRelation { relation: relation.id };
                actions.push(TheoryAction::Run(command.into()));
            }
        });
    }
}

/// The relation's type, which can be another.
fn retype(ui: &mut Ui, page: &Page<'_>, relation: &RelationView, actions: &mut Vec<TheoryAction>) {
    let lang = page.words.lang;
    let types = page.view.sheet.as_ref().map(|sheet| sheet.types.clone()).unwrap_or_default();
    let mut wanted = None;
    ui.menu_button(i18n::relation_retype(lang), |ui| {
        for sort in every_sort() {
            if ui.button(sort_name(sort, page.words)).clicked() {
                wanted = Some(SortChoice::Known(sort));
                ui.close();
            }
        }
        for (id, name) in types.iter() {
            if ui.button(name.as_ref()).clicked() {
                wanted = Some(SortChoice::Custom(*id));
                ui.close();
            }
        }
    });
    if let Some(sort) = wanted {
        let (relation, from, to) = (relation.id, relation.from, relation.to);
        actions.push(TheoryAction::Run(TheoryCommand::EditRelation { relation, from, to, sort }.into()));
    }
}

fn every_sort() -> impl Iterator<Item = RelationSort> {
    RelationSort::ALL.iter().copied().filter(|sort| *sort != RelationSort::Custom)
}

/// `fait partie de…`; a name that ends in points has them already.
fn with_type(name: &str, words: Words) -> String {
    i18n::relation_with_type(words.lang, name.trim_end_matches('…'))
}

/// One button for each type: the other end is asked next.
fn types(ui: &mut Ui, sheet: &CategorySheet, state: &mut CategoriesState, words: Words) {
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        let more = every_sort().filter(|sort| state.adding.all && !RelationSort::FIRST.contains(sort));
        for sort in RelationSort::FIRST.iter().copied().chain(more) {
            if ui.button(with_type(sort_name(sort, words), words)).clicked() {
                wanted = Some(SortChoice::Known(sort));
            }
        }
        for (id, name) in sheet.types.iter() {
            if ui.button(with_type(name, words)).clicked() {
                wanted = Some(SortChoice::Custom(*id));
            }
        }
    });
    if let Some(sort) = wanted {
        state.dialog = Some(Dialog::OtherEnd { sort, backwards: false, choosing: Choosing::default() });
    }
}

/// The model of Strauss and Corbin with this category as the phenomenon in the middle.
fn paradigm(ui: &mut Ui, sheet: &CategorySheet, state: &mut CategoriesState, words: Words) {
    let lang = words.lang;
    let mut wanted = None;
    pieces::card(ui, |ui| {
        pieces::quiet(ui, &i18n::relation_paradigm_hint(lang, &sheet.name));
        for sort in RelationSort::PARADIGM.iter().copied().filter(|sort| *sort != RelationSort::Phenomenon) {
            let known = sheet.relations.iter().filter(|one| one.sort == sort && one.to == sheet.id);
            let names: Vec<&str> = known.map(|one| one.ends.0.as_ref()).collect();
            ui.horizontal_wrapped(|ui| {
                pieces::text(
                    ui,
                    &i18n::relation_paradigm_slot(lang, &names.join(", "), sort_name(sort, words)),
                );
                if ui.button(i18n::relation_paradigm_add(lang, sort_name(sort, words))).clicked() {
                    wanted = Some(SortChoice::Known(sort));
                }
            });
        }
    });
    if let Some(sort) = wanted {
        state.dialog = Some(Dialog::OtherEnd { sort, backwards: true, choosing: Choosing::default() });
    }
}

/// Asks for the other end of a new relation.
pub(super) fn choose_end(
    ui: &Ui,
    page: &Page<'_>,
    sheet: &CategorySheet,
    (sort, backwards): (SortChoice, bool),
    choosing: &mut Choosing,
) -> Option<Option<TheoryAction>> {
    let lang = page.words.lang;
    let name = match sort {
        SortChoice::Known(sort) => sort_name(sort, page.words).to_owned(),
        SortChoice::Custom(id) => {
            let known = sheet.types.iter().find(|(known, _)| *known == id);
            known.map_or_else(String::new, |(_, name)| name.to_string())
        }
    };
    let title = if backwards {
        i18n::relation_which_first(lang, &sheet.name, &name)
    } else {
        i18n::relation_which_second(lang, &sheet.name, &name)
    };
    let chosen = choosing.one(ui, &title, &code_choices(page.codes, &[sheet.id]), page.words)?;
    Some(chosen.map(|other| {
        let (from, to) = if backwards { (other, sheet.id) } else { (sheet.id, other) };
        TheoryAction::Run(TheoryCommand::CreateRelation { from, to, sort }.into())
    }))
}

/// Asks of which relation a passage speaks.
pub(super) fn choose_relation(
    ui: &Ui,
    page: &CategorySheet,
    (coding, stance): (RecordId, Stance),
    choosing: &mut Choosing,
    words: Words,
) -> Option<Option<TheoryAction>> {
    let lang = words.lang;
    let title = i18n::evidence_which_relation(lang, i18n::stance_name(lang, stance.as_str()));
    let choice =
        |one: &RelationView| Choice { id: one.id, name: one.sentence.to_string(), aside: String::new() };
    let choices: Vec<Choice> = page.relations.iter().map(choice).collect();
    let asked = Asked { title: &title, hint: i18n::category_relations(lang), create: None };
    match choosing.show(ui, &asked, &choices, words) {
        Chosen::Open => None,
        Chosen::Left | Chosen::New(_) => Some(None),
        Chosen::One(relation) => Some(Some(sheet::mark(relation, coding, Some(stance)))),
    }
}

/// Asks what a new type of relation is called.
pub(super) fn name_type(ui: &Ui, state: &mut CategoriesState, words: Words, actions: &mut Vec<TheoryAction>) {
    let Some(name) = &mut state.new_type else { return };
    let Some(named) = pieces::ask_name(ui, i18n::relation_new_type(words.lang), name, words) else { return };
    state.new_type = None;
    if let Some(name) = named {
        let command = TheoryCommand::DefineRelationType {
            relation_type: None,
            name,
            definition: String::new(),
            directed: true,
        };
        actions.push(TheoryAction::Run(command.into()));
    }
}
