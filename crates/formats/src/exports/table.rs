//! The rows of a table as sayings.

use std::collections::BTreeSet;

use super::Saying;
use super::columns::{self, Columns};
use super::delimited::{LEAD_LINES, Rows};
use super::times::{Time, milliseconds, time};

/// What a table holds.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// What stands above the names of the columns.
    pub lead: String,
    pub said: Vec<Saying>,
    /// Names of the columns that are not read although they hold words.
    pub left_out: Vec<String>,
}

/// Reads rows; without names of columns, these are guessed where that is allowed.
pub(super) fn read(table: &Rows) -> Option<Table> {
    let rows = &table.rows;
    let delimiter = table.delimiter.unwrap_or(' ');
    let head = rows.iter().take(LEAD_LINES).enumerate().find_map(|(n, row)| Some((n, columns::named(row)?)));
    let Some((n, columns)) = head else {
        let columns = columns::guessed(rows).filter(|_| table.guessed)?;
        let left_out = columns::left_out(&columns, &[], rows);
        return Some(Table {
            said: Reading::new(rows, &columns, delimiter).sayings(),
            left_out,
            ..Table::default()
        });
    };
    let lead: Vec<String> = rows[..n].iter().map(|row| whole(row, delimiter)).collect();
    let below = rows.get(n + 1..).unwrap_or_default();
    let left_out = columns::left_out(&columns, &rows[n], below);
    let said = Reading::new(below, &columns, delimiter).sayings();
    Some(Table { lead: lead.join("\n").trim().to_owned(), said, left_out })
}

/// A row as it was written, without empty cells at its end.
fn whole(row: &[String], delimiter: char) -> String {
    let cells = filled(row);
    cells.join(&delimiter.to_string()).trim().to_owned()
}

/// A row without the empty cells at its end.
fn filled(row: &[String]) -> &[String] {
    let count = row.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    row.get(..count).unwrap_or_default()
}

/// Rows being read. No word of any row is lost: a row with too few cells goes on with the words of the row before, or
/// has words where it has neither a time nor a known name; one with too many has the delimiter in its words.
struct Reading<'a> {
    rows: &'a [Vec<String>],
    columns: &'a Columns,
    delimiter: char,
    /// Who speaks in the rows that have all their cells.
    names: BTreeSet<&'a str>,
    /// Whether these rows have a time where the times stand.
    timed: bool,
}

impl<'a> Reading<'a> {
    fn new(rows: &'a [Vec<String>], columns: &'a Columns, delimiter: char) -> Self {
        let whole = || rows.iter().filter(|row| row.len() == columns.count);
        let cells =
            |column: Option<usize>| whole().filter_map(move |row| row.get(column?)).map(|cell| cell.trim());
        let names = cells(columns.speaker).filter(|name| !name.is_empty()).collect();
        let times = cells(columns.start).filter(|cell| time(cell).is_some()).count();
        Self { rows, columns, delimiter, names, timed: times > 0 && times * 2 > whole().count() }
    }

    fn sayings(&self) -> Vec<Saying> {
        let mut said: Vec<Saying> = Vec::with_capacity(self.rows.len());
        let mut times: Vec<Option<Time>> = Vec::with_capacity(self.rows.len());
        for row in self.rows.iter().filter(|row| !filled(row).is_empty()) {
            match said.last_mut().filter(|_| self.goes_on(row)) {
                // A line break inside a cell that nobody quoted.
                Some(last) => {
                    last.text.push('\n');
                    last.text.push_str(&whole(row, self.delimiter));
                }
                None => {
                    let (start, saying) = self.saying(row);
                    times.push(start);
                    said.push(saying);
                }
            }
        }
        let words = said.iter().map(|said| said.text.split_whitespace().count()).sum();
        for (said, start) in said.iter_mut().zip(milliseconds(&times, words, false)) {
            said.start = start;
        }
        said
    }

    /// Whether a row is what follows a line break in the words of the row before.
    fn goes_on(&self, row: &[String]) -> bool {
        let cell = |column: Option<usize>| column.and_then(|n| row.get(n)).map(|cell| cell.trim());
        let named = cell(self.columns.speaker).is_some_and(|name| self.names.contains(name));
        let stamped = cell(self.columns.start).is_some_and(|cell| time(cell).is_some());
        if row.len() == 1 && self.columns.count > 1 {
            return !stamped;
        }
        let short = row.len() <= self.columns.text;
        let untimed = self.timed && cell(self.columns.start).is_some_and(|cell| !cell.is_empty() && !stamped);
        !named && !stamped && (short || (untimed && self.surplus(row) > 0))
    }

    fn saying(&self, row: &[String]) -> (Option<Time>, Saying) {
        if row.len() <= self.columns.text {
            return self.short(row);
        }
        let surplus = self.surplus(row);
        let place = |n: usize| if n > self.columns.text { n + surplus } else { n };
        let cell = |n: usize| row.get(place(n)).map_or("", |cell| cell.trim());
        let start = self.columns.start.and_then(|n| time(cell(n)));
        let voice = self.columns.speaker.map(cell).filter(|name| !name.is_empty()).map(str::to_owned);
        let cells = row.get(self.columns.text..=self.columns.text + surplus).unwrap_or_default();
        let mut text = cells.join(&self.delimiter.to_string()).trim().to_owned();
        if text.is_empty() && voice.is_none() && start.is_none() {
            // A remark across the table, in the first column.
            text = whole(row, ' ');
        }
        (start, Saying { start: None, voice, text })
    }

