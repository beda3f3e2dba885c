//! A process killed at any point leaves a project that opens, checks clean, and holds every
//! acknowledged act.
//!
//! Each test starts this binary again as a child that works on a file and says what was acknowledged,
//! kills it after a while, and looks. `ANCRAGE_KILL_SEED` chooses other moments.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)] // a test that meets the unexpected has failed; children speak

mod support;

use model::op::OpKind;
use model::purge::PurgeItem;
use model::{OpId, Timestamp};
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;
use store::{BackupReason, Blob, PlaceRow, Store};
use support::words::assert_no_word;
use support::{Dice, Hand};
use tempfile::TempDir;

const NOW: Timestamp = Timestamp(1_795_000_000_000);
const MODE: &str = "ANCRAGE_KILL_MODE";
const FOLDER: &str = "ANCRAGE_KILL_FOLDER";
const ROUND: &str = "ANCRAGE_KILL_ROUND";

fn seed() -> u64 {
    let seed = std::env::var("ANCRAGE_KILL_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    println!("ANCRAGE_KILL_SEED={seed}");
    seed
}

fn project(folder: &Path) -> PathBuf {
    folder.join("étude.ancrage")
}

/// Starts a child, lets it work for a moment, kills it, and gives what it said until then.
fn kill(mode: &str, folder: &Path, round: u64, dice: &mut Dice, longest: u64) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture"])
        .envs([(MODE, mode), (ROUND, &round.to_string())])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    while line.trim_end() != "ready" {
        line.clear();
        assert!(output.read_line(&mut line).unwrap() > 0, "the child ended too early");
    }
    thread::sleep(Duration::from_micros(dice.next() % longest));
    child.kill().unwrap();
    child.wait().unwrap();
    let mut said = String::new();
    output.read_to_string(&mut said).unwrap();
    // A last line that was cut is no acknowledgement.
    let whole = said.rsplit_once('\n').map_or("", |(whole, _)| whole);
    whole.lines().map(str::to_owned).collect()
}

fn say(what: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{what}").unwrap();
    out.flush().unwrap();
}

/// Not a test by itself: the child that is killed.
#[test]
fn child() {
    let Ok(mode) = std::env::var(MODE) else { return };
    let folder = PathBuf::from(std::env::var_os(FOLDER).unwrap());
    let round: u64 = std::env::var(ROUND).unwrap().parse().unwrap();
    // The line that the test runner began ends here.
    say("\nready");
    match mode.as_str() {
        "commit" => commit_one_by_one(&folder, round),
        "bulk" => commit_many(&folder, round),
        "merge" => merge_and_take_back(&folder),
        "migration" => drop(Store::open(&project(&folder), NOW).unwrap()),
        "backup" => back_up(&folder, round),
        "purge" => purge_all(&folder),
        other => panic!("{other}"),
    }
    say("done");
    thread::sleep(Duration::from_secs(600));
}

/// A study with an interview and a code, and who made it.
fn base(folder: &Path) -> Hand {
    let mut store = Store::create(&project(folder), NOW).unwrap();
    let mut hand = Hand::new(77);
    store.commit(&hand.create_study(), &[], &[]).unwrap();
    let act = hand.import("EMG 1", "Je dors mal depuis mars.").2;
    store.commit(&act.op, &act.blobs.into_iter().map(Blob::of).collect::<Vec<_>>(), &[]).unwrap();
    store.commit(&hand.code("sommeil").1, &[], &[]).unwrap();
    hand
}

/// Whoever made the base, going on in a child: with identifiers of their own for each round.
fn going_on(store: &Store, round: u64) -> Hand {
    let mut hand = Hand::new(1000 + round);
    hand.records = store.load().unwrap().records;
    hand
}

fn commit_one_by_one(folder: &Path, round: u64) {
    let mut store = Store::open(&project(folder), NOW).unwrap();
    let mut hand = going_on(&store, round);
    // The base as it was made: the same seed gives the same identifiers.
    let mut base = Hand::new(77);
    base.create_study();
    let (interview, revision, _) = base.import("EMG 1", "Je dors mal depuis mars.");
    let (code, _) = base.code("sommeil");
    for _ in 0..500 {
        let (coding, op) = hand.coding(interview, revision, code, "Je dors mal");
        let place = PlaceRow { coding, interview, revision, start: 0, end: 11, state: "kept" };
        store.commit(&op, &[], &[place]).unwrap();
        say(&op.id.to_string());
    }
}

