//! Labels that other signs than a colon part from the words, where nothing else tells who speaks: `(VL) oui`,
//! `VL | oui`, `E. oui`. One line cannot tell; a text in which such labels take turns can.

use std::collections::BTreeMap;

use super::label::{Form, form};
use super::segment::{Segments, Utterance, shown, trim};
use super::words::key;
use crate::source::Verbatim;

/// The least turns of such a text, and its most speakers.
const TURNS: usize = 4;
const SPEAKERS: usize = 12;
/// The most letters of a label before a point: longer ones end a sentence.
const LETTERS: usize = 3;

/// What parts a label from the words.
#[derive(Debug, Clone, Copy)]
enum Way {
    Brackets,
    Bar,
    Point,
}

/// A line that may begin a turn.
struct Begin {
    start: usize,
    label: (usize, usize),
    after: usize,
}

/// The turns of such a text.
pub(super) fn turns(verbatim: &Verbatim) -> Option<Segments> {
    if !verbatim.cells.is_empty() {
        return None;
    }
    [Way::Brackets, Way::Bar, Way::Point].into_iter().find_map(|way| in_way(verbatim, way))
}

fn in_way(verbatim: &Verbatim, way: Way) -> Option<Segments> {
    let lines = || verbatim.lines.iter();
    let begin = |line: &crate::source::Line| {
        let text = verbatim.text.get(line.start..line.end)?;
        let (from, to, after) = label(text, way)?;
        matches!(form(&text[from..to]), Some(Form::Strong | Form::Name)).then_some(Begin {
            start: line.start,
            label: (line.start + from, line.start + to),
            after: line.start + after,
        })
    };
    let mut begins: Vec<Begin> = lines().filter_map(begin).collect();
    let name = |begin: &Begin| key(verbatim.text.get(begin.label.0..begin.label.1).unwrap_or_default());
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for begin in &begins {
        *counts.entry(name(begin)).or_default() += 1;
    }
    counts.retain(|_, count| *count >= 2);
    begins.retain(|begin| counts.contains_key(&name(begin)));
    let worded = lines().filter(|line| line.end > line.start).count();
    let changes = begins.windows(2).filter(|pair| name(&pair[0]) != name(&pair[1])).count();
    let spoken = begins.len() >= TURNS && begins.len() * 5 >= worded * 2 && changes * 2 >= begins.len();
    (spoken && (2..=SPEAKERS).contains(&counts.len())).then(|| segments(verbatim, &begins))
}

/// Where a label begins and ends, and where the words behind it begin.
fn label(text: &str, way: Way) -> Option<(usize, usize, usize)> {
    let from = text.len() - text.trim_start().len();
    let rest = &text[from..];
    let (inside, length, gap) = match way {
        Way::Brackets => {
            let close = if rest.starts_with('(') { ')' } else { ']' };
            let (label, _) = rest.strip_prefix(['(', '['])?.split_once(close)?;
            (1, label.len(), 1)
        }
        Way::Bar => {
            let (label, _) = rest.split_once('|')?;
            (0, label.trim_end().len(), label.len() - label.trim_end().len() + 1)
        }
        Way::Point => {
            let (label, after) = rest.split_once('.')?;
            let letters = label.trim_end_matches(|c: char| c.is_ascii_digit());
            let short =
                (1..=LETTERS).contains(&letters.chars().count()) && letters.chars().all(char::is_uppercase);
            (short && after.starts_with(char::is_whitespace)).then_some((0, label.len(), 1))?
        }
    };
    let to = from + inside + length;
    let after = to + gap;
    let said = text.get(after..)?;
    (!said.trim().is_empty()).then_some((from + inside, to, after))
}

fn segments(verbatim: &Verbatim, begins: &[Begin]) -> Segments {
    let mut out = Segments::default();
    for (n, begin) in begins.iter().enumerate() {
        let next = begins.get(n + 1).map_or(verbatim.text.len(), |next| next.start);
        let speaker = shown(verbatim.text.get(begin.label.0..begin.label.1).unwrap_or_default());
        if let Some((start, end)) = trim(&verbatim.text, begin.after, next) {
            out.utterances.push(Utterance { speaker, start, end, time: None });
        }
    }
    out
}
