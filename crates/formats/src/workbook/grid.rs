//! The cells of a sheet while it is read, and how much room they may take.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::ReadError;

/// The most cells of a workbook; one with more is no table that somebody typed.
const CELLS: usize = 2_000_000;
/// The most bytes of their texts.
const TEXTS: usize = 64 * 1024 * 1024;
/// The most sheets that hold something.
const SHEETS: usize = 1000;
/// The rows of the largest sheets that programs know.
const ROWS: u32 = 1 << 20;
/// Their columns.
const COLUMNS: u32 = 1 << 14;

/// What a workbook may still hold.
#[derive(Debug)]
pub(super) struct Room {
    cells: usize,
    texts: usize,
    sheets: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { cells: CELLS, texts: TEXTS, sheets: SHEETS }
    }
}

impl Room {
    /// Takes room for a sheet.
    ///
    /// # Errors
    /// [`ReadError::TooDemanding`].
    pub fn take_sheet(&mut self) -> Result<(), ReadError> {
        self.sheets = self.sheets.checked_sub(1).ok_or(ReadError::TooDemanding)?;
        Ok(())
    }

    /// Takes room for a cell, or a text that cells share.
    ///
    /// # Errors
    /// [`ReadError::TooDemanding`].
    pub fn take(&mut self, text: &str) -> Result<(), ReadError> {
        let left = (self.cells.checked_sub(1), self.texts.checked_sub(text.len()));
        let (Some(cells), Some(texts)) = left else { return Err(ReadError::TooDemanding) };
        (self.cells, self.texts) = (cells, texts);
        Ok(())
    }
}

/// The cells of one sheet that hold something, by row and column, counted from 0.
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
}

impl Grid {
    /// Puts a text into a cell; a blank one leaves it empty.
    ///
    /// # Errors
    /// [`ReadError::TooDemanding`] beyond the room, and for places that no sheet has.
    pub fn put(&mut self, (row, column): (u32, u32), text: &str, room: &mut Room) -> Result<(), ReadError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if row >= ROWS || column >= COLUMNS {
            return Err(ReadError::TooDemanding);
        }
        room.take(text)?;
        self.rows.entry(row).or_default().insert(column, text.to_owned());
        Ok(())
    }

    /// The rows from the first of the sheet to the last that holds something: equally long ones, blank ones without
    /// cells. Where a few cells stand very far from the others, columns without anything are left out.
    ///
    /// # Errors
    /// [`ReadError::TooDemanding`].
    pub fn into_rows(mut self) -> Result<Vec<Vec<String>>, ReadError> {
        let used: BTreeSet<u32> = self.rows.values().flat_map(|row| row.keys().copied()).collect();
        let width = used.last().map_or(0, |last| *last as usize + 1);
        let fits = |width: usize| width.saturating_mul(self.rows.len()) <= CELLS;
        let places: Vec<u32> =
            if fits(width) { (0..).take(width).collect() } else { used.into_iter().collect() };
        if !fits(places.len()) {
            return Err(ReadError::TooDemanding);
        }
        let last = self.rows.keys().next_back().map_or(0, |last| last + 1);
        let mut row = |n: u32| {
            let mut cells = self.rows.remove(&n)?;
            Some(places.iter().map(|place| cells.remove(place).unwrap_or_default()).collect())
        };
        Ok((0..last).map(|n| row(n).unwrap_or_default()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_cells_take_no_room() {
        let mut grid = Grid::default();
        let mut room = Room::default();
        for (row, column, text) in [(0, 0, "Nom"), (1, 1, " Oui "), (1, 2, " "), (ROWS - 1, COLUMNS - 1, "x")]
        {
            grid.put((row, column), text, &mut room).unwrap();
        }
        for row in 10..400 {
            grid.put((row, 0), "E", &mut room).unwrap();
        }
        let rows = grid.into_rows().unwrap();
        assert_eq!(rows.len(), ROWS as usize);
        assert_eq!(rows[..3], [vec!["Nom", "", ""], vec!["", "Oui", ""], vec![]]);
        assert_eq!(rows.last().unwrap(), &["", "", "x"]);
    }

    #[test]
    fn what_is_really_held_is_bounded() {
        let mut grid = Grid::default();
        let mut room = Room::default();
        let long = "a".repeat(TEXTS / 3);
        for row in 0..3 {
            grid.put((row, 0), &long, &mut room).unwrap();
        }
        assert_eq!(grid.put((3, 0), &long, &mut room), Err(ReadError::TooDemanding));
        assert_eq!(grid.put((ROWS, 0), "x", &mut Room::default()), Err(ReadError::TooDemanding));
        assert_eq!(grid.put((0, u32::MAX), "x", &mut Room::default()), Err(ReadError::TooDemanding));
        assert_eq!(Grid::default().into_rows(), Ok(Vec::new()));
    }
}
