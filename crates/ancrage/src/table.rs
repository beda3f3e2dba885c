//! Tables for people: columns aligned by the width that characters have on a terminal.

use unicode_width::UnicodeWidthStr;

/// Cells wider than this are cut, so that a row stays a line; the JSON has everything.
const WIDEST: usize = 72;
const BETWEEN: &str = "  ";

/// A table in the making.
#[derive(Debug, Default)]
pub struct Table {
    headings: Vec<String>,
    right: Vec<bool>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without columns.
    pub fn new() -> Table {
        Table::default()
    }

    /// Adds a column of texts.
    #[must_use]
    pub fn text(self, heading: &str) -> Table {
        self.column(heading, false)
    }

    /// Adds a column of numbers, aligned on the right.
    #[must_use]
    pub fn number(self, heading: &str) -> Table {
        self.column(heading, true)
    }

    fn column(mut self, heading: &str, right: bool) -> Table {
        self.headings.push(heading.to_owned());
        self.right.push(right);
        self
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| one_line(&cell)).collect());
    }

    /// True when there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table as lines.
    pub fn lines(&self) -> String {
        let widths: Vec<usize> = (0..self.headings.len()).map(|column| self.width(column)).collect();
        let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        let mut lines = vec![self.line(&self.headings, &widths), self.line(&rule, &widths)];
        lines.extend(self.rows.iter().map(|row| self.line(row, &widths)));
        lines.join("\n")
    }

    fn width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let widths = cells.chain(self.headings.get(column)).map(|cell| cell.width());
        widths.max().unwrap_or_default()
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let padded = cells.iter().zip(widths).zip(&self.right).map(|((cell, width), right)| {
            let space = " ".repeat(width.saturating_sub(cell.width()));
            if *right { format!("{space}{cell}") } else { format!("{cell}{space}") }
        });
        padded.collect::<Vec<_>>().join(BETWEEN).trim_end().to_owned()
    }
}

/// A cell on one line, cut where it is too wide; what would move the terminal's cursor becomes a space.
fn one_line(cell: &str) -> String {
    let flat: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if flat.width() <= WIDEST {
        return flat;
    }
    let mut kept = String::new();
    for c in flat.chars() {
        kept.push(c);
        if kept.width() >= WIDEST {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_display_width() {
        let mut table = Table::new().text("Nom").number("Mots");
        for (name, words) in [("EMG 1", "7"), ("日本語", "1\u{A0}200"), ("e\u{301}te\u{301}", "12")] {
            table.row([name.to_owned(), words.to_owned()]);
        }
        let expected =
            "Nom      Mots\n──────  ─────\nEMG 1       7\n日本語  1\u{A0}200\ne\u{301}te\u{301}        12";
        assert_eq!(table.lines(), expected);
    }

    #[test]
    fn a_cell_is_one_line_and_not_too_wide() {
        assert_eq!(one_line("a\nb\u{1B}[31mc\td"), "a b [31mc d");
        let cut = one_line(&"é".repeat(200));
        assert_eq!((cut.width(), cut.ends_with('…')), (WIDEST, true));
        let wide = one_line(&"日".repeat(200));
        assert!(wide.width() <= WIDEST && wide.ends_with('…'));
    }
}
