//! Which way an arrow goes: straight, unless that leads behind boxes it does not join.

use super::drawing::{Arrow, Box};
use super::lettering::width;

type Place = (f32, f32);

/// Where the bend of an arrow lies that no hand has bent: how far from the middle of the way along it, as a part
/// of its length, and how far aside, in pixels.
pub type Bend = (f32, f32);

/// Bends are tried from this aside to that, in pixels.
const STEPS: [f32; 8] = [60.0, 110.0, 170.0, 230.0, 300.0, 380.0, 470.0, 570.0];
/// And so far from the middle of the way.
const SHIFTS: [f32; 3] = [0.0, -0.28, 0.28];
/// Between a line and a box that it passes.
const CLEAR: f32 = 9.0;
/// Points of a curve that are looked at.
const POINTS: u8 = 32;

/// What a box on the way costs, in pixels of bend: more than any bend.
const BEHIND: f32 = 10_000.0;
/// What a label on a box costs.
const COVERED: f32 = 3_000.0;
/// What crossing another arrow costs.
const CROSSING: f32 = 90.0;

/// The best bend of an arrow with a label of that width that is alone between its boxes; `lines` are the straight
/// ways of other arrows, which it crosses as seldom as it can.
pub(super) fn round_others(
    boxes: &[Box],
    (from, to): (&Box, &Box),
    lines: &[(Place, Place)],
    label: f32,
) -> Bend {
    let far = STEPS.last().copied().unwrap_or_default();
    let (left, right) = (from.at.0.min(to.at.0) - far, from.at.0.max(to.at.0) + far);
    let (top, bottom) = (from.at.1.min(to.at.1) - far, from.at.1.max(to.at.1) + far);
    let near = |one: &&Box| {
        let (x, y) = one.at;
        (left..=right).contains(&x) && (top..=bottom).contains(&y)
    };
    let others = boxes.iter().filter(|one| one.code != from.code && one.code != to.code);
    let others: Vec<&Box> = others.filter(near).collect();
    let cost = |bend: Bend| {
        let way = Way { from: from.at, bend: bent(from.at, to.at, bend), to: to.at };
        way.cost(&others, (from, to), label) + way.crosses(lines) + bend.1.abs() + bend.0.abs() * 100.0
    };
    let straight = Way { from: from.at, bend: bent(from.at, to.at, (0.0, 0.0)), to: to.at };
    if straight.cost(&others, (from, to), label) <= 0.0 {
        return (0.0, 0.0);
    }
    let mut best = ((0.0, 0.0), cost((0.0, 0.0)));
    let tried = SHIFTS
        .into_iter()
        .flat_map(|along| STEPS.into_iter().flat_map(move |aside| [(along, aside), (along, -aside)]));
    for bend in tried {
        let found = cost(bend);
        if found < best.1 {
            best = (bend, found);
        }
    }
    best.0
}

struct Way {
    from: Place,
    bend: Place,
    to: Place,
}

impl Way {
    fn at(&self, part: u8) -> Place {
        let t = f32::from(part) / f32::from(POINTS);
        let at = |a: f32, b: f32, c: f32| (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * b + t * t * c;
        (at(self.from.0, self.bend.0, self.to.0), at(self.from.1, self.bend.1, self.to.1))
    }

    /// Where it crosses other arrows, between their boxes.
    #[allow(clippy::cast_precision_loss)] // a few arrows
    fn crosses(&self, lines: &[(Place, Place)]) -> f32 {
        let parts: Vec<(Place, Place)> =
            (0..POINTS / 4).map(|part| (self.at(part * 4), self.at((part + 1) * 4))).collect();
        let crossed = lines.iter().filter(|line| parts.iter().any(|part| cross(*part, **line)));
        crossed.count() as f32 * CROSSING
    }

    #[allow(clippy::cast_precision_loss)] // a schema has fewer boxes than a float can count
    fn cost(&self, others: &[&Box], ends: (&Box, &Box), label: f32) -> f32 {
        let points: Vec<Place> = (1..POINTS).map(|part| self.at(part)).collect();
        let hit = |one: &&&Box| points.iter().any(|at| within(one, *at, (CLEAR, CLEAR)));
        let behind = others.iter().filter(hit).count();
        let middle = self.at(POINTS / 2);
        let covers = |one: &&Box| within(one, middle, (label / 2.0, 10.0));
        let covered = others.iter().filter(|one| covers(one)).count();
        let own = [ends.0, ends.1].iter().filter(|one| covers(one)).count();
        behind as f32 * BEHIND + covered as f32 * COVERED + own as f32 * COVERED / 10.0
    }
}

/// Slides labels along their arrows until none lies on another, or on a box.
pub(super) fn labels_apart(arrows: &mut [Arrow], boxes: &[Box]) {
    const PARTS: [f32; 9] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8];
    let mut taken: Vec<(Place, f32)> = Vec::new();
    for arrow in arrows {
        // With the figures of its evidence.
        let half = width(&arrow.label, 12.0) / 2.0 + 26.0;
        let free = |part: &f32| {
            let at = arrow.at(*part);
            let beside = |other: &(Place, f32)| {
                (other.0.0 - at.0).abs() >= other.1 + half || (other.0.1 - at.1).abs() >= 21.0
            };
            taken.iter().all(beside) && !boxes.iter().any(|one| within(one, at, (half - 20.0, 9.0)))
        };
        arrow.label_part = PARTS.into_iter().find(free).unwrap_or(0.5);
        arrow.label_at = arrow.at(arrow.label_part);
        taken.push((arrow.label_at, half));
    }
}

