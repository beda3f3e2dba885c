//! The passages retrieved for one code.

use model::RecordId;
use std::sync::Arc;

/// The passages of a code, under the reference analysis.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PassageListView {
    /// Changes whenever anything to draw changes.
    pub key: u64,
    /// The code's name.
    pub title: String,
    /// Index of its colour in the palette.
    pub hue: u16,
    /// On how many it rests: `2 EMG sur 2 (7 réalisés)`.
    pub basis: String,
    /// One row for each passage, in the order of interviews and text.
    pub rows: Arc<[PassageRow]>,
}

/// One passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageRow {
    /// The coding.
    pub coding: RecordId,
    /// Its interview.
    pub interview: RecordId,
    /// First scalar in the interview's current text.
    pub start: usize,
    /// One past the last scalar.
    pub end: usize,
    /// The words, read at that place, with quotation marks: `« c’est la route »`.
    pub quote: Arc<str>,
    /// Where: `EMG 3 · 12:11`.
    pub place: Arc<str>,
    /// Who coded it, where several coders show; else empty.
    pub coder: Arc<str>,
}
