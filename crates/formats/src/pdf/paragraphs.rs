//! From the lines of all pages to paragraphs.
//!
//! A new paragraph begins where lines stand further apart than elsewhere, where a line ends although the
//! first word of the next would have fitted, where the size changes, where the document sets its first
//! lines in or out, and where a line begins as other paragraphs do: with the same label, or with a dash.

use std::collections::{BTreeMap, HashMap};

use super::furniture::usual_size;
use super::hyphens::{Joint, Words, divided, joint};
use super::lines::Line;
use crate::source::{Anchor, Look, Paragraph};

/// The paragraphs, and the words that were put together: where, and how they read now.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    pub paragraphs: Vec<Paragraph>,
    pub joined: Vec<(Anchor, String)>,
}

/// Lines this much further apart than usual begin a paragraph.
const WIDER: f32 = 1.2;
/// A line is set in or out by this share of its size.
const SHIFT: f32 = 0.8;
/// Letters larger than this share of the usual size are a heading's.
const HEADING: f32 = 1.15;
/// The most characters of what lines begin with in common.
const BEGINNING: usize = 40;

/// Joins the lines of pages of that width.
pub(super) fn paragraphs(sheets: Vec<Vec<Line>>, width: f32) -> Paragraphs {
    let usual = usual_size(&sheets);
    let lines: Vec<(usize, Line)> = sheets
        .into_iter()
        .enumerate()
        .flat_map(|(page, lines)| lines.into_iter().map(move |line| (page, line)))
        .collect();
    let words = Words::of(&lines.iter().map(|(_, line)| line).collect::<Vec<_>>());
    let layout = Layout::learn(&lines, width);
    let mut out = Paragraphs::default();
    for (n, (_, line)) in lines.iter().enumerate() {
        if n == 0 || layout.parts(&lines[n - 1], &lines[n]) {
            let heading = line.size > HEADING * usual;
            out.paragraphs.push(Paragraph { heading, ..Paragraph::default() });
        }
        out.add(line, &words);
    }
    out
}

impl Paragraphs {
    /// Adds a line to the last paragraph.
    fn add(&mut self, line: &Line, words: &Words) {
        let number = self.paragraphs.len().saturating_sub(1);
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if let Some(before) = divided(&paragraph.text) {
            let hyphen = paragraph.text.len() - before.len();
            match joint(before, &line.text, words) {
                Joint::Compound => {}
                Joint::Apart => paragraph.text.push(' '),
                Joint::Whole => {
                    let whole = whole_word(before, &line.text);
                    let byte = before.len();
                    paragraph.text.truncate(byte);
                    for look in &mut paragraph.looks {
                        look.1 = look.1.min(byte);
                    }
                    paragraph.looks.retain(|look| look.0 < look.1);
                    debug_assert!(hyphen > 0);
                    self.joined.push((Anchor { paragraph: number, byte }, whole));
                }
            }
        } else if !paragraph.text.is_empty() {
            let look =
                paragraph.looks.last().filter(|look| look.1 == paragraph.text.len()).map(|look| look.2);
            let next = line.looks.first().filter(|look| look.0 == 0).map(|look| look.2);
            // The space between two lines looks as both do.
            paragraph.push(" ", look.filter(|look| next == Some(*look)).unwrap_or_default());
        }
        push(paragraph, line);
    }
}

fn push(paragraph: &mut Paragraph, line: &Line) {
    let mut at = 0;
    for &(from, to, look) in &line.looks {
        paragraph.push(line.text.get(at..from).unwrap_or_default(), Look::default());
        paragraph.push(line.text.get(from..to).unwrap_or_default(), look);
        at = to;
    }
    paragraph.push(line.text.get(at..).unwrap_or_default(), Look::default());
}

