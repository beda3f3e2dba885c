//! Joins the paragraphs of a source into one text in normal form, and carries what was known of them
//! along: positions are bytes here, and become scalar offsets only in the finished transcript.

use std::ops::Range;

use model::text::normalise;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::{Anchor, Cell, Joint, Look, Paragraph, Source};
use crate::transcript::WarningKind;

/// The text of a file, in normal form, without blank lines at the ends. Positions are bytes in `text`.
#[derive(Debug, Default)]
pub(crate) struct Verbatim {
    pub text: String,
    /// Every line of `text`, in order.
    pub lines: Vec<Line>,
    /// The cells of all tables, in order.
    pub cells: Vec<CellSpan>,
    /// What is known of every paragraph of the source, in order.
    pub paragraphs: Vec<About>,
    /// Where the text looks other than plain, in order and disjoint.
    pub looks: Vec<(usize, usize, Look)>,
    /// The cues of subtitles, in order; empty for anything else.
    pub cues: Vec<CueSpan>,
    pub comments: Vec<Remark>,
    pub notices: Vec<Notice>,
}

/// One line of the text, without its `\n`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub start: usize,
    pub end: usize,
    /// End of the bold text with which the line begins; `start` if it begins otherwise.
    pub bold_end: usize,
    /// Whether the paragraph is a heading or a title.
    pub heading: bool,
    /// The paragraph that holds the line, as an index in [`Verbatim::paragraphs`].
    pub paragraph: usize,
    /// The cells, as indices in [`Verbatim::cells`], of the table row that begins here.
    pub row: Option<Range<usize>>,
}

/// What is known of a paragraph beside its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct About {
    pub style: Option<String>,
    pub listed: bool,
}

/// A cell and what it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CellSpan {
    pub cell: Cell,
    pub start: usize,
    pub end: usize,
}

/// A cue of subtitles and what it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CueSpan {
    pub start: usize,
    pub end: usize,
    /// Milliseconds from the start of the recording, where the file tells.
    pub time: Option<u32>,
    /// Where the label ends and the utterance begins, if the file's markup names who speaks.
    pub voice: Option<(usize, usize)>,
}

/// A comment and what it covers.
#[derive(Debug)]
pub(crate) struct Remark {
    pub author: String,
    pub at: Option<String>,
    pub text: String,
    pub start: usize,
    pub end: usize,
    /// The comment that this one answers, by its place among them.
    pub reply_to: Option<usize>,
}

/// A warning with its place.
#[derive(Debug)]
pub(crate) struct Notice {
    pub kind: WarningKind,
    pub at: Option<usize>,
    pub text: String,
    pub count: usize,
}

/// Joins, normalises and trims. Never fails.
pub(crate) fn flatten(source: Source) -> Verbatim {
    let joined = Joined::new(&source.paragraphs);
    let mut marks = Marks::gather(&source, &joined);
    let normal = Normal::new(joined.text, &mut marks.all);
    let (from, to) = worded(&normal.text);
    marks.shift(from, to);
    let text = normal.text.get(from..to).unwrap_or_default().to_owned();
    build(source, text, &marks, normal.soft_hyphens)
}

fn build(source: Source, text: String, marks: &Marks, hyphens: Option<(usize, usize)>) -> Verbatim {
    let cells = cell_spans(&source.paragraphs, marks);
    let looks = marks.look_spans(&source.paragraphs);
    let lines = lines(&text, &source.paragraphs, marks, &cells, &bold_spans(&text, &looks));
    let cues = cue_spans(&source.paragraphs, marks);
    let mut notices = replaced(&text);
    notices.extend(hyphens.map(|(count, at)| soft_hyphens(&text, count, marks.shifted(at))));
    notices.extend(source.warnings.into_iter().zip(&marks.warnings).map(|(warning, &mark)| Notice {
        kind: warning.kind,
        at: warning.at.map(|_| marks.all[mark]),
        text: warning.text,
        count: warning.count,
    }));
    let comments = source.comments.into_iter().zip(&marks.comments);
    let remark = |(comment, &(start, end)): (super::SourceComment, &(usize, usize))| {
        let (start, end) = tidy(&text, marks.all[start], marks.all[end]);
        let reply_to = comment.reply_to;
        Remark { author: comment.author, at: comment.at, text: comment.text, start, end, reply_to }
    };
    let comments = comments.map(remark).collect();
    let about = |paragraph: Paragraph| About { style: paragraph.style, listed: paragraph.listed };
    let paragraphs = source.paragraphs.into_iter().map(about).collect();
    Verbatim { text, lines, cells, paragraphs, looks, cues, comments, notices }
}

