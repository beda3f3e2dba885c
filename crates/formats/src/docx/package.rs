//! The zip archive of a document: its parts, how they relate, and how much is unpacked.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{Node, Xml, decode_part};
use crate::error::ReadError;

/// More than this is not reserved at once, whatever size an archive claims.
const RESERVE_LIMIT: u64 = 16 * 1024 * 1024;

/// An open archive.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Index of each part by its name in lower case with `/`: names match without case.
    parts: HashMap<String, usize>,
    limit: u64,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens an archive; `limit` bounds the bytes unpacked of all parts together.
    ///
    /// # Errors
    /// [`ReadError::BrokenArchive`], [`ReadError::Macros`].
    pub fn open(bytes: &'a [u8], limit: u64) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        let names = archive.file_names_raw().map(|name| key(&String::from_utf8_lossy(name)));
        let parts: HashMap<String, usize> = names.enumerate().map(|(n, name)| (name, n)).collect();
        if parts.keys().any(|name| name.ends_with("vbaproject.bin")) {
            return Err(ReadError::Macros);
        }
        Ok(Self { archive, parts, limit, left: limit })
    }

    /// Unpacks and decodes a part; `None` if the archive has no such part.
    ///
    /// # Errors
    /// [`ReadError::BrokenArchive`], [`ReadError::UnpacksTooLarge`], [`ReadError::Encrypted`].
    pub fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(&index) = self.parts.get(&key(name)) else { return Ok(None) };
        let mut entry = self.archive.by_index(index).map_err(broken)?;
        let mut bytes = Vec::with_capacity(usize::try_from(entry.size().min(RESERVE_LIMIT)).unwrap_or(0));
        // One byte more than allowed tells a part that is too large from one that just fits.
        let read = (&mut entry).take(self.left.saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|error| ReadError::BrokenArchive { detail: format!("{name}: {error}") })?;
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or(ReadError::UnpacksTooLarge { limit: self.limit })?;
        Ok(Some(decode_part(bytes)))
    }

    /// The name of the part that holds the text.
    ///
    /// # Errors
    /// [`ReadError::NotADocument`], and the errors of reading a part.
    pub fn main_part(&mut self) -> Result<String, ReadError> {
        const USUAL: &str = "word/document.xml";
        let related = self.related("")?;
        let name = related.get("officeDocument").cloned().unwrap_or_else(|| USUAL.to_owned());
        let present = self.parts.contains_key(&key(&name));
        if present && name.contains("word") {
            return Ok(name);
        }
        // A spreadsheet or slides relate to a main part too, of another kind.
        let text = if present { self.part(&name)? } else { None };
        let document = text.is_some_and(|text| root(&name, &text).is_some_and(|root| root == "document"));
        if document {
            Ok(name)
        } else if self.parts.contains_key(USUAL) {
            Ok(USUAL.to_owned())
        } else {
            Err(ReadError::NotADocument)
        }
    }

    /// The parts that a part relates to, by the last word of the kind of relation; `""` is the package.
    ///
    /// # Errors
    /// The errors of reading a part; a list of relations that is damaged is taken up to the damage.
    pub fn related(&mut self, part: &str) -> Result<HashMap<String, String>, ReadError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let rels = join(folder, &format!("_rels/{file}.rels"));
        let Some(text) = self.part(&rels)? else { return Ok(HashMap::new()) };
        let mut related = HashMap::new();
        let mut xml = Xml::new(&rels, &text);
        while let Ok(node) = xml.next() {
            let element = match node {
                Node::Open(element) if element.name() == "Relationship" => element,
                Node::End => break,
                _ => continue,
            };
            let external = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
            if let (Some(kind), Some(target), false) =
                (element.attribute("Type"), element.attribute("Target"), external)
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                related.entry(kind).or_insert_with(|| join(folder, &target));
            }
        }
        Ok(related)
    }
}

/// A target relative to a folder, or from the root when it begins with `/`.
fn join(folder: &str, target: &str) -> String {
    let base = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split(['/', '\\'])) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

fn key(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_lowercase()
}

fn root(name: &str, text: &str) -> Option<String> {
    let mut xml = Xml::new(name, text);
    loop {
        match xml.next().ok()? {
            Node::Open(element) => return Some(element.name().to_owned()),
            Node::End => return None,
            _ => {}
        }
    }
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
            let mut package = Package::open(&bytes, limit).unwrap();
            [package.part("a.xml"), package.part("b.xml")]
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
        let mut package = Package::open(&bytes, 1000).unwrap();
        assert_eq!(package.main_part().as_deref(), Ok("word/document.xml"));
        assert_eq!(package.part("word/document.xml"), Ok(Some("<document/>".to_owned())));
        assert_eq!(package.part("word/other.xml"), Ok(None));
    }

    #[test]
    fn parts_under_a_password_are_told() {
        let mut bytes = archive(&[("word/document.xml", "<document/>")]);
        // Bit 0 of the flags in the local and in the central header.
        let central = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        bytes[6] |= 1;
        bytes[central + 8] |= 1;
        let mut package = Package::open(&bytes, 1000).unwrap();
        assert_eq!(package.part("word/document.xml"), Err(ReadError::Encrypted));
    }

    #[test]
    fn targets_are_joined_to_their_folder() {
        for (folder, target, expected) in [
            ("", "word/document.xml", "word/document.xml"),
            ("word", "comments.xml", "word/comments.xml"),
            ("word", "/word/comments.xml", "word/comments.xml"),
            ("word", "../notes/a.xml", "notes/a.xml"),
            ("word", "..\\..\\..\\a.xml", "a.xml"),
        ] {
            assert_eq!(join(folder, target), expected);
        }
    }
}
