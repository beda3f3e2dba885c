//! Who speaks in an interview, and what is corrected of it.

use crate::command::Command;
use crate::engine::{Engine, Outcome};
use crate::failure::Failure;
use crate::import::{Correction, Decision, VoiceRole};
use crate::names::NameError;
use model::RecordId;
use model::value::Kind;
use serde::Serialize;

/// A speaker of an interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpeakerAnswer {
    /// What the speaker is called in the turns.
    pub label: String,
    /// `interviewer`, `participant` or `other`.
    pub role: &'static str,
    /// The participant's pseudonym.
    pub participant: Option<String>,
    /// How many turns.
    pub turns: usize,
    /// Words in them.
    pub words: usize,
    /// How the first begins.
    pub first_words: String,
}

/// What to correct of a speaker; `None` leaves as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpeakerEdit {
    /// What the speaker is called from now on.
    pub name: Option<String>,
    /// The role.
    pub role: Option<VoiceRole>,
    /// The participant's pseudonym.
    pub participant: Option<String>,
}

/// The speakers of an interview, in the order in which they were found.
///
/// # Errors
/// When there is no such interview, or its words are gone.
pub fn speakers(engine: &mut Engine, interview: RecordId) -> Result<Vec<SpeakerAnswer>, Failure> {
    let correction = Correction::of(engine, interview)?;
    let found = correction.batch.files.iter().flat_map(|preview| preview.speakers());
    let answer = |speaker: crate::import::Speaker<'_>| SpeakerAnswer {
        label: speaker.voice.name.clone(),
        role: speaker.voice.role.as_str(),
        participant: speaker.voice.participant.clone(),
        turns: speaker.spoken.turns,
        words: speaker.spoken.words,
        first_words: speaker.spoken.first_words,
    };
    Ok(found.map(answer).collect())
}

/// Corrects a speaker. A name that another speaker has unites the two.
///
/// # Errors
/// When nobody speaks under that label, nothing would change, or the file cannot be written.
pub fn correct(
    engine: &mut Engine,
    interview: RecordId,
    label: &str,
    edit: &SpeakerEdit,
) -> Result<Outcome, Failure> {
    let mut correction = Correction::of(engine, interview)?;
    let speakers = correction.batch.files.iter().flat_map(|preview| preview.speakers());
    let known: Vec<String> = speakers.map(|speaker| speaker.voice.name.clone()).collect();
    if !known.iter().any(|one| one == label) {
        return Err(NameError::Unknown { kind: Kind::Unknown, name: label.to_owned(), known }.into());
    }
    let label = || label.to_owned();
    let role = edit.role.or(edit.participant.as_ref().map(|_| VoiceRole::Participant));
    let decisions = [
        role.map(|role| Decision::Role { label: label(), role }),
        edit.participant.clone().map(|name| Decision::Participant { label: label(), name: Some(name) }),
        edit.name.clone().map(|name| Decision::Rename { label: label(), name }),
    ];
    for decision in decisions.into_iter().flatten() {
        correction.batch.decide(0, &decision);
    }
    if !correction.batch.can_step_back() {
        return Err(Failure::Nothing);
    }
    engine.run(Command::CorrectTurns(Box::new(correction.asked())))
}
