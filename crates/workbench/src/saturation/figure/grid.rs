//! The grid: which code is in which interview.

use super::{Drawn, Ink, Layout, every, rgb, words};
use plotters::coord::Shift;
use plotters::prelude::{Circle, DrawingArea, DrawingBackend, PathElement, ShapeStyle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// What the grid shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridFigure {
    /// The interviews, in order.
    pub interviews: Vec<String>,
    /// The codes, each with the interviews that it is in, ascending.
    pub codes: Vec<(String, Vec<usize>)>,
    /// `5 sur 7`, for each code.
    pub counts: Vec<String>,
}

const LETTERS: i32 = 12;
/// The height of a row.
const ROW: i32 = 20;
const HEAD: i32 = 28;
const RIGHT: i32 = 70;

impl GridFigure {
    /// The size in which every row can be read.
    #[must_use]
    pub fn size(&self, width: u32) -> (u32, u32) {
        let rows = u32::try_from(self.codes.len()).unwrap_or(u32::MAX).max(1);
        (width, rows.saturating_mul(ROW.unsigned_abs()).saturating_add(HEAD.unsigned_abs() + 8))
    }
}

/// Draws the grid: a disc where the code is, filled dark where it is new, hollow where it was met before.
///
/// # Errors
/// When the backend fails.
pub fn grid<DB: DrawingBackend>(area: &DrawingArea<DB, Shift>, figure: &GridFigure, ink: &Ink) -> Drawn<DB> {
    area.fill(&rgb(ink.paper))?;
    let (width, _) = area.dim_in_pixel();
    let width = i32::try_from(width).unwrap_or(i32::MAX);
    let left = width * 2 / 5;
    let columns = figure.interviews.len().max(1) as f64;
    let room = f64::from(width - left - RIGHT) / columns;
    let x_of = |column: usize| left + (room * (column as f64 + 0.5)).round() as i32;
    let names: Vec<&str> = figure.interviews.iter().map(String::as_str).collect();
    let step = every(&names, room, f64::from(LETTERS));
    let head = words(LETTERS, ink.mute).pos(Pos::new(HPos::Center, VPos::Center));
    for (column, name) in names.iter().enumerate().filter(|(column, _)| column % step == 0) {
        area.draw(&Text::new((*name).to_owned(), (x_of(column), HEAD / 2), head.clone()))?;
    }
    let mut layout = Layout { plot: (left, HEAD, width - RIGHT, HEAD), parts: Vec::new() };
    let mut y = HEAD;
    for (row, (code, interviews)) in figure.codes.iter().enumerate() {
        area.draw(&PathElement::new(vec![(0, y), (width, y)], rgb(ink.line)))?;
        let middle = y + ROW / 2;
        let name = words(LETTERS, ink.ink).pos(Pos::new(HPos::Left, VPos::Center));
        area.draw(&Text::new(cut(code, left - 10), (2, middle), name))?;
        for (place, column) in interviews.iter().enumerate() {
            let radius = match (room >= 9.0, place == 0) {
                (true, _) => 4,
                (false, true) => 3,
                (false, false) => 1,
            };
            let at = (x_of(*column), middle);
            let fill = if place == 0 { ink.ink } else { ink.paper };
            area.draw(&Circle::new(at, radius, ShapeStyle::from(rgb(fill)).filled()))?;
            area.draw(&Circle::new(at, radius, rgb(ink.ink)))?;
        }
        if let Some(count) = figure.counts.get(row) {
            let style = words(LETTERS, ink.mute).pos(Pos::new(HPos::Right, VPos::Center));
            area.draw(&Text::new(count.clone(), (width - 4, middle), style))?;
        }
        layout.parts.push((y, y + ROW));
        y += ROW;
    }
    layout.plot.3 = y;
    Ok(layout)
}

/// As much of a name as fits.
fn cut(name: &str, fits: i32) -> String {
    let wide = |text: &str| crate::schema::lettering_width(text, f64::from(LETTERS)) > f64::from(fits);
    if !wide(name) {
        return name.to_owned();
    }
    let mut shown: String = name.to_owned();
    while !shown.is_empty() && wide(&shown) {
        shown.pop();
    }
    format!("{}…", shown.trim_end())
}
