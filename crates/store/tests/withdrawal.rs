//! After a purge no purged word is left in any byte beside the project.
#![allow(clippy::unwrap_used)] // a test that meets the unexpected has failed

mod support;

use model::op::OpKind;
use model::purge::PurgeItem;
use model::{Digest, Timestamp};
use std::fs;
use store::{BackupReason, Blob, PlaceRow, Store, StoreError};
use support::words::{assert_no_word, found};
use support::{Act, Hand};
use tempfile::TempDir;

const NOW: Timestamp = Timestamp(1_795_000_000_000);
const WORDS: &[&str] = &["Zéphyrine", "Quimperlé", "Trouspinette"];

struct Study {
    folder: TempDir,
    store: Store,
    hand: Hand,
}

impl Study {
    fn new() -> Study {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("étude.ancrage"), NOW).unwrap();
        let mut study = Study { folder, store, hand: Hand::new(9) };
        let created = study.hand.create_study();
        study.store.commit(&created, &[], &[]).unwrap();
        study
    }

    fn commit(&mut self, act: Act) {
        let blobs: Vec<Blob> = act.blobs.into_iter().map(Blob::of).collect();
        self.store.commit(&act.op, &blobs, &[]).unwrap();
    }

    /// Purges through the journal, as the application does.
    fn purge(&mut self, items: Vec<PurgeItem>) -> store::PurgeReport {
        let op = self.hand.act(OpKind::Purge { record: self.hand.member, items }, Vec::new());
        self.store.commit(&op, &[], &[]).unwrap();
        self.store.purge(&[], NOW).unwrap()
    }
}

#[test]
fn a_withdrawn_interview_leaves_no_word_anywhere() {
    let mut study = Study::new();
    let text = format!("Je m’appelle {} et je viens de {}. ", WORDS[0], WORDS[1]).repeat(300);
    let (interview, revision, mut act) = study.hand.import("EMG 1", &text);
    // A recording does not compress: its pages go only by compacting.
    let noise: Vec<u8> = (0..4000).flat_map(|_| study.hand.dice.next().to_le_bytes()).collect();
    act.blobs.push(noise.clone());
    if let model::op::After::Set(model::value::Value::InterviewSource(source)) = &mut act.op.changes[1].after
    {
        source.original = Some(Digest::of(&noise));
    }
    study.commit(act);
    let (other, other_revision, act) = study.hand.import("EMG 2", "Je dors mal depuis mars.");
    study.commit(act);
    let (code, op) = study.hand.code("sommeil");
    study.commit(Act { op, blobs: vec![] });
    let (coding, op) = study.hand.coding(interview, revision, code, WORDS[0]);
    let place = PlaceRow { coding, interview, revision, start: 0, end: 9, state: "kept" };
    study.store.commit(&op, &[], &[place]).unwrap();
    let (kept, op) = study.hand.coding(other, other_revision, code, "Je dors mal");
    study.commit(Act { op, blobs: vec![] });
    study.store.backup_now(BackupReason::Asked, NOW).unwrap();
    assert!(found(study.folder.path(), WORDS).len() >= 4, "the words are there to be found");
    let size = fs::metadata(study.store.path()).unwrap().len();

    let report = study.purge(vec![PurgeItem::Withdrawn(interview)]);
    assert_no_word(study.folder.path(), WORDS);
    assert_eq!((report.blanked.len(), report.blobs_removed), (2, 3));
    assert!(fs::metadata(study.store.path()).unwrap().len() < size, "the file is compacted");
    assert_eq!(study.store.backups().unwrap().len(), 2);
    assert!(study.store.unfinished_purge().is_none());

    // The rest stands, also in the backups.
    assert!(study.store.check().unwrap().is_clean());
    let loaded = study.store.load().unwrap();
    assert!(loaded.records.get(coding).is_some() && loaded.records.get(kept).is_some());
    assert_eq!(loaded.history.iter().filter(|line| line.blanked).count(), 2);
    assert!(study.store.has_blob(Digest::of(b"Je dors mal depuis mars.")).unwrap());
    for (n, backup) in study.store.backups().unwrap().iter().enumerate() {
        let copy = study.folder.path().join(format!("copie {n}.ancrage"));
        study.store.restore(&backup.id, &copy, NOW).unwrap();
        assert!(Store::open(&copy, NOW).unwrap().check().unwrap().is_clean());
    }
    assert_no_word(study.folder.path(), WORDS);
}

