//! The revisions of a text, and the way of a place from one to another.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use super::edit::Edit;
use super::place::{Mapping, Place};

/// The graph of revisions of one text: each knows its parents and the edit from each of them.
///
/// Edits are walked both ways. The shortest way is taken; among equally short ones, the one that passes
/// the smallest keys first, so that every copy of a project finds the same places. Total: a cycle does
/// no harm, and a revision without a way to another makes a place there to place again.
#[derive(Debug, Clone)]
pub struct RevisionGraph<K> {
    /// For each revision its neighbours, and how places get there.
    ways: BTreeMap<K, BTreeMap<K, Arc<Mapping>>>,
}

impl<K> Default for RevisionGraph<K> {
    fn default() -> Self {
        Self { ways: BTreeMap::new() }
    }
}

impl<K: Copy + Ord> RevisionGraph<K> {
    /// Adds a revision and the edits that lead to it from its parents, which may be added later. An
    /// edge that is there already, in either direction, is kept as it is.
    pub fn add(&mut self, revision: K, parents: Vec<(K, Arc<Edit>)>) {
        self.ways.entry(revision).or_default();
        for (parent, edit) in parents {
            self.ways.entry(parent).or_default().entry(revision).or_insert_with(|| Arc::new(edit.forward()));
            self.ways.entry(revision).or_default().entry(parent).or_insert_with(|| Arc::new(edit.backward()));
        }
    }

    /// Whether the revision was added, or named as a parent.
    #[must_use]
    pub fn contains(&self, revision: K) -> bool {
        self.ways.contains_key(&revision)
    }

    /// The shortest way between two revisions, to carry many places along; `None` where there is none.
    /// From a revision to itself the way is empty, whether it is known or not.
    #[must_use]
    pub fn path(&self, from: K, to: K) -> Option<Path> {
        let came = self.search(from, to);
        let (mut steps, mut at) = (Vec::new(), to);
        while at != from {
            let (before, step) = came.get(&at)?;
            steps.push(Arc::clone(step));
            at = *before;
        }
        steps.reverse();
        Some(Path { steps })
    }

    /// Carries one place from a revision to another. Without a way it is to place again.
    #[must_use]
    pub fn place(&self, from: K, to: K, place: Place) -> Place {
        self.path(from, to).map_or(Place::to_place(place.start), |path| path.place(place))
    }

    /// Carries places marked on various revisions to one of them, finding each way once.
    #[must_use]
    pub fn place_all(&self, to: K, places: &[(K, Place)]) -> Vec<Place> {
        let mut paths: BTreeMap<K, Option<Path>> = BTreeMap::new();
        let mut carry = |&(from, place): &(K, Place)| {
            let path = paths.entry(from).or_insert_with(|| self.path(from, to));
            path.as_ref().map_or(Place::to_place(place.start), |path| path.place(place))
        };
        places.iter().map(&mut carry).collect()
    }

    /// Breadth first from one revision until the other is met: for each one reached, where from.
    fn search(&self, from: K, to: K) -> BTreeMap<K, (K, &Arc<Mapping>)> {
        let mut came = BTreeMap::new();
        let mut waiting = VecDeque::from([from]);
        while let Some(at) = waiting.pop_front().filter(|&at| at != to) {
            for (&next, step) in self.ways.get(&at).into_iter().flatten() {
                if next != from && !came.contains_key(&next) {
                    came.insert(next, (at, step));
                    waiting.push_back(next);
                }
            }
        }
        came
    }
}

impl<K: Copy + Ord> FromIterator<(K, Vec<(K, Arc<Edit>)>)> for RevisionGraph<K> {
    fn from_iter<I: IntoIterator<Item = (K, Vec<(K, Arc<Edit>)>)>>(revisions: I) -> Self {
        let mut graph = Self::default();
        for (revision, parents) in revisions {
            graph.add(revision, parents);
        }
        graph
    }
}

/// The edits between two revisions, in the order in which places go through them.
#[derive(Debug, Clone, Default)]
pub struct Path {
    steps: Vec<Arc<Mapping>>,
}

impl Path {
    /// How many edits lie between the two revisions.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether the two revisions are the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Carries a place along.
    #[must_use]
    pub fn place(&self, place: Place) -> Place {
        self.steps.iter().fold(place, |place, step| step.map(place))
    }

