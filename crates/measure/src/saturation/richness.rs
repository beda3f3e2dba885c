//! How many codes more interviews might bring: estimators made for species, on incidences.
//!
//! Lower bounds and a conversation aid: interviews are chosen on purpose, codes are made by the analyst.

use crate::ratio::{quotient, real};
use crate::undefined::count;
use crate::{Measured, Undefined};

/// What is known of a set of interviews: how many there are, and in how many each code is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Richness {
    interviews: u64,
    frequencies: Vec<u64>,
}

impl Richness {
    /// The frequencies of codes; those in no interview are left out.
    #[must_use]
    pub fn new(interviews: u64, frequencies: &[u64]) -> Richness {
        let seen = frequencies.iter().copied().filter(|frequency| *frequency > 0);
        Richness { interviews, frequencies: seen.map(|frequency| frequency.min(interviews)).collect() }
    }

    /// How many interviews there are.
    #[must_use]
    pub fn interviews(&self) -> u64 {
        self.interviews
    }

    /// In how many interviews each code is.
    #[must_use]
    pub fn frequencies(&self) -> &[u64] {
        &self.frequencies
    }

    /// How many codes were seen.
    #[must_use]
    pub fn observed(&self) -> usize {
        self.frequencies.len()
    }

    /// How often a code was seen in an interview, over all codes and interviews.
    #[must_use]
    pub fn incidences(&self) -> u64 {
        self.frequencies.iter().sum()
    }

    /// How many codes are in exactly `times` interviews.
    #[must_use]
    pub fn seen_in_exactly(&self, times: u64) -> usize {
        self.frequencies.iter().filter(|frequency| **frequency == times).count()
    }

    fn d(&self) -> f64 {
        count(self.observed())
    }

    fn t(&self) -> f64 {
        real(self.interviews)
    }

    /// (T − 1) / T.
    fn k(&self) -> f64 {
        (self.t() - 1.0) / self.t()
    }

    fn q(&self, times: u64) -> f64 {
        count(self.seen_in_exactly(times))
    }

    /// With one interview every code is in exactly one, and without a code there is nothing to go on: nothing can
    /// be estimated.
    fn estimable(&self) -> Measured<()> {
        match self.interviews {
            0 => Err(Undefined::NoUnits),
            1 => Err(Undefined::TooFewUnits),
            _ if self.frequencies.is_empty() => Err(Undefined::NothingCoded),
            _ => Ok(()),
        }
    }

    /// Codes that are estimated to exist and were not seen (Chao 1987).
    fn unseen(&self) -> Measured {
        self.estimable()?;
        let (once, twice) = (self.q(1), self.q(2));
        let unseen = if twice > 0.0 { once * once / (2.0 * twice) } else { once * (once - 1.0) / 2.0 };
        Ok(self.k() * unseen)
    }

    /// Chao2: at least so many codes exist (Chao 1987).
    ///
    /// # Errors
    /// With fewer than two interviews, or without a code.
    pub fn chao2(&self) -> Measured {
        Ok(self.d() + self.unseen()?)
    }

    /// Chao2 in its bias-corrected form.
    ///
    /// # Errors
    /// With fewer than two interviews, or without a code.
    pub fn chao2_bias_corrected(&self) -> Measured {
        self.estimable()?;
        let (once, twice) = (self.q(1), self.q(2));
        Ok(self.d() + self.k() * once * (once - 1.0) / (2.0 * (twice + 1.0)))
    }

    /// The standard error of Chao2.
    ///
    /// # Errors
    /// With fewer than two interviews, or without a code in exactly two.
    pub fn chao2_error(&self) -> Measured {
        self.estimable()?;
        let (twice, k) = (self.q(2), self.k());
        let ratio = quotient(self.q(1), twice, Undefined::NoDoubletons)?;
        let variance =
            twice * (k * ratio.powi(2) / 2.0 + k * k * ratio.powi(3) + k * k * ratio.powi(4) / 4.0);
        Ok(variance.sqrt())
    }

