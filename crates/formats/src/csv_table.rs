//! Tables in CSV as spreadsheets write them: comma, semicolon or tab, UTF-8 or Windows-1252, with or
//! without byte order mark.

use crate::write::csv::as_written;
use csv::{ReaderBuilder, StringRecord};
use thiserror::Error;

use crate::encoding::decode;

/// A table that is refused as a whole; every error names its line where it has one, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CsvError {
    /// The file holds no header row.
    #[error("the table is empty: its first row must name the columns")]
    Empty,
    /// The bytes are no text.
    #[error("the file is not a text table")]
    NotText,
    /// The file is no REFI-QDA code book, or a damaged one.
    #[error("the file is no REFI-QDA code book: {detail}")]
    NotACodebook {
        /// What the reader found.
        detail: String,
    },
    /// The workbook cannot be read.
    #[error("the workbook cannot be read: {detail}")]
    BrokenWorkbook {
        /// What the reader found.
        detail: String,
    },
    /// A column that is needed is not in the header row.
    #[error("the column {column} is missing")]
    MissingColumn {
        /// Its name.
        column: &'static str,
    },
    /// A column is named twice in the header row.
    #[error("the column {column} is named twice")]
    DoubleColumn {
        /// Its name.
        column: &'static str,
    },
    /// A row that is not well-formed CSV.
    #[error("line {line}: {detail}")]
    Malformed {
        /// Line of the file.
        line: usize,
        /// What the CSV reader found.
        detail: String,
    },
    /// A cell that must be filled is empty.
    #[error("line {line}: the column {column} is empty")]
    EmptyCell {
        /// Line of the file.
        line: usize,
        /// The column.
        column: &'static str,
    },
    /// A cell that must hold a whole number holds something else.
    #[error("line {line}: {value} in the column {column} is not a whole number")]
    NotANumber {
        /// Line of the file.
        line: usize,
        /// The column.
        column: &'static str,
        /// What it holds.
        value: String,
    },
    /// A cell that must hold one of a few words holds something else.
    #[error("line {line}: {value} is not a value of the column {column}")]
    UnknownValue {
        /// Line of the file.
        line: usize,
        /// The column.
        column: &'static str,
        /// What it holds.
        value: String,
    },
    /// A range that is empty or runs backwards.
    #[error("line {line}: the range {start} to {end} is empty or runs backwards")]
    BadRange {
        /// Line of the file.
        line: usize,
        /// Scalar offset of the first character.
        start: u32,
        /// Scalar offset after the last one.
        end: u32,
    },
    /// A code without a passage, or a passage without a code.
    #[error("line {line}: a passage and its code go together")]
    HalfCoding {
        /// Line of the file.
        line: usize,
    },
    /// A level of a path is empty, as in `a / / b`.
    #[error("line {line}: the path {path} has an empty level")]
    EmptyLevel {
        /// Line of the file.
        line: usize,
        /// The path.
        path: String,
    },
}

/// How a table is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CsvFlavour {
    /// Commas, UTF-8 without mark: what programs expect.
    #[default]
    Comma,
    /// Semicolons and a byte order mark: what a French Excel opens as columns.
    FrenchExcel,
}

/// A table that was read: the rows that are not blank.
#[derive(Debug)]
pub(crate) struct Table {
    pub rows: Vec<Row>,
}

/// One row, its cells by column number as asked for.
#[derive(Debug)]
pub(crate) struct Row {
    pub line: usize,
    cells: Vec<Option<String>>,
}

impl Row {
    /// The cell of a column, trimmed; `None` if empty or if the table has no such column.
    pub fn get(&self, column: usize) -> Option<&str> {
        self.cells.get(column)?.as_deref()
    }

