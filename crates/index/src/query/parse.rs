//! From signs to a query. Never fails for what is merely unfinished.

use super::item::{self, Leaf};
use super::lex::{Sign, signs};
use super::{DEEPEST, LONGEST_PHRASE, MOST_LEAVES, Node, Query, QueryError};
use crate::analysis::Analyser;
use regex::RegexBuilder;
use std::sync::Arc;

/// A compiled expression may take so many bytes.
const LARGEST: usize = 1 << 20;
/// And so many for what it remembers while it runs.
const LARGEST_MEMORY: usize = 4 << 20;

pub(super) fn parse(text: &str, exact: bool, analyser: &Analyser) -> Result<Query, QueryError> {
    let mut signs = signs(text);
    if !signs.iter().any(|sign| matches!(sign, Sign::Chunk(_) | Sign::Phrase(_) | Sign::Pattern(_))) {
        // `OU` alone is the word.
        let only = text.trim().trim_matches(|c| matches!(c, '(' | ')' | '-'));
        signs = vec![Sign::Chunk(only.to_lowercase())];
    }
    let mut parser = Parser { signs: signs.into_iter().peekable(), exact, analyser, leaves: Vec::new() };
    let mut parts = Vec::new();
    while parser.signs.peek().is_some() {
        parts.extend(parser.either(0)?);
        // A parenthesis that closes nothing is left out.
        parser.signs.next_if_eq(&Sign::Close);
    }
    let root = all(parts).ok_or(QueryError::Empty)?;
    if !finds(&root) {
        return Err(QueryError::OnlyExcluded);
    }
    Ok(Query { root, leaves: parser.leaves })
}

struct Parser<'a> {
    signs: std::iter::Peekable<std::vec::IntoIter<Sign>>,
    exact: bool,
    analyser: &'a Analyser,
    leaves: Vec<Leaf>,
}

impl Parser<'_> {
    fn either(&mut self, depth: usize) -> Result<Option<Node>, QueryError> {
        let mut parts = Vec::new();
        loop {
            parts.extend(self.both(depth)?);
            if self.signs.next_if_eq(&Sign::Or).is_none() {
                break;
            }
        }
        Ok(any(parts))
    }

    fn both(&mut self, depth: usize) -> Result<Option<Node>, QueryError> {
        let mut parts = Vec::new();
        loop {
            while self.signs.next_if_eq(&Sign::And).is_some() {}
            match self.signs.peek() {
                None | Some(Sign::Or | Sign::Close) => break,
                Some(_) => parts.extend(self.one(depth)?),
            }
        }
        Ok(all(parts))
    }

    fn one(&mut self, depth: usize) -> Result<Option<Node>, QueryError> {
        let mut excluded = false;
        while self.signs.next_if_eq(&Sign::Not).is_some() {
            excluded = true;
        }
        let node = match self.signs.next() {
            Some(Sign::Open) => self.group(depth + 1)?,
            Some(Sign::Chunk(chunk)) => self.keep(item::of_chunk(&chunk, self.exact, self.analyser))?,
            Some(Sign::Phrase(text)) => self.keep(item::of_phrase(&text, self.exact, self.analyser))?,
            Some(Sign::Pattern(pattern)) => {
                let leaf = Leaf::Pattern(Arc::new(compile(&pattern)?));
                self.keep(Some(leaf))?
            }
            _ => None,
        };
        Ok(if excluded { node.map(negate) } else { node })
    }

    fn group(&mut self, depth: usize) -> Result<Option<Node>, QueryError> {
        if depth > DEEPEST {
            return Err(QueryError::TooDeep { most: DEEPEST });
        }
        let node = self.either(depth)?;
        self.signs.next_if_eq(&Sign::Close);
        Ok(node)
    }

    fn keep(&mut self, leaf: Option<Leaf>) -> Result<Option<Node>, QueryError> {
        let Some(leaf) = leaf else { return Ok(None) };
        if matches!(&leaf, Leaf::Phrase(items) if items.len() > LONGEST_PHRASE) {
            return Err(QueryError::TooLong { most: LONGEST_PHRASE });
        }
        if self.leaves.len() == MOST_LEAVES {
            return Err(QueryError::TooLong { most: MOST_LEAVES });
        }
        self.leaves.push(leaf);
        Ok(Some(Node::Leaf(self.leaves.len() - 1)))
    }
}

fn compile(pattern: &str) -> Result<regex::Regex, QueryError> {
    let mut builder = RegexBuilder::new(pattern);
    builder.case_insensitive(true).size_limit(LARGEST).dfa_size_limit(LARGEST_MEMORY).nest_limit(50);
    builder.build().map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => QueryError::RegexTooLarge,
        _ => {
            let (fault, at) = super::fault::fault(pattern);
            QueryError::Regex { fault, at }
        }
    })
}

fn negate(node: Node) -> Node {
    match node {
        Node::Not(inner) => *inner,
        node => Node::Not(Box::new(node)),
    }
}

fn all(mut parts: Vec<Node>) -> Option<Node> {
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ => Some(Node::And(parts)),
    }
}

/// Either of some parts. Leaving something out is no way to find: `a OU -b` is `a`, as far as it finds.
fn any(mut parts: Vec<Node>) -> Option<Node> {
    if parts.iter().any(finds) {
        parts.retain(finds);
    }
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ => Some(Node::Or(parts)),
    }
}

/// True when a node can find something by itself.
fn finds(node: &Node) -> bool {
    match node {
        Node::Leaf(_) => true,
        Node::And(nodes) | Node::Or(nodes) => nodes.iter().any(finds),
        Node::Not(_) => false,
    }
}
