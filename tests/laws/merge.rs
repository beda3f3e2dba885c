//! Merging is a union: commutative, associative, idempotent, and no version is ever lost.

use crate::desk::{Journal, acts, play};
use model::lens::Lens;
use model::op::Op;
use model::records::Records;
use model::study::Study;
use proptest::prelude::*;

fn merged(copies: &[&Journal]) -> Journal {
    let mut all = copies[0].clone();
    copies[1..].iter().for_each(|copy| all.merge(copy));
    all
}

/// What a study says of itself in every place that a merge can touch.
fn portrait(study: &Study) -> String {
    let seen = study.seen_by(Lens::Anybody);
    let codings: Vec<_> = seen
        .interviews()
        .iter()
        .flat_map(|interview| seen.codings_in(interview.id, &model::basis::Basis::everything()))
        .map(|coding| (coding.id, coding.code, coding.place, coding.comment.to_owned()))
        .collect();
    let interviews: Vec<_> =
        seen.interviews().iter().map(|one| (one.id, one.revision, one.turns.clone())).collect();
    format!(
        "{:#?}\n{:#?}\n{codings:#?}\n{interviews:#?}\n{:#?}",
        seen.codes(),
        seen.findings(),
        seen.same_pairs()
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(acts in acts(true)) {
        let [a, b, c] = play(&acts).map(|desk| desk.journal);
        let all = merged(&[&a, &b, &c]);
        for order in [[&a, &c, &b], [&b, &a, &c], [&b, &c, &a], [&c, &a, &b], [&c, &b, &a]] {
            prop_assert_eq!(&merged(&order), &all);
        }
        prop_assert_eq!(&merged(&[&a, &merged(&[&b, &c])]), &all);
        prop_assert_eq!(&merged(&[&all, &all, &a]), &all);
    }

    #[test]
    fn the_records_do_not_depend_on_the_order_of_arrival(acts in acts(false), seed in any::<u64>()) {
        let [a, b, c] = play(&acts).map(|desk| desk.journal);
        let all = merged(&[&a, &b, &c]);
        let mut ops: Vec<&Op> = all.ops.values().collect();
        let mut state = seed | 1;
        for last in (1..ops.len()).rev() {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            ops.swap(last, usize::try_from(state >> 33).unwrap() % (last + 1));
        }
        prop_assert_eq!(Records::replay(ops), all.records());
    }

    #[test]
    fn no_version_is_lost(acts in acts(false)) {
        let [a, b, c] = play(&acts).map(|desk| desk.journal);
        let records = merged(&[&a, &b, &c]).records();
        for op in a.ops.values().chain(b.ops.values()).chain(c.ops.values()) {
            for change in &op.changes {
                let register = records.get(change.record).and_then(|found| found.register(change.after.field()));
                let version = register.and_then(|register| register.version(op.id));
                prop_assert_eq!(version.map(|version| version.value.as_ref()), Some(change.after.value()));
            }
        }
    }

    #[test]
    fn a_study_is_a_total_function_of_any_records(acts in acts(true), kept in proptest::collection::vec(any::<bool>(), 120)) {
        let [a, b, c] = play(&acts).map(|desk| desk.journal);
        let mut some = merged(&[&a, &b, &c]);
        let mut kept = kept.iter().cycle();
        some.ops.retain(|_, _| *kept.next().unwrap());
        let study = some.study();
        let seen = study.seen_by(Lens::Anybody);
        for node in seen.codes() {
            prop_assert_eq!(seen.resolve(node.id), node.id);
        }
        prop_assert!(!portrait(&study).is_empty());
    }

    #[test]
    fn following_operations_one_by_one_equals_building_anew(acts in acts(false)) {
        let [a, b, c] = play(&acts).map(|desk| desk.journal);
        let all = merged(&[&a, &b, &c]);
        let mut following = Study::new(Records::default(), all.blanking());
        all.ops.values().for_each(|op| following.apply(op));
        prop_assert_eq!(portrait(&following), portrait(&all.study()));
    }

    #[test]
    fn undoing_a_merge_by_detaching_gives_back_what_was(acts in acts(false)) {
        let [a, b, _] = play(&acts).map(|desk| desk.journal);
        let before = a.records();
        let mut records = before.clone();
        let new: Vec<&Op> = b.ops.values().filter(|op| !a.ops.contains_key(&op.stamp())).collect();
        new.iter().for_each(|op| records.apply(op));
        new.iter().for_each(|op| records.detach(op));
        records.set_lamport(before.lamport());
        prop_assert_eq!(records, before);
    }
}
