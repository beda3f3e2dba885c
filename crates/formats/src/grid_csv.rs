//! A reading grid as a table: codes set before the interviews were read, in an order of priority.
//!
//! The columns are `path` (or `name`), and optionally `level`, `priority`, `definition`; students type
//! them in French too: `nom`, `niveau`, `priorité`, `définition`. Without such headings it is a plain list: a
//! name on each line, and after a tab or semicolon its definition.

use crate::codebook_csv::{LEVELS, path};
use crate::csv_table::{CsvError, Row, read, read_with};

/// One line of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// Line of the file, counted from 1.
    pub line: usize,
    /// The names from the top of the tree down; never empty.
    pub path: Vec<String>,
    /// The level, as written.
    pub level: Option<String>,
    /// The rank.
    pub priority: Option<u32>,
    /// The definition.
    pub definition: Option<String>,
}

const COLUMNS: [(&str, bool); 18] = [
    ("path", false),
    ("name", false),
    ("nom", false),
    ("level", false),
    ("niveau", false),
    ("priority", false),
    ("priorité", false),
    ("definition", false),
    ("définition", false),
    ("priorite", false),
    ("chemin", false),
    ("code", false),
    ("étiquette", false),
    ("etiquette", false),
    ("label", false),
    ("libellé", false),
    ("rang", false),
    ("ordre", false),
];

/// Reads a grid.
///
/// # Errors
/// [`CsvError`], with the line.
pub fn parse(bytes: &[u8]) -> Result<Vec<GridRow>, CsvError> {
    let Some(between) = plain_list(bytes) else {
        return read(bytes, &COLUMNS)?.rows.iter().map(line).collect();
    };
    read_with(bytes, &COLUMNS, Some((&["name", "definition"], between)))?.rows.iter().map(line).collect()
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// For a list without headings, what parts its columns. A comma belongs to a name.
fn plain_list(bytes: &[u8]) -> Option<u8> {
    let wide = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let text = String::from_utf8_lossy(bytes.strip_prefix(MARK).unwrap_or(bytes));
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with("sep="))?;
    let heading = |cell: &str| {
        let cell = cell.trim().trim_matches('"').to_lowercase();
        COLUMNS.iter().any(|(name, _)| cell == *name)
    };
    let headed = wide || first.split([',', ';', '\t']).any(heading);
    let between = if first.contains(';') && !first.contains('\t') { b';' } else { b'\t' };
    (!headed).then_some(between)
}

fn line(row: &Row) -> Result<GridRow, CsvError> {
    let first = |columns: &[usize]| columns.iter().find_map(|column| row.get(*column));
    let named = first(&[0, 10, 1, 2, 11, 12, 13, 14, 15])
        .ok_or(CsvError::EmptyCell { line: row.line, column: "name" })?;
    let rank = [(5, "priority"), (6, "priorité"), (9, "priorite"), (16, "rang"), (17, "ordre")];
    let ranks = rank.into_iter().map(|column| row.number(column)).collect::<Result<Vec<_>, _>>()?;
    Ok(GridRow {
        line: row.line,
        path: path(row.line, named)?,
        level: first(&[3, 4]).map(str::to_owned),
        priority: ranks.into_iter().flatten().next(),
        definition: first(&[7, 8]).map(str::to_owned),
    })
}

impl GridRow {
    /// The names in one, as a path is typed.
    #[must_use]
    pub fn joined(&self) -> String {
        self.path.join(LEVELS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_students_are_known() {
        let rows = parse("étiquette;rang\nLe trajet;2\n".as_bytes()).unwrap();
        assert_eq!(
            (rows[0].path.as_slice(), rows[0].priority),
            (["Le trajet".to_owned()].as_slice(), Some(2))
        );
        assert_eq!(parse("Code;Priorité\nLe trajet;1\n".as_bytes()).unwrap()[0].priority, Some(1));
    }

    #[test]
    fn a_grid_is_read_in_either_language() {
        let french =
            "nom;niveau;priorité;définition\nAccès;thème;2;Venir jusqu’au soin\nAccès / distance;;1;\n";
        let rows = parse(french.as_bytes()).unwrap();
        let told: Vec<_> =
            rows.iter().map(|row| (row.joined(), row.level.as_deref(), row.priority)).collect();
        let expected =
            [("Accès".to_owned(), Some("thème"), Some(2)), ("Accès / distance".to_owned(), None, Some(1))];
        assert_eq!(told, expected);
        assert_eq!(
            parse(b"path,priority\na,x\n").unwrap_err(),
            CsvError::NotANumber { line: 2, column: "priority", value: "x".to_owned() }
        );
        let plain = parse("\u{feff}accès, distance\n\nCoût / trajet\tL’essence\n".as_bytes()).unwrap();
        let told: Vec<_> =
            plain.iter().map(|row| (row.line, row.joined(), row.definition.as_deref())).collect();
        let expected =
            [(1, "accès, distance".to_owned(), None), (3, "Coût / trajet".to_owned(), Some("L’essence"))];
        assert_eq!(told, expected);
        let nameless = parse(b"name,level\n,label\n").unwrap_err();
        assert_eq!(nameless, CsvError::EmptyCell { line: 2, column: "name" });
    }
}
