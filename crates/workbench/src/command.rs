//! What the user asks. Not stored: a command becomes one operation, or is refused.

pub mod double_coding;
pub mod review;
pub mod theory;

use model::value::{AttributeKind, AttributeValue, Inclusion, Layer, Level, MemoKind, Method, Role, Speaker};
use model::{OpId, RecordId};

/// A request to change the study.
#[derive(Debug, Clone)]
pub enum Command {
    /// Sets title, question, method or naming.
    EditStudy(StudyEdit),
    /// Adds a member of the team.
    AddMember {
        /// The name.
        name: String,
        /// The role.
        role: Role,
    },
    /// Renames a member or changes their role.
    EditMember {
        /// The member.
        member: RecordId,
        /// The name from now on.
        name: String,
        /// The role from now on.
        role: Role,
    },
    /// Adds a participant.
    AddParticipant {
        /// The pseudonym.
        name: String,
    },
    /// Renames a participant, includes or excludes them.
    EditParticipant {
        /// The participant.
        participant: RecordId,
        /// The pseudonym from now on.
        name: String,
        /// Included or excluded.
        status: Inclusion,
        /// Why, where excluded.
        reason: String,
    },
    /// Sets one attribute of a participant.
    SetAttribute {
        /// The participant.
        participant: RecordId,
        /// The attribute.
        attribute: RecordId,
        /// The value; `None` for not reported.
        value: Option<AttributeValue>,
    },
    /// Adds a column to the participants' table.
    AddAttribute {
        /// The heading.
        name: String,
        /// What values it takes.
        kind: AttributeKind,
        /// The values offered, for a choice.
        choices: Vec<String>,
    },
    /// Changes a column of the participants' table.
    EditAttribute {
        /// The attribute.
        attribute: RecordId,
        /// The heading from now on.
        name: String,
        /// What values it takes.
        kind: AttributeKind,
        /// The values offered, for a choice.
        choices: Vec<String>,
    },
    /// Takes a column away, with its values.
    RemoveAttribute {
        /// The attribute.
        attribute: RecordId,
    },
    /// Takes a participant away who speaks in no interview.
    RemoveParticipant {
        /// The participant.
        participant: RecordId,
    },
    /// Writes the participants' table.
    ImportParticipants(Vec<ParticipantRow>),
    /// Writes the interview guide.
    WriteGuide {
        /// Its title.
        title: String,
        /// Its text.
        text: String,
    },
    /// Takes a transcript in.
    ImportInterview(Box<ImportRequest>),
    /// Renames an interview.
    RenameInterview {
        /// The interview.
        interview: RecordId,
        /// The name from now on.
        name: String,
    },
    /// Sets date, duration and place.
    SetFacts {
        /// The interview.
        interview: RecordId,
        /// The day, as `YYYY-MM-DD`.
        date: Option<String>,
        /// Minutes.
        duration_min: Option<u32>,
        /// The place.
        place: String,
    },
    /// Says who speaks.
    SetSpeakers {
        /// The interview.
        interview: RecordId,
        /// One entry for each label.
        speakers: Vec<Speaker>,
    },
    /// Says where turns begin and end and who speaks, in a text that stays as it is.
    CorrectTurns(Box<TurnsCorrected>),
    /// Leaves an interview out of the analysis, or takes it in again.
    SetStatus {
        /// The interview.
        interview: RecordId,
        /// Included or excluded.
        status: Inclusion,
        /// Why, where excluded.
        reason: String,
        /// Held to confirm saturation.
        confirming: bool,
    },
    /// Corrects an interview's text: the whole text as it should be.
    ReplaceText {
        /// The interview.
        interview: RecordId,
        /// The corrected text.
        text: String,
        /// Why: a correction by hand, a masking, a file read again.
        origin: model::value::RevisionOrigin,
    },
    /// Corrects one turn: its words, or who says them.
    CorrectTurn {
        /// The interview.
        interview: RecordId,
        /// Which turn, counted from 0.
        turn: usize,
        /// What was said.
        text: String,
        /// The label of who said it, where that changes.
        speaker: Option<String>,
    },
    /// Masks names wherever they stand, however they are written: one operation for all interviews.
    MaskNames {
        /// In which interviews; in all where `None`.
        interviews: Option<Vec<RecordId>>,
        /// The names.
        names: Vec<String>,
        /// What takes their place.
        sign: String,
        /// Ways of writing them that are left alone.
        spared: Vec<String>,
    },
    /// Creates a code.
    CreateCode(NewCode),
    /// Renames a code.
    RenameCode {
        /// The code.
        code: RecordId,
        /// The name from now on.
        name: String,
    },
    /// Moves a code in the tree.
    MoveCode {
        /// The code.
        code: RecordId,
        /// The code above it from now on.
        parent: Option<RecordId>,
        /// The sibling before which it goes; at the end where `None`.
        before: Option<RecordId>,
    },
    /// Gives a code another colour.
    ColourCode {
        /// The code.
        code: RecordId,
        /// Index in the palette.
        hue: u16,
    },
    /// Writes a code's definition.
    DefineCode {
        /// The code.
        code: RecordId,
        /// What it means.
        definition: String,
        /// When to use it.
        include: String,
        /// When not to.
        exclude: String,
        /// An anchor example.
        example: String,
    },
    /// Says a code's level, layer, and whether it is in vivo.
    EditCode {
        /// The code.
        code: RecordId,
        /// The level.
        level: Level,
        /// The layer.
        layer: Layer,
        /// In vivo or not.
        in_vivo: bool,
    },
    /// Merges a code into another; its passages follow.
    MergeCodes {
        /// The code that goes.
        from: RecordId,
        /// The code that stays.
        into: RecordId,
    },
    /// Deletes a code; what was coded with it keeps it, as a code that was deleted.
    DeleteCode {
        /// The code.
        code: RecordId,
    },
    /// Deletes codes together with their codings; what stands below them moves up.
    RemoveCodes {
        /// The codes.
        codes: Vec<RecordId>,
    },
    /// Gives passages of a code other codes, each the one that was chosen for it.
    SplitCode {
        /// The code, which keeps what is not assigned.
        code: RecordId,
        /// The codes to choose from.
        targets: Vec<CodeChoice>,
        /// Codings, each with its target's place in the list.
        passages: Vec<(RecordId, usize)>,
    },
    /// Reads a code list.
    ImportCodes(Vec<CodeRow>),
    /// Codes a passage.
    ApplyCode {
        /// The interview.
        interview: RecordId,
        /// First scalar, in the current revision.
        start: u32,
        /// One past the last.
        end: u32,
        /// With which code.
        code: CodeChoice,
        /// In which layer.
        layer: Layer,
    },
    /// Codes several passages alike, in one operation; those that are coded so already are left out.
    CodePassages {
        /// The passages, in the current revisions.
        passages: Vec<Passage>,
        /// With which code.
        code: CodeChoice,
        /// In which layer.
        layer: Layer,
    },
    /// Takes a code from a passage.
    RemoveCoding {
        /// The coding.
        coding: RecordId,
    },
    /// Gives a coding other edges, in the current revision.
    MoveCoding {
        /// The coding.
        coding: RecordId,
        /// First scalar.
        start: u32,
        /// One past the last.
        end: u32,
    },
    /// Makes one of several codings with one code: the first takes the room of all, the others go.
    JoinCodings {
        /// The coding that stays.
        coding: RecordId,
        /// Those that go.
        others: Vec<RecordId>,
    },
    /// Places a coding that a correction left without words.
    PlaceCoding {
        /// The coding.
        coding: RecordId,
        /// First scalar.
        start: u32,
        /// One past the last.
        end: u32,
    },
    /// Gives a passage another code.
    Recode {
        /// The coding.
        coding: RecordId,
        /// The code from now on.
        code: RecordId,
    },
    /// Comments on a coding.
    CommentCoding {
        /// The coding.
        coding: RecordId,
        /// The comment; empty to take it away.
        text: String,
    },
    /// Marks a coding to be decided later, or not.
    DecideLater {
        /// The coding.
        coding: RecordId,
        /// True for later.
        undecided: bool,
    },
    /// Takes codings in, all of them or none.
    ImportCodings(Vec<CodingRow>),
    /// Notes a re-reading.
    NoteReading {
        /// The interview.
        interview: RecordId,
        /// How long it took, in minutes.
        minutes: Option<u32>,
    },
    /// Says that one's coding of an interview is finished, or reopens it.
    FinishCoding {
        /// The interview.
        interview: RecordId,
        /// True for finished.
        finished: bool,
    },
    /// Writes a memo, a new one where `memo` is `None`.
    WriteMemo {
        /// The memo.
        memo: Option<RecordId>,
        /// What it is about.
        target: Option<RecordId>,
        /// Its sort.
        kind: MemoKind,
        /// Its title.
        title: String,
        /// Its text.
        body: String,
    },
    /// Deletes a memo.
    DeleteMemo {
        /// The memo.
        memo: RecordId,
    },
    /// Goes on from labels to theory.
    Theory(Box<theory::TheoryCommand>),
    /// What is asked of double coding.
    DoubleCoding(Box<double_coding::DoubleCoding>),
    /// What is asked of claims and reviews.
    Review(Box<review::ReviewCommand>),
    /// Settles a conflict by keeping one of the versions.
    Settle {
        /// The record.
        record: RecordId,
        /// The field.
        field: model::value::Field,
        /// The version to keep.
        keep: OpId,
    },
    /// Unites two records of one kind: the second follows the first.
    Unite {
        /// The record that stays.
        record: RecordId,
        /// The one that follows it.
        with: RecordId,
    },
    /// Undoes this member's last operation here.
    Undo,
    /// Takes the last undo back.
    Redo,
}

