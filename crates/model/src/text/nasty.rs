//! Random texts for the laws: what French transcripts hold at their worst, and corrections of them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::edit::{Edit, Splice};
use super::index::{TextIndex, scalars};
use super::normalise::normalise;

/// Pieces of source text: accents composed or not, emoji in families, flags, every line ending, spaces
/// that do not break, and what must be dropped or replaced.
const PIECES: [&str; 40] = [
    "je",
    "dors",
    "mal",
    "l'hôpital",
    "ça",
    "e\u{301}te\u{301}",
    "cœur",
    "où",
    "E",
    "P",
    "…",
    ".",
    ",",
    "!",
    "?",
    "«\u{A0}",
    "\u{A0}»",
    "\u{202F}:",
    " ",
    " ",
    " ",
    " ",
    "\u{A0}",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{B}",
    "👨\u{200D}👩\u{200D}👧",
    "👨",
    "\u{200D}👩",
    "🇫🇷",
    "🇧",
    "👍🏽",
    "\u{301}",
    "\u{323}",
    "fa\u{AD}tigue",
    "\u{FEFF}",
    "\0\u{1B}",
];

/// Text as it comes from a file.
pub(super) fn source() -> impl Strategy<Value = String> {
    vec(select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

/// Text in normal form.
pub(super) fn text() -> impl Strategy<Value = String> {
    source().prop_map(|source| normalise(&source).text)
}

/// A text with an edit of it, at any scalars, some of whose splices may touch or do nothing.
pub(super) fn edited() -> impl Strategy<Value = (String, Edit)> {
    (text(), vec((any::<prop::sample::Index>(), 0..6u32, text_piece()), 0..6)).prop_map(|(text, cuts)| {
        let len = scalars(&text);
        let mut splices: Vec<Splice> = Vec::new();
        let mut sorted: Vec<(u32, u32, String)> = cuts
            .into_iter()
            .map(|(at, delete, words)| (at.index(len as usize + 1) as u32, delete, words))
            .collect();
        sorted.sort();
        for (at, delete, words) in sorted {
            if splices.last().is_none_or(|last| last.end() <= at) {
                splices.push(Splice::replace(at, (at + delete).min(len), words));
            }
        }
        (text, Edit::new(splices).unwrap())
    })
}

fn text_piece() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), select(&PIECES[..]).prop_map(|piece| normalise(piece).text)]
}

/// A range of a text of so many scalars, snapped to graphemes; empty only where the text is.
pub(super) fn passage(text: &str, from: prop::sample::Index, length: u32) -> (u32, u32) {
    let index = TextIndex::new(text);
    let start = from.index(index.len_scalars().max(1) as usize) as u32;
    index.snap_out(start, start + length.max(1))
}

/// A word with the white space after it.
pub(super) type Item = (String, &'static str);

/// Words that are all different, with the white space after each, so that there is only one way to see
/// what became of them.
pub(super) fn distinct_words(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Item>> {
    let heads = ["mot", "été", "œuf", "l'a", "ah👨\u{200D}👩", "«x", "e\u{323}", "N"];
    let gaps = [" ", " ", " ", " ", "\u{A0}", "\n", "\t", "  "];
    vec((select(heads.to_vec()), select(gaps.to_vec())), count).prop_map(|items| {
        let number =
            |(at, (head, gap)): (usize, (&str, &'static str))| (normalise(&format!("{head}{at}")).text, gap);
        items.into_iter().enumerate().map(number).collect()
    })
}

/// The text of some words.
pub(super) fn join(items: &[Item]) -> String {
    items.iter().flat_map(|(word, gap)| [word.as_str(), gap]).collect()
}

/// One correction of a list of words.
#[derive(Debug, Clone)]
pub(super) enum Change {
    Insert(String),
    Replace(String),
    Delete,
    Misspell,
    MoveToEnd,
}

/// Corrections of a list of words, each at some word.
pub(super) fn changes(
    count: std::ops::Range<usize>,
) -> impl Strategy<Value = Vec<(Change, prop::sample::Index)>> {
    // Every word is another: where the same one comes and goes, nobody can tell which was kept.
    let head = select(vec!["neuf", "été", "oh\u{A0}\u{BB}oh", "🇫🇷", "fin.\n"]);
    let fresh = (any::<u32>(), head).prop_map(|(number, head)| format!("{number}{head}{number}"));
    let change = prop_oneof![
        fresh.clone().prop_map(Change::Insert),
        fresh.prop_map(Change::Replace),
        Just(Change::Delete),
        Just(Change::Misspell),
        Just(Change::MoveToEnd),
    ];
    vec((change, any::<prop::sample::Index>()), count)
}

/// The words after the corrections.
pub(super) fn corrected(items: &[Item], changes: &[(Change, prop::sample::Index)]) -> Vec<Item> {
    let mut items = items.to_vec();
    for (change, at) in changes {
        let at = at.index(items.len() + 1);
        match change {
            Change::Insert(word) => items.insert(at, (word.clone(), " ")),
            _ if at == items.len() => {}
            Change::Replace(word) => items[at].0.clone_from(word),
            Change::Delete => drop(items.remove(at)),
            Change::Misspell => items[at].0.insert(0, 'z'),
            Change::MoveToEnd => {
                let item = items.remove(at);
                items.push(item);
            }
        }
    }
    items
}
