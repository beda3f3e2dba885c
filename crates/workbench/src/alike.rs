//! Names that are nearly the same: two codes that may be one.
//!
//! The measure is told with each pair. Names are compared after normalising: letter case, accents,
//! apostrophes, punctuation, articles and a final `s` or `x` of each word do not count. Equal then: *same
//! words*; equal with the words in another order: *same words, other order*. Else the edit distance of
//! Levenshtein between the normalised names: at most one letter from five letters on, two from ten on.

use model::RecordId;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How two names are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// The same words once normalised.
    SameWords,
    /// The same words in another order.
    OtherOrder,
    /// So many letters differ.
    Letters(usize),
}

/// A pair of codes with nearly the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike {
    /// One code, the first in the order given.
    pub first: RecordId,
    /// The other.
    pub second: RecordId,
    /// How they are alike.
    pub likeness: Likeness,
}

/// Words that do not tell names apart.
const SMALL: [&str; 22] = [
    "le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "au", "aux", "a", "et", "en", "son", "sa",
    "ses", "the", "of", "an", "to",
];

/// The pairs that are alike, in the order of the codes; a name that is empty is like no other.
#[must_use]
pub fn pairs<'a>(codes: impl Iterator<Item = (RecordId, &'a str)>) -> Vec<Alike> {
    let names: Vec<Name> = codes.map(|(code, name)| Name::new(code, name)).collect();
    let mut found = Vec::new();
    for (at, first) in names.iter().enumerate() {
        for second in names.get(at + 1..).unwrap_or_default() {
            if let Some(likeness) = first.like(second) {
                found.push(Alike { first: first.code, second: second.code, likeness });
            }
        }
    }
    found
}

struct Name {
    code: RecordId,
    letters: Vec<char>,
    sorted: String,
    /// How often each letter occurs (all that are none of a to z together), to tell most pairs apart at once.
    counts: [u8; 27],
}

impl Name {
    fn new(code: RecordId, name: &str) -> Name {
        let folded: String =
            name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
        let folded = folded.replace('œ', "oe").replace('æ', "ae");
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut words: Vec<&str> = words.filter(|word| !SMALL.contains(word)).map(singular).collect();
        let letters: Vec<char> = words.join(" ").chars().collect();
        words.sort_unstable();
        let mut counts = [0u8; 27];
        for letter in &letters {
            let place = if letter.is_ascii_lowercase() { *letter as usize - 'a' as usize } else { 26 };
            if let Some(count) = counts.get_mut(place) {
                *count = count.saturating_add(1);
            }
        }
        Name { code, letters, sorted: words.join(" "), counts }
    }

    fn like(&self, other: &Name) -> Option<Likeness> {
        if self.letters.is_empty() || other.letters.is_empty() {
            return None;
        }
        if self.letters == other.letters {
            return Some(Likeness::SameWords);
        }
        if self.sorted == other.sorted {
            return Some(Likeness::OtherOrder);
        }
        let allowed = match self.letters.len().min(other.letters.len()) {
            0..5 => return None,
            5..10 => 1,
            _ => 2,
        };
        if self.letters.len().abs_diff(other.letters.len()) > allowed || self.apart(other) > 2 * allowed {
            return None;
        }
        let distance = distance(&self.letters, &other.letters);
        (distance <= allowed).then_some(Likeness::Letters(distance))
    }

    /// A lower bound of twice the distance: letters that one has and the other has not.
    fn apart(&self, other: &Name) -> usize {
        self.counts.iter().zip(&other.counts).map(|(one, two)| usize::from(one.abs_diff(*two))).sum()
    }
}

fn singular(word: &str) -> &str {
    if word.chars().count() > 3 { word.strip_suffix(['s', 'x']).unwrap_or(word) } else { word }
}

/// Levenshtein's distance: the fewest letters to put in, take out or change.
fn distance(one: &[char], two: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut corner = at;
        let mut left = at + 1;
        for (cell, other) in row.iter_mut().skip(1).zip(two) {
            let changed = corner + usize::from(letter != other);
            corner = *cell;
            left = changed.min(left + 1).min(*cell + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or(one.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn likeness(one: &str, two: &str) -> Option<Likeness> {
        let id = |n: u128| RecordId(Uuid::from_u128(n));
        pairs([(id(1), one), (id(2), two)].into_iter()).first().map(|pair| pair.likeness)
    }

    #[test]
    fn names_are_alike_by_words_or_by_letters() {
        for (one, two) in
            [("coût du trajet", "Le cout des trajets"), ("cœur", "coeur"), ("la route !", "route")]
        {
            assert_eq!(likeness(one, two), Some(Likeness::SameWords), "{one} / {two}");
        }
        assert_eq!(likeness("peur de mourir", "mourir de peur"), Some(Likeness::OtherOrder));
        assert_eq!(likeness("fatigue", "fatique"), Some(Likeness::Letters(1)));
        assert_eq!(likeness("honte de demander", "honte de demandée"), Some(Likeness::Letters(1)));
    }

    #[test]
    fn names_that_differ_are_left_in_peace() {
        for (one, two) in
            [("mère", "père"), ("", ""), ("la", "le"), ("fatigue", "route"), ("peur", "peurs bleues")]
        {
            assert_eq!(likeness(one, two), None, "{one} / {two}");
        }
    }

    #[test]
    fn the_distance_is_that_of_levenshtein() {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        for (one, two, expected) in
            [("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3), ("flaw", "lawn", 2), ("a", "a", 0)]
        {
            assert_eq!(distance(&letters(one), &letters(two)), expected, "{one} {two}");
        }
    }
}
