//! Operations: what was done, one row of the journal each.

use crate::value::{Countersign, Field, Level, Match, Stance, Value, Verdict};
use crate::{Digest, OpId, RecordId, Timestamp};
use serde::{Deserialize, Serialize};

/// What was done, once, by one member: a row of the journal.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Op {
    /// Names the operation and every version that it wrote.
    pub id: OpId,
    /// The member who did it.
    pub author: RecordId,
    /// When, by the clock of the author's machine; never used for ordering.
    pub at: Timestamp,
    /// One more than the greatest counter the file knew: with `id`, the order of history everywhere.
    pub lamport: u64,
    /// What it was, for the audit trail: identifiers and numbers only, never words of a person.
    pub kind: OpKind,
    /// What it set. One group of one record at most once.
    pub changes: Vec<Change>,
    /// The operation that this one undoes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<OpId>,
}

impl Op {
    /// The place of the operation in history.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        Stamp { lamport: self.lamport, op: self.id }
    }

    /// The operation without its changes: what it takes to word it, however much it changed.
    #[must_use]
    pub fn brief(&self) -> Op {
        Op { kind: self.kind.clone(), changes: Vec::new(), ..*self }
    }

    /// The canonical payload: the bytes that are stored, digested and exchanged.
    ///
    /// # Errors
    /// When a value cannot be written as JSON (a number that is not finite).
    pub fn payload(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    /// Reads a payload back.
    ///
    /// # Errors
    /// When the bytes are no operation that this version of the program knows.
    pub fn from_payload(payload: &[u8]) -> Result<Op, serde_json::Error> {
        serde_json::from_slice(payload)
    }

    /// The digest of a payload.
    #[must_use]
    pub fn digest(payload: &[u8]) -> Digest {
        Digest::of(payload)
    }
}

/// The order of history: by counter, then by operation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Stamp {
    /// The Lamport counter.
    pub lamport: u64,
    /// The operation.
    pub op: OpId,
}

/// One field group of one record set to a value.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Change {
    /// The record.
    pub record: RecordId,
    /// The versions that this one replaces; empty for the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bases: Vec<OpId>,
    /// What the group is from now on.
    pub after: After,
}

/// What a field is after a change.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum After {
    /// It has this value.
    Set(Value),
    /// It has no value, as before its first version (undo of a creation).
    Unset(Field),
}

impl After {
    /// The field that is changed.
    #[must_use]
    pub fn field(&self) -> Field {
        match self {
            After::Set(value) => value.field(),
            After::Unset(field) => *field,
        }
    }

    /// The value, where there is one.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        match self {
            After::Set(value) => Some(value),
            After::Unset(_) => None,
        }
    }
}

