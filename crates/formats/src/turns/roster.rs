//! Lines that describe who takes part: `MG5 : homme, 56 ans, rural`. They look like turns, and nobody says them.

use std::sync::LazyLock;

use regex::Regex;

use super::head::{Head, Separator};
use super::label::{Form, form};
use super::words::{self, key};
use crate::source::Verbatim;

/// A description has at most this many words.
const WORDS: usize = 14;
/// A title above such lines has at most this many.
const TITLE_WORDS: usize = 5;

/// Words of which descriptions are made, as keys.
const DESCRIBING: [&str; 44] = [
    "homme",
    "femme",
    "masculin",
    "feminin",
    "male",
    "female",
    "man",
    "woman",
    "rural",
    "rurale",
    "semirural",
    "semirurale",
    "urbain",
    "urbaine",
    "semiurbain",
    "installe",
    "installee",
    "remplacant",
    "remplacante",
    "collaborateur",
    "collaboratrice",
    "retraite",
    "retraitee",
    "marie",
    "mariee",
    "celibataire",
    "liberal",
    "liberale",
    "salarie",
    "salariee",
    "msp",
    "msu",
    "generaliste",
    "medecin",
    "interne",
    "infirmier",
    "infirmiere",
    "pharmacien",
    "pharmacienne",
    "celibat",
    "divorce",
    "divorcee",
    "agriculteur",
    "agricultrice",
];

/// An age, or years of something.
static YEARS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\b\d{1,2}\s?(?:ans?|years?|y\.?o\.?)\b").ok());

/// Words of speech, which no description holds.
const SAID: [&str; 22] = [
    "je", "j", "tu", "vous", "nous", "on", "ca", "c", "oui", "non", "ben", "euh", "bonjour", "merci", "moi",
    "voila", "donc", "alors", "qui", "que", "quel", "quelle",
];

/// Whether a text describes somebody.
pub(super) fn describes(value: &str) -> bool {
    let value = value.trim().trim_end_matches(['.', ';', ',']);
    let Some(keys) = unsaid(value) else { return false };
    let aged = YEARS.as_ref().is_some_and(|years| years.is_match(value));
    let told = |key: &String| DESCRIBING.contains(&key.as_str()) || (key.len() > 3 && words::names_role(key));
    aged || keys.iter().take(3).any(told) || is_whole_name(value)
}

/// Whether a text may describe somebody beside a label that is a speaker's: a few words, and none of speech.
pub(super) fn may_describe(value: &str) -> bool {
    value.split_whitespace().nth(TITLE_WORDS).is_none() && unsaid(value).is_some()
}

/// The keys of a text in which nobody speaks: it is short, no sentence, and has no word of speech.
fn unsaid(value: &str) -> Option<Vec<String>> {
    let sentence = value.contains(". ") || value.ends_with(['?', '!', '…']) || value.contains(['«', '“']);
    if value.is_empty() || sentence || value.split_whitespace().nth(WORDS).is_some() {
        return None;
    }
    let parts = value.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '(' | ')' | '·'));
    let keys: Vec<String> = parts.map(words::common_key).filter(|key| !key.is_empty()).collect();
    (!keys.iter().any(|key| SAID.contains(&key.as_str()))).then_some(keys)
}

/// `Dr Blanc`, `Julie Morel`.
fn is_whole_name(value: &str) -> bool {
    let several = value.split_whitespace().nth(1).is_some() && value.split_whitespace().nth(4).is_none();
    let capitals = value.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    several && capitals && form(value).is_some_and(|form| form <= Form::Name)
}

/// How many of the last heads are a roster below the last words, and the lines that it takes with its title.
pub(super) fn at_end(verbatim: &Verbatim, heads: &[&Head]) -> (usize, Vec<(usize, usize)>) {
    let said = |head: &Head| {
        let end = verbatim.lines.get(head.line).map_or(head.after, |line| line.end);
        verbatim.text.get(head.after..end).unwrap_or_default()
    };
    let describing = |head: &&&Head| head.separator != Separator::Alone && describes(said(head));
    let run = heads.iter().rev().take_while(describing).count();
    let Some(first) = heads.len().checked_sub(run).and_then(|first| heads.get(first)) else {
        return (0, Vec::new());
    };
    let Some(before) = heads.len().checked_sub(run + 1).and_then(|before| heads.get(before)) else {
        return (0, Vec::new());
    };
    // A title is a line of its own below the last words, not what somebody says.
    let title = title_above(verbatim, first.line).filter(|title| *title > before.line);
    // Without a title one line may be an answer, and so may several where somebody asks before.
    let words = verbatim.text.get(before.after..first.start).unwrap_or_default();
    let answers = title.is_none() && (run < 2 || words.trim_end().ends_with('?'));
    if answers || !told_apart(verbatim, &heads[heads.len() - run..]) {
        return (0, Vec::new());
    }
    let lines = verbatim.lines.get(title.unwrap_or(first.line)..).unwrap_or_default();
    (run, lines.iter().filter(|line| line.start < line.end).map(|line| (line.start, line.end)).collect())
}

/// Whether each label comes once, as in a list.
fn told_apart(verbatim: &Verbatim, heads: &[&Head]) -> bool {
    let label = |head: &&Head| key(verbatim.text.get(head.label.0..head.label.1).unwrap_or_default());
    let mut keys: Vec<String> = heads.iter().map(label).collect();
    keys.sort();
    keys.windows(2).all(|pair| pair[0] != pair[1])
}

/// The line of a title right above another, blank lines aside.
fn title_above(verbatim: &Verbatim, line: usize) -> Option<usize> {
    let text = |number: usize| {
        verbatim
            .lines
            .get(number)
            .and_then(|line| verbatim.text.get(line.start..line.end))
            .unwrap_or_default()
    };
    let above = (0..line).rev().find(|number| !text(*number).trim().is_empty())?;
    let words = text(above).trim();
    let short = words.split_whitespace().nth(TITLE_WORDS).is_none();
    let label = words.trim_end_matches([':', ' ', '\u{A0}', '\u{202F}']);
    let said = label.split_whitespace().next().is_some_and(|word| SAID.contains(&key(word).as_str()));
    (short && !said && label.starts_with(char::is_uppercase) && label.ends_with(char::is_alphanumeric))
        .then_some(above)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_described() {
        for value in [
            "homme, 56 ans, rural",
            "femme, 56 ans, installée en rural, maître de stage",
            "34 ans, MSP",
            "interne, enquêtrice",
            "médecin généraliste, 61 ans",
            "Dr Blanc",
            "Julie Morel",
        ] {
            assert!(describes(value), "{value}");
        }
    }

    #[test]
    fn answers_are_not() {
        for value in [
            "J’ai 56 ans.",
            "Bien.",
            "La nuit.",
            "Bonjour Madame",
            "Oui, 56 ans",
            "Pourquoi ?",
            "Il y a vingt ans. Un homme est venu",
            "",
        ] {
            assert!(!describes(value), "{value}");
        }
    }
}
