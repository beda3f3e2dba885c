//! Makes OpenDocument texts in memory, as small as the rule under test allows.

use std::io::{Cursor, Write};

use formats::{ReadError, ReadOptions, Transcript};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const KIND: &str = "application/vnd.oasis.opendocument.text";

/// A document under construction: parts by name.
pub struct Odt {
    parts: Vec<(String, Vec<u8>)>,
}

impl Odt {
    /// A document of this body, without styles.
    pub fn new(body: &str) -> Self {
        Self::styled("", body)
    }

    /// A document of this body, with these styles for single places.
    pub fn styled(styles: &str, body: &str) -> Self {
        Self { parts: vec![] }
            .part("mimetype", KIND)
            .part("content.xml", &content(styles, body))
            .part("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest='m'/>")
    }

    /// An archive of no parts.
    pub fn empty() -> Self {
        Self { parts: vec![] }
    }

    /// Adds a part, or replaces it.
    pub fn part(mut self, name: &str, text: &str) -> Self {
        self.parts.retain(|(part, _)| part != name);
        self.parts.push((name.to_owned(), text.as_bytes().to_vec()));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.parts.retain(|(part, _)| part != name);
        self
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
        formats::read("essai.odt", &self.bytes(), &ReadOptions::default())
    }
}

fn content(styles: &str, body: &str) -> String {
    let spaces = ["office", "text", "table", "style", "fo", "draw", "svg", "dc", "xlink"];
    let spaces: String = spaces.iter().map(|prefix| format!(" xmlns:{prefix}=\"{prefix}\"")).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content{spaces}>\
         <office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:text><office:forms/><text:sequence-decls><text:sequence-decl text:name=\"x\"/>\
         </text:sequence-decls>{body}</office:text></office:body></office:document-content>"
    )
}

/// A paragraph.
pub fn p(inside: &str) -> String {
    format!("<text:p text:style-name=\"Standard\">{inside}</text:p>")
}

/// A span of a style.
pub fn span(style: &str, inside: &str) -> String {
    format!("<text:span text:style-name=\"{style}\">{inside}</text:span>")
}

/// A style of text.
pub fn style(name: &str, properties: &str) -> String {
    format!(
        "<style:style style:name=\"{name}\" style:family=\"text\"><style:text-properties {properties}/></style:style>"
    )
}

/// A table of rows of cells, each a list of paragraphs' texts.
pub fn table(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| {
        format!("<table:table-cell>{}</table:table-cell>", text.split('\n').map(p).collect::<String>())
    };
    let row = |cells: &&[&str]| {
        format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
    };
    format!(
        "<table:table><table:table-column table:number-columns-repeated=\"2\"/>{}</table:table>",
        rows.iter().map(row).collect::<String>()
    )
}
