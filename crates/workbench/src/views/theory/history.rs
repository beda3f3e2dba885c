//! The code book at other times.

use super::super::PassageLine;
use crate::answers::codes::CodeAnswer;
use crate::answers::history::ChangeAnswer;
use model::Timestamp;
use std::sync::Arc;

/// The code book between two moments, and passages coded under an older definition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HistoryView {
    /// When the code book changed, the first time first.
    pub moments: Arc<[Timestamp]>,
    /// Which of them is looked at.
    pub from: usize,
    /// Which of them it is compared with.
    pub until: usize,
    /// When those are, and what was done then.
    pub said: (Arc<str>, Arc<str>),
    /// The tree at the first of them.
    pub tree: Arc<[CodeAnswer]>,
    /// What changed between them.
    pub changes: Arc<[ChangeAnswer]>,
    /// Passages coded under an older definition, by code.
    pub older: Arc<[OlderView]>,
}

/// Passages of a code that were coded under an older definition.
#[derive(Debug, Clone, PartialEq)]
pub struct OlderView {
    /// The code's name.
    pub name: Arc<str>,
    /// What it means now.
    pub definition: Arc<str>,
    /// The passages to look at again.
    pub lines: Arc<[PassageLine]>,
}
