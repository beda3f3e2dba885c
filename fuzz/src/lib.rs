//! What holds for whatever is read, and how targets make files of their inputs.

use std::io::{Cursor, Write};

use formats::pdf::{Ink, Page, Piece};
use formats::{ReadOptions, Transcript};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Reads a file and checks what comes out.
fn read(name: &str, bytes: &[u8]) {
    if let Ok(transcript) = formats::read(name, bytes, &ReadOptions::default()) {
        check(&transcript);
    }
}

/// Stops where a transcript is not what it claims to be.
fn check(transcript: &Transcript) {
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
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("a new part");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// An input cut at its bytes 0xFF, which no XML holds.
fn pieces(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    data.split(|byte| *byte == 0xFF)
}

/// What the parts of a document are called in it.
const RELATIONS: &[u8] = b"<R><Relationship Type='x/comments' Target='comments.xml'/>\
    <Relationship Type='x/commentsExtended' Target='answers.xml'/><Relationship Type='x/styles' Target='styles.xml'/>\
    <Relationship Type='x/footnotes' Target='footnotes.xml'/></R>";

/// The main part of a Word document, then, each after a byte 0xFF, its comments, the list of answers, the styles
/// and the footnotes; or a whole archive.
pub fn docx(data: &[u8]) {
    if data.starts_with(b"PK") {
        return read("a.docx", data);
    }
    let mut pieces = pieces(data);
    let mut next = || pieces.next().unwrap_or_default();
    let parts = [
        ("word/document.xml", next()),
        ("word/comments.xml", next()),
        ("word/answers.xml", next()),
        ("word/styles.xml", next()),
        ("word/footnotes.xml", next()),
        ("word/_rels/document.xml.rels", RELATIONS),
    ];
    read("a.docx", &archive(&parts));
}

/// The content of an OpenDocument text, then, after a byte 0xFF, its styles.
pub fn odt(data: &[u8]) {
    let mut pieces = pieces(data);
    let mut next = || pieces.next().unwrap_or_default();
    let kind: &[u8] = b"application/vnd.oasis.opendocument.text";
    read("a.odt", &archive(&[("mimetype", kind), ("content.xml", next()), ("styles.xml", next())]));
}

/// A rich text, after the beginning that tells what the file is.
pub fn rtf(data: &[u8]) {
    read("a.rtf", &[b"{\\rtf1", data].concat());
}

/// Any bytes, under a name that says nothing.
pub fn txt(data: &[u8]) {
    read("a", data);
}

/// Subtitles of both kinds.
pub fn subtitles(data: &[u8]) {
    read("a.vtt", &[b"WEBVTT\n\n00:01.000 --> 00:02.000\n", data].concat());
    read("a.srt", data);
}

/// A piece for each eight bytes and the text up to the next byte 0xFF.
fn piece(data: &[u8]) -> Option<Piece> {
    let (&[x, y, size, flags], text) = data.split_first_chunk::<4>()?;
    let (left, base) = (f32::from(x) * 2.5, f32::from(y) * 3.5);
    let size = f32::from(size % 32) / 2.0 + f32::from(flags / 128);
    let text = String::from_utf8_lossy(text).into_owned();
    let right = left + size * 0.5 * text.chars().count() as f32;
    let ink = Ink { bold: flags & 1 != 0, italic: false, colour: [flags & 64; 3], furniture: flags & 6 == 6 };
    Some(Piece { text, left, right, base, size, ink, turned: u8::from(flags & 24 == 24) })
}

/// Pages as they come out of a PDF: pieces anywhere, of any size. What takes them out of a file runs in a process
/// of its own and is not tried here.
pub fn pdf_pages(data: &[u8]) {
    let pages: Vec<Page> = data
        .split(|byte| *byte == 0xFE)
        .map(|page| {
            let pieces = page.split(|byte| *byte == 0xFF).filter_map(piece).collect();
            Page { width: 595.0, height: 842.0, pieces, unreadable: page.is_empty() }
        })
        .collect();
    if let Ok(transcript) = formats::read_pages("a.pdf", &pages, &ReadOptions::default()) {
        check(&transcript);
    }
}

/// How the parts of a workbook relate to each other.
const PACKAGE: &[u8] = b"<R><Relationship Type='x/officeDocument' Target='xl/workbook.xml'/></R>";
const SHEETS: &[u8] = b"<workbook><sheets><sheet name='a' id='s1'/><sheet name='b' id='s2'/></sheets></workbook>";
const PARTS: &[u8] = b"<R><Relationship Id='s1' Type='x/worksheet' Target='a.xml'/>\
    <Relationship Id='s2' Type='x/worksheet' Target='b.xml'/><Relationship Type='x/sharedStrings' Target='c.xml'/>\
    <Relationship Type='x/styles' Target='d.xml'/></R>";

/// The parts of a workbook after a byte 0xFF each: two sheets, the texts that cells share, the styles.
fn workbook(data: &[u8]) -> Vec<u8> {
    let mut pieces = pieces(data);
    let mut next = || pieces.next().unwrap_or_default();
    archive(&[
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", SHEETS),
        ("xl/_rels/workbook.xml.rels", PARTS),
        ("xl/a.xml", next()),
        ("xl/b.xml", next()),
        ("xl/c.xml", next()),
        ("xl/d.xml", next()),
    ])
}

/// What programs export, pages and sheets: the first byte says of which kind the rest is.
pub fn exports(data: &[u8]) {
    let Some((kind, data)) = data.split_first() else { return };
    let headed = |head: &str| [head.as_bytes(), data].concat();
    let sheet: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    match kind % 10 {
        0 => read("a.csv", data),
        1 => read("a.tsv", data),
        2 => read("a.json", data),
        3 => read("a.TextGrid", &headed("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n")),
        4 => read("a.html", &headed("<html>")),
        5 => read("a.md", data),
        6 => read("a.mht", &headed("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n")),
        7 => read("a.eaf", &headed("<?xml version='1.0'?><ANNOTATION_DOCUMENT>")),
        8 => read("a.xlsx", &workbook(data)),
        _ => read("a.ods", &archive(&[("mimetype", sheet), ("content.xml", data)])),
    }
}

/// Bits of transcripts.
const BITS: [&str; 72] = [
    "VL : ",
    "EMG 1 : ",
    "EMG1: ",
    "EMG 1\n",
    "EMG 2\t",
    "Enquêtrice – ",
    "Enquêtrice : ",
    "Claire :\n",
    "**Paul :** ",
    "Question : ",
    "Le médecin : ",
    "Tous : ",
    "EMG 1 et EMG 2 : ",
    "Entretien 1\n",
    "Entretien 2\n",
    "Date : 06/03/2023",
    "Durée : 55 min – Lieu : MSP\n",
    "VL : enquêtrice\n",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "\u{A0}",
    "oui ",
    "non ? ",
    "voilà. ",
    "(rires) ",
    "[…] ",
    "*** ",
    "« ",
    " »",
    "– ",
    "\n- ",
    ": ",
    "[00:12:34] ",
    "(00:13)",
    "00:14 ",
    "#00:00:15-5#",
    "14:30 ",
    "e\u{301}",
    "\u{AD}",
    "🙂",
    "1. ",
    "12 ",
    "Résultat : ",
    "http://a.b : ",
    "Mme d’Arcy : ",
    "\n[Claire Leroy] 14:03:25\n",
    "\n__VL__ : ",
    "\n*EMG 1* : ",
    "\n« VL » : ",
    "\nQ1. ",
    "\nR1. ",
    "\n### VL\n",
    "\n> EMG 1 : ",
    "\nParticipant(e) 2 : ",
    "\nSujet 4 : ",
    "\nMoi- ",
    "\nE/ ",
    "\n[00:12 VL] ",
    "\nClaire Leroy · 00:12\n",
    "12'34\" ",
    "12 min 34 ",
    "\n00:12:34\n",
    "\u{200B}",
    "\nTHÈME 2 : LA ROUTE\n",
    "\nFIN DE L’ENTRETIEN",
    "\nTotal : rien.",
    "\n1. Pourquoi ?\n",
    "\nstart\tend\ttext\n",
    "{\"start\": 1, \"text\": \"oui\"}\n",
];

/// Who speaks: each byte is a bit of a transcript, so that labels come back.
pub fn turns(data: &[u8]) {
    let text: String = data.iter().map(|byte| BITS[usize::from(*byte) % BITS.len()]).collect();
    read("EMG 1.txt", text.as_bytes());
}
