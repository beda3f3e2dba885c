//! The codings that a basis counts, laid out for questions: by interview, in the order of the text, with
//! the turns that each touches.

use model::RecordId;
use model::basis::Basis;
use model::study::{Interview, Seen};
use model::value::{Inclusion, Near};
use std::collections::{BTreeSet, HashMap};

/// A coded passage, as questions look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The coding.
    pub coding: RecordId,
    /// Its code, redirects followed.
    pub code: RecordId,
    /// First scalar, in the interview's current revision.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The turns that it touches, counted from 0, the last included; nothing where it lies in no turn.
    pub turns: Option<(u32, u32)>,
}

/// The passages of one interview.
#[derive(Debug, Clone)]
pub struct Incidence<'a> {
    /// The interview.
    pub interview: Interview<'a>,
    /// Its passages that the basis counts, in the order of the text.
    pub passages: Vec<Passage>,
}

impl<'a> Incidence<'a> {
    /// The passages of every analysed interview that the basis counts, in the order of interviews. Those
    /// to be placed again are in no text and left out.
    #[must_use]
    pub fn of(seen: &Seen<'a>, basis: &Basis) -> Vec<Incidence<'a>> {
        let analysed = seen.interviews().into_iter().filter(|one| one.status == Inclusion::Included);
        analysed.map(|interview| Incidence::read(seen, interview, basis)).collect()
    }

    fn read(seen: &Seen<'a>, interview: Interview<'a>, basis: &Basis) -> Incidence<'a> {
        let codings = seen.codings_in(interview.id, basis);
        let placed = codings.into_iter().filter(|coding| coding.place.start < coding.place.end);
        let passages = placed
            .map(|coding| {
                let (start, end) = (coding.place.start, coding.place.end);
                let turns = turns_touched(&interview, start, end);
                Passage { coding: coding.id, code: coding.code, start, end, turns }
            })
            .collect();
        Incidence { interview, passages }
    }

    /// The participants in whose turns a passage lies, redirects followed.
    #[must_use]
    pub fn participants(&self, seen: &Seen<'_>, passage: &Passage) -> BTreeSet<RecordId> {
        let state = model::text::PlaceState::Exact;
        let place = model::text::Place { start: passage.start, end: passage.end, state };
        self.interview.participants_of(place).into_iter().map(|id| seen.resolve(id)).collect()
    }
}

/// The first and last turn that a range touches.
fn turns_touched(interview: &Interview<'_>, start: u32, end: u32) -> Option<(u32, u32)> {
    let first = interview.turns.partition_point(|turn| turn.end <= start);
    let after = interview.turns.partition_point(|turn| turn.start < end);
    let number = |place: usize| u32::try_from(place).ok();
    (first < after).then(|| Some((number(first)?, number(after - 1)?))).flatten()
}

/// Whether two passages of one interview are near each other.
#[must_use]
pub fn are_near(a: &Passage, b: &Passage, near: Near) -> bool {
    let within = |most: u32| match (a.turns, b.turns) {
        (Some((first, last)), Some((other_first, other_last))) => {
            other_first.saturating_sub(last) <= most && first.saturating_sub(other_last) <= most
        }
        _ => false,
    };
    match near {
        Near::Overlap => a.start < b.end && b.start < a.end,
        Near::Turn => within(0),
        Near::Turns(most) => within(most),
    }
}

/// The codes that stand for each of some codes: itself and all that is below it.
#[must_use]
pub fn standing_for(seen: &Seen<'_>, codes: &[RecordId]) -> HashMap<RecordId, BTreeSet<RecordId>> {
    let below = |code: &RecordId| (*code, seen.code_with_descendants(*code).into_iter().collect());
    codes.iter().map(below).collect()
}
