//! Part of the example study in every format: each file reads as it was written.

// A missing or broken fixture should stop its test.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use formats::{ReadOptions, Role, Transcript, pdf};
use serde::Deserialize;

/// Files of this folder, at least.
const FILES: usize = 16;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/interviews/formats")
}

/// A turn as it was written.
#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Written {
    speaker: String,
    text: String,
    /// Milliseconds from the start of the recording.
    time: Option<u32>,
}

/// Every file, read, with the turns of `expected/STEM.json`.
fn files() -> BTreeMap<String, (Transcript, Vec<Written>)> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.is_file());
    files.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), read(&path))).collect()
}

fn read(path: &Path) -> (Transcript, Vec<Written>) {
    let bytes = fs::read(path).unwrap();
    let (name, options) = (path.to_str().unwrap(), ReadOptions::default());
    let transcript = if pdf::is_pdf(&bytes) {
        pdf::extract(&bytes).and_then(|pages| formats::read_pages(name, &pages, &options))
    } else {
        formats::read(name, &bytes, &options)
    };
    let name = format!("{}.json", path.file_stem().unwrap().to_str().unwrap());
    let expected = fs::read(folder().join("expected").join(name)).unwrap();
    (
        transcript.unwrap_or_else(|error| panic!("{path:?}: {error}")),
        serde_json::from_slice(&expected).unwrap(),
    )
}

fn said(transcript: &Transcript) -> Vec<Written> {
    let chars: Vec<char> = transcript.text.chars().collect();
    let turns = transcript.turns.iter().map(|turn| Written {
        speaker: turn.speaker.clone(),
        text: chars[turn.start as usize..turn.end as usize].iter().collect(),
        time: turn.time,
    });
    turns.collect()
}

#[test]
fn every_file_has_the_turns_that_were_written() {
    let files = files();
    for (name, (transcript, expected)) in &files {
        let said = said(transcript);
        for (n, (got, wanted)) in said.iter().zip(expected).enumerate() {
            assert_eq!(got, wanted, "turn {n} of {name}");
        }
        assert_eq!(said.len(), expected.len(), "number of turns of {name}");
    }
    assert!(files.len() >= FILES, "{} files", files.len());
}

/// A comment as it was written, with the words that it is on.
#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Remark {
    author: String,
    at: Option<String>,
    text: String,
    passage: String,
    /// The comment that it answers, by its place.
    reply_to: Option<usize>,
}

fn remarks(transcript: &Transcript) -> Vec<Remark> {
    let chars: Vec<char> = transcript.text.chars().collect();
    let remark = |comment: &formats::CommentFound| Remark {
        author: comment.author.clone(),
        at: comment.at.clone(),
        text: comment.text.clone(),
        passage: chars[comment.start as usize..comment.end as usize].iter().collect(),
        reply_to: comment.reply_to,
    };
    transcript.comments.iter().map(remark).collect()
}

#[test]
fn every_comment_keeps_its_author_its_date_and_its_passage() {
    let mut commented = 0;
    for (name, (transcript, _)) in files() {
        let path = folder().join("expected/comments").join(format!("{name}.json"));
        let expected: Vec<Remark> = match fs::read(path) {
            Ok(json) => serde_json::from_slice(&json).unwrap(),
            Err(_) => Vec::new(),
        };
        commented += usize::from(!expected.is_empty());
        assert_eq!(remarks(&transcript), expected, "{name}");
    }
    assert!(commented >= 4, "{commented} files");
}

#[test]
fn every_file_is_of_the_format_that_its_name_says() {
    for (name, (transcript, _)) in files() {
        assert!(name.ends_with(transcript.format.as_str()), "{name}: {:?}", transcript.format);
    }
}

#[test]
fn every_file_has_one_interviewer_who_speaks_first() {
    for (name, (transcript, expected)) in files() {
        let leads: Vec<&str> = transcript
            .speakers
            .iter()
            .filter(|speaker| speaker.role == Role::Interviewer)
            .map(|speaker| speaker.label.as_str())
            .collect();
        assert_eq!(leads, [expected[0].speaker.as_str()], "{name}");
    }
}
