//! Colour behind coded words, and the line under the chosen passage.

use super::codings::{CodingIndex, Placed as Coding};
use super::page::Page;
use crate::theme::{Over, Theme, radius};
use egui::{CornerRadius, Painter, Rect, Stroke, vec2};
use std::ops::Range;
use workbench::views::{CodingView, StripeLine};

/// The colour stands this far off the line above and below.
const INSET: f32 = 2.0;

/// Words with the same codes over them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub range: Range<usize>,
    /// Indices of the codings in the view.
    pub codings: Vec<usize>,
    /// Nothing coded stands right before, or after.
    pub opens: bool,
    pub closes: bool,
}

/// Cuts `range` wherever a coding begins or ends; what no coding covers is left out.
pub(crate) fn segments(range: Range<usize>, index: &CodingIndex) -> Vec<Segment> {
    let here: Vec<&Coding> = index.touching(range.clone()).collect();
    let inside = |at: &usize| range.start < *at && *at < range.end;
    let mut edges: Vec<_> =
        here.iter().flat_map(|coding| [coding.start, coding.end]).filter(inside).collect();
    edges.extend([range.start, range.end]);
    edges.sort_unstable();
    edges.dedup();
    let covering = |at: usize| {
        let over = here.iter().filter(move |coding| coding.start <= at && at < coding.end);
        over.map(|coding| coding.index).collect::<Vec<_>>()
    };
    let mut found: Vec<Segment> = Vec::new();
    for (start, end) in edges.iter().zip(edges.iter().skip(1)) {
        let codings = covering(*start);
        if codings.is_empty() {
            continue;
        }
        let opens = found.last().is_none_or(|before| before.range.end != *start);
        if let (false, Some(before)) = (opens, found.last_mut()) {
            before.closes = false;
        }
        found.push(Segment { range: *start..*end, codings, opens, closes: true });
    }
    found
}

/// Paints the colours behind everything coded on the page.
pub(crate) fn paint(
    painter: &Painter,
    page: &Page<'_>,
    index: &CodingIndex,
    codings: &[CodingView],
    theme: &Theme,
    over: impl Fn(usize) -> Over,
) {
    for placed in &page.placed {
        let Some(block) = page.script.blocks.get(placed.block) else { continue };
        for segment in segments(block.chars.clone(), index) {
            let hues: Vec<_> =
                segment.codings.iter().filter_map(|at| codings.get(*at)).map(|c| c.hue).collect();
            let color = theme.highlight(&hues, over(placed.block));
            let (mut first, mut last) = (None, None);
            let mut parts = Vec::new();
            page.for_each_part(segment.range.clone(), |part| {
                first.get_or_insert(parts.len());
                last = Some(parts.len());
                parts.push(part);
            });
            for (at, part) in parts.into_iter().enumerate() {
                let left = segment.opens && first == Some(at);
                let right = segment.closes && last == Some(at);
                painter.rect_filled(part.shrink2(vec2(0.0, INSET)), corners(left, right), color);
            }
        }
    }
}

fn corners(left: bool, right: bool) -> CornerRadius {
    let round = |yes| if yes { radius::MARK } else { 0 };
    CornerRadius { nw: round(left), sw: round(left), ne: round(right), se: round(right) }
}

/// Underlines one passage in its code's colour, in the line of its coder.
pub(crate) fn underline(
    painter: &Painter,
    page: &Page<'_>,
    coding: &CodingView,
    range: Range<usize>,
    theme: &Theme,
) {
    let stroke = Stroke::new(2.0, theme.hue(coding.hue));
    page.for_each_part(range, |part| line_under(painter, part, stroke, coding.line));
}

fn line_under(painter: &Painter, part: Rect, stroke: Stroke, line: StripeLine) {
    let y = part.bottom() - 2.0;
    let ends = [egui::pos2(part.left(), y), egui::pos2(part.right(), y)];
    match line {
        StripeLine::Solid => {
            painter.line_segment(ends, stroke);
        }
        StripeLine::Dashed => painter.extend(egui::Shape::dashed_line(&ends, stroke, 6.0, 4.0)),
        StripeLine::Double => {
            let thin = Stroke::new(1.0, stroke.color);
            painter.hline(part.x_range(), y - 1.5, thin);
            painter.hline(part.x_range(), y + 1.5, thin);
        }
    }
}

/// Paints one colour behind the words of `range`, over any highlight.
pub(crate) fn fill(painter: &Painter, page: &Page<'_>, range: Range<usize>, color: egui::Color32) {
    page.for_each_part(range, |part| {
        painter.rect_filled(part.shrink2(vec2(0.0, INSET)), 0, color);
    });
}

/// Draws a line around the words of `range`.
pub(crate) fn outline(painter: &Painter, page: &Page<'_>, range: Range<usize>, stroke: Stroke) {
    page.for_each_part(range, |part| {
        let around = part.expand2(vec2(3.0, -1.0));
        painter.rect_stroke(around, radius::MARK, stroke, egui::StrokeKind::Outside);
    });
}

#[cfg(test)]
mod tests {
    use super::super::blocks::Blocks;
    use super::super::codings::tests::coding;
    use super::*;

    fn shown(range: Range<usize>, spans: &[(usize, usize)]) -> Vec<String> {
        let codings: Vec<_> = (0..).zip(spans).map(|(n, (start, end))| coding(n, *start, *end)).collect();
        let index = CodingIndex::new(&codings, &Blocks::new(&"x".repeat(100), &[]));
        let write = |segment: Segment| {
            let Segment { range, codings, opens, closes } = segment;
            let (open, close) = (if opens { "(" } else { "" }, if closes { ")" } else { "" });
            format!("{open}{}-{} {codings:?}{close}", range.start, range.end)
        };
        segments(range, &index).into_iter().map(write).collect()
    }

    #[test]
    fn overlaps_are_cut_where_the_codes_change() {
        assert_eq!(shown(0..100, &[(10, 30), (20, 40)]), ["(10-20 [0]", "20-30 [0, 1]", "30-40 [1])"]);
        assert_eq!(shown(0..100, &[(10, 20), (20, 30)]), ["(10-20 [0]", "20-30 [1])"]);
        assert_eq!(shown(0..100, &[(10, 20), (21, 30)]), ["(10-20 [0])", "(21-30 [1])"]);
    }

    #[test]
    fn a_block_shows_its_part_of_a_longer_passage() {
        assert_eq!(shown(50..60, &[(10, 90), (55, 58)]), ["(50-55 [0]", "55-58 [0, 1]", "58-60 [0])"]);
        assert!(shown(50..60, &[(10, 50), (60, 90)]).is_empty());
    }

    #[test]
    fn thirty_codes_on_one_word_are_all_there() {
        let spans: Vec<_> = (0..30).map(|n| (10 + n, 90 - n)).collect();
        let deepest = shown(0..100, &spans).into_iter().find(|segment| segment.starts_with("39-61"));
        assert_eq!(deepest.unwrap().matches(',').count(), 29);
    }
}
