//! Choosing where an insertion or a deletion stands when several places give the same text.
//!
//! From « je dors. je mange. » to « je dors. je lis. je mange. » one may insert « lis. je » before
//! « mange » or « je lis. » before « je mange ». Both lead to the same text, but only the second leaves
//! a coding of the last sentence alone.

use super::between::Hunk;
use super::tokens::Tokens;

/// Slides each pure insertion or deletion to the best place: between lines, else between sentences,
/// else between words. It never comes to touch its neighbours.
pub(super) fn settle(old: &Tokens, new: &Tokens, hunks: &mut [Hunk]) {
    for at in 0..hunks.len() {
        let (tokens, start, end) = match &hunks[at] {
            Hunk { old: run, new: other, .. } if other.is_empty() => (old, run.start, run.end),
            Hunk { old: other, new: run, .. } if other.is_empty() => (new, run.start, run.end),
            _ => continue,
        };
        let (left, right) = room(old, hunks, at);
        let slide = best_slide(tokens, (start, end), left, right);
        shift(&mut hunks[at], slide);
    }
}

/// How many kept tokens lie free on either side; the last one before a neighbour is not.
fn room(old: &Tokens, hunks: &[Hunk], at: usize) -> (usize, usize) {
    let run = &hunks[at].old;
    let left = match at.checked_sub(1).and_then(|before| hunks.get(before)) {
        Some(before) => (run.start - before.old.end).saturating_sub(1),
        None => run.start,
    };
    let right = match hunks.get(at + 1) {
        Some(after) => (after.old.start - run.end).saturating_sub(1),
        None => old.list.len() - run.end,
    };
    (left, right)
}

/// How far to slide a run: to the left, to the right, or not at all.
enum Slide {
    Left(usize),
    Right(usize),
}

fn best_slide(tokens: &Tokens, (start, end): (usize, usize), left: usize, right: usize) -> Slide {
    let same = |a: usize, b: usize| tokens.list[a].text == tokens.list[b].text;
    let left = (0..left).take_while(|n| same(start - 1 - n, end - 1 - n)).count();
    let right = (0..right).take_while(|n| same(start + n, end + n)).count();
    let first = start - left;
    // Of several equally good places the last one wins: a repetition is most often the second.
    let best = (0..=left + right).max_by_key(|n| border(tokens, first + n) + border(tokens, end - left + n));
    match best.unwrap_or(left) {
        n if n < left => Slide::Left(left - n),
        n => Slide::Right(n - left),
    }
}

fn shift(hunk: &mut Hunk, slide: Slide) {
    for edge in [&mut hunk.old.start, &mut hunk.old.end, &mut hunk.new.start, &mut hunk.new.end] {
        match slide {
            Slide::Left(by) => *edge -= by,
            Slide::Right(by) => *edge += by,
        }
    }
}

/// How good a border lies before a token: of a line, a sentence, a clause, a word, or none.
fn border(tokens: &Tokens, token: usize) -> u32 {
    let Some(before) = token.checked_sub(1).and_then(|at| tokens.list.get(at)) else { return 5 };
    let ends_text = token == tokens.list.len();
    match (before.text, ends_text || tokens.list[token].space) {
        ("\n", _) => 5,
        (_, true) if ends_text => 3,
        (_, true) => 0,
        _ => after_space(tokens, token),
    }
}

/// Before a word that follows white space: what ended there?
fn after_space(tokens: &Tokens, token: usize) -> u32 {
    let word = tokens.list[..token].iter().rev().find(|token| !token.space);
    match word.and_then(|word| word.text.chars().next_back()) {
        Some('.' | '!' | '?' | '…' | '»') => 3,
        Some(',' | ';' | ':') => 2,
        _ => 1,
    }
}
