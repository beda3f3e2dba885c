//! A corrected text taken in as a new revision, and what it did to the codings.

use super::place::{self, ToPlaceAnswer};
use crate::command::Command;
use crate::engine::Engine;
use crate::failure::Failure;
use model::RecordId;
use model::value::RevisionOrigin;
use serde::Serialize;

/// What a correction did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CorrectionAnswer {
    /// The revision that is current now.
    pub revision: RecordId,
    /// Codings whose offsets changed and whose words did not.
    pub moved: usize,
    /// Codings an edge of which was crossed.
    pub changed: usize,
    /// Codings whose whole passage went.
    pub to_place: Vec<ToPlaceAnswer>,
}

/// Replaces the text of an interview by that of a file read again. The same text changes nothing.
///
/// # Errors
/// When the interview's words were withdrawn, nobody acts, or the file cannot be written.
pub fn replace_text(
    engine: &mut Engine,
    interview: RecordId,
    text: String,
) -> Result<CorrectionAnswer, Failure> {
    let moves = match engine.run(Command::ReplaceText { interview, text, origin: RevisionOrigin::Reimported })
    {
        Ok(outcome) => outcome.moves.unwrap_or_default(),
        Err(Failure::Nothing) => crate::engine::Moves::default(),
        Err(failure) => return Err(failure),
    };
    let (revision, _) = engine.current_text(interview)?;
    let to_place = place::among(engine, &moves.to_place)?;
    Ok(CorrectionAnswer { revision, moved: moves.moved, changed: moves.changed, to_place })
}
