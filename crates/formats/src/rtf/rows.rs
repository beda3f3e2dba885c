//! Tables: paragraphs become cells when the cell ends.

use super::group::Target;
use super::reader::Reader;
use crate::source::{Cell, Joint};

/// Where in the tables reading is.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    /// The number of the table being read, or of the next one.
    table: u32,
    row: u32,
    column: u32,
    /// Whether a row was announced and has not ended.
    announced: bool,
    /// Whether this table has a cell already.
    used: bool,
    /// The first paragraph of the cell being read.
    first: usize,
}

impl Reader {
    /// A row is announced; some programs announce it again before its end.
    pub(super) fn announce_row(&mut self) {
        if self.now.target == Target::Body {
            self.rows.announced = true;
        }
    }

    /// Ends a paragraph of a cell, or one outside of tables, which ends the table.
    pub(super) fn end_paragraph(&mut self) {
        match self.now.target {
            Target::Aside => self.push("\n"),
            // The end of the paragraph was deleted: the next one continues it.
            Target::Body if self.now.deleted => self.push("\n"),
            Target::Body if self.now.in_table || self.rows.announced => self.close(),
            Target::Body => {
                self.joint = Joint::Line;
                self.close();
                self.leave_table();
            }
            _ => {}
        }
    }

    fn leave_table(&mut self) {
        let table = self.rows.table + u32::from(self.rows.used);
        self.rows = Rows { table, first: self.source.paragraphs.len(), ..Rows::default() };
    }

    /// Ends a cell.
    pub(super) fn end_cell(&mut self) {
        if self.now.target != Target::Body {
            self.push("\t");
            return;
        }
        self.close();
        let Rows { table, row, column, first, .. } = self.rows;
        for paragraph in self.source.paragraphs.iter_mut().skip(first) {
            paragraph.cell = Some(Cell { table, row, column });
        }
        (self.rows.column, self.rows.used) = (column + 1, true);
        self.rows.first = self.source.paragraphs.len();
        self.joint = Joint::Cell;
    }

    /// Ends a row.
    pub(super) fn end_row(&mut self) {
        if self.now.target != Target::Body {
            self.push("\n");
            return;
        }
        self.flush();
        if !self.open.text.is_empty() {
            self.end_cell();
        }
        self.joint = Joint::Line;
        (self.rows.row, self.rows.column, self.rows.announced) = (self.rows.row + 1, 0, false);
    }

    /// Ends a cell of a table inside a cell, which stays one cell of the outer table.
    pub(super) fn end_inner_cell(&mut self) {
        if self.now.target != Target::Body {
            self.push("\t");
            return;
        }
        self.close();
        self.joint = Joint::Cell;
    }

    /// Ends a row of a table inside a cell; this stands in a destination of its own.
    pub(super) fn end_inner_row(&mut self) {
        if matches!(self.now.target, Target::Body | Target::Around) {
            self.joint = Joint::Line;
        }
    }
}
