//! A correction as a value: what was cut from a text and what was put in its place.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::index::scalars;

/// One replacement inside an [`Edit`]: at an offset of the old text, so much is deleted and so much
/// inserted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Splice {
    /// Where it happens: a scalar offset in the old text.
    #[serde(rename = "a")]
    pub at: u32,
    /// How many scalars of the old text disappear.
    #[serde(rename = "d", default, skip_serializing_if = "is_zero")]
    pub delete: u32,
    /// How many scalars appear instead.
    #[serde(rename = "i", default, skip_serializing_if = "is_zero")]
    pub insert: u32,
    /// The inserted words; `None` once a purge has blanked them.
    #[serde(rename = "w", default, skip_serializing_if = "no_words")]
    pub words: Option<String>,
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}

fn no_words(words: &Option<String>) -> bool {
    words.as_ref().is_none_or(String::is_empty)
}

impl Splice {
    /// Replaces the range `[start, end)` of the old text by these words.
    #[must_use]
    pub fn replace(start: u32, end: u32, words: impl Into<String>) -> Self {
        let words = words.into();
        Self { at: start, delete: end.saturating_sub(start), insert: scalars(&words), words: Some(words) }
    }

    /// One past the last deleted scalar, in the old text.
    #[must_use]
    pub fn end(&self) -> u32 {
        self.at.saturating_add(self.delete)
    }

    fn is_blanked(&self) -> bool {
        self.insert > 0 && self.words.is_none()
    }

    /// Takes in the splice that follows without a kept scalar between.
    fn join(&mut self, next: Self) {
        self.delete = self.delete.saturating_add(next.delete);
        self.insert = self.insert.saturating_add(next.insert);
        self.words = self.words.take().zip(next.words).map(|(mine, its)| mine + &its);
    }
}

/// Why a list of splices is not an edit, or an edit does not apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EditError {
    /// Two splices delete the same scalar, or one inserts inside what the other deletes.
    #[error("two changes overlap at character {at}")]
    Overlap {
        /// Where the second one begins.
        at: u32,
    },
    /// The stated length is not that of the words.
    #[error("the change at character {at} inserts {words} characters but announces {stated}")]
    Length {
        /// Where the splice is.
        at: u32,
        /// What it says.
        stated: u32,
        /// What its words count.
        words: u32,
    },
    /// A position or a total beyond what a `u32` holds.
    #[error("the change at character {at} leads beyond the greatest possible text")]
    TooLong {
        /// Where the splice is.
        at: u32,
    },
    /// The text is shorter than the edit supposes: it was made on another one.
    #[error("the change at character {at} lies outside the text")]
    OutsideText {
        /// Where the splice is.
        at: u32,
    },
    /// The inserted words were purged, so the new text can no longer be built.
    #[error("the words inserted at character {at} were erased")]
    Blanked {
        /// Where the splice is.
        at: u32,
    },
}

/// A correction of a text: splices in order, with at least one kept scalar between two of them.
///
/// A deletion and an insertion that touch are one replacement; splices that do nothing are left out.
/// Stored as the bare list of its splices, which is checked when read.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<Splice>", into = "Vec<Splice>")]
pub struct Edit {
    splices: Vec<Splice>,
}

impl Edit {
    /// Puts splices in normal form: sorted by position, the touching ones joined, the empty ones
    /// dropped. An insertion comes before what is deleted at its position; two insertions at one
    /// position keep their order.
    ///
    /// # Errors
    /// Overlapping splices, a length that is not that of the words, positions or totals beyond `u32`.
    pub fn new(mut splices: Vec<Splice>) -> Result<Self, EditError> {
        splices.sort_by_key(|splice| (splice.at, splice.end()));
        let (mut deleted, mut inserted) = (0u32, 0u32);
        let mut from = 0u32;
        for splice in &splices {
            let at = splice.at;
            check_words(splice)?;
            if at < from {
                return Err(EditError::Overlap { at });
            }
            from = at.checked_add(splice.delete).ok_or(EditError::TooLong { at })?;
            deleted = deleted.checked_add(splice.delete).ok_or(EditError::TooLong { at })?;
            inserted = inserted.checked_add(splice.insert).ok_or(EditError::TooLong { at })?;
            (from - deleted).checked_add(inserted).ok_or(EditError::TooLong { at })?;
        }
        Ok(Self { splices: join_touching(splices) })
    }

