//! The code tree: counts, filter, the chosen code.
//!
//! A passage dropped on a row is offered to that code; a row dropped on another is offered as its child,
//! never as a merge, and one dropped between two is put there. Arrows move through the rows, left and right fold and unfold, Enter takes the chosen
//! code, F2 renames it in place, Alt and the arrows move it, Shift F10 opens its menu.

mod moving;
mod rows;
mod visible;

use crate::carried::PassagePayload;
use crate::row;
use crate::theme::space::{EDGE, SMALL};
use crate::words::{Words, number};
use egui::{Pos2, Ui};
use model::RecordId;
use std::collections::BTreeSet;
use workbench::command::Command;
use workbench::views::CodeTreeView;

/// What the user asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum CodesAction {
    /// A code was chosen: its passages are wanted.
    Chosen(RecordId),
    /// A code was taken (two clicks, or Enter): it is meant for the selected words.
    Taken(RecordId),
    /// A code has another name.
    Renamed {
        /// The code.
        code: RecordId,
        /// The name, without outer white space, never empty.
        name: String,
    },
    /// A passage was dropped on a code.
    PassageDropped {
        /// The code.
        code: RecordId,
        /// The passage.
        passage: PassagePayload,
    },
    /// Codes were dropped on another, or (`None`) beside all: their new parent.
    Moved {
        /// The codes; none stands below another of them.
        codes: Vec<RecordId>,
        /// What they come under.
        under: Option<RecordId>,
    },
    /// A code was moved by keys or dropped between two: its parent, and the sibling that it comes before.
    Placed {
        /// The code.
        code: RecordId,
        /// What it comes under; `None` for the top.
        under: Option<RecordId>,
        /// What it comes before; last where `None`.
        before: Option<RecordId>,
    },
    /// A new code is wanted, under another or at the top.
    NewWanted {
        /// What it comes under.
        under: Option<RecordId>,
    },
    /// The menu of a code is wanted.
    OpenContextMenu {
        /// The code.
        code: RecordId,
        /// Where on the screen.
        at: Pos2,
    },
}

/// What the panel remembers.
#[derive(Debug, Default)]
pub struct CodesPanelState {
    /// What is typed in the field above the tree.
    pub filter: String,
    /// The chosen code.
    pub chosen: Option<RecordId>,
    /// Codes marked beside it (Ctrl and a click, or Space): what is done to one is done to all.
    pub also: BTreeSet<RecordId>,
    folded: BTreeSet<RecordId>,
    renaming: Option<Renaming>,
    shown: visible::Shown,
    bring: bool,
    /// How far the rows are scrolled, in points.
    scrolled: f32,
    wants_focus: bool,
}

#[derive(Debug)]
struct Renaming {
    code: RecordId,
    known: String,
    name: String,
    begun: bool,
}

impl CodesPanelState {
    /// Chooses a code and brings its row to the eye.
    pub fn choose(&mut self, code: RecordId) {
        self.chosen = Some(code);
        self.bring = true;
    }

    /// Gives the tree the keyboard in the next frame.
    pub fn request_focus(&mut self) {
        self.wants_focus = true;
    }

    /// Begins to rename a code in its row.
    pub fn rename(&mut self, code: RecordId, name: &str) {
        let (known, name) = (name.to_owned(), name.to_owned());
        self.renaming = Some(Renaming { code, known, name, begun: false });
        self.choose(code);
    }

    /// The name that was being written in a row, to be sent now.
    pub fn unsent(&mut self) -> Option<Command> {
        let Renaming { code, name, .. } = self.renaming.take().filter(|one| one.is_another())?;
        Some(Command::RenameCode { code, name: name.trim().to_owned() })
    }
}

impl Renaming {
    /// Whether another name stands there; a code keeps a name.
    fn is_another(&self) -> bool {
        let name = self.name.trim();
        !name.is_empty() && name != self.known
    }
}

/// Draws the panel.
pub fn show(ui: &mut Ui, view: &CodeTreeView, state: &mut CodesPanelState, words: Words) -> Vec<CodesAction> {
    let mut actions = Vec::new();
    head(ui, view, words, &mut actions);
    if view.rows.is_empty() {
        crate::empty::show(
            ui,
            i18n::codes_empty(words.lang, words.method()),
            i18n::codes_empty_purpose(words.lang, words.method()),
        );
        return actions;
    }
    let margin = egui::Margin { left: EDGE as i8, right: EDGE as i8, top: 0, bottom: SMALL as i8 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        row::field(ui, &mut state.filter, i18n::codes_filter(words.lang), "codes filter");
    });
    state.shown.update(view, &state.filter, &state.folded);
    if state.shown.rows.is_empty() {
        crate::empty::show(ui, &i18n::codes_no_match(words.lang, state.filter.trim()), "");
    }
    rows::Rows { view, state, words, actions: &mut actions }.show(ui);
    actions
}

fn head(ui: &mut Ui, view: &CodeTreeView, words: Words, actions: &mut Vec<CodesAction>) {
    let title = i18n::code_title_many(words.lang, words.method());
    let mut aside = view.rows.len().to_string();
    if view.in_vivo > 0 {
        aside = format!("{aside}, {}", i18n::in_vivo_count(words.lang, number(view.in_vivo)));
    }
    let head = row::head(ui, title, &aside);
    let name = i18n::codes_new(words.lang, words.method());
    if crate::sign_button::show(ui, head.rect, crate::icons::Icon::Plus, name).clicked() {
        actions.push(CodesAction::NewWanted { under: None });
    }
}
