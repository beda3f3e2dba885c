//! The words of a passage and what stands on either side of it.

use super::index::TextIndex;

/// How many scalars of context are kept on either side of a passage, at most.
pub const CONTEXT: u32 = 32;

/// A passage with what surrounds it: enough to find it again in another text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// The words of the passage.
    pub quote: String,
    /// Up to 32 scalars before it, whole graphemes.
    pub before: String,
    /// Up to 32 scalars after it, whole graphemes.
    pub after: String,
}

/// The words of a range and up to 32 scalars of context on either side. `None` if the range runs
/// backwards or leaves the text.
#[must_use]
pub fn context(index: &TextIndex, start: u32, end: u32) -> Option<Context> {
    let quote = index.slice(start, end)?.to_owned();
    let (mut from, mut to) = (start.saturating_sub(CONTEXT), (end + CONTEXT).min(index.len_scalars()));
    while from < start && !index.is_grapheme_border(from) {
        from += 1;
    }
    while to > end && !index.is_grapheme_border(to) {
        to -= 1;
    }
    let (before, after) = (index.slice(from, start)?.to_owned(), index.slice(end, to)?.to_owned());
    Some(Context { quote, before, after })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_is_cut_at_thirty_two_scalars() {
        let index = TextIndex::new(format!("{}mot{}", "é".repeat(40), "à".repeat(31)));
        let found = context(&index, 40, 43).unwrap();
        assert_eq!(found.quote, "mot");
        assert_eq!((found.before, found.after), ("é".repeat(32), "à".repeat(31)));
    }

    #[test]
    fn context_never_cuts_a_grapheme() {
        let family = "👨\u{200D}👩\u{200D}👧";
        let index = TextIndex::new(format!("{family}{}mot{}{family}", "a".repeat(30), "b".repeat(30)));
        let found = context(&index, 35, 38).unwrap();
        assert_eq!((found.before, found.after), ("a".repeat(30), "b".repeat(30)));
    }

    #[test]
    fn a_range_outside_the_text_has_no_context() {
        let index = TextIndex::new("mot");
        assert_eq!(context(&index, 2, 4), None);
        assert_eq!(context(&index, 2, 1), None);
    }
}
