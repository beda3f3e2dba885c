//! Named styles, as far as they make text bold or hidden, or a paragraph a heading.

use std::collections::HashMap;

use super::properties::{ParagraphProperties, RunProperties, paragraph_properties, run_properties};
use crate::error::ReadError;
use crate::source::{Look, names_heading};
use crate::xml::{Element, Node, Xml, next_child};

/// Styles are followed to their parents at most this far, so that a circle of styles ends.
const ANCESTORS: usize = 16;

/// The styles of a document.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default_paragraph: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    parent: Option<String>,
    run: RunProperties,
    paragraph: ParagraphProperties,
}

impl Styles {
    /// Reads `word/styles.xml`.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn read(part: &str, text: &str) -> Result<Self, ReadError> {
        let mut xml = Xml::new(part, text);
        let mut styles = Self::default();
        loop {
            match xml.next()? {
                Node::Open(element) if element.name() == "style" => styles.add(&element, &mut xml)?,
                Node::End => return Ok(styles),
                _ => {}
            }
        }
    }

    fn add(&mut self, element: &Element, xml: &mut Xml) -> Result<(), ReadError> {
        let id = element.attribute("styleId").unwrap_or_default();
        let default = element.attribute("default").is_some_and(|v| matches!(v.as_str(), "1" | "true" | "on"));
        if default && element.attribute("type").as_deref() == Some("paragraph") {
            self.default_paragraph = Some(id.clone());
        }
        let style = style(xml)?;
        self.by_id.insert(id, style);
        Ok(())
    }

    /// How a run looks: its own word, else its style's, else the paragraph's.
    pub fn look(&self, run: &RunProperties, paragraph: Option<&str>) -> Look {
        Look {
            bold: self.stated(run, paragraph, |run| run.bold).unwrap_or(false),
            italic: self.stated(run, paragraph, |run| run.italic).unwrap_or(false),
            underlined: self.stated(run, paragraph, |run| run.underlined).unwrap_or(false),
            highlighted: run.highlighted,
            colour: self.stated(run, paragraph, |run| run.colour).flatten(),
        }
    }

    /// Whether a run is hidden.
    pub fn is_hidden(&self, run: &RunProperties, paragraph: Option<&str>) -> bool {
        self.stated(run, paragraph, |run| run.hidden).unwrap_or(false)
    }

    fn stated<T>(
        &self,
        run: &RunProperties,
        paragraph: Option<&str>,
        of: fn(&RunProperties) -> Option<T>,
    ) -> Option<T> {
        let paragraph = paragraph.or(self.default_paragraph.as_deref());
        let styled = |id: Option<&str>| self.line(id).find_map(|style| of(&style.run));
        of(run).or_else(|| styled(run.style.as_deref())).or_else(|| styled(paragraph))
    }

    /// Whether a paragraph is a heading or a title.
    pub fn is_heading(&self, paragraph: &ParagraphProperties) -> bool {
        paragraph.outline
            || self
                .line(paragraph.style.as_deref())
                .any(|style| style.paragraph.outline || names_heading(&style.name))
    }

    /// Whether a bullet or a number stands before a paragraph: its own word, else its style's.
    pub fn is_listed(&self, paragraph: &ParagraphProperties) -> bool {
        let styled = || self.line(paragraph.style.as_deref()).find_map(|style| style.paragraph.listed);
        paragraph.listed.or_else(styled).unwrap_or(false)
    }

    /// A style and its ancestors.
    fn line(&self, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let find = |id: &str| self.by_id.get(id);
        let first = id.and_then(find);
        std::iter::successors(first, move |style| style.parent.as_deref().and_then(find)).take(ANCESTORS)
    }
}

fn style(xml: &mut Xml) -> Result<Style, ReadError> {
    let mut style = Style::default();
    while let Node::Open(element) = next_child(xml)? {
        match element.name() {
            "name" => style.name = element.attribute("val").unwrap_or_default(),
            "basedOn" => style.parent = element.attribute("val"),
            "rPr" => {
                style.run = run_properties(xml)?;
                continue;
            }
            "pPr" => {
                style.paragraph = paragraph_properties(xml)?;
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(style)
}
