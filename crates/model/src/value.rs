//! What a change writes: one type for each field group of each kind of record.
//!
//! A record is a few *field groups*; each is set as a whole. The name under which a group is stored
//! carries the version of its body (`coding.anchor/1`): a body that changes its shape gets a new
//! version and a pure upcast from the old one, and stored payloads are never rewritten.
//! Fields that this version of the program does not know are kept in `extra` and written back.

use crate::text::{Edit, Turn};
use crate::{Digest, OpId, RecordId, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Fields of a body that this version of the program does not know.
pub type Extra = BTreeMap<String, serde_json::Value>;

/// The kinds of record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The study itself: one in each project.
    Study,
    /// Somebody of the project team.
    Member,
    /// Somebody who was interviewed, under a pseudonym.
    Participant,
    /// A column of the participants' table.
    Attribute,
    /// The interview guide.
    Guide,
    /// An interview.
    Interview,
    /// One state of an interview's text.
    Revision,
    /// A label, property, category or theme.
    Code,
    /// A coded passage.
    Coding,
    /// A memo.
    Memo,
    /// A re-reading.
    Reading,
    /// A round of double coding.
    Round,
    /// A record of which only common groups are known.
    Unknown,
}

impl Kind {
    /// The name of the kind in files and in the command line's JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Study => "study",
            Kind::Member => "member",
            Kind::Participant => "participant",
            Kind::Attribute => "attribute",
            Kind::Guide => "guide",
            Kind::Interview => "interview",
            Kind::Revision => "revision",
            Kind::Code => "code",
            Kind::Coding => "coding",
            Kind::Memo => "memo",
            Kind::Reading => "reading",
            Kind::Round => "round",
            Kind::Unknown => "unknown",
        }
    }
}

