//! The text of the main part: paragraphs, tables, and everything that is looked through or left out.

use std::collections::HashMap;

use super::notes::Note;
use super::paragraph::Open;
use super::styles::Styles;
use super::xml::{Element, Node, Xml};
use crate::error::ReadError;
use crate::source::{Anchor, Cell, Joint, Look, Paragraph, Source, SourceComment, SourceWarning};
use crate::transcript::WarningKind;

/// What the other parts say.
#[derive(Debug, Default)]
pub(crate) struct Side {
    pub styles: Styles,
    pub comments: Vec<Note>,
    /// Texts of notes by id.
    pub footnotes: HashMap<String, String>,
    pub endnotes: HashMap<String, String>,
}

/// Reads the main part.
///
/// # Errors
/// As [`Xml::next`].
pub(crate) fn read(part: &str, text: &str, side: &Side) -> Result<Source, ReadError> {
    let mut body = Body::new(part, text, side);
    while let Some(element) = body.next_top()? {
        body.element(&element)?;
    }
    Ok(body.finish())
}

/// Reading in progress.
pub(crate) struct Body<'a> {
    pub(super) xml: Xml<'a>,
    pub(super) side: &'a Side,
    pub(super) source: Source,
    /// The paragraph being read.
    pub(super) open: Option<Open>,
    /// How the next paragraph follows.
    pub(super) joint: Joint,
    /// Tables around the place being read, the outermost first.
    tables: Vec<Cell>,
    table_count: u32,
    /// What is being collected for a warning instead of going to the text, the innermost last.
    pub(super) asides: Vec<Aside>,
    /// Fields around the place being read: whether each is still in its instruction.
    pub(super) fields: Vec<bool>,
    /// How the run being read looks.
    pub(super) look: Look,
    commented: HashMap<String, Commented>,
}

/// Text that does not belong to the transcript.
pub(crate) struct Aside {
    pub kind: WarningKind,
    pub text: String,
}

/// Where a comment is anchored.
#[derive(Default)]
struct Commented {
    start: Option<Anchor>,
    end: Option<Anchor>,
    reference: Option<Anchor>,
}

impl<'a> Body<'a> {
    fn new(part: &'a str, text: &'a str, side: &'a Side) -> Self {
        Self {
            xml: Xml::new(part, text),
            side,
            source: Source::default(),
            open: None,
            joint: Joint::Line,
            tables: Vec::new(),
            table_count: 0,
            asides: Vec::new(),
            fields: Vec::new(),
            look: Look::default(),
            commented: HashMap::new(),
        }
    }

