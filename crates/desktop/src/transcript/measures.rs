//! Distances of the transcript, in points, and how its width is shared out.

use egui::{Rect, pos2};

/// From the left edge to the text: speaker and time.
pub(crate) const GUTTER: f32 = 84.0;
/// Between the speaker's label and the text.
pub(crate) const GUTTER_GAP: f32 = 14.0;
/// The widest label before it is cut short.
pub(crate) const LABEL_WIDTH: f32 = 66.0;
/// The text is never wider: about 65 characters.
pub(crate) const MEASURE: f32 = 530.0;
/// Between text and margin.
pub(crate) const TEXT_PAD: f32 = 26.0;
/// The margin, at its widest.
pub(crate) const MARGIN: f32 = 240.0;
/// What the margin gets before the text takes more than [`NARROW`].
pub(crate) const MARGIN_GOOD: f32 = 180.0;
/// What the margin keeps however little room there is.
pub(crate) const MARGIN_LEAST: f32 = 130.0;
/// A measure of about 46 characters: below it, the margin gives way.
pub(crate) const NARROW: f32 = 380.0;
/// Below this width words stand outside of their place: other panels give way first.
pub(crate) const LEAST_WIDTH: f32 = OVERVIEW + GUTTER + TEXT_PAD + MARGIN_LEAST + 200.0;
/// The overview at the right edge.
pub(crate) const OVERVIEW: f32 = 16.0;
/// The title above the text.
pub(crate) const HEAD: f32 = 40.0;
/// Above a turn.
pub(crate) const TURN_GAP: f32 = 12.0;
/// Above a further line of the same turn.
pub(crate) const LINE_GAP: f32 = 4.0;
/// Above the first block.
pub(crate) const TOP_PAD: f32 = 10.0;
/// Kept free under the last block when scrolled to the end.
pub(crate) const END_PAD: f32 = 80.0;
/// From the top of a turn to its time.
pub(crate) const TIME_DROP: f32 = 23.0;

/// Where the parts of the transcript stand on the screen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Regions {
    /// The title.
    pub head: Rect,
    /// Gutter and text: what scrolls and is selected in.
    pub page: Rect,
    /// Left edge of the text.
    pub left: f32,
    /// Width of the text.
    pub width: f32,
    /// The stripes and their labels.
    pub margin: Rect,
    /// The whole text in small.
    pub overview: Rect,
}

impl Regions {
    /// Shares out `whole`. The text takes what it can use, then the margin; what is still left goes to both
    /// sides, so that labels stay near their words on a wide screen.
    pub fn new(whole: Rect) -> Self {
        let room = whole.width() - OVERVIEW - GUTTER - TEXT_PAD;
        let least = (room - MARGIN_LEAST).clamp(80.0, NARROW);
        let width = (room - MARGIN_GOOD).clamp(least, MEASURE).floor();
        let margin = (room - width).clamp(0.0, MARGIN);
        let side = ((room - width - margin) / 2.0).max(0.0).floor();
        let left = whole.left() + side + GUTTER;
        let top = whole.top() + HEAD;
        let margin_left = left + width + TEXT_PAD;
        let overview_left = whole.right() - OVERVIEW;
        let (bottom, right) = (whole.bottom(), overview_left.max(margin_left));
        Self {
            head: Rect::from_min_max(whole.min, pos2(margin_left, top)),
            page: Rect::from_min_max(pos2(whole.left(), top), pos2(margin_left, bottom)),
            left,
            width,
            margin: Rect::from_min_max(pos2(margin_left, whole.top()), pos2(right, bottom)),
            overview: Rect::from_min_max(pos2(overview_left, whole.top()), whole.max),
        }
    }

    /// Free room beside the title, above the margin.
    pub fn beside_title(&self) -> Rect {
        Rect::from_min_max(self.margin.min, pos2(self.margin.right(), self.head.bottom()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    fn regions(width: f32) -> Regions {
        Regions::new(Rect::from_min_size(pos2(100.0, 50.0), vec2(width, 800.0)))
    }

    #[test]
    fn parts_stand_side_by_side_at_every_width() {
        for width in [500, 664, 738, 900, 1400, 2400] {
            let parts = regions(width as f32);
            assert!(parts.left >= 100.0 + GUTTER);
            assert!(parts.left + parts.width <= parts.margin.left());
            assert!(parts.margin.right() <= parts.overview.left() + 0.5, "{width}: {parts:?}");
            assert!((parts.overview.right() - 100.0 - width as f32).abs() < 0.5);
        }
    }

    #[test]
    fn the_text_is_never_wider_than_its_measure_and_stays_beside_the_margin() {
        let wide = regions(2400.0);
        assert_eq!(wide.width, MEASURE);
        assert!((wide.margin.left() - wide.left - wide.width - TEXT_PAD).abs() < 0.5);
        assert!(wide.left > 400.0, "a wide screen leaves room on both sides");
        assert!(regions(738.0).width > 430.0);
    }
}
