//! The theory in clauses, the states that were kept, what depends on a code.

use crate::answers::statement::{AffectedAnswer, DifferenceAnswer};
use model::RecordId;
use std::sync::Arc;

/// A record with what it is called.
pub type Named = (RecordId, Arc<str>);

/// The theories of the study, one of them open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StatementView {
    /// The theories with their titles, in the order of history.
    pub list: Arc<[Named]>,
    /// The one that is open.
    pub open: Option<RecordId>,
    /// Its clauses, in order.
    pub clauses: Arc<[ClauseView]>,
    /// The states that were kept: which, its name, when.
    pub versions: Arc<[VersionView]>,
    /// What became of it between the states that are compared.
    pub differences: Option<Arc<[DifferenceAnswer]>>,
    /// Every relation of the study with what it says.
    pub relations: Arc<[Named]>,
    /// What depends on the code that was asked about.
    pub affected: Option<Arc<AffectedAnswer>>,
    /// The clauses among that, each with its theory.
    pub affected_in: Arc<[(RecordId, RecordId)]>,
}

/// A clause.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseView {
    /// The clause.
    pub id: RecordId,
    /// Its words.
    pub text: Arc<str>,
    /// The categories that it rests on.
    pub categories: Arc<[Named]>,
    /// The relations that it rests on.
    pub relations: Arc<[Named]>,
    /// On how many participants its categories rest.
    pub people: usize,
}

/// A state that was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionView {
    /// The state.
    pub id: RecordId,
    /// What it is called.
    pub name: Arc<str>,
    /// When it was kept.
    pub at: Arc<str>,
}
