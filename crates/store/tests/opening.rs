//! Files that are refused: each with its own reason, and not one byte changed.
#![cfg(unix)] // permissions, links and other users as Unix has them
#![allow(clippy::unwrap_used)] // a test that meets the unexpected has failed

mod support;

use model::Timestamp;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use store::{Store, StoreError};
use support::Hand;
use tempfile::TempDir;

const NOW: Timestamp = Timestamp(1_795_000_000_000);

fn project() -> (TempDir, PathBuf, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("étude.ancrage");
    let mut store = Store::create(&path, NOW).unwrap();
    let mut hand = Hand::new(1);
    store.commit(&hand.create_study(), &[], &[]).unwrap();
    for _ in 0..40 {
        store.commit(&hand.anything().op, &[], &[]).unwrap();
    }
    let path = store.path().to_path_buf();
    store.close();
    let bytes = fs::read(&path).unwrap();
    (folder, path, bytes)
}

/// Opening in either way says `expected`, and the folder is as it was.
fn refused(path: &Path, expected: impl Fn(&StoreError) -> bool) {
    let before = contents(path.parent().unwrap());
    for error in [Store::open(path, NOW).unwrap_err(), Store::open_read_only(path).unwrap_err()] {
        assert!(expected(&error), "{error:?}");
        assert!(!error.to_string().is_empty());
    }
    assert_eq!(contents(path.parent().unwrap()), before);
}

fn contents(folder: &Path) -> Vec<(PathBuf, Option<Vec<u8>>)> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), fs::read(path).ok()))
        .collect();
    found.sort();
    found
}

#[test]
fn nothing_there() {
    let folder = tempfile::tempdir().unwrap();
    refused(&folder.path().join("rien.ancrage"), |error| matches!(error, StoreError::NotFound { .. }));
    let nowhere = folder.path().join("rien/rien.ancrage");
    assert!(matches!(Store::open(&nowhere, NOW), Err(StoreError::NotFound { .. })));
    assert!(matches!(Store::create(&nowhere, NOW), Err(StoreError::NotFound { .. })));
}

#[test]
fn a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dossier.ancrage");
    fs::create_dir(&path).unwrap();
    refused(&path, |error| matches!(error, StoreError::IsFolder { .. }));
    assert!(matches!(Store::create(&path, NOW), Err(StoreError::Exists { .. })));
}

#[test]
fn an_empty_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vide.ancrage");
    fs::write(&path, "").unwrap();
    refused(&path, |error| matches!(error, StoreError::Empty { .. }));
}

#[test]
fn something_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("autre.ancrage");
    for bytes in [
        b"S".to_vec(),
        b"PK\x03\x04 a document".to_vec(),
        vec![0; 9000],
        "Je dors mal.".repeat(400).into_bytes(),
    ] {
        fs::write(&path, bytes).unwrap();
        let cut_or_other = |error: &StoreError| {
            matches!(error, StoreError::NotAProject { .. } | StoreError::Truncated { .. })
        };
        refused(&path, cut_or_other);
    }
}

#[test]
fn the_database_of_another_program() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("autre.ancrage");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE op (id); INSERT INTO op VALUES (1)").unwrap();
    drop(other);
    refused(&path, |error| matches!(error, StoreError::NotAProject { .. }));
}

#[test]
fn a_later_format() {
    let (_folder, path, _) = project();
    let later = rusqlite::Connection::open(&path).unwrap();
    later.execute_batch("PRAGMA user_version = 41").unwrap();
    drop(later);
    refused(&path, |error| matches!(error, StoreError::Newer { found: 41, known: 3, .. }));
}

#[test]
fn a_file_cut_anywhere() {
    let (_folder, path, whole) = project();
    for length in [1, 15, 16, 99, 100, 4095, 4096, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        refused(&path, |error| matches!(error, StoreError::Truncated { .. }));
    }
    fs::write(&path, &whole).unwrap();
    Store::open(&path, NOW).unwrap();
}

#[test]
fn a_damaged_page_is_found_and_never_read_as_something_else() {
    let (_folder, path, whole) = project();
    let sound = Store::open(&path, NOW).unwrap().load().unwrap();
    let mut found = 0;
    for page in 0..whole.len() / 4096 {
        for at in [0, 700, 3300] {
            let mut damaged = whole.clone();
            damaged[page * 4096 + at..][..64].fill(0xA5);
            fs::write(&path, &damaged).unwrap();
            let seen = look_at(&path);
            match seen {
                Ok(loaded) => assert_eq!(loaded, sound, "page {page} at {at}"),
                Err(_) => found += 1,
            }
            assert_eq!(fs::read(&path).unwrap(), damaged, "page {page} at {at} was written");
        }
    }
    assert!(found > whole.len() / 4096, "only {found} were found");
}

/// What a damaged file shows: everything, or why not.
fn look_at(path: &Path) -> Result<store::Loaded, String> {
    let store = Store::open(path, NOW).map_err(|error| error.to_string())?;
    let loaded = store.load().map_err(|error| error.to_string())?;
    match store.check().map_err(|error| error.to_string())?.findings.first() {
        Some(finding) => Err(finding.to_string()),
        None => Ok(loaded),
    }
}

