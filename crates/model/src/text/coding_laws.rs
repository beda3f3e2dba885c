//! Laws of codings under corrections: a coding keeps its words.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::nasty::{Change, Item, changes, corrected, distinct_words, edited, join, text};
use super::*;

/// A text around a coding of some of its words, white space after the last not included.
struct Coded {
    before: Vec<Item>,
    coded: Vec<Item>,
    after: Vec<Item>,
}

fn coded() -> impl Strategy<Value = Coded> {
    (distinct_words(3..60), any::<Index>(), 1..5usize).prop_map(|(items, from, length)| {
        let from = from.index(items.len());
        let to = (from + length).min(items.len());
        let part = |items: &[Item]| items.to_vec();
        Coded { before: part(&items[..from]), coded: part(&items[from..to]), after: part(&items[to..]) }
    })
}

impl Coded {
    fn text(&self) -> String {
        [&self.before, &self.coded, &self.after].map(|items| join(items)).concat()
    }

    fn quote(&self) -> String {
        join(&self.coded).trim_end().to_owned()
    }

    fn place(&self) -> Place {
        let start = scalars(&join(&self.before));
        Place::new(start, start + scalars(&self.quote()))
    }

    /// The same with corrections on either side of the coding.
    fn corrected(&self, head: &[(Change, Index)], tail: &[(Change, Index)]) -> Self {
        let (before, after) = (corrected(&self.before, head), corrected(&self.after, tail));
        Self { before, coded: self.coded.clone(), after }
    }

    /// The same with corrections that leave the words beside the coding alone: what touches is one.
    fn corrected_apart(&self, head: &[(Change, Index)], tail: &[(Change, Index)]) -> Self {
        let (far, left) = self.before.split_at(self.before.len().saturating_sub(1));
        let (right, rest) = self.after.split_at(self.after.len().min(1));
        let head = if left.is_empty() { &[] } else { head };
        let before = [&corrected(far, head), left].concat();
        let after = [right, &corrected(rest, tail)].concat();
        Self { before, coded: self.coded.clone(), after }
    }
}

impl std::fmt::Debug for Coded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}[{:?}]{:?}", join(&self.before), join(&self.coded), join(&self.after))
    }
}

/// The words of a place.
fn words(text: &str, place: Place) -> String {
    TextIndex::new(text).slice(place.start, place.end).unwrap().to_owned()
}

/// A slip in a word: a letter added, lost, changed or swapped at its start, its end, or between.
#[derive(Debug, Clone, Copy)]
enum Slip {
    Add(char),
    Lose,
    Replace(char),
    Swap,
}

fn slip() -> impl Strategy<Value = (Slip, Index)> {
    let letter = prop_oneof![Just('k'), Just('é'), Just('W'), Just('7')];
    let kind = prop_oneof![
        letter.clone().prop_map(Slip::Add),
        Just(Slip::Lose),
        letter.prop_map(Slip::Replace),
        Just(Slip::Swap),
    ];
    (kind, any::<Index>())
}

/// The word with a slip at a letter counted from its start; a word never slips into nothing or itself.
fn slipped(word: &str, (slip, at): (Slip, Index)) -> String {
    let mut letters = bounds::graphemes(word).into_iter().map(str::to_owned).collect::<Vec<_>>();
    let at = at.index(letters.len());
    match slip {
        Slip::Add(c) => letters.insert(at + usize::from(at + 1 == letters.len()), c.to_string()),
        Slip::Lose if letters.len() > 1 => drop(letters.remove(at)),
        Slip::Swap if at + 1 < letters.len() => letters.swap(at, at + 1),
        Slip::Replace(c) => letters[at] = c.to_string(),
        Slip::Lose | Slip::Swap => letters.push("x".to_owned()),
    }
    normalise(&letters.concat()).text
}

/// The first, the last, or a middle word of some, as asked.
fn nth(items: &[Item], which: u8, middle: Index) -> usize {
    match which {
        0 => 0,
        1 => items.len() - 1,
        _ => middle.index(items.len()),
    }
}

