//! The process that reads a PDF is stopped, and what becomes of it is said.
#![cfg(unix)]
// A test that cannot write its program should stop.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use formats::ReadError;
use workbench::pdf_process::PdfReader;

/// What a program answers that does as `script` says.
fn answer_of(script: &str, time: Duration) -> Result<usize, ReadError> {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("reader");
    write_program(&program, script);
    let reader = PdfReader { program: Some(program), time };
    // More than a pipe holds, so that a reader that takes nothing is met too.
    reader.pages(vec![b'%'; 1_000_000]).map(|pages| pages.len())
}

fn write_program(path: &Path, script: &str) {
    fs::write(path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o700)).unwrap();
}

const LONG: Duration = Duration::from_secs(60);

#[test]
fn pages_and_refusals_come_back() {
    let page = r#"{"width":1.0,"height":1.0,"pieces":[],"unreadable":false}"#;
    let good = format!("cat > /dev/null; printf '%s' '{{\"Ok\":[{page}]}}'");
    assert_eq!(answer_of(&good, LONG), Ok(1));
    let refused = "cat > /dev/null; printf '%s' '{\"Err\":\"ScannedPdf\"}'";
    assert_eq!(answer_of(refused, LONG), Err(ReadError::ScannedPdf));
}

#[test]
fn a_process_that_fails_is_a_damaged_file() {
    for script in ["exit 3", "cat > /dev/null; echo '{\"Ok\":['", ":"] {
        assert!(matches!(answer_of(script, LONG), Err(ReadError::BrokenPdf { .. })), "{script}");
    }
    let reader = PdfReader { program: Some("/nowhere/reader".into()), time: LONG };
    assert!(matches!(reader.pages(Vec::new()), Err(ReadError::BrokenPdf { .. })));
}

#[test]
fn a_process_that_takes_too_much_is_stopped() {
    assert_eq!(answer_of("kill -ABRT $$", LONG), Err(ReadError::TooDemanding));
    assert_eq!(answer_of("exec sleep 600", Duration::from_millis(300)), Err(ReadError::TooDemanding));
}
