//! Boundary similarity: where two coders cut the same text into episodes.

use crate::ratio::real;
use crate::{Measured, Undefined};
use std::collections::BTreeSet;

/// What turns the boundaries of one coder into those of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BoundaryEdits {
    /// Boundaries that both set at the same place.
    pub matches: u64,
    /// Boundaries that are one place apart (near misses).
    pub near: u64,
    /// Boundaries that only one set.
    pub additions: u64,
}

impl BoundaryEdits {
    /// 1 − (additions + near/2) / (additions + near + matches) (Fournier 2013, transpositions of two places).
    /// Two texts that nobody cut are alike.
    #[must_use]
    pub fn similarity(&self) -> f64 {
        let all = self.additions + self.near + self.matches;
        if all == 0 {
            return 1.0;
        }
        1.0 - (real(self.additions) + real(self.near) / 2.0) / real(all)
    }
}

/// Compares two segmentations given as the lengths of their segments.
///
/// # Errors
/// When there is nothing, or the two do not cover the same length.
pub fn boundary_edits(first: &[u64], second: &[u64]) -> Measured<BoundaryEdits> {
    let length = first.iter().sum::<u64>();
    if length == 0 && second.iter().sum::<u64>() == 0 {
        return Err(Undefined::NoUnits);
    }
    if length != second.iter().sum::<u64>() {
        return Err(Undefined::DifferentLengths);
    }
    let (a, b) = (places(first), places(second));
    let matches = a.intersection(&b).count() as u64;
    let alone: Vec<(u64, bool)> = a.symmetric_difference(&b).map(|at| (*at, a.contains(at))).collect();
    let mut near = 0;
    let mut index = 0;
    // Neighbours set by different coders are one near miss; from the left, no boundary in two of them.
    while let Some((at, by_first)) = alone.get(index) {
        let neighbour = alone.get(index + 1).is_some_and(|(next, by)| *next == at + 1 && by != by_first);
        near += u64::from(neighbour);
        index += if neighbour { 2 } else { 1 };
    }
    Ok(BoundaryEdits { matches, near, additions: alone.len() as u64 - 2 * near })
}

/// Boundary similarity of two segmentations given as the lengths of their segments.
///
/// # Errors
/// As [`boundary_edits`].
pub fn boundary_similarity(first: &[u64], second: &[u64]) -> Measured {
    Ok(boundary_edits(first, second)?.similarity())
}

/// Where one segment ends and another begins.
fn places(lengths: &[u64]) -> BTreeSet<u64> {
    let mut at = 0;
    let ends: BTreeSet<u64> = lengths
        .iter()
        .map(|length| {
            at += length;
            at
        })
        .collect();
    ends.into_iter().filter(|end| *end > 0 && *end < at).collect()
}
