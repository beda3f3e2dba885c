//! A way from one pole to another with a knob on it: pressed, dragged, or moved by arrows.

use crate::theme::{Theme, radius};
use egui::{EventFilter, Key, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// One step of an arrow, in thousandths of the way.
const STEP: i32 = 50;

/// What was done with the knob.
pub(super) enum Moved {
    No,
    /// It is on its way.
    To(u16),
    /// It was let go.
    Done(u16),
    /// It is taken away.
    Away,
}

/// Draws the way; the knob stands where the passage does.
pub(super) fn show(ui: &mut Ui, at: Option<u16>, name: &str) -> Moved {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::click_and_drag());
    let shown = at.map_or(0.0, |at| f64::from(at) / 10.0);
    response.widget_info(|| WidgetInfo::slider(true, shown, name));
    let line = rect.shrink2(vec2(8.0, 0.0));
    ui.painter().hline(line.x_range(), line.center().y, Stroke::new(1.5, theme.faint));
    for part in 0..=4 {
        let x = line.left() + line.width() * part as f32 / 4.0;
        ui.painter().vline(x, line.center().y - 4.0..=line.center().y + 4.0, Stroke::new(1.0, theme.faint));
    }
    if let Some(at) = at {
        let x = line.left() + line.width() * f32::from(at) / 1000.0;
        ui.painter().circle_filled(pos2(x, line.center().y), 6.0, theme.accent);
    }
    if response.has_focus() {
        let ring = Rect::from_center_size(rect.center(), rect.size());
        ui.painter().rect_stroke(ring, radius::ROW, Stroke::new(1.5, theme.accent), egui::StrokeKind::Inside);
        let moved = by_keys(ui, &response, at);
        if !matches!(moved, Moved::No) {
            return moved;
        }
    }
    by_pointer(&response, line)
}

fn by_pointer(response: &egui::Response, line: Rect) -> Moved {
    let Some(pointer) = response.interact_pointer_pos() else { return Moved::No };
    let part = ((pointer.x - line.left()) / line.width().max(1.0)).clamp(0.0, 1.0);
    let at = (part * 1000.0).round() as u16;
    if response.clicked() || response.drag_stopped() {
        response.request_focus();
        Moved::Done(at)
    } else if response.dragged() {
        Moved::To(at)
    } else {
        Moved::No
    }
}

fn by_keys(ui: &Ui, response: &egui::Response, at: Option<u16>) -> Moved {
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let now = i32::from(at.unwrap_or(500));
    let to = |at: i32| u16::try_from(at.clamp(0, 1000)).unwrap_or_default();
    if pressed(Key::ArrowRight) {
        Moved::To(to(now + if at.is_some() { STEP } else { 0 }))
    } else if pressed(Key::ArrowLeft) {
        Moved::To(to(now - if at.is_some() { STEP } else { 0 }))
    } else if pressed(Key::Home) {
        Moved::To(0)
    } else if pressed(Key::End) {
        Moved::To(1000)
    } else if at.is_some() && (pressed(Key::Delete) || pressed(Key::Backspace)) {
        Moved::Away
    } else {
        Moved::No
    }
}
