//! Where is searched, and for whom is counted.

use crate::segment::Segment;
use foldhash::HashMap;
use model::RecordId;
use std::sync::atomic::{AtomicU64, Ordering};
use tantivy::index::SegmentId;

/// Whom an occurrence is counted for: a place in the caller's own list. 0 is nobody: not searched.
pub type Class = u16;

/// What is searched of one document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Parts {
    /// All of it, for one class.
    All(Class),
    /// The class of each part, in order.
    Each(Vec<Class>),
}

/// Passages to which a search keeps, or which it leaves out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Passages {
    /// Only occurrences that lie within one of these, in scalars, half-open; `None` for anywhere.
    pub within: Option<Vec<(u32, u32)>>,
    /// No occurrence that touches one of these.
    pub outside: Vec<(u32, u32)>,
}

impl Passages {
    /// True when nothing is restricted.
    #[must_use]
    pub fn is_everywhere(&self) -> bool {
        self.within.is_none() && self.outside.is_empty()
    }

    /// True when an occurrence counts.
    #[must_use]
    pub fn hold(&self, start: u32, end: u32) -> bool {
        let within = |(from, to): &(u32, u32)| *from <= start && end <= *to;
        // A passage without words shuts nothing out.
        let touches = |(from, to): &(u32, u32)| from < to && *from < end && start < *to;
        self.within.as_ref().is_none_or(|passages| passages.iter().any(within))
            && !self.outside.iter().any(touches)
    }
}

/// What is searched, in the order in which it is shown.
#[derive(Debug)]
pub struct Scope {
    documents: HashMap<RecordId, Searched>,
    restricted: bool,
    id: u64,
}

#[derive(Debug)]
struct Searched {
    rank: usize,
    parts: Parts,
    passages: Passages,
}

impl Scope {
    /// A scope over documents, in the order in which they are shown.
    #[must_use]
    pub fn new(documents: impl IntoIterator<Item = (RecordId, Parts, Passages)>) -> Scope {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let mut restricted = false;
        let documents = documents.into_iter().enumerate().map(|(rank, (owner, parts, passages))| {
            restricted |= !passages.is_everywhere();
            (owner, Searched { rank, parts, passages })
        });
        let documents = documents.collect();
        Scope { documents, restricted, id: COUNT.fetch_add(1, Ordering::Relaxed) }
    }

    /// True when a search keeps to passages, or leaves some out.
    pub(crate) fn is_restricted(&self) -> bool {
        self.restricted
    }

    pub(crate) fn passages(&self, owner: RecordId) -> Option<&Passages> {
        self.documents.get(&owner).map(|searched| &searched.passages)
    }
}

/// A scope laid over one segment.
#[derive(Debug)]
pub(crate) struct Laid {
    /// The segment and scope, and what of the segment is alive.
    pub key: (SegmentId, u32, u64),
    /// The class of each part.
    pub classes: Vec<Class>,
    /// The place of each part in the order of the text, over all segments.
    pub order: Vec<u32>,
    /// The highest class of any part.
    pub highest: Class,
    /// Words of all parts that are searched: for ranking.
    pub searched: u32,
}

impl Laid {
    pub fn key(segment: &Segment, scope: &Scope) -> (SegmentId, u32, u64) {
        (segment.id, segment.reader.num_deleted_docs(), scope.id)
    }

    pub fn new(segment: &Segment, scope: &Scope, bases: &HashMap<RecordId, u32>) -> Laid {
        let count = segment.reader.max_doc() as usize;
        let mut laid = Laid {
            key: Laid::key(segment, scope),
            classes: vec![0; count],
            order: vec![u32::MAX; count],
            highest: 0,
            searched: 0,
        };
        for run in segment.alive() {
            let Some(searched) = scope.documents.get(&run.owner) else { continue };
            let base = bases.get(&run.owner).copied().unwrap_or_default();
            for number in 0..run.parts {
                let doc = (run.first + number) as usize;
                let class = match &searched.parts {
                    Parts::All(class) => *class,
                    Parts::Each(classes) => classes.get(number as usize).copied().unwrap_or_default(),
                };
                laid.classes[doc] = class;
                laid.order[doc] = base + number;
                laid.highest = laid.highest.max(class);
                laid.searched += u32::from(class != 0);
            }
        }
        laid
    }
}

/// The place of the first part of each document in the order of the scope.
pub(crate) fn bases(segments: &[Segment], scope: &Scope) -> HashMap<RecordId, u32> {
    let runs = segments.iter().flat_map(Segment::alive);
    let ranked = runs.filter_map(|run| scope.documents.get(&run.owner).map(|found| (found.rank, run)));
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_unstable_by_key(|(rank, _)| *rank);
    let mut base = 0;
    let mut bases = HashMap::default();
    for (_, run) in ranked {
        bases.insert(run.owner, base);
        base += run.parts;
    }
    bases
}
