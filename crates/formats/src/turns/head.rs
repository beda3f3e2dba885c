//! What might be the label of a turn, line by line. Nothing is decided here: [`super::accept`] sees the
//! whole document.

use std::collections::BTreeSet;

use super::label::{Form, LABEL_CHARS, LABEL_WORDS, form};
use super::label_word::{is_label_char, parenthesis, word};
use super::signs::{before_time, blank, is_between_signs, is_blank, is_colon, separator, skip_ornaments};
use super::time::{self, Clock};
use super::words::key;
use crate::source::{Cell, CellSpan, Line, Verbatim};

/// A line that begins like a turn. Positions are bytes in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    /// The line, by its number.
    pub line: usize,
    /// Where the line begins, or its table row.
    pub start: usize,
    /// The label, without separator and outer white space.
    pub label: (usize, usize),
    /// Where the utterance may begin.
    pub after: usize,
    /// What parts the label from the utterance.
    pub separator: Separator,
    /// How much the label looks like one.
    pub form: Form,
    /// Time marks beside the label, with the white space that goes with them.
    pub marks: Vec<Mark>,
    /// The cell that holds the label alone, if one does.
    pub cell: Option<Cell>,
}

/// A time mark that leaves the text if the head is a turn's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub start: usize,
    pub end: usize,
    pub ms: u32,
}

/// What parts a label from the utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Separator {
    /// `EMG 1 :`, also around the label as `[EMG 1]`.
    Colon,
    /// A tab, or the border of a table cell.
    Tab,
    /// A time mark, as `EMG 1 00:12`.
    Time,
    /// A dash between spaces.
    Dash,
    /// The end of bold text.
    Bold,
    /// The end of the line.
    Alone,
}

/// Every line that begins like a turn. Labels whose keys the user `named` are taken whatever they look
/// like.
pub(crate) fn heads(verbatim: &Verbatim, named: &BTreeSet<String>) -> Vec<Head> {
    let lines = verbatim.lines.iter().enumerate();
    lines
        .flat_map(|(n, line)| {
            head(verbatim, named, n, line).into_iter().chain(more(verbatim, named, n, line))
        })
        .collect()
}

/// The clear labels with a colon in the cells of a row after the first that has words.
fn more(verbatim: &Verbatim, named: &BTreeSet<String>, number: usize, line: &Line) -> Vec<Head> {
    let Some(row) = &line.row else { return Vec::new() };
    let cells = verbatim.cells.get(row.clone()).unwrap_or_default();
    let scan = Scan { text: &verbatim.text, named, line: number, bold_end: line.bold_end };
    let worded = cells.iter().filter(|cell| !scan.slice(cell.start, cell.end).trim().is_empty());
    let found = worded.skip(1).filter_map(|cell| {
        let at = skip_ornaments(scan.text, scan.skip_white(cell.start, cell.end), cell.end);
        let scan = Scan { bold_end: at, ..scan };
        let head =
            scan.head(at, cell.end).filter(|h| h.separator == Separator::Colon && h.form == Form::Strong)?;
        Some(Head { start: cell.start, ..head })
    });
    found.collect()
}

fn head(verbatim: &Verbatim, named: &BTreeSet<String>, number: usize, line: &Line) -> Option<Head> {
    let scan = Scan { text: &verbatim.text, named, line: number, bold_end: line.bold_end };
    if let Some(row) = &line.row {
        let cells = verbatim.cells.get(row.clone()).unwrap_or_default();
        if let Some(head) = scan.row(cells, line.end) {
            return Some(head);
        }
    }
    let start = skip_ornaments(scan.text, scan.skip_white(line.start, line.end), line.end);
    let head = scan.head(start, line.end)?;
    Some(Head { start: line.start, ..head })
}

