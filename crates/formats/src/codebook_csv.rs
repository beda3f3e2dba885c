//! A code book as a table: `path`, and optionally `layer`, `in_vivo`, `colour`, `definition`.

use crate::csv_table::{self, CsvError, CsvFlavour, Row};

/// What parts the levels of a path.
pub const LEVELS: &str = " / ";

/// One code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeRow {
    /// Line of the file, counted from 1; not written.
    pub line: usize,
    /// The names from the top of the tree down to the code; never empty.
    pub path: Vec<String>,
    /// The layer, as written.
    pub layer: Option<String>,
    /// Whether the name is the participants' own words.
    pub in_vivo: bool,
    /// The colour, as written.
    pub colour: Option<String>,
    /// The definition.
    pub definition: Option<String>,
}

const PATH: (usize, &str) = (0, "path");
const LAYER: usize = 1;
const IN_VIVO: (usize, &str) = (2, "in_vivo");
const COLOUR: usize = 3;
const DEFINITION: usize = 4;

const COLUMNS: [(&str, bool); 5] =
    [("path", true), ("layer", false), ("in_vivo", false), ("colour", false), ("definition", false)];

/// Reads a code book, like [`crate::codings_csv::parse`].
///
/// # Errors
/// [`CsvError`], with the line.
pub fn parse(bytes: &[u8]) -> Result<Vec<CodeRow>, CsvError> {
    csv_table::read(bytes, &COLUMNS)?.rows.iter().map(code).collect()
}

fn code(row: &Row) -> Result<CodeRow, CsvError> {
    let text = |column: usize| row.get(column).map(str::to_owned);
    Ok(CodeRow {
        line: row.line,
        path: path(row.line, row.filled(PATH)?)?,
        layer: text(LAYER),
        in_vivo: in_vivo(row)?,
        colour: text(COLOUR),
        definition: text(DEFINITION),
    })
}

/// Splits a path into its levels. Only a slash between spaces parts them: `médecin/malade` is one name.
///
/// # Errors
/// [`CsvError::EmptyLevel`], with the line given.
pub fn path(line: usize, path: &str) -> Result<Vec<String>, CsvError> {
    // The spaces around let a slash at either end part an empty level too.
    let spaced = format!(" {path} ");
    let levels: Vec<String> = spaced.split(LEVELS).map(|level| level.trim().to_owned()).collect();
    if levels.iter().any(String::is_empty) {
        return Err(CsvError::EmptyLevel { line, path: path.to_owned() });
    }
    Ok(levels)
}

fn in_vivo(row: &Row) -> Result<bool, CsvError> {
    let value = row.get(IN_VIVO.0).unwrap_or_default().to_lowercase();
    match value.as_str() {
        "" | "0" | "false" | "faux" | "no" | "non" | "n" => Ok(false),
        "1" | "true" | "vrai" | "yes" | "oui" | "y" | "o" | "x" => Ok(true),
        _ => Err(CsvError::UnknownValue { line: row.line, column: IN_VIVO.1, value }),
    }
}

/// Writes a code book with all columns.
#[must_use]
pub fn write(rows: &[CodeRow], flavour: CsvFlavour) -> Vec<u8> {
    let cell = |value: &Option<String>| value.clone().unwrap_or_default();
    let cells = |row: &CodeRow| {
        let in_vivo = if row.in_vivo { "true" } else { "false" }.to_owned();
        vec![row.path.join(LEVELS), cell(&row.layer), in_vivo, cell(&row.colour), cell(&row.definition)]
    };
    csv_table::write(&COLUMNS.map(|(name, _)| name), rows.iter().map(cells), flavour)
}
