//! Laws of merging, taking back and purging, on random histories in several files.

use crate::dump::dump;
use crate::support::{Act, Hand};
use crate::{Blob, PlaceRow, Store, StoreError};
use model::Timestamp;
use model::op::{Change, Op, OpKind};
use model::purge::PurgeItem;
use model::value::{Group, Kind, Parent, Value};
use proptest::prelude::*;
use tempfile::TempDir;

/// A member at work in a file of their own.
struct Desk {
    hand: Hand,
    store: Store,
}

impl Desk {
    fn commit(&mut self, act: Act) {
        let blobs: Vec<Blob> = act.blobs.into_iter().map(Blob::of).collect();
        self.store.commit(&act.op, &blobs, &[]).unwrap();
    }

    fn work(&mut self, acts: usize) {
        for _ in 0..acts {
            let act = self.hand.anything();
            self.commit(act);
        }
    }

    fn merge(&mut self, other: &Desk, at: i64) -> crate::MergeOutcome {
        let outcome = self.store.merge(&other.store, Timestamp(at), "autre copie").unwrap();
        self.hand.records = self.store.load().unwrap().records;
        outcome
    }

    fn purge(&mut self, at: i64) {
        let items = self.something_to_purge().unwrap();
        let record = self.hand.member;
        let op = self.hand.act(OpKind::Purge { record, items }, Vec::<Change>::new());
        self.store.commit(&op, &[], &[]).unwrap();
        self.store.purge(&[], Timestamp(at)).unwrap();
        let loaded = self.store.load().unwrap();
        self.hand.records = loaded.records;
    }

    fn something_to_purge(&mut self) -> Option<Vec<PurgeItem>> {
        let records = &self.hand.records;
        let mut choices: Vec<PurgeItem> = Vec::new();
        for (id, record) in records.iter() {
            if record.kind() == Kind::Interview {
                choices.push(PurgeItem::Withdrawn(id));
            }
            if let Some(Value::RevisionBody(body)) = record.value(Group::RevisionBody) {
                let masks = |parent: &Parent| PurgeItem::Forgotten { revision: parent.revision, masked: id };
                choices.extend(body.parents.iter().map(masks));
            }
            if let Some(version) =
                record.register(Group::MemoText.into()).and_then(|memo| memo.versions().first())
            {
                choices.push(PurgeItem::Version { record: id, op: version.stamp.op });
            }
        }
        choices.sort_unstable();
        let first = self.hand.dice.pick(&choices).copied()?;
        let second = self.hand.dice.pick(&choices).copied()?;
        Some(vec![first, second])
    }

    fn is_clean(&self) {
        assert_eq!(self.store.check().unwrap().findings, []);
    }
}

/// Some files of one study, each with work of its own since they parted.
fn desks(folder: &TempDir, seed: u64, count: u64, acts: usize) -> Vec<Desk> {
    let file = |n: u64| folder.path().join(format!("{n}.ancrage"));
    let mut first = Hand::new(seed);
    let mut store = Store::create(&file(0), Timestamp(0)).unwrap();
    store.commit(&first.create_study(), &[], &[]).unwrap();
    let mut desk = Desk { hand: first, store };
    let import = desk.hand.import("EMG 1", "Je dors mal depuis mars.").2;
    desk.commit(import);
    desk.work(acts / 2);
    let others: Vec<Desk> = (1..count)
        .map(|n| {
            desk.store.save_copy(&file(n), Timestamp(1)).unwrap();
            let store = Store::open(&file(n), Timestamp(1)).unwrap();
            Desk { hand: desk.hand.fork(seed.wrapping_add(n)), store }
        })
        .collect();
    let mut all = vec![desk];
    all.extend(others);
    all.iter_mut().for_each(|desk| desk.work(acts));
    all
}

