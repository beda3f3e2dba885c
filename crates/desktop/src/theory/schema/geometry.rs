//! Places: between the schema and the window, and what lines up with what.

use egui::{Pos2, Rect, Vec2, pos2, vec2};
use model::value::Point;
use std::collections::BTreeSet;
use workbench::schema::{Drawing, Thing};

/// How the schema lies in the window.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sight {
    /// Where the schema's origin is.
    pub origin: Pos2,
    /// How much it is enlarged.
    pub zoom: f32,
}

impl Sight {
    pub fn pos(&self, at: (f32, f32)) -> Pos2 {
        self.origin + vec2(at.0, at.1) * self.zoom
    }

    /// The place in the schema of a place in the window.
    pub fn back(&self, pos: Pos2) -> Pos2 {
        ((pos - self.origin) / self.zoom).to_pos2()
    }

    /// A rectangle by its middle.
    pub fn around(&self, middle: (f32, f32), size: (f32, f32)) -> Rect {
        Rect::from_center_size(self.pos(middle), vec2(size.0, size.1) * self.zoom)
    }

    /// A rectangle by its corner.
    pub fn from(&self, corner: (f32, f32), size: (f32, f32)) -> Rect {
        Rect::from_min_size(self.pos(corner), vec2(size.0, size.1) * self.zoom)
    }
}

pub(super) fn point(at: (f32, f32)) -> Point {
    Point { x: at.0.round() as i32, y: at.1.round() as i32 }
}

pub(super) fn size(size: (f32, f32)) -> (u32, u32) {
    (size.0.round().max(1.0) as u32, size.1.round().max(1.0) as u32)
}

/// The rectangle of a thing, in the schema.
pub(super) fn rect_of(drawing: &Drawing, thing: Thing) -> Option<Rect> {
    let around =
        |at: (f32, f32), size: (f32, f32)| Rect::from_center_size(pos2(at.0, at.1), vec2(size.0, size.1));
    let from = |at: (f32, f32), size: (f32, f32)| Rect::from_min_size(pos2(at.0, at.1), vec2(size.0, size.1));
    match thing {
        Thing::Node(code) => {
            drawing.boxes.iter().find(|one| one.code == code).map(|one| around(one.at, one.size))
        }
        Thing::Note(note) => {
            drawing.notes.iter().find(|one| one.note == note).map(|one| from(one.at, one.size))
        }
        Thing::Frame(frame) => {
            drawing.frames.iter().find(|one| one.frame == frame).map(|one| from(one.at, one.size))
        }
        Thing::Corner(frame) => {
            let one = drawing.frames.iter().find(|one| one.frame == frame)?;
            Some(Rect::from_min_size(pos2(one.at.0 + one.size.0, one.at.1 + one.size.1), Vec2::ZERO))
        }
        Thing::Bend(relation) => {
            let arrow = drawing.arrows.iter().find(|one| one.relation == relation)?;
            Some(Rect::from_center_size(pos2(arrow.label_at.0, arrow.label_at.1), Vec2::splat(8.0)))
        }
    }
}

/// Where a frame is grasped to make it larger or smaller, in the window.
pub(super) fn corner(frame: Rect) -> Rect {
    Rect::from_min_max(frame.max - Vec2::splat(16.0).min(frame.size()), frame.max)
}

/// A frame takes along what stands in it.
pub(super) fn with_contents(drawing: &Drawing, mut things: BTreeSet<Thing>) -> BTreeSet<Thing> {
    let frames: Vec<Rect> = things
        .iter()
        .filter(|thing| matches!(thing, Thing::Frame(_)))
        .filter_map(|thing| rect_of(drawing, *thing))
        .collect();
    let inside = |thing: &Thing| {
        let middle = rect_of(drawing, *thing).map(|rect| rect.center());
        middle.is_some_and(|middle| frames.iter().any(|frame| frame.contains(middle)))
    };
    let boxes = drawing.boxes.iter().map(|one| Thing::Node(one.code));
    let others = boxes.chain(drawing.notes.iter().map(|one| Thing::Note(one.note)));
    things.extend(others.filter(inside).collect::<Vec<_>>());
    things
}

/// Below everything: room for what is added.
pub(super) fn free_place(drawing: &Drawing) -> Point {
    let (x, y, wide, high) = drawing.area;
    point((x + wide / 2.0, if drawing.boxes.is_empty() { 0.0 } else { y + high + 60.0 }))
}

/// A line that something is near: how far it still is, and where the line is.
type Line = Option<(f32, f32)>;

