//! A schema with everything measured: what a canvas draws and a file holds.

use super::lettering::{LEADING, SIZE, lines, width};
use super::ways::{Bend, bent, edge_of, labels_apart, round_others};
use crate::wording;
use i18n::Lang;
use model::RecordId;
use model::study::{Relation, Schema, Seen};
use model::value::{Level, Point, RelationSort};
use std::collections::{BTreeMap, BTreeSet};

/// Words in a box may be so wide.
const WORDS: f32 = 170.0;
/// Between words and the edge of their box.
const PADDING: f32 = 14.0;
/// Between two arrows that join the same boxes.
const APART: f32 = 44.0;

/// A drawn schema.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Its title.
    pub title: String,
    /// The boxes, in the order of the tree.
    pub boxes: Vec<Box>,
    /// The arrows, in the order of history.
    pub arrows: Vec<Arrow>,
    /// The notes.
    pub notes: Vec<Note>,
    /// The frames.
    pub frames: Vec<Frame>,
    /// The upper left corner of what is drawn, and its width and height.
    pub area: (f32, f32, f32, f32),
}

/// A code in its box.
#[derive(Debug, Clone, PartialEq)]
pub struct Box {
    /// The code.
    pub code: RecordId,
    /// The middle of the box.
    pub at: (f32, f32),
    /// Its width and height.
    pub size: (f32, f32),
    /// The code's name, in lines.
    pub lines: Vec<String>,
    /// The level, which the border tells without colour.
    pub level: Level,
    /// Index in the palette.
    pub hue: u16,
}

/// What an arrow ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// Nothing.
    None,
    /// A point: it leads somewhere.
    Point,
    /// A hollow diamond: a part of something.
    Diamond,
    /// A bar: something is opposed.
    Bar,
}

/// A relation.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrow {
    /// The relation.
    pub relation: RecordId,
    /// The codes of the boxes that it joins.
    pub ends: (RecordId, RecordId),
    /// The point that a hand has bent it through.
    pub through: Option<(f32, f32)>,
    /// Without such a point: how it is bent.
    pub aside: Bend,
    /// Where it leaves its first box.
    pub from: (f32, f32),
    /// What it is bent towards.
    pub bend: (f32, f32),
    /// Where it meets its second box.
    pub to: (f32, f32),
    /// What it begins with.
    pub tail: Head,
    /// What it ends in.
    pub head: Head,
    /// Its type, in words or signs.
    pub label: String,
    /// The middle of the label.
    pub label_at: (f32, f32),
    /// How far along the way that is, from 0 to 1.
    pub label_part: f32,
    /// How many passages support it, and how many contradict it.
    pub evidence: (usize, usize),
    /// True where nothing supports it yet: drawn in dashes.
    pub dashed: bool,
}

/// A note.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The note.
    pub note: RecordId,
    /// Its upper left corner.
    pub at: (f32, f32),
    /// Its width and height.
    pub size: (f32, f32),
    /// Its lines.
    pub lines: Vec<String>,
    /// Its text, and how wide its lines may be.
    pub written: (String, u32),
}

/// A frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The frame.
    pub frame: RecordId,
    /// Its upper left corner.
    pub at: (f32, f32),
    /// Its width and height.
    pub size: (f32, f32),
    /// Its title.
    pub title: String,
}

/// The width and height of the box of a code.
pub(super) fn size_of(seen: &Seen<'_>, code: RecordId) -> (f64, f64) {
    let name = seen.code(code).map_or("", |node| &node.name);
    let (wide, high) = box_size(&lines(name, WORDS, SIZE));
    (f64::from(wide), f64::from(high))
}

fn box_size(lines: &[String]) -> (f32, f32) {
    let widest = lines.iter().map(|line| width(line, SIZE)).fold(40.0, f32::max);
    (widest + 2.0 * PADDING, height(lines))
}

/// No drawing has so many lines that a float could not count them.
#[allow(clippy::cast_precision_loss)]
fn height(lines: &[String]) -> f32 {
    lines.len().max(1) as f32 * LEADING + 2.0 * PADDING - 6.0
}

#[allow(clippy::cast_precision_loss)] // a place on a page is far inside the range
fn place(point: Point) -> (f32, f32) {
    (point.x as f32, point.y as f32)
}

