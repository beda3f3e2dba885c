//! Who speaks where no label tells: the interviewer's paragraphs look otherwise, or every turn begins with
//! a dash.

use std::collections::BTreeMap;

use super::columns;
use super::manner::{Manner, asking};
use super::segment::{Segments, Utterance, border_from, first_mark, heading_lines, trim};
use crate::cuts::Cut;
use crate::source::{Colour, Line, Look, Verbatim};

/// The interviewer's label, and the other's: as people write question and answer.
pub(crate) const INTERVIEWER: &str = "Q";
pub(crate) const PARTICIPANT: &str = "R";

/// The most colours, and the most styles, that are tried.
const MOST: usize = 8;
/// A title has at most this many words.
const TITLE_WORDS: usize = 10;

/// What tells the voices apart.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Mark {
    Bold,
    Italic,
    Underline,
    Highlight,
    Colour(Colour),
    Style(String),
    Number,
    Dash,
}

impl Mark {
    fn name(&self) -> &'static str {
        match self {
            Self::Bold => "bold",
            Self::Italic => "italic",
            Self::Underline => "underline",
            Self::Highlight => "highlight",
            Self::Colour(_) => "colour",
            Self::Style(_) => "style",
            Self::Number => "number",
            Self::Dash => "dash",
        }
    }
}

/// A line that somebody says.
#[derive(Debug)]
struct Said<'a> {
    /// Where the words begin, after a dash.
    words: usize,
    end: usize,
    look: Look,
    style: Option<&'a str>,
    dashed: bool,
    /// Whether a number with a point stands before it.
    numbered: bool,
    /// Whether a heading stands before it.
    parted: bool,
}

impl Said<'_> {
    fn has(&self, mark: &Mark) -> bool {
        match mark {
            Mark::Bold => self.look.bold,
            Mark::Italic => self.look.italic,
            Mark::Underline => self.look.underlined,
            Mark::Highlight => self.look.highlighted,
            Mark::Colour(colour) => self.look.colour == Some(*colour),
            Mark::Style(style) => self.style == Some(style.as_str()),
            Mark::Number => self.numbered,
            Mark::Dash => self.dashed,
        }
    }
}

/// Neighbouring lines of one voice.
#[derive(Debug, Clone, Copy)]
struct Block {
    first: usize,
    last: usize,
    marked: bool,
}

/// The turns of a text without labels from its line `from` on, and what told the voices apart.
pub(crate) fn turns(verbatim: &Verbatim, from: usize) -> Option<(Segments, &'static str)> {
    if let Some(segments) = columns::turns(verbatim) {
        return Some((segments, "columns"));
    }
    let said = said(verbatim, from);
    let (blocks, asking, name) = by_looks(verbatim, &said)
        .or_else(|| by_dashes(verbatim, &said))
        .or_else(|| by_mark(verbatim, &said, &Mark::Dash).map(|(_, way)| way))
        .or_else(|| by_mark(verbatim, &said, &Mark::Number).map(|(_, way)| way))?;
    let speaker = |block: &Block| if block.marked == asking { INTERVIEWER } else { PARTICIPANT };
    let mut segments = Segments::default();
    for block in &blocks {
        utterance(verbatim, &said[block.first..=block.last], speaker(block), &mut segments);
    }
    Some((segments, name))
}

/// The turns, whether the marked ones are the questions, and what marks them.
type Way = (Vec<Block>, bool, &'static str);

/// By the look or the style that tells best.
fn by_looks(verbatim: &Verbatim, said: &[Said]) -> Option<Way> {
    let ways = marks(said).into_iter().filter_map(|mark| by_mark(verbatim, said, &mark));
    // The first of equals: marks come in the order in which they are clear.
    let best = ways.fold(None, |best: Option<(f64, Way)>, next| match best {
        Some(best) if best.0 >= next.0 => Some(best),
        _ => Some(next),
    });
    best.map(|(_, way)| way)
}

/// The lines with words, without headings and the titles above the first question.
fn said(verbatim: &Verbatim, from: usize) -> Vec<Said<'_>> {
    let headings = heading_lines(verbatim, &[]);
    let mut looks = verbatim.looks.as_slice();
    let (mut said, mut parted, mut begun): (Vec<Said>, _, _) = (Vec::new(), false, false);
    for line in verbatim.lines.iter().skip(from) {
        looks = &looks[looks.partition_point(|span| span.1 <= line.start)..];
        let text = verbatim.text.get(line.start..line.end).unwrap_or_default();
        if headings.binary_search(&(line.start, line.end)).is_ok() {
            parted = true;
        } else if !text.trim().is_empty() && (begun || !is_title(text)) {
            said.push(line_said(verbatim, line, text, looks, std::mem::take(&mut parted)));
            begun = true;
        }
    }
    said
}

