//! The plural categories of whole numbers, by the rules of the Unicode CLDR.

/// French: 0 and 1 are singular.
///
/// The category that newer rules give to whole millions (« un million d’extraits ») serves numbers in
/// words; ours are in figures.
pub(crate) fn french(n: i64) -> &'static str {
    if n.unsigned_abs() <= 1 { "one" } else { "other" }
}

/// English: only 1 is singular.
pub(crate) fn english(n: i64) -> &'static str {
    if n.unsigned_abs() == 1 { "one" } else { "other" }
}
