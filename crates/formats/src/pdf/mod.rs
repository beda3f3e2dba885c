//! PDF files with a text layer: from places on pages back to paragraphs.
//!
//! A PDF holds no text, but characters drawn at places. [`extract()`] takes them out of the file; it relies on
//! a library that may fail badly on damaged files, so it runs in a process of its own, which hands over
//! [`Page`]s. From there on everything is a pure step: pieces to `lines`, what pages repeat beside their
//! text is left out (`furniture`), lines to `paragraphs`, and words that were divided at the end of a
//! line are put together again (`hyphens`).

mod cells;
mod columns;
mod extract;
mod flatten;
mod font;
mod furniture;
mod hyphens;
mod lines;
mod paragraphs;

use serde::{Deserialize, Serialize};

pub use extract::extract;

use crate::error::ReadError;
use crate::source::{Source, SourceWarning};
use crate::transcript::WarningKind;

/// One page of a PDF: what is written on it, and where. Lengths are in points (1/72 inch).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Width of the page as one reads it.
    pub width: f32,
    /// Height of the page as one reads it.
    pub height: f32,
    /// In the order in which they are drawn.
    pub pieces: Vec<Piece>,
    /// Whether the page is damaged, so that its text is missing.
    pub unreadable: bool,
}

/// Characters that follow each other closely on one line, and look alike: a word at most.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// The characters.
    pub text: String,
    /// Where they begin, from the left edge of the page.
    pub left: f32,
    /// Where they end, from the left edge.
    pub right: f32,
    /// The line on which they stand, from the upper edge.
    pub base: f32,
    /// The font's size.
    pub size: f32,
    /// How they look.
    pub ink: Ink,
    /// By how many quarters they are turned against most of the page.
    pub turned: u8,
}

/// How characters look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ink {
    /// Whether the font is bold, or drawn so.
    pub bold: bool,
    /// Whether the font is slanted.
    pub italic: bool,
    /// Red, green, blue.
    pub colour: [u8; 3],
    /// Whether the file marks them as a header, a footer or another ornament of the page.
    pub furniture: bool,
}

/// What a process that reads a PDF answers: its pages or why it is refused, in a form that
/// [`from_answer`] reads.
#[must_use]
pub fn answer(bytes: &[u8]) -> Vec<u8> {
    serde_json::to_vec(&extract(bytes)).unwrap_or_default()
}

/// Reads an answer.
///
/// # Errors
/// What the process answered, or [`ReadError::BrokenPdf`] where its answer is cut.
pub fn from_answer(answer: &[u8]) -> Result<Vec<Page>, ReadError> {
    let broken = |error: serde_json::Error| ReadError::BrokenPdf { detail: error.to_string() };
    serde_json::from_slice::<Result<Vec<Page>, ReadError>>(answer).map_err(broken)?
}

/// Whether bytes are a PDF: other bytes may stand before its own.
#[must_use]
pub fn is_pdf(bytes: &[u8]) -> bool {
    const HEADER_WITHIN: usize = 1024;
    bytes[..bytes.len().min(HEADER_WITHIN)].windows(5).any(|window| window == b"%PDF-")
}

/// Whether anything can be read on the pages: a scanned page has at most a stamp or a number.
pub(crate) fn has_words(pages: &[Page]) -> bool {
    const EACH: usize = 4;
    let letters = |piece: &Piece| piece.text.chars().filter(|c| c.is_alphabetic() && !is_private(*c)).count();
    let all: usize = pages.iter().flat_map(|page| &page.pieces).map(letters).sum();
    let readable = pages.iter().filter(|page| !page.unreadable).count();
    all > 0 && all >= EACH * readable
}

/// Characters without a meaning of their own: what fonts give that do not say which letters they hold.
fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | char::REPLACEMENT_CHARACTER) || c.is_control()
}

impl Page {
    /// Turns the page so that most of its text is upright; `area` is the page as the file has it: left,
    /// lower, right, upper edge.
    fn upright(&mut self, area: [f32; 4]) {
        let mut counts = [0usize; 4];
        for piece in &self.pieces {
            counts[usize::from(piece.turned % 4)] += piece.text.len();
        }
        let main = (0..4u8).max_by_key(|&quarter| (counts[usize::from(quarter)], 4 - quarter)).unwrap_or(0);
        if main % 2 == 1 {
            std::mem::swap(&mut self.width, &mut self.height);
        }
        let [left, lower, right, upper] = area;
        for piece in &mut self.pieces {
            let (x, y) = match piece.turned {
                0 => (-left, upper),
                1 => (-lower, -left),
                2 => (right, -lower),
                _ => (upper, right),
            };
            piece.left += x;
            piece.right += x;
            piece.base += y;
            piece.turned = (piece.turned + 4 - main) % 4;
        }
    }
}

/// Reads pages as paragraphs.
pub(crate) fn read(pages: &[Page]) -> Source {
    let mut warnings: Vec<SourceWarning> = Vec::new();
    let mut warn = |kind, text: String| warnings.push(SourceWarning::new(kind, None, text));
    for (number, page) in pages.iter().enumerate() {
        if page.unreadable {
            warn(WarningKind::UnreadablePart, format!("page {}", number + 1));
        }
        for text in lines::turned(page) {
            warn(WarningKind::TextBox, text);
        }
    }
    let raised: Vec<Option<Page>> = pages.iter().map(cells::raised).collect();
    let owned: Vec<Page>;
    let pages = if raised.iter().any(Option::is_some) {
        owned = raised
            .into_iter()
            .zip(pages)
            .map(|(raised, page)| raised.unwrap_or_else(|| page.clone()))
            .collect();
        owned.as_slice()
    } else {
        pages
    };
    let (sheets, left_out) = furniture::take(pages);
    left_out.notes.into_iter().for_each(|text| warn(WarningKind::Footnote, text));
    let width = pages.first().map_or(0.0, |page| page.width);
    let before = sheets.len();
    let sheets = columns::parted(pages, sheets);
    // Columns are narrow pages, one after the other.
    let width = if sheets.len() > before { columns::width(&sheets) } else { width };
    let written = paragraphs::paragraphs(sheets, width);
    for (text, count) in left_out.repeated {
        warnings.push(SourceWarning { count, ..SourceWarning::new(WarningKind::PageFurniture, None, text) });
    }
    if let Some((at, text)) = written.joined.first() {
        let warning = SourceWarning::new(WarningKind::JoinedWord, Some(*at), text.clone());
        warnings.push(SourceWarning { count: written.joined.len(), ..warning });
    }
    Source { paragraphs: written.paragraphs, warnings, ..Source::default() }
}
