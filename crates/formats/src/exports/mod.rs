//! What programs export of a transcript: tables with a column for each thing, lists of objects (JSON) of
//! transcription services, tiers of annotation programs.
//!
//! Each row, object or interval becomes a paragraph that knows who speaks and when, like a cue of
//! subtitles; which of them are one turn is found later, with the labels.

mod columns;
mod covered;
mod delimited;
mod json;
mod marked;
mod objects;
mod table;
mod textgrid;
mod times;
mod words;

use crate::error::ReadError;
use crate::source::{Paragraph, Source, SourceWarning};
use crate::transcript::WarningKind;
pub(crate) use covered::Taken;
pub(crate) use delimited::Rows;

/// What one voice says at one time.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Saying {
    /// Milliseconds from the start of the recording.
    pub start: Option<u32>,
    /// Who speaks, where the file tells.
    pub voice: Option<String>,
    pub text: String,
}

/// The content of a text that is an export, and `None` for any other; `extension` as in the file's name, without
/// the point.
///
/// # Errors
/// [`ReadError::TooDemanding`] for JSON of far more objects than an interview has words.
pub(crate) fn read(extension: &str, text: &str) -> Result<Option<Source>, ReadError> {
    if let Some(said) = textgrid::read(text) {
        return Ok(Some(source(ordered(said))));
    }
    if let Some(spoken) = json::read(text)? {
        return Ok(Some(sayings(ordered(spoken.said), &spoken.left)));
    }
    if let Some(said) = marked::read(text) {
        return Ok(Some(source(said)));
    }
    Ok(delimited::rows(extension, text).and_then(|rows| tabled(&rows)))
}

/// The content of a table, if it is one of a transcript.
pub(crate) fn tabled(rows: &Rows) -> Option<Source> {
    let table = table::read(rows)?;
    let mut out = source(ordered(table.said));
    if !table.lead.is_empty() {
        out.paragraphs.insert(0, Paragraph { text: table.lead, ..Paragraph::default() });
    }
    if !table.left_out.is_empty() {
        let told = SourceWarning::new(WarningKind::ColumnsLeftOut, None, table.left_out.join(", "));
        out.warnings.push(SourceWarning { count: table.left_out.len(), ..told });
    }
    Some(out)
}

/// The content of a file whose sayings are in order, and the words in it that are none.
pub(crate) fn sayings(said: Vec<Saying>, left: &[String]) -> Source {
    let mut out = source(said);
    out.warnings.extend(left_out(left));
    out
}

/// The most characters that are shown of words that were left out.
const SHOWN: usize = 80;

/// The warning that words of a file were not taken.
fn left_out(left: &[String]) -> Option<SourceWarning> {
    let first = left.first()?.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = SourceWarning::new(WarningKind::WordsLeftOut, None, first.chars().take(SHOWN).collect());
    Some(SourceWarning { count: left.len(), ..told })
}

fn source(said: Vec<Saying>) -> Source {
    let paragraph =
        |said: &Saying| Paragraph::said(said.voice.as_deref(), said.start, said.text.trim().to_owned());
    let worded = said.iter().filter(|said| !said.text.trim().is_empty() || said.voice.is_some());
    Source { paragraphs: worded.map(paragraph).collect(), ..Source::default() }
}

/// In the order of time, where a file lists one speaker after the other: each of them alone is in order then.
fn ordered(mut said: Vec<Saying>) -> Vec<Saying> {
    let mut last: std::collections::BTreeMap<&Option<String>, u32> = std::collections::BTreeMap::new();
    for one in &said {
        let Some(start) = one.start else { return said };
        if last.insert(&one.voice, start).is_some_and(|before| before > start) {
            return said;
        }
    }
    said.sort_by_key(|one| one.start);
    said
}

#[cfg(test)]
pub(crate) fn shown(said: &[Saying]) -> Vec<String> {
    let one = |said: &Saying| {
        let start = said.start.map_or("–".to_owned(), |start| start.to_string());
        format!("{start} {}: {}", said.voice.as_deref().unwrap_or_default(), said.text)
    };
    said.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(start: u32, voice: &str) -> Saying {
        Saying { start: Some(start), voice: Some(voice.into()), text: String::new() }
    }

    #[test]
    fn tiers_are_woven_and_recordings_are_not() {
        let starts = |said: Vec<Saying>| -> Vec<Option<u32>> { said.iter().map(|one| one.start).collect() };
        let tiers = vec![said(0, "E"), said(20, "E"), said(10, "M"), said(30, "M")];
        assert_eq!(starts(ordered(tiers)), [Some(0), Some(10), Some(20), Some(30)]);
        let two = vec![said(0, "E"), said(20, "M"), said(10, "E"), said(30, "M"), said(5, "E")];
        assert_eq!(starts(ordered(two.clone())), starts(two));
    }
}
