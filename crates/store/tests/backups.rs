//! Backups: consistent, kept in number, restored as copies, and there when the project is lost.
#![allow(clippy::unwrap_used)] // a test that meets the unexpected has failed

mod support;

use model::Timestamp;
use std::fs;
use std::path::PathBuf;
use store::{BACKUPS_KEPT, BackupReason, Blob, Store, StoreError, backups_of, restore_backup};
use support::Hand;
use tempfile::TempDir;

const MORNING: Timestamp = Timestamp(1_795_000_000_123);
const HOUR: i64 = 3_600_000;

fn after(hours: i64) -> Timestamp {
    Timestamp(MORNING.0 + hours * HOUR)
}

fn project() -> (TempDir, PathBuf, Store, Hand) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("étude.ancrage"), MORNING).unwrap();
    let mut hand = Hand::new(1);
    store.commit(&hand.create_study(), &[], &[]).unwrap();
    let (interview, revision, act) = hand.import("EMG 1", "Je dors mal depuis mars.");
    store.commit(&act.op, &act.blobs.into_iter().map(Blob::of).collect::<Vec<_>>(), &[]).unwrap();
    let (code, coded) = hand.code("sommeil");
    store.commit(&coded, &[], &[]).unwrap();
    for _ in 0..3 {
        let (coding, op) = hand.coding(interview, revision, code, "Je dors mal");
        store.commit(&op, &[], &[]).unwrap();
        if hand.done.len() == 6 {
            store.commit(&hand.delete(coding), &[], &[]).unwrap();
        }
    }
    let path = store.path().to_path_buf();
    (folder, path, store, hand)
}

#[test]
fn a_backup_says_what_it_holds_and_comes_back_as_a_copy() {
    let (folder, path, mut store, mut hand) = project();
    let made = store.backup_now(BackupReason::Asked, MORNING).unwrap();
    assert_eq!((made.at, made.why), (MORNING, BackupReason::Asked));
    assert_eq!((made.ops, made.codings), (Some(7), Some(2)));
    assert_eq!(store.backups().unwrap(), std::slice::from_ref(&made));
    let then = store.load().unwrap();
    store.commit(&hand.code("fatigue").1, &[], &[]).unwrap();

    let copy = folder.path().join("copie.ancrage");
    store.restore(&made.id, &copy, after(1)).unwrap();
    assert_eq!(store.load().unwrap().records, hand.records);
    let restored = Store::open(&copy, after(1)).unwrap();
    assert_eq!(restored.load().unwrap(), then);
    assert!(restored.check().unwrap().is_clean());
    assert_ne!(restored.file_id().unwrap(), store.file_id().unwrap());
    assert!(then.history.iter().all(|line| line.local), "what was done here stays to be undone");

    assert!(matches!(store.restore(&made.id, &copy, after(2)), Err(StoreError::Exists { .. })));
    let nowhere = folder.path().join("autre.ancrage");
    assert_eq!(store.restore("hier", &nowhere, after(2)), Err(StoreError::NoBackup { id: "hier".into() }));
    assert!(!nowhere.exists());
    let listed = fs::metadata(path.with_file_name("étude.ancrage-sauvegardes")).unwrap();
    assert!(listed.is_dir());
}

#[test]
fn the_newest_ten_are_kept() {
    let (_folder, path, store, _) = project();
    for hour in 0..15 {
        store.backup_now(BackupReason::Asked, after(hour)).unwrap();
    }
    // Two at the same instant are two.
    store.backup_now(BackupReason::Merge, after(14)).unwrap();
    store.backup_now(BackupReason::Merge, after(14)).unwrap();
    let kept = store.backups().unwrap();
    let times: Vec<i64> = kept.iter().map(|backup| (backup.at.0 - MORNING.0) / HOUR).collect();
    assert_eq!(times, [7, 8, 9, 10, 11, 12, 13, 14, 14, 14]);
    let folder = path.with_file_name("étude.ancrage-sauvegardes");
    assert_eq!(fs::read_dir(folder).unwrap().count(), BACKUPS_KEPT, "nothing else is left there");
}

#[test]
fn one_backup_a_day_of_use() {
    let (folder, _, store, _) = project();
    // 1,795,000,000 s is 11:06 of a day in UTC.
    assert!(store.daily_backup(MORNING).unwrap().is_some());
    assert!(store.daily_backup(after(12)).unwrap().is_none());
    assert_eq!(store.daily_backup(after(13)).unwrap().unwrap().why, BackupReason::Daily);
    assert_eq!(store.backups().unwrap().len(), 2);
    let empty = Store::create(&folder.path().join("vide.ancrage"), MORNING).unwrap();
    assert_eq!(empty.daily_backup(MORNING).unwrap(), None);
}

#[test]
fn backups_are_there_when_the_project_is_not() {
    let (folder, path, store, hand) = project();
    let made = store.backup_now(BackupReason::Daily, MORNING).unwrap();
    store.close();
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert!(matches!(Store::open(&path, after(1)), Err(StoreError::Truncated { .. })));
    let found = backups_of(&path).unwrap();
    assert_eq!(found, [made]);
    let copy = folder.path().join("sauvée.ancrage");
    restore_backup(&path, &found[0].id, &copy, after(1)).unwrap();
    assert_eq!(Store::open(&copy, after(1)).unwrap().load().unwrap().records, hand.records);
    assert_eq!(backups_of(&folder.path().join("jamais.ancrage")).unwrap(), []);
}

#[test]
fn a_damaged_backup_is_listed_as_unreadable() {
    let (folder, path, store, _) = project();
    let made = store.backup_now(BackupReason::Asked, MORNING).unwrap();
    let file = path.with_file_name("étude.ancrage-sauvegardes").join(format!("{}.ancrage", made.id));
    fs::write(&file, vec![7; 5000]).unwrap();
    let found = store.backups().unwrap();
    assert_eq!((found.len(), found[0].ops, found[0].codings), (1, None, None));
    let copy = folder.path().join("copie.ancrage");
    assert!(store.restore(&made.id, &copy, MORNING).is_err());
    assert!(!copy.exists());
}

#[test]
fn a_saved_copy_is_closed_and_goes_its_own_way() {
    let (folder, path, mut store, mut hand) = project();
    let copy = folder.path().join("clé USB.ancrage");
    store.save_copy(&copy, after(1)).unwrap();
    store.commit(&hand.code("fatigue").1, &[], &[]).unwrap();
    // Copied as a file manager would: the one file is enough.
    let carried = folder.path().join("portée.ancrage");
    fs::copy(&copy, &carried).unwrap();
    let other = Store::open(&carried, after(2)).unwrap();
    assert_eq!(other.load().unwrap().history.len(), 7);
    assert!(other.check().unwrap().is_clean());
    assert_ne!(other.file_id().unwrap(), store.file_id().unwrap());
    assert!(matches!(store.save_copy(&copy, after(3)), Err(StoreError::Exists { .. })));
    drop(other);
    drop(store);
    let mut names: Vec<_> =
        fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["clé USB.ancrage", "portée.ancrage", "étude.ancrage"]);
}

#[test]
fn the_main_file_alone_holds_everything_while_it_is_open() {
    let (folder, path, mut store, mut hand) = project();
    for n in 0..5 {
        store.commit(&hand.code(&format!("étiquette {n}")).1, &[], &[]).unwrap();
        let carried = folder.path().join(format!("copie {n}.ancrage"));
        fs::copy(&path, &carried).unwrap();
        assert_eq!(Store::open(&carried, MORNING).unwrap().load().unwrap().records, hand.records);
    }
}
