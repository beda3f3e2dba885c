//! Transcripts in, deliverables out: bytes to values and back. No path, no database.
//!
//! Reading a transcript is a chain of pure steps. A format reader (`docx`, `odt`, `rtf`, `html`, `mht`, `workbook`,
//! `eaf`, `subtitles`, `exports`, `markdown`, `txt`) turns bytes into paragraphs; `source` joins these into one text in normal form; `turns` finds who
//! speaks; the result is a [`Transcript`] for a preview, and nothing is kept before the user agrees. Of a PDF,
//! the pages are taken out beforehand, in a process that may fail ([`pdf`]).

mod archive;
mod code_page;
pub mod codebook_csv;
pub mod codebook_qdc;
pub mod codings_csv;
mod copied;
mod csv_table;
mod cuts;
mod docx;
mod eaf;
mod encoding;
mod error;
mod exports;
pub mod grid_csv;
mod html;
pub mod locked;
mod markdown;
mod mht;
mod numbered;
mod odt;
pub mod pdf;
mod read;
mod relations;
mod rtf;
mod sniff;
mod source;
pub mod spreadsheet;
mod subtitles;
mod symbols;
mod transcript;
mod turns;
mod txt;
mod workbook;
pub mod write;
mod xml;

pub use csv_table::{CsvError, CsvFlavour};
pub use error::ReadError;
pub use read::{FILE_LIMIT, read, read_pages};
pub use transcript::{
    CommentFound, Fact, FactKind, Format, Part, ReadOptions, Role, SpeakerFound, Transcript, Warning,
    WarningKind,
};
pub use write::as_written;
