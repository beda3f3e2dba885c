//! The first sheet of a workbook (`.xlsx`, `.xls`, `.ods`), as rows of text.

use std::io::Cursor;

use calamine::{Data, Reader, Xls};

use crate::archive::Archive;
use crate::csv_table::CsvError;
use crate::workbook;

/// The most bytes of a workbook that is read: a table of participants is never that long.
const LIMIT: usize = 32 * 1024 * 1024;
/// The most that is unpacked of one.
const UNPACKED_LIMIT: u64 = 256 * 1024 * 1024;
/// The most cells of a sheet; one that claims more is no table that somebody typed.
const CELLS: usize = 2_000_000;
const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// True when the bytes look like those of a workbook rather than a text.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(OLE)
}

/// Reads the first sheet that holds anything. Numbers are written with a point, days as `YYYY-MM-DD`, times as `HH:MM:SS`,
/// formulas as their last result.
///
/// # Errors
/// [`CsvError::BrokenWorkbook`] when it is no workbook, damaged, protected, or absurdly large;
/// [`CsvError::Empty`] when every sheet is empty.
pub fn rows(bytes: &[u8]) -> Result<Vec<Vec<String>>, CsvError> {
    if bytes.len() > LIMIT {
        return Err(broken(format!("{} > {LIMIT}", bytes.len())));
    }
    if bytes.starts_with(OLE) {
        return binary(bytes);
    }
    let archive = Archive::open(bytes, UNPACKED_LIMIT);
    let book = archive.and_then(|mut archive| workbook::open(&mut archive));
    let sheets = book.map_err(|error| broken(error.to_string()))?.sheets;
    sheets.into_iter().next().map(|sheet| sheet.rows).ok_or(CsvError::Empty)
}

fn broken(detail: String) -> CsvError {
    CsvError::BrokenWorkbook { detail }
}

/// A workbook of before 2007.
fn binary(bytes: &[u8]) -> Result<Vec<Vec<String>>, CsvError> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|error| broken(error.to_string()))?;
        let (height, width) = range.get_size();
        if height.saturating_mul(width) > CELLS {
            return Err(broken(format!("{height} × {width}")));
        }
        let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(cell).collect()).collect();
        if rows.iter().flatten().any(|cell| !cell.is_empty()) {
            return Ok(rows);
        }
    }
    Err(CsvError::Empty)
}

fn cell(data: &Data) -> String {
    match data {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DurationIso(text) => text.trim().to_owned(),
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(yes) => yes.to_string(),
        // A part of a day: a time on the clock, as transcripts have it.
        Data::DateTime(at) if (0.0..1.0).contains(&at.as_f64()) => clock(at.as_f64()),
        Data::DateTime(at) if at.is_datetime() => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(duration) => duration.as_f64().to_string(),
    }
}

/// `00:01:02.5` of a part of a day.
fn clock(day: f64) -> String {
    const MILLISECONDS: f64 = 24.0 * 3600.0 * 1000.0;
    // Less than a day fits.
    let all = (day * MILLISECONDS).round() as u32;
    let (seconds, rest) = (all / 1000, all % 1000);
    let fraction = if rest == 0 { String::new() } else { format!(".{rest:03}") };
    format!("{:02}:{:02}:{:02}{fraction}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::{Cell, Sheet, Workbook, xlsx};

    #[test]
    fn the_first_sheet_with_anything_is_read_as_text() {
        let empty = Sheet { name: "vide".into(), ..Sheet::default() };
        let filled = Sheet {
            name: "gens".into(),
            header: vec!["Nom".into(), "Âge".into()],
            rows: vec![vec!["EMG 1".into(), Cell::Number(34.0)], vec![" EMG 2 ".into(), Cell::Number(2.5)]],
            ..Sheet::default()
        };
        let bytes = xlsx(&Workbook { sheets: vec![empty, filled] }).unwrap();
        assert!(is_workbook(&bytes));
        let expected = [["Nom", "Âge"], ["EMG 1", "34"], ["EMG 2", "2.5"]];
        assert_eq!(rows(&bytes).unwrap(), expected);
    }

    #[test]
    fn a_part_of_a_day_is_a_time() {
        assert_eq!(clock(0.5), "12:00:00");
        assert_eq!(clock(62.5 / 86_400.0), "00:01:02.500");
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        for bytes in [&b"PK\x03\x04rest"[..], b"nom;age", b""] {
            assert!(matches!(rows(bytes), Err(CsvError::BrokenWorkbook { .. })), "{bytes:?}");
        }
    }
}
