//! Which characters belong to a word.

use unicode_normalization::char::is_combining_mark;

/// What a character does at the border of words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// Part of a word.
    Word,
    /// A word by itself: an ideograph.
    Alone,
    /// A picture: emoji and symbols, one token for each cluster.
    Picture,
    /// Joins two words into a compound.
    Hyphen,
    /// Joins an elision or a compound.
    Apostrophe,
    /// Between words.
    Other,
}

/// The class of a character.
#[inline]
pub(super) fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Word,
        '-' | '\u{2010}' | '\u{2011}' => Class::Hyphen,
        '\'' | '\u{2019}' | '\u{02BC}' => Class::Apostrophe,
        _ if c.is_ascii() => Class::Other,
        // Zero-width joiners stand inside words of several scripts.
        '\u{200C}' | '\u{200D}' => Class::Word,
        _ if is_ideograph(c) => Class::Alone,
        _ if c.is_alphanumeric() || is_combining_mark(c) => Class::Word,
        _ if is_picture(c) => Class::Picture,
        _ => Class::Other,
    }
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

/// Emoji, arrows, dingbats and other symbols that people type for a word.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{2600}'..='\u{27BF}'
        | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Marks that only say how a picture looks: skin colour, emoji or text style.
pub(super) fn is_style(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}
