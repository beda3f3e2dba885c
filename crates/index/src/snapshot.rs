//! A state of the index that can be searched while the index goes on.

use crate::analysis::Analyser;
use crate::error::IndexError;
use crate::schema::Fields;
use crate::scope::{Laid, Scope, bases};
use crate::segment::{Run, Segment};
use foldhash::HashMap;
use model::RecordId;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::schema::Value as _;
use tantivy::{DocAddress, Searcher, TantivyDocument};

/// So many laid scopes are remembered: the one in use and a few before it, over all segments.
const REMEMBERED: usize = 24;

/// A state of the index.
pub struct Snapshot {
    pub(crate) analyser: Arc<Analyser>,
    fields: Fields,
    searcher: Option<Searcher>,
    segments: Vec<Segment>,
    laid: Mutex<Vec<Arc<Laid>>>,
}

impl std::fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Snapshot").field("segments", &self.segments).finish_non_exhaustive()
    }
}

/// One part as it is kept.
#[derive(Debug, Default, Clone)]
pub(crate) struct Kept {
    pub gap: String,
    pub said: String,
    pub tail: String,
}

impl Snapshot {
    pub(crate) fn empty(analyser: Arc<Analyser>, fields: Fields) -> Snapshot {
        Snapshot { analyser, fields, searcher: None, segments: Vec::new(), laid: Mutex::default() }
    }

    pub(crate) fn new(
        analyser: Arc<Analyser>,
        fields: Fields,
        searcher: Searcher,
        segments: Vec<Segment>,
    ) -> Snapshot {
        Snapshot { analyser, fields, searcher: Some(searcher), segments, laid: Mutex::default() }
    }

    /// By which rules it was made, and queries are to be read.
    #[must_use]
    pub fn analyser(&self) -> &Analyser {
        &self.analyser
    }

    /// The field that is searched.
    pub(crate) fn said(&self) -> tantivy::schema::Field {
        self.fields.said
    }

    pub(crate) fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The documents that it holds, with their versions.
    #[must_use]
    pub fn held(&self) -> HashMap<RecordId, u64> {
        self.segments.iter().flat_map(Segment::alive).map(|run| (run.owner, run.version)).collect()
    }

    /// The scope laid over each segment, from memory where it was laid before.
    pub(crate) fn lay(&self, scope: &Scope) -> Vec<Arc<Laid>> {
        let mut remembered = self.laid.lock().unwrap_or_else(PoisonError::into_inner);
        let known = |segment: &Segment, remembered: &[Arc<Laid>]| {
            let key = Laid::key(segment, scope);
            remembered.iter().find(|laid| laid.key == key).map(Arc::clone)
        };
        if self.segments.iter().any(|segment| known(segment, &remembered).is_none()) {
            let bases = bases(&self.segments, scope);
            let new = self.segments.iter().map(|segment| Arc::new(Laid::new(segment, scope, &bases)));
            remembered.extend(new);
            let surplus = remembered.len().saturating_sub(REMEMBERED.max(self.segments.len()));
            remembered.drain(..surplus);
        }
        self.segments.iter().filter_map(|segment| known(segment, &remembered)).collect()
    }

    /// One part of a document.
    pub(crate) fn kept(&self, segment: usize, doc: u32) -> Result<Kept, IndexError> {
        let Some(searcher) = &self.searcher else { return Ok(Kept::default()) };
        let segment = u32::try_from(segment).unwrap_or(u32::MAX);
        let row: TantivyDocument = searcher.doc(DocAddress::new(segment, doc))?;
        Ok(self.kept_of(&row))
    }

    pub(crate) fn kept_of(&self, row: &TantivyDocument) -> Kept {
        let text = |field| {
            row.get_first(field).and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
        };
        Kept { gap: text(self.fields.gap), said: text(self.fields.said), tail: text(self.fields.tail) }
    }

    /// Where the document of an owner lies.
    pub(crate) fn find(&self, owner: RecordId) -> Option<(usize, &Run)> {
        self.segments.iter().enumerate().find_map(|(place, segment)| {
            segment.alive().find(|run| run.owner == owner).map(|run| (place, run))
        })
    }

    /// The whole text of a document, as it was taken in: for comparing an index with another.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn text(&self, owner: RecordId) -> Result<Option<String>, IndexError> {
        let Some((segment, run)) = self.find(owner) else { return Ok(None) };
        let mut text = String::new();
        for doc in run.first..run.first + run.parts {
            let kept = self.kept(segment, doc)?;
            text.extend([kept.gap, kept.said, kept.tail]);
        }
        Ok(Some(text))
    }

    /// How many bytes of memory the vocabulary and the laid scopes take, about.
    #[must_use]
    pub fn vocabulary(&self) -> usize {
        self.segments.iter().map(|segment| segment.forms.len()).sum()
    }
}