fn whole_word(before: &str, after: &str) -> String {
    let left = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let right = after.split_whitespace().next().unwrap_or_default();
    format!("{left}{right}").trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// How the document sets its paragraphs.
#[derive(Debug, Default)]
struct Layout {
    /// The usual distance of lines, in sizes.
    leading: f32,
    /// Where full lines end.
    edge: f32,
    /// Whether first lines begin further right than the others, or further left.
    set_in: bool,
    set_out: bool,
    /// What several paragraphs begin with.
    beginnings: HashMap<String, usize>,
}

impl Layout {
    fn learn(lines: &[(usize, Line)], width: f32) -> Self {
        let mut layout = Self { leading: leading(lines), edge: edge(lines, width), ..Self::default() };
        let (mut breaks, mut further_in, mut further_out) = (0usize, 0usize, 0usize);
        for pair in lines.windows(2) {
            if !layout.is_clear(&pair[0], &pair[1]) {
                continue;
            }
            if let Some(beginning) = beginning(&pair[1].1) {
                *layout.beginnings.entry(beginning).or_default() += 1;
            }
            let shift = (pair[1].1.left - pair[0].1.left) / pair[1].1.size.max(1.0);
            breaks += 1;
            further_in += usize::from(shift > SHIFT);
            further_out += usize::from(shift < -SHIFT);
        }
        // Where paragraphs have one line each, nothing shifts.
        layout.set_in = further_in >= 2 && further_in * 5 >= breaks && further_in > 2 * further_out;
        layout.set_out = further_out >= 2 && further_out * 5 >= breaks && further_out > 2 * further_in;
        if let Some(beginning) = lines.first().and_then(|(_, line)| beginning(line)) {
            *layout.beginnings.entry(beginning).or_default() += 1;
        }
        layout
    }

    /// Whether a line begins a paragraph after the line before it.
    fn parts(&self, before: &(usize, Line), line: &(usize, Line)) -> bool {
        if self.is_clear(before, line) {
            return true;
        }
        let shift = (line.1.left - before.1.left) / line.1.size.max(1.0);
        if (self.set_in && shift > SHIFT) || (self.set_out && shift < -SHIFT) {
            return true;
        }
        beginning(&line.1).is_some_and(|beginning| self.beginnings.get(&beginning).is_some_and(|n| *n >= 2))
    }

    /// Whether the places of two lines alone tell that they are two paragraphs.
    fn is_clear(&self, (page, before): &(usize, Line), (next_page, line): &(usize, Line)) -> bool {
        let goes_on = line.text.starts_with(char::is_lowercase);
        if goes_on && divided(&before.text).is_some_and(|text| text.ends_with(char::is_alphanumeric)) {
            return false;
        }
        let size = line.size.max(before.size).max(1.0);
        if (line.size - before.size).abs() > 0.1 * size {
            return true;
        }
        let distance = (line.base - before.base) / size;
        // A sign from another font may push its line down.
        let wider = if goes_on { 1.6 } else { WIDER };
        if page == next_page && self.leading > 0.0 && distance > wider * self.leading {
            return true;
        }
        let space = 0.3 * size;
        before.right + space + line.first_word < self.edge - 0.2 * size
    }
}

/// The smallest distance of lines that is common, in sizes.
fn leading(lines: &[(usize, Line)]) -> f32 {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    let mut all = 0;
    for pair in lines.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let distance = (pair[1].1.base - pair[0].1.base) / pair[1].1.size.max(1.0);
        *counts.entry((distance * 20.0).round() as i64).or_default() += 1;
        all += 1;
    }
    let common = counts.iter().find(|&(_, &count)| count >= 2 && count * 10 >= all);
    common.or(counts.iter().next()).map_or(0.0, |(&distance, _)| distance as f32 / 20.0)
}

/// Where full lines end: as far right as any line goes, or as far from the right as lines begin from the
/// left, where hardly any line is full.
fn edge(lines: &[(usize, Line)], width: f32) -> f32 {
    let left = lines.iter().map(|(_, line)| line.left).fold(f32::MAX, f32::min);
    let mut rights: Vec<f32> = lines.iter().map(|(_, line)| line.right).collect();
    rights.sort_by(f32::total_cmp);
    let far = rights.get(rights.len().saturating_sub(1 + rights.len() / 50)).copied().unwrap_or(0.0);
    let even = width - left;
    if far >= 0.9 * even { far } else { even }
}

