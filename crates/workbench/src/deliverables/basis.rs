//! What the figures of a deliverable rest on, in words.

use super::Words;
use crate::answers::basis::{BasisAnswer, CountedBasis};
use crate::wording;
use model::basis::Basis;
use model::study::Seen;

/// The basis with its numbers, for JSON.
pub(super) fn counted(seen: &Seen<'_>, basis: &Basis, finished: usize, interviews: usize) -> CountedBasis {
    CountedBasis { basis: BasisAnswer::of(seen, basis), finished, interviews }
}

/// Whose codings, in which layer, in one sentence.
pub(super) fn sentence(seen: &Seen<'_>, basis: &Basis, words: &Words) -> String {
    wording::basis(words.lang, &BasisAnswer::of(seen, basis))
}

/// The lines that stand under a title: study, day, basis, N.
pub(super) fn lines(seen: &Seen<'_>, basis: &Basis, words: &Words, n: (usize, usize)) -> Vec<String> {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    vec![
        i18n::about_study(words.lang, &words.study),
        i18n::about_day(words.lang, &words.day),
        sentence(seen, basis, words),
        i18n::cli_basis_n(words.lang, count(n.0), count(n.1)),
    ]
}

/// `3 EMG sur 7 (5 réalisés)`.
pub(super) fn of_participants(words: &Words, people: usize, finished: usize, interviews: usize) -> String {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let (people, finished, interviews) = (count(people), count(finished), count(interviews));
    if finished == interviews {
        i18n::participants_of(words.lang, people, interviews, &words.prefix)
    } else {
        i18n::participants_of_finished(words.lang, people, interviews, finished, &words.prefix)
    }
}
