//! What the pointer does on the text: select, choose codings, take and drop passages and codes.

use super::blocks::BlockKind;
use super::measures::{GUTTER_GAP, Regions};
use super::page::Page;
use super::selection::{Drag, Grain, Selection};
use super::state::TranscriptState;
use super::{CodePayload, PassagePayload, TranscriptAction, settled};
use crate::carried::dropped;
use egui::{CursorIcon, PointerButton, Pos2, Response, Ui};
use std::ops::Range;
use workbench::views::TranscriptView;

/// A further press within this time (seconds) and distance (points) counts as the same series.
const SERIES: (f64, f32) = (0.4, 5.0);

/// While a drag is this near to the edge of the screen, the text scrolls under it.
const EDGE: f32 = 28.0;

/// Everything the pointer may touch.
pub(crate) struct Hand<'a, 's> {
    pub view: &'a TranscriptView,
    pub page: &'a Page<'a>,
    pub parts: Regions,
    pub state: &'s mut TranscriptState,
    pub actions: Vec<TranscriptAction>,
    /// How far the text has to scroll because a drag has come to the edge.
    pub scroll: f32,
}

/// Handles this frame's pointer on the page.
pub(crate) fn handle(ui: &Ui, response: &Response, hand: &mut Hand<'_, '_>) {
    // A quick click presses and releases within one frame.
    let here = response.is_pointer_button_down_on() || response.clicked_by(PointerButton::Primary);
    if here && ui.input(|input| input.pointer.primary_pressed()) {
        hand.press(ui, response);
    }
    if response.dragged_by(PointerButton::Primary) {
        hand.drag(ui, response);
    }
    if ui.input(|input| input.pointer.primary_released()) {
        hand.release(ui, response);
    }
    if response.secondary_clicked() {
        hand.menu(response);
    }
    if let Some(code) = dropped::<CodePayload>(response)
        && let Some(range) = hand.state.selected()
    {
        hand.actions.push(TranscriptAction::CodeDropped { code: code.0, range });
    }
    hand.cursor(ui, response);
}

impl Hand<'_, '_> {
    fn press(&mut self, ui: &Ui, response: &Response) {
        response.request_focus();
        let origin = ui.input(|input| input.pointer.press_origin());
        let Some(pos) = origin.or(response.interact_pointer_pos()) else { return };
        let count = self.count(ui, pos);
        let modifiers = ui.input(|input| input.modifiers);
        self.state.goal_x = None;
        if pos.x < self.parts.left - GUTTER_GAP / 2.0 {
            return self.select_turn(pos);
        }
        let Some(offset) = self.page.offset_at(pos) else { return };
        let selected = self.state.selected();
        if count == 1 && !modifiers.shift && selected.is_some_and(|range| self.page.covers(range, pos)) {
            // May become a drag of the passage; a mere click takes the selection back on release.
            self.state.drag = None;
            return;
        }
        let origin = match count {
            1 if modifiers.shift => self.state.selection.anchor..self.state.selection.anchor,
            1 => offset..offset,
            2 => self.page.script.word(offset),
            3 => self.page.script.sentence(offset),
            _ => return self.select_turn(pos),
        };
        let grain = if count == 3 { Grain::Sentences } else { Grain::Words };
        let drag = Drag { origin, grain };
        self.state.selection = match count {
            1 if !modifiers.shift => Selection::caret(offset),
            _ => drag.to(offset, self.page.script),
        };
        self.state.drag = Some(drag);
        self.settle_words();
    }

    /// How many presses, this one included, came in quick succession on one spot.
    fn count(&mut self, ui: &Ui, pos: Pos2) -> u32 {
        let now = ui.input(|input| input.time);
        let presses = &mut self.state.presses;
        let again = presses.at.is_some_and(|(time, at)| now - time < SERIES.0 && at.distance(pos) < SERIES.1);
        presses.count = if again { presses.count + 1 } else { 1 };
        presses.at = Some((now, pos));
        presses.count
    }

    /// Takes everything that one speaker says in a row.
    fn select_turn(&mut self, pos: Pos2) {
        let Some(offset) = self.page.offset_at(pos) else { return };
        let blocks = self.page.script.blocks;
        let Some((block, _)) = blocks.locate(offset) else { return };
        let range = match blocks.get(block).map(|block| block.kind) {
            Some(BlockKind::Speech { turn, .. }) => {
                self.view.turns.get(turn).map(|turn| turn.start..turn.end)
            }
            _ => blocks.get(block).map(|block| block.chars.clone()),
        };
        if let Some(range) = range {
            self.state.select(range.clone());
            self.state.drag = Some(Drag { origin: range, grain: Grain::Words });
            self.settle_words();
        }
    }

