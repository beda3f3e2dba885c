//! A claim — "saturation at the 5th, two more confirmed it" — held against the curve.

use super::{Curve, NotAssessable};
use crate::ratio::{quotient, real};
use crate::{Measured, Undefined};

/// A claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Claim {
    /// The interview, counted from 1, after which nothing new is said to have come.
    pub at: usize,
    /// How many more interviews are said to confirm it.
    pub confirm: usize,
}

/// What the curve says of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClaimStatus {
    /// The confirming interviews brought nothing new.
    Holds,
    /// They brought something new.
    Contradicted,
    /// There are not as many interviews as the claim names, or nothing is coded at all.
    NotAssessable,
}

/// A claim held against a curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Claimed {
    /// What the curve says.
    pub status: ClaimStatus,
    /// New codes in each confirming interview that there is.
    pub new_after: Vec<u64>,
    /// New codes in the interview itself.
    pub new_at: Option<u64>,
    /// New codes after the confirming interviews.
    pub later_new: Option<u64>,
    /// Codes met up to the interview.
    pub codes_at: Option<u64>,
    /// Their share of all codes met in the end.
    pub share_of_final: Measured,
}

impl Claim {
    /// Holds the claim against a curve.
    #[must_use]
    pub fn check(&self, curve: &Curve) -> Claimed {
        let there = self.at >= 1 && self.at <= curve.interviews();
        let last = self.at.saturating_add(self.confirm);
        let assessable = self.assessable(curve).is_ok();
        let end = last.min(curve.interviews());
        let new_after = if there { curve.new[self.at..end].to_vec() } else { Vec::new() };
        let status = match (assessable, new_after.iter().all(|new| *new == 0)) {
            (false, _) => ClaimStatus::NotAssessable,
            (true, true) => ClaimStatus::Holds,
            (true, false) => ClaimStatus::Contradicted,
        };
        let codes_at = there.then(|| curve.codes_after(self.at));
        let share = |codes| quotient(real(codes), real(curve.codes()), Undefined::NothingCoded);
        Claimed {
            status,
            new_after,
            new_at: there.then(|| curve.new[self.at - 1]),
            later_new: assessable.then(|| curve.codes() - curve.codes_after(last)),
            codes_at,
            share_of_final: codes_at.map_or(Err(Undefined::NoUnits), share),
        }
    }

    /// Whether the curve can say anything of the claim at all.
    ///
    /// # Errors
    /// When the claim names no interview or none that confirms, names more than there are, or nothing is coded.
    pub fn assessable(&self, curve: &Curve) -> Result<(), NotAssessable> {
        if self.at == 0 || self.confirm == 0 {
            Err(NotAssessable::EmptyRule)
        } else if self.at.saturating_add(self.confirm) > curve.interviews() {
            Err(NotAssessable::TooFewInterviews)
        } else if curve.codes() == 0 {
            Err(NotAssessable::NothingCoded)
        } else {
            Ok(())
        }
    }

    /// True where the confirming interviews of an order brought nothing new.
    pub(super) fn holds(&self, cumulative: &[u64]) -> bool {
        let last = self.at.saturating_add(self.confirm);
        self.at >= 1
            && self.confirm >= 1
            && last <= cumulative.len()
            && cumulative[last - 1] == cumulative[self.at - 1]
    }
}

/// The greatest probability that the next interview brings something new which so many interviews without
/// anything new do not exclude, at 95 %: 1 − 0.05^(1/s).
///
/// # Errors
/// Without an interview.
pub fn upper_probability(confirming: usize) -> Measured {
    if confirming == 0 {
        return Err(Undefined::NoUnits);
    }
    Ok(1.0 - 0.05f64.powf(1.0 / crate::undefined::count(confirming)))
}
