//! Would another order of the same interviews have said the same? (After Constantinou et al. 2017.)

use super::{Claim, Guest, Incidence};
use crate::ratio::quotient;
use crate::{Measured, Seeded, Undefined};
use std::collections::BTreeMap;

/// Up to so many interviews every order is tried.
pub const MOST_EXHAUSTIVE: usize = 8;

/// What the orders of the interviews say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orders {
    /// How many orders were looked at.
    pub orders: u64,
    /// True where these are all orders.
    pub exhaustive: bool,
    /// In how many of them Guest's rule is reached at which interview; `None` for not reached.
    pub guest: BTreeMap<Option<usize>, u64>,
    /// In how many of them each claim holds.
    pub claims: Vec<u64>,
}

impl Orders {
    /// The share of orders in which a claim holds.
    ///
    /// # Errors
    /// Without an order, or for a claim that was not asked for.
    pub fn share(&self, claim: usize) -> Measured {
        let held = self.claims.get(claim).copied().ok_or(Undefined::NoUnits)?;
        quotient(crate::ratio::real(held), crate::ratio::real(self.orders), Undefined::NoUnits)
    }
}

/// Applies a rule and claims to all orders of up to eight interviews, else to `draws` orders that follow
/// from the seed. Without interviews there is no order.
#[must_use]
pub fn try_orders(incidence: &Incidence, guest: &Guest, claims: &[Claim], draws: u64, seed: u64) -> Orders {
    let exhaustive = incidence.interviews() <= MOST_EXHAUSTIVE;
    let mut tally = Tally {
        guest,
        claims,
        reached: vec![0; incidence.interviews() + 1],
        held: vec![0; claims.len()],
        orders: 0,
    };
    match incidence.interviews() {
        0 => {}
        n if exhaustive => {
            let unions = unions(incidence);
            walk(&unions, n, 0, &mut Vec::with_capacity(n), &mut tally);
        }
        _ => sample(incidence, draws, seed, &mut tally),
    }
    tally.finish(exhaustive)
}

/// Counts what orders say.
struct Tally<'a> {
    guest: &'a Guest,
    claims: &'a [Claim],
    /// By interview; 0 for not reached.
    reached: Vec<u64>,
    held: Vec<u64>,
    orders: u64,
}

impl Tally<'_> {
    fn see(&mut self, cumulative: &[u64]) {
        self.orders += 1;
        self.reached[self.guest.reached_at(cumulative).unwrap_or(0)] += 1;
        for (held, claim) in self.held.iter_mut().zip(self.claims) {
            *held += u64::from(claim.holds(cumulative));
        }
    }

    fn finish(self, exhaustive: bool) -> Orders {
        let seen = self.reached.iter().enumerate().filter(|(_, orders)| **orders > 0);
        let guest = seen.map(|(at, orders)| ((at > 0).then_some(at), *orders)).collect();
        Orders { orders: self.orders, exhaustive, guest, claims: self.held }
    }
}

/// For each set of interviews (one bit each) how many codes they hold together.
fn unions(incidence: &Incidence) -> Vec<u64> {
    let sets = 1usize << incidence.interviews();
    let mut codes = vec![0u64; sets];
    // Each code is held by a set of interviews and met by every set that shares one with it.
    let mut holders = vec![0usize; incidence.codes()];
    for interview in 0..incidence.interviews() {
        for code in incidence.of(interview) {
            holders[*code] |= 1 << interview;
        }
    }
    for held in holders.into_iter().filter(|held| *held > 0) {
        for (set, codes) in codes.iter_mut().enumerate() {
            *codes += u64::from(set & held > 0);
        }
    }
    codes
}

/// Every order, one interview after the other.
fn walk(unions: &[u64], interviews: usize, taken: usize, cumulative: &mut Vec<u64>, tally: &mut Tally<'_>) {
    if cumulative.len() == interviews {
        tally.see(cumulative);
        return;
    }
    for interview in (0..interviews).filter(|interview| taken & (1 << interview) == 0) {
        let taken = taken | (1 << interview);
        cumulative.push(unions[taken]);
        walk(unions, interviews, taken, cumulative, tally);
        cumulative.pop();
    }
}

/// Orders drawn by the seed.
fn sample(incidence: &Incidence, draws: u64, seed: u64, tally: &mut Tally<'_>) {
    let rows = Rows::new(incidence);
    let mut order: Vec<usize> = (0..incidence.interviews()).collect();
    let mut cumulative = Vec::with_capacity(order.len());
    let mut seen = vec![0u64; rows.words];
    let mut chance = Seeded::new(seed);
    for _ in 0..draws {
        chance.shuffle(&mut order);
        rows.cumulate(&order, &mut seen, &mut cumulative);
        tally.see(&cumulative);
    }
}

/// The codes of each interview as bits, frequent codes first, so that they share words; words without a bit
/// are left out.
struct Rows {
    words: usize,
    /// (word, bits), interview after interview.
    bits: Vec<(usize, u64)>,
    /// Where the words of each interview begin; one more at the end.
    begins: Vec<usize>,
    codes: u64,
}

impl Rows {
    fn new(incidence: &Incidence) -> Rows {
        let frequencies = incidence.frequencies();
        let mut by_frequency: Vec<usize> =
            (0..incidence.codes()).filter(|code| frequencies[*code] > 0).collect();
        by_frequency.sort_by_key(|code| std::cmp::Reverse(frequencies[*code]));
        let mut place = vec![0; incidence.codes()];
        for (rank, code) in by_frequency.iter().enumerate() {
            place[*code] = rank;
        }
        let words = by_frequency.len().div_ceil(64).max(1);
        let mut rows = Rows { words, bits: Vec::new(), begins: vec![0], codes: by_frequency.len() as u64 };
        for interview in 0..incidence.interviews() {
            let mut row = vec![0u64; words];
            for code in incidence.of(interview) {
                row[place[*code] / 64] |= 1 << (place[*code] % 64);
            }
            rows.bits.extend(row.into_iter().enumerate().filter(|(_, bits)| *bits != 0));
            rows.begins.push(rows.bits.len());
        }
        rows
    }

    fn cumulate(&self, order: &[usize], seen: &mut [u64], cumulative: &mut Vec<u64>) {
        seen.fill(0);
        cumulative.clear();
        let mut met = 0u64;
        for interview in order {
            if met < self.codes {
                for (word, bits) in &self.bits[self.begins[*interview]..self.begins[interview + 1]] {
                    let new = bits & !seen[*word];
                    if new != 0 {
                        met += u64::from(new.count_ones());
                        seen[*word] |= new;
                    }
                }
            }
            cumulative.push(met);
        }
    }
}
