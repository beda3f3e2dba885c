//! Who coded a unit, for any number of coders: one bit for each.

use super::spans::Span;
use super::{PairCounts, Rating, Ratings};
use std::collections::BTreeMap;

/// At most this many coders can be compared at once.
pub const MOST_CODERS: usize = 128;

/// More coders than can be compared at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} coders: at most {MOST_CODERS} can be compared at once")]
pub struct TooManyCoders(pub usize);

/// The readers of a document as bits.
pub(super) fn readers(read: impl Iterator<Item = bool>) -> u128 {
    let bits = read.take(MOST_CODERS).enumerate().filter(|(_, read)| *read);
    bits.fold(0, |bits, (coder, _)| bits | 1 << coder)
}

/// How many units show each pattern of readers and coders. Bit `i` stands for coder `i`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Patterns {
    coders: usize,
    /// (who read the unit, who coded it) → how many units.
    units: BTreeMap<(u128, u128), u64>,
}

impl Patterns {
    /// No unit yet.
    ///
    /// # Errors
    /// When there are more coders than bits.
    pub fn new(coders: usize) -> Result<Patterns, TooManyCoders> {
        if coders > MOST_CODERS {
            return Err(TooManyCoders(coders));
        }
        Ok(Patterns { coders, units: BTreeMap::new() })
    }

    /// Adds the units of one document: `coded[i]` are the united spans of coder `i` in the line of units,
    /// `None` where that coder did not read it.
    pub fn add(&mut self, units: u64, coded: &[Option<&[Span]>]) {
        let mut readers = 0u128;
        let mut bounds: Vec<(u64, u128)> = Vec::new();
        for (coder, spans) in coded.iter().enumerate().take(self.coders) {
            let Some(spans) = spans else { continue };
            let bit = 1u128 << coder;
            readers |= bit;
            let inside = spans.iter().filter(|span| span.start < units);
            bounds.extend(inside.flat_map(|span| [(span.start, bit), (span.end.min(units), bit)]));
        }
        bounds.sort_unstable();
        let (mut at, mut mask) = (0, 0u128);
        for (bound, bit) in bounds {
            self.count(readers, mask, bound - at);
            (at, mask) = (bound, mask ^ bit);
        }
        self.count(readers, mask, units - at);
    }

    /// Adds units that these readers read and nobody coded.
    pub(super) fn add_uncoded(&mut self, readers: u128, units: u64) {
        self.count(readers, 0, units);
    }

    fn count(&mut self, readers: u128, mask: u128, units: u64) {
        if units > 0 {
            *self.units.entry((readers, mask)).or_default() += units;
        }
    }

    /// Adds the patterns of other units.
    pub fn merge(&mut self, other: &Patterns) {
        for ((readers, mask), units) in &other.units {
            self.count(*readers, *mask, *units);
        }
    }

    /// How many units show the pattern among those that all coders read.
    #[must_use]
    pub fn of(&self, mask: u128) -> u64 {
        let all = if self.coders == MOST_CODERS { u128::MAX } else { (1u128 << self.coders) - 1 };
        self.units.get(&(all, mask)).copied().unwrap_or_default()
    }

    /// How many units were read by two coders or more.
    #[must_use]
    pub fn pairable_units(&self) -> u64 {
        let read = self.units.iter().filter(|((readers, _), _)| readers.count_ones() >= 2);
        read.map(|(_, units)| units).sum()
    }

    /// The patterns seen, as (readers, coders, units).
    pub fn seen(&self) -> impl Iterator<Item = (u128, u128, u64)> + '_ {
        self.units.iter().map(|((readers, mask), units)| (*readers, *mask, *units))
    }

    /// The four counts of two of the coders, over the units that both read.
    #[must_use]
    pub fn pair(&self, first: usize, second: usize) -> PairCounts {
        let mut counts = PairCounts::default();
        for ((readers, mask), units) in &self.units {
            let bit = |coder: usize| 1u128 << coder.min(MOST_CODERS - 1);
            if readers & bit(first) == 0 || readers & bit(second) == 0 {
                continue;
            }
            match (mask & bit(first) != 0, mask & bit(second) != 0) {
                (true, true) => counts.both += units,
                (true, false) => counts.only_first += units,
                (false, true) => counts.only_second += units,
                (false, false) => counts.neither += units,
            }
        }
        counts
    }

    /// The same as ratings: category 0 for coded, 1 for not coded.
    #[must_use]
    pub fn ratings(&self) -> Ratings {
        let rows = self.units.iter().map(|((readers, mask), units)| {
            let of = |coder: usize| {
                let bit = 1u128 << coder;
                (readers & bit != 0).then_some(usize::from(mask & bit == 0))
            };
            Rating { chosen: (0..self.coders).map(of).collect(), units: *units }
        });
        Ratings::new(self.coders, 2, rows.collect())
    }
}
