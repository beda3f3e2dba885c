//! The step *Rédaction*, wired to the open study.

use super::evidence::Writes;
use super::work::Work;
use crate::files::Asking;
use crate::words::Words;
use crate::writing;
use egui::Ui;
use workbench::views::writing::Written;

/// Draws the step, and asks where to put what is wanted.
pub(super) fn step(work: &mut Work, ui: &mut Ui, words: Words) {
    let Some(view) = work.screen.writing.clone() else { return };
    match writing::show(ui, &view, words) {
        None => {}
        Some(Written::Deliverable(what, form)) => {
            work.panels.rounds.delivery = Some((what, form));
            work.wants_file = Some(Asking::Deliverable(form.ending()));
        }
        Some(Written::Figure(figure, ending)) => {
            work.figure = Some(figure);
            work.wants_file = Some(Asking::Deliverable(ending));
        }
        Some(Written::Sheet(claim)) => {
            work.panels.writes = Some(Writes::Sheet(claim));
            work.wants_file = Some(Asking::Deliverable("html"));
        }
    }
}
