//! The transcript: the calmest and largest thing on the screen.
//!
//! Draws a [`TranscriptView`] and nothing else; only the blocks of one screen are ever laid out, so its
//! cost does not grow with the text. What one selects is told in Unicode scalar offsets of the whole text.
//!
//! By hand: drag selects whole words (Alt: exact characters), two presses a word, three a sentence, four or
//! one in the gutter a turn; a click on coded words or in the margin chooses a coding. By key: arrows, Home,
//! End, page keys, with Ctrl by word, with Shift selecting; Enter or a letter asks for the picker. Alt and up
//! or down go from coding to coding; Alt and left or right move the end of the chosen one by a word, with
//! Shift its beginning; the hand moves both by their grips.

mod access;
pub(crate) mod blocks;
mod card;
mod codings;
mod edges;
mod frame;
mod gutter;
mod highlight;
mod keyboard;
mod margin;
mod measures;
mod overview;
mod page;
mod pointer;
mod scroll;
mod selection;
mod state;
mod words;

pub use crate::carried::{CodePayload, PassagePayload};
pub use state::TranscriptState;

use crate::theme::Theme;
use codings::CodingIndex;
use egui::{Pos2, Rect, Response, Sense, Ui, UiBuilder};
use frame::Frame;
use i18n::Lang;
pub(crate) use measures::LEAST_WIDTH;
use measures::Regions;
use model::RecordId;
use page::Setter;
use std::ops::Range;
use workbench::views::TranscriptView;

/// What the user asks for. Ranges are scalars of the whole text, trimmed of outer white space.
#[derive(Debug, Clone, PartialEq)]
pub enum TranscriptAction {
    /// Other words are selected now, or none. Told once the hand is done.
    SelectionChanged(Option<Range<usize>>),
    /// A code is wanted for these words. `at` is where they stand on the screen, `typed` what was typed.
    PickerRequested {
        /// The words.
        range: Range<usize>,
        /// Their place on the screen: the picker stands above or below, never on it.
        at: Rect,
        /// The letter that was typed to ask for it; empty after Enter.
        typed: String,
    },
    /// A digit was pressed, whatever the keyboard writes with it: the favourite code of that number.
    DigitPressed {
        /// 0 to 9.
        digit: u8,
        /// The words.
        range: Range<usize>,
    },
    /// A coding was chosen.
    CodingClicked(RecordId),
    /// The chosen coding is to be deleted.
    DeleteRequested(RecordId),
    /// The chosen coding has other edges.
    EdgesMoved {
        /// The coding.
        coding: RecordId,
        /// Its passage from now on.
        range: Range<usize>,
    },
    /// A code was dropped on the selection.
    CodeDropped {
        /// The code.
        code: RecordId,
        /// The selected words.
        range: Range<usize>,
    },
    /// The menu of a place in the text is wanted.
    OpenContextMenu {
        /// Where on the screen.
        at: Pos2,
        /// Where in the text.
        offset: usize,
        /// The selected words, if the menu is about them.
        range: Option<Range<usize>>,
        /// The codings over that place, the innermost first.
        codings: Vec<RecordId>,
    },
}

/// What one frame gives back.
pub struct TranscriptOutput {
    /// The text as a widget: focus, hover, id.
    pub response: Response,
    /// Free room beside the title, above the margin.
    pub beside_title: Rect,
    /// What was asked for, in order.
    pub actions: Vec<TranscriptAction>,
}

/// Draws the transcript over all the room of `ui` and handles its input.
pub fn show(ui: &mut Ui, view: &TranscriptView, state: &mut TranscriptState, lang: Lang) -> TranscriptOutput {
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    let mut inner = ui.new_child(UiBuilder::new().max_rect(whole).id_salt("transcript"));
    inner.shrink_clip_rect(whole);
    state.prepare(view);
    // Taken out while in use: what lays out borrows the state's other parts.
    let mut heights = std::mem::take(&mut state.heights);
    let blocks = state.blocks.clone();
    let parts = Regions::new(whole);
    let width = parts.width;
    let setter = Setter { ctx: inner.ctx(), theme: Theme::of(&inner), view, blocks: &blocks, width };
    heights.keep_for(&setter);
    let response = inner.interact(parts.page, inner.scope_id().with("text"), Sense::click_and_drag());
    let mut frame = Frame {
        ui: &inner,
        setter,
        parts,
        state,
        heights: &mut heights,
        response,
        lang,
        actions: Vec::new(),
    };
    frame.run();
    let beside_title = parts.beside_title();
    let output = TranscriptOutput { response: frame.response, beside_title, actions: frame.actions };
    state.heights = heights;
    output
}

/// Tells that other words are selected, once.
fn settled(state: &mut TranscriptState, actions: &mut Vec<TranscriptAction>) {
    if state.words != state.told {
        state.told.clone_from(&state.words);
        actions.push(TranscriptAction::SelectionChanged(state.words.clone()));
    }
}

/// The codings over one scalar, the innermost first.
fn ids_over(index: &CodingIndex, view: &TranscriptView, offset: usize) -> Vec<RecordId> {
    let mut over: Vec<_> = index.over(offset).collect();
    over.sort_by_key(|placed| placed.end - placed.start);
    over.iter().filter_map(|placed| view.codings.get(placed.index)).map(|coding| coding.id).collect()
}
