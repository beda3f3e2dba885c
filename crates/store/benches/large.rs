//! How long a large study takes to load, check, back up and merge: 20,000 codings, each an act of its own.
//!
//! `cargo bench -p store --bench large`
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)] // a measuring tool: it prints, and stops where something fails

#[path = "../tests/support/mod.rs"]
mod support;

use model::Timestamp;
use std::path::Path;
use std::time::Instant;
use store::{Blob, Store};
use support::Hand;

const CODINGS: usize = 20_000;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let mut hand = Hand::new(1);
    study(&mut hand, &folder.path().join("depart.ancrage"), 20).close();
    let path = folder.path().join("etude.ancrage");
    let mut large = study(&mut Hand::new(1), &path, 20);
    fill(&mut hand, &mut large);
    timed("load", || large.load().unwrap());
    timed("check", || large.check().unwrap());
    timed("save a copy", || {
        let copy = folder.path().join("copie.ancrage");
        _ = std::fs::remove_file(&copy);
        large.save_copy(&copy, Timestamp(1)).unwrap();
    });
    let mut start = Store::open(&folder.path().join("depart.ancrage"), Timestamp(2)).unwrap();
    for _ in 0..5 {
        once("merge into the study as it was before", || start.merge(&large, Timestamp(3), "etude").unwrap());
        once("take the merge back", || start.merge_take_back(None, Timestamp(4)).unwrap());
    }
    println!("file: {} kB", std::fs::metadata(&path).unwrap().len() / 1024);
}

fn timed<T>(what: &str, mut work: impl FnMut() -> T) {
    (0..5).for_each(|_| once(what, &mut work));
}

fn once<T>(what: &str, work: impl FnOnce() -> T) {
    let start = Instant::now();
    let done = work();
    println!("{what}: {:.0} ms", start.elapsed().as_secs_f64() * 1000.0);
    drop(done);
}

/// A study with its interviews, texts included.
fn study(hand: &mut Hand, path: &Path, interviews: usize) -> Store {
    let mut store = Store::create(path, Timestamp(0)).unwrap();
    store.commit(&hand.create_study(), &[], &[]).unwrap();
    for number in 0..interviews {
        let (_, _, act) = hand.import(&format!("EMG {number}"), &"Je dors mal depuis mars. ".repeat(2000));
        let blobs: Vec<Blob> = act.blobs.into_iter().map(Blob::of).collect();
        store.commit(&act.op, &blobs, &[]).unwrap();
    }
    for number in 0..200 {
        store.commit(&hand.code(&format!("étiquette {number}")).1, &[], &[]).unwrap();
    }
    store
}

fn fill(hand: &mut Hand, store: &mut Store) {
    let before = hand.done.len();
    let (interview, revision, _) = hand.import("EMG 99", "Je dors mal.");
    let (code, _) = hand.code("sommeil");
    for number in 0..CODINGS {
        hand.coding(interview, revision, code, &format!("Je dors mal depuis mars, c'est la {number}e fois"));
    }
    let start = Instant::now();
    store.commit_all(&hand.done[before..], &[], &[]).unwrap();
    println!("commit together: {:.0} ms", start.elapsed().as_secs_f64() * 1000.0);
}
