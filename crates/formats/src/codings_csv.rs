//! Codings as a table: `interview,start,end,code,coder`, and optionally `quote` and `layer`.

use crate::csv_table::{self, CsvError, CsvFlavour, Row};

/// One row: a coding, or the fact that somebody read an interview and coded nothing in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodingRow {
    /// Line of the file, counted from 1; not written.
    pub line: usize,
    /// Name or id of the interview.
    pub interview: String,
    /// The passage, as scalar offsets `[start, end)` in the interview's current text. `None`: read,
    /// nothing coded.
    pub range: Option<(u32, u32)>,
    /// Path of the code, levels parted by ` / `; present exactly where `range` is.
    pub code: Option<String>,
    /// Name or id of the coder.
    pub coder: String,
    /// The passage's words, to be checked against the text.
    pub quote: Option<String>,
    /// The layer, as written.
    pub layer: Option<String>,
}

const INTERVIEW: (usize, &str) = (0, "interview");
const START: (usize, &str) = (1, "start");
const END: (usize, &str) = (2, "end");
const CODE: usize = 3;
const CODER: (usize, &str) = (4, "coder");
const QUOTE: usize = 5;
const LAYER: usize = 6;

const COLUMNS: [(&str, bool); 7] = [
    ("interview", true),
    ("start", true),
    ("end", true),
    ("code", true),
    ("coder", true),
    ("quote", false),
    ("layer", false),
];

/// Reads codings: a header row, then one row each; `,`, `;` or tab; UTF-8 or Windows-1252. Unknown
/// columns are passed over, blank rows too. A table that has neither passages nor codes holds readings alone.
///
/// # Errors
/// [`CsvError`], with the line: nothing of a table that has one is taken.
pub fn parse(bytes: &[u8]) -> Result<Vec<CodingRow>, CsvError> {
    let table = match csv_table::read(bytes, &COLUMNS) {
        Err(CsvError::MissingColumn { .. }) if holds_readings_alone(bytes) => csv_table::read(
            bytes,
            &COLUMNS.map(|(name, needed)| (name, needed && !OF_CODINGS.contains(&name))),
        )?,
        table => table?,
    };
    table.rows.iter().map(coding).collect()
}

/// What a table of codings has and one of readings has not.
const OF_CODINGS: [&str; 3] = [START.1, END.1, "code"];

/// Whether the header row names nothing of a passage: one column of three that is missing is a mistake.
fn holds_readings_alone(bytes: &[u8]) -> bool {
    let lacks = |column: &'static str| {
        matches!(csv_table::read(bytes, &[(column, true)]), Err(CsvError::MissingColumn { .. }))
    };
    OF_CODINGS.into_iter().all(lacks)
}

fn coding(row: &Row) -> Result<CodingRow, CsvError> {
    let line = row.line;
    let range = match (row.number(START)?, row.number(END)?) {
        (Some(start), Some(end)) if start < end => Some((start, end)),
        (Some(start), Some(end)) => return Err(CsvError::BadRange { line, start, end }),
        (None, None) => None,
        (None, _) => return Err(CsvError::EmptyCell { line, column: START.1 }),
        (_, None) => return Err(CsvError::EmptyCell { line, column: END.1 }),
    };
    let code = row.get(CODE).map(str::to_owned);
    if range.is_some() != code.is_some() {
        return Err(CsvError::HalfCoding { line });
    }
    Ok(CodingRow {
        line,
        interview: row.filled(INTERVIEW)?.to_owned(),
        range,
        code,
        coder: row.filled(CODER)?.to_owned(),
        quote: row.get(QUOTE).map(str::to_owned),
        layer: row.get(LAYER).map(str::to_owned),
    })
}

/// Writes codings with all columns.
#[must_use]
pub fn write(rows: &[CodingRow], flavour: CsvFlavour) -> Vec<u8> {
    let cell = |value: &Option<String>| value.clone().unwrap_or_default();
    let offset = |value: Option<u32>| value.map(|n| n.to_string()).unwrap_or_default();
    let cells = |row: &CodingRow| {
        let (start, end) = (row.range.map(|range| range.0), row.range.map(|range| range.1));
        let (code, quote, layer) = (cell(&row.code), cell(&row.quote), cell(&row.layer));
        vec![row.interview.clone(), offset(start), offset(end), code, row.coder.clone(), quote, layer]
    };
    csv_table::write(&COLUMNS.map(|(name, _)| name), rows.iter().map(cells), flavour)
}
