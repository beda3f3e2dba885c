//! Which codes a typed text means, the best first.

use crate::folding::{Folded, query};
use std::cmp::Reverse;
use std::ops::Range;
use workbench::views::{CodeRow, CodeTreeView};

/// One code that the typed text may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Match {
    /// Its index in the tree.
    pub index: usize,
    /// Scalars of its name that were typed.
    pub typed: Vec<Range<usize>>,
}

/// How well a word fits: the smaller the better.
const LABEL_BEGIN: u32 = 0;
const LABEL_WORD: u32 = 1;
const PATH_WORD: u32 = 3;
const DEFINITION_WORD: u32 = 4;
const LABEL_INSIDE: u32 = 6;

/// The codes in which every typed word is found: at the beginning of a word of the name, of the names above
/// it, of the definition, or else inside the name. Without anything typed, the codes used most.
pub(crate) fn matches(tree: &CodeTreeView, typed: &str) -> Vec<Match> {
    let words = query(typed);
    let mut found: Vec<_> = tree
        .rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| {
            let (cost, typed) = fit(row, &words)?;
            Some(((cost, Reverse(row.own), index), Match { index, typed }))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, found)| found).collect()
}

/// Whether a code already has the typed name.
pub(crate) fn exists(tree: &CodeTreeView, typed: &str) -> bool {
    let name = Folded::new(typed.trim());
    tree.rows.iter().any(|row| Folded::new(&row.label) == name)
}

fn fit(row: &CodeRow, words: &[Folded]) -> Option<(u32, Vec<Range<usize>>)> {
    let label = Folded::new(&row.label);
    let (path, definition) = (Folded::new(&row.path), Folded::new(&row.definition));
    let (mut cost, mut typed) = (0, Vec::new());
    for word in words {
        if let Some(range) = label.word_beginning(word) {
            cost += if range.start == 0 { LABEL_BEGIN } else { LABEL_WORD };
            typed.push(range);
        } else if path.word_beginning(word).is_some() {
            cost += PATH_WORD;
        } else if definition.word_beginning(word).is_some() {
            cost += DEFINITION_WORD;
        } else {
            cost += LABEL_INSIDE;
            typed.push(label.inside(word)?);
        }
    }
    typed.sort_by_key(|range| range.start);
    Some((cost, typed))
}