    /// The next element at the top of the part.
    fn next_top(&mut self) -> Result<Option<Element<'a>>, ReadError> {
        loop {
            match self.xml.next()? {
                Node::Open(element) => return Ok(Some(element)),
                Node::End => return Ok(None),
                Node::Close | Node::Text(_) | Node::Entity(_) => {}
            }
        }
    }

    /// Reads everything inside the element just opened.
    pub(super) fn content(&mut self) -> Result<(), ReadError> {
        loop {
            match self.xml.next()? {
                Node::Open(element) => self.element(&element)?,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) | Node::Entity(_) => {}
            }
        }
    }

    /// Reads the element just opened, to its end.
    pub(super) fn element(&mut self, element: &Element) -> Result<(), ReadError> {
        match element.name() {
            "p" => self.paragraph(),
            "r" => self.run(),
            "tbl" => self.table(),
            "tr" => self.row(),
            "tc" => self.cell(),
            "del" | "moveFrom" => self.aside(WarningKind::Deletion),
            "drawing" | "pict" | "object" | "txbxContent" => self.aside(WarningKind::TextBox),
            "AlternateContent" => self.alternate(),
            "pPr" => self.apply_paragraph_properties(),
            "altChunk" | "subDoc" => {
                self.warn(WarningKind::EmbeddedObject, element.name().to_owned());
                self.xml.skip()
            }
            "commentRangeStart" | "commentRangeEnd" | "commentReference" => self.comment(element),
            "rPr" | "sdtPr" | "sdtEndPr" | "tblPr" | "tblPrEx" | "tblGrid" | "trPr" | "tcPr" | "sectPr"
            | "rubyPr" | "rt" => self.xml.skip(),
            _ => self.inline(element),
        }
    }

    /// Either the choice or the fallback, never both.
    fn alternate(&mut self) -> Result<(), ReadError> {
        let mut taken = false;
        loop {
            match self.xml.next()? {
                Node::Open(_) if taken => self.xml.skip()?,
                Node::Open(_) => {
                    taken = true;
                    self.content()?;
                }
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) | Node::Entity(_) => {}
            }
        }
    }

    /// Reads the element just opened, keeping its text for a warning.
    pub(super) fn aside(&mut self, kind: WarningKind) -> Result<(), ReadError> {
        self.asides.push(Aside { kind, text: String::new() });
        let read = self.content();
        if let Some(aside) = self.asides.pop() {
            self.tell(aside);
        }
        read
    }

    pub(super) fn tell(&mut self, aside: Aside) {
        if aside.text.trim().is_empty() {
            return;
        }
        let here = self.here();
        let cut_by_runs = matches!(aside.kind, WarningKind::Deletion | WarningKind::HiddenText);
        match self.source.warnings.last_mut() {
            Some(last) if cut_by_runs && last.kind == aside.kind && last.at == Some(here) => {
                last.text.push_str(aside.text.trim_end());
            }
            _ if cut_by_runs => self.warn(aside.kind, aside.text.trim_end().to_owned()),
            _ => self.warn(aside.kind, aside.text.trim().to_owned()),
        }
    }

    pub(super) fn warn(&mut self, kind: WarningKind, text: String) {
        let at = Some(self.here());
        self.source.warnings.push(SourceWarning { kind, at, text });
    }

    /// The place where the next character would go.
    fn here(&self) -> Anchor {
        let byte = self.open.as_ref().map_or(0, |open| open.paragraph.text.len());
        Anchor { paragraph: self.source.paragraphs.len(), byte }
    }

    fn table(&mut self) -> Result<(), ReadError> {
        if !self.asides.is_empty() {
            return self.content();
        }
        let table = self.table_count;
        self.table_count += 1;
        // Rows and columns count from the first that opens.
        self.tables.push(Cell { table, row: u32::MAX, column: u32::MAX });
        let read = self.content();
        self.tables.pop();
        read
    }

    fn row(&mut self) -> Result<(), ReadError> {
        if let (Some(table), true) = (self.tables.last_mut(), self.asides.is_empty()) {
            table.row = table.row.wrapping_add(1);
            table.column = u32::MAX;
        }
        self.content()
    }

    fn cell(&mut self) -> Result<(), ReadError> {
        if self.tables.is_empty() || !self.asides.is_empty() {
            self.push("\t");
            return self.content();
        }
        if let Some(table) = self.tables.last_mut() {
            table.column = table.column.wrapping_add(1);
            // A table that begins a cell of another leaves the tab before that cell.
            if table.column > 0 {
                self.joint = Joint::Cell;
            }
        }
        let before = self.source.paragraphs.len();
        self.content()?;
        if self.open.is_some() || self.source.paragraphs.len() == before {
            self.close();
        }
        Ok(())
    }

    /// Ends the open paragraph, or adds an empty one where none is open.
    pub(super) fn close(&mut self) {
        let mut paragraph = self.open.take().map_or_else(Paragraph::default, |open| open.paragraph);
        paragraph.joint = std::mem::take(&mut self.joint);
        paragraph.cell = self.tables.first().copied();
        self.source.paragraphs.push(paragraph);
    }

    fn comment(&mut self, element: &Element) -> Result<(), ReadError> {
        let here = Some(self.here());
        if let Some(id) = element.attribute("id") {
            let commented = self.commented.entry(id).or_default();
            match element.name() {
                "commentRangeStart" => commented.start = here,
                "commentRangeEnd" => commented.end = here,
                _ => commented.reference = here,
            }
        }
        self.xml.skip()
    }

    fn finish(mut self) -> Source {
        if self.open.is_some() {
            self.close();
        }
        for note in &self.side.comments {
            let commented = self.commented.remove(&note.id).unwrap_or_default();
            let nowhere = Anchor { paragraph: 0, byte: 0 };
            let start = commented.start.or(commented.reference).unwrap_or(nowhere);
            let end = commented.end.or(commented.reference).unwrap_or(start).max(start);
            let (author, at, text) = (note.author.clone(), note.date.clone(), note.text.clone());
            self.source.comments.push(SourceComment { author, at, text, start, end });
        }
        for name in std::mem::take(&mut self.xml.unknown) {
            self.source.warnings.push(SourceWarning {
                kind: WarningKind::UnknownEntity,
                at: None,
                text: name,
            });
        }
        self.source
    }
}
