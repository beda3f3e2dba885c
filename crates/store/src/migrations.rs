//! Tests of the way from every shipped format to the current one.

use crate::codec::Codec;
use crate::db::Db;
use crate::dump::{dump, rows};
use crate::journal::Entry;
use crate::stamp::JournalStamp;
use crate::support::{Act, Hand, STUDY};
use crate::{BackupReason, Blob, Store, blobs, files, leftover, meta, open, schema};
use model::Timestamp;
use model::op::Op;
use model::records::Records;
use model::value::{Group, Value};
use rusqlite::params;
use std::fs;
use std::path::{Path, PathBuf};

/// A small study, always the same.
fn study() -> (Hand, Vec<Act>) {
    let mut hand = Hand::new(2026);
    let mut acts = vec![Act { op: hand.create_study(), blobs: Vec::new() }];
    acts.push(hand.import("EMG 1", "Je dors mal depuis mars. La garde de nuit m’épuise.").2);
    acts.extend((0..40).map(|_| hand.anything()));
    (hand, acts)
}

/// Writes a project as the first format had it: versions do not name their bases, there are no places
/// and no views.
fn write_v1(path: &Path, acts: &[Act]) {
    let (db, codec) = (open::new_file(path).unwrap(), Codec::Plain);
    db.batch(&format!("PRAGMA application_id = {}", schema::APPLICATION_ID)).unwrap();
    db.write(|| {
        schema::migrate(&db, codec, 1)?;
        meta::begin(&db, codec, Path::new("v1.ancrage"), Timestamp(1_795_000_000_000))?;
        meta::set(&db, meta::key::STUDY, &STUDY.to_string())?;
        for act in acts {
            Entry::of(&act.op, codec)?.append(&db)?;
            act.blobs.iter().try_for_each(|bytes| blobs::put(&db, codec, &Blob::of(bytes.clone())))?;
        }
        JournalStamp::of(acts.iter().map(|act| act.op.id)).save(&db)
    })
    .unwrap();
    derive_v1(&db, &acts.iter().map(|act| act.op.clone()).collect::<Vec<_>>());
    crate::backup::close(db).unwrap();
}

/// Writes a project as a later format had it.
fn write_at(path: &Path, acts: &[Act], version: u32) {
    write_v1(path, acts);
    let db = open::for_writing(path).unwrap();
    db.write(|| schema::migrate(&db, Codec::Plain, version)).unwrap();
    crate::backup::close(db).unwrap();
}

fn derive_v1(db: &Db, ops: &[Op]) {
    let version = "INSERT INTO version (record, field, op, lamport, head) VALUES (?1, ?2, ?3, ?4, ?5)";
    let row = "INSERT INTO record (id, kind, alive, body) VALUES (?1, ?2, ?3, ?4)";
    for (id, record) in Records::replay(ops).iter() {
        let body = serde_json::to_vec(&crate::derived::body(record).unwrap()).unwrap();
        db.run(row, params![id.0.as_bytes(), record.kind().as_str(), record.is_alive(), body]).unwrap();
        for (field, register) in record.fields() {
            let heads: Vec<_> = register.heads().map(|head| head.stamp.op).collect();
            for known in register.versions() {
                let (op, lamport) = (known.stamp.op, i64::try_from(known.stamp.lamport).unwrap());
                let values = params![
                    id.0.as_bytes(),
                    field.to_string(),
                    op.0.as_bytes(),
                    lamport,
                    heads.contains(&op)
                ];
                db.run(version, values).unwrap();
            }
        }
    }
}

fn fixture() -> PathBuf {
    shipped(1)
}

fn shipped(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../fixtures/projects/v{version}.ancrage"))
}

