//! Workbooks (`.xlsx`, `.ods`): sheets as rows of cells, and the transcript that one of them holds: a column for who
//! speaks, one for the words, mostly one for the times.
//!
//! Only cells that hold something are kept while a sheet is read, and they are counted: what a sheet claims of its
//! size, or how it writes the names of its cells, changes nothing.

mod grid;
mod numbers;
mod ods;
mod xlsx;

use crate::archive::Archive;
use crate::error::ReadError;
use crate::exports::{self, Rows};
use crate::source::{Source, SourceWarning};
use crate::transcript::{Format, WarningKind};
use grid::Room;

/// A sheet that holds something.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub name: String,
    /// Its rows from the first of the sheet on: equally long ones, and empty ones for blank rows.
    pub rows: Vec<Vec<String>>,
}

/// What a workbook holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Workbook {
    pub sheets: Vec<Sheet>,
    /// What is written beside the cells: comments of them.
    pub remarks: Vec<String>,
}

/// The kind of workbook that an archive is, if it is one.
///
/// # Errors
/// The errors of reading a part, and [`ReadError::Encrypted`].
pub(crate) fn kind(archive: &mut Archive) -> Result<Option<Format>, ReadError> {
    if archive.has("xl/workbook.xml") || archive.has("xl/workbook.bin") {
        return Ok(Some(Format::Xlsx));
    }
    Ok(ods::is_workbook(archive)?.then_some(Format::Ods))
}

/// The sheets of a workbook that hold something, in order.
///
/// # Errors
/// [`ReadError::NotADocument`] where it is no workbook, [`ReadError::TooDemanding`] where it holds more than somebody
/// typed, and the errors of reading a part.
pub(crate) fn open(archive: &mut Archive) -> Result<Workbook, ReadError> {
    let mut room = Room::default();
    match kind(archive)? {
        Some(Format::Ods) => ods::read(archive, &mut room),
        Some(_) => xlsx::read(archive, &mut room),
        None => Err(ReadError::NotADocument),
    }
}

/// Reads the first sheet that is a table of a transcript; others are told.
///
/// # Errors
/// As [`open`]; [`ReadError::NotADocument`] where no sheet is such a table.
pub(crate) fn read(archive: &mut Archive) -> Result<Source, ReadError> {
    let Workbook { sheets, remarks } = open(archive)?;
    let mut read: Option<Source> = None;
    let mut left = remarks;
    for Sheet { name, rows } in sheets {
        let rows = rows.into_iter().filter(|row| !row.is_empty()).collect();
        let table = Rows { rows, delimiter: None, guessed: true };
        match exports::tabled(&table).filter(|_| read.is_none()) {
            Some(source) => read = Some(source),
            None => left.extend(first_words(&table).map(|words| format!("{name} : {words}"))),
        }
    }
    let mut source = read.ok_or(ReadError::NotADocument)?;
    if let Some(first) = left.first() {
        let told = SourceWarning::new(WarningKind::WordsLeftOut, None, first.clone());
        source.warnings.push(SourceWarning { count: left.len(), ..told });
    }
    Ok(source)
}

/// The first words of a table.
fn first_words(table: &Rows) -> Option<String> {
    const SHOWN: usize = 60;
    let words = table.rows.iter().flatten().find(|cell| cell.contains(char::is_alphabetic))?;
    Some(words.chars().take(SHOWN).collect())
}