    fn drag(&mut self, ui: &Ui, response: &Response) {
        let Some(pos) = response.interact_pointer_pos() else { return };
        if self.state.drag.is_none() {
            return self.carry(ui, response);
        }
        self.select_to(ui, pos);
        self.scroll_at_edge(ui, pos);
    }

    fn select_to(&mut self, ui: &Ui, pos: Pos2) {
        let Some(drag) = self.state.drag.clone() else { return };
        let exact = ui.input(|input| input.modifiers.alt);
        let grain = if exact && drag.grain == Grain::Words { Grain::Exact } else { drag.grain };
        if let Some(offset) = self.page.offset_at(pos) {
            self.state.selection = Drag { grain, ..drag }.to(offset, self.page.script);
            self.settle_words();
        }
    }

    /// The selected passage goes along with the pointer, to be dropped on a code.
    fn carry(&mut self, ui: &Ui, response: &Response) {
        if let Some(range) = self.state.selected()
            && response.drag_started()
        {
            let payload = PassagePayload { interview: self.view.interview, range };
            egui::DragAndDrop::set_payload(ui.ctx(), payload);
        }
    }

    fn scroll_at_edge(&mut self, ui: &Ui, pos: Pos2) {
        let view = self.parts.page;
        let beyond = (pos.y - (view.bottom() - EDGE)).max(0.0) - (view.top() + EDGE - pos.y).max(0.0);
        if beyond != 0.0 {
            let seconds = ui.input(|input| input.stable_dt).min(0.1);
            self.scroll = beyond.clamp(-120.0, 120.0) * 10.0 * seconds;
            ui.ctx().request_repaint();
        }
    }

    fn release(&mut self, ui: &Ui, response: &Response) {
        let clicked = response.clicked_by(PointerButton::Primary);
        let dragged = response.drag_stopped_by(PointerButton::Primary);
        if let Some(pos) = response.interact_pointer_pos().filter(|_| dragged) {
            // The button may come up in the very frame that brought the pointer here.
            self.select_to(ui, pos);
        }
        let held = self.state.drag.take().is_some();
        if !clicked && !dragged && !held {
            return;
        }
        let single = self.state.presses.count == 1 && !ui.input(|input| input.modifiers.shift);
        if let (true, true, Some(pos)) = (clicked, single, response.interact_pointer_pos()) {
            self.click(pos, held);
        }
        settled(self.state, &mut self.actions);
    }

    /// A click on coded words chooses their innermost coding; the next click there the one around it.
    fn click(&mut self, pos: Pos2, held: bool) {
        if !held && let Some(offset) = self.page.offset_at(pos) {
            self.state.selection = Selection::caret(offset);
            self.settle_words();
        }
        if self.state.selected().is_some() {
            return;
        }
        let Some(scalar) = self.page.scalar_under(pos) else {
            self.state.coding = None;
            return;
        };
        let ids = super::ids_over(&self.state.codings, self.view, scalar);
        let current = ids.iter().position(|id| Some(*id) == self.state.coding);
        let next = current.map_or(0, |at| (at + 1) % ids.len().max(1));
        self.state.coding = ids.get(next).copied();
        self.actions.extend(self.state.coding.map(TranscriptAction::CodingClicked));
    }

    fn menu(&mut self, response: &Response) {
        let Some(at) = response.interact_pointer_pos() else { return };
        let Some(offset) = self.page.offset_at(at) else { return };
        let keep = self.state.selected().is_some_and(|range| self.page.covers(range, at));
        if !keep {
            self.state.selection = Selection::caret(offset);
            self.settle_words();
            settled(self.state, &mut self.actions);
        }
        let scalar = self.page.scalar_under(at);
        let over = |scalar| super::ids_over(&self.state.codings, self.view, scalar);
        let codings = scalar.map(over).unwrap_or_default();
        let range: Option<Range<usize>> = self.state.selected();
        self.actions.push(TranscriptAction::OpenContextMenu { at, offset, range, codings });
    }

    fn settle_words(&mut self) {
        self.state.settle_words(self.page.script);
    }

    fn cursor(&self, ui: &Ui, response: &Response) {
        let Some(pos) = response.hover_pos() else { return };
        let icon = if egui::DragAndDrop::has_any_payload(ui.ctx()) {
            CursorIcon::Grabbing
        } else if pos.x < self.parts.left - GUTTER_GAP / 2.0 {
            CursorIcon::Default
        } else if self.state.selected().is_some_and(|range| self.page.covers(range, pos)) {
            CursorIcon::Grab
        } else {
            CursorIcon::Text
        };
        ui.ctx().set_cursor_icon(icon);
    }
}
