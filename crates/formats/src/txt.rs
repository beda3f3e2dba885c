//! Texts without an archive around them: plain ones, and subtitles.

use crate::encoding::decode;
use crate::error::ReadError;
use crate::source::{Paragraph, Source, SourceWarning};
use crate::subtitles;
use crate::transcript::{Format, ReadOptions, WarningKind};

/// Reads a text; `extension` helps to recognise subtitles. Line ends of any kind are left in the one
/// paragraph of a plain text: joining paragraphs brings them to `\n`.
///
/// # Errors
/// [`ReadError::UnknownEncoding`] and [`ReadError::NotText`].
pub(crate) fn read(
    bytes: &[u8],
    extension: &str,
    options: &ReadOptions,
) -> Result<(Format, Source), ReadError> {
    let decoded = decode(bytes, options.encoding.as_deref())?;
    let guess = |name: &str| SourceWarning::new(WarningKind::EncodingGuessed, None, name.into());
    let guess = decoded.guessed.map(guess);
    let (format, mut source) = match subtitles::recognise(extension, &decoded.text) {
        Some(syntax) => (syntax.format(), subtitles::read(&decoded.text, syntax)),
        None => (Format::Txt, plain(decoded.text)),
    };
    source.warnings.extend(guess);
    Ok((format, source))
}

fn plain(text: String) -> Source {
    let paragraph = Paragraph { text, ..Paragraph::default() };
    Source { paragraphs: vec![paragraph], ..Source::default() }
}
