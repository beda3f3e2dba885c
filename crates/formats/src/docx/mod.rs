//! Word documents: Office Open XML, transitional and strict, as Word, LibreOffice and others write it.
//!
//! Elements are known by their local names, so neither prefixes nor the two sets of namespaces matter.
//! An element without a rule of its own is looked through: what it holds is read as if it were not there.

mod body;
mod notes;
mod package;
mod paragraph;
mod properties;
mod run;
mod styles;

use std::collections::HashMap;

use crate::archive::Archive;
use crate::error::ReadError;
use crate::source::{Source, SourceWarning};
use crate::transcript::WarningKind;
use body::Side;

/// Reads a Word document.
///
/// # Errors
/// A damaged archive or main part, one that unpacks or nests beyond the limits, an archive that is no
/// Word document, one with macros or a password.
pub(crate) fn read(mut archive: Archive) -> Result<Source, ReadError> {
    if archive.names().any(|name| name.ends_with("vbaproject.bin")) {
        return Err(ReadError::Macros);
    }
    let main = package::main_part(&mut archive)?;
    let document = archive.part(&main)?.ok_or(ReadError::NotADocument)?;
    let mut unreadable = Vec::new();
    let side = side_parts(&mut archive, &main, &mut unreadable)?;
    let mut source = body::read(&main, &document, &side)?;
    source.warnings.splice(0..0, unreadable.into_iter().map(unreadable_part));
    Ok(source)
}

fn unreadable_part(name: String) -> SourceWarning {
    SourceWarning::new(WarningKind::UnreadablePart, None, name)
}

fn side_parts(archive: &mut Archive, main: &str, unreadable: &mut Vec<String>) -> Result<Side, ReadError> {
    let related = package::related(archive, main)?;
    let mut read = |kind: &str| -> Result<Option<(String, String)>, ReadError> {
        let Some(name) = related.get(kind) else { return Ok(None) };
        Ok(archive.part(name)?.map(|text| (name.clone(), text)))
    };
    let styles = read("styles")?;
    let comments = read("comments")?;
    // A list of answers that cannot be read leaves every comment on its own.
    let answers = read("commentsExtended")?
        .and_then(|(name, text)| notes::answers(&name, &text).ok())
        .unwrap_or_default();
    let footnotes = read("footnotes")?;
    let endnotes = read("endnotes")?;
    let mut tolerate = |result: Result<Vec<notes::Note>, ReadError>, name: &str| {
        result.unwrap_or_else(|_| {
            unreadable.push(name.to_owned());
            Vec::new()
        })
    };
    let mut notes = |part: Option<(String, String)>, element: &str| {
        part.map(|(name, text)| tolerate(notes::read(&name, &text, element), &name)).unwrap_or_default()
    };
    let (comments, footnotes, endnotes) =
        (notes(comments, "comment"), notes(footnotes, "footnote"), notes(endnotes, "endnote"));
    let styles = match styles.map(|(name, text)| styles::Styles::read(&name, &text).map_err(|_| name)) {
        None => styles::Styles::default(),
        Some(Ok(styles)) => styles,
        Some(Err(name)) => {
            unreadable.push(name);
            styles::Styles::default()
        }
    };
    Ok(Side { styles, comments, answers, footnotes: by_id(footnotes), endnotes: by_id(endnotes) })
}

fn by_id(notes: Vec<notes::Note>) -> HashMap<String, String> {
    notes.into_iter().map(|note| (note.id, note.text)).collect()
}
