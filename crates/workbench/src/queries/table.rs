//! Codes in rows against participants, interviews, the values of an attribute, or codes that they meet.
//!
//! A table holds counts only: of a thousand codes against themselves there are a million. What stands behind one
//! cell is looked up when it is opened.

use super::meeting::Filter;
use super::walk::{Found, Laid, Question};
use foldhash::HashSet;
use model::RecordId;
use model::basis::Basis;
use model::study::Seen;
use model::value::{Ask, AttributeIs};
use std::collections::BTreeSet;

/// What a column stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// A participant.
    Participant(RecordId),
    /// An interview.
    Interview(RecordId),
    /// A value of an attribute; `None` for those of whom nothing was said.
    Value(Option<String>),
    /// A code.
    Code(RecordId),
}

/// What stands behind a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The coded passages, in the order of interviews and texts.
    pub codings: Vec<RecordId>,
    /// The participants in whose words they stand.
    pub people: BTreeSet<RecordId>,
}

/// The answer to a question that is a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The codes in the rows, in the order of the tree.
    pub rows: Vec<RecordId>,
    /// The columns, in order.
    pub columns: Vec<Column>,
    counts: Vec<Count>,
}

impl Table {
    /// How many passages a cell has: overlapping ones of one row count once.
    #[must_use]
    pub fn passages(&self, row: usize, column: usize) -> usize {
        self.count(row, column).map_or(0, |count| count.passages as usize)
    }

    /// In how many participants' words they stand.
    #[must_use]
    pub fn people(&self, row: usize, column: usize) -> usize {
        self.count(row, column).map_or(0, |count| count.people as usize)
    }

    fn count(&self, row: usize, column: usize) -> Option<&Count> {
        let wide = self.columns.len();
        self.counts.get(row * wide + column).filter(|_| column < wide)
    }
}

/// The table that is asked for; an empty one for a question that has none.
#[must_use]
pub fn table(seen: &Seen<'_>, basis: &Basis, ask: &Ask, filters: &[AttributeIs]) -> Table {
    table_of(seen, &Laid::of(seen, basis), ask, filters)
}

/// The same of passages that are laid out.
#[must_use]
pub fn table_of(seen: &Seen<'_>, laid: &Laid, ask: &Ask, filters: &[AttributeIs]) -> Table {
    let Some(question) = Question::of(seen, ask) else { return Table::default() };
    let wide = question.columns.len();
    let mut counts = vec![Count::default(); question.rows.len() * wide];
    let mut known: HashSet<(usize, usize)> = HashSet::default();
    question.walk(laid, &Filter::of(seen, filters), |found| {
        let at = found.at.0 * wide + found.at.1;
        if let Some(count) = counts.get_mut(at) {
            count.add(found, |person| laid.alone[person] || known.insert((at, person)));
        }
    });
    Table { rows: question.rows, columns: question.columns, counts }
}

/// What stands behind one cell of that table, by row and column.
#[must_use]
pub fn cell(seen: &Seen<'_>, basis: &Basis, ask: &Ask, filters: &[AttributeIs], at: (usize, usize)) -> Cell {
    cell_of(seen, &Laid::of(seen, basis), ask, filters, at)
}

/// The same of passages that are laid out.
#[must_use]
pub fn cell_of(seen: &Seen<'_>, laid: &Laid, ask: &Ask, filters: &[AttributeIs], at: (usize, usize)) -> Cell {
    let mut cell = Cell::default();
    let Some(question) = Question::of(seen, ask) else { return cell };
    question.walk(laid, &Filter::of(seen, filters), |found| {
        if found.at == at {
            cell.codings.push(found.passage.coding);
            cell.people.extend(found.people.iter().filter_map(|person| laid.people.get(*person)));
        }
    });
    cell
}

/// The counts of a cell, while they are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Count {
    passages: u32,
    people: u32,
    /// The interview that was counted last, from 1; where its last passage ends; who spoke last, from 1.
    interview: u32,
    end: u32,
    last: u32,
}

impl Count {
    /// Passages come in the order of the text: one that begins before the last has ended is the same one.
    fn add(&mut self, found: &Found<'_>, mut is_new: impl FnMut(usize) -> bool) {
        if self.interview != found.interview {
            (self.interview, self.end) = (found.interview, 0);
        }
        if found.passage.start >= self.end {
            self.passages += 1;
        }
        self.end = self.end.max(found.passage.end);
        for person in found.people {
            let place = u32::try_from(person + 1).unwrap_or(u32::MAX);
            if self.last != place {
                self.last = place;
                self.people += u32::from(is_new(*person));
            }
        }
    }
}
