//! Tests of writes that were torn: every state that a power cut can leave, and some that it cannot.
//!
//! The states are made from one real transaction: the file before, the file after, and the rollback
//! journal between them.

use crate::dump::dump;
use crate::leftover::{self, Leftover};
use crate::support::{Dice, Hand};
use crate::{Blob, Store, StoreError};
use model::Timestamp;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

const NOW: Timestamp = Timestamp(0);
const PAGE: usize = 4096;
const SECTOR: usize = 512;

/// One transaction, taken apart.
struct Torn {
    _folder: TempDir,
    path: PathBuf,
    before: Vec<u8>,
    after: Vec<u8>,
    journal: Vec<u8>,
    dump_before: Vec<String>,
    dump_after: Vec<String>,
}

impl Torn {
    fn new() -> Torn {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("étude.ancrage");
        let mut store = Store::create(&path, NOW).unwrap();
        let mut hand = Hand::new(3);
        store.commit(&hand.create_study(), &[], &[]).unwrap();
        for _ in 0..30 {
            let act = hand.anything();
            store.commit(&act.op, &act.blobs.into_iter().map(Blob::of).collect::<Vec<_>>(), &[]).unwrap();
        }
        store.close();
        let before = fs::read(&path).unwrap();
        let mut store = Store::open(&path, NOW).unwrap();
        let dump_before = dump(&store);
        // A journal that persists keeps its content when the transaction ends; only its head is wiped.
        store.db.batch("PRAGMA journal_mode = PERSIST").unwrap();
        let mut text: Vec<u8> = Vec::new();
        while text.len() < 40_000 {
            text.extend(hand.dice.next().to_le_bytes());
        }
        let act = hand.anything();
        store.commit(&act.op, &[Blob::of(text)], &[]).unwrap();
        let after = fs::read(&path).unwrap();
        let wiped = fs::read(leftover::journal_path(&path)).unwrap();
        let dump_after = dump(&store);
        store.close();
        let journal = with_head(wiped, before.len() / PAGE);
        Torn { _folder: folder, path, before, after, journal, dump_before, dump_after }
    }

    fn put(&self, main: &[u8], journal: Option<&[u8]>) {
        fs::write(&self.path, main).unwrap();
        let beside = leftover::journal_path(&self.path);
        match journal {
            Some(bytes) => fs::write(beside, bytes).unwrap(),
            None => _ = fs::remove_file(beside),
        }
    }

    /// A file of which some sectors were written and some not yet.
    fn half_written(&self, dice: &mut Dice) -> Vec<u8> {
        let longer = self.after.len() - self.before.len();
        let mut main = self.before.clone();
        main.resize(self.before.len() + dice.below(longer / SECTOR + 1) * SECTOR, 0);
        for (sector, bytes) in main.chunks_mut(SECTOR).enumerate() {
            if dice.below(2) == 0 {
                bytes.copy_from_slice(&self.after[sector * SECTOR..][..bytes.len()]);
            }
        }
        main
    }

    /// Opens what is there. It is sound and one of the two states, or it is refused and untouched.
    fn opens_sound_or_is_refused(&self, note: &str) -> Option<Vec<String>> {
        let main = fs::read(&self.path).unwrap();
        let journal = fs::read(leftover::journal_path(&self.path)).ok();
        match Store::open(&self.path, NOW) {
            Ok(store) if store.load().is_ok() && store.check().unwrap().is_clean() => {
                let found = dump(&store);
                assert!(found == self.dump_before || found == self.dump_after, "{note}: another state");
                Some(found)
            }
            Ok(store) => {
                // Only what the file itself cannot show is found so late: there was no journal to tell.
                assert!(journal.is_none_or(|journal| journal.is_empty()), "{note}: {:?}", store.check());
                None
            }
            Err(StoreError::Damaged { .. } | StoreError::Truncated { .. }) => {
                assert_eq!(fs::read(&self.path).unwrap(), main, "{note}: the file was touched");
                assert_eq!(fs::read(leftover::journal_path(&self.path)).ok(), journal, "{note}");
                None
            }
            Err(other) => panic!("{note}: {other:?}"),
        }
    }
}

