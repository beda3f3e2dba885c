//! The middle of the page: what the category is, how dense, its properties, relations, divergent cases.

use super::super::{TheoryAction, pieces};
use super::side::Moving;
use super::{CategoriesState, Dialog, Page, properties, relations};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::Words;
use egui::accesskit::Role;
use egui::{RichText, Ui, WidgetInfo};
use model::RecordId;
use model::value::{Density, Stance};
use workbench::command::Command;
use workbench::command::theory::TheoryCommand;
use workbench::views::theory::{CategorySheet, EvidenceLine};

pub(super) fn show(
    ui: &mut Ui,
    page: &Page<'_>,
    sheet: &CategorySheet,
    state: &mut CategoriesState,
    actions: &mut Vec<TheoryAction>,
) {
    let (words, theme) = (page.words, Theme::of(ui));
    ui.add_space(space::PAGE);
    if !sheet.above.is_empty() {
        pieces::quiet(ui, &sheet.above);
    }
    let name = RichText::new(unbroken(&sheet.name)).font(fonts::semibold(size::HEADING + 4.0));
    let title = ui.label(name.color(theme.ink));
    title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, sheet.name.as_ref()));
    let level = i18n::level_name(words.lang, sheet.level.as_str(), words.method());
    pieces::quiet(ui, &[level, &sheet.passages, &sheet.people].join(" · "));
    pieces::quiet(ui, &sheet.basis);
    if !sheet.definition.is_empty() {
        ui.add_space(space::TIGHT);
        pieces::text(ui, &sheet.definition);
    }
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        if ui.button(i18n::board_open(words.lang)).clicked() {
            actions.push(TheoryAction::OpenCode(sheet.id));
        }
        if ui.button(i18n::category_affected(words.lang)).clicked() {
            actions.push(page.show(|showing| {
                showing.page = workbench::views::theory::TheoryPage::Statement;
                showing.affected = Some(sheet.id);
            }));
        }
    });
    density(ui, sheet, words, actions);
    properties::show(ui, page, sheet, state, actions);
    relations::show(ui, page, sheet, state, actions);
    cases(ui, sheet, state, words, actions);
    memos(ui, sheet, words, actions);
    ui.add_space(space::PAGE);
}

/// Dense or to develop, and which interview enriched it last.
fn density(ui: &mut Ui, sheet: &CategorySheet, words: Words, actions: &mut Vec<TheoryAction>) {
    let lang = words.lang;
    pieces::heading(ui, i18n::category_density(lang));
    let (mut density, mut last) = (sheet.density, sheet.enriched_by);
    ui.horizontal_wrapped(|ui| {
        for choice in Density::ALL.iter().copied() {
            ui.radio_value(&mut density, choice, i18n::density_name(lang, choice.as_str()));
        }
        let known = last.and_then(|id| sheet.interviews.iter().find(|(interview, _)| *interview == id));
        let none = i18n::category_no_interview(lang);
        let shown = known.map_or(none, |(_, name)| name.as_ref());
        pieces::quiet(ui, i18n::category_enriched_by(lang));
        let combo = row::combo("enriched").selected_text(shown).show_ui(ui, |ui| {
            ui.selectable_value(&mut last, None, none);
            for (interview, name) in sheet.interviews.iter() {
                ui.selectable_value(&mut last, Some(*interview), name.as_ref());
            }
        });
        let name = i18n::category_enriched_by(lang);
        combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, name));
    });
    if (density, last) != (sheet.density, sheet.enriched_by) {
        let command = TheoryCommand::MarkDensity { category: sheet.id, density, enriched_by: last };
        actions.push(TheoryAction::Run(command.into()));
    }
}

/// What speaks against the category, and whether that was looked for.
fn cases(
    ui: &mut Ui,
    sheet: &CategorySheet,
    state: &mut CategoriesState,
    words: Words,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = words.lang;
    pieces::heading(ui, i18n::category_cases(lang));
    let against: Vec<&EvidenceLine> =
        sheet.evidence.iter().filter(|one| one.stance == Stance::Contradicts).collect();
    if against.is_empty() {
        pieces::quiet(ui, i18n::category_no_case(lang));
    }
    for one in against {
        evidence(ui, one, state, words, actions);
    }
    let mut searched = sheet.searched;
    ui.checkbox(&mut searched, i18n::category_searched(lang));
    let known = (i18n::category_search_note(lang), sheet.search_note.as_ref());
    let about = (sheet.id, searched);
    let note = state.note.field(ui, about, known, (2, i18n::category_search_hint(lang)));
    if searched != sheet.searched || note.is_some() {
        let note = note.unwrap_or_else(|| sheet.search_note.to_string());
        let command = TheoryCommand::NoteSearch { category: sheet.id, searched, note };
        actions.push(TheoryAction::Run(command.into()));
    }
}

