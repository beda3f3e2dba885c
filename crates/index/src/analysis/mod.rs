//! How a text becomes tokens: what counts as one word, and which words are taken for the same.
//!
//! The index keeps the *form* of each word (case folded, accents kept), so that an exact search is exact.
//! What is taken for the same word (case, accents, `œ`, endings) is decided by the [keys](Analyser::keys) of
//! a form: case and accents are folded **before** the stem is taken, for somebody who types `decouragee`
//! means `découragée`.
//!
//! There are three sorts of token:
//! - a **word**: `école` of `l'école`, `peut` and `être` of `peut-être`; each takes one position;
//! - a **compound**: `peut-être` as a whole, at the position of its first word; it lets `peut-être` be
//!   searched without `peut être`, while the phrase "peut être" finds both;
//! - an **elision**: the `l'` of `l'école`, at the position of the word it leans on. It takes no position of
//!   its own, so that "dans école" is no phrase of `dans l'école`, and "à hôpital" finds `à l'hôpital`.

mod characters;
mod elision;
mod fold;
mod split;

pub use fold::fold;

use model::value::Language;

/// The sort of a token.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Sort {
    /// A word, or a part of a compound.
    Word,
    /// A compound as a whole.
    Compound,
    /// An elided word before an apostrophe.
    Elision,
}

/// The longest form that is kept, in bytes: whatever is longer is cut there, in texts and queries alike.
const LONGEST: usize = 200;

/// First character of the stored form of a compound; no word has it.
pub(crate) const COMPOUND: char = '-';
/// First character of the stored form of an elision; no word has it.
pub(crate) const ELISION: char = '\'';

impl Sort {
    /// The sort that a stored form tells.
    #[must_use]
    pub fn of(form: &str) -> Sort {
        match form.chars().next() {
            Some(COMPOUND) => Sort::Compound,
            Some(ELISION) => Sort::Elision,
            _ => Sort::Word,
        }
    }
}

/// A token of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// The form as it is stored: case folded, accents kept, with the mark of its sort.
    pub form: String,
    /// Its sort.
    pub sort: Sort,
    /// Its place among the words of the text, counted from 0.
    pub position: u32,
    /// First scalar of the text that it covers.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Turns texts into tokens, by the rules of one language.
pub struct Analyser {
    language: Language,
    stemmer: frostem::Stemmer,
}

impl std::fmt::Debug for Analyser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Analyser").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Clone for Analyser {
    fn clone(&self) -> Analyser {
        Analyser::new(self.language)
    }
}

impl Analyser {
    /// The analyser of a language.
    #[must_use]
    pub fn new(language: Language) -> Analyser {
        let algorithm = match language {
            Language::French => frostem::Algorithm::French,
            Language::English => frostem::Algorithm::English,
        };
        Analyser { language, stemmer: frostem::Stemmer::new(algorithm) }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The tokens of a text in normal form C, in the order of positions.
    #[must_use]
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut spare = Token { form: String::new(), sort: Sort::Word, position: 0, start: 0, end: 0 };
        self.each_token(text, &mut spare, &mut |token| tokens.push(token.clone()));
        tokens
    }

    /// Hands each token of a text over, in the order of positions, without making a new one each time.
    pub fn each_token(&self, text: &str, spare: &mut Token, sink: &mut dyn FnMut(&Token)) {
        split::split(text, self.language, spare, sink);
    }

    /// What a stored form is taken for: two forms that share a key are the same word.
    ///
    /// The first key is the stem of the folded form: whoever types without accents meets every word that
    /// has them. An accented form has a second one, its own stem, folded afterwards: French endings are
    /// told by their accents (`découragées` is a form of `décourage`, which `decouragees` does not show).
    #[must_use]
    pub fn keys(&self, form: &str) -> (String, Option<String>) {
        let (mark, text) = match Sort::of(form) {
            Sort::Word => ("", form),
            Sort::Compound | Sort::Elision => form.split_at(1),
        };
        let folded = fold(text);
        if Sort::of(form) == Sort::Elision {
            return (format!("{mark}{folded}"), None);
        }
        let key = format!("{mark}{}", self.stemmer.stem(&folded));
        let own = (folded != text).then(|| format!("{mark}{}", fold(&self.stemmer.stem(text))));
        let own = own.filter(|own| *own != key);
        (key, own)
    }

    /// The one key under which forms are counted together: that of the form's own stem.
    #[must_use]
    pub fn family(&self, form: &str) -> String {
        let (key, own) = self.keys(form);
        own.unwrap_or(key)
    }
}

/// Cuts a form that is too long, at a character.
fn cut(form: &mut String) {
    if form.len() > LONGEST {
        let mut at = LONGEST;
        while !form.is_char_boundary(at) {
            at -= 1;
        }
        form.truncate(at);
    }
}

#[cfg(test)]
mod tests;
