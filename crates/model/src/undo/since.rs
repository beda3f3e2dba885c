//! What became of a version since it was written: what was made of it and undone again is as nothing.

use crate::OpId;
use crate::register::{Register, Version};
use foldhash::HashMap;
use std::collections::BTreeSet;

/// The versions of a field, each with those that it brings back: an undo says what stood before what it
/// undoes, and so may be replaced in its stead.
struct Line<'a> {
    versions: &'a [Version],
    places: HashMap<OpId, usize>,
    brings_back: Vec<BTreeSet<usize>>,
}

impl<'a> Line<'a> {
    fn of(register: &'a Register) -> Line<'a> {
        let versions = register.versions();
        let places = versions.iter().enumerate().map(|(place, version)| (version.stamp.op, place)).collect();
        let mut line = Line { versions, places, brings_back: Vec::new() };
        for version in versions {
            let brings_back = line.brought_back(version);
            line.brings_back.push(brings_back);
        }
        line
    }

    /// The places of the versions that a later one replaces. History is in order but in a damaged file.
    fn bases(&self, version: &Version) -> Vec<usize> {
        let known = version.bases.iter().filter_map(|base| self.places.get(base).copied());
        known.filter(|base| *base < self.brings_back.len()).collect()
    }

    /// A version and those that it brings back.
    fn says(&self, place: usize) -> BTreeSet<usize> {
        let others = self.brings_back.get(place).cloned().unwrap_or_default();
        others.into_iter().chain([place]).collect()
    }

    /// What stood before one of the things that a version replaces, and says what it says, by the same
    /// author. (Who writes again by hand what stood before undoes just as well.)
    fn brought_back(&self, undo: &Version) -> BTreeSet<usize> {
        let mut replaced = self.bases(undo).into_iter().map(|base| self.says(base));
        let first = replaced.next().unwrap_or_default();
        let undone = replaced.fold(first, |sum, other| sum.intersection(&other).copied().collect());
        let undone = undone.into_iter().map(|place| &self.versions[place]);
        let before = undone.filter(|one| one.author == undo.author).flat_map(|one| self.bases(one));
        before
            .filter(|place| self.versions[*place].value == undo.value)
            .flat_map(|place| self.says(place))
            .collect()
    }
}

/// What became of one version.
pub(super) struct Since<'a> {
    line: Line<'a>,
    origin: usize,
    /// Whether each version was made of it, near or far.
    made_of_it: Vec<bool>,
    /// The heads that say the same as it: itself, or undos that brought it back.
    pub heads: Vec<OpId>,
    /// A version that moved on from it and stands.
    pub moved_on: Option<OpId>,
}

impl<'a> Since<'a> {
    /// `None` where the register has no version of that operation.
    pub fn of(register: &'a Register, op: OpId) -> Option<Since<'a>> {
        let line = Line::of(register);
        let origin = *line.places.get(&op)?;
        let mut made_of_it = vec![false; line.versions.len()];
        for place in origin + 1..made_of_it.len() {
            let mut bases = line.bases(&line.versions[place]).into_iter();
            made_of_it[place] = bases.any(|base| base == origin || made_of_it[base]);
        }
        let mut since = Since { line, origin, made_of_it, heads: Vec::new(), moved_on: None };
        for head in register.heads().map(|head| head.stamp.op) {
            match since.line.places.get(&head).copied() {
                Some(place) if since.is_it(place) => since.heads.push(head),
                Some(place) if since.made_of_it[place] => {
                    since.moved_on = since.moved_on.or(Some(since.first_step(place)));
                }
                _ => {}
            }
        }
        if since.heads.is_empty() {
            // Only a damaged file has versions in a circle, and so no head.
            since.heads.push(op);
        }
        Some(since)
    }

    fn is_it(&self, place: usize) -> bool {
        place == self.origin || self.line.brings_back[place].contains(&self.origin)
    }

    /// On the way from the version to a head that moved on from it, the first step.
    fn first_step(&self, head: usize) -> OpId {
        let mut at = head;
        loop {
            let bases = self.line.bases(&self.line.versions[at]);
            let nearer = bases.iter().copied().find(|base| *base < at && self.made_of_it[*base]);
            match nearer.filter(|_| !bases.iter().any(|base| self.is_it(*base))) {
                Some(base) => at = base,
                None => return self.line.versions[at].stamp.op,
            }
        }
    }

    /// The field as if the version and all that was made of it had never been.
    pub fn without(&self) -> Register {
        let mut others = Register::default();
        for (place, version) in self.line.versions.iter().enumerate() {
            if place != self.origin && !self.made_of_it[place] {
                others.insert(version.clone());
            }
        }
        others
    }
}

/// The heads of a field that some operations wrote, or that brought back what they wrote.
pub(super) fn heads_that_say(register: &Register, written_by: &[OpId]) -> Vec<OpId> {
    let line = Line::of(register);
    let wanted: BTreeSet<usize> = written_by.iter().filter_map(|op| line.places.get(op).copied()).collect();
    let says_so =
        |head: &OpId| line.places.get(head).is_some_and(|place| !line.says(*place).is_disjoint(&wanted));
    register.heads().map(|head| head.stamp.op).filter(says_so).collect()
}