/// A few words that end no sentence.
fn is_title(text: &str) -> bool {
    let text = text.trim();
    text.split_whitespace().nth(TITLE_WORDS).is_none()
        && !text.ends_with(['.', '?', '!', '…', ')', '»', ','])
        && !text.starts_with(['-', '–', '—'])
}

fn line_said<'a>(
    verbatim: &'a Verbatim,
    line: &Line,
    text: &str,
    looks: &[(usize, usize, Look)],
    parted: bool,
) -> Said<'a> {
    let about = verbatim.paragraphs.get(line.paragraph);
    let start = line.start + (text.len() - text.trim_start().len());
    let rest = text.trim_start();
    let apart = |tail: &&str| tail.starts_with(char::is_whitespace);
    // Many write no space after the dash; before a figure it is a minus.
    let speaks = |tail: &&str| {
        apart(tail) || tail.starts_with(|c: char| c.is_alphabetic() || matches!(c, '«' | '(' | '"' | '“'))
    };
    let dash = rest.strip_prefix(['-', '–', '—']).filter(speaks);
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = number.strip_prefix(['.', ')']).filter(|tail| (2..=4).contains(&(rest.len() - tail.len())));
    let number = number.filter(apart);
    Said {
        words: dash.or(number).map_or(start, |tail| line.end - tail.trim_start().len()),
        end: line.end,
        look: whole_look(verbatim, (line.start, line.end), looks),
        style: about.and_then(|about| about.style.as_deref()),
        numbered: number.is_some(),
        dashed: dash.is_some() || about.is_some_and(|about| about.listed),
        parted,
    }
}

/// How nearly all letters of a line look: a remark in another look inside it changes nothing.
pub(super) fn whole_look(verbatim: &Verbatim, line: (usize, usize), looks: &[(usize, usize, Look)]) -> Look {
    let letters = |start: usize, end: usize| {
        verbatim.text.get(start..end).map_or(0, |text| text.chars().filter(|c| c.is_alphanumeric()).count())
    };
    let all = letters(line.0, line.1);
    let inside = looks.iter().take_while(|span| span.0 < line.1);
    let spans: Vec<(usize, Look)> =
        inside.map(|&(start, end, look)| (letters(start.max(line.0), end.min(line.1)), look)).collect();
    let most = |count: usize| all > 0 && count * 10 >= all * 8;
    let sum = |has: &dyn Fn(&Look) -> bool| {
        spans.iter().filter(|(_, look)| has(look)).map(|(count, _)| count).sum::<usize>()
    };
    let colour = spans.iter().find_map(|(_, look)| look.colour);
    Look {
        bold: most(sum(&|look| look.bold)),
        italic: most(sum(&|look| look.italic)),
        underlined: most(sum(&|look| look.underlined)),
        highlighted: most(sum(&|look| look.highlighted)),
        colour: colour.filter(|_| most(sum(&|look| look.colour == colour))),
    }
}

/// The marks that occur, the clearest kinds first.
fn marks(said: &[Said]) -> Vec<Mark> {
    let mut colours: BTreeMap<Colour, usize> = BTreeMap::new();
    let mut styles: BTreeMap<&str, usize> = BTreeMap::new();
    for line in said {
        if let Some(colour) = line.look.colour {
            *colours.entry(colour).or_default() += 1;
        }
        if let Some(style) = line.style {
            *styles.entry(style).or_default() += 1;
        }
    }
    let mut marks = vec![Mark::Bold, Mark::Italic, Mark::Underline, Mark::Highlight];
    marks.extend(most_frequent(colours).into_iter().map(Mark::Colour));
    marks.extend(most_frequent(styles).into_iter().map(|style| Mark::Style(style.to_owned())));
    marks
}

fn most_frequent<K: Ord>(counts: BTreeMap<K, usize>) -> Vec<K> {
    let mut all: Vec<(usize, K)> = counts.into_iter().map(|(key, count)| (count, key)).collect();
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    all.into_iter().take(MOST).map(|(_, key)| key).collect()
}