/// The drawing of a schema. What the lens hides, or was deleted, is left out.
#[must_use]
pub fn drawing(lang: Lang, seen: &Seen<'_>, schema: &Schema<'_>) -> Drawing {
    let boxes = boxes(seen, schema);
    let arrows = arrows(lang, seen, schema, &boxes);
    let notes: Vec<Note> = schema
        .notes
        .iter()
        .filter_map(|note| {
            let wide = note.width.clamp(60, 2000);
            #[allow(clippy::cast_precision_loss)] // at most 2000
            let lines = lines(&note.text, wide as f32, SIZE);
            let widest = lines.iter().map(|line| width(line, SIZE)).fold(0.0, f32::max);
            let size = (widest + 16.0, height(&lines));
            let written = (note.text.clone(), wide);
            Some(Note { note: note.note, at: place(note.at?), size, lines, written })
        })
        .collect();
    #[allow(clippy::cast_precision_loss)] // a place on a page is far inside the range
    let frames: Vec<Frame> = schema
        .frames
        .iter()
        .filter_map(|frame| {
            let size = (frame.size.0 as f32, frame.size.1 as f32);
            Some(Frame { frame: frame.frame, at: place(frame.at?), size, title: frame.title.clone() })
        })
        .collect();
    let area = area(&boxes, &arrows, &notes, &frames);
    Drawing { title: schema.title.to_owned(), boxes, arrows, notes, frames, area }
}

fn boxes(seen: &Seen<'_>, schema: &Schema<'_>) -> Vec<Box> {
    let at: BTreeMap<RecordId, Point> =
        schema.nodes.iter().filter_map(|node| Some((seen.resolve(node.code), node.at?))).collect();
    let shown = seen.codes().into_iter().filter(|node| !node.deleted);
    let drawn = shown.filter_map(|node| {
        let point = at.get(&node.id)?;
        let lines = lines(&node.name, WORDS, SIZE);
        let size = box_size(&lines);
        Some(Box { code: node.id, at: place(*point), size, lines, level: node.level, hue: node.hue })
    });
    drawn.collect()
}

fn arrows(lang: Lang, seen: &Seen<'_>, schema: &Schema<'_>, boxes: &[Box]) -> Vec<Arrow> {
    let said = |relation: RecordId| schema.arrows.iter().find(|arrow| arrow.relation == relation);
    let shown: Vec<(Relation, &Box, &Box)> = seen
        .relations()
        .into_iter()
        .filter(|one| said(one.id).is_none_or(|arrow| !arrow.hidden) && one.from != one.to)
        .filter_map(|one| {
            let end = |code| boxes.iter().find(|known| known.code == code);
            let (from, to) = (end(one.from)?, end(one.to)?);
            Some((one, from, to))
        })
        .collect();
    let mut beside: BTreeMap<(RecordId, RecordId), usize> = BTreeMap::new();
    let mut arrows = Vec::new();
    for (relation, from, to) in &shown {
        let pair = (relation.from.min(relation.to), relation.from.max(relation.to));
        let count =
            shown.iter().filter(|(other, _, _)| (other.from.min(other.to), other.from.max(other.to)) == pair);
        let (count, at) = (count.count(), beside.entry(pair).or_default());
        let through = said(relation.id).and_then(|arrow| arrow.through).map(place);
        #[allow(clippy::cast_precision_loss)] // a few arrows
        let aside = (*at as f32 - (count - 1) as f32 / 2.0) * APART * 2.0;
        let aside = if pair.0 == relation.from { aside } else { -aside };
        *at += 1;
        let mut drawn = arrow(lang, seen, relation, (from, to), (through, (0.0, aside)));
        if count == 1 && through.is_none() {
            let others = shown.iter().filter(|(other, _, _)| other.id != relation.id);
            let lines: Vec<_> = others.map(|(_, a, b)| (a.at, b.at)).collect();
            drawn.aside = round_others(boxes, (from, to), &lines, width(&drawn.label, SIZE));
        }
        drawn.join(from, to);
        arrows.push(drawn);
    }
    labels_apart(&mut arrows, boxes);
    arrows
}

fn arrow(
    lang: Lang,
    seen: &Seen<'_>,
    relation: &Relation,
    (from, to): (&Box, &Box),
    (through, aside): (Option<(f32, f32)>, Bend),
) -> Arrow {
    let evidence = seen.evidence(relation.id);
    let supports = evidence.iter().filter(|one| one.stance == model::value::Stance::Supports).count();
    let (tail, head) = match relation.sort {
        RelationSort::Opposes => (Head::Bar, Head::Bar),
        RelationSort::PartOf => (Head::None, Head::Diamond),
        RelationSort::Custom if undirected(seen, relation) => (Head::None, Head::None),
        _ => (Head::None, Head::Point),
    };
    Arrow {
        relation: relation.id,
        ends: (from.code, to.code),
        through,
        aside,
        from: from.at,
        bend: from.at,
        to: to.at,
        tail,
        head,
        label: wording::relation_sort(lang, seen, relation),
        label_at: from.at,
        label_part: 0.5,
        evidence: (supports, evidence.len() - supports),
        dashed: supports == 0,
    }
}