/// Whether two straight lines cross.
fn cross((a, b): (Place, Place), (c, d): (Place, Place)) -> bool {
    let side = |p: Place, q: Place, r: Place| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    let apart = |one: f32, other: f32| (one > 0.0) != (other > 0.0);
    apart(side(a, b, c), side(a, b, d)) && apart(side(c, d, a), side(c, d, b))
}

fn within(one: &Box, at: Place, more: Place) -> bool {
    let (wide, high) = (one.size.0 / 2.0 + more.0, one.size.1 / 2.0 + more.1);
    (at.0 - one.at.0).abs() < wide && (at.1 - one.at.1).abs() < high
}

/// What an arrow between two middles is bent towards.
pub(super) fn bent(from: Place, to: Place, (along, aside): Bend) -> Place {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let long = dx.hypot(dy).max(1.0);
    let part = 0.5 + along;
    (from.0 + dx * part - dy / long * aside, from.1 + dy * part + dx / long * aside)
}

/// Where the way from a point to the middle of a box meets the edge of the box.
pub(super) fn edge_of(shown: &Box, from: Place) -> Place {
    let (dx, dy) = (from.0 - shown.at.0, from.1 - shown.at.1);
    let (half_wide, half_high) = (shown.size.0 / 2.0 + 3.0, shown.size.1 / 2.0 + 3.0);
    let part = (half_wide / dx.abs().max(0.001)).min(half_high / dy.abs().max(0.001)).min(1.0);
    (shown.at.0 + dx * part, shown.at.1 + dy * part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::RecordId;
    use model::value::Level;

    fn shown(n: u128, at: Place) -> Box {
        Box {
            code: RecordId(uuid::Uuid::from_u128(n)),
            at,
            size: (180.0, 50.0),
            lines: vec!["a".into()],
            level: Level::Category,
            hue: 0,
        }
    }

    fn behind(boxes: &[Box], bend: Bend) -> bool {
        let (from, to) = (boxes[0].at, boxes[1].at);
        let way = Way { from, bend: bent(from, to, bend), to };
        boxes[2..].iter().any(|one| (0..=POINTS).any(|part| within(one, way.at(part), (0.0, 0.0))))
    }

    #[test]
    fn a_free_way_is_straight() {
        let boxes = [shown(1, (0.0, 0.0)), shown(2, (600.0, 0.0)), shown(3, (300.0, 200.0))];
        assert_eq!(round_others(&boxes, (&boxes[0], &boxes[1]), &[], 100.0), (0.0, 0.0));
    }

    #[test]
    fn an_arrow_goes_round_a_box_between() {
        let boxes = [shown(1, (0.0, 0.0)), shown(2, (600.0, 0.0)), shown(3, (300.0, 0.0))];
        let bend = round_others(&boxes, (&boxes[0], &boxes[1]), &[], 100.0);
        assert!(behind(&boxes, (0.0, 0.0)) && !behind(&boxes, bend), "{bend:?}");
    }

    #[test]
    fn of_two_ways_round_it_takes_the_one_that_crosses_nothing() {
        let boxes = [shown(1, (0.0, 0.0)), shown(2, (600.0, 0.0)), shown(3, (300.0, 0.0))];
        let (above, below) = (((300.0, -400.0), (300.0, -20.0)), ((300.0, 20.0), (300.0, 400.0)));
        let side = |line| {
            let (_, aside) = round_others(&boxes, (&boxes[0], &boxes[1]), &[line], 100.0);
            bent((0.0, 0.0), (600.0, 0.0), (0.0, aside)).1
        };
        assert!(side(above) > 0.0 && side(below) < 0.0, "{} {}", side(above), side(below));
    }

    #[test]
    fn between_boxes_on_both_sides_it_finds_the_gap() {
        // No even bend is free here: one box close to the start, another close to the end on the other side.
        let places =
            [(-175.0, 380.0), (350.0, -110.0), (0.0, 190.0), (350.0, 75.0), (0.0, 0.0), (170.0, 380.0)];
        let boxes: Vec<Box> = (1..).zip(places).map(|(n, at)| shown(n, at)).collect();
        let bend = round_others(&boxes, (&boxes[0], &boxes[1]), &[], 100.0);
        assert!(!behind(&boxes, bend), "{bend:?}");
    }
}
