//! The sorting board (*tri*): what is sorted, into which columns.

use model::RecordId;
use model::value::Level;
use std::sync::Arc;

/// The boards of a study: one for each level that has one above it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SortingView {
    /// Labels into properties, properties into categories, categories into a core category.
    pub boards: Arc<[BoardView]>,
}

/// One board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardView {
    /// The level of the cards.
    pub cards: Level,
    /// The level of a new column.
    pub columns_level: Level,
    /// What stands in no column yet.
    pub unsorted: Arc<[CardView]>,
    /// The columns, in the order of the tree.
    pub columns: Arc<[BoardColumn]>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardColumn {
    /// The code that holds the cards.
    pub id: RecordId,
    /// Its name.
    pub name: Arc<str>,
    /// The names above it; empty at the top.
    pub above: Arc<str>,
    /// Its level.
    pub level: Level,
    /// Its cards, in the order of the tree.
    pub cards: Arc<[CardView]>,
}

/// A card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardView {
    /// The code.
    pub id: RecordId,
    /// Its name.
    pub label: Arc<str>,
    /// True where the name is the participant's own words.
    pub in_vivo: bool,
    /// Index in the palette.
    pub hue: u16,
    /// Passages with it or anything below it.
    pub total: usize,
    /// How many codes stand below it, and come along.
    pub below: usize,
    /// Its definition; empty while there is none.
    pub definition: Arc<str>,
    /// For a code of a reading grid: its rank, 0 where it has none.
    pub a_priori: Option<u32>,
}
