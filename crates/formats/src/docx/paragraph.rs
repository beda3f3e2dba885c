//! One paragraph while it is read.

use super::body::Body;
use super::properties::{ParagraphProperties, paragraph_properties};
use crate::error::ReadError;

impl Body<'_> {
    pub(super) fn paragraph(&mut self) -> Result<(), ReadError> {
        if self.builder.asides() > 0 {
            self.content()?;
            self.push("\n");
            return Ok(());
        }
        // Still open: the end of the paragraph before was deleted, so this one continues it.
        if !self.builder.is_open() {
            self.builder.paragraph();
            self.properties = ParagraphProperties::default();
        }
        self.properties.end_deleted = false;
        self.content()?;
        self.forget_unfinished_fields();
        if !self.properties.end_deleted {
            self.builder.close();
            self.properties = ParagraphProperties::default();
        }
        Ok(())
    }

    /// Reads the `w:pPr` just opened. A continued paragraph keeps the style that it began with.
    pub(super) fn apply_paragraph_properties(&mut self) -> Result<(), ReadError> {
        let mut properties = paragraph_properties(&mut self.xml)?;
        if !self.builder.is_open() || self.builder.asides() > 0 {
            return Ok(());
        }
        let paragraph = self.builder.paragraph();
        if !paragraph.text.is_empty() {
            let end_deleted = properties.end_deleted;
            properties = ParagraphProperties { end_deleted, ..self.properties.clone() };
        }
        paragraph.heading = self.side.styles.is_heading(&properties);
        paragraph.style = properties.style.clone();
        paragraph.listed = self.side.styles.is_listed(&properties);
        self.properties = properties;
        Ok(())
    }

    /// Instructions of fields end with their paragraph at the latest, whatever a damaged file says:
    /// otherwise one missing mark would swallow the rest of the text.
    fn forget_unfinished_fields(&mut self) {
        if self.fields.instruct() {
            self.fields.clear();
        }
    }

    /// Adds characters to the text, or to what is collected for a warning.
    pub(super) fn push(&mut self, text: &str) {
        if !self.fields.instruct() {
            self.builder.push(text, self.look);
        }
    }
}