fn commit_many(folder: &Path, round: u64) {
    let mut store = Store::open(&project(folder), NOW).unwrap();
    let mut hand = going_on(&store, round);
    for n in 0..20 {
        let import =
            hand.import(&format!("EMG {round} {n}"), &format!("Verbatim {round} {n}. ").repeat(3000)).2;
        let mut ops = vec![import.op];
        ops.extend((0..150).map(|n| hand.code(&format!("étiquette {n}")).1));
        let blobs: Vec<Blob> = import.blobs.into_iter().map(Blob::of).collect();
        store.commit_all(&ops, &blobs, &[]).unwrap();
        say(&ops.iter().map(|op| op.id.to_string()).collect::<Vec<_>>().join(" "));
    }
}

fn merge_and_take_back(folder: &Path) {
    let other = Store::open_read_only(&folder.join("autre.ancrage")).unwrap();
    let mut store = Store::open(&project(folder), NOW).unwrap();
    for n in 0..50 {
        store.merge(&other, Timestamp(NOW.0 + n), "autre").unwrap();
        say("merged");
        store.merge_take_back(None, Timestamp(NOW.0 + n)).unwrap();
        say("taken back");
    }
}

fn back_up(folder: &Path, round: u64) {
    let mut store = Store::open(&project(folder), NOW).unwrap();
    let mut hand = going_on(&store, round);
    for n in 0..100 {
        let (_, op) = hand.code("étiquette");
        store.commit(&op, &[], &[]).unwrap();
        say(&op.id.to_string());
        let at = Timestamp(NOW.0 + i64::try_from(round).unwrap() * 1000 + n);
        say(&format!("backup {}", store.backup_now(BackupReason::Asked, at).unwrap().id));
    }
}

fn purge_all(folder: &Path) {
    let mut store = Store::open(&project(folder), NOW).unwrap();
    let mut hand = going_on(&store, 0);
    for (n, interview) in interviews_to_withdraw(folder).into_iter().enumerate() {
        let items = vec![PurgeItem::Withdrawn(interview)];
        let op = hand.act(OpKind::Purge { record: interview, items }, Vec::new());
        store.commit(&op, &[], &[]).unwrap();
        say(&format!("{n}"));
        store.purge(&[], NOW).unwrap();
    }
}

/// The interviews of [`withdrawable`], in order.
fn interviews_to_withdraw(folder: &Path) -> Vec<model::RecordId> {
    let list = fs::read_to_string(folder.join("entretiens.txt")).unwrap();
    list.lines().map(|line| line.parse().unwrap()).collect()
}

fn acknowledged(said: &[String]) -> BTreeSet<OpId> {
    said.iter().flat_map(|line| line.split(' ')).filter_map(|word| word.parse().ok()).collect()
}

/// Opens what the killed child left: sound, with all that was acknowledged.
fn stands(folder: &Path, acknowledged: &BTreeSet<OpId>, note: &str) -> Store {
    let store = Store::open(&project(folder), NOW).unwrap_or_else(|error| panic!("{note}: {error:?}"));
    assert_eq!(store.check().unwrap().findings, [], "{note}");
    let held: BTreeSet<OpId> = store.load().unwrap().history.iter().map(|line| line.op).collect();
    let lost: Vec<_> = acknowledged.difference(&held).collect();
    assert!(lost.is_empty(), "{note}: lost {lost:?}");
    store
}

/// True when the child was killed in the middle of a transaction.
fn was_writing(folder: &Path) -> bool {
    let journal = folder.join("étude.ancrage-journal");
    fs::metadata(journal).is_ok_and(|metadata| metadata.len() > 0)
}

#[test]
fn killed_while_committing() {
    let folder = tempfile::tempdir().unwrap();
    base(folder.path());
    let mut dice = Dice(seed());
    let (mut all, mut interrupted) = (BTreeSet::new(), 0);
    for round in 0..60 {
        let said = kill("commit", folder.path(), round, &mut dice, 40_000);
        all.extend(acknowledged(&said));
        interrupted += usize::from(was_writing(folder.path()));
        stands(folder.path(), &all, &format!("round {round}"));
    }
    assert!(interrupted >= 10 && all.len() >= 60, "{interrupted} of 60 in the middle, {} acts", all.len());
}

#[test]
fn killed_while_committing_many_at_once() {
    let mut dice = Dice(seed() + 1);
    let mut interrupted = 0;
    for round in 0..35 {
        let folder = tempfile::tempdir().unwrap();
        base(folder.path());
        let said = kill("bulk", folder.path(), round, &mut dice, 250_000);
        interrupted += usize::from(was_writing(folder.path()));
        let store = stands(folder.path(), &acknowledged(&said), &format!("round {round}"));
        // Each transaction is there as a whole or not at all.
        assert_eq!((store.load().unwrap().history.len() - 3) % 151, 0);
    }
    assert!(interrupted >= 1, "{interrupted}");
}

