//! Symmetry, bounds, and the same value by different ways.

use super::alike;
use measure::agreement::segments::matched;
use measure::agreement::spans::Span;
use measure::agreement::{Contingency, PairCounts, Rating, Ratings, SetDistance, SetRatings};
use measure::{Measured, Undefined};
use proptest::prelude::*;

fn pair() -> impl Strategy<Value = PairCounts> {
    (0..40u64, 0..40u64, 0..40u64, 0..40u64).prop_map(|(both, only_first, only_second, neither)| PairCounts {
        both,
        only_first,
        only_second,
        neither,
    })
}

fn ratings(coders: usize) -> impl Strategy<Value = Vec<Vec<Option<usize>>>> {
    prop::collection::vec(prop::collection::vec(prop::option::weighted(0.8, 0..3usize), coders), 0..12)
}

fn of(rows: &[Vec<Option<usize>>], coders: usize) -> Ratings {
    let rows = rows.iter().map(|chosen| Rating { chosen: chosen.clone(), units: 1 });
    Ratings::new(coders, 3, rows.collect())
}

fn every(pair: &PairCounts) -> [Measured; 8] {
    [
        pair.observed(),
        pair.positive(),
        pair.negative(),
        pair.cohen_kappa(),
        pair.scott_pi(),
        pair.gwet_ac1(),
        pair.brennan_prediger(),
        pair.krippendorff_alpha(),
    ]
}

proptest! {
    #[test]
    fn exchanging_two_coders_changes_no_measure(pair in pair()) {
        for (a, b) in every(&pair).into_iter().zip(every(&pair.swapped())) {
            prop_assert!(alike(a, b), "{a:?} {b:?}");
        }
    }

    #[test]
    fn no_measure_is_above_one_or_not_a_number(pair in pair()) {
        for value in every(&pair).into_iter().flatten() {
            prop_assert!((-1.0..=1.0 + 1e-12).contains(&value), "{value}");
        }
    }

    #[test]
    fn four_counts_a_table_and_a_tally_say_the_same(pair in pair()) {
        let table = pair.table();
        let rows = [(0, 0, pair.both), (0, 1, pair.only_first), (1, 0, pair.only_second), (1, 1, pair.neither)];
        let rows = rows.map(|(a, b, units)| Rating { chosen: vec![Some(a), Some(b)], units });
        let ratings = Ratings::new(2, 2, rows.to_vec());
        let tally = ratings.tally();
        prop_assert!(alike(pair.observed(), table.observed()));
        prop_assert!(alike(pair.observed(), tally.observed()));
        prop_assert!(alike(pair.cohen_kappa(), table.cohen_kappa()));
        prop_assert!(alike(pair.cohen_kappa(), ratings.cohen_kappa()));
        prop_assert!(alike(pair.cohen_kappa(), ratings.conger_kappa()));
        prop_assert!(alike(pair.scott_pi(), table.scott_pi()));
        prop_assert!(alike(pair.scott_pi(), tally.fleiss_kappa()));
        prop_assert!(alike(pair.gwet_ac1(), table.gwet_ac1()));
        prop_assert!(alike(pair.gwet_ac1(), tally.gwet_ac1()));
        prop_assert!(alike(pair.brennan_prediger(), table.brennan_prediger()));
        prop_assert!(alike(pair.krippendorff_alpha(), table.krippendorff_alpha()));
        prop_assert!(alike(pair.krippendorff_alpha(), tally.krippendorff_alpha()));
    }

    #[test]
    fn the_order_of_coders_does_not_matter(rows in ratings(4), order in Just([0usize, 1, 2, 3]).prop_shuffle()) {
        let moved: Vec<Vec<Option<usize>>> =
            rows.iter().map(|row| order.iter().map(|coder| row[*coder]).collect()).collect();
        let (a, b) = (of(&rows, 4), of(&moved, 4));
        prop_assert!(alike(a.tally().fleiss_kappa(), b.tally().fleiss_kappa()));
        prop_assert!(alike(a.tally().krippendorff_alpha(), b.tally().krippendorff_alpha()));
        prop_assert!(alike(a.conger_kappa(), b.conger_kappa()));
        prop_assert!(alike(a.light_kappa(), b.light_kappa()));
        prop_assert!(alike(a.tally().gwet_ac1_error(), b.tally().gwet_ac1_error()));
    }

    #[test]
    fn units_that_are_alike_may_share_a_row(rows in ratings(3)) {
        let single = of(&rows, 3);
        let mut grouped: Vec<Rating> = Vec::new();
        for chosen in &rows {
            match grouped.iter_mut().find(|row| row.chosen == *chosen) {
                Some(row) => row.units += 1,
                None => grouped.push(Rating { chosen: chosen.clone(), units: 1 }),
            }
        }
        let together = Ratings::new(3, 3, grouped);
        prop_assert!(alike(single.tally().fleiss_kappa_error(), together.tally().fleiss_kappa_error()));
        prop_assert!(alike(single.tally().gwet_ac1(), together.tally().gwet_ac1()));
        prop_assert!(alike(single.conger_kappa(), together.conger_kappa()));
    }

    #[test]
    fn alpha_of_single_codes_is_nominal_alpha(rows in ratings(3)) {
        let sets = rows.iter().map(|row| row.iter().map(|code| code.map(|code| vec![code, code])).collect());
        let sets = SetRatings::new(3, sets.collect());
        let nominal = of(&rows, 3).tally().krippendorff_alpha();
        for distance in [SetDistance::Nominal, SetDistance::Jaccard, SetDistance::Dice, SetDistance::Masi] {
            prop_assert!(alike(sets.alpha(distance), nominal));
        }
    }

    #[test]
    fn segments_match_alike_from_both_sides(
        a in prop::collection::vec((0..50u64, 1..20u64), 0..6),
        b in prop::collection::vec((0..50u64, 1..20u64), 0..6),
        threshold in 0.05..1.0f64,
    ) {
        let spans = |list: &[(u64, u64)]| list.iter().map(|(start, length)| Span::new(*start, start + length)).collect::<Vec<_>>();
        let (a, b) = (spans(&a), spans(&b));
        let (there, back) = (matched(&a, &b, threshold), matched(&b, &a, threshold));
        prop_assert_eq!((there.matched_first, there.matched_second), (back.matched_second, back.matched_first));
        prop_assert_eq!(there.one_to_one, back.one_to_one);
        prop_assert!(there.one_to_one <= there.matched_first.min(there.matched_second));
    }
}

