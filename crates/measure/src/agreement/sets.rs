//! Several codes per unit: each rating is a set of codes, compared by a distance between sets.

use super::{Rating, Ratings};
use crate::ratio::real;
use crate::{Measured, Undefined};
use std::collections::{BTreeMap, HashMap};

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
        self.of_sizes(Sizes { shared, first: a.len(), second: b.len() })
    }

    /// The distance between two sets by how large they are and how many codes they share.
    fn of_sizes(self, Sizes { shared, first, second }: Sizes) -> f64 {
        if shared == first && shared == second {
            return 0.0;
        }
        let size = |n: usize| crate::undefined::count(n);
        let jaccard = size(shared) / size(first + second - shared);
        match self {
            SetDistance::Nominal => 1.0,
            SetDistance::Jaccard => 1.0 - jaccard,
            SetDistance::Dice => 1.0 - 2.0 * size(shared) / size(first + second),
            SetDistance::Masi => {
                let monotone = match shared {
                    0 => 0.0,
                    _ if shared == first.min(second) => 2.0 / 3.0,
                    _ => 1.0 / 3.0,
                };
                1.0 - jaccard * monotone
            }
        }
    }
}

/// More subsets than this are not listed.
const MOST_SUBSETS: usize = 1 << 22;

/// Two sets by what a distance asks of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sizes {
    shared: usize,
    first: usize,
    second: usize,
}

/// How often two ratings meet whose sets have given sizes and share a given number of codes.
///
/// For each `j`, the subsets of `j` codes give Σ over pairs of C(shared, j); from these the pairs that share
/// exactly `i` codes follow by inversion: Σ over `j ≥ i` of (−1)^(j−i) C(j, i) times the former. All in
/// integers, so nothing is lost.
struct Meetings {
    /// By number of codes of the subset, then by both sizes.
    common: Vec<Vec<i128>>,
    /// One more than the largest set.
    sizes: usize,
}

impl Meetings {
    fn of<'a>(sets: impl Iterator<Item = (&'a [usize], u64)>) -> Meetings {
        let mut by_subset: HashMap<Vec<usize>, Vec<(usize, i128)>> = HashMap::new();
        let mut sizes = 1;
        for (set, uses) in sets {
            sizes = sizes.max(set.len() + 1);
            for mask in 0u64..1 << set.len() {
                let chosen = set.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1);
                let by_size = by_subset.entry(chosen.map(|(_, code)| *code).collect()).or_default();
                match by_size.iter_mut().find(|(size, _)| *size == set.len()) {
                    Some((_, weight)) => *weight += i128::from(uses),
                    None => by_size.push((set.len(), i128::from(uses))),
                }
            }
        }
        let mut common = vec![vec![0; sizes * sizes]; sizes];
        for (subset, by_size) in by_subset {
            for (first, one) in &by_size {
                for (second, other) in &by_size {
                    common[subset.len()][first * sizes + second] += one * other;
                }
            }
        }
        Meetings { common, sizes }
    }

    /// Every sort of pair that occurs, with how often.
    fn pairs(&self) -> impl Iterator<Item = (Sizes, f64)> + '_ {
        let all = 0..self.sizes;
        let sorts = all.clone().flat_map(move |first| all.clone().map(move |second| (first, second)));
        sorts.flat_map(move |(first, second)| {
            (0..=first.min(second)).filter_map(move |shared| {
                let pairs = self.exactly(shared, first, second);
                (pairs != 0).then_some((Sizes { shared, first, second }, pairs as f64))
            })
        })
    }

    fn exactly(&self, shared: usize, first: usize, second: usize) -> i128 {
        let mut sum = 0;
        let mut choose: i128 = 1;
        for j in shared..=first.min(second) {
            let common = self.common[j][first * self.sizes + second];
            sum += if (j - shared).is_multiple_of(2) { choose * common } else { -choose * common };
            // C(j + 1, i) from C(j, i).
            choose = choose * (j as i128 + 1) / (j as i128 + 1 - shared as i128);
        }
        sum
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

    /// The sum of the distances over all ordered pairs of ratings.
    ///
    /// A distance depends on how large two sets are and how many codes they share, and on nothing else; how
    /// many pairs of each sort there are follows from the subsets of the sets, in one pass. Only where the
    /// sets are so large that their subsets are too many is each pair looked at.
    fn expected(&self, distance: SetDistance, uses: &[u64]) -> f64 {
        let used = self.sets.iter().zip(uses).filter(|(_, uses)| **uses > 0);
        let subsets: usize = used.clone().map(|(set, _)| 1usize << set.len().min(40)).sum();
        if subsets > MOST_SUBSETS {
            return self.expected_by_pairs(distance, uses);
        }
        let meetings = Meetings::of(used.map(|(set, uses)| (set.as_slice(), *uses)));
        meetings.pairs().map(|(sizes, pairs)| pairs * distance.of_sizes(sizes)).sum()
    }

    /// The same, one step for two distinct sets.
    fn expected_by_pairs(&self, distance: SetDistance, uses: &[u64]) -> f64 {
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

    /// Sets as they fall, always the same: the sum over sorts of pairs is the sum over pairs.
    #[test]
    fn pairs_by_their_sizes_are_all_pairs() {
        let mut state = 7u64;
        let mut next = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        for _ in 0..40 {
            let codes = 2 + next(9);
            let set = |next: &mut dyn FnMut(u64) -> u64| -> Option<Vec<usize>> {
                (next(8) > 0).then(|| (0..next(6)).map(|_| next(codes) as usize).collect())
            };
            let units = (0..60).map(|_| (vec![set(&mut next), set(&mut next), set(&mut next)], 1 + next(5)));
            let ratings = SetRatings::weighted(3, units.collect());
            let mut uses = vec![0; ratings.sets.len()];
            for (unit, alike) in &ratings.units {
                unit.iter().flatten().for_each(|set| uses[*set] += alike);
            }
            for distance in [SetDistance::Nominal, SetDistance::Jaccard, SetDistance::Dice, SetDistance::Masi]
            {
                let (one, other) =
                    (ratings.expected(distance, &uses), ratings.expected_by_pairs(distance, &uses));
                assert!((one - other).abs() <= 1e-9 * other.max(1.0), "{distance:?}: {one} {other}");
            }
        }
    }
}
