//! From accepted heads to turns: where each utterance begins and ends, and which time marks leave the
//! text.

use unicode_segmentation::GraphemeCursor;

use super::accept::MANY_SPEAKERS;
use super::head::{Head, Mark, Separator};
use super::label::Form;
use super::parts::Part;
use super::time;
use super::words::key;
use crate::cuts::Cut;
use crate::source::{CellSpan, Line, Verbatim};

/// A turn with positions in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Utterance {
    /// The label as written, white space inside reduced to single spaces.
    pub speaker: String,
    pub start: usize,
    pub end: usize,
    /// Milliseconds from the start of the recording.
    pub time: Option<u32>,
}

/// Turns, and what becomes of the text between them.
#[derive(Debug, Default)]
pub(crate) struct Segments {
    pub utterances: Vec<Utterance>,
    /// What leaves the text.
    pub cuts: Vec<Cut>,
    /// Labels with nothing said under them.
    pub empty: Vec<(usize, usize)>,
    /// Labels whose separator is missing or odd.
    pub unseparated: Vec<(usize, usize)>,
    /// Labels in the middle of a line.
    pub inline: Vec<(usize, usize)>,
}

/// Headings beyond one line in this many are no headings but a style used for everything.
const HEADING_SHARE: usize = 10;
/// A heading has at most this many words.
const HEADING_WORDS: usize = 15;

/// Makes turns of the accepted heads, which are in order; the last turn of each part ends with it.
/// Lines of `breaks` are nobody's.
pub(crate) fn segment(
    verbatim: &Verbatim,
    heads: &[&Head],
    parts: &[Part],
    breaks: &[(usize, usize)],
) -> Segments {
    let mut out = Segments::default();
    for (n, head) in heads.iter().enumerate() {
        let next = heads.get(n + 1).map_or(verbatim.text.len(), |next| start(verbatim, next));
        let part = parts.get(parts.partition_point(|part| part.start <= head.start));
        let next = part.map_or(next, |part| next.min(part.start));
        mark_cuts(verbatim, head, &mut out.cuts);
        match cell_at(verbatim, head.after) {
            Some(cell) => rows(verbatim, head, next, cell, &mut out),
            None => lines(verbatim, head, next, breaks, &mut out),
        }
    }
    out
}

/// Finds known labels whose separator was forgotten or mistyped, as `EMG 1 ; oui` or `EMG 1 Oui`. Without a
/// separator, only labels with a number, or of two capitals and more, are clear enough.
pub(crate) fn unseparated(verbatim: &Verbatim, from: usize, heads: &[&Head]) -> Vec<Head> {
    let mut labels: Vec<&str> =
        heads.iter().filter(|h| h.form <= Form::Name).map(|h| words(verbatim, h.label)).collect();
    labels.sort_unstable();
    labels.dedup();
    if labels.len() > MANY_SPEAKERS {
        return Vec::new();
    }
    let taken: std::collections::BTreeSet<usize> = heads.iter().map(|head| head.line).collect();
    let lines = verbatim.lines.iter().enumerate().skip(from).filter(|(n, _)| !taken.contains(n));
    lines.filter_map(|(n, line)| unseparated_head(verbatim, n, line, &labels)).collect()
}

fn unseparated_head(verbatim: &Verbatim, number: usize, line: &Line, labels: &[&str]) -> Option<Head> {
    let text = words(verbatim, (line.start, line.end));
    let start = line.start + (text.len() - text.trim_start().len());
    let text = text.trim_start();
    let label = labels.iter().filter(|label| text.starts_with(**label)).max_by_key(|label| label.len())?;
    let rest = &text[label.len()..];
    let spaces = rest.len() - rest.trim_start_matches([' ', '\u{A0}', '\u{202F}']).len();
    let said = &rest[spaces..];
    let capitals = label.chars().filter(|c| c.is_uppercase()).count();
    let clear = label.len() > 1 && (capitals >= 2 || label.ends_with(|c: char| c.is_ascii_digit()));
    let after = match said.chars().next()? {
        ';' if said[1..].starts_with([' ', '\u{A0}', '\u{202F}']) => spaces + 1,
        _ if !clear => return None,
        ';' => spaces + 1,
        '.' if spaces == 0 && said[1..].starts_with(' ') => 1,
        c if spaces > 0 && c.is_uppercase() => spaces,
        _ => return None,
    };
    let label = (start, start + label.len());
    let (after, separator, form, marks) = (label.1 + after, Separator::Colon, Form::Strong, Vec::new());
    Some(Head { line: number, start, label, after, separator, form, marks, cell: None })
}

