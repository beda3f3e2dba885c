//! Where a passage stands after a correction.

use serde::{Deserialize, Serialize};

use super::edit::Edit;

/// How surely a place still is the passage that was marked. Ordered from sure to lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceState {
    /// The passage was only moved, or corrected strictly within its edges.
    #[default]
    Exact,
    /// A correction crossed an edge: the place now takes in all that replaced it, or is what a
    /// deletion left.
    Changed,
    /// The whole passage was deleted: somebody must say where it stands now. The place is empty, where
    /// the passage was.
    ToPlace,
}

impl PlaceState {
    /// The name in files and in the command line's JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            PlaceState::Exact => "exact",
            PlaceState::Changed => "changed",
            PlaceState::ToPlace => "to_place",
        }
    }
}

/// A half-open range of scalars in one revision of a text, and how it got there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// First scalar.
    pub start: u32,
    /// One past the last scalar.
    pub end: u32,
    /// How surely this is the passage.
    pub state: PlaceState,
}

impl Place {
    /// A place as it was marked.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end, state: PlaceState::Exact }
    }

    /// A passage that is lost, and where it was.
    #[must_use]
    pub fn to_place(at: u32) -> Self {
        Self { start: at, end: at, state: PlaceState::ToPlace }
    }
}

impl Edit {
    /// Carries a place of the old text to the new one.
    ///
    /// - An insertion at an edge is outside the range, an insertion inside it is inside.
    /// - A replacement covered by the range, or equal to it, stays inside: `Exact`.
    /// - A replacement that crosses an edge moves that edge outward, to take in all of it: `Changed`.
    /// - A deletion inside shrinks the range: `Exact`. One that crosses an edge clips it, there being
    ///   nothing to move outward to: `Changed`.
    /// - A range deleted whole, with nothing put in its place, is `ToPlace`, and stays so.
    #[must_use]
    pub fn map(&self, place: Place) -> Place {
        self.forward().map(place)
    }

    /// Carries a place of the new text back to the old one: the same rules, the edit read in reverse.
    #[must_use]
    pub fn map_back(&self, place: Place) -> Place {
        self.backward().map(place)
    }

    /// The way from the old text to the new, to carry many places.
    #[must_use]
    pub fn forward(&self) -> Mapping {
        let mut grown = 0i64;
        let steps = self.splices().iter().map(|splice| {
            let start = offset(i64::from(splice.at) + grown);
            grown += i64::from(splice.insert) - i64::from(splice.delete);
            let to = (start, start.saturating_add(splice.insert));
            Step { from: (splice.at, splice.end()), to }
        });
        Mapping { steps: steps.collect() }
    }

    /// The way from the new text back to the old.
    #[must_use]
    pub fn backward(&self) -> Mapping {
        let turn = |step: Step| Step { from: step.to, to: step.from };
        Mapping { steps: self.forward().steps.into_iter().map(turn).collect() }
    }
}

/// One stretch that differs: its range in the text one comes from and in the text one goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    from: (u32, u32),
    to: (u32, u32),
}

/// An edit in one direction, reduced to positions: carries each place in logarithmic time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    steps: Vec<Step>,
}

impl Mapping {
    /// Carries a place along, by the rules of [`Edit::map`]. Total: a range that runs backwards counts
    /// as empty, and positions beyond the text move with its end.
    #[must_use]
    pub fn map(&self, place: Place) -> Place {
        if place.start >= place.end {
            let at = self.point(place.start);
            return Place { start: at, end: at, state: place.state };
        }
        let (start, start_crossed) = self.start_edge(place.start);
        let (end, end_crossed) = self.end_edge(place.end);
        if start >= end {
            return Place::to_place(start);
        }
        let crossed = if start_crossed || end_crossed { PlaceState::Changed } else { PlaceState::Exact };
        Place { start, end, state: place.state.max(crossed) }
    }

    /// Where a range's start goes, and whether a change crossed it. What ends at or before it pushes
    /// it, an insertion exactly there included.
    pub(super) fn start_edge(&self, at: u32) -> (u32, bool) {
        let passed = self.steps.partition_point(|step| step.from.1 <= at);
        match self.steps.get(passed) {
            Some(step) if step.from.0 < at => (step.to.0, true),
            _ => (self.shift(passed, at), false),
        }
    }

    /// Where a range's end goes, and whether a change crossed it. An insertion exactly there does not
    /// move it.
    pub(super) fn end_edge(&self, at: u32) -> (u32, bool) {
        let begun = self.steps.partition_point(|step| step.from.0 < at);
        match begun.checked_sub(1).and_then(|last| self.steps.get(last)) {
            Some(step) if step.from.1 > at => (step.to.1, true),
            _ => (self.shift(begun, at), false),
        }
    }

    /// Where an empty range goes: before what is inserted there, to the start of what replaces it.
    fn point(&self, at: u32) -> u32 {
        match self.end_edge(at) {
            (_, true) => self.start_edge(at).0,
            (to, false) => to,
        }
    }

    /// An offset after the first `passed` steps and before the next.
    fn shift(&self, passed: usize, at: u32) -> u32 {
        match passed.checked_sub(1).and_then(|last| self.steps.get(last)) {
            Some(step) => offset(i64::from(at) + i64::from(step.to.1) - i64::from(step.from.1)),
            None => at,
        }
    }
}

