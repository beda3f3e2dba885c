//! Which rows of the tree are shown: those not folded away, or those that the filter finds with what stands
//! above them.

use crate::folding::{Folded, query};
use model::RecordId;
use std::collections::BTreeSet;
use workbench::views::{CodeRow, CodeTreeView};

/// The rows to show, kept until tree, filter or folds change.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    valid_for: Option<(u64, String, BTreeSet<RecordId>)>,
    pub rows: Vec<Row>,
}

/// One row to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row {
    /// Its index in the view.
    pub index: usize,
    /// False where it stands there only for what is below it.
    pub found: bool,
    /// `Some(true)` where it has rows below it that are folded away.
    pub folded: Option<bool>,
}

impl Shown {
    pub fn update(&mut self, view: &CodeTreeView, filter: &str, folded: &BTreeSet<RecordId>) {
        let same = |(key, old, folds): &(u64, String, BTreeSet<RecordId>)| {
            *key == view.key && old == filter && folds == folded
        };
        if self.valid_for.as_ref().is_some_and(same) {
            return;
        }
        let words = query(filter);
        self.rows = if words.is_empty() { unfolded(view, folded) } else { filtered(view, &words) };
        self.valid_for = Some((view.key, filter.to_owned(), folded.clone()));
    }

    /// Where a code stands among the rows shown.
    pub fn position(&self, view: &CodeTreeView, code: Option<RecordId>) -> Option<usize> {
        self.rows.iter().position(|row| view.rows.get(row.index).map(|row| row.id) == code && code.is_some())
    }
}

fn has_children(view: &CodeTreeView, index: usize) -> bool {
    let depth = |index: usize| view.rows.get(index).map(|row| row.depth);
    depth(index + 1) > depth(index)
}

fn unfolded(view: &CodeTreeView, folded: &BTreeSet<RecordId>) -> Vec<Row> {
    let mut shown = Vec::new();
    let mut hidden_below = usize::MAX;
    for (index, row) in view.rows.iter().enumerate() {
        if row.depth > hidden_below {
            continue;
        }
        let closed = folded.contains(&row.id);
        hidden_below = if closed { row.depth } else { usize::MAX };
        shown.push(Row { index, found: true, folded: has_children(view, index).then_some(closed) });
    }
    shown
}

fn filtered(view: &CodeTreeView, words: &[Folded]) -> Vec<Row> {
    let mut shown = Vec::new();
    let mut above: Vec<(usize, bool)> = Vec::new();
    for (index, row) in view.rows.iter().enumerate() {
        above.retain(|(parent, _)| view.rows.get(*parent).is_some_and(|parent| parent.depth < row.depth));
        let found = matches(row, words);
        if found {
            for (parent, shown_already) in &mut above {
                if !std::mem::replace(shown_already, true) {
                    shown.push(Row { index: *parent, found: false, folded: None });
                }
            }
            shown.push(Row { index, found, folded: None });
        }
        above.push((index, found));
    }
    shown
}

/// Whether each word begins a word of the name or of the definition.
fn matches(row: &CodeRow, words: &[Folded]) -> bool {
    let (label, definition) = (Folded::new(&row.label), Folded::new(&row.definition));
    words.iter().all(|word| label.word_beginning(word).or_else(|| definition.word_beginning(word)).is_some())
}