    /// How many cells the words of a row take beyond one.
    fn surplus(&self, row: &[String]) -> usize {
        filled(row).len().saturating_sub(self.columns.count)
    }

    /// A row that ends before the column of the words: what is neither a time nor a known name in its place is words.
    fn short(&self, row: &[String]) -> (Option<Time>, Saying) {
        let mut start = None;
        let mut voice = None;
        let mut words = Vec::new();
        for (n, cell) in row.iter().map(|cell| cell.trim()).enumerate().filter(|(_, cell)| !cell.is_empty()) {
            if self.columns.start == Some(n) && time(cell).is_some() {
                start = time(cell);
            } else if self.columns.speaker == Some(n) && self.names.contains(cell) {
                voice = Some(cell.to_owned());
            } else if time(cell).is_none() {
                words.push(cell);
            }
        }
        (start, Saying { start: None, voice, text: words.join(&self.delimiter.to_string()) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{delimited, shown};
    use super::*;

    fn table(extension: &str, text: &str) -> Table {
        read(&delimited::rows(extension, text).unwrap()).unwrap()
    }

    fn said(extension: &str, text: &str) -> Vec<String> {
        shown(&table(extension, text).said)
    }

    #[test]
    fn rows_have_their_times_in_any_form() {
        let text = "Début\tFin\tLocuteur\tTexte\n00:01:02,5\t\tVL\tAlors ?\n1500\t\t\tOui\nenfin non\n2.25\t\tEMG 1\tRien\n";
        assert_eq!(said("txt", text), ["62500 VL: Alors ?", "1500 : Oui\nenfin non", "2250 EMG 1: Rien"]);
        let text = "text;end;start;speaker\nOui; voilà;3;1;E\n\"Non ;\nsi\";5;4;M";
        assert_eq!(said("csv", text), ["1000 E: Oui; voilà", "4000 M: Non ;\nsi"]);
    }

    #[test]
    fn what_stands_above_and_beside_is_known() {
        let text = "Entretien 3\nle 4 mai, à Lyon\nlocuteur,texte,commentaire,n\nE,Oui,hésite,1\nM,Non,,2";
        let table = table("csv", text);
        assert_eq!(table.lead, "Entretien 3\nle 4 mai, à Lyon");
        assert_eq!(table.left_out, ["commentaire"]);
        assert_eq!(shown(&table.said), ["– E: Oui", "– M: Non"]);
    }

    #[test]
    fn rows_with_fewer_cells_keep_their_words() {
        let head = "Début;Fin;Locuteur;Texte\n0:01;0:02;VL;Alors ?\n0:03;0:04;EMG 1;Oui\n";
        for (rows, expected) in [
            // A line break and a delimiter in words that nobody quoted.
            ("enfin; non; pas", vec!["3000 EMG 1: Oui\nenfin; non; pas"]),
            ("enfin; non; pas; si; voilà", vec!["3000 EMG 1: Oui\nenfin; non; pas; si; voilà"]),
            ("0:05;Je ne sais pas", vec!["3000 EMG 1: Oui", "5000 : Je ne sais pas"]),
            ("0:05;0:06;Je ne sais pas", vec!["3000 EMG 1: Oui", "5000 : Je ne sais pas"]),
            ("0:05;0:06;VL", vec!["3000 EMG 1: Oui", "5000 VL: "]),
            ("0:05", vec!["3000 EMG 1: Oui", "5000 : "]),
            (";;VL;Et ?;;", vec!["3000 EMG 1: Oui", "– VL: Et ?"]),
            ("Seconde partie;;;", vec!["3000 EMG 1: Oui", "– : Seconde partie"]),
            ("0:05;0:06;Claire;", vec!["3000 EMG 1: Oui", "5000 Claire: "]),
            ("0:05;;VL;Et ? Oui; là", vec!["3000 EMG 1: Oui", "5000 VL: Et ? Oui; là"]),
        ] {
            let found = said("csv", &format!("{head}{rows}"));
            assert_eq!(found[1..], expected, "{rows}");
        }
    }

    #[test]
    fn columns_without_a_name_are_told() {
        let text = "n;locuteur;texte;;\n1;E;Oui;hésite un peu;7\n2;M;Non;;8";
        assert_eq!(table("csv", text).left_out, ["D : hésite un peu"]);
        let text = "E;Alors, comment ça va ?;calme\nM;Bien, enfin je crois;\nE;Et le soir, vous dormez ?;\nM;Non, pas du tout;agité";
        assert_eq!(table("csv", text).left_out, ["C : calme"]);
    }

    #[test]
    fn a_million_columns_are_told_as_one() {
        let wide = ";".repeat(100_000);
        let table =
            table("csv", &format!("locuteur;texte;{wide}\nE;Oui{wide};loin\n{}", "M;Non\n".repeat(100_000)));
        assert_eq!((table.said.len(), table.left_out), (100_001, vec!["… : loin".to_owned()]));
    }

    #[test]
    fn columns_of_numbers_that_hold_sentences_are_told() {
        let text = "segment;locuteur;texte\nOn parle de la route;E;Oui\n;M;Non";
        assert_eq!(table("csv", text).left_out, ["segment"]);
        assert!(table("csv", "segment;locuteur;texte\n12 b;E;Oui\n13;M;Non").left_out.is_empty());
    }
}
