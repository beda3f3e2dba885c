//! A passage dropped on a relation: on the left it supports it, on the right, or with Shift, it contradicts it.

use crate::carried::{CodingPayload, dropped};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size};
use crate::words::Words;
use egui::{Align2, DragAndDrop, Pos2, Rect, Response, Sense, Ui, pos2};
use model::RecordId;
use model::value::Stance;

/// Which half of a place a passage is held over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    Supports,
    Contradicts,
}

impl Zone {
    pub fn stance(self) -> Stance {
        match self {
            Zone::Supports => Stance::Supports,
            Zone::Contradicts => Stance::Contradicts,
        }
    }

    fn at(ui: &Ui, rect: Rect, pointer: Pos2) -> Zone {
        let shift = ui.input(|input| input.modifiers.shift);
        if shift || pointer.x > rect.center().x { Zone::Contradicts } else { Zone::Supports }
    }
}

/// True while a passage is on its way.
pub(super) fn is_under_way(ui: &Ui) -> bool {
    DragAndDrop::has_payload_of_type::<CodingPayload>(ui.ctx())
}

/// Shows both halves of a place while a passage is held over it; what was dropped, and where. It is taken wherever
/// the halves are shown, and nowhere else.
pub(super) fn show(ui: &Ui, about: RecordId, rect: Rect, words: Words) -> Option<(RecordId, Zone)> {
    if !is_under_way(ui) {
        return None;
    }
    let place = ui.interact(rect, ui.scope_id().with(("evidence", about)), Sense::hover());
    let pointer = ui.input(|input| input.pointer.interact_pos()).filter(|_| place.contains_pointer())?;
    let zone = Zone::at(ui, rect, pointer);
    let halves = [
        (Zone::Supports, rect.with_max_x(rect.center().x), i18n::evidence_drop_for(words.lang)),
        (Zone::Contradicts, rect.with_min_x(rect.center().x), i18n::evidence_drop_against(words.lang)),
    ];
    let theme = Theme::of(ui);
    for (half, part, name) in halves {
        let on = half == zone;
        let (fill, color) = if on { (theme.accent, theme.on_accent) } else { (theme.panel, theme.mute) };
        ui.painter().rect_filled(part.shrink(1.0), crate::theme::radius::ROW, fill);
        let name = row::one_line(ui.painter(), name, fonts::medium(size::SMALL), color, part.width() - 8.0);
        let at = Align2::CENTER_CENTER.anchor_size(part.center(), name.size()).min;
        ui.painter().galley(pos2(at.x.round(), at.y.round()), name, color);
    }
    dropped::<CodingPayload>(&place).map(|coding| (coding.0, zone))
}

/// What is under way, at the pointer.
pub(super) fn carried(ui: &Ui, response: &Response, coding: RecordId, quote: &str) {
    response.dnd_set_drag_payload(CodingPayload(coding));
    if !response.dragged() {
        return;
    }
    ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) else { return };
    let theme = Theme::of(ui);
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("carried-passage"));
    let painter = ui.ctx().layer_painter(layer);
    let words = row::one_line(&painter, quote, fonts::regular(size::BODY), theme.ink, 280.0);
    let rect = Rect::from_min_size(pointer + egui::vec2(14.0, 10.0), words.size() + egui::vec2(16.0, 10.0));
    painter.rect_filled(rect, crate::theme::radius::ROW, theme.paper);
    painter.rect_stroke(rect, crate::theme::radius::ROW, theme.hairline(), egui::StrokeKind::Inside);
    painter.galley(rect.min + egui::vec2(8.0, 5.0), words, theme.ink);
}
