//! Where two codings of one interview differ, passage by passage.
//!
//! Passages with codes of one class (codes that mean the same, see [`Seen::code_classes`]) that overlap
//! belong together. What only one coder has goes together with what only the other has where they overlap
//! by half of the shorter: one passage, two codes. Layers are never mixed.

use model::RecordId;
use model::basis::{Basis, Coders};
use model::study::{Coding, Decision, Interview, Seen};
use model::text::PlaceState;
use model::value::{Difference, Group, Layer};
use model::{OpId, seal};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A passage of one coder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// First scalar in the current revision.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The code, redirects followed.
    pub code: RecordId,
    /// The coding.
    pub coding: RecordId,
}

/// What two coders made of one passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The interview.
    pub interview: RecordId,
    /// The layer.
    pub layer: Layer,
    /// What tells the two apart.
    pub difference: Difference,
    /// What the first coder has.
    pub first: Vec<Passage>,
    /// What the second coder has.
    pub second: Vec<Passage>,
    /// True where all of it lies in one turn.
    pub one_turn: bool,
    /// Whether it is decided.
    pub state: State,
}

/// Whether a difference is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody decided it.
    Open,
    /// It is decided.
    Decided(RecordId),
    /// It was decided, and one of its codings came or changed since.
    Reopened(RecordId),
}

impl Item {
    /// Every passage of both.
    pub fn passages(&self) -> impl Iterator<Item = &Passage> {
        self.first.iter().chain(&self.second)
    }

    /// Where it begins and ends.
    #[must_use]
    pub fn reach(&self) -> (u32, u32) {
        let start = self.passages().map(|passage| passage.start).min().unwrap_or_default();
        (start, self.passages().map(|passage| passage.end).max().unwrap_or_default())
    }

    /// The coding that names it: the first in the order of identifiers.
    #[must_use]
    pub fn name(&self) -> Option<RecordId> {
        self.passages().map(|passage| passage.coding).min()
    }

    /// True when nobody decided it as it is now.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.state, State::Decided(_))
    }

    /// True when there is nothing to discuss: they agree, or differ by edges only inside one turn and the
    /// study accepts that.
    #[must_use]
    pub fn is_settled_by_rule(&self, accepts_other_edges: bool) -> bool {
        match self.difference {
            Difference::Agreement => true,
            Difference::OtherEdges => accepts_other_edges && self.one_turn,
            _ => false,
        }
    }
}

/// For codes that mean the same as others, the one that stands for them.
pub type Classes = foldhash::HashMap<RecordId, RecordId>;

/// What two coders made of an interview, with what was decided of it.
#[derive(Debug, Default)]
pub struct Sheet<'a> {
    /// What they made of each passage, in the order of the text.
    pub items: Vec<Item>,
    /// What was decided in the interview, whoever the coders were.
    pub decided: Decided<'a>,
}

impl<'a> Sheet<'a> {
    /// Reads an interview; `classes` are the study's (see [`Seen::code_classes`]).
    #[must_use]
    pub fn of(seen: &Seen<'a>, interview: RecordId, coders: [RecordId; 2], classes: &Classes) -> Sheet<'a> {
        let decided = Decided::in_interview(seen, interview);
        let mut items = differing(seen, interview, coders, None, classes);
        mark_decided(seen, &decided, &mut items);
        Sheet { items, decided }
    }
}

/// What was decided, found by coding. A decision about one of whose codings another was taken later no longer
/// stands.
#[derive(Debug, Default)]
pub struct Decided<'a> {
    /// In the order of history.
    decisions: Vec<Decision<'a>>,
    /// The place of the latest about a coding.
    latest: HashMap<RecordId, usize>,
    /// The place of each.
    places: HashMap<RecordId, usize>,
}

