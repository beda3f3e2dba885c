//! What is asked of double coding: rounds, codes adopted and aligned, differences settled.

use model::RecordId;
use model::value::{CodeList, CodingUnit, Match, Verdict};

/// A request about double coding.
#[derive(Debug, Clone)]
pub enum DoubleCoding {
    /// Sets a round up; from then on nobody sees the work of the others in it.
    SetUpRound(NewRound),
    /// Declares one's coding of a round done, and seals it.
    DeclareDone {
        /// The round.
        round: RecordId,
    },
    /// Takes one's declaration back, before the round is open.
    ReopenDone {
        /// The round.
        round: RecordId,
    },
    /// Opens a round: from then on everybody sees everything.
    OpenRound {
        /// The round.
        round: RecordId,
        /// Why, where not all have declared done.
        reason: String,
    },
    /// Takes a code from a coder's own book into the study's tree.
    AdoptCode {
        /// The code.
        code: RecordId,
    },
    /// Says how two codes go together.
    Align {
        /// One code.
        first: RecordId,
        /// The other; `None` to say that the first goes with none.
        second: Option<RecordId>,
        /// How the first goes with the second; `None` takes what was said back.
        relation: Option<Match>,
        /// Why.
        note: String,
    },
    /// Decides some differences, all alike.
    Decide(DecisionAsked),
    /// Accepts what agrees in an interview, and other edges where the study accepts them.
    AcceptAgreements {
        /// The interview.
        interview: RecordId,
        /// The coders.
        coders: [RecordId; 2],
        /// Who is present.
        present: Vec<RecordId>,
    },
    /// Says that the differences in an interview are settled, or takes that back.
    FinishReconciliation {
        /// The interview.
        interview: RecordId,
        /// The coders.
        coders: [RecordId; 2],
        /// Who is present.
        present: Vec<RecordId>,
        /// False to reopen.
        reconciled: bool,
    },
    /// Says whether other edges inside one turn are accepted without discussion.
    AcceptOtherEdges {
        /// True where they are.
        accept: bool,
    },
}

/// A round to set up.
#[derive(Debug, Clone, Default)]
pub struct NewRound {
    /// Its name.
    pub name: String,
    /// What the coders are told.
    pub instructions: String,
    /// The interviews to code.
    pub interviews: Vec<RecordId>,
    /// The coders; the codes of the first are the study's.
    pub coders: Vec<RecordId>,
    /// With the study's code list, or none.
    pub list: CodeList,
    /// The unit of comparison.
    pub unit: CodingUnit,
}

/// A decision.
#[derive(Debug, Clone, Default)]
pub struct DecisionAsked {
    /// The coders, the first of the round first.
    pub coders: Vec<RecordId>,
    /// The differences, each named by any of its codings.
    pub differences: Vec<RecordId>,
    /// As whom.
    pub verdict: Verdict,
    /// The codes, where it is decided otherwise.
    pub codes: Vec<RecordId>,
    /// Other edges, in the current revision.
    pub edges: Option<(u32, u32)>,
    /// Why, in a line.
    pub reason: String,
    /// Who is present.
    pub present: Vec<RecordId>,
    /// Who arbitrates, where the coders do not agree.
    pub arbiter: Option<RecordId>,
}
