//! Runs and what stands in them.

use super::body::Body;
use super::properties::{RunProperties, run_properties};
use crate::error::ReadError;
use crate::source::Look;
use crate::symbols;
use crate::transcript::WarningKind;
use crate::xml::{Element, Node};

impl Body<'_> {
    pub(super) fn run(&mut self) -> Result<(), ReadError> {
        let styled = self.look_by_style();
        let look = std::mem::replace(&mut self.look, styled);
        let depth = self.builder.asides();
        let read = self.run_content();
        self.look = look;
        while self.builder.asides() > depth {
            self.builder.end_aside();
        }
        read
    }

    fn run_content(&mut self) -> Result<(), ReadError> {
        loop {
            match self.xml.next()? {
                Node::Open(element) if element.name() == "rPr" => self.apply_run_properties()?,
                Node::Open(element) => self.element(&element)?,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) | Node::Entity(_) => {}
            }
        }
    }

    fn apply_run_properties(&mut self) -> Result<(), ReadError> {
        let properties = run_properties(&mut self.xml)?;
        let paragraph = self.properties.style.as_deref();
        self.look = self.side.styles.look(&properties, paragraph);
        if self.builder.asides() == 0 && self.side.styles.is_hidden(&properties, paragraph) {
            self.builder.begin_aside(WarningKind::HiddenText);
        }
        Ok(())
    }

    fn look_by_style(&self) -> Look {
        let paragraph = self.properties.style.as_deref();
        self.side.styles.look(&RunProperties::default(), paragraph)
    }

    /// Characters and marks inside a run; anything else is looked through.
    pub(super) fn inline(&mut self, element: &Element) -> Result<(), ReadError> {
        let mark = match element.name() {
            "t" => return self.text(element),
            "delText" => return self.deleted_text(element),
            "instrText" | "delInstrText" => return self.xml.skip(),
            "tab" | "ptab" => "\t",
            "br" | "cr" => "\n",
            "noBreakHyphen" => "\u{2011}",
            "softHyphen" => "\u{AD}",
            "sym" => return self.symbol(element),
            "fldChar" => return self.field(element),
            "footnoteReference" => return self.note(element, WarningKind::Footnote),
            "endnoteReference" => return self.note(element, WarningKind::Endnote),
            _ => return self.content(),
        };
        self.push(mark);
        self.xml.skip()
    }

    fn text(&mut self, element: &Element) -> Result<(), ReadError> {
        let text = self.xml.text()?;
        if !text.contains(['\n', '\r']) {
            self.push(&text);
            return Ok(());
        }
        // Line ends in the XML are spaces; where spaces are not said to matter, those around are layout.
        let preserve = element.attribute("space").is_some_and(|v| v == "preserve");
        let spaced = text.replace(['\n', '\r'], " ");
        self.push(if preserve { &spaced } else { spaced.trim_matches(' ') });
        Ok(())
    }

    /// Only a deletion shows deleted text; stray outside of one, it is nowhere visible.
    fn deleted_text(&mut self, element: &Element) -> Result<(), ReadError> {
        match self.builder.aside() {
            Some(WarningKind::Deletion) => self.text(element),
            _ => self.xml.skip(),
        }
    }

    fn symbol(&mut self, element: &Element) -> Result<(), ReadError> {
        let font = element.attribute("font").unwrap_or_default();
        let code = element.attribute("char").unwrap_or_default();
        let number = u32::from_str_radix(code.trim(), 16).ok();
        match number.and_then(|number| symbols::character(&font, number)) {
            Some(c) => self.push(c.encode_utf8(&mut [0; 4])),
            None => self.builder.warn(WarningKind::Symbol, format!("{font} {code}")),
        }
        self.xml.skip()
    }

    /// A field is `begin`, instruction, `separate`, result, `end`; only the result is text.
    fn field(&mut self, element: &Element) -> Result<(), ReadError> {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => self.fields.begin(),
            Some("separate") => self.fields.separate(),
            Some("end") => self.fields.end(),
            _ => {}
        }
        self.xml.skip()
    }

    fn note(&mut self, element: &Element, kind: WarningKind) -> Result<(), ReadError> {
        let notes = match kind {
            WarningKind::Endnote => &self.side.endnotes,
            _ => &self.side.footnotes,
        };
        let id = element.attribute("id").unwrap_or_default();
        if self.builder.asides() == 0 && self.told.insert((kind, id.clone())) {
            self.builder.warn(kind, notes.get(&id).cloned().unwrap_or_default());
        }
        self.xml.skip()
    }
}
