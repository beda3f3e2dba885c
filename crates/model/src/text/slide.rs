//! Choosing where an insertion or a deletion stands when several places give the same text.
//!
//! From « je dors. je mange. » to « je dors. je lis. je mange. » one may insert « lis. je » before
//! « mange » or « je lis. » before « je mange ». Both lead to the same text, but only the second leaves
//! a coding of the last sentence alone.

use super::between::Hunk;
use super::tokens::Tokens;

/// Slides each pure insertion or deletion to the best place: between lines, else between sentences,
/// else between words. It never comes to touch its neighbours, and leaves them if it can: what touches
/// is one replacement, and would no longer be beside the word that was corrected.
pub(super) fn settle(old: &Tokens, new: &Tokens, hunks: &mut [Hunk]) {
    for at in 0..hunks.len() {
        let (tokens, start, end) = match &hunks[at] {
            Hunk { old: run, new: other, .. } if other.is_empty() => (old, run.start, run.end),
            Hunk { old: other, new: run, .. } if other.is_empty() => (new, run.start, run.end),
            _ => continue,
        };
        let room = room(old, hunks, at);
        let slide = best_slide(tokens, (start, end), &room);
        shift(&mut hunks[at], slide);
    }
}

/// How far a hunk can slide.
struct Room {
    /// Kept tokens on the left, without the one that parts it from its neighbour.
    left: usize,
    /// Kept tokens on the right, likewise.
    right: usize,
    /// Whether it touches a neighbour where it is.
    touches: bool,
}

fn room(old: &Tokens, hunks: &[Hunk], at: usize) -> Room {
    let run = &hunks[at].old;
    let before =
        at.checked_sub(1).and_then(|before| hunks.get(before)).map(|before| run.start - before.old.end);
    let after = hunks.get(at + 1).map(|after| after.old.start - run.end);
    Room {
        left: before.map_or(run.start, |gap| gap.saturating_sub(1)),
        right: after.map_or(old.list.len() - run.end, |gap| gap.saturating_sub(1)),
        touches: before == Some(0) || after == Some(0),
    }
}

/// How far to slide a run: to the left, to the right, or not at all.
enum Slide {
    Left(usize),
    Right(usize),
}

fn best_slide(tokens: &Tokens, (start, end): (usize, usize), room: &Room) -> Slide {
    let same = |a: usize, b: usize| tokens.list[a].text == tokens.list[b].text;
    let left = (0..room.left).take_while(|n| same(start - 1 - n, end - 1 - n)).count();
    let right = (0..room.right).take_while(|n| same(start + n, end + n)).count();
    let first = start - left;
    let worth = |n: usize| {
        let free = n != left || !room.touches;
        (free, border(tokens, first + n) + border(tokens, end - left + n))
    };
    // Of several equally good places the last one wins: a repetition is most often the second.
    match (0..=left + right).max_by_key(|&n| worth(n)).unwrap_or(left) {
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
