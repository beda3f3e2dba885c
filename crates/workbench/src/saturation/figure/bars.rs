//! The curve: new codes of each interview as bars, all codes so far as a line.

use super::{Drawn, Ink, Layout, dashes, every, rgb, words};
use plotters::coord::Shift;
use plotters::prelude::{
    ChartBuilder, Circle, DrawingArea, DrawingBackend, PathElement, Rectangle, ShapeStyle, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// What the curve shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CurveFigure {
    /// The interviews, in order.
    pub names: Vec<String>,
    /// New codes of each.
    pub new: Vec<u64>,
    /// All codes so far.
    pub cumulative: Vec<u64>,
    /// True for those that confirm, by the claim or because they were held for that.
    pub confirming: Vec<bool>,
    /// True for those that the study set apart to confirm, whatever is claimed.
    pub set_apart: Vec<bool>,
    /// Interviews still being coded: named after the others, without numbers.
    pub ongoing: Vec<String>,
    /// At which interview saturation is claimed, and how many more confirm it.
    pub claim: Option<(usize, usize)>,
    /// After how many interviews the code book was changed, and how.
    pub late: Vec<(usize, String)>,
    /// The word beside the line of the claim.
    pub claim_word: String,
    /// The word under interviews that were set apart to confirm.
    pub set_apart_word: String,
    /// The word under an interview that is still being coded.
    pub ongoing_word: String,
}

const LETTERS: i32 = 12;

/// Draws the curve.
///
/// # Errors
/// When the backend fails.
pub fn curve<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    figure: &CurveFigure,
    ink: &Ink,
) -> Drawn<DB> {
    area.fill(&rgb(ink.paper))?;
    let columns = figure.names.len() + figure.ongoing.len();
    let most = figure.cumulative.last().copied().unwrap_or_default().max(1);
    let width = (columns.max(1)) as f64;
    let top = most as f64 * 1.14;
    let chart = ChartBuilder::on(area)
        .margin_top(14 + room_above(figure))
        .margin_right(14)
        .x_label_area_size(40)
        .y_label_area_size(44)
        .build_cartesian_2d(0.0..width, 0.0..top)?;
    let plot = chart.plotting_area();
    let (across, down) = plot.get_pixel_range();
    let at = |x: f64, y: f64| plot.map_coordinate(&(x, y));
    scale(area, most, (across.start, across.end), ink, |value| at(0.0, value).1)?;
    let room = f64::from(across.end - across.start) / width;
    let mut layout = Layout { plot: (across.start, down.start, across.end, down.end), parts: Vec::new() };
    for column in 0..columns {
        layout.parts.push((at(column as f64, 0.0).0, at(column as f64 + 1.0, 0.0).0));
    }
    bars(area, figure, ink, &at, room)?;
    line(area, figure, ink, &at, room)?;
    labels(area, figure, ink, &layout, room)?;
    brackets(area, figure, ink, &layout)?;
    marks(area, figure, ink, &layout)?;
    Ok(layout)
}

type Failed<DB> = plotters::drawing::DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;

/// Hairlines at round numbers, with the numbers at the left.
fn scale<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    most: u64,
    (left, right): (i32, i32),
    ink: &Ink,
    y_of: impl Fn(f64) -> i32,
) -> Result<(), Failed<DB>> {
    let style = words(LETTERS, ink.mute).pos(Pos::new(HPos::Right, VPos::Center));
    let step = round_step(most);
    let mut value = 0;
    while value <= most {
        let y = y_of(value as f64);
        let colour = if value == 0 { ink.mute } else { ink.line };
        area.draw(&PathElement::new(vec![(left, y), (right, y)], rgb(colour)))?;
        area.draw(&Text::new(value.to_string(), (left - 8, y), style.clone()))?;
        value += step;
    }
    Ok(())
}

/// 1, 2 or 5 times a power of ten: at most five steps.
fn round_step(most: u64) -> u64 {
    let mut power = 1;
    loop {
        for of in [1, 2, 5] {
            if most.div_ceil(of * power) <= 5 {
                return of * power;
            }
        }
        power *= 10;
    }
}

