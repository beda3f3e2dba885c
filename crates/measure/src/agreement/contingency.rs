//! Two coders, several exclusive categories: the table of their decisions.

use super::PairCounts;
use crate::ratio::{quotient, real};
use crate::{Measured, Undefined};

/// How many standard deviations leave 2.5 % of a normal distribution on either side.
pub(crate) const NORMAL_95: f64 = 1.959_963_984_540_054;

/// `table[i][j]`: units that the first coder put in category `i` and the second in `j`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contingency {
    table: Vec<Vec<u64>>,
}

/// A table whose rows and columns are not the same categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the table has as many rows as one coder's categories and as many columns as the other's: they differ"
)]
pub struct NotSquare;

/// What the coefficients are made of.
struct Shares {
    rows: Vec<f64>,
    columns: Vec<f64>,
    observed: f64,
    n: f64,
}

impl Contingency {
    /// The table; one row and one column for each declared category.
    ///
    /// # Errors
    /// When a row is longer or shorter than the table is high.
    pub fn new(table: Vec<Vec<u64>>) -> Result<Contingency, NotSquare> {
        let square = table.iter().all(|row| row.len() == table.len());
        if square { Ok(Contingency { table }) } else { Err(NotSquare) }
    }

    /// A table of nothing yet.
    #[must_use]
    pub fn empty(categories: usize) -> Contingency {
        Contingency { table: vec![vec![0; categories]; categories] }
    }

    pub(super) fn two_by_two(pair: &PairCounts) -> Contingency {
        Contingency { table: vec![vec![pair.both, pair.only_first], vec![pair.only_second, pair.neither]] }
    }

    pub(super) fn add(&mut self, first: usize, second: usize, units: u64) {
        if let Some(cell) = self.table.get_mut(first).and_then(|row| row.get_mut(second)) {
            *cell += units;
        }
    }

    /// How many units both coders rated.
    #[must_use]
    pub fn units(&self) -> u64 {
        self.table.iter().flatten().sum()
    }

    fn shares(&self) -> Measured<Shares> {
        let n = real(self.units());
        if n == 0.0 {
            return Err(Undefined::NoUnits);
        }
        let row = |i: usize| real(self.table[i].iter().sum()) / n;
        let column = |j: usize| real(self.table.iter().map(|row| row[j]).sum()) / n;
        let categories = 0..self.table.len();
        Ok(Shares {
            rows: categories.clone().map(row).collect(),
            columns: categories.clone().map(column).collect(),
            observed: real(categories.map(|k| self.table[k][k]).sum()) / n,
            n,
        })
    }

    /// The same, where something can be said beyond chance.
    fn varying(&self) -> Measured<Shares> {
        let shares = self.shares()?;
        let units = self.units();
        let one_category = (0..self.table.len()).any(|k| self.table[k][k] == units);
        if one_category { Err(Undefined::NoVariation) } else { Ok(shares) }
    }

    /// The share of units that both put in the same category.
    ///
    /// # Errors
    /// [`Undefined::NoUnits`].
    pub fn observed(&self) -> Measured {
        Ok(self.shares()?.observed)
    }

    /// What chance would give by each coder's own shares.
    ///
    /// # Errors
    /// [`Undefined::NoUnits`].
    pub fn cohen_expected(&self) -> Measured {
        Ok(self.shares()?.cohen_expected())
    }

    /// What chance would give by the mean shares of both.
    ///
    /// # Errors
    /// [`Undefined::NoUnits`].
    pub fn scott_expected(&self) -> Measured {
        Ok(self.shares()?.means().map(|share| share * share).sum())
    }

    /// Cohen's kappa (Cohen 1960).
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn cohen_kappa(&self) -> Measured {
        let shares = self.varying()?;
        Ok(beyond(shares.observed, shares.cohen_expected()))
    }

    /// Scott's pi (Scott 1955).
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn scott_pi(&self) -> Measured {
        let shares = self.varying()?;
        Ok(beyond(shares.observed, self.scott_expected()?))
    }

    /// Gwet's AC1 (Gwet 2008), over the declared categories.
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn gwet_ac1(&self) -> Measured {
        let shares = self.varying()?;
        let spread: f64 = shares.means().map(|share| share * (1.0 - share)).sum();
        Ok(beyond(shares.observed, spread / (self.categories() - 1.0)))
    }

    /// Brennan and Prediger's coefficient: chance is one over the number of declared categories.
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn brennan_prediger(&self) -> Measured {
        Ok(beyond(self.varying()?.observed, 1.0 / self.categories()))
    }

    /// Krippendorff's alpha for nominal values, corrected for small samples.
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn krippendorff_alpha(&self) -> Measured {
        let shares = self.varying()?;
        let values = 2.0 * shares.n;
        let agreeing: f64 = shares.means().map(|share| share * values * (share * values - 1.0)).sum();
        let expected = 1.0 - agreeing / (values * (values - 1.0));
        quotient(1.0 - shares.observed, expected, Undefined::NoVariation).map(|ratio| 1.0 - ratio)
    }

    /// The standard error of kappa (Fleiss, Cohen & Everitt 1969), for its interval.
    ///
    /// Valid for independent units only: for characters and words it is far too small.
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn kappa_error(&self) -> Measured {
        let shares = self.varying()?;
        let expected = shares.cohen_expected();
        let kappa = beyond(shares.observed, expected);
        let off = 1.0 - kappa;
        let (mut agreeing, mut differing) = (0.0, 0.0);
        for (i, row) in self.table.iter().enumerate() {
            for (j, units) in row.iter().enumerate() {
                let share = real(*units) / shares.n;
                if i == j {
                    agreeing += share * (1.0 - (shares.rows[i] + shares.columns[i]) * off).powi(2);
                } else {
                    differing += share * (shares.columns[i] + shares.rows[j]).powi(2);
                }
            }
        }
        let chance = (kappa - expected * off).powi(2);
        let variance = (agreeing + off * off * differing - chance) / shares.n;
        Ok(variance.max(0.0).sqrt() / (1.0 - expected))
    }

    /// The standard error under the hypothesis that kappa is 0, for a test.
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn kappa_error_null(&self) -> Measured {
        let shares = self.varying()?;
        let expected = shares.cohen_expected();
        let pairs = shares.rows.iter().zip(&shares.columns);
        let weighted: f64 = pairs.map(|(row, column)| row * column * (row + column)).sum();
        let variance = (expected + expected * expected - weighted) / shares.n;
        Ok(variance.max(0.0).sqrt() / (1.0 - expected))
    }

    /// Kappa less and plus 1.96 standard errors, not clipped.
    ///
    /// # Errors
    /// Without units or without variation.
    pub fn kappa_interval(&self) -> Measured<(f64, f64)> {
        let (kappa, error) = (self.cohen_kappa()?, self.kappa_error()?);
        Ok((kappa - NORMAL_95 * error, kappa + NORMAL_95 * error))
    }

    fn categories(&self) -> f64 {
        crate::undefined::count(self.table.len())
    }
}

impl Shares {
    fn cohen_expected(&self) -> f64 {
        self.rows.iter().zip(&self.columns).map(|(row, column)| row * column).sum()
    }

    fn means(&self) -> impl Iterator<Item = f64> + '_ {
        self.rows.iter().zip(&self.columns).map(|(row, column)| f64::midpoint(*row, *column))
    }
}

/// Agreement beyond chance, as a share of what is possible beyond chance.
pub(super) fn beyond(observed: f64, expected: f64) -> f64 {
    (observed - expected) / (1.0 - expected)
}
