//! The curve of new codes.

use crate::ratio::{quotient, real};
use crate::{Measured, Undefined};

/// New codes, interview by interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    /// Codes met for the first time in each interview.
    pub new: Vec<u64>,
    /// Codes met so far after each interview.
    pub cumulative: Vec<u64>,
    /// Codes of each interview, new or not; empty where only new ones are known.
    pub per_interview: Vec<u64>,
}

impl Curve {
    /// The curve of these numbers of new codes.
    #[must_use]
    pub fn new(new: Vec<u64>) -> Curve {
        Curve::with_totals(new, Vec::new())
    }

    pub(super) fn with_totals(new: Vec<u64>, per_interview: Vec<u64>) -> Curve {
        let mut met = 0u64;
        let cumulative = new
            .iter()
            .map(|new| {
                met = met.saturating_add(*new);
                met
            })
            .collect();
        Curve { new, cumulative, per_interview }
    }

    /// How many interviews there are.
    #[must_use]
    pub fn interviews(&self) -> usize {
        self.new.len()
    }

    /// How many codes there are in all.
    #[must_use]
    pub fn codes(&self) -> u64 {
        self.cumulative.last().copied().unwrap_or_default()
    }

    /// Codes met after `interviews` interviews.
    #[must_use]
    pub fn codes_after(&self, interviews: usize) -> u64 {
        match interviews.min(self.interviews()) {
            0 => 0,
            interviews => self.cumulative[interviews - 1],
        }
    }

    /// New codes of the interviews `from` to `to`, counted from 1, both included.
    #[must_use]
    pub fn new_between(&self, from: usize, to: usize) -> u64 {
        self.codes_after(to) - self.codes_after(from.saturating_sub(1))
    }

    /// For each interview the share of its codes that are new.
    #[must_use]
    pub fn share_new(&self) -> Vec<Measured> {
        let pairs = self.new.iter().zip(&self.per_interview);
        pairs.map(|(new, all)| quotient(real(*new), real(*all), Undefined::NothingCoded)).collect()
    }

    /// The first interview, counted from 1, after which so many percent of all codes have been met
    /// (Squire et al. 2024: 90 and 100). Looks back: it is always reached where there is a code.
    #[must_use]
    pub fn first_with_percent(&self, percent: u64) -> Option<usize> {
        let all = u128::from(self.codes());
        let enough = |met: &u64| u128::from(*met) * 100 >= all * u128::from(percent);
        let found = self.cumulative.iter().position(enough).map(|place| place + 1);
        found.filter(|_| all > 0)
    }

    /// The last interview, counted from 1, up to `until`, that brought a new code.
    #[must_use]
    pub fn last_new(&self, until: usize) -> Option<usize> {
        let until = until.min(self.interviews());
        self.new[..until].iter().rposition(|new| *new > 0).map(|place| place + 1)
    }
}