    /// The 95 % interval of Chao2, log-normal above what was seen.
    ///
    /// # Errors
    /// As [`Richness::chao2_error`], or where nothing is estimated beyond what was seen.
    pub fn chao2_interval(&self) -> Measured<(f64, f64)> {
        let (unseen, error) = (self.unseen()?, self.chao2_error()?);
        let relative = quotient(error * error, unseen * unseen, Undefined::NothingUnseen)?;
        let spread = (crate::agreement::NORMAL_95 * relative.ln_1p().sqrt()).exp();
        Ok((self.d() + unseen / spread, self.d() + unseen * spread))
    }

    /// The share of what the interviews of such people hold that is covered by the codes seen
    /// (Chao & Jost 2012).
    ///
    /// # Errors
    /// With fewer than two interviews, or without a code.
    pub fn coverage(&self) -> Measured {
        let unseen = self.unseen()?;
        let all = real(self.incidences());
        let once = quotient(self.q(1), all, Undefined::NothingCoded)?;
        let still = self.t() * unseen;
        let share = if still > 0.0 { still / (still + self.q(1)) } else { 0.0 };
        Ok(1.0 - once * share)
    }

    /// Codes seen, as a share of Chao2.
    ///
    /// # Errors
    /// With fewer than two interviews, or without a code.
    pub fn completeness(&self) -> Measured {
        quotient(self.d(), self.chao2()?, Undefined::NothingCoded)
    }

    /// How many new codes one more interview is expected to bring.
    ///
    /// # Errors
    /// With fewer than two interviews, or without a code.
    pub fn expected_next(&self) -> Measured {
        Ok(self.extrapolated(1)? - self.d())
    }

    /// How many codes are expected after so many more interviews.
    ///
    /// # Errors
    /// With fewer than two interviews, or without a code.
    pub fn extrapolated(&self, more: u64) -> Measured {
        let unseen = self.unseen()?;
        let (once, still) = (self.q(1), self.t() * unseen);
        if still <= 0.0 {
            return Ok(self.d());
        }
        let left = (1.0 - once / (still + once)).powf(real(more));
        Ok(self.d() + unseen * (1.0 - left))
    }

    /// First-order jackknife.
    ///
    /// # Errors
    /// With fewer than two interviews, or without a code.
    pub fn jackknife1(&self) -> Measured {
        self.estimable()?;
        Ok(self.d() + self.q(1) * self.k())
    }

    /// Second-order jackknife.
    ///
    /// # Errors
    /// With fewer than two interviews, or without a code.
    pub fn jackknife2(&self) -> Measured {
        self.estimable()?;
        let (t, once, twice) = (self.t(), self.q(1), self.q(2));
        Ok(self.d() + once * (2.0 * t - 3.0) / t - twice * (t - 2.0).powi(2) / (t * (t - 1.0)))
    }

    /// Bootstrap estimate: D + Σ (1 − f/T)^T.
    ///
    /// # Errors
    /// With fewer than two interviews, or without a code.
    pub fn bootstrap(&self) -> Measured {
        self.estimable()?;
        let missed = |frequency: &u64| (1.0 - real(*frequency) / self.t()).powf(self.t());
        Ok(self.d() + self.frequencies.iter().map(missed).sum::<f64>())
    }

    /// The coverage expected of `interviews` of them drawn by chance.
    ///
    /// # Errors
    /// As [`Richness::coverage`]; without interviews; beyond those there are.
    pub fn coverage_of(&self, interviews: u64) -> Measured {
        if interviews == self.interviews {
            return self.coverage();
        }
        self.estimable()?;
        if interviews == 0 || interviews > self.interviews {
            return Err(Undefined::NoUnits);
        }
        let all = quotient(1.0, real(self.incidences()), Undefined::NothingCoded)?;
        // C(T − f, t) / C(T − 1, t), as a product: both count draws that miss all but one interview.
        let missed = |frequency: &u64| {
            let others = self.interviews - 1;
            let steps = 0..frequency - 1;
            let share: f64 = steps
                .map(|step| real((others - step).saturating_sub(interviews)) / real(others - step))
                .product();
            real(*frequency) * share
        };
        Ok(1.0 - self.frequencies.iter().map(missed).sum::<f64>() * all)
    }
}
