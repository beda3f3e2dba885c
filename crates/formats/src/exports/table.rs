//! The rows of a table as sayings.

use super::Saying;
use super::columns::{self, Columns};
use super::delimited::LEAD_LINES;
use super::times::{Time, milliseconds, time};

/// What a table holds.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// What stands above the names of the columns.
    pub lead: String,
    pub said: Vec<Saying>,
    /// Names of the columns that are not read although they hold words.
    pub left_out: Option<Vec<String>>,
}

/// Reads rows; without names of columns, these are guessed where that is allowed.
pub(super) fn read(rows: &[Vec<String>], guessed: bool) -> Option<Table> {
    let head = rows.iter().take(LEAD_LINES).enumerate().find_map(|(n, row)| Some((n, columns::named(row)?)));
    let Some((n, columns)) = head else {
        let columns = columns::guessed(rows).filter(|_| guessed)?;
        return Some(Table { said: sayings(rows, &columns), ..Table::default() });
    };
    let lead: Vec<String> = rows[..n].iter().map(|row| row.join(" ").trim().to_owned()).collect();
    let below = rows.get(n + 1..).unwrap_or_default();
    let worded =
        |column: &usize| below.iter().any(|row| row.get(*column).is_some_and(|cell| !cell.trim().is_empty()));
    let names: Vec<String> = columns
        .left_out
        .iter()
        .filter(|column| worded(column))
        .map(|&column| rows[n][column].trim().to_owned())
        .collect();
    let left_out = (!names.is_empty()).then_some(names);
    Some(Table { lead: lead.join("\n").trim().to_owned(), said: sayings(below, &columns), left_out })
}

fn sayings(rows: &[Vec<String>], columns: &Columns) -> Vec<Saying> {
    let mut said: Vec<Saying> = Vec::with_capacity(rows.len());
    let mut times: Vec<Option<Time>> = Vec::with_capacity(rows.len());
    for row in rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())) {
        match said.last_mut().filter(|_| row.len() == 1 && columns.count > 1) {
            // A line break inside a cell that nobody quoted.
            Some(last) => {
                last.text.push('\n');
                last.text.push_str(row[0].trim());
            }
            None => {
                let row = Row { row, columns };
                times.push(columns.start.and_then(|n| time(&row.cell(n))));
                let voice = columns.speaker.map(|n| row.cell(n)).filter(|name| !name.is_empty());
                said.push(Saying { start: None, voice, text: row.text() });
            }
        }
    }
    let words = said.iter().map(|said| said.text.split_whitespace().count()).sum();
    for (said, start) in said.iter_mut().zip(milliseconds(&times, words, false)) {
        said.start = start;
    }
    said
}

/// A row whose words may hold the delimiter, unquoted: it then has cells too many, and they are words.
struct Row<'a> {
    row: &'a [String],
    columns: &'a Columns,
}

impl Row<'_> {
    fn surplus(&self) -> usize {
        self.row.len().saturating_sub(self.columns.count)
    }

    fn cell(&self, n: usize) -> String {
        let n = if n > self.columns.text { n + self.surplus() } else { n };
        self.row.get(n).map_or("", |cell| cell.trim()).to_owned()
    }

    fn text(&self) -> String {
        // A row with a single cell, where nothing comes before it, is words.
        let from = if self.row.len() == 1 { 0 } else { self.columns.text };
        let cells = self.row.get(from..(from + self.surplus() + 1).min(self.row.len())).unwrap_or_default();
        cells.join(",").trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{delimited, shown};
    use super::*;

    fn said(extension: &str, text: &str) -> Vec<String> {
        let (rows, guessed) = delimited::rows(extension, text).unwrap();
        shown(&read(&rows, guessed).unwrap().said)
    }

    #[test]
    fn rows_have_their_times_in_any_form() {
        let text = "Début\tFin\tLocuteur\tTexte\n00:01:02,5\t\tVL\tAlors ?\n1500\t\t\tOui\nenfin non\n2.25\t\tEMG 1\tRien\n";
        assert_eq!(said("txt", text), ["62500 VL: Alors ?", "1500 : Oui\nenfin non", "2250 EMG 1: Rien"]);
        let text = "text;end;start;speaker\nOui; voilà;3;1;E\n\"Non ;\nsi\";5;4;M";
        assert_eq!(said("csv", text), ["1000 E: Oui, voilà", "4000 M: Non ;\nsi"]);
    }

    #[test]
    fn what_stands_above_and_beside_is_known() {
        let text = "Entretien 3\nle 4 mai\nlocuteur,texte,commentaire,n\nE,Oui,hésite,1\nM,Non,,2";
        let (rows, guessed) = delimited::rows("csv", text).unwrap();
        let table = read(&rows, guessed).unwrap();
        assert_eq!(
            (table.lead.as_str(), table.left_out),
            ("Entretien 3\nle 4 mai", Some(vec!["commentaire".to_owned()]))
        );
        assert_eq!(shown(&table.said), ["– E: Oui", "– M: Non"]);
    }
}
