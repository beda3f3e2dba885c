//! Reading the text of parts: for expressions, and where only the text tells.

use super::count::First;
use super::{Found, SearchError, View};
use crate::query::QueryError;
use crate::snapshot::Kept;
use rayon::prelude::*;
use regex::Regex;
use tantivy::{DocId, TantivyDocument};

/// So many parts are read by one thread before it asks whether to stop.
const AT_ONCE: usize = 512;

impl View<'_> {
    /// The parts among some whose text matches an expression.
    pub(super) fn matching(&self, pattern: &Regex, among: &[DocId]) -> Result<Vec<DocId>, SearchError> {
        let read = self.read(among, |doc, kept| {
            let mut hits = pattern.find_iter(&kept.said);
            hits.any(|hit| !hit.is_empty()).then_some(doc)
        })?;
        Ok(read)
    }

    /// Counts in the text of some parts.
    pub(super) fn count_in_text(&self, docs: &[DocId]) -> Result<Found, SearchError> {
        let docs: Vec<DocId> = docs.iter().copied().filter(|doc| self.may_hold(*doc)).collect();
        let counted = self.read(&docs, |doc, kept| {
            let count = self.occurrences(doc, &kept.said).len();
            (count > 0).then_some((doc, count as u64))
        })?;
        let mut found = Found { parts: counted.len() as u64, ..Found::default() };
        let mut first = First::new(self.needed());
        for (doc, count) in counted {
            found.count(self.class(doc), count);
            first.offer(u64::from(self.laid.order[doc as usize]), doc);
        }
        found.best = first.take();
        Ok(found)
    }

    /// The occurrences in a part that lie where the scope keeps to, in scalars of the part.
    fn occurrences(&self, doc: DocId, said: &str) -> Vec<(u32, u32)> {
        let mut found = self.finder.find(said);
        if self.request.scope.is_restricted()
            && let Some(passages) = self.owner(doc).and_then(|owner| self.request.scope.passages(owner))
        {
            let base = self.segment().starts[doc as usize];
            found.retain(|(start, end)| passages.hold(base + start, base + end));
        }
        found
    }

    fn owner(&self, doc: DocId) -> Option<model::RecordId> {
        let runs = &self.segment().runs;
        let after = runs.partition_point(|run| run.first <= doc);
        after.checked_sub(1).map(|at| runs[at].owner)
    }

    /// False for a part that no passage of the scope reaches: it need not be read.
    fn may_hold(&self, doc: DocId) -> bool {
        let Some(passages) = self.owner(doc).and_then(|owner| self.request.scope.passages(owner)) else {
            return true;
        };
        let start = self.segment().starts[doc as usize];
        passages.within.as_ref().is_none_or(|within| within.iter().any(|(_, end)| *end > start))
    }

    /// Reads some parts, many at once, and keeps what is made of them, in order.
    fn read<T: Send>(
        &self,
        docs: &[DocId],
        make: impl Fn(DocId, &Kept) -> Option<T> + Sync,
    ) -> Result<Vec<T>, SearchError> {
        let chunk = |docs: &[DocId]| -> Result<Vec<T>, SearchError> {
            if (self.request.stop)() {
                return Err(QueryError::TookTooLong.into());
            }
            let store = self.segment().reader.get_store_reader(1)?;
            let mut made = Vec::new();
            for doc in docs {
                let row: TantivyDocument = store.get(*doc)?;
                made.extend(make(*doc, &self.snapshot.kept_of(&row)));
            }
            Ok(made)
        };
        let made: Result<Vec<Vec<T>>, SearchError> = docs.par_chunks(AT_ONCE).map(chunk).collect();
        Ok(made?.into_iter().flatten().collect())
    }
}
