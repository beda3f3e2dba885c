//! Purge: the words of a withdrawn participant, or of an unmasked text, leave every copy for ever.
//!
//! The purge set holds opaque identifiers and only grows. Blanking is a pure function of the operations
//! and that set: identifiers and numbers stay, words go. It is applied to what is here and to whatever
//! arrives, so purging and merging commute.

use crate::op::{After, Change, Op, OpKind};
use crate::value::{Group, Value};
use crate::{Digest, OpId, RecordId};
use foldhash::{HashMap, HashSet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One entry of the purge set.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PurgeItem {
    /// Everything of this record, and of whatever is part of it (an interview's revisions and codings).
    Withdrawn(RecordId),
    /// A revision's text and the quotes taken from it, and every revision made from it, up to `masked`.
    Forgotten {
        /// The unmasked revision.
        revision: RecordId,
        /// The revision that masks it, which stays.
        masked: RecordId,
    },
    /// The words of one version of one record.
    Version {
        /// The record.
        record: RecordId,
        /// The operation that wrote the version.
        op: OpId,
    },
}

/// The purge set.
pub type PurgeSet = BTreeSet<PurgeItem>;

/// What a purge set blanks in a set of operations.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Blanking {
    withdrawn: HashSet<RecordId>,
    forgotten: HashSet<RecordId>,
    versions: HashSet<(RecordId, OpId)>,
}

impl Blanking {
    /// Works out which records and versions lose their words.
    ///
    /// Blanked values keep their identifiers, so the answer is the same before and after blanking.
    #[must_use]
    pub fn of<'a>(purge: &PurgeSet, ops: impl Iterator<Item = &'a Op> + Clone) -> Blanking {
        let mut blanking = Blanking::default();
        let mut kept = HashSet::default();
        for item in purge {
            match item {
                PurgeItem::Withdrawn(record) => _ = blanking.withdrawn.insert(*record),
                PurgeItem::Forgotten { revision, masked } => {
                    blanking.forgotten.insert(*revision);
                    kept.insert(*masked);
                }
                PurgeItem::Version { record, op } => _ = blanking.versions.insert((*record, *op)),
            }
        }
        if !purge.is_empty() {
            blanking.add_parts(ops.clone());
            blanking.add_descendants(ops, &kept);
        }
        blanking
    }

    /// Revisions and codings of a withdrawn interview are withdrawn with it.
    fn add_parts<'a>(&mut self, ops: impl Iterator<Item = &'a Op>) {
        for (record, value) in values(ops) {
            let whole = match value {
                Value::RevisionBody(body) => body.interview,
                Value::CodingOrigin(body) => body.interview,
                _ => continue,
            };
            if self.withdrawn.contains(&whole) {
                self.withdrawn.insert(record);
            }
        }
    }

    /// A correction of a forgotten text still holds its words: it is forgotten too, unless it masks them.
    fn add_descendants<'a>(&mut self, ops: impl Iterator<Item = &'a Op>, kept: &HashSet<RecordId>) {
        let mut children: HashMap<RecordId, Vec<RecordId>> = HashMap::default();
        for (record, value) in values(ops) {
            if let Value::RevisionBody(body) = value {
                for parent in &body.parents {
                    children.entry(parent.revision).or_default().push(record);
                }
            }
        }
        let mut open: Vec<RecordId> = self.forgotten.iter().copied().collect();
        while let Some(revision) = open.pop() {
            for child in children.get(&revision).into_iter().flatten() {
                if !kept.contains(child) && self.forgotten.insert(*child) {
                    open.push(*child);
                }
            }
        }
    }

    /// True when nothing is blanked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.withdrawn.is_empty() && self.forgotten.is_empty() && self.versions.is_empty()
    }

    /// True when the record was withdrawn as a whole.
    #[must_use]
    pub fn is_withdrawn(&self, record: RecordId) -> bool {
        self.withdrawn.contains(&record)
    }

    /// True when the revision's text is gone.
    #[must_use]
    pub fn is_text_gone(&self, revision: RecordId) -> bool {
        self.withdrawn.contains(&revision) || self.forgotten.contains(&revision)
    }

    /// The operation without the purged words, or `None` where it holds none.
    #[must_use]
    pub fn blank(&self, op: &Op) -> Option<Op> {
        let changes: Vec<Change> = op.changes.iter().map(|change| self.blank_change(op.id, change)).collect();
        (changes != op.changes).then(|| Op { changes, ..op.clone() })
    }

    fn blank_change(&self, op: OpId, change: &Change) -> Change {
        match &change.after {
            After::Set(value) if self.covers(op, change.record, value) => {
                Change { after: After::Set(value.blank()), ..change.clone() }
            }
            _ => change.clone(),
        }
    }

    fn covers(&self, op: OpId, record: RecordId, value: &Value) -> bool {
        self.withdrawn.contains(&record)
            || self.versions.contains(&(record, op))
            || match value {
                Value::RevisionBody(_) => self.forgotten.contains(&record),
                Value::CodingAnchor(body) => self.is_text_gone(body.revision),
                _ => false,
            }
    }

    /// The blobs that the operations still need: texts that are not gone, and original files.
    #[must_use]
    pub fn blobs_needed<'a>(&self, ops: impl Iterator<Item = &'a Op>) -> BTreeSet<Digest> {
        let mut needed = BTreeSet::new();
        for op in ops {
            for change in &op.changes {
                match self.blank_change(op.id, change).after {
                    After::Set(Value::RevisionBody(body)) if !self.is_text_gone(change.record) => {
                        needed.insert(body.text);
                    }
                    After::Set(Value::InterviewSource(body)) => needed.extend(body.original),
                    _ => {}
                }
            }
        }
        needed
    }
}

fn values<'a>(ops: impl Iterator<Item = &'a Op>) -> impl Iterator<Item = (RecordId, &'a Value)> {
    ops.flat_map(|op| &op.changes)
        .filter_map(|change| change.after.value().map(|value| (change.record, value)))
}

/// The purge items that the operations themselves announce.
pub fn announced<'a>(ops: impl IntoIterator<Item = &'a Op>) -> PurgeSet {
    let items = ops.into_iter().filter_map(|op| match &op.kind {
        OpKind::Purge { items, .. } => Some(items.as_slice()),
        _ => None,
    });
    items.flatten().copied().collect()
}

/// Groups whose words may repeat what a participant said, listed for a decision after a purge.
pub const MAY_QUOTE: &[Group] = &[
    Group::MemoText,
    Group::CodeName,
    Group::CodeDefinition,
    Group::CodeDimension,
    Group::CodeSearch,
    Group::CodeEvidence,
    Group::CodingComment,
    Group::RelationEvidence,
    Group::RelationTypeDefinition,
    Group::TheoryTitle,
    Group::ClauseText,
    Group::TheoryVersionKept,
    Group::SchemaTitle,
    Group::SchemaNote,
    Group::SchemaFrame,
    Group::QueryAsked,
    Group::GuideText,
    Group::AlignmentLink,
    Group::DecisionOutcome,
];