/// What was moved lines up with what stands still: the way it still has to go, and the lines to show.
pub(super) fn aligned(
    drawing: &Drawing,
    things: &BTreeSet<Thing>,
    by: Vec2,
    reach: f32,
) -> (Vec2, Option<f32>, Option<f32>) {
    let moved = things.iter().filter_map(|thing| rect_of(drawing, *thing)).map(|rect| rect.translate(by));
    let Some(first) = moved.reduce(Rect::union) else { return (by, None, None) };
    let still = drawing.boxes.iter().filter(|one| !things.contains(&Thing::Node(one.code)));
    let (mut best_x, mut best_y): (Line, Line) = (None, None);
    for one in still {
        let (half_wide, half_high) = (one.size.0 / 2.0, one.size.1 / 2.0);
        let nearer = |best: &mut Line, own: f32, other: f32| {
            let gap = other - own;
            if gap.abs() <= reach && best.is_none_or(|(known, _)| gap.abs() < known.abs()) {
                *best = Some((gap, other));
            }
        };
        nearer(&mut best_x, first.center().x, one.at.0);
        nearer(&mut best_x, first.left(), one.at.0 - half_wide);
        nearer(&mut best_x, first.right(), one.at.0 + half_wide);
        nearer(&mut best_y, first.center().y, one.at.1);
        nearer(&mut best_y, first.top(), one.at.1 - half_high);
        nearer(&mut best_y, first.bottom(), one.at.1 + half_high);
    }
    let snapped = by + vec2(best_x.map_or(0.0, |(gap, _)| gap), best_y.map_or(0.0, |(gap, _)| gap));
    (snapped, best_x.map(|(_, x)| x), best_y.map(|(_, y)| y))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a missing box is a fault of the test

    use super::*;
    use model::RecordId;
    use workbench::schema::NodeBox;

    fn id(n: u128) -> RecordId {
        RecordId::from(uuid::Uuid::from_u128(n))
    }

    fn drawing(places: &[(f32, f32)]) -> Drawing {
        let one = |(n, at): (u128, &(f32, f32))| NodeBox {
            code: id(n),
            at: *at,
            size: (100.0, 40.0),
            lines: vec!["a".into()],
            level: model::value::Level::Category,
            hue: 0,
        };
        Drawing {
            title: String::new(),
            boxes: (1..).zip(places).map(one).collect(),
            arrows: Vec::new(),
            notes: Vec::new(),
            frames: Vec::new(),
            area: (0.0, 0.0, 0.0, 0.0),
        }
    }

    #[test]
    fn a_box_that_is_nearly_in_line_is_in_line() {
        let drawing = drawing(&[(0.0, 0.0), (300.0, 204.0)]);
        let things = BTreeSet::from([Thing::Node(id(2))]);
        let (by, x, y) = aligned(&drawing, &things, vec2(-297.0, 60.0), 5.0);
        assert_eq!((by, x, y), (vec2(-300.0, 60.0), Some(0.0), None));
        let (by, x, y) = aligned(&drawing, &things, vec2(50.0, 0.0), 5.0);
        assert_eq!((by, x, y), (vec2(50.0, 0.0), None, None));
    }

    #[test]
    fn a_frame_takes_along_what_stands_in_it() {
        let mut drawing = drawing(&[(100.0, 60.0), (300.0, 60.0)]);
        let frame = workbench::schema::Frame {
            frame: id(9),
            at: (0.0, 0.0),
            size: (200.0, 120.0),
            title: String::new(),
        };
        drawing.frames.push(frame);
        let moved = |thing| with_contents(&drawing, BTreeSet::from([thing]));
        let both = BTreeSet::from([Thing::Frame(id(9)), Thing::Node(id(1))]);
        assert_eq!(moved(Thing::Frame(id(9))), both);
        assert_eq!(moved(Thing::Corner(id(9))), BTreeSet::from([Thing::Corner(id(9))]));
        let larger = drawing.moved(&BTreeSet::from([Thing::Corner(id(9))]), (40.0, -500.0));
        assert_eq!((larger.frames[0].at, larger.frames[0].size), ((0.0, 0.0), (240.0, 40.0)));
    }

    #[test]
    fn what_is_added_stands_below_everything() {
        let mut drawing = drawing(&[(0.0, 0.0)]);
        drawing.area = (-50.0, -20.0, 100.0, 40.0);
        assert_eq!(free_place(&drawing), Point { x: 0, y: 80 });
    }
}