#[test]
fn a_missing_journal_entry_is_noticed() {
    // As when a page is lost whole: the database is sound, and one operation is not there.
    let (_folder, path, _) = project();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("DELETE FROM op WHERE seq = 7").unwrap();
    drop(other);
    let store = Store::open(&path, NOW).unwrap();
    assert!(matches!(store.load(), Err(StoreError::Damaged { .. })));
    assert!(!store.check().unwrap().is_clean());
}

#[test]
fn two_ways_to_one_file_meet_at_one_lock() {
    let (folder, path, _) = project();
    let link = folder.path().join("raccourci.ancrage");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let first = Store::open(&path, NOW).unwrap();
    assert_eq!(Store::open(&link, NOW).unwrap_err(), StoreError::InUse);
    drop(first);
    let second = Store::open(&link, NOW).unwrap();
    assert_eq!(Store::open(&path, NOW).unwrap_err(), StoreError::InUse);
    drop(second);
}

#[test]
fn a_second_process_is_told_that_the_project_is_in_use() {
    let (_folder, path, _) = project();
    let first = Store::open(&path, NOW).unwrap();
    assert_eq!(ask_another_process(&path, false), ["InUse", "Exists", "read 41"]);
    drop(first);
    assert_eq!(ask_another_process(&path, false), ["opened", "Exists", "read 41"]);
}

#[test]
fn a_file_that_may_not_be_written_can_be_read() {
    let (folder, path, _) = project();
    let open_to = |mode| fs::Permissions::from_mode(mode);
    fs::set_permissions(&path, open_to(0o444)).unwrap();
    fs::set_permissions(folder.path(), open_to(0o555)).unwrap();
    let answers = ask_another_process(&path, true);
    fs::set_permissions(folder.path(), open_to(0o755)).unwrap();
    assert_eq!(answers, ["ReadOnly", "ReadOnly", "read 41"]);
}

#[test]
fn a_folder_that_may_not_be_written_is_refused() {
    let (folder, path, _) = project();
    let open_to = |mode| fs::Permissions::from_mode(mode);
    fs::set_permissions(&path, open_to(0o666)).unwrap();
    fs::set_permissions(folder.path(), open_to(0o555)).unwrap();
    let answers = ask_another_process(&path, true);
    fs::set_permissions(folder.path(), open_to(0o755)).unwrap();
    assert_eq!(answers, ["ReadOnly", "ReadOnly", "read 41"]);
}

const OTHER: &str = "ANCRAGE_TEST_OTHER_PROCESS";

/// What another process is told when it opens the project, creates one there, and reads it.
///
/// `as_nobody`: for root no file is forbidden, so the other process then runs as a user who is nobody.
fn ask_another_process(path: &Path, as_nobody: bool) -> Vec<String> {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "the_other_process", "--nocapture"]).env(OTHER, path);
    if as_nobody && fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0) {
        command.uid(65534).gid(65534);
    }
    let text = String::from_utf8(command.output().unwrap().stdout).unwrap();
    text.lines().filter_map(|line| line.split_once("answer: ")).map(|(_, answer)| answer.to_owned()).collect()
}

/// Not a test by itself: what [`ask_another_process`] runs.
#[test]
fn the_other_process() {
    let Some(path) = std::env::var_os(OTHER) else { return };
    let path = Path::new(&path);
    let name =
        |error: StoreError| format!("{error:?}").split([' ', '{']).next().unwrap_or_default().to_owned();
    println!("\nanswer: {}", Store::open(path, NOW).map_or_else(name, |_| "opened".into()));
    let beside = if fs::metadata(path.parent().unwrap()).unwrap().mode() & 0o200 == 0 {
        "autre.ancrage"
    } else {
        "étude.ancrage"
    };
    println!(
        "\nanswer: {}",
        Store::create(&path.with_file_name(beside), NOW).map_or_else(name, |_| "created".into())
    );
    let read = Store::open_read_only(path).and_then(|store| store.load());
    println!("\nanswer: {}", read.map_or_else(name, |loaded| format!("read {}", loaded.history.len())));
}

#[test]
fn creating_over_something_is_refused() {
    let (_folder, path, bytes) = project();
    assert!(matches!(Store::create(&path, NOW), Err(StoreError::Exists { .. })));
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_file_that_was_moved_while_open_is_not_written_to() {
    let (folder, path, _) = project();
    let mut store = Store::open(&path, NOW).unwrap();
    let elsewhere = folder.path().join("rangée.ancrage");
    fs::rename(&path, &elsewhere).unwrap();
    let mut hand = Hand::new(3);
    assert!(matches!(store.commit(&hand.code("perdue").1, &[], &[]), Err(StoreError::Gone { .. })));
    drop(store);
    assert_eq!(Store::open(&elsewhere, NOW).unwrap().load().unwrap().history.len(), 41);
}

#[test]
fn a_store_can_be_handed_to_its_own_thread() {
    let (_folder, path, _) = project();
    let store = Store::open(&path, NOW).unwrap();
    let read = std::thread::spawn(move || store.load().unwrap().history.len());
    assert_eq!(read.join().unwrap(), 41);
}