/// The head that begins at a byte inside a line, where its line or cell ends at another.
pub(crate) fn head_at(
    verbatim: &Verbatim,
    named: &BTreeSet<String>,
    line: usize,
    (start, end): (usize, usize),
) -> Option<Head> {
    Scan { text: &verbatim.text, named, line, bold_end: start }.head(start, end)
}

#[derive(Clone, Copy)]
struct Scan<'a> {
    text: &'a str,
    named: &'a BTreeSet<String>,
    line: usize,
    bold_end: usize,
}

/// How the words at the beginning of a line end.
struct Stop {
    label: (usize, usize),
    /// After the separator.
    after: usize,
    separator: Separator,
    marks: Vec<Mark>,
}

impl Scan<'_> {
    fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    fn form(&self, (start, end): (usize, usize)) -> Option<Form> {
        let label = self.slice(start, end);
        let named = || !self.named.is_empty() && self.named.contains(&key(label));
        form(label).or_else(|| named().then_some(Form::Strong))
    }

    fn skip_white(&self, at: usize, end: usize) -> usize {
        let rest = self.slice(at, end);
        at + (rest.len() - rest.trim_start_matches(is_blank).len())
    }

    /// A head that begins at `start` and whose line or cell ends at `end`.
    fn head(&self, start: usize, end: usize) -> Option<Head> {
        let mut marks = Vec::new();
        let from = self.leading_mark(start, end, &mut marks);
        let bracket = self.bracket_label(from, end);
        let stop = bracket.or_else(|| self.bold_label(from, end)).or_else(|| self.worded(from, end))?;
        let form = self.form(stop.label)?;
        marks.extend(stop.marks);
        let Stop { label, after, separator, .. } = stop;
        // A number before a colon without a space is an hour of the day.
        let number = self.slice(label.0, label.1).bytes().all(|b| b.is_ascii_digit());
        if number
            && (separator != Separator::Colon || !self.slice(after, end).starts_with(char::is_whitespace))
        {
            return None;
        }
        Some(Head { line: self.line, start, label, after, separator, form, marks, cell: None })
    }

    /// A time mark before the label goes with everything up to the label.
    fn leading_mark(&self, start: usize, end: usize, marks: &mut Vec<Mark>) -> usize {
        let Some(clock) = time::any(self.slice(start, end)) else { return start };
        let mut to = self.skip_white(start + clock.len, end);
        let part = |c: &char| matches!(c, '-' | '–' | '—' | '|' | '>' | '→') || is_colon(*c);
        if let Some(dash) = self.slice(to, end).chars().next().filter(part) {
            to = self.skip_white(to + dash.len_utf8(), end);
        }
        marks.push(Mark { start, end: to, ms: clock.ms });
        to
    }

    /// `[EMG 1] oui`: brackets hold stage directions too, so that the label must be a clear one, or have a
    /// time beside it; and quotes hold what somebody says.
    fn bracket_label(&self, start: usize, end: usize) -> Option<Stop> {
        let rest = self.slice(start, end);
        let opening = rest.chars().next()?;
        let closing = match opening {
            '[' => ']',
            '<' => '>',
            '(' => ')',
            '«' => '»',
            '“' => '”',
            '"' => '"',
            _ => return None,
        };
        let inside = opening.len_utf8();
        let close = rest.char_indices().skip(1).take(LABEL_CHARS).find(|(_, c)| *c == closing)?.0;
        let label = trimmed(rest, inside, close);
        let (label, mut marks) = inner_mark(rest, label);
        let words = &rest[label.0..label.1];
        let form = form(words)?;
        let label = (start + label.0, start + label.1);
        marks.iter_mut().for_each(|mark| (mark.start, mark.end) = (start + mark.start, start + mark.end));
        let mut after = start + close + closing.len_utf8();
        let beside = self.skip_white(after, end);
        if closing == ']'
            && form <= Form::Name
            && let Some(clock) = time::any(self.slice(beside, end))
        {
            marks.push(Mark { start: beside, end: beside + clock.len, ms: clock.ms });
            return Some(Stop { label, after: beside + clock.len, separator: Separator::Time, marks });
        }
        let colon = self.slice(beside, end).chars().next().filter(|c| is_colon(*c));
        after = colon.map_or(after, |colon| beside + colon.len_utf8());
        is_clear(words, form, closing, colon.is_some()).then_some(())?;
        Some(Stop { label, after, separator: Separator::Colon, marks })
    }

    /// A label of words with its separator; `Q. Et la nuit ?` is no line of words alone.
    fn worded(&self, start: usize, end: usize) -> Option<Stop> {
        let dotted = self.dotted(start, end);
        let counted =
            |stop: &Stop| self.slice(stop.label.0, stop.label.1).ends_with(|c: char| c.is_ascii_digit());
        match self.words(start, end) {
            // `R11. Je dirais : le temps`
            Some(stop) if stop.separator != Separator::Alone && !dotted.as_ref().is_some_and(counted) => {
                Some(stop)
            }
            alone => dotted.or(alone),
        }
    }

    /// `Q. Et la nuit ?`, `Q3. `, of question and answer alone: other points end sentences or initials.
    fn dotted(&self, start: usize, end: usize) -> Option<Stop> {
        let rest = self.slice(start, end);
        let number = rest.strip_prefix(['Q', 'R'])?;
        let tail = number.trim_start_matches(|c: char| c.is_ascii_digit());
        let said = tail.strip_prefix(". ").filter(|_| number.len() - tail.len() <= 3)?;
        let begins = said.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '«' | '(' | '"' | '–'));
        let point = start + (rest.len() - tail.len());
        let (label, after) = ((start, point), point + 1);
        begins.then_some(Stop { label, after, separator: Separator::Colon, marks: Vec::new() })
    }

    /// Bold text at the beginning, shorter than the line, without a separator of its own.
    fn bold_label(&self, start: usize, end: usize) -> Option<Stop> {
        let bold = self.slice(start, self.bold_end.min(end));
        let label = trimmed(bold, 0, bold.len());
        let words = &bold[label.0..label.1];
        let short = words.chars().count() <= LABEL_CHARS && words.split_whitespace().count() <= LABEL_WORDS;
        let plain =
            !words.is_empty() && short && words.chars().all(|c| is_label_char(c) || c.is_whitespace());
        let after = start + bold.len();
        let tail = self.slice(after, end);
        let rest = tail.trim_start();
        let parted =
            rest.is_empty() || rest.starts_with(is_colon) || rest.starts_with(['–', '—', '-', '(', '[']);
        let time = time::any(rest).is_some();
        // Bold that ends inside a word ends there by chance.
        let cut = bold.ends_with(char::is_alphanumeric) && tail.starts_with(char::is_alphanumeric);
        if !plain || parted || cut || time || bold.contains('\t') || self.slice(after, end).starts_with('\t')
        {
            return None;
        }
        let label = (start + label.0, start + label.1);
        Some(Stop { label, after, separator: Separator::Bold, marks: Vec::new() })
    }

    /// Words up to a separator, a time mark, a tab or the end of the line.
    fn words(&self, start: usize, end: usize) -> Option<Stop> {
        let mut walk =
            Walk { start, at: start, label_end: start, words: 0, marks: Vec::new(), beside: false };
        loop {
            let rest = self.slice(walk.at, end);
            let spaces = blank(rest);
            let rest = &rest[spaces..];
            let label = self.slice(start, walk.label_end);
            if let Some((separator, len)) = separator(rest, spaces > 0) {
                if separator == Separator::Tab && walk.take_tabbed_time(rest, spaces) {
                    continue;
                }
                let after = walk.at + spaces + len;
                return walk.stop(after, separator, label);
            }
            walk.at += spaces;
            if spaces > 0 && !walk.marks.is_empty() && time::any(rest).is_none() && !rest.starts_with('(') {
                let after = walk.at;
                return walk.stop(after, Separator::Time, label);
            }
            walk.step(rest)?;
        }
    }

    /// A table row: the first cell with words is the label and the next one the utterance, or that first
    /// cell holds both. Numbers of rows are passed over.
    fn row(&self, cells: &[CellSpan], line_end: usize) -> Option<Head> {
        let first = cells.first()?;
        let mut marks = Vec::new();
        let mut worded = cells.iter().enumerate().filter(|(_, span)| {
            let cell = self.slice(span.start, span.end).trim();
            !cell.is_empty() && !cell.bytes().all(|b| b.is_ascii_digit())
        });
        let (mut n, mut span) = worded.next()?;
        if let Some(clock) = self.whole_mark(span) {
            let label = worded.next()?;
            marks.push(Mark { start: span.start, end: label.1.start, ms: clock.ms });
            (n, span) = label;
        }
        let label_start = self.skip_white(span.start, span.end);
        let cell = self.words(label_start, span.end);
        let whole = cell.filter(|stop| self.slice(stop.after, span.end).trim().is_empty());
        let mut head = match (whole, cells.get(n + 1)) {
            (Some(stop), Some(said)) => self.label_cell(stop, span.cell, said, cells.get(n + 2))?,
            _ => self.head(label_start, span.end.min(line_end))?,
        };
        head.start = first.start;
        marks.append(&mut head.marks);
        Some(Head { marks, ..head })
    }

    fn label_cell(&self, stop: Stop, cell: Cell, said: &CellSpan, next: Option<&CellSpan>) -> Option<Head> {
        let form = self.form(stop.label)?;
        let Stop { label, mut marks, .. } = stop;
        let mut after = said.start;
        if let (Some(clock), Some(next)) = (self.whole_mark(said), next) {
            marks.push(Mark { start: said.start - 1, end: said.end, ms: clock.ms });
            after = next.start;
        }
        let (line, start, separator, cell) = (self.line, label.0, Separator::Tab, Some(cell));
        Some(Head { line, start, label, after, separator, form, marks, cell })
    }

    fn whole_mark(&self, span: &CellSpan) -> Option<Clock> {
        let cell = self.slice(span.start, span.end).trim();
        time::any(cell).filter(|clock| clock.len == cell.len())
    }
}

