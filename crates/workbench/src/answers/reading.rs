//! Re-readings noted and codings declared finished.

use super::{instant, interview_name, member_name};
use crate::command::Command;
use crate::engine::Engine;
use crate::failure::Failure;
use model::RecordId;
use serde::Serialize;

/// Whether a coder's coding of an interview is finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FinishAnswer {
    /// The name of the interview.
    pub interview: String,
    /// The name of the coder.
    pub coder: String,
    /// True for finished, false for open.
    pub finished: bool,
}

/// A re-reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadingAnswer {
    /// The name of the interview.
    pub interview: String,
    /// Who read.
    pub coder: String,
    /// When, as RFC 3339 in UTC.
    pub at: String,
    /// How long it took, in minutes, where noted.
    pub minutes: Option<u32>,
}

/// Says that one's coding of an interview is finished, or reopens it. Saying it twice changes nothing.
///
/// # Errors
/// When nobody acts, or the file cannot be written.
pub fn finish(engine: &mut Engine, interview: RecordId, finished: bool) -> Result<FinishAnswer, Failure> {
    let me = engine.acting()?;
    match engine.run(Command::FinishCoding { interview, finished }) {
        Ok(_) | Err(Failure::Nothing) => {}
        Err(failure) => return Err(failure),
    }
    let seen = engine.seen();
    Ok(FinishAnswer { interview: interview_name(&seen, interview), coder: member_name(&seen, me), finished })
}

/// Notes a re-reading.
///
/// # Errors
/// When nobody acts, or the file cannot be written.
pub fn note(
    engine: &mut Engine,
    interview: RecordId,
    minutes: Option<u32>,
) -> Result<ReadingAnswer, Failure> {
    let outcome = engine.run(Command::NoteReading { interview, minutes })?;
    let seen = engine.seen();
    Ok(ReadingAnswer {
        interview: interview_name(&seen, interview),
        coder: member_name(&seen, outcome.op.author),
        at: instant(outcome.op.at),
        minutes,
    })
}
