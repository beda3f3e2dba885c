//! The zip archive of a document: its parts, and how much is unpacked.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::ReadError;
use crate::xml::decode_part;

/// The most parts of an archive: a document with a thousand pictures has fewer.
const PARTS_LIMIT: usize = 20_000;
/// The most bytes of one part; the text of a long thesis takes a tenth of it.
const PART_LIMIT: u64 = 128 * 1024 * 1024;
/// What each part begins with in the list of an archive.
const LISTED: &[u8] = b"PK\x01\x02";
/// More than this is not reserved at once, whatever size an archive claims.
const RESERVE_LIMIT: u64 = 16 * 1024 * 1024;

/// An open archive.
pub(crate) struct Archive<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Index of each part by its name in lower case with `/`: names match without case.
    parts: HashMap<String, usize>,
    limit: u64,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive; `limit` bounds the bytes unpacked of all parts together.
    ///
    /// # Errors
    /// [`ReadError::BrokenArchive`], [`ReadError::TooManyParts`].
    pub fn open(bytes: &'a [u8], limit: u64) -> Result<Self, ReadError> {
        if listed_parts(bytes) > PARTS_LIMIT {
            return Err(ReadError::TooManyParts { limit: PARTS_LIMIT });
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        let names = archive.file_names_raw().map(|name| key(&String::from_utf8_lossy(name)));
        let parts: HashMap<String, usize> = names.enumerate().map(|(n, name)| (name, n)).collect();
        Ok(Self { archive, parts, limit, left: limit })
    }

    /// Whether the archive has a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&key(name))
    }

    /// The names of all parts, in small letters, in no order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// Unpacks and decodes a part; `None` if the archive has no such part.
    ///
    /// # Errors
    /// [`ReadError::BrokenArchive`], [`ReadError::UnpacksTooLarge`], [`ReadError::Encrypted`].
    pub fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(&index) = self.parts.get(&key(name)) else { return Ok(None) };
        let mut entry = self.archive.by_index(index).map_err(broken)?;
        let mut bytes = Vec::with_capacity(usize::try_from(entry.size().min(RESERVE_LIMIT)).unwrap_or(0));
        let allowed = self.left.min(PART_LIMIT);
        // One byte more than allowed tells a part that is too large from one that just fits.
        let read = (&mut entry).take(allowed.saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|error| ReadError::BrokenArchive { detail: format!("{name}: {error}") })?;
        if bytes.len() as u64 > allowed {
            return Err(ReadError::UnpacksTooLarge { limit: self.limit.min(PART_LIMIT) });
        }
        self.left -= bytes.len() as u64;
        Ok(Some(decode_part(bytes)))
    }
}

/// How many parts the list at the end of an archive may hold.
fn listed_parts(bytes: &[u8]) -> usize {
    bytes.windows(LISTED.len()).filter(|window| *window == LISTED).count()
}

fn key(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_lowercase()
}

fn broken(error: ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            ReadError::Encrypted
        }
        error => ReadError::BrokenArchive { detail: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn what_is_unpacked_is_bounded_over_all_parts() {
        let bytes = archive(&[
            ("a.xml", &"a".repeat(600)),
            ("b.xml", &"b".repeat(600)),
            ("c.png", &"c".repeat(9000)),
        ]);
        let read = |limit: u64| {
            let mut archive = Archive::open(&bytes, limit).unwrap();
            [archive.part("a.xml"), archive.part("b.xml")]
        };
        let whole = |name: &str| Ok(Some(name.repeat(600)));
        let refused = |limit: u64| Err(ReadError::UnpacksTooLarge { limit });
        assert_eq!(read(1200), [whole("a"), whole("b")]);
        assert_eq!(read(1199), [whole("a"), refused(1199)]);
        assert_eq!(read(599)[0], refused(599));
    }

    #[test]
    fn parts_match_without_case_and_with_either_slash() {
        let bytes = archive(&[("Word\\Document.XML", "<document/>")]);
        let mut archive = Archive::open(&bytes, 1000).unwrap();
        assert!(archive.has("word/document.xml") && archive.names().eq(["word/document.xml"]));
        assert_eq!(archive.part("word/document.xml"), Ok(Some("<document/>".to_owned())));
        assert_eq!(archive.part("word/other.xml"), Ok(None));
    }

    #[test]
    fn parts_under_a_password_are_told() {
        let mut bytes = archive(&[("word/document.xml", "<document/>")]);
        // Bit 0 of the flags in the local and in the central header.
        let central = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        bytes[6] |= 1;
        bytes[central + 8] |= 1;
        let mut archive = Archive::open(&bytes, 1000).unwrap();
        assert_eq!(archive.part("word/document.xml"), Err(ReadError::Encrypted));
    }
}
