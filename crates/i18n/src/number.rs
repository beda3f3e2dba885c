//! Numbers as each language writes them.

use crate::Lang;

/// A whole number with its thousands apart: `12 345` (no-break space) in French, `12,345` in English.
pub fn integer(lang: Lang, n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::from(if n < 0 { "−" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(thousands(lang));
        }
        out.push(digit);
    }
    out
}

/// The same space as in all texts: egui would break a line at the narrow one (U+202F).
fn thousands(lang: Lang) -> char {
    match lang {
        Lang::Fr => '\u{A0}',
        Lang::En => ',',
    }
}
