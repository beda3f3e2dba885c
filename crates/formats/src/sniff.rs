//! What a file is, from its first bytes and, where these cannot tell, from its name.

use crate::eaf;
use crate::error::ReadError;
use crate::mht;
use crate::pdf;

/// A file that some reader here takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A zip archive: a Word document or an OpenDocument text, as its parts say.
    Archive,
    /// A rich text (RTF).
    RichText,
    /// A web page (HTML).
    Page,
    /// A web page with all that belongs to it, as a message of several parts (MIME).
    PageArchive,
    /// Tiers of annotations (ELAN).
    Annotations,
    /// Text, or bytes that only decoding can judge.
    Text,
}

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Tells what a file is.
///
/// # Errors
/// One [`ReadError`] per kind of file that is known and not read.
pub(crate) fn sniff(file_name: &str, bytes: &[u8]) -> Result<Kind, ReadError> {
    if base_name(file_name).starts_with("~$") {
        return Err(ReadError::LockFile);
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    match refusal(bytes) {
        Some(error) => Err(error),
        None if is_archive(bytes) => Ok(Kind::Archive),
        None if text_head(bytes).starts_with(b"{\\rtf") => Ok(Kind::RichText),
        None if is_page(file_name, bytes) => Ok(Kind::Page),
        None if mht::is_message(bytes) => Ok(Kind::PageArchive),
        None if eaf::is_annotations(bytes) => Ok(Kind::Annotations),
        None if is_xml(bytes) => Err(ReadError::Xml),
        None => Ok(Kind::Text),
    }
}

fn base_name(file_name: &str) -> &str {
    file_name.rsplit(['/', '\\']).next().unwrap_or(file_name)
}

fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

fn refusal(bytes: &[u8]) -> Option<ReadError> {
    if bytes.starts_with(OLE) {
        return Some(ole(bytes));
    }
    if pdf::is_pdf(bytes) {
        return Some(ReadError::Pdf);
    }
    if is_recording(bytes) {
        return Some(ReadError::Recording);
    }
    if is_picture(bytes) {
        return Some(ReadError::Picture);
    }
    if is_file_archive(bytes) {
        return Some(ReadError::FileArchive);
    }
    None
}

/// An OLE file is an encrypted document, an old Word one, or something else of Office; stream names are
/// UTF-16 in its directory.
fn ole(bytes: &[u8]) -> ReadError {
    let has = |name: &str| contains(bytes, &wide(name));
    if has("EncryptedPackage") {
        ReadError::Encrypted
    } else if has("Workbook") || has("PowerPoint Document") {
        ReadError::NotADocument
    } else {
        ReadError::OldWord
    }
}

fn wide(name: &str) -> Vec<u8> {
    name.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

fn is_recording(bytes: &[u8]) -> bool {
    const HEADS: [&[u8]; 9] = [
        b"ID3",
        b"OggS",
        b"fLaC",
        b"#!AMR",
        b"caff",
        &[0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66], // WMA, WMV
        &[0x1A, 0x45, 0xDF, 0xA3],             // WebM, Matroska
        &[0xFF, 0xF1],                         // AAC
        &[0xFF, 0xF9],
    ];
    let riff = bytes.starts_with(b"RIFF") && matches!(bytes.get(8..12), Some(b"WAVE" | b"AVI "));
    let mp4 = matches!(bytes.get(4..8), Some(b"ftyp"));
    HEADS.iter().any(|head| bytes.starts_with(head)) || riff || mp4 || is_mp3_frame(bytes)
}

/// An MPEG audio frame without tag: eleven set bits, layer III. `FF FE` is spared: it is the byte
/// order mark of UTF-16.
fn is_mp3_frame(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFF, 0xFA | 0xFB | 0xF3 | 0xF2 | 0xE2 | 0xE3, ..])
}

fn is_picture(bytes: &[u8]) -> bool {
    const HEADS: [&[u8]; 5] = [b"\x89PNG\r\n\x1A\n", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*"];
    HEADS.iter().any(|head| bytes.starts_with(head))
}

/// How a text begins, in small letters, without byte order mark and white space.
fn text_head(bytes: &[u8]) -> Vec<u8> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    bytes[..bytes.len().min(64)].to_ascii_lowercase()
}

