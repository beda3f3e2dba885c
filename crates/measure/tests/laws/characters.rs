//! Counting by sweeps agrees with looking at every character.

use measure::agreement::division::{Division, Rule};
use measure::agreement::patterns::Patterns;
use measure::agreement::spans::{Span, united};
use measure::agreement::unitizing::{Continuum, Segment};
use measure::agreement::{Coded, PairCounts, Reading, SetDistance, SetRatings, compare, sets};
use measure::{Measured, Undefined};
use proptest::prelude::*;

const LENGTH: u64 = 60;

fn span() -> impl Strategy<Value = Span> {
    (0..LENGTH, 0..LENGTH).prop_map(|(a, b)| Span::new(a.min(b), a.max(b)))
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::vec(span(), 0..6)
}

/// A document cut into units at some places, some of the pieces left out.
fn units() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::vec((1..9u64, any::<bool>()), 0..14).prop_map(|pieces| {
        let mut at = 0;
        let mut units = Vec::new();
        for (length, kept) in pieces {
            if kept {
                units.push(Span::new(at, at + length));
            }
            at += length;
        }
        units
    })
}

fn marks(spans: &[Span]) -> Vec<bool> {
    (0..LENGTH * 3).map(|at| spans.iter().any(|span| span.start <= at && at < span.end)).collect()
}

fn is_coded(marks: &[bool], unit: &Span, rule: Rule) -> bool {
    let cover = (unit.start..unit.end).filter(|at| marks[usize::try_from(*at).unwrap()]).count() as u64;
    match rule {
        Rule::Any => cover > 0,
        Rule::Majority => 2 * cover > unit.len(),
    }
}

fn plainly(units: &[Span], a: &[Span], b: &[Span], rule: Rule) -> PairCounts {
    let (first, second) = (marks(a), marks(b));
    let mut counts = PairCounts::default();
    for unit in units {
        match (is_coded(&first, unit, rule), is_coded(&second, unit, rule)) {
            (true, true) => counts.both += 1,
            (true, false) => counts.only_first += 1,
            (false, true) => counts.only_second += 1,
            (false, false) => counts.neither += 1,
        }
    }
    counts
}

fn coded(spans: &[Span]) -> Option<Vec<Coded>> {
    Some(spans.iter().map(|span| Coded { code: 0, span: *span }).collect())
}

fn counted(division: &Division, a: &[Span], b: &[Span], rule: Rule) -> PairCounts {
    let readings = [Reading { division, coders: vec![coded(a), coded(b)] }];
    let found = compare(&readings, 2, 1, rule).unwrap();
    assert_eq!(
        found.pair(0),
        found.documents.iter().flat_map(|(_, of)| &of.codes).fold(
            PairCounts {
                neither: if found.documents[0].1.codes.is_empty() { found.units } else { 0 },
                ..PairCounts::default()
            },
            |sum, (_, counts)| sum + *counts,
        )
    );
    found.pair(0)
}

