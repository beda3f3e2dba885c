//! A text cut into words and white space, the unit in which corrections are compared.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A word, or one character of white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub text: &'t str,
    pub space: bool,
    /// Scalar offset of its start.
    at: u32,
    /// Byte offset of its start.
    byte: usize,
}

/// All the tokens of a text, in order, without a gap.
pub(super) struct Tokens<'t> {
    text: &'t str,
    pub list: Vec<Token<'t>>,
    len: u32,
}

impl<'t> Tokens<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut list = Vec::new();
        let (mut word_at, mut word_byte, mut at) = (0, 0, 0u32);
        for (byte, c) in text.char_indices() {
            if c.is_whitespace() {
                push_word(&mut list, text, word_at, word_byte..byte);
                let end = byte + c.len_utf8();
                list.push(Token { text: &text[byte..end], space: true, at, byte });
                (word_at, word_byte) = (at.saturating_add(1), end);
            }
            at = at.saturating_add(1);
        }
        push_word(&mut list, text, word_at, word_byte..text.len());
        Self { text, list, len: at }
    }

    /// Scalar offset of the start of a token, or of the end of the text after the last.
    pub fn start(&self, token: usize) -> u32 {
        self.list.get(token).map_or(self.len, |token| token.at)
    }

    /// The text of a run of tokens.
    pub fn text(&self, run: &Range<usize>) -> &'t str {
        let byte = |token: usize| self.list.get(token).map_or(self.text.len(), |token| token.byte);
        &self.text[byte(run.start)..byte(run.end)]
    }

    /// The words among a run of tokens, by their index.
    pub fn words(&self, run: &Range<usize>) -> Vec<usize> {
        run.clone().filter(|&token| !self.list[token].space).collect()
    }

    /// The texts of some tokens.
    pub fn texts(&self, tokens: &[usize]) -> Vec<&'t str> {
        tokens.iter().map(|&token| self.list[token].text).collect()
    }
}

fn push_word<'t>(list: &mut Vec<Token<'t>>, text: &'t str, at: u32, bytes: Range<usize>) {
    if !bytes.is_empty() {
        list.push(Token { text: &text[bytes.clone()], space: false, at, byte: bytes.start });
    }
}

/// A word reduced to what one hears: small letters and digits, no accent, no punctuation. A word of
/// punctuation alone is kept as it is.
pub(super) fn fold(word: &str) -> String {
    let folded = fold_letters(word);
    if folded.is_empty() { word.to_owned() } else { folded }
}

/// The letters and digits of a text, small and without accents; empty if there are none.
pub(super) fn fold_letters(text: &str) -> String {
    if text.is_ascii() {
        return text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().flat_map(char::to_lowercase) {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            _ if canonical_combining_class(c) != 0 || !c.is_alphanumeric() => {}
            _ => folded.push(c),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_words_and_single_spaces() {
        let tokens = Tokens::new("Ça  va\u{A0}?\n");
        let texts: Vec<&str> = tokens.list.iter().map(|token| token.text).collect();
        assert_eq!(texts, ["Ça", " ", " ", "va", "\u{A0}", "?", "\n"]);
        let starts: Vec<u32> = (0..=texts.len()).map(|token| tokens.start(token)).collect();
        assert_eq!(starts, [0, 2, 3, 4, 6, 7, 8, 9]);
        assert_eq!(tokens.text(&(3..6)), "va\u{A0}?");
        assert_eq!(tokens.words(&(1..7)), [3, 5]);
    }

    #[test]
    fn folding_keeps_what_one_hears() {
        assert_eq!(fold("«Éléphant,"), "elephant");
        assert_eq!(fold("L'Hôpital"), "lhopital");
        assert_eq!(fold("cœur"), fold("Coeur"));
        assert_eq!(fold("…"), "…");
    }
}
