//! Who speaks where, corrected after an interview was taken in: the same decisions as before it.

use super::batch::Batch;
use super::decision::Decisions;
use super::preview::{Known, Preview, ReadFile};
use super::voices::{self, Voice, VoiceRole};
use super::{CommentsAs, ImportChoices};
use crate::command::TurnsCorrected;
use crate::engine::Engine;
use crate::failure::Failure;
use formats::{Format, Transcript};
use model::study::{Interview, Seen};
use model::{Digest, RecordId};
use std::sync::Arc;

/// The speakers and turns of an interview while they are being corrected.
#[derive(Debug, Clone)]
pub struct Correction {
    /// The interview.
    pub interview: RecordId,
    /// The revision that is corrected.
    pub revision: RecordId,
    /// The interview as the one file of a batch.
    pub batch: Batch,
}

impl Correction {
    /// An interview as it is.
    ///
    /// # Errors
    /// When there is no such interview, or its words are gone.
    pub fn of(engine: &mut Engine, interview: RecordId) -> Result<Correction, Failure> {
        let (revision, text) = engine.current_text(interview)?;
        let seen = engine.seen();
        let known = seen.interview(interview).ok_or(Failure::Deleted { record: interview })?;
        let transcript = Transcript {
            format: Format::Txt,
            text: text.text().to_owned(),
            turns: known.turns.to_vec(),
            speakers: Vec::new(),
            facts: Vec::new(),
            parts: Vec::new(),
            comments: Vec::new(),
            warnings: Vec::new(),
        };
        let read = ReadFile {
            file: known.name.to_owned(),
            digest: Digest::of(text.text().as_bytes()),
            bytes: Arc::default(),
            transcript: Arc::new(transcript),
            text: text.as_ref().clone(),
            choices: ImportChoices::default(),
        };
        let decisions = Decisions {
            taken: true,
            name: known.name.to_owned(),
            part_names: Vec::new(),
            split: false,
            voices: voices(&seen, &known),
            turns: known.turns.to_vec(),
            comments: CommentsAs::Skip,
            authors: Vec::new(),
            refused_facts: Vec::new(),
            keep_original: false,
        };
        let preview = Preview::with(read, Arc::new(Known::of(&seen)), decisions);
        Ok(Correction { interview: known.id, revision, batch: Batch::new(vec![preview]) })
    }

    /// What is asked of the study.
    #[must_use]
    pub fn asked(&self) -> TurnsCorrected {
        let (turns, speakers) = self.batch.files.first().map_or_else(Default::default, |preview| {
            let turns = preview.turns();
            let speakers = voices::speakers(&preview.decisions.voices, &turns, preview.decisions.name.trim());
            (turns, speakers)
        });
        TurnsCorrected { interview: self.interview, revision: self.revision, turns, speakers }
    }
}

/// The speakers of an interview, those who are only named by turns among them.
fn voices(seen: &Seen<'_>, interview: &Interview<'_>) -> Vec<Voice> {
    let named = interview.speakers.iter().map(|speaker| Voice {
        label: speaker.label.clone(),
        name: speaker.label.clone(),
        role: speaker.role.into(),
        participant: speaker
            .participant
            .and_then(|id| seen.participant(id).map(|participant| participant.name.to_owned())),
        same_as: None,
    });
    let mut voices: Vec<Voice> = named.collect();
    for turn in interview.turns.iter() {
        if !voices.iter().any(|voice| voice.label == turn.speaker) {
            let (label, name) = (turn.speaker.clone(), turn.speaker.clone());
            voices.push(Voice { label, name, role: VoiceRole::Other, participant: None, same_as: None });
        }
    }
    voices
}
