//! The interviews of a study.

use super::basis::BasisAnswer;
use super::{Looking, member_name, participant_names};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::ops::texts::words_in;
use model::RecordId;
use model::basis::Basis;
use model::study::Interview;
use serde::Serialize;
use std::collections::HashMap;

/// An interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InterviewAnswer {
    /// The interview.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// The participants who speak in it.
    pub participants: Vec<String>,
    /// The day, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// How long it lasted.
    pub duration_min: Option<u32>,
    /// `included`, `excluded` or `withdrawn`.
    pub status: &'static str,
    /// Words spoken in its turns: maximal runs without white space.
    pub words: usize,
    /// Its turns.
    pub turns: usize,
    /// Codings in it, by the basis.
    pub codings: usize,
    /// Re-readings noted, by anybody.
    pub readings: usize,
    /// The coders whose coding is finished.
    pub coding_finished: Vec<String>,
    /// What `codings` counts.
    pub basis: BasisAnswer,
}

/// Every interview, in the natural order of names.
///
/// # Errors
/// When a text cannot be read.
pub fn interviews(engine: &mut Engine, basis: &Basis) -> Result<Vec<InterviewAnswer>, Failure> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let mut readings: HashMap<RecordId, usize> = HashMap::new();
    for reading in seen.readings() {
        *readings.entry(reading.interview).or_default() += 1;
    }
    let printed = BasisAnswer::of(&seen, basis);
    let mut answers = Vec::new();
    for interview in seen.interviews() {
        answers.push(InterviewAnswer {
            id: interview.id,
            name: interview.name.to_owned(),
            participants: participant_names(&seen, &interview.participants()),
            date: interview.facts.and_then(|facts| facts.date.clone()),
            duration_min: interview.facts.and_then(|facts| facts.duration_min),
            status: interview.status.as_str(),
            words: words(engine, &interview)?,
            turns: interview.turns.len(),
            codings: seen.codings_in(interview.id, basis).len(),
            readings: readings.get(&interview.id).copied().unwrap_or_default(),
            coding_finished: interview.finished.iter().map(|(coder, _)| member_name(&seen, *coder)).collect(),
            basis: printed.clone(),
        });
    }
    Ok(answers)
}

/// The words of an interview; none where they were withdrawn.
fn words(engine: &mut Engine, interview: &Interview<'_>) -> Result<usize, Failure> {
    match engine.current_text(interview.id) {
        Ok((_, text)) => Ok(words_in(&text, &interview.turns)),
        Err(Failure::Withdrawn) => Ok(0),
        Err(failure) => Err(failure),
    }
}
