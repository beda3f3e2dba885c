//! Narrowing a replacement to the letters that differ.

use super::bounds::graphemes;
use super::index::{TextIndex, scalars};

/// A replacement in scalars: a range of the old text, and the range of the new one in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    pub old: (u32, u32),
    pub new: (u32, u32),
}

/// Drops the graphemes that both sides begin and end with; `old` and `new` are the words of the cut.
///
/// What remains is one replacement, never several: between the first and the last difference of a word
/// no letter is worth keeping apart. A letter added or lost at the very edge of a word is widened by
/// the letter beside it, so that it stays inside a coding of that word.
pub(super) fn refine(cut: Cut, old: &str, new: &str) -> Cut {
    let (old, new) = (graphemes(old), graphemes(new));
    let shorter = old.len().min(new.len());
    let mut head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let ends = old.iter().rev().zip(new.iter().rev());
    let mut tail = ends.take(shorter - head).take_while(|(a, b)| a == b).count();
    let middle = |side: &[&str]| side[head..side.len() - tail].concat();
    let (lost, gained) = (middle(&old), middle(&new));
    if lost.is_empty() || gained.is_empty() {
        let letters = (lost + &gained).chars().any(char::is_alphanumeric);
        if letters && head == 0 {
            tail = tail.saturating_sub(1);
        } else if letters && tail == 0 {
            head = head.saturating_sub(1);
        }
    }
    let front = scalars(&old[..head].concat());
    let back = scalars(&old[old.len() - tail..].concat());
    Cut { old: (cut.old.0 + front, cut.old.1 - back), new: (cut.new.0 + front, cut.new.1 - back) }
}

/// Widens every cut to borders of graphemes in both texts; cuts that come to touch are joined.
pub(super) fn snap(old: &TextIndex, new: &TextIndex, cuts: Vec<Cut>) -> Vec<Cut> {
    let mut snapped: Vec<Cut> = Vec::with_capacity(cuts.len());
    let mut coming = cuts.into_iter().peekable();
    while let Some(mut cut) = coming.next() {
        let floor = snapped.last().map_or(0, |last| last.old.1);
        while cut.old.0 > floor && !both_border(old, new, cut.old.0, cut.new.0) {
            cut.old.0 -= 1;
            cut.new.0 -= 1;
        }
        if let Some(last) = snapped.pop_if(|last| last.old.1 == cut.old.0) {
            cut = Cut { old: (last.old.0, cut.old.1), new: (last.new.0, cut.new.1) };
        }
        let ceiling = coming.peek().map_or(old.len_scalars(), |next| next.old.0);
        while cut.old.1 < ceiling && !both_border(old, new, cut.old.1, cut.new.1) {
            cut.old.1 += 1;
            cut.new.1 += 1;
        }
        snapped.push(cut);
    }
    snapped
}

fn both_border(old: &TextIndex, new: &TextIndex, at_old: u32, at_new: u32) -> bool {
    old.is_grapheme_border(at_old) && new.is_grapheme_border(at_new)
}
