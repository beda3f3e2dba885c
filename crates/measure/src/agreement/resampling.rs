//! How far a figure depends on which interviews were compared: bootstrap and jackknife over documents.
//!
//! Units inside an interview are not independent, so whole interviews are drawn. Only their counts are
//! needed, never the texts.

use super::{DocumentCounts, PairCounts};
use crate::ratio::real;
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
        n if n <= MOST_EXHAUSTIVE => weighted(every_sample(documents, &measure)),
        _ => {
            let mut draw = Seeded::new(seed);
            let mut sample = || {
                let picked = (0..documents.len()).map(|_| documents[draw.below(documents.len())]);
                measure(&picked.sum())
            };
            drawn((0..draws).filter_map(|_| sample().ok()).collect(), draws)
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

/// Sums up every sample.
fn weighted(samples: Vec<(Measured, u64)>) -> Measured<Resampled> {
    let all: u64 = samples.iter().map(|(_, ways)| ways).sum();
    let mut defined: Vec<(f64, u64)> =
        samples.into_iter().filter_map(|(value, ways)| value.ok().map(|value| (value, ways))).collect();
    let kept: u64 = defined.iter().map(|(_, ways)| ways).sum();
    if kept == 0 {
        return Err(Undefined::NoVariation);
    }
    let mean = defined.iter().map(|(value, ways)| value * real(*ways)).sum::<f64>() / real(kept);
    let squares = |(value, ways): &(f64, u64)| (value - mean).powi(2) * real(*ways);
    let deviation = (defined.iter().map(squares).sum::<f64>() / real(kept)).sqrt();
    defined.sort_by(|a, b| a.0.total_cmp(&b.0));
    let at = |rank: u64| {
        let mut passed = 0;
        let found = defined.iter().find(|(_, ways)| {
            passed += ways;
            rank < passed
        });
        found.or(defined.last()).map_or(f64::NAN, |(value, _)| *value)
    };
    Ok(Resampled {
        mean,
        deviation,
        interval: (quantile(kept, 0.025, at), quantile(kept, 0.975, at)),
        undefined_share: real(all - kept) / real(all),
        samples: all,
        exhaustive: true,
    })
}

/// Sums up drawn samples: the values that are defined, of so many.
fn drawn(mut defined: Vec<f64>, draws: usize) -> Measured<Resampled> {
    if defined.is_empty() {
        return Err(Undefined::NoVariation);
    }
    let n = count(defined.len());
    let mean = defined.iter().sum::<f64>() / n;
    let deviation = (defined.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt();
    let kept = defined.len();
    let mut at = |rank: u64| {
        let rank = usize::try_from(rank).unwrap_or(usize::MAX).min(kept - 1);
        *defined.select_nth_unstable_by(rank, f64::total_cmp).1
    };
    Ok(Resampled {
        mean,
        deviation,
        interval: (quantile(kept as u64, 0.025, &mut at), quantile(kept as u64, 0.975, &mut at)),
        undefined_share: count(draws.saturating_sub(kept)) / count(draws),
        samples: draws as u64,
        exhaustive: false,
    })
}

/// A quantile by linear interpolation between the two nearest values (Hyndman & Fan 1996, type 7); `at` gives
/// the value of a rank counted from 0.
fn quantile(all: u64, share: f64, mut at: impl FnMut(u64) -> f64) -> f64 {
    let place = share * real(all - 1);
    // Between 0 and the number of values: whole and not negative.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let below = place.floor() as u64;
    let (low, high) = (at(below), at(below + 1));
    low + (high - low) * (place - place.floor())
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

/// What the samples say of the measures of one code, or of all of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Intervals {
    /// Cohen's kappa.
    pub kappa: Measured<Resampled>,
    /// Krippendorff's alpha.
    pub alpha: Measured<Resampled>,
    /// Positive agreement (F1).
    pub positive: Measured<Resampled>,
}

/// What the samples say of a whole comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Bootstrapped {
    /// Each code.
    pub codes: Vec<Intervals>,
    /// One table summed over the codes.
    pub pooled: Intervals,
    /// The mean over the codes where a measure is defined.
    pub mean: Intervals,
}

/// How many codes are summed side by side: their values of all samples are in memory together.
const BLOCK: usize = 128;

/// The three measures, in the order in which their values are kept.
const MEASURES: [fn(&PairCounts) -> Measured; 3] =
    [PairCounts::cohen_kappa, PairCounts::krippendorff_alpha, PairCounts::positive];

/// Resamples documents for all codes of a comparison at once: every code sees the same samples.
///
/// # Errors
/// With fewer than two documents.
pub fn bootstrap_codes(
    documents: &[DocumentCounts],
    codes: usize,
    draws: usize,
    seed: u64,
) -> Measured<Bootstrapped> {
    let samples = match documents.len() {
        0 => return Err(Undefined::NoUnits),
        1 => return Err(Undefined::TooFewUnits),
        n if n <= MOST_EXHAUSTIVE => every_choice(n),
        n => drawn_choices(n, draws, seed),
    };
    let units: Vec<u64> = documents.iter().map(|document| document.units).collect();
    let units: Vec<u64> = samples.iter().map(|sample| sample.of(&units)).collect();
    let mut all = Totals::new(samples.len());
    let mut intervals = Vec::with_capacity(codes);
    let mut first = 0;
    while first < codes {
        let block = first..(first + BLOCK).min(codes);
        intervals.extend(block_of(documents, block.clone(), &samples, &units, &mut all));
        first = block.end;
    }
    Ok(Bootstrapped { codes: intervals, pooled: all.pooled(&samples), mean: all.mean(&samples) })
}

/// One sample: which documents, how often each, and how many samples are this one.
struct Sample {
    times: Vec<(usize, u64)>,
    ways: u64,
}

impl Sample {
    fn of(&self, values: &[u64]) -> u64 {
        self.times.iter().map(|(document, times)| values[*document] * times).sum()
    }
}

fn every_choice(documents: usize) -> Vec<Sample> {
    let mut samples = Vec::new();
    let all: u64 = (1..=documents as u64).product();
    choose(documents, 0, documents as u64, &mut Vec::new(), all, &mut samples);
    samples
}

fn choose(
    documents: usize,
    next: usize,
    left: u64,
    times: &mut Vec<(usize, u64)>,
    ways: u64,
    samples: &mut Vec<Sample>,
) {
    if left == 0 {
        samples.push(Sample { times: times.clone(), ways });
        return;
    }
    if next == documents {
        return;
    }
    choose(documents, next + 1, left, times, ways, samples);
    let mut ways = ways;
    for taken in 1..=left {
        ways /= taken;
        times.push((next, taken));
        choose(documents, next + 1, left - taken, times, ways, samples);
        times.pop();
    }
}

fn drawn_choices(documents: usize, draws: usize, seed: u64) -> Vec<Sample> {
    let mut draw = Seeded::new(seed);
    let mut sample = || {
        let mut times = vec![0u64; documents];
        for _ in 0..documents {
            times[draw.below(documents)] += 1;
        }
        let times = times.into_iter().enumerate().filter(|(_, times)| *times > 0).collect();
        Sample { times, ways: 1 }
    };
    (0..draws).map(|_| sample()).collect()
}

/// The counts of both, only first, only second of a block of codes, document by document.
fn rows(documents: &[DocumentCounts], block: &std::ops::Range<usize>) -> Vec<Vec<u64>> {
    let row = |document: &DocumentCounts| {
        let mut row = vec![0; 3 * block.len()];
        for (code, counts) in document.codes.iter().filter(|(code, _)| block.contains(code)) {
            let place = 3 * (code - block.start);
            row[place..place + 3].copy_from_slice(&[counts.both, counts.only_first, counts.only_second]);
        }
        row
    };
    documents.iter().map(row).collect()
}

fn block_of(
    documents: &[DocumentCounts],
    block: std::ops::Range<usize>,
    samples: &[Sample],
    units: &[u64],
    all: &mut Totals,
) -> Vec<Intervals> {
    let rows = rows(documents, &block);
    let mut values = vec![Vec::with_capacity(samples.len()); 3 * block.len()];
    let mut sums = vec![0u64; 3 * block.len()];
    for (number, sample) in samples.iter().enumerate() {
        sums.fill(0);
        for (document, times) in &sample.times {
            for (sum, counts) in sums.iter_mut().zip(&rows[*document]) {
                *sum += counts * times;
            }
        }
        for (place, counts) in sums.chunks_exact(3).enumerate() {
            let pair = PairCounts {
                both: counts[0],
                only_first: counts[1],
                only_second: counts[2],
                neither: units[number] - counts.iter().sum::<u64>(),
            };
            all.add(number, &pair, &mut values[3 * place..3 * place + 3]);
        }
    }
    let mut values = values.into_iter();
    let mut next = || summed(values.next().unwrap_or_default(), samples);
    block.map(|_| Intervals { kappa: next(), alpha: next(), positive: next() }).collect()
}

/// Sums up the values of all samples; not a number stands for undefined.
fn summed(values: Vec<f64>, samples: &[Sample]) -> Measured<Resampled> {
    let exhaustive = samples.iter().any(|sample| sample.ways > 1);
    if !exhaustive {
        return drawn(values.into_iter().filter(|value| !value.is_nan()).collect(), samples.len());
    }
    let defined = |value: f64| if value.is_nan() { Err(Undefined::NoVariation) } else { Ok(value) };
    weighted(values.into_iter().zip(samples).map(|(value, sample)| (defined(value), sample.ways)).collect())
}

/// What all codes come to together in each sample.
struct Totals {
    pooled: Vec<PairCounts>,
    sums: Vec<[(f64, u64); 3]>,
}

impl Totals {
    fn new(samples: usize) -> Totals {
        Totals { pooled: vec![PairCounts::default(); samples], sums: vec![[(0.0, 0); 3]; samples] }
    }

    fn add(&mut self, sample: usize, pair: &PairCounts, values: &mut [Vec<f64>]) {
        self.pooled[sample] += *pair;
        for ((measure, values), (sum, defined)) in MEASURES.iter().zip(values).zip(&mut self.sums[sample]) {
            let value = measure(pair);
            if let Ok(value) = value {
                *sum += value;
                *defined += 1;
            }
            values.push(value.unwrap_or(f64::NAN));
        }
    }

    fn pooled(&self, samples: &[Sample]) -> Intervals {
        let of = |measure: fn(&PairCounts) -> Measured| {
            summed(self.pooled.iter().map(|pair| measure(pair).unwrap_or(f64::NAN)).collect(), samples)
        };
        let [kappa, alpha, positive] = MEASURES;
        Intervals { kappa: of(kappa), alpha: of(alpha), positive: of(positive) }
    }

    fn mean(&self, samples: &[Sample]) -> Intervals {
        let of = |place: usize| {
            let mean = |sums: &[(f64, u64); 3]| sums[place].0 / real(sums[place].1);
            summed(self.sums.iter().map(mean).collect(), samples)
        };
        Intervals { kappa: of(0), alpha: of(1), positive: of(2) }
    }
}
