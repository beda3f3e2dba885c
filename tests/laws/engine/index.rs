//! The index caught up equals the index rebuilt, in memory and in a folder, whatever was done.

use super::acts::{Act, acts};
use super::desk::{Desk, Team};
use model::RecordId;
use proptest::prelude::*;
use std::collections::BTreeMap;
use workbench::Engine;
use workbench::search::{Asked, Voices, Where};

/// From how many characters on a desk keeps its index in a folder: one always, one never, one at times.
const LIMITS: [u64; 3] = [0, u64::MAX, 300];

const QUERIES: [&str; 6] =
    ["dors", "l*", "\"le matin\"", "voilà OU mars", "note OU code OU mémo", "/m[a-z]t/"];

/// Everything that an index can be asked: what it holds, word for word, and what it finds.
#[derive(Debug, PartialEq)]
struct Held {
    texts: BTreeMap<RecordId, (u64, String)>,
    found: Vec<String>,
    terms: Vec<String>,
}

fn held(engine: &mut Engine) -> Held {
    let snapshot = engine.index().unwrap();
    let text = |id: RecordId| snapshot.text(id).unwrap().unwrap();
    let texts = snapshot.held().into_iter().map(|(id, version)| (id, (version, text(id)))).collect();
    let all = Where { texts: true, memos: true, codes: true };
    let asked = |query: &str| Asked { within: all, voices: Voices::All, limit: 1000, ..Asked::of(query) };
    let found = QUERIES
        .map(|query| format!("{:?}", workbench::answers::search::search(engine, &asked(query)).unwrap()));
    let scope = engine.search(&asked("")).unwrap().scoped;
    let families = snapshot.families(&scope.scope).unwrap();
    Held { texts, found: found.into(), terms: families.iter().map(|family| format!("{family:?}")).collect() }
}

/// Catches up as it goes, and now and then right after an act.
fn act(desk: &mut Desk, at: usize, act: &Act) {
    desk.act(act);
    desk.engine.keep_index_in_folder_from(LIMITS[at]);
    _ = desk.engine.index_some().unwrap();
}

fn withdraw(engine: &mut Engine, purge: Option<usize>) -> Result<(), TestCaseError> {
    let people: Vec<RecordId> = engine.seen().participants().iter().map(|one| one.id).collect();
    if let Some(person) = purge.and_then(|at| people.get(at % people.len().max(1))) {
        engine.purge(*person).map_err(|failure| TestCaseError::fail(format!("{failure:?}")))?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_index_caught_up_equals_the_index_rebuilt(
        acts in acts(true, 50),
        purge in proptest::option::weighted(0.3, 0usize..3),
    ) {
        let mut team = Team::start();
        for (at, what) in &acts {
            match what {
                Act::Receive { from } if from != at => {
                    let from = team.desks[*from].path.clone();
                    team.desks[*at].receive(&from);
                }
                what => act(&mut team.desks[*at], *at, what),
            }
        }
        withdraw(&mut team.desks[0].engine, purge)?;
        for (at, limit) in LIMITS.into_iter().enumerate() {
            let desk = &mut team.desks[at];
            desk.engine.keep_index_in_folder_from(limit);
            let caught_up = held(&mut desk.engine);
            desk.reopen();
            desk.engine.keep_index_in_folder_from(limit);
            let taken_up = held(&mut desk.engine);
            prop_assert_eq!(&taken_up, &caught_up);
            let alone = tempfile::tempdir().unwrap();
            let path = alone.path().join("copy.ancrage");
            std::fs::copy(&team.desks[at].path, &path).unwrap();
            let mut copy = Desk::open(&path, super::desk::MEMBERS[at], 700);
            copy.engine.keep_index_in_folder_from(u64::MAX);
            prop_assert_eq!(&held(&mut copy.engine), &caught_up);
        }
    }
}
