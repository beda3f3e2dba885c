//! Finding by the beginning of words, whatever the accents and the case.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text folded for comparison, each folded scalar with the scalar it comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    scalars: Vec<char>,
    /// Where words begin among them.
    starts: Vec<usize>,
    from: Vec<usize>,
    length: usize,
}

impl Folded {
    /// Without accents and case; `œ` and `æ` as two letters.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = Self { length: text.chars().count(), ..Self::default() };
        for (at, scalar) in text.chars().enumerate() {
            for plain in fold(scalar) {
                let before = folded.scalars.last().copied();
                if before.is_none_or(|sign| !sign.is_alphanumeric()) {
                    folded.starts.push(folded.scalars.len());
                }
                folded.scalars.push(plain);
                folded.from.push(at);
            }
        }
        folded
    }

    /// The folded text.
    #[must_use]
    pub fn letters(&self) -> String {
        self.scalars.iter().collect()
    }

    /// True where both are the same letters, whatever they were written with.
    #[must_use]
    pub fn same_letters(&self, other: &Self) -> bool {
        self.scalars == other.scalars
    }

    /// Where a word of the text begins with `needle`: the scalars of the text that it covers.
    #[must_use]
    pub fn word_beginning(&self, needle: &Self) -> Option<Range<usize>> {
        let needle_scalars = needle.scalars.as_slice();
        let begins =
            |at: &&usize| self.scalars.get(**at..).is_some_and(|rest| rest.starts_with(needle_scalars));
        self.starts.iter().find(begins).map(|at| self.covered(*at, needle))
    }

    /// Where `needle` stands anywhere in the text.
    #[must_use]
    pub fn inside(&self, needle: &Self) -> Option<Range<usize>> {
        self.places(needle).next().map(|at| self.covered(at, needle))
    }

    fn places<'a>(&'a self, needle: &'a Self) -> impl Iterator<Item = usize> + 'a {
        let width = needle.scalars.len().max(1);
        let windows = self.scalars.windows(width).enumerate();
        windows.filter(|(_, window)| *window == needle.scalars.as_slice()).map(|(at, _)| at)
    }

    fn covered(&self, at: usize, needle: &Self) -> Range<usize> {
        let start = self.from.get(at).copied().unwrap_or(self.length);
        let end = self.from.get(at + needle.scalars.len()).copied().unwrap_or(self.length);
        start..end.max(start)
    }
}

fn fold(scalar: char) -> Vec<char> {
    match scalar {
        'œ' | 'Œ' => vec!['o', 'e'],
        'æ' | 'Æ' => vec!['a', 'e'],
        '’' => vec!['\''],
        _ => std::iter::once(scalar)
            .nfd()
            .filter(|part| !is_combining_mark(*part))
            .flat_map(char::to_lowercase)
            .collect(),
    }
}

/// The words of a query, each folded.
#[must_use]
pub fn query(text: &str) -> Vec<Folded> {
    text.split_whitespace().map(Folded::new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first match in `text`, shown as `[…]`.
    fn found(text: &str, needle: &str) -> Option<String> {
        let range = Folded::new(text).word_beginning(&Folded::new(needle))?;
        let part = |range: Range<usize>| text.chars().skip(range.start).take(range.len()).collect::<String>();
        Some(format!("{}[{}]{}", part(0..range.start), part(range.clone()), part(range.end..usize::MAX)))
    }

    #[test]
    fn words_are_found_by_their_beginning_without_accents_or_case() {
        assert_eq!(found("Sentiment d’échec", "echec").as_deref(), Some("Sentiment d’[échec]"));
        assert_eq!(found("Sentiment d’échec", "SENT").as_deref(), Some("[Sent]iment d’échec"));
        assert_eq!(found("travail en groupe", "grou").as_deref(), Some("travail en [grou]pe"));
        assert_eq!(found("se regrouper", "grou"), None);
        assert_eq!(found("la mise en œuvre", "oeuv").as_deref(), Some("la mise en [œuv]re"));
        assert_eq!(found("qu'est-ce", "ce").as_deref(), Some("qu'est-[ce]"));
        assert_eq!(found("déjà", "déja").as_deref(), Some("[déjà]"));
    }

    #[test]
    fn the_inside_of_a_word_is_found_when_asked() {
        assert_eq!(Folded::new("se regrouper").inside(&Folded::new("grou")), Some(5..9));
        assert_eq!(Folded::new("court").inside(&Folded::new("long texte")), None);
    }

    #[test]
    fn a_query_is_its_words() {
        assert_eq!(
            query("  coût  du "),
            [Folded::new("cout"), Folded::new("du")].map(|mut word| {
                // Only the letters count; where they came from differs.
                word.length = word.scalars.len();
                word
            })
        );
    }
}
