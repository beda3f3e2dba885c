//! Whatever is wrong in a file is found, and said for what it is.
#![allow(clippy::unwrap_used)] // a test that meets the unexpected has failed

mod support;

use model::{Digest, OpId, RecordId, Timestamp};
use std::path::PathBuf;
use store::{Blob, Finding, PlaceRow, Store, StoreError};
use support::Hand;
use tempfile::TempDir;
use uuid::Uuid;

const NOW: Timestamp = Timestamp(0);

struct Sound {
    _folder: TempDir,
    path: PathBuf,
    hand: Hand,
    interview: RecordId,
    /// Whole, then by an edit, then by another.
    revisions: [RecordId; 3],
    coding: RecordId,
}

impl Sound {
    fn new() -> Sound {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("étude.ancrage"), NOW).unwrap();
        let mut hand = Hand::new(4);
        store.commit(&hand.create_study(), &[], &[]).unwrap();
        let (interview, first, act) = hand.import("EMG 1", "Je dors mal depuis mars.");
        store.commit(&act.op, &act.blobs.into_iter().map(Blob::of).collect::<Vec<_>>(), &[]).unwrap();
        let (second, act) = hand.correct(first, (3, 7, "me repose"), false);
        store.commit(&act.op, &[], &[]).unwrap();
        let (third, act) = hand.correct(second, (0, 2, "Nous"), false);
        store.commit(&act.op, &[], &[]).unwrap();
        let (code, op) = hand.code("sommeil");
        store.commit(&op, &[], &[]).unwrap();
        let (coding, op) = hand.coding(interview, third, code, "Nous");
        let place = PlaceRow { coding, interview, revision: third, start: 0, end: 4, state: "kept" };
        store.commit(&op, &[], &[place]).unwrap();
        assert_eq!(store.check().unwrap().findings, []);
        let path = store.path().to_path_buf();
        Sound { _folder: folder, path, hand, interview, revisions: [first, second, third], coding }
    }

    /// What a check finds once the file was changed behind the program's back.
    fn after(&self, sql: &str) -> Vec<Finding> {
        self.change(sql);
        Store::open_read_only(&self.path).unwrap().check().unwrap().findings
    }

    fn change(&self, sql: &str) {
        let file = rusqlite::Connection::open(&self.path).unwrap();
        file.execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}")).unwrap();
    }
}

fn hex(id: Uuid) -> String {
    format!("x'{}'", id.simple())
}

#[test]
fn a_sound_file_is_counted_and_clean() {
    let sound = Sound::new();
    let report = Store::open_read_only(&sound.path).unwrap().check().unwrap();
    assert!(report.is_clean());
    assert_eq!((report.ops, report.blobs), (6, 2));
    assert_eq!(report.records, sound.hand.records.len());
}

