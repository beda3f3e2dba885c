//! One interview's text with the codings that the current lens lets through.

use model::RecordId;
use model::value::{Layer, SpeakerRole};
use std::ops::Range;
use std::sync::Arc;

/// The text of an interview, who speaks where, and what was coded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranscriptView {
    /// The interview.
    pub interview: RecordId,
    /// Changes whenever anything to draw changes: two views with one key draw the same.
    pub key: u64,
    /// Changes whenever the text or the turns change, and only then: what was measured about the text
    /// stays good while codings come and go.
    pub text_key: u64,
    /// The interview's name: `EMG 3`.
    pub title: String,
    /// What is being done with it: `3ᵉ relecture · étiquetage expérientiel`. May be empty.
    pub subtitle: String,
    /// The whole verbatim, labels and headers included, lines separated by `\n`.
    pub text: Arc<str>,
    /// The turns, in the order of the text, without overlap.
    pub turns: Arc<[TurnView]>,
    /// The codings, in any order.
    pub codings: Arc<[CodingView]>,
    /// Codings whose words were corrected away: somebody must place them again.
    pub to_place: Arc<[LostView]>,
}

impl TranscriptView {
    /// A view of a text without turns or codings; `key` serves for both keys.
    #[must_use]
    pub fn bare(interview: RecordId, key: u64, title: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Self {
            interview,
            key,
            text_key: key,
            title: title.into(),
            subtitle: String::new(),
            text: text.into(),
            turns: Arc::default(),
            codings: Arc::default(),
            to_place: Arc::default(),
        }
    }
}

/// One utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnView {
    /// How the speaker is named in the gutter: `EMG 3`, `CL`.
    pub label: Arc<str>,
    /// Whose words these are; the interviewer's are drawn quieter and never counted.
    pub role: SpeakerRole,
    /// First scalar of the utterance (after its written label).
    pub start: usize,
    /// One past its last scalar.
    pub end: usize,
    /// When it begins in the recording, as written in the gutter (`12:11`).
    pub time: Option<Arc<str>>,
}

/// One passage with a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodingView {
    /// The coding.
    pub id: RecordId,
    /// Its code, redirects followed.
    pub code: RecordId,
    /// The code's name, as it stands in the margin.
    pub label: Arc<str>,
    /// True where the name is the participant's own words.
    pub in_vivo: bool,
    /// Index in the palette of code colours.
    pub hue: u16,
    /// The coder's initials.
    pub coder_initials: Arc<str>,
    /// The coder's name.
    pub coder_name: Arc<str>,
    /// The line of the stripe: tells the coders apart without colour.
    pub line: StripeLine,
    /// First scalar of the passage.
    pub start: usize,
    /// One past its last scalar.
    pub end: usize,
    /// Whether a correction has touched the passage since it was coded.
    pub state: PlaceState,
    /// The layer, where the study has two.
    pub layer: Option<Layer>,
    /// The comment on this coding; empty without one.
    pub memo: Arc<str>,
    /// What the code means; empty without a definition.
    pub definition: Arc<str>,
    /// When it was coded, as a day; may be empty.
    pub day: Arc<str>,
    /// True while its coder wants to decide later.
    pub undecided: bool,
    /// Whose it is.
    pub coder: RecordId,
}

impl CodingView {
    /// The passage.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// A coding that a correction left without words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostView {
    /// The coding.
    pub coding: RecordId,
    /// The name of its code.
    pub label: Arc<str>,
    /// Index in the palette of code colours.
    pub hue: u16,
    /// The words of the passage when it was coded.
    pub quote: Arc<str>,
    /// Where the passage was, in the current text.
    pub at: usize,
    /// Where it may stand now.
    pub proposal: Option<Proposal>,
}

/// A place for a lost passage, to accept or refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// First scalar.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words there.
    pub quote: Arc<str>,
    /// How well words and context agree, 0 to 100.
    pub score: u8,
}

/// Where a coding stands in the current text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PlaceState {
    /// On the very words that were coded.
    #[default]
    Exact,
    /// The words were corrected since.
    Changed,
}

/// How a stripe is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum StripeLine {
    /// The main coder, or everybody outside a comparison.
    #[default]
    Solid,
    /// The second coder.
    Dashed,
    /// Agreed by both.
    Double,
}
