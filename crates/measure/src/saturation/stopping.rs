//! Initial sample and stopping criterion (Francis et al. 2010).

use super::{Curve, NotAssessable};

/// The parameters: so many interviews at first, then until so many in a row bring nothing new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopping {
    /// Interviews of the initial sample (10 in the paper).
    pub initial: usize,
    /// Interviews in a row without anything new (3 in the paper).
    pub stop: usize,
}

/// Where one may stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped {
    /// The last of the interviews without anything new.
    pub stop_at: usize,
}

/// What the rule says of a curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoppingStatus {
    /// Where it was reached, if it was, or why that cannot be said.
    pub reached: Result<Option<Stopped>, NotAssessable>,
    /// The last interview with a new code: up to the stop, or of all; `None` where it cannot be said.
    pub last_new: Option<usize>,
}

impl Stopping {
    /// Applies the rule, after each interview from `initial + stop` on.
    #[must_use]
    pub fn apply(&self, curve: &Curve) -> StoppingStatus {
        let first = self.initial.saturating_add(self.stop);
        if self.stop == 0 {
            return StoppingStatus { reached: Err(NotAssessable::EmptyRule), last_new: None };
        }
        if curve.interviews() < first {
            return StoppingStatus { reached: Err(NotAssessable::TooFewInterviews), last_new: None };
        }
        if curve.codes() == 0 {
            return StoppingStatus { reached: Err(NotAssessable::NothingCoded), last_new: None };
        }
        let quiet = |end: &usize| curve.new_between(end + 1 - self.stop, *end) == 0;
        let stop_at = (first..=curve.interviews()).find(quiet);
        let last_new = curve.last_new(stop_at.unwrap_or(curve.interviews()));
        StoppingStatus { reached: Ok(stop_at.map(|stop_at| Stopped { stop_at })), last_new }
    }
}
