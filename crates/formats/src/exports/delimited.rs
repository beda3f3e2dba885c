//! Tables as text: which sign parts the cells, and which quotes belong to the file.

use super::columns;

/// Above the names of the columns a program may write so many lines of its own.
pub(super) const LEAD_LINES: usize = 12;

/// The rows of a text that may be a table, and whether columns without names may be guessed in it: only a file
/// that is named as a table, or one with times that nobody types.
pub(super) fn rows(extension: &str, text: &str) -> Option<(Vec<Vec<String>>, bool)> {
    let named = ["csv", "tsv", "tab"].iter().any(|name| extension.eq_ignore_ascii_case(name));
    let text = text.trim_start_matches('\u{FEFF}');
    let (text, declared) = declared(text);
    let delimiters = declared.map_or(vec!['\t', ';', ','], |delimiter| vec![delimiter]);
    // Bars also draw tables in plain texts.
    let delimiters = if named && declared.is_none() { [delimiters, vec!['|']].concat() } else { delimiters };
    let lines: Vec<&str> =
        text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).take(LEAD_LINES).collect();
    let heads = |delimiter: char| {
        let is_head = |line: &&str| columns::named(&cells(line, delimiter)).is_some();
        lines.iter().take(if named { LEAD_LINES } else { 1 }).any(is_head)
    };
    if let Some(&delimiter) = delimiters.iter().find(|&&delimiter| heads(delimiter)) {
        return Some((parsed(text, delimiter), false));
    }
    let parts = |delimiter: char| lines.iter().map(|line| line.matches(delimiter).count()).min().unwrap_or(0);
    if named {
        let delimiter = *delimiters.iter().find(|&&delimiter| parts(delimiter) > 0)?;
        return Some((parsed(text, delimiter), true));
    }
    if parts('\t') < 3 {
        return None;
    }
    let rows = parsed(text, '\t');
    (columns::times(&rows) >= 2).then_some((rows, true))
}

/// `sep=;` in the first line, as Excel understands it.
fn declared(text: &str) -> (&str, Option<char>) {
    let Some((first, rest)) = text.split_once('\n') else { return (text, None) };
    match first.trim().trim_matches('"').strip_prefix("sep=").and_then(|sign| sign.chars().next()) {
        Some(sign) => (rest, Some(sign)),
        None => (text, None),
    }
}

/// The cells of a line without quoted delimiters.
fn cells(line: &str, delimiter: char) -> Vec<String> {
    line.split(delimiter).map(|cell| cell.trim().trim_matches('"').to_owned()).collect()
}

fn parsed(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .quoting(is_quoted(text, delimiter))
        .from_reader(text.as_bytes());
    // Text that is UTF-8 already has no row that could not be read.
    let rows = reader.records().filter_map(Result::ok);
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

/// Whether quotes around cells belong to the file: each one that begins a cell ends one, with a delimiter or an end
/// of line behind it.
fn is_quoted(text: &str, delimiter: char) -> bool {
    let (mut open, mut sound) = (false, true);
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let edge = |c: Option<char>| c.is_none_or(|c| c == delimiter || matches!(c, '\n' | '\r'));
        if c == '"' {
            let next = chars.peek().copied();
            if open && next == Some('"') {
                chars.next();
            } else if open {
                sound &= edge(next);
                open = false;
            } else if edge(before) {
                open = true;
            }
        }
        before = Some(c);
    }
    sound && !open
}

#[cfg(test)]
mod tests {
    use super::*;

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
        ] {
            let expected: Vec<Vec<String>> =
                expected.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
            assert_eq!(rows("csv", text), Some((expected, false)), "{text}");
        }
    }

    #[test]
    fn a_plain_text_is_no_table() {
        assert_eq!(rows("txt", "E\tOui\nM\tNon"), None);
        assert_eq!(rows("txt", "Temps, espace\nE : oui"), None);
    }
}
