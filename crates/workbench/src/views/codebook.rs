//! The code book: what is pointed out in the tree, and everything about the code that is chosen.

use model::RecordId;
use model::value::{Layer, Level};
use std::sync::Arc;

/// The code book beside its tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CodebookView {
    /// Changes whenever anything to draw changes.
    pub key: u64,
    /// Codes without a passage, their own or below them.
    pub unused: Arc<[RecordId]>,
    /// Codes whose names are nearly the same.
    pub alike: Arc<[AlikeRow]>,
    /// The columns of the participants' table, to be told in exports.
    pub columns: Arc<[super::ColumnView]>,
    /// The code that is chosen.
    pub sheet: Option<Arc<CodeSheet>>,
}

/// Two codes whose names are nearly the same, and by what measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlikeRow {
    /// One code.
    pub code: RecordId,
    /// Its name.
    pub name: Arc<str>,
    /// The other.
    pub other: RecordId,
    /// Its name.
    pub other_name: Arc<str>,
    /// How they are alike, in words: `2 lettres d’écart`.
    pub measure: Arc<str>,
}

/// Everything about one code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeSheet {
    /// The code.
    pub id: RecordId,
    /// Its name.
    pub name: Arc<str>,
    /// The names above it; empty at the top.
    pub above: Arc<str>,
    /// The code above it.
    pub parent: Option<RecordId>,
    /// Where it goes when it is promoted: `None` where it stands at the top already.
    pub promoted: Option<Option<RecordId>>,
    /// Index in the palette.
    pub hue: u16,
    /// Its level.
    pub level: Level,
    /// Its layer.
    pub layer: Layer,
    /// True where the name is the participant's own words.
    pub in_vivo: bool,
    /// What it means.
    pub definition: Arc<str>,
    /// When to use it.
    pub include: Arc<str>,
    /// When not to.
    pub exclude: Arc<str>,
    /// An anchor example.
    pub example: Arc<str>,
    /// Passages with it: `12 extraits`.
    pub passages: String,
    /// On how many it rests: `3 EMG sur 6 (8 réalisés)`.
    pub people: String,
    /// Whose codings count, in one sentence.
    pub basis: String,
    /// Passages with it that others coded, or in the other layer: they go and come with it too.
    pub every_coding: usize,
    /// How many codes stand directly below it.
    pub children: usize,
    /// The notes about it.
    pub notes: Arc<[NoteRow]>,
    /// What was done to it, the latest first.
    pub history: Arc<[HistoryRow]>,
    /// Its passages, and those of what is below it where that was asked for.
    pub rows: Arc<[PassageLine]>,
}

/// A note about a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRow {
    /// The memo.
    pub memo: RecordId,
    /// Who wrote it.
    pub author: Arc<str>,
    /// Its title.
    pub title: Arc<str>,
    /// Its text.
    pub body: Arc<str>,
}

/// One thing that was done to a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryRow {
    /// When: `22/11/2026 à 9 h 05`.
    pub at: Arc<str>,
    /// Who.
    pub who: Arc<str>,
    /// What.
    pub what: Arc<str>,
    /// What it was before and after, or why; may be empty.
    pub detail: Arc<str>,
}

/// One passage with its surroundings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageLine {
    /// The coding.
    pub coding: RecordId,
    /// Its interview.
    pub interview: RecordId,
    /// First scalar in the interview's current text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The code, where it is one below the chosen code; else empty.
    pub code: Arc<str>,
    /// A few words before the passage.
    pub before: Arc<str>,
    /// The words.
    pub words: Arc<str>,
    /// A few words after it.
    pub after: Arc<str>,
    /// Who speaks, where and when: `EMG 3 · 12:11`.
    pub place: Arc<str>,
    /// What the participants' table says of who speaks: `femme, 28`.
    pub attributes: Arc<str>,
    /// Who coded it.
    pub coder: Arc<str>,
    /// The coder's comment.
    pub comment: Arc<str>,
    /// True where the coder wants to decide later.
    pub undecided: bool,
}