/// A passage that speaks for or against something, with a way to it and a way to take it back.
pub(super) fn evidence(
    ui: &mut Ui,
    one: &EvidenceLine,
    state: &mut CategoriesState,
    words: Words,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = words.lang;
    let theme = Theme::of(ui);
    ui.add_space(space::TIGHT);
    let quoted = i18n::category_quote(lang, &one.line.words);
    ui.label(RichText::new(unbroken(&quoted)).font(fonts::regular(size::BODY)).color(theme.ink));
    let mut place = one.line.place.to_string();
    if !one.about_name.is_empty() {
        place = format!("{place} · {}", one.about_name);
    }
    ui.horizontal_wrapped(|ui| {
        pieces::quiet(ui, &place);
        let (interview, coding) = (one.line.interview, one.line.coding);
        stances(ui, one, words, actions);
        if ui.button(i18n::codebook_go_to(lang)).clicked() {
            actions.push(TheoryAction::GoTo { interview, coding, range: one.line.start..one.line.end });
        }
        if ui.button(i18n::evidence_withdraw(lang)).clicked() {
            actions.push(mark(one.about, coding, None));
        }
    });
    let key = Why { about: one.about, coding: one.line.coding, against: one.stance == Stance::Contradicts };
    let name = i18n::evidence_why(lang, one.stance.as_str());
    if let Some(words) = state.why.unnamed(ui, key, (name, one.why.as_ref()), (1, name)) {
        actions.push(TheoryAction::Run(key.said(words)));
    }
}

/// For or against: it can be changed afterwards, and what was said of it stays.
fn stances(ui: &mut Ui, one: &EvidenceLine, words: Words, actions: &mut Vec<TheoryAction>) {
    for stance in Stance::ALL.iter().copied() {
        let on = one.stance == stance;
        let name = i18n::stance_name(words.lang, stance.as_str());
        if ui.selectable_label(on, name).clicked() && !on {
            actions.push(mark(one.about, one.line.coding, Some(stance)));
        }
    }
}

/// Why a passage speaks as it does: of what, which, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Why {
    about: RecordId,
    coding: RecordId,
    against: bool,
}

impl Why {
    fn said(self, words: String) -> Command {
        let stance = if self.against { Stance::Contradicts } else { Stance::Supports };
        let (about, codings, comment) = (self.about, vec![self.coding], Some(words));
        TheoryCommand::MarkEvidence { about, codings, stance: Some(stance), comment }.into()
    }
}

pub(super) fn mark(about: RecordId, coding: RecordId, stance: Option<Stance>) -> TheoryAction {
    let command = TheoryCommand::MarkEvidence { about, codings: vec![coding], stance, comment: None };
    TheoryAction::Run(command.into())
}

fn memos(ui: &mut Ui, sheet: &CategorySheet, words: Words, actions: &mut Vec<TheoryAction>) {
    pieces::heading(ui, i18n::codebook_notes(words.lang));
    for note in sheet.notes.iter() {
        let title = if note.title.is_empty() { &note.body } else { &note.title };
        if pieces::leading_line(ui, title, &note.author).clicked() {
            actions.push(TheoryAction::OpenMemo(note.memo));
        }
    }
    ui.horizontal_wrapped(|ui| {
        if ui.button(i18n::codebook_add_note(words.lang)).clicked() {
            actions.push(TheoryAction::NewMemo { target: sheet.id, about: sheet.name.to_string() });
        }
        if ui.button(i18n::review_discuss(words.lang)).clicked() {
            actions.push(TheoryAction::Discuss(sheet.id));
        }
    });
}

impl CategoriesState {
    /// What was written or placed and not sent yet.
    pub fn unsent(&mut self) -> Vec<Command> {
        let store = |((category, searched), note): ((RecordId, bool), String)| {
            TheoryCommand::NoteSearch { category, searched, note }.into()
        };
        let placed = self.moving.take().map(Moving::place);
        let why = self.why.take().into_iter().map(|(why, words)| why.said(words));
        let mut dimensions = Vec::new();
        self.dimensions.retain(|_, editing| {
            let before = dimensions.len();
            dimensions.extend(editing.unsent());
            before == dimensions.len()
        });
        let notes = self.note.take().into_iter().map(store);
        placed.into_iter().chain(dimensions).chain(notes).chain(why).collect()
    }

    /// Asks of which relation a passage speaks.
    pub(super) fn ask_relation(&mut self, coding: RecordId, stance: Stance) {
        self.dialog = Some(Dialog::OfRelation { coding, stance, choosing: super::Choosing::default() });
    }
}
