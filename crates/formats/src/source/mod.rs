//! What every format reader yields: the paragraphs of a file, before anybody asks who speaks.
//!
//! A reader decides what is text and what is left out; it knows nothing of labels or turns. Joining the
//! paragraphs into one verbatim is [`verbatim`]'s work, the same for all formats.

mod builder;
mod verbatim;

pub(crate) use builder::Builder;
pub(crate) use verbatim::{CellSpan, CueSpan, Line, Notice, Verbatim, flatten};

use crate::error::ReadError;
use crate::transcript::WarningKind;

/// The content of one file.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// In reading order.
    pub paragraphs: Vec<Paragraph>,
    /// Comments with their ranges.
    pub comments: Vec<SourceComment>,
    /// What was left out or guessed while reading.
    pub warnings: Vec<SourceWarning>,
    /// About how many bytes of memory all this takes.
    pub weight: usize,
}

/// The most bytes of memory that the content of one file may take while it is read: small elements of a document
/// take many times their room in the file.
const WEIGHT_LIMIT: usize = 160 * 1024 * 1024;

impl Source {
    /// Adds a paragraph.
    pub fn add(&mut self, paragraph: Paragraph) {
        let looks = paragraph.looks.len() * size_of::<(usize, usize, Look)>();
        let style = paragraph.style.as_ref().map_or(0, String::len);
        self.weight += size_of::<Paragraph>() + paragraph.text.len() + looks + style;
        self.paragraphs.push(paragraph);
    }

    /// Adds a warning.
    pub fn warn(&mut self, warning: SourceWarning) {
        self.weight += size_of::<SourceWarning>() + warning.text.len();
        self.warnings.push(warning);
    }

    /// Whether reading may go on.
    ///
    /// # Errors
    /// [`ReadError::UnpacksTooLarge`] once the content takes more memory than any transcript.
    pub fn check(&self) -> Result<(), ReadError> {
        let limit = WEIGHT_LIMIT as u64;
        if self.weight > WEIGHT_LIMIT { Err(ReadError::UnpacksTooLarge { limit }) } else { Ok(()) }
    }
}

/// One paragraph, or a whole plain text: `text` may hold line breaks of any kind and tabs.
#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    /// The characters as the file gives them, not yet in normal form.
    pub text: String,
    /// Where the text looks other than plain, as byte ranges, in order and disjoint. Looks only matter as
    /// marks of who speaks; other formatting is not kept.
    pub looks: Vec<(usize, usize, Look)>,
    /// The name of the paragraph's style, if it has one.
    pub style: Option<String>,
    /// Whether a bullet or a number, which is not text, stands before it.
    pub listed: bool,
    /// What stands between the paragraph before and this one.
    pub joint: Joint,
    /// The cell of the outermost table that holds this paragraph.
    pub cell: Option<Cell>,
    /// Whether the style says that this is a heading or a title.
    pub heading: bool,
    /// The cue of subtitles that this paragraph is.
    pub cue: Option<Cue>,
}

impl Paragraph {
    /// What one voice says at a time: its label, where its name is known, and the words.
    pub fn said(name: Option<&str>, time: Option<u32>, words: String) -> Self {
        let Some(name) = name else {
            return Self { text: words, cue: Some(Cue { time, voice: None }), ..Self::default() };
        };
        let label = format!("{name}\u{A0}: ");
        let voice = Voice { label: name.len(), said: label.len() };
        Self { text: label + &words, cue: Some(Cue { time, voice: Some(voice) }), ..Self::default() }
    }

    /// Adds characters of one look.
    pub fn push(&mut self, text: &str, look: Look) {
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len();
        match self.looks.last_mut() {
            _ if look == Look::default() || start == end => {}
            Some(last) if last.1 == start && last.2 == look => last.1 = end,
            _ => self.looks.push((start, end, look)),
        }
    }
}

/// How characters look, as far as it may tell who speaks.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Look {
    pub bold: bool,
    pub italic: bool,
    pub underlined: bool,
    /// Whether the background has a colour.
    pub highlighted: bool,
    pub colour: Option<Colour>,
}

impl Look {
    /// Bold, and nothing else.
    #[cfg(test)]
    pub const BOLD: Self =
        Self { bold: true, italic: false, underlined: false, highlighted: false, colour: None };
}

/// A colour of text other than the usual one: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Colour([u8; 3]);

impl Colour {
    /// A colour, unless it is as good as black.
    pub fn new(rgb: [u8; 3]) -> Option<Self> {
        const DARK: u8 = 0x40;
        rgb.iter().any(|&part| part > DARK).then_some(Self(rgb))
    }

    /// From six hexadecimal digits, with or without `#`.
    pub fn from_hex(digits: &str) -> Option<Self> {
        let digits = digits.trim().trim_start_matches('#');
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 6)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Self::new([red, green, blue])
    }
}

/// Whether a style of that name is one of headings or titles.
pub(crate) fn names_heading(style: &str) -> bool {
    const HEADINGS: [&str; 5] = ["heading", "title", "subtitle", "titre", "sous-titre"];
    let style = style.to_lowercase();
    HEADINGS.iter().any(|heading| style.starts_with(heading))
}

/// A cue of subtitles, or the part of one that a single voice says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cue {
    /// When it begins, in milliseconds from the start of the recording, where the file tells.
    pub time: Option<u32>,
    /// Who speaks, where the file's markup tells; a label may stand in the words otherwise.
    pub voice: Option<Voice>,
}

/// How a paragraph begins whose speaker is known, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Voice {
    /// The label's length; the paragraph begins with it.
    pub label: usize,
    /// Where the utterance begins.
    pub said: usize,
}

/// How a paragraph follows the one before it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joint {
    /// On a new line.
    #[default]
    Line,
    /// In the next cell of the same table row: a tab.
    Cell,
}

/// A cell of a table; numbers count from 0, tables within the whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cell {
    pub table: u32,
    pub row: u32,
    pub column: u32,
}

/// A place in a source: a paragraph and a byte in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Anchor {
    pub paragraph: usize,
    pub byte: usize,
}

/// A comment of the margin.
#[derive(Debug)]
pub(crate) struct SourceComment {
    pub author: String,
    pub at: Option<String>,
    pub text: String,
    pub start: Anchor,
    pub end: Anchor,
    /// The comment that this one answers, by its place among them.
    pub reply_to: Option<usize>,
}

/// A warning of a format reader.
#[derive(Debug)]
pub(crate) struct SourceWarning {
    pub kind: WarningKind,
    pub at: Option<Anchor>,
    pub text: String,
    /// How many times; 1 for what is warned of one by one.
    pub count: usize,
}

impl SourceWarning {
    /// A warning of one thing.
    pub fn new(kind: WarningKind, at: Option<Anchor>, text: String) -> Self {
        Self { kind, at, text, count: 1 }
    }
}