/// The journal as it was before its head was wiped. Everything in the head but the nonce is known, and
/// the nonce follows from any checksum.
fn with_head(mut journal: Vec<u8>, pages_before: usize) -> Vec<u8> {
    let mut head = vec![0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    let record = &journal[SECTOR..][..PAGE + 8];
    let stored = u32::from_be_bytes(*record.last_chunk::<4>().unwrap());
    let sampled: u32 = (1..)
        .map_while(|n| PAGE.checked_sub(200 * n).filter(|at| *at > 0))
        .map(|at| u32::from(record[4 + at]))
        .sum();
    let records = (journal.len() - SECTOR) / (PAGE + 8);
    for number in [
        u32::try_from(records).unwrap(),
        stored.wrapping_sub(sampled),
        u32::try_from(pages_before).unwrap(),
        512,
        4096,
    ] {
        head.extend(number.to_be_bytes());
    }
    journal[..head.len()].copy_from_slice(&head);
    journal
}

#[test]
fn a_whole_journal_takes_any_half_written_file_back() {
    let torn = Torn::new();
    let mut dice = Dice(1);
    for round in 0..60 {
        torn.put(&torn.half_written(&mut dice), Some(&torn.journal));
        assert_eq!(leftover::inspect(&torn.path), Ok(Leftover::Whole));
        assert_eq!(torn.opens_sound_or_is_refused(&format!("round {round}")), Some(torn.dump_before.clone()));
    }
    torn.put(&torn.after, Some(&torn.journal));
    assert_eq!(torn.opens_sound_or_is_refused("all written"), Some(torn.dump_before.clone()));
    torn.put(&torn.after, None);
    assert_eq!(torn.opens_sound_or_is_refused("committed"), Some(torn.dump_after.clone()));
}

#[test]
fn a_journal_that_was_not_finished_does_not_keep_the_file_from_opening() {
    // Its head says "no page yet" until every page is on the disk; the file is written only after that.
    let torn = Torn::new();
    let mut dice = Dice(2);
    let mut unfinished = torn.journal.clone();
    unfinished[8..12].fill(0);
    for round in 0..60 {
        let cut = if round < 20 { round * 4 } else { dice.below(unfinished.len()) };
        torn.put(&torn.before, Some(&unfinished[..cut]));
        assert_eq!(torn.opens_sound_or_is_refused(&format!("cut {cut}")), Some(torn.dump_before.clone()));
    }
}

#[test]
fn a_journal_cut_after_it_was_finished_is_not_played_back_in_part() {
    let torn = Torn::new();
    let mut dice = Dice(3);
    let mut refused = 0;
    for round in 0..80 {
        let cut = if round < 10 { round * 3 } else { dice.below(torn.journal.len()) };
        let main = match round % 3 {
            0 => torn.before.clone(),
            1 => torn.after.clone(),
            _ => torn.half_written(&mut dice),
        };
        torn.put(&main, Some(&torn.journal[..cut]));
        refused +=
            usize::from(torn.opens_sound_or_is_refused(&format!("round {round}, cut {cut}")).is_none());
    }
    assert!(refused > 40, "{refused}");
}

#[test]
fn a_journal_with_a_spoilt_page_is_not_played_back() {
    let torn = Torn::new();
    let mut spoilt = torn.journal.clone();
    // A byte that the checksum samples, in the second page of the journal.
    spoilt[SECTOR + (PAGE + 8) + 4 + PAGE - 200] ^= 0xFF;
    torn.put(&torn.half_written(&mut Dice(4)), Some(&spoilt));
    assert_eq!(torn.opens_sound_or_is_refused("spoilt"), None);
    assert!(matches!(leftover::inspect(&torn.path), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_file_cut_short_is_refused_with_or_without_a_journal() {
    let torn = Torn::new();
    let mut dice = Dice(5);
    for round in 0..60 {
        let cut = 1 + dice.below(torn.before.len() - 1);
        torn.put(&torn.before[..cut], (round % 2 == 0).then_some(&torn.journal));
        assert_eq!(torn.opens_sound_or_is_refused(&format!("cut {cut}")), None);
        torn.put(&torn.after[..torn.before.len() + dice.below(torn.after.len() - torn.before.len())], None);
        assert_eq!(torn.opens_sound_or_is_refused("cut in the new part"), None);
    }
}

#[test]
fn a_reader_mends_what_a_crash_left_or_says_that_it_cannot() {
    let torn = Torn::new();
    torn.put(&torn.half_written(&mut Dice(6)), Some(&torn.journal));
    let store = Store::open_read_only(&torn.path).unwrap();
    assert_eq!(dump(&store), torn.dump_before);
    assert!(!leftover::is_there(&torn.path));
}

#[test]
fn a_journal_of_another_file_is_not_played_back() {
    // After a crash somebody puts an earlier copy in the place of the file; the journal stays behind.
    let torn = Torn::new();
    torn.put(&torn.after, None);
    let mut store = Store::open(&torn.path, NOW).unwrap();
    let mut hand = Hand::new(12);
    hand.learn(&store.ops(..).unwrap());
    store.commit(&hand.code("plus tard").1, &[], &[]).unwrap();
    let later = dump(&store);
    store.close();
    torn.put(&fs::read(&torn.path).unwrap(), Some(&torn.journal));
    assert_eq!(leftover::inspect(&torn.path), Ok(Leftover::Foreign));
    let store = Store::open(&torn.path, NOW).unwrap();
    assert_eq!(dump(&store), later);
    assert!(store.check().unwrap().is_clean());
}
