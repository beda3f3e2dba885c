//! Finding a passage again by its words and what surrounded it.

use std::cmp::Reverse;
use std::ops::Range;

use super::fuzzy;
use super::index::{TextIndex, scalars};
use super::likeness::distance;
use super::tokens::fold_letters;

/// Where a lost passage may stand now, for a person to accept or refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// First scalar.
    pub start: u32,
    /// One past the last scalar.
    pub end: u32,
    /// How well words and context agree, 0 to 100. The shorter the passage, the more the context weighs.
    pub score: u8,
}

/// What is looked for.
pub(super) struct Wanted<'w> {
    pub quote: &'w str,
    before: &'w str,
    after: &'w str,
    /// Scalar offset near which it was.
    near: u32,
}

/// How many occurrences of a quote are compared closely.
const CLOSE: usize = 16;

/// Looks for a passage by its words, what stood before and after it, and the offset near which it was.
///
/// An occurrence of the very words is preferred, by context and then by nearness. Failing that, the
/// stretch of words that resembles the quote most is proposed, whatever the case, accents and
/// punctuation, if it resembles it enough. The range never cuts a grapheme. `None` where nothing does,
/// or the quote is blank.
#[must_use]
pub fn propose(text: &str, quote: &str, before: &str, after: &str, near: u32) -> Option<Proposal> {
    propose_in(&TextIndex::new(text), quote, before, after, near)
}

/// [`propose`] in a text that is indexed already.
#[must_use]
pub fn propose_in(index: &TextIndex, quote: &str, before: &str, after: &str, near: u32) -> Option<Proposal> {
    if quote.trim().is_empty() {
        return None;
    }
    let wanted = Wanted { quote, before, after, near };
    exact(index, &wanted).or_else(|| approximate(index, &wanted))
}

fn exact(index: &TextIndex, wanted: &Wanted) -> Option<Proposal> {
    let mut closest: Vec<(Rank, usize)> = Vec::new();
    let near = index.byte_of(wanted.near).unwrap_or(index.text().len());
    for (byte, _) in index.text().match_indices(wanted.quote) {
        let rank = rank(index.text(), wanted, byte, near);
        let at = closest.partition_point(|(other, _)| *other >= rank);
        if at < CLOSE {
            closest.insert(at, (rank, byte));
            closest.truncate(CLOSE);
        }
    }
    let found = closest.into_iter().map(|(_, byte)| byte..byte + wanted.quote.len());
    let whole = |bytes: &Range<usize>| is_whole(index.text(), bytes);
    wanted.best(index, found.map(|bytes| (bytes.clone(), if whole(&bytes) { 100 } else { PART_OF_WORD })))
}

/// The order in which occurrences are worth a closer look: those in the same context and not inside a
/// longer word first, then the nearest.
type Rank = (usize, Reverse<usize>);

/// What it counts, in letters of context, not to be a part of a longer word.
const WHOLE_WORD: usize = 8;

/// The likeness of an occurrence that is a part of a longer word.
const PART_OF_WORD: u32 = 60;

fn rank(text: &str, wanted: &Wanted, byte: usize, near: usize) -> Rank {
    let bytes = byte..byte + wanted.quote.len();
    let (head, tail) = (&text[..bytes.start], &text[bytes.end..]);
    let before = head.chars().rev().zip(wanted.before.chars().rev()).take_while(|(a, b)| a == b).count();
    let after = tail.chars().zip(wanted.after.chars()).take_while(|(a, b)| a == b).count();
    let whole = if is_whole(text, &bytes) { WHOLE_WORD } else { 0 };
    (before + after + whole, Reverse(byte.abs_diff(near)))
}

/// Whether neither edge of a range lies between two letters.
fn is_whole(text: &str, bytes: &Range<usize>) -> bool {
    let between_letters = |at: usize| {
        let (head, tail) = text.split_at(at);
        head.ends_with(char::is_alphanumeric) && tail.starts_with(char::is_alphanumeric)
    };
    !between_letters(bytes.start) && !between_letters(bytes.end)
}

/// The least likeness of words, and the least score, at which a passage that is not literally there is
/// proposed.
const LEAST: (u32, u8) = (40, 45);

