//! What one list of a file says and another does not. Lists of services hold the same words several times, cut
//! otherwise, with other marks: words are compared without marks, three in a row.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::Range;

/// So many words in a row that were not taken are told; of a shorter piece, all.
const RUN: usize = 5;
/// How many words in a row are no chance.
const ROW: usize = 3;

/// A word: where it stands in its text, in bytes, and what it is compared by.
type Word = (Range<usize>, u64);

/// The words that were taken.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    rows: HashSet<[u64; ROW]>,
    counts: HashMap<u64, usize>,
}

impl Taken {
    /// The words of some pieces, one after the other.
    pub fn of<'a>(pieces: impl Iterator<Item = &'a str>) -> Self {
        let keys: Vec<u64> = pieces.flat_map(words).map(|(_, key)| key).collect();
        let mut taken = Self::default();
        taken.add(&keys);
        taken
    }

    /// Takes other pieces as well.
    pub fn extend<'a>(&mut self, pieces: impl Iterator<Item = &'a str>) {
        let keys: Vec<u64> = pieces.flat_map(words).map(|(_, key)| key).collect();
        self.add(&keys);
    }

    fn add(&mut self, keys: &[u64]) {
        self.rows.extend(keys.windows(ROW).filter_map(|row| <[u64; ROW]>::try_from(row).ok()));
        keys.iter().for_each(|key| *self.counts.entry(*key).or_default() += 1);
    }

    /// The parts of these pieces that were not taken, in order.
    pub fn missing<'a>(&self, pieces: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
        let pieces: Vec<(&str, Vec<Word>)> = pieces.map(|piece| (piece, words(piece).collect())).collect();
        let keys: Vec<u64> = pieces.iter().flat_map(|(_, words)| words.iter().map(|(_, key)| *key)).collect();
        let known = self.known(&keys);
        let mut counts: HashMap<u64, usize> = HashMap::new();
        keys.iter().for_each(|key| *counts.entry(*key).or_default() += 1);
        let more = |key: &u64| counts.get(key) > self.counts.get(key).or(Some(&0));
        let mut out = Vec::new();
        let mut from = 0;
        for (piece, words) in &pieces {
            let known = known.get(from..from + words.len()).unwrap_or_default();
            from += words.len();
            let short = words.len() < RUN;
            if short && !words.is_empty() && known.iter().all(|known| !known) {
                out.extend(words.iter().any(|(_, key)| more(key)).then(|| piece.trim()));
            }
            if !short {
                out.extend(runs(known).filter_map(|run| {
                    piece.get(words.get(run.start)?.0.start..words.get(run.end - 1)?.0.end)
                }));
            }
        }
        out
    }

    /// Of each word, whether it stands in a row of words that was taken.
    fn known(&self, keys: &[u64]) -> Vec<bool> {
        let mut known = vec![false; keys.len()];
        for (n, row) in keys.windows(ROW).enumerate() {
            if <[u64; ROW]>::try_from(row).is_ok_and(|row| self.rows.contains(&row)) {
                known.iter_mut().skip(n).take(ROW).for_each(|known| *known = true);
            }
        }
        known
    }
}

/// The places of unknown words, where many stand in a row.
fn runs(known: &[bool]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    let ranges = known.chunk_by(|a, b| a == b).map(move |chunk| {
        at += chunk.len();
        (at - chunk.len()..at, chunk.first() == Some(&false))
    });
    ranges.filter(|(run, unknown)| *unknown && run.len() >= RUN).map(|(run, _)| run)
}

/// The words of a text with their places, in bytes, and what they are compared by.
fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut at = 0;
    text.split(|c: char| !c.is_alphanumeric()).filter_map(move |word| {
        let start = at + text.get(at..)?.find(word)?;
        at = start + word.len();
        if word.is_empty() {
            return None;
        }
        let mut hasher = DefaultHasher::new();
        word.chars().flat_map(char::to_lowercase).for_each(|c| c.hash(&mut hasher));
        Some((start..start + word.len(), hasher.finish()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_cut_otherwise_are_all_there() {
        let taken = Taken::of(["Oui, bien sûr. Non.", "C’est loin, la route est longue."].into_iter());
        for pieces in [
            vec!["oui bien sûr non c est loin la route est longue"],
            vec!["Oui", "bien", "sûr", "non", "c’est loin", "La route est longue"],
            vec!["la route est longue", "Non.", "Oui, bien sûr"],
            vec![],
            vec!["…", ""],
        ] {
            assert_eq!(taken.missing(pieces.iter().copied()), Vec::<&str>::new(), "{pieces:?}");
        }
    }

    #[test]
    fn what_was_not_taken_is_found() {
        let taken = Taken::of(["Oui, bien sûr.", "C’est loin, la route est longue."].into_iter());
        for (pieces, expected) in [
            (vec!["Oui, bien sûr.", "Non."], vec!["Non."]),
            (
                vec!["Oui bien sûr, et puis je ne sais plus du tout. C’est loin, la route"],
                vec!["et puis je ne sais plus du tout"],
            ),
            (vec!["Oui.", "Oui.", "Oui."], vec!["Oui.", "Oui.", "Oui."]),
        ] {
            assert_eq!(taken.missing(pieces.iter().copied()), expected, "{pieces:?}");
        }
    }
}
