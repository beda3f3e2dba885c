//! A code book as a table: `path`, and optionally `layer`, `in_vivo`, `colour`, `definition`, `level`,
//! `include`, `exclude`, `example`; written also with counts and what they rest on.

use crate::csv_table::{self, CsvError, CsvFlavour, Row};

/// What parts the levels of a path.
pub const LEVELS: &str = " / ";

/// One code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
    /// The level, as written.
    pub level: Option<String>,
    /// When to use it.
    pub include: Option<String>,
    /// When not to use it.
    pub exclude: Option<String>,
    /// An anchor example.
    pub example: Option<String>,
    /// How often it is used; written where every row has it, never read.
    pub counts: Option<Counts>,
}

/// How often a code is used, and by whose codings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Passages with the code itself.
    pub own: usize,
    /// Passages with it or one below it.
    pub total: usize,
    /// Participants in whose words it or one below it was seen.
    pub participants: usize,
    /// What the numbers rest on, in words.
    pub basis: String,
}

const PATH: (usize, &str) = (0, "path");
const LAYER: usize = 1;
const IN_VIVO: (usize, &str) = (2, "in_vivo");
const COLOUR: usize = 3;
const DEFINITION: usize = 4;
const LEVEL: usize = 5;
const INCLUDE: usize = 6;
const EXCLUDE: usize = 7;
const EXAMPLE: usize = 8;

const COLUMNS: [(&str, bool); 9] = [
    ("path", true),
    ("layer", false),
    ("in_vivo", false),
    ("colour", false),
    ("definition", false),
    ("level", false),
    ("include", false),
    ("exclude", false),
    ("example", false),
];

const COUNTS: [&str; 4] = ["own", "total", "participants", "basis"];

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
        level: text(LEVEL),
        include: text(INCLUDE),
        exclude: text(EXCLUDE),
        example: text(EXAMPLE),
        counts: None,
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
    let counted = rows.iter().all(|row| row.counts.is_some()) && !rows.is_empty();
    let names = COLUMNS.iter().map(|(name, _)| *name);
    let header: Vec<&str> = names.chain(COUNTS.into_iter().filter(|_| counted)).collect();
    csv_table::write(&header, rows.iter().map(|row| cells(row, counted)), flavour)
}

fn cells(row: &CodeRow, counted: bool) -> Vec<String> {
    let cell = |value: &Option<String>| value.clone().unwrap_or_default();
    let in_vivo = if row.in_vivo { "true" } else { "false" }.to_owned();
    let mut cells = vec![row.path.join(LEVELS), cell(&row.layer), in_vivo, cell(&row.colour)];
    let texts = [&row.definition, &row.level, &row.include, &row.exclude, &row.example];
    cells.extend(texts.map(cell));
    if let Some(counts) = row.counts.as_ref().filter(|_| counted) {
        cells.extend([counts.own, counts.total, counts.participants].map(|n| n.to_string()));
        cells.push(counts.basis.clone());
    }
    cells
}