/// A comment's range without the white space that a selection easily drags along.
fn tidy(text: &str, start: usize, end: usize) -> (usize, usize) {
    let Some(inside) = text.get(start..end.max(start)) else { return (start, start) };
    let trimmed = inside.trim();
    if trimmed.is_empty() {
        return (start, end.max(start));
    }
    let start = start + (inside.len() - inside.trim_start().len());
    (start, start + trimmed.len())
}

/// The paragraphs one after the other, before normalisation.
struct Joined {
    text: String,
    /// Where each paragraph begins and ends.
    spans: Vec<(usize, usize)>,
}

impl Joined {
    fn new(paragraphs: &[Paragraph]) -> Self {
        let size = paragraphs.iter().map(|p| p.text.len() + 1).sum();
        let mut text = String::with_capacity(size);
        let mut spans = Vec::with_capacity(paragraphs.len());
        for (n, paragraph) in paragraphs.iter().enumerate() {
            if n > 0 {
                text.push(if paragraph.joint == Joint::Cell { '\t' } else { '\n' });
            }
            spans.push((text.len(), text.len() + paragraph.text.len()));
            text.push_str(&paragraph.text);
        }
        Self { text, spans }
    }

    fn place(&self, anchor: Anchor) -> usize {
        let Some(&(start, end)) = self.spans.get(anchor.paragraph) else { return self.text.len() };
        (start + anchor.byte).min(end)
    }
}

/// Every position that must follow the text through normalisation: first in the joined text, then,
/// mapped in place, in the normal one. The other fields are indices into `all`.
struct Marks {
    all: Vec<usize>,
    /// Per paragraph, its start and end.
    paragraphs: usize,
    /// Spans of a look, start and end, in order.
    looks: Range<usize>,
    /// Of each voice, in order, the end of the label and the beginning of the utterance.
    voices: Range<usize>,
    comments: Vec<(usize, usize)>,
    warnings: Vec<usize>,
    cut: (usize, usize),
}

impl Marks {
    fn gather(source: &Source, joined: &Joined) -> Self {
        let mut all: Vec<usize> = joined.spans.iter().flat_map(|&(start, end)| [start, end]).collect();
        let paragraphs = all.len();
        for (paragraph, &(start, _)) in source.paragraphs.iter().zip(&joined.spans) {
            all.extend(paragraph.looks.iter().flat_map(|&(from, to, _)| [start + from, start + to]));
        }
        let looks = paragraphs..all.len();
        for (paragraph, &(start, _)) in source.paragraphs.iter().zip(&joined.spans) {
            let voice = paragraph.cue.and_then(|cue| cue.voice);
            all.extend(voice.iter().flat_map(|voice| [start + voice.label, start + voice.said]));
        }
        let voices = looks.end..all.len();
        let mut add = |anchor: Anchor| {
            all.push(joined.place(anchor));
            all.len() - 1
        };
        let comments = source.comments.iter().map(|c| (add(c.start), add(c.end))).collect();
        let nowhere = Anchor { paragraph: 0, byte: 0 };
        let warnings = source.warnings.iter().map(|w| add(w.at.unwrap_or(nowhere))).collect();
        Self { all, paragraphs, looks, voices, comments, warnings, cut: (0, 0) }
    }

    /// Follows the removal of everything outside `from..to`.
    fn shift(&mut self, from: usize, to: usize) {
        self.cut = (from, to);
        for mark in &mut self.all {
            *mark = (*mark).clamp(from, to) - from;
        }
    }

    fn shifted(&self, at: usize) -> usize {
        at.clamp(self.cut.0, self.cut.1) - self.cut.0
    }

    fn paragraph(&self, n: usize) -> (usize, usize) {
        (self.all[2 * n], self.all[2 * n + 1])
    }

