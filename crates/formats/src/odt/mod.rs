//! OpenDocument texts, as LibreOffice, OpenOffice, Google Docs and Word write them.
//!
//! Elements are known by their local names. An element without a rule of its own is looked through: what
//! it holds is read as if it were not there.

mod body;
mod comments;
mod inline;
mod styles;

use crate::archive::Archive;
use crate::error::ReadError;
use crate::source::{Source, SourceWarning};
use crate::transcript::WarningKind;
use styles::Styles;

const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";
const MANIFEST: &str = "META-INF/manifest.xml";
const TYPES: &str = "application/vnd.oasis.opendocument";

/// Whether an archive is an OpenDocument text.
///
/// # Errors
/// [`ReadError::NotADocument`] for spreadsheets and slides, [`ReadError::Encrypted`] for a text under a
/// password, and the errors of reading a part.
pub(crate) fn is_text(archive: &mut Archive) -> Result<bool, ReadError> {
    let kind = archive.part("mimetype")?.unwrap_or_default();
    match kind.trim().strip_prefix(TYPES) {
        // Some programs leave the kind out.
        None if !archive.has(CONTENT) || !archive.has(MANIFEST) => return Ok(false),
        Some(kind) if !kind.starts_with(".text") => return Err(ReadError::NotADocument),
        _ => {}
    }
    let manifest = archive.part(MANIFEST)?.unwrap_or_default();
    if manifest.contains("encryption-data") || archive.has("encrypted-package") {
        return Err(ReadError::Encrypted);
    }
    Ok(true)
}

/// Reads an OpenDocument text.
///
/// # Errors
/// A damaged archive or main part, one that unpacks or nests beyond the limits.
pub(crate) fn read(mut archive: Archive) -> Result<Source, ReadError> {
    let content = archive.part(CONTENT)?.ok_or(ReadError::NotADocument)?;
    let mut styles = Styles::default();
    let side = archive.part(STYLES)?;
    let readable = side.is_none_or(|text| styles.read(STYLES, &text, false).is_ok());
    styles.read(CONTENT, &content, true)?;
    let mut source = body::read(CONTENT, &content, &styles)?;
    if !readable {
        let warning = SourceWarning::new(WarningKind::UnreadablePart, None, STYLES.to_owned());
        source.warnings.insert(0, warning);
    }
    Ok(source)
}
