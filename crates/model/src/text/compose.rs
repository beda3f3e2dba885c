//! Bringing together two corrections that were made apart, of the same text.

use std::cmp::Ordering;

use super::edit::{Edit, Splice};

/// Two corrections of one text, brought together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// From the common text to the one with both corrections.
    pub merged: Edit,
    /// From the text of the first correction to the merged one: what the second adds.
    pub from_a: Edit,
    /// From the text of the second correction to the merged one: what the first adds.
    pub from_b: Edit,
}

/// Brings two corrections of one text together, if they are disjoint. The merged text is the same
/// whichever comes first.
///
/// The same splice on both sides counts once. `None` where they overlap in any other way, or where an
/// insertion touches a splice of the other side: somebody must then say what is meant. (So they do where
/// the merged text would be too long for `u32`.) Splices whose words were erased are never the same.
#[must_use]
pub fn compose(a: &Edit, b: &Edit) -> Option<Composed> {
    let (mut merged, mut only_a, mut only_b) = (Vec::new(), Vec::new(), Vec::new());
    let (mut xs, mut ys) = (a.splices().iter().peekable(), b.splices().iter().peekable());
    while let (Some(x), Some(y)) = (xs.peek(), ys.peek()) {
        match relation(x, y)? {
            Ordering::Less => only_a.extend(xs.next()),
            Ordering::Greater => only_b.extend(ys.next()),
            Ordering::Equal => {
                merged.extend(xs.next().cloned());
                ys.next();
            }
        }
    }
    only_a.extend(xs);
    only_b.extend(ys);
    let (from_a, from_b) = (moved(&only_b, a)?, moved(&only_a, b)?);
    merged.extend(only_a.into_iter().chain(only_b).cloned());
    Some(Composed { merged: Edit::new(merged).ok()?, from_a, from_b })
}

/// The correction from the common text to the one with both corrections; `None` as in [`compose`].
#[must_use]
pub fn merge_edits(a: &Edit, b: &Edit) -> Option<Edit> {
    compose(a, b).map(|composed| composed.merged)
}

/// What each side still needs: the edits to the merged text from that of `a` and from that of `b`, as
/// the parents of a merged revision hold them; `None` as in [`compose`].
#[must_use]
pub fn rebase(a: &Edit, b: &Edit) -> Option<(Edit, Edit)> {
    compose(a, b).map(|composed| (composed.from_a, composed.from_b))
}

/// Which of two splices comes first, `Equal` if they are the same; `None` if they are not disjoint.
fn relation(x: &Splice, y: &Splice) -> Option<Ordering> {
    if x == y && x.words.is_some() {
        return Some(Ordering::Equal);
    }
    // Where two replacements touch, which text comes first is plain; an insertion has no such side.
    let gap = u32::from(x.delete == 0 || y.delete == 0);
    match (x, y) {
        _ if x.end().checked_add(gap)? <= y.at => Some(Ordering::Less),
        _ if y.end().checked_add(gap)? <= x.at => Some(Ordering::Greater),
        _ => None,
    }
}

/// Splices of the common text, at their places after another edit that is disjoint from them.
fn moved(splices: &[&Splice], by: &Edit) -> Option<Edit> {
    let way = by.forward();
    let shift = |splice: &&Splice| Splice { at: way.start_edge(splice.at).0, ..(*splice).clone() };
    Edit::new(splices.iter().map(shift).collect()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(splices: &[(u32, u32, &str)]) -> Edit {
        Edit::new(splices.iter().map(|&(start, end, words)| Splice::replace(start, end, words)).collect())
            .unwrap()
    }

    /// Composes both ways and checks that every way leads to the same text, then returns it.
    fn both(text: &str, a: &Edit, b: &Edit) -> Option<String> {
        let one = compose(a, b);
        let other = compose(b, a);
        let Some(one) = one else {
            assert_eq!(other, None);
            return None;
        };
        let other = other.unwrap();
        let merged = one.merged.apply(text).unwrap();
        assert_eq!(other.merged, one.merged);
        assert_eq!((&other.from_a, &other.from_b), (&one.from_b, &one.from_a));
        assert_eq!(one.from_a.apply(&a.apply(text).unwrap()).unwrap(), merged);
        assert_eq!(one.from_b.apply(&b.apply(text).unwrap()).unwrap(), merged);
        assert_eq!(merge_edits(a, b), Some(one.merged));
        assert_eq!(rebase(a, b), Some((one.from_a, one.from_b)));
        Some(merged)
    }

    #[test]
    fn disjoint_corrections_come_together() {
        let (a, b) = (edit(&[(0, 1, "JJ"), (8, 11, "")]), edit(&[(3, 7, "mange"), (12, 12, " bien")]));
        assert_eq!(both("je dors mal.", &a, &b).as_deref(), Some("JJe mange . bien"));
        assert_eq!(both("je dors mal.", &a, &edit(&[])).as_deref(), Some("JJe dors ."));
    }

    #[test]
    fn the_same_correction_counts_once() {
        let (a, b) = (edit(&[(3, 7, "mange"), (0, 0, "X")]), edit(&[(3, 7, "mange"), (11, 11, "Y")]));
        assert_eq!(both("je dors mal", &a, &b).as_deref(), Some("Xje mange malY"));
        let inserted = edit(&[(2, 2, "x")]);
        assert_eq!(both("abcd", &inserted, &inserted).as_deref(), Some("abxcd"));
    }

    #[test]
    fn touching_replacements_come_together() {
        assert_eq!(both("abcdef", &edit(&[(1, 3, "X")]), &edit(&[(3, 5, "Y")])).as_deref(), Some("aXYf"));
        assert_eq!(both("abcdef", &edit(&[(1, 3, "")]), &edit(&[(3, 5, "")])).as_deref(), Some("af"));
    }

    #[test]
    fn what_is_not_disjoint_is_left_to_people() {
        let text = "abcdef";
        assert_eq!(both(text, &edit(&[(1, 3, "X")]), &edit(&[(2, 5, "Y")])), None);
        assert_eq!(both(text, &edit(&[(1, 3, "X")]), &edit(&[(1, 3, "Y")])), None);
        assert_eq!(both(text, &edit(&[(2, 2, "X")]), &edit(&[(2, 2, "Y")])), None);
        assert_eq!(both(text, &edit(&[(2, 2, "X")]), &edit(&[(2, 4, "Y")])), None);
        assert_eq!(both(text, &edit(&[(4, 4, "X")]), &edit(&[(2, 4, "Y")])), None);
        assert_eq!(both(text, &edit(&[(3, 3, "X")]), &edit(&[(2, 4, "")])), None);
    }

    #[test]
    fn erased_words_are_never_the_same() {
        let erased = edit(&[(2, 3, "x")]).blank();
        assert_eq!(compose(&erased, &erased), None);
        assert!(merge_edits(&erased, &edit(&[(5, 6, "y")])).unwrap().is_blanked());
        let deleted = edit(&[(2, 3, "")]).blank();
        assert_eq!(merge_edits(&deleted, &deleted), Some(deleted.clone()));
    }
}
