//! Where codes stand on a schema before a hand has moved them.
//!
//! Layers by the relations (Sugiyama's method), or, where the paradigm model of Strauss and Corbin was
//! used around one phenomenon, its places: conditions on the left, context above, intervening conditions
//! below, strategies and consequences on the right.

use super::drawing::size_of;
use model::RecordId;
use model::study::{Relation, Seen};
use model::value::{Point, RelationSort};
use rust_sugiyama::configure::Config;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Between two boxes, sideways.
const BESIDE: f64 = 60.0;
/// Between two rows of boxes.
const ROW: i32 = 150;
/// Between the columns of the paradigm model: room for a box and for what its arrow is called.
const COLUMN: i32 = 440;
/// Between boxes side by side above and below its phenomenon.
const ASIDE: i32 = 320;

/// The codes that a new schema shows: categories, and whatever relations lead from or to.
#[must_use]
pub fn to_show(seen: &Seen<'_>) -> Vec<RecordId> {
    let ends: BTreeSet<RecordId> =
        seen.relations().iter().flat_map(|relation| [relation.from, relation.to]).collect();
    let nodes = seen.codes().into_iter().filter(|node| !node.deleted);
    nodes.filter(|node| node.level.is_category() || ends.contains(&node.id)).map(|node| node.id).collect()
}

/// A place for each code, the middle of its box.
#[must_use]
pub fn layout(seen: &Seen<'_>, codes: &[RecordId]) -> Vec<(RecordId, Point)> {
    let shown: BTreeSet<RecordId> = codes.iter().copied().collect();
    let relations: Vec<Relation> = seen
        .relations()
        .into_iter()
        .filter(|one| one.from != one.to && shown.contains(&one.from) && shown.contains(&one.to))
        .collect();
    match phenomenon(&relations) {
        Some(phenomenon) => paradigm(codes, &relations, phenomenon),
        None => layers(seen, codes, &relations),
    }
}

/// What most relations of the paradigm model lead to, where there are three or more of them.
fn phenomenon(relations: &[Relation]) -> Option<RecordId> {
    let mut led_to: BTreeMap<RecordId, usize> = BTreeMap::new();
    for relation in relations.iter().filter(|one| RelationSort::PARADIGM.contains(&one.sort)) {
        *led_to.entry(relation.to).or_default() += 1;
    }
    let most = led_to.into_iter().max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id)))?;
    (most.1 >= 3).then_some(most.0)
}

fn paradigm(codes: &[RecordId], relations: &[Relation], phenomenon: RecordId) -> Vec<(RecordId, Point)> {
    let mut columns: BTreeMap<(i32, i32), Vec<RecordId>> = BTreeMap::new();
    for code in codes.iter().filter(|code| **code != phenomenon) {
        let known = relations.iter().find(|one| one.from == *code && one.to == phenomenon);
        let place = match known.map(|one| one.sort) {
            Some(RelationSort::CausalCondition) => (-1, 0),
            Some(RelationSort::Context) => (0, -1),
            Some(RelationSort::InterveningCondition) => (0, 1),
            Some(RelationSort::Strategy) => (1, 0),
            Some(RelationSort::Consequence) => (2, 0),
            _ => (0, 2),
        };
        columns.entry(place).or_default().push(*code);
    }
    let mut places = vec![(phenomenon, Point { x: 0, y: 0 })];
    for ((column, row), codes) in columns {
        let count = i32::try_from(codes.len()).unwrap_or(i32::MAX);
        for (at, code) in (0..).zip(codes) {
            // Above and below the phenomenon, side by side; left and right of it, one under the other.
            let spread = 2 * at - (count - 1);
            let point = match row {
                0 => Point { x: column * COLUMN, y: spread * ROW / 2 },
                row => Point { x: spread * ASIDE / 2, y: row * (ROW + 40) },
            };
            places.push((code, point));
        }
    }
    places
}