/// Declares every field group once: its variant, body, stored name, and the kind of record it belongs to.
macro_rules! groups {
    ($($(#[$doc:meta])* $variant:ident($body:ty) = $name:literal / $version:literal of $kind:ident;)*) => {
        /// The name of a field group.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        pub enum Group {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl Group {
            /// Every group, in the order of declaration.
            pub const ALL: &'static [Group] = &[$(Group::$variant,)*];

            /// The name under which the group is stored and reported, such as `code.name`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Group::$variant => $name,)* }
            }

            /// The kind of record the group belongs to; `Unknown` for the groups that all kinds share.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self { $(Group::$variant => Kind::$kind,)* }
            }
        }

        /// The value of one field group.
        #[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
        pub enum Value {
            $($(#[$doc])* #[serde(rename = $version)] $variant($body),)*
        }

        impl Value {
            /// The group that this value belongs to.
            #[must_use]
            pub fn group(&self) -> Group {
                match self { $(Value::$variant(_) => Group::$variant,)* }
            }

            /// The same value without any word of a person: identifiers and numbers stay, texts go.
            #[must_use]
            pub fn blank(&self) -> Value {
                match self { $(Value::$variant(body) => Value::$variant(body.blank()),)* }
            }
        }

        $(impl From<$body> for Value {
            fn from(body: $body) -> Value { Value::$variant(body) }
        })*
    };
}

groups! {
    /// Whether the record is alive or deleted.
    Life(Life) = "life" / "life/1" of Unknown;
    /// The record into which this one was merged or with which it was united.
    Redirect(Redirect) = "redirect" / "redirect/1" of Unknown;
    /// The study's title.
    StudyTitle(StudyTitle) = "study.title" / "study.title/1" of Study;
    /// The research question.
    StudyQuestion(StudyQuestion) = "study.question" / "study.question/1" of Study;
    /// The study's method, which decides the words on the screen.
    StudyMethod(StudyMethod) = "study.method" / "study.method/1" of Study;
    /// Language and naming of participants.
    StudySettings(StudySettings) = "study.settings" / "study.settings/1" of Study;
    /// A member's name.
    MemberName(MemberName) = "member.name" / "member.name/1" of Member;
    /// A member's role.
    MemberRole(MemberRole) = "member.role" / "member.role/1" of Member;
    /// A participant's pseudonym.
    ParticipantName(ParticipantName) = "participant.name" / "participant.name/1" of Participant;
    /// Whether a participant is included, excluded or withdrawn.
    ParticipantStatus(ParticipantStatus) = "participant.status" / "participant.status/1" of Participant;
    /// One attribute of a participant; a field for each attribute.
    ParticipantAttribute(ParticipantAttribute) = "participant.attribute" / "participant.attribute/1" of Participant;
    /// What an attribute is called and what values it takes.
    AttributeDefinition(AttributeDefinition) = "attribute.definition" / "attribute.definition/1" of Attribute;
    /// The interview guide's text.
    GuideText(GuideText) = "guide.text" / "guide.text/1" of Guide;
    /// An interview's name.
    InterviewName(InterviewName) = "interview.name" / "interview.name/1" of Interview;
    /// Date, duration and place of an interview.
    InterviewFacts(InterviewFacts) = "interview.facts" / "interview.facts/1" of Interview;
    /// Who speaks in an interview.
    InterviewSpeakers(InterviewSpeakers) = "interview.speakers" / "interview.speakers/1" of Interview;
    /// Whether an interview is analysed.
    InterviewStatus(InterviewStatus) = "interview.status" / "interview.status/1" of Interview;
    /// Which revision of its text an interview shows.
    InterviewCurrent(InterviewCurrent) = "interview.current_revision" / "interview.current_revision/1" of Interview;
    /// The file an interview came from.
    InterviewSource(InterviewSource) = "interview.source" / "interview.source/1" of Interview;
    /// Whether one coder's coding of the interview is finished; a field for each coder.
    InterviewFinished(InterviewFinished) = "interview.finished" / "interview.finished/1" of Interview;
    /// One immutable state of an interview's text.
    RevisionBody(Box<RevisionBody>) = "revision.body" / "revision.body/1" of Revision;
    /// A code's name.
    CodeName(CodeName) = "code.name" / "code.name/1" of Code;
    /// A code's place in the tree.
    CodePlace(CodePlace) = "code.place" / "code.place/1" of Code;
    /// A code's level.
    CodeLevel(CodeLevel) = "code.level" / "code.level/1" of Code;
    /// A code's colour.
    CodeColour(CodeColour) = "code.colour" / "code.colour/1" of Code;
    /// A code's definition.
    CodeDefinition(CodeDefinition) = "code.definition" / "code.definition/1" of Code;
    /// A code's layer and origin.
    CodeNature(CodeNature) = "code.nature" / "code.nature/1" of Code;
    /// Who made a coding, in which interview and layer.
    CodingOrigin(CodingOrigin) = "coding.origin" / "coding.origin/1" of Coding;
    /// The passage of a coding.
    CodingAnchor(Box<CodingAnchor>) = "coding.anchor" / "coding.anchor/1" of Coding;
    /// The code of a coding.
    CodingCode(CodingCode) = "coding.code" / "coding.code/1" of Coding;
    /// A comment on a coding.
    CodingComment(CodingComment) = "coding.comment" / "coding.comment/1" of Coding;
    /// Whether a coding is settled.
    CodingState(CodingState) = "coding.state" / "coding.state/1" of Coding;
    /// What a memo is about.
    MemoTarget(MemoTarget) = "memo.target" / "memo.target/1" of Memo;
    /// A memo's text.
    MemoText(MemoText) = "memo.text" / "memo.text/1" of Memo;
    /// One re-reading of an interview.
    ReadingDone(ReadingDone) = "reading.done" / "reading.done/1" of Reading;
    /// What a round of double coding covers.
    RoundSetup(RoundSetup) = "round.setup" / "round.setup/1" of Round;
    /// One coder's declaration that a round is done; a field for each coder.
    RoundDone(RoundDone) = "round.done" / "round.done/1" of Round;
    /// The opening of a round: from then on everybody sees everything.
    RoundOpened(RoundOpened) = "round.opened" / "round.opened/1" of Round;
}

impl Value {
    /// The key that tells apart several fields of the same group in one record, where there are any.
    #[must_use]
    pub fn key(&self) -> Option<RecordId> {
        match self {
            Value::ParticipantAttribute(body) => Some(body.attribute),
            Value::InterviewFinished(body) => Some(body.coder),
            Value::RoundDone(body) => Some(body.coder),
            _ => None,
        }
    }

    /// The field that this value fills.
    #[must_use]
    pub fn field(&self) -> Field {
        Field { group: self.group(), key: self.key() }
    }
}

/// One field group of a record, with its key where a record has several of the group.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Field {
    /// The group.
    pub group: Group,
    /// The key, such as the coder of `interview.finished`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<RecordId>,
}

