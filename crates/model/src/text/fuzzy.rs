//! Finding the stretch of a text whose words resemble a quote most.
//!
//! The words that quote and text share vote for where the quote would begin; only around the places
//! with most votes are words compared one by one. So the time grows with the text, not with the text
//! times the quote.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::likeness::Letters;
use super::shared::shared;
use super::tokens::fold;

/// A stretch of the text, in bytes, and how much its words resemble the quote, 0 to 100.
pub(super) type Found = (Range<usize>, u32);

/// How many places are compared word by word.
const PLACES: usize = 8;

/// The longest quote, in words, whose every word is weighed against every word of a place.
const SHORT: usize = 120;

/// The longest quote, in words, in which misspelt words may vote too.
const BRIEF: usize = 8;

/// How many times one word of the quote may vote: « de » says little.
const VOTES: usize = 4;

/// The cost of a word too many: the least, lest the words before it be given up instead.
const EXTRA: u32 = 12;
/// The cost of a missing word: less than another, lest a strange word at an edge be taken for it.
const MISSING: u32 = 16;
/// The cost of quite another word.
const OTHER: u32 = 20;

/// The words of a text, with the byte at which each begins.
type Words<'t> = [(usize, &'t str)];

/// Stretches of the text that resemble the quote. Empty if no word does.
pub(super) fn search(text: &str, quote: &str, near: usize) -> Vec<Found> {
    let text = words(text);
    let quote: Vec<Letters> = words(quote).iter().map(|(_, word)| Letters::new(word)).collect();
    let near = text.partition_point(|&(byte, _)| byte < near);
    let mut found = compare(&text, &quote, &places(&same_votes(&text, &quote), quote.len(), near));
    if found.iter().all(|&(_, likeness)| likeness < 50) && quote.len() <= BRIEF {
        found.extend(compare(&text, &quote, &places(&like_votes(&text, &quote), quote.len(), near)));
    }
    found
}

/// Runs of letters and digits.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    for (byte, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(byte),
            (false, Some(from)) => {
                found.push((from, &text[from..byte]));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// For each word of the text at which the quote might begin, shifted by the length of the quote, how
/// many letters vote for it.
fn same_votes(text: &Words, quote: &[Letters]) -> Vec<usize> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, word) in quote.iter().enumerate() {
        places.entry(word.as_slice().iter().collect()).or_default().push(at);
    }
    let mut votes = vec![0; text.len() + quote.len() + 1];
    for (at, (_, word)) in text.iter().enumerate() {
        let word = fold(word);
        for place in places.get(&word).into_iter().flatten().take(VOTES) {
            votes[at + quote.len() - place] += word.len();
        }
    }
    votes
}

/// The votes of words that are only alike.
fn like_votes(text: &Words, quote: &[Letters]) -> Vec<usize> {
    let mut votes = vec![0; text.len() + quote.len() + 1];
    for (at, (_, word)) in text.iter().enumerate() {
        let word = Letters::new(word);
        for (place, wanted) in quote.iter().enumerate() {
            votes[at + quote.len() - place] += wanted.likeness(&word) as usize;
        }
    }
    votes
}

/// The stretches of words, at most [`PLACES`], in which the quote may lie: those with most votes, the
/// nearest first. Votes side by side count together, for words may be missing or too many.
fn places(votes: &[usize], quote: usize, near: usize) -> Vec<Range<usize>> {
    let (width, slack) = (quote / 4 + 1, quote / 4 + 3);
    let mut sum = 0;
    let mut sums: Vec<usize> = Vec::with_capacity(votes.len());
    for (at, vote) in votes.iter().enumerate() {
        sum += vote;
        sum -= at.checked_sub(width).map_or(0, |left| votes[left]);
        sums.push(sum);
    }
    let mut chosen = Vec::new();
    while chosen.len() < PLACES {
        let best = (0..sums.len()).max_by_key(|&at| (sums[at], Reverse((at).abs_diff(near + quote))));
        let Some(at) = best.filter(|&at| sums[at] > 0) else { break };
        chosen.push((at + 1).saturating_sub(width + quote + slack)..at + slack + 1);
        let taken = at.saturating_sub(width)..(at + width + 1).min(sums.len());
        sums[taken].fill(0);
    }
    chosen
}

