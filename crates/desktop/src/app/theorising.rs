//! The step *Catégories et schéma*, wired to the open study.

use super::sheets::Sheet;
use super::work::Work;
use crate::Words;
use crate::files::Asking;
use crate::theory::{self, TheoryAction};
use egui::Ui;
use model::RecordId;
use model::value::Stance;
use workbench::command::theory::TheoryCommand;
use workbench::screen::TheoryShowing;
use workbench::views::Step;
use workbench::views::theory::TheoryPage;

/// Draws the step and sends what was asked.
pub(super) fn step(work: &mut Work, ui: &mut Ui, words: Words) {
    let Some(view) = work.screen.theory.clone() else { return };
    let answered = work.is_answered();
    let state = &mut work.panels.theory;
    if answered {
        state.answered();
    }
    let actions = theory::show(ui, &view, &work.screen.codes, &work.showing.theory, state, words);
    for action in actions {
        carry_out(work, action);
    }
}

fn carry_out(work: &mut Work, action: TheoryAction) {
    match action {
        TheoryAction::Run(command) => work.run(command),
        TheoryAction::Show(showing) => work.show_theory(*showing),
        TheoryAction::OpenCode(code) => open_code(work, code),
        TheoryAction::GoTo { interview, coding, range } => work.go_to_passage(interview, coding, range),
        TheoryAction::GoToGap { kind, record } => go_to(work, kind, record),
        TheoryAction::Save(figure, ending) => {
            work.figure = Some(figure);
            work.wants_file = Some(Asking::Deliverable(ending));
        }
        TheoryAction::OpenCategory(code) => work.show_theory(TheoryShowing {
            page: TheoryPage::Categories,
            category: Some(code),
            property: None,
            relation: None,
            ..work.showing.theory.clone()
        }),
        TheoryAction::OpenRelation(relation) => work.show_theory(TheoryShowing {
            page: TheoryPage::Categories,
            category: None,
            property: None,
            relation: Some(relation),
            ..work.showing.theory.clone()
        }),
        TheoryAction::OpenSchema(schema) => work.show_theory(TheoryShowing {
            page: TheoryPage::Schema,
            schema: Some(schema),
            ..work.showing.theory.clone()
        }),
        TheoryAction::OpenQuery(query) => work.show_theory(TheoryShowing {
            page: TheoryPage::Queries,
            query: Some(query),
            asked: None,
            cell: None,
            ..work.showing.theory.clone()
        }),
        TheoryAction::GridFile => work.wants_file = Some(Asking::Grid),
        TheoryAction::OpenMemo(memo) => work.open_memo(memo),
        TheoryAction::Discuss(record) => work.discuss(record),
        TheoryAction::NewMemo { target, about } => {
            work.sheet_open = Some(Sheet::Memo { target, about, title: String::new(), text: String::new() });
        }
    }
}

/// Says that a passage speaks against a category.
pub(super) fn mark_against(work: &mut Work, coding: RecordId, category: RecordId) {
    let (codings, stance) = (vec![coding], Some(Stance::Contradicts));
    work.run(TheoryCommand::MarkEvidence { about: category, codings, stance, comment: None }.into());
}

fn open_code(work: &mut Work, code: RecordId) {
    work.panels.codebook.tree.choose(code);
    work.show_code(Some(code));
    work.show_step(Step::Codes);
}

/// Goes where what is missing can be done.
fn go_to(work: &mut Work, kind: &str, record: RecordId) {
    let mut theory =
        TheoryShowing { category: None, property: None, relation: None, ..work.showing.theory.clone() };
    theory.page = match kind {
        "no_property" | "no_category" => {
            work.panels.theory.show_card(usize::from(kind == "no_category"), record);
            TheoryPage::Sorting
        }
        "no_dimension" | "no_range" => {
            (theory.category, theory.property) = (Some(record), Some(record));
            TheoryPage::Categories
        }
        "no_evidence" | "broken_relation" => {
            theory.relation = Some(record);
            TheoryPage::Categories
        }
        "clause_without_category" | "outside_theory" => TheoryPage::Statement,
        "older_definition" => TheoryPage::History,
        "used_once" | "levels_crossed" => {
            open_code(work, record);
            return;
        }
        _ => {
            theory.category = Some(record);
            TheoryPage::Categories
        }
    };
    work.show_theory(theory);
}

impl Work {
    /// Shows something of the step.
    pub(super) fn show_theory(&mut self, theory: TheoryShowing) {
        if self.showing.theory != theory {
            self.showing.theory = theory;
            self.show_what_is_chosen();
        }
    }
}
