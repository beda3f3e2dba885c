//! Questions put to the codings, with their answers.

use super::super::PassageLine;
use super::Named;
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

    /// The table as separated values (RFC 4180): a heading with the columns, a line for each code.
    #[must_use]
    pub fn csv(&self, between: char) -> String {
        let between = between.to_string();
        let quoted = |field: &str| match field.contains([',', '"', '\n', '\r', ';']) {
            true => format!("\"{}\"", field.replace('"', "\"\"")),
            false => field.to_owned(),
        };
        let head: Vec<String> =
            std::iter::once(String::new()).chain(self.columns.iter().map(|name| quoted(name))).collect();
        let mut lines = vec![head.join(&between)];
        for ((_, name), cells) in self.rows.iter().zip(&self.passages) {
            let counts = cells.iter().map(ToString::to_string);
            lines.push(std::iter::once(quoted(name)).chain(counts).collect::<Vec<_>>().join(&between));
        }
        lines.join("\r\n") + "\r\n"
    }
}
