//! Purging and merging commute, and no purged word stays in any operation.

use crate::desk::{Act, acts, play};
use model::op::OpKind;
use model::purge::PurgeItem;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn purging_before_or_after_a_merge_gives_the_same(acts in acts(false), interview in 0usize..4) {
        let [a, b, _] = play(&acts);
        let mut purger = a.clone();
        purger.act(&Act::Withdraw { interview }, &[]);
        let purge = purger.journal.ops.values().find(|op| matches!(op.kind, OpKind::Purge { .. })).cloned();
        let Some(purge) = purge else { return Ok(()) };
        let mut purged_first = purger.journal.clone();
        purged_first.merge(&b.journal);
        let mut merged_first = a.journal.clone();
        merged_first.merge(&b.journal);
        merged_first.add(purge.clone());
        prop_assert_eq!(&purged_first, &merged_first);
        let mut other_side = b.journal.clone();
        other_side.merge(&purger.journal);
        prop_assert_eq!(&other_side, &merged_first);
    }

    #[test]
    fn no_word_of_a_withdrawn_interview_is_left(acts in acts(true)) {
        let [a, b, c] = play(&acts).map(|desk| desk.journal);
        let mut all = a;
        all.merge(&b);
        all.merge(&c);
        let withdrawn: Vec<_> = all.purge.iter().filter_map(|item| match item {
            PurgeItem::Withdrawn(record) => Some(*record),
            _ => None,
        }).collect();
        let study = all.study();
        let seen = study.seen_by(model::lens::Lens::Anybody);
        for op in all.ops.values() {
            for change in &op.changes {
                let interview = match change.after.value() {
                    Some(model::value::Value::CodingAnchor(_)) => seen.coding(change.record).map(|coding| coding.interview),
                    Some(model::value::Value::InterviewName(_)) => Some(change.record),
                    _ => None,
                };
                if interview.is_some_and(|id| withdrawn.contains(&id)) {
                    let words = serde_json::to_string(&change.after).unwrap();
                    prop_assert!(!words.contains("secrets") && !words.contains("EMG"), "{words}");
                }
            }
        }
        for interview in withdrawn {
            prop_assert!(seen.codings_in(interview, &model::basis::Basis::everything()).is_empty());
        }
    }
}
