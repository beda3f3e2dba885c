//! Interviews as they are read.

use super::Seen;
use super::index::turns_of;
use crate::records::Record;
use crate::register::Register;
use crate::text::{Place, Turn};
use crate::value::{
    Group, Inclusion, InterviewFacts, InterviewSource, Kind, RevisionBody, Speaker, SpeakerRole, Value,
};
use crate::{RecordId, Timestamp};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// An interview.
#[derive(Clone, Debug)]
pub struct Interview<'a> {
    /// The interview.
    pub id: RecordId,
    /// Its name, such as `EMG 3`.
    pub name: &'a str,
    /// Date, duration, place.
    pub facts: Option<&'a InterviewFacts>,
    /// Included, excluded or withdrawn.
    pub status: Inclusion,
    /// Why, where it is excluded.
    pub reason: &'a str,
    /// Held to confirm saturation.
    pub confirming: bool,
    /// Who speaks.
    pub speakers: &'a [Speaker],
    /// The revision shown.
    pub revision: Option<RecordId>,
    /// The turns of that revision.
    pub turns: Arc<[Turn]>,
    /// The file it came from.
    pub source: Option<&'a InterviewSource>,
    /// The coders whose coding is finished, with when they said so.
    pub finished: Vec<(RecordId, Timestamp)>,
}

impl Interview<'_> {
    /// The role of whoever speaks under a label; `Other` for a label nobody was given to.
    #[must_use]
    pub fn role_of(&self, label: &str) -> SpeakerRole {
        self.speakers
            .iter()
            .find(|speaker| speaker.label == label)
            .map_or(SpeakerRole::Other, |speaker| speaker.role)
    }

    /// The participants who speak in it, in the order of the speakers, redirects not followed.
    #[must_use]
    pub fn participants(&self) -> Vec<RecordId> {
        let mut seen = BTreeSet::new();
        let named = self.speakers.iter().filter(|speaker| speaker.role == SpeakerRole::Participant);
        named.filter_map(|speaker| speaker.participant).filter(|id| seen.insert(*id)).collect()
    }

    /// The participants whose turns a passage touches; all of the interview's where it touches none.
    #[must_use]
    pub fn participants_of(&self, place: Place) -> Vec<RecordId> {
        let from = self.turns.partition_point(|turn| turn.end <= place.start);
        let touched = self.turns[from..].iter().take_while(|turn| turn.start < place.end);
        let labels: BTreeSet<&str> = touched.map(|turn| turn.speaker.as_str()).collect();
        let named = self.speakers.iter().filter(|speaker| {
            speaker.role == SpeakerRole::Participant && labels.contains(speaker.label.as_str())
        });
        let mut found: Vec<RecordId> = named.filter_map(|speaker| speaker.participant).collect();
        found.dedup();
        if found.is_empty() { self.participants() } else { found }
    }
}

/// A revision of an interview's text, without the text itself.
#[derive(Clone, Debug)]
pub struct Revision<'a> {
    /// The revision.
    pub id: RecordId,
    /// Its body.
    pub body: &'a RevisionBody,
}

