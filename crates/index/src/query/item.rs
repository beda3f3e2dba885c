//! The smallest parts of a query.

use crate::analysis::{Analyser, Sort, Token, fold};
use std::sync::Arc;

/// What one word of a text must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// This stored form.
    Exact(String),
    /// A form of the same word: one that shares a key with this one.
    Like(String),
    /// A form that begins so; folded unless `exact`.
    Prefix {
        /// How it begins, with the mark of its sort.
        text: String,
        /// Accents as written.
        exact: bool,
    },
    /// A form made of these parts in order, anything between them; folded unless `exact`.
    Glob {
        /// The parts between the stars.
        parts: Vec<String>,
        /// Accents as written.
        exact: bool,
    },
    /// A form whose folded text is at most so many letters away.
    Near {
        /// The text, folded.
        text: String,
        /// How many letters may be added, left out or replaced.
        distance: u8,
    },
}

/// A part of a query that is looked for by itself.
#[derive(Debug, Clone)]
pub enum Leaf {
    /// One word.
    Word(Item),
    /// Words at these distances from the first, in one turn.
    Phrase(Vec<(u32, Item)>),
    /// A regular expression, on the verbatim of a turn.
    Pattern(Arc<regex::Regex>),
}

/// The leaf of some characters between spaces; `None` where they hold no word.
pub(super) fn of_chunk(chunk: &str, exact: bool, analyser: &Analyser) -> Option<Leaf> {
    if let Some((word, distance)) = near(chunk) {
        return near_leaf(word, distance, analyser);
    }
    let stars = chunk.matches('*').count();
    let base = chunk.trim_end_matches('*');
    if stars > chunk.len() - base.len() {
        return glob(chunk, exact);
    }
    let tokens = analyser.tokens(base);
    let compact = if exact { without_parts(tokens) } else { whole_words(tokens) };
    let mut items = items(compact, exact);
    if base.len() < chunk.len() {
        items.last_mut().map(begins)?;
    }
    leaf(items)
}

/// The leaf of what stands between quotation marks.
pub(super) fn of_phrase(text: &str, exact: bool, analyser: &Analyser) -> Option<Leaf> {
    let mut all: Vec<(u32, Item)> = Vec::new();
    let mut next = 0;
    for chunk in text.split_whitespace() {
        let base = chunk.trim_end_matches('*');
        let mut tokens = analyser.tokens(base);
        if !exact {
            tokens.retain(|token| token.sort == Sort::Word);
        }
        let words = tokens.iter().filter(|token| token.sort == Sort::Word).map(|token| token.position + 1);
        let length = words.max().unwrap_or_default();
        tokens.iter_mut().for_each(|token| token.position += next);
        next += length;
        let mut items = items(tokens, exact);
        if base.len() < chunk.len()
            && let Some(last) = items.last_mut()
        {
            begins(last);
        }
        all.extend(items);
    }
    leaf(all)
}

fn leaf(mut items: Vec<(u32, Item)>) -> Option<Leaf> {
    let first = items.first()?.0;
    items.iter_mut().for_each(|(offset, _)| *offset -= first);
    match items.len() {
        1 => items.pop().map(|(_, item)| Leaf::Word(item)),
        _ => Some(Leaf::Phrase(items)),
    }
}

fn items(tokens: Vec<Token>, exact: bool) -> Vec<(u32, Item)> {
    let item = |token: Token| {
        let item = if exact { Item::Exact(token.form) } else { Item::Like(token.form) };
        (token.position, item)
    };
    tokens.into_iter().map(item).collect()
}

/// Makes the beginning of a word of it.
fn begins((_, item): &mut (u32, Item)) {
    *item = match std::mem::replace(item, Item::Exact(String::new())) {
        Item::Exact(text) => Item::Prefix { text, exact: true },
        Item::Like(form) => {
            let (mark, text) =
                if Sort::of(&form) == Sort::Word { ("", form.as_str()) } else { form.split_at(1) };
            Item::Prefix { text: format!("{mark}{}", fold(text)), exact: false }
        }
        other => other,
    };
}

/// Compounds instead of their words; an elision only where there is nothing else.
fn whole_words(tokens: Vec<Token>) -> Vec<Token> {
    let mut tokens = without_parts(tokens);
    if tokens.iter().any(|token| token.sort != Sort::Elision) {
        tokens.retain(|token| token.sort != Sort::Elision);
    }
    tokens
}

/// Compounds instead of their words.
fn without_parts(tokens: Vec<Token>) -> Vec<Token> {
    let compounds: Vec<(u32, u32)> = tokens
        .iter()
        .filter(|token| token.sort == Sort::Compound)
        .map(|token| (token.start, token.end))
        .collect();
    let is_part = |token: &Token| {
        token.sort == Sort::Word
            && compounds.iter().any(|(start, end)| *start <= token.start && token.end <= *end)
    };
    tokens.into_iter().filter(|token| !is_part(token)).collect()
}

/// `mot~` and `mot~2`.
fn near(chunk: &str) -> Option<(&str, Option<u8>)> {
    let (word, after) = chunk.split_once('~')?;
    let distance = match after {
        "" => None,
        "0" => Some(0),
        "1" => Some(1),
        _ => Some(2),
    };
    Some((word, distance))
}

fn near_leaf(word: &str, distance: Option<u8>, analyser: &Analyser) -> Option<Leaf> {
    let words = whole_words(analyser.tokens(word)).into_iter();
    let near = |token: Token| {
        let text = if token.sort == Sort::Word { token.form.as_str() } else { token.form.split_at(1).1 };
        let text = fold(text);
        let default = match text.chars().count() {
            0..=2 => 0,
            3..=7 => 1,
            _ => 2,
        };
        // Every short word is two letters away from every other.
        let distance = distance.unwrap_or(default).min(if default == 0 { 0 } else { 2 });
        (token.position, Item::Near { text, distance })
    };
    leaf(words.map(near).collect())
}

fn glob(chunk: &str, exact: bool) -> Option<Leaf> {
    let word = chunk.rsplit(['\'', '\u{2019}', '\u{02BC}']).next()?;
    let part = |part: &str| {
        let letters: String = part.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
        if exact { letters.to_lowercase() } else { fold(&letters) }
    };
    let parts: Vec<String> = word.split('*').map(part).collect();
    if parts.iter().all(String::is_empty) {
        return None;
    }
    Some(Leaf::Word(Item::Glob { parts, exact }))
}