#[test]
fn a_masked_name_is_forgotten_and_later_texts_stay_whole() {
    let mut study = Study::new();
    let text = format!("Bonjour {}, comment dormez-vous ?", WORDS[2]);
    let (interview, first, act) = study.hand.import("EMG 1", &text);
    study.commit(act);
    let end = 8 + u32::try_from(WORDS[2].chars().count()).unwrap();
    // Stored as edits only: both stand on the text that goes.
    let (masked, act) = study.hand.correct(first, (8, end, "***"), false);
    study.commit(act);
    let (later, act) = study.hand.correct(masked, (0, 7, "Bonsoir"), false);
    study.commit(act);
    // A correction of the unmasked text, made before it was masked, holds the name too.
    let (beside, act) = study.hand.correct(first, (0, 0, "Ah ! "), true);
    study.commit(act);
    let source = study.hand.done[1].id;

    study.purge(vec![
        PurgeItem::Forgotten { revision: first, masked },
        PurgeItem::Version { record: interview, op: source },
    ]);
    assert_no_word(study.folder.path(), WORDS);
    assert!(study.store.check().unwrap().is_clean());
    let masked_text = study.hand.texts[&masked].as_bytes();
    assert_eq!(study.store.blob(Digest::of(masked_text)).unwrap().unwrap(), masked_text);
    assert!(!study.store.has_blob(Digest::of(text.as_bytes())).unwrap());
    assert!(!study.store.has_blob(Digest::of(study.hand.texts[&beside].as_bytes())).unwrap());
    assert!(
        !study.store.has_blob(Digest::of(study.hand.texts[&later].as_bytes())).unwrap(),
        "reached by its edit"
    );
}

#[test]
fn a_merge_brings_a_purge_and_it_is_carried_out_here_too() {
    let mut study = Study::new();
    let (interview, revision, act) = study.hand.import("EMG 1", &format!("Je suis {}.", WORDS[1]));
    study.commit(act);
    let copy = tempfile::tempdir().unwrap();
    let path = copy.path().join("copie.ancrage");
    study.store.save_copy(&path, NOW).unwrap();
    let mut theirs = Store::open(&path, NOW).unwrap();
    study.purge(vec![PurgeItem::Withdrawn(interview)]);

    // The copy goes on coding what was withdrawn, and makes backups.
    let mut hand = study.hand.fork(5);
    let (code, op) = hand.code("origine");
    theirs.commit(&op, &[], &[]).unwrap();
    let (_, op) = hand.coding(interview, revision, code, WORDS[1]);
    theirs.commit(&op, &[], &[]).unwrap();
    theirs.backup_now(BackupReason::Daily, NOW).unwrap();

    // What comes from there comes without the words; what is there loses them by merging.
    let plan = study.store.merge_plan(&theirs).unwrap();
    assert_eq!((plan.ops_in.len(), plan.purge_in.len()), (2, 0));
    study.store.merge(&theirs, NOW, "copie").unwrap();
    assert_no_word(study.folder.path(), WORDS);
    assert!(!found(copy.path(), WORDS).is_empty());
    let plan = theirs.merge_plan(&study.store).unwrap();
    assert_eq!(plan.purge_in.into_iter().collect::<Vec<_>>(), [PurgeItem::Withdrawn(interview)]);
    let outcome = theirs.merge(&study.store, NOW, "étude").unwrap();
    assert_eq!(outcome.blanked.len(), 2);
    assert_no_word(copy.path(), WORDS);
    assert_eq!(theirs.load().unwrap().records, study.store.load().unwrap().records);
    assert!(theirs.check().unwrap().is_clean() && study.store.check().unwrap().is_clean());
}

#[test]
fn a_purge_that_was_stopped_is_ended_when_the_project_is_next_opened() {
    let mut study = Study::new();
    let (interview, _, act) = study.hand.import("EMG 1", &format!("Je suis {}.", WORDS[1]));
    study.commit(act);
    study.store.backup_now(BackupReason::Daily, NOW).unwrap();
    let items = vec![PurgeItem::Withdrawn(interview)];
    let op = study.hand.act(OpKind::Purge { record: interview, items }, Vec::new());
    study.store.commit(&op, &[], &[]).unwrap();
    // Committed, and not carried out: the check says so, a reader opens nevertheless.
    let Study { folder, store, .. } = study;
    let path = store.path().to_path_buf();
    assert!(!store.check().unwrap().is_clean());
    drop(store);
    assert!(Store::open_read_only(&path).unwrap().load().is_ok());
    assert!(!found(folder.path(), WORDS).is_empty());

    let store = Store::open(&path, NOW).unwrap();
    assert!(store.unfinished_purge().is_none());
    assert!(store.check().unwrap().is_clean());
    assert_no_word(folder.path(), WORDS);
}

#[test]
fn a_backup_that_cannot_be_read_does_not_outlive_a_purge() {
    let mut study = Study::new();
    let (interview, _, act) = study.hand.import("EMG 1", &format!("Je suis {}.", WORDS[1]));
    study.commit(act);
    let sound = study.store.backup_now(BackupReason::Asked, NOW).unwrap();
    let broken = study.store.backup_now(BackupReason::Asked, NOW).unwrap();
    let folder = study.folder.path().join("étude.ancrage-sauvegardes");
    let file = folder.join(format!("{}.ancrage", broken.id));
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() - 4096]).unwrap();

    let report = study.purge(vec![PurgeItem::Withdrawn(interview)]);
    assert_eq!(report.backups_removed, [broken.id]);
    assert!(study.store.backups().unwrap().iter().any(|backup| backup.id == sound.id));
    assert_no_word(study.folder.path(), WORDS);
    assert!(matches!(study.store.restore("x", &folder.join("y"), NOW), Err(StoreError::NoBackup { .. })));
}
