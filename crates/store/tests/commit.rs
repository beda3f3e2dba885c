//! What is committed is there after closing and opening again, byte for byte; what fails leaves nothing.

#![allow(clippy::unwrap_used)] // a test that meets the unexpected has failed

mod support;

use model::value::{Group, StudyTitle, Value};
use model::{Digest, OpId, RecordId, Timestamp};
use std::fs;
use store::{Blob, JournalStamp, PlaceRow, Store, StoreError};
use support::{Hand, STUDY};
use uuid::Uuid;

fn new_store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("étude n° 1 %20?.ancrage"), Timestamp(1)).unwrap();
    (folder, store)
}

#[test]
fn what_is_committed_is_there_after_opening_again() {
    let (_folder, mut store) = new_store();
    let mut hand = Hand::new(1);
    store.commit(&hand.create_study(), &[], &[]).unwrap();
    let (interview, revision, act) = hand.import("EMG 1", "Je dors mal depuis mars.");
    let blobs: Vec<Blob> = act.blobs.iter().cloned().map(Blob::of).collect();
    store.commit(&act.op, &blobs, &[]).unwrap();
    let (code, coded) = hand.code("sommeil");
    store.commit(&coded, &[], &[]).unwrap();
    let (coding, applied) = hand.coding(interview, revision, code, "Je dors mal");
    let place = PlaceRow { coding, interview, revision, start: 0, end: 11, state: "kept" };
    store.commit(&applied, &[], &[place]).unwrap();

    let path = store.path().to_path_buf();
    store.close();
    let store = Store::open(&path, Timestamp(2)).unwrap();
    let loaded = store.load().unwrap();
    assert_eq!(loaded.study, Some(STUDY));
    assert_eq!(loaded.records, hand.records);
    assert_eq!(store.ops(..).unwrap(), hand.done);
    assert_eq!(store.op(applied.id).unwrap().as_ref(), Some(&applied));
    assert_eq!(store.payload(applied.id).unwrap(), Some(applied.payload().unwrap()));
    assert_eq!(store.op(OpId(Uuid::nil())).unwrap(), None);
    assert!(loaded.history.iter().all(|line| line.local && !line.blanked));
    let order: Vec<OpId> = loaded.history.iter().map(|line| line.op).collect();
    assert_eq!(order, hand.done.iter().map(|op| op.id).collect::<Vec<_>>());
    for bytes in &act.blobs {
        assert_eq!(store.blob(Digest::of(bytes)).unwrap().as_ref(), Some(bytes));
    }
    assert!(!store.has_blob(Digest::of(b"other")).unwrap());
    assert_eq!(store.blob(Digest::of(b"other")).unwrap(), None);
}

#[test]
fn ops_come_in_the_order_of_history_and_in_part() {
    let (_folder, mut store) = new_store();
    let mut hand = Hand::new(2);
    hand.create_study();
    for n in 0..5 {
        hand.code(&n.to_string());
    }
    let backwards: Vec<_> = hand.done.iter().rev().cloned().collect();
    store.commit_all(&backwards, &[], &[]).unwrap();
    assert_eq!(store.ops(..).unwrap(), hand.done);
    let third = hand.done[2].stamp();
    assert_eq!(store.ops(third..).unwrap(), hand.done[2..]);
    assert_eq!(store.ops(..third).unwrap(), hand.done[..2]);
    assert_eq!(store.ops(..=third).unwrap(), hand.done[..3]);
}

