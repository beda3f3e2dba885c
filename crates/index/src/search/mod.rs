//! Searching: exact totals from postings, exact places from the text of the parts that are shown.
//!
//! An occurrence is a passage that one word, phrase or expression of the query finds in a part (turn,
//! paragraph, field) that fits the whole query. Passages with the same edges count once.

mod count;
mod find;
mod hits;
mod phrase;
mod rank;
mod scan;
mod sets;

use crate::document::Kind;
use crate::error::IndexError;
use crate::query::{Leaf, Node, Query, QueryError};
use crate::scope::{Class, Laid, Scope};
use crate::segment::Segment;
use crate::snapshot::Snapshot;
use find::Finder;
use model::RecordId;
use sets::Sets;
pub(crate) use sets::each_posting;
use std::sync::Arc;
use tantivy::DocId;

/// In which order hits come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// As in the texts: for reading in context.
    #[default]
    Text,
    /// The part that has most to say first (BM25; Robertson and Zaragoza 2009): for discovery.
    Rank,
}

/// What is asked of an index.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// What is looked for.
    pub query: &'a Query,
    /// Where.
    pub scope: &'a Scope,
    /// In which order hits come.
    pub order: Order,
    /// At most so many hits are given in full; totals do not depend on it.
    pub limit: usize,
    /// So many scalars of the text are given on either side of a hit.
    pub context: u32,
    /// Asked now and then; the search ends when it says so.
    pub stop: &'a (dyn Fn() -> bool + Sync),
}

impl std::fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Request")
            .field("query", self.query)
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}

/// One occurrence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    /// The interview, memo or code.
    pub owner: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// Which part of it, counted from 0: of an interview, the turn.
    pub part: u32,
    /// Whom it is counted for.
    pub class: Class,
    /// First scalar of it in the text of its owner.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Its words.
    pub text: String,
    /// The text before it.
    pub before: String,
    /// The text after it.
    pub after: String,
}

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Results {
    /// How many occurrences there are.
    pub total: u64,
    /// How many there are for each class.
    pub counts: Vec<u64>,
    /// In how many parts they lie.
    pub parts: u64,
    /// The first of them, in the order that was asked for.
    pub hits: Vec<Hit>,
}

/// Why a search gave no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SearchError {
    /// The query cannot be answered.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The index cannot be read: it must be made again.
    #[error(transparent)]
    Index(#[from] IndexError),
}

impl From<tantivy::TantivyError> for SearchError {
    fn from(error: tantivy::TantivyError) -> SearchError {
        SearchError::Index(error.into())
    }
}

impl From<std::io::Error> for SearchError {
    fn from(error: std::io::Error) -> SearchError {
        SearchError::Index(error.into())
    }
}

/// What a segment holds of an answer.
#[derive(Debug, Default)]
struct Found {
    total: u64,
    counts: Vec<u64>,
    parts: u64,
    /// The parts that come first, with the key that orders them over all segments.
    best: Vec<(u64, DocId)>,
}

impl Found {
    fn count(&mut self, class: Class, occurrences: u64) {
        let class = usize::from(class);
        if self.counts.len() <= class {
            self.counts.resize(class + 1, 0);
        }
        self.counts[class] += occurrences;
        self.total += occurrences;
    }
}

/// How the occurrences of a query are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    /// Every part with one of the words fits: their postings say everything.
    Words,
    /// Which parts fit is found first; then the postings say how many occurrences there are.
    Sets,
    /// Occurrences are counted in the text of the parts that fit.
    Text,
}

impl Snapshot {
    /// Looks for something.
    ///
    /// # Errors
    /// When it was stopped, or the index cannot be read.
    pub fn search(&self, request: &Request<'_>) -> Result<Results, SearchError> {
        let laid = self.lay(request.scope);
        let way = way(request);
        let sets = Sets::new(self, request.query);
        let finder = Finder::new(self, request.query, &sets);
        let one = |place: usize| {
            let view =
                View { snapshot: self, place, laid: &laid[place], request, sets: &sets, finder: &finder };
            view.found(way)
        };
        let mut found = every_segment(self.segments(), one)?;
        if request.order == Order::Rank {
            rank::order(self, &laid, request, &sets, &mut found)?;
        }
        hits::results(self, &laid, request, &finder, found)
    }
}

/// Segments one after the other, or, where there is much to read, at once.
fn every_segment(
    segments: &[Segment],
    one: impl Fn(usize) -> Result<Found, SearchError> + Sync,
) -> Result<Vec<Found>, SearchError> {
    use rayon::prelude::*;
    let parts: u32 = segments.iter().map(|segment| segment.reader.max_doc()).sum();
    if segments.len() > 1 && parts > 100_000 {
        return (0..segments.len()).into_par_iter().map(&one).collect();
    }
    (0..segments.len()).map(one).collect()
}

fn way(request: &Request<'_>) -> Way {
    let wanted = request.query.wanted();
    let leaf = |leaf: &usize| &request.query.leaves[*leaf];
    let phrases = wanted.iter().map(leaf).filter(|leaf| !matches!(leaf, Leaf::Word(_))).count();
    let patterns = wanted.iter().map(leaf).any(|leaf| matches!(leaf, Leaf::Pattern(_)));
    // A phrase and a compound, or two phrases, may be one and the same passage: only the text tells.
    if request.scope.is_restricted() || patterns || phrases > 1 || phrases == 1 && wanted.len() > 1 {
        return Way::Text;
    }
    match &request.query.root {
        Node::Leaf(_) if phrases == 0 => Way::Words,
        Node::Or(nodes) if phrases == 0 && nodes.iter().all(|node| matches!(node, Node::Leaf(_))) => {
            Way::Words
        }
        _ => Way::Sets,
    }
}

/// One segment under a request.
struct View<'a> {
    snapshot: &'a Snapshot,
    place: usize,
    laid: &'a Arc<Laid>,
    request: &'a Request<'a>,
    sets: &'a Sets,
    finder: &'a Finder,
}

impl View<'_> {
    fn segment(&self) -> &Segment {
        &self.snapshot.segments()[self.place]
    }

    fn found(&self, way: Way) -> Result<Found, SearchError> {
        if (self.request.stop)() {
            return Err(QueryError::TookTooLong.into());
        }
        match way {
            Way::Words => self.count_words(None),
            Way::Sets => {
                let docs = self.fitting(&self.request.query.root, None)?;
                match self.only_phrase() {
                    Some(leaf) => self.count_phrase(leaf, &docs),
                    None => self.count_words(Some(&docs)),
                }
            }
            Way::Text => {
                let docs = self.fitting(&self.request.query.root, None)?;
                self.count_in_text(&docs)
            }
        }
    }

    fn only_phrase(&self) -> Option<usize> {
        let wanted = self.request.query.wanted();
        wanted.into_iter().find(|leaf| matches!(self.request.query.leaves[*leaf], Leaf::Phrase(_)))
    }

    fn class(&self, doc: DocId) -> Class {
        self.laid.classes.get(doc as usize).copied().unwrap_or_default()
    }
}
