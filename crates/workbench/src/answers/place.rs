//! Codings whose whole passage was corrected away: somebody must say where they stand now.

use super::{Looking, code_path, interview_name, member_name};
use crate::engine::Engine;
use crate::failure::Failure;
use model::RecordId;
use model::basis::Basis;
use model::study::{Coding, Seen};
use model::text::{PlaceState, TextIndex, propose_in};
use serde::Serialize;

/// A coding to place again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToPlaceAnswer {
    /// The coding.
    pub id: RecordId,
    /// The name of its interview.
    pub interview: String,
    /// The path of its code.
    pub code: String,
    /// The name of its coder.
    pub coder: String,
    /// The words of the passage when it was coded.
    pub quote: String,
    /// What stood before it then.
    pub before: String,
    /// What stood after it then.
    pub after: String,
    /// Where the passage was, in the current revision.
    pub at: u32,
    /// Where it may stand now.
    pub proposal: Option<ProposalAnswer>,
}

/// A place for a lost passage, to accept or refuse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposalAnswer {
    /// First scalar.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words there.
    pub quote: String,
    /// How well words and context agree, 0 to 100.
    pub score: u8,
}

/// Every coding to place again, with a proposal where something resembles it.
///
/// # Errors
/// When a text cannot be read.
pub fn to_place(engine: &mut Engine) -> Result<Vec<ToPlaceAnswer>, Failure> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let mut answers = Vec::new();
    for interview in seen.interviews() {
        answers.extend(to_place_in(engine, &seen, interview.id)?);
    }
    Ok(answers)
}

fn to_place_in(
    engine: &mut Engine,
    seen: &Seen<'_>,
    interview: RecordId,
) -> Result<Vec<ToPlaceAnswer>, Failure> {
    let mut lost = seen.codings_in(interview, &Basis::everything());
    lost.retain(|coding| coding.place.state == PlaceState::ToPlace);
    if lost.is_empty() {
        return Ok(Vec::new());
    }
    let (_, text) = engine.current_text(interview)?;
    Ok(lost.iter().map(|coding| answer(seen, coding, &text)).collect())
}

/// These codings, as far as they are to be placed again.
///
/// # Errors
/// When a text cannot be read.
pub(super) fn among(engine: &mut Engine, codings: &[RecordId]) -> Result<Vec<ToPlaceAnswer>, Failure> {
    let mut all = to_place(engine)?;
    all.retain(|one| codings.contains(&one.id));
    Ok(all)
}

fn answer(seen: &Seen<'_>, coding: &Coding<'_>, text: &TextIndex) -> ToPlaceAnswer {
    let (anchor, at) = (coding.anchor, coding.place.start);
    let found = propose_in(text, &anchor.quote, &anchor.before, &anchor.after, at);
    let proposal = found.map(|found| ProposalAnswer {
        start: found.start,
        end: found.end,
        quote: text.slice(found.start, found.end).unwrap_or_default().to_owned(),
        score: found.score,
    });
    ToPlaceAnswer {
        id: coding.id,
        interview: interview_name(seen, coding.interview),
        code: code_path(seen, coding.code),
        coder: member_name(seen, coding.coder),
        quote: anchor.quote.clone(),
        before: anchor.before.clone(),
        after: anchor.after.clone(),
        at,
        proposal,
    }
}
