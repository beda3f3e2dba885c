//! The code book: the tree, everything about the chosen code, and its passages.
//!
//! Three columns from the whole to the words: tree, sheet of the code, passages. Merging, splitting and
//! deleting ask first and say what will happen; everything else is done at once and can be undone.

mod delivery;
mod form;
mod merging;
mod passages;
mod pointed_out;
mod removing;
mod sheet;
mod splitting;

pub use delivery::Delivery;
pub(crate) use passages::in_context;

use crate::codes_panel::{self, CodesAction, CodesPanelState};
use crate::theme::{Theme, space};
use crate::words::Words;
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};
use form::Form;
use merging::Merging;
use model::RecordId;
use passages::PassagesState;
use removing::Removing;
use splitting::Splitting;
use std::ops::Range;
use workbench::command::Command;
use workbench::views::{CodeTreeView, CodebookView, ColumnView};

/// What the sheet of a code needs at least, and the list of its passages beside it.
const LEAST_SHEET: f32 = 280.0;
const LEAST_PASSAGES: f32 = 260.0;

/// What the user asks for.
#[derive(Debug, Clone)]
pub enum CodebookAction {
    /// Something in the tree.
    Tree(CodesAction),
    /// A change of the study.
    Run(Command),
    /// A code was chosen somewhere else than in the tree.
    Choose(RecordId),
    /// The passages of what is below the code are wanted too, or not any more.
    WithBelow(bool),
    /// A passage is to be shown in its interview.
    GoTo {
        /// The interview.
        interview: RecordId,
        /// The coding.
        coding: RecordId,
        /// Scalars of its current text.
        range: Range<usize>,
    },
    /// Another code is wanted for a coding.
    Recode(RecordId),
    /// The comment of a coding is to be written.
    Comment {
        /// The coding.
        coding: RecordId,
        /// The comment as it is.
        text: String,
    },
    /// A note about a code is wanted.
    Note(RecordId),
    /// A file is wanted.
    Deliver(Delivery),
    /// A code book is to be taken in.
    ImportCodes,
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct CodebookState {
    /// The tree.
    pub tree: CodesPanelState,
    form: Form,
    passages: PassagesState,
    dialog: Option<Dialog>,
    /// Only what is pointed out is listed, instead of the tree.
    pointed: Option<pointed_out::Sort>,
}

impl CodebookState {
    /// True while a dialog stands over the screen.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.dialog.is_some()
    }

    /// What was written of the shown code and not sent yet: nothing typed is lost.
    pub fn unsent(&mut self) -> Vec<Command> {
        self.form.unsent().into_iter().chain(self.tree.unsent()).collect()
    }

    /// Asks which file is wanted.
    pub fn ask_delivery(&mut self, code: Option<RecordId>) {
        self.dialog = Some(Dialog::Delivery(Box::new(Delivery::new(code))));
    }

    /// Asks before codes are deleted.
    pub fn ask_removal(&mut self, codes: Vec<RecordId>) {
        self.dialog = Some(Dialog::Removing(Removing { codes }));
    }

    /// Asks into which code another is merged.
    pub fn ask_merge(&mut self, code: RecordId) {
        self.dialog = Some(Dialog::Merging(Merging::new(code, None)));
    }
}

#[derive(Debug)]
enum Dialog {
    Merging(Merging),
    Splitting(Splitting),
    Removing(Removing),
    Delivery(Box<Delivery>),
}

/// How a dialog ends.
enum End {
    Open,
    Left,
    Done(Vec<CodebookAction>),
}

