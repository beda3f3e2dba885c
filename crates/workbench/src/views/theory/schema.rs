//! A schema with everything that the canvas needs.

use super::CategoriesView;
use crate::schema::Drawing;
use model::RecordId;
use model::value::{Point, RelationSort};
use std::sync::Arc;

/// The schemas of the study, one of them open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SchemaView {
    /// The schemas with their titles, in the order of history.
    pub list: Arc<[(RecordId, Arc<str>)]>,
    /// The one that is open.
    pub open: Option<RecordId>,
    /// It, measured.
    pub drawing: Option<Arc<Drawing>>,
    /// Where its codes would stand by themselves.
    pub layout: Arc<[(RecordId, Point)]>,
    /// What a new schema would show, and where.
    pub proposal: Arc<[(RecordId, Point)]>,
    /// The relations that are left out of it, with what they say.
    pub hidden: Arc<[(RecordId, Arc<str>)]>,
    /// Every relation: what it leads from, what to, its type.
    pub ties: Arc<[TiedCode]>,
    /// What is chosen on it, with its passages or evidence.
    pub beside: Option<Arc<CategoriesView>>,
}

/// A code tied to another by a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TiedCode {
    /// What the relation leads from.
    pub from: RecordId,
    /// What it leads to.
    pub to: RecordId,
    /// Its type.
    pub sort: RelationSort,
}
