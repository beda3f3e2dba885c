//! The step *Saturation*, wired to the open study.

use super::work::Work;
use crate::Words;
use crate::files::Asking;
use crate::saturation::{self, SaturationAction};
use egui::Ui;
use model::RecordId;
use std::path::PathBuf;
use workbench::desk::{Event, Request};
use workbench::views::Step;

/// What is to be written once its file is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writes {
    /// The evidence sheet of a claim.
    Sheet(RecordId),
    /// The review page for a director.
    ReviewPage(RecordId),
    /// A review copy for a director.
    ReviewCopy(RecordId),
}

/// Draws the step and sends what was asked.
pub(super) fn step(work: &mut Work, ui: &mut Ui, words: Words) {
    let Some(view) = work.screen.saturation.clone() else { return };
    let showing = work.showing.saturation.clone();
    let actions = saturation::show(ui, &view, &showing, &mut work.panels.saturation, words);
    for action in actions {
        match action {
            SaturationAction::Run(command) => work.run(command),
            SaturationAction::Ask(asked) => {
                work.showing.saturation = asked;
                work.show_what_is_chosen();
            }
            SaturationAction::GoTo { interview, code } => {
                work.show_code(Some(code));
                work.send(Request::FirstPassage { interview, code });
            }
            SaturationAction::Open(interview) => {
                work.show_step(Step::Interviews);
                work.show_interview(interview);
            }
            SaturationAction::TryOrders(asked) => {
                work.send(Request::TryOrders(asked.number, asked.incidence, asked.guest, asked.claim));
            }
            SaturationAction::Proof => work.wants_file = Some(Asking::Proof),
            SaturationAction::TypeVisa(typed) => work.send(typed.request()),
            SaturationAction::TakeReplies => work.wants_file = Some(Asking::Replies),
            SaturationAction::Sheet(claim) => {
                work.panels.writes = Some(Writes::Sheet(claim));
                work.wants_file = Some(Asking::Deliverable("html"));
            }
        }
    }
}

impl Work {
    pub(super) fn receive_evidence(&mut self, event: Event) {
        match event {
            Event::Orders(number, told) => self.panels.saturation.receive(number, told),
            Event::Passage(found) => {
                let range = found.range.0 as usize..found.range.1 as usize;
                self.go_to_passage(found.interview, found.coding, range);
            }
            _ => {}
        }
    }

    /// A file was chosen for what is to be written.
    pub(super) fn write_evidence(&mut self, writes: Writes, path: PathBuf) {
        let ending = if matches!(writes, Writes::ReviewCopy(_)) { "ancrage" } else { "html" };
        let path = if path.extension().is_some() { path } else { path.with_extension(ending) };
        self.send(match writes {
            Writes::Sheet(claim) => Request::WriteSheet { claim, estimates: false, path },
            Writes::ReviewPage(director) => Request::WriteReview(director, path),
            Writes::ReviewCopy(director) => Request::CopyForReview(director, path),
        });
    }
}