#[test]
fn a_commit_that_fails_leaves_nothing() {
    let (_folder, mut store) = new_store();
    let mut hand = Hand::new(3);
    let study = hand.create_study();
    store.commit(&study, &[], &[]).unwrap();
    let before = store.load().unwrap();

    let (_, next) = hand.code("sommeil");
    let wrong = Blob { digest: Digest::of(b"one"), bytes: b"other".to_vec() };
    let refused = store.commit(&next, &[Blob::of(*b"good"), wrong], &[]).unwrap_err();
    assert_eq!(
        refused,
        StoreError::BlobDiffers { expected: Digest::of(b"one"), found: Digest::of(b"other") }
    );
    let nowhere = RecordId(Uuid::from_u128(9));
    let place =
        PlaceRow { coding: nowhere, interview: nowhere, revision: nowhere, start: 0, end: 1, state: "kept" };
    assert_eq!(store.commit(&next, &[], &[place]), Err(StoreError::NoSuchCoding { coding: nowhere }));
    assert_eq!(store.commit(&study, &[], &[]), Err(StoreError::OpExists { op: study.id }));
    assert_eq!(
        store.commit_all(&[next.clone(), study.clone()], &[], &[]),
        Err(StoreError::OpExists { op: study.id })
    );

    assert_eq!(store.load().unwrap(), before);
    assert!(!store.has_blob(Digest::of(b"good")).unwrap());
    store.commit(&next, &[], &[]).unwrap();
    assert_eq!(store.load().unwrap().records, hand.records);
}

#[test]
fn a_number_comes_back_to_the_last_digit() {
    let (_folder, mut store) = new_store();
    let mut hand = Hand::new(4);
    store.commit(&hand.create_study(), &[], &[]).unwrap();
    let participant = hand.new_id();
    for number in [0.1 + 0.2, 1.0 / 3.0, 5e-324, 9_007_199_254_740_993.0, 64.61] {
        let value = model::value::AttributeValue::Number(number);
        let change = hand.set(participant, model::value::ParticipantAttribute::new(Some(value), participant));
        let op = hand.act(model::op::OpKind::EditParticipant { participant }, vec![change]);
        store.commit(&op, &[], &[]).unwrap();
    }
    assert_eq!(store.load().unwrap().records, hand.records);
    let endless = model::value::AttributeValue::Number(f64::NAN);
    let change = hand.set(participant, model::value::ParticipantAttribute::new(Some(endless), participant));
    let op = hand.act(model::op::OpKind::EditParticipant { participant }, vec![change]);
    // JSON has no such number: once in the journal, the project could not be read any more.
    assert!(matches!(store.commit(&op, &[], &[]), Err(StoreError::Unstorable { .. })));
    store.load().unwrap();
}

#[test]
fn the_stamp_follows_the_journal() {
    let (_folder, mut store) = new_store();
    assert_eq!(store.stamp().unwrap(), JournalStamp::default());
    let mut hand = Hand::new(5);
    store.commit(&hand.create_study(), &[], &[]).unwrap();
    let first = store.stamp().unwrap();
    store.commit(&hand.code("sommeil").1, &[], &[]).unwrap();
    let second = store.stamp().unwrap();
    assert_eq!((first.count, second.count), (1, 2));
    assert_eq!(second.last, Some(hand.done[1].id));
    assert_eq!(second.xor, hand.done[0].id.0.as_u128() ^ hand.done[1].id.0.as_u128());
    assert_eq!(store.load().unwrap().stamp, second);
}

#[test]
fn a_closed_project_is_one_file() {
    let (folder, mut store) = new_store();
    store.commit(&Hand::new(6).create_study(), &[], &[]).unwrap();
    store.close();
    let names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["étude n° 1 %20?.ancrage"]);
}

#[test]
fn a_reader_sees_what_was_committed_while_the_writer_goes_on() {
    let (_folder, mut store) = new_store();
    let mut hand = Hand::new(7);
    store.commit(&hand.create_study(), &[], &[]).unwrap();
    let mut reader = Store::open_read_only(store.path()).unwrap();
    assert_eq!(reader.load().unwrap().records, hand.records);
    assert_eq!(Store::open(store.path(), Timestamp(2)).unwrap_err(), StoreError::InUse);

    let title = hand.set(STUDY, StudyTitle::new("Dormir en garde".into()));
    let op = hand.act(model::op::OpKind::EditStudy { study: STUDY }, vec![title]);
    assert_eq!(reader.commit(&op, &[], &[]), Err(StoreError::OpenedForReading));
    store.commit(&op, &[], &[]).unwrap();
    let records = reader.load().unwrap().records;
    let read = records.value(STUDY, Group::StudyTitle);
    assert_eq!(read, Some(&Value::from(StudyTitle::new("Dormir en garde".into()))));
    store.close();
    Store::open(reader.path(), Timestamp(3)).unwrap();
}
