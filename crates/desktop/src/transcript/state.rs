//! What the transcript remembers between frames, apart from what it shows.

use super::blocks::Blocks;
use super::codings::CodingIndex;
use super::edges::EdgeDrag;
use super::overview::Overview;
use super::page::Heights;
use super::scroll::Anchor;
use super::selection::{Drag, Script, Selection};
use egui::{Pos2, Rect};
use model::RecordId;
use std::ops::Range;
use std::sync::Arc;
use workbench::views::TranscriptView;

/// Selection, caret, scroll position and what was measured. One for each open transcript; it may also be
/// handed on to another interview, and then starts anew.
#[derive(Default)]
pub struct TranscriptState {
    pub(super) interview: Option<RecordId>,
    pub(super) text_key: u64,
    pub(super) key: Option<u64>,
    pub(super) blocks: Arc<Blocks>,
    pub(super) codings: Arc<CodingIndex>,
    pub(super) heights: Heights,
    pub(super) overview: Option<Overview>,
    pub(super) anchor: Anchor,
    pub(super) selection: Selection,
    /// The last selection that was told to whoever shows the transcript.
    pub(super) told: Option<Range<usize>>,
    pub(super) words: Option<Range<usize>>,
    pub(super) words_rect: Option<Rect>,
    pub(super) drag: Option<Drag>,
    pub(super) presses: Presses,
    /// Where vertical moves aim at.
    pub(super) goal_x: Option<f32>,
    pub(super) reveal: Option<Reveal>,
    pub(super) coding: Option<RecordId>,
    pub(super) edge: Option<EdgeDrag>,
    pub(super) wants_focus: bool,
    pub(super) coding_rect: Option<Rect>,
    /// Places that are marked, in order, and the one that is looked at.
    pub(super) marks: Vec<Range<usize>>,
    pub(super) mark: Option<usize>,
    /// A range whose place on the screen is wanted, and that place.
    pub(super) watch: Option<(Range<usize>, Option<Rect>)>,
    /// A range to be on the screen, wherever.
    pub(super) needed: Option<Range<usize>>,
    /// Turns are numbered.
    pub(super) turn_numbers: bool,
    /// Something floats over the text: no card appears.
    pub(super) hushed: bool,
    /// When a key was pressed last in the text, in seconds of the window's own time.
    pub(super) last_key: f64,
    /// Where a fresh text begins.
    resume: Option<usize>,
    /// The selection was set from outside and not drawn yet: it is meant for the view that comes.
    preset: bool,
}

/// A range to bring to the eye.
#[derive(Debug, Clone)]
pub(super) struct Reveal {
    pub range: Range<usize>,
    /// When it was brought, in seconds of the window's clock; `None` until it is drawn.
    pub since: Option<f64>,
}

/// Presses of the button in quick succession on one spot.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Presses {
    pub count: u32,
    pub at: Option<(f64, Pos2)>,
}

impl TranscriptState {
    /// The selected words: scalars of the whole text, without outer white space, never half a grapheme.
    #[must_use]
    pub fn selected(&self) -> Option<Range<usize>> {
        self.words.clone()
    }

    /// Where the selected words stood on the screen when they were last drawn; `None` when out of sight.
    #[must_use]
    pub fn selection_rect(&self) -> Option<Rect> {
        self.words_rect
    }

    /// The offset before which the caret stands.
    #[must_use]
    pub fn caret(&self) -> usize {
        self.selection.focus
    }

    /// The first scalar on the screen: enough to come back to this place.
    #[must_use]
    pub fn top_offset(&self) -> usize {
        self.blocks.get(self.anchor.block).map_or(0, |block| block.chars.start)
    }

    /// Selects a range and leaves the screen where it is.
    pub fn select(&mut self, range: Range<usize>) {
        self.selection = Selection { anchor: range.start, focus: range.end };
        self.preset = true;
        self.drag = None;
    }

