//! The figures of saturation, drawn once for the window and for the sheet: plotters puts the same strokes on the
//! screen and into an SVG. They are read in black and white: bars have borders, confirming interviews are hollow,
//! the claim is a dashed line with its word.

mod bars;
mod grid;
mod timeline;

pub use bars::{CurveFigure, curve};
pub use grid::{GridFigure, grid};
pub use timeline::{Span, TimelineFigure, timeline};

use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::{DrawingArea, DrawingBackend, IntoDrawingArea, RGBColor, SVGBackend};
use plotters::style::{Color as _, FontFamily, FontStyle, TextStyle};

/// The letters of a figure; the window has the first of them, a browser takes what it has.
pub const FONTS: &str = "Inter, 'Helvetica Neue', Arial, sans-serif";

/// So much larger is what plotters calls the size of letters than what a page and the screen call so.
pub const EM: f64 = 1.24;

/// The colours of a figure, each as red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    /// Behind everything.
    pub paper: (u8, u8, u8),
    /// Hairlines.
    pub line: (u8, u8, u8),
    /// Words and numbers.
    pub ink: (u8, u8, u8),
    /// Quieter words.
    pub mute: (u8, u8, u8),
    /// Inside bars.
    pub bar: (u8, u8, u8),
    /// The curve.
    pub accent: (u8, u8, u8),
    /// The claim, and what deserves a look.
    pub warn: (u8, u8, u8),
}

impl Ink {
    /// Dark on white, for paper.
    pub const PAPER: Ink = Ink {
        paper: (255, 255, 255),
        line: (205, 205, 205),
        ink: (20, 20, 20),
        mute: (80, 80, 80),
        bar: (214, 226, 235),
        accent: (22, 76, 114),
        warn: (130, 70, 0),
    };
}

fn rgb((red, green, blue): (u8, u8, u8)) -> RGBColor {
    RGBColor(red, green, blue)
}

fn words(size: i32, colour: (u8, u8, u8)) -> TextStyle<'static> {
    let size = f64::from(size) * EM;
    let mut style = TextStyle::from((FontFamily::Name(FONTS), size, FontStyle::Normal));
    style.color = rgb(colour).to_backend_color();
    style
}

/// Where things lie in a figure that was drawn, in its pixels: for the pointer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// Left and right edge of each column (curve), top and bottom of each row (timeline).
    pub parts: Vec<(i32, i32)>,
    /// The plot: left, top, right, bottom.
    pub plot: (i32, i32, i32, i32),
}

/// What a drawing comes to.
pub type Drawn<DB> = Result<Layout, DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Draws on a backend; `None` where it failed.
fn on<DB: DrawingBackend>(
    backend: DB,
    draw: impl FnOnce(&DrawingArea<DB, Shift>) -> Drawn<DB>,
) -> Option<Layout> {
    let area = backend.into_drawing_area();
    let layout = draw(&area).ok()?;
    area.present().ok()?;
    Some(layout)
}

/// Draws the curve on any backend.
pub fn draw_curve<DB: DrawingBackend>(backend: DB, figure: &CurveFigure, ink: &Ink) -> Option<Layout> {
    on(backend, |area| curve(area, figure, ink))
}

/// Draws the timeline on any backend.
pub fn draw_timeline<DB: DrawingBackend>(backend: DB, figure: &TimelineFigure, ink: &Ink) -> Option<Layout> {
    on(backend, |area| timeline(area, figure, ink))
}

/// A figure as an SVG document of its own; `None` where it could not be drawn.
#[must_use]
pub fn svg(
    (width, height): (u32, u32),
    title: &str,
    draw: impl FnOnce(&DrawingArea<SVGBackend<'_>, Shift>) -> Drawn<SVGBackend<'static>>,
) -> Option<String> {
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, (width, height)).into_drawing_area();
        draw(&area).ok()?;
        area.present().ok()?;
    }
    Some(titled(&text, title))
}

/// A title for whoever cannot see it.
fn titled(svg: &str, title: &str) -> String {
    let escaped = crate::markup::escaped(title);
    match svg.find('>') {
        Some(end) => {
            let (head, rest) = svg.split_at(end);
            format!("{head} role=\"img\"><title>{escaped}</title>{}", rest.get(1..).unwrap_or_default())
        }
        None => svg.to_owned(),
    }
}

/// Every how many labels one is shown, so that they stand apart.
fn every(labels: &[&str], room: f64, size: f64) -> usize {
    let widest = labels.iter().map(|label| crate::schema::lettering_width(label, size)).fold(0.0, f64::max);
    let step = ((widest + 8.0) / room.max(0.01)).ceil();
    if step.is_finite() && step >= 1.0 { step as usize } else { 1 }
}

/// A dashed line, as short strokes: the same in every backend.
fn dashes(from: (i32, i32), to: (i32, i32)) -> Vec<((i32, i32), (i32, i32))> {
    let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let length = dx.hypot(dy);
    let point = |at: f64| {
        let part = if length > 0.0 { at / length } else { 0.0 };
        (from.0 + (dx * part).round() as i32, from.1 + (dy * part).round() as i32)
    };
    let mut strokes = Vec::new();
    let mut at = 0.0;
    while at < length {
        strokes.push((point(at), point((at + 5.0).min(length))));
        at += 9.0;
    }
    strokes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure() -> CurveFigure {
        CurveFigure {
            names: vec!["EMG 1".into(), "EMG 2".into(), "EMG 3".into()],
            new: vec![5, 2, 0],
            cumulative: vec![5, 7, 7],
            confirming: vec![false, false, true],
            set_apart: vec![false, true, true],
            set_apart_word: "confirmation".into(),
            ongoing: vec!["EMG 4".into()],
            claim: Some((2, 1)),
            late: vec![(2, "fusion".into())],
            ..CurveFigure::default()
        }
    }

    #[test]
    fn a_curve_says_its_numbers_and_names_and_loads_nothing() {
        let text = svg((640, 260), "Courbe <1>", |area| curve(area, &figure(), &Ink::PAPER)).unwrap();
        for word in ["EMG 1", "EMG 4", "&lt;1&gt;", "fusion", "confirmation"] {
            assert!(text.contains(word), "{word}: {text}");
        }
        assert!(!text.contains("<script") && !text.contains("href"));
    }

    #[test]
    fn interviews_set_apart_to_confirm_show_on_the_curve() {
        let drawn = |set_apart| {
            let figure = CurveFigure { set_apart, ..figure() };
            svg((640, 260), "", |area| curve(area, &figure, &Ink::PAPER)).unwrap()
        };
        assert_ne!(drawn(vec![false; 3]), drawn(vec![false, false, true]));
    }

    #[test]
    fn a_figure_without_interviews_is_drawn_empty() {
        assert!(svg((300, 200), "", |area| curve(area, &CurveFigure::default(), &Ink::PAPER)).is_some());
        assert!(
            svg((300, 200), "", |area| timeline(area, &TimelineFigure::default(), &Ink::PAPER)).is_some()
        );
        assert!(svg((300, 200), "", |area| grid(area, &GridFigure::default(), &Ink::PAPER)).is_some());
    }

    #[test]
    fn dashes_cover_the_line_and_no_more() {
        let strokes = dashes((0, 0), (0, 20));
        assert_eq!(strokes.first().map(|stroke| stroke.0), Some((0, 0)));
        assert_eq!(strokes.last().map(|stroke| stroke.1), Some((0, 20)));
        assert!(dashes((3, 3), (3, 3)).is_empty());
    }
}
