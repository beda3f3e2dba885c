//! Undo restores every record, or says what stands in its way.

use crate::desk::{acts, play};
use model::op::{Op, OpKind};
use model::records::Records;
use model::value::{Field, Value};
use model::{OpId, RecordId, Timestamp};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The current value of every field that has one.
fn values(records: &Records) -> BTreeMap<(RecordId, Field), Value> {
    let fields = records
        .iter()
        .flat_map(|(id, record)| record.fields().map(move |(field, register)| ((id, field), register)));
    fields.filter_map(|(key, register)| register.value().map(|value| (key, value.clone()))).collect()
}

fn step(records: &Records, undone: &Op, number: u128) -> Option<Op> {
    let changes = model::undo::changes_undoing(records, undone).ok()?;
    Some(Op {
        id: OpId(Uuid::from_u128(0xFFFF_0000_0000_0000 + number)),
        author: undone.author,
        at: Timestamp(0),
        lamport: records.lamport() + 1,
        kind: OpKind::Undo,
        changes,
        undoes: Some(undone.id),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_the_last_act_restores_every_record_and_redoing_brings_it_back(acts in acts(false)) {
        let [desk, _, _] = play(&acts);
        let Some((_, last)) = desk.journal.ops.iter().next_back() else { return Ok(()) };
        let earlier = desk.journal.ops.values().filter(|op| op.id != last.id);
        let before = values(&Records::replay(earlier));
        let mut records = desk.journal.records();
        let after = values(&records);
        // What an undo had taken away, and a colleague uses meanwhile, is not taken away again.
        let Some(undo) = step(&records, last, 1) else {
            let undone_before = desk.journal.ops.values().any(|op| op.undoes.is_some());
            prop_assert!(undone_before, "nothing can stand on an ordinary last act");
            return Ok(());
        };
        records.apply(&undo);
        prop_assert_eq!(values(&records), before);
        let Some(redo) = step(&records, &undo, 2) else {
            let undone_before = desk.journal.ops.values().any(|op| op.undoes.is_some());
            prop_assert!(undone_before, "nothing can stand on the undo of an ordinary act");
            return Ok(());
        };
        records.apply(&redo);
        prop_assert_eq!(values(&records), after);
    }

    #[test]
    fn looking_only_where_something_can_stand_finds_what_looking_everywhere_finds(acts in acts(false)) {
        let [desk, _, _] = play(&acts);
        let records = desk.journal.records();
        let study = model::study::Study::new(records.clone(), model::purge::Blanking::default());
        for op in desk.journal.ops.values() {
            prop_assert_eq!(study.changes_undoing(op), model::undo::changes_undoing(&records, op));
        }
    }

    #[test]
    fn who_refers_is_of_a_kind_that_can(acts in acts(true)) {
        let [desk, _, _] = play(&acts);
        let records = desk.journal.records();
        for (id, record) in records.iter() {
            let versions = record.fields().flat_map(|(_, register)| register.versions());
            for target in versions.flat_map(|version| version.value.iter().flat_map(Value::references)) {
                let (from, to) = (record.kind(), records.get(target).map(|target| target.kind()));
                prop_assert!(to.is_none_or(|to| from.may_refer_to(to)), "{id}: {from:?} refers to {to:?}");
            }
        }
    }

    #[test]
    fn an_act_that_is_stood_on_is_not_undone(acts in acts(false)) {
        let [desk, _, _] = play(&acts);
        let records = desk.journal.records();
        for op in desk.journal.ops.values() {
            if let Ok(changes) = model::undo::changes_undoing(&records, op) {
                let mut undone = records.clone();
                let undo = Op { changes, ..step(&records, op, 3).unwrap() };
                undone.apply(&undo);
                let gone = |id: &RecordId| records.get(*id).is_some_and(|r| r.exists()) && !undone.get(*id).is_some_and(|r| r.exists());
                for (id, record) in undone.iter().filter(|(_, record)| record.is_alive()) {
                    for (field, register) in record.fields() {
                        let refers = register.value().map(Value::references).unwrap_or_default();
                        prop_assert!(!refers.iter().any(gone), "{id} {field} refers to what was undone");
                    }
                }
            }
        }
    }
}
