//! How long a large study takes to load: 20,000 codings, each an act of its own.
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
    let start = study(&mut hand, &folder.path().join("depart.ancrage"), 20);
    start.close();
    let path = folder.path().join("etude.ancrage");
    let mut large = study(&mut Hand::new(1), &path, 20);
    fill(&mut hand, &mut large);
    timed("load", || large.load().unwrap());
    println!("file: {} kB", std::fs::metadata(&path).unwrap().len() / 1024);
}

fn timed<T>(what: &str, work: impl Fn() -> T) {
    for _ in 0..5 {
        let start = Instant::now();
        let done = work();
        println!("{what}: {:.0} ms", start.elapsed().as_secs_f64() * 1000.0);
        drop(done);
    }
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
