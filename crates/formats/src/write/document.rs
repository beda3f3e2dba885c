//! A document: headings, paragraphs, tables, remarks in the margin.

/// A document to be read on paper or on a screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The language of its words: `fr` or `en`.
    pub lang: String,
    /// Its title, for the window or tab that shows it.
    pub title: String,
    /// A line at the head of each page; empty for none.
    pub header: String,
    /// A line at the foot of each page, before its number; empty for none.
    pub footer: String,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// What stands in its margin. Runs name these by their place in the list.
    pub remarks: Vec<Remark>,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; level 1 is that of parts, 0 the document's title.
    Heading {
        /// From 0 to 6.
        level: u8,
        /// Its words.
        text: String,
        /// True to begin a new page with it.
        new_page: bool,
    },
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// How it is set.
    pub look: Look,
    /// Its words.
    pub runs: Vec<Run>,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// As running text.
    #[default]
    Body,
    /// As a quotation: indented.
    Quote,
    /// As a note: smaller and quieter.
    Note,
    /// As a line of a transcript.
    Speech,
}

/// Words that look alike and bear the same remarks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The words; a tab or a line end inside stays one.
    pub text: String,
    /// In bold.
    pub bold: bool,
    /// In italics.
    pub italic: bool,
    /// Quieter than the rest.
    pub quiet: bool,
    /// The remarks on these words, by their place in [`Document::remarks`], in ascending order.
    pub remarks: Vec<usize>,
}

impl Run {
    /// Plain words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Run {
        Run { text: text.into(), ..Run::default() }
    }

    /// Words in bold.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Run {
        Run { text: text.into(), bold: true, ..Run::default() }
    }

    /// Quiet words.
    #[must_use]
    pub fn quiet(text: impl Into<String>) -> Run {
        Run { text: text.into(), quiet: true, ..Run::default() }
    }
}

impl Paragraph {
    /// A paragraph of one run.
    #[must_use]
    pub fn of(look: Look, run: Run) -> Paragraph {
        Paragraph { look, runs: vec![run] }
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its head row.
    pub header: Vec<String>,
    /// The width of each column, per hundred of the page's.
    pub widths: Vec<u16>,
    /// Its rows: for each cell its paragraphs' runs.
    pub rows: Vec<Vec<Vec<Run>>>,
}

/// Something in the margin that is about some words: a comment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remark {
    /// Who made it.
    pub author: String,
    /// When, as RFC 3339 in UTC; empty where that is not known.
    pub at: String,
    /// What it says, paragraph by paragraph.
    pub text: Vec<String>,
    /// Index in a palette, for a form that shows colours.
    pub hue: u16,
}
