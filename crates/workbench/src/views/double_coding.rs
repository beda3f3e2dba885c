//! The step of double coding: rounds, alignment, what differs and what was decided of it.

use crate::answers::alignment::AlignmentAnswer;
use crate::answers::reconciliation::ReconciliationAnswer;
use crate::answers::rounds::{CodedBy, RoundAnswer};
use model::RecordId;
use std::sync::Arc;

/// Everything that the step shows, as far as whoever acts may see it.
#[derive(Debug, Clone, Default)]
pub struct DoubleCodingView {
    /// Changes whenever anything to draw changes.
    pub key: u64,
    /// Who acts.
    pub me: Option<RecordId>,
    /// True where the file is a packet: a coder's own desk, with nothing of the others.
    pub in_packet: bool,
    /// True where the file was opened from a locked one that lies beside it.
    pub came_locked: bool,
    /// The interviews, in the order of the study.
    pub interviews: Arc<[NamedView]>,
    /// The team.
    pub members: Arc<[NamedView]>,
    /// The rounds, in the order in which they were set up.
    pub rounds: Arc<[RoundAnswer]>,
    /// Every interview with every member.
    pub who: Arc<[CodedBy]>,
    /// True where other edges inside one turn are accepted without discussion.
    pub accepts_other_edges: bool,
    /// The two coders whose work is looked at; `None` while there are none that may be seen.
    pub coders: Option<[RecordId; 2]>,
    /// What they made of each passage.
    pub reconciliation: Option<Arc<ReconciliationAnswer>>,
    /// Their codes side by side.
    pub alignment: Option<Arc<AlignmentAnswer>>,
    /// What was said in discussions, the oldest first.
    pub discussions: Arc<[WordView]>,
    /// The study's disagreements that wait to be settled, and what leads nowhere.
    pub unsettled: Arc<crate::answers::merge::UnsettledAnswer>,
}

/// Something with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedView {
    /// The record.
    pub id: RecordId,
    /// Its name.
    pub name: Arc<str>,
}

/// A word in a discussion between coders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordView {
    /// The memo that holds it.
    pub id: RecordId,
    /// The coding or code that it is about.
    pub about: RecordId,
    /// Who said it.
    pub author: Arc<str>,
    /// On which day.
    pub day: Arc<str>,
    /// What was said.
    pub text: Arc<str>,
}

/// What of double coding is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DoubleCodingShown {
    /// The part of the step.
    pub part: DoubleCodingPart,
    /// The two coders; those whom the study suggests where `None`.
    pub coders: Option<[RecordId; 2]>,
}

/// A part of the step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DoubleCodingPart {
    /// Rounds and packets, and who coded what.
    #[default]
    Rounds,
    /// Copies of the study brought together.
    Merge,
    /// The codes of two coders side by side.
    Alignment,
    /// What two coders did, in numbers.
    Comparison,
    /// Differences settled one by one.
    Reconciliation,
}

impl DoubleCodingPart {
    /// Every part, in the order of the work.
    pub const ALL: [DoubleCodingPart; 5] = [
        DoubleCodingPart::Rounds,
        DoubleCodingPart::Merge,
        DoubleCodingPart::Alignment,
        DoubleCodingPart::Comparison,
        DoubleCodingPart::Reconciliation,
    ];
}