fn bars<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    figure: &CurveFigure,
    ink: &Ink,
    at: &impl Fn(f64, f64) -> (i32, i32),
    room: f64,
) -> Result<(), Failed<DB>> {
    let number = words(LETTERS, ink.ink).pos(Pos::new(HPos::Center, VPos::Bottom));
    // A bar keeps away from the point of the curve: the number stands between them.
    let half = if room > 6.0 { 0.28 } else { 0.45 };
    for (column, new) in figure.new.iter().enumerate() {
        let middle = column as f64 + 0.5;
        let corners = [at(middle - half, *new as f64), at(middle + half, 0.0)];
        if *new > 0 {
            // A bar too narrow for a border is dark, or it would be lost in black and white.
            let fill = if room > 6.0 { ink.bar } else { ink.accent };
            area.draw(&Rectangle::new(corners, ShapeStyle::from(rgb(fill)).filled()))?;
            if room > 6.0 {
                area.draw(&Rectangle::new(corners, rgb(ink.accent)))?;
            }
        }
        let tall = figure.cumulative.get(column) == Some(new);
        if room >= 18.0 {
            let (x, y) = at(middle, *new as f64);
            let lift = if tall { 9 } else { 3 };
            area.draw(&Text::new(new.to_string(), (x, y - lift), number.clone()))?;
        }
    }
    Ok(())
}

fn line<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    figure: &CurveFigure,
    ink: &Ink,
    at: &impl Fn(f64, f64) -> (i32, i32),
    room: f64,
) -> Result<(), Failed<DB>> {
    let points: Vec<(i32, i32)> =
        figure.cumulative.iter().enumerate().map(|(n, all)| at(n as f64 + 0.5, *all as f64)).collect();
    area.draw(&PathElement::new(points.clone(), ShapeStyle::from(rgb(ink.accent)).stroke_width(2)))?;
    if room >= 9.0 {
        for (n, point) in points.iter().enumerate() {
            let hollow = figure.confirming.get(n).copied().unwrap_or_default();
            let fill = if hollow { ink.paper } else { ink.accent };
            area.draw(&Circle::new(*point, 4, ShapeStyle::from(rgb(fill)).filled()))?;
            area.draw(&Circle::new(*point, 4, ShapeStyle::from(rgb(ink.accent)).stroke_width(2)))?;
        }
    }
    if let (Some(last), Some(all)) = (points.last(), figure.cumulative.last()) {
        let style = words(LETTERS, ink.accent).pos(Pos::new(HPos::Center, VPos::Bottom));
        area.draw(&Text::new(all.to_string(), (last.0, last.1 - 7), style))?;
    }
    Ok(())
}

fn labels<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    figure: &CurveFigure,
    ink: &Ink,
    layout: &Layout,
    room: f64,
) -> Result<(), Failed<DB>> {
    let names: Vec<&str> = figure.names.iter().chain(&figure.ongoing).map(String::as_str).collect();
    let step = every(&names, room, f64::from(LETTERS));
    let bottom = layout.plot.3;
    for (column, name) in names.iter().enumerate() {
        let Some((left, right)) = layout.parts.get(column) else { continue };
        let ongoing = column >= figure.names.len();
        let colour = if ongoing { ink.mute } else { ink.ink };
        let style = words(LETTERS, colour).pos(Pos::new(HPos::Center, VPos::Top));
        let middle = i32::midpoint(*left, *right);
        if column % step == 0 {
            area.draw(&Text::new((*name).to_owned(), (middle, bottom + 7), style.clone()))?;
            if ongoing {
                area.draw(&Text::new(figure.ongoing_word.clone(), (middle, bottom + 22), style))?;
            }
        }
        if ongoing {
            for (from, to) in dashes((middle, bottom), (middle, bottom - 30)) {
                area.draw(&PathElement::new(vec![from, to], rgb(ink.line)))?;
            }
        }
    }
    Ok(())
}

