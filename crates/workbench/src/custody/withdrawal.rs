//! Where a participant's words are in the journal: also in what was undone, and in a file taken in twice.

use crate::engine::Engine;
use crate::failure::Failure;
use crate::ops::withdraw::Traces;
use model::op::{Change, Op};
use model::study::Seen;
use model::value::{Inclusion, Kind, Value};
use model::{Digest, RecordId};
use std::collections::{BTreeMap, BTreeSet};

impl Engine {
    /// Looks for a participant's words everywhere.
    pub(super) fn traces(&self, participant: RecordId) -> Result<Traces, Failure> {
        let seen = self.seen();
        let journal = Journal::of(&self.store.ops(..)?);
        let participant = seen.resolve(participant);
        let mut traces = Traces {
            persons: journal.names.keys().copied().filter(|id| seen.resolve(*id) == participant).collect(),
            ..Traces::default()
        };
        traces.persons.insert(participant);
        traces.find_interviews(&seen, &journal);
        traces.find_copies(&seen, &journal);
        let names = traces.persons.iter().filter_map(|id| journal.names.get(id)).flatten();
        traces.names = names.cloned().collect();
        Ok(traces)
    }
}

/// What the journal says of interviews and participants, whatever became of it.
#[derive(Default)]
struct Journal {
    /// Every name that a participant ever had.
    names: BTreeMap<RecordId, BTreeSet<String>>,
    /// Everybody who was ever said to speak in an interview.
    speakers: BTreeMap<RecordId, BTreeSet<RecordId>>,
    /// The files that an interview came from.
    sources: BTreeMap<RecordId, BTreeSet<Digest>>,
}

impl Journal {
    fn of(ops: &[Op]) -> Journal {
        let mut journal = Journal::default();
        ops.iter().flat_map(|op| &op.changes).for_each(|change| journal.note(change));
        journal
    }

    fn note(&mut self, change: &Change) {
        match change.after.value() {
            Some(Value::ParticipantName(body)) => {
                let names = self.names.entry(change.record).or_default();
                names.extend(Some(body.name.clone()).filter(|name| !name.is_empty()));
            }
            Some(Value::InterviewSpeakers(body)) => {
                let speakers = body.speakers.iter().filter_map(|speaker| speaker.participant);
                self.speakers.entry(change.record).or_default().extend(speakers);
            }
            Some(Value::InterviewSource(body)) => {
                self.sources.entry(change.record).or_default().extend(body.digest);
            }
            _ => {}
        }
    }
}

impl Traces {
    /// The interviews in which the person speaks, and those where that was said before they were undone.
    fn find_interviews(&mut self, seen: &Seen<'_>, journal: &Journal) {
        for interview in seen.interviews() {
            let speak: BTreeSet<RecordId> =
                interview.participants().iter().map(|id| seen.resolve(*id)).collect();
            if interview.status != Inclusion::Withdrawn && !speak.is_disjoint(&self.persons) {
                self.take(seen, journal, interview.id, &speak);
            }
        }
        for (interview, speak) in &journal.speakers {
            if !is_there(seen, *interview) && !speak.is_disjoint(&self.persons) {
                self.alone.insert(*interview);
            }
        }
    }

    fn take(&mut self, seen: &Seen<'_>, journal: &Journal, interview: RecordId, speak: &BTreeSet<RecordId>) {
        let mut others = speak.difference(&self.persons).filter_map(|id| seen.participant(*id));
        if others.any(|other| other.status != Inclusion::Withdrawn) {
            self.shared.insert(interview);
        } else {
            // Those that were united with it hold the same words.
            let same = journal.sources.keys().copied().filter(|id| seen.resolve(*id) == interview);
            self.alone.extend(same.chain([interview]));
        }
    }

    /// The same files taken in apart from these, with the participants of that name who came with them.
    fn find_copies(&mut self, seen: &Seen<'_>, journal: &Journal) {
        let found: BTreeSet<RecordId> = self.alone.iter().chain(&self.shared).copied().collect();
        let files: BTreeSet<Digest> =
            found.iter().filter_map(|id| journal.sources.get(id)).flatten().copied().collect();
        let names: BTreeSet<&String> =
            self.persons.iter().filter_map(|id| journal.names.get(id)).flatten().collect();
        for (copy, sources) in &journal.sources {
            if found.contains(&seen.resolve(*copy)) || sources.is_disjoint(&files) {
                continue;
            }
            let speak = journal.speakers.get(copy).cloned().unwrap_or_default();
            let is_called = |id: &&RecordId| {
                journal.names.get(id).is_some_and(|known| known.iter().any(|name| names.contains(name)))
            };
            let same: Vec<RecordId> = speak.iter().filter(is_called).copied().collect();
            match (is_there(seen, *copy), same.is_empty()) {
                (true, true) => {}
                (true, false) => {
                    self.persons.extend(same);
                    self.take(seen, journal, seen.resolve(*copy), &speak);
                }
                (false, _) => {
                    self.persons.extend(same);
                    self.alone.insert(*copy);
                }
            }
        }
    }
}

/// True for an interview that is there, be it united with another.
fn is_there(seen: &Seen<'_>, record: RecordId) -> bool {
    seen.record(record).is_some_and(|found| found.kind() == Kind::Interview && found.is_alive())
}
