//! The codings of a study.

use super::{Looking, code_path, instant, interview_name, member_name};
use crate::engine::Engine;
use crate::failure::Failure;
use model::basis::Basis;
use model::study::{Coding, Seen};
use model::text::TextIndex;
use model::{OpId, RecordId, Timestamp};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A coded passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodingAnswer {
    /// The coding.
    pub id: RecordId,
    /// The name of its interview.
    pub interview: String,
    /// The interview's current revision, in which the range lies.
    pub revision: RecordId,
    /// First scalar of the passage.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words of the passage, read at its place now.
    pub quote: String,
    /// The path of its code.
    pub code: String,
    /// The name of its coder.
    pub coder: String,
    /// When it was made, as RFC 3339 in UTC.
    pub at: Option<String>,
    /// When the comment was written that it comes from, as the file said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written_at: Option<String>,
    /// `exact`, `changed` or `to_place`.
    pub state: &'static str,
    /// `experiential` or `thematic`.
    pub layer: &'static str,
    /// The coder's comment.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub comment: String,
    /// The interview.
    pub interview_id: RecordId,
    /// The code, redirects followed.
    pub code_id: RecordId,
    /// The coder.
    pub coder_id: RecordId,
}

/// Which codings are listed.
#[derive(Debug, Clone, Default)]
pub struct CodingsAsked {
    /// Those with one of these codes; any where empty.
    pub codes: Vec<RecordId>,
    /// Those of this interview; any where `None`.
    pub interview: Option<RecordId>,
    /// Whose, and in which layer.
    pub basis: Basis,
}

/// The codings, by interview and in the order of each text.
///
/// # Errors
/// When a text cannot be read.
pub fn codings(engine: &mut Engine, asked: &CodingsAsked) -> Result<Vec<CodingAnswer>, Failure> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let times = times(engine);
    let codes: BTreeSet<RecordId> = asked.codes.iter().map(|code| seen.resolve(*code)).collect();
    let here = asked.interview.map(|interview| seen.resolve(interview));
    let mut answers = Vec::new();
    for interview in seen.interviews() {
        if here.is_some_and(|here| here != interview.id) {
            continue;
        }
        let mut found = seen.codings_in(interview.id, &asked.basis);
        found.retain(|coding| codes.is_empty() || codes.contains(&coding.code));
        if !found.is_empty() {
            let (revision, text) = engine.current_text(interview.id)?;
            answers.extend(found.iter().map(|coding| answer(&seen, &times, coding, revision, &text)));
        }
    }
    Ok(answers)
}

/// When each operation was done.
pub(super) fn times(engine: &Engine) -> HashMap<OpId, Timestamp> {
    engine.history().iter().map(|line| (line.op, line.at)).collect()
}

/// One coding as it is now.
///
/// # Errors
/// When it is deleted, or its text cannot be read.
pub fn coding(engine: &mut Engine, id: RecordId) -> Result<CodingAnswer, Failure> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let coding = seen.coding(id).ok_or(Failure::Deleted { record: id })?;
    let (revision, text) = engine.current_text(coding.interview)?;
    Ok(answer(&seen, &times(engine), &coding, revision, &text))
}

fn answer(
    seen: &Seen<'_>,
    times: &HashMap<OpId, Timestamp>,
    coding: &Coding<'_>,
    revision: RecordId,
    text: &Arc<TextIndex>,
) -> CodingAnswer {
    let place = coding.place;
    let at = coding.born().and_then(|stamp| times.get(&stamp.op)).map(|at| instant(*at));
    CodingAnswer {
        id: coding.id,
        interview: interview_name(seen, coding.interview),
        revision,
        start: place.start,
        end: place.end,
        quote: text.slice(place.start, place.end).unwrap_or_default().to_owned(),
        code: code_path(seen, coding.code),
        coder: member_name(seen, coding.coder),
        at,
        written_at: coding.written().map(str::to_owned),
        state: place.state.as_str(),
        layer: coding.layer.as_str(),
        comment: coding.comment.to_owned(),
        interview_id: coding.interview,
        code_id: coding.code,
        coder_id: coding.coder,
    }
}
