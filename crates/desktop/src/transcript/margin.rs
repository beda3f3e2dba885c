//! The margin: one stripe for each coding, its code's name beside it.
//!
//! Stripes stand in lanes, so that none covers another; the first lanes keep their place whatever the depth.
//! Names never overlap: one that has no room moves down a little, or is left out and counted (`+3`).

use super::codings::{CodingIndex, Placed as Coding};
use super::page::Page;
use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Galley, Painter, Pos2, Rect, Stroke, Ui, pos2, vec2};
use std::sync::Arc;
use workbench::views::{CodingView, PlaceState, StripeLine};

/// From the margin's edge to the first stripe.
const EDGE: f32 = 10.0;
/// The first lanes: how many, from one to the next, and how wide their stripes are.
const FIRST: (usize, f32, f32) = (4, 8.0, 4.0);
/// The lanes after them, closer.
const SECOND: (usize, f32, f32) = (6, 6.0, 3.0);
/// All others share these points.
const SQUEEZED: f32 = 32.0;
/// Where names begin beside up to three stripes.
const NAMES: f32 = 36.0;
const NAME_HEIGHT: f32 = 17.0;
/// A name stands at most this far below the beginning of its stripe.
const DRIFT: f32 = 44.0;

/// One coding of the screen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stripe {
    pub coding: Coding,
    pub rect: Rect,
    /// True where it begins above the screen.
    pub from_above: bool,
}

/// One name of the margin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Name {
    /// Which stripe it is of.
    pub stripe: usize,
    pub rect: Rect,
    /// How many further names found no room below it.
    pub more: usize,
    /// True where it stands below the line that it belongs to.
    pub moved: bool,
}

/// What the margin shows.
pub(crate) struct Margin {
    pub stripes: Vec<Stripe>,
    pub names: Vec<Name>,
}

impl Margin {
    pub fn new(page: &Page<'_>, index: &CodingIndex, area: Rect, top: f32) -> Self {
        let deepest = index.touching(page.span()).map(|coding| coding.lane + 1).max().unwrap_or(0);
        let stripes: Vec<_> = index
            .touching(page.span())
            .filter_map(|coding| stripe(page, *coding, area, top, deepest))
            .collect();
        let names = names(&stripes, area, top);
        Self { stripes, names }
    }

    /// The coding whose name or stripe is under `pos`.
    pub fn under(&self, pos: Pos2) -> Option<usize> {
        let name = self.names.iter().find(|name| name.rect.contains(pos)).map(|name| name.stripe);
        let near = |stripe: &Stripe| stripe.rect.expand2(vec2(3.0, 1.0)).contains(pos);
        let away = |stripe: &Stripe| (stripe.rect.center().x - pos.x).abs();
        let at = name.or_else(|| {
            let close = self.stripes.iter().enumerate().filter(|(_, stripe)| near(stripe));
            close.min_by(|(_, one), (_, other)| away(one).total_cmp(&away(other))).map(|(at, _)| at)
        })?;
        self.stripes.get(at).map(|stripe| stripe.coding.index)
    }
}

/// The stripe of a coding, cut at the top of the screen.
fn stripe(page: &Page<'_>, coding: Coding, area: Rect, top: f32, deepest: usize) -> Option<Stripe> {
    let first = page.placed.first()?;
    let last = page.placed.last()?;
    let (start_block, start) = page.script.blocks.locate(coding.start)?;
    let (end_block, end) = page.script.blocks.locate_end(coding.end)?;
    let from_above = start_block < first.block;
    let y_top = if from_above {
        top
    } else {
        let placed = page.find(start_block)?;
        placed.lines(0.0).find(|line| start < line.scalars.end).map_or(placed.top, |line| line.rect.top())
    };
    let y_bottom = if end_block > last.block {
        area.bottom()
    } else {
        let placed = page.find(end_block)?;
        placed
            .lines(0.0)
            .find(|line| end <= line.scalars.end)
            .map_or(placed.bottom(), |line| line.rect.bottom())
    };
    let (y_top, from_above) = if y_top < top { (top, true) } else { (y_top + 2.0, from_above) };
    let (x, width) = lane(coding.lane, deepest);
    let rect =
        Rect::from_min_max(pos2(area.left() + x, y_top), pos2(area.left() + x + width, y_bottom - 2.0));
    (rect.height() > 0.0 && rect.top() < area.bottom()).then_some(Stripe { coding, rect, from_above })
}

/// Where a lane begins, from the edge of the margin, and how wide its stripes are. Only the lanes past the
/// tenth depend on the depth of the screen: scrolling moves no other.
fn lane(number: usize, deepest: usize) -> (f32, f32) {
    let (first, pitch, width) = FIRST;
    if number < first {
        return (EDGE + pitch * number as f32, width);
    }
    let start = EDGE + pitch * first as f32;
    let (second, pitch, width) = SECOND;
    if number < first + second {
        return (start + pitch * (number - first) as f32, width);
    }
    let start = start + pitch * second as f32;
    let others = deepest.saturating_sub(first + second).max(1);
    let pitch = (SQUEEZED / others as f32).min(pitch);
    (start + pitch * (number - first - second) as f32, (pitch * 0.6).clamp(0.8, width))
}

