//! What holds for whatever is read, and how targets make files of their inputs.

use std::io::{Cursor, Write};

use formats::{ReadOptions, Transcript};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Reads a file and checks what comes out.
pub fn read(name: &str, bytes: &[u8]) {
    if let Ok(transcript) = formats::read(name, bytes, &ReadOptions::default()) {
        check(&transcript);
    }
}

/// Stops where a transcript is not what it claims to be.
pub fn check(transcript: &Transcript) {
    let length = transcript.text.chars().count() as u32;
    let mut last = 0;
    for turn in &transcript.turns {
        assert!(last <= turn.start && turn.start < turn.end && turn.end <= length, "{turn:?}");
        last = turn.end;
        assert!(transcript.speakers.iter().any(|speaker| speaker.label == turn.speaker), "{turn:?}");
    }
    let said: usize = transcript.speakers.iter().map(|speaker| speaker.turns).sum();
    assert_eq!(said, transcript.turns.len());
    for comment in &transcript.comments {
        assert!(comment.start <= comment.end && comment.end <= length, "{comment:?}");
        assert!(comment.reply_to.is_none_or(|to| to < transcript.comments.len()));
    }
    for fact in &transcript.facts {
        assert!(fact.start < fact.end && fact.end <= length, "{fact:?}");
    }
    for part in &transcript.parts {
        assert!(part.start < part.end && part.end <= length, "{part:?}");
    }
    assert!(transcript.warnings.iter().all(|warning| warning.place.is_none_or(|at| at <= length as usize)));
    assert!(!transcript.text.contains(['\r', '\0']));
}

/// An archive of these parts, not packed, so that inputs stay legible.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("a new part");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// An input cut at its bytes 0xFF, which no XML holds.
pub fn pieces(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    data.split(|byte| *byte == 0xFF)
}
