//! Texts without an archive around them: plain ones, subtitles, and what programs export as text.

use crate::copied;
use crate::encoding::decode;
use crate::error::ReadError;
use crate::exports;
use crate::markdown;
use crate::numbered;
use crate::source::{Anchor, Paragraph, Source, SourceWarning};
use crate::subtitles;
use crate::transcript::{Format, ReadOptions, WarningKind};

/// Reads a text; `extension` helps to recognise subtitles. Line ends of any kind are left in the one
/// paragraph of a plain text: joining paragraphs brings them to `\n`.
///
/// # Errors
/// [`ReadError::UnknownEncoding`], [`ReadError::NotText`] and, of some exports, [`ReadError::TooDemanding`].
pub(crate) fn read(
    bytes: &[u8],
    extension: &str,
    options: &ReadOptions,
) -> Result<(Format, Source), ReadError> {
    let decoded = decode(bytes, options.encoding.as_deref())?;
    let guess = |name: &str| SourceWarning::new(WarningKind::EncodingGuessed, None, name.into());
    let guess = decoded.guessed.map(guess);
    let (mended, length) = (decoded.mended, decoded.text.len());
    let (format, mut source) = match subtitles::recognise(extension, &decoded.text) {
        Some(syntax) => (syntax.format(), subtitles::read(&decoded.text, syntax)),
        None => match exports::read(extension, &decoded.text)? {
            Some(source) => (Format::Txt, source),
            None if markdown::is_markdown(extension, &decoded.text) => {
                (Format::Txt, markdown::read(&decoded.text))
            }
            None => (Format::Txt, plain(decoded.text)),
        },
    };
    // In what is rearranged, places are no longer known.
    let placed = source.paragraphs.iter().all(|one| one.text.len() == length);
    source.warnings.extend(guess);
    source.warnings.extend(mended.into_iter().map(|mended| SourceWarning {
        kind: mended.kind,
        at: placed.then_some(Anchor { paragraph: 0, byte: mended.at }),
        text: mended.text,
        count: mended.count,
    }));
    Ok((format, source))
}

fn plain(text: String) -> Source {
    let mut source = Source::default();
    let mut text = copied::joined(&text).unwrap_or(text);
    if let Some((bare, count, first)) = numbered::without(&text) {
        let told = SourceWarning::new(WarningKind::PageFurniture, None, first);
        source.warn(SourceWarning { count, ..told });
        text = bare;
    }
    source.add(Paragraph { text, ..Paragraph::default() });
    source
}