/// A copy of a desk, to try another order on the same work.
fn twin(folder: &TempDir, desk: &Desk, name: &str) -> Desk {
    let path = folder.path().join(name);
    desk.store.save_copy(&path, Timestamp(2)).unwrap();
    Desk { hand: desk.hand.clone(), store: Store::open(&path, Timestamp(2)).unwrap() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(seed in any::<u64>(), acts in 1usize..16) {
        let folder = tempfile::tempdir().unwrap();
        let mut desks = desks(&folder, seed, 3, acts);
        let mut c = desks.pop().unwrap();
        let mut b = desks.pop().unwrap();
        let mut a = desks.pop().unwrap();
        let ops: usize = [&a, &b, &c].iter().map(|desk| desk.store.stamp().unwrap().count as usize).sum();
        let mut other_a = twin(&folder, &a, "a2.ancrage");
        let mut other_b = twin(&folder, &b, "b2.ancrage");

        // (a + b) + c, a + (b + c), c + (b + a)
        a.merge(&b, 10);
        a.merge(&c, 11);
        other_b.merge(&c, 12);
        other_a.merge(&other_b, 13);
        b.merge(&other_a, 14);
        c.merge(&b, 15);
        prop_assert_eq!(dump(&a.store), dump(&other_a.store));
        prop_assert_eq!(dump(&a.store), dump(&c.store));
        let before = dump(&a.store);
        prop_assert_eq!(a.merge(&c, 16).merge_id, None);
        prop_assert_eq!(&before, &dump(&a.store));
        // Nothing was lost: all had the same start.
        prop_assert_eq!(a.store.stamp().unwrap().count as usize, ops - 2 * (acts / 2 + 2));
        a.is_clean();
        c.is_clean();
    }

    #[test]
    fn taking_a_merge_back_leaves_what_was_before(seed in any::<u64>(), acts in 1usize..20) {
        let folder = tempfile::tempdir().unwrap();
        let mut desks = desks(&folder, seed, 2, acts);
        let b = desks.pop().unwrap();
        let mut a = desks.pop().unwrap();
        place_everything(&mut a);
        let before = dump(&a.store);
        let outcome = a.merge(&b, 10);
        let merged = dump(&a.store);
        prop_assert_ne!(&before, &merged);
        let back = a.store.merge_take_back(None, Timestamp(11)).unwrap();
        prop_assert_eq!(Some(back.merge_id), outcome.merge_id);
        prop_assert_eq!(&back.ops, &outcome.ops);
        prop_assert_eq!(&before, &dump(&a.store));
        a.is_clean();
        prop_assert_eq!(a.store.merge_take_back(None, Timestamp(12)), Err(StoreError::NoMerge));
        // Merging again brings everything back.
        a.merge(&b, 13);
        prop_assert_eq!(merged, dump(&a.store));
        a.is_clean();
    }

    #[test]
    fn a_merge_goes_back_exactly_when_nothing_rests_on_it(seed in any::<u64>(), acts in 1usize..8) {
        let folder = tempfile::tempdir().unwrap();
        let mut desks = desks(&folder, seed, 2, 4);
        let b = desks.pop().unwrap();
        let mut a = desks.pop().unwrap();
        a.merge(&b, 10);
        a.work(acts);
        let before = dump(&a.store);
        match a.store.merge_take_back(None, Timestamp(11)) {
            Ok(back) => {
                // What is left stands by itself: no base, no act undone, no record is missing.
                a.is_clean();
                let left = a.store.ops(..).unwrap();
                let bases = left.iter().flat_map(|op| &op.changes).flat_map(|change| &change.bases);
                prop_assert!(bases.chain(left.iter().filter_map(|op| op.undoes.as_ref())).all(|op| !back.ops.contains(op)));
            }
            Err(StoreError::StoodOn { standing }) => {
                prop_assert_eq!(before, dump(&a.store));
                let later: Vec<Op> = a.hand.done.iter().rev().take(acts).cloned().collect();
                prop_assert!(later.iter().any(|op| op.id == standing.op));
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn purging_and_merging_commute(seed in any::<u64>(), acts in 1usize..12) {
        let folder = tempfile::tempdir().unwrap();
        let mut desks = desks(&folder, seed, 2, acts);
        let b = desks.pop().unwrap();
        let mut purged_first = desks.pop().unwrap();
        let mut merged_first = twin(&folder, &purged_first, "a2.ancrage");
        purged_first.purge(10);
        let purge = purged_first.hand.done.last().cloned().unwrap();
        purged_first.merge(&b, 11);
        merged_first.merge(&b, 12);
        merged_first.store.commit(&purge, &[], &[]).unwrap();
        merged_first.store.purge(&[], Timestamp(13)).unwrap();
        prop_assert_eq!(dump(&purged_first.store), dump(&merged_first.store));
        // And the copy that never heard of the purge hears of it by the merge.
        let mut b = b;
        b.merge(&purged_first, 14);
        prop_assert_eq!(dump(&b.store), dump(&merged_first.store));
        for desk in [&purged_first, &merged_first, &b] {
            desk.is_clean();
        }
    }
}

fn place_everything(desk: &mut Desk) {
    let revision = desk.hand.records.iter().find(|(_, record)| record.kind() == Kind::Revision).unwrap();
    let Some(Value::RevisionBody(body)) = revision.1.value(Group::RevisionBody) else { return };
    let codings = desk.hand.records.iter().filter(|(_, record)| record.kind() == Kind::Coding);
    let places: Vec<PlaceRow> = codings
        .map(|(coding, _)| PlaceRow {
            coding,
            interview: body.interview,
            revision: revision.0,
            start: 0,
            end: 3,
            state: "kept",
        })
        .collect();
    desk.store.write_places(&places).unwrap();
}
