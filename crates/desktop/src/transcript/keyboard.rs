//! Keys that act while the transcript has the keyboard.

use super::edges::{self, Edge};
use super::page::{Heights, Setter};
use super::scroll::{Anchor, Spot};
use super::selection::Selection;
use super::state::TranscriptState;
use super::{TranscriptAction, settled};
use egui::{Event, EventFilter, Key, Modifiers, Response, Ui};

/// Keys that the transcript keeps for itself instead of moving the keyboard elsewhere.
pub(crate) const FILTER: EventFilter =
    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };

/// Beyond any line, in points.
const FAR: f32 = 1.0e5;

/// Free space kept above and below the caret when it moves, in points.
const CARET_MARGIN: f32 = 40.0;

/// Everything a key may move.
pub(crate) struct Keyboard<'a, 's> {
    pub setter: Setter<'a>,
    pub state: &'s mut TranscriptState,
    pub heights: &'s mut Heights,
    pub view_height: f32,
    pub actions: Vec<TranscriptAction>,
}

/// Handles this frame's keys; those that mean something here are taken out of the input.
pub(crate) fn handle(ui: &Ui, response: &Response, keyboard: &mut Keyboard<'_, '_>) {
    if !response.has_focus() {
        return;
    }
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, FILTER));
    let events = ui.input_mut(|input| std::mem::take(&mut input.events));
    if events.iter().any(|event| matches!(event, Event::Key { pressed: true, .. })) {
        keyboard.state.last_key = ui.input(|input| input.time);
    }
    let digit = events.iter().find_map(pressed_digit);
    let mut left = Vec::with_capacity(events.len());
    for event in events {
        // On many French keyboards the digit row types letters (é è ç à): the key counts, not the letter.
        let taken = match &event {
            Event::Text(text) => digit.is_some() || keyboard.typed(text),
            Event::Key { key, pressed: true, modifiers, .. } => keyboard.key(*key, *modifiers),
            Event::Copy => keyboard.copy(ui),
            _ => false,
        };
        if !taken {
            left.push(event);
        }
    }
    ui.input_mut(|input| input.events = left);
    if let (Some(digit), Some(range)) = (digit, keyboard.state.selected()) {
        keyboard.actions.push(TranscriptAction::DigitPressed { digit, range });
    }
}

/// The digit of a physical key pressed alone (or with Shift, which French keyboards need).
fn pressed_digit(event: &Event) -> Option<u8> {
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return None };
    if modifiers.ctrl || modifiers.alt || modifiers.command {
        return None;
    }
    crate::keymap::digit(*key, *physical_key)
}

impl Keyboard<'_, '_> {
    fn typed(&mut self, text: &str) -> bool {
        let letter = text.chars().next().is_some_and(char::is_alphabetic);
        letter && self.request_picker(text)
    }

    fn request_picker(&mut self, typed: &str) -> bool {
        let Some(range) = self.state.selected() else { return false };
        let Some(at) = self.state.selection_rect() else { return false };
        self.actions.push(TranscriptAction::PickerRequested { range, at, typed: typed.to_owned() });
        true
    }

    fn copy(&mut self, ui: &Ui) -> bool {
        let Some(range) = self.state.selected() else { return false };
        ui.ctx().copy_text(self.setter.blocks.slice(range, &self.setter.view.text).to_owned());
        true
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) -> bool {
        if modifiers.alt {
            return self.walk_codings(key) || self.move_edge(key, modifiers.shift);
        }
        match key {
            Key::Enter if !modifiers.ctrl => self.request_picker(""),
            Key::Escape => self.let_go(),
            Key::A if modifiers.command => self.select_all(),
            Key::Delete | Key::Backspace => self.delete(),
            Key::F10 if modifiers.shift => self.menu(),
            Key::F8 => self.grow(!modifiers.shift),
            _ => self.move_caret(key, modifiers),
        }
    }

    fn let_go(&mut self) -> bool {
        if self.state.selected().is_some() {
            self.state.clear_selection();
            self.settle();
            return true;
        }
        self.state.coding.take().is_some()
    }

    /// The selection grows to the word, the sentence, the turn around it; or goes back to the one before.
    fn grow(&mut self, more: bool) -> bool {
        let script = self.setter.script();
        let now = self.state.selection.anchor.min(self.state.selection.focus)
            ..self.state.selection.anchor.max(self.state.selection.focus);
        let steps =
            script.around(self.state.selection.focus.min(now.end), now.start, &self.setter.view.turns);
        let wider =
            |step: &&std::ops::Range<usize>| step.start <= now.start && now.end <= step.end && **step != now;
        let narrower =
            |step: &&std::ops::Range<usize>| now.start <= step.start && step.end <= now.end && **step != now;
        let found = if more { steps.iter().find(wider) } else { steps.iter().rev().find(narrower) };
        if let Some(range) = found.cloned() {
            self.state.select(range);
            self.settle();
        }
        true
    }

    fn select_all(&mut self) -> bool {
        self.state.select(0..self.setter.blocks.text_length());
        self.settle();
        true
    }

    fn delete(&mut self) -> bool {
        let Some(coding) = self.state.coding else { return false };
        self.actions.push(TranscriptAction::DeleteRequested(coding));
        true
    }

