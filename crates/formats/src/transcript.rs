//! What was understood of a file: the value that a preview shows before anything is imported.

use model::text::Turn;
use serde::Serialize;

/// What the reader was told beforehand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Labels that are the interviewer's, compared without case, accents and spacing. A label named
    /// here is a speaker even where it occurs once.
    pub interviewers: Vec<String>,
    /// Encoding of a plain text or of subtitles, by its WHATWG label (`utf-8`, `windows-1252`…) or as
    /// people call it (`Mac Roman`, `ANSI`, `Latin 1`, `Unicode`); recognised from the bytes when absent.
    /// Other documents state their own.
    pub encoding: Option<String>,
}

/// The format of a file that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Format {
    /// A Word document (Office Open XML, transitional or strict).
    Docx,
    /// An OpenDocument text, as LibreOffice writes it.
    Odt,
    /// A rich text.
    Rtf,
    /// A plain text.
    Txt,
    /// Subtitles as WebVTT, as Zoom and Teams write them.
    Vtt,
    /// Subtitles as SubRip, as Whisper writes them.
    Srt,
    /// The text layer of a PDF.
    Pdf,
    /// A web page.
    Html,
    /// A workbook with a column for who speaks and one for the words.
    Xlsx,
    /// The same as an OpenDocument sheet.
    Ods,
    /// Tiers of annotations, as ELAN writes them.
    Eaf,
    /// A web page with all that belongs to it in one file, as Word and browsers save it.
    Mht,
}

impl Format {
    /// The usual extension, which is also the name in every export.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Txt => "txt",
            Self::Vtt => "vtt",
            Self::Srt => "srt",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Eaf => "eaf",
            Self::Mht => "mht",
        }
    }
}

/// One file understood. All positions are Unicode scalar offsets in `text`, half-open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    /// What the file was.
    pub format: Format,
    /// The whole verbatim in normal form ([`model::text::normalise()`]), labels and headers as written,
    /// without the time marks that stand at the head or the end of turns, without blank lines at the ends. Of
    /// subtitles, one line for each turn: the label as written, or as the file's markup names the
    /// speaker, then the words of all cues.
    pub text: String,
    /// Who says what, in order; ranges are disjoint and hold the utterance alone.
    pub turns: Vec<Turn>,
    /// One entry per label, by first appearance.
    pub speakers: Vec<SpeakerFound>,
    /// What the lines before the first turn say of the interview.
    pub facts: Vec<Fact>,
    /// The interviews, where the file holds several under titles of their own; empty for one interview.
    pub parts: Vec<Part>,
    /// Comments of the file's margin.
    pub comments: Vec<CommentFound>,
    /// What was left out, replaced or guessed.
    pub warnings: Vec<Warning>,
}

/// A label under which somebody speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerFound {
    /// The label as written, white space inside it reduced to single spaces; equals
    /// [`Turn::speaker`].
    pub label: String,
    /// Who this seems to be.
    pub role: Role,
    /// Number of turns.
    pub turns: usize,
    /// Words in these turns: maximal runs without white space.
    pub words: usize,
    /// The first words of the first turn, to recognise the voice.
    pub first_words: String,
    /// An earlier label that is likely the same person: it differs by case, accents, spacing or
    /// one letter. Never united without the user.
    pub same_as: Option<String>,
}

/// What a speaker is to the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Who leads the interview: named in [`ReadOptions::interviewers`], or guessed.
    Interviewer,
    /// Who is interviewed.
    Participant,
    /// Nobody in particular: several voices at once, an unknown voice.
    Other,
}

impl Role {
    /// The name used in every export.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Interviewer => "interviewer",
            Self::Participant => "participant",
            Self::Other => "other",
        }
    }
}

/// Something that a header line says of the interview, as `Date : 06/03/2023`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub kind: FactKind,
    /// The value as written: `text[start..end]`.
    pub value: String,
    /// Scalar offset of the value's first character.
    pub start: u32,
    /// Scalar offset after the value's last character.
    pub end: u32,
}

/// One interview of a file that holds several. Nothing was split: the user decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The title as written, as `Entretien n° 3`.
    pub title: String,
    /// Scalar offset where the title begins.
    pub start: u32,
    /// Scalar offset where the interview ends, its outer white space left out.
    pub end: u32,
}

/// What a header line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// The day of the interview.
    Date,
    /// The hour at which it began.
    Time,
    /// How long it lasted.
    Duration,
    /// Where it took place.
    Place,
    /// The participant's occupation, function or speciality.
    Profession,
    /// The participant's age.
    Age,
    /// The participant's gender.
    Gender,
    /// Who is interviewed.
    Participant,
    /// Who leads the interview.
    Interviewer,
    /// A line of the legend of labels, as `VL : enquêtrice`.
    Legend,
    /// Any other header line with a value.
    Other,
}

impl FactKind {
    /// The name used in every export.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Place => "place",
            Self::Profession => "profession",
            Self::Age => "age",
            Self::Gender => "gender",
            Self::Participant => "participant",
            Self::Interviewer => "interviewer",
            Self::Legend => "legend",
            Self::Other => "other",
        }
    }
}

