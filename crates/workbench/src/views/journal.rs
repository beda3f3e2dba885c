//! The journal of operations, as far as whoever works here may read it.

use std::sync::Arc;

/// The latest operations, the latest first, day by day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JournalView {
    /// Changes whenever anything to draw changes.
    pub key: u64,
    /// Days and operations as they stand below each other.
    pub rows: Vec<JournalRow>,
    /// How many operations were asked for.
    pub read: usize,
    /// True where there are older ones.
    pub has_more: bool,
}

/// A row of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JournalRow {
    /// A day, as people write it; empty for a clock beyond any calendar.
    Day(Arc<str>),
    /// An operation.
    Act {
        /// The time of day where this machine stands.
        hour: Arc<str>,
        /// Who did what.
        words: Arc<str>,
    },
}