    /// Takes the selection back, the caret stays.
    pub fn clear_selection(&mut self) {
        self.selection = Selection::caret(self.selection.focus);
        self.drag = None;
    }

    /// Brings a range into the upper third of the screen and marks it for a moment.
    pub fn scroll_to(&mut self, range: Range<usize>) {
        self.reveal = Some(Reveal { range, since: None });
    }

    /// Marks places, such as words that were found; `here` is the one that is looked at.
    pub fn set_marks(&mut self, marks: Vec<Range<usize>>, here: Option<usize>) {
        self.marks = marks;
        self.mark = here;
    }

    /// The coding whose passage is underlined.
    #[must_use]
    pub fn coding(&self) -> Option<RecordId> {
        self.coding
    }

    /// Underlines the passage of a coding.
    pub fn set_coding(&mut self, coding: Option<RecordId>) {
        self.coding = coding;
    }

    /// Where the chosen coding stood on the screen when it was last drawn; `None` when out of sight.
    #[must_use]
    pub fn coding_rect(&self) -> Option<Rect> {
        self.coding_rect
    }

    /// Asks where a range stands on the screen, from the next frame on.
    pub fn watch(&mut self, range: Option<Range<usize>>) {
        self.watch = range.map(|range| (range, None));
    }

    /// Where the range that is watched stands; `None` when out of sight.
    #[must_use]
    pub fn watched(&self) -> Option<Rect> {
        self.watch.as_ref().and_then(|(_, rect)| *rect)
    }

    /// Scrolls as little as it takes to show where a range begins.
    pub fn scroll_into_view(&mut self, range: Range<usize>) {
        self.needed = Some(range);
    }

    /// Numbers the turns, or not.
    pub fn show_turn_numbers(&mut self, on: bool) {
        self.turn_numbers = on;
    }

    /// While something floats over the text, no card appears.
    pub fn hush(&mut self, on: bool) {
        self.hushed = on;
    }

    /// The next interview begins with the block at this offset on top.
    pub fn resume(&mut self, offset: usize) {
        self.resume = Some(offset);
    }

    /// Gives the transcript the keyboard in the next frame.
    pub fn request_focus(&mut self) {
        self.wants_focus = true;
    }

    /// Brings what is derived from the view up to date.
    pub(super) fn prepare(&mut self, view: &TranscriptView) {
        if self.interview.is_some_and(|interview| interview != view.interview) {
            let (selection, preset) = (self.selection, self.preset);
            let (reveal, wants_focus) = (self.reveal.take(), self.wants_focus);
            let (resume, turn_numbers) = (self.resume.take(), self.turn_numbers);
            *self = Self { reveal, wants_focus, preset, resume, turn_numbers, ..Self::default() };
            if preset {
                self.selection = selection;
            }
        }
        self.interview = Some(view.interview);
        let new_text = self.key.is_none() || self.text_key != view.text_key;
        if new_text {
            let top = self.resume.take().unwrap_or_else(|| self.top_offset());
            self.blocks = Arc::new(Blocks::new(&view.text, &view.turns));
            self.text_key = view.text_key;
            self.anchor = Anchor { block: self.blocks.locate(top).map_or(0, |(block, _)| block), into: 0.0 };
            if !self.preset {
                self.selection = Selection::caret(self.selection.focus.min(self.blocks.text_length()));
            }
            self.drag = None;
        }
        self.preset = false;
        if new_text || self.key != Some(view.key) {
            self.codings = Arc::new(CodingIndex::new(&view.codings, &self.blocks));
            self.key = Some(view.key);
            self.edge = None;
            let known = |id: &RecordId| view.codings.iter().any(|coding| coding.id == *id);
            self.coding = self.coding.filter(known);
        }
    }

    /// Recomputes which words the selection stands for.
    pub(super) fn settle_words(&mut self, script: Script<'_>) {
        let selection = self.selection;
        self.words = (selection.anchor != selection.focus).then(|| selection.words(script)).flatten();
    }
}
