//! The participants' table as it comes from a spreadsheet: a column of pseudonyms, and one for each
//! characteristic.

use crate::command::ParticipantRow;
use crate::failure::Failure;
use csv::ReaderBuilder;
use formats::CsvError;

/// What the column of pseudonyms may be called; the first column where none is called so.
pub(crate) const NAMES: [&str; 7] =
    ["name", "nom", "participant", "participants", "pseudonyme", "pseudonym", "id"];

/// Reads a table of participants: a header row, then one row each; `,`, `;` or tab; UTF-8 or Windows-1252.
///
/// # Errors
/// [`Failure::Table`] when the file is no such table.
pub fn participants(file: &str, bytes: &[u8]) -> Result<Vec<ParticipantRow>, Failure> {
    read(bytes).map_err(|source| Failure::Table { file: file.to_owned(), source })
}

fn read(bytes: &[u8]) -> Result<Vec<ParticipantRow>, CsvError> {
    if formats::spreadsheet::is_workbook(bytes) {
        return from_rows(formats::spreadsheet::rows(bytes)?);
    }
    let text = decode(bytes)?;
    let mut reader =
        ReaderBuilder::new().delimiter(separator(&text)).flexible(true).from_reader(text.as_bytes());
    let header: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(|cell| cell.trim().to_owned()).collect(),
        Err(error) => return Err(malformed(&error)),
    };
    let names = names_column(&header)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| malformed(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        rows.extend(row(&header, names, &record, usize::try_from(line).unwrap_or(usize::MAX))?);
    }
    Ok(rows)
}

/// The column of pseudonyms.
fn names_column(header: &[String]) -> Result<usize, CsvError> {
    if header.iter().all(String::is_empty) {
        return Err(CsvError::Empty);
    }
    let called = |cell: &String| NAMES.contains(&cell.to_lowercase().as_str());
    Ok(header.iter().position(called).unwrap_or(0))
}

/// The rows of a workbook's sheet, blank ones before the head row left out.
fn from_rows(rows: Vec<Vec<String>>) -> Result<Vec<ParticipantRow>, CsvError> {
    let filled = (1usize..).zip(rows).filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()));
    let mut filled =
        filled.map(|(line, row)| (line, row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()));
    let (_, header) = filled.next().ok_or(CsvError::Empty)?;
    let names = names_column(&header)?;
    let rows = filled.map(|(line, cells)| row(&header, names, &csv::StringRecord::from(cells), line));
    rows.filter_map(Result::transpose).collect()
}

/// One row; `None` for a blank one.
fn row(
    header: &[String],
    names: usize,
    record: &csv::StringRecord,
    line: usize,
) -> Result<Option<ParticipantRow>, CsvError> {
    if record.iter().all(|cell| cell.trim().is_empty()) {
        return Ok(None);
    }
    let name = record.get(names).map(str::trim).filter(|name| !name.is_empty());
    let name = name.ok_or(CsvError::EmptyCell { line, column: NAMES[0] })?.to_owned();
    let cells = header.iter().zip(record.iter()).enumerate();
    let columns = cells.filter(|(at, (heading, _))| *at != names && !heading.is_empty());
    let attributes =
        columns.map(|(_, (heading, cell))| (heading.clone(), formats::as_written(cell.trim()).to_owned()));
    Ok(Some(ParticipantRow { name, attributes: attributes.collect() }))
}

fn malformed(error: &csv::Error) -> CsvError {
    let line = error.position().map_or(1, csv::Position::line);
    CsvError::Malformed { line: usize::try_from(line).unwrap_or(usize::MAX), detail: error.to_string() }
}

/// The separator is the one that parts the most columns of the header row; a comma where none does.
fn separator(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let columns = |separator: u8| header.bytes().filter(|byte| *byte == separator).count();
    [b'\t', b';', b','].into_iter().max_by_key(|&separator| columns(separator)).unwrap_or(b',')
}

fn decode(bytes: &[u8]) -> Result<String, CsvError> {
    if bytes.contains(&0) {
        return Err(CsvError::NotText);
    }
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
    };
    Ok(model::text::normalise(&text).text)
}

/// A byte as French spreadsheets write it; the few that Windows-1252 leaves open are lost.
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž', '\u{FFFD}',
        '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::{participants, read};
    use crate::failure::Failure;
    use formats::CsvError;

    fn rows(text: &[u8]) -> Vec<(String, Vec<(String, String)>)> {
        read(text).unwrap().into_iter().map(|row| (row.name, row.attributes)).collect()
    }

    fn pair(heading: &str, value: &str) -> (String, String) {
        (heading.to_owned(), value.to_owned())
    }

    #[test]
    fn tables_of_spreadsheets_are_read() {
        let expected = vec![
            ("EMG 1".to_owned(), vec![pair("Âge", "42"), pair("Métier", "sage-femme")]),
            ("EMG 2".to_owned(), vec![pair("Âge", ""), pair("Métier", "cœur, foie")]),
        ];
        let text = "\u{FEFF}Âge;Nom;Métier\r\n42;EMG 1;sage-femme\r\n;;\r\n;EMG 2;cœur, foie\r\n";
        assert_eq!(rows(text.as_bytes()), expected);
        let ansi = b"\xC2ge;Nom;M\xE9tier\n42;EMG 1;sage-femme\n;EMG 2;c\x9Cur, foie\n";
        assert_eq!(rows(ansi), expected);
        let tabs = "Qui\tÂge\nP1\t7\n";
        assert_eq!(rows(tabs.as_bytes()), [("P1".to_owned(), vec![pair("Âge", "7")])]);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert_eq!(read(b"").unwrap_err(), CsvError::Empty);
        assert_eq!(read(b"a\0b").unwrap_err(), CsvError::NotText);
        let nameless = read("nom,âge\n,42\n".as_bytes()).unwrap_err();
        assert_eq!(nameless, CsvError::EmptyCell { line: 2, column: "name" });
        let failure = participants("p.csv", b"").unwrap_err();
        assert!(matches!(failure, Failure::Table { file, .. } if file == "p.csv"));
    }
}
