//! The bodies of the field groups.

use super::choices::{
    AttributeKind, Inclusion, Language, Layer, Level, MemoKind, Method, RevisionOrigin, Role, SpeakerRole,
};
use crate::text::{Edit, Turn};
use crate::{Digest, OpId, RecordId, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Fields of a body that this version of the program does not know.
pub type Extra = BTreeMap<String, serde_json::Value>;

/// A place among siblings: keys are compared as text, and there is always one between two others.
pub type OrderKey = crate::order::OrderKey;

/// Declares the bodies: `words` are blanked by a purge, `data` (identifiers, numbers, choices) stay.
macro_rules! bodies {
    ($($(#[$doc:meta])* $name:ident {
        $(words: { $($(#[$wdoc:meta])* $word:ident: $wty:ty,)* })?
        $(data: { $($(#[$ddoc:meta])* $datum:ident: $dty:ty,)* })?
    })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
            pub struct $name {
                $($($(#[$wdoc])* #[serde(default, skip_serializing_if = "is_default")] pub $word: $wty,)*)?
                $($($(#[$ddoc])* pub $datum: $dty,)*)?
                /// Fields of a later version of the program, kept as they are.
                #[serde(flatten, skip_serializing_if = "BTreeMap::is_empty")]
                pub extra: Extra,
            }

            impl $name {
                /// The body with the given fields.
                #[allow(clippy::too_many_arguments)] // one argument for each field, in order
                #[must_use]
                pub fn new($($($word: $wty,)*)? $($($datum: $dty,)*)?) -> $name {
                    $name { $($($word,)*)? $($($datum,)*)? extra: Extra::new() }
                }

                pub(in crate::value) fn blank(&self) -> $name {
                    $name {
                        $($($word: Default::default(),)*)?
                        $($($datum: self.$datum.clone(),)*)?
                        extra: Extra::new(),
                    }
                }

                pub(in crate::value) fn bare(&self) -> $name {
                    $name { extra: Extra::new(), ..self.clone() }
                }
            }
        )*
    };
}

pub(super) use bodies;

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

bodies! {
    /// Whether a record is alive.
    Life { data: {
        /// False once the record was deleted.
        alive: bool,
    } }
    /// A redirect: readers follow it, what was stored keeps its own identifier.
    Redirect { data: {
        /// The record that stands for this one; `None` takes an earlier redirect back.
        into: Option<RecordId>,
    } }
    /// The study's title.
    StudyTitle { words: {
        /// The title, as on the thesis.
        title: String,
    } }
    /// The research question.
    StudyQuestion { words: {
        /// The question.
        question: String,
    } }
    /// The study's method.
    StudyMethod { data: {
        /// Grounded theory or thematic analysis.
        method: Method,
    } }
    /// Language and naming.
    StudySettings { words: {
        /// How participants are called: `EMG`, `MG`, `P`…
        participant_prefix: String,
    } data: {
        /// The language of the interviews: `fr` or `en`.
        language: Language,
    } }
    /// Words that say nothing by themselves and are left out of lists of words.
    StudyStopWords { words: {
        /// One a line or between spaces, `#` begins a remark; empty for those that the program brings.
        list: String,
    } }
    /// A member's name.
    MemberName { words: {
        /// The name, as it is shown.
        name: String,
    } }
    /// A member's role.
    MemberRole { data: {
        /// The role.
        role: Role,
    } }
    /// A participant's pseudonym.
    ParticipantName { words: {
        /// The pseudonym, such as `EMG 3`.
        name: String,
    } }
    /// A participant's status.
    ParticipantStatus { words: {
        /// Why, where the participant is not included.
        reason: String,
    } data: {
        /// The status.
        status: Inclusion,
    } }
    /// One attribute of one participant.
    ParticipantAttribute { words: {
        /// The value; `None` for not reported.
        value: Option<AttributeValue>,
    } data: {
        /// The attribute record.
        attribute: RecordId,
    } }
    /// An attribute's definition.
    AttributeDefinition { words: {
        /// The heading of the column.
        name: String,
        /// For a choice: the values offered, in order.
        choices: Vec<String>,
    } data: {
        /// What values it takes.
        kind: AttributeKind,
        /// Its place among the columns.
        order: OrderKey,
    } }
    /// The interview guide.
    GuideText { words: {
        /// Its title, with the version.
        title: String,
        /// Its text, in Markdown.
        text: String,
    } }
    /// An interview's name.
    InterviewName { words: {
        /// The name, such as `EMG 3`.
        name: String,
    } }
    /// Facts about an interview.
    InterviewFacts { words: {
        /// Where it took place.
        place: String,
    } data: {
        /// The day, as `YYYY-MM-DD`.
        date: Option<String>,
        /// How long it lasted, in minutes.
        duration_min: Option<u32>,
    } }
    /// Who speaks.
    InterviewSpeakers { words: {
        /// One entry for each label that heads a turn.
        speakers: Vec<Speaker>,
    } }
    /// Whether an interview is analysed.
    InterviewStatus { words: {
        /// Why, where the interview is excluded.
        reason: String,
    } data: {
        /// Included or excluded.
        status: Inclusion,
        /// Held to confirm saturation.
        confirming: bool,
    } }
    /// Which revision is shown.
    InterviewCurrent { data: {
        /// The revision record.
        revision: RecordId,
    } }
    /// The file an interview came from.
    InterviewSource { words: {
        /// The file's name, without its folder.
        file: String,
        /// The original file among the blobs, unless it was declined.
        original: Option<Digest>,
    } data: {
        /// The file's format, such as `docx`.
        format: String,
        /// SHA-256 of the file's bytes: the same file is recognised when it comes again.
        digest: Option<Digest>,
    } }
    /// One coder's *codage terminé*.
    InterviewFinished { data: {
        /// Whose coding.
        coder: RecordId,
        /// True when finished, false when reopened.
        finished: bool,
        /// When that was said.
        at: Timestamp,
    } }
    /// A code's name.
    CodeName { words: {
        /// The name, without its parents.
        name: String,
    } }
    /// A code's place.
    CodePlace { data: {
        /// The code above; `None` at the top.
        parent: Option<RecordId>,
        /// Its place among its siblings.
        order: OrderKey,
    } }
    /// A code's level.
    CodeLevel { data: {
        /// The level.
        level: Level,
    } }
    /// A code's colour.
    CodeColour { data: {
        /// Index in the palette of the theme, which knows its light and dark values.
        hue: u16,
    } }
    /// A code's definition.
    CodeDefinition { words: {
        /// What the code means.
        definition: String,
        /// When to use it.
        include: String,
        /// When not to use it.
        exclude: String,
        /// An anchor example.
        example: String,
    } }
    /// A code's layer and origin.
    CodeNature { data: {
        /// Experiential or thematic.
        layer: Layer,
        /// True when the name is the participant's own words.
        in_vivo: bool,
    } }
    /// Who made a coding.
    CodingOrigin { data: {
        /// The interview that is coded.
        interview: RecordId,
        /// The member whose coding it is.
        coder: RecordId,
        /// The layer.
        layer: Layer,
    } }
    /// The passage of a coding: a range of one revision, with its words and 32 scalars on either side.
    CodingAnchor { words: {
        /// The words of the passage when it was coded.
        quote: String,
        /// Up to 32 scalars before it.
        before: String,
        /// Up to 32 scalars after it.
        after: String,
    } data: {
        /// The revision that the range belongs to.
        revision: RecordId,
        /// First scalar of the passage.
        start: u32,
        /// Scalar after its last.
        end: u32,
    } }
    /// The code of a coding.
    CodingCode { data: {
        /// The code record, as it was applied; readers follow redirects.
        code: RecordId,
    } }
    /// A comment on a coding.
    CodingComment { words: {
        /// The comment.
        text: String,
    } }
    /// Whether a coding is settled.
    CodingState { data: {
        /// True while the coder wants to decide later.
        undecided: bool,
    } }
    /// What a memo is about.
    MemoTarget { data: {
        /// The record; `None` for a free memo.
        target: Option<RecordId>,
        /// Its sort.
        kind: MemoKind,
        /// Who writes it.
        author: RecordId,
    } }
    /// A memo's text.
    MemoText { words: {
        /// Its title.
        title: String,
        /// Its text, in Markdown.
        body: String,
    } }
    /// A re-reading.
    ReadingDone { data: {
        /// The interview that was read.
        interview: RecordId,
        /// Who read it.
        coder: RecordId,
        /// When.
        at: Timestamp,
        /// How long it took, in minutes, where noted.
        minutes: Option<u32>,
    } }
    /// A round of double coding.
    RoundSetup { words: {
        /// Its name.
        name: String,
        /// What the coders are told.
        instructions: String,
    } data: {
        /// The interviews to code.
        interviews: Vec<RecordId>,
        /// The coders. The codes of the first are the study's; what another makes in the round stays in
        /// a book of their own until it is adopted.
        coders: Vec<RecordId>,
    } }
    /// "Done", with what it covers.
    RoundDone { data: {
        /// Whose work.
        coder: RecordId,
        /// False after a reopening.
        done: bool,
        /// The versions covered.
        covers: Vec<(RecordId, OpId)>,
        /// SHA-256 of the `ancrage-seal/1` lines.
        digest: Digest,
    } }
    /// The opening of a round.
    RoundOpened { words: {
        /// Why, where it is opened before all have declared done.
        reason: String,
    } data: {
        /// When.
        at: Timestamp,
    } }
}

impl CodingOrigin {
    /// The field that holds when a comment was written from which a coding was made.
    const WRITTEN_AT: &'static str = "written_at";

    /// Notes when the comment was written that this coding comes from, as the file said it.
    #[must_use]
    pub fn written_at(mut self, at: Option<&str>) -> CodingOrigin {
        if let Some(at) = at.map(str::trim).filter(|at| !at.is_empty()) {
            self.extra.insert(Self::WRITTEN_AT.to_owned(), at.into());
        }
        self
    }

    /// When the comment was written that this coding comes from (ISO 8601, often without a zone); `None`
    /// for a coding made in the program.
    #[must_use]
    pub fn written(&self) -> Option<&str> {
        self.extra.get(Self::WRITTEN_AT)?.as_str()
    }
}

/// One state of an interview's text.
///
/// The text is found under `text` among the blobs, or by applying the first parent's edit to that
/// parent's text; one revision in every thirty-two is stored whole.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RevisionBody {
    /// The interview.
    pub interview: RecordId,
    /// The revisions it was made from, each with the edit that leads from it to this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<Parent>,
    /// SHA-256 of the text in UTF-8.
    pub text: Digest,
    /// Length of the text in Unicode scalar values.
    pub length: u32,
    /// The turns, where they do not simply follow from the first parent's by its edit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turns: Option<Vec<Turn>>,
    /// How the revision came about.
    pub origin: RevisionOrigin,
    /// Fields of a later version of the program, kept as they are.
    #[serde(flatten, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: Extra,
}

impl RevisionBody {
    pub(super) fn blank(&self) -> RevisionBody {
        let blank_turn = |turn: &Turn| Turn { speaker: String::new(), ..turn.clone() };
        RevisionBody {
            parents: self.parents.iter().map(Parent::blank).collect(),
            turns: self.turns.as_ref().map(|turns| turns.iter().map(blank_turn).collect()),
            extra: Extra::new(),
            ..self.clone()
        }
    }

    pub(super) fn bare(&self) -> RevisionBody {
        RevisionBody { extra: Extra::new(), ..self.clone() }
    }
}

/// What the groups macro needs of a boxed body.
pub(super) trait Boxed {
    fn blank(&self) -> Self;
    fn bare(&self) -> Self;
}

impl Boxed for Box<RevisionBody> {
    fn blank(&self) -> Self {
        Box::new(RevisionBody::blank(self))
    }

    fn bare(&self) -> Self {
        Box::new(RevisionBody::bare(self))
    }
}

impl Boxed for Box<CodingAnchor> {
    fn blank(&self) -> Self {
        Box::new(CodingAnchor::blank(self))
    }

    fn bare(&self) -> Self {
        Box::new(CodingAnchor::bare(self))
    }
}

impl Boxed for Box<super::VisaGiven> {
    fn blank(&self) -> Self {
        Box::new(super::VisaGiven::blank(self))
    }

    fn bare(&self) -> Self {
        Box::new(super::VisaGiven::bare(self))
    }
}

impl Boxed for Box<super::ClaimFrozen> {
    fn blank(&self) -> Self {
        Box::new(super::ClaimFrozen::blank(self))
    }

    fn bare(&self) -> Self {
        Box::new(super::ClaimFrozen::bare(self))
    }
}

/// A revision from which another was made.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Parent {
    /// The earlier revision.
    pub revision: RecordId,
    /// What turns its text into the new one.
    pub edit: std::sync::Arc<Edit>,
}

impl Parent {
    fn blank(&self) -> Parent {
        Parent { revision: self.revision, edit: std::sync::Arc::new(self.edit.blank()) }
    }
}

/// Who speaks under a label.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Speaker {
    /// The label as written before the turns.
    pub label: String,
    /// The role.
    pub role: SpeakerRole,
    /// The participant, where the speaker is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participant: Option<RecordId>,
}

/// The value of an attribute.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributeValue {
    /// Free text, a choice, or a date as `YYYY-MM-DD`.
    Text(String),
    /// A number.
    Number(f64),
}