#[test]
fn a_payload_that_was_changed() {
    let sound = Sound::new();
    let op = sound.hand.done[1].id;
    let sql = "UPDATE op SET payload = CAST(replace(CAST(payload AS TEXT), 'EMG 1', 'EMG 2') AS BLOB) WHERE seq = 2";
    let findings = sound.after(sql);
    assert!(matches!(&findings[0], Finding::Operation { op: found, .. } if *found == op), "{findings:?}");
    assert!(matches!(Store::open(&sound.path, NOW).unwrap().load(), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_column_that_was_changed() {
    let sound = Sound::new();
    let findings = sound.after("UPDATE op SET author = zeroblob(16) WHERE seq = 2");
    assert!(matches!(&findings[0], Finding::Operation { op, .. } if *op == sound.hand.done[1].id));
}

#[test]
fn an_operation_that_was_taken_out() {
    let findings = Sound::new().after("DELETE FROM op WHERE seq = 6");
    assert_eq!(findings[0], Finding::Journal { found: 5, noted: 6 });
}

#[test]
fn derived_rows_that_are_wrong_and_a_rebuild_that_mends_them() {
    let spoils = [
        "UPDATE version SET head = 1 - head WHERE field = 'code.name'",
        "DELETE FROM version WHERE field = 'code.name'",
        "UPDATE version SET bases = zeroblob(16) WHERE field = 'code.name'",
        "UPDATE record SET alive = 0 WHERE kind = 'code'",
        "UPDATE record SET kind = 'memo' WHERE kind = 'code'",
        "UPDATE record SET body = CAST('{}' AS BLOB) WHERE kind = 'code'",
        "DELETE FROM record WHERE kind = 'code'",
        "INSERT INTO record VALUES (zeroblob(16), 'memo', 1, CAST('{}' AS BLOB))",
    ];
    for spoil in spoils {
        let sound = Sound::new();
        let findings = sound.after(spoil);
        assert!(
            findings
                .iter()
                .all(|finding| matches!(finding, Finding::Record { .. } | Finding::DanglingRow { .. })),
            "{spoil}: {findings:?}"
        );
        assert!(!findings.is_empty(), "{spoil}");
        let mut store = Store::open(&sound.path, NOW).unwrap();
        store.rebuild().unwrap();
        assert_eq!(store.check().unwrap().findings, [], "{spoil}");
        assert_eq!(store.load().unwrap().records, sound.hand.records);
    }
}

#[test]
fn a_counter_that_goes_backwards() {
    let mut sound = Sound::new();
    let mut store = Store::open(&sound.path, NOW).unwrap();
    let code = sound.hand.code("fatigue");
    store.commit(&code.1, &[], &[]).unwrap();
    let mut rename = sound.hand.rename(code.0, "épuisement");
    rename.lamport = code.1.lamport;
    store.commit(&rename, &[], &[]).unwrap();
    assert_eq!(store.check().unwrap().findings, [Finding::Counter { op: rename.id, base: code.1.id }]);
}

#[test]
fn a_blob_that_is_not_what_it_should_be() {
    let sound = Sound::new();
    let text = Digest::of(b"Je dors mal depuis mars.");
    let findings = sound.after(&format!("UPDATE blob SET bytes = x'789c' WHERE digest = x'{text}'"));
    assert_eq!(findings[0], Finding::BlobDamaged { digest: text });
    let missing: Vec<Finding> =
        sorted(sound.revisions).map(|revision| Finding::TextMissing { revision }).collect();
    assert_eq!(sorted_findings(&findings[1..]), missing);
}

fn sorted(revisions: [RecordId; 3]) -> impl Iterator<Item = RecordId> {
    let mut revisions = revisions;
    revisions.sort_unstable();
    revisions.into_iter()
}

fn sorted_findings(findings: &[Finding]) -> Vec<Finding> {
    let mut findings = findings.to_vec();
    findings.sort_by_key(|finding| match finding {
        Finding::TextMissing { revision } | Finding::TextDiffers { revision } => *revision,
        _ => RecordId(Uuid::nil()),
    });
    findings
}

#[test]
fn a_text_and_an_original_that_are_missing() {
    let sound = Sound::new();
    let findings = sound.after("DELETE FROM blob");
    let original = Digest::of(b"original of Je dors mal depuis mars.");
    let (absent, rest): (Vec<_>, Vec<_>) =
        findings.into_iter().partition(|finding| matches!(finding, Finding::OriginalMissing { .. }));
    assert_eq!(absent, [Finding::OriginalMissing { interview: sound.interview, digest: original }]);
    let missing: Vec<Finding> =
        sorted(sound.revisions).map(|revision| Finding::TextMissing { revision }).collect();
    assert_eq!(sorted_findings(&rest), missing);
    assert!(rest.iter().all(Finding::is_absence));
}

#[test]
fn an_edit_that_leads_elsewhere() {
    let mut sound = Sound::new();
    let mut store = Store::open(&sound.path, NOW).unwrap();
    let (fourth, mut act) = sound.hand.correct(sound.revisions[2], (0, 4, "Vous"), false);
    for change in &mut act.op.changes {
        if let model::op::After::Set(model::value::Value::RevisionBody(body)) = &mut change.after {
            body.text = Digest::of(b"something else");
        }
    }
    store.commit(&act.op, &[], &[]).unwrap();
    assert_eq!(store.check().unwrap().findings, [Finding::TextDiffers { revision: fourth }]);
}

#[test]
fn places_that_cannot_be() {
    let sound = Sound::new();
    let coding = hex(sound.coding.0);
    let impossible = [
        format!("UPDATE place SET \"end\" = 100 WHERE coding = {coding}"),
        format!("UPDATE place SET start = 5 WHERE coding = {coding}"),
        format!("UPDATE place SET revision = {} WHERE coding = {coding}", hex(sound.interview.0)),
        format!("UPDATE place SET interview = {} WHERE coding = {coding}", hex(sound.coding.0)),
    ];
    for sql in impossible {
        let sound = Sound::new();
        assert_eq!(sound.after(&sql), [Finding::Place { coding: sound.coding }], "{sql}");
    }
    let interview = sound.interview;
    let findings =
        sound.after(&format!("UPDATE place SET coding = {} WHERE coding = {coding}", hex(interview.0)));
    assert_eq!(findings, [Finding::Place { coding: interview }]);
}

#[test]
fn a_damaged_copy_gives_nothing_to_a_merge() {
    let (ours, theirs) = (Sound::new(), Sound::new());
    theirs.change("UPDATE op SET at = at + 1 WHERE seq = 4");
    let mut store = Store::open(&ours.path, NOW).unwrap();
    let other = Store::open_read_only(&theirs.path).unwrap();
    let Err(StoreError::OtherDamaged { findings }) = store.merge(&other, NOW, "x") else {
        unreachable!("the merge was not refused");
    };
    assert!(matches!(findings[0], Finding::Operation { op, .. } if op == theirs.hand.done[3].id));
    assert_eq!(store.backups().unwrap(), []);
}

#[test]
fn the_same_operation_with_other_words_refuses_the_whole_merge() {
    let ours = Sound::new();
    let folder = tempfile::tempdir().unwrap();
    let mut theirs = Store::create(&folder.path().join("autre.ancrage"), NOW).unwrap();
    let mut hand = Hand::new(4);
    theirs.commit(&hand.create_study(), &[], &[]).unwrap();
    let mut act = hand.import("EMG 1", "Je dors bien.").2;
    act.op.at = Timestamp(5);
    theirs.commit(&act.op, &act.blobs.into_iter().map(Blob::of).collect::<Vec<_>>(), &[]).unwrap();
    theirs.commit(&hand.code("autre").1, &[], &[]).unwrap();
    let mut store = Store::open(&ours.path, NOW).unwrap();
    let before = store.load().unwrap();
    let clash: OpId = act.op.id;
    assert_eq!(store.merge_plan(&theirs).unwrap().clash, Some(clash));
    assert_eq!(store.merge(&theirs, NOW, "x"), Err(StoreError::Clash { op: clash }));
    assert_eq!(store.load().unwrap(), before);
}

#[test]
fn another_study_is_refused() {
    let ours = Sound::new();
    let folder = tempfile::tempdir().unwrap();
    let mut theirs = Store::create(&folder.path().join("autre.ancrage"), NOW).unwrap();
    let mut hand = Hand::new(8);
    let study = hand.new_id();
    let title = hand.set(study, model::value::StudyTitle::new("Autre".into()));
    let op = hand.act(model::op::OpKind::CreateStudy { study }, vec![title]);
    theirs.commit(&op, &[], &[]).unwrap();
    let mut store = Store::open(&ours.path, NOW).unwrap();
    let refused = StoreError::OtherStudy { ours: Some(support::STUDY), theirs: Some(study) };
    assert_eq!(store.merge(&theirs, NOW, "x"), Err(refused.clone()));
    assert_eq!(store.merge_plan(&theirs), Err(refused));
    // An empty file takes in whatever it is given first.
    let mut empty = Store::create(&folder.path().join("vide.ancrage"), NOW).unwrap();
    empty.merge(&theirs, NOW, "x").unwrap();
    assert_eq!(empty.study().unwrap(), Some(study));
    empty.merge_take_back(None, NOW).unwrap();
    assert_eq!(empty.study().unwrap(), None);
}