    /// Where the whole text looks other than plain.
    fn look_spans(&self, paragraphs: &[Paragraph]) -> Vec<(usize, usize, Look)> {
        debug_assert_eq!(self.looks.start, self.paragraphs);
        let looks = paragraphs.iter().flat_map(|paragraph| paragraph.looks.iter().map(|look| look.2));
        let places = self.all.get(self.looks.clone()).unwrap_or_default().chunks_exact(2);
        places.zip(looks).map(|(pair, look)| (pair[0], pair[1], look)).collect()
    }
}

/// Bold spans of the whole text, joined where only white space parts them.
fn bold_spans(text: &str, looks: &[(usize, usize, Look)]) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for &(start, end, _) in looks.iter().filter(|(_, _, look)| look.bold) {
        match spans.last_mut() {
            Some(last) if text.get(last.1..start).is_some_and(|gap| gap.trim().is_empty()) => {
                last.1 = end;
            }
            _ => spans.push((start, end)),
        }
    }
    spans
}

/// A text in normal form, with the soft hyphens dropped from it: how many, and where the first was.
struct Normal {
    text: String,
    soft_hyphens: Option<(usize, usize)>,
}

impl Normal {
    /// Normalises `raw` and maps `marks` in place. The whole is normalised at once where that changes
    /// nothing; otherwise piece by piece between the marks, cut where no character composes across.
    fn new(raw: String, marks: &mut [usize]) -> Self {
        let whole = normalise(&raw);
        if whole.text == raw {
            return Self { text: raw, soft_hyphens: None };
        }
        let mut cuts: Vec<usize> = marks.iter().map(|&mark| piece_start(&raw, mark)).collect();
        marks.copy_from_slice(&cuts);
        cuts.extend([0, raw.len()]);
        cuts.sort_unstable();
        cuts.dedup();
        let mut out = Self { text: String::with_capacity(raw.len()), soft_hyphens: None };
        let mut places = vec![0];
        for pair in cuts.windows(2) {
            out.append(raw.get(pair[0]..pair[1]).unwrap_or_default());
            places.push(out.text.len());
        }
        for mark in marks {
            *mark = cuts.binary_search(mark).map_or(0, |n| places[n]);
        }
        debug_assert_eq!(out.text, whole.text);
        out
    }

    fn append(&mut self, piece: &str) {
        let normal = normalise(piece);
        if let Some(&first) = normal.soft_hyphens.first() {
            let inside = normal.text.chars().take(first as usize).map(char::len_utf8).sum::<usize>();
            let known = self.soft_hyphens.get_or_insert((0, self.text.len() + inside));
            known.0 += normal.soft_hyphens.len();
        }
        self.text.push_str(&normal.text);
    }
}

/// The first place from `at` on where the text may be cut without changing its normal form.
fn piece_start(raw: &str, at: usize) -> usize {
    let Some(rest) = raw.get(at..) else { return raw.len() };
    let before = raw.as_bytes().get(at.wrapping_sub(1)).copied();
    let mut after_return = before == Some(b'\r');
    for (n, c) in rest.char_indices() {
        let joined = c == '\n' && after_return;
        if !joined && begins_piece(c) {
            return at + n;
        }
        after_return = c == '\r';
    }
    raw.len()
}

/// Whether a character stays in the normal form and composes with nothing before it.
fn begins_piece(c: char) -> bool {
    let stays = !matches!(c, '\u{AD}' | '\u{FEFF}');
    let starter =
        || canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes;
    c.is_ascii() || (stays && starter())
}

/// The part of the text without the blank lines at its ends, nor a byte order mark that comes first once
/// these are gone.
fn worded(text: &str) -> (usize, usize) {
    const MARK: char = '\u{FEFF}';
    let lead = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == MARK).len();
    let line = text[..lead].rfind('\n').map_or(0, |at| at + 1);
    let from = text.len() - text[line..].trim_start_matches(MARK).len();
    let trail = text.trim_end().len();
    let to = text[trail..].find('\n').map_or(text.len(), |at| trail + at);
    if trail <= from { (0, 0) } else { (from, to) }
}

/// One span per cell, over all its paragraphs.
fn cell_spans(paragraphs: &[Paragraph], marks: &Marks) -> Vec<CellSpan> {
    let mut spans: Vec<CellSpan> = Vec::new();
    for (n, paragraph) in paragraphs.iter().enumerate() {
        let Some(cell) = paragraph.cell else { continue };
        let (start, end) = marks.paragraph(n);
        match spans.last_mut() {
            Some(last) if last.cell == cell => last.end = end,
            _ => spans.push(CellSpan { cell, start, end }),
        }
    }
    spans
}

