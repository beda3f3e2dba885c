//! Moving codes in the tree: dropped on a row or between two, or with Alt and the arrows.

use super::CodesAction;
use super::rows::{Rows, text_left};
use crate::carried::{CodePayload, PassagePayload, dropped};
use crate::row;
use crate::theme::Theme;
use egui::{Key, Modifiers, Rect, Response, Stroke, Ui};
use model::RecordId;
use workbench::views::CodeRow;

/// This part of a row's height, at its top and at its bottom, means the gap beside it.
const GAP: f32 = 0.28;

/// Where on a row a code is dropped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spot {
    /// In the gap above it.
    Above,
    /// On it: it comes under the row's code.
    On,
    /// In the gap below it.
    Below,
}

/// A code's parent and the codes under the same one, as indices of rows.
struct Kin {
    parent: Option<usize>,
    siblings: Vec<usize>,
    /// Which of the siblings it is.
    place: usize,
}

impl Rows<'_> {
    /// Takes what is dropped on a row, and shows where it would go.
    pub(super) fn drops(&mut self, ui: &Ui, response: &Response, rect: Rect, at: usize) {
        let Some(code) = self.view.rows.get(at) else { return };
        response.dnd_set_drag_payload(CodePayload(code.id));
        if response.dnd_hover_payload::<PassagePayload>().is_some() {
            row::ring(ui.painter(), rect, Theme::of(ui));
        }
        let spot = spot(ui, rect);
        if response.dnd_hover_payload::<CodePayload>().is_some_and(|other| other.0 != code.id) {
            self.show_spot(ui, rect, code, spot);
        }
        if let Some(passage) = dropped::<PassagePayload>(response) {
            self.actions.push(CodesAction::PassageDropped { code: code.id, passage });
        }
        if let Some(moved) = dropped::<CodePayload>(response).filter(|moved| moved.0 != code.id) {
            match spot {
                Spot::On => self.move_under(moved.0, Some(code.id)),
                gap => self.move_beside(moved.0, at, gap),
            }
        }
    }

    fn show_spot(&self, ui: &Ui, rect: Rect, code: &CodeRow, spot: Spot) {
        let theme = Theme::of(ui);
        let y = match spot {
            Spot::On => return row::ring(ui.painter(), rect, theme),
            Spot::Above => rect.top(),
            Spot::Below => rect.bottom(),
        };
        ui.painter().hline(text_left(rect, code)..=rect.right(), y, Stroke::new(2.0, theme.accent));
    }

    /// Codes that are dropped on another come under it; `None` for the top.
    pub(super) fn move_under(&mut self, dropped: RecordId, under: Option<RecordId>) {
        let mut codes = self.taken_along(dropped);
        codes.retain(|code| Some(*code) != under);
        if !codes.is_empty() {
            self.actions.push(CodesAction::Moved { codes, under });
        }
    }

    /// A code that is dropped in a gap stands there. Several come under the same parent, at its end.
    fn move_beside(&mut self, dropped: RecordId, at: usize, gap: Spot) {
        let rows = &self.view.rows;
        let kin = self.kin(at);
        let under = kin.parent.map(|parent| rows[parent].id);
        let child = rows.get(at + 1).filter(|next| next.depth > rows[at].depth && !self.is_folded(at));
        let (under, before) = match (gap, child) {
            (Spot::Below, Some(first)) => (Some(rows[at].id), Some(first.id)),
            (Spot::Below, None) => (under, kin.siblings.get(kin.place + 1).map(|next| rows[*next].id)),
            _ => (under, Some(rows[at].id)),
        };
        if self.taken_along(dropped).len() > 1 {
            self.move_under(dropped, under);
        } else if before != Some(dropped) {
            self.actions.push(CodesAction::Placed { code: dropped, under, before });
        }
    }

    /// A code and those that are marked with it, without what stands below another of them.
    fn taken_along(&self, dropped: RecordId) -> Vec<RecordId> {
        let marked = self.state.also.contains(&dropped) || self.state.chosen == Some(dropped);
        if !marked || self.state.also.is_empty() {
            return vec![dropped];
        }
        let (mut codes, mut above) = (Vec::new(), None);
        for row in self.view.rows.iter() {
            above = above.filter(|depth| row.depth > *depth);
            let chosen = self.state.also.contains(&row.id) || self.state.chosen == Some(row.id);
            if chosen && above.is_none() {
                codes.push(row.id);
                above = Some(row.depth);
            }
        }
        codes
    }

    fn is_folded(&self, at: usize) -> bool {
        self.state.shown.rows.iter().any(|row| row.index == at && row.folded == Some(true))
    }

    fn kin(&self, at: usize) -> Kin {
        let rows = &self.view.rows;
        let depth = rows[at].depth;
        let parent = rows[..at].iter().rposition(|row| row.depth < depth);
        let first = parent.map_or(0, |parent| parent + 1);
        let end = rows[at + 1..].iter().position(|row| row.depth < depth).map_or(rows.len(), |n| at + 1 + n);
        let siblings: Vec<usize> = (first..end).filter(|n| rows[*n].depth == depth).collect();
        let place = siblings.iter().position(|n| *n == at).unwrap_or_default();
        Kin { parent, siblings, place }
    }

    /// Alt and the arrows move a code: among its siblings, under the one before it, out of its parent.
    pub(super) fn moves(&mut self, ui: &Ui, code: &CodeRow) {
        let alt = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
        let rows = &self.view.rows;
        let Some(at) = rows.iter().position(|row| row.id == code.id) else { return };
        let Kin { parent, siblings, place } = self.kin(at);
        let sibling = |place: Option<usize>| place.and_then(|n| siblings.get(n)).map(|n| rows[*n].id);
        let parent_id = parent.map(|n| rows[n].id);
        let above = parent.filter(|n| rows[*n].depth > 0);
        let grandparent = above.and_then(|n| rows[..n].iter().rfind(|row| row.depth < rows[n].depth));
        let moved = if alt(Key::ArrowUp) {
            sibling(place.checked_sub(1)).map(|before| (parent_id, Some(before)))
        } else if alt(Key::ArrowDown) && place + 1 < siblings.len() {
            Some((parent_id, sibling(Some(place + 2))))
        } else if alt(Key::ArrowRight) {
            sibling(place.checked_sub(1)).map(|under| (Some(under), None))
        } else if alt(Key::ArrowLeft) && parent.is_some() {
            Some((grandparent.map(|row| row.id), None))
        } else {
            None
        };
        if let Some((under, before)) = moved {
            self.state.bring = true;
            self.actions.push(CodesAction::Placed { code: code.id, under, before });
        }
    }
}

fn spot(ui: &Ui, rect: Rect) -> Spot {
    let y = ui.input(|input| input.pointer.latest_pos()).map_or(rect.center().y, |pos| pos.y);
    let share = (y - rect.top()) / rect.height();
    match share {
        share if share < GAP => Spot::Above,
        share if share > 1.0 - GAP => Spot::Below,
        _ => Spot::On,
    }
}
