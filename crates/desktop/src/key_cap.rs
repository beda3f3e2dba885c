//! A key as it is drawn beside what it does.

use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::emath::GuiRounding as _;
use egui::{Galley, Painter, Rect, Response, Sense, Stroke, StrokeKind, Ui, pos2, vec2};
use std::sync::Arc;

/// Around the name of the key.
const PAD: f32 = 5.0;
const HEIGHT: f32 = 17.0;

fn galley(painter: &Painter, text: &str, theme: &Theme) -> Arc<Galley> {
    painter.layout_no_wrap(text.to_owned(), fonts::regular(size::SMALL), theme.mute)
}

/// Draws a key that ends at `right` and returns its left edge.
pub fn paint_ending_at(ui: &Ui, text: &str, right: f32, middle: f32) -> f32 {
    let theme = Theme::of(ui);
    let galley = galley(ui.painter(), text, theme);
    let left = right - galley.size().x - 2.0 * PAD;
    let rect = Rect::from_min_size(pos2(left, middle - HEIGHT / 2.0), vec2(right - left, HEIGHT));
    cap(ui.painter(), rect, theme);
    ui.painter().galley(pos2(left + PAD, middle - galley.size().y / 2.0), galley, theme.mute);
    left
}

fn cap(painter: &Painter, rect: Rect, theme: &Theme) {
    let rect = rect.round_to_pixels(painter.pixels_per_point());
    painter.rect(rect, 4, theme.panel, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    // The lower edge is thicker, as on a key.
    painter.hline(rect.x_range().shrink(2.0), rect.bottom() - 1.5, Stroke::new(1.0, theme.line));
}

/// A key as a part of a row.
pub fn show(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    let galley = galley(ui.painter(), text, theme);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 2.0 * PAD, HEIGHT), Sense::hover());
    cap(ui.painter(), rect, theme);
    ui.painter().galley(pos2(rect.left() + PAD, rect.center().y - galley.size().y / 2.0), galley, theme.mute);
    ui.add_space(space::TIGHT - ui.spacing().item_spacing.x.min(space::TIGHT));
    response
}
