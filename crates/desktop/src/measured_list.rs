//! A scrolled list whose rows have different heights: only those on the screen are laid out, the others are
//! estimated until they have been seen.

use egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};
use std::collections::HashMap;

/// What is known of the rows of one list.
#[derive(Debug, Default)]
pub struct RowHeights {
    valid_for: (u64, u32),
    list: Vec<f32>,
    /// Heights that were measured, by row: they outlive a change of the list.
    measured: HashMap<u64, f32>,
}

/// The rows of a list.
pub struct Rows<N, E> {
    /// Changes with the rows.
    pub key: u64,
    /// How many there are.
    pub count: usize,
    /// Tells one row from all others, and changes with its text.
    pub name: N,
    /// About how high a row is.
    pub estimate: E,
}

impl RowHeights {
    fn keep_for(&mut self, width: f32, rows: &Rows<impl Fn(usize) -> u64, impl Fn(usize) -> f32>) {
        let valid_for = (rows.key, width.to_bits());
        if self.valid_for == valid_for && self.list.len() == rows.count {
            return;
        }
        if self.valid_for.1 != valid_for.1 {
            self.measured.clear();
        }
        self.valid_for = valid_for;
        let height = |at| self.measured.get(&(rows.name)(at)).copied().unwrap_or_else(|| (rows.estimate)(at));
        self.list = (0..rows.count).map(height).collect();
    }
}

/// Draws the rows on the screen; `draw` draws one at the top of its `Ui` and returns the height it took.
pub fn show(
    ui: &mut Ui,
    known: &mut RowHeights,
    rows: &Rows<impl Fn(usize) -> u64, impl Fn(usize) -> f32>,
    draw: impl FnMut(&mut Ui, usize) -> f32,
) {
    show_revealing(ui, known, rows, None, draw);
}

/// The same, scrolled so that a row is seen.
pub fn show_revealing(
    ui: &mut Ui,
    known: &mut RowHeights,
    rows: &Rows<impl Fn(usize) -> u64, impl Fn(usize) -> f32>,
    reveal: Option<usize>,
    mut draw: impl FnMut(&mut Ui, usize) -> f32,
) {
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, seen| {
        known.keep_for(ui.available_width(), rows);
        let (origin, width) = (ui.max_rect().min, ui.available_width());
        ui.set_height(known.list.iter().sum());
        if let Some(at) = reveal.filter(|at| *at < known.list.len()) {
            let top = origin + vec2(0.0, known.list[..at].iter().sum());
            let row = Rect::from_min_size(top, vec2(width, known.list[at]));
            if row.top() < origin.y + seen.top() || row.bottom() > origin.y + seen.bottom() {
                ui.scroll_to_rect(row.expand2(vec2(0.0, 40.0)), None);
            }
        }
        let mut y = 0.0;
        for at in 0..known.list.len() {
            let height = known.list[at];
            if y + height >= seen.top() && y <= seen.bottom() {
                let place = Rect::from_min_size(origin + vec2(0.0, y), vec2(width, height));
                let mut row = ui.new_child(UiBuilder::new().max_rect(place).id_salt(at));
                let taken = draw(&mut row, at);
                known.measured.insert((rows.name)(at), taken);
                if std::mem::replace(&mut known.list[at], taken) != taken {
                    ui.ctx().request_repaint();
                }
            }
            y += height;
        }
    });
}
