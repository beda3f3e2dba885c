//! What every format reader yields: the paragraphs of a file, before anybody asks who speaks.
//!
//! A reader decides what is text and what is left out; it knows nothing of labels or turns. Joining the
//! paragraphs into one verbatim is [`verbatim`]'s work, the same for all formats.

mod verbatim;

pub(crate) use verbatim::{CellSpan, CueSpan, Line, Notice, Verbatim, flatten};

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
}

/// One paragraph, or a whole plain text: `text` may hold line breaks of any kind and tabs.
#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    /// The characters as the file gives them, not yet in normal form.
    pub text: String,
    /// Where the text is bold, as byte ranges, in order and disjoint. Bold only matters as a mark of
    /// labels; other formatting is not kept.
    pub bold: Vec<(usize, usize)>,
    /// What stands between the paragraph before and this one.
    pub joint: Joint,
    /// The cell of the outermost table that holds this paragraph.
    pub cell: Option<Cell>,
    /// Whether the style says that this is a heading or a title.
    pub heading: bool,
    /// The cue of subtitles that this paragraph is.
    pub cue: Option<Cue>,
}

/// A cue of subtitles, or the part of one that a single voice says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cue {
    /// When it begins, in milliseconds from the start of the recording.
    pub time: u32,
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
}

/// A warning of a format reader.
#[derive(Debug)]
pub(crate) struct SourceWarning {
    pub kind: WarningKind,
    pub at: Option<Anchor>,
    pub text: String,
}
