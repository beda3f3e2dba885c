//! Small indexes in memory, made of turns as people write them.
#![allow(clippy::unwrap_used)] // a test that cannot go on fails
#![allow(dead_code)] // each test uses its part

use index::{
    Document, Hit, Home, Index, Kind, Order, Parts, Passages, Query, Request, Results, Scope, SearchError,
};
use model::RecordId;
use model::text::{TextIndex, scalars};
use model::value::Language;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// One participant's words are counted under this class; an interviewer's are class 0.
pub const PARTICIPANT: u16 = 1;

pub fn id(number: u128) -> RecordId {
    RecordId(uuid::Uuid::from_u128(number))
}

/// A text of turns, one a line: `I: …` is the interviewer's.
pub struct Corpus {
    pub text: String,
    pub parts: Vec<(u32, u32)>,
    pub classes: Vec<u16>,
}

impl Corpus {
    pub fn of<'a>(turns: impl IntoIterator<Item = &'a str>) -> Corpus {
        let mut corpus = Corpus { text: String::new(), parts: Vec::new(), classes: Vec::new() };
        for turn in turns {
            let (label, said) = turn.split_once(": ").unwrap_or(("P", turn));
            corpus.text.push_str(label);
            corpus.text.push_str(" : ");
            let start = scalars(&corpus.text);
            // As an import does.
            corpus.text.extend(said.nfc());
            corpus.parts.push((start, scalars(&corpus.text)));
            corpus.classes.push(if label == "I" { 0 } else { PARTICIPANT });
            corpus.text.push('\n');
        }
        corpus
    }

    pub fn document(&self, number: u128) -> Document {
        Document {
            owner: id(number),
            kind: Kind::Verbatim,
            version: 1,
            text: Arc::new(TextIndex::new(self.text.as_str())),
            parts: self.parts.clone(),
        }
    }

    pub fn searched(&self, number: u128) -> (RecordId, Parts, Passages) {
        (id(number), Parts::Each(self.classes.clone()), Passages::default())
    }
}

/// An index in memory over some corpora, numbered from 1.
pub fn index_of(corpora: &[Corpus], language: Language) -> Index {
    let mut index = Index::open(Home::Memory, language).unwrap();
    let documents = corpora.iter().zip(1..).map(|(corpus, number)| corpus.document(number));
    index.update(documents, &[], 0, "1").unwrap();
    index
}

pub fn scope_of(corpora: &[Corpus]) -> Scope {
    Scope::new(corpora.iter().zip(1..).map(|(corpus, number)| corpus.searched(number)))
}

/// Everything that a query finds.
pub fn search(index: &Index, scope: &Scope, query: &str, exact: bool) -> Result<Results, SearchError> {
    search_in_order(index, scope, query, exact, Order::Text)
}

pub fn search_in_order(
    index: &Index,
    scope: &Scope,
    query: &str,
    exact: bool,
    order: Order,
) -> Result<Results, SearchError> {
    let snapshot = index.snapshot();
    let query = Query::parse(query, exact, snapshot.analyser())?;
    snapshot.search(&Request { query: &query, scope, order, limit: usize::MAX, context: 8, stop: &|| false })
}

/// The words of the hits.
pub fn texts(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.text.as_str()).collect()
}
