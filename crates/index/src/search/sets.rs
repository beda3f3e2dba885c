//! Which forms each part of a query means, and which parts of the texts fit it.

use super::{SearchError, View};
use crate::query::{Item, Leaf, Node, Query};
use crate::segment::Segment;
use crate::snapshot::Snapshot;
use tantivy::DocId;
use tantivy::schema::IndexRecordOption;

/// The forms that the items of each leaf mean in each segment.
#[derive(Debug)]
pub(super) struct Sets {
    /// By segment, then leaf, then item of the leaf: places in the segment's vocabulary, in order.
    places: Vec<Vec<Vec<Vec<u32>>>>,
}

impl Sets {
    pub fn new(snapshot: &Snapshot, query: &Query) -> Sets {
        let in_segment = |segment: &Segment| {
            let resolve = |item: &Item| segment.forms.resolve(item, &snapshot.analyser);
            let leaf = |leaf: &Leaf| match leaf {
                Leaf::Word(item) => vec![resolve(item)],
                Leaf::Phrase(items) => items.iter().map(|(_, item)| resolve(item)).collect(),
                Leaf::Pattern(_) => Vec::new(),
            };
            query.leaves.iter().map(leaf).collect()
        };
        Sets { places: snapshot.segments().iter().map(in_segment).collect() }
    }

    /// The forms of each item of a leaf in a segment.
    pub fn of(&self, segment: usize, leaf: usize) -> &[Vec<u32>] {
        &self.places[segment][leaf]
    }
}

/// Hands over every part that has one of some forms, with how often: form by form, not in order.
pub(crate) fn each_posting(
    segment: &Segment,
    forms: &[u32],
    mut sink: impl FnMut(DocId, u32),
) -> std::io::Result<()> {
    let Some((first, rest)) = forms.split_first() else { return Ok(()) };
    let option = IndexRecordOption::WithFreqs;
    let mut block = segment.postings.read_block_postings_from_terminfo(segment.forms.info(*first), option)?;
    let mut rest = rest.iter();
    loop {
        while !block.docs().is_empty() {
            for (doc, count) in block.docs().iter().zip(block.freqs()) {
                sink(*doc, *count);
            }
            block.advance();
        }
        let Some(next) = rest.next() else { return Ok(()) };
        segment.postings.reset_block_postings_from_terminfo(segment.forms.info(*next), &mut block)?;
    }
}

impl View<'_> {
    /// The parts that have one of some forms and are searched, in order.
    pub(super) fn with_words(&self, forms: &[u32]) -> Result<Vec<DocId>, SearchError> {
        let mut docs = Vec::new();
        each_posting(self.segment(), forms, |doc, _| {
            if self.class(doc) != 0 {
                docs.push(doc);
            }
        })?;
        if forms.len() > 1 {
            // One ordered run for each form: the stable sort merges them.
            docs.sort();
            docs.dedup();
        }
        Ok(docs)
    }

    /// The parts that fit a node and are searched, in order; among `within` where that is given.
    pub(super) fn fitting(&self, node: &Node, within: Option<&[DocId]>) -> Result<Vec<DocId>, SearchError> {
        match node {
            Node::Leaf(leaf) => self.fitting_leaf(*leaf, within),
            Node::Or(nodes) => {
                let mut all = Vec::new();
                for node in nodes {
                    all.extend(self.fitting(node, within)?);
                }
                all.sort();
                all.dedup();
                Ok(all)
            }
            Node::And(nodes) => self.fitting_all(nodes, within),
            Node::Not(node) => {
                let everything = within.map_or_else(|| self.searched(), <[DocId]>::to_vec);
                let without = self.fitting(node, Some(&everything))?;
                Ok(everything.into_iter().filter(|doc| without.binary_search(doc).is_err()).collect())
            }
        }
    }

    /// What is cheap narrows what is dear: words, then exclusions, then expressions.
    fn fitting_all(&self, nodes: &[Node], within: Option<&[DocId]>) -> Result<Vec<DocId>, SearchError> {
        let mut nodes: Vec<&Node> = nodes.iter().collect();
        nodes.sort_by_key(|node| (self.reads_text(node), matches!(node, Node::Not(_))));
        let mut docs: Option<Vec<DocId>> = within.map(<[DocId]>::to_vec);
        for node in nodes {
            let fitting = self.fitting(node, docs.as_deref())?;
            docs = Some(match docs {
                Some(docs) => intersection(&docs, &fitting),
                None => fitting,
            });
            if docs.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
        }
        Ok(docs.unwrap_or_default())
    }

    fn reads_text(&self, node: &Node) -> bool {
        match node {
            Node::Leaf(leaf) => matches!(self.request.query.leaves[*leaf], Leaf::Pattern(_)),
            Node::And(nodes) | Node::Or(nodes) => nodes.iter().any(|node| self.reads_text(node)),
            Node::Not(node) => self.reads_text(node),
        }
    }

    fn fitting_leaf(&self, leaf: usize, within: Option<&[DocId]>) -> Result<Vec<DocId>, SearchError> {
        match &self.request.query.leaves[leaf] {
            Leaf::Word(_) => {
                self.with_words(self.sets.of(self.place, leaf).first().map_or(&[], Vec::as_slice))
            }
            Leaf::Phrase(_) => {
                let mut docs: Vec<DocId> = self.phrase(leaf)?.into_iter().map(|(doc, _)| doc).collect();
                docs.dedup();
                Ok(docs)
            }
            Leaf::Pattern(pattern) => {
                let candidates = within.map_or_else(|| self.searched(), <[DocId]>::to_vec);
                self.matching(pattern, &candidates)
            }
        }
    }

    /// Every part that is searched.
    fn searched(&self) -> Vec<DocId> {
        let classes = self.laid.classes.iter().zip(0..);
        classes.filter(|(class, _)| **class != 0).map(|(_, doc)| doc).collect()
    }
}

/// What two ordered lists share.
fn intersection(one: &[DocId], other: &[DocId]) -> Vec<DocId> {
    let (small, large) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    small.iter().copied().filter(|doc| large.binary_search(doc).is_ok()).collect()
}
