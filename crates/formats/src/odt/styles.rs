//! Styles, as far as they tell how text looks, whether it is hidden, and what is a heading.

use std::collections::HashMap;

use crate::error::ReadError;
use crate::source::{Colour, Look, names_heading};
use crate::xml::{Element, Node, Xml, next_child};

/// Styles are followed to their parents at most this far, so that a circle of styles ends.
const ANCESTORS: usize = 16;

/// The most characters of a style's name that are kept.
const NAME_CHARS: usize = 64;

/// What a style is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Family {
    Paragraph,
    Text,
}

/// How characters are shown.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shown {
    pub look: Look,
    pub hidden: bool,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(crate) struct Styles(HashMap<(Family, String), Style>);

/// One style; `None` where nothing is said, so that its parent decides.
#[derive(Debug, Default)]
struct Style {
    /// What the user calls it.
    name: String,
    parent: Option<String>,
    /// Made for single places, without a name for users.
    automatic: bool,
    outline: bool,
    bold: Option<bool>,
    italic: Option<bool>,
    underlined: Option<bool>,
    highlighted: Option<bool>,
    /// `Some(None)` is the usual colour, stated.
    colour: Option<Option<Colour>>,
    hidden: Option<bool>,
}

impl Styles {
    /// Reads the styles of a part; those of the `content` are made for single places.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn read(&mut self, part: &str, text: &str, content: bool) -> Result<(), ReadError> {
        let mut xml = Xml::new(part, text);
        loop {
            match xml.next()? {
                Node::Open(element) if element.name() == "style" => self.add(&element, &mut xml, content)?,
                // What follows is the text.
                Node::Open(element) if element.name() == "body" => return Ok(()),
                Node::End => return Ok(()),
                _ => {}
            }
        }
    }

    fn add(&mut self, element: &Element, xml: &mut Xml, automatic: bool) -> Result<(), ReadError> {
        let family = match element.attribute("family").as_deref() {
            Some("paragraph") => Family::Paragraph,
            Some("text") => Family::Text,
            _ => return xml.skip(),
        };
        let id = element.attribute("name").unwrap_or_default();
        let level = element.attribute("default-outline-level");
        let mut style = Style {
            name: short(&element.attribute("display-name").unwrap_or_else(|| id.clone())),
            parent: element.attribute("parent-style-name"),
            outline: level.is_some_and(|level| !level.is_empty()),
            automatic,
            ..Style::default()
        };
        while let Node::Open(child) = next_child(xml)? {
            if child.name() == "text-properties" {
                style.text_properties(&child);
            }
            xml.skip()?;
        }
        self.0.insert((family, id), style);
        Ok(())
    }

    /// How characters are shown that were `shown` so before this style.
    pub fn shown(&self, family: Family, id: Option<&str>, shown: Shown) -> Shown {
        let stated = |of: fn(&Style) -> Option<bool>| self.line(family, id).find_map(of);
        let colour = self.line(family, id).find_map(|style| style.colour);
        Shown {
            look: Look {
                bold: stated(|style| style.bold).unwrap_or(shown.look.bold),
                italic: stated(|style| style.italic).unwrap_or(shown.look.italic),
                underlined: stated(|style| style.underlined).unwrap_or(shown.look.underlined),
                highlighted: stated(|style| style.highlighted).unwrap_or(shown.look.highlighted),
                colour: colour.unwrap_or(shown.look.colour),
            },
            hidden: stated(|style| style.hidden).unwrap_or(shown.hidden),
        }
    }

    /// What the user calls a paragraph's style.
    pub fn name(&self, id: Option<&str>) -> Option<String> {
        self.line(Family::Paragraph, id).find(|style| !style.automatic).map(|style| style.name.clone())
    }

    /// Whether a paragraph is a heading or a title by its style.
    pub fn is_heading(&self, id: Option<&str>) -> bool {
        self.line(Family::Paragraph, id).any(|style| style.outline || names_heading(&style.name))
    }

    /// A style and its ancestors.
    fn line(&self, family: Family, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let find = move |id: &str| self.0.get(&(family, id.to_owned()));
        let first = id.and_then(find);
        std::iter::successors(first, move |style| style.parent.as_deref().and_then(find)).take(ANCESTORS)
    }
}

/// The beginning of a style's name: each paragraph of the style keeps it.
fn short(name: &str) -> String {
    name.chars().take(NAME_CHARS).collect()
}

impl Style {
    fn text_properties(&mut self, element: &Element) {
        self.bold = element.attribute("font-weight").map(|weight| is_bold(&weight));
        self.italic =
            element.attribute("font-style").map(|style| matches!(style.as_str(), "italic" | "oblique"));
        self.underlined = element.attribute("text-underline-style").map(|style| style != "none");
        let paper = |colour: String| !matches!(colour.as_str(), "transparent" | "#ffffff");
        self.highlighted = element.attribute("background-color").map(paper);
        self.colour = element.attribute("color").map(|colour| Colour::from_hex(&colour));
        if element.attribute("use-window-font-color").as_deref() == Some("true") {
            self.colour = Some(None);
        }
        self.hidden = element.attribute("display").map(|display| display == "none");
    }
}

fn is_bold(weight: &str) -> bool {
    weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600)
}