/// How well a mark tells who asks from who answers, and the turns. One side must ask often and say less,
/// the other rarely.
fn by_mark(verbatim: &Verbatim, said: &[Said], mark: &Mark) -> Option<(f64, Way)> {
    let mut blocks: Vec<Block> = Vec::new();
    for (n, line) in said.iter().enumerate() {
        let marked = line.has(mark);
        match blocks.last_mut().filter(|block| block.marked == marked && !line.parted) {
            Some(block) => block.last = n,
            None => blocks.push(Block { first: n, last: n, marked }),
        }
    }
    let side = |marked: bool| Side::new(verbatim, said, blocks.iter().filter(|block| block.marked == marked));
    let (with, without) = (side(true), side(false));
    let asking = with.leads() >= without.leads();
    let (lead, other) = if asking { (&with, &without) } else { (&without, &with) };
    let parted = lead.asked >= 0.4 && lead.is_apart(other);
    let told = lead.blocks >= 2 && other.blocks >= 2 && (lead.bytes < other.bytes || lead.asked >= 0.7);
    let evidence = lead.asked - other.asked;
    (parted && told).then_some((evidence, (blocks, asking, mark.name())))
}

/// What one of two voices says.
struct Side {
    blocks: usize,
    bytes: usize,
    /// Share of the turns that ask.
    asked: f64,
    manner: Manner,
}

impl Side {
    fn new<'b>(verbatim: &Verbatim, said: &[Said], blocks: impl Iterator<Item = &'b Block>) -> Self {
        let (mut count, mut bytes, mut asked, mut manner) = (0usize, 0, 0.0, Manner::default());
        for block in blocks {
            let (start, end) = (said[block.first].words, said[block.last].end);
            count += 1;
            bytes += end - start;
            asked += asking(verbatim.text.get(said[block.last].words..end).unwrap_or_default());
            manner.hear(verbatim.text.get(start..end).unwrap_or_default(), block.first == 0);
        }
        Self { blocks: count, bytes, asked: asked / count.max(1) as f64, manner }
    }

    /// How much it speaks as one who leads.
    fn leads(&self) -> f64 {
        self.asked + self.manner.turned_to_other() + if self.manner.opens() { 0.25 } else { 0.0 }
    }

    /// Whether another asks much less, or speaks of himself where this one asks.
    fn is_apart(&self, other: &Side) -> bool {
        other.asked * 2.0 <= self.asked || self.leads() - other.leads() >= 0.4
    }
}

/// A dialogue in which every turn begins with a dash, and the two voices alternate: one asks, the other
/// hardly ever does.
fn by_dashes(verbatim: &Verbatim, said: &[Said]) -> Option<Way> {
    let first = said.iter().position(|line| line.dashed)?;
    let dashed = said.iter().filter(|line| line.dashed).count();
    if dashed < 4 || dashed * 10 < (said.len() - first) * 6 {
        return None;
    }
    let mut blocks: Vec<Block> = Vec::new();
    for (n, line) in said.iter().enumerate().skip(first) {
        match blocks.last_mut() {
            Some(block) if !line.dashed && !line.parted => block.last = n,
            last => {
                let before = last.map(|block| block.marked);
                let marked = if line.dashed { !before.unwrap_or(false) } else { before.unwrap_or(true) };
                blocks.push(Block { first: n, last: n, marked });
            }
        }
    }
    let side = |marked: bool| Side::new(verbatim, said, blocks.iter().filter(|block| block.marked == marked));
    let (odd, even) = (side(true), side(false));
    let asking = odd.leads() >= even.leads();
    let (lead, other) = if asking { (odd, even) } else { (even, odd) };
    (lead.asked >= 0.4 && lead.is_apart(&other)).then_some((blocks, asking, "dashes"))
}

/// Adds what one voice says; a time mark that it begins with leaves the text.
fn utterance(verbatim: &Verbatim, lines: &[Said], speaker: &str, segments: &mut Segments) {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    let mark = first_mark(verbatim, first.words, last.end);
    // A combining mark that comes first belongs to the space before it.
    let from = mark.map_or_else(|| border_from(&verbatim.text, first.words), |mark| mark.end);
    segments.cuts.extend(mark.map(|mark| Cut::plain((mark.start, mark.end))));
    if let Some((start, end)) = trim(&verbatim.text, from, last.end) {
        let time = mark.map(|mark| mark.ms);
        segments.utterances.push(Utterance { speaker: speaker.to_owned(), start, end, time });
    }
}
