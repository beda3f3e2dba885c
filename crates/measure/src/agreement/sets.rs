//! Several codes per unit: each rating is a set of codes, compared by a distance between sets.

use super::{PairCounts, Rating, Ratings};
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
    /// For each unit and coder the index of a set.
    units: Vec<Vec<Option<usize>>>,
    sets: Vec<Vec<usize>>,
}

impl SetRatings {
    /// The ratings; the codes of a set come in any order and may be repeated.
    #[must_use]
    pub fn new(coders: usize, units: Vec<Vec<Option<Vec<usize>>>>) -> SetRatings {
        let mut known: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
        let mut index = |mut set: Vec<usize>| {
            set.sort_unstable();
            set.dedup();
            let next = known.len();
            *known.entry(set).or_insert(next)
        };
        let units = units.into_iter().map(|unit| {
            let mut ratings: Vec<Option<usize>> = unit.into_iter().map(|set| set.map(&mut index)).collect();
            ratings.resize(coders, None);
            ratings
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
        for unit in &self.units {
            let values: Vec<usize> = unit.iter().copied().flatten().collect();
            rated += values.len();
            if values.len() < 2 {
                continue;
            }
            for (place, a) in values.iter().enumerate() {
                uses[*a] += 1;
                let apart = values[place + 1..].iter().map(|b| self.distance(distance, *a, *b));
                observed += 2.0 * apart.sum::<f64>() / (crate::undefined::count(values.len()) - 1.0);
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
        let row = |unit: &Vec<Option<usize>>| Rating {
            chosen: unit.iter().map(|set| set.map(|set| usize::from(!holds[set]))).collect(),
            units: 1,
        };
        Ratings::new(self.coders, 2, self.units.iter().map(row).collect())
    }

    /// The four counts of one code for two coders, over the units that both rated.
    #[must_use]
    pub fn pair(&self, code: usize, first: usize, second: usize) -> PairCounts {
        let mut counts = PairCounts::default();
        for unit in &self.units {
            let of = |coder: usize| unit.get(coder).copied().flatten();
            let (Some(a), Some(b)) = (of(first), of(second)) else { continue };
            let has = |set: usize| self.sets[set].binary_search(&code).is_ok();
            match (has(a), has(b)) {
                (true, true) => counts.both += 1,
                (true, false) => counts.only_first += 1,
                (false, true) => counts.only_second += 1,
                (false, false) => counts.neither += 1,
            }
        }
        counts
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