    /// The splices, in order.
    #[must_use]
    pub fn splices(&self) -> &[Splice] {
        &self.splices
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_identity(&self) -> bool {
        self.splices.is_empty()
    }

    /// The length of the new text, for an old text of this length; `None` if the edit does not fit it.
    #[must_use]
    pub fn new_len(&self, old_len: u32) -> Option<u32> {
        let fits = self.splices.last().is_none_or(|last| last.end() <= old_len);
        let grown = i64::from(old_len) + self.growth();
        u32::try_from(grown).ok().filter(|_| fits)
    }

    /// The length of the old text, for a new text of this length; `None` if the edit cannot lead to it.
    #[must_use]
    pub fn old_len(&self, new_len: u32) -> Option<u32> {
        let old = u32::try_from(i64::from(new_len) - self.growth()).ok()?;
        self.new_len(old).map(|_| old)
    }

    /// How many scalars the text gains, or loses where negative.
    #[must_use]
    pub fn growth(&self) -> i64 {
        self.splices.iter().map(|splice| i64::from(splice.insert) - i64::from(splice.delete)).sum()
    }

    /// The corrected text.
    ///
    /// # Errors
    /// The text is too short for the edit, or the inserted words were erased.
    pub fn apply(&self, old: &str) -> Result<String, EditError> {
        let mut out = String::with_capacity(old.len());
        let (mut rest, mut at) = (old, 0);
        for splice in &self.splices {
            let outside = EditError::OutsideText { at: splice.at };
            let (kept, tail) = split_scalars(rest, splice.at - at).ok_or(outside)?;
            let (_, tail) = split_scalars(tail, splice.delete).ok_or(outside)?;
            out.push_str(kept);
            match &splice.words {
                Some(words) => out.push_str(words),
                None if splice.insert == 0 => {}
                None => return Err(EditError::Blanked { at: splice.at }),
            }
            (rest, at) = (tail, splice.end());
        }
        out.push_str(rest);
        Ok(out)
    }

    /// The edit read backwards, from the new text to the old one: lengths only, since an edit does not
    /// keep the words it deleted.
    #[must_use]
    pub fn inverse_lengths(&self) -> Self {
        let mut grown = 0i64;
        let reversed = self.splices.iter().map(|splice| {
            let at = u32::try_from(i64::from(splice.at) + grown).unwrap_or(u32::MAX);
            grown += i64::from(splice.insert) - i64::from(splice.delete);
            Splice { at, delete: splice.insert, insert: splice.delete, words: None }
        });
        Self { splices: join_touching(reversed.collect()) }
    }

    /// The same edit without a word of text: places still move by it, but it no longer applies.
    #[must_use]
    pub fn blank(&self) -> Self {
        let blanked = self.splices.iter().map(|splice| Splice { words: None, ..splice.clone() });
        Self { splices: join_touching(blanked.collect()) }
    }

    /// Whether inserted words were erased, so that [`Edit::apply`] cannot succeed.
    #[must_use]
    pub fn is_blanked(&self) -> bool {
        self.splices.iter().any(Splice::is_blanked)
    }

    /// An edit from splices known to be sorted, without overlap and within `u32`.
    pub(super) fn from_sorted(splices: Vec<Splice>) -> Self {
        Self { splices: join_touching(splices) }
    }
}

impl TryFrom<Vec<Splice>> for Edit {
    type Error = EditError;

