//! Deliverables out: documents and sheets as values, and the bytes of their files.
//!
//! A [`Document`] becomes a Word file or a page for a browser, a [`Workbook`] an Excel file, a [`Sheet`] a
//! CSV table. No file says on which machine, when or by whom it was made unless its content does; the same
//! value gives the same bytes.

pub(crate) mod csv;
mod document;
mod docx;
mod docx_parts;
mod html;
mod sheet;
mod xlsx;

pub use csv::{as_written, csv};
pub use document::{Block, Document, Look, Paragraph, Remark, Run, Table};
pub use docx::docx;
pub use html::html;
pub use sheet::{Cell, Sheet, Workbook};
pub use xlsx::xlsx;

/// A file that could not be made. It never depends on what the texts say.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The Word document could not be put together.
    #[error("the document could not be written: {0}")]
    Document(String),
    /// The workbook could not be put together.
    #[error("the workbook could not be written: {0}")]
    Workbook(String),
}

/// The text without the characters that XML 1.0 cannot hold, which a keyboard does not type either.
fn xml_text(text: &str) -> String {
    let holds = |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    text.chars().filter(holds).collect()
}
