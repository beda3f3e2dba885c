//! Plain texts.

use crate::encoding::decode;
use crate::error::ReadError;
use crate::source::{Paragraph, Source, SourceWarning};
use crate::transcript::{ReadOptions, WarningKind};

/// Reads a plain text. Line ends of any kind are left in the one paragraph: joining paragraphs brings
/// them to `\n`.
///
/// # Errors
/// [`ReadError::UnknownEncoding`] and [`ReadError::NotText`].
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Source, ReadError> {
    let decoded = decode(bytes, options.encoding.as_deref())?;
    let guess =
        |name: &str| SourceWarning { kind: WarningKind::EncodingGuessed, at: None, text: name.into() };
    Ok(Source {
        warnings: decoded.guessed.map(guess).into_iter().collect(),
        paragraphs: vec![Paragraph { text: decoded.text, ..Paragraph::default() }],
        ..Source::default()
    })
}
