//! Passages where codes meet: every one of some, and none of others near.

use super::incidence::{Incidence, Passage, are_near, standing_for};
use model::RecordId;
use model::basis::Basis;
use model::study::{Participant, Seen};
use model::value::{AttributeIs, AttributeValue, Near};
use std::collections::BTreeSet;

/// A question.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Codes that must meet; the passages of the first are what is found.
    pub all: Vec<RecordId>,
    /// Codes that must not be near.
    pub none: Vec<RecordId>,
    /// How near is near.
    pub near: Near,
    /// Attributes and the values that whoever speaks must have, all of them.
    pub filters: Vec<AttributeIs>,
}

/// A passage of the first code, with what it meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The interview.
    pub interview: RecordId,
    /// The passage of the first code.
    pub passage: Passage,
    /// The passages of the others that it meets, in the order of the text.
    pub with: Vec<Passage>,
    /// Who speaks in it.
    pub participants: BTreeSet<RecordId>,
}

/// The passages where the codes meet, by interview and in the order of each text.
#[must_use]
pub fn meetings(seen: &Seen<'_>, basis: &Basis, asked: &Asked) -> Vec<Meeting> {
    let Some((first, others)) = asked.all.split_first() else { return Vec::new() };
    let known = standing_for(seen, &[asked.all.as_slice(), &asked.none].concat());
    let is = |passage: &Passage, code: &RecordId| {
        known.get(code).is_some_and(|codes| codes.contains(&passage.code))
    };
    let filter = Filter::of(seen, &asked.filters);
    let mut found = Vec::new();
    for one in Incidence::of(seen, basis) {
        for passage in one.passages.iter().filter(|passage| is(passage, first)) {
            let near = |code: &RecordId| near_passages(&one.passages, passage, asked.near, |p| is(p, code));
            if asked.none.iter().any(|code| !near(code).is_empty()) {
                continue;
            }
            let met: Vec<Vec<&Passage>> = others.iter().map(near).collect();
            if met.iter().any(Vec::is_empty) {
                continue;
            }
            let participants = one.participants(seen, passage);
            if !filter.lets(&participants) {
                continue;
            }
            let mut with: Vec<Passage> = met.into_iter().flatten().cloned().collect();
            with.sort_by_key(|passage| (passage.start, passage.end, passage.coding));
            with.dedup();
            found.push(Meeting { interview: one.interview.id, passage: passage.clone(), with, participants });
        }
    }
    found
}

/// The passages near another one, itself left out.
fn near_passages<'p>(
    passages: &'p [Passage],
    of: &Passage,
    near: Near,
    wanted: impl Fn(&Passage) -> bool,
) -> Vec<&'p Passage> {
    let others = passages.iter().filter(|other| other.coding != of.coding);
    others.filter(|other| wanted(other) && are_near(of, other, near)).collect()
}

/// Of whose words is asked: of everybody's, or of those who have every value that is asked for.
pub(super) struct Filter {
    who: Option<BTreeSet<RecordId>>,
}

impl Filter {
    pub fn of(seen: &Seen<'_>, filters: &[AttributeIs]) -> Filter {
        let who = || {
            let all = seen.participants().into_iter();
            all.filter(|person| has_all(seen, person, filters)).map(|person| person.id).collect()
        };
        Filter { who: (!filters.is_empty()).then(who) }
    }

    /// True where everybody's words are asked for.
    pub fn lets_all(&self) -> bool {
        self.who.is_none()
    }

    /// True where somebody's words are asked for.
    pub fn lets_one(&self, person: RecordId) -> bool {
        self.who.as_ref().is_none_or(|who| who.contains(&person))
    }

    /// True where one of these is asked.
    pub fn lets(&self, people: &BTreeSet<RecordId>) -> bool {
        self.who.as_ref().is_none_or(|who| people.iter().any(|person| who.contains(person)))
    }
}

fn has_all(seen: &Seen<'_>, person: &Participant<'_>, filters: &[AttributeIs]) -> bool {
    filters.iter().all(|filter| {
        let attribute = seen.resolve(filter.attribute);
        let value = person.attributes.iter().find(|(id, _)| seen.resolve(*id) == attribute);
        value.is_some_and(|(_, value)| shown(value).to_lowercase() == filter.value.trim().to_lowercase())
    })
}

/// A value as it is shown and asked for.
#[must_use]
pub fn shown(value: &AttributeValue) -> String {
    match value {
        AttributeValue::Text(text) => text.trim().to_owned(),
        AttributeValue::Number(number) => number.to_string(),
    }
}
