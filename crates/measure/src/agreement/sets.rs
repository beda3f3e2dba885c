//! Several codes per unit: each rating is a set of codes, compared by a distance between sets.

use super::{Rating, Ratings};
use crate::ratio::real;
use crate::{Measured, Undefined};
use std::collections::BTreeMap;

/// How far two sets of codes are apart: 0 for equal ones (two empty ones too), 1 for disjoint ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetDistance {
    /// 0 where equal, else 1.
    Nominal,
    /// 1 − |A∩B| / |A∪B|.
    Jaccard,
    /// 1 − 2|A∩B| / (|A|+|B|).
    Dice,
    /// 1 − J·M (Passonneau 2006): M is 1 for equal sets, 2/3 where one holds the other, 1/3 where they
    /// overlap, 0 where they do not.
    Masi,
}

impl SetDistance {
    /// The distance between two sets given in ascending order without repetitions.
    #[must_use]
    pub fn between(self, a: &[usize], b: &[usize]) -> f64 {
        if a == b {
            return 0.0;
        }
        let shared = a.iter().filter(|code| b.binary_search(code).is_ok()).count();
        let size = |n: usize| crate::undefined::count(n);
        let jaccard = size(shared) / size(a.len() + b.len() - shared);
        match self {
            SetDistance::Nominal => 1.0,
            SetDistance::Jaccard => 1.0 - jaccard,
            SetDistance::Dice => 1.0 - 2.0 * size(shared) / size(a.len() + b.len()),
            SetDistance::Masi => {
                let monotone = match shared {
                    0 => 0.0,
                    _ if shared == a.len().min(b.len()) => 2.0 / 3.0,
                    _ => 1.0 / 3.0,
                };
                1.0 - jaccard * monotone
            }
        }
    }
}

/// What each coder put on each unit: a set of codes, `None` where the coder did not read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetRatings {
    coders: usize,
    /// For each coder the index of a set, with how many units look like this.
    units: Vec<(Vec<Option<usize>>, u64)>,
    sets: Vec<Vec<usize>>,
}

impl SetRatings {
    /// The ratings; the codes of a set come in any order and may be repeated.
    #[must_use]
    pub fn new(coders: usize, units: Vec<Vec<Option<Vec<usize>>>>) -> SetRatings {
        SetRatings::weighted(coders, units.into_iter().map(|unit| (unit, 1)).collect())
    }

    /// The same where several units may look alike: each row with how many they are.
    #[must_use]
    pub fn weighted(coders: usize, units: Vec<(Vec<Option<Vec<usize>>>, u64)>) -> SetRatings {
        let mut known: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
        let mut index = |mut set: Vec<usize>| {
            set.sort_unstable();
            set.dedup();
            let next = known.len();
            *known.entry(set).or_insert(next)
        };
        let units = units.into_iter().map(|(unit, alike)| {
            let mut ratings: Vec<Option<usize>> = unit.into_iter().map(|set| set.map(&mut index)).collect();
            ratings.resize(coders, None);
            (ratings, alike)
        });
        let units = units.collect();
        let mut sets = vec![Vec::new(); known.len()];
        for (set, place) in known {
            sets[place] = set;
        }
        SetRatings { coders, units, sets }
    }

    /// Krippendorff's alpha with a distance between sets; units with one rating are left out.
    ///
    /// # Errors
    /// Without units that two coders rated, or where all their sets are equal.
    pub fn alpha(&self, distance: SetDistance) -> Measured {
        let mut uses = vec![0u64; self.sets.len()];
        let mut observed = 0.0;
        let mut rated = 0usize;
        for (unit, alike) in &self.units {
            let values: Vec<usize> = unit.iter().copied().flatten().collect();
            rated += values.len();
            if values.len() < 2 {
                continue;
            }
            for (place, a) in values.iter().enumerate() {
                uses[*a] += alike;
                let apart = values[place + 1..].iter().map(|b| self.distance(distance, *a, *b));
                let others = crate::undefined::count(values.len()) - 1.0;
                observed += 2.0 * real(*alike) * apart.sum::<f64>() / others;
            }
        }
        let n = real(uses.iter().sum());
        if n == 0.0 {
            return Err(if rated == 0 { Undefined::NoUnits } else { Undefined::NoPairableUnits });
        }
        let expected = self.expected(distance, &uses);
        // Do = observed / n, De = expected / (n (n − 1)).
        if expected == 0.0 { Err(Undefined::NoVariation) } else { Ok(1.0 - observed * (n - 1.0) / expected) }
    }

    /// The sum of the distances over all ordered pairs of ratings: one step for two distinct sets.
    fn expected(&self, distance: SetDistance, uses: &[u64]) -> f64 {
        let mut expected = 0.0;
        for a in 0..self.sets.len() {
            for b in a + 1..self.sets.len() {
                if uses[a] > 0 && uses[b] > 0 {
                    expected += 2.0 * real(uses[a]) * real(uses[b]) * self.distance(distance, a, b);
                }
            }
        }
        expected
    }

    fn distance(&self, distance: SetDistance, a: usize, b: usize) -> f64 {
        if a == b { 0.0 } else { distance.between(&self.sets[a], &self.sets[b]) }
    }

    /// One code alone: category 0 where the set holds it, 1 where not.
    #[must_use]
    pub fn of_code(&self, code: usize) -> Ratings {
        let holds: Vec<bool> = self.sets.iter().map(|set| set.binary_search(&code).is_ok()).collect();
        let row = |(unit, alike): &(Vec<Option<usize>>, u64)| Rating {
            chosen: unit.iter().map(|set| set.map(|set| usize::from(!holds[set]))).collect(),
            units: *alike,
        };
        Ratings::new(self.coders, 2, self.units.iter().map(row).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// {A} and {A, B}: the definition gives 1 − 1/2 · 2/3. A known library answers 1/6.
    #[test]
    fn masi_of_a_set_and_a_larger_one() {
        assert!((SetDistance::Masi.between(&[0], &[0, 1]) - 2.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn two_empty_sets_are_equal_and_an_empty_one_is_far_from_any_other() {
        for distance in [SetDistance::Nominal, SetDistance::Jaccard, SetDistance::Dice, SetDistance::Masi] {
            assert!(distance.between(&[], &[]).abs() < 1e-15);
            assert!((distance.between(&[], &[3]) - 1.0).abs() < 1e-15);
        }
    }
}