/// The schema as SQLite keeps it.
fn schema_of(store: &Store) -> Vec<String> {
    rows(store, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
}

#[test]
fn the_shipped_first_format_opens_as_the_current_one() {
    if std::env::var_os("ANCRAGE_WRITE_FIXTURES").is_some() {
        files::remove_if_there(&fixture()).unwrap();
        write_v1(&fixture(), &study().1);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("v1.ancrage");
    fs::copy(fixture(), &path).unwrap();
    let store = Store::open(&path, Timestamp(1_795_100_000_000)).unwrap();
    assert_eq!(store.check().unwrap().findings, []);
    let loaded = store.load().unwrap();
    assert_eq!(loaded.history.len(), 42);
    let Some(Value::StudyTitle(title)) = loaded.records.value(STUDY, Group::StudyTitle) else {
        panic!("no title")
    };
    assert_eq!(title.title, "Le sommeil des internes");
    let fresh = Store::create(&folder.path().join("neuf.ancrage"), Timestamp(0)).unwrap();
    assert_eq!(schema_of(&store), schema_of(&fresh));

    // The backup is the old file, and opens as well.
    let backups = store.backups().unwrap();
    assert_eq!(backups.iter().map(|backup| backup.why).collect::<Vec<_>>(), [BackupReason::Migration]);
    assert_eq!((backups[0].ops, backups[0].at), (Some(42), Timestamp(1_795_100_000_000)));
    let again = folder.path().join("encore.ancrage");
    store.restore(&backups[0].id, &again, Timestamp(1_795_200_000_000)).unwrap();
    assert_eq!(dump(&Store::open(&again, Timestamp(0)).unwrap()), dump(&store));
}

#[test]
fn every_later_shipped_format_opens_and_merges_as_the_current_one() {
    let (hand, acts) = study();
    for version in 2..=schema::CURRENT {
        if std::env::var_os("ANCRAGE_WRITE_FIXTURES").is_some() {
            files::remove_if_there(&shipped(version)).unwrap();
            write_at(&shipped(version), &acts, version);
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ancien.ancrage");
        fs::copy(shipped(version), &path).unwrap();
        let read = Store::open_read_only(&path).unwrap();
        assert_eq!(read.load().unwrap().records, hand.records, "version {version}");
        let mut new = Store::create(&folder.path().join("neuf.ancrage"), Timestamp(0)).unwrap();
        new.merge(&read, Timestamp(1), "ancien.ancrage").unwrap();
        assert_eq!(new.load().unwrap().records, hand.records, "version {version}");
        drop(read);
        let store = Store::open(&path, Timestamp(2)).unwrap();
        assert_eq!(store.check().unwrap().findings, [], "version {version}");
        assert_eq!(schema_of(&store), schema_of(&new), "version {version}");
        let migrated = store.backups().unwrap().len();
        assert_eq!(migrated, usize::from(version < schema::CURRENT), "version {version}");
    }
}

#[test]
fn a_migrated_file_equals_one_that_was_always_current() {
    let folder = tempfile::tempdir().unwrap();
    let (hand, acts) = study();
    let path = folder.path().join("v1.ancrage");
    write_v1(&path, &acts);
    let migrated = Store::open(&path, Timestamp(0)).unwrap();
    let mut current = Store::create(&folder.path().join("v3.ancrage"), Timestamp(0)).unwrap();
    for act in acts {
        let blobs: Vec<Blob> = act.blobs.into_iter().map(Blob::of).collect();
        current.commit(&act.op, &blobs, &[]).unwrap();
    }
    assert_eq!(dump(&migrated), dump(&current));
    assert_eq!(migrated.load().unwrap(), current.load().unwrap());
    assert_eq!(migrated.load().unwrap().records, hand.records);
}

#[test]
fn an_older_file_is_read_and_merged_without_being_touched() {
    let folder = tempfile::tempdir().unwrap();
    let (hand, acts) = study();
    let path = folder.path().join("v1.ancrage");
    write_v1(&path, &acts);
    let before = fs::read(&path).unwrap();

    let old = Store::open_read_only(&path).unwrap();
    assert_eq!(old.load().unwrap().records, hand.records);
    assert_eq!(old.check().unwrap().findings, []);
    let mut new = Store::create(&folder.path().join("v3.ancrage"), Timestamp(0)).unwrap();
    let outcome = new.merge(&old, Timestamp(1), "v1.ancrage").unwrap();
    assert_eq!(outcome.ops.len(), acts.len());
    assert_eq!(new.load().unwrap().records, hand.records);
    assert_eq!(new.check().unwrap().findings, []);
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(!leftover::is_there(&path));
}

#[test]
fn a_step_that_fails_leaves_the_old_format() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("v1.ancrage");
    write_v1(&path, &study().1);
    // An operation that cannot be read: the second step cannot derive the versions.
    let db = open::for_writing(&path).unwrap();
    db.batch("UPDATE op SET payload = x'7b7d' WHERE seq = 3").unwrap();
    crate::backup::close(db).unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(Store::open(&path, Timestamp(0)), Err(crate::StoreError::Damaged { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
}
