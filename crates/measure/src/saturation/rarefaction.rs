//! How many codes so many interviews show, over all ways to choose them: exact, without drawing any.

use super::{Incidence, Richness};
use crate::ratio::{real, wide};

/// More interviews than this are counted in real numbers: the whole ones would not fit.
const MOST_EXACT: usize = 64;

/// The mean number of codes in `interviews` interviews over all choices of them:
/// D − Σ C(T − f, t) / C(T, t).
#[must_use]
pub fn expected_codes(richness: &Richness, interviews: u64) -> f64 {
    let all = usize::try_from(richness.interviews()).unwrap_or(usize::MAX);
    let mut counts = vec![0; all.saturating_add(1)];
    for frequency in richness.frequencies() {
        counts[usize::try_from(*frequency).unwrap_or(all)] += 1;
    }
    let chosen = usize::try_from(interviews).unwrap_or(usize::MAX).min(all);
    crate::undefined::count(richness.observed()) - missed(all, chosen, &counts)
}

/// The same for 1, 2… T interviews.
#[must_use]
pub fn expected_curve(richness: &Richness) -> Vec<f64> {
    (1..=richness.interviews()).map(|interviews| expected_codes(richness, interviews)).collect()
}

/// Σ over what is held by h interviews of C(T − h, t) / C(T, t), the share of choices that miss it.
/// `counts[h]`: how many things are held by h interviews.
fn missed(all: usize, chosen: usize, counts: &[u64]) -> f64 {
    let size = |n: usize| crate::undefined::count(n);
    let (mut share, mut sum) = (1.0, 0.0);
    for (held, count) in counts.iter().enumerate() {
        sum += share * real(*count);
        if all <= held + chosen {
            break;
        }
        share *= size(all - held - chosen) / size(all - held);
    }
    sum
}

/// The standard deviation of that number, for 1, 2… T interviews: exact, by pairs of codes.
///
/// The variance is Σ over pairs of codes of P(both missed) − (Σ P(missed))²; a pair is missed where none of
/// the interviews that hold either is chosen, so only the sizes of those unions count.
#[must_use]
pub fn rarefied_deviation(incidence: &Incidence) -> Vec<f64> {
    let all = incidence.interviews();
    let frequencies = incidence.frequencies();
    let mut singles = vec![0u64; all + 1];
    for frequency in frequencies.iter().filter(|frequency| **frequency > 0) {
        singles[usize::try_from(*frequency).unwrap_or(all)] += 1;
    }
    let unions = unions(incidence, &frequencies);
    let deviation = |chosen: usize| {
        let exact = exact_variance(all, chosen, &singles, &unions);
        exact.unwrap_or_else(|| near_variance(all, chosen, &singles, &unions)).sqrt()
    };
    (1..=all).map(deviation).collect()
}

/// How many ordered pairs of codes are held by so many interviews together; a code with itself too.
fn unions(incidence: &Incidence, frequencies: &[u64]) -> Vec<u64> {
    let mut unions = vec![0u64; incidence.interviews() + 1];
    let mut together = vec![0u32; frequencies.len()];
    let holders = holders(incidence);
    let size = |n: u64| usize::try_from(n).unwrap_or(usize::MAX).min(incidence.interviews());
    for (code, holding) in holders.iter().enumerate().filter(|(_, holding)| !holding.is_empty()) {
        // How often each earlier code is in the same interview.
        for interview in holding {
            for other in incidence.of(*interview).iter().take_while(|other| **other < code) {
                together[*other] += 1;
            }
        }
        unions[size(frequencies[code])] += 1;
        for (other, shared) in together[..code].iter_mut().enumerate() {
            if frequencies[other] > 0 {
                let either = frequencies[code] + frequencies[other] - u64::from(*shared);
                unions[size(either)] += 2;
            }
            *shared = 0;
        }
    }
    unions
}

/// The interviews that hold each code.
fn holders(incidence: &Incidence) -> Vec<Vec<usize>> {
    let mut holders = vec![Vec::new(); incidence.codes()];
    for interview in 0..incidence.interviews() {
        for code in incidence.of(interview) {
            holders[*code].push(interview);
        }
    }
    holders
}

/// The variance in whole numbers until the last division, where they fit; nothing is lost by cancellation.
fn exact_variance(all: usize, chosen: usize, singles: &[u64], unions: &[u64]) -> Option<f64> {
    if all > MOST_EXACT {
        return None;
    }
    let ways = choose(all, chosen)?;
    let missing = |held: usize| choose(all - held, chosen);
    let sum = |counts: &[u64]| {
        counts.iter().enumerate().filter(|(_, count)| **count > 0).try_fold(0u128, |sum, (held, count)| {
            sum.checked_add(missing(held)?.checked_mul(u128::from(*count))?)
        })
    };
    let pairs = sum(unions)?.checked_mul(ways)?;
    let mean = sum(singles)?;
    let square = mean.checked_mul(mean)?;
    let ways = wide(ways);
    Some(wide(pairs.saturating_sub(square)) / ways / ways)
}

/// The same in real numbers, for many interviews; what lies below the rounding of its terms is nothing.
fn near_variance(all: usize, chosen: usize, singles: &[u64], unions: &[u64]) -> f64 {
    let (pairs, mean) = (missed(all, chosen, unions), missed(all, chosen, singles));
    let variance = pairs - mean * mean;
    if variance < 1e-13 * pairs { 0.0 } else { variance }
}

/// Binomial coefficient; 0 where more are chosen than there are, `None` where it does not fit.
fn choose(all: usize, chosen: usize) -> Option<u128> {
    if chosen > all {
        return Some(0);
    }
    let mut ways = 1u128;
    for step in 0..chosen.min(all - chosen) {
        ways = ways.checked_mul((all - step) as u128)? / (step as u128 + 1);
    }
    Some(ways)
}
