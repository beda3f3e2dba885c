//! Texts in Markdown, as Google Docs, Notion, Obsidian and chat programs export them: marks become looks, and
//! leave the text; everything that may be speech stays, above all dashes and numbers before lines.

mod emphasis;

use crate::source::{Builder, Look, Source};

/// A plain text is Markdown when so many of its lines, in hundredths, begin in bold.
const BOLD_LINES: usize = 20;
/// And at least so many.
const FEW: usize = 4;

/// Whether a text is Markdown: by its name, or because many of its lines begin with marks of bold.
pub(crate) fn is_markdown(extension: &str, text: &str) -> bool {
    if ["md", "markdown", "mdown", "mkd", "qmd", "rmd"]
        .iter()
        .any(|name| extension.eq_ignore_ascii_case(name))
    {
        return true;
    }
    let (mut lines, mut bold) = (0usize, 0usize);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines += 1;
        let inside = line.strip_prefix("**").and_then(|rest| rest.split_once("**"));
        bold += usize::from(inside.is_some_and(|(words, _)| words.contains(char::is_alphabetic)));
    }
    bold >= FEW && bold * 100 >= lines * BOLD_LINES
}

/// Reads Markdown. Never fails.
pub(crate) fn read(text: &str) -> Source {
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let mut reader = Reader { asking: asking(&lines), ..Reader::default() };
    let mut n = 0;
    while let Some(line) = lines.get(n) {
        n += reader.block(line, lines.get(n..).unwrap_or_default()).max(1);
    }
    reader.close();
    reader.out.finish(Vec::new())
}

/// How many marks the titles have that are the questions of an interview: at least half of a few that ask.
fn asking(lines: &[&str]) -> Option<usize> {
    let level = |line: &str| line.trim().len() - line.trim().trim_start_matches('#').len();
    let titles =
        |of: usize| lines.iter().filter(move |line| heading(line.trim()).is_some() && level(line) == of);
    (1..=6).find(|&of| {
        let asked = titles(of).filter(|line| line.trim().ends_with('?')).count();
        asked >= 2 && asked * 2 >= titles(of).count()
    })
}

/// What a line is by its first signs.
#[derive(Debug, PartialEq, Eq)]
enum Kind<'a> {
    Blank,
    Heading(usize, &'a str),
    /// A line drawn between parts, or around code.
    Rule,
    /// A line that says that the one above is a title.
    Underline,
    Quote(&'a str),
    Bullet(&'a str),
    Words,
}

fn kind(line: &str) -> Kind<'_> {
    let words = line.trim();
    let drawn = |c: char, least: usize| words.len() >= least && words.chars().all(|other| other == c);
    if words.is_empty() {
        Kind::Blank
    } else if drawn('=', 3) {
        Kind::Underline
    } else if drawn('-', 3) || drawn('_', 3) || words.starts_with("```") {
        Kind::Rule
    } else if let Some(title) = heading(words) {
        Kind::Heading(words.len() - words.trim_start_matches('#').len(), title)
    } else if let Some(rest) = words.strip_prefix('>') {
        Kind::Quote(rest.trim_start_matches(['>', ' ']))
    } else if let Some(rest) = words.strip_prefix("* ").or(words.strip_prefix("+ ")) {
        Kind::Bullet(rest)
    } else {
        Kind::Words
    }
}

fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let marks = line.len() - rest.len();
    ((1..=6).contains(&marks) && rest.starts_with(' ')).then(|| rest.trim().trim_end_matches('#').trim_end())
}

#[derive(Debug, Default)]
struct Reader {
    out: Builder,
    /// Lines of words that belong together.
    block: Vec<String>,
    /// Whether they are quoted.
    quoted: bool,
    /// The level of the titles that are questions.
    asking: Option<usize>,
}

impl Reader {
    /// Reads the block that `line` begins; answers with how many lines it has.
    fn block(&mut self, line: &str, rest: &[&str]) -> usize {
        if let Some(rows) = table(rest) {
            self.close();
            return self.table(&rows, rest);
        }
        match kind(line) {
            Kind::Blank => {
                self.close();
                self.out.close();
            }
            Kind::Rule => self.close(),
            Kind::Underline => self.title(),
            Kind::Heading(level, title) => {
                self.close();
                self.heading(title, self.asking == Some(level));
            }
            Kind::Quote(words) => {
                if !self.quoted {
                    self.close();
                }
                self.quoted = true;
                self.line(words);
            }
            Kind::Bullet(words) => {
                self.close();
                self.line(words);
                self.out.paragraph().listed = true;
                self.close();
            }
            Kind::Words => self.line(line.trim()),
        }
        1
    }

    /// Adds a line to the words that are read; an end that asks for a new line says nothing more here.
    fn line(&mut self, words: &str) {
        let words = words.trim_end();
        let odd = words.len() - words.trim_end_matches('\\').len();
        self.block.push(if odd % 2 == 1 { &words[..words.len() - 1] } else { words }.to_owned());
    }