    /// A cell that must be filled; `column` is its number and its name.
    ///
    /// # Errors
    /// [`CsvError::EmptyCell`].
    pub fn filled(&self, (number, column): (usize, &'static str)) -> Result<&str, CsvError> {
        self.get(number).ok_or(CsvError::EmptyCell { line: self.line, column })
    }

    /// A cell with a whole number, if it is filled.
    ///
    /// # Errors
    /// [`CsvError::NotANumber`].
    pub fn number(&self, (number, column): (usize, &'static str)) -> Result<Option<u32>, CsvError> {
        let Some(value) = self.get(number) else { return Ok(None) };
        let bad = |_| CsvError::NotANumber { line: self.line, column, value: value.to_owned() };
        value.parse().map(Some).map_err(bad)
    }
}

/// Reads a table; `columns` names what is wanted, each with whether the header row must have it. Other
/// columns are passed over. Column names match without case.
///
/// # Errors
/// [`CsvError::Empty`], [`CsvError::NotText`], [`CsvError::MissingColumn`], [`CsvError::DoubleColumn`],
/// [`CsvError::Malformed`].
pub(crate) fn read(bytes: &[u8], columns: &[(&'static str, bool)]) -> Result<Table, CsvError> {
    read_with(bytes, columns, None)
}

/// The same for a table that has no header row of its own: its headings, and what parts its columns.
///
/// # Errors
/// As for [`read`].
pub(crate) fn read_with(
    bytes: &[u8],
    columns: &[(&'static str, bool)],
    heads: Option<(&[&str], u8)>,
) -> Result<Table, CsvError> {
    let decoded = decode(bytes, None).map_err(|_| CsvError::NotText)?;
    let (text, skipped) = without_separator_line(&decoded.text);
    let separator = heads.map_or_else(|| separator(text), |(_, separator)| separator);
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut lines = Lines { text, at: 0, line: 1 + skipped };
    let mut records = reader.records().map(|record| match record {
        Ok(record) => Ok((lines.at(record.position()), record)),
        Err(error) => {
            Err(CsvError::Malformed { line: lines.at(error.position()), detail: error.to_string() })
        }
    });
    let header = match heads {
        Some((heads, _)) => StringRecord::from(heads.to_vec()),
        None => records.next().ok_or(CsvError::Empty)??.1,
    };
    let places = places(&header, columns)?;
    let mut rows = Vec::new();
    for record in records {
        let (line, record) = record?;
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(row(line, &record, &places));
        }
    }
    Ok(Table { rows })
}

fn row(line: usize, record: &StringRecord, places: &[Option<usize>]) -> Row {
    let cell = |place: &Option<usize>| {
        let cell = record.get((*place)?)?.trim();
        (!cell.is_empty()).then(|| as_written(cell).to_owned())
    };
    Row { line, cells: places.iter().map(cell).collect() }
}

/// Counts lines up to records, which come in order. The CSV reader's own count is that of the line where
/// the record before ended, blank lines not passed.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn at(&mut self, position: Option<&csv::Position>) -> usize {
        let byte = position.and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(self.at);
        let rest = self.text.get(byte..).unwrap_or_default();
        let start = self.text.len() - rest.trim_start_matches(['\r', '\n']).len();
        let passed = self.text.get(self.at..start).unwrap_or_default();
        self.line +=
            passed.matches('\n').count() + passed.matches('\r').count() - passed.matches("\r\n").count();
        self.at = self.at.max(start);
        self.line
    }
}

/// Excel's own `sep=;` on a first line.
fn without_separator_line(text: &str) -> (&str, usize) {
    match text.split_once('\n') {
        Some((first, rest)) if first.trim().trim_matches('"').starts_with("sep=") => (rest, 1),
        _ => (text, 0),
    }
}

/// The separator is the one that parts the most columns of the header row.
fn separator(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let columns = |separator: u8| header.bytes().filter(|b| *b == separator).count();
    // Of equals the last wins, so that the comma is the default.
    [b'\t', b';', b','].into_iter().max_by_key(|&separator| columns(separator)).unwrap_or(b',')
}

fn places(header: &StringRecord, columns: &[(&'static str, bool)]) -> Result<Vec<Option<usize>>, CsvError> {
    let find = |&(column, needed): &(&'static str, bool)| {
        let named = |cell: &str| cell.trim().eq_ignore_ascii_case(column);
        let mut found = header.iter().enumerate().filter(|(_, cell)| named(cell)).map(|(n, _)| n);
        match (found.next(), found.next()) {
            (Some(_), Some(_)) => Err(CsvError::DoubleColumn { column }),
            (None, _) if needed => Err(CsvError::MissingColumn { column }),
            (place, _) => Ok(place),
        }
    };
    columns.iter().map(find).collect()
}

/// Writes a table; cells that a spreadsheet would run are made harmless, which reading takes back.
pub(crate) fn write(
    header: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    flavour: CsvFlavour,
) -> Vec<u8> {
    let header = header.iter().map(|name| (*name).to_owned()).collect();
    crate::write::csv::rows_to_csv(std::iter::once(header).chain(rows), flavour)
}