/// Draws the screen.
pub fn show(
    ui: &mut Ui,
    tree: &CodeTreeView,
    view: &CodebookView,
    columns: &[ColumnView],
    state: &mut CodebookState,
    words: Words,
) -> Vec<CodebookAction> {
    let mut actions = Vec::new();
    let theme = Theme::of(ui);
    let side = Frame::new().fill(theme.ground);
    let most = (ui.available_width() - LEAST_SHEET).clamp(190.0, 480.0);
    Panel::left("codebook-tree").default_size(300.0).size_range(190.0..=most).frame(side).show(ui, |ui| {
        tree_column(ui, tree, view, state, words, &mut actions);
    });
    let Some(sheet) = view.sheet.as_deref() else {
        CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
            ui.add_space(space::PAGE);
            crate::empty::show(
                ui,
                i18n::codebook_choose(words.lang, words.method()),
                i18n::codebook_choose_purpose(words.lang, words.method()),
            );
        });
        dialogs(ui, tree, view, columns, state, words, &mut actions);
        return actions;
    };
    let (room, height) = (ui.available_width(), ui.available_height());
    let most = room - LEAST_SHEET;
    let beside = match most >= LEAST_PASSAGES {
        true => {
            let width = (room * 0.5).clamp(LEAST_PASSAGES, 520.0).min(most);
            Panel::right("codebook-passages").default_size(width).size_range(LEAST_PASSAGES..=most)
        }
        // No room for both side by side: the passages stand below.
        false => {
            let half = (height * 0.42).max(200.0).min(height * 0.62).round();
            Panel::bottom("codebook-passages-below").resizable(true).default_size(half).max_size(height * 0.7)
        }
    };
    beside.frame(side).show(ui, |ui| {
        passages::show(ui, view.key, sheet, &mut state.passages, words, &mut actions);
    });
    let page = Frame::new().fill(theme.paper).inner_margin(Margin::symmetric(space::PAGE as i8, 0));
    CentralPanel::default().frame(page).show(ui, |ui| {
        crate::theme::clear_of_bar(ui);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for wanted in sheet::show(ui, sheet, &mut state.form, words, &mut actions) {
                state.dialog = Some(match wanted {
                    sheet::Wanted::Merge => Dialog::Merging(Merging::new(sheet.id, None)),
                    sheet::Wanted::Split => Dialog::Splitting(Splitting::new(sheet)),
                    sheet::Wanted::Delete => Dialog::Removing(Removing { codes: removable(state, sheet.id) }),
                    sheet::Wanted::Deliver => Dialog::Delivery(Box::new(Delivery::new(Some(sheet.id)))),
                });
            }
        });
    });
    dialogs(ui, tree, view, columns, state, words, &mut actions);
    actions
}

/// The chosen code, with the others that were marked beside it.
fn removable(state: &CodebookState, chosen: RecordId) -> Vec<RecordId> {
    let mut codes: Vec<RecordId> = state.tree.also.iter().copied().collect();
    if !codes.contains(&chosen) {
        codes.push(chosen);
    }
    codes
}

fn tree_column(
    ui: &mut Ui,
    tree: &CodeTreeView,
    view: &CodebookView,
    state: &mut CodebookState,
    words: Words,
    actions: &mut Vec<CodebookAction>,
) {
    Panel::bottom("codebook-foot")
        .frame(Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 8)))
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                if ui.button(i18n::codebook_export(words.lang)).clicked() {
                    state.ask_delivery(None);
                }
                if ui.button(i18n::codebook_import(words.lang)).clicked() {
                    actions.push(CodebookAction::ImportCodes);
                }
            });
        });
    Panel::bottom("codebook-points").frame(Frame::new()).show_separator_line(false).show(ui, |ui| {
        pointed_out::chips(ui, view, &mut state.pointed, words);
    });
    CentralPanel::default().frame(Frame::new()).show(ui, |ui| match state.pointed {
        Some(sort) => {
            let chosen = state.tree.chosen;
            for wanted in pointed_out::show(ui, tree, view, sort, chosen, words) {
                match wanted {
                    pointed_out::Wanted::Choose(code) => actions.push(CodebookAction::Choose(code)),
                    pointed_out::Wanted::Merge(from, into) => {
                        state.dialog = Some(Dialog::Merging(Merging::new(from, Some(into))));
                    }
                }
            }
        }
        None => {
            let asked = codes_panel::show(ui, tree, &mut state.tree, words);
            actions.extend(asked.into_iter().map(CodebookAction::Tree));
        }
    });
}

fn dialogs(
    ui: &Ui,
    tree: &CodeTreeView,
    view: &CodebookView,
    columns: &[ColumnView],
    state: &mut CodebookState,
    words: Words,
    actions: &mut Vec<CodebookAction>,
) {
    let Some(mut dialog) = state.dialog.take() else { return };
    let end = match &mut dialog {
        Dialog::Merging(merging) => merging.show(ui, tree, words),
        Dialog::Splitting(splitting) => splitting.show(ui, tree, view.sheet.as_deref(), words),
        Dialog::Removing(removing) => removing.show(ui, tree, view.sheet.as_deref(), words),
        Dialog::Delivery(delivery) => delivery.show(ui, tree, columns, words),
    };
    match end {
        End::Open => state.dialog = Some(dialog),
        End::Left => {}
        End::Done(asked) => {
            state.tree.also.clear();
            actions.extend(asked);
        }
    }
}
