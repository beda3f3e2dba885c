//! Tables as text: which sign parts the cells, and which quotes belong to the file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::columns;

/// Above the names of the columns a program may write so many lines of its own.
pub(super) const LEAD_LINES: usize = 12;
/// What is looked at to tell which sign parts the cells: so many bytes, and so many rows.
const SAMPLE: usize = 64 * 1024;
const SAMPLE_ROWS: usize = 200;

/// The most cells that are kept: each takes far more memory than the sign that ends it.
const CELLS: usize = 1_500_000;
/// The most lines: more are refused of any text.
const LINES: usize = 800_000;

/// A table, cut into cells.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Rows {
    pub rows: Vec<Vec<String>>,
    /// The sign that parts the cells of a text: one and the same from the first row to the last.
    pub delimiter: Option<char>,
    /// Whether columns without names may be guessed: only in a file that is named as a table, or in one with times
    /// that nobody types.
    pub guessed: bool,
}

/// The rows of a text that may be a table.
pub(super) fn rows(extension: &str, text: &str) -> Option<Rows> {
    let named = ["csv", "tsv", "tab"].iter().any(|name| extension.eq_ignore_ascii_case(name));
    let (text, declared) = declared(text.trim_start_matches('\u{FEFF}'));
    let table = |delimiter: char, guessed: bool| {
        let cells = text.bytes().filter(|b| char::from(*b) == delimiter).count();
        let lines = text.bytes().filter(|b| matches!(b, b'\n' | b'\r')).count();
        let rows = || Rows { rows: parsed(text, delimiter), delimiter: Some(delimiter), guessed };
        (cells <= CELLS && lines <= LINES).then(rows)
    };
    if let Some(delimiter) = declared {
        return table(delimiter, true);
    }
    // Bars also draw tables in plain texts.
    let delimiters: &[char] = if named { &['\t', ';', ',', '|'] } else { &['\t', ';', ','] };
    let samples: Vec<(char, Vec<Vec<String>>)> =
        delimiters.iter().map(|&delimiter| (delimiter, sample(text, delimiter))).collect();
    let heads = |rows: &[Vec<String>]| {
        rows.iter().take(if named { LEAD_LINES } else { 1 }).any(|row| columns::named(row).is_some())
    };
    if let Some((delimiter, _)) = samples.iter().find(|(_, rows)| heads(rows)) {
        return table(*delimiter, false);
    }
    if named {
        return table(most_even(&samples)?, true);
    }
    let tabs = samples.first().map(|(_, rows)| rows.iter().take(LEAD_LINES).map(Vec::len).min());
    if tabs.flatten().unwrap_or_default() <= 3 {
        return None;
    }
    let table = table('\t', true)?;
    (columns::times(&table.rows) >= 2).then_some(table)
}

/// The sign that cuts the most rows into equally many cells; of several, the first.
fn most_even(samples: &[(char, Vec<Vec<String>>)]) -> Option<char> {
    let even = |rows: &[Vec<String>]| {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        rows.iter().filter(|row| row.len() > 1).for_each(|row| *counts.entry(row.len()).or_default() += 1);
        // In thousandths; the rows are a few hundred.
        counts.values().max().map_or(0, |most| most * 1000 / rows.len().max(1))
    };
    let scores = samples.iter().map(|(delimiter, rows)| (even(rows), *delimiter));
    // Of equals the last is the greatest, and the first is meant.
    scores.rev().max_by_key(|(score, _)| *score).filter(|(score, _)| *score >= 500).map(|(_, sign)| sign)
}

/// `sep=;` in the first line, as Excel understands it.
fn declared(text: &str) -> (&str, Option<char>) {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    let sign = first.trim().trim_matches('"').strip_prefix("sep=").and_then(|sign| sign.chars().next());
    // A sign of several bytes would cut characters.
    match sign.filter(|sign| sign.is_ascii() && *sign != '"') {
        Some(sign) => (rest.trim_start_matches(['\n', '\r']), Some(sign)),
        None => (text, None),
    }
}

/// The first rows.
fn sample(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let cut = text.floor_char_boundary(SAMPLE);
    let mut rows = parsed(text.get(..cut).unwrap_or_default(), delimiter);
    if cut < text.len() && rows.len() > 1 {
        // What was cut in the middle.
        rows.pop();
    }
    rows.truncate(SAMPLE_ROWS);
    rows
}