fn compare(text: &Words, quote: &[Letters], places: &[Range<usize>]) -> Vec<Found> {
    let stretch = |place: &Range<usize>| {
        let words = text.get(place.start..place.end.min(text.len()))?;
        let letters: Vec<Letters> = words.iter().map(|(_, word)| Letters::new(word)).collect();
        let (run, likeness) =
            if quote.len() <= SHORT { nearest(&letters, quote) } else { common(&letters, quote) }?;
        let (first, last) = (words.get(run.start)?, words.get(run.end.checked_sub(1)?)?);
        Some((first.0..last.0 + last.1.len(), likeness))
    };
    places.iter().filter_map(stretch).collect()
}

/// The run of words that becomes the quote at least cost, and its likeness.
fn nearest(words: &[Letters], quote: &[Letters]) -> Option<(Range<usize>, u32)> {
    // For each beginning of the quote: the least cost to read it up to here, and from which word on.
    let mut above: Vec<(u32, usize)> = (0..=quote.len()).map(|n| (MISSING * count(n), 0)).collect();
    let mut best: Option<(u32, Range<usize>)> = None;
    for (at, word) in words.iter().enumerate() {
        let mut row = vec![(0, at + 1)];
        for (n, wanted) in quote.iter().enumerate() {
            let read = (above[n].0 + cost(word, wanted), above[n].1);
            let extra = (above[n + 1].0 + EXTRA, above[n + 1].1);
            let missing = (row[n].0 + MISSING, row[n].1);
            row.push([read, extra, missing].into_iter().min_by_key(|&(cost, from)| (cost, Reverse(from)))?);
        }
        above = row;
        let &(cost, from) = above.last()?;
        if from <= at && best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, from..at + 1));
        }
    }
    let (cost, run) = best?;
    Some((run, 100u32.saturating_sub(cost * 100 / (OTHER * count(quote.len())).max(1))))
}

/// The cost of reading a word for another: nothing if they sound the same, little for a slip.
fn cost(word: &Letters, wanted: &Letters) -> u32 {
    let longer = count(word.as_slice().len().max(wanted.as_slice().len())).max(1);
    (OTHER * (longer - wanted.likeness(word).min(longer))).div_ceil(longer)
}

/// For a long quote: where the words that it shares with the text begin and end, and their share.
fn common(words: &[Letters], quote: &[Letters]) -> Option<(Range<usize>, u32)> {
    let old: Vec<&[char]> = quote.iter().map(Letters::as_slice).collect();
    let new: Vec<&[char]> = words.iter().map(Letters::as_slice).collect();
    let mut runs = shared(&old, &new);
    let same: usize = runs.iter().map(|run| run.len).sum();
    // A stray word in common says nothing of where the quote begins.
    runs.retain(|run| run.len >= 3);
    let (first, last) = (runs.first()?, runs.last()?);
    let end = last.new + old.len() - last.old;
    Some((first.new.saturating_sub(first.old)..end.min(new.len()), count(100 * same / old.len())))
}

fn count(words: usize) -> u32 {
    u32::try_from(words).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(text: &'static str, quote: &str) -> Option<(&'static str, u32)> {
        let found = search(text, quote, 0).into_iter().max_by_key(|(_, likeness)| *likeness)?;
        Some((&text[found.0], found.1))
    }

    #[test]
    fn the_nearest_run_of_words_is_found() {
        let text = "Le matin, je mange. Le soir : je ne dors pas très bien, voilà. La nuit aussi.";
        assert_eq!(best(text, "JE NE DORS PAS TRES BIEN"), Some(("je ne dors pas très bien", 100)));
        assert_eq!(best(text, "je dors pas très bien"), Some(("je ne dors pas très bien", 88)));
        assert_eq!(best(text, "je ne dors vraiment pas très bien"), Some(("je ne dors pas très bien", 89)));
        assert_eq!(best(text, "je ne dort pas très bien"), Some(("je ne dors pas très bien", 92)));
    }

    #[test]
    fn misspelt_words_are_found_when_they_stand_alone() {
        assert_eq!(best("un médecin fatigué", "fatiqué"), Some(("fatigué", 70)));
        assert_eq!(best("un médecin fatigué", "reposé"), None);
        assert_eq!(best("", "reposé"), None);
        assert_eq!(best("…", "…"), None);
    }
}