proptest! {
    #[test]
    fn listed_units(units in units(), a in spans(), b in spans()) {
        let division = Division::listed(units.clone());
        for rule in [Rule::Any, Rule::Majority] {
            prop_assert_eq!(counted(&division, &a, &b, rule), plainly(&units, &a, &b, rule));
        }
    }

    #[test]
    fn units_that_overlap(units in prop::collection::vec(span(), 0..8), a in spans(), b in spans()) {
        let division = Division::listed(units.clone());
        for rule in [Rule::Any, Rule::Majority] {
            prop_assert_eq!(counted(&division, &a, &b, rule), plainly(&units, &a, &b, rule));
        }
    }

    #[test]
    fn characters_of_regions(regions in units(), a in spans(), b in spans()) {
        let each: Vec<Span> =
            regions.iter().flat_map(|region| (region.start..region.end).map(|at| Span::new(at, at + 1))).collect();
        let division = Division::characters(regions);
        prop_assert_eq!(counted(&division, &a, &b, Rule::Any), plainly(&each, &a, &b, Rule::Any));
    }

    #[test]
    fn many_coders(coders in prop::collection::vec(spans(), 0..5)) {
        let lists: Vec<Vec<Span>> = coders.iter().cloned().map(united).collect();
        let coded: Vec<Option<&[Span]>> = lists.iter().map(|list| Some(list.as_slice())).collect();
        let mut patterns = Patterns::new(coders.len()).unwrap();
        patterns.add(LENGTH, &coded);
        let marks: Vec<Vec<bool>> = coders.iter().map(|spans| marks(spans)).collect();
        for mask in 0..1u128 << coders.len() {
            let shows = |at: &usize| (0..coders.len()).all(|coder| marks[coder][*at] == (mask >> coder & 1 == 1));
            prop_assert_eq!(patterns.of(mask), (0..60).filter(shows).count() as u64);
        }
    }

    #[test]
    fn sets_of_codes(units in units(), a in spans(), b in spans(), c in spans()) {
        let division = Division::listed(units.clone());
        let both = |x: &[Span], y: &[Span]| {
            let first = x.iter().map(|span| Coded { code: 0, span: *span });
            Some(first.chain(y.iter().map(|span| Coded { code: 1, span: *span })).collect::<Vec<_>>())
        };
        let readings = [Reading { division: &division, coders: vec![both(&a, &b), both(&c, &a)] }];
        let swept = sets(&readings, 2, Rule::Majority);
        let marks = [marks(&a), marks(&b), marks(&c)];
        let set = |unit: &Span, of: [usize; 2]| {
            let held = (0..2).filter(|code| is_coded(&marks[of[*code]], unit, Rule::Majority));
            Some(held.collect::<Vec<usize>>())
        };
        let plain = units.iter().map(|unit| vec![set(unit, [0, 1]), set(unit, [2, 0])]).collect();
        let plain = SetRatings::new(2, plain);
        for distance in [SetDistance::Nominal, SetDistance::Jaccard, SetDistance::Dice, SetDistance::Masi] {
            prop_assert!(super::alike(swept.alpha(distance), plain.alpha(distance)));
        }
    }

    #[test]
    fn free_boundaries(coders in prop::collection::vec(divided(), 2..4)) {
        let continuum = Continuum::new(LENGTH, coders.clone()).unwrap();
        prop_assert!(super::alike(continuum.u_alpha(), by_places(&coders, |value| value)));
        let marked = |value: Option<usize>| value.map(|_| 0);
        prop_assert!(super::alike(continuum.u_alpha_binary(), by_places(&coders, marked)));
    }
}

/// The segments of one coder, with values 0 to 2.
fn divided() -> impl Strategy<Value = Vec<Segment>> {
    prop::collection::vec((1..12u64, prop::option::of(0..3usize)), 0..12).prop_map(|pieces| {
        let mut at = 0;
        let mut segments = Vec::new();
        for (length, value) in pieces {
            let end = (at + length).min(LENGTH);
            if let Some(value) = value.filter(|_| end > at) {
                segments.push(Segment { span: Span::new(at, end), value });
            }
            at = end;
        }
        segments
    })
}

/// u-alpha by its definition, place by place: l_ck from every pair of coders at every place.
#[allow(clippy::cast_precision_loss)] // small numbers
fn by_places(coders: &[Vec<Segment>], seen: impl Fn(Option<usize>) -> Option<usize>) -> Measured {
    let value_at = |coder: &Vec<Segment>, at: u64| {
        let there = coder.iter().find(|segment| segment.span.start <= at && at < segment.span.end);
        seen(there.map(|segment| segment.value)).map_or(3, |value| value)
    };
    let m = coders.len() as f64;
    let mut l = [[0.0; 4]; 4];
    for (i, a) in coders.iter().enumerate() {
        for b in coders.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, b)| b) {
            for at in 0..LENGTH {
                l[value_at(a, at)][value_at(b, at)] += 1.0 / (m - 1.0);
            }
        }
    }
    let sums: Vec<f64> = l.iter().map(|row| row.iter().sum()).collect();
    let all: f64 = sums.iter().sum();
    let squares: f64 = coders.iter().flatten().map(|segment| (segment.span.len() as f64).powi(2)).sum();
    let z = squares + sums[3];
    let observed: f64 = all - (0..4).map(|c| l[c][c]).sum::<f64>();
    let apart = |c: usize| (0..4).filter(|k| *k != c).map(|k| sums[c] * sums[k]).sum::<f64>();
    let expected: f64 = (0..4).map(apart).sum::<f64>() * all / (all * all - z);
    if expected.abs() < 1e-9 { Err(Undefined::NoVariation) } else { Ok(1.0 - observed / expected) }
}