/// Places the names: first those whose passage begins on the screen, from the top down; then, where room is
/// left at the top, those of passages that began above it.
fn names(stripes: &[Stripe], area: Rect, top: f32) -> Vec<Name> {
    let mut here: Vec<_> = (0..stripes.len()).filter(|at| !stripes[*at].from_above).collect();
    here.sort_by(|one, other| {
        let key = |at: &usize| (stripes[*at].rect.top(), stripes[*at].coding.lane);
        let ((y1, lane1), (y2, lane2)) = (key(one), key(other));
        y1.total_cmp(&y2).then(lane1.cmp(&lane2))
    });
    let mut found: Vec<Name> = Vec::new();
    for at in here {
        let wanted = stripes[at].rect.top() + 3.0;
        let y = found.last().map_or(wanted, |last| last.rect.bottom().max(wanted));
        let limit = (stripes[at].rect.bottom() + space::SMALL).max(wanted + NAME_HEIGHT).min(wanted + DRIFT);
        if y <= limit {
            found.push(name(at, y, stripes, area, y > wanted + 1.0));
        } else if let Some(last) = found.last_mut() {
            last.more += 1;
        }
    }
    from_above(stripes, area, top, &mut found);
    found
}

fn from_above(stripes: &[Stripe], area: Rect, top: f32, found: &mut Vec<Name>) {
    let free = found.first().map_or(area.bottom(), |first| first.rect.top());
    let mut y = top + 2.0;
    let mut above: Vec<_> = (0..stripes.len()).filter(|at| stripes[*at].from_above).collect();
    above.sort_by_key(|at| stripes[*at].coding.lane);
    for at in above {
        if stripes[at].rect.bottom() >= y && y + NAME_HEIGHT <= free {
            found.push(name(at, y, stripes, area, true));
            y += NAME_HEIGHT;
        }
    }
}

/// A name beside the outermost stripe of its height.
fn name(stripe: usize, y: f32, stripes: &[Stripe], area: Rect, moved: bool) -> Name {
    let beside = stripes.iter().filter(|other| other.rect.top() < y + NAME_HEIGHT && other.rect.bottom() > y);
    let edge = beside.map(|other| other.rect.right() + 6.0).fold(area.left() + NAMES, f32::max);
    let right = (area.right() - 6.0).max(edge);
    let rect = Rect::from_min_max(pos2(edge, y), pos2(right, y + NAME_HEIGHT));
    Name { stripe, rect, more: 0, moved }
}

/// Paints stripes and names; `chosen` is drawn stronger.
pub(crate) fn paint(ui: &Ui, margin: &Margin, codings: &[CodingView], chosen: &[usize], several: bool) {
    let (painter, theme) = (ui.painter(), Theme::of(ui));
    for stripe in &margin.stripes {
        if let Some(coding) = codings.get(stripe.coding.index) {
            paint_stripe(painter, stripe, coding, theme, chosen.contains(&stripe.coding.index));
        }
    }
    for name in &margin.names {
        let Some(stripe) = margin.stripes.get(name.stripe) else { continue };
        if let Some(coding) = codings.get(stripe.coding.index) {
            paint_name(painter, name, coding, theme, chosen.contains(&stripe.coding.index), several);
        }
    }
}

fn paint_stripe(painter: &Painter, stripe: &Stripe, coding: &CodingView, theme: &Theme, chosen: bool) {
    let color = theme.hue(coding.hue);
    let rect = if chosen { stripe.rect.expand2(vec2(1.0, 0.0)) } else { stripe.rect };
    let x = rect.center().x;
    match coding.line {
        StripeLine::Solid => {
            painter.rect_filled(rect, (rect.width() / 2.0) as u8, color);
        }
        StripeLine::Dashed => {
            let ends = [pos2(x, rect.top()), pos2(x, rect.bottom())];
            painter.extend(egui::Shape::dashed_line(&ends, Stroke::new(rect.width(), color), 7.0, 4.0));
        }
        StripeLine::Double => {
            let thin = Stroke::new((rect.width() / 3.0).max(1.0), color);
            painter.vline(rect.left() + 0.5, rect.y_range(), thin);
            painter.vline(rect.right() - 0.5, rect.y_range(), thin);
        }
    }
    if coding.state == PlaceState::Changed {
        // A gap and a dot: the words under the stripe are no longer the ones that were coded.
        let dot = pos2(x, rect.top() + 4.0);
        painter.circle(dot, 3.5, theme.paper, Stroke::new(1.5, theme.warn));
    }
}

