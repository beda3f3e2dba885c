//! What other programs (R, Python…) see: current places, nothing deleted, nothing sealed.
#![allow(clippy::unwrap_used)] // a test that meets the unexpected has failed

mod support;

use model::op::OpKind;
use model::value::{
    AttributeDefinition, AttributeKind, AttributeValue, InterviewFacts, Layer, OrderKey,
    ParticipantAttribute, ParticipantName, ReadingDone, RoundDone, RoundOpened, RoundSetup,
};
use model::{Digest, RecordId, Timestamp};
use rusqlite::types::Value;
use std::path::{Path, PathBuf};
use store::{PlaceRow, Store};
use support::Hand;
use tempfile::TempDir;

const NOW: Timestamp = Timestamp(0);

/// Reads as an outside program does: another connection, which trusts nothing in the file.
fn see(path: &Path, sql: &str) -> Vec<Vec<String>> {
    let file =
        rusqlite::Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    file.execute_batch("PRAGMA trusted_schema = OFF").unwrap();
    let mut statement = file.prepare(sql).unwrap();
    let columns = statement.column_count();
    let rows =
        statement.query_map([], |row| (0..columns).map(|column| row.get(column).map(written)).collect());
    rows.unwrap().map(Result::unwrap).collect()
}

fn written(value: Value) -> String {
    match value {
        Value::Null => "–".into(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text,
        Value::Blob(_) => "bytes".into(),
    }
}

struct Study {
    _folder: TempDir,
    path: PathBuf,
    store: Store,
    hand: Hand,
    interview: RecordId,
    revision: RecordId,
    code: RecordId,
}

impl Study {
    fn new() -> Study {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("étude.ancrage"), NOW).unwrap();
        let mut hand = Hand::new(4);
        store.commit(&hand.create_study(), &[], &[]).unwrap();
        let (interview, revision, act) = hand.import("EMG 1", "Je dors mal depuis mars.");
        store.commit(&act.op, &[], &[]).unwrap();
        let (code, op) = hand.code("sommeil");
        store.commit(&op, &[], &[]).unwrap();
        let path = store.path().to_path_buf();
        Study { _folder: folder, path, store, hand, interview, revision, code }
    }

    fn coding_of(&mut self, hand: &mut Hand, start: u32, end: u32) -> RecordId {
        let (coding, op) = hand.coding(self.interview, self.revision, self.code, "Je dors");
        let (interview, revision) = (self.interview, self.revision);
        let place = PlaceRow { coding, interview, revision, start, end, state: "kept" };
        self.store.commit(&op, &[], &[place]).unwrap();
        coding
    }

    fn set(&mut self, kind: OpKind, record: RecordId, value: impl Into<model::value::Value>) {
        let change = self.hand.set(record, value);
        let op = self.hand.act(kind, vec![change]);
        self.store.commit(&op, &[], &[]).unwrap();
    }
}

#[test]
fn codings_are_seen_at_their_current_place() {
    let mut study = Study::new();
    let mut hand = study.hand.clone();
    let coding = study.coding_of(&mut hand, 3, 11);
    let gone = study.coding_of(&mut hand, 0, 2);
    study.store.commit(&hand.delete(gone), &[], &[]).unwrap();
    let place = PlaceRow {
        coding,
        interview: study.interview,
        revision: study.revision,
        start: 4,
        end: 12,
        state: "changed",
    };
    study.store.write_places(&[place]).unwrap();
    let seen = see(
        &study.path,
        r#"SELECT id, interview, revision, start, "end", state, code, coder, layer, undecided FROM coding"#,
    );
    let (interview, revision) = (study.interview.to_string(), study.revision.to_string());
    let (code, coder) = (study.code.to_string(), hand.member.to_string());
    let layer = Layer::Experiential.as_str();
    assert_eq!(
        seen,
        [[
            coding.to_string().as_str(),
            &interview,
            &revision,
            "4",
            "12",
            "changed",
            &code,
            &coder,
            layer,
            "0"
        ]]
    );
}

