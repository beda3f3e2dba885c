//! The plural categories of whole numbers, by the rules of the Unicode CLDR.

/// French: 0 and 1 are singular; whole millions take *de* (« un million d’extraits »).
pub(crate) fn french(n: i64) -> &'static str {
    match n.unsigned_abs() {
        0 | 1 => "one",
        n if n % 1_000_000 == 0 => "many",
        _ => "other",
    }
}

/// English: only 1 is singular.
pub(crate) fn english(n: i64) -> &'static str {
    if n.unsigned_abs() == 1 { "one" } else { "other" }
}
