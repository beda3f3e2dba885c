//! What stands below an interview and is part of no answer: notes, a guide, what is said of the recording.

use std::sync::LazyLock;

use regex::Regex;

use super::outside::{closes, is_capitals};
use crate::source::{Line, Verbatim};

/// The most lines below the end: more of them are likely another conversation.
const LINES: usize = 150;
/// The least labels above: the last of a few may well say everything that follows.
const HEADS: usize = 4;
/// A title has at most this many words.
const TITLE_WORDS: usize = 8;

/// How people call what they put under an interview.
static TITLES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^\W*(?:",
        r"notes?\s(?:de\sl['’]?\s?|d['’]|du\s|de\s(?:la\s)?)?(?:enquêt\w+|entretien|terrain|interview\w*|chercheu\w+|observation\w*|field|réflexi\w+|transcri\w+)(?:[\s·.(-]\w+\)?)?",
        r"|(?:field|interviewer(?:['’]s)?|researcher(?:['’]s)?|observer(?:['’]s)?)\snotes?",
        r"|(?:impressions?|remarques?|commentaires?|observations?|ressentis?)\s(?:de\sl['’]\s?|d['’]|du\s|de\s(?:la\s)?|après\sl['’]|sur\sl['’]|à\schaud|générale?s?)\s?\w*(?:\s\w+)?",
        r"|(?:guide|grille|canevas|trame)\s(?:d['’]\s?|de\sl['’]\s?)entretien",
        r"|interview\s(?:guide|schedule)",
        r"|journal\sde\s(?:bord|terrain)",
        r")\W*$"
    ))
    .ok()
});

/// The first line below the last label from which on nobody speaks; `heads` is how many labels there are, `headings`
/// where lines begin that are styled as titles.
pub(super) fn first_line(
    verbatim: &Verbatim,
    last: usize,
    heads: usize,
    headings: &[usize],
) -> Option<usize> {
    let below = verbatim.lines.get(last + 1..)?;
    if below.len() > LINES || heads < HEADS {
        return None;
    }
    let ends = |n: usize, line: &Line| {
        let words = verbatim.text.get(line.start..line.end).unwrap_or_default().trim();
        let short = words.split_whitespace().nth(TITLE_WORDS).is_none();
        let named = TITLES.as_ref().is_some_and(|titles| titles.is_match(words));
        let apart = n == 0 || below.get(n - 1).is_some_and(|above| above.start == above.end);
        closes(words)
            || (short && named)
            || headings.contains(&line.start)
            || (short && apart && is_capitals(words))
    };
    below.iter().enumerate().find(|(n, line)| ends(*n, line)).map(|(n, _)| last + 1 + n)
}
