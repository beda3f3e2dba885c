//! Any number of coders: how many of them put each unit in each category.

use super::contingency::beyond;
use crate::ratio::real;
use crate::undefined::count;
use crate::{Measured, Undefined};

/// Units that were rated alike: how many coders chose each category.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TallyRow {
    /// For each category, how many coders chose it.
    pub counts: Vec<u32>,
    /// How many units look like this.
    pub units: u64,
}

/// How many coders put each unit in each category. Units that look alike share a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    categories: usize,
    rows: Vec<TallyRow>,
}

/// What the coefficients of a tally are made of. Missing ratings are treated as in Gwet 2014: agreement is
/// the mean over units with two ratings or more, category shares the mean over units with one or more.
struct Summary {
    rated: f64,
    pairable: f64,
    observed: f64,
    shares: Vec<f64>,
}

/// Which coefficient a variance is wanted of.
#[derive(Clone, Copy)]
enum Coefficient {
    Fleiss,
    Ac1,
    BrennanPrediger,
}

impl TallyRow {
    fn ratings(&self) -> f64 {
        self.counts.iter().map(|count| f64::from(*count)).sum()
    }

    fn is_pairable(&self) -> bool {
        self.units > 0 && self.counts.iter().map(|count| u64::from(*count)).sum::<u64>() >= 2
    }

    /// Ordered pairs of coders that agree.
    fn agreeing(&self) -> f64 {
        self.counts.iter().map(|count| f64::from(*count) * (f64::from(*count) - 1.0)).sum()
    }

    fn agreement(&self) -> f64 {
        let ratings = self.ratings();
        if ratings < 2.0 { 0.0 } else { self.agreeing() / (ratings * (ratings - 1.0)) }
    }
}

impl Tally {
    /// A tally over so many declared categories; longer rows are cut to them.
    #[must_use]
    pub fn new(categories: usize, rows: Vec<TallyRow>) -> Tally {
        let mut rows = rows;
        for row in &mut rows {
            row.counts.resize(categories, 0);
        }
        Tally { categories, rows }
    }

    /// How many units two coders or more rated.
    #[must_use]
    pub fn pairable_units(&self) -> u64 {
        self.pairable().map(|row| row.units).sum()
    }

    fn pairable(&self) -> impl Iterator<Item = &TallyRow> {
        self.rows.iter().filter(|row| row.is_pairable())
    }

    fn rated(&self) -> impl Iterator<Item = &TallyRow> {
        self.rows.iter().filter(|row| row.units > 0 && row.ratings() > 0.0)
    }

    fn summary(&self) -> Measured<Summary> {
        let rated: f64 = self.rated().map(|row| real(row.units)).sum();
        let pairable = real(self.pairable_units());
        if pairable == 0.0 {
            return Err(if rated == 0.0 { Undefined::NoUnits } else { Undefined::NoPairableUnits });
        }
        let mut shares = vec![0.0; self.categories];
        for row in self.rated() {
            let weight = real(row.units) / row.ratings() / rated;
            for (share, chosen) in shares.iter_mut().zip(&row.counts) {
                *share += f64::from(*chosen) * weight;
            }
        }
        let agreed: f64 = self.pairable().map(|row| row.agreement() * real(row.units)).sum();
        Ok(Summary { rated, pairable, observed: agreed / pairable, shares })
    }

    /// The same, where the ratings that can be compared are not all in one category.
    fn varying(&self) -> Measured<Summary> {
        let summary = self.summary()?;
        let used = (0..self.categories).filter(|k| self.pairable().any(|row| row.counts[*k] > 0));
        if used.count() < 2 { Err(Undefined::NoVariation) } else { Ok(summary) }
    }

    /// The mean, over units with two ratings or more, of the share of pairs of coders that agree.
    ///
    /// # Errors
    /// Without units that two coders rated.
    pub fn observed(&self) -> Measured {
        Ok(self.summary()?.observed)
    }

    /// The share of agreeing pairs over all pairs of all units together.
    ///
    /// # Errors
    /// Without units that two coders rated.
    pub fn observed_pooled(&self) -> Measured {
        self.summary()?;
        let agreeing: f64 = self.pairable().map(|row| row.agreeing() * real(row.units)).sum();
        let pairs = |row: &TallyRow| row.ratings() * (row.ratings() - 1.0) * real(row.units);
        Ok(agreeing / self.pairable().map(pairs).sum::<f64>())
    }

    /// Fleiss' kappa (Fleiss 1971; with missing ratings as in Gwet 2014).
    ///
    /// # Errors
    /// Without units that two coders rated, or without variation.
    pub fn fleiss_kappa(&self) -> Measured {
        self.coefficient(Coefficient::Fleiss)
    }

    /// Gwet's AC1 over the declared categories (Gwet 2008).
    ///
    /// # Errors
    /// Without units that two coders rated, or without variation.
    pub fn gwet_ac1(&self) -> Measured {
        self.coefficient(Coefficient::Ac1)
    }

    /// Brennan and Prediger's coefficient over the declared categories.
    ///
    /// # Errors
    /// Without units that two coders rated, or without variation.
    pub fn brennan_prediger(&self) -> Measured {
        self.coefficient(Coefficient::BrennanPrediger)
    }

    fn coefficient(&self, which: Coefficient) -> Measured {
        let summary = self.varying()?;
        Ok(beyond(summary.observed, self.expected(&summary, which)))
    }

