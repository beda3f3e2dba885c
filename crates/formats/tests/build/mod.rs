//! Makes Word documents in memory, as small as the rule under test allows.
// Each test binary uses its own part of this, and a builder that fails should stop its test.
#![allow(dead_code, clippy::unwrap_used)]

pub mod odt;
pub mod sound;

use std::io::{Cursor, Write};

use formats::{ReadError, ReadOptions, Transcript, Warning, WarningKind};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// A document under construction: parts by name.
pub struct Docx {
    parts: Vec<(String, Vec<u8>)>,
}

impl Docx {
    /// A document whose body is this XML, with prefix `w`.
    pub fn new(body: &str) -> Self {
        Self::with_document(document(WORD, body).into_bytes())
    }

    /// The same in the strict set of namespaces.
    pub fn strict(body: &str) -> Self {
        Self::with_document(document(STRICT, body).into_bytes())
    }

    /// A document whose main part is these bytes.
    pub fn with_document(main: Vec<u8>) -> Self {
        let rels = format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        );
        Self { parts: vec![] }.part("_rels/.rels", rels.as_bytes()).part("word/document.xml", &main)
    }

    /// A document of plain paragraphs.
    pub fn paragraphs(texts: &[&str]) -> Self {
        Self::new(&texts.iter().map(|text| p(&r(text))).collect::<String>())
    }

    pub fn part(mut self, name: &str, bytes: &[u8]) -> Self {
        self.parts.push((name.to_owned(), bytes.to_vec()));
        self
    }

    /// Adds `word/KIND.xml` with its relation.
    pub fn side(self, kind: &str, xml: &str) -> Self {
        let name = "word/_rels/document.xml.rels";
        let known = self.parts.iter().position(|(part, _)| part == name);
        let relation = format!(
            "<Relationship Id=\"{kind}\" Type=\"{OFFICE}/{kind}\" Target=\"{kind}.xml\"/></Relationships>"
        );
        let mut docx = self.part(&format!("word/{kind}.xml"), xml.as_bytes());
        let rels = match known {
            Some(n) => {
                String::from_utf8(docx.parts.remove(n).1).unwrap().replace("</Relationships>", &relation)
            }
            None => format!("<Relationships>{relation}"),
        };
        docx.part(name, rels.as_bytes())
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.parts {
            zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    pub fn read(&self) -> Transcript {
        self.try_read().unwrap()
    }

    pub fn try_read(&self) -> Result<Transcript, ReadError> {
        formats::read("essai.docx", &self.bytes(), &ReadOptions::default())
    }
}

/// An archive of these parts.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A main part.
pub fn document(namespace: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"{namespace}\" \
         xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"wps\" xmlns:v=\"v\">\
         <w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\"/></w:sectPr></w:body></w:document>"
    )
}

/// A paragraph of runs.
pub fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A run.
pub fn r(text: &str) -> String {
    run("", text)
}

/// A bold run.
pub fn b(text: &str) -> String {
    run("<w:b/>", text)
}

/// A run with properties.
pub fn run(properties: &str, text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A table of rows of cells, each a list of paragraphs' texts.
pub fn table(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| {
        let paragraphs: String = text.split('\n').map(|line| p(&r(line))).collect();
        format!("<w:tc><w:tcPr><w:tcW w:w=\"100\"/></w:tcPr>{paragraphs}</w:tc>")
    };
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// Turns as `label: utterance`.
pub fn turns(transcript: &Transcript) -> Vec<String> {
    let scalars: Vec<char> = transcript.text.chars().collect();
    let said = |start: u32, end: u32| scalars[start as usize..end as usize].iter().collect::<String>();
    transcript.turns.iter().map(|turn| format!("{}: {}", turn.speaker, said(turn.start, turn.end))).collect()
}

/// Warnings as kind and text.
pub fn warnings(transcript: &Transcript) -> Vec<(WarningKind, &str)> {
    transcript.warnings.iter().map(|Warning { kind, text, .. }| (*kind, text.as_str())).collect()
}