#[test]
fn killed_while_merging_and_taking_back() {
    let folder = tempfile::tempdir().unwrap();
    let hand = base(folder.path());
    let other = folder.path().join("autre.ancrage");
    let store = Store::open(&project(folder.path()), NOW).unwrap();
    store.save_copy(&other, NOW).unwrap();
    drop(store);
    let mut theirs = Store::open(&other, NOW).unwrap();
    let mut peer = hand.fork(5);
    let acts: Vec<_> = (0..120).map(|_| peer.anything()).collect();
    let blobs: Vec<Blob> = acts.iter().flat_map(|act| act.blobs.clone()).map(Blob::of).collect();
    let ops: Vec<_> = acts.into_iter().map(|act| act.op).collect();
    theirs.commit_all(&ops, &blobs, &[]).unwrap();
    drop(theirs);
    let mut dice = Dice(seed() + 2);
    for round in 0..35 {
        let said = kill("merge", folder.path(), round, &mut dice, 400_000);
        let mut store = stands(folder.path(), &BTreeSet::new(), &format!("round {round}"));
        // Whole or not at all, and never behind what was acknowledged.
        let held = store.load().unwrap().history.len();
        let merged = held == 3 + ops.len();
        assert!(merged || held == 3, "round {round}: {held}");
        let acts = said.iter().filter(|line| *line == "merged" || *line == "taken back").count();
        let open: Vec<_> = store.merges().unwrap().into_iter().filter(|merge| !merge.taken_back).collect();
        assert_eq!(open.len(), usize::from(merged), "round {round}, after {acts} acts");
        if merged {
            store.merge_take_back(None, NOW).unwrap();
        }
        assert!(store.merges().unwrap().len() >= acts.div_ceil(2));
    }
}

#[test]
fn killed_while_migrating() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/projects/v1.ancrage");
    let mut dice = Dice(seed() + 3);
    for round in 0..30 {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(&fixture, project(folder.path())).unwrap();
        kill("migration", folder.path(), round, &mut dice, 80_000);
        let store = stands(folder.path(), &BTreeSet::new(), &format!("round {round}"));
        assert_eq!(store.load().unwrap().history.len(), 42);
        assert!(store.backups().unwrap().iter().all(|backup| backup.ops == Some(42)));
    }
}

#[test]
fn killed_while_backing_up() {
    let folder = tempfile::tempdir().unwrap();
    base(folder.path());
    let mut dice = Dice(seed() + 4);
    let mut all = BTreeSet::new();
    for round in 0..25 {
        let said = kill("backup", folder.path(), round, &mut dice, 60_000);
        all.extend(acknowledged(&said));
        let store = stands(folder.path(), &all, &format!("round {round}"));
        let backups = store.backups().unwrap();
        assert!(backups.iter().all(|backup| backup.ops.is_some()), "round {round}: {backups:?}");
        let last = said.iter().rev().find_map(|line| line.strip_prefix("backup "));
        assert!(last.is_none_or(|last| backups.iter().any(|backup| backup.id == last)), "round {round}");
        // What the kill left half done goes with the next one.
        let at = Timestamp(NOW.0 + i64::try_from(round).unwrap() * 1000 + 999);
        store.backup_now(BackupReason::Asked, at).unwrap();
        let files = fs::read_dir(folder.path().join("étude.ancrage-sauvegardes")).unwrap().count();
        assert_eq!(files, store.backups().unwrap().len(), "round {round}");
    }
}

/// A project with interviews to withdraw, each with a word of its own, and a backup of it.
fn withdrawable(words: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut hand = base(folder.path());
    let mut store = Store::open(&project(folder.path()), NOW).unwrap();
    let mut list = String::new();
    for word in words {
        let (interview, _, act) = hand.import("EMG", &format!("Je m’appelle {word}. ").repeat(50));
        store.commit(&act.op, &act.blobs.into_iter().map(Blob::of).collect::<Vec<_>>(), &[]).unwrap();
        list += &format!("{interview}\n");
    }
    store.backup_now(BackupReason::Asked, NOW).unwrap();
    fs::write(folder.path().join("entretiens.txt"), list).unwrap();
    folder
}

#[test]
fn killed_while_purging() {
    let words = ["Zéphyrine", "Quimperlé", "Trouspinette", "Abernathy"];
    let mut dice = Dice(seed() + 5);
    let mut purged = 0;
    for round in 0..30 {
        let folder = withdrawable(&words);
        let said = kill("purge", folder.path(), round, &mut dice, 150_000);
        let store = stands(folder.path(), &BTreeSet::new(), &format!("round {round}"));
        assert!(store.unfinished_purge().is_none());
        drop(store);
        let gone = said.iter().filter(|line| line.len() == 1).count();
        purged += gone;
        assert_no_word(folder.path(), &words[..gone]);
    }
    assert!(purged >= 10, "{purged}");
}