    fn try_from(splices: Vec<Splice>) -> Result<Self, EditError> {
        Self::new(splices)
    }
}

impl From<Edit> for Vec<Splice> {
    fn from(edit: Edit) -> Self {
        edit.splices
    }
}

fn check_words(splice: &Splice) -> Result<(), EditError> {
    match splice.words.as_deref().map(scalars) {
        Some(words) if words != splice.insert => {
            Err(EditError::Length { at: splice.at, stated: splice.insert, words })
        }
        _ => Ok(()),
    }
}

fn join_touching(splices: Vec<Splice>) -> Vec<Splice> {
    let mut joined: Vec<Splice> = Vec::with_capacity(splices.len());
    for mut splice in splices {
        if splice.insert == 0 {
            // A deletion has no words to lose: one spelling, blanked or not.
            splice.words = Some(String::new());
            if splice.delete == 0 {
                continue;
            }
        }
        match joined.last_mut() {
            Some(last) if last.end() == splice.at => last.join(splice),
            _ => joined.push(splice),
        }
    }
    joined
}

/// Cuts off the first `count` scalars; `None` if there are fewer.
fn split_scalars(text: &str, count: u32) -> Option<(&str, &str)> {
    if count == 0 {
        return Some(("", text));
    }
    let (last, c) = text.char_indices().nth(count as usize - 1)?;
    text.split_at_checked(last + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(splices: &[(u32, u32, &str)]) -> Edit {
        Edit::new(splices.iter().map(|&(start, end, words)| Splice::replace(start, end, words)).collect())
            .unwrap()
    }

    #[test]
    fn applying_replaces_what_is_named() {
        let fixed = edit(&[(3, 7, "mange"), (0, 0, "Oui, "), (11, 12, "")]);
        assert_eq!(fixed.apply("je dors mal!").unwrap(), "Oui, je mange mal");
        assert_eq!(edit(&[]).apply("été").unwrap(), "été");
        assert_eq!(edit(&[(3, 3, "s")]).apply("été").unwrap(), "étés");
    }

    #[test]
    fn touching_splices_become_one_replacement() {
        let joined = edit(&[(2, 4, ""), (4, 4, "ab"), (4, 6, "c"), (8, 8, "")]);
        assert_eq!(joined.splices(), [Splice::replace(2, 6, "abc")]);
        assert_eq!(edit(&[(2, 4, ""), (2, 2, "x")]).splices(), [Splice::replace(2, 4, "x")]);
        let inserted = edit(&[(1, 1, "b"), (0, 0, "x"), (1, 1, "c")]);
        assert_eq!(inserted.splices(), [Splice::replace(0, 0, "x"), Splice::replace(1, 1, "bc")]);
    }

    #[test]
    fn a_list_that_is_no_edit_is_refused() {
        let overlap = vec![Splice::replace(0, 3, ""), Splice::replace(2, 2, "x")];
        assert_eq!(Edit::new(overlap), Err(EditError::Overlap { at: 2 }));
        let lying = Splice { insert: 3, ..Splice::replace(1, 1, "ab") };
        assert_eq!(Edit::new(vec![lying]), Err(EditError::Length { at: 1, stated: 3, words: 2 }));
        let endless = Splice { at: 5, delete: u32::MAX, insert: 0, words: None };
        assert_eq!(Edit::new(vec![endless]), Err(EditError::TooLong { at: 5 }));
        let huge = Splice { at: 5, delete: 0, insert: u32::MAX, words: None };
        assert_eq!(Edit::new(vec![huge]), Err(EditError::TooLong { at: 5 }));
    }

    #[test]
    fn an_edit_of_another_text_does_not_apply() {
        let late = edit(&[(3, 5, "x")]);
        assert_eq!(late.apply("abcd"), Err(EditError::OutsideText { at: 3 }));
        assert_eq!((late.new_len(4), late.new_len(5), late.old_len(3)), (None, Some(4), None));
        assert_eq!(late.old_len(4), Some(5));
    }

    #[test]
    fn a_blanked_edit_keeps_its_lengths_only() {
        let fixed = edit(&[(0, 5, "X"), (6, 12, "")]);
        let blank = fixed.blank();
        assert!(blank.is_blanked() && !fixed.is_blanked());
        assert_eq!(blank.apply("Marie Dupont"), Err(EditError::Blanked { at: 0 }));
        assert_eq!(blank.new_len(12), Some(2));
        let deletion = edit(&[(0, 5, "")]);
        assert_eq!(deletion.blank(), deletion);
    }

    #[test]
    fn the_inverse_swaps_lengths() {
        let inverse = edit(&[(0, 2, "abc"), (5, 5, "x")]).inverse_lengths();
        let lengths: Vec<_> = inverse.splices().iter().map(|s| (s.at, s.delete, s.insert)).collect();
        assert_eq!(lengths, [(0, 3, 2), (6, 1, 0)]);
        assert_eq!(inverse.inverse_lengths().inverse_lengths(), inverse);
    }

    #[test]
    fn what_is_stored_is_short_and_checked() {
        let fixed = edit(&[(3, 7, "é"), (9, 11, ""), (20, 20, "ab")]);
        let json = serde_json::to_string(&fixed).unwrap();
        assert_eq!(json, r#"[{"a":3,"d":4,"i":1,"w":"é"},{"a":9,"d":2},{"a":20,"i":2,"w":"ab"}]"#);
        assert_eq!(serde_json::from_str::<Edit>(&json).unwrap(), fixed);
        let blank = fixed.blank();
        let stored = serde_json::to_string(&blank).unwrap();
        assert_eq!(serde_json::from_str::<Edit>(&stored).unwrap(), blank);
        assert!(serde_json::from_str::<Edit>(r#"[{"a":3,"d":4},{"a":5,"d":1}]"#).is_err());
        assert!(serde_json::from_str::<Edit>(r#"[{"a":3,"i":4,"w":"x"}]"#).is_err());
    }
}