/// The words of a line as they are read.
struct Walk {
    start: usize,
    at: usize,
    label_end: usize,
    words: usize,
    marks: Vec<Mark>,
    /// Whether something stands beside the label, after which no word can belong to it.
    beside: bool,
}

impl Walk {
    /// Takes a time mark, a remark in parentheses or a word.
    fn step(&mut self, rest: &str) -> Option<()> {
        let sign = if self.words > 0 { before_time(rest) } else { 0 };
        let mark = if self.words > 0 { time::any(&rest[sign..]) } else { None };
        if let Some(clock) = mark {
            let end = self.at + sign + clock.len;
            self.marks.push(Mark { start: self.at, end, ms: clock.ms });
            (self.at, self.beside) = (end, true);
        } else if let Some(len) = parenthesis(rest).filter(|_| self.words > 0) {
            (self.at, self.beside) = (self.at + len, true);
        } else {
            let len = word(rest).filter(|_| !self.beside && self.words < LABEL_WORDS)?;
            self.words += 1;
            self.at += len;
            self.label_end = self.at;
        }
        Some(())
    }

    /// Takes a time mark that a tab parts from the label, and that ends the line.
    fn take_tabbed_time(&mut self, rest: &str, spaces: usize) -> bool {
        let tail = rest.trim_start();
        let clock = time::any(tail).filter(|clock| self.words > 0 && tail[clock.len..].trim().is_empty());
        let Some(clock) = clock else { return false };
        let end = self.at + spaces + (rest.len() - tail.len()) + clock.len;
        self.marks.push(Mark { start: self.at, end, ms: clock.ms });
        (self.at, self.beside) = (end, true);
        true
    }

