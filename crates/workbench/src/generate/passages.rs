//! Which passages of an interview its coders mark, and with what: partly the same.

use super::dice::Dice;
use std::collections::HashSet;

/// A passage with its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Mark {
    /// First scalar.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Place of the code in the list.
    pub code: usize,
}

/// What can be coded: the words of the participant by turn, and the codes that a passage may get.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'f> {
    pub speech: &'f [Vec<(u32, u32)>],
    /// Places in the code list.
    pub labels: &'f [usize],
    /// How many of the labels are known so far: later interviews bring fewer new ones.
    pub known: usize,
}

/// Something that the participant says, before anybody marks it.
#[derive(Debug, Clone, Copy)]
struct Spot {
    turn: usize,
    first: usize,
    last: usize,
    /// Place in `labels`.
    label: usize,
}

/// The passages that each coder marks, in the order of the text: as many as `quotas` says, fewer where the
/// text has no room for as many different ones.
pub(crate) fn marks(dice: &mut Dice, field: &Field<'_>, quotas: &[usize]) -> Vec<Vec<Mark>> {
    let most = quotas.iter().copied().max().unwrap_or_default();
    // A quarter more than a coder marks: so each leaves out some that the others see.
    let spots: Vec<Spot> = (0..most + most / 4 + 1).filter_map(|_| spot(dice, field)).collect();
    quotas.iter().map(|quota| by_one_coder(dice, field, &spots, *quota)).collect()
}

fn spot(dice: &mut Dice, field: &Field<'_>) -> Option<Spot> {
    let turn = dice.below(field.speech.len());
    let words = field.speech.get(turn)?.len();
    let first = dice.below(words);
    let length = if dice.percent(10) { words } else { 2 + dice.mostly_small(45) };
    let last = (first + length).min(words.checked_sub(1)?);
    let label = dice.mostly_small(field.known.min(field.labels.len()));
    Some(Spot { turn, first, last, label })
}

fn by_one_coder(dice: &mut Dice, field: &Field<'_>, spots: &[Spot], quota: usize) -> Vec<Mark> {
    let mut order: Vec<usize> = (0..spots.len()).collect();
    dice.shuffle(&mut order);
    let mut marks = HashSet::new();
    let seen = order.iter().filter_map(|place| spots.get(*place));
    for spot in seen {
        if marks.len() < quota {
            marks.extend(mark(dice, field, spot));
        }
    }
    // Twice the same passage with the same code counts once; what is missing is marked elsewhere.
    for _ in 0..20 * quota {
        if marks.len() < quota {
            marks.extend(spot(dice, field).and_then(|spot| mark(dice, field, &spot)));
        }
    }
    let mut marks: Vec<Mark> = marks.into_iter().collect();
    marks.sort_unstable();
    marks
}

/// How one coder marks a spot: often as it is, at times with other edges or with a label beside it.
fn mark(dice: &mut Dice, field: &Field<'_>, spot: &Spot) -> Option<Mark> {
    let words = field.speech.get(spot.turn)?;
    let (mut first, mut last) = (spot.first, spot.last);
    if dice.percent(35) {
        first = first.saturating_sub(dice.below(4));
        last = (last + dice.below(4)).min(words.len().checked_sub(1)?);
    }
    let label = match dice.below(100) {
        0..75 => spot.label,
        75..92 => spot.label + 1,
        _ => dice.below(field.labels.len()),
    };
    let code = field.labels.get(label).or(field.labels.first())?;
    Some(Mark { start: words.get(first)?.0, end: words.get(last)?.1, code: *code })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speech() -> Vec<Vec<(u32, u32)>> {
        (0..40)
            .map(|turn| (0..60).map(|word| (turn * 1000 + word * 6, turn * 1000 + word * 6 + 5)).collect())
            .collect()
    }

    #[test]
    fn coders_agree_in_part() {
        let (speech, labels) = (speech(), (10..60).collect::<Vec<usize>>());
        let field = Field { speech: &speech, labels: &labels, known: 50 };
        let marks = marks(&mut Dice::new(1, ""), &field, &[200, 200]);
        let (a, b): (HashSet<Mark>, HashSet<Mark>) =
            (marks[0].iter().copied().collect(), marks[1].iter().copied().collect());
        assert_eq!((a.len(), b.len()), (200, 200));
        let same = a.intersection(&b).count();
        assert!((20..160).contains(&same), "{same} the same");
        let meets = |mark: &&Mark| b.iter().any(|other| mark.start < other.end && other.start < mark.end);
        assert!(a.iter().filter(meets).count() > same);
    }

    #[test]
    fn a_passage_lies_in_one_turn_and_its_code_in_the_list() {
        let (speech, labels) = (speech(), vec![3, 4, 5]);
        let field = Field { speech: &speech, labels: &labels, known: 1 };
        for mark in marks(&mut Dice::new(2, ""), &field, &[300, 10, 0]).concat() {
            let home = speech.iter().any(|turn| turn[0].0 <= mark.start && mark.end <= turn[59].1);
            assert!(home && mark.start < mark.end && labels.contains(&mark.code), "{mark:?}");
        }
    }

    #[test]
    fn without_room_there_are_fewer() {
        let (speech, labels) = (vec![vec![(0, 3)]], vec![0, 1]);
        let field = Field { speech: &speech, labels: &labels, known: 2 };
        assert_eq!(marks(&mut Dice::new(3, ""), &field, &[50])[0].len(), 2);
        let silent = Field { speech: &[], ..field };
        assert_eq!(marks(&mut Dice::new(3, ""), &silent, &[50]), [[]]);
    }
}
