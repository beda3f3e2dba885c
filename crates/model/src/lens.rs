//! Whose work one sees: nothing of another coder's part in a sealed round can be read.

use crate::RecordId;
use crate::op::Stamp;
use crate::records::{Record, Records};
use crate::value::{Group, Kind, Value};
use foldhash::HashSet;

/// Who looks. Every accessor of a study takes one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Lens {
    /// A member: sees their own work everywhere, and that of others where no round is sealed.
    Member(RecordId),
    /// Nobody in particular: sees what everybody may see.
    Anybody,
}

impl Lens {
    fn is(self, member: RecordId) -> bool {
        self == Lens::Member(member)
    }
}

/// A round that is still sealed.
#[derive(Clone, PartialEq, Debug)]
struct Sealed {
    set_up: Stamp,
    interviews: HashSet<RecordId>,
    coders: HashSet<RecordId>,
}

/// The kinds of record that say what their author thinks of the interviews.
const THOUGHTS: &[Kind] = &[
    Kind::Code,
    Kind::Memo,
    Kind::Relation,
    Kind::RelationType,
    Kind::Theory,
    Kind::Clause,
    Kind::TheoryVersion,
    Kind::Schema,
    Kind::Query,
];

/// What one lens hides in one state of the records.
#[derive(Clone, PartialEq, Debug)]
pub struct Blinds {
    lens: Lens,
    rounds: Vec<Sealed>,
    /// Codes that the reader has used, and so knows.
    known: HashSet<RecordId>,
}

impl Blinds {
    /// Works out what `lens` hides. Costs nothing to speak of while no round is sealed.
    #[must_use]
    pub fn new(lens: Lens, records: &Records, rounds: impl Iterator<Item = RecordId>) -> Blinds {
        let rounds: Vec<Sealed> = rounds.filter_map(|id| records.get(id).and_then(sealed)).collect();
        let known = if rounds.is_empty() { HashSet::default() } else { codes_used(lens, records) };
        Blinds { lens, rounds, known }
    }

    /// True when nothing at all is hidden.
    #[must_use]
    pub fn are_open(&self) -> bool {
        self.rounds.is_empty()
    }

    /// True when a coding, reading or finished mark of `coder` in `interview` is hidden.
    #[must_use]
    pub fn hides_work(&self, interview: RecordId, coder: RecordId) -> bool {
        !self.lens.is(coder)
            && self
                .rounds
                .iter()
                .any(|round| round.interviews.contains(&interview) && round.coders.contains(&coder))
    }

    /// True when the record is hidden.
    #[must_use]
    pub fn hide(&self, id: RecordId, record: &Record) -> bool {
        if self.rounds.is_empty() {
            return false;
        }
        match record.value(Group::CodingOrigin).or_else(|| record.value(Group::ReadingDone)) {
            Some(Value::CodingOrigin(body)) => self.hides_work(body.interview, body.coder),
            Some(Value::ReadingDone(body)) => self.hides_work(body.interview, body.coder),
            _ => self.hides_birth(id, record),
        }
    }

    /// Codes, memos, relations and all else that another coder of a sealed round thought since it was set
    /// up.
    fn hides_birth(&self, id: RecordId, record: &Record) -> bool {
        let made_there = THOUGHTS.contains(&record.kind());
        let Some(born) = record.born().filter(|_| made_there && !self.known.contains(&id)) else {
            return false;
        };
        let foreign = !self.lens.is(born.author);
        foreign
            && self
                .rounds
                .iter()
                .any(|round| round.coders.contains(&born.author) && born.stamp > round.set_up)
    }

    /// True when an operation of the journal must not be read: it touches something hidden.
    #[must_use]
    pub fn hide_op<'a>(&self, records: &Records, touched: impl Iterator<Item = &'a RecordId>) -> bool {
        let mut touched = touched;
        !self.rounds.is_empty()
            && touched.any(|id| records.get(*id).is_some_and(|record| self.hide(*id, record)))
    }
}

fn sealed(round: &Record) -> Option<Sealed> {
    if !round.is_alive() || round.value(Group::RoundOpened).is_some() {
        return None;
    }
    let register = round.register(Group::RoundSetup.into())?;
    let Some(Value::RoundSetup(setup)) = register.value() else { return None };
    if everybody_done(round, &setup.coders) {
        return None;
    }
    Some(Sealed {
        set_up: register.versions().first()?.stamp,
        interviews: setup.interviews.iter().copied().collect(),
        coders: setup.coders.iter().copied().collect(),
    })
}

fn everybody_done(round: &Record, coders: &[RecordId]) -> bool {
    let done = |coder: &RecordId| {
        round
            .values(Group::RoundDone)
            .any(|value| matches!(value, Value::RoundDone(body) if body.coder == *coder && body.done))
    };
    !coders.is_empty() && coders.iter().all(done)
}

fn codes_used(lens: Lens, records: &Records) -> HashSet<RecordId> {
    let mine = |record: &Record| matches!(record.value(Group::CodingOrigin), Some(Value::CodingOrigin(body)) if lens.is(body.coder));
    let codings = records.iter().filter(|(_, record)| mine(record));
    codings
        .filter_map(|(_, record)| match record.value(Group::CodingCode) {
            Some(Value::CodingCode(body)) => Some(body.code),
            _ => None,
        })
        .collect()
}
