//! Copies of one study, merged in every order, become the same study; a merge can be taken back.

use super::acts::{Act, acts};
use super::desk::{Desk, Team};
use super::portrait::{done_by_people, ops, portrait};
use proptest::prelude::*;
use std::collections::BTreeSet;
use workbench::Failure;
use workbench::merging::{Choice, Disagreement};

const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

/// The three copies, merged in one order into a copy of the first of them.
fn merged(team: &Team, order: [usize; 3]) -> Desk {
    let mut desk = team.copy(order[0], &format!("{order:?}"));
    for other in &order[1..] {
        desk.receive(&team.desks[*other].path);
    }
    desk.is_sound();
    desk
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_every_order_the_same_study_comes_of_it(acts in acts(false, 40)) {
        let team = Team::play(&acts);
        let mut expected = None;
        for order in ORDERS {
            let mut desk = merged(&team, order);
            let found = (ops(&desk.engine), portrait(&mut desk.engine));
            let expected = expected.get_or_insert_with(|| found.clone());
            prop_assert_eq!(&found.0, &expected.0, "{:?}", order);
            prop_assert_eq!(&found.1, &expected.1, "{:?}", order);
        }
    }

    #[test]
    fn with_corrections_the_same_study_comes_once_all_have_heard_of_all(acts in acts(true, 40)) {
        let team = Team::play(&acts);
        let mut one = merged(&team, ORDERS[0]);
        let mut other = merged(&team, ORDERS[5]);
        prop_assert_eq!(done_by_people(&one.engine), done_by_people(&other.engine));
        for _ in 0..2 {
            one.receive(&other.path);
            other.receive(&one.path);
        }
        prop_assert_eq!(ops(&one.engine), ops(&other.engine));
        prop_assert_eq!(portrait(&mut one.engine), portrait(&mut other.engine));
        one.is_sound();
        let known: BTreeSet<_> = one.engine.history().iter().map(|line| line.op).collect();
        for desk in &team.desks {
            prop_assert!(desk.engine.history().iter().all(|line| known.contains(&line.op)), "nothing is lost");
        }
    }

    #[test]
    fn merging_twice_changes_nothing(acts in acts(true, 30)) {
        let mut team = Team::play(&acts);
        let other = team.desks[1].path.clone();
        let desk = &mut team.desks[0];
        desk.receive(&other);
        let before = (ops(&desk.engine), portrait(&mut desk.engine));
        let report = desk.receive(&other);
        prop_assert_eq!((report.ops_in.len(), report.composed.len()), (0, 0));
        prop_assert_eq!(before, (ops(&desk.engine), portrait(&mut desk.engine)));
    }

    #[test]
    fn a_merge_taken_back_leaves_what_was_before_and_comes_again(acts in acts(true, 30)) {
        let mut team = Team::play(&acts);
        let other = team.desks[1].path.clone();
        let desk = &mut team.desks[0];
        let before = (ops(&desk.engine), portrait(&mut desk.engine), desk.engine.next_steps());
        let report = desk.receive(&other);
        let after = (ops(&desk.engine), portrait(&mut desk.engine));
        if report.ops_in.is_empty() {
            return Ok(());
        }
        desk.engine.take_back().unwrap();
        prop_assert_eq!(&before, &(ops(&desk.engine), portrait(&mut desk.engine), desk.engine.next_steps()));
        desk.is_sound();
        desk.receive(&other);
        prop_assert_eq!(after, (ops(&desk.engine), portrait(&mut desk.engine)));
        desk.is_sound();
    }
}

/// A merge in which everything that disagrees is settled at once, as it stands here or there, and taken back.
fn merged_with_choices(mut team: Team, ours: bool) -> Result<(), TestCaseError> {
    let other = team.desks[1].path.clone();
    let desk = &mut team.desks[0];
    let plan = desk.engine.merge_plan(&other).unwrap();
    if plan.ops_in.is_empty() {
        return Ok(());
    }
    let choice = |one: &Disagreement| {
        let (first, second) = if ours { (&one.ours, &one.theirs) } else { (&one.theirs, &one.ours) };
        let head = first.first().or(second.first())?;
        Some(Choice { record: one.record, field: one.field, keep: head.stamp.op })
    };
    let choices: Vec<Choice> = plan.conflicts.iter().filter_map(choice).collect();
    let before = (ops(&desk.engine), portrait(&mut desk.engine), desk.engine.next_steps());
    let merged = desk.engine.merge_keeping(&other, &choices);
    desk.is_sound();
    match merged {
        Ok(report) => {
            let left = |choice: &Choice| {
                report.conflicts.iter().any(|one| (one.record, one.field) == (choice.record, choice.field))
            };
            prop_assert!(!choices.iter().any(left), "{:?}", report.conflicts);
            desk.engine.take_back().unwrap();
            desk.is_sound();
        }
        Err(failure) => prop_assert!(!matches!(failure, Failure::Store(_)), "{failure:?}"),
    }
    prop_assert_eq!(&before, &(ops(&desk.engine), portrait(&mut desk.engine), desk.engine.next_steps()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_merge_with_choices_is_one_step_that_is_taken_back(
        acts in acts(true, 30),
        ours in proptest::bool::ANY,
    ) {
        merged_with_choices(Team::play(&acts), ours)?;
    }
}

/// One deleted a code that both had named anew: the deletion is kept, and a name.
#[test]
fn what_is_deleted_for_good_stays_deleted_whatever_else_is_settled_with_it() {
    let rename = |name| Act::RenameCode { code: 0, name };
    let acts = [(1, rename(0)), (0, rename(1)), (1, Act::DeleteCode { code: 0 })];
    for ours in [true, false] {
        merged_with_choices(Team::play(&acts), ours).unwrap();
    }
}

/// One undid the import of an interview while another coded it.
#[test]
fn a_coding_made_in_an_interview_that_another_took_back_is_sound_in_every_order() {
    let apply = Act::Apply { interview: 0, code: 0, word: 42, words: 6 };
    let finish = Act::Finish { interview: 1, finished: true };
    let team = Team::play(&[(0, Act::Undo), (0, Act::Undo), (1, apply), (1, finish)]);
    for order in ORDERS {
        merged(&team, order);
    }
}