fn paint_name(
    painter: &Painter,
    name: &Name,
    coding: &CodingView,
    theme: &Theme,
    chosen: bool,
    several: bool,
) {
    let mut rect = name.rect;
    if name.moved {
        // Away from its stripe, the name carries its colour along.
        let square = Rect::from_min_size(pos2(rect.left(), rect.top() + 5.0), vec2(7.0, 7.0));
        painter.rect_filled(square, 2, theme.hue(coding.hue));
        rect.min.x += 12.0;
    }
    let more = (name.more > 0).then(|| plain(painter, &format!("+{}", name.more), theme.faint));
    let tail = more.as_ref().map_or(0.0, |galley| galley.size().x + space::TIGHT);
    let galley = name_galley(painter, coding, theme, chosen, several, (rect.width() - tail).max(12.0));
    let end = rect.left() + galley.size().x + space::TIGHT;
    if chosen {
        let back = Rect::from_min_max(rect.min - vec2(4.0, 0.0), pos2(end, rect.bottom()));
        painter.rect_filled(back, radius::MARK, theme.accent_soft);
    }
    painter.galley(rect.min, galley, theme.ink);
    if let Some(more) = more {
        painter.galley(pos2(end, rect.top()), more, theme.faint);
    }
}

fn plain(painter: &Painter, text: &str, color: egui::Color32) -> Arc<Galley> {
    painter.layout_no_wrap(text.to_owned(), fonts::regular(size::SMALL), color)
}

/// `code name  CL`: initials only where several coders show.
fn name_galley(
    painter: &Painter,
    coding: &CodingView,
    theme: &Theme,
    chosen: bool,
    several: bool,
    width: f32,
) -> Arc<Galley> {
    let font = if chosen { fonts::medium(size::SMALL) } else { fonts::regular(size::SMALL) };
    let format = TextFormat {
        font_id: font.clone(),
        color: theme.ink,
        italics: coding.in_vivo,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    if several {
        let initials = TextFormat { color: theme.faint, italics: false, ..format.clone() };
        job.append(&format!("{}  ", coding.coder_initials), 0.0, initials);
    }
    job.append(&coding.label, 0.0, format.clone());
    if coding.undecided {
        let later = TextFormat { color: theme.warn, italics: false, ..format };
        job.append(" ?", 0.0, later);
    }
    job.wrap = TextWrapping::truncate_at_width(width);
    painter.layout_job(job)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area() -> Rect {
        Rect::from_min_max(pos2(0.0, 0.0), pos2(180.0, 800.0))
    }

    fn stripe_at(lane_number: usize, top: f32, bottom: f32, deepest: usize) -> Stripe {
        let (x, width) = lane(lane_number, deepest);
        Stripe {
            coding: Coding { index: lane_number, start: 0, end: 1, lane: lane_number },
            rect: Rect::from_min_max(pos2(x, top), pos2(x + width, bottom)),
            from_above: top <= 40.0,
        }
    }

    fn overlap(names: &[Name]) -> bool {
        let apart = |one: &Name, other: &Name| {
            one.rect.bottom() <= other.rect.top() + 0.01 || other.rect.bottom() <= one.rect.top() + 0.01
        };
        (0..names.len()).any(|at| names[at + 1..].iter().any(|other| !apart(&names[at], other)))
    }

    #[test]
    fn each_name_stands_at_the_beginning_of_its_stripe_where_there_is_room() {
        let stripes = [stripe_at(0, 100.0, 160.0, 2), stripe_at(1, 300.0, 400.0, 2)];
        let names = names(&stripes, area(), 40.0);
        assert_eq!(names.iter().map(|name| name.rect.top()).collect::<Vec<_>>(), [103.0, 303.0]);
        assert!(names.iter().all(|name| name.rect.left() == NAMES && !name.moved));
    }

    #[test]
    fn names_of_one_line_move_down_and_those_without_room_are_counted() {
        let stripes: Vec<_> = (0..30).map(|lane| stripe_at(lane, 100.0, 700.0, 30)).collect();
        let names = names(&stripes, area(), 40.0);
        assert!(!overlap(&names));
        assert!(names.len() >= 3, "some are shown");
        assert_eq!(names.len() + names.last().unwrap().more, 30, "the others are counted");
        assert!(names.iter().all(|name| name.rect.top() <= 103.0 + DRIFT));
        let rightmost = stripes.iter().map(|stripe| stripe.rect.right()).fold(0.0, f32::max);
        assert!(names.iter().all(|name| name.rect.left() > rightmost), "names stand beside the stripes");
    }

    #[test]
    fn names_from_above_take_only_what_is_free() {
        let mut stripes: Vec<_> = (0..4).map(|lane| stripe_at(lane, 40.0, 600.0, 5)).collect();
        stripes.push(stripe_at(4, 80.0, 200.0, 5));
        let names = names(&stripes, area(), 40.0);
        assert!(!overlap(&names));
        let own = names.iter().find(|name| name.stripe == 4).unwrap();
        assert_eq!(own.rect.top(), 83.0, "a passage that begins here keeps its line");
        assert_eq!(names.len(), 3);
    }

    #[test]
    fn stripes_of_thirty_lanes_stay_apart_and_leave_room_for_names() {
        let lanes: Vec<_> = (0..30).map(|number| lane(number, 30)).collect();
        assert!(lanes.windows(2).all(|pair| pair[0].0 + pair[0].1 < pair[1].0));
        let (x, width) = lanes[29];
        assert!(x + width < 125.0, "{x}");
        assert_eq!(lanes[3], lane(3, 4), "the first lanes do not move with the depth");
    }
}
