//! Questions put to the codings, with their answers.

use super::super::PassageLine;
use super::Named;
use formats::write::{Cell, Sheet};
use model::RecordId;
use model::value::{Ask, AttributeIs};
use std::sync::Arc;

/// A question: what is asked, of whose words.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedView {
    /// What is asked.
    pub ask: Ask,
    /// Attributes and the values that whoever speaks must have.
    pub filters: Vec<AttributeIs>,
    /// The saved query that it comes from.
    pub saved: Option<RecordId>,
}

/// The questions of the study, and the one that is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct QueriesView {
    /// Saved questions, by name.
    pub saved: Arc<[SavedView]>,
    /// What is asked.
    pub asked: AskedView,
    /// The codes that it names.
    pub named: Arc<[Named]>,
    /// The codes that must not be near.
    pub without: Arc<[Named]>,
    /// The answer, where it is a table.
    pub table: Option<Arc<TableView>>,
    /// The passages of the cell that is open, or those that answer.
    pub lines: Arc<[PassageLine]>,
    /// In how many participants' words.
    pub people: usize,
    /// Attributes with the values that participants have.
    pub attributes: Arc<[AttributeValues]>,
    /// Whose codings count.
    pub basis: String,
}

/// A saved question.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedView {
    /// The query.
    pub id: RecordId,
    /// Its name.
    pub name: Arc<str>,
    /// What it asks.
    pub asked: AskedView,
}

/// An attribute with the values that participants have.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributeValues {
    /// The attribute.
    pub id: RecordId,
    /// Its name.
    pub name: Arc<str>,
    /// Its values.
    pub values: Arc<[Arc<str>]>,
}

/// An answer in rows and columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableView {
    /// The codes in the rows.
    pub rows: Vec<Named>,
    /// The columns.
    pub columns: Vec<Arc<str>>,
    /// `passages[row][column]`.
    pub passages: Vec<Vec<usize>>,
    /// `people[row][column]`: in how many participants' words.
    pub people: Vec<Vec<usize>>,
}

impl TableView {
    /// The largest count, the diagonal of a table of codes against themselves left out.
    #[must_use]
    pub fn most(&self, square: bool) -> usize {
        let cells = self.passages.iter().enumerate().flat_map(|(row, cells)| {
            cells.iter().enumerate().filter(move |(column, _)| !square || *column != row)
        });
        cells.map(|(_, count)| *count).max().unwrap_or_default()
    }

    /// The table for a spreadsheet: a heading with the columns, a line for each code.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let header = std::iter::once(String::new()).chain(self.columns.iter().map(|name| name.to_string()));
        let row = |((_, name), cells): (&Named, &Vec<usize>)| {
            let counts = cells.iter().map(|count| Cell::count(*count));
            std::iter::once(Cell::from(name.as_ref())).chain(counts).collect()
        };
        let rows = self.rows.iter().zip(&self.passages).map(row).collect();
        Sheet { header: header.collect(), rows, ..Sheet::default() }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // what is no UTF-8 is a fault of the test

    use super::*;
    use formats::CsvFlavour;

    #[test]
    fn a_table_of_names_stays_a_table_and_runs_nothing() {
        let id = |n: u128| RecordId::from(uuid::Uuid::from_u128(n));
        let table = TableView {
            rows: vec![(id(1), "dire oui, dire non".into()), (id(2), "=SOMME(A1)".into())],
            columns: vec!["EMG 1".into(), "+33".into(), "@b".into()],
            passages: vec![vec![4, 0, 1], vec![1, 2, 0]],
            people: vec![vec![1, 0, 1], vec![1, 1, 0]],
        };
        let written = |flavour| String::from_utf8(formats::write::csv(&table.sheet(), flavour)).unwrap();
        assert_eq!(
            written(CsvFlavour::Comma),
            "\"\",EMG 1,+33,'@b\n\"dire oui, dire non\",4,0,1\n'=SOMME(A1),1,2,0\n".replace("\"\",", ",")
        );
        assert!(written(CsvFlavour::FrenchExcel).starts_with("\u{feff};EMG 1;"));
    }
}
