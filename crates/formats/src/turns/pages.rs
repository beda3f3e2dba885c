//! Marks of pages that were copied along with a text: numbers alone on their lines, and the title that runs above
//! or below them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use crate::source::{Line, Verbatim};

/// So many numbers that count on are pages.
const PAGES: usize = 2;
/// How far from the number of its page a running title stands, in lines with words.
const NEAR: usize = 2;
/// A running title has at most this many words.
const TITLE_WORDS: usize = 15;
/// Between two marks of pages lie at most this many.
const SKIPPED: u32 = 3;

static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^[-–—\s\[(|]*(page|p\.|pg\.)?\s*(\d{1,4})\s*(?:(?:/|sur|of|de)\s*\d{1,4})?[-–—\s\])|]*$")
        .ok()
});

/// `Annexes – Entretien 3 – page 12`.
static RUNNING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\s*(\S.{0,80}?)[\s,;|·–—-]+(?:page|p\.|pg\.)\s*(\d{1,4})(?:\s*(?:/|sur|of|de)\s*\d{1,4})?\s*$",
    )
    .ok()
});

/// The lines of running titles that bear the number of their page: the same words, and numbers that count on.
pub(super) fn running(verbatim: &Verbatim) -> BTreeSet<usize> {
    let mut series: BTreeMap<&str, Vec<(usize, u32)>> = BTreeMap::new();
    for line in 0..verbatim.lines.len() {
        let words = text(verbatim, line);
        // Most lines say no page, and need no look.
        let Some(found) =
            RUNNING.as_ref().filter(|_| words.len() < 160).and_then(|running| running.captures(words))
        else {
            continue;
        };
        let (Some(title), Some(number)) =
            (found.get(1), found.get(2).and_then(|page| page.as_str().parse().ok()))
        else {
            continue;
        };
        series.entry(title.as_str()).or_default().push((line, number));
    }
    let counted = |lines: &&Vec<(usize, u32)>| {
        lines.len() >= PAGES
            && lines.windows(2).all(|pair| (1..=SKIPPED).contains(&pair[1].1.saturating_sub(pair[0].1)))
    };
    series.values().filter(counted).flatten().map(|(line, _)| *line).collect()
}

/// A line that may number a page.
#[derive(Debug, Clone, Copy)]
struct Mark {
    line: usize,
    number: u32,
    /// Whether it hardly is an answer: it is drawn as a mark, or stands between blank lines.
    clear: bool,
}

/// The lines that are marks of pages, from the line `from` on, as where they begin and end.
pub(super) fn find(verbatim: &Verbatim, from: usize) -> Vec<(usize, usize)> {
    let marks: Vec<Mark> = (from..verbatim.lines.len()).filter_map(|n| mark(verbatim, n)).collect();
    let pages = counted(&marks);
    let titles = titles(verbatim, &pages);
    let span = |n: usize| verbatim.lines.get(n).map(|line| (line.start, line.end));
    let running = running(verbatim).into_iter().filter(|line| *line >= from);
    let mut spans: Vec<(usize, usize)> =
        pages.into_iter().chain(titles).chain(running).filter_map(span).collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

fn text(verbatim: &Verbatim, n: usize) -> &str {
    verbatim.lines.get(n).and_then(|line: &Line| verbatim.text.get(line.start..line.end)).unwrap_or_default()
}

fn mark(verbatim: &Verbatim, line: usize) -> Option<Mark> {
    let words = text(verbatim, line);
    let found = NUMBER.as_ref()?.captures(words).filter(|_| words.len() < 40)?;
    let number = found.get(2)?.as_str().parse().ok()?;
    let blank = |n: Option<usize>| n.is_none_or(|n| text(verbatim, n).trim().is_empty());
    let alone = blank(line.checked_sub(1)) && blank(line.checked_add(1));
    let drawn = words.trim().starts_with(|c: char| !c.is_ascii_digit());
    let clear = drawn || alone || words.contains('/');
    Some(Mark { line, number, clear })
}

/// The marks that count on from page to page. A plain number must do so twice.
fn counted(marks: &[Mark]) -> Vec<usize> {
    let follows = |a: &Mark, b: &Mark| (1..=SKIPPED).contains(&b.number.saturating_sub(a.number));
    let mut pages = Vec::new();
    for clear in [true, false] {
        let marks: Vec<&Mark> = marks.iter().filter(|mark| mark.clear == clear).collect();
        for run in marks.chunk_by(|a, b| follows(a, b) && (clear || b.number == a.number + 1)) {
            if run.len() > PAGES || (clear && run.len() >= PAGES) {
                pages.extend(run.iter().map(|mark| mark.line));
            }
        }
    }
    pages
}

/// Lines that come back beside the numbers of pages, always the same.
fn titles(verbatim: &Verbatim, pages: &[usize]) -> Vec<usize> {
    let mut seen: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &page in pages {
        let worded = |n: &usize| !text(verbatim, *n).trim().is_empty();
        let above = (0..page).rev().filter(worded).take(NEAR);
        let below = (page + 1..verbatim.lines.len()).filter(worded).take(NEAR);
        for n in above.chain(below) {
            let words = text(verbatim, n).trim();
            let title =
                words.split_whitespace().nth(TITLE_WORDS).is_none() && words.contains(char::is_alphabetic);
            if title && !words.ends_with(['?', '!']) {
                seen.entry(words).or_default().push(n);
            }
        }
    }
    let twice = seen.into_values().filter(|lines| lines.len() >= PAGES && lines.len() * 2 > pages.len());
    let mut lines: Vec<usize> = twice.flatten().collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}