impl<'a> Decided<'a> {
    /// Everything that was decided, as the lens shows it.
    #[must_use]
    pub fn of(seen: &Seen<'a>) -> Decided<'a> {
        Decided::filed(seen.decisions())
    }

    /// What was decided in one interview: a coding is there, and so is everything that was decided of it.
    #[must_use]
    pub fn in_interview(seen: &Seen<'a>, interview: RecordId) -> Decided<'a> {
        Decided::filed(seen.decisions_in(interview))
    }

    fn filed(decisions: Vec<Decision<'a>>) -> Decided<'a> {
        let mut decided = Decided { decisions, ..Decided::default() };
        for (place, decision) in decided.decisions.iter().enumerate() {
            decided.places.insert(decision.id, place);
            decided.latest.extend(decision.about.codings.iter().map(|coding| (*coding, place)));
        }
        decided
    }

    /// Every decision, in the order of history, with whether it stands.
    pub fn all(&self) -> impl Iterator<Item = (&Decision<'a>, bool)> {
        self.decisions.iter().enumerate().map(|(place, decision)| (decision, self.stands(place)))
    }

    /// A decision.
    #[must_use]
    pub fn get(&self, id: RecordId) -> Option<&Decision<'a>> {
        self.places.get(&id).and_then(|place| self.decisions.get(*place))
    }

    /// The decisions that stand, in the order of history.
    pub fn standing(&self) -> impl Iterator<Item = &Decision<'a>> {
        self.all().filter(|(_, stands)| *stands).map(|(decision, _)| decision)
    }

    /// The decisions that stand about any of some codings, the latest first.
    pub fn about(&self, codings: impl Iterator<Item = RecordId>) -> Vec<&Decision<'a>> {
        let places: BTreeSet<usize> =
            codings.filter_map(|coding| self.latest.get(&coding)).copied().collect();
        let standing = places.into_iter().rev().filter(|place| self.stands(*place));
        standing.filter_map(|place| self.decisions.get(place)).collect()
    }

    fn stands(&self, place: usize) -> bool {
        let codings = self.decisions.get(place).map(|decision| decision.about.codings.as_slice());
        codings.unwrap_or_default().iter().all(|coding| self.latest.get(coding) == Some(&place))
    }
}

/// What two coders made of an interview, in the order of the text, nothing said of decisions; of one layer, or
/// of each by itself.
#[must_use]
pub fn differing(
    seen: &Seen<'_>,
    interview: RecordId,
    coders: [RecordId; 2],
    layer: Option<Layer>,
    classes: &Classes,
) -> Vec<Item> {
    let Some(known) = seen.interview(interview) else { return Vec::new() };
    let mut by_layer: BTreeMap<Layer, Sides> = BTreeMap::new();
    for (side, coder) in coders.into_iter().enumerate() {
        let basis = Basis { coders: Coders::Only(vec![coder]), layer };
        for coding in seen.codings_in(known.id, &basis) {
            if coding.place.state != PlaceState::ToPlace {
                let class = classes.get(&coding.code).copied().unwrap_or(coding.code);
                by_layer.entry(coding.layer).or_default().push((class, side, passage(&coding)));
            }
        }
    }
    let mut found = Vec::new();
    for (layer, sides) in by_layer {
        found.extend(of_layer(seen, &known, layer, sides));
    }
    found.sort_by_key(|item| (item.reach(), item.name()));
    found
}

/// Class, coder (0 or 1) and passage.
type Sides = Vec<(RecordId, usize, Passage)>;

fn passage(coding: &Coding<'_>) -> Passage {
    Passage { start: coding.place.start, end: coding.place.end, code: coding.code, coding: coding.id }
}

fn of_layer(seen: &Seen<'_>, known: &Interview<'_>, layer: Layer, mut sides: Sides) -> Vec<Item> {
    sides.sort_by_key(|(class, side, passage)| (*class, *passage, *side));
    let (mut items, mut lonely) = (Vec::new(), [Vec::new(), Vec::new()]);
    let mut group: [Vec<Passage>; 2] = Default::default();
    let mut at: Option<(RecordId, u32)> = None;
    let mut flush = |group: &mut [Vec<Passage>; 2]| {
        let [first, second] = std::mem::take(group);
        match (first.is_empty(), second.is_empty()) {
            (true, true) => {}
            (false, false) => items.push((edges(&first, &second), first, second)),
            (false, true) => lonely[0].push(first),
            (true, false) => lonely[1].push(second),
        }
    };
    for (class, side, passage) in sides {
        let joins = at.is_some_and(|(known, end)| known == class && passage.start < end);
        if !joins {
            flush(&mut group);
        }
        let end = at.filter(|_| joins).map_or(0, |(_, end)| end).max(passage.end);
        at = Some((class, end));
        group[side].push(passage);
    }
    flush(&mut group);
    items.extend(pair_up(seen, lonely));
    let item = |(difference, first, second): (Difference, Vec<Passage>, Vec<Passage>)| {
        let interview = known.id;
        let mut item =
            Item { interview, layer, difference, first, second, one_turn: false, state: State::Open };
        let (start, end) = item.reach();
        item.one_turn = known.turns.iter().any(|turn| turn.start <= start && end <= turn.end);
        item
    };
    items.into_iter().map(item).collect()
}

