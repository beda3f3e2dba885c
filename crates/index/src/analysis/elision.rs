//! Words that lose their end before a vowel.

use super::fold::fold;

/// The elided words, folded, as they stand before an apostrophe.
const ELIDED: [&str; 13] =
    ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "lorsqu", "puisqu", "jusqu", "quoiqu"];

/// First and second half of words that hold an apostrophe and are one word; the second may go on.
const WHOLE: [(&str, &str); 4] = [("aujourd", "hui"), ("prud", "hom"), ("quelqu", "un"), ("presqu", "il")];

/// True for a word that is elided before an apostrophe.
pub(super) fn is_elided(word: &str) -> bool {
    // The longest has six letters; accents and case aside, that is at most two bytes each.
    word.len() <= 12 && ELIDED.contains(&fold(word).as_str())
}

/// True for the two halves of `aujourd'hui`, `prud'homme`, `quelqu'un`, `presqu'île`.
pub(super) fn is_one_word(first: &str, second: &str) -> bool {
    if first.len() > 12 {
        return false;
    }
    let first = fold(first);
    WHOLE.iter().any(|(known, rest)| *known == first && fold(second).starts_with(rest))
}
