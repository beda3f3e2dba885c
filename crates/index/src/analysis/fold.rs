//! Case, accents and ligatures folded: what people leave out when they type in a hurry.

use super::characters::is_style;
use unicode_normalization::UnicodeNormalization;

/// The text without case, accents, ligatures and styles: `Œuvre` and `oeuvre` are one, and `ÉTÉ` and `ete`.
///
/// Marks of Latin, Greek and Cyrillic letters, the vowels of Arabic and the points of Hebrew go; those of
/// other scripts are letters and stay.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'þ' => folded.push_str("th"),
            c if is_dropped(c) => {}
            c => folded.push(c),
        }
    }
    // A text of nothing but marks is still something that one may look for.
    if folded.is_empty() { text.to_owned() } else { folded }
}

fn is_dropped(c: char) -> bool {
    let mark = matches!(c, '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0640}');
    mark || is_style(c)
}
