//! What is asked for: words, phrases, prefixes, exclusions, regular expressions.
//!
//! The language is that of search engines, and is read with tolerance: a quotation mark that is not closed
//! closes at the end, a parenthesis too many is left out, an operator with nothing to join is left out.
//!
//! | written | means |
//! |---|---|
//! | `mal dos` | turns with both words; every occurrence of either in them is a hit |
//! | `mal OU dos`, `mal OR dos` | either |
//! | `-mot`, `SAUF mot`, `NOT mot` | turns without it |
//! | `"mal de dos"` | these words in a row, never across turns |
//! | `dé*`, `*tion` | words that begin, or end, so |
//! | `outl~`, `outl~2` | words that are nearly written so (1 letter; 2 from 8 letters on) |
//! | `peut-être` | the compound; the phrase "peut être" finds it with and without the hyphen |
//! | `/dou+leur/` | a regular expression on the verbatim, case aside |

mod fault;
mod item;
mod lex;
mod parse;

pub use fault::RegexFault;
pub use item::{Item, Leaf};

use crate::analysis::Analyser;

/// At most so many words, phrases and expressions are joined in one query.
pub const MOST_LEAVES: usize = 200;
/// Parentheses may be nested so deeply.
pub const DEEPEST: usize = 64;
/// A phrase may have so many words: a whole paragraph can be looked for.
pub const LONGEST_PHRASE: usize = 4_000;

/// How leaves are joined.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A leaf, by its place among the leaves.
    Leaf(usize),
    /// All of them in one turn.
    And(Vec<Node>),
    /// At least one of them.
    Or(Vec<Node>),
    /// Not it; stands inside an [`Node::And`] only.
    Not(Box<Node>),
}

/// A query that was understood.
#[derive(Debug, Clone)]
pub struct Query {
    pub(crate) root: Node,
    pub(crate) leaves: Vec<Leaf>,
}

/// Why a query cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// It holds no word.
    #[error("there is no word to look for")]
    Empty,
    /// It only says what to leave out.
    #[error("the query only says what to leave out")]
    OnlyExcluded,
    /// It has too many parts.
    #[error("more than {most} words in one query")]
    TooLong {
        /// How many there may be.
        most: usize,
    },
    /// Parentheses are nested too deeply.
    #[error("more than {most} parentheses inside one another")]
    TooDeep {
        /// How deeply they may be nested.
        most: usize,
    },
    /// A regular expression cannot be read.
    #[error("the expression cannot be read: {fault:?} at sign {at}")]
    Regex {
        /// What is wrong with it.
        fault: RegexFault,
        /// At which of its signs, counted from 1.
        at: usize,
    },
    /// A regular expression would need too much memory.
    #[error("the expression is too large")]
    RegexTooLarge,
    /// The search took longer than was allowed.
    #[error("the search took too long")]
    TookTooLong,
}

impl Query {
    /// Reads a query. `exact` takes words as they are written, case aside.
    ///
    /// # Errors
    /// When there is nothing to look for, or too much.
    pub fn parse(text: &str, exact: bool, analyser: &Analyser) -> Result<Query, QueryError> {
        use unicode_normalization::UnicodeNormalization;
        let text: String = text.nfc().collect();
        parse::parse(&text, exact, analyser)
    }

    /// Any of some words, in whatever form: what "passages like this one" looks for.
    pub(crate) fn any_of(forms: Vec<String>) -> Option<Query> {
        let leaves: Vec<Leaf> = forms.into_iter().map(|form| Leaf::Word(Item::Like(form))).collect();
        let root = match leaves.len() {
            0 => return None,
            1 => Node::Leaf(0),
            count => Node::Or((0..count).map(Node::Leaf).collect()),
        };
        Some(Query { root, leaves })
    }

    /// The leaves that are looked for, in order; those that are excluded are not among them.
    pub(crate) fn wanted(&self) -> Vec<usize> {
        fn walk(node: &Node, wanted: &mut Vec<usize>) {
            match node {
                Node::Leaf(leaf) => wanted.push(*leaf),
                Node::And(nodes) | Node::Or(nodes) => nodes.iter().for_each(|node| walk(node, wanted)),
                Node::Not(_) => {}
            }
        }
        let mut wanted = Vec::new();
        walk(&self.root, &mut wanted);
        wanted
    }
}

#[cfg(test)]
mod tests;