/// Offsets stay within `u32` in every edit that was checked; others are held at its ends.
fn offset(at: i64) -> u32 {
    u32::try_from(at.max(0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::edit::Splice;

    /// Applies splices to a text in which `[` and `]` mark a place; shows the place in the result.
    fn carry(marked: &str, splices: &[(u32, u32, &str)]) -> (String, PlaceState) {
        let chars: Vec<char> = marked.chars().collect();
        let start = chars.iter().position(|&c| c == '[').unwrap();
        let end = chars.iter().position(|&c| c == ']').unwrap() - 1;
        let text: String = chars.iter().filter(|c| !"[]".contains(**c)).collect();
        let list = splices.iter().map(|&(from, to, words)| Splice::replace(from, to, words)).collect();
        let edit = Edit::new(list).unwrap();
        let place = edit.map(Place::new(start as u32, end as u32));
        let mut shown: Vec<char> = edit.apply(&text).unwrap().chars().collect();
        shown.insert(place.end as usize, ']');
        shown.insert(place.start as usize, '[');
        (shown.into_iter().collect(), place.state)
    }

    fn check(marked: &str, splices: &[(u32, u32, &str)], expected: &str, state: PlaceState) {
        assert_eq!(carry(marked, splices), (expected.to_owned(), state), "{marked} by {splices:?}");
    }

    #[test]
    fn an_insertion_at_an_edge_is_outside_and_inside_is_inside() {
        use PlaceState::Exact;
        check("ab[cd]ef", &[(2, 2, "X")], "abX[cd]ef", Exact);
        check("ab[cd]ef", &[(4, 4, "X")], "ab[cd]Xef", Exact);
        check("ab[cd]ef", &[(3, 3, "X")], "ab[cXd]ef", Exact);
        check("[abcd]", &[(0, 0, "X"), (4, 4, "Y")], "X[abcd]Y", Exact);
    }

    #[test]
    fn a_replacement_covered_or_equal_stays_inside() {
        use PlaceState::Exact;
        check("ab[cd]ef", &[(2, 4, "XYZ")], "ab[XYZ]ef", Exact);
        check("ab[cdef]", &[(2, 3, "XY")], "ab[XYdef]", Exact);
        check("ab[cdef]", &[(5, 6, "XY")], "ab[cdeXY]", Exact);
        check("ab[cd]ef", &[(0, 2, "X"), (4, 5, "YZ")], "X[cd]YZf", Exact);
    }

    #[test]
    fn a_replacement_across_an_edge_moves_it_outward() {
        use PlaceState::Changed;
        check("ab[cd]ef", &[(1, 3, "XYZ")], "a[XYZd]ef", Changed);
        check("ab[cd]ef", &[(3, 5, "XYZ")], "ab[cXYZ]f", Changed);
        check("ab[cd]ef", &[(1, 5, "X")], "a[X]f", Changed);
        check("ab[cd]ef", &[(2, 5, "X")], "ab[X]f", Changed);
        check("ab[cd]ef", &[(1, 3, "X"), (5, 5, "Y")], "a[Xd]eYf", Changed);
    }

    #[test]
    fn a_deletion_shrinks_or_clips() {
        check("ab[cde]f", &[(3, 4, "")], "ab[ce]f", PlaceState::Exact);
        check("ab[cde]f", &[(2, 3, "")], "ab[de]f", PlaceState::Exact);
        check("ab[cde]f", &[(1, 3, "")], "a[de]f", PlaceState::Changed);
        check("ab[cde]f", &[(4, 6, "")], "ab[cd]", PlaceState::Changed);
    }

    #[test]
    fn a_passage_deleted_whole_is_to_place_where_it_was() {
        check("ab[cd]ef", &[(2, 4, "")], "ab[]ef", PlaceState::ToPlace);
        check("ab[cd]ef", &[(0, 0, "XX"), (1, 5, "")], "XXa[]f", PlaceState::ToPlace);
    }

    #[test]
    fn a_lost_passage_stays_lost_and_keeps_its_point() {
        let back = Edit::new(vec![Splice::replace(0, 1, "XYZ"), Splice::replace(4, 4, "cd")]).unwrap();
        assert_eq!(back.map(Place::to_place(4)), Place::to_place(6));
        let around = Edit::new(vec![Splice::replace(2, 6, "XYZ")]).unwrap();
        assert_eq!(around.map(Place::to_place(4)), Place::to_place(2));
        assert_eq!(around.map(Place::to_place(2)), Place::to_place(2));
        assert_eq!(around.map(Place::to_place(6)), Place::to_place(5));
    }

    #[test]
    fn a_changed_place_stays_changed() {
        let edit = Edit::new(vec![Splice::replace(0, 0, "X")]).unwrap();
        let changed = Place { start: 2, end: 4, state: PlaceState::Changed };
        assert_eq!(edit.map(changed), Place { start: 3, end: 5, state: PlaceState::Changed });
    }

    #[test]
    fn going_back_reads_the_edit_in_reverse() {
        let edit = Edit::new(vec![Splice::replace(2, 4, ""), Splice::replace(6, 6, "XY")]).unwrap();
        // abcdef -> abefXY; "XY" was not there before, the deletion is an insertion going back.
        assert_eq!(edit.map_back(Place::new(4, 6)), Place::to_place(6));
        assert_eq!(edit.map_back(Place::new(0, 2)), Place::new(0, 2));
        assert_eq!(edit.map_back(Place::new(1, 3)), Place::new(1, 5));
    }

    #[test]
    fn mapping_is_total() {
        let edit = Edit::new(vec![Splice::replace(2, 4, "")]).unwrap();
        assert_eq!(edit.map(Place::new(9, 3)), Place::new(7, 7));
        assert_eq!(edit.map(Place::new(u32::MAX, u32::MAX)), Place::new(u32::MAX - 2, u32::MAX - 2));
    }
}