fn layers(seen: &Seen<'_>, codes: &[RecordId], relations: &[Relation]) -> Vec<(RecordId, Point)> {
    let place: HashMap<RecordId, u32> = codes.iter().copied().zip(0u32..).collect();
    let sizes: Vec<(f64, f64)> = codes.iter().map(|code| size_of(seen, *code)).collect();
    let edges = without_circles(
        relations.iter().filter_map(|one| Some((*place.get(&one.from)?, *place.get(&one.to)?))),
    );
    let linked: BTreeSet<u32> = edges.iter().flat_map(|(from, to)| [*from, *to]).collect();
    let vertices: Vec<(u32, (f64, f64))> =
        linked.iter().filter_map(|at| sizes.get(*at as usize).map(|size| (*at, *size))).collect();
    let config = Config { vertex_spacing: BESIDE, ..Config::default() };
    let mut places = Vec::new();
    let mut left = 0.0;
    for (part, wide, _) in rust_sugiyama::from_vertices_and_edges(&vertices, &edges, &config) {
        let least = part.iter().map(|(_, (x, _))| *x).fold(f64::INFINITY, f64::min);
        let rows = rows_of(&part);
        for (vertex, (x, y)) in part {
            let row = rows.iter().position(|known| (known - y).abs() < 1.0).unwrap_or_default();
            let point = Point { x: rounded(left + x - least), y: rounded_row(row) };
            places.extend(codes.get(vertex).map(|code| (*code, point)));
        }
        left += wide.max(200.0) + 3.0 * BESIDE;
    }
    places.sort_by_key(|(code, _)| place.get(code).copied());
    let below = places.iter().map(|(_, point)| point.y).max().map_or(0, |y| y + ROW);
    let alone = codes.iter().filter(|code| !linked.contains(place.get(code).unwrap_or(&u32::MAX)));
    places.extend(in_rows(alone.copied(), below));
    places
}

/// The heights of the layers, from the top.
fn rows_of(part: &[(usize, (f64, f64))]) -> Vec<f64> {
    let mut rows: Vec<f64> = part.iter().map(|(_, (_, y))| *y).collect();
    rows.sort_by(f64::total_cmp);
    rows.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    rows
}

#[allow(clippy::cast_possible_truncation)] // a place on a page is far inside the range
fn rounded(x: f64) -> i32 {
    x.round() as i32
}

fn rounded_row(row: usize) -> i32 {
    i32::try_from(row).unwrap_or(i32::MAX).saturating_mul(ROW)
}

/// What is related to nothing stands below, in rows of five.
fn in_rows(codes: impl Iterator<Item = RecordId>, from: i32) -> Vec<(RecordId, Point)> {
    let place =
        |(at, code): (i32, RecordId)| (code, Point { x: (at % 5) * (ASIDE - 80), y: from + (at / 5) * ROW });
    (0..).zip(codes).map(place).collect()
}

/// Each pair once, and turned round where it would close a circle: layers need a direction.
fn without_circles(edges: impl Iterator<Item = (u32, u32)>) -> Vec<(u32, u32)> {
    let mut kept: Vec<(u32, u32)> = Vec::new();
    for (from, to) in edges {
        let known = kept.contains(&(from, to)) || kept.contains(&(to, from));
        if !known {
            kept.push(if leads(&kept, to, from) { (to, from) } else { (from, to) });
        }
    }
    kept
}

fn leads(edges: &[(u32, u32)], from: u32, wanted: u32) -> bool {
    let mut met = BTreeSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        if at == wanted {
            return true;
        }
        if met.insert(at) {
            open.extend(edges.iter().filter(|(tail, _)| *tail == at).map(|(_, head)| *head));
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::without_circles;

    #[test]
    fn circles_are_turned_into_a_direction() {
        let edges = [(0, 1), (1, 2), (2, 0), (1, 0), (3, 1)];
        assert_eq!(without_circles(edges.into_iter()), [(0, 1), (1, 2), (0, 2), (3, 1)]);
    }
}