    fn stop(self, after: usize, separator: Separator, label: &str) -> Option<Stop> {
        // A mark before the end of the line is what tells a label from a line of its own.
        let timed = separator == Separator::Alone && !self.marks.is_empty();
        let separator = if timed { Separator::Time } else { separator };
        // In `E. – oui` the point belongs to the dash.
        let point =
            if separator == Separator::Dash { label.len() - label.trim_end_matches('.').len() } else { 0 };
        let ornament = usize::from(is_between_signs(label));
        let label = (self.start + ornament, self.label_end - point.max(ornament));
        (self.words > 0).then_some(Stop { label, after, separator, marks: self.marks })
    }
}

/// A label in brackets without the time beside it there, as `00:12 VL` or `VL 00:12`, and that time.
fn inner_mark(text: &str, (start, end): (usize, usize)) -> ((usize, usize), Vec<Mark>) {
    let inside = text.get(start..end).unwrap_or_default();
    if let Some(clock) = time::bare(inside) {
        let from = start + clock.len;
        let label = trimmed(text, from, end);
        return (label, vec![Mark { start, end: label.0, ms: clock.ms }]);
    }
    let last = inside.rfind(char::is_whitespace).map(|at| at + 1);
    let clock = last.and_then(|at| Some((at, time::bare(inside.get(at..)?)?)));
    match clock.filter(|(at, clock)| at + clock.len == inside.len()) {
        Some((at, clock)) => {
            let mark = Mark { start: start + at, end, ms: clock.ms };
            (trimmed(text, start, start + at), vec![mark])
        }
        None => ((start, end), Vec::new()),
    }
}

