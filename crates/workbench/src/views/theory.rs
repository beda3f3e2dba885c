//! From labels to theory: the pages of the step *Catégories et schéma*.

pub mod categories;
pub mod history;
pub mod queries;
pub mod relations;
pub mod schema;
pub mod sorting;
pub mod statement;

pub use categories::{
    CategoriesView, CategoryRow, CategorySheet, DimensionView, EvidenceLine, PlacedLine, PropertyView,
    RelationView, SideView, StandsView,
};
pub use history::{HistoryView, OlderView};
pub use queries::{AskedView, AttributeValues, QueriesView, SavedView, TableView};
pub use relations::{RelationRow, RelationsView, TypeCount};
pub use schema::{SchemaView, TiedCode};
pub use sorting::{BoardColumn, BoardView, CardView, SortingView};

pub use statement::{ClauseView, Named, StatementView, VersionView};

use crate::answers::gaps::GapsAnswer;
use std::sync::Arc;

/// A page of the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum TheoryPage {
    /// *Tri*: cards of labels in columns.
    #[default]
    Sorting,
    /// Categories, their properties, relations and divergent cases.
    Categories,
    /// All relations in one list.
    Relations,
    /// The schema.
    Schema,
    /// *Points à consolider*.
    Gaps,
    /// The theory in clauses.
    Statement,
    /// Questions put to the codings.
    Queries,
    /// The code book at other times.
    History,
}

impl TheoryPage {
    /// Every page, in the order of the tabs.
    pub const ALL: [Self; 8] = [
        Self::Sorting,
        Self::Categories,
        Self::Relations,
        Self::Schema,
        Self::Gaps,
        Self::Statement,
        Self::Queries,
        Self::History,
    ];
}

/// The step.
#[derive(Debug, Clone, Default)]
pub struct TheoryView {
    /// Changes whenever anything to draw changes.
    pub key: u64,
    /// The page that is open.
    pub page: PageView,
}

/// What a page shows.
#[derive(Debug, Clone, Default)]
pub enum PageView {
    /// Nothing yet.
    #[default]
    Nothing,
    /// The sorting board.
    Sorting(Arc<SortingView>),
    /// The categories.
    Categories(Arc<CategoriesView>),
    /// The relations.
    Relations(Arc<RelationsView>),
    /// A schema.
    Schema(Arc<SchemaView>),
    /// The theory in clauses.
    Statement(Arc<StatementView>),
    /// A question and its answer.
    Queries(Arc<QueriesView>),
    /// The code book at other times.
    History(Arc<HistoryView>),
    /// What is missing.
    Gaps(Arc<GapsAnswer>),
}
