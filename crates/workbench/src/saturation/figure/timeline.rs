//! Interview dates against coding dates: how many interviews were held before the previous one was coded.

use super::{Drawn, Ink, Layout, dashes, rgb, words};
use plotters::coord::Shift;
use plotters::prelude::{Circle, DrawingArea, DrawingBackend, PathElement, Rectangle, ShapeStyle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// What the timeline shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TimelineFigure {
    /// The interviews, by date.
    pub spans: Vec<Span>,
    /// The first and last day, as they are written under the figure.
    pub ends: (String, String),
}

/// One interview: days are counted from any day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Span {
    /// Its name.
    pub name: String,
    /// The day on which it was held.
    pub held: Option<i64>,
    /// The day on which its coding was finished.
    pub coded: Option<i64>,
    /// True where it was held before the one before it was coded.
    pub early: bool,
}

const LETTERS: i32 = 12;
const LEFT: i32 = 90;
const RIGHT: i32 = 20;
const TOP: i32 = 8;
const BOTTOM: i32 = 24;

/// Draws the timeline.
///
/// # Errors
/// When the backend fails.
pub fn timeline<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    figure: &TimelineFigure,
    ink: &Ink,
) -> Drawn<DB> {
    area.fill(&rgb(ink.paper))?;
    let (width, height) = area.dim_in_pixel();
    let (width, height) =
        (i32::try_from(width).unwrap_or(i32::MAX), i32::try_from(height).unwrap_or(i32::MAX));
    let plot = (LEFT, TOP, width - RIGHT, height - BOTTOM);
    let days: Vec<i64> = figure.spans.iter().flat_map(|span| [span.held, span.coded]).flatten().collect();
    let (first, last) =
        (days.iter().min().copied().unwrap_or_default(), days.iter().max().copied().unwrap_or_default());
    let reach = (last - first).max(1) as f64;
    let x_of = |day: i64| plot.0 + (f64::from(plot.2 - plot.0) * (day - first) as f64 / reach).round() as i32;
    area.draw(&PathElement::new(vec![(plot.0, plot.3), (plot.2, plot.3)], rgb(ink.mute)))?;
    let foot = |place| words(LETTERS, ink.mute).pos(Pos::new(place, VPos::Top));
    area.draw(&Text::new(figure.ends.0.clone(), (plot.0, plot.3 + 6), foot(HPos::Left)))?;
    area.draw(&Text::new(figure.ends.1.clone(), (plot.2, plot.3 + 6), foot(HPos::Right)))?;
    let rows = figure.spans.len().max(1) as f64;
    let high = f64::from(plot.3 - plot.1) / rows;
    let mut layout = Layout { plot, parts: Vec::new() };
    for (row, span) in figure.spans.iter().enumerate() {
        let top = plot.1 + (high * row as f64).round() as i32;
        let bottom = plot.1 + (high * (row + 1) as f64).round() as i32;
        layout.parts.push((top, bottom));
        let middle = i32::midpoint(top, bottom);
        if high >= 13.0 {
            let style = words(LETTERS, ink.ink).pos(Pos::new(HPos::Right, VPos::Center));
            area.draw(&Text::new(span.name.clone(), (plot.0 - 10, middle), style))?;
        }
        one(area, span, ink, middle, &x_of)?;
    }
    Ok(layout)
}

type Failed<DB> = plotters::drawing::DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;

/// A square where it was held, a disc where it was coded; a full square and a dashed line where it was held too
/// early.
fn one<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    span: &Span,
    ink: &Ink,
    y: i32,
    x_of: &impl Fn(i64) -> i32,
) -> Result<(), Failed<DB>> {
    let colour = if span.early { ink.warn } else { ink.accent };
    let style = ShapeStyle::from(rgb(colour)).stroke_width(2);
    if let (Some(held), Some(coded)) = (span.held, span.coded) {
        let (from, to) = ((x_of(held), y), (x_of(coded), y));
        if span.early {
            for (from, to) in dashes(from, to) {
                area.draw(&PathElement::new(vec![from, to], style))?;
            }
        } else {
            area.draw(&PathElement::new(vec![from, to], style))?;
        }
    }
    if let Some(held) = span.held {
        let x = x_of(held);
        let corners = [(x - 4, y - 4), (x + 4, y + 4)];
        // Held too early is a full square too: without colours, and where no line leads on, it still shows.
        let fill = if span.early { colour } else { ink.paper };
        area.draw(&Rectangle::new(corners, ShapeStyle::from(rgb(fill)).filled()))?;
        area.draw(&Rectangle::new(corners, style))?;
    }
    if let Some(coded) = span.coded {
        area.draw(&Circle::new((x_of(coded), y), 4, ShapeStyle::from(rgb(colour)).filled()))?;
    }
    Ok(())
}
