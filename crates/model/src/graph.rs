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

/// One of several links out of a record: what it leads from and to, and its place in history.
pub type Edge = (RecordId, RecordId, Stamp);

/// Which of some links close a circle with those before them in history; the places in the list, in order.
///
/// Unlike [`Links`], a record may have several links out of it (a category is part of two others).
#[must_use]
pub fn closing(links: &[Edge]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..links.len()).collect();
    order.sort_by_key(|place| links[*place].2);
    let mut followed: HashMap<RecordId, Vec<RecordId>> = HashMap::default();
    let mut closing = Vec::new();
    for place in order {
        let (from, to, _) = links[place];
        if leads_to(&followed, to, from) {
            closing.push(place);
        } else {
            followed.entry(from).or_default().push(to);
        }
    }
    closing.sort_unstable();
    closing
}

fn leads_to(followed: &HashMap<RecordId, Vec<RecordId>>, from: RecordId, wanted: RecordId) -> bool {
    let mut met: HashSet<RecordId> = HashSet::default();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        if at == wanted {
            return true;
        }
        if met.insert(at) {
            open.extend(followed.get(&at).into_iter().flatten());
        }
    }
    false
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

    #[test]
    fn the_latest_of_several_links_is_the_one_that_closes_a_circle() {
        let links = [
            (id(1), id(2), stamp(3)),
            (id(1), id(3), stamp(1)),
            (id(2), id(3), stamp(2)),
            (id(3), id(1), stamp(9)),
            (id(4), id(4), stamp(4)),
        ];
        assert_eq!(closing(&links), [3, 4]);
    }

    proptest! {
        #[test]
        fn what_closes_a_circle_does_not_depend_on_the_order_of_the_list(
            links in proptest::collection::vec((0u128..8, 0u128..8), 0..20),
            turn in 0usize..20,
        ) {
            let links: Vec<Edge> =
                links.iter().zip(1u64..).map(|((from, to), at)| (id(*from), id(*to), stamp(at))).collect();
            let mut turned = links.clone();
            turned.rotate_left(turn.min(links.len()));
            let found = |links: &[Edge]| {
                let mut found: Vec<Edge> = closing(links).iter().map(|place| links[*place]).collect();
                found.sort();
                found
            };
            prop_assert_eq!(found(&links), found(&turned));
            let kept: Vec<Edge> = links.iter().filter(|one| !found(&links).contains(one)).copied().collect();
            prop_assert!(closing(&kept).is_empty());
        }

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
