//! The text of an interview with its turns.

use super::{Looking, instant, recording_time};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::names::NameError;
use model::RecordId;
use model::study::{Interview, Seen};
use model::text::{TextIndex, Turn};
use model::value::Kind;
use serde::Serialize;

/// One state of an interview's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TranscriptAnswer {
    /// The interview.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// The revision shown; positions are in it.
    pub revision: RecordId,
    /// The whole verbatim, labels as written.
    pub text: String,
    /// Who says what.
    pub turns: Vec<TurnAnswer>,
    /// Every revision of the text, the oldest first.
    pub revisions: Vec<RevisionAnswer>,
}

/// One utterance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TurnAnswer {
    /// The label as written.
    pub speaker: String,
    /// `interviewer`, `participant` or `other`.
    pub role: &'static str,
    /// First scalar of the utterance.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// `text[start..end]` of the transcript: without label, separator or outer white space.
    pub text: String,
    /// Where it begins in the recording, as `hh:mm:ss`.
    pub time: Option<String>,
}

/// A revision of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RevisionAnswer {
    /// The revision.
    pub id: RecordId,
    /// When it was made, as RFC 3339 in UTC.
    pub at: Option<String>,
    /// How it came about: `imported`, `corrected`, `masked`, `reimported`, `composed`, `united`.
    pub origin: &'static str,
}

/// The text of an interview: the current one, or an older revision of it.
///
/// # Errors
/// When the interview has no such revision, its words were withdrawn, or the text cannot be read.
pub fn transcript(
    engine: &mut Engine,
    interview: RecordId,
    revision: Option<RecordId>,
) -> Result<TranscriptAnswer, Failure> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let known = seen.interview(interview).ok_or(Failure::Deleted { record: interview })?;
    let (revision, text) = match revision {
        None => engine.current_text(interview)?,
        Some(revision) => {
            of_the_interview(&seen, &known, revision)?;
            (revision, engine.text(revision)?)
        }
    };
    let turns = seen.turns(revision);
    Ok(TranscriptAnswer {
        id: known.id,
        name: known.name.to_owned(),
        revision,
        turns: turns.iter().map(|turn| answer(&known, &text, turn)).collect(),
        text: text.text().to_owned(),
        revisions: revisions(engine, &seen, known.id),
    })
}

fn of_the_interview(seen: &Seen<'_>, interview: &Interview<'_>, revision: RecordId) -> Result<(), Failure> {
    let revisions = seen.revisions_of(interview.id);
    if !revisions.iter().any(|known| known.id == revision) {
        let known = revisions.iter().map(|known| known.id.to_string()).collect();
        return Err(NameError::Unknown { kind: Kind::Revision, name: revision.to_string(), known }.into());
    }
    if seen.is_text_gone(revision) { Err(Failure::Withdrawn) } else { Ok(()) }
}

fn answer(interview: &Interview<'_>, text: &TextIndex, turn: &Turn) -> TurnAnswer {
    TurnAnswer {
        speaker: turn.speaker.clone(),
        role: interview.role_of(&turn.speaker).as_str(),
        start: turn.start,
        end: turn.end,
        text: text.slice(turn.start, turn.end).unwrap_or_default().to_owned(),
        time: turn.time.map(recording_time),
    }
}

fn revisions(engine: &Engine, seen: &Seen<'_>, interview: RecordId) -> Vec<RevisionAnswer> {
    let mut known = seen.revisions_of(interview);
    let born = |id| seen.record(id).and_then(|record| record.born()).map(|version| version.stamp);
    known.sort_by_key(|revision| (born(revision.id), revision.id));
    let when = |id| {
        let op = born(id)?.op;
        engine.history().iter().find(|line| line.op == op).map(|line| instant(line.at))
    };
    let answer = |revision: model::study::Revision<'_>| RevisionAnswer {
        id: revision.id,
        at: when(revision.id),
        origin: revision.body.origin.as_str(),
    };
    known.into_iter().map(answer).collect()
}
