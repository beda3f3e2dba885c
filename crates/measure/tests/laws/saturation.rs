//! Orders, rarefaction and curves against plain enumeration.

use measure::Undefined;
use measure::saturation::{
    Claim, ClaimStatus, Curve, Guest, Incidence, NotAssessable, Richness, Stopping, expected_codes,
    rarefied_deviation, try_orders, upper_probability,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const GUEST: Guest = Guest { base: 2, run: 2, threshold_percent: 20.0 };
const CLAIM: Claim = Claim { at: 2, confirm: 2 };

fn interviews(n: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Vec<Vec<usize>>> {
    prop::collection::vec(prop::collection::vec(0..8usize, 0..5), n)
}

fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for shorter in orders(n - 1) {
        for place in 0..n {
            let mut order = shorter.clone();
            order.insert(place, n - 1);
            all.push(order);
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn trying_all_orders_is_trying_each(interviews in interviews(1..6)) {
        let incidence = Incidence::new(interviews);
        let found = try_orders(&incidence, &GUEST, &[CLAIM], 10, 1);
        let mut reached: BTreeMap<Option<usize>, u64> = BTreeMap::new();
        let mut held = 0;
        let all = orders(incidence.interviews());
        for order in &all {
            let curve = incidence.reordered(order).curve();
            let at = GUEST.apply(&curve).reached.ok().flatten().map(|reached| reached.saturation_at);
            *reached.entry(at).or_default() += 1;
            held += u64::from(CLAIM.check(&curve).status == ClaimStatus::Holds);
        }
        prop_assert_eq!((found.orders, found.guest), (all.len() as u64, reached));
        prop_assert_eq!(found.claims, vec![held]);
    }

    #[test]
    fn drawn_orders_come_near_the_curve_over_all_orders(interviews in interviews(9..14), seed in any::<u64>()) {
        let incidence = Incidence::new(interviews);
        let found = try_orders(&incidence, &GUEST, &[CLAIM], 200, seed);
        prop_assert_eq!(found.guest.values().sum::<u64>(), 200);
        prop_assert_eq!(found, try_orders(&incidence, &GUEST, &[CLAIM], 200, seed));
    }

    #[test]
    #[allow(clippy::cast_precision_loss)] // small numbers
    fn rarefaction_is_the_mean_and_spread_over_all_choices(interviews in interviews(1..8)) {
        let incidence = Incidence::new(interviews);
        let n = incidence.interviews();
        let richness = Richness::new(n as u64, &incidence.frequencies());
        let spread = rarefied_deviation(&incidence);
        for chosen in 1..=n {
            let sizes: Vec<f64> = (0..1usize << n)
                .filter(|set| set.count_ones() as usize == chosen)
                .map(|set| {
                    let codes: BTreeSet<usize> =
                        (0..n).filter(|i| set >> i & 1 == 1).flat_map(|i| incidence.of(i).to_vec()).collect();
                    codes.len() as f64
                })
                .collect();
            let mean = sizes.iter().sum::<f64>() / sizes.len() as f64;
            let variance = sizes.iter().map(|size| (size - mean).powi(2)).sum::<f64>() / sizes.len() as f64;
            prop_assert!((expected_codes(&richness, chosen as u64) - mean).abs() < 1e-9);
            prop_assert!((spread[chosen - 1] - variance.sqrt()).abs() < 1e-9);
        }
    }

    #[test]
    fn a_curve_does_not_forget(interviews in interviews(0..10)) {
        let incidence = Incidence::new(interviews);
        let curve = incidence.curve();
        prop_assert_eq!(curve.codes() as usize, incidence.frequencies().iter().filter(|f| **f > 0).count());
        prop_assert!(curve.cumulative.is_sorted());
        prop_assert!(curve.first_with_percent(90) <= curve.first_with_percent(100));
        let richness = Richness::new(incidence.interviews() as u64, &incidence.frequencies());
        if let (Ok(chao), Ok(coverage)) = (richness.chao2(), richness.coverage()) {
            prop_assert!(chao >= richness.observed() as f64 - 1e-9);
            prop_assert!((0.0..=1.0 + 1e-12).contains(&coverage));
        }
    }
}

/// With many interviews the variance no longer fits whole numbers: the law of large numbers of a plain case,
/// every interview with one code of its own, is known: S(t) = t.
#[test]
fn many_interviews_with_a_code_each() {
    let incidence = Incidence::new((0..300).map(|interview| vec![interview]).collect());
    let richness = Richness::new(300, &incidence.frequencies());
    assert!((expected_codes(&richness, 120) - 120.0).abs() < 1e-9);
    assert!(rarefied_deviation(&incidence).into_iter().all(|deviation| deviation.abs() < 1e-5));
}

#[test]
fn rules_that_cannot_be_applied_say_why() {
    let curve = Curve::new(vec![3, 0, 0]);
    let guest = |base, run| Guest { base, run, threshold_percent: 5.0 }.apply(&curve).reached;
    assert_eq!(guest(2, 2), Err(NotAssessable::TooFewInterviews));
    assert_eq!(guest(0, 2), Err(NotAssessable::EmptyRule));
    assert_eq!(guest(usize::MAX, usize::MAX), Err(NotAssessable::TooFewInterviews));
    assert_eq!(
        Guest { base: 1, run: 1, threshold_percent: 5.0 }.apply(&Curve::new(vec![0, 0, 0])).reached,
        Err(NotAssessable::NoCodeInBase)
    );
    assert_eq!(Stopping { initial: 2, stop: 0 }.apply(&curve).reached, Err(NotAssessable::EmptyRule));
    for claim in [
        Claim { at: 0, confirm: 1 },
        Claim { at: 3, confirm: 1 },
        Claim { at: 1, confirm: 0 },
        Claim { at: 9, confirm: 2 },
    ] {
        assert_eq!(claim.check(&curve).status, ClaimStatus::NotAssessable);
    }
    assert_eq!(upper_probability(0), Err(Undefined::NoUnits));
    assert_eq!(Richness::new(1, &[1]).chao2(), Err(Undefined::TooFewUnits));
    assert_eq!(Richness::new(0, &[]).coverage(), Err(Undefined::NoUnits));
    assert_eq!(Richness::new(5, &[]).coverage(), Err(Undefined::NothingCoded));
    assert_eq!(Richness::new(5, &[1, 3]).chao2_error(), Err(Undefined::NoDoubletons));
}

/// That nothing new came says nothing where nothing came at all.
#[test]
fn where_nothing_is_coded_nothing_can_be_assessed() {
    let incidence = Incidence::new(vec![Vec::new(); 4]);
    let curve = incidence.curve();
    let stopping = Stopping { initial: 2, stop: 1 };
    assert_eq!(stopping.apply(&curve).reached, Err(NotAssessable::NothingCoded));
    assert_eq!(Guest { base: 2, run: 1, ..GUEST }.apply(&curve).reached, Err(NotAssessable::NoCodeInBase));
    assert_eq!(CLAIM.check(&curve).status, ClaimStatus::NotAssessable);
    let richness = Richness::new(4, &incidence.frequencies());
    for estimate in [richness.chao2(), richness.expected_next(), richness.jackknife1(), richness.bootstrap()]
    {
        assert_eq!(estimate, Err(Undefined::NothingCoded));
    }
    // Why a claim says nothing, each reason apart.
    let assessed = |at, confirm| Claim { at, confirm }.assessable(&Curve::new(vec![2, 1, 0]));
    assert_eq!(assessed(2, 1), Ok(()));
    for empty in [assessed(3, 0), assessed(0, 2)] {
        assert_eq!(empty, Err(NotAssessable::EmptyRule));
    }
    assert_eq!(assessed(3, 1), Err(NotAssessable::TooFewInterviews));
}