impl<'a> Seen<'a> {
    /// An interview, redirects followed.
    #[must_use]
    pub fn interview(&self, id: RecordId) -> Option<Interview<'a>> {
        let id = self.resolve(id);
        let record =
            self.record(id).filter(|record| record.is_alive() && record.kind() == Kind::Interview)?;
        let index = self.study.index.interviews.get(&id);
        let (status, reason, confirming) = match record.value(Group::InterviewStatus) {
            Some(Value::InterviewStatus(body)) => (body.status, body.reason.as_str(), body.confirming),
            _ => (Inclusion::Included, "", false),
        };
        let withdrawn = self.study.blanking.is_withdrawn(id);
        Some(Interview {
            id,
            name: name_of(record),
            facts: match record.value(Group::InterviewFacts) {
                Some(Value::InterviewFacts(body)) => Some(body),
                _ => None,
            },
            status: if withdrawn { Inclusion::Withdrawn } else { status },
            reason,
            confirming,
            speakers: match record.value(Group::InterviewSpeakers) {
                Some(Value::InterviewSpeakers(body)) => &body.speakers,
                _ => &[],
            },
            revision: index.and_then(|index| index.current),
            turns: index.map_or_else(Arc::default, |index| Arc::clone(&index.turns)),
            source: match record.value(Group::InterviewSource) {
                Some(Value::InterviewSource(body)) => Some(body),
                _ => None,
            },
            finished: self.finished(id, record),
        })
    }

    fn finished(&self, interview: RecordId, record: &Record) -> Vec<(RecordId, Timestamp)> {
        let marks = record.values(Group::InterviewFinished).filter_map(|value| match value {
            Value::InterviewFinished(body) if body.finished => Some((self.resolve(body.coder), body.at)),
            _ => None,
        });
        marks.filter(|(coder, _)| !self.blinds.hides_work(interview, *coder)).collect()
    }

    /// Every interview of the study, excluded ones too, in the natural order of names (2 before 10).
    #[must_use]
    pub fn interviews(&self) -> Vec<Interview<'a>> {
        let shown = self.alive(Kind::Interview).filter(|(id, _)| self.resolve(*id) == *id);
        let mut interviews: Vec<Interview<'a>> = shown.filter_map(|(id, _)| self.interview(id)).collect();
        interviews.sort_by_cached_key(|interview| (natural_key(interview.name), interview.id));
        interviews
    }

    pub(super) fn interview_order(&self) -> HashMap<RecordId, usize> {
        let mut ids: Vec<(Vec<NamePart>, RecordId)> = self
            .alive(Kind::Interview)
            .filter(|(id, _)| self.resolve(*id) == *id)
            .map(|(id, record)| (natural_key(name_of(record)), id))
            .collect();
        ids.sort();
        ids.into_iter().enumerate().map(|(place, (_, id))| (id, place)).collect()
    }

    /// A revision.
    #[must_use]
    pub fn revision(&self, id: RecordId) -> Option<Revision<'a>> {
        self.study.records.revision_body(id).map(|body| Revision { id, body })
    }

    /// The revisions of an interview, in the order of identifiers.
    #[must_use]
    pub fn revisions_of(&self, interview: RecordId) -> Vec<Revision<'a>> {
        let home = self.resolve(interview);
        let index = self.study.index.interviews.get(&home);
        let ids = index.into_iter().flat_map(|index| index.revisions.iter().copied());
        ids.filter_map(|id| self.revision(id)).collect()
    }

    /// The turns of a revision.
    #[must_use]
    pub fn turns(&self, revision: RecordId) -> Arc<[Turn]> {
        turns_of(&self.study.records, revision)
    }

    /// Where a range of one revision lies in another of the same interview.
    #[must_use]
    pub fn place_in(&self, interview: RecordId, from: RecordId, to: RecordId, place: Place) -> Option<Place> {
        let index = self.study.index.interviews.get(&self.resolve(interview))?;
        Some(index.graph.place(from, to, place))
    }

    /// True when the revision's text was purged.
    #[must_use]
    pub fn is_text_gone(&self, revision: RecordId) -> bool {
        self.study.blanking.is_text_gone(revision)
    }

    /// The revisions that compete to be the current one, where two people corrected at once.
    #[must_use]
    pub fn competing_revisions(&self, interview: RecordId) -> Vec<RecordId> {
        let Some(register) = self.register(self.resolve(interview), Group::InterviewCurrent) else {
            return Vec::new();
        };
        let heads = Register::heads(register).filter_map(|version| match &version.value {
            Some(Value::InterviewCurrent(body)) => Some(body.revision),
            _ => None,
        });
        let mut revisions: Vec<RecordId> = heads.collect();
        revisions.sort_unstable();
        revisions.dedup();
        if revisions.len() > 1 { revisions } else { Vec::new() }
    }
}

fn name_of(record: &Record) -> &str {
    match record.value(Group::InterviewName) {
        Some(Value::InterviewName(body)) => &body.name,
        _ => "",
    }
}

/// A piece of a name: digits count as a number.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Debug)]
pub(super) enum NamePart {
    Number(u64),
    Text(String),
}

/// A key that puts `EMG 2` before `EMG 10`.
pub(super) fn natural_key(name: &str) -> Vec<NamePart> {
    let mut parts = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(match part.parse() {
            Ok(number) if digits => NamePart::Number(number),
            _ => NamePart::Text(part.to_lowercase()),
        });
        rest = after;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::natural_key;

    #[test]
    fn numbers_in_names_are_ordered_as_numbers() {
        let mut names = ["EMG 10", "emg 2", "EMG 1", "99999999999999999999999"];
        names.sort_by_key(|name| natural_key(name));
        assert_eq!(names[1..], ["EMG 1", "emg 2", "EMG 10"]);
    }
}