impl Arrow {
    /// Leads from one box to the other, wherever they stand now.
    fn join(&mut self, from: &Box, to: &Box) {
        let bend = self.through.unwrap_or_else(|| bent(from.at, to.at, self.aside));
        let (start, end) = (edge_of(from, bend), edge_of(to, bend));
        (self.from, self.bend, self.to) = (start, bend, end);
        self.label_at = self.at(self.label_part);
    }

    /// A point of the way, from 0 at its beginning to 1 at its end.
    #[must_use]
    pub(super) fn at(&self, part: f32) -> (f32, f32) {
        let rest = 1.0 - part;
        let along = |a: f32, b: f32, c: f32| rest * rest * a + 2.0 * part * rest * b + part * part * c;
        (along(self.from.0, self.bend.0, self.to.0), along(self.from.1, self.bend.1, self.to.1))
    }
}

/// Something of a drawing that a hand can move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// The box of a code.
    Node(RecordId),
    /// A note.
    Note(RecordId),
    /// A frame.
    Frame(RecordId),
    /// The bend of a relation's arrow.
    Bend(RecordId),
    /// The lower right corner of a frame: moving it makes the frame larger or smaller.
    Corner(RecordId),
}

/// No frame is made narrower or lower than this by its corner, in pixels.
const LEAST_FRAME: (f32, f32) = (80.0, 40.0);

impl Drawing {
    /// The drawing with some things moved by so many pixels: what a hand sees while it moves them.
    #[must_use]
    pub fn moved(&self, things: &BTreeSet<Thing>, by: (f32, f32)) -> Drawing {
        let mut drawing = self.clone();
        let shift = |at: &mut (f32, f32)| *at = (at.0 + by.0, at.1 + by.1);
        for one in &mut drawing.boxes {
            if things.contains(&Thing::Node(one.code)) {
                shift(&mut one.at);
            }
        }
        for one in &mut drawing.notes {
            if things.contains(&Thing::Note(one.note)) {
                shift(&mut one.at);
            }
        }
        for one in &mut drawing.frames {
            if things.contains(&Thing::Frame(one.frame)) {
                shift(&mut one.at);
            }
            if things.contains(&Thing::Corner(one.frame)) {
                let (wide, high) = (one.size.0 + by.0, one.size.1 + by.1);
                one.size = (wide.max(LEAST_FRAME.0), high.max(LEAST_FRAME.1));
            }
        }
        let places: BTreeMap<RecordId, usize> =
            drawing.boxes.iter().enumerate().map(|(at, one)| (one.code, at)).collect();
        for arrow in &mut drawing.arrows {
            if things.contains(&Thing::Bend(arrow.relation)) {
                let mut bend = arrow.bend;
                shift(&mut bend);
                arrow.through = Some(bend);
            }
            let end = |code: RecordId| places.get(&code).and_then(|at| drawing.boxes.get(*at));
            if let (Some(from), Some(to)) = (end(arrow.ends.0), end(arrow.ends.1)) {
                arrow.join(from, to);
            }
        }
        drawing
    }
}

fn undirected(seen: &Seen<'_>, relation: &Relation) -> bool {
    relation.custom.and_then(|custom| seen.relation_type(custom)).is_some_and(|one| !one.body.directed)
}

fn area(boxes: &[Box], arrows: &[Arrow], notes: &[Note], frames: &[Frame]) -> (f32, f32, f32, f32) {
    let mut corners: Vec<(f32, f32)> = Vec::new();
    for one in boxes {
        let (w, h) = (one.size.0 / 2.0, one.size.1 / 2.0);
        corners.extend([(one.at.0 - w, one.at.1 - h), (one.at.0 + w, one.at.1 + h)]);
    }
    for one in arrows {
        let half = width(&one.label, SIZE) / 2.0;
        corners.extend([
            (one.label_at.0 - half, one.label_at.1 - 10.0),
            (one.label_at.0 + half, one.label_at.1 + 10.0),
        ]);
    }
    let rectangles =
        notes.iter().map(|one| (one.at, one.size)).chain(frames.iter().map(|one| (one.at, one.size)));
    corners.extend(rectangles.flat_map(|(at, size)| [at, (at.0 + size.0, at.1 + size.1)]));
    let least = corners.iter().fold((f32::INFINITY, f32::INFINITY), |a, c| (a.0.min(c.0), a.1.min(c.1)));
    let most =
        corners.iter().fold((f32::NEG_INFINITY, f32::NEG_INFINITY), |a, c| (a.0.max(c.0), a.1.max(c.1)));
    if corners.is_empty() {
        return (0.0, 0.0, 0.0, 0.0);
    }
    (least.0, least.1, most.0 - least.0, most.1 - least.1)
}
