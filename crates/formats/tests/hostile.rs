//! Files that no honest program writes, and files that are no transcripts: each has a refusal of its own, and
//! none takes more than it is given.

// A builder that fails should stop its test.
#![allow(clippy::unwrap_used)]

mod build;

use std::io::{Cursor, Write};

use build::odt::Odt;
use build::{Docx, p, r};
use formats::{ReadError, ReadOptions, Transcript};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn read(name: &str, bytes: &[u8]) -> Result<Transcript, ReadError> {
    formats::read(name, bytes, &ReadOptions::default())
}

fn refused(name: &str, bytes: &[u8]) -> ReadError {
    read(name, bytes).unwrap_err()
}

/// An archive of these parts, each of so many megabytes of one character after its beginning.
fn archive(parts: &[(&str, &str, usize)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let megabyte = vec![b' '; 1 << 20];
    for (name, begins, megabytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default().large_file(true)).unwrap();
        zip.write_all(begins.as_bytes()).unwrap();
        for _ in 0..*megabytes {
            zip.write_all(&megabyte).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

const DOCUMENT: &str = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t xml:space='preserve'>";

#[test]
fn what_unpacks_to_too_much_is_refused() {
    // Two gigabytes of spaces in some megabytes.
    let spaces = archive(&[("word/document.xml", DOCUMENT, 2048)]);
    assert!(spaces.len() < 4 << 20);
    assert!(matches!(refused("a.docx", &spaces), ReadError::UnpacksTooLarge { .. }));
    let content = "<o:document-content><o:body><o:text><t:p>";
    let kind = "application/vnd.oasis.opendocument.text";
    let spaces = archive(&[("mimetype", kind, 0), ("content.xml", content, 600)]);
    assert!(matches!(refused("a.odt", &spaces), ReadError::UnpacksTooLarge { .. }));
    let relations = archive(&[("_rels/.rels", "<Relationships>", 600), ("word/document.xml", DOCUMENT, 0)]);
    assert!(matches!(refused("a.docx", &relations), ReadError::UnpacksTooLarge { .. }));
}

#[test]
fn what_is_not_asked_for_is_not_unpacked() {
    let good = Docx::new(&p(&r("VL : oui"))).bytes();
    let mut zip = ZipWriter::new_append(Cursor::new(good)).unwrap();
    zip.start_file("word/media/image1.bmp", SimpleFileOptions::default()).unwrap();
    let megabyte = vec![0; 1 << 20];
    (0..700).for_each(|_| zip.write_all(&megabyte).unwrap());
    assert_eq!(read("a.docx", &zip.finish().unwrap().into_inner()).unwrap().text, "VL : oui");
}

#[test]
fn texts_longer_than_any_transcript_are_refused() {
    let long = "oui ".repeat(3 << 20);
    assert!(matches!(refused("a.txt", long.as_bytes()), ReadError::TooLong { .. }));
    assert!(matches!(refused("a.txt", &vec![b' '; 90 << 20]), ReadError::TooLong { .. }));
    assert!(matches!(refused("a.docx", &Docx::new(&p(&r(&long))).bytes()), ReadError::TooLong { .. }));
    let counted = Odt::new("<text:p>a<text:s text:c=\"2000000000\"/></text:p>");
    assert!(matches!(counted.try_read(), Err(ReadError::UnpacksTooLarge { .. })));
    let large = vec![b'a'; (formats::FILE_LIMIT + 1) as usize];
    assert!(matches!(refused("a.txt", &large), ReadError::TooLarge { .. }));
}

#[test]
fn entities_are_not_expanded() {
    let mut kinds = String::from("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
    for n in 1..60 {
        kinds += &format!("<!ENTITY a{n} \"&a{m};&a{m};\">", m = n - 1);
    }
    let body = format!(
        "{kinds}<!ENTITY f SYSTEM \"file:///etc/passwd\">]>{DOCUMENT}x&a59;&f;</w:t></w:r></w:p></w:body></w:document>"
    );
    let transcript = Docx::with_document(body.into_bytes()).read();
    assert_eq!(transcript.text, "x&a59;&f;");
}

#[test]
fn names_that_lead_out_of_an_archive_lead_nowhere() {
    let relations =
        "<Relationships><Relationship Type='x/officeDocument' Target='../../../etc/passwd'/></Relationships>";
    let parts = [("_rels/.rels", relations, 0), ("../../evil.xml", DOCUMENT, 0), ("/etc/passwd", "x", 0)];
    assert!(matches!(refused("a.docx", &archive(&parts)), ReadError::NotADocument));
}

#[test]
fn nesting_is_bounded_in_every_format() {
    let deep = |open: &str, close: &str| open.repeat(100_000) + &close.repeat(100_000);
    let docx = Docx::new(&deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"));
    assert!(matches!(docx.try_read(), Err(ReadError::TooDeep { .. })));
    let odt = Odt::new(&deep("<text:list><text:list-item>", "</text:list-item></text:list>"));
    assert!(matches!(odt.try_read(), Err(ReadError::TooDeep { .. })));
    let rtf = format!("{{\\rtf1 {}", deep("{", "}"));
    assert!(matches!(refused("a.rtf", rtf.as_bytes()), ReadError::TooDeep { .. }));
    let cue = format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{}", deep("<v A>", "</v>"));
    assert!(read("a.vtt", cue.as_bytes()).is_ok());
}

#[test]
fn archives_of_very_many_parts_are_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for n in 0..20_001 {
        zip.start_file(n.to_string(), stored).unwrap();
    }
    let error = refused("a.docx", &zip.finish().unwrap().into_inner());
    assert!(matches!(error, ReadError::TooManyParts { .. }));
}

/// An OLE file whose directory names this stream.
fn ole(stream: &str) -> Vec<u8> {
    let head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&head[..], &[0; 1500], &name, &[0; 500]].concat()
}

#[test]
fn every_kind_of_file_that_is_no_transcript_has_its_refusal() {
    let zip = |name: &str| archive(&[(name, "x", 0)]);
    let macros = archive(&[("word/document.xml", DOCUMENT, 0), ("word/vbaProject.bin", "x", 0)]);
    let cases: Vec<(&str, Vec<u8>, ReadError)> = vec![
        ("a.doc", ole("WordDocument"), ReadError::OldWord),
        ("a.docx", ole("EncryptedPackage"), ReadError::Encrypted),
        ("a.xls", ole("Workbook"), ReadError::NotADocument),
        ("a.docm", macros, ReadError::Macros),
        ("a.pages", zip("Index/Document.iwa"), ReadError::Pages),
        ("a.pages", zip("index.xml"), ReadError::Pages),
        ("a.zip", zip("EMG 1.docx"), ReadError::FileArchive),
        ("a.rar", b"Rar!\x1A\x07\x01\0".to_vec(), ReadError::FileArchive),
        ("a.7z", b"7z\xBC\xAF\x27\x1C\0\x04".to_vec(), ReadError::FileArchive),
        ("a.gz", b"\x1F\x8B\x08\0".to_vec(), ReadError::FileArchive),
        (
            "a.xlsx",
            archive(&[("[Content_Types].xml", "<Types/>", 0), ("xl/workbook.xml", "<w/>", 0)]),
            ReadError::NotADocument,
        ),
        ("a.m4a", b"\0\0\0\x20ftypM4A \0\0".to_vec(), ReadError::Recording),
        ("a.mp3", b"ID3\x04\0\0".to_vec(), ReadError::Recording),
        ("a.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(), ReadError::Picture),
        ("a.fodt", b"<?xml version=\"1.0\"?>\n<office:document/>".to_vec(), ReadError::Xml),
        (
            "a.mhtml",
            b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: text/plain\n\n".to_vec(),
            ReadError::WebPage,
        ),
        (
            "a.mht",
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--".to_vec(),
            ReadError::WebPage,
        ),
        ("a.pdf", b"%PDF-1.7\n".to_vec(), ReadError::Pdf),
        ("~$EMG 1.docx", vec![7; 162], ReadError::LockFile),
        ("a.docx", Vec::new(), ReadError::Empty),
        ("a.bin", (0..=255u8).cycle().take(4000).collect(), ReadError::NotText),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(refused(name, &bytes), expected, "{name}");
    }
}

#[test]
fn what_is_cut_or_damaged_is_refused_or_read_never_worse() {
    let whole = Docx::new(&p(&r("VL : oui"))).bytes();
    for cut in (0..whole.len()).step_by(7) {
        if cut == 0 {
            continue;
        }
        // A cut archive has no list of its parts.
        assert!(read("a.docx", &whole[..cut]).is_err(), "{cut}");
    }
}

#[test]
fn what_has_more_speakers_than_any_interview_has_none() {
    let name = |n: usize| format!("B{}{}{}", letter(n / 676), letter(n / 26), letter(n));
    let text =
        |speakers: usize| (0..2 * speakers).map(|n| format!("{} : oui\n", name(n / 2))).collect::<String>();
    let read =
        |speakers: usize| formats::read("a.txt", text(speakers).as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(read(900).speakers.len(), 900);
    let many = read(1100);
    assert!(many.speakers.is_empty() && many.turns.is_empty());
    assert!(many.warnings.iter().any(|warning| warning.kind == formats::WarningKind::NoSpeakers));
}

fn letter(n: usize) -> char {
    char::from(b'a' + u8::try_from(n % 26).unwrap())
}

#[test]
fn more_lines_than_any_interview_has_are_refused() {
    let read = |text: String| formats::read("a.txt", text.as_bytes(), &ReadOptions::default());
    assert_eq!(read("a\n".repeat(400_001)).err(), Some(ReadError::TooDemanding));
    assert!(read(format!("VL : a ?{}EMG 1 : b.", "\n".repeat(1_000_000))).is_ok());
}
