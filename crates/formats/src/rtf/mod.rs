//! Rich texts (RTF), as Word, LibreOffice, WordPad and TextEdit write them.
//!
//! One pass over the tokens with a stack of groups. A group is where formatting holds, and may be a
//! destination: text that is no part of the page, as the table of fonts, a footnote or a picture.
//! Control words without a rule of their own are passed over, and so are destinations marked as optional.
//! Any bytes give a text; only nesting is bounded.

mod characters;
mod destination;
mod group;
mod reader;
mod rows;
mod token;
mod words;

use crate::error::ReadError;
use crate::source::Source;

/// The most groups inside each other; real files have a dozen.
pub(crate) const DEPTH_LIMIT: usize = 1024;

/// Reads a rich text.
///
/// # Errors
/// [`ReadError::TooDeep`].
pub(crate) fn read(bytes: &[u8]) -> Result<Source, ReadError> {
    reader::Reader::default().read(bytes)
}
