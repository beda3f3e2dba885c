//! Pairing the words of a zone that differs, by likeness.

use std::ops::Range;

use super::between::{Hunk, Sides};
use super::likeness::Letters;
use super::shared::{Shared, shared};
use super::tokens::Tokens;

/// The most pairs of words that are weighed against each other in one zone.
const TABLE: usize = 1024;

/// The gain of a word that did not change: no likeness of others outweighs it.
const SAME: u32 = 100_000;

/// What a word that did not change gains besides if it occurs only once, shared out among all of them.
const RARE: u32 = 1000;

/// Whether so many words of the old text and of the new can all be weighed against each other.
pub(super) fn fits_table(old: usize, new: usize) -> bool {
    old * new <= TABLE
}

/// A word of a zone: its token, its spelling, its letters as one hears them, and its gain if unchanged.
struct Word<'t> {
    token: usize,
    text: &'t str,
    letters: Letters,
    same: u32,
}

/// Words of the old text paired with the words of the new that they became, as runs of each list.
type Pair = (Range<usize>, Range<usize>);

/// Splits a zone into what is alike, to be compared letter by letter, and what was replaced. Appends
/// the hunks in order.
pub(super) fn align(sides: &Sides, zone: Hunk, out: &mut Vec<Hunk>) {
    let (old, new) = (&sides.old, &sides.new);
    let (old_words, new_words) = (words(sides, old, &zone.old), words(sides, new, &zone.new));
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

fn words<'t>(sides: &Sides, tokens: &Tokens<'t>, run: &Range<usize>) -> Vec<Word<'t>> {
    let word = |token: usize| {
        let text = tokens.list[token].text;
        let count = sides.counts.get(text).copied().unwrap_or(1);
        Word { token, text, letters: Letters::new(text), same: SAME + RARE / count }
    };
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
        out.push(Hunk::new(from, to));
    }
}

fn breaks(tokens: &Tokens, run: &Range<usize>) -> Vec<usize> {
    run.clone().filter(|&token| tokens.list[token].text == "\n").collect()
}

/// Pairs of runs of words, in order on both sides. A zone too large to weigh every pair is first cut
/// at the words that sound the same.
fn pairs(old: &[Word], new: &[Word]) -> Vec<Pair> {
    if fits_table(old.len(), new.len()) {
        return best_pairs(old, new, (0, 0));
    }
    let old_letters: Vec<&[char]> = old.iter().map(|word| word.letters.as_slice()).collect();
    let new_letters: Vec<&[char]> = new.iter().map(|word| word.letters.as_slice()).collect();
    let end = Shared { old: old.len(), new: new.len(), len: 0 };
    let (mut found, mut done) = (Vec::new(), (0, 0));
    for run in shared(&old_letters, &new_letters).into_iter().chain([end]) {
        let (a, b) = (&old[done.0..run.old], &new[done.1..run.new]);
        if fits_table(a.len(), b.len()) {
            found.extend(best_pairs(a, b, done));
        }
        found.extend((0..run.len).map(|n| (run.old + n..run.old + n + 1, run.new + n..run.new + n + 1)));
        done = (run.old + run.len, run.new + run.len);
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
    let one = match (&old[i], &new[j]) {
        (a, b) if a.text == b.text => a.same,
        (a, b) => a.letters.likeness_or_half(&b.letters),
    };
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
