//! What one person did is undone act by act, back to the beginning, and done again, across restarts.

use super::acts::{Act, acts};
use super::desk::Team;
use super::portrait::portrait;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everything_is_undone_act_by_act_and_done_again(acts in acts(true, 40), reopen in 0usize..12) {
        let mut team = Team::start();
        let desk = &mut team.desks[0];
        let mut portraits = vec![portrait(&mut desk.engine)];
        for (_, act) in acts.iter().filter(|(_, act)| !matches!(act, Act::Undo | Act::Redo | Act::Receive { .. })) {
            let before = desk.engine.history().len();
            desk.act(act);
            if desk.engine.history().len() > before {
                portraits.push(portrait(&mut desk.engine));
            }
        }
        desk.reopen();
        let done = portraits.len() - 1;
        for step in 1..=done {
            prop_assert!(desk.engine.next_steps().0.is_some());
            desk.engine.run(workbench::Command::Undo).map_err(|failure| TestCaseError::fail(format!("undo {step}: {failure:?}")))?;
            prop_assert_eq!(&portrait(&mut desk.engine), &portraits[done - step], "undo {}", step);
            if step % 12 == reopen {
                desk.reopen();
            }
        }
        desk.is_sound();
        for (step, expected) in portraits.iter().enumerate().skip(1) {
            desk.engine.run(workbench::Command::Redo).map_err(|failure| TestCaseError::fail(format!("redo {step}: {failure:?}")))?;
            prop_assert_eq!(&portrait(&mut desk.engine), expected, "redo {}", step);
        }
        prop_assert_eq!(desk.engine.next_steps().1, None);
        desk.is_sound();
    }
}
