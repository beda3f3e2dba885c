//! A scrolled list whose rows have different heights: only those on the screen are laid out, the others are
//! estimated until they have been seen.

use egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};

/// What is known of the rows of one list.
#[derive(Debug, Default)]
pub struct RowHeights {
    valid_for: (u64, u32),
    heights: Vec<f32>,
}

impl RowHeights {
    fn keep_for(&mut self, key: u64, width: f32, count: usize, estimate: impl Fn(usize) -> f32) {
        let valid_for = (key, width.to_bits());
        if self.valid_for != valid_for || self.heights.len() != count {
            self.valid_for = valid_for;
            self.heights = (0..count).map(estimate).collect();
        }
    }
}

/// Draws the rows on the screen. `key` changes with the rows; `draw` draws one at the top of its `Ui` and
/// returns the height that it took.
pub fn show(
    ui: &mut Ui,
    known: &mut RowHeights,
    key: u64,
    count: usize,
    estimate: impl Fn(usize) -> f32,
    mut draw: impl FnMut(&mut Ui, usize) -> f32,
) {
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, seen| {
        known.keep_for(key, ui.available_width(), count, estimate);
        let total: f32 = known.heights.iter().sum();
        let (origin, width) = (ui.max_rect().min, ui.available_width());
        ui.set_height(total);
        let mut y = 0.0;
        for at in 0..count {
            let height = known.heights[at];
            if y + height >= seen.top() && y <= seen.bottom() {
                let place = Rect::from_min_size(origin + vec2(0.0, y), vec2(width, height));
                let mut row = ui.new_child(UiBuilder::new().max_rect(place).id_salt(at));
                known.heights[at] = draw(&mut row, at);
                if known.heights[at] != height {
                    ui.ctx().request_repaint();
                }
            }
            y += height;
        }
    });
}