fn approximate(index: &TextIndex, wanted: &Wanted) -> Option<Proposal> {
    let near = index.byte_of(wanted.near).unwrap_or(index.text().len());
    let found = fuzzy::search(index.text(), wanted.quote, near).into_iter();
    let alike = found.filter(|&(_, likeness)| likeness >= LEAST.0);
    let widened =
        alike.map(|(bytes, likeness)| (with_punctuation(index.text(), wanted.quote, bytes), likeness));
    wanted.best(index, widened).filter(|proposal| proposal.score >= LEAST.1)
}

/// Takes in the punctuation with which the quote begins and ends, where it stands in the text too.
fn with_punctuation(text: &str, quote: &str, bytes: Range<usize>) -> Range<usize> {
    let inner = quote.trim_matches(|c: char| !c.is_alphanumeric());
    let lead = quote.len() - quote.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let (front, back) = (&quote[..lead], &quote[lead + inner.len()..]);
    let start = if text[..bytes.start].ends_with(front) { bytes.start - front.len() } else { bytes.start };
    let end = if text[bytes.end..].starts_with(back) { bytes.end + back.len() } else { bytes.end };
    start..end
}

impl Wanted<'_> {
    /// The best of some byte ranges with the likeness of their words, 0 to 100: by score, then nearness.
    fn best(&self, index: &TextIndex, found: impl Iterator<Item = (Range<usize>, u32)>) -> Option<Proposal> {
        let proposals = found.filter_map(|(bytes, likeness)| {
            let score = self.score(index.text(), &bytes, likeness);
            let (start, end) = index.snap_out(index.scalar_of(bytes.start)?, index.scalar_of(bytes.end)?);
            Some(Proposal { start, end, score })
        });
        proposals.min_by_key(|proposal| {
            (Reverse(proposal.score), proposal.start.abs_diff(self.near), proposal.start)
        })
    }

    fn score(&self, text: &str, bytes: &Range<usize>, likeness: u32) -> u8 {
        // A long quote speaks for itself: at thirty letters the context only counts for a third.
        let weight = 40 + scalars(&fold_letters(self.quote)).min(30);
        let score = (weight * likeness + (100 - weight) * self.surroundings(text, bytes)) / 100;
        u8::try_from(score.min(100)).unwrap_or(100)
    }

    /// How far the text around a range is as expected, 0 to 100, in letters alone. Where nothing is
    /// expected nothing contradicts.
    fn surroundings(&self, text: &str, bytes: &Range<usize>) -> u32 {
        let before: Vec<char> = fold_letters(self.before).chars().rev().collect();
        let after: Vec<char> = fold_letters(self.after).chars().collect();
        let head = text[..bytes.start].char_indices().rev().take(REACH).last().map_or(0, |(byte, _)| byte);
        let tail: String = text[bytes.end..].chars().take(REACH).collect();
        let head = fold_letters(&text[head..bytes.start]).chars().rev().collect();
        let changed = changed(&before, head) + changed(&after, fold_letters(&tail).chars().collect());
        // Unlike texts still share half their letters by chance: that counts as nothing.
        let share = (200 * changed).checked_div(before.len() + after.len()).unwrap_or(0);
        u32::try_from(100 - share.min(100)).unwrap_or(0)
    }
}

/// How many scalars of the text are read to find the letters of a context.
const REACH: usize = 128;