proptest! {
    #[test]
    fn a_coding_whose_words_are_untouched_keeps_exactly_its_words(
        old in coded(), head in changes(0..8), tail in changes(0..8),
    ) {
        let new = old.corrected(&head, &tail);
        let edit = Edit::between(&old.text(), &new.text());
        let place = edit.map(old.place());
        prop_assert_eq!(words(&new.text(), place), old.quote(), "by {:?}", edit);
        prop_assert_eq!(place.state, PlaceState::Exact);
        prop_assert_eq!(edit.map_back(place), old.place());
    }

    #[test]
    fn a_slip_inside_or_at_an_edge_keeps_the_coding(
        old in coded(), which in 0..3u8, middle in any::<Index>(), slip in slip(),
        head in changes(0..3), tail in changes(0..3),
    ) {
        let mut new = old.corrected_apart(&head, &tail);
        let at = nth(&new.coded, which, middle);
        new.coded[at].0 = slipped(&new.coded[at].0, slip);
        let edit = Edit::between(&old.text(), &new.text());
        let place = edit.map(old.place());
        prop_assert_eq!(words(&new.text(), place), new.quote(), "to {:?} by {:?}", new, edit);
        prop_assert_eq!(place.state, PlaceState::Exact);
    }

    #[test]
    fn a_coding_of_one_word_follows_it_under_another_spelling(
        old in coded(), slips in vec(slip(), 1..3),
    ) {
        let one = Coded { coded: old.coded[..1].to_vec(), after: [&old.coded[1..], &old.after].concat(), ..old };
        let mut new = one.corrected(&[], &[]);
        for slip in slips {
            new.coded[0].0 = slipped(&new.coded[0].0, slip);
        }
        let place = Edit::between(&one.text(), &new.text()).map(one.place());
        prop_assert_eq!(words(&new.text(), place), new.quote());
        prop_assert_eq!(place.state, PlaceState::Exact);
    }

    #[test]
    fn a_moved_paragraph_is_followed_or_proposed(
        items in distinct_words(24..60), cuts in vec(any::<Index>(), 3),
    ) {
        let lines: Vec<String> = items.chunks(6).map(|line| join(line).replace('\n', " ") + ".\n").collect();
        let (from, to) = (cuts[0].index(lines.len()), cuts[1].index(lines.len()));
        let old = lines.concat();
        let mut moved = lines.clone();
        let line = moved.remove(from);
        moved.insert(to, line);
        let new = moved.concat();
        let start = scalars(&lines[..from].concat());
        let end = start + scalars(lines[from].trim_end());
        let place = Edit::between(&old, &new).map(Place::new(start, end));
        let found = if place.state == PlaceState::ToPlace {
            let known = context(&TextIndex::new(old.as_str()), start, end).unwrap();
            let found = propose(&new, &known.quote, &known.before, &known.after, place.start).unwrap();
            Place::new(found.start, found.end)
        } else {
            prop_assert_eq!(place.state, PlaceState::Exact);
            place
        };
        prop_assert_eq!(words(&new, found), lines[from].trim_end());
    }

    #[test]
    fn two_corrections_apart_meet_in_one_text(
        old in coded(), head in changes(0..6), tail in changes(0..6),
    ) {
        let (left, right) = (old.corrected(&head, &[]), old.corrected(&[], &tail));
        let (a, b) = (Edit::between(&old.text(), &left.text()), Edit::between(&old.text(), &right.text()));
        let expected = old.corrected(&head, &tail);
        let there = compose(&a, &b).unwrap();
        let back = compose(&b, &a).unwrap();
        prop_assert_eq!(&there.merged, &back.merged);
        prop_assert_eq!(there.merged.apply(&old.text()).unwrap(), expected.text());
        prop_assert_eq!(there.from_a.apply(&left.text()).unwrap(), expected.text());
        prop_assert_eq!(there.from_b.apply(&right.text()).unwrap(), expected.text());
        for place in [
            there.merged.map(old.place()),
            there.from_a.map(a.map(old.place())),
            there.from_b.map(b.map(old.place())),
        ] {
            prop_assert_eq!(words(&expected.text(), place), old.quote());
        }
    }

    #[test]
    fn any_two_corrections_either_meet_or_are_left_to_people(
        (old, a) in edited(), (_, b) in edited(),
    ) {
        let (Ok(left), Ok(right)) = (a.apply(&old), b.apply(&old)) else { return Ok(()) };
        prop_assert_eq!(compose(&a, &Edit::default()).map(|whole| whole.merged), Some(a.clone()));
        match (compose(&a, &b), compose(&b, &a)) {
            (Some(there), Some(back)) => {
                let merged = there.merged.apply(&old).unwrap();
                prop_assert_eq!(there.from_a.apply(&left).unwrap(), merged.clone());
                prop_assert_eq!(there.from_b.apply(&right).unwrap(), merged);
                prop_assert_eq!(there.merged, back.merged);
            }
            (there, back) => prop_assert_eq!(there, back),
        }
    }

    #[test]
    fn a_passage_that_is_there_is_always_proposed(old in coded(), near in 0..400u32) {
        let (text, place) = (TextIndex::new(old.text()), old.place());
        let known = context(&text, place.start, place.end).unwrap();
        let found = propose(text.text(), &known.quote, &known.before, &known.after, near).unwrap();
        prop_assert_eq!((found.start, found.end, found.score), (place.start, place.end, 100));
    }

    #[test]
    fn a_proposal_lies_in_the_text_and_cuts_nothing(text in text(), quote in text(), near in 0..400u32) {
        if let Some(found) = propose(&text, &quote, "", "", near) {
            let index = TextIndex::new(text.as_str());
            prop_assert!(found.start < found.end && found.end <= index.len_scalars() && found.score <= 100);
            prop_assert_eq!(index.snap_out(found.start, found.end), (found.start, found.end));
        } else {
            prop_assert!(quote.trim().is_empty() || !text.contains(&quote));
        }
    }

    #[test]
    fn turns_stay_in_order_within_the_text(old in text(), new in text(), (_, other) in edited()) {
        let turns = lines_as_turns(&old);
        let fits = other.new_len(scalars(&old)).is_some();
        for edit in [Edit::between(&old, &new), if fits { other } else { Edit::default() }] {
            let len = edit.new_len(scalars(&old)).unwrap();
            let mut free = 0;
            for turn in map_turns(&turns, &edit) {
                prop_assert!(free <= turn.start && turn.start <= turn.end && turn.end <= len, "{:?}", turn);
                free = turn.end;
            }
        }
        prop_assert_eq!(map_turns(&turns, &Edit::default()), turns);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn two_hundred_corrections_in_a_row_keep_a_coding(
        first in coded(), sessions in vec((changes(0..3), changes(0..3)), 200),
    ) {
        let mut graph = RevisionGraph::default();
        graph.add(0, vec![]);
        let mut at = Coded { coded: first.coded.clone(), before: first.before.clone(), after: first.after.clone() };
        let mut place = first.place();
        for (number, (head, tail)) in sessions.iter().enumerate() {
            let next = at.corrected(head, tail);
            let edit = Arc::new(Edit::between(&at.text(), &next.text()));
            graph.add(number + 1, vec![(number, Arc::clone(&edit))]);
            place = edit.map(place);
            prop_assert_eq!(words(&next.text(), place), first.quote());
            at = next;
        }
        prop_assert_eq!(graph.place(0, sessions.len(), first.place()), place);
        prop_assert_eq!(graph.place(sessions.len(), 0, place), first.place());
    }
}

fn lines_as_turns(text: &str) -> Vec<Turn> {
    let mut at = 0;
    let mut turns = Vec::new();
    for line in text.split('\n') {
        let end = at + scalars(line);
        turns.push(Turn { speaker: "E".to_owned(), start: at, end, time: None });
        at = end + 1;
    }
    turns
}