#[test]
fn what_cannot_be_said_has_a_reason() {
    let nobody = PairCounts { neither: 9, ..PairCounts::default() };
    assert_eq!(nobody.cohen_kappa(), Err(Undefined::NoVariation));
    assert_eq!(nobody.gwet_ac1(), Err(Undefined::NoVariation));
    assert_eq!(nobody.brennan_prediger(), Err(Undefined::NoVariation));
    assert_eq!((nobody.observed(), nobody.positive()), (Ok(1.0), Err(Undefined::NothingCoded)));
    let everybody = PairCounts { both: 9, ..PairCounts::default() };
    assert_eq!(
        (everybody.scott_pi(), everybody.negative()),
        (Err(Undefined::NoVariation), Err(Undefined::EverythingCoded))
    );
    assert!(every(&PairCounts::default()).iter().all(|value| *value == Err(Undefined::NoUnits)));
    let silent = PairCounts { only_first: 4, neither: 6, ..PairCounts::default() };
    assert_eq!((silent.cohen_kappa(), silent.positive()), (Ok(0.0), Ok(0.0)));
    assert!(silent.scott_pi().unwrap() < 0.0);
}

#[test]
fn ratings_without_pairs_or_coders() {
    let alone = of(&[vec![Some(0), None], vec![None, Some(1)]], 2);
    assert_eq!(alone.tally().observed(), Err(Undefined::NoPairableUnits));
    assert_eq!(alone.cohen_kappa(), Err(Undefined::NoUnits));
    assert_eq!(of(&[], 0).conger_kappa(), Err(Undefined::NoUnits));
    assert_eq!(of(&[], 1).light_kappa(), Err(Undefined::NoUnits));
    assert!(Contingency::new(vec![vec![1, 2], vec![3]]).is_err());
    assert_eq!(Contingency::new(Vec::new()).unwrap().cohen_kappa(), Err(Undefined::NoUnits));
}