/// What to set of the study; `None` leaves as it is.
#[derive(Debug, Clone, Default)]
pub struct StudyEdit {
    /// The title.
    pub title: Option<String>,
    /// The question.
    pub question: Option<String>,
    /// The method.
    pub method: Option<Method>,
    /// How participants are called.
    pub participant_prefix: Option<String>,
    /// Words that are left out of lists of words; empty for those that the program brings.
    pub stop_words: Option<String>,
}

/// A range of an interview's current text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// The interview.
    pub interview: RecordId,
    /// First scalar.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Which code a passage gets.
#[derive(Debug, Clone)]
pub enum CodeChoice {
    /// One that exists.
    Existing(RecordId),
    /// One that is created in the same operation.
    New(NewCode),
}

/// A code to create.
#[derive(Debug, Clone, Default)]
pub struct NewCode {
    /// Its name.
    pub name: String,
    /// The code above it.
    pub parent: Option<RecordId>,
    /// Its level.
    pub level: Level,
    /// Its layer.
    pub layer: Layer,
    /// True when the name is the participant's own words.
    pub in_vivo: bool,
    /// Index in the palette; chosen from its neighbours where `None`.
    pub hue: Option<u16>,
}

/// A transcript to take in, as the preview was confirmed.
#[derive(Debug, Clone)]
pub struct ImportRequest {
    /// The interview's name.
    pub name: String,
    /// The file's name.
    pub file: String,
    /// The file's bytes, kept unless declined.
    pub original: Option<Vec<u8>>,
    /// SHA-256 of the file's bytes.
    pub digest: model::Digest,
    /// What was read.
    pub transcript: formats::Transcript,
    /// Who speaks; participants are named, and created where they are new.
    pub speakers: Vec<SpeakerChoice>,
    /// Date, duration and place.
    pub facts: model::value::InterviewFacts,
    /// Comments of the file's margin that become codings.
    pub codings: Vec<CommentCoding>,
}

