//! Base, run and threshold (Guest, Namey & Chen 2020).

use super::{Curve, NotAssessable};
use crate::ratio::real;

/// The parameters: a base of interviews, a sliding run, and a threshold of new information.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guest {
    /// Interviews whose codes everything is compared with.
    pub base: usize,
    /// Interviews whose new codes are counted together.
    pub run: usize,
    /// At most so many percent of the base's codes.
    pub threshold_percent: f64,
}

/// One run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GuestRun {
    /// Its first interview, counted from 1.
    pub from: usize,
    /// Its last.
    pub to: usize,
    /// New codes in it.
    pub new: u64,
    /// Percent of the base's codes.
    pub percent: f64,
}

/// Where the threshold was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GuestReached {
    /// The last interview before the first run at or under the threshold.
    pub saturation_at: usize,
    /// The last interview of that run.
    pub completed: usize,
}

/// What the rule says of a curve.
#[derive(Debug, Clone, PartialEq)]
pub struct GuestStatus {
    /// Codes of the base; `None` where the rule cannot be applied.
    pub base_codes: Option<u64>,
    /// Every run.
    pub runs: Vec<GuestRun>,
    /// Where it was reached, if it was, or why that cannot be said.
    pub reached: Result<Option<GuestReached>, NotAssessable>,
}

impl Guest {
    /// Applies the rule. The denominator is always the base; a ratio equal to the threshold reaches it.
    #[must_use]
    pub fn apply(&self, curve: &Curve) -> GuestStatus {
        if let Err(reason) = self.assessable(curve) {
            return GuestStatus { base_codes: None, runs: Vec::new(), reached: Err(reason) };
        }
        let base_codes = curve.codes_after(self.base);
        let ends = self.base + self.run..=curve.interviews();
        let runs: Vec<GuestRun> = ends.map(|end| self.run_ending(curve, end, base_codes)).collect();
        let first = runs.iter().find(|run| self.is_reached(run.new, base_codes));
        let reached = first.map(|run| GuestReached { saturation_at: run.to - self.run, completed: run.to });
        GuestStatus { base_codes: Some(base_codes), runs, reached: Ok(reached) }
    }

    fn assessable(&self, curve: &Curve) -> Result<(), NotAssessable> {
        if self.base == 0 || self.run == 0 {
            Err(NotAssessable::EmptyRule)
        } else if curve.interviews() < self.base.saturating_add(self.run) {
            Err(NotAssessable::TooFewInterviews)
        } else if curve.codes_after(self.base) == 0 {
            Err(NotAssessable::NoCodeInBase)
        } else {
            Ok(())
        }
    }

    fn run_ending(&self, curve: &Curve, end: usize, base_codes: u64) -> GuestRun {
        let from = end + 1 - self.run;
        let new = curve.new_between(from, end);
        GuestRun { from, to: end, new, percent: 100.0 * real(new) / real(base_codes) }
    }

    /// 100 · new ≤ threshold · base: no rounding where the threshold is a whole number.
    pub(super) fn is_reached(&self, new: u64, base_codes: u64) -> bool {
        100.0 * real(new) <= self.threshold_percent * real(base_codes)
    }

    /// The interview where saturation is reached, from numbers of new codes alone: what is needed of each of
    /// many orders.
    #[must_use]
    pub(super) fn reached_at(&self, cumulative: &[u64]) -> Option<usize> {
        let base_codes = cumulative.get(self.base.checked_sub(1)?).copied().filter(|codes| *codes > 0)?;
        let (run, from) = (self.run, self.base);
        if run == 0 {
            return None;
        }
        let found = (from + run..=cumulative.len()).find(|end| {
            let new = cumulative[end - 1] - cumulative[end - 1 - run];
            self.is_reached(new, base_codes)
        });
        found.map(|end| end - run)
    }
}
