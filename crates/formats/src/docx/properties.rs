//! The few properties of runs and paragraphs that change what is read.

use crate::error::ReadError;
use crate::source::Colour;
use crate::xml::{Element, Node, Xml, next_child};

/// Of `w:rPr`: `None` where nothing is said, so that a style decides.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct RunProperties {
    pub style: Option<String>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub underlined: Option<bool>,
    pub highlighted: bool,
    /// `Some(None)` is the usual colour, stated.
    pub colour: Option<Option<Colour>>,
    pub hidden: Option<bool>,
}

/// Of `w:pPr`.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct ParagraphProperties {
    pub style: Option<String>,
    /// Whether the paragraph has a level in the outline, as headings have.
    pub outline: bool,
    /// Whether a bullet or a number stands before it, where it is said.
    pub listed: Option<bool>,
    /// Whether the paragraph's end was deleted with changes tracked: it joins the next paragraph.
    pub end_deleted: bool,
}

/// Reads the `w:rPr` just opened.
///
/// # Errors
/// As [`Xml::next`].
pub(crate) fn run_properties(xml: &mut Xml) -> Result<RunProperties, ReadError> {
    let mut properties = RunProperties::default();
    while let Node::Open(element) = next_child(xml)? {
        match element.name() {
            "rStyle" => properties.style = element.attribute("val"),
            "b" => properties.bold = Some(is_on(&element)),
            "i" => properties.italic = Some(is_on(&element)),
            "u" => properties.underlined = Some(is_on(&element)),
            "highlight" => properties.highlighted = is_on(&element),
            "shd" => properties.highlighted |= is_shaded(&element),
            "color" => properties.colour = element.attribute("val").map(|value| Colour::from_hex(&value)),
            "vanish" => properties.hidden = Some(is_on(&element)),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(properties)
}

/// Reads the `w:pPr` just opened.
///
/// # Errors
/// As [`Xml::next`].
pub(crate) fn paragraph_properties(xml: &mut Xml) -> Result<ParagraphProperties, ReadError> {
    let mut properties = ParagraphProperties::default();
    while let Node::Open(element) = next_child(xml)? {
        match element.name() {
            "pStyle" => properties.style = element.attribute("val"),
            "outlineLvl" => properties.outline = element.attribute("val").is_some_and(|level| level != "9"),
            "numPr" => {
                properties.listed = Some(numbered(xml)?);
                continue;
            }
            "rPr" => {
                properties.end_deleted = mark_deleted(xml)?;
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(properties)
}

/// Whether a `w:numPr` names a list; number 0 takes a paragraph out of its style's list.
fn numbered(xml: &mut Xml) -> Result<bool, ReadError> {
    let mut listed = false;
    while let Node::Open(element) = next_child(xml)? {
        listed |= element.name() == "numId" && element.attribute("val").is_some_and(|id| id != "0");
        xml.skip()?;
    }
    Ok(listed)
}

/// The properties of the paragraph's own end mark.
fn mark_deleted(xml: &mut Xml) -> Result<bool, ReadError> {
    let mut deleted = false;
    while let Node::Open(element) = next_child(xml)? {
        deleted |= matches!(element.name(), "del" | "moveFrom");
        xml.skip()?;
    }
    Ok(deleted)
}

/// Whether a shading has a colour of its own, and not that of paper.
fn is_shaded(element: &Element) -> bool {
    let fill = element.attribute("fill").unwrap_or_default().to_ascii_lowercase();
    !matches!(fill.as_str(), "" | "auto" | "ffffff")
}

/// A toggle is on unless it says otherwise.
fn is_on(element: &Element) -> bool {
    !matches!(element.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
}