fn words(verbatim: &Verbatim, (start, end): (usize, usize)) -> &str {
    verbatim.text.get(start..end).unwrap_or_default()
}

/// Where what belongs to a head begins: its line, or a time mark alone on the line before.
fn start(verbatim: &Verbatim, head: &Head) -> usize {
    time_line(verbatim, head).map_or(head.start, |(line, _)| line.start)
}

/// The line right before a head, if it is a time mark alone.
fn time_line<'a>(verbatim: &'a Verbatim, head: &Head) -> Option<(&'a Line, u32)> {
    let own = verbatim.lines.get(head.line)?;
    let line = verbatim.lines.get(head.line.checked_sub(1)?)?;
    let text = words(verbatim, (line.start, line.end)).trim();
    let clock = time::any(text).filter(|clock| clock.len == text.len())?;
    (head.marks.is_empty() && head.start == own.start).then_some((line, clock.ms))
}

/// Whether a time mark stands beside a label or alone on the line above it.
pub(crate) fn is_timed(verbatim: &Verbatim, head: &Head) -> bool {
    !head.marks.is_empty() || time_line(verbatim, head).is_some()
}

fn mark_cuts(verbatim: &Verbatim, head: &Head, cuts: &mut Vec<Cut>) {
    if let Some((line, _)) = time_line(verbatim, head) {
        cuts.push(Cut::plain((line.start, line.end + 1)));
    }
    for mark in &head.marks {
        if mark.start < head.label.0 {
            cuts.push(Cut::plain((mark.start, mark.end)));
        } else {
            // The white space before the mark goes with it, back to the label or a remark beside it.
            let before = words(verbatim, (head.label.1, mark.start));
            cuts.push(Cut::plain((head.label.1 + before.trim_end().len(), mark.end)));
        }
    }
}

fn time_of(verbatim: &Verbatim, head: &Head) -> Option<u32> {
    head.marks.first().map(|mark: &Mark| mark.ms).or_else(|| time_line(verbatim, head).map(|(_, ms)| ms))
}

/// The label as it is shown: white space inside it as single spaces.
pub(crate) fn shown(label: &str) -> String {
    let mut words = label.split_whitespace();
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |label, word| label + " " + word)
}

/// An utterance that runs to the next head, over paragraphs; headings part it.
fn lines(verbatim: &Verbatim, head: &Head, next: usize, breaks: &[(usize, usize)], out: &mut Segments) {
    let speaker = shown(words(verbatim, head.label));
    let mut time = time_of(verbatim, head);
    let mut from = head.after;
    let mut said = false;
    let inside = &breaks[breaks.partition_point(|span| span.0 < head.after)..];
    let inside = inside.iter().take_while(|span| span.1 <= next);
    for &(end, resume) in inside.chain(std::iter::once(&(next, next))) {
        if !said && let Some(mark) = first_mark(verbatim, from, end) {
            time = time.or(Some(mark.ms));
            out.cuts.push(Cut::plain((mark.start, mark.end)));
            from = mark.end;
        }
        if let Some((start, end)) = trim(&verbatim.text, from, end) {
            out.utterances.push(Utterance { speaker: speaker.clone(), start, end, time: time.take() });
            said = true;
        }
        from = resume;
    }
    if !said {
        out.empty.push(head.label);
    }
}

/// A time mark in brackets with which an utterance begins, with the spaces after it.
pub(crate) fn first_mark(verbatim: &Verbatim, from: usize, end: usize) -> Option<Mark> {
    let text = words(verbatim, (from, end));
    let start = from + (text.len() - text.trim_start().len());
    let clock = time::bracketed(words(verbatim, (start, end)))?;
    let rest = words(verbatim, (start + clock.len, end));
    let spaces = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n').len();
    let end = start + clock.len + spaces;
    // What follows must not combine with what stands before the mark.
    stands_apart(words(verbatim, (end, verbatim.text.len()))).then_some(Mark { start, end, ms: clock.ms })
}

