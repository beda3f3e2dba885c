//! What is wrong with a table, or with one of its lines, in words.

use super::names::name_error;
use crate::failure::RowProblem;
use formats::CsvError;
use i18n::Lang;
use model::value::Method;

pub(super) fn table(lang: Lang, file: &str, error: &CsvError) -> String {
    i18n::error_table(lang, file, &begun_small(&csv_error(lang, error)))
}

fn csv_error(lang: Lang, error: &CsvError) -> String {
    match error {
        CsvError::Empty => i18n::error_csv_empty(lang).to_owned(),
        CsvError::NotText => i18n::error_csv_not_text(lang).to_owned(),
        CsvError::NotACodebook { .. } => i18n::error_not_a_codebook(lang).to_owned(),
        CsvError::BrokenWorkbook { detail } => i18n::error_workbook(lang, detail),
        CsvError::MissingColumn { column } => i18n::error_csv_column_missing(lang, column),
        CsvError::DoubleColumn { column } => i18n::error_csv_column_twice(lang, column),
        CsvError::Malformed { line, detail } => at(lang, *line, &i18n::error_csv_bad_row(lang, detail)),
        CsvError::EmptyCell { line, column } => at(lang, *line, &i18n::error_csv_empty_cell(lang, column)),
        CsvError::NotANumber { line, column, value } => {
            at(lang, *line, &i18n::error_csv_bad_number(lang, column, value))
        }
        CsvError::UnknownValue { line, column, value } => {
            at(lang, *line, &i18n::error_csv_bad_value(lang, column, value))
        }
        CsvError::BadRange { line, start, end } => {
            at(lang, *line, &i18n::error_csv_bad_range(lang, &end.to_string(), &start.to_string()))
        }
        CsvError::HalfCoding { line } => at(lang, *line, i18n::error_csv_half_coding(lang)),
        CsvError::EmptyLevel { line, path } => at(lang, *line, &i18n::error_csv_empty_level(lang, path)),
        // The type may grow without this crate; what it says then is better than nothing.
        other => i18n::error_unexpected(lang, &other.to_string()),
    }
}

pub(super) fn row(lang: Lang, method: Method, line: usize, problem: &RowProblem) -> String {
    let what = match problem {
        RowProblem::Interview(error) | RowProblem::Coder(error) | RowProblem::Code(error) => {
            name_error(lang, method, error)
        }
        RowProblem::Range { start, end, length } => range(lang, *start, *end, *length),
        RowProblem::Blank { .. } => i18n::error_range_empty(lang).to_owned(),
        RowProblem::CutsGrapheme { start, end } => {
            i18n::error_cuts_character(lang, &end.to_string(), &start.to_string())
        }
        RowProblem::Quote { quote, found } => i18n::error_quote_differs(lang, found, quote),
        RowProblem::NamedTwice { name, first } => {
            i18n::error_grid_named_twice(lang, &first.to_string(), name)
        }
        RowProblem::Layer { layer } => i18n::error_layer_unknown(lang, layer),
    };
    at(lang, line, &what)
}

pub(super) fn range(lang: Lang, start: u32, end: u32, length: u32) -> String {
    i18n::error_range_outside(lang, &end.to_string(), &length.to_string(), &start.to_string())
}

/// A sentence with the line that it is about before it.
fn at(lang: Lang, line: usize, what: &str) -> String {
    i18n::error_line(lang, i64::try_from(line).unwrap_or(i64::MAX), &begun_small(what))
}

/// A sentence that goes on after a colon begins with a small letter, unless its first word is a name.
fn begun_small(sentence: &str) -> String {
    let mut chars = sentence.chars();
    let (first, second) = (chars.next(), chars.next());
    match first {
        Some(capital) if second.is_some_and(|c| c.is_lowercase() || c == '’' || c == ' ') => {
            capital.to_lowercase().chain(sentence.chars().skip(1)).collect()
        }
        _ => sentence.to_owned(),
    }
}
