//! The step *Mémos*, wired to the open study.

use super::work::Work;
use crate::Words;
use crate::files::Asking;
use crate::memos::{self, MemosAction, Page};
use egui::Ui;
use model::RecordId;
use model::value::Kind;
use workbench::figures::Figure;
use workbench::screen::{MemosShowing, TheoryShowing};
use workbench::views::Step;
use workbench::views::theory::TheoryPage;

/// Draws the step and sends what was asked.
pub(super) fn step(work: &mut Work, ui: &mut Ui, words: Words) {
    let screen = work.screen.clone();
    let Some(view) = screen.memos.clone() else { return };
    let page = Page {
        view: &view,
        codes: &screen.codes,
        interviews: &screen.interviews,
        showing: &work.showing.memos,
        words,
    };
    let actions = memos::show(ui, &page, &mut work.panels.memos);
    for action in actions {
        carry_out(work, action);
    }
}

fn carry_out(work: &mut Work, action: MemosAction) {
    match action {
        MemosAction::Run(command) => work.run(command),
        MemosAction::Show(showing) => work.show_memos(showing),
        MemosAction::GoTo { interview, coding, range } => work.go_to_passage(interview, coding, range),
        MemosAction::Go(record, kind) => go(work, record, kind),
        MemosAction::Discuss(memo) => work.discuss(memo),
        MemosAction::Print => {
            work.figure = Some(Figure::Memos);
            work.wants_file = Some(Asking::Deliverable("html"));
        }
    }
}

/// Goes to what a memo leads to.
pub(super) fn go(work: &mut Work, record: RecordId, kind: Kind) {
    let theory = work.showing.theory.clone();
    let (step, theory) = match kind {
        Kind::Interview => {
            work.show_step(Step::Interviews);
            work.show_interview(record);
            return;
        }
        Kind::Memo => {
            work.open_memo(record);
            return;
        }
        Kind::Code => {
            work.panels.codebook.tree.choose(record);
            work.show_code(Some(record));
            work.show_step(Step::Codes);
            return;
        }
        Kind::Relation => {
            let (category, property, relation) = (None, None, Some(record));
            let page = TheoryPage::Categories;
            (Step::Categories, TheoryShowing { page, category, property, relation, ..theory })
        }
        Kind::Schema => {
            let (page, schema) = (TheoryPage::Schema, Some(record));
            (Step::Categories, TheoryShowing { page, schema, ..theory })
        }
        Kind::Theory | Kind::Clause => {
            (Step::Categories, TheoryShowing { page: TheoryPage::Statement, ..theory })
        }
        Kind::Participant | Kind::Study => (Step::Study, theory),
        Kind::Claim | Kind::Visa => (Step::Saturation, theory),
        Kind::Decision | Kind::Round | Kind::Alignment => (Step::DoubleCoding, theory),
        _ => return,
    };
    work.show_theory(theory);
    work.show_step(step);
}

impl Work {
    pub(super) fn show_memos(&mut self, memos: MemosShowing) {
        if self.showing.memos != memos {
            self.showing.memos = memos;
            self.show_what_is_chosen();
        }
    }

    /// A memo in its step.
    pub(super) fn open_memo(&mut self, memo: RecordId) {
        if let Some(command) = self.panels.memos.let_go() {
            self.run(command);
        }
        self.showing.memos.open = Some(memo);
        self.show_what_is_chosen();
        self.show_step(Step::Memos);
    }

    /// A memo was stored: if it is the new one that is being written, it is known from now on.
    pub(super) fn memo_stored(&mut self, memo: RecordId) {
        if self.panels.memos.is_now(memo) {
            self.show_memos(MemosShowing { open: Some(memo), ..self.showing.memos.clone() });
        }
        // What was written on while the store was at it.
        for command in self.panels.memos.left_unsent() {
            self.run(command);
        }
    }
}
