//! Sheets as CSV, in which no cell is a formula.

use super::sheet::{Cell, Sheet};
use crate::csv_table::CsvFlavour;
use csv::WriterBuilder;

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell that a spreadsheet shows and never runs: one that would begin a formula gets an apostrophe
/// before it. Numbers are left alone.
pub(crate) fn harmless(cell: &str) -> String {
    let is_number = || cell.trim().replace(',', ".").parse::<f64>().is_ok_and(f64::is_finite);
    if cell.starts_with(FORMULA) && !is_number() { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell as it was before it was made harmless for spreadsheets: `'=x` was `=x`.
#[must_use]
pub fn as_written(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => cell,
    }
}

/// Writes a sheet as CSV.
///
/// For French spreadsheets, decimals are written with a comma.
#[must_use]
pub fn csv(sheet: &Sheet, flavour: CsvFlavour) -> Vec<u8> {
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) if flavour == CsvFlavour::FrenchExcel => number.to_string().replace('.', ","),
        Cell::Number(number) => number.to_string(),
    };
    let rows = sheet.rows.iter().map(|row| row.iter().map(cell).collect());
    rows_to_csv(std::iter::once(sheet.header.clone()).chain(rows), flavour)
}

/// Writes rows of one length as CSV; cells that would begin a formula are made harmless.
pub(crate) fn rows_to_csv(rows: impl Iterator<Item = Vec<String>>, flavour: CsvFlavour) -> Vec<u8> {
    let (separator, mark) = match flavour {
        CsvFlavour::Comma => (b',', ""),
        CsvFlavour::FrenchExcel => (b';', "\u{FEFF}"),
    };
    let mut out = mark.as_bytes().to_vec();
    let mut writer = WriterBuilder::new().delimiter(separator).from_writer(&mut out);
    for row in rows {
        // Writing to memory fails only for rows of uneven length, and all rows here have one shape.
        let written = writer.write_record(row.iter().map(|cell| harmless(cell)));
        debug_assert!(written.is_ok());
    }
    drop(writer);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_is_shown_instead_and_read_back_as_written() {
        for cell in ["=1+1", "+33 1", "-oui", "@SOMME(A1)", "\tx", "-", "=cmd|' /C calc'!A0"] {
            let written = harmless(cell);
            assert!(written.starts_with('\''), "{cell}");
            assert_eq!(as_written(&written), cell);
        }
        for cell in ["-5", "+3,5", "oui", "'tis", "", "a=b", "’=x"] {
            assert_eq!(harmless(cell), cell);
            assert_eq!(as_written(cell), cell);
        }
    }

    #[test]
    fn french_spreadsheets_get_a_mark_semicolons_and_decimal_commas() {
        let sheet = Sheet {
            header: vec!["nom".into(), "âge".into()],
            rows: vec![vec!["a;b".into(), Cell::Number(34.5)], vec!["=x".into(), Cell::Number(-2.0)]],
            ..Sheet::default()
        };
        let french = String::from_utf8(csv(&sheet, CsvFlavour::FrenchExcel)).unwrap();
        assert_eq!(french, "\u{FEFF}nom;âge\n\"a;b\";34,5\n'=x;-2\n");
        let plain = String::from_utf8(csv(&sheet, CsvFlavour::Comma)).unwrap();
        assert_eq!(plain, "nom,âge\na;b,34.5\n'=x,-2\n");
    }
}
