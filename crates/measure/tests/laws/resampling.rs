//! Every sample, weighted, is every sample one by one; drawn samples come near it.

use measure::Undefined;
use measure::agreement::resampling::{bootstrap, bootstrap_codes, jackknife};
use measure::agreement::{DocumentCounts, PairCounts};
use proptest::prelude::*;

fn documents(n: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Vec<PairCounts>> {
    let counts = (0..9u64, 0..5u64, 0..5u64, 0..30u64);
    let pair = counts.prop_map(|(both, only_first, only_second, neither)| PairCounts {
        both,
        only_first,
        only_second,
        neither,
    });
    prop::collection::vec(pair, n)
}

/// The kappas of all n^n samples, undefined ones left out, and how many those are.
fn one_by_one(documents: &[PairCounts]) -> (Vec<f64>, usize) {
    let n = documents.len();
    let samples = n.pow(u32::try_from(n).unwrap());
    let mut values = Vec::new();
    for sample in 0..samples {
        let picked = (0..n).map(|place| documents[sample / n.pow(u32::try_from(place).unwrap()) % n]);
        values.extend(picked.sum::<PairCounts>().cohen_kappa().ok());
    }
    values.sort_by(f64::total_cmp);
    let undefined = samples - values.len();
    (values, undefined)
}

proptest! {
    #[test]
    #[allow(clippy::cast_precision_loss)] // small numbers
    fn weighted_samples_are_all_samples(documents in documents(2..5)) {
        let (values, undefined) = one_by_one(&documents);
        let Ok(found) = bootstrap(&documents, 10, 1, PairCounts::cohen_kappa) else {
            prop_assert!(values.is_empty());
            return Ok(());
        };
        prop_assert!(found.exhaustive);
        prop_assert_eq!(found.samples, (values.len() + undefined) as u64);
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        prop_assert!((found.mean - mean).abs() < 1e-9);
        let deviation = (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt();
        prop_assert!((found.deviation - deviation).abs() < 1e-9);
        let place = 0.025 * (n - 1.0);
        let index = values.iter().position(|value| *value == values[place as usize]).unwrap();
        prop_assert!(found.interval.0 >= values[index] - 1e-9 && found.interval.0 <= values[(place as usize + 1).min(values.len() - 1)] + 1e-9);
    }

    #[test]
    fn drawn_samples_lie_around_the_value_and_follow_from_the_seed(documents in documents(12..20)) {
        let one = bootstrap(&documents, 500, 42, PairCounts::cohen_kappa);
        prop_assert_eq!(one, bootstrap(&documents, 500, 42, PairCounts::cohen_kappa));
        if let Ok(drawn) = one {
            prop_assert!(!drawn.exhaustive && drawn.interval.0 <= drawn.mean + 1e-12 && drawn.mean <= drawn.interval.1 + 1e-12);
        }
    }
}

/// Documents as a comparison counts them: the first code as given, the second by one coder only.
fn as_counted(documents: &[PairCounts]) -> Vec<DocumentCounts> {
    let of = |pair: &PairCounts| {
        let other =
            PairCounts { only_first: pair.both, neither: pair.units() - pair.both, ..PairCounts::default() };
        DocumentCounts { units: pair.units(), codes: vec![(0, *pair), (1, other)] }
    };
    documents.iter().map(of).collect()
}

proptest! {
    #[test]
    fn all_codes_at_once_are_each_code_alone(documents in prop_oneof![documents(2..6), documents(9..12)]) {
        let counted = as_counted(&documents);
        let together = bootstrap_codes(&counted, 2, 50, 3).unwrap();
        let close = |a: measure::Measured<f64>, b: measure::Measured<f64>| super::alike(a, b);
        let alone = bootstrap(&documents, 50, 3, PairCounts::cohen_kappa);
        let of = |found: measure::Measured<measure::agreement::resampling::Resampled>| {
            (found.map(|found| found.mean), found.map(|found| found.interval.1), found.map(|found| found.undefined_share))
        };
        // Drawn samples are the same only where the generator is asked in the same order: it is.
        let (one, two) = (of(together.codes[0].kappa), of(alone));
        prop_assert!(close(one.0, two.0) && close(one.1, two.1) && close(one.2, two.2), "{one:?} {two:?}");
        let pooled: Vec<PairCounts> = counted.iter().map(|of| of.codes.iter().map(|(_, pair)| *pair).sum()).collect();
        let alone = of(bootstrap(&pooled, 50, 3, PairCounts::krippendorff_alpha));
        let one = of(together.pooled.alpha);
        prop_assert!(close(one.0, alone.0) && close(one.1, alone.1));
    }
}

#[test]
fn one_document_says_nothing_of_others() {
    let one = [PairCounts { both: 3, only_first: 1, only_second: 0, neither: 5 }];
    assert_eq!(bootstrap(&one, 100, 1, PairCounts::cohen_kappa), Err(Undefined::TooFewUnits));
    assert_eq!(bootstrap(&[], 100, 1, PairCounts::cohen_kappa), Err(Undefined::NoUnits));
    assert_eq!(jackknife(&one, PairCounts::cohen_kappa).error, Err(Undefined::TooFewUnits));
}
