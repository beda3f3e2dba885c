//! The occurrences in a text that is at hand.

use super::sets::Sets;
use crate::analysis::{Analyser, Token};
use crate::query::{Leaf, Query};
use crate::snapshot::Snapshot;
use foldhash::HashSet;
use regex::Regex;
use std::sync::Arc;

/// What is looked for, ready to be found in any text.
#[derive(Debug)]
pub(super) struct Finder {
    analyser: Arc<Analyser>,
    looks: Vec<Look>,
}

/// A leaf that is looked for.
#[derive(Debug)]
enum Look {
    /// Distances from the first word, with the forms that may stand there.
    Words(Vec<(u32, HashSet<String>)>),
    Pattern(Arc<Regex>),
}

impl Finder {
    pub fn new(snapshot: &Snapshot, query: &Query, sets: &Sets) -> Finder {
        let forms = |leaf: usize, item: usize| -> HashSet<String> {
            let segments = snapshot.segments().iter().enumerate();
            let of_segment = segments.flat_map(|(place, segment)| {
                sets.of(place, leaf)[item].iter().map(|form| segment.forms.form(*form).to_owned())
            });
            of_segment.collect()
        };
        let look = |leaf: usize| match &query.leaves[leaf] {
            Leaf::Word(_) => Look::Words(vec![(0, forms(leaf, 0))]),
            Leaf::Phrase(items) => {
                let items = items.iter().enumerate();
                Look::Words(items.map(|(place, (offset, _))| (*offset, forms(leaf, place))).collect())
            }
            Leaf::Pattern(pattern) => Look::Pattern(Arc::clone(pattern)),
        };
        let looks = query.wanted().into_iter().map(look).collect();
        Finder { analyser: Arc::clone(&snapshot.analyser), looks }
    }

    /// The occurrences in a text, in order, each once: scalars, half-open.
    pub fn find(&self, text: &str) -> Vec<(u32, u32)> {
        let words = self.looks.iter().any(|look| matches!(look, Look::Words(_)));
        let tokens = if words { self.analyser.tokens(text) } else { Vec::new() };
        let mut found = Vec::new();
        for look in &self.looks {
            match look {
                Look::Words(items) => in_a_row(&tokens, items, &mut found),
                Look::Pattern(pattern) => matches(text, pattern, &mut found),
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn in_a_row(tokens: &[Token], items: &[(u32, HashSet<String>)], found: &mut Vec<(u32, u32)>) {
    let Some(((_, first), rest)) = items.split_first() else { return };
    let mut done = None;
    for token in tokens.iter().filter(|token| first.contains(&token.form)) {
        if done == Some(token.position) {
            continue;
        }
        let at = |(offset, forms): &(u32, HashSet<String>)| {
            let position = token.position + offset;
            let from = tokens.partition_point(|other| other.position < position);
            let there = tokens[from..].iter().take_while(|other| other.position == position);
            there.into_iter().find(|other| forms.contains(&other.form))
        };
        let mut span = (token.start, token.end);
        let whole = rest.iter().all(|item| {
            at(item).is_some_and(|other| {
                span = (span.0.min(other.start), span.1.max(other.end));
                true
            })
        });
        if whole {
            done = Some(token.position);
            found.push(span);
        }
    }
}

fn matches(text: &str, pattern: &Regex, found: &mut Vec<(u32, u32)>) {
    let (mut byte, mut scalar) = (0, 0);
    for hit in pattern.find_iter(text).filter(|hit| !hit.is_empty()) {
        let start = scalar + model::text::scalars(&text[byte..hit.start()]);
        let end = start + model::text::scalars(hit.as_str());
        (byte, scalar) = (hit.end(), end);
        found.push((start, end));
    }
}
