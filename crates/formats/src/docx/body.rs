//! The text of the main part: paragraphs, tables, and everything that is looked through or left out.

use std::collections::{HashMap, HashSet};

use super::notes::Note;
use super::properties::ParagraphProperties;
use super::styles::Styles;
use crate::error::ReadError;
use crate::source::{Anchor, Builder, Look, Source, SourceComment, SourceWarning};
use crate::transcript::WarningKind;
use crate::xml::{Element, Node, Xml};

/// What the other parts say.
#[derive(Debug, Default)]
pub(crate) struct Side {
    pub styles: Styles,
    pub comments: Vec<Note>,
    /// Which comments answer which, by the names of their last paragraphs.
    pub answers: HashMap<String, String>,
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
    pub(super) builder: Builder,
    /// Of the paragraph being read.
    pub(super) properties: ParagraphProperties,
    /// Fields around the place being read.
    pub(super) fields: Fields,
    /// Notes that were told already, by kind and id: what is referred to twice is not told twice.
    pub(super) told: HashSet<(WarningKind, String)>,
    /// How the run being read looks.
    pub(super) look: Look,
    commented: HashMap<String, Commented>,
}

/// Fields inside each other: whether each is still in its instruction, and how many are.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    open: Vec<bool>,
    instructions: usize,
}

impl Fields {
    pub fn begin(&mut self) {
        self.open.push(true);
        self.instructions += 1;
    }

    /// The result of the innermost field begins.
    pub fn separate(&mut self) {
        if let Some(instruction) = self.open.last_mut() {
            self.instructions -= usize::from(std::mem::take(instruction));
        }
    }

    pub fn end(&mut self) {
        self.instructions -= usize::from(self.open.pop() == Some(true));
    }

    /// Whether what is read is an instruction, and no text.
    pub fn instruct(&self) -> bool {
        self.instructions > 0
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }
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
            builder: Builder::default(),
            properties: ParagraphProperties::default(),
            fields: Fields::default(),
            told: HashSet::new(),
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
        self.builder.check()?;
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
                self.builder.warn(WarningKind::EmbeddedObject, element.name().to_owned());
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
        self.builder.begin_aside(kind);
        let read = self.content();
        self.builder.end_aside();
        read
    }

    fn table(&mut self) -> Result<(), ReadError> {
        if !self.builder.begin_table() {
            return self.content();
        }
        let read = self.content();
        self.builder.end_table();
        read
    }

    fn row(&mut self) -> Result<(), ReadError> {
        self.builder.begin_row();
        self.content()
    }

    fn cell(&mut self) -> Result<(), ReadError> {
        let begun = self.builder.begin_cell();
        self.content()?;
        self.builder.end_cell(begun);
        Ok(())
    }

    fn comment(&mut self, element: &Element) -> Result<(), ReadError> {
        let here = Some(self.builder.here());
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
        let comments = std::mem::take(&mut self.commented);
        let comments = comments_of(self.side, comments);
        let mut source = self.builder.finish(comments);
        let unknown = |name| SourceWarning::new(WarningKind::UnknownEntity, None, name);
        source.warnings.extend(self.xml.unknown.into_iter().map(unknown));
        source
    }
}

/// The comments with their ranges; an answer without a place stands where the first of them does, and
/// another at the beginning.
fn comments_of(side: &Side, mut commented: HashMap<String, Commented>) -> Vec<SourceComment> {
    let places: HashMap<&str, usize> = side
        .comments
        .iter()
        .enumerate()
        .filter_map(|(n, note)| Some((note.paragraph.as_deref()?, n)))
        .collect();
    let mut comments: Vec<SourceComment> = Vec::with_capacity(side.comments.len());
    for (n, note) in side.comments.iter().enumerate() {
        let answered = note.paragraph.as_ref().and_then(|own| side.answers.get(own));
        let reply_to = answered.and_then(|name| places.get(name.as_str()).copied()).filter(|to| *to != n);
        let first = reply_to.and_then(|to| comments.get(to)).map(|first| (first.start, first.end));
        let place = commented.remove(&note.id).unwrap_or_default();
        let nowhere = Anchor { paragraph: 0, byte: 0 };
        let start = place.start.or(place.reference).or(first.map(|first| first.0)).unwrap_or(nowhere);
        let end = place.end.or(place.reference).or(first.map(|first| first.1)).unwrap_or(start).max(start);
        let (author, at, text) = (note.author.clone(), note.date.clone(), note.text.clone());
        comments.push(SourceComment { author, at, text, start, end, reply_to });
    }
    comments
}