/// A comment of the file's margin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentFound {
    /// Who wrote it, as the file says; empty when it does not.
    pub author: String,
    /// When, as the file says (ISO 8601, often without a zone).
    pub at: Option<String>,
    /// The comment, paragraphs joined by `\n`.
    pub text: String,
    /// Scalar offset where the commented passage begins.
    pub start: u32,
    /// Scalar offset where it ends; equal to `start` for a comment on a point.
    pub end: u32,
    /// The comment that this one answers, by its place in [`Transcript::comments`].
    pub reply_to: Option<usize>,
}

/// Something in the file that the reader left out, replaced or guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What happened.
    pub kind: WarningKind,
    /// Where in the text (the first place, when it happened several times), as a scalar offset.
    pub place: Option<usize>,
    /// The odd content or a name; not a sentence.
    pub text: String,
    /// How many times; 1 for what is warned of one by one.
    pub count: usize,
}

/// The kinds of warnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WarningKind {
    /// No label of a speaker was recognised; the text has no turns.
    NoSpeakers,
    /// The file holds no text.
    NoText,
    /// The encoding of a plain text was guessed; the text is its name.
    EncodingGuessed,
    /// Bytes of an old encoding stood in a text of UTF-8 and were read as such; the text is the first line
    /// concerned, the count that of the lines.
    MixedEncodings,
    /// Characters were encoded twice, as `Ã©`, and were read as they were meant; the text is the first word
    /// concerned.
    EncodedTwice,
    /// Columns of a table that are neither words, nor who says them, nor when, were left out; the text is their
    /// names.
    ColumnsLeftOut,
    /// Words of a file of objects or of annotations that are not what was taken for the interview were left out; the
    /// text is how the first of them begin, the count that of the passages.
    WordsLeftOut,
    /// NUL, control characters or invalid bytes became U+FFFD; the text is the first line concerned.
    ReplacedCharacter,
    /// Soft hyphens were dropped; the text is the first word concerned.
    SoftHyphen,
    /// A tracked deletion was left out; the text is what was deleted.
    Deletion,
    /// Hidden text was left out.
    HiddenText,
    /// A text box was left out; the text is its content.
    TextBox,
    /// A footnote was left out; the text is its content.
    Footnote,
    /// An endnote was left out; the text is its content.
    Endnote,
    /// A symbol of a symbol font has no character; the text is its font and code.
    Symbol,
    /// A document embedded in the document was left out; the text is its kind.
    EmbeddedObject,
    /// An entity that is not part of XML was kept as written.
    UnknownEntity,
    /// A side part of the document (comments, notes, styles) or a page of a PDF could not be read; the text is its
    /// name.
    UnreadablePart,
    /// What looks like a label occurs once and was not taken for a speaker; the text is the label.
    LabelOnce,
    /// A word that comes back before a colon, while others do far more often, was not taken for a speaker; the
    /// text is that word.
    LabelDoubtful,
    /// A known label begins a line without its separator and was taken for a turn.
    SeparatorMissing,
    /// Known labels stand in the middle of a line and were taken for turns; the text is the first.
    LabelInLine,
    /// No label names a speaker, and who speaks was told otherwise: the interviewer is `Q` and the other
    /// `R`. The text says how: `bold`, `italic`, `underline`, `highlight`, `colour`, `style`, `number`, `columns` (of a table),
    /// `answers` (only questions have a label), `dash` (before the words of one of
    /// the two), `dashes` (before every turn).
    SpeakersGuessed,
    /// A label with nothing said under it; the text is the label.
    EmptyTurn,
    /// A label of [`ReadOptions::interviewers`] does not occur; the text is the label.
    InterviewerNotFound,
    /// Subtitles name no speaker where others do, and these words belong to no turn; the text is how
    /// the first of them begin.
    Unvoiced,
    /// Lines that the pages of a PDF repeat beside their text (headers, footers, page numbers, numbers of
    /// lines) were left out; the text is the first.
    PageFurniture,
    /// Words divided at the end of a line of a PDF were put together; the text is the first, whole.
    JoinedWord,
}

impl WarningKind {
    /// The name used in every export.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoSpeakers => "no_speakers",
            Self::NoText => "no_text",
            Self::EncodingGuessed => "encoding_guessed",
            Self::MixedEncodings => "mixed_encodings",
            Self::EncodedTwice => "encoded_twice",
            Self::ColumnsLeftOut => "columns_left_out",
            Self::WordsLeftOut => "words_left_out",
            Self::ReplacedCharacter => "replaced_character",
            Self::SoftHyphen => "soft_hyphen",
            Self::Deletion => "deletion",
            Self::HiddenText => "hidden_text",
            Self::TextBox => "text_box",
            Self::Footnote => "footnote",
            Self::Endnote => "endnote",
            Self::Symbol => "symbol",
            Self::EmbeddedObject => "embedded_object",
            Self::UnknownEntity => "unknown_entity",
            Self::UnreadablePart => "unreadable_part",
            Self::LabelOnce => "label_once",
            Self::LabelDoubtful => "label_doubtful",
            Self::SeparatorMissing => "separator_missing",
            Self::LabelInLine => "label_in_line",
            Self::SpeakersGuessed => "speakers_guessed",
            Self::EmptyTurn => "empty_turn",
            Self::InterviewerNotFound => "interviewer_not_found",
            Self::Unvoiced => "unvoiced",
            Self::PageFurniture => "page_furniture",
            Self::JoinedWord => "joined_word",
        }
    }
}