/// Archives of files that are no documents.
fn is_file_archive(bytes: &[u8]) -> bool {
    const HEADS: [&[u8]; 5] = [b"7z\xBC\xAF\x27\x1C", b"Rar!\x1A\x07", b"\x1F\x8B", b"BZh", b"\xFD7zXZ\0"];
    HEADS.iter().any(|head| bytes.starts_with(head))
}

/// A web page, by its first element; one without the usual first element must be named as one.
fn is_page(file_name: &str, bytes: &[u8]) -> bool {
    let head = text_head(bytes);
    let begins = |starts: &[&[u8]]| starts.iter().any(|start| head.starts_with(start));
    let named = file_name.rsplit_once('.').is_some_and(|(_, ending)| {
        ["html", "htm", "xhtml"].iter().any(|page| ending.eq_ignore_ascii_case(page))
    });
    begins(&[b"<!doctype html", b"<html"])
        || (begins(&[b"<?xml"]) && contains(&bytes[..bytes.len().min(1024)], b"<html"))
        || (named && head.starts_with(b"<"))
}

/// XML is text itself and would give a wrong transcript if taken as plain.
fn is_xml(bytes: &[u8]) -> bool {
    text_head(bytes).starts_with(b"<?xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file_name: &str, bytes: &[u8], expected: Result<Kind, ReadError>) {
        assert_eq!(sniff(file_name, bytes), expected, "{file_name}: {:?}", &bytes[..bytes.len().min(16)]);
    }

    #[test]
    fn a_file_is_known_by_its_first_bytes() {
        check("a.docx", b"PK\x03\x04rest", Ok(Kind::Archive));
        check("a.txt", b"PK\x03\x04rest", Ok(Kind::Archive));
        check("a.txt", "VL : bonjour".as_bytes(), Ok(Kind::Text));
        check("a.docx", "VL : bonjour".as_bytes(), Ok(Kind::Text));
        check("a.txt", b"\xFF\xFEV\0L\0", Ok(Kind::Text));
        check("a.txt", b"\xEF\xBB\xBFWEB : oui", Ok(Kind::Text));
        check("a.doc", b"{\\rtf1\\ansi", Ok(Kind::RichText));
        check("a.rtf", b"\n {\\rtf1\\ansi", Ok(Kind::RichText));
        check("a.txt", b"<!DOCTYPE html>", Ok(Kind::Page));
        check("a.htm", b"<p>VL : oui", Ok(Kind::Page));
        check("a.txt", b"<p>VL : oui", Ok(Kind::Text));
        check("a.eaf", b"<?xml version=\"1.0\"?>\n<ANNOTATION_DOCUMENT AUTHOR=\"\">", Ok(Kind::Annotations));
        let message = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=b\r\n\r\n";
        check("a.doc", message, Ok(Kind::PageArchive));
        check("a.txt", b"From: Claire\nTo: Paul\n\nMIME-Version: 1.0\n", Ok(Kind::Text));
        check("a.xhtml", b"<?xml version=\"1.0\"?><html>", Ok(Kind::Page));
    }

    #[test]
    fn what_is_not_read_has_its_own_refusal() {
        let encrypted = [OLE, &[0; 600], &wide("EncryptedPackage")].concat();
        let word = [OLE, &[0; 600], &wide("WordDocument")].concat();
        check("a.docx", b"", Err(ReadError::Empty));
        check("entretiens/~$EMG 1.docx", b"x", Err(ReadError::LockFile));
        check("~$EMG 1.docx", b"", Err(ReadError::LockFile));
        check("a.doc", &word, Err(ReadError::OldWord));
        check("a.docx", &encrypted, Err(ReadError::Encrypted));
        check("a.pdf", b"%PDF-1.7\n", Err(ReadError::Pdf));
        check("a.txt", b"\n\n%PDF-1.4\n", Err(ReadError::Pdf));
        check("a.mp3", b"ID3\x04", Err(ReadError::Recording));
        check("a.mp3", b"\xFF\xFB\x90\x44", Err(ReadError::Recording));
        check("a.m4a", b"\0\0\0\x20ftypM4A ", Err(ReadError::Recording));
        check("a.wav", b"RIFF\x24\0\0\0WAVEfmt ", Err(ReadError::Recording));
        check("a.jpg", b"\xFF\xD8\xFF\xE0", Err(ReadError::Picture));
        check("a.fodt", b"<?xml version=\"1.0\"?><office:document>", Err(ReadError::Xml));
    }
}
