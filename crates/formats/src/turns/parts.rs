//! Several interviews in one file: the lines that begin each of them.

use std::collections::BTreeSet;

use super::head::Head;
use super::label::{Form, form};
use super::words::key;
use crate::source::{Line, Verbatim};

/// One interview of several, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// The line of its title, by its number.
    pub line: usize,
    pub start: usize,
    /// Where the title ends.
    pub title_end: usize,
    pub end: usize,
}

/// A title has at most this many words.
const TITLE_WORDS: usize = 12;
/// The least turns of an interview.
const TURNS: usize = 2;

/// Words that begin the titles of interviews, as keys.
const TITLES: [&str; 8] = [
    "entretien",
    "interview",
    "verbatim",
    "transcription",
    "retranscription",
    "focusgroup",
    "focusgroupe",
    "participant",
];

/// The interviews of a file, if there are several: each title differs from the others, and people speak
/// under it.
pub(crate) fn find(verbatim: &Verbatim, heads: &[&Head]) -> Vec<Part> {
    let mut seen = BTreeSet::new();
    let titles: Vec<(usize, &Line)> = verbatim
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| is_title(text(verbatim, line), line) && seen.insert(key(text(verbatim, line))))
        .collect();
    let titled: BTreeSet<usize> = titles.iter().map(|(number, _)| *number).collect();
    let turns: Vec<usize> =
        heads.iter().filter(|head| !titled.contains(&head.line)).map(|head| head.start).collect();
    let until = |at: usize| turns.partition_point(|&start| start < at);
    let mut parts: Vec<Part> = Vec::new();
    for (number, line) in titles {
        let spoken = parts.last().is_none_or(|last| until(line.start) >= until(last.start) + TURNS);
        if spoken {
            if let Some(last) = parts.last_mut() {
                last.end = line.start;
            }
            let (start, end) = (line.start, verbatim.text.len());
            parts.push(Part { line: number, start, title_end: line.end, end });
        }
    }
    if parts.last().is_some_and(|last| turns.len() < until(last.start) + TURNS) {
        parts.pop();
        if let Some(last) = parts.last_mut() {
            last.end = verbatim.text.len();
        }
    }
    // Turns before the first title are those of a file with one interview and a title inside it.
    let whole = parts.first().is_none_or(|first| until(first.start) > 0);
    if parts.len() < 2 || whole { Vec::new() } else { parts }
}

fn text<'a>(verbatim: &'a Verbatim, line: &Line) -> &'a str {
    verbatim.text.get(line.start..line.end).unwrap_or_default().trim()
}

/// `Entretien n° 3 – EMG 3`, or a heading that is a label.
fn is_title(text: &str, line: &Line) -> bool {
    let mut words = text.split_whitespace();
    let Some(first) = words.next().filter(|_| text.split_whitespace().nth(TITLE_WORDS).is_none()) else {
        return false;
    };
    if line.heading && form(text) == Some(Form::Strong) {
        return true;
    }
    let first = key(first);
    let two = first.clone() + &key(words.next().unwrap_or_default());
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let sentence = text.ends_with(['?', '!', '…', ',', ';', ':']) || (last.ends_with('.') && last.len() > 4);
    let named = TITLES.contains(&first.as_str()) || TITLES.contains(&two.as_str());
    named && !sentence && numbered(text)
}

/// Whether a title tells one interview from another: by a number, or by words in capitals.
fn numbered(text: &str) -> bool {
    let capitals = |word: &str| {
        word.chars().filter(|c| c.is_alphabetic()).count() >= 1
            && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
    };
    text.contains(|c: char| c.is_ascii_digit()) || text.split_whitespace().skip(1).any(capitals)
}