fn cue_spans(paragraphs: &[Paragraph], marks: &Marks) -> Vec<CueSpan> {
    let mut voices = marks.all.get(marks.voices.clone()).unwrap_or_default().chunks_exact(2);
    let cues = paragraphs.iter().enumerate().filter_map(|(n, paragraph)| Some((n, paragraph.cue?)));
    let span = |(n, cue): (usize, super::Cue)| {
        let (start, end) = marks.paragraph(n);
        let voice = cue.voice.and_then(|_| voices.next()).map(|pair| (pair[0], pair[1]));
        CueSpan { start, end, time: cue.time, voice }
    };
    cues.map(span).collect()
}

fn lines(
    text: &str,
    paragraphs: &[Paragraph],
    marks: &Marks,
    cells: &[CellSpan],
    bold: &[(usize, usize)],
) -> Vec<Line> {
    let (mut paragraph, mut next_bold, mut next_cell) = (0, 0, 0);
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        while paragraph + 1 < paragraphs.len() && marks.paragraph(paragraph + 1).0 <= start {
            paragraph += 1;
        }
        let heading = paragraphs.get(paragraph).is_some_and(|p| p.heading);
        next_bold += bold[next_bold..].iter().take_while(|span| span.1 <= start).count();
        let bold_end = bold.get(next_bold).map_or(start, |&span| bold_prefix(text, start, end, span));
        next_cell += cells[next_cell..].iter().take_while(|span| span.start < start).count();
        let row = row_at(&cells[next_cell..], start).map(|n| next_cell..next_cell + n);
        lines.push(Line { start, end, bold_end, heading, paragraph, row });
        start = end + 1;
    }
    lines
}

fn bold_prefix(text: &str, start: usize, end: usize, (from, to): (usize, usize)) -> usize {
    let blank = text.get(start..from.max(start)).is_some_and(|gap| gap.trim().is_empty());
    if blank && from < end { to.min(end) } else { start }
}

/// How many cells the row has that begins at `start`, if one does.
fn row_at(cells: &[CellSpan], start: usize) -> Option<usize> {
    let first = cells.first().filter(|span| span.start == start && span.cell.column == 0)?.cell;
    let same = |span: &&CellSpan| (span.cell.table, span.cell.row) == (first.table, first.row);
    Some(cells.iter().take_while(same).count())
}

/// One warning for all characters that were replaced, here or while decoding.
fn replaced(text: &str) -> Vec<Notice> {
    let mut places = text.match_indices(char::REPLACEMENT_CHARACTER);
    let Some((at, _)) = places.next() else { return Vec::new() };
    let count = 1 + places.count();
    vec![Notice { kind: WarningKind::ReplacedCharacter, at: Some(at), text: around(text, at), count }]
}

fn soft_hyphens(text: &str, count: usize, at: usize) -> Notice {
    Notice { kind: WarningKind::SoftHyphen, at: Some(at), text: around(text, at), count }
}

