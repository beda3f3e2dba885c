//! How far a figure depends on which interviews were compared: bootstrap and jackknife over documents.
//!
//! Units inside an interview are not independent, so whole interviews are drawn. Only their counts are
//! needed, never the texts.

use super::PairCounts;
use crate::undefined::count;
use crate::{Measured, Seeded, Undefined};

/// Up to so many documents every sample is tried instead of drawing some.
pub const MOST_EXHAUSTIVE: usize = 8;

/// What the samples say of one measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resampled {
    /// The mean over the samples where the measure is defined.
    pub mean: f64,
    /// Its standard deviation over them.
    pub deviation: f64,
    /// The values that leave 2.5 % of them below and above.
    pub interval: (f64, f64),
    /// The share of samples where the measure is undefined; they are left out.
    pub undefined_share: f64,
    /// How many samples there were; n^n where all were tried.
    pub samples: u64,
    /// True where every sample was tried.
    pub exhaustive: bool,
}

/// Leaving out one document at a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Jackknife {
    /// The measure without each document, in their order.
    pub values: Vec<Measured>,
    /// The standard error over those that are defined.
    pub error: Measured,
}

/// Resamples documents and computes a measure of their pooled counts: every sample up to eight documents,
/// else `draws` of them as the seed decides.
///
/// # Errors
/// With fewer than two documents, or where the measure is undefined in every sample.
pub fn bootstrap(
    documents: &[PairCounts],
    draws: usize,
    seed: u64,
    measure: impl Fn(&PairCounts) -> Measured,
) -> Measured<Resampled> {
    match documents.len() {
        0 => Err(Undefined::NoUnits),
        1 => Err(Undefined::TooFewUnits),
        n if n <= MOST_EXHAUSTIVE => summarise(every_sample(documents, &measure), true),
        _ => {
            let mut draw = Seeded::new(seed);
            let mut sample = || {
                let picked = (0..documents.len()).map(|_| documents[draw.below(documents.len())]);
                (measure(&picked.sum()), 1)
            };
            summarise((0..draws).map(|_| sample()).collect(), false)
        }
    }
}

/// Every way to draw n documents out of n, as (value, how many of the n^n samples are this one).
fn every_sample(
    documents: &[PairCounts],
    measure: &impl Fn(&PairCounts) -> Measured,
) -> Vec<(Measured, u64)> {
    let mut samples = Vec::new();
    let all: u64 = (1..=documents.len() as u64).product();
    draw_rest(documents, documents.len() as u64, PairCounts::default(), all, &mut |sum, ways| {
        samples.push((measure(&sum), ways));
    });
    samples
}

/// Takes the first document 0, 1, 2… times and goes on with the others; `ways` is n! over the factorials of
/// the numbers taken so far.
fn draw_rest(
    documents: &[PairCounts],
    left: u64,
    sum: PairCounts,
    ways: u64,
    see: &mut impl FnMut(PairCounts, u64),
) {
    let Some((first, rest)) = documents.split_first() else {
        if left == 0 {
            see(sum, ways);
        }
        return;
    };
    draw_rest(rest, left, sum, ways, see);
    let (mut sum, mut ways) = (sum, ways);
    for taken in 1..=left {
        sum += *first;
        ways /= taken;
        draw_rest(rest, left - taken, sum, ways, see);
    }
}

fn summarise(samples: Vec<(Measured, u64)>, exhaustive: bool) -> Measured<Resampled> {
    let all: u64 = samples.iter().map(|(_, ways)| ways).sum();
    let mut defined: Vec<(f64, u64)> =
        samples.into_iter().filter_map(|(value, ways)| value.ok().map(|value| (value, ways))).collect();
    let kept: u64 = defined.iter().map(|(_, ways)| ways).sum();
    if kept == 0 {
        return Err(Undefined::NoVariation);
    }
    let weight = crate::ratio::real(kept);
    let mean = defined.iter().map(|(value, ways)| value * crate::ratio::real(*ways)).sum::<f64>() / weight;
    let squares = |(value, ways): &(f64, u64)| (value - mean).powi(2) * crate::ratio::real(*ways);
    let deviation = (defined.iter().map(squares).sum::<f64>() / weight).sqrt();
    defined.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(Resampled {
        mean,
        deviation,
        interval: (quantile(&defined, kept, 0.025), quantile(&defined, kept, 0.975)),
        undefined_share: crate::ratio::real(all - kept) / crate::ratio::real(all),
        samples: all,
        exhaustive,
    })
}

/// A quantile by linear interpolation between the two nearest values (Hyndman & Fan 1996, type 7).
fn quantile(sorted: &[(f64, u64)], all: u64, share: f64) -> f64 {
    let place = share * crate::ratio::real(all - 1);
    let below = place.floor();
    let at = |rank: f64| {
        let mut passed = 0.0;
        let found = sorted.iter().find(|(_, ways)| {
            passed += crate::ratio::real(*ways);
            rank < passed
        });
        found.or(sorted.last()).map_or(f64::NAN, |(value, _)| *value)
    };
    let (low, high) = (at(below), at(below + 1.0));
    low + (high - low) * (place - below)
}

/// Leaves out one document at a time.
pub fn jackknife(documents: &[PairCounts], measure: impl Fn(&PairCounts) -> Measured) -> Jackknife {
    let all: PairCounts = documents.iter().copied().sum();
    let without = |document: &PairCounts| match documents.len() {
        1 => Err(Undefined::TooFewUnits),
        _ => measure(&(all - *document)),
    };
    let values: Vec<Measured> = documents.iter().map(without).collect();
    let defined: Vec<f64> = values.iter().filter_map(|value| value.ok()).collect();
    let n = count(defined.len());
    let error = if defined.len() < 2 {
        Err(Undefined::TooFewUnits)
    } else {
        let mean = defined.iter().sum::<f64>() / n;
        let squares: f64 = defined.iter().map(|value| (value - mean).powi(2)).sum();
        Ok(((n - 1.0) / n * squares).sqrt())
    };
    Jackknife { values, error }
}
