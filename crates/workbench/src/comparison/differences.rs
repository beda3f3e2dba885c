//! The worklist: where two coders differ, and in what way.

use model::RecordId;
use model::study::{Coding, Seen};
use std::collections::BTreeMap;

/// In what way two coders differ on a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Only the first coded it.
    OnlyFirst,
    /// Only the second coded it.
    OnlySecond,
    /// The same code, other edges.
    OtherEdges,
    /// Codes with the same code above them, or one above the other.
    SiblingCode,
    /// Codes that have nothing to do with each other.
    OtherCode,
}

impl Kind {
    /// Every kind, in the order in which they are counted.
    pub const ALL: [Kind; 5] =
        [Kind::OnlyFirst, Kind::OnlySecond, Kind::OtherEdges, Kind::SiblingCode, Kind::OtherCode];

    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::OnlyFirst => "only_first",
            Kind::OnlySecond => "only_second",
            Kind::OtherEdges => "other_edges",
            Kind::SiblingCode => "sibling_code",
            Kind::OtherCode => "other_code",
        }
    }
}

/// One coder's passage in a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// The coding.
    pub coding: RecordId,
    /// Whose it is.
    pub coder: RecordId,
    /// Its code, redirects followed.
    pub code: RecordId,
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

impl Passage {
    fn of(coding: &Coding<'_>) -> Passage {
        Passage {
            coding: coding.id,
            coder: coding.coder,
            code: coding.code,
            start: coding.place.start,
            end: coding.place.end,
        }
    }

    fn overlap(&self, other: &Passage) -> u32 {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    fn length(&self) -> u32 {
        self.end.saturating_sub(self.start)
    }
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// In what way they differ.
    pub kind: Kind,
    /// What the first coder did there.
    pub first: Vec<Passage>,
    /// What the second coder did there.
    pub second: Vec<Passage>,
}

impl Difference {
    /// The stretch that the passages cover together.
    #[must_use]
    pub fn range(&self) -> (u32, u32) {
        let all = || self.first.iter().chain(&self.second);
        let start = all().map(|passage| passage.start).min().unwrap_or_default();
        (start, all().map(|passage| passage.end).max().unwrap_or(start))
    }
}

/// The differences of two coders in one interview, in the order of the text. The codings of both are given
/// together, in any order.
///
/// Passages with the same code that overlap belong together: alike where both have the same one passage,
/// else other edges. Of the rest, each passage is held against the one of the other coder that it overlaps
/// most, by at least half of the shorter of the two: another code, or a sibling. What then remains was coded
/// by one of them only.
#[must_use]
pub fn differences(
    seen: &Seen<'_>,
    codings: &[Coding<'_>],
    first: RecordId,
    second: RecordId,
) -> Vec<Difference> {
    let of = |coder: RecordId| {
        let theirs = codings.iter().filter(move |coding| coding.coder == coder);
        theirs.map(Passage::of).collect::<Vec<_>>()
    };
    let (mut found, a, b) = same_code(&of(first), &of(second));
    found.extend(other_code(seen, a, b));
    found.sort_by_key(|difference| {
        let (start, end) = difference.range();
        let id = difference.first.first().or(difference.second.first()).map(|passage| passage.coding);
        (start, end, difference.kind, id)
    });
    found
}

/// Groups overlapping passages with the same code. Returns those with other edges, and what met nothing.
fn same_code(a: &[Passage], b: &[Passage]) -> (Vec<Difference>, Vec<Passage>, Vec<Passage>) {
    let mut by_code: BTreeMap<RecordId, Vec<(Passage, bool)>> = BTreeMap::new();
    for (passages, is_first) in [(a, true), (b, false)] {
        for passage in passages {
            by_code.entry(passage.code).or_default().push((*passage, is_first));
        }
    }
    let (mut found, mut rest_a, mut rest_b) = (Vec::new(), Vec::new(), Vec::new());
    for passages in by_code.values_mut() {
        passages.sort_by_key(|(passage, _)| (passage.start, passage.end, passage.coding));
        for group in groups(passages) {
            let side = |wanted: bool| {
                let there = group.iter().filter(|(_, is_first)| *is_first == wanted);
                there.map(|(passage, _)| *passage).collect::<Vec<Passage>>()
            };
            let (first, second) = (side(true), side(false));
            match (first.as_slice(), second.as_slice()) {
                (only, []) => rest_a.extend(only),
                ([], only) => rest_b.extend(only),
                (first, second) if alike(first, second) => {}
                _ => found.push(Difference { kind: Kind::OtherEdges, first, second }),
            }
        }
    }
    (found, rest_a, rest_b)
}

/// Runs of passages that overlap one another, from left to right.
fn groups(passages: &[(Passage, bool)]) -> Vec<&[(Passage, bool)]> {
    let mut groups = Vec::new();
    let (mut from, mut end) = (0, 0);
    for (place, (passage, _)) in passages.iter().enumerate() {
        if place > from && passage.start >= end {
            groups.push(&passages[from..place]);
            from = place;
        }
        end = if place == from { passage.end } else { end.max(passage.end) };
    }
    if from < passages.len() {
        groups.push(&passages[from..]);
    }
    groups
}

/// True where both marked the same ranges.
fn alike(first: &[Passage], second: &[Passage]) -> bool {
    let ranges = |passages: &[Passage]| {
        let mut ranges: Vec<(u32, u32)> =
            passages.iter().map(|passage| (passage.start, passage.end)).collect();
        ranges.dedup();
        ranges
    };
    ranges(first) == ranges(second)
}

/// Pairs what met nothing with the passage of the other coder that it overlaps most.
fn other_code(seen: &Seen<'_>, a: Vec<Passage>, b: Vec<Passage>) -> Vec<Difference> {
    let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
    for (i, first) in a.iter().enumerate() {
        for (j, second) in b.iter().enumerate() {
            let overlap = first.overlap(second);
            if overlap > 0 && 2 * overlap >= first.length().min(second.length()) {
                pairs.push((overlap, i, j));
            }
        }
    }
    pairs.sort_by_key(|(overlap, i, j)| (std::cmp::Reverse(*overlap), a[*i].coding, b[*j].coding));
    let (mut used_a, mut used_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut found = Vec::new();
    for (_, i, j) in pairs {
        if used_a[i] || used_b[j] {
            continue;
        }
        (used_a[i], used_b[j]) = (true, true);
        let kind = if related(seen, a[i].code, b[j].code) { Kind::SiblingCode } else { Kind::OtherCode };
        found.push(Difference { kind, first: vec![a[i]], second: vec![b[j]] });
    }
    let left = |passages: Vec<Passage>, used: Vec<bool>| {
        passages.into_iter().zip(used).filter(|(_, used)| !used).map(|(passage, _)| passage)
    };
    found.extend(left(a, used_a).map(|passage| Difference {
        kind: Kind::OnlyFirst,
        first: vec![passage],
        second: Vec::new(),
    }));
    found.extend(left(b, used_b).map(|passage| Difference {
        kind: Kind::OnlySecond,
        first: Vec::new(),
        second: vec![passage],
    }));
    found
}

/// True for codes with the same code above them, or one directly above the other.
fn related(seen: &Seen<'_>, a: RecordId, b: RecordId) -> bool {
    let above = |code: RecordId| seen.code(code).and_then(|node| node.parent);
    let (over_a, over_b) = (above(a), above(b));
    over_a.is_some() && over_a == over_b || over_a == Some(b) || over_b == Some(a)
}
