//! Who rated what: coders told apart, ratings possibly missing.

use super::contingency::beyond;
use super::{Contingency, Tally, TallyRow};
use crate::ratio::real;
use crate::undefined::count;
use crate::{Measured, Undefined, mean_of_defined};

/// The ratings of one unit, or of several that were rated alike.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rating {
    /// For each coder the category chosen; `None` where that coder did not read the unit.
    pub chosen: Vec<Option<usize>>,
    /// How many units were rated so.
    pub units: u64,
}

/// The ratings of several coders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratings {
    coders: usize,
    categories: usize,
    rows: Vec<Rating>,
}

impl Ratings {
    /// Ratings over so many declared categories; a category beyond them counts as missing.
    #[must_use]
    pub fn new(coders: usize, categories: usize, rows: Vec<Rating>) -> Ratings {
        let mut rows = rows;
        for row in &mut rows {
            row.chosen.resize(coders, None);
            for chosen in &mut row.chosen {
                *chosen = chosen.filter(|category| *category < categories);
            }
        }
        Ratings { coders, categories, rows }
    }

    /// How many coders there are.
    #[must_use]
    pub fn coders(&self) -> usize {
        self.coders
    }

    /// The same without telling coders apart.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let row = |rating: &Rating| {
            let mut counts = vec![0; self.categories];
            for category in rating.chosen.iter().flatten() {
                counts[*category] += 1;
            }
            TallyRow { counts, units: rating.units }
        };
        Tally::new(self.categories, self.rows.iter().map(row).collect())
    }

    /// The decisions of two coders on the units that both rated.
    #[must_use]
    pub fn pair(&self, first: usize, second: usize) -> Contingency {
        let mut table = Contingency::empty(self.categories);
        for row in &self.rows {
            let of = |coder: usize| row.chosen.get(coder).copied().flatten();
            if let (Some(a), Some(b)) = (of(first), of(second)) {
                table.add(a, b, row.units);
            }
        }
        table
    }

    /// Cohen's kappa, for two coders.
    ///
    /// # Errors
    /// For another number of coders; without units; without variation.
    pub fn cohen_kappa(&self) -> Measured {
        if self.coders == 2 { self.pair(0, 1).cohen_kappa() } else { Err(Undefined::NotTwoCoders) }
    }

    /// Cohen's kappa of each pair of coders, in order: (0,1), (0,2)… (1,2)…
    #[must_use]
    pub fn pairwise_kappa(&self) -> Vec<(usize, usize, Measured)> {
        let pairs = (0..self.coders).flat_map(|g| (g + 1..self.coders).map(move |h| (g, h)));
        pairs.map(|(g, h)| (g, h, self.pair(g, h).cohen_kappa())).collect()
    }

    /// The mean of the pairwise kappas that are defined (Light 1971).
    ///
    /// # Errors
    /// Where no pair has one.
    pub fn light_kappa(&self) -> Measured {
        self.can_agree()?;
        mean_of_defined(self.pairwise_kappa().into_iter().map(|(_, _, kappa)| kappa)).0
    }

    /// Conger's kappa (Conger 1980), Cohen's for several coders: chance is the mean over pairs of coders of
    /// the product of their own shares.
    ///
    /// # Errors
    /// Without units that two coders rated, or without variation.
    pub fn conger_kappa(&self) -> Measured {
        self.can_agree()?;
        let observed = self.tally().observed()?;
        let shares: Vec<Vec<f64>> = (0..self.coders).filter_map(|coder| self.shares_of(coder)).collect();
        let coders = count(shares.len());
        if coders < 2.0 {
            return Err(Undefined::NoPairableUnits);
        }
        let mut expected = 0.0;
        for category in 0..self.categories {
            let sum: f64 = shares.iter().map(|of| of[category]).sum();
            let squares: f64 = shares.iter().map(|of| of[category] * of[category]).sum();
            expected += (sum * sum - squares) / (coders * (coders - 1.0));
        }
        if expected >= 1.0 { Err(Undefined::NoVariation) } else { Ok(beyond(observed, expected)) }
    }

    fn can_agree(&self) -> Measured<()> {
        self.tally().fleiss_kappa().map(|_| ())
    }

    /// The share of each category among what a coder rated.
    fn shares_of(&self, coder: usize) -> Option<Vec<f64>> {
        let mut units = vec![0u64; self.categories];
        for row in &self.rows {
            if let Some(category) = row.chosen[coder] {
                units[category] += row.units;
            }
        }
        let all = units.iter().sum::<u64>();
        (all > 0).then(|| units.iter().map(|of| real(*of) / real(all)).collect())
    }
}
