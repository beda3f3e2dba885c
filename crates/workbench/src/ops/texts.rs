//! Operations on texts: a transcript taken in, a text corrected.

use super::codings::Page;
use super::people;
use crate::command::{ImportRequest, SpeakerChoice};
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::ops::codes::tidy;
use model::op::OpKind;
use model::text::{Edit, TextIndex, Turn, map_turns, normalise, trim_turns};
use model::value::{
    Inclusion, InterviewCurrent, InterviewFacts, InterviewName, InterviewSource, InterviewSpeakers,
    InterviewStatus, Kind, Parent, RevisionBody, RevisionOrigin, Speaker, SpeakerRole, Value,
};
use model::{Digest, RecordId};
use std::collections::HashMap;
use std::sync::Arc;

/// The words of some turns: maximal runs without white space.
pub(crate) fn words_in(text: &TextIndex, turns: &[Turn]) -> usize {
    let spoken = turns.iter().filter_map(|turn| text.slice(turn.start, turn.end));
    spoken.map(|words| words.split_whitespace().count()).sum()
}

pub(crate) fn import(mut draft: Draft<'_>, request: ImportRequest) -> Result<Drafted, Failure> {
    let name = crate::import::free_name(&draft.seen, &tidy(&request.name)?);
    let transcript = request.transcript;
    let (interview, revision) = (draft.new_record(), draft.new_record());
    let mut made = vec![interview, revision];
    let speakers = request.speakers.iter().map(|choice| speaker(&mut draft, choice, &mut made));
    let speakers = speakers.collect::<Result<Vec<_>, _>>()?;
    let text = TextIndex::new(transcript.text.as_str());
    let words = words_in(&text, &transcript.turns);
    let body = RevisionBody {
        interview,
        parents: Vec::new(),
        text: draft.keep(transcript.text.clone().into_bytes()),
        length: text.len_scalars(),
        turns: Some(transcript.turns.clone()),
        origin: RevisionOrigin::Imported,
        extra: model::value::Extra::new(),
    };
    let original = request.original.map(|bytes| draft.keep(bytes));
    draft.set_new(interview, InterviewName::new(name));
    draft.set_new(interview, facts(&transcript));
    draft.set_new(interview, InterviewSpeakers::new(speakers));
    let format = transcript.format.as_str().to_owned();
    draft.set_new(interview, InterviewSource::new(request.file, original, format, Some(request.digest)));
    draft.set_new(interview, InterviewCurrent::new(revision));
    draft.set_new(interview, InterviewStatus::new(String::new(), Inclusion::Included, false));
    draft.set_new(revision, Box::new(body));
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let kind =
        OpKind::ImportInterview { interview, words: count(words), turns: count(transcript.turns.len()) };
    Ok(draft.done(kind, made))
}

/// A participant of that name is taken; a new one is created with the interview.
fn speaker(
    draft: &mut Draft<'_>,
    choice: &SpeakerChoice,
    made: &mut Vec<RecordId>,
) -> Result<Speaker, Failure> {
    let participant = match &choice.participant {
        Some(name) if choice.role == SpeakerRole::Participant => {
            let wanted = tidy(name)?;
            let known = draft
                .seen
                .participants()
                .into_iter()
                .find(|known| known.name == wanted)
                .map(|known| known.id);
            Some(match known.or_else(|| made_before(draft, made, &wanted)) {
                Some(known) => known,
                None => {
                    let new = people::new_participant(draft, &wanted)?;
                    made.push(new);
                    new
                }
            })
        }
        _ => None,
    };
    Ok(Speaker { label: choice.label.clone(), role: choice.role, participant })
}

fn made_before(draft: &Draft<'_>, made: &[RecordId], name: &str) -> Option<RecordId> {
    let same = |value: &Value| matches!(value, Value::ParticipantName(body) if body.name == name);
    draft.new_values().find(|(record, value)| made.contains(record) && same(value)).map(|(record, _)| record)
}

fn facts(transcript: &formats::Transcript) -> InterviewFacts {
    let value = |kind| transcript.facts.iter().find(|fact| fact.kind == kind).map(|fact| fact.value.as_str());
    InterviewFacts::new(
        value(formats::FactKind::Place).unwrap_or_default().to_owned(),
        value(formats::FactKind::Date).and_then(crate::facts::day),
        value(formats::FactKind::Duration).and_then(crate::facts::minutes),
    )
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
    draft.alive(was.page.interview, Kind::Interview)?;
    let text = normalise(text).text;
    let edit = Edit::between(was.page.text.text(), &text);
    if edit.is_identity() {
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
    let places = u32::try_from(draft.seen.places_in(interview).count());
    let places = places.unwrap_or(u32::MAX);
    let kind = match was.origin {
        RevisionOrigin::Masked => OpKind::MaskText { interview, revision, places },
        RevisionOrigin::Corrected => OpKind::CorrectText { interview, revision, places },
        _ => OpKind::ReplaceText { interview, revision, places },
    };
    Ok(draft.done(kind, vec![revision]))
}

/// Turns as they were read, each with the time that it was known to begin at: a corrected file may no
/// longer carry the marks.
fn with_times(read: Vec<Turn>, known: &[Turn]) -> Vec<Turn> {
    let key = |turn: &Turn| (turn.speaker.clone(), turn.start, turn.end);
    let times: HashMap<_, _> = known.iter().map(|turn| (key(turn), turn.time)).collect();
    let time = |turn: &Turn| turn.time.or_else(|| times.get(&key(turn)).copied().flatten());
    read.into_iter().map(|turn| Turn { time: time(&turn), ..turn }).collect()
}
