//! The pages of the step *Catégories et schéma*.

mod categories;
mod history;
mod queries;
mod relations;
mod schema;
mod sorting;
mod statement;

pub(crate) use queries::view as table_view;

use super::{Making, Showing};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::views::theory::{AskedView, PageView, TheoryPage, TheoryView};
use model::basis::Basis;
use model::value::Near;
use model::{RecordId, Timestamp};
use std::sync::Arc;

/// What of the step is open.
#[derive(Debug, Clone, PartialEq)]
pub struct TheoryShowing {
    /// The page.
    pub page: TheoryPage,
    /// The category whose sheet is open, or anything that stands below one; the first where `None`.
    pub category: Option<RecordId>,
    /// The property whose passages are placed.
    pub property: Option<RecordId>,
    /// The relation whose evidence is read.
    pub relation: Option<RecordId>,
    /// How near the two ends of a relation must meet.
    pub near: Near,
    /// The schema that is open; the latest where `None`.
    pub schema: Option<RecordId>,
    /// What stands on the schema is read beside it.
    pub beside: bool,
    /// The theory that is open; the latest where `None`.
    pub theory: Option<RecordId>,
    /// The kept states that are compared: the second is the present one where `None`.
    pub compared: Option<(RecordId, Option<RecordId>)>,
    /// Between which moments the code book is compared: from the first, to the last where `None`.
    pub history: (Option<Timestamp>, Option<Timestamp>),
    /// The saved question that is opened, until another is asked.
    pub query: Option<RecordId>,
    /// The question that is asked; the first one where `None`.
    pub asked: Option<AskedView>,
    /// The cell whose passages are read, by row and column.
    pub cell: Option<(usize, usize)>,
    /// The code of which one wants to know what depends on it.
    pub affected: Option<RecordId>,
}

impl Default for TheoryShowing {
    fn default() -> TheoryShowing {
        TheoryShowing {
            page: TheoryPage::default(),
            category: None,
            property: None,
            relation: None,
            near: Near::Turn,
            schema: None,
            beside: false,
            theory: None,
            compared: None,
            history: (None, None),
            query: None,
            asked: None,
            cell: None,
            affected: None,
        }
    }
}

pub(super) fn make(
    engine: &mut Engine,
    making: &Making<'_>,
    showing: &Showing,
) -> Result<TheoryView, Failure> {
    let page = match showing.theory.page {
        TheoryPage::Sorting => PageView::Sorting(Arc::new(sorting::make(making))),
        TheoryPage::Categories => PageView::Categories(Arc::new(categories::make(engine, making, showing)?)),
        TheoryPage::Relations => PageView::Relations(Arc::new(relations::make(engine, making, showing)?)),
        TheoryPage::Schema => PageView::Schema(Arc::new(schema::make(engine, making, showing)?)),
        TheoryPage::Statement => PageView::Statement(Arc::new(statement::make(engine, making, showing))),
        TheoryPage::History => PageView::History(Arc::new(history::make(engine, making, showing)?)),
        TheoryPage::Queries => PageView::Queries(Arc::new(queries::make(engine, making, showing)?)),
        TheoryPage::Gaps => {
            let found = crate::answers::gaps::gaps(engine, making.lang, making.method, &Basis::default());
            PageView::Gaps(Arc::new(found))
        }
    };
    Ok(TheoryView { key: making.generation, page })
}
