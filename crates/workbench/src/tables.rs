//! Tables that come from outside: codings, code lists, participants.

use crate::command::{CodeRow, CodingRow};
use crate::failure::Failure;
use model::value::Layer;

/// Reads a list of codings.
///
/// # Errors
/// When the table cannot be read; the line is named.
pub fn codings(file: &str, bytes: &[u8]) -> Result<Vec<CodingRow>, Failure> {
    let rows = formats::codings_csv::parse(bytes).map_err(|source| table(file, source))?;
    for row in &rows {
        let path = row.code.as_deref().map(|path| formats::codebook_csv::path(row.line, path));
        path.transpose().map_err(|source| table(file, source))?;
    }
    let row = |row: formats::codings_csv::CodingRow| CodingRow {
        line: row.line,
        interview: row.interview,
        range: row.range,
        code: row.code,
        coder: row.coder,
        quote: row.quote,
        layer: row.layer,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Reads a code list.
///
/// # Errors
/// When the table cannot be read; the line is named.
pub fn codes(file: &str, bytes: &[u8]) -> Result<Vec<CodeRow>, Failure> {
    let rows = formats::codebook_csv::parse(bytes).map_err(|source| table(file, source))?;
    let row = |row: formats::codebook_csv::CodeRow| CodeRow {
        path: row.path.join(formats::codebook_csv::LEVELS),
        layer: row.layer.as_deref().and_then(Layer::parse),
        level: None,
        in_vivo: row.in_vivo,
        hue: row.colour.as_deref().and_then(|colour| colour.parse().ok()),
        definition: row.definition.unwrap_or_default(),
    };
    Ok(rows.into_iter().map(row).collect())
}

fn table(file: &str, source: formats::CsvError) -> Failure {
    Failure::Table { file: file.to_owned(), source }
}
