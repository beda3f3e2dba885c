//! Memos by date, and the one that is open.

use crate::markdown::Block;
use model::RecordId;
use model::value::{Kind, MemoKind};
use std::ops::Range;
use std::sync::Arc;

/// The memos of the study.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MemosView {
    /// Changes whenever anything to draw changes.
    pub key: u64,
    /// The memos, or every version of them; the latest first.
    pub rows: Arc<[MemoRow]>,
    /// The one that is open.
    pub sheet: Option<Arc<MemoSheet>>,
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct MemoRow {
    /// The memo.
    pub id: RecordId,
    /// Its sort.
    pub kind: MemoKind,
    /// Its title; empty where it has none.
    pub title: Arc<str>,
    /// Its text as it is read.
    pub text: Arc<str>,
    /// What it is about; empty where it is about nothing.
    pub about: Arc<str>,
    /// Who writes it.
    pub author: Arc<str>,
    /// The day on which it was last written: `22 novembre 2026`.
    pub day: Arc<str>,
    /// The time of day.
    pub time: Arc<str>,
}

/// A memo that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct MemoSheet {
    /// The memo.
    pub id: RecordId,
    /// Its sort.
    pub kind: MemoKind,
    /// What it is about.
    pub target: Option<RecordId>,
    /// Where that is.
    pub leads_to: Option<MemoLink>,
    /// What that is called.
    pub about: Arc<str>,
    /// Its title.
    pub title: Arc<str>,
    /// Its text as it is edited, names in double brackets.
    pub body: Arc<str>,
    /// Its text as it is read.
    pub blocks: Arc<[Block]>,
    /// Who writes it, and since when.
    pub written: Arc<str>,
    /// True where the directors are shown it.
    pub shared: bool,
    /// Where its links lead, in the order of the text; those that lead nowhere among them.
    pub links: Arc<[MemoLink]>,
    /// Its versions, the latest first: when and by whom, and the text then.
    pub versions: Arc<[MemoVersion]>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub struct MemoLink {
    /// The record; nothing where a name leads nowhere.
    pub record: Option<RecordId>,
    /// What kind of record.
    pub kind: Kind,
    /// What it is called.
    pub name: Arc<str>,
    /// For a coded passage: its interview, and the scalars of its current text.
    pub passage: Option<(RecordId, Range<usize>)>,
}

/// A version of a memo's words.
#[derive(Debug, Clone, PartialEq)]
pub struct MemoVersion {
    /// When, and by whom.
    pub said: Arc<str>,
    /// The title then.
    pub title: Arc<str>,
    /// The text then, as it is read.
    pub text: Arc<str>,
}
