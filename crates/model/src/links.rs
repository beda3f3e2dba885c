//! Links in the Markdown of memos: `[[…]]`.
//!
//! A name is never a key, so a link that leads to a record holds the record's identifier, and the name is
//! looked up when it is read: `[[0192…]]`, or `[[0192…|the words to show]]`. What stands between the
//! brackets and is no identifier stays as it was written.

use crate::RecordId;

/// A piece of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece<'t> {
    /// Words, as they are.
    Words(&'t str),
    /// A link.
    Link(Link<'t>),
}

/// What stands between `[[` and `]]`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link<'t> {
    /// What it leads to, as written: an identifier, or a name that was not found.
    pub target: &'t str,
    /// The words to show in its place, where given.
    pub shown: Option<&'t str>,
}

impl Link<'_> {
    /// The record that it leads to.
    #[must_use]
    pub fn record(&self) -> Option<RecordId> {
        self.target.parse().ok()
    }
}

/// The pieces of a text, in order; put together they are the text.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, inside, after)) = next_link(rest) {
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        let (target, shown) = match inside.split_once('|') {
            Some((target, shown)) => (target.trim(), Some(shown.trim()).filter(|shown| !shown.is_empty())),
            None => (inside.trim(), None),
        };
        pieces.push(Piece::Link(Link { target, shown }));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// What stands before the next link, in it, and after it. A link stays on one line and holds no other.
fn next_link(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let open = from + text.get(from..)?.find("[[")?;
        let inside = text.get(open + 2..)?;
        let close = inside.find("]]")?;
        let inner = inside.get(..close)?;
        match inner.rfind("[[") {
            // The last opening before a close is the one that it closes.
            Some(later) => from = open + 2 + later,
            None if inner.contains('\n') || inner.trim().is_empty() => from = open + 2,
            None => return Some((text.get(..open)?, inner, inside.get(close + 2..)?)),
        }
    }
}

/// The records that a text leads to, in the order of the text.
#[must_use]
pub fn targets(text: &str) -> Vec<RecordId> {
    let links = pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Link(link) => link.record(),
        Piece::Words(_) => None,
    });
    links.collect()
}

/// The text with each link written anew; `None` leaves one as it is.
#[must_use]
pub fn rewritten(text: &str, write: impl Fn(Link<'_>) -> Option<String>) -> String {
    let as_it_is = |link: Link<'_>| match link.shown {
        Some(shown) => format!("[[{}|{shown}]]", link.target),
        None => format!("[[{}]]", link.target),
    };
    let written = pieces(text).into_iter().map(|piece| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Link(link) => write(link).unwrap_or_else(|| as_it_is(link)),
    });
    written.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ID: &str = "0192d7f4-0000-7000-8000-000000000001";

    fn link(target: &'static str, shown: Option<&'static str>) -> Piece<'static> {
        Piece::Link(Link { target, shown })
    }

    #[test]
    fn links_are_told_from_words() {
        let text = "voir [[attente]] et [[ coût | le trajet ]].";
        let expected = [
            Piece::Words("voir "),
            link("attente", None),
            Piece::Words(" et "),
            link("coût", Some("le trajet")),
            Piece::Words("."),
        ];
        assert_eq!(pieces(text), expected);
        assert_eq!(pieces("[[a [[b]] c"), [Piece::Words("[[a "), link("b", None), Piece::Words(" c")]);
        for words in ["[[", "[[]]", "[[ ]]", "[[a\nb]]", "]] [["] {
            assert_eq!(pieces(words), [Piece::Words(words)]);
        }
    }

    #[test]
    fn identifiers_are_what_leads_somewhere() {
        let text = format!("[[{ID}]] [[attente]] [[{ID}|là]]");
        let id: RecordId = ID.parse().unwrap();
        assert_eq!(targets(&text), [id, id]);
        let written = rewritten(&text, |link| link.record().map(|_| "X".to_owned()));
        assert_eq!(written, "X [[attente]] X");
    }

    proptest! {
        #[test]
        fn a_text_without_changes_stays_what_it_is(text in "[\\[\\]|ab \n]{0,24}") {
            let again = rewritten(&text, |_| None);
            prop_assert_eq!(&rewritten(&again, |_| None), &again);
            prop_assert_eq!(targets(&again), targets(&text));
        }
    }
}
