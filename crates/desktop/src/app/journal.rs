//! The journal of operations as one reads it: day by day, the latest first, as far back as one scrolls.

use crate::fonts;
use crate::measured_list::{self, RowHeights, Rows};
use crate::theme::{Theme, size, space};
use egui::{Align, Label, Layout, RichText, Ui, vec2};
use workbench::views::{JournalRow, JournalView};

/// So many operations are read at first; twice as many each time one comes to the end of them.
pub(super) const STEP: usize = 200;
/// As high as the list is.
const HEIGHT: f32 = 480.0;
/// The column of hours.
const HOUR: f32 = 64.0;

/// Draws the journal; true where one has come to the end of what was read and there is more.
pub(super) fn show(ui: &mut Ui, view: &JournalView, heights: &mut RowHeights) -> bool {
    let rows = Rows {
        key: view.key,
        count: view.rows.len(),
        name: |at: usize| at as u64,
        estimate: |at: usize| match view.rows[at] {
            JournalRow::Day(_) => 34.0,
            JournalRow::Act { .. } => 22.0,
        },
    };
    let mut at_end = false;
    let room = vec2(ui.available_width(), HEIGHT);
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
        ui.set_min_height(HEIGHT);
        measured_list::show(ui, heights, &rows, |ui, at| {
            at_end |= at + 1 == view.rows.len();
            one(ui, &view.rows[at])
        });
    });
    at_end && view.has_more
}

fn one(ui: &mut Ui, row: &JournalRow) -> f32 {
    let theme = Theme::of(ui);
    let text = |words: &str, colour| RichText::new(words).font(fonts::regular(size::BODY)).color(colour);
    let drawn = match row {
        JournalRow::Day(day) => ui.vertical(|ui| {
            ui.add_space(space::SMALL);
            ui.label(RichText::new(day.as_ref()).font(fonts::semibold(size::BODY)).color(theme.ink));
            ui.add_space(space::TIGHT);
        }),
        JournalRow::Act { hour, words } => ui.horizontal_top(|ui| {
            let place = vec2(HOUR, 18.0);
            ui.allocate_ui_with_layout(place, Layout::left_to_right(Align::Min), |ui| {
                ui.set_min_width(HOUR);
                ui.label(text(hour, theme.mute));
            });
            ui.add(Label::new(text(words, theme.ink)).wrap());
        }),
    };
    drawn.response.rect.height() + space::TIGHT
}
