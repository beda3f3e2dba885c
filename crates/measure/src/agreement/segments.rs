//! Segment matching: does the other coder have a segment that overlaps enough?

use super::spans::{Span, covered, shared, united};
use crate::ratio::{quotient, real};
use crate::{Measured, Undefined};

/// How the segments of one code by two coders match at one threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Matched {
    /// Segments of the first coder.
    pub first: usize,
    /// Segments of the second coder.
    pub second: usize,
    /// Segments of the first that match one of the second.
    pub matched_first: usize,
    /// Segments of the second that match one of the first.
    pub matched_second: usize,
    /// Pairs, each segment in one pair at most (largest number possible).
    pub one_to_one: usize,
}

impl Matched {
    /// The share of all segments that match one of the other coder.
    ///
    /// # Errors
    /// [`Undefined::NothingCoded`] where there is no segment.
    pub fn agreement(&self) -> Measured {
        self.share(self.matched_first + self.matched_second)
    }

    /// 2 · pairs / all segments.
    ///
    /// # Errors
    /// [`Undefined::NothingCoded`] where there is no segment.
    pub fn f1(&self) -> Measured {
        self.share(2 * self.one_to_one)
    }

    fn share(&self, of: usize) -> Measured {
        quotient(real(of as u64), real((self.first + self.second) as u64), Undefined::NothingCoded)
    }
}

/// Matches the segments of one code by two coders: two match where what they share is at least `threshold` of
/// what they cover together. Segments of one coder may overlap; they are taken one by one.
#[must_use]
pub fn matched(first: &[Span], second: &[Span], threshold: f64) -> Matched {
    let candidates = candidates(first, second, threshold);
    let mut reached = vec![false; second.len()];
    for segment in candidates.iter().flatten() {
        reached[*segment] = true;
    }
    Matched {
        first: first.len(),
        second: second.len(),
        matched_first: candidates.iter().filter(|list| !list.is_empty()).count(),
        matched_second: reached.iter().filter(|reached| **reached).count(),
        one_to_one: most_pairs(&candidates, second.len()),
    }
}

/// For each segment of the first coder, those of the second that match it.
fn candidates(first: &[Span], second: &[Span], threshold: f64) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..second.len()).collect();
    order.sort_unstable_by_key(|segment| second[*segment]);
    let longest = second.iter().map(Span::len).max().unwrap_or_default();
    let matches = |a: &Span| {
        // No segment that begins further back than the longest can reach this one.
        let from = order.partition_point(|b| second[*b].start < a.start.saturating_sub(longest));
        let near = order[from..].iter().copied().take_while(|b| second[*b].start <= a.end);
        near.filter(|b| enough(a, &second[*b], threshold)).collect()
    };
    first.iter().map(matches).collect()
}

fn enough(a: &Span, b: &Span, threshold: f64) -> bool {
    let common = a.overlap(b);
    let together = a.len() + b.len() - common;
    common > 0 && real(common) / real(together) >= threshold
}

/// The largest number of pairs (augmenting paths; Kuhn 1955).
fn most_pairs(candidates: &[Vec<usize>], second: usize) -> usize {
    let mut taken: Vec<Option<usize>> = vec![None; second];
    let mut pairs = 0;
    for segment in 0..candidates.len() {
        let mut tried = vec![false; second];
        pairs += usize::from(augment(segment, candidates, &mut taken, &mut tried));
    }
    pairs
}

/// Finds a partner, moving others where that makes room. Walks with a stack of its own.
fn augment(start: usize, candidates: &[Vec<usize>], taken: &mut [Option<usize>], tried: &mut [bool]) -> bool {
    // Each step: a segment of the first coder, and the next of its candidates to try.
    let mut path: Vec<(usize, usize)> = vec![(start, 0)];
    while let Some((segment, next)) = path.last_mut() {
        let Some(partner) = candidates[*segment].get(*next).copied() else {
            path.pop();
            continue;
        };
        *next += 1;
        if std::mem::replace(&mut tried[partner], true) {
            continue;
        }
        match taken[partner] {
            Some(holder) => path.push((holder, 0)),
            None => {
                for (segment, next) in path {
                    taken[candidates[segment][next - 1]] = Some(segment);
                }
                return true;
            }
        }
    }
    false
}

/// Dice and Jaccard of what the two coders cover, counted in characters.
///
/// # Errors
/// [`Undefined::NothingCoded`] where neither covers anything.
pub fn character_overlap(first: &[Span], second: &[Span]) -> Measured<(f64, f64)> {
    let (a, b) = (united(first.to_vec()), united(second.to_vec()));
    let (sum, common) = (covered(&a) + covered(&b), shared(&a, &b));
    let dice = quotient(real(2 * common), real(sum), Undefined::NothingCoded)?;
    let jaccard = quotient(real(common), real(sum - common), Undefined::NothingCoded)?;
    Ok((dice, jaccard))
}
