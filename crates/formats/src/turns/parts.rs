//! Several interviews in one file: the lines that begin each of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::head::{Head, Separator};
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
/// A name alone on its line has at most so many bytes.
const NAME: usize = 20;
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
    let names = names_above(verbatim, heads);
    let titles: Vec<(usize, &Line)> = verbatim
        .lines
        .iter()
        .enumerate()
        .filter(|(number, line)| names.contains(number) || is_title(text(verbatim, line), line))
        .filter(|(_, line)| seen.insert(key(text(verbatim, line))))
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

/// Lines that are a numbered name alone, `MG1`, each once in the file, above a turn: with another of the same stem
/// they part it.
fn names_above(verbatim: &Verbatim, heads: &[&Head]) -> BTreeSet<usize> {
    let spoken: BTreeSet<usize> =
        heads.iter().filter(|head| head.separator != Separator::Alone).map(|head| head.line).collect();
    let mut found: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for (number, line) in verbatim.lines.iter().enumerate() {
        let words = text(verbatim, line);
        if words.len() > NAME
            || form(words) != Some(Form::Strong)
            || !words.ends_with(|c: char| c.is_ascii_digit())
        {
            continue;
        }
        let stem = key(words.trim_end_matches(|c: char| c.is_ascii_digit()));
        found.entry(stem).or_default().push((number, key(words)));
    }
    let below = |number: usize| {
        let mut rest = verbatim.lines.iter().enumerate().skip(number + 1);
        rest.find(|(_, line)| !text(verbatim, line).is_empty()).map(|(number, _)| number)
    };
    let series = found.into_values().filter(|lines| {
        let keys: BTreeSet<&String> = lines.iter().map(|(_, key)| key).collect();
        let above = |(number, _): &(usize, String)| below(*number).is_some_and(|next| spoken.contains(&next));
        lines.len() >= 2 && keys.len() == lines.len() && lines.iter().all(above)
    });
    series.flatten().map(|(number, _)| number).collect()
}

/// What follows `Annexe 4 :`.
fn without_annex(text: &str) -> &str {
    static ANNEX: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:annexe|appendix)\s*(?:n\s?°\s?)?(?:\d{1,3}|[IVX]{1,5}|[A-Z])?(?:[.-]\d{1,2})?\s*[:.–—-]\s*").ok()
    });
    let end = ANNEX.as_ref().and_then(|annex| annex.find(text)).map_or(0, |found| found.end());
    &text[end..]
}

/// `Entretien n° 3 – EMG 3`, `Entretien avec le Dr Durand`, `Annexe 4 : verbatim MG1`, or a heading that is a label.
fn is_title(text: &str, line: &Line) -> bool {
    let text = without_annex(text);
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
    let with =
        text.split_whitespace().nth(1).is_some_and(|word| matches!(key(word).as_str(), "avec" | "with"));
    named && !sentence && (numbered(text) || with || line.heading)
}

/// Whether a title tells one interview from another: by a number, or by words in capitals.
fn numbered(text: &str) -> bool {
    let capitals = |word: &str| {
        word.chars().filter(|c| c.is_alphabetic()).count() >= 1
            && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
    };
    text.contains(|c: char| c.is_ascii_digit()) || text.split_whitespace().skip(1).any(capitals)
}
