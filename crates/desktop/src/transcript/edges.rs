//! The edges of the chosen coding: grips for the hand, Alt and the side arrows for the keys.

use super::TranscriptAction;
use super::page::Page;
use super::selection::{Script, Selection};
use super::state::TranscriptState;
use crate::theme::Theme;
use egui::{Color32, CursorIcon, Painter, Pos2, Rect, Response, Sense, Stroke, Ui, pos2};
use model::RecordId;
use std::ops::Range;
use workbench::views::CodingView;

/// How near the hand must come to a grip, in points.
const REACH: f32 = 6.0;
const KNOB: f32 = 4.0;

/// Which edge of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    Start,
    End,
}

/// An edge in the hand, and where the passage would stand now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EdgeDrag {
    pub coding: RecordId,
    pub range: Range<usize>,
}

/// Draws the grips of `coding` and lets the hand move them.
pub(crate) fn show(
    ui: &Ui,
    page: &Page<'_>,
    clip: Rect,
    coding: &CodingView,
    state: &mut TranscriptState,
) -> Option<TranscriptAction> {
    let mut told = None;
    for edge in [Edge::Start, Edge::End] {
        let shown = state.edge.as_ref().map_or(coding.range(), |drag| drag.range.clone());
        let Some(place) = grip(page, shown, edge) else { continue };
        let id = ui.scope_id().with(("edge", edge == Edge::Start));
        let area = place.expand(REACH).intersect(clip);
        if !area.is_positive() {
            continue;
        }
        let response = ui.interact(area, id, Sense::drag() - Sense::FOCUSABLE);
        if let Some(pos) =
            response.interact_pointer_pos().filter(|_| response.dragged() || response.drag_stopped())
        {
            let exact = ui.input(|input| input.modifiers.alt);
            pull(page, coding, edge, pos, exact, state);
        }
        if response.drag_stopped() {
            told = state.edge.take().filter(|drag| drag.range != coding.range()).map(moved);
        }
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        draw(&ui.painter_at(clip), place, edge, Theme::of(ui).hue(coding.hue), &response);
    }
    told
}

fn moved(drag: EdgeDrag) -> TranscriptAction {
    TranscriptAction::EdgesMoved { coding: drag.coding, range: drag.range }
}

/// Where the grip of an edge stands: a line without width, if it is on the screen.
fn grip(page: &Page<'_>, range: Range<usize>, edge: Edge) -> Option<Rect> {
    let span = page.span();
    let at = if edge == Edge::Start { range.start } else { range.end };
    if at < span.start || at > span.end {
        return None;
    }
    let mut parts = Vec::new();
    page.for_each_part(range, |part| parts.push(part));
    let (part, x) = match edge {
        Edge::Start => parts.first().map(|part| (part, part.left()))?,
        Edge::End => parts.last().map(|part| (part, part.right()))?,
    };
    Some(Rect::from_x_y_ranges(x..=x, part.y_range().shrink(2.0)))
}

fn draw(painter: &Painter, place: Rect, edge: Edge, color: Color32, response: &Response) {
    let width = if response.hovered() || response.dragged() { 3.0 } else { 2.0 };
    painter.vline(place.left(), place.y_range(), Stroke::new(width, color));
    let y = if edge == Edge::Start { place.top() } else { place.bottom() };
    painter.circle_filled(pos2(place.left(), y), KNOB, color);
}

/// Brings one edge to the pointer: to whole words, or exactly.
fn pull(
    page: &Page<'_>,
    coding: &CodingView,
    edge: Edge,
    pos: Pos2,
    exact: bool,
    state: &mut TranscriptState,
) {
    let Some(offset) = page.offset_at(pos) else { return };
    let at = if exact { offset } else { page.script.snap(offset, edge == Edge::End) };
    let range = match edge {
        Edge::Start => at..coding.end,
        Edge::End => coding.start..at,
    };
    if let Some(range) = words_of(range, page.script) {
        state.edge = Some(EdgeDrag { coding: coding.id, range });
    }
}

fn words_of(range: Range<usize>, script: Script<'_>) -> Option<Range<usize>> {
    if range.start >= range.end {
        return None;
    }
    Selection { anchor: range.start, focus: range.end }.words(script)
}

/// The passage after one edge has gone one word further; `None` where it cannot.
pub(crate) fn by_word(
    range: Range<usize>,
    edge: Edge,
    forward: bool,
    script: Script<'_>,
) -> Option<Range<usize>> {
    let range = match (edge, forward) {
        (Edge::Start, true) => script.word(script.by_word(range.start, true)).start..range.end,
        (Edge::Start, false) => script.word(script.by_word(range.start, false)).start..range.end,
        (Edge::End, true) => range.start..next_end(range.end, script),
        (Edge::End, false) => {
            let last = script.by_word(range.end, false);
            range.start..script.word(script.by_word(last, false)).end
        }
    };
    words_of(range, script)
}

/// The end of the first word that ends after `at`; a step may only lead out of a block.
fn next_end(at: usize, script: Script<'_>) -> usize {
    let first = script.by_word(at, true);
    let ends = [first, script.by_word(first, true)].map(|word| script.word(word).end);
    ends.into_iter().find(|end| *end > at).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::super::blocks::Blocks;
    use super::*;

    const TEXT: &str = "Oui… une dame de *** m’a dit.\nVoilà, quoi.";

    fn step(words: &str, edge: Edge, forward: bool) -> Option<String> {
        let start = TEXT[..TEXT.find(words).unwrap()].chars().count();
        let blocks = Blocks::new(TEXT, &[]);
        let script = Script { text: TEXT, blocks: &blocks };
        let range = by_word(start..start + words.chars().count(), edge, forward, script)?;
        Some(TEXT.chars().skip(range.start).take(range.len()).collect())
    }

    #[test]
    fn edges_go_word_by_word_without_the_signs_around_words() {
        assert_eq!(step("dame de", Edge::Start, false).as_deref(), Some("une dame de"));
        assert_eq!(step("dame de", Edge::Start, true).as_deref(), Some("de"));
        assert_eq!(step("dame de", Edge::End, true).as_deref(), Some("dame de ***"));
        assert_eq!(step("dame de", Edge::End, false).as_deref(), Some("dame"));
        assert_eq!(step("m’a dit", Edge::End, true).as_deref(), Some("m’a dit.\nVoilà"));
        assert_eq!(step("une", Edge::Start, false).as_deref(), Some("Oui… une"));
    }

    #[test]
    fn a_passage_never_loses_its_last_word() {
        assert_eq!(step("dame", Edge::Start, true), None);
        assert_eq!(step("dame", Edge::End, false), None);
        assert_eq!(step("Voilà", Edge::Start, true), None);
    }
}
