//! The code tree, for the panel and for the picker.

use model::RecordId;
use model::value::{Layer, Level};
use std::sync::Arc;

/// The live codes, parents before their children, siblings in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CodeTreeView {
    /// Changes whenever anything to draw changes.
    pub key: u64,
    /// How many of the codes are the participants' own words.
    pub in_vivo: usize,
    /// One row for each code.
    pub rows: Arc<[CodeRow]>,
}

/// One code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeRow {
    /// The code.
    pub id: RecordId,
    /// Steps below the top of the tree.
    pub depth: usize,
    /// Label, property or category.
    pub level: Level,
    /// Its name, without its parents.
    pub label: Arc<str>,
    /// Its parents' names from the top, itself left out: `Le coût du chemin / le trajet`. Empty at the top.
    pub path: Arc<str>,
    /// Its definition; empty while there is none.
    pub definition: Arc<str>,
    /// Index in the palette of code colours.
    pub hue: u16,
    /// True where the name is the participant's own words.
    pub in_vivo: bool,
    /// Passages with this very code.
    pub own: usize,
    /// Passages with it or anything below it.
    pub total: usize,
    /// Participants with it or anything below it.
    pub participants: usize,
    /// The layer that it is meant for.
    pub layer: Layer,
    /// The digit that applies it, where it is a favourite.
    pub favourite: Option<u8>,
}
