//! The step *Direction*, wired to the open study.

use super::evidence::Writes;
use super::work::Work;
use crate::Words;
use crate::files::Asking;
use crate::review::{self, ReviewAction};
use egui::Ui;
use model::RecordId;
use std::path::PathBuf;
use workbench::desk::Request;
use workbench::screen::TheoryShowing;
use workbench::views::theory::TheoryPage;
use workbench::views::{ReviewShowing, Step};

/// Draws the step and sends what was asked; `recents` are the studies that were open on this machine.
pub(super) fn step(work: &mut Work, ui: &mut Ui, words: Words, recents: &[PathBuf]) {
    let Some(view) = work.screen.review.clone() else { return };
    let showing = work.showing.review.clone();
    let actions = review::show(ui, &view, &showing, &mut work.panels.review, words);
    for action in actions {
        match action {
            ReviewAction::Board(added) => {
                let mut studies: Vec<PathBuf> = recents.to_vec();
                studies.extend(added.into_iter().filter(|path| !recents.contains(path)));
                work.send(Request::Board(studies));
            }
            other => carry_out(work, other),
        }
    }
}

fn carry_out(work: &mut Work, action: ReviewAction) {
    match action {
        ReviewAction::Run(command) => work.run(command),
        ReviewAction::Show(showing) => work.show_review(showing),
        ReviewAction::Go(record, kind) => super::memo_pages::go(work, record, kind),
        ReviewAction::GoTo { interview, coding, range } => work.go_to_passage(interview, coding, range),
        ReviewAction::Gaps => show_theory(work, TheoryPage::Gaps),
        ReviewAction::CodesOverTime => show_theory(work, TheoryPage::History),
        ReviewAction::Sheet(claim) => {
            work.panels.writes = Some(Writes::Sheet(claim));
            work.wants_file = Some(Asking::Deliverable("html"));
        }
        ReviewAction::ReviewPage(director) => {
            work.panels.writes = Some(Writes::ReviewPage(director));
            work.wants_file = Some(Asking::Deliverable("html"));
        }
        ReviewAction::ReviewCopy(director) => {
            work.panels.writes = Some(Writes::ReviewCopy(director));
            work.wants_file = Some(Asking::Deliverable("ancrage"));
        }
        ReviewAction::SaveCopy => work.wants_file = Some(Asking::Copy),
        ReviewAction::TakeReplies => work.wants_file = Some(Asking::Replies),
        ReviewAction::AddStudy => work.wants_file = Some(Asking::StudyBeside),
        ReviewAction::OpenStudy(path) => work.wants_study = Some(path),
        // Answered where the studies of this machine are known.
        ReviewAction::Board(_) => {}
    }
}

fn show_theory(work: &mut Work, page: TheoryPage) {
    work.show_theory(TheoryShowing { page, ..work.showing.theory.clone() });
    work.show_step(Step::Categories);
}

impl Work {
    /// Shows something of the step.
    pub(super) fn show_review(&mut self, review: ReviewShowing) {
        if self.showing.review != review {
            self.showing.review = review;
            self.show_what_is_chosen();
        }
    }

    /// What was said of something, with a field to say more.
    pub(super) fn discuss(&mut self, record: RecordId) {
        self.showing.review.about = Some(record);
        self.show_what_is_chosen();
        self.show_step(Step::Review);
    }
}
