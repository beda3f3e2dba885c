//! Why something was refused or failed, with everything a sentence needs; worded in one place.

use crate::names::NameError;
use crate::review::admission::Beyond;
use model::OpId;
use model::RecordId;
use model::text::EditError;
use model::undo::UndoBlocked;
use std::path::PathBuf;
use store::StoreError;

/// Why a command was refused or failed. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    /// The project file could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file given by the user could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Its path.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// What the user gave as a file is none: a pipe, a device.
    #[error("{path} is no file")]
    NotAFile {
        /// Its path.
        path: PathBuf,
    },
    /// A file changes while it is read.
    #[error("{path} changes while it is read")]
    FileChanging {
        /// Its path.
        path: PathBuf,
    },
    /// A transcript could not be read.
    #[error("{file}: {source}")]
    Transcript {
        /// The file's name.
        file: String,
        /// Why.
        source: formats::ReadError,
    },
    /// A table (codings, code book) could not be read.
    #[error("{file}: {source}")]
    Table {
        /// The file's name.
        file: String,
        /// Why.
        source: formats::CsvError,
    },
    /// A document or workbook could not be put together.
    #[error(transparent)]
    Unwritten(#[from] formats::write::WriteError),
    /// A row of a table cannot be taken.
    #[error("line {line}: {problem}")]
    Row {
        /// The line of the file, counted from 1.
        line: usize,
        /// What is wrong with it.
        problem: RowProblem,
    },
    /// A name or identifier leads to nothing, or to several records.
    #[error(transparent)]
    Name(#[from] NameError),
    /// The project has several members and nobody said who acts.
    #[error("several members: say who acts")]
    WhoActs {
        /// Their names.
        members: Vec<String>,
    },
    /// The file was opened for reading only.
    #[error("the project is open for reading only")]
    ReadingOnly,
    /// A range is not in the text.
    #[error("[{start}, {end}) is not in the text of {length} characters")]
    Range {
        /// First scalar asked for.
        start: u32,
        /// One past the last.
        end: u32,
        /// Length of the text.
        length: u32,
    },
    /// A range holds nothing but white space.
    #[error("the passage is empty")]
    EmptyPassage,
    /// A range cuts a character as a reader sees it.
    #[error("[{start}, {end}) cuts a character")]
    CutsGrapheme {
        /// First scalar asked for.
        start: u32,
        /// One past the last.
        end: u32,
    },
    /// The same passage already has that code from that coder.
    #[error("already coded so")]
    AlreadyCoded {
        /// The coding.
        coding: RecordId,
    },
    /// The record is deleted.
    #[error("{record} was deleted")]
    Deleted {
        /// The record.
        record: RecordId,
    },
    /// The interview's words are gone.
    #[error("the words of this interview were withdrawn")]
    Withdrawn,
    /// Turns were corrected on a text that is no longer the current one.
    #[error("the text has changed since")]
    TextMovedOn,
    /// Turns that overlap, leave the text, or are nobody's.
    #[error("these turns do not fit the text")]
    Turns,
    /// The participant speaks in an interview.
    #[error("the participant speaks in {interview}")]
    Speaks {
        /// The interview.
        interview: RecordId,
    },
    /// A name must not be empty.
    #[error("a name is missing")]
    EmptyName,
    /// A code of that name is already there.
    #[error("there is already a code {name}")]
    SameName {
        /// The name.
        name: String,
        /// The code.
        code: RecordId,
    },
    /// A move would put a code below itself.
    #[error("a code cannot be below itself")]
    BelowItself,
    /// A code would stand below one of a lower level.
    #[error("{code} would stand below {above}, which is of a lower level")]
    LevelAbove {
        /// The code.
        code: RecordId,
        /// The code above it.
        above: RecordId,
    },
    /// A code would be of a lower level than one below it.
    #[error("{code} would be lower than {below}, which stands below it")]
    LevelBelow {
        /// The code.
        code: RecordId,
        /// The code below it.
        below: RecordId,
    },
    /// A new code would stand below one of a lower level.
    #[error("{name} would stand below {above}, which is of a lower level")]
    LevelTooHigh {
        /// The new code's name.
        name: String,
        /// The code above it.
        above: RecordId,
    },
    /// A new code would be of a lower level than one that is put below it.
    #[error("{name} would be lower than {below}, which is to stand below it")]
    LevelTooLow {
        /// The new code's name.
        name: String,
        /// The code that is to stand below it.
        below: RecordId,
    },
    /// A dimension has two poles, or at least two values.
    #[error("a dimension has two poles, or at least two values")]
    DimensionEnds,
    /// Two values of a dimension have one name.
    #[error("{name} names two values")]
    SameValue {
        /// The name.
        name: String,
    },
    /// A position that is not on the dimension of a property, or the property has none.
    #[error("{property} has no such position")]
    NotOnDimension {
        /// The property.
        property: RecordId,
    },
    /// A relation of a code to itself.
    #[error("{code} cannot be related to itself")]
    RelatedToItself {
        /// The code.
        code: RecordId,
    },
    /// The same two codes are already related so.
    #[error("already related so")]
    SameRelation {
        /// The relation.
        relation: RecordId,
    },
    /// A code would be part of what is part of it.
    #[error("{whole} is already part of {part}")]
    PartOfItself {
        /// The part.
        part: RecordId,
        /// The whole.
        whole: RecordId,
    },
    /// A type of relation that relations have cannot be deleted.
    #[error("{relation} is of this type")]
    TypeInUse {
        /// The type.
        relation_type: RecordId,
        /// A relation of the type.
        relation: RecordId,
    },
    /// Something of double coding does not allow it.
    #[error(transparent)]
    DoubleCoding(#[from] DoubleCodingProblem),
    /// Something about a claim or a review does not allow it.
    #[error(transparent)]
    Claim(#[from] ClaimProblem),
    /// Nothing would change.
    #[error("nothing to change")]
    Nothing,
    /// Nothing is left to undo or redo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// An operation cannot be undone.
    #[error(transparent)]
    Undo(#[from] UndoBlocked),
    /// A version that is not among those to choose from.
    #[error("{version} is not among the versions to settle")]
    NotAHead {
        /// The version.
        version: OpId,
    },
    /// Two records of different kinds, or the same one twice, cannot be united.
    #[error("these two cannot be united")]
    NotUnitable,
    /// A stored edit does not fit its text.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// A text is not in the file.
    #[error("the text of revision {revision} is missing")]
    TextMissing {
        /// The revision.
        revision: RecordId,
    },
    /// A stored operation cannot be read or written.
    #[error("operation {op} cannot be read")]
    Payload {
        /// The operation.
        op: OpId,
    },
    /// A comparison needs two different coders.
    #[error("two different coders are needed")]
    TwoCodersNeeded,
    /// More coders than can be compared at once.
    #[error("{coders} coders are too many")]
    TooManyCoders {
        /// How many were named.
        coders: usize,
    },
    /// A level that the study's method does not have.
    #[error("there is no level {level} in this study")]
    NoSuchLevel {
        /// The level, as typed.
        level: &'static str,
    },
    /// No code of the tree is at that level.
    #[error("no code is at the level {}", level.as_str())]
    NoCodeAtLevel {
        /// The level.
        level: model::value::Level,
    },
    /// An interview that is named in an order of interviews, yet not counted.
    #[error("{interview} is not among the interviews that are counted")]
    NotCounted {
        /// Its name.
        interview: String,
    },
    /// A query cannot be answered.
    #[error(transparent)]
    Query(#[from] index::QueryError),
    /// The index cannot be read or written, not even in memory.
    #[error(transparent)]
    Index(#[from] index::IndexError),
    /// The engine stopped.
    #[error("the project was closed")]
    Closed,
}

/// Why something of double coding is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DoubleCodingProblem {
    /// A round without an interview.
    #[error("a round needs an interview")]
    NoInterview,
    /// A round, or a comparison, with fewer than two coders.
    #[error("two coders are needed")]
    TwoCoders,
    /// The round was not given to whoever acts.
    #[error("this round was not given to you")]
    NotYourRound,
    /// The round is open: what was seen was seen.
    #[error("the round is open")]
    RoundOpen,
    /// A round that is opened before all have declared done needs a reason.
    #[error("a reason is needed")]
    ReasonNeeded,
    /// What was declared done is sealed.
    #[error("this coding is sealed")]
    Sealed,
    /// The work of a coder is still sealed, and cannot be compared.
    #[error("the round is still sealed")]
    StillSealed,
    /// A packet holds one coder's work only: there is nothing to open in it.
    #[error("this is a packet")]
    InPacket,
    /// A packet that this copy of the study did not give.
    #[error("this packet is not known here")]
    UnknownPacket,
    /// A Word packet that came back is given as something else.
    #[error("a Word packet given to {coder} in {round}")]
    WordCameBack {
        /// Whom it was given to.
        coder: String,
        /// The name of the round.
        round: String,
    },
    /// A packet that is not as it was given, or in which somebody else worked.
    #[error("this packet was altered")]
    AlteredPacket,
    /// The file is locked: its passphrase is needed first.
    #[error("this file is locked")]
    Locked,
    /// No passphrase was given.
    #[error("a passphrase is needed")]
    PassphraseNeeded,
    /// The passphrase is another, or the file was changed.
    #[error("another passphrase, or a changed file")]
    PassphraseRefused,
    /// The file is not a locked one.
    #[error("this file is not locked")]
    NotLocked,
    /// There is no memory or no chance to lock a file with.
    #[error("nothing can be locked here")]
    CannotLock,
    /// More was done since the locked copy was made: the plain file holds what the copy does not.
    #[error("more was done since the locked copy was made")]
    GrewSinceLocked,
    /// A code goes together with itself.
    #[error("a code is not aligned with itself")]
    SameCode,
    /// Only « none » is said of one code alone.
    #[error("a second code is needed")]
    SecondCodeNeeded,
    /// Deciding otherwise needs a code.
    #[error("a code is needed")]
    OtherCodeNeeded,
    /// Differences are still open.
    #[error("{n} differences are still open")]
    StillOpen {
        /// How many.
        n: usize,
    },
}

/// What is wrong with a row of a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowProblem {
    /// The interview is not in the study, or the name is ambiguous.
    #[error(transparent)]
    Interview(NameError),
    /// The coder's name is ambiguous.
    #[error(transparent)]
    Coder(NameError),
    /// The code's path is ambiguous.
    #[error(transparent)]
    Code(NameError),
    /// The range is not in the text.
    #[error("[{start}, {end}) is not in the text of {length} characters")]
    Range {
        /// First scalar.
        start: u32,
        /// One past the last.
        end: u32,
        /// Length of the text.
        length: u32,
    },
    /// The range holds nothing but white space.
    #[error("[{start}, {end}) holds no word")]
    Blank {
        /// First scalar.
        start: u32,
        /// One past the last.
        end: u32,
    },
    /// The range cuts a character as a reader sees it.
    #[error("[{start}, {end}) cuts a character")]
    CutsGrapheme {
        /// First scalar.
        start: u32,
        /// One past the last.
        end: u32,
    },
    /// The range holds other words than the quote.
    #[error("the passage reads “{found}”, not “{quote}”")]
    Quote {
        /// The quote of the row.
        quote: String,
        /// What stands in the text.
        found: String,
    },
    /// A reading grid names the same thing twice.
    #[error("{name} is already on line {first}")]
    NamedTwice {
        /// The path.
        name: String,
        /// The line on which it came first.
        first: usize,
    },
    /// A layer that is neither experiential nor thematic.
    #[error("unknown layer {layer}")]
    Layer {
        /// The word given.
        layer: String,
    },
}

/// Why something about a claim or a review is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClaimProblem {
    /// The argument comes first, and in words.
    #[error("a claim begins with an argument")]
    NoArgument,
    /// No interview's coding is finished.
    #[error("nothing is coded to the end")]
    NothingFinished,
    /// No finished interview holds a code of the level.
    #[error("nothing is coded at the level")]
    NothingCoded,
    /// The claim names no interview, or none that confirms.
    #[error("{at}+{confirm} names no interview, or none that confirms")]
    Empty {
        /// At which interview.
        at: usize,
        /// How many more.
        confirm: usize,
    },
    /// A folder stands where the figures of a sheet go, and no sheet that it belongs to.
    #[error("{folder} is there without {sheet}")]
    FolderTaken {
        /// The folder's name.
        folder: String,
        /// The name of the sheet.
        sheet: String,
    },
    /// The claim names more interviews than there are.
    #[error("{at}+{confirm} goes beyond {n} interviews")]
    Beyond {
        /// At which interview.
        at: usize,
        /// How many more.
        confirm: usize,
        /// How many there are.
        n: usize,
    },
    /// The claim covers interviews whose coding is not finished.
    #[error("still being coded: {interviews}")]
    Unfinished {
        /// Their names.
        interviews: String,
    },
    /// A chosen order names not every interview that counts: what it leaves out could bring something new.
    #[error("left out of the order: {interviews}")]
    OrderLeavesOut {
        /// Their names.
        interviews: String,
    },
    /// The director signed a visa on this state of the claim: only they change it.
    #[error("{director} signed a visa themselves")]
    SignedAlready {
        /// The director.
        director: RecordId,
    },
    /// What a director said elsewhere is typed in with the e-mail or signed page.
    #[error("a visa that is typed in needs its proof")]
    ProofNeeded,
    /// The claim covers interviews of a round that is still sealed.
    #[error("in a sealed round: {interviews}")]
    Sealed {
        /// Their names.
        interviews: String,
    },
    /// A sealed round hides work of others from whoever would claim.
    #[error("sealed rounds hide the work of others: {rounds}")]
    Blind {
        /// Their names.
        rounds: String,
    },
    /// The claim is only being written.
    #[error("nothing is claimed yet")]
    NotMade,
    /// The claim does not ask for the visa of this member.
    #[error("{member} is not one of its directors")]
    NotItsDirector {
        /// The member.
        member: RecordId,
    },
    /// Only a director reviews.
    #[error("{member} is no director")]
    NotADirector {
        /// The member.
        member: RecordId,
    },
    /// A director reads and comments; codings and codes are the coders'.
    #[error("a director does not change codings")]
    DirectorReads,
    /// In a review copy one comments, gives a visa and marks what was looked at, as its director.
    #[error("this is the review copy of {director}")]
    ReviewCopyOnly {
        /// Whom it was made for.
        director: RecordId,
    },
    /// A review copy came back with more than a director makes in one: nothing of it is taken in.
    #[error("the review copy of {director} holds {what:?}")]
    BeyondReview {
        /// Whom it was made for.
        director: RecordId,
        /// What is not accepted, each sort with how many there are.
        what: Vec<(Beyond, usize)>,
    },
    /// A refusal has a reason.
    #[error("a refusal has a reason")]
    ReasonNeeded,
    /// The file holds no replies to a review page.
    #[error("{file} holds no replies")]
    NoReplies {
        /// Its name.
        file: String,
    },
    /// Some of the replies are about what this study never held, or a visa was never asked for: nothing of them is
    /// taken in.
    #[error("{file} speaks of what is not there: {what:?}")]
    StrangeReplies {
        /// Its name.
        file: String,
        /// What was written there.
        what: Vec<String>,
    },
    /// The replies are about another study.
    #[error("the replies are about another study")]
    OtherStudy,
}
