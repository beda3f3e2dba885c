//! One paragraph while it is read.

use super::body::Body;
use super::properties::{ParagraphProperties, paragraph_properties};
use crate::error::ReadError;
use crate::source::Paragraph;

/// The paragraph being read.
#[derive(Default)]
pub(crate) struct Open {
    pub paragraph: Paragraph,
    pub properties: ParagraphProperties,
}

impl Body<'_> {
    pub(super) fn paragraph(&mut self) -> Result<(), ReadError> {
        if !self.asides.is_empty() {
            self.content()?;
            self.push("\n");
            return Ok(());
        }
        // Still open: the end of the paragraph before was deleted, so this one continues it.
        if self.open.is_none() {
            self.open = Some(Open::default());
        }
        if let Some(open) = &mut self.open {
            open.properties.end_deleted = false;
        }
        self.content()?;
        self.forget_unfinished_fields();
        if !self.open.as_ref().is_some_and(|open| open.properties.end_deleted) {
            self.close();
        }
        Ok(())
    }

    /// Reads the `w:pPr` just opened. A continued paragraph keeps the style that it began with.
    pub(super) fn apply_paragraph_properties(&mut self) -> Result<(), ReadError> {
        let mut properties = paragraph_properties(&mut self.xml)?;
        let (Some(open), true) = (&mut self.open, self.asides.is_empty()) else { return Ok(()) };
        if !open.paragraph.text.is_empty() {
            let end_deleted = properties.end_deleted;
            properties = ParagraphProperties { end_deleted, ..open.properties.clone() };
        }
        open.paragraph.heading = self.side.styles.is_heading(&properties);
        open.paragraph.style = properties.style.clone();
        open.paragraph.listed = properties.listed;
        open.properties = properties;
        Ok(())
    }

    /// Instructions of fields end with their paragraph at the latest, whatever a damaged file says:
    /// otherwise one missing mark would swallow the rest of the text.
    fn forget_unfinished_fields(&mut self) {
        if self.fields.contains(&true) {
            self.fields.clear();
        }
    }

    /// Adds characters to the text, or to what is collected for a warning.
    pub(super) fn push(&mut self, text: &str) {
        if self.fields.contains(&true) || text.is_empty() {
            return;
        }
        if let Some(aside) = self.asides.last_mut() {
            aside.text.push_str(text);
            return;
        }
        let open = self.open.get_or_insert_with(Open::default);
        open.paragraph.push(text, self.look);
    }
}
