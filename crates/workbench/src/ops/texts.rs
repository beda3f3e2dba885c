//! Operations on texts: a text corrected.

use super::codings::Page;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use model::op::OpKind;
use model::text::{Edit, TextIndex, Turn, map_turns, normalise, trim_turns};
use model::value::{InterviewCurrent, Kind, Parent, RevisionBody, RevisionOrigin};
use model::{Digest, RecordId};
use std::collections::HashMap;
use std::sync::Arc;

/// The words of some turns: maximal runs without white space.
pub(crate) fn words_in(text: &TextIndex, turns: &[Turn]) -> usize {
    let spoken = turns.iter().filter_map(|turn| text.slice(turn.start, turn.end));
    spoken.map(|words| words.split_whitespace().count()).sum()
}

/// What a correction needs to know of the text that it corrects.
pub(crate) struct Corrected<'t> {
    pub page: Page<'t>,
    pub turns: Arc<[Turn]>,
    /// True when the new text is stored whole, because enough edits lie behind it.
    pub whole: bool,
    /// The turns read from the corrected text, where it was read from a file.
    pub read: Option<Vec<Turn>>,
    pub origin: RevisionOrigin,
}

/// A correction: a new revision with the edit from its parent. No coding is touched.
pub(crate) fn correct(mut draft: Draft<'_>, was: Corrected<'_>, text: &str) -> Result<Drafted, Failure> {
    let (interview, origin) = (was.page.interview, was.origin);
    let revision = revise(&mut draft, was, text)?;
    let places = u32::try_from(draft.seen.places_in(interview).count());
    let places = places.unwrap_or(u32::MAX);
    let kind = match origin {
        RevisionOrigin::Masked => OpKind::MaskText { interview, revision, places, others: Vec::new() },
        RevisionOrigin::Corrected => OpKind::CorrectText { interview, revision, places },
        _ => OpKind::ReplaceText { interview, revision, places },
    };
    Ok(draft.done(kind, vec![revision]))
}

/// Gives an interview a new revision, and says which.
pub(crate) fn revise(draft: &mut Draft<'_>, was: Corrected<'_>, text: &str) -> Result<RecordId, Failure> {
    draft.alive(was.page.interview, Kind::Interview)?;
    let text = normalise(text).text;
    let edit = Edit::between(was.page.text.text(), &text);
    // The same words may have been said by somebody else.
    let others = was.read.as_deref().is_some_and(|read| read != &*was.turns);
    if edit.is_identity() && !others {
        return Err(Failure::Nothing);
    }
    let carried = map_turns(&was.turns, &edit);
    let trimmed = trim_turns(&carried, &TextIndex::new(text.as_str()));
    let turns = match was.read.map(|read| with_times(read, &trimmed)) {
        Some(read) if read != trimmed => Some(read),
        _ if was.whole || was.origin == RevisionOrigin::Masked || trimmed != carried => Some(trimmed),
        _ => None,
    };
    let interview = was.page.interview;
    let revision = draft.new_record();
    let digest = if was.whole { draft.keep(text.clone().into_bytes()) } else { Digest::of(text.as_bytes()) };
    let body = RevisionBody {
        interview,
        parents: vec![Parent { revision: was.page.revision, edit: Arc::new(edit) }],
        text: digest,
        length: model::text::scalars(&text),
        turns,
        origin: was.origin,
        extra: model::value::Extra::new(),
    };
    draft.set_new(revision, Box::new(body));
    draft.set(interview, InterviewCurrent::new(revision));
    Ok(revision)
}

/// Turns as they were read, each with the time that it was known to begin at: a corrected file may no
/// longer carry the marks.
fn with_times(read: Vec<Turn>, known: &[Turn]) -> Vec<Turn> {
    let key = |turn: &Turn| (turn.speaker.clone(), turn.start, turn.end);
    let times: HashMap<_, _> = known.iter().map(|turn| (key(turn), turn.time)).collect();
    let time = |turn: &Turn| turn.time.or_else(|| times.get(&key(turn)).copied().flatten());
    read.into_iter().map(|turn| Turn { time: time(&turn), ..turn }).collect()
}