/// A comment of a file's margin that becomes a coding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentCoding {
    /// First scalar of the passage.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The name of the code; one of that name that is there is used.
    pub label: String,
    /// The comment of the coding, empty where there is none.
    pub comment: String,
    /// Whose coding it is.
    pub coder: CommentCoder,
    /// When the comment was written, as the file says.
    pub at: Option<String>,
}

/// Whose coding a comment becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommentCoder {
    /// Of whoever takes the file in.
    Me,
    /// Of a member of the team.
    Member(RecordId),
    /// Of a member of that name, who joins the team where nobody is called so.
    New(String),
}

/// The turns of an interview as they should be, with those who speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnsCorrected {
    /// The interview.
    pub interview: RecordId,
    /// The revision that the turns were corrected on.
    pub revision: RecordId,
    /// In order and disjoint; each is said by one of the speakers.
    pub turns: Vec<model::text::Turn>,
    /// Who speaks; participants are named, and created where they are new.
    pub speakers: Vec<SpeakerChoice>,
}

/// Who speaks under a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerChoice {
    /// The label.
    pub label: String,
    /// The role.
    pub role: model::value::SpeakerRole,
    /// For a participant: the pseudonym.
    pub participant: Option<String>,
}

/// One row of a participants' table.
#[derive(Debug, Clone)]
pub struct ParticipantRow {
    /// The pseudonym.
    pub name: String,
    /// Heading and value of each attribute.
    pub attributes: Vec<(String, String)>,
}

/// One row of a code list.
#[derive(Debug, Clone, Default)]
pub struct CodeRow {
    /// Names from the top, separated by ` / `.
    pub path: String,
    /// The layer.
    pub layer: Option<Layer>,
    /// The level; that of a label where `None`. What is created above it has the same.
    pub level: Option<Level>,
    /// In vivo or not.
    pub in_vivo: bool,
    /// Index in the palette.
    pub hue: Option<u16>,
    /// The definition.
    pub definition: String,
    /// When to use it.
    pub include: String,
    /// When not to.
    pub exclude: String,
    /// An anchor example.
    pub example: String,
}

/// One row of a list of codings.
#[derive(Debug, Clone)]
pub struct CodingRow {
    /// The line of the file, counted from 1.
    pub line: usize,
    /// The interview's name or identifier.
    pub interview: String,
    /// The range in the current revision; `None` for "read, nothing coded".
    pub range: Option<(u32, u32)>,
    /// The code's path or identifier.
    pub code: Option<String>,
    /// The coder's name or identifier.
    pub coder: String,
    /// The words that the range must hold, where given.
    pub quote: Option<String>,
    /// The layer, where given.
    pub layer: Option<String>,
}