/// What an operation was, for the audit trail. It names records; their words are looked up when it is read.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the variants' and fields' names say it: `code` is the code's record, and so on
pub enum OpKind {
    CreateStudy {
        study: RecordId,
    },
    EditStudy {
        study: RecordId,
    },
    AddMember {
        member: RecordId,
    },
    EditMember {
        member: RecordId,
    },
    AddParticipant {
        participant: RecordId,
    },
    EditParticipant {
        participant: RecordId,
    },
    AddAttribute {
        attribute: RecordId,
    },
    EditAttribute {
        attribute: RecordId,
    },
    RemoveAttribute {
        attribute: RecordId,
    },
    RemoveParticipant {
        participant: RecordId,
    },
    ImportParticipants {
        participants: u32,
    },
    WriteGuide {
        guide: RecordId,
    },
    ImportInterview {
        interview: RecordId,
        words: u32,
        turns: u32,
    },
    EditInterview {
        interview: RecordId,
    },
    ExcludeInterview {
        interview: RecordId,
    },
    IncludeInterview {
        interview: RecordId,
    },
    CorrectText {
        interview: RecordId,
        revision: RecordId,
        places: u32,
    },
    ReplaceText {
        interview: RecordId,
        revision: RecordId,
        places: u32,
    },
    MaskText {
        interview: RecordId,
        revision: RecordId,
        places: u32,
        /// The other interviews in which the same name was masked.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        others: Vec<RecordId>,
    },
    CorrectTurns {
        interview: RecordId,
        revision: RecordId,
    },
    CorrectSpeakers {
        interview: RecordId,
    },
    ComposeTexts {
        interview: RecordId,
        revision: RecordId,
    },
    CreateCode {
        code: RecordId,
    },
    RenameCode {
        code: RecordId,
    },
    MoveCode {
        code: RecordId,
    },
    ColourCode {
        code: RecordId,
    },
    DefineCode {
        code: RecordId,
    },
    EditCode {
        code: RecordId,
    },
    MergeCodes {
        from: RecordId,
        into: RecordId,
    },
    DeleteCode {
        code: RecordId,
    },
    DeleteCodes {
        codes: u32,
    },
    SplitCode {
        code: RecordId,
        codings: u32,
    },
    ImportCodes {
        codes: u32,
    },
    ApplyCode {
        coding: RecordId,
        code: RecordId,
    },
    ApplyNewCode {
        coding: RecordId,
        code: RecordId,
    },
    RemoveCoding {
        coding: RecordId,
        code: RecordId,
    },
    MoveCoding {
        coding: RecordId,
    },
    PlaceCoding {
        coding: RecordId,
    },
    Recode {
        coding: RecordId,
        from: RecordId,
        to: RecordId,
    },
    CommentCoding {
        coding: RecordId,
    },
    DecideLater {
        coding: RecordId,
    },
    ImportCodings {
        codings: u32,
        codes: u32,
        interviews: u32,
    },
    CodePassages {
        code: RecordId,
        codings: u32,
    },
    NoteReading {
        interview: RecordId,
    },
    FinishCoding {
        interview: RecordId,
        coder: RecordId,
    },
    ReopenCoding {
        interview: RecordId,
        coder: RecordId,
    },
    WriteMemo {
        memo: RecordId,
    },
    DeleteMemo {
        memo: RecordId,
    },
    SetLevel {
        code: RecordId,
        codes: u32,
        level: Level,
    },
    GroupCodes {
        under: RecordId,
        codes: u32,
    },
    ImportGrid {
        codes: u32,
    },
    SetOrigin {
        code: RecordId,
    },
    SetDimension {
        code: RecordId,
    },
    PlaceOnDimension {
        coding: RecordId,
        property: RecordId,
    },
    MarkDensity {
        code: RecordId,
    },
    NoteSearch {
        code: RecordId,
    },
    MarkEvidence {
        about: RecordId,
        passages: u32,
        stance: Option<Stance>,
    },
    ReviewCodings {
        code: RecordId,
        passages: u32,
    },
    CreateRelation {
        relation: RecordId,
    },
    EditRelation {
        relation: RecordId,
    },
    DeleteRelation {
        relation: RecordId,
    },
    DefineRelationType {
        relation_type: RecordId,
    },
    DeleteRelationType {
        relation_type: RecordId,
    },
    WriteTheory {
        theory: RecordId,
    },
    DeleteTheory {
        theory: RecordId,
    },
    WriteClause {
        clause: RecordId,
    },
    LinkClause {
        clause: RecordId,
    },
    MoveClause {
        clause: RecordId,
    },
    DeleteClause {
        clause: RecordId,
    },
    KeepTheory {
        version: RecordId,
    },
    WriteSchema {
        schema: RecordId,
    },
    ArrangeSchema {
        schema: RecordId,
        items: u32,
    },
    DeleteSchema {
        schema: RecordId,
    },
    SaveQuery {
        query: RecordId,
    },
    DeleteQuery {
        query: RecordId,
    },
    SetUpRound {
        round: RecordId,
    },
    DeclareDone {
        round: RecordId,
    },
    OpenRound {
        round: RecordId,
    },
    ReopenDone {
        round: RecordId,
    },
    MakePacket {
        round: RecordId,
        coder: RecordId,
        interviews: u32,
    },
    ReceivePacket {
        round: RecordId,
        coder: RecordId,
        codings: u32,
    },
    AdoptCode {
        code: RecordId,
        from: RecordId,
    },
    Align {
        first: RecordId,
        second: Option<RecordId>,
        relation: Option<Match>,
    },
    Decide {
        interview: RecordId,
        decisions: u32,
        verdict: Verdict,
    },
    AcceptAgreements {
        interview: RecordId,
        decisions: u32,
    },
    FinishReconciliation {
        interview: RecordId,
    },
    ReopenReconciliation {
        interview: RecordId,
    },
    SetReconciliation {
        study: RecordId,
    },
    WriteClaim {
        claim: RecordId,
    },
    MakeClaim {
        claim: RecordId,
    },
    WithdrawClaim {
        claim: RecordId,
    },
    GiveVisa {
        claim: RecordId,
        director: RecordId,
        verdict: Countersign,
    },
    CommentOn {
        about: RecordId,
        memo: RecordId,
    },
    ResolveThread {
        memo: RecordId,
        resolved: bool,
    },
    ShareMemo {
        memo: RecordId,
        shared: bool,
    },
    NoteReview {
        target: RecordId,
    },
    TakeReview {
        comments: u32,
        visas: u32,
    },
    MakeReviewCopy {
        director: RecordId,
    },
    Settle {
        record: RecordId,
        field: Field,
    },
    Unite {
        record: RecordId,
        with: RecordId,
    },
    Purge {
        record: RecordId,
        items: Vec<crate::purge::PurgeItem>,
    },
    Undo,
    Redo,
}