/// One class on both sides: the same edges or others.
fn edges(first: &[Passage], second: &[Passage]) -> Difference {
    let ranges = |passages: &[Passage]| -> BTreeSet<(u32, u32)> {
        passages.iter().map(|passage| (passage.start, passage.end)).collect()
    };
    if ranges(first) == ranges(second) { Difference::Agreement } else { Difference::OtherEdges }
}

/// What only one has with what only the other has, the greatest overlap first.
fn pair_up(
    seen: &Seen<'_>,
    [first, second]: [Vec<Vec<Passage>>; 2],
) -> Vec<(Difference, Vec<Passage>, Vec<Passage>)> {
    let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
    let order: Vec<(u32, usize)> = second.iter().map(|group| reach(group).0).zip(0..).collect();
    for (one, group) in first.iter().enumerate() {
        let (start, end) = reach(group);
        for (_, other) in order.iter().filter(|(at, _)| *at < end) {
            let (from, to) = reach(&second[*other]);
            let overlap = end.min(to).saturating_sub(start.max(from));
            let shorter = (end - start).min(to - from);
            if overlap > 0 && overlap * 2 >= shorter {
                pairs.push((overlap, one, *other));
            }
        }
    }
    pairs.sort_by_key(|(overlap, one, other)| (std::cmp::Reverse(*overlap), *one, *other));
    let (mut first, mut second): (Vec<_>, Vec<_>) =
        (first.into_iter().map(Some).collect(), second.into_iter().map(Some).collect());
    let mut items = Vec::new();
    for (_, one, other) in pairs {
        if let (Some(ours), Some(theirs)) = (&first[one], &second[other]) {
            items.push((other_code(seen, ours, theirs), ours.clone(), theirs.clone()));
            (first[one], second[other]) = (None, None);
        }
    }
    items.extend(first.into_iter().flatten().map(|group| (Difference::OnlyFirst, group, Vec::new())));
    items.extend(second.into_iter().flatten().map(|group| (Difference::OnlySecond, Vec::new(), group)));
    items
}

fn reach(passages: &[Passage]) -> (u32, u32) {
    let start = passages.iter().map(|passage| passage.start).min().unwrap_or_default();
    (start, passages.iter().map(|passage| passage.end).max().unwrap_or_default())
}

/// Codes with the same code above them, or one directly above the other, are siblings.
fn other_code(seen: &Seen<'_>, first: &[Passage], second: &[Passage]) -> Difference {
    let node = |passages: &[Passage]| passages.first().and_then(|passage| seen.code(passage.code));
    let (Some(one), Some(other)) = (node(first), node(second)) else { return Difference::OtherCode };
    let beside = one.parent.is_some() && one.parent == other.parent;
    let above = one.parent == Some(other.id) || other.parent == Some(one.id);
    if beside || above { Difference::SiblingCode } else { Difference::OtherCode }
}

/// Says of each item whether it is decided.
fn mark_decided(seen: &Seen<'_>, decided: &Decided<'_>, items: &mut [Item]) {
    for item in items {
        let codings: BTreeSet<RecordId> = item.passages().map(|passage| passage.coding).collect();
        let latest = decided.about(codings.iter().copied()).into_iter().next();
        let Some(decision) = latest else { continue };
        let whole = codings.iter().all(|coding| decision.about.codings.contains(coding));
        let same = codings.iter().all(|coding| {
            let covered = |op: &OpId| decision.about.covers.contains(&(*coding, *op));
            versions(seen, *coding).iter().all(covered)
        });
        item.state = if whole && same { State::Decided(decision.id) } else { State::Reopened(decision.id) };
    }
}

/// The versions of a coding that a decision covers: what a seal covers of it.
#[must_use]
pub fn versions(seen: &Seen<'_>, coding: RecordId) -> Vec<OpId> {
    let Some(record) = seen.record(coding) else { return Vec::new() };
    let current = |group: &Group| record.register((*group).into()).and_then(|register| register.current());
    let mut ops: Vec<OpId> =
        seal::COVERED.iter().filter_map(current).map(|version| version.stamp.op).collect();
    ops.sort_unstable();
    ops.dedup();
    ops
}
