//! The example study: every interview reads as its author wrote it.

// A missing or broken fixture should stop its test.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use formats::{ReadOptions, Role, Transcript, codebook_csv, codings_csv};
use serde_json::Value;

/// Interviews of the example study, at least.
const INTERVIEWS: usize = 8;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/interviews")
}

/// An interview as it was read, and its turns as they were written: label and utterance.
struct Interview {
    name: String,
    transcript: Transcript,
    expected: Vec<(String, String)>,
}

/// Every `expected/NAME.json` with the interview of that name.
fn interviews() -> Vec<Interview> {
    let mut expected: Vec<PathBuf> =
        fs::read_dir(folder().join("expected")).unwrap().map(|entry| entry.unwrap().path()).collect();
    expected.sort();
    expected.iter().map(|path| interview(path)).collect()
}

fn interview(expected: &Path) -> Interview {
    let name = expected.file_stem().unwrap().to_str().unwrap().to_owned();
    let file =
        ["docx", "txt"].map(|kind| folder().join(format!("{name}.{kind}"))).into_iter().find(|f| f.exists());
    let file = file.unwrap_or_else(|| panic!("no interview for {name}"));
    let bytes = fs::read(&file).unwrap();
    let transcript = formats::read(file.to_str().unwrap(), &bytes, &ReadOptions::default()).unwrap();
    let turns: Vec<Value> = serde_json::from_slice(&fs::read(expected).unwrap()).unwrap();
    let word = |turn: &Value, field: &str| turn[field].as_str().unwrap().to_owned();
    let expected = turns.iter().map(|turn| (word(turn, "speaker"), word(turn, "text"))).collect();
    Interview { name, transcript, expected }
}

fn said(transcript: &Transcript) -> Vec<(String, String)> {
    let chars: Vec<char> = transcript.text.chars().collect();
    let text = |start: u32, end: u32| chars[start as usize..end as usize].iter().collect();
    transcript.turns.iter().map(|turn| (turn.speaker.clone(), text(turn.start, turn.end))).collect()
}

#[test]
fn every_interview_has_the_turns_that_were_written() {
    let interviews = interviews();
    for Interview { name, transcript, expected } in &interviews {
        let said = said(transcript);
        for (n, (got, wanted)) in said.iter().zip(expected).enumerate() {
            assert_eq!(got, wanted, "turn {n} of {name}");
        }
        assert_eq!(said.len(), expected.len(), "number of turns of {name}");
    }
    assert!(interviews.len() >= INTERVIEWS, "{} interviews", interviews.len());
}

#[test]
fn every_interview_has_one_interviewer_and_its_participant() {
    for Interview { name, transcript, .. } in interviews() {
        let of = |role: Role| -> Vec<&str> {
            transcript.speakers.iter().filter(|s| s.role == role).map(|s| s.label.as_str()).collect()
        };
        let participants: Vec<String> =
            of(Role::Participant).iter().map(|label| label.replace(' ', "")).collect();
        assert_eq!(participants, [name.replace(' ', "")], "participant of {name}");
        assert_eq!(of(Role::Interviewer).len(), 1, "interviewer of {name}: {:?}", of(Role::Interviewer));
    }
}

#[test]
fn every_coding_of_the_study_quotes_one_turn_and_names_a_code() {
    let interviews = interviews();
    let file = |name: &str| fs::read(folder().join("..").join(name)).unwrap();
    let codes: Vec<Vec<String>> =
        codebook_csv::parse(&file("codebook.csv")).unwrap().into_iter().map(|code| code.path).collect();
    let codings = codings_csv::parse(&file("codings.csv")).unwrap();
    assert!(!codings.is_empty() && !codes.is_empty());
    for row in codings {
        let (Some((start, end)), Some(code)) = (row.range, row.code) else { continue };
        let found = interviews.iter().find(|interview| interview.name == row.interview);
        let transcript = &found.unwrap_or_else(|| panic!("line {}: no such interview", row.line)).transcript;
        let words: String =
            transcript.text.chars().skip(start as usize).take((end - start) as usize).collect();
        assert_eq!(Some(words), row.quote, "line {}", row.line);
        let inside = transcript.turns.iter().any(|turn| turn.start <= start && end <= turn.end);
        assert!(inside, "line {}: in no turn", row.line);
        let path = codebook_csv::path(row.line, &code).unwrap();
        assert!(codes.contains(&path), "line {}: {code}", row.line);
    }
}
