//! What stands inside a paragraph.

use super::body::{Body, SPACES_LIMIT};
use super::styles::Family;
use crate::error::ReadError;
use crate::transcript::WarningKind;
use crate::xml::{Element, Node};

impl Body<'_> {
    /// Reads the element just opened, to its end; one without a rule is looked through.
    pub(super) fn inline(&mut self, element: &Element) -> Result<(), ReadError> {
        match element.name() {
            "span" => return self.span(element),
            "s" => self.counted_spaces(element)?,
            "tab" => self.mark("\t"),
            "line-break" => self.mark("\n"),
            "note" => return self.note(element),
            "annotation" => return self.annotation(element),
            "annotation-end" => self.annotation_end(element),
            "change" => self.deletion(element),
            "hidden-text" => return self.hidden_text(element),
            _ => return self.content(),
        }
        self.xml.skip()
    }

    /// Characters of the file: white space of any length and kind is one space.
    pub(super) fn characters(&mut self, text: &str) {
        let mut kept = String::with_capacity(text.len());
        let before = self.after_space;
        for c in text.chars() {
            let space = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !space {
                kept.push(c);
            } else if !self.after_space {
                kept.push(' ');
            }
            self.after_space = space;
        }
        if self.shown.hidden {
            self.after_space = before;
        }
        self.push(&kept);
    }

    /// An entity that is not part of XML, as it is written.
    pub(super) fn entity(&mut self, name: &str) {
        self.mark(&format!("&{name};"));
        self.xml.unknown.insert(name.to_owned());
    }

    /// Adds characters that are no white space of the file.
    fn mark(&mut self, text: &str) {
        self.after_space = false;
        self.push(text);
    }

    /// Adds characters to the text, or to what is collected for a warning; hidden ones are left out.
    pub(super) fn push(&mut self, text: &str) {
        let hidden = self.shown.hidden && self.builder.asides() == 0;
        if hidden {
            self.builder.begin_aside(WarningKind::HiddenText);
        }
        self.builder.push(text, self.shown.look);
        if hidden {
            self.builder.end_aside();
        }
    }

    fn span(&mut self, element: &Element) -> Result<(), ReadError> {
        let style = element.attribute("style-name");
        let inside = self.styles.shown(Family::Text, style.as_deref(), self.shown);
        let around = std::mem::replace(&mut self.shown, inside);
        let read = self.content();
        self.shown = around;
        read
    }

    /// `text:s`: as many spaces as it says.
    fn counted_spaces(&mut self, element: &Element) -> Result<(), ReadError> {
        let count = element.attribute("c").map_or(1, |count| count.trim().parse().unwrap_or(1));
        let limit = SPACES_LIMIT as u64;
        self.spaces = self.spaces.checked_sub(count).ok_or(ReadError::UnpacksTooLarge { limit })?;
        self.mark(&" ".repeat(count));
        Ok(())
    }

    fn note(&mut self, element: &Element) -> Result<(), ReadError> {
        let end = element.attribute("note-class").as_deref() == Some("endnote");
        let kind = if end { WarningKind::Endnote } else { WarningKind::Footnote };
        if self.builder.asides() > 0 {
            return self.xml.skip();
        }
        self.aside(kind)
    }

    /// The place of a tracked deletion.
    fn deletion(&mut self, element: &Element) {
        let text = element.attribute("change-id").and_then(|id| self.deleted.remove(&id));
        if let (Some(text), 0) = (text, self.builder.asides()) {
            self.builder.begin_aside(WarningKind::Deletion);
            self.builder.push(&text, self.shown.look);
            self.builder.end_aside();
        }
    }

    /// A field that hides its text under a condition.
    fn hidden_text(&mut self, element: &Element) -> Result<(), ReadError> {
        if element.attribute("is-hidden").as_deref() != Some("true") {
            return self.content();
        }
        let text = element.attribute("string-value").unwrap_or_default();
        if self.builder.asides() == 0 {
            self.builder.begin_aside(WarningKind::HiddenText);
            self.builder.push(&text, self.shown.look);
            self.builder.end_aside();
        }
        self.xml.skip()
    }

    /// The characters directly inside the element just opened.
    pub(super) fn plain(&mut self) -> Result<String, ReadError> {
        let mut text = String::new();
        loop {
            match self.xml.next()? {
                Node::Text(part) => text.push_str(&part),
                Node::Entity(name) => text.push_str(&format!("&{name};")),
                Node::Open(_) => self.xml.skip()?,
                Node::Close | Node::End => return Ok(text.trim().to_owned()),
            }
        }
    }
}
