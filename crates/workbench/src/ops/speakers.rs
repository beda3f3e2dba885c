//! Who speaks in an interview: when it is taken in, and corrected afterwards.

use super::codes::tidy;
use super::people;
use crate::command::{SpeakerChoice, TurnsCorrected};
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use model::RecordId;
use model::op::OpKind;
use model::text::{Edit, TextIndex};
use model::value::{
    Extra, InterviewCurrent, InterviewSpeakers, Kind, Parent, RevisionBody, RevisionOrigin, Speaker,
    SpeakerRole,
};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Participants by name, those that a draft makes among them.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    named: HashMap<String, RecordId>,
    /// The participants that are new.
    pub made: Vec<RecordId>,
}

impl Speakers {
    /// The speakers as they are stored. A participant of that name is taken; a new one is created.
    pub fn choose(
        &mut self,
        draft: &mut Draft<'_>,
        choices: &[SpeakerChoice],
    ) -> Result<Vec<Speaker>, Failure> {
        let mut speakers = Vec::with_capacity(choices.len());
        for choice in choices {
            let participant = match &choice.participant {
                Some(name) if choice.role == SpeakerRole::Participant => {
                    Some(self.participant(draft, &tidy(name)?)?)
                }
                _ => None,
            };
            speakers.push(Speaker { label: choice.label.clone(), role: choice.role, participant });
        }
        Ok(speakers)
    }

    fn participant(&mut self, draft: &mut Draft<'_>, name: &str) -> Result<RecordId, Failure> {
        if let Some(known) = self.named.get(name) {
            return Ok(*known);
        }
        let known = draft.seen.participants().into_iter().find(|known| known.name == name);
        let id = match known {
            Some(known) => known.id,
            None => {
                let new = people::new_participant(draft, name)?;
                self.made.push(new);
                new
            }
        };
        self.named.insert(name.to_owned(), id);
        Ok(id)
    }
}

/// The turns of a text corrected, and who speaks. Where turns change, a revision with the same text and
/// other turns follows: every coding keeps its words.
pub(crate) fn correct(
    mut draft: Draft<'_>,
    asked: &TurnsCorrected,
    text: &TextIndex,
    whole: bool,
) -> Result<Drafted, Failure> {
    draft.alive(asked.interview, Kind::Interview)?;
    let was = draft.seen.interview(asked.interview).ok_or(Failure::Deleted { record: asked.interview })?;
    if was.revision != Some(asked.revision) {
        return Err(Failure::TextMovedOn);
    }
    let labels: HashSet<&str> = asked.speakers.iter().map(|speaker| speaker.label.as_str()).collect();
    let named = asked.turns.iter().all(|turn| labels.contains(turn.speaker.as_str()));
    if !named || labels.len() != asked.speakers.len() || !crate::import::are_sound(text, &asked.turns) {
        return Err(Failure::Turns);
    }
    let interview = was.id;
    let mut speakers = Speakers::default();
    let chosen = speakers.choose(&mut draft, &asked.speakers)?;
    if was.speakers != chosen {
        draft.set(interview, InterviewSpeakers::new(chosen));
    }
    let mut made = Vec::new();
    if *was.turns != *asked.turns {
        let revision = draft.new_record();
        let body = RevisionBody {
            interview,
            parents: vec![Parent { revision: asked.revision, edit: Arc::new(Edit::default()) }],
            text: keep(&mut draft, text, whole),
            length: text.len_scalars(),
            turns: Some(asked.turns.clone()),
            origin: RevisionOrigin::Corrected,
            extra: Extra::new(),
        };
        draft.set_new(revision, Box::new(body));
        draft.set(interview, InterviewCurrent::new(revision));
        made.push(revision);
    }
    if draft.is_empty() {
        return Err(Failure::Nothing);
    }
    let kind = match made.first() {
        Some(revision) => OpKind::CorrectTurns { interview, revision: *revision },
        None => OpKind::CorrectSpeakers { interview },
    };
    made.append(&mut speakers.made);
    Ok(draft.done(kind, made))
}

/// The digest of the text, which is stored whole where enough edits lie behind it.
fn keep(draft: &mut Draft<'_>, text: &TextIndex, whole: bool) -> model::Digest {
    let bytes = text.text().as_bytes();
    if whole { draft.keep(bytes.to_vec()) } else { model::Digest::of(bytes) }
}
