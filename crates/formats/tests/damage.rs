//! Files that were cut, put one behind the other, or damaged in a few bytes, of every format: each gives words or a
//! refusal, never worse.

// A builder that fails should stop its test.
#![allow(clippy::unwrap_used)]

mod build;

use std::fs;
use std::path::Path;

use build::odt::Odt;
use build::sound::sound;
use build::{Docx, archive, p, r};
use formats::write::{Sheet, Workbook, xlsx};
use formats::{ReadOptions, WarningKind};

/// In how many places each file is cut, and damaged.
const PLACES: usize = 24;

/// Whole files under names: small ones of every format, from the traps and made here.
fn files() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/traps");
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for name in ["outside.json", "machines.json", "richtext.json", "markdown.json", "subtitles.json"] {
        let cases: serde_json::Value = serde_json::from_slice(&fs::read(folder.join(name)).unwrap()).unwrap();
        for case in cases.as_array().unwrap() {
            let format = case["format"].as_str().unwrap_or("txt");
            let text = match &case["input"] {
                serde_json::Value::String(text) => text.clone(),
                lines => lines.as_array().map_or(String::new(), |lines| {
                    lines.iter().filter_map(|line| line.as_str()).collect::<Vec<_>>().join("\n")
                }),
            };
            let seen = files.iter().filter(|(name, _)| name.ends_with(format)).count();
            if !["docx", "odt", "ods"].contains(&format) && !text.is_empty() && seen < 3 {
                files.push((format!("a.{format}"), text.into_bytes()));
            }
        }
    }
    files.push(("a.docx".to_owned(), Docx::new(&(p(&r("VL : Alors ?")) + &p(&r("EMG 1 : Oui.")))).bytes()));
    files.push((
        "a.odt".to_owned(),
        Odt::new("<text:p>VL : Alors ?</text:p><text:p>EMG 1 : Oui.</text:p>").bytes(),
    ));
    let rows = vec![vec!["VL".into(), "Alors ?".into()], vec!["EMG 1".into(), "Oui.".into()]];
    let sheet =
        Sheet { name: "a".into(), header: vec!["Locuteur".into(), "Texte".into()], rows, ..Sheet::default() };
    files.push(("a.xlsx".to_owned(), xlsx(&Workbook { sheets: vec![sheet] }).unwrap()));
    let row =
        "<table:table-row><table:table-cell><text:p>Texte</text:p></table:table-cell></table:table-row>";
    let content = format!("<office:spreadsheet><table:table>{row}</table:table></office:spreadsheet>");
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    files.push(("a.ods".to_owned(), archive(&[("mimetype", kind), ("content.xml", &content)])));
    files
}

/// Reads a file and checks what comes of it.
fn check(name: &str, bytes: &[u8]) {
    let Ok(transcript) = formats::read(name, bytes, &ReadOptions::default()) else { return };
    sound(&transcript).unwrap();
    let told = transcript.warnings.iter().any(|warning| warning.kind == WarningKind::NoText);
    assert!(told || !transcript.text.trim().is_empty(), "{name}: neither words nor a warning");
}

#[test]
fn files_of_every_format_are_among_them() {
    let files = files();
    for format in [
        "txt", "rtf", "vtt", "srt", "html", "mht", "md", "csv", "json", "TextGrid", "eaf", "docx", "odt",
        "xlsx", "ods",
    ] {
        assert!(files.iter().any(|(name, _)| name.ends_with(format)), "{format}");
    }
}

#[test]
fn files_that_were_cut_give_words_or_a_refusal() {
    for (name, bytes) in files() {
        for n in 1..PLACES {
            check(&name, &bytes[..bytes.len() * n / PLACES]);
            check(&name, &bytes[bytes.len() * n / PLACES..]);
        }
    }
}

#[test]
fn files_one_behind_the_other_give_words_or_a_refusal() {
    let files = files();
    for (n, (name, bytes)) in files.iter().enumerate() {
        let (_, other) = &files[(n + 1) % files.len()];
        for pair in [[bytes, bytes], [bytes, other], [other, bytes]] {
            check(name, &pair.map(Vec::as_slice).concat());
        }
    }
}

#[test]
fn damaged_bytes_give_words_or_a_refusal() {
    const BYTES: [u8; 8] = [0, 0xFF, b'<', b'"', b';', b'9', 0x80, b'\n'];
    for (name, bytes) in files() {
        for n in 0..PLACES {
            let mut damaged = bytes.clone();
            // Places that lie apart, and others in each file.
            for k in 0..=n % 3 {
                let at = (n * 7919 + k * 104_729 + bytes.len() / 3) % bytes.len();
                damaged[at] = BYTES[(n + k) % BYTES.len()];
            }
            check(&name, &damaged);
        }
    }
}