fn parsed(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let text = settled(text, delimiter);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    // A text cut at signs of one byte has no row that could not be read.
    let rows = reader.records().filter_map(Result::ok);
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

/// The text with each quote of speech, as in `"Oui" dit-il`, told from the quotes of the file: a quote that begins a
/// cell belongs to the file if another one ends the cell, and two of them inside mean one. Every other cell that begins
/// with a quote is put in quotes of the file.
fn settled(text: &str, delimiter: char) -> Cow<'_, str> {
    let mut out = String::new();
    // How far the text was taken over, and where the next cell begins.
    let (mut from, mut at) = (0, 0);
    while at < text.len() {
        let cell = text.get(at..).unwrap_or_default();
        let end = at + cell.find([delimiter, '\n', '\r']).unwrap_or(cell.len());
        let quoted = cell.starts_with('"');
        if quoted && let Some(next) = closing(text, at, delimiter) {
            at = next;
        } else {
            if quoted {
                let words = text.get(at..end).unwrap_or_default().replace('"', "\"\"");
                out.extend([text.get(from..at).unwrap_or_default(), "\"", &words, "\""]);
                from = end;
            }
            at = end + 1;
        }
    }
    if out.is_empty() {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// Where the cell after one begins that begins with a quote at `at`; `None` where that quote is one of speech.
fn closing(text: &str, at: usize, delimiter: char) -> Option<usize> {
    let mut next = at + 1;
    loop {
        let quote = next + text.get(next..)?.find('"')?;
        let after = text.get(quote + 1..)?;
        if after.starts_with('"') {
            next = quote + 2;
            continue;
        }
        let end = after.find(|c: char| c != ' ' || c == delimiter).unwrap_or(after.len());
        let ends = after.get(end..).is_some_and(|rest| rest.starts_with([delimiter, '\n', '\r']));
        return (ends || end == after.len()).then_some(quote + 1 + end + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> (Vec<Vec<String>>, Option<char>) {
        let table = rows("csv", text).unwrap();
        (table.rows, table.delimiter)
    }

    #[test]
    fn quotes_of_the_file_and_of_speech() {
        for (text, expected) in [
            (
                "speaker,text\nE,\"Oui, \"\"non\"\"\nvoilà\"\nM,Bien",
                vec![vec!["speaker", "text"], vec!["E", "Oui, \"non\"\nvoilà"], vec!["M", "Bien"]],
            ),
            (
                "speaker\ttext\nE\t\"Oui\" dit-il\nM\tBien",
                vec![vec!["speaker", "text"], vec!["E", "\"Oui\" dit-il"], vec!["M", "Bien"]],
            ),
            ("sep=;\nnom;texte\nE;Oui, non", vec![vec!["nom", "texte"], vec!["E", "Oui, non"]]),
            ("sep=;\rnom;texte\rE;Oui, non", vec![vec!["nom", "texte"], vec!["E", "Oui, non"]]),
            (
                "nom;texte\nE;\"Oui\" dit-il ; \"non\"\nM;\"Bien ;\nvoilà\" \nE; \"fin ; là\" ",
                vec![
                    vec!["nom", "texte"],
                    vec!["E", "\"Oui\" dit-il", "\"non\""],
                    vec!["M", "Bien ;\nvoilà"],
                    vec!["E", "\"fin", "là\""],
                ],
            ),
            ("nom;texte\nE;\"Oui\nM;Bien", vec![vec!["nom", "texte"], vec!["E", "\"Oui"], vec!["M", "Bien"]]),
        ] {
            let expected: Vec<Vec<String>> =
                expected.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
            let mut found = cut(text).0;
            found.iter_mut().flatten().for_each(|cell| *cell = cell.trim().to_owned());
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn one_sign_parts_the_cells_of_a_whole_file() {
        for (text, sign) in [
            ("Début;Nom;Texte\n1;E;Oui, non, enfin\n2;M;a,b,c,d", ';'),
            ("E;Oui, et là, voilà\nM;\"Non,\nenfin\"\nE;Ah ?\nM;Oui, bon", ';'),
            ("E,Oui ; là\nM,Non\nE,Ah\nM,\"Oui, bon\"", ','),
            ("E\tOui, et là ; bon\nM\tNon, enfin\nE\tAh", '\t'),
            ("§\nE|Oui\nM|Non", '|'),
            ("sep=§\nE;Oui\nM;Non", ';'),
        ] {
            assert_eq!(cut(text).1, Some(sign), "{text}");
        }
        assert_eq!(rows("csv", "Oui.\nNon, enfin.\nVoilà."), None);
    }

    #[test]
    fn more_cells_than_any_table_has_are_no_table() {
        assert_eq!(rows("csv", &format!("Locuteur;Texte\n{}", ";".repeat(CELLS))), None);
        assert_eq!(rows("csv", &format!("Locuteur;Texte\n{}", "E;a\n".repeat(LINES + 1))), None);
    }

    #[test]
    fn a_plain_text_is_no_table() {
        assert_eq!(rows("txt", "E\tOui\nM\tNon"), None);
        assert_eq!(rows("txt", "Temps, espace\nE : oui"), None);
    }
}
