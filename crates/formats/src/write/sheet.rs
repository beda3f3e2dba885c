//! Tables of cells, for spreadsheets.

/// Several sheets in one file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workbook {
    /// The sheets, the first of which is shown.
    pub sheets: Vec<Sheet>,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// Its head row.
    pub header: Vec<String>,
    /// The width of each column in characters, as a spreadsheet counts; 12 where none is given.
    pub widths: Vec<u16>,
    /// Its rows, each as long as the head row.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text: never a formula, whatever it begins with.
    Text(String),
    /// A number.
    Number(f64),
}

impl Cell {
    /// A count.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // counts are far below what a float holds exactly
    pub fn count(n: usize) -> Cell {
        Cell::Number(n as f64)
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Cell {
        Cell::Text(text.into())
    }
}
