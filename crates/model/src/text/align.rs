//! Pairing the words of a zone that differs, by likeness.

use std::ops::Range;

use super::between::{Hunk, differences};
use super::likeness::Letters;
use super::tokens::Tokens;

/// The most pairs of words that are weighed against each other in one zone.
const TABLE: usize = 1024;

/// A word of a zone: its token, and its letters as one hears them.
struct Word {
    token: usize,
    letters: Letters,
}

/// Words of the old text paired with the words of the new that they became, as runs of each list.
type Pair = (Range<usize>, Range<usize>);

/// Splits a zone into what is alike, to be compared letter by letter, and what was replaced. Appends
/// the hunks in order.
pub(super) fn align(old: &Tokens, new: &Tokens, zone: Hunk, out: &mut Vec<Hunk>) {
    let (old_words, new_words) = (words(old, &zone.old), words(new, &zone.new));
    let mut done = (zone.old.start, zone.new.start);
    for (old_run, new_run) in pairs(&old_words, &new_words) {
        let old_run = old_words[old_run.start].token..old_words[old_run.end - 1].token + 1;
        let new_run = new_words[new_run.start].token..new_words[new_run.end - 1].token + 1;
        replaced(old, new, (done.0..old_run.start, done.1..new_run.start), out);
        done = (old_run.end, new_run.end);
        if old.text(&old_run) != new.text(&new_run) {
            out.push(Hunk { old: old_run, new: new_run, alike: true });
        }
    }
    replaced(old, new, (done.0..zone.old.end, done.1..zone.new.end), out);
}

fn words(tokens: &Tokens, run: &Range<usize>) -> Vec<Word> {
    let word = |token: usize| Word { token, letters: Letters::new(tokens.list[token].text) };
    tokens.words(run).into_iter().map(word).collect()
}

/// What lies between two pairs: drops the equal tokens at both ends. If both sides have words and as
/// many line breaks, each line is replaced by its own, for a line is often a turn.
fn replaced(old: &Tokens, new: &Tokens, (mut from, mut to): Pair, out: &mut Vec<Hunk>) {
    let same = |a: usize, b: usize| old.list[a].text == new.list[b].text;
    while !from.is_empty() && !to.is_empty() && same(from.start, to.start) {
        from.start += 1;
        to.start += 1;
    }
    while !from.is_empty() && !to.is_empty() && same(from.end - 1, to.end - 1) {
        from.end -= 1;
        to.end -= 1;
    }
    let (from_breaks, to_breaks) = (breaks(old, &from), breaks(new, &to));
    let by_line = !from_breaks.is_empty() && from_breaks.len() == to_breaks.len();
    if by_line && !old.words(&from).is_empty() && !new.words(&to).is_empty() {
        let mut start = (from.start, to.start);
        for (a, b) in from_breaks.into_iter().zip(to_breaks).chain([(from.end, to.end)]) {
            replaced(old, new, (start.0..a, start.1..b), out);
            start = (a + 1, b + 1);
        }
    } else if !from.is_empty() || !to.is_empty() {
        out.push(Hunk { old: from, new: to, alike: false });
    }
}

fn breaks(tokens: &Tokens, run: &Range<usize>) -> Vec<usize> {
    run.clone().filter(|&token| tokens.list[token].text == "\n").collect()
}

/// Pairs of runs of words, in order on both sides. A zone too large to weigh every pair is first cut
/// at the words that sound the same.
fn pairs(old: &[Word], new: &[Word]) -> Vec<Pair> {
    if old.len() * new.len() <= TABLE {
        return best_pairs(old, new, (0, 0));
    }
    let old_letters: Vec<&[char]> = old.iter().map(|word| word.letters.as_slice()).collect();
    let new_letters: Vec<&[char]> = new.iter().map(|word| word.letters.as_slice()).collect();
    let mut found = Vec::new();
    let mut done = (0, 0);
    for (old_run, new_run) in differences(&old_letters, &new_letters).chain([(old.len()..old.len(), 0..0)]) {
        found
            .extend((done.0..old_run.start).enumerate().map(|(n, a)| (a..a + 1, done.1 + n..done.1 + n + 1)));
        if old_run.len() * new_run.len() <= TABLE {
            found.extend(best_pairs(
                &old[old_run.clone()],
                &new[new_run.clone()],
                (old_run.start, new_run.start),
            ));
        }
        done = (old_run.end, new_run.end);
    }
    found
}

/// The pairing of greatest gain, by dynamic programming from the end; `base` is where both lists begin.
fn best_pairs(old: &[Word], new: &[Word], base: (usize, usize)) -> Vec<Pair> {
    let width = new.len() + 1;
    let mut best = vec![0u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let skipped = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let paired = moves(old, new, i, j).map(|(a, b, gain)| gain + best[(i + a) * width + j + b]);
            best[i * width + j] = paired.fold(skipped, u32::max);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    while i < old.len() && j < new.len() {
        let here = best[i * width + j];
        let taken = moves(old, new, i, j).find(|&(a, b, gain)| gain + best[(i + a) * width + j + b] == here);
        if let Some((a, b, _)) = taken {
            found.push((base.0 + i..base.0 + i + a, base.1 + j..base.1 + j + b));
            (i, j) = (i + a, j + b);
        } else if best[(i + 1) * width + j] == here {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// The ways to pair what begins at two words, as (old words, new words, gain): one with one if they
/// are alike, one with two if a space was lost or added.
fn moves<'w>(
    old: &'w [Word],
    new: &'w [Word],
    i: usize,
    j: usize,
) -> impl Iterator<Item = (usize, usize, u32)> + 'w {
    let one = old[i].letters.likeness(&new[j].letters);
    let split = new.get(j + 1).map_or(0, |next| joined(&old[i], &new[j], next));
    let merged = old.get(i + 1).map_or(0, |next| joined(&new[j], &old[i], next));
    [(1, 1, one), (1, 2, split), (2, 1, merged)].into_iter().filter(|&(_, _, gain)| gain > 0)
}

/// The gain of reading two words as one written apart: the letters must be the same.
fn joined(whole: &Word, head: &Word, tail: &Word) -> u32 {
    let (whole, head, tail) = (whole.letters.as_slice(), head.letters.as_slice(), tail.letters.as_slice());
    let same = whole.strip_prefix(head).is_some_and(|rest| rest == tail);
    if same { u32::try_from(whole.len()).unwrap_or(u32::MAX) } else { 0 }
}