/// How many of the expected letters differ from those found first.
fn changed(expected: &[char], mut found: Vec<char>) -> usize {
    found.truncate(expected.len());
    distance(expected, &found).min(expected.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::context::context;

    /// Marks a passage with `[…]` in one text and shows what is proposed for it in another.
    fn found(marked: &str, text: &str) -> (String, u8) {
        let (head, rest) = marked.split_once('[').unwrap();
        let (quote, tail) = rest.split_once(']').unwrap();
        let old = TextIndex::new(format!("{head}{quote}{tail}"));
        let start = scalars(head);
        let words = context(&old, start, start + scalars(quote)).unwrap();
        match propose(text, &words.quote, &words.before, &words.after, start) {
            None => (String::new(), 0),
            Some(Proposal { start, end, score }) => {
                let index = TextIndex::new(text);
                let part = |start, end| index.slice(start, end).unwrap();
                let end_of_text = index.len_scalars();
                (format!("{}[{}]{}", part(0, start), part(start, end), part(end, end_of_text)), score)
            }
        }
    }

    fn check(marked: &str, text: &str, expected: &str, scores: std::ops::RangeInclusive<u8>) {
        let (shown, score) = found(marked, text);
        assert_eq!(shown, expected, "score {score}");
        assert!(scores.contains(&score), "score {score} of {shown}");
    }

    #[test]
    fn the_same_words_in_the_same_place_are_certain() {
        let marked = "Le soir [je dors mal] depuis mars.";
        check(marked, "Le soir je dors mal depuis mars.", marked, 100..=100);
        check("[tout]", "tout", "[tout]", 100..=100);
    }

    #[test]
    fn context_decides_between_occurrences() {
        check(
            "Oui. Le soir [je dors] mal. Non.",
            "Le matin je dors bien. Et puis le soir je dors, mal. Enfin je dors.",
            "Le matin je dors bien. Et puis le soir [je dors], mal. Enfin je dors.",
            55..=95,
        );
        check("a b c d e f [oui]", "oui oui oui", "oui oui [oui]", 0..=50);
    }

    #[test]
    fn a_part_of_a_longer_word_comes_last() {
        check("il a [mal] ici", "la maladie fait mal", "la maladie fait [mal]", 0..=80);
    }

    #[test]
    fn nearness_decides_where_all_else_is_equal() {
        for (near, start) in [(0, 0), (5, 4), (99, 12)] {
            assert_eq!(propose("oui oui oui oui", "oui", "", "", near).map(|found| found.start), Some(start));
        }
    }

    #[test]
    fn among_many_occurrences_the_best_is_not_missed() {
        let many = "oui ".repeat(50);
        assert_eq!(propose(&many, "oui", "", "", 0).map(|found| found.start), Some(0));
        assert_eq!(propose(&many, "oui", "", "", 100).map(|found| found.start), Some(100));
        let hidden = format!("{}mal", "maladie ".repeat(50));
        assert_eq!(propose(&hidden, "mal", "", "", 0).map(|found| found.start), Some(400));
    }

    #[test]
    fn a_moved_paragraph_is_found() {
        let marked = "Un début.\n[Je dors mal depuis le mois de mars.]\nUne suite.\nUne fin.";
        let moved = "Un début.\nUne suite.\nUne fin.\nJe dors mal depuis le mois de mars.";
        check(
            marked,
            moved,
            "Un début.\nUne suite.\nUne fin.\n[Je dors mal depuis le mois de mars.]",
            65..=85,
        );
    }

    #[test]
    fn a_moved_and_corrected_paragraph_is_found() {
        check(
            "Un début.\n[«\u{A0}Je dor mal depuis le mois de mars dernier.\u{A0}»]\nUne suite.",
            "Une suite.\n«\u{A0}Je dors très mal, depuis le mois de Mars dernier.\u{A0}»\nUn début.",
            "Une suite.\n[«\u{A0}Je dors très mal, depuis le mois de Mars dernier.\u{A0}»]\nUn début.",
            50..=80,
        );
    }

    #[test]
    fn one_word_is_found_under_another_spelling() {
        check(
            "Je suis [fatiguee] ce soir",
            "Je suis fatiguée ce soir",
            "Je suis [fatiguée] ce soir",
            95..=100,
        );
        check("Je suis [fatigée] le soir", "Je suis fatiguée ce soir", "Je suis [fatiguée] ce soir", 70..=90);
    }

    #[test]
    fn what_is_not_there_is_not_proposed() {
        check("Je [dors mal] ici", "Rien de tout cela.", "", 0..=0);
        check("Je [dors mal] ici", "", "", 0..=0);
        check("Je[ \n]dors", "Je \ndors", "", 0..=0);
        check("un 😀[😀] ici", "sans image", "", 0..=0);
    }

    #[test]
    fn a_proposal_never_cuts_a_grapheme() {
        check("a[👨]b", "ab 👨\u{200D}👩 ab", "ab [👨\u{200D}👩] ab", 0..=100);
    }

    #[test]
    fn a_long_passage_is_found_with_some_words_changed() {
        let word = |n: usize| format!("mot{}", n * 7919 % 4001);
        let text: Vec<String> = (0..3000).map(word).collect();
        let mut passage: Vec<String> =
            (1000..1900).map(|n| if n % 10 == 5 { "autre".to_owned() } else { word(n) }).collect();
        // A word that stands a little before the passage says nothing of where it begins.
        passage[0] = word(990);
        let text = text.join(" ");
        let proposal = propose(&text, &passage.join(" "), "", "", 0).unwrap();
        let whole: Vec<String> = (1000..1900).map(word).collect();
        let index = TextIndex::new(text);
        assert_eq!(index.slice(proposal.start, proposal.end), Some(whole.join(" ").as_str()));
    }
}
