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
    /// Indexes of the heads where there are several versions; derived from `versions`. Most fields have
    /// one: for them nothing is kept, which is much of a study's memory.
    heads: Vec<u32>,
}

impl Register {
    /// Adds a version; one that is there already changes nothing.
    pub fn insert(&mut self, version: Version) {
        let place = self.versions.partition_point(|known| known.stamp < version.stamp);
        if self.versions.get(place).is_some_and(|known| known.stamp == version.stamp) {
            return;
        }
        let latest = place == self.versions.len();
        self.versions.insert(place, version);
        if !(latest && self.follow_latest()) {
            self.find_heads();
        }
    }

    /// The heads after the latest version was added, told from those before it: what it replaces goes.
    /// False where all must be looked at: one version had no heads noted, or one that came earlier
    /// replaces this one already.
    fn follow_latest(&mut self) -> bool {
        let [earlier @ .., latest] = self.versions.as_slice() else { return false };
        match earlier.len() {
            0 => return true,
            1 => return false,
            _ => {}
        }
        if self.versions.iter().any(|version| version.bases.contains(&latest.stamp.op)) {
            return false;
        }
        let replaced = |index: &u32| {
            let head = self.versions.get(*index as usize);
            head.is_some_and(|head| latest.bases.contains(&head.stamp.op))
        };
        self.heads.retain(|index| !replaced(index));
        self.heads.push(u32::try_from(self.versions.len() - 1).unwrap_or(u32::MAX));
        true
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
        let heads = if self.versions.len() == 1 { &[0] } else { self.heads.as_slice() };
        heads.iter().filter_map(|index| self.versions.get(*index as usize))
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

    /// The version that was current at a place in history: the latest head of those known by then.
    #[must_use]
    pub fn until(&self, until: Stamp) -> Option<&Version> {
        let known = &self.versions[..self.versions.partition_point(|version| version.stamp <= until)];
        let replaced = |one: &&Version| known.iter().any(|other| other.bases.contains(&one.stamp.op));
        known.iter().rev().find(|one| !replaced(one)).or(known.last())
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn op(number: u64) -> OpId {
        OpId(Uuid::from_u128(u128::from(number)))
    }

    /// A version of history's place `number` that replaces some others: earlier ones in good order, but
    /// the rule holds for whatever a file says.
    fn version(number: u64, bases: &[u64]) -> Version {
        Version {
            stamp: Stamp { lamport: number, op: op(number) },
            author: RecordId(Uuid::nil()),
            bases: bases.iter().map(|base| op(*base)).collect(),
            value: None,
        }
    }

    proptest! {
        #[test]
        fn heads_are_what_nothing_replaces_in_whatever_order_versions_come(
            bases in proptest::collection::vec(proptest::collection::vec(0u64..24, 0..3), 1..20),
            order in any::<u64>(),
        ) {
            let others = |(number, bases): (u64, &Vec<u64>)| {
                let others: Vec<u64> = bases.iter().copied().filter(|base| *base != number).collect();
                version(number, &others)
            };
            let mut versions: Vec<Version> = (0u64..).zip(&bases).map(others).collect();
            let in_order = versions.clone();
            versions.sort_by_key(|version| version.stamp.lamport.wrapping_mul(order | 1));
            let mut register = Register::default();
            versions.iter().for_each(|version| register.insert(version.clone()));
            prop_assert_eq!(register.versions(), in_order.as_slice());
            let replaced = |one: &Version| in_order.iter().any(|other| other.bases.contains(&one.stamp.op));
            let expected: Vec<OpId> =
                in_order.iter().filter(|one| !replaced(one)).map(|one| one.stamp.op).collect();
            let heads: Vec<OpId> = register.heads().map(|head| head.stamp.op).collect();
            prop_assert_eq!(heads, expected);
        }
    }
}