/// Whether what stands in brackets is a label and no remark: words of such a form, closed by that sign, with
/// a colon behind it or not.
fn is_clear(words: &str, form: Form, closing: char, colon: bool) -> bool {
    match closing {
        '>' => form <= Form::Name,
        // Remarks in capitals stand in parentheses too.
        ')' => {
            form == Form::Strong
                && (words.chars().count() <= 3 || words.ends_with(|c: char| c.is_ascii_digit()))
        }
        ']' => form == Form::Strong,
        // A word in quotes is somebody's; a label is initials or has a number.
        _ => {
            let capitals =
                !words.contains(char::is_lowercase) || words.ends_with(|c: char| c.is_ascii_digit());
            form == Form::Strong && colon && capitals
        }
    }
}

fn trimmed(text: &str, start: usize, end: usize) -> (usize, usize) {
    let inside = text.get(start..end).unwrap_or_default();
    let from = start + (inside.len() - inside.trim_start().len());
    (from, from + inside.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Look, Paragraph, Source, flatten};

    /// What is seen at the head of a line whose text is bold up to `|`: label, separator, form, rest.
    fn seen(line: &str) -> Option<(String, Separator, Form, String)> {
        let bold = line.find('|').unwrap_or(0);
        let text = line.replacen('|', "", 1);
        let paragraph = Paragraph { text, looks: vec![(0, bold, Look::BOLD)], ..Paragraph::default() };
        let verbatim = flatten(Source { paragraphs: vec![paragraph], ..Source::default() });
        let head = heads(&verbatim, &BTreeSet::new()).pop()?;
        let (text, (start, end)) = (&verbatim.text, head.label);
        Some((text[start..end].to_owned(), head.separator, head.form, text[head.after..].trim().to_owned()))
    }

    fn check(line: &str, label: &str, separator: Separator, form: Form, rest: &str) {
        let expected = (label.to_owned(), separator, form, rest.to_owned());
        assert_eq!(seen(line), Some(expected), "{line}");
    }

    #[test]
    fn labels_with_a_colon() {
        use Form::{Name, Strong, Weak};
        for (line, label, form) in [
            ("EMG 1 : oui", "EMG 1", Strong),
            ("EMG5:oui", "EMG5", Strong),
            ("VL\u{A0}: oui", "VL", Strong),
            ("VL : – oui", "VL", Strong),
            ("VL :- oui", "VL", Strong),
            ("VL\t: oui", "VL", Strong),
            ("- VL : oui", "VL", Strong),
            ("Dr.DEG : oui", "Dr.DEG", Name),
            ("Mme *** : oui", "Mme ***", Strong),
            ("Dr Martin : oui", "Dr Martin", Strong),
            ("L’enquêtrice : oui", "L’enquêtrice", Strong),
            ("Médecin généraliste 3 : oui", "Médecin généraliste 3", Strong),
            ("Moi : oui", "Moi", Strong),
            ("Q : oui", "Q", Strong),
            ("MA : oui", "MA", Strong),
            ("Marie : oui", "Marie", Name),
            ("Mère de Paul : oui", "Mère de Paul", Strong),
            ("jean : oui", "jean", Weak),
            ("[EMG 1] oui", "EMG 1", Strong),
            ("[EMG 1] : oui", "EMG 1", Strong),
            ("EMG 1 (en riant) : oui", "EMG 1", Strong),
            ("EMG 1 et EMG 2 : oui", "EMG 1 et EMG 2", Name),
            ("P1, P2 : oui", "P1, P2", Strong),
            ("-EMG 1 : oui", "EMG 1", Strong),
            ("EMG 1| : oui", "EMG 1", Strong),
            ("EMG 1 :| oui", "EMG 1", Strong),
        ] {
            check(line, label, Separator::Colon, form, "oui");
        }
    }

    #[test]
    fn labels_parted_otherwise() {
        check("Enquêtrice – oui", "Enquêtrice", Separator::Dash, Form::Strong, "oui");
        check("E.- oui", "E", Separator::Dash, Form::Strong, "oui");
        check("EMG 1\toui", "EMG 1", Separator::Tab, Form::Strong, "oui");
        check("EMG 1| oui : non", "EMG 1", Separator::Bold, Form::Strong, "oui : non");
        check("EMG 1 | oui", "EMG 1", Separator::Bold, Form::Strong, "oui");
        check("EMG 1", "EMG 1", Separator::Alone, Form::Strong, "");
        check("EMG 1|", "EMG 1", Separator::Alone, Form::Strong, "");
        check("EMG 1 :", "EMG 1", Separator::Colon, Form::Strong, "");
    }

    #[test]
    fn labels_beside_time_marks() {
        for line in
            ["[00:12:34] EMG 5 : oui", "00:12 – EMG 5 : oui", "EMG 5 (00:12) : oui", "(12:34) EMG 5: oui"]
        {
            check(line, "EMG 5", Separator::Colon, Form::Strong, "oui");
        }
        check("EMG 5 00:12", "EMG 5", Separator::Time, Form::Strong, "");
        check("EMG 5 00:12 oui", "EMG 5", Separator::Time, Form::Strong, "oui");
        check("Dupont Marie (Externe)  0:03", "Dupont Marie", Separator::Time, Form::Name, "");
        check("00:12\tEMG 5\toui", "EMG 5", Separator::Tab, Form::Strong, "oui");
    }

    #[test]
    fn what_is_no_label() {
        for line in [
            "Il m'a dit : non",
            "Bon : voilà",
            "C’était le cas : oui",
            "Oui, enfin : non",
            "Rires : haha",
            "(rires) : oui",
            "[Rires] oui",
            "« Oui » : non",
            "http://exemple.fr",
            "123 : oui",
            "12:30 : oui",
            ": oui",
            "– Oui.",
            "Question ? Oui : non",
            "Un deux trois quatre cinq six : oui",
            "NB : oui",
            "",
            "Exemple : oui",
            "OUI : non",
            "Alors voilà",
            "Par exemple : oui",
        ] {
            assert_eq!(seen(line), None, "{line}");
        }
    }
}
