//! The bodies of double coding: rounds and packets, the alignment of codes, decisions, the agreed layer.

use super::bodies::{Extra, bodies, is_default};
use super::choices::{CodeList, CodingUnit, Difference, Match, PacketForm, Verdict};
use crate::{Digest, OpId, RecordId, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

bodies! {
    /// What the coders of a round start from, and how they will be compared.
    RoundTerms { data: {
        /// With the study's code list, or none.
        list: CodeList,
        /// The unit in which they will be compared, fixed before anybody looks.
        unit: CodingUnit,
    } }
    /// A packet that was given to a coder.
    RoundPacket { data: {
        /// Names the packet: what comes back is checked against it.
        packet: RecordId,
        /// To whom it was given.
        coder: RecordId,
        /// A project file, or Word files.
        form: PacketForm,
        /// The interviews with the revisions that it holds.
        texts: Vec<(RecordId, RecordId)>,
        /// SHA-256 of what it started from.
        base: Digest,
        /// When it was made.
        at: Timestamp,
    } }
    /// In whose book a code stands.
    CodeBook { data: {
        /// The coder who made it for themselves; `None` once it was adopted into the study's tree.
        coder: Option<RecordId>,
        /// The round in which it was made.
        round: Option<RecordId>,
    } }
    /// Two codes and how they go together. Its record follows from the two: whoever says it anywhere
    /// speaks of the same.
    AlignmentLink { words: {
        /// Why, in a line.
        note: String,
    } data: {
        /// One code: of two, the one with the smaller identifier.
        first: RecordId,
        /// The other; `None` to say that the first goes with none.
        second: Option<RecordId>,
        /// How they go together; `None` takes what was said back.
        relation: Option<Match>,
        /// When that was said.
        at: Timestamp,
    } }
    /// The difference that a decision is about.
    DecisionAbout { data: {
        /// The interview.
        interview: RecordId,
        /// The coders, the first of the round first.
        coders: Vec<RecordId>,
        /// The codings that differ, or agree.
        codings: Vec<RecordId>,
        /// Their versions: what is changed later is open again.
        covers: Vec<(RecordId, OpId)>,
        /// What told them apart.
        difference: Difference,
    } }
    /// What was decided.
    DecisionOutcome { words: {
        /// Why, in a line.
        reason: String,
    } data: {
        /// As whom.
        verdict: Verdict,
        /// The codings of the agreed layer that it wrote.
        agreed: Vec<RecordId>,
        /// Who was present: all of them sign.
        present: Vec<RecordId>,
        /// Who arbitrated, where the coders did not agree.
        arbiter: Option<RecordId>,
        /// True where the agreed layer is not what the first coder had: a coding that was revised.
        revised: bool,
        /// True where it was accepted without discussion, by a rule of the study.
        by_rule: bool,
        /// When.
        at: Timestamp,
    } }
    /// The mark of a coding that was agreed on: it is of no single coder, and never counted as such.
    CodingAgreed { data: {
        /// The decision that wrote it.
        decision: RecordId,
        /// The coders who agreed.
        coders: Vec<RecordId>,
    } }
    /// Whether the differences in an interview are settled: then the agreed layer is what counts.
    InterviewReconciled { data: {
        /// False after a reopening.
        reconciled: bool,
        /// The coders whose differences they were.
        coders: Vec<RecordId>,
        /// Who was present.
        present: Vec<RecordId>,
        /// When that was said.
        at: Timestamp,
    } }
    /// How differences are reconciled in the study.
    StudyReconciliation { data: {
        /// True where other edges of the same code inside one turn are accepted without discussion.
        accept_other_edges: bool,
    } }
}