#[test]
fn codes_interviews_participants_and_readings_are_seen() {
    let mut study = Study::new();
    let (interview, code) = (study.interview, study.code);
    let facts = InterviewFacts::new("cabinet".into(), Some("2026-03-02".into()), Some(41));
    study.set(OpKind::EditInterview { interview }, interview, facts);
    let participant = study.hand.new_id();
    study.set(OpKind::AddParticipant { participant }, participant, ParticipantName::new("EMG 1".into()));
    let attribute = study.hand.new_id();
    let age = AttributeDefinition::new("âge".into(), vec![], AttributeKind::Number, OrderKey::default());
    study.set(OpKind::AddAttribute { attribute }, attribute, age);
    let value = ParticipantAttribute::new(Some(AttributeValue::Number(27.0)), attribute);
    study.set(OpKind::EditParticipant { participant }, participant, value);
    let reading = study.hand.new_id();
    let member = study.hand.member;
    study.set(
        OpKind::NoteReading { interview },
        reading,
        ReadingDone::new(interview, member, Timestamp(7), Some(30)),
    );

    let id = interview.to_string();
    assert_eq!(
        see(&study.path, "SELECT id, name, parent, level, merged_into FROM code"),
        [[code.to_string().as_str(), "sommeil", "–", "–", "–"]]
    );
    let seen =
        see(&study.path, "SELECT id, name, status, date, duration_min, place, revision FROM interview");
    assert_eq!(
        seen,
        [[id.as_str(), "EMG 1", "included", "2026-03-02", "41", "cabinet", &study.revision.to_string()]]
    );
    let seen = see(&study.path, "SELECT name, status, attributes FROM participant");
    assert_eq!(seen, [["EMG 1", "included", r#"{"âge":27.0}"#]]);
    let seen = see(&study.path, "SELECT id, interview, coder, at, minutes FROM reading");
    assert_eq!(seen, [[reading.to_string().as_str(), &id, &member.to_string(), "7", "30"]]);

    let deleted = study.hand.delete(participant);
    study.store.commit(&deleted, &[], &[]).unwrap();
    assert!(see(&study.path, "SELECT * FROM participant").is_empty());
}

#[test]
fn a_sealed_round_is_left_out_until_it_is_opened_or_done() {
    for opened in [true, false] {
        let mut study = Study::new();
        let mut peer = study.hand.fork(5);
        let mut hand = study.hand.clone();
        let before = study.coding_of(&mut hand, 0, 2);
        study.hand = hand;
        let round = study.hand.new_id();
        let (mine, theirs) = (study.hand.member, peer.member);
        let setup =
            RoundSetup::new("Tour 1".into(), String::new(), vec![study.interview], vec![mine, theirs]);
        study.set(OpKind::SetUpRound { round }, round, setup);
        peer.learn(&study.hand.done);
        study.coding_of(&mut peer, 3, 7);
        let (born, op) = peer.code("trouvaille");
        study.store.commit(&op, &[], &[]).unwrap();
        let reading = peer.new_id();
        let change = peer.set(reading, ReadingDone::new(study.interview, theirs, Timestamp(7), None));
        let op = peer.act(OpKind::NoteReading { interview: study.interview }, vec![change]);
        study.store.commit(&op, &[], &[]).unwrap();

        // Nobody in particular looks: the work of both coders in that interview is hidden.
        assert!(see(&study.path, "SELECT id FROM coding").is_empty());
        assert!(see(&study.path, "SELECT id FROM reading").is_empty());
        assert_eq!(see(&study.path, "SELECT id FROM code"), [[study.code.to_string()]]);

        study.hand.learn(&peer.done);
        if opened {
            study.set(OpKind::OpenRound { round }, round, RoundOpened::new(String::new(), Timestamp(9)));
        } else {
            study.set(
                OpKind::DeclareDone { round },
                round,
                RoundDone::new(mine, true, vec![], Digest([0; 32])),
            );
            assert!(see(&study.path, "SELECT id FROM coding").is_empty(), "one is not done yet");
            study.set(
                OpKind::DeclareDone { round },
                round,
                RoundDone::new(theirs, true, vec![], Digest([0; 32])),
            );
        }
        assert_eq!(see(&study.path, "SELECT id FROM coding").len(), 2);
        assert_eq!(see(&study.path, "SELECT id FROM reading").len(), 1);
        let codes = see(&study.path, "SELECT id FROM code");
        assert!(codes.contains(&vec![born.to_string()]) && codes.len() == 2);
        assert!(see(&study.path, "SELECT id FROM coding").contains(&vec![before.to_string()]));
    }
}
