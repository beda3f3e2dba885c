//! Which code is in which interview.

use super::Curve;
use crate::Seeded;

/// For each interview, in a declared order, the codes found in it.
#[derive(Default, Debug, Clone, PartialEq, Eq)]
pub struct Incidence {
    interviews: Vec<Vec<usize>>,
    codes: usize,
}

impl Incidence {
    /// The codes of each interview as indices; repetitions within an interview count once.
    #[must_use]
    pub fn new(interviews: Vec<Vec<usize>>) -> Incidence {
        let mut interviews = interviews;
        for codes in &mut interviews {
            codes.sort_unstable();
            codes.dedup();
        }
        let codes = interviews.iter().flatten().map(|code| code + 1).max().unwrap_or_default();
        Incidence { interviews, codes }
    }

    /// How many interviews there are.
    #[must_use]
    pub fn interviews(&self) -> usize {
        self.interviews.len()
    }

    /// One more than the greatest code.
    #[must_use]
    pub fn codes(&self) -> usize {
        self.codes
    }

    /// The codes of an interview, in ascending order; none beyond the last.
    #[must_use]
    pub fn of(&self, interview: usize) -> &[usize] {
        self.interviews.get(interview).map_or(&[], Vec::as_slice)
    }

    /// In how many interviews each code is.
    #[must_use]
    pub fn frequencies(&self) -> Vec<u64> {
        let mut frequencies = vec![0; self.codes];
        for code in self.interviews.iter().flatten() {
            frequencies[*code] += 1;
        }
        frequencies
    }

    /// How many codes are met for the first time in each interview.
    #[must_use]
    pub fn curve(&self) -> Curve {
        let mut seen = vec![false; self.codes];
        let new = |codes: &Vec<usize>| {
            let first = codes.iter().filter(|code| !std::mem::replace(&mut seen[**code], true));
            first.count() as u64
        };
        let new: Vec<u64> = self.interviews.iter().map(new).collect();
        Curve::with_totals(new, self.interviews.iter().map(|codes| codes.len() as u64).collect())
    }

    /// For each code the interview, counted from 1, where it is met for the n-th time.
    #[must_use]
    pub fn nth_occurrence(&self, n: usize) -> Vec<Option<usize>> {
        let mut met = vec![0; self.codes];
        let mut found = vec![None; self.codes];
        for (place, codes) in self.interviews.iter().enumerate() {
            for code in codes {
                met[*code] += 1;
                if met[*code] == n {
                    found[*code] = Some(place + 1);
                }
            }
        }
        found
    }

    /// The interviews in another order.
    #[must_use]
    pub fn reordered(&self, order: &[usize]) -> Incidence {
        Incidence::new(order.iter().map(|place| self.of(*place).to_vec()).collect())
    }

    /// The interviews in an order drawn by a seed.
    #[must_use]
    pub fn shuffled(&self, seed: u64) -> Incidence {
        let mut order: Vec<usize> = (0..self.interviews()).collect();
        Seeded::new(seed).shuffle(&mut order);
        self.reordered(&order)
    }
}
