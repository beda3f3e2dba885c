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

/// The words of a tree, folded once for as long as the tree stays the same.
#[derive(Debug, Default)]
pub(crate) struct Folds {
    of: Option<u64>,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    label: Folded,
    path: Folded,
    definition: Folded,
}

impl Folds {
    /// Follows the tree.
    pub fn update(&mut self, tree: &CodeTreeView) {
        if self.of != Some(tree.key) {
            self.of = Some(tree.key);
            self.rows = tree.rows.iter().map(Row::new).collect();
        }
    }

    /// The codes in which every typed word is found: at the beginning of a word of the name, of the names
    /// above it, of the definition, or else inside the name. Without anything typed, the codes used most.
    /// `among` are the codes that what was typed before already meant: more letters find no others.
    pub fn matches(&self, tree: &CodeTreeView, typed: &str, among: Option<&[usize]>) -> Vec<Match> {
        let words = query(typed);
        let all: Vec<usize>;
        let among = match among {
            Some(among) => among,
            None => {
                all = (0..self.rows.len()).collect();
                &all
            }
        };
        let mut found: Vec<_> = among
            .iter()
            .filter_map(|index| {
                let (index, row, code) = (*index, self.rows.get(*index)?, tree.rows.get(*index)?);
                let (cost, typed) = row.fit(&words)?;
                Some(((cost, Reverse(code.own), index), Match { index, typed }))
            })
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, found)| found).collect()
    }

    /// Whether a code already has the typed name.
    pub fn has(&self, typed: &str) -> bool {
        let name = Folded::new(typed.trim());
        self.rows.iter().any(|row| row.label.same_letters(&name))
    }
}

impl Row {
    fn new(row: &CodeRow) -> Self {
        Self {
            label: Folded::new(&row.label),
            path: Folded::new(&row.path),
            definition: Folded::new(&row.definition),
        }
    }

    fn fit(&self, words: &[Folded]) -> Option<(u32, Vec<Range<usize>>)> {
        let (mut cost, mut typed) = (0, Vec::new());
        for word in words {
            if let Some(range) = self.label.word_beginning(word) {
                cost += if range.start == 0 { LABEL_BEGIN } else { LABEL_WORD };
                typed.push(range);
            } else if self.path.word_beginning(word).is_some() {
                cost += PATH_WORD;
            } else if self.definition.word_beginning(word).is_some() {
                cost += DEFINITION_WORD;
            } else {
                cost += LABEL_INSIDE;
                typed.push(self.label.inside(word)?);
            }
        }
        typed.sort_by_key(|range| range.start);
        Some((cost, typed))
    }
}
