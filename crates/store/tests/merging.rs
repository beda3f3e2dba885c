//! What follows from a merge by itself belongs to the merge; places go with what they are places of.
#![allow(clippy::unwrap_used)] // a test that meets the unexpected has failed

mod support;

use model::op::Op;
use model::{OpId, RecordId, Timestamp};
use std::path::Path;
use store::{Blob, LogLine, MergeId, PlaceRow, Store, StoreError};
use support::{Act, Hand};
use tempfile::TempDir;
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_795_000_000_000);
const TEXT: &str = "Je dors mal depuis mars.";

/// A study and a colleague's copy of it with one act more, which was merged.
struct Merged {
    _folder: TempDir,
    hand: Hand,
    store: Store,
    merge: MergeId,
    came: OpId,
    interview: RecordId,
    revision: RecordId,
}

fn commit(store: &mut Store, act: Act) {
    let blobs: Vec<Blob> = act.blobs.into_iter().map(Blob::of).collect();
    store.commit(&act.op, &blobs, &[]).unwrap();
}

impl Merged {
    fn new() -> Merged {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        let mut store = Store::create(&file("étude.ancrage"), NOW).unwrap();
        let mut hand = Hand::new(3);
        store.commit(&hand.create_study(), &[], &[]).unwrap();
        let (interview, revision, act) = hand.import("EMG 1", TEXT);
        commit(&mut store, act);
        let came = colleague(&store, &hand, &file("copie.ancrage"));
        let theirs = Store::open_read_only(&file("copie.ancrage")).unwrap();
        let merge = store.merge(&theirs, NOW, "copie").unwrap().merge_id.unwrap();
        hand.records = store.load().unwrap().records;
        Merged { _folder: folder, hand, store, merge, came, interview, revision }
    }

    fn line(&self, op: OpId) -> Option<LogLine> {
        self.store.load().unwrap().history.into_iter().find(|line| line.op == op)
    }
}

/// Saves a copy in which a colleague creates a code.
fn colleague(store: &Store, hand: &Hand, path: &Path) -> OpId {
    store.save_copy(path, NOW).unwrap();
    let (_, op) = hand.fork(8).code("sommeil");
    Store::open(path, NOW).unwrap().commit(&op, &[], &[]).unwrap();
    op.id
}

#[test]
fn what_follows_from_a_merge_is_not_local_and_leaves_with_it() {
    let mut merged = Merged::new();
    let (_, act) = merged.hand.correct(merged.revision, (3, 7, "ronfle"), true);
    let (op, blobs) = (act.op, act.blobs.into_iter().map(Blob::of).collect::<Vec<_>>());
    merged.store.commit_into_merge(merged.merge, &op, &blobs, &[]).unwrap();
    assert!(!merged.line(op.id).unwrap().local);
    let merges = merged.store.merges().unwrap();
    let mut ops = merges[0].ops.clone();
    ops.sort_unstable();
    let mut both = vec![merged.came, op.id];
    both.sort_unstable();
    assert_eq!(ops, both);
    assert!(merged.store.check().unwrap().is_clean());

    let taken = merged.store.merge_take_back(None, NOW).unwrap();
    assert_eq!(taken.ops, [merged.came, op.id]);
    assert_eq!(merged.line(op.id), None);
    assert!(!merged.store.has_blob(blobs[0].digest).unwrap());
    assert!(merged.store.check().unwrap().is_clean());
}

#[test]
fn nothing_follows_from_a_merge_that_is_not_there() {
    let mut merged = Merged::new();
    let (_, op) = merged.hand.code("fatigue");
    let nowhere = merged.store.commit_into_merge(MergeId(99), &op, &[], &[]);
    assert_eq!(nowhere, Err(StoreError::NoMerge));
    merged.store.merge_take_back(None, NOW).unwrap();
    let gone = merged.store.commit_into_merge(merged.merge, &op, &[], &[]);
    assert_eq!(gone, Err(StoreError::NoMerge));
    assert_eq!(merged.line(op.id), None);
    assert!(merged.store.check().unwrap().is_clean());
}

/// A revision that is nowhere: a place in it is what a check finds.
const NOWHERE: RecordId = RecordId(Uuid::from_u128(7));

impl Merged {
    /// Codes a passage that lies in a revision.
    fn code(&mut self, revision: RecordId) -> (PlaceRow, Op) {
        let (code, op) = self.hand.code("fatigue");
        self.store.commit(&op, &[], &[]).unwrap();
        let (coding, op) = self.hand.coding(self.interview, self.revision, code, "Je dors");
        let place =
            PlaceRow { coding, interview: self.interview, revision, start: 0, end: 7, state: "exact" };
        self.store.commit(&op, &[], &[place]).unwrap();
        (place, op)
    }

    fn is_clean(&self) -> bool {
        self.store.check().unwrap().is_clean()
    }
}

#[test]
fn places_that_are_replaced_leave_nothing_behind() {
    let mut merged = Merged::new();
    let (place, _) = merged.code(NOWHERE);
    assert!(!merged.is_clean());
    merged.store.replace_places(&[]).unwrap();
    assert!(merged.is_clean());
    merged.store.replace_places(&[PlaceRow { revision: merged.revision, ..place }]).unwrap();
    assert!(merged.is_clean());
}

#[test]
fn a_coding_that_goes_lies_nowhere() {
    let mut merged = Merged::new();
    let (place, _) = merged.code(NOWHERE);
    let deletion = merged.hand.delete(place.coding);
    merged.store.commit(&deletion, &[], &[]).unwrap();
    assert!(merged.is_clean());

    let (_, coded) = merged.code(NOWHERE);
    assert!(!merged.is_clean());
    let undo = merged.hand.undo(&coded).unwrap();
    merged.store.commit(&undo, &[], &[]).unwrap();
    assert!(merged.is_clean());
}
