//! Two coders, one code: the four counts and everything that follows from them.

use super::Contingency;
use crate::ratio::{difference, quotient, real, wide};
use crate::{Measured, Undefined};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

/// How many units both coders coded, only the first, only the second, neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct PairCounts {
    /// Coded by both.
    pub both: u64,
    /// Coded by the first only.
    pub only_first: u64,
    /// Coded by the second only.
    pub only_second: u64,
    /// Coded by neither.
    pub neither: u64,
}

impl PairCounts {
    /// How many units there are.
    #[must_use]
    pub fn units(&self) -> u64 {
        self.both + self.only_first + self.only_second + self.neither
    }

    /// Units that at least one of the two coded.
    #[must_use]
    pub fn coded(&self) -> u64 {
        self.both + self.only_first + self.only_second
    }

    fn differing(&self) -> u64 {
        self.only_first + self.only_second
    }

    /// Twice the presences, and twice the absences, over both coders.
    fn uses(&self) -> (u64, u64) {
        (2 * self.both + self.differing(), 2 * self.neither + self.differing())
    }

    /// Fails where nothing can be said beyond chance.
    fn vary(&self) -> Measured<()> {
        let (present, absent) = self.uses();
        match (present, absent) {
            (0, 0) => Err(Undefined::NoUnits),
            (0, _) | (_, 0) => Err(Undefined::NoVariation),
            _ => Ok(()),
        }
    }

    /// The share of units on which both did the same.
    ///
    /// # Errors
    /// [`Undefined::NoUnits`].
    pub fn observed(&self) -> Measured {
        quotient(real(self.both + self.neither), real(self.units()), Undefined::NoUnits)
    }

    /// Agreement on presence, 2a/(2a+b+c): Dice, F1.
    ///
    /// # Errors
    /// [`Undefined::NothingCoded`] where nobody used the code.
    pub fn positive(&self) -> Measured {
        let (present, _) = self.uses();
        let reason = if self.units() == 0 { Undefined::NoUnits } else { Undefined::NothingCoded };
        quotient(real(2 * self.both), real(present), reason)
    }

    /// Agreement on absence, 2d/(2d+b+c).
    ///
    /// # Errors
    /// [`Undefined::EverythingCoded`] where both coded every unit.
    pub fn negative(&self) -> Measured {
        let (_, absent) = self.uses();
        let reason = if self.units() == 0 { Undefined::NoUnits } else { Undefined::EverythingCoded };
        quotient(real(2 * self.neither), real(absent), reason)
    }

    /// Cohen's kappa (Cohen 1960): each coder's own share is what chance would give.
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn cohen_kappa(&self) -> Measured {
        self.vary()?;
        let (a, b, c, d) = self.wide();
        // (po − pe) / (1 − pe) with both sides multiplied by n²: no subtraction of nearly equal numbers.
        Ok(2.0 * difference(a * d, b * c) / wide((a + b) * (b + d) + (a + c) * (c + d)))
    }

    /// Scott's pi (Scott 1955): the mean share of both coders is what chance would give.
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn scott_pi(&self) -> Measured {
        self.vary()?;
        let (a, b, c, d) = self.wide();
        let (present, absent) = self.uses();
        Ok(difference(4 * a * d, (b + c) * (b + c)) / (real(present) * real(absent)))
    }

    /// Krippendorff's alpha for two nominal values (Krippendorff 2011), corrected for small samples.
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn krippendorff_alpha(&self) -> Measured {
        self.vary()?;
        let (present, absent) = self.uses();
        let values = real(2 * self.units());
        Ok(1.0 - real(self.differing()) * (values - 1.0) / (real(present) * real(absent)))
    }

    /// Gwet's AC1 (Gwet 2008): stable where a code is rare or everywhere.
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn gwet_ac1(&self) -> Measured {
        self.vary()?;
        let (present, absent) = self.uses();
        let values = real(2 * self.units());
        let expected = 2.0 * (real(present) / values) * (real(absent) / values);
        Ok((self.observed()? - expected) / (1.0 - expected))
    }

    /// Brennan and Prediger's coefficient for two categories, 2po − 1 (PABAK).
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn brennan_prediger(&self) -> Measured {
        self.vary()?;
        Ok(2.0 * self.observed()? - 1.0)
    }

    /// |a − d| / n: how far presence and absence are from even.
    ///
    /// # Errors
    /// [`Undefined::NoUnits`].
    pub fn prevalence(&self) -> Measured {
        quotient(real(self.both.abs_diff(self.neither)), real(self.units()), Undefined::NoUnits)
    }

    /// |b − c| / n: how far one coder uses the code more than the other.
    ///
    /// # Errors
    /// [`Undefined::NoUnits`].
    pub fn bias(&self) -> Measured {
        quotient(real(self.only_first.abs_diff(self.only_second)), real(self.units()), Undefined::NoUnits)
    }

    /// The same counts as a table: coded first, not coded second.
    #[must_use]
    pub fn table(&self) -> Contingency {
        Contingency::two_by_two(self)
    }

    /// The counts with the coders exchanged.
    #[must_use]
    pub fn swapped(&self) -> PairCounts {
        PairCounts { only_first: self.only_second, only_second: self.only_first, ..*self }
    }

    fn wide(&self) -> (u128, u128, u128, u128) {
        (self.both.into(), self.only_first.into(), self.only_second.into(), self.neither.into())
    }
}

impl Add for PairCounts {
    type Output = PairCounts;

    fn add(self, other: PairCounts) -> PairCounts {
        PairCounts {
            both: self.both + other.both,
            only_first: self.only_first + other.only_first,
            only_second: self.only_second + other.only_second,
            neither: self.neither + other.neither,
        }
    }
}

impl Sub for PairCounts {
    type Output = PairCounts;

    /// What is left without `other`; never below nothing.
    fn sub(self, other: PairCounts) -> PairCounts {
        PairCounts {
            both: self.both.saturating_sub(other.both),
            only_first: self.only_first.saturating_sub(other.only_first),
            only_second: self.only_second.saturating_sub(other.only_second),
            neither: self.neither.saturating_sub(other.neither),
        }
    }
}

impl AddAssign for PairCounts {
    fn add_assign(&mut self, other: PairCounts) {
        *self = *self + other;
    }
}

impl Sum for PairCounts {
    fn sum<I: Iterator<Item = PairCounts>>(counts: I) -> PairCounts {
        counts.fold(PairCounts::default(), Add::add)
    }
}
