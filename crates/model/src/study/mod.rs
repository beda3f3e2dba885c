//! The study in memory: records with the indexes that screens and reports read.
//!
//! A [`Study`] is a total function of any set of records. It is read only through a lens
//! ([`Study::seen_by`]); nothing else gives access to what it holds. Cloning is cheap: what did not
//! change is shared, so that a window can keep a snapshot while the next operation is applied.

mod claims;
mod codes;
mod codings;
mod counts;
mod findings;
mod index;
mod interviews;
mod people;
mod rounds;
mod seen;
mod then;
mod theory;

pub use claims::{Claim, Comment, ReviewMark, Standing as ClaimStanding, Thread, Visa};
pub use codes::{CodeNode, CodeTree};
pub use codings::{Coding, Counting};
pub use counts::{CodeCount, Coded, Counts};
pub use findings::{Finding, SamePair};
pub use interviews::{Interview, Revision};
pub use people::{Attribute, Member, Memo, Participant, Reading, StudyFacts};
pub use rounds::{Alignment, Decision, Done, PacketGiven, Round, SealCheck};
pub use seen::Seen;
pub use then::Hand;
pub use theory::{
    Clause, Dimension, Evidence, KeptVersion, Relation, RelationType, SavedQuery, Schema, Standing,
};

use crate::RecordId;
use crate::lens::Lens;
use crate::op::Op;
use crate::purge::Blanking;
use crate::records::{Record, Records};
use crate::value::Kind;
use index::Index;
use std::sync::Arc;

/// The study in memory.
#[derive(Clone, Debug)]
pub struct Study {
    records: Records,
    index: Index,
    blanking: Arc<Blanking>,
}

impl Study {
    /// Builds the indexes over some records.
    #[must_use]
    pub fn new(records: Records, blanking: Blanking) -> Study {
        let mut study = Study { records, index: Index::default(), blanking: Arc::new(blanking) };
        study.index = Index::build(&study.records, &study.blanking);
        study
    }

    /// Adds an operation that was just committed.
    pub fn apply(&mut self, op: &Op) {
        self.records.apply(op);
        let mut touched: Vec<RecordId> = op.changes.iter().map(|change| change.record).collect();
        touched.sort_unstable();
        touched.dedup();
        self.index.update(&self.records, &self.blanking, &touched);
    }

    /// Takes the operation that was applied last out again, because it could not be written.
    pub fn detach(&mut self, op: &Op) {
        self.records.detach(op);
        self.records.set_lamport(op.lamport.saturating_sub(1));
        self.index = Index::build(&self.records, &self.blanking);
    }

    /// What somebody may see of it.
    #[must_use]
    pub fn seen_by(&self, lens: Lens) -> Seen<'_> {
        Seen::new(self, lens)
    }

    /// The counter that the next operation takes.
    #[must_use]
    pub fn next_lamport(&self) -> u64 {
        self.records.lamport() + 1
    }

    /// The study as some of its operations alone would make it, such as those until some day.
    #[must_use]
    pub fn among(&self, keep: impl Fn(crate::OpId) -> bool) -> Study {
        Study::new(self.records.among(|_| true, keep), (*self.blanking).clone())
    }

    /// The same without interviews, codings and what was decided of them: enough to read its codes.
    #[must_use]
    pub fn codes_among(&self, keep: impl Fn(crate::OpId) -> bool) -> Study {
        let large = [Kind::Interview, Kind::Revision, Kind::Coding, Kind::Reading, Kind::Decision];
        let of_codes = |record: &Record| !large.contains(&record.kind());
        Study::new(self.records.among(of_codes, keep), (*self.blanking).clone())
    }

    /// What undoing `op` would change.
    ///
    /// # Errors
    /// When something has moved on or stands on it since.
    pub fn changes_undoing(&self, op: &Op) -> Result<Vec<crate::op::Change>, crate::undo::UndoBlocked> {
        crate::undo::changes_undoing_among(&self.records, op, |kinds| self.index.referring(kinds))
    }
}