impl From<Group> for Field {
    fn from(group: Group) -> Field {
        Field { group, key: None }
    }
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.key {
            None => f.write_str(self.group.as_str()),
            Some(key) => write!(f, "{}:{key}", self.group.as_str()),
        }
    }
}

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

                fn blank(&self) -> $name {
                    $name {
                        $($($word: Default::default(),)*)?
                        $($($datum: self.$datum.clone(),)*)?
                        extra: Extra::new(),
                    }
                }
            }
        )*
    };
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
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
    } data: {
        /// The interviews to code.
        interviews: Vec<RecordId>,
        /// The coders.
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
    RoundOpened { data: {
        /// When.
        at: Timestamp,
    } }
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
    fn blank(&self) -> RevisionBody {
        let blank_turn = |turn: &Turn| Turn { speaker: String::new(), ..turn.clone() };
        RevisionBody {
            parents: self.parents.iter().map(Parent::blank).collect(),
            turns: self.turns.as_ref().map(|turns| turns.iter().map(blank_turn).collect()),
            extra: Extra::new(),
            ..self.clone()
        }
    }
}

/// What the groups macro needs of a boxed body.
trait Blank {
    fn blank(&self) -> Self;
}

impl Blank for Box<RevisionBody> {
    fn blank(&self) -> Self {
        Box::new(RevisionBody::blank(self))
    }
}

impl Blank for Box<CodingAnchor> {
    fn blank(&self) -> Self {
        Box::new(CodingAnchor::blank(self))
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

/// Declares the small choices, stored in snake case and named so in the command line's JSON.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
            pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant,)* }

            impl $name {
                /// Every choice, in order.
                pub const ALL: &'static [$name] = &[$($name::$variant,)*];

                /// The name in files and in the command line.
                #[must_use]
                pub fn as_str(self) -> &'static str {
                    match self { $($name::$variant => $text,)* }
                }

                /// The choice of that name.
                #[must_use]
                pub fn parse(text: &str) -> Option<$name> {
                    $name::ALL.iter().copied().find(|choice| choice.as_str() == text)
                }
            }
        )*
    };
}

choices! {
    /// The method that a study follows.
    Method {
        /// *Théorisation ancrée*: labels, properties, categories, a theory.
        #[default]
        Grounded = "grounded",
        /// *Analyse thématique*: codes, sub-themes, themes.
        Thematic = "thematic",
    }
    /// The language of the interviews.
    Language {
        /// French.
        #[default]
        French = "fr",
        /// English.
        English = "en",
    }
    /// A member's role.
    Role {
        /// The student whose thesis it is.
        #[default]
        Student = "student",
        /// Somebody who codes some interviews as well.
        Coder = "coder",
        /// A thesis director.
        Director = "director",
    }
    /// Whether something is part of the study.
    Inclusion {
        /// Part of it.
        #[default]
        Included = "included",
        /// Left out, with a reason.
        Excluded = "excluded",
        /// Withdrawn by the participant: the words are gone.
        Withdrawn = "withdrawn",
    }
    /// What values an attribute takes.
    AttributeKind {
        /// Any text.
        #[default]
        Text = "text",
        /// A number.
        Number = "number",
        /// A day.
        Date = "date",
        /// One of a list.
        Choice = "choice",
    }
    /// The role of a speaker.
    SpeakerRole {
        /// Somebody who is interviewed.
        #[default]
        Participant = "participant",
        /// The interviewer: never counted.
        Interviewer = "interviewer",
        /// Anybody else present.
        Other = "other",
    }
    /// The level of a code.
    Level {
        /// *Étiquette*, or *code* in a thematic study.
        #[default]
        Label = "label",
        /// *Propriété*, or *sous-thème*.
        Property = "property",
        /// *Catégorie*, or *thème*.
        Category = "category",
    }
    /// The layer of labelling.
    Layer {
        /// What the person lives (*étiquetage expérientiel*).
        #[default]
        Experiential = "experiential",
        /// What the passage is about (*étiquetage thématique*).
        Thematic = "thematic",
    }
    /// The sort of a memo.
    MemoKind {
        /// Any.
        #[default]
        Free = "free",
        /// About ideas and categories.
        Theoretical = "theoretical",
        /// About the method.
        Methodological = "methodological",
        /// About oneself as a researcher.
        Reflexive = "reflexive",
        /// Field notes.
        Field = "field",
    }
    /// How a revision came about.
    RevisionOrigin {
        /// Read from a file.
        #[default]
        Imported = "imported",
        /// Corrected by hand.
        Corrected = "corrected",
        /// Names masked.
        Masked = "masked",
        /// Read from a file again.
        Reimported = "reimported",
        /// Two corrections made apart, put together.
        Composed = "composed",
        /// Two interviews united.
        United = "united",
    }
}

/// A place among siblings: keys are compared as text, and there is always one between two others.
pub type OrderKey = crate::order::OrderKey;
