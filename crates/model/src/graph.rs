//! Links that should make no circle (parents, redirects), read so that they never do.
//!
//! Two members can close a circle apart, each step being sound where it was made. The link that is
//! latest in history is then ignored and listed; nothing is refused and nothing is lost.

use crate::RecordId;
use crate::op::Stamp;
use foldhash::{HashMap, HashSet};

/// At most one link out of each record, with its place in history.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Links {
    to: HashMap<RecordId, (RecordId, Stamp)>,
    ignored: Vec<RecordId>,
}

impl Links {
    /// Reads links, leaving out the latest of each circle.
    #[must_use]
    pub fn new(links: impl IntoIterator<Item = (RecordId, RecordId, Stamp)>) -> Links {
        let to = links.into_iter().map(|(from, to, stamp)| (from, (to, stamp))).collect();
        let mut links = Links { to, ignored: Vec::new() };
        for latest in links.circles() {
            links.to.remove(&latest);
            links.ignored.push(latest);
        }
        links.ignored.sort_unstable();
        links
    }

    /// The record with the latest link of each circle. Circles share no record: one link leaves each.
    fn circles(&self) -> Vec<RecordId> {
        let mut done: HashSet<RecordId> = HashSet::default();
        let mut found = Vec::new();
        for start in self.to.keys() {
            let mut path = Vec::new();
            let mut at = *start;
            while done.insert(at) {
                path.push(at);
                match self.to.get(&at) {
                    Some((next, _)) => at = *next,
                    None => break,
                }
            }
            if let Some(first) = path.iter().position(|id| *id == at).filter(|_| self.to.contains_key(&at)) {
                found.extend(
                    path[first..].iter().copied().max_by_key(|id| self.to.get(id).map(|(_, stamp)| *stamp)),
                );
            }
        }
        found
    }

    /// Where the link of a record leads, unless it is ignored.
    #[must_use]
    pub fn target(&self, id: RecordId) -> Option<RecordId> {
        self.to.get(&id).map(|(target, _)| *target)
    }

    /// Follows links to the end.
    #[must_use]
    pub fn resolve(&self, id: RecordId) -> RecordId {
        let mut at = id;
        while let Some(next) = self.target(at) {
            at = next;
        }
        at
    }

    /// The records whose link is ignored, in the order of identifiers.
    #[must_use]
    pub fn ignored(&self) -> &[RecordId] {
        &self.ignored
    }

    /// The records that have a link which is followed.
    pub fn linked(&self) -> impl Iterator<Item = RecordId> {
        self.to.keys().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OpId;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(number: u128) -> RecordId {
        RecordId(Uuid::from_u128(number))
    }

    fn stamp(lamport: u64) -> Stamp {
        Stamp { lamport, op: OpId(Uuid::from_u128(u128::from(lamport))) }
    }

    #[test]
    fn the_latest_link_of_a_circle_is_ignored() {
        let links =
            Links::new([(id(1), id(2), stamp(5)), (id(2), id(1), stamp(9)), (id(3), id(1), stamp(1))]);
        assert_eq!(links.ignored(), [id(2)]);
        assert_eq!(links.resolve(id(3)), id(2));
        assert_eq!(links.resolve(id(2)), id(2));
    }

    proptest! {
        #[test]
        fn resolving_always_ends_and_ignores_one_link_a_circle(links in proptest::collection::vec((0u128..12, 0u128..12), 0..24)) {
            let links: Vec<_> = links.iter().zip(1u64..).map(|((from, to), at)| (id(*from), id(*to), stamp(at))).collect();
            let forward = Links::new(links.clone());
            for (from, _, _) in &links {
                prop_assert!(forward.target(forward.resolve(*from)).is_none());
            }
        }
    }
}