    /// Ends the words that are read, if there are any.
    fn close(&mut self) {
        let block = std::mem::take(&mut self.block);
        let quoted = std::mem::take(&mut self.quoted);
        if block.is_empty() {
            return;
        }
        self.words(&block.join("\n"), Look::default());
        if quoted {
            self.out.paragraph().style = Some("quote".into());
        }
        self.out.close();
    }

    fn words(&mut self, words: &str, look: Look) {
        for (piece, of) in emphasis::pieces(words) {
            self.out
                .push(&piece, Look { bold: look.bold || of.bold, italic: look.italic || of.italic, ..look });
        }
        // A paragraph without words is one nevertheless.
        self.out.paragraph();
    }

    /// The words read last are a title.
    fn title(&mut self) {
        let title = self.block.pop();
        self.close();
        if let Some(title) = title {
            self.heading(&title, false);
        }
    }

    /// A title, or, where questions are written as titles, what is `asked`: in bold then, as others write it.
    fn heading(&mut self, title: &str, asked: bool) {
        self.words(title, Look { bold: asked, ..Look::default() });
        self.out.paragraph().heading = !asked;
        self.out.close();
    }

    fn table(&mut self, rows: &[Vec<&str>], lines: &[&str]) -> usize {
        self.out.begin_table();
        for row in rows {
            self.out.begin_row();
            for cell in row {
                let begun = self.out.begin_cell();
                self.words(&cell.replace("<br>", "\n").replace("<br/>", "\n"), Look::default());
                self.out.end_cell(begun);
            }
        }
        self.out.end_table();
        lines.iter().take_while(|line| line.contains('|')).count()
    }
}

/// The rows of a table that begins here, without the line under its head.
fn table<'a>(lines: &[&'a str]) -> Option<Vec<Vec<&'a str>>> {
    let (first, ruler) = (lines.first()?, lines.get(1)?);
    let drawn = ruler.contains('-')
        && ruler.contains('|')
        && ruler.trim().chars().all(|c| matches!(c, '-' | '|' | ':' | ' '));
    if !first.contains('|') || !drawn {
        return None;
    }
    let rows = lines.iter().take_while(|line| line.contains('|'));
    let rows = rows.enumerate().filter(|(n, _)| *n != 1).map(|(_, line)| cells(line));
    Some(rows.filter(|row| row.iter().any(|cell| !cell.is_empty())).collect())
}

/// The cells of a row; a bar behind a backslash is none.
fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(line);
    let (mut cells, mut from) = (Vec::new(), 0);
    for (at, _) in line.match_indices('|') {
        if !line[..at].ends_with('\\') {
            cells.push(line[from..at].trim());
            from = at + 1;
        }
    }
    cells.push(line[from..].trim());
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        read(text).paragraphs.into_iter().map(|paragraph| paragraph.text).collect()
    }

    #[test]
    fn marks_leave_and_words_stay() {
        for (text, expected) in [
            (
                "# Entretien 3\n\n**E :** Oui ?\n\n> *non*\n> voilà",
                vec!["Entretien 3", "", "E : Oui ?", "", "non\nvoilà"],
            ),
            ("- Oui ?\n- Non\n* un\n1. deux", vec!["- Oui ?\n- Non", "un", "1. deux"]),
            (
                "E : M. *** et [...] l'a vu  \nbien\\\nsûr\n---\nfin",
                vec!["E : M. *** et [...] l'a vu\nbien\nsûr", "fin"],
            ),
            ("Titre\n=====\n#hashtag", vec!["Titre", "#hashtag"]),
            ("MG\\_5 : peut\\-être \\! 2\\*3", vec!["MG_5 : peut-être ! 2*3"]),
        ] {
            assert_eq!(lines(text), expected, "{text}");
        }
    }

    #[test]
    fn tables_and_questions_as_titles_are_kept_apart() {
        let source = read(
            "| Qui | Quoi |\n|---|:--|\n| E | Oui \\| non |\n| M | **Bah** |\n\n### Et vous ?\n### Mmh.\n### Ah ?\n## Thème",
        );
        let cells: Vec<_> =
            source.paragraphs.iter().filter_map(|p| Some((p.cell?.row, p.text.as_str()))).collect();
        assert_eq!(cells, [(0, "Qui"), (0, "Quoi"), (1, "E"), (1, "Oui | non"), (2, "M"), (2, "Bah")]);
        let titles: Vec<_> = source.paragraphs.iter().map(|p| p.heading).collect();
        assert_eq!(titles[titles.len() - 4..], [false, false, false, true]);
    }

    #[test]
    fn plain_texts_are_not_markdown() {
        assert!(!is_markdown("txt", "E : oui\nM : **non**\nE : *bon*"));
        assert!(is_markdown("txt", &"**E :** oui\n**M :** non\n\n".repeat(3)));
        assert!(is_markdown("MD", "oui"));
        assert!(!is_markdown("txt", &"*** : oui\n*** : ***\n".repeat(6)));
    }
}
