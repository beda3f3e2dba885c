//! A name and the ways in which it is written, and what takes its place.

use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The ways to write some names, found in any case, with or without accents, hyphens or apostrophes of
/// either sort, as whole words.
#[derive(Debug, Clone)]
pub struct Mask {
    names: Vec<Vec<String>>,
    sign: String,
    spared: Vec<String>,
}

/// One way in which a name is written, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// As it is written in the texts.
    pub written: String,
    /// How many times.
    pub count: usize,
}

/// A word of a text: where it stands in bytes, and what of it counts.
struct Word {
    start: usize,
    end: usize,
    plain: String,
}

impl Mask {
    /// The mask of some names; empty ones are left out.
    #[must_use]
    pub fn new(names: &[String], sign: &str) -> Mask {
        let names = names.iter().map(|name| words(name).into_iter().map(|word| word.plain).collect());
        let mut names: Vec<Vec<String>> = names.filter(|name: &Vec<String>| !name.is_empty()).collect();
        // The longest first: of *Anne Morel* and *Anne*, the whole name goes.
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Mask { names, sign: sign.to_owned(), spared: Vec::new() }
    }

    /// Leaves some ways of writing alone.
    #[must_use]
    pub fn sparing(self, spared: Vec<String>) -> Mask {
        Mask { spared, ..self }
    }

    /// True when there is nothing to mask.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// True where a text holds one of the names.
    #[must_use]
    pub fn holds(&self, text: &str) -> bool {
        !self.found(text).is_empty()
    }

    /// The text with the sign in the place of each name.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let (mut masked, mut at) = (String::with_capacity(text.len()), 0);
        for (start, end) in self.found(text) {
            masked.push_str(&text[at..start]);
            masked.push_str(&self.sign);
            at = end;
        }
        masked.push_str(&text[at..]);
        masked
    }

    /// The ways in which the names are written in some texts, the most frequent first.
    #[must_use]
    pub fn variants<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Vec<Variant> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for text in texts {
            for (start, end) in self.found(text) {
                *counts.entry(text[start..end].to_owned()).or_default() += 1;
            }
        }
        let mut found: Vec<Variant> =
            counts.into_iter().map(|(written, count)| Variant { written, count }).collect();
        found.sort_by_key(|variant| std::cmp::Reverse(variant.count));
        found
    }

    /// Where the names stand, in bytes, without overlap.
    fn found(&self, text: &str) -> Vec<(usize, usize)> {
        let words = words(text);
        let (mut found, mut at) = (Vec::new(), 0);
        while at < words.len() {
            let fits = |name: &&Vec<String>| {
                let here = words.get(at..at + name.len());
                here.is_some_and(|here| {
                    here.iter().zip(name.iter()).all(|(word, part)| word.plain == *part)
                        && here.windows(2).all(|pair| is_joint(&text[pair[0].end..pair[1].start]))
                })
            };
            match self.names.iter().find(fits) {
                Some(name) => {
                    let last = at + name.len() - 1;
                    let range = (words[at].start, words[last].end);
                    if !self.spared.iter().any(|spared| spared == &text[range.0..range.1]) {
                        found.push(range);
                    }
                    at += name.len();
                }
                None => at += 1,
            }
        }
        found
    }
}

/// What may stand between the parts of one name.
fn is_joint(text: &str) -> bool {
    text.chars().all(|sign| sign.is_whitespace() || matches!(sign, '-' | '‑' | '\'' | '’' | '.'))
        && text.chars().count() <= 2
}

/// The words of a text: runs of letters and digits, with what of them counts.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, sign) in text.char_indices() {
        if !sign.is_alphanumeric() && !is_combining_mark(sign) {
            open = false;
            continue;
        }
        if !open {
            words.push(Word { start: at, end: at, plain: String::new() });
            open = true;
        }
        if let Some(word) = words.last_mut() {
            word.end = at + sign.len_utf8();
            word.plain.extend(fold(sign));
        }
    }
    words
}

fn fold(sign: char) -> impl Iterator<Item = char> {
    std::iter::once(sign).nfd().filter(|part| !is_combining_mark(*part)).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(names: &[&str], text: &str) -> String {
        Mask::new(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>(), "***").apply(text)
    }

    #[test]
    fn a_name_goes_in_every_way_it_is_written_and_only_as_a_word() {
        let text = "Hélène Morel, HELENE, helene-morel, Mme Morel, morelle et Hélènes.";
        assert_eq!(
            mask(&["Hélène Morel", "Hélène", "Morel"], text),
            "***, ***, ***, Mme ***, morelle et Hélènes."
        );
        assert_eq!(mask(&["Jean-Luc"], "Jean Luc, jean-luc, Jean, Luc"), "***, ***, Jean, Luc");
        assert_eq!(mask(&["d’Arvor"], "chez d'Arvor ; d’arvor"), "chez *** ; ***");
        assert_eq!(mask(&["  "], "rien"), "rien");
    }

    #[test]
    fn a_way_of_writing_is_left_alone() {
        let mask = Mask::new(&["Rose".to_owned()], "***").sparing(vec!["rose".to_owned()]);
        assert_eq!(mask.apply("Rose aime la rose."), "*** aime la rose.");
    }

    #[test]
    fn decomposed_letters_are_the_same_letters() {
        assert_eq!(mask(&["Hélène"], "He\u{301}le\u{300}ne dit"), "*** dit");
    }

    #[test]
    fn variants_are_counted_as_they_are_written() {
        let mask = Mask::new(&["Anne Morel".to_owned(), "Anne".to_owned()], "***");
        let found = mask.variants(["Anne Morel, Anne, ANNE", "Anne"]);
        let shown: Vec<_> = found.iter().map(|one| format!("{} {}", one.written, one.count)).collect();
        assert_eq!(shown, ["Anne 2", "ANNE 1", "Anne Morel 1"]);
    }
}