/// What a line begins with, if that may mark a paragraph: a label before a colon or in bold, a dash, a time.
fn beginning(line: &Line) -> Option<String> {
    let text = line.text.as_str();
    let first = text.chars().next()?;
    if matches!(first, '-' | '–' | '—' | '•') && text[first.len_utf8()..].starts_with(char::is_whitespace)
    {
        return Some(first.to_string());
    }
    let label = text.char_indices().take(BEGINNING).find(|(_, c)| matches!(c, ':' | '\t'));
    let bold = line.looks.first().filter(|look| look.0 == 0 && look.2.bold && look.1 < text.len());
    let end = label.map(|(at, _)| at).or(bold.map(|look| look.1).filter(|end| *end <= BEGINNING))?;
    let begins = text.starts_with(|c: char| c.is_uppercase() || matches!(c, '[' | '(' | '*'))
        || text.starts_with(|c: char| c.is_ascii_digit());
    let key: String = text
        .get(..end)?
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c.is_ascii_digit() { '#' } else { c })
        .collect();
    (begins && !key.is_empty()).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of 5 points a character, each `(left, base, text)`.
    fn joined(lines: &[(f32, f32, &str)]) -> Vec<String> {
        let line = |&(left, base, text): &(f32, f32, &str)| Line {
            text: text.to_owned(),
            looks: Vec::new(),
            left,
            right: left + 5.0 * text.chars().count() as f32,
            base,
            size: 10.0,
            first_word: 5.0 * text.split(' ').next().unwrap_or_default().chars().count() as f32,
            furniture: false,
        };
        let sheet = lines.iter().map(line).collect();
        paragraphs(vec![sheet], 200.0).paragraphs.into_iter().map(|p| p.text).collect()
    }

    // The text is 150 points wide, from 20 to 170: thirty characters.
    const FULL: &str = "un deux trois quatre cinq six7";

    #[test]
    fn lines_that_end_early_end_paragraphs() {
        let got =
            joined(&[(20.0, 0.0, FULL), (20.0, 12.0, "sept."), (20.0, 24.0, FULL), (20.0, 36.0, "huit")]);
        assert_eq!(got, [format!("{FULL} sept."), format!("{FULL} huit")]);
    }

    #[test]
    fn gaps_and_shifts_and_labels_begin_paragraphs() {
        let apart = joined(&[(20.0, 0.0, FULL), (20.0, 12.0, FULL), (20.0, 34.0, FULL), (20.0, 46.0, "fin")]);
        assert_eq!(apart.len(), 2);
        let inward: Vec<(f32, f32, &str)> = (0..4)
            .flat_map(|n| {
                let base = 36.0 * n as f32;
                [
                    (40.0, base, "un deux trois quatre cinq6"),
                    (20.0, base + 12.0, FULL),
                    (20.0, base + 24.0, "fin"),
                ]
            })
            .chain([
                (40.0, 144.0, "un deux trois quatre cinq6"),
                (20.0, 156.0, FULL),
                (40.0, 168.0, "un deux trois quatre cinq6"),
            ])
            .collect();
        assert_eq!(joined(&inward).len(), 6);
        let label = "EMG 1 : deux trois quatre cinq";
        let labels =
            joined(&[(20.0, 0.0, label), (20.0, 12.0, "fin"), (20.0, 24.0, label), (20.0, 36.0, label)]);
        assert_eq!(labels.len(), 3);
    }

    #[test]
    fn divided_words_are_put_together() {
        let got = joined(&[
            (20.0, 0.0, "un deux trois quatre le cabi-"),
            (20.0, 12.0, "net est loin mais peut-être y"),
            (20.0, 24.0, "aller c’est dur et peut-\u{AD}"),
        ]);
        assert_eq!(
            got,
            ["un deux trois quatre le cabinet est loin mais peut-être y aller c’est dur et peut-\u{AD}"]
        );
    }
}