    fn menu(&mut self) -> bool {
        let chosen = self.state.coding.filter(|_| self.state.selected().is_none());
        let rect = chosen.and(self.state.coding_rect()).or(self.state.selection_rect());
        let Some(at) = rect.or(self.state.coding_rect()) else { return false };
        let (offset, range) = (self.state.caret(), self.state.selected());
        let under = || super::ids_over(&self.state.codings, self.setter.view, offset);
        let codings = chosen.map_or_else(under, |coding| vec![coding]);
        self.actions.push(TranscriptAction::OpenContextMenu { at: at.left_bottom(), offset, range, codings });
        true
    }

    /// Alt + arrows lead from coding to coding.
    fn walk_codings(&mut self, key: Key) -> bool {
        let forward = match key {
            Key::ArrowDown => true,
            Key::ArrowUp => false,
            _ => return false,
        };
        let view = self.setter.view;
        let current = view.codings.iter().position(|coding| Some(coding.id) == self.state.coding);
        let codings = self.state.codings.clone();
        let Some(found) = codings.neighbour(current, self.state.caret(), forward) else { return true };
        if let Some(coding) = view.codings.get(found.index) {
            self.state.coding = Some(coding.id);
            self.state.selection = Selection::caret(found.start);
            self.settle();
            self.actions.push(TranscriptAction::CodingClicked(coding.id));
            self.show_caret();
        }
        true
    }

    /// Alt and the side arrows move the end of the chosen coding, with Shift its beginning.
    fn move_edge(&mut self, key: Key, start: bool) -> bool {
        let forward = match key {
            Key::ArrowRight => true,
            Key::ArrowLeft => false,
            _ => return false,
        };
        let chosen = self.setter.view.codings.iter().find(|coding| Some(coding.id) == self.state.coding);
        let Some(coding) = chosen else { return false };
        let edge = if start { Edge::Start } else { Edge::End };
        if let Some(range) = edges::by_word(coding.range(), edge, forward, self.setter.script()) {
            self.actions.push(TranscriptAction::EdgesMoved { coding: coding.id, range });
        }
        true
    }

    fn move_caret(&mut self, key: Key, modifiers: Modifiers) -> bool {
        let Some(focus) = self.target(key, modifiers.command || modifiers.ctrl) else { return false };
        if !matches!(key, Key::ArrowUp | Key::ArrowDown | Key::PageUp | Key::PageDown) {
            self.state.goal_x = None;
        }
        let anchor = if modifiers.shift { self.state.selection.anchor } else { focus };
        self.state.selection = Selection { anchor, focus };
        self.settle();
        self.show_caret();
        true
    }

    /// Where a key leads the caret; `None` for a key that does not move it.
    fn target(&mut self, key: Key, command: bool) -> Option<usize> {
        let (script, at) = (self.setter.script(), self.state.selection.focus);
        Some(match key {
            Key::ArrowLeft if command => script.by_word(at, false),
            Key::ArrowRight if command => script.by_word(at, true),
            Key::ArrowLeft => script.by_grapheme(at, false),
            Key::ArrowRight => script.by_grapheme(at, true),
            Key::Home if command => self.setter.blocks.offset(0, 0),
            Key::End if command => self.setter.blocks.text_length(),
            Key::Home => self.line_end(at, -FAR),
            Key::End => self.line_end(at, FAR),
            Key::ArrowUp if command => script.by_block(at, false),
            Key::ArrowDown if command => script.by_block(at, true),
            Key::ArrowUp => self.vertical(at, -1.0),
            Key::ArrowDown => self.vertical(at, 1.0),
            Key::PageUp => self.page(at, -1.0),
            Key::PageDown => self.page(at, 1.0),
            _ => return None,
        })
    }

    fn line_end(&mut self, at: usize, x: f32) -> usize {
        let spot = Spot::of(at, &self.setter);
        spot.map_or(at, |spot| spot.offset_below(0.0, x, &self.setter, self.heights))
    }

    fn vertical(&mut self, at: usize, lines: f32) -> usize {
        let Some(spot) = Spot::of(at, &self.setter) else { return at };
        let x = *self.state.goal_x.get_or_insert(spot.x);
        spot.offset_below(lines * (spot.bottom - spot.top), x, &self.setter, self.heights)
    }

    fn page(&mut self, at: usize, pages: f32) -> usize {
        let Some(spot) = Spot::of(at, &self.setter) else { return at };
        let x = *self.state.goal_x.get_or_insert(spot.x);
        let step = (self.view_height - 2.0 * (spot.bottom - spot.top)).max(20.0);
        self.state.anchor.scroll(pages * step, self.view_height, &self.setter, self.heights);
        spot.offset_below(pages * step, x, &self.setter, self.heights)
    }

    fn settle(&mut self) {
        self.state.settle_words(self.setter.script());
        settled(self.state, &mut self.actions);
    }

    fn show_caret(&mut self) {
        if let Some(spot) = Spot::of(self.state.selection.focus, &self.setter) {
            let mut anchor: Anchor = self.state.anchor;
            anchor.bring(spot, CARET_MARGIN, self.view_height, &self.setter, self.heights);
            self.state.anchor = anchor;
        }
    }
}
