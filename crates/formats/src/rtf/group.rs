//! What holds inside a group, and the tables at the head of a rich text that it refers to.

use std::collections::HashMap;

use super::destination::Destination;
use crate::code_page::CodePage;
use crate::source::Colour;

/// Where characters go.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// Into the text.
    #[default]
    Body,
    /// Into the last of the reader's asides.
    Aside,
    /// Nowhere, and nothing inside is looked at.
    Nowhere,
    /// Nowhere, yet destinations inside are.
    Around,
    /// Into the name of a font.
    Fonts,
    /// Into the table of colours.
    Colours,
    /// Into the name of a style.
    Styles,
}

/// What holds up to the end of a group; a group begins with what holds around it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    pub target: Target,
    /// The destination that this very group is.
    pub destination: Option<Destination>,
    pub bold: bool,
    pub italic: bool,
    pub underlined: bool,
    pub highlighted: bool,
    /// Number in the table of colours.
    pub colour: i32,
    pub hidden: bool,
    pub deleted: bool,
    /// Number in the table of fonts; the document's usual one otherwise.
    pub font: Option<i32>,
    /// How many characters stand in for one that `\u` gives.
    pub fallback: u32,
    /// Number of the paragraph's style.
    pub style: Option<i32>,
    pub outline: bool,
    pub listed: bool,
    pub in_table: bool,
}

impl Default for Group {
    fn default() -> Self {
        Self {
            target: Target::Body,
            destination: None,
            bold: false,
            italic: false,
            underlined: false,
            highlighted: false,
            colour: 0,
            hidden: false,
            deleted: false,
            font: None,
            fallback: 1,
            style: None,
            outline: false,
            listed: false,
            in_table: false,
        }
    }
}

impl Group {
    /// Forgets what was said of characters, deletion aside.
    pub fn plain(&mut self) {
        let Self { bold, italic, underlined, highlighted, colour, hidden, font, .. } = Self::default();
        (self.underlined, self.highlighted) = (underlined, highlighted);
        (self.bold, self.italic, self.colour, self.hidden, self.font) = (bold, italic, colour, hidden, font);
    }

    /// Forgets what was said of the paragraph.
    pub fn plain_paragraph(&mut self) {
        (self.style, self.outline, self.listed, self.in_table) = (None, false, false, false);
    }
}

/// A font, as far as it gives bytes their meaning.
#[derive(Debug, Default)]
pub(crate) struct Font {
    pub page: Option<CodePage>,
    pub name: String,
}

/// The tables at the head of a document.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    pub fonts: HashMap<i32, Font>,
    /// The font whose entry is being read.
    pub font: i32,
    pub usual_font: Option<i32>,
    pub colours: Vec<Option<Colour>>,
    /// The colour whose entry is being read.
    pub colour: [u8; 3],
    /// Names of styles.
    pub styles: HashMap<i32, String>,
    /// The style whose entry is being read.
    pub style: i32,
}

/// The most characters of a style's name that are kept.
const STYLE_CHARS: usize = 64;

impl Tables {
    /// Adds characters to the entry being read; `;` ends it.
    pub fn push(&mut self, target: Target, text: &str) {
        for part in text.split_inclusive(';') {
            let name = part.trim_end_matches(';');
            match target {
                Target::Fonts => self.fonts.entry(self.font).or_default().name.push_str(name),
                Target::Styles => {
                    let style = self.styles.entry(self.style).or_default();
                    // Each paragraph of the style keeps the name.
                    let room = STYLE_CHARS.saturating_sub(style.chars().count());
                    style.extend(name.chars().take(room));
                }
                Target::Colours if part.ends_with(';') => {
                    self.colours.push(Colour::new(std::mem::take(&mut self.colour)));
                }
                _ => {}
            }
        }
    }

    /// A colour by its number; number 0 is the usual one, whatever the table says.
    pub fn colour(&self, number: i32) -> Option<Colour> {
        let number = usize::try_from(number).ok().filter(|number| *number > 0)?;
        self.colours.get(number).copied().flatten()
    }
}