/// A bracket under the names of interviews that were set apart to confirm, with its word where there is room.
fn brackets<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    figure: &CurveFigure,
    ink: &Ink,
    layout: &Layout,
) -> Result<(), Failed<DB>> {
    let y = layout.plot.3 + 24;
    let room = crate::schema::lettering_width(&figure.set_apart_word, f64::from(LETTERS));
    for (first, last) in runs(&figure.set_apart) {
        let (Some((left, _)), Some((_, right))) = (layout.parts.get(first), layout.parts.get(last)) else {
            continue;
        };
        let (left, right) = (left + 3, (right - 3).max(left + 4));
        let bracket = vec![(left, y - 4), (left, y), (right, y), (right, y - 4)];
        area.draw(&PathElement::new(bracket, ShapeStyle::from(rgb(ink.ink)).stroke_width(1)))?;
        if f64::from(right - left) >= room {
            let style = words(LETTERS, ink.ink).pos(Pos::new(HPos::Center, VPos::Top));
            let middle = i32::midpoint(left, right);
            area.draw(&Text::new(figure.set_apart_word.clone(), (middle, y + 3), style))?;
        }
    }
    Ok(())
}

/// The first and last place of each run of those that are marked.
fn runs(marked: &[bool]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (place, _) in marked.iter().enumerate().filter(|(_, marked)| **marked) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == place => *last = place,
            _ => runs.push((place, place)),
        }
    }
    runs
}

/// The most changes of the code book that stand above one another.
const STACKED: i32 = 3;
/// The height of one of them.
const LINE: i32 = 15;

/// The room above the curve that changes of the code book take.
fn room_above(figure: &CurveFigure) -> i32 {
    let stacked =
        figure.late.iter().map(|(after, _)| figure.late.iter().filter(|(other, _)| other == after).count());
    LINE * i32::try_from(stacked.max().unwrap_or(0)).unwrap_or(STACKED).min(STACKED)
}

/// The claim and later changes of the code book, as lines between interviews.
fn marks<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    figure: &CurveFigure,
    ink: &Ink,
    layout: &Layout,
) -> Result<(), Failed<DB>> {
    let (_, top, right, bottom) = layout.plot;
    let edge = |after: usize| match after.checked_sub(1).and_then(|before| layout.parts.get(before)) {
        Some((_, edge)) => *edge,
        None => layout.plot.0,
    };
    if let Some((at, _)) = figure.claim {
        let x = edge(at);
        // Below the words on changes of the code book, which may stand above it.
        let end = if figure.late.is_empty() { top } else { top + LINE / 2 };
        for (from, to) in dashes((x, bottom), (x, end)) {
            area.draw(&PathElement::new(vec![from, to], ShapeStyle::from(rgb(ink.warn)).stroke_width(2)))?;
        }
        let side = if right - x < 90 { (HPos::Right, -6) } else { (HPos::Left, 6) };
        let style = words(LETTERS, ink.warn).pos(Pos::new(side.0, VPos::Center));
        let middle = bottom - (bottom - top) / 3;
        area.draw(&Text::new(figure.claim_word.clone(), (x + side.1, middle), style))?;
    }
    let mut stacked: std::collections::BTreeMap<usize, i32> = std::collections::BTreeMap::new();
    for (after, word) in &figure.late {
        let above = stacked.entry(*after).or_default();
        // What does not fit any more stands in the list beside the curve.
        if *above < STACKED {
            let (x, y) = (edge(*after), top - 6 - LINE * *above);
            let from_right = right - x < 130;
            let (place, shift) = if from_right { (HPos::Right, -9) } else { (HPos::Left, 9) };
            let mark = vec![(x - 4, y - 5), (x + 4, y - 5), (x, y + 3)];
            area.draw(&plotters::prelude::Polygon::new(mark, ShapeStyle::from(rgb(ink.mute)).filled()))?;
            let style = words(LETTERS, ink.mute).pos(Pos::new(place, VPos::Center));
            area.draw(&Text::new(word.clone(), (x + shift, y), style))?;
        }
        *above += 1;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{round_step, runs};

    #[test]
    fn interviews_side_by_side_share_a_bracket() {
        assert_eq!(runs(&[true, false, true, true]), [(0, 0), (2, 3)]);
        assert!(runs(&[false]).is_empty());
    }

    #[test]
    fn the_scale_has_at_most_five_round_steps() {
        assert_eq!([1, 5, 6, 47, 1900].map(round_step), [1, 1, 2, 10, 500]);
    }
}
