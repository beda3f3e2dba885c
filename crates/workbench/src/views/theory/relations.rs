//! All relations in one list.

use super::CategoriesView;
use model::RecordId;
use model::value::RelationSort;
use std::sync::Arc;

/// The relations of the study, and the one that is open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RelationsView {
    /// The relations, in the order of history.
    pub rows: Arc<[RelationRow]>,
    /// How many there are of each type, types without any left out.
    pub counts: Arc<[TypeCount]>,
    /// The evidence of the one that is open.
    pub beside: Option<Arc<CategoriesView>>,
}

/// How many relations of a type there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeCount {
    /// The type, and for one that the team defined which.
    pub of: (RelationSort, Option<RecordId>),
    /// Its name.
    pub name: Arc<str>,
    /// How many.
    pub count: usize,
}

/// A relation as a line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationRow {
    /// The relation.
    pub id: RecordId,
    /// The type, and for one that the team defined which.
    pub of: (RelationSort, Option<RecordId>),
    /// The name of what it leads from.
    pub from: Arc<str>,
    /// The name of its type.
    pub kind: Arc<str>,
    /// The name of what it leads to.
    pub to: Arc<str>,
    /// What it says.
    pub sentence: Arc<str>,
    /// How many passages support it, and how many contradict it.
    pub evidence: (usize, usize),
    /// The participants in whose words it is supported: `EMG 1, EMG 4`.
    pub people: Arc<str>,
    /// The first memo about it, and how it begins; none where there is none.
    pub memo: Option<(RecordId, Arc<str>)>,
    /// Who drew it.
    pub author: Arc<str>,
    /// When, in milliseconds, for the order.
    pub at: i64,
    /// On which day: `22/11/2026`.
    pub day: Arc<str>,
    /// On which day and at what time, in words.
    pub moment: Arc<str>,
    /// True where it is not followed, or leads to something that was deleted.
    pub broken: bool,
}