    /// Carries many places along.
    #[must_use]
    pub fn place_all(&self, places: &[Place]) -> Vec<Place> {
        places.iter().map(|&place| self.place(place)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::edit::Splice;
    use crate::text::place::PlaceState;

    fn insert(at: u32, words: &str) -> Arc<Edit> {
        Arc::new(Edit::new(vec![Splice::replace(at, at, words)]).unwrap())
    }

    fn delete(start: u32, end: u32) -> Arc<Edit> {
        Arc::new(Edit::new(vec![Splice::replace(start, end, "")]).unwrap())
    }

    /// 1 is corrected apart into 2 and 3, which 4 brings together; 5 follows 4; 9 stands alone.
    fn diamond() -> RevisionGraph<u8> {
        [
            (5, vec![(4, insert(0, "e"))]),
            (1, vec![]),
            (2, vec![(1, insert(0, "bb"))]),
            (3, vec![(1, insert(10, "ccc"))]),
            (4, vec![(2, insert(12, "ccc")), (3, insert(0, "bb"))]),
            (9, vec![]),
        ]
        .into_iter()
        .collect()
    }

    #[test]
    fn places_walk_edits_forward_and_backward() {
        let graph = diamond();
        assert_eq!(graph.place(1, 5, Place::new(4, 6)), Place::new(7, 9));
        assert_eq!(graph.place(5, 1, Place::new(7, 9)), Place::new(4, 6));
        assert_eq!(graph.place(2, 3, Place::new(6, 8)), Place::new(4, 6));
        assert_eq!(graph.path(1, 5).map(|path| path.len()), Some(3));
        assert!(graph.path(3, 3).is_some_and(|path| path.is_empty()));
    }

    #[test]
    fn the_words_of_one_side_are_found_again_where_both_meet() {
        let graph = diamond();
        assert_eq!(graph.place(2, 4, Place::new(0, 2)), Place::new(0, 2));
        assert_eq!(graph.place(2, 3, Place::new(0, 2)).state, PlaceState::ToPlace);
    }

    #[test]
    fn ties_go_by_the_smallest_key() {
        // Two ways of equal length from 1 to 4; by 2 the passage is lost, by 3 it is kept.
        let mut graph = RevisionGraph::default();
        graph.add(4, vec![(2, insert(0, "x")), (3, insert(0, "xy"))]);
        graph.add(2, vec![(1, delete(0, 5))]);
        graph.add(3, vec![(1, delete(7, 8))]);
        assert_eq!(graph.place(1, 4, Place::new(1, 3)).state, PlaceState::ToPlace);
        assert_eq!(graph.place(4, 1, Place::new(1, 3)), Place::new(5, 7));
    }

    #[test]
    fn without_a_way_a_place_is_to_place() {
        let graph = diamond();
        assert_eq!(graph.place(1, 9, Place::new(4, 6)), Place::to_place(4));
        assert_eq!(graph.place(1, 77, Place::new(4, 6)), Place::to_place(4));
        assert_eq!(graph.place(77, 1, Place::new(4, 6)), Place::to_place(4));
        assert!(!graph.contains(77));
    }

    #[test]
    fn a_cycle_does_no_harm() {
        let mut graph = RevisionGraph::default();
        graph.add(1, vec![(2, insert(0, "a")), (1, insert(0, "b"))]);
        graph.add(2, vec![(1, insert(0, "a"))]);
        assert_eq!(graph.place(2, 1, Place::new(0, 1)), Place::new(1, 2));
        assert_eq!(graph.place(1, 1, Place::new(0, 1)), Place::new(0, 1));
        assert_eq!(graph.path(1, 3).map(|path| path.len()), None);
    }

    #[test]
    fn the_order_of_adding_changes_nothing() {
        let mut backwards = RevisionGraph::default();
        let parents = [
            (4, vec![(3, insert(0, "bb")), (2, insert(12, "ccc"))]),
            (3, vec![(1, insert(10, "ccc"))]),
            (2, vec![(1, insert(0, "bb"))]),
        ];
        for (revision, parents) in parents {
            backwards.add(revision, parents);
        }
        for (from, to) in [(1, 4), (4, 1), (2, 3), (3, 2)] {
            let place = Place::new(3, 11);
            assert_eq!(backwards.place(from, to, place), diamond().place(from, to, place));
        }
    }

    #[test]
    fn many_places_of_various_revisions_go_at_once() {
        let graph = diamond();
        let places =
            [(1, Place::new(4, 6)), (2, Place::new(0, 2)), (9, Place::new(1, 2)), (1, Place::new(0, 1))];
        let expected: Vec<Place> = places.iter().map(|&(from, place)| graph.place(from, 5, place)).collect();
        assert_eq!(graph.place_all(5, &places), expected);
    }
}