/// The run without white space around a byte, at most forty characters on either side.
fn around(text: &str, at: usize) -> String {
    let (before, after) = text.split_at(at.min(text.len()));
    let head: Vec<char> = before.chars().rev().take_while(|c| !c.is_whitespace()).take(40).collect();
    head.into_iter().rev().chain(after.chars().take_while(|c| !c.is_whitespace()).take(40)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceComment, SourceWarning};
    use proptest::prelude::*;

    fn paragraph(text: &str) -> Paragraph {
        Paragraph { text: text.into(), ..Paragraph::default() }
    }

    fn source(texts: &[&str]) -> Source {
        Source { paragraphs: texts.iter().map(|text| paragraph(text)).collect(), ..Source::default() }
    }

    fn anchor(paragraph: usize, byte: usize) -> Anchor {
        Anchor { paragraph, byte }
    }

    #[test]
    fn paragraphs_become_lines_without_blank_ends() {
        for (texts, expected) in [
            (vec!["", "  ", "oui", "", "non  ", "\t", ""], "oui\n\nnon  "),
            (vec!["a\r\nb\rc\u{2028}d"], "a\nb\nc\nd"),
            (vec![" ", ""], ""),
            (vec![], ""),
            (vec!["  oui"], "  oui"),
        ] {
            assert_eq!(flatten(source(&texts)).text, expected, "{texts:?}");
        }
    }

    #[test]
    fn cells_are_parted_by_tabs_and_keep_their_spans() {
        let at = |row, column| Some(Cell { table: 0, row, column });
        let mut source = source(&["VL", "une", "deux", "EMG", "oui", "fin"]);
        for (n, cell) in [at(0, 0), at(0, 1), at(0, 1), at(1, 0), at(1, 1), None].into_iter().enumerate() {
            source.paragraphs[n].cell = cell;
        }
        source.paragraphs[1].joint = Joint::Cell;
        source.paragraphs[4].joint = Joint::Cell;
        let verbatim = flatten(source);
        assert_eq!(verbatim.text, "VL\tune\ndeux\nEMG\toui\nfin");
        let words: Vec<_> = verbatim.cells.iter().map(|span| &verbatim.text[span.start..span.end]).collect();
        assert_eq!(words, ["VL", "une\ndeux", "EMG", "oui"]);
        let rows: Vec<_> = verbatim.lines.iter().map(|line| line.row.clone()).collect();
        assert_eq!(rows, [Some(0..2), None, Some(2..4), None]);
    }

    #[test]
    fn marks_follow_the_words_through_normalisation() {
        let mut source = source(&["", "cafe\u{301} co\u{AD}opé\u{AD}rer", "e", "\u{301}te\u{301}"]);
        let span = (anchor(1, 7), anchor(1, 20));
        let comment = |(start, end)| SourceComment {
            author: "A".into(),
            at: None,
            text: "!".into(),
            start,
            end,
            reply_to: None,
        };
        source.comments = vec![comment(span), comment((anchor(2, 0), anchor(9, 9)))];
        source.warnings = vec![SourceWarning::new(WarningKind::Footnote, Some(anchor(3, 3)), "n".into())];
        source.paragraphs[1].looks = vec![(0, 3, Look::BOLD), (3, 6, Look { italic: true, ..Look::BOLD })];
        let verbatim = flatten(source);
        assert_eq!(verbatim.text, "café coopérer\ne\n\u{301}té");
        let of = |remark: &Remark| &verbatim.text[remark.start..remark.end];
        assert_eq!(of(&verbatim.comments[0]), "coopérer");
        assert_eq!(of(&verbatim.comments[1]), "e\n\u{301}té");
        assert_eq!(&verbatim.text[..verbatim.lines[0].bold_end], "café");
        let told: Vec<_> = verbatim.notices.iter().map(|n| (n.kind, n.count, n.text.as_str())).collect();
        assert_eq!(told, [(WarningKind::SoftHyphen, 2, "coopérer"), (WarningKind::Footnote, 1, "n")]);
        assert_eq!(verbatim.notices[0].at, Some("café co".len()));
    }

    #[test]
    fn replaced_characters_are_one_warning() {
        let verbatim = flatten(source(&["oui a\0b", "\u{FFFD}"]));
        assert_eq!(verbatim.text, "oui a\u{FFFD}b\n\u{FFFD}");
        assert_eq!(
            (verbatim.notices[0].kind, verbatim.notices[0].count),
            (WarningKind::ReplacedCharacter, 2)
        );
        assert_eq!(verbatim.notices[0].at, Some(5));
        assert_eq!(verbatim.notices[0].text, "a\u{FFFD}b");
    }

    proptest! {
        /// Cutting at any marks gives the same text as normalising the whole, and marks stay in order
        /// on character borders.
        #[test]
        fn pieces_equal_the_whole(raw in "[ae\u{301}\u{308}\u{AD}\u{FEFF}\u{1100}\u{1161}\u{11A8}가\u{212B}\0 \r\n🙂\u{200D}]{0,30}", seeds in prop::collection::vec(0usize..100, 0..8)) {
            let mut marks: Vec<usize> = seeds.iter().map(|n| raw.floor_char_boundary(n % (raw.len() + 1))).collect();
            marks.sort_unstable();
            let normal = Normal::new(raw.clone(), &mut marks);
            prop_assert_eq!(&normal.text, &normalise(&raw).text);
            prop_assert!(marks.is_sorted());
            prop_assert!(marks.iter().all(|&mark| normal.text.is_char_boundary(mark)));
        }
    }
}