/// The number of the cell that holds a byte.
fn cell_at(verbatim: &Verbatim, at: usize) -> Option<usize> {
    let n = verbatim.cells.partition_point(|span| span.start <= at).checked_sub(1)?;
    verbatim.cells.get(n).filter(|span| at <= span.end).map(|_| n)
}

/// An utterance inside a table: its cell, and those below it, up to the next head. Other columns hold
/// notes or codes, not speech, so each cell is a turn of its own.
fn rows(verbatim: &Verbatim, head: &Head, next: usize, cell: usize, out: &mut Segments) {
    let speaker = shown(words(verbatim, head.label));
    let cells = verbatim.cells.get(cell..).unwrap_or_default();
    let Some(own) = cells.first().map(|span| span.cell) else { return };
    let mut time = time_of(verbatim, head);
    let mut said = false;
    let same_column = |span: &&CellSpan| (span.cell.table, span.cell.column) == (own.table, own.column);
    let following = cells.iter().take_while(|span| span.start < next || span.cell == own);
    for span in following.filter(same_column) {
        let mut from = span.start.max(head.after);
        if !said && let Some(mark) = first_mark(verbatim, from, span.end.min(next)) {
            time = time.or(Some(mark.ms));
            out.cuts.push(Cut::plain((mark.start, mark.end)));
            from = mark.end;
        }
        if let Some((start, end)) = trim(&verbatim.text, from, span.end.min(next)) {
            out.utterances.push(Utterance { speaker: speaker.clone(), start, end, time: time.take() });
            said = true;
        }
    }
    if !said {
        out.empty.push(head.label);
    }
}

/// Lines styled as headings that are nobody's words, as where they begin and where the next line does.
pub(crate) fn heading_lines(verbatim: &Verbatim, heads: &[&Head]) -> Vec<(usize, usize)> {
    let spoken: std::collections::BTreeSet<usize> = heads.iter().map(|head| head.line).collect();
    let short =
        |line: &Line| words(verbatim, (line.start, line.end)).split_whitespace().nth(HEADING_WORDS).is_none();
    let headings = verbatim.lines.iter().enumerate().filter(|(n, line)| line.heading && !spoken.contains(n));
    let spans: Vec<(usize, usize)> =
        headings.filter(|(_, line)| short(line)).map(|(_, line)| (line.start, line.end)).collect();
    if spans.len() * HEADING_SHARE > verbatim.lines.len() { Vec::new() } else { spans }
}

/// A range without outer white space, on grapheme borders; `None` if nothing is left.
pub(crate) fn trim(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let inside = text.get(start..end)?;
    let words = inside.trim();
    if words.is_empty() {
        return None;
    }
    let from = start + (inside.len() - inside.trim_start().len());
    let to = from + words.len();
    // White space that carries a combining mark is part of a grapheme and is kept.
    let from = if is_border(text, from) { from } else { border_before(text, from).max(start) };
    let to = if is_border(text, to) { to } else { border_after(text, to).min(end) };
    Some((from, to))
}

/// Whether a grapheme begins at a byte.
pub(crate) fn is_border(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// Whether a text would begin a grapheme after a space.
pub(crate) fn stands_apart(text: &str) -> bool {
    text.chars().next().is_none_or(|first| is_border(&format!(" {first}"), 1))
}

/// The first grapheme border from a byte on.
pub(crate) fn border_from(text: &str, at: usize) -> usize {
    if is_border(text, at) { at } else { border_after(text, at) }
}

fn border_before(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(at)
}

fn border_after(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(at)
}

/// Whether an utterance may begin where a head says: not inside a grapheme that holds the separator.
pub(crate) fn is_sound(verbatim: &Verbatim, head: &Head) -> bool {
    is_border(&verbatim.text, head.after) && !key(words(verbatim, head.label)).is_empty()
}
