//! Boundaries inside one block: graphemes, words, sentences. Indices are scalars of the block.
//!
//! A word is a maximal run without white space; its *core* is the run without the signs around it, which
//! is what a hand means when it points at a word.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Every boundary between graphemes, the two ends included.
pub(crate) fn boundaries(text: &str) -> Vec<usize> {
    let mut found = vec![0];
    let mut at = 0;
    for grapheme in text.graphemes(true) {
        at += grapheme.chars().count();
        found.push(at);
    }
    found
}

/// The nearest boundary at or before `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    boundaries(text).into_iter().take_while(|boundary| *boundary <= at).last().unwrap_or(0)
}

/// The first boundary after `at`; `None` at the end.
pub(crate) fn after(text: &str, at: usize) -> Option<usize> {
    boundaries(text).into_iter().find(|boundary| *boundary > at)
}

/// The last boundary before `at`; `None` at the beginning.
pub(crate) fn before(text: &str, at: usize) -> Option<usize> {
    boundaries(text).into_iter().take_while(|boundary| *boundary < at).last()
}

/// The runs without white space.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    let mut length = 0;
    for (index, sign) in text.chars().enumerate() {
        length = index + 1;
        if !sign.is_whitespace() {
            start.get_or_insert(index);
        } else if let Some(from) = start.take() {
            found.push(from..index);
        }
    }
    found.extend(start.map(|from| from..length));
    found
}

/// A run without the signs around it; the run itself where it has neither letter nor digit.
fn core(text: &str, run: &Range<usize>) -> Range<usize> {
    let spoken = |(_, sign): &(usize, char)| sign.is_alphanumeric();
    let signs: Vec<_> = text.chars().enumerate().skip(run.start).take(run.len()).collect();
    let first = signs.iter().copied().find(spoken);
    let last = signs.iter().copied().rev().find(spoken);
    match (first, last) {
        (Some((first, _)), Some((last, _))) => first..ceil(text, last + 1),
        _ => run.clone(),
    }
}

/// The first boundary at or after `at`: a letter keeps the marks written on it.
fn ceil(text: &str, at: usize) -> usize {
    boundaries(text).into_iter().find(|boundary| *boundary >= at).unwrap_or(at)
}

/// The word under scalar `at`, or the nearest before it; `None` in a block without words.
pub(crate) fn word_at(text: &str, at: usize) -> Option<Range<usize>> {
    let all = runs(text);
    let run = all.iter().find(|run| run.contains(&at)).or_else(|| all.iter().rev().find(|run| run.end <= at));
    run.or(all.first()).map(|run| core(text, run))
}

/// Where a selection that begins at `at` begins when it keeps words whole.
pub(crate) fn snap_start(text: &str, at: usize) -> usize {
    let Some(run) = runs(text).into_iter().find(|run| run.start < at && at < run.end) else { return at };
    let core = core(text, &run);
    if at < core.start {
        run.start
    } else if at < core.end {
        core.start
    } else {
        run.end
    }
}

/// Where a selection that ends at `at` ends when it keeps words whole.
pub(crate) fn snap_end(text: &str, at: usize) -> usize {
    let Some(run) = runs(text).into_iter().find(|run| run.start < at && at < run.end) else { return at };
    let core = core(text, &run);
    if at <= core.start {
        run.start
    } else if at <= core.end {
        core.end
    } else {
        run.end
    }
}

/// The beginning of the next word; the end where there is none.
pub(crate) fn next_word(text: &str, at: usize) -> usize {
    let found = runs(text).into_iter().map(|run| run.start).find(|start| *start > at);
    found.unwrap_or_else(|| text.chars().count())
}

/// The beginning of this word, or of the one before; the beginning where there is none.
pub(crate) fn previous_word(text: &str, at: usize) -> usize {
    runs(text).into_iter().map(|run| run.start).take_while(|start| *start < at).last().unwrap_or(0)
}

/// The sentence around `at`, without outer white space.
pub(crate) fn sentence_at(text: &str, at: usize) -> Range<usize> {
    let mut start = 0;
    let mut found = 0..text.chars().count();
    for sentence in text.split_sentence_bounds() {
        let end = start + sentence.chars().count();
        if start <= at && at < end {
            let lead = sentence.chars().take_while(|sign| sign.is_whitespace()).count();
            found = start + lead..start + sentence.trim_end().chars().count();
            break;
        }
        start = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The range that `choose` gives for the place marked `|`, shown as «…».
    fn shown(marked: &str, choose: impl Fn(&str, usize) -> Range<usize>) -> String {
        let at = marked.chars().position(|sign| sign == '|').unwrap();
        let text = marked.replace('|', "");
        let range = choose(&text, at);
        let part = |range: Range<usize>| text.chars().skip(range.start).take(range.len()).collect::<String>();
        let end = text.chars().count();
        format!("{}[{}]{}", part(0..range.start), part(range.clone()), part(range.end..end))
    }

    #[test]
    fn a_word_is_taken_without_the_signs_around_it() {
        let word = |text: &str, at| word_at(text, at).unwrap();
        assert_eq!(
            shown("Il y a des gens qui calcul|ent, hein", word),
            "Il y a des gens qui [calculent], hein"
        );
        assert_eq!(shown("dit (ri|res). Et", word), "dit ([rires]). Et");
        assert_eq!(shown("c’est l’éc|ole", word), "c’est [l’école]");
        assert_eq!(shown("oui …|", word), "oui […]");
        assert_eq!(shown("deux | mots", word), "[deux]  mots");
        assert_eq!(word_at("  ", 1), None);
    }

    #[test]
    fn a_dragged_edge_keeps_words_whole() {
        let text = "quand, (et si) oui";
        //          0123456789
        let starts: Vec<_> = (0..10).map(|at| snap_start(text, at)).collect();
        assert_eq!(starts, [0, 0, 0, 0, 0, 6, 6, 7, 8, 8]);
        let ends: Vec<_> = (0..=14).map(|at| snap_end(text, at)).collect();
        assert_eq!(ends, [0, 5, 5, 5, 5, 5, 6, 7, 7, 10, 10, 11, 13, 13, 14]);
    }

    #[test]
    fn graphemes_are_never_cut() {
        let text = "e\u{301}👍🏽x";
        assert_eq!(boundaries(text), [0, 2, 4, 5]);
        assert_eq!(floor(text, 3), 2);
        assert_eq!(after(text, 0), Some(2));
        assert_eq!(before(text, 4), Some(2));
        assert_eq!((before(text, 0), after(text, 5)), (None, None));
        assert_eq!(word_at("e\u{301}", 0), Some(0..2));
    }

    #[test]
    fn words_follow_one_another() {
        let text = "un  deux, trois";
        assert_eq!([0, 4, 10, 15].map(|at| next_word(text, at)), [4, 10, 15, 15]);
        assert_eq!([15, 10, 9, 4, 0].map(|at| previous_word(text, at)), [10, 4, 4, 0, 0]);
    }

    #[test]
    fn a_sentence_is_taken_without_its_outer_spaces() {
        assert_eq!(
            shown("Voilà. Moi je n’av|ais rien. Non", sentence_at),
            "Voilà. [Moi je n’avais rien.] Non"
        );
        assert_eq!(shown("Euh… au dé|but", sentence_at), "[Euh… au début]");
    }
}
