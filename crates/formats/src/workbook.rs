//! Transcripts in a workbook (`.xlsx`): a column for who speaks, one for the words, mostly one for the times.

use crate::archive::Archive;
use crate::error::ReadError;
use crate::exports;
use crate::source::Source;
use crate::spreadsheet;

/// The most cells that a sheet covers from its first to its last: what reads it takes room for all of them.
const CELLS: usize = 2_000_000;

/// Whether an archive is a workbook.
pub(crate) fn is_workbook(archive: &Archive) -> bool {
    archive.has("xl/workbook.xml")
}

/// Reads the first sheet that holds anything.
///
/// # Errors
/// [`ReadError::NotADocument`] where it is no table of a transcript, [`ReadError::TooDemanding`] for sheets beyond
/// any, and what unpacking finds.
pub(crate) fn read(bytes: &[u8], mut archive: Archive) -> Result<Source, ReadError> {
    let names: Vec<String> =
        archive.names().filter(|name| name.starts_with("xl/")).map(str::to_owned).collect();
    for name in names.iter().filter(|name| name.ends_with(".xml")) {
        let part = archive.part(name)?.unwrap_or_default();
        if name.starts_with("xl/worksheets/") && covered(&part) > CELLS {
            return Err(ReadError::TooDemanding);
        }
    }
    let rows = spreadsheet::rows(bytes).map_err(|_| ReadError::NotADocument)?;
    exports::tabled(rows, true).ok_or(ReadError::NotADocument)
}

/// How many cells lie between the first and the last that a sheet names, as in `r="C12"`.
fn covered(sheet: &str) -> usize {
    let (mut width, mut height) = (1usize, 1usize);
    for (at, _) in sheet.match_indices("r=") {
        let name = sheet.get(at + 2..).unwrap_or_default().trim_start_matches(['"', '\'']);
        let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
        let column = letters
            .fold(0usize, |sum, b| sum.saturating_mul(26) + usize::from(b.to_ascii_uppercase() - b'A') + 1);
        let digits = name.bytes().skip_while(u8::is_ascii_alphabetic).take_while(u8::is_ascii_digit);
        let row = digits.fold(0usize, |sum, b| sum.saturating_mul(10).saturating_add(usize::from(b - b'0')));
        (width, height) = (width.max(column), height.max(row));
    }
    width.saturating_mul(height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_cells_are_seen_before_room_is_taken() {
        assert_eq!(covered("<row r=\"2\"><c r=\"A2\"/><c r='C2'/></row>"), 6);
        assert!(covered("<c r=\"XFD1048576\"/>") > CELLS);
        assert_eq!(covered(""), 1);
    }
}
