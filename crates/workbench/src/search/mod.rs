//! Searching the study: the index kept in step with it, and what is asked of it.

pub(crate) mod keeping;
mod passages;
mod scope;

pub use index::{Hit, Order, QueryError, Results, Snapshot};
pub use passages::{FoundPassage, Unit};
pub use scope::{Asked, Coded, Scoped, Voice, Voices, Where};

use crate::engine::Engine;
use crate::env;
use crate::failure::Failure;
use index::{Query, Request, SearchError};
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

/// A search is given up after so long: long enough for any study, too short to wonder.
const PATIENCE: Duration = Duration::from_secs(5);

/// A search with everything it needs: it can be carried out anywhere, while the study goes on.
#[derive(Debug, Clone)]
pub struct Search {
    /// What is searched.
    pub snapshot: Arc<Snapshot>,
    /// Where, and for whom is counted.
    pub scoped: Arc<Scoped>,
    /// What is asked.
    pub asked: Asked,
    /// The study's words that say nothing by themselves, folded.
    pub stop_words: Arc<HashSet<String>>,
}

impl Search {
    /// Carries the search out.
    ///
    /// # Errors
    /// When the query cannot be answered, takes too long, or the index is damaged.
    pub fn run(&self) -> Result<Results, Failure> {
        let asked = &self.asked;
        let query = match &asked.like {
            Some(passage) => {
                let is_stop = |word: &str| self.stop_words.contains(index::analysis::fold(word).as_str());
                self.snapshot.like_this(passage, &is_stop).ok_or(QueryError::Empty)?
            }
            None => Query::parse(&asked.query, asked.exact, self.snapshot.analyser())?,
        };
        let late = env::deadline(PATIENCE);
        let request = Request {
            query: &query,
            scope: &self.scoped.scope,
            order: asked.order,
            limit: asked.limit,
            context: asked.context,
            stop: &late,
        };
        Ok(self.snapshot.search(&request)?)
    }
}

impl From<SearchError> for Failure {
    fn from(error: SearchError) -> Failure {
        match error {
            SearchError::Query(error) => Failure::Query(error),
            SearchError::Index(error) => Failure::Index(error),
            other => Failure::Index(index::IndexError::Damaged(other.to_string())),
        }
    }
}

impl Engine {
    /// Prepares a search over the study as it is now; the index is brought up to date first.
    ///
    /// # Errors
    /// When a text cannot be read.
    pub fn search(&mut self, asked: &Asked) -> Result<Search, Failure> {
        let snapshot = self.index()?;
        let scoped = self.scoped(asked);
        let stop_words = Arc::new(crate::answers::terms::study_stop_words(&self.seen()));
        Ok(Search { snapshot, scoped, asked: asked.clone(), stop_words })
    }

    /// Searches, and makes the index anew where it turns out to be damaged.
    ///
    /// # Errors
    /// When the query cannot be answered, or a text cannot be read.
    pub fn find(&mut self, asked: &Asked) -> Result<(Results, Arc<Scoped>), Failure> {
        let search = self.search(asked)?;
        match search.run() {
            Err(Failure::Index(_)) => {
                self.forget_index();
                let search = self.search(asked)?;
                Ok((search.run()?, search.scoped))
            }
            found => Ok((found?, search.scoped)),
        }
    }
}
