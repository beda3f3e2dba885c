//! How long one small act takes from the call to the disk, beside a bare `fsync` of the same disk.
//!
//! `cargo bench -p store --bench commit [-- FOLDER]` prints the median and the 95th percentile of both.
//! The two are taken in turn, so that what else the machine does weighs on both.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)] // a measuring tool: it prints, and stops where something fails

#[path = "../tests/support/mod.rs"]
mod support;

use model::Timestamp;
use std::fs::File;
use std::io::{Seek, Write};
use std::path::Path;
use std::time::{Duration, Instant};
use store::{PlaceRow, Store};
use support::Hand;

const ROUNDS: usize = 500;

fn main() {
    let folder = std::env::args().nth(1).filter(|argument| !argument.starts_with('-'));
    let folder = folder.map_or_else(tempfile::tempdir, tempfile::tempdir_in).unwrap();
    let (fsync, commit) = measure(folder.path());
    for (what, mut times) in [("bare fsync", fsync), ("one coding", commit)] {
        times.sort_unstable();
        let at = |part: usize| times[times.len() * part / 100].as_secs_f64() * 1000.0;
        println!("{what}: median {:.3} ms, 95 % under {:.3} ms", at(50), at(95));
    }
}

fn measure(folder: &Path) -> (Vec<Duration>, Vec<Duration>) {
    let mut store = Store::create(&folder.join("mesure.ancrage"), Timestamp(0)).unwrap();
    let mut hand = Hand::new(1);
    store.commit(&hand.create_study(), &[], &[]).unwrap();
    let (interview, revision, act) = hand.import("EMG 1", &"Je dors mal depuis mars. ".repeat(2000));
    store.commit(&act.op, &[], &[]).unwrap();
    let (code, coded) = hand.code("sommeil");
    store.commit(&coded, &[], &[]).unwrap();
    let mut bare = File::create(folder.join("bare")).unwrap();
    bare.write_all(&[0; 4096]).unwrap();
    bare.sync_all().unwrap();
    let (mut fsyncs, mut commits) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        bare.rewind().unwrap();
        bare.write_all(&[u8::try_from(round % 251).unwrap(); 4096]).unwrap();
        let start = Instant::now();
        bare.sync_all().unwrap();
        fsyncs.push(start.elapsed());
        let (coding, op) = hand.coding(interview, revision, code, "Je dors mal depuis mars");
        let place = PlaceRow { coding, interview, revision, start: 0, end: 23, state: "kept" };
        let start = Instant::now();
        store.commit(&op, &[], &[place]).unwrap();
        commits.push(start.elapsed());
    }
    (fsyncs, commits)
}