    fn expected(&self, summary: &Summary, which: Coefficient) -> f64 {
        match which {
            Coefficient::Fleiss => summary.shares.iter().map(|share| share * share).sum(),
            Coefficient::Ac1 => {
                let spread: f64 = summary.shares.iter().map(|share| share * (1.0 - share)).sum();
                spread / (count(self.categories) - 1.0)
            }
            Coefficient::BrennanPrediger => 1.0 / count(self.categories),
        }
    }

    /// Krippendorff's alpha for nominal values (Krippendorff 2011); units with one rating are left out.
    ///
    /// # Errors
    /// Without units that two coders rated, or without variation.
    pub fn krippendorff_alpha(&self) -> Measured {
        self.varying()?;
        let mut values = vec![0.0; self.categories];
        let (mut coincidences, mut agreeing) = (0.0, 0.0);
        for row in self.pairable() {
            let (ratings, units) = (row.ratings(), real(row.units));
            coincidences += ratings * units;
            agreeing += row.agreeing() / (ratings - 1.0) * units;
            for (value, chosen) in values.iter_mut().zip(&row.counts) {
                *value += f64::from(*chosen) * units;
            }
        }
        let alike: f64 = values.iter().map(|value| value * (value - 1.0)).sum();
        let expected = 1.0 - alike / (coincidences * (coincidences - 1.0));
        Ok(1.0 - (1.0 - agreeing / coincidences) / expected)
    }

    /// Standard error of Fleiss' kappa over units (Gwet 2014), valid for independent units only.
    ///
    /// # Errors
    /// Without variation, or with a single unit.
    pub fn fleiss_kappa_error(&self) -> Measured {
        self.error(Coefficient::Fleiss)
    }

    /// Standard error of AC1 over units (Gwet 2014), valid for independent units only.
    ///
    /// # Errors
    /// Without variation, or with a single unit.
    pub fn gwet_ac1_error(&self) -> Measured {
        self.error(Coefficient::Ac1)
    }

    /// Standard error of Brennan and Prediger's coefficient over units (Gwet 2014).
    ///
    /// # Errors
    /// Without variation, or with a single unit.
    pub fn brennan_prediger_error(&self) -> Measured {
        self.error(Coefficient::BrennanPrediger)
    }

    /// Gwet's linearised variance: each unit's share in the coefficient, chance term included.
    fn error(&self, which: Coefficient) -> Measured {
        let summary = self.varying()?;
        if summary.rated < 2.0 {
            return Err(Undefined::TooFewUnits);
        }
        let expected = self.expected(&summary, which);
        let value = beyond(summary.observed, expected);
        let mut squares = 0.0;
        for row in self.rated() {
            let agreed = if row.is_pairable() { row.agreement() - expected } else { 0.0 };
            let own = summary.rated / summary.pairable * agreed / (1.0 - expected);
            let chance = self.unit_expected(row, &summary, which, expected);
            let part = own - 2.0 * (1.0 - value) * (chance - expected) / (1.0 - expected);
            squares += (part - value).powi(2) * real(row.units);
        }
        Ok((squares / (summary.rated * (summary.rated - 1.0))).sqrt())
    }

    /// What one unit contributes to the agreement expected by chance.
    fn unit_expected(&self, row: &TallyRow, summary: &Summary, which: Coefficient, expected: f64) -> f64 {
        let weighted = |weight: &dyn Fn(f64) -> f64| {
            let pairs = row.counts.iter().zip(&summary.shares);
            pairs.map(|(chosen, share)| f64::from(*chosen) * weight(*share)).sum::<f64>() / row.ratings()
        };
        match which {
            Coefficient::Fleiss => weighted(&|share| share),
            Coefficient::Ac1 => weighted(&|share| 1.0 - share) / (count(self.categories) - 1.0),
            Coefficient::BrennanPrediger => expected,
        }
    }

    /// Fleiss' kappa of one category against all others together.
    ///
    /// # Errors
    /// Without units that two coders rated, or where the category was never or always chosen.
    pub fn fleiss_kappa_of(&self, category: usize) -> Measured {
        let split = |row: &TallyRow| {
            let chosen = row.counts.get(category).copied().unwrap_or_default();
            let others = row.counts.iter().sum::<u32>() - chosen;
            TallyRow { counts: vec![chosen, others], units: row.units }
        };
        Tally::new(2, self.rows.iter().map(split).collect()).fleiss_kappa()
    }

    /// Standard error of Fleiss' kappa under the hypothesis of no agreement beyond chance (Fleiss, Nee &
    /// Landis 1979), where every unit was rated equally often.
    ///
    /// # Errors
    /// Without variation, or with unequal numbers of ratings.
    pub fn fleiss_kappa_error_null(&self) -> Measured {
        let summary = self.varying()?;
        let ratings = self.pairable().next().map_or(0.0, TallyRow::ratings);
        if self.rated().any(|row| (row.ratings() - ratings).abs() > 0.5) {
            return Err(Undefined::UnequalRatings);
        }
        let spread: f64 = summary.shares.iter().map(|p| p * (1.0 - p)).sum();
        let skew: f64 = summary.shares.iter().map(|p| p * (1.0 - p) * (1.0 - 2.0 * p)).sum();
        let variance =
            2.0 * (spread * spread - skew) / (summary.rated * ratings * (ratings - 1.0) * spread * spread);
        Ok(variance.max(0.0).sqrt())
    }
}
