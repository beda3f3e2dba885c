//! The whole text in small at the right edge: where codings stand, and which part is on the screen.
//!
//! Heights are by characters, so nothing has to be measured and nothing moves while one scrolls.

use super::codings::CodingIndex;
use super::page::Page;
use super::state::TranscriptState;
use crate::theme::Theme;
use egui::{Color32, Mesh, Rect, Sense, Shape, Ui, pos2};
use std::collections::BTreeMap;
use std::ops::Range;
use workbench::views::TranscriptView;

/// Height of one bin, in points.
const BIN: f32 = 3.0;

/// What is drawn, kept until codings, height or theme change.
pub(crate) struct Overview {
    valid_for: (u64, u32, bool),
    runs: Vec<(Range<usize>, u16)>,
}

/// The colour that most codings have in each bin, equal neighbours joined. Bins are counted from the top.
fn runs(index: &CodingIndex, view: &TranscriptView, length: usize, bins: usize) -> Vec<(Range<usize>, u16)> {
    let mut counts: Vec<BTreeMap<u16, u32>> = vec![BTreeMap::new(); bins];
    for placed in index.iter() {
        let Some(coding) = view.codings.get(placed.index) else { continue };
        let first = placed.start * bins / length.max(1);
        let last = ((placed.end - 1) * bins / length.max(1)).min(bins.saturating_sub(1));
        for bin in counts.iter_mut().take(last + 1).skip(first) {
            *bin.entry(coding.hue).or_default() += 1;
        }
    }
    let mut found: Vec<(Range<usize>, u16)> = Vec::new();
    for (at, bin) in counts.iter().enumerate() {
        let Some((hue, _)) = bin.iter().max_by_key(|(_, count)| **count) else { continue };
        match found.last_mut() {
            Some((range, last)) if range.end == at && last == hue => range.end = at + 1,
            _ => found.push((at..at + 1, *hue)),
        }
    }
    found
}

/// Draws the overview; a press or drag on it moves the screen. Returns where to go: a scalar offset.
pub(crate) fn show(
    ui: &Ui,
    rect: Rect,
    view: &TranscriptView,
    state: &mut TranscriptState,
    page: &Page<'_>,
    name: &str,
) -> Option<usize> {
    let theme = Theme::of(ui);
    let length = state.blocks.text_length();
    let response =
        ui.interact(rect, ui.scope_id().with("overview"), Sense::click_and_drag() - Sense::FOCUSABLE);
    let (seen, painter) = (seen(page, rect, length), ui.painter_at(rect));
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::accesskit::Role::ScrollBar, true, name);
        info.value = Some(f64::from(100.0 * (seen.top() - rect.top()) / rect.height().max(1.0)));
        info
    });
    painter.rect_filled(rect, 0, theme.panel);
    painter.vline(rect.left(), rect.y_range(), theme.hairline());
    painter.add(marks(rect, view, state, theme));
    let strength = if response.hovered() || response.dragged() { 0.30 } else { 0.18 };
    painter.rect_filled(seen, 0, theme.accent.gamma_multiply(strength));
    let pressed = response.is_pointer_button_down_on() || response.dragged() || response.clicked();
    let pos = response.interact_pointer_pos().filter(|_| pressed)?;
    let share = (pos.y - rect.top() - seen.height() / 2.0) / rect.height().max(1.0);
    Some((share.clamp(0.0, 1.0) * length as f32) as usize)
}

/// The part of the overview that stands for the screen.
fn seen(page: &Page<'_>, rect: Rect, length: usize) -> Rect {
    let span = page.span();
    let y = |offset: usize| rect.top() + rect.height() * offset as f32 / length.max(1) as f32;
    let (top, bottom) = (y(span.start), y(span.end));
    let middle = (top + bottom) / 2.0;
    // A small part of a long text must still be one that a hand can find.
    let half = ((bottom - top) / 2.0).max(7.0);
    let (top, bottom) = ((middle - half).max(rect.top()), (middle + half).min(rect.bottom()));
    Rect::from_min_max(pos2(rect.left() + 1.0, top), pos2(rect.right(), bottom))
}

fn marks(rect: Rect, view: &TranscriptView, state: &mut TranscriptState, theme: &Theme) -> Shape {
    let valid_for = (view.key, rect.height().to_bits(), theme.dark);
    if state.overview.as_ref().is_none_or(|overview| overview.valid_for != valid_for) {
        let bins = ((rect.height() / BIN) as usize).max(1);
        let runs = runs(&state.codings, view, state.blocks.text_length(), bins);
        state.overview = Some(Overview { valid_for, runs });
    }
    let mut mesh = Mesh::default();
    for (range, hue) in state.overview.iter().flat_map(|overview| &overview.runs) {
        let y = |bin: usize| rect.top() + bin as f32 * BIN;
        let mark = Rect::from_min_max(
            pos2(rect.left() + 4.0, y(range.start)),
            pos2(rect.left() + 13.0, y(range.end)),
        );
        mesh.add_colored_rect(mark, quieter(theme.hue(*hue)));
    }
    Shape::mesh(mesh)
}

fn quieter(color: Color32) -> Color32 {
    color.gamma_multiply(0.85)
}

#[cfg(test)]
mod tests {
    use super::super::blocks::Blocks;
    use super::super::codings::tests::coding;
    use super::*;
    use model::RecordId;

    #[test]
    fn each_bin_shows_the_colour_of_most_codings() {
        let text = "x".repeat(1000);
        let mut view = TranscriptView::bare(RecordId::from(uuid::Uuid::nil()), 1, "EMG 1", text.as_str());
        // Hue 1 twice over the second half, hue 2 over the last tenth once, hue 3 at the very end.
        view.codings =
            [coding(1, 500, 1000), coding(8, 500, 1000), coding(2, 900, 1000), coding(3, 0, 100)].into();
        let blocks = Blocks::new(&text, &[]);
        let index = CodingIndex::new(&view.codings, &blocks);
        assert_eq!(runs(&index, &view, 1000, 10), [(0..1, 3), (5..10, 1)]);
    }
}
