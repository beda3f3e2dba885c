//! The text of a document: paragraphs, lists, tables, and everything that is looked through or left out.

use std::collections::HashMap;

use super::comments::Remarks;
use super::styles::{Family, Shown, Styles};
use crate::error::ReadError;
use crate::source::{Builder, Source, SourceWarning};
use crate::transcript::WarningKind;
use crate::xml::{Element, Node, Xml};

/// The most spaces that counted ones may give; a page has some hundreds at most.
pub(super) const SPACES_LIMIT: usize = 10_000_000;

/// Reads the part that holds the text.
///
/// # Errors
/// As [`Xml::next`], and [`ReadError::UnpacksTooLarge`].
pub(crate) fn read(part: &str, text: &str, styles: &Styles) -> Result<Source, ReadError> {
    let mut body = Body {
        xml: Xml::new(part, text),
        styles,
        builder: Builder::default(),
        shown: Shown::default(),
        after_space: true,
        spaces: SPACES_LIMIT,
        paragraphs: 0,
        lists: 0,
        deleted: HashMap::new(),
        remarks: Remarks::default(),
    };
    loop {
        match body.xml.next()? {
            Node::Open(element) if element.name() == "text" => body.content()?,
            Node::End => return Ok(body.finish()),
            _ => {}
        }
    }
}

/// Reading in progress.
pub(crate) struct Body<'a> {
    pub(super) xml: Xml<'a>,
    pub(super) styles: &'a Styles,
    pub(super) builder: Builder,
    /// How the text being read is shown.
    pub(super) shown: Shown,
    /// Whether white space goes on that was given already, or nothing stands before it.
    pub(super) after_space: bool,
    /// Counted spaces that may still come.
    pub(super) spaces: usize,
    /// How many paragraphs are around the place being read: outside of them, white space is layout.
    paragraphs: usize,
    lists: usize,
    /// Texts of tracked deletions by their names.
    pub(super) deleted: HashMap<String, String>,
    pub(super) remarks: Remarks,
}

impl Body<'_> {
    /// Reads everything inside the element just opened.
    pub(super) fn content(&mut self) -> Result<(), ReadError> {
        loop {
            match self.xml.next()? {
                Node::Open(element) => self.element(&element)?,
                Node::Close | Node::End => return Ok(()),
                Node::Text(text) if self.paragraphs > 0 => self.characters(&text),
                Node::Entity(name) if self.paragraphs > 0 => self.entity(&name),
                Node::Text(_) | Node::Entity(_) => {}
            }
        }
    }

    /// Reads the element just opened, to its end.
    pub(super) fn element(&mut self, element: &Element) -> Result<(), ReadError> {
        self.builder.check()?;
        match element.name() {
            "p" | "h" => self.paragraph(element),
            "list" => self.list(),
            "table" => self.table(),
            "table-row" => {
                self.builder.begin_row();
                self.content()
            }
            "table-cell" => {
                let begun = self.builder.begin_cell();
                self.content()?;
                self.builder.end_cell(begun);
                Ok(())
            }
            // Under a cell that spans several: it takes a column, and no room in the text.
            "covered-table-cell" if self.builder.asides() == 0 => {
                self.builder.begin_cell();
                self.xml.skip()
            }
            "frame" | "custom-shape" | "rect" | "ellipse" | "circle" | "polygon" | "polyline" | "path"
            | "connector" | "caption" | "g" => self.aside(WarningKind::TextBox),
            "section" if element.attribute("display").as_deref() == Some("none") => {
                self.aside(WarningKind::HiddenText)
            }
            "tracked-changes" => self.tracked_changes(),
            "title" if self.builder.aside() == Some(WarningKind::TextBox) => self.xml.skip(),
            "image" | "object" | "object-ole" | "plugin" | "binary-data" | "desc" | "event-listeners"
            | "script" | "math" | "forms" | "table-columns" | "ruby-text" | "note-citation" => {
                self.xml.skip()
            }
            name if name.ends_with("-decls") || name.ends_with("-source") => self.xml.skip(),
            _ => self.inline(element),
        }
    }

    /// Reads the element just opened, keeping its text for a warning.
    pub(super) fn aside(&mut self, kind: WarningKind) -> Result<(), ReadError> {
        self.builder.begin_aside(kind);
        let read = self.apart();
        self.builder.end_aside();
        read
    }

    /// Reads the content of the element just opened without a trace in how the text around it goes on.
    pub(super) fn apart(&mut self) -> Result<(), ReadError> {
        let (shown, after_space) = (self.shown, self.after_space);
        let paragraphs = std::mem::take(&mut self.paragraphs);
        let read = self.content();
        (self.shown, self.after_space, self.paragraphs) = (shown, after_space, paragraphs);
        read
    }

    fn paragraph(&mut self, element: &Element) -> Result<(), ReadError> {
        let style = element.attribute("style-name");
        self.shown = self.styles.shown(Family::Paragraph, style.as_deref(), Shown::default());
        self.after_space = true;
        let apart = self.builder.asides() > 0;
        if !apart {
            let heading = element.name() == "h" || self.styles.is_heading(style.as_deref());
            let (name, listed) = (self.styles.name(style.as_deref()), self.lists > 0);
            let paragraph = self.builder.paragraph();
            (paragraph.heading, paragraph.style, paragraph.listed) = (heading, name, listed);
        }
        self.paragraphs += 1;
        self.content()?;
        self.paragraphs -= 1;
        if apart {
            self.push("\n");
        } else {
            self.builder.close();
        }
        Ok(())
    }

    fn list(&mut self) -> Result<(), ReadError> {
        self.lists += 1;
        let read = self.content();
        self.lists -= 1;
        read
    }

    fn table(&mut self) -> Result<(), ReadError> {
        if !self.builder.begin_table() {
            return self.content();
        }
        // A list around a table says nothing of its cells.
        let lists = std::mem::take(&mut self.lists);
        let read = self.content();
        self.lists = lists;
        self.builder.end_table();
        read
    }

    /// What was deleted stands before the text, by names that the text refers to.
    fn tracked_changes(&mut self) -> Result<(), ReadError> {
        loop {
            match self.xml.next()? {
                Node::Open(region) if region.name() == "changed-region" => {
                    let id = region.attribute("id").unwrap_or_default();
                    self.changed_region(id)?;
                }
                Node::Open(_) => self.xml.skip()?,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) | Node::Entity(_) => {}
            }
        }
    }

    fn changed_region(&mut self, id: String) -> Result<(), ReadError> {
        self.builder.begin_aside(WarningKind::Deletion);
        let read = self.region_content();
        let text = self.builder.take_aside();
        self.deleted.insert(id, text.trim_end().to_owned());
        read
    }

    fn region_content(&mut self) -> Result<(), ReadError> {
        loop {
            match self.xml.next()? {
                Node::Open(element) if element.name() == "change-info" => self.xml.skip()?,
                Node::Open(element) if element.name() == "deletion" => self.region_content()?,
                Node::Open(element) => self.element(&element)?,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) | Node::Entity(_) => {}
            }
        }
    }

    fn finish(self) -> Source {
        let mut source = self.builder.finish(self.remarks.settle());
        let unknown = |name| SourceWarning::new(WarningKind::UnknownEntity, None, name);
        source.warnings.extend(self.xml.unknown.into_iter().map(unknown));
        source
    }
}
