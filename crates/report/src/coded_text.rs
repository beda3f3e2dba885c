//! A transcript with what was coded in it: the whole current text, and each label with its range.

use crate::passage::Who;
use crate::sources::Sources;
use model::basis::Basis;
use model::text::PlaceState;
use model::value::{Layer, SpeakerRole};
use model::{RecordId, Timestamp};
use std::sync::Arc;

/// An interview's current text with its codings. Positions are scalars of `text`, half-open.
#[derive(Debug, Clone, PartialEq)]
pub struct CodedText {
    /// The interview.
    pub interview: RecordId,
    /// Its name.
    pub name: String,
    /// The whole verbatim, labels as written.
    pub text: Arc<str>,
    /// Who speaks where, in order.
    pub turns: Vec<SpokenLine>,
    /// The codings, in the order of the text.
    pub labels: Vec<LabelOn>,
    /// Codings that have no words to stand on: to be placed again.
    pub to_place: usize,
}

/// One turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenLine {
    /// The label as written.
    pub speaker: String,
    /// Whose words.
    pub who: Who,
    /// First scalar of the utterance.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// When it begins in the recording, in milliseconds.
    pub time: Option<u64>,
}

/// A code on a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelOn {
    /// The coding.
    pub coding: RecordId,
    /// The code, redirects followed.
    pub code: RecordId,
    /// Its path.
    pub path: String,
    /// The layer.
    pub layer: Layer,
    /// The name of whoever coded.
    pub coder: String,
    /// When.
    pub at: Option<Timestamp>,
    /// First scalar of the passage.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The coder's comment.
    pub comment: String,
}

/// The analysed interviews, or those of the list, with the codings that the basis counts.
#[must_use]
pub fn coded_texts(sources: &Sources<'_>, basis: &Basis, interviews: &[RecordId]) -> Vec<CodedText> {
    let mut texts = Vec::new();
    for (interview, text) in sources.analysed(interviews) {
        let codings = sources.seen.codings_in(interview.id, basis);
        let placed = codings.iter().filter(|coding| coding.place.state != PlaceState::ToPlace);
        let labels: Vec<LabelOn> = placed.map(|coding| label(sources, coding)).collect();
        let turns = interview.turns.iter().map(|turn| SpokenLine {
            speaker: turn.speaker.clone(),
            who: match interview.role_of(&turn.speaker) {
                SpeakerRole::Participant => Who::Participant,
                SpeakerRole::Interviewer => Who::Interviewer,
                SpeakerRole::Other => Who::Other,
            },
            start: turn.start,
            end: turn.end,
            time: turn.time.map(u64::from),
        });
        texts.push(CodedText {
            interview: interview.id,
            name: interview.name.to_owned(),
            text: text.shared(),
            turns: turns.collect(),
            to_place: codings.len() - labels.len(),
            labels,
        });
    }
    texts
}

fn label(sources: &Sources<'_>, coding: &model::study::Coding<'_>) -> LabelOn {
    LabelOn {
        coding: coding.id,
        code: coding.code,
        path: sources.seen.code(coding.code).map_or_else(String::new, |node| node.path.clone()),
        layer: coding.layer,
        coder: sources.member(coding.coder),
        at: sources.made(coding.id),
        start: coding.place.start,
        end: coding.place.end,
        comment: coding.comment.to_owned(),
    }
}
