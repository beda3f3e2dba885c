//! A field's versions and the rule that says which one is current.
//!
//! A register is a small graph: each version names those that it replaces. A *head* is a version that
//! nothing replaces; the current value is that of the head latest in history. The rule looks only at
//! the set of versions, never at the order in which they arrived: so merging is a union.

use crate::op::Stamp;
use crate::value::Value;
use crate::{OpId, RecordId};

/// One version of one field.
#[derive(Clone, PartialEq, Debug)]
pub struct Version {
    /// The operation that wrote it, with its place in history.
    pub stamp: Stamp,
    /// Who wrote it.
    pub author: RecordId,
    /// The versions that it replaces.
    pub bases: Box<[OpId]>,
    /// What the field is; `None` when it has no value.
    pub value: Option<Value>,
}

/// Every version of one field, in the order of history.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Register {
    versions: Vec<Version>,
    /// Indexes of the heads; derived from `versions`.
    heads: Vec<u32>,
}

impl Register {
    /// Adds a version; one that is there already changes nothing.
    pub fn insert(&mut self, version: Version) {
        let place = self.versions.partition_point(|known| known.stamp < version.stamp);
        if self.versions.get(place).is_some_and(|known| known.stamp == version.stamp) {
            return;
        }
        self.versions.insert(place, version);
        self.find_heads();
    }

    /// Takes out the version that `op` wrote.
    pub fn remove(&mut self, op: OpId) {
        self.versions.retain(|version| version.stamp.op != op);
        self.find_heads();
    }

    fn find_heads(&mut self) {
        let versions = &self.versions;
        self.heads.clear();
        if versions.len() == 1 {
            self.heads.push(0);
            return;
        }
        let mut replaced: Vec<OpId> =
            versions.iter().flat_map(|version| version.bases.iter().copied()).collect();
        replaced.sort_unstable();
        let is_head = |version: &Version| replaced.binary_search(&version.stamp.op).is_err();
        let found = versions.iter().enumerate().filter(|(_, version)| is_head(version));
        self.heads.extend(found.map(|(index, _)| u32::try_from(index).unwrap_or(u32::MAX)));
    }

    /// Every version, in the order of history.
    #[must_use]
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The version that `op` wrote.
    #[must_use]
    pub fn version(&self, op: OpId) -> Option<&Version> {
        self.versions.iter().find(|version| version.stamp.op == op)
    }

    /// The versions that nothing replaces, in the order of history.
    pub fn heads(&self) -> impl DoubleEndedIterator<Item = &Version> {
        self.heads.iter().filter_map(|index| self.versions.get(*index as usize))
    }

    /// The latest head.
    ///
    /// A cycle of versions that replace each other (only a damaged file has one) leaves no head; the
    /// latest version then stands, so that the rule stays total.
    #[must_use]
    pub fn current(&self) -> Option<&Version> {
        self.heads().next_back().or(self.versions.last())
    }

    /// The current value.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        self.current().and_then(|version| version.value.as_ref())
    }

    /// True when heads disagree: all stay readable until somebody settles them.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        let mut heads = self.heads();
        let first = heads.next();
        heads.any(|head| Some(&head.value) != first.map(|first| &first.value))
    }

    /// What an ordinary edit replaces: the head that is shown, and those that say the same.
    #[must_use]
    pub fn shown(&self) -> Vec<OpId> {
        let Some(current) = self.current() else { return Vec::new() };
        self.heads().filter(|head| head.value == current.value).map(|head| head.stamp.op).collect()
    }

    /// What settling or deleting replaces: every head.
    #[must_use]
    pub fn all_heads(&self) -> Vec<OpId> {
        let heads: Vec<OpId> = self.heads().map(|head| head.stamp.op).collect();
        if heads.is_empty() {
            self.current().map(|version| version.stamp.op).into_iter().collect()
        } else {
            heads
        }
    }

    /// True when no version is left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
    }
}
