//! Turns corrected by hand: split, joined, moved, given to another voice. Pure, on the turns of one text.
//!
//! Turns are given in order and disjoint, and stay so; each is free of outer white space and holds a word.

use model::text::{TextIndex, Turn};
use serde::{Deserialize, Serialize};

/// One correction of the turns of a text. Places are scalar offsets in that text; turns are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TurnEdit {
    /// Cuts a turn in two; both stay with its voice.
    Split {
        /// The turn.
        turn: usize,
        /// The first scalar of the second part.
        at: u32,
    },
    /// Joins a turn to the one before it; what stands between them becomes speech.
    Join {
        /// The later of the two.
        turn: usize,
    },
    /// Gives the words before a place to whoever speaks before.
    GiveBefore {
        /// The turn that loses words.
        turn: usize,
        /// The first scalar that it keeps.
        at: u32,
    },
    /// Gives the words from a place on to whoever speaks after.
    GiveAfter {
        /// The turn that loses words.
        turn: usize,
        /// The first scalar that it loses.
        at: u32,
    },
    /// Gives a turn to another voice.
    Speak {
        /// The turn.
        turn: usize,
        /// The label of the voice.
        label: String,
    },
    /// Takes a turn out of what is said: its words stay in the text and belong to nobody.
    Silence {
        /// The turn.
        turn: usize,
    },
    /// Makes a turn of words that belong to nobody.
    Voice {
        /// First scalar.
        start: u32,
        /// One past the last.
        end: u32,
        /// The label of the voice.
        label: String,
    },
}

impl TurnEdit {
    /// The turns after the correction; `None` where it would leave a turn without a word, take words that
    /// are another's, or names a turn that is not there.
    #[must_use]
    pub fn apply(&self, text: &TextIndex, turns: &[Turn]) -> Option<Vec<Turn>> {
        match self {
            TurnEdit::Split { turn, at } => split(text, turns, *turn, *at),
            TurnEdit::Join { turn } => join(turns, *turn),
            TurnEdit::GiveBefore { turn, at } => give_before(text, turns, *turn, *at),
            TurnEdit::GiveAfter { turn, at } => give_after(text, turns, *turn, *at),
            TurnEdit::Speak { turn, label } => speak(turns, *turn, label),
            TurnEdit::Silence { turn } => silence(turns, *turn),
            TurnEdit::Voice { start, end, label } => voice(text, turns, (*start, *end), label),
        }
    }
}

/// The two parts of a turn, each with a word.
fn halves(text: &TextIndex, turn: &Turn, at: u32) -> Option<(Turn, Turn)> {
    let (at, _) = text.snap_out(at, at);
    if at <= turn.start || at >= turn.end {
        return None;
    }
    let (start, end) = text.trim(turn.start, at);
    let (next, last) = text.trim(at, turn.end);
    let first = Turn { start, end, ..turn.clone() };
    let second = Turn { start: next, end: last, time: None, ..turn.clone() };
    // White space before a mark that combines with it is not to be taken from it.
    let whole = text.is_grapheme_border(end) && text.is_grapheme_border(next);
    (start < end && next < last && whole).then_some((first, second))
}

fn replaced(
    turns: &[Turn],
    range: std::ops::Range<usize>,
    with: impl IntoIterator<Item = Turn>,
) -> Vec<Turn> {
    let mut edited = turns.to_vec();
    edited.splice(range, with);
    edited
}

fn split(text: &TextIndex, turns: &[Turn], n: usize, at: u32) -> Option<Vec<Turn>> {
    let (first, second) = halves(text, turns.get(n)?, at)?;
    Some(replaced(turns, n..n + 1, [first, second]))
}

fn join(turns: &[Turn], n: usize) -> Option<Vec<Turn>> {
    let before = turns.get(n.checked_sub(1)?)?;
    let joined = Turn { end: turns.get(n)?.end, ..before.clone() };
    Some(replaced(turns, n - 1..n + 1, [joined]))
}

/// Nothing but white space stands between two turns: their border can move. Else a label does, and words
/// that change hands are a turn of their own, for a label is never speech.
fn touch(text: &TextIndex, before: &Turn, after: &Turn) -> bool {
    text.slice(before.end, after.start).is_some_and(|between| between.trim().is_empty())
}

fn give_before(text: &TextIndex, turns: &[Turn], n: usize, at: u32) -> Option<Vec<Turn>> {
    let before = turns.get(n.checked_sub(1)?)?;
    let turn = turns.get(n)?;
    let (given, kept) = halves(text, turn, at)?;
    let taken = if touch(text, before, turn) {
        vec![Turn { end: given.end, ..before.clone() }, kept]
    } else {
        vec![before.clone(), Turn { speaker: before.speaker.clone(), ..given }, kept]
    };
    Some(replaced(turns, n - 1..n + 1, taken))
}

fn give_after(text: &TextIndex, turns: &[Turn], n: usize, at: u32) -> Option<Vec<Turn>> {
    let (turn, after) = (turns.get(n)?, turns.get(n + 1)?);
    let (kept, given) = halves(text, turn, at)?;
    let taken = if touch(text, turn, after) {
        vec![kept, Turn { start: given.start, ..after.clone() }]
    } else {
        vec![kept, Turn { speaker: after.speaker.clone(), ..given }, after.clone()]
    };
    Some(replaced(turns, n..n + 2, taken))
}

fn speak(turns: &[Turn], n: usize, label: &str) -> Option<Vec<Turn>> {
    let turn = turns.get(n).filter(|turn| turn.speaker != label)?;
    Some(replaced(turns, n..n + 1, [Turn { speaker: label.to_owned(), ..turn.clone() }]))
}

fn silence(turns: &[Turn], n: usize) -> Option<Vec<Turn>> {
    turns.get(n)?;
    Some(replaced(turns, n..n + 1, []))
}

fn voice(text: &TextIndex, turns: &[Turn], range: (u32, u32), label: &str) -> Option<Vec<Turn>> {
    let (start, end) = text.snap_out(range.0, range.1);
    let (start, end) = text.trim(start, end);
    let n = turns.partition_point(|turn| turn.end <= start);
    let free = turns.get(n).is_none_or(|next| next.start >= end);
    let turn = Turn { speaker: label.to_owned(), start, end, time: None };
    let whole = text.is_grapheme_border(start) && text.is_grapheme_border(end);
    (start < end && free && whole).then(|| replaced(turns, n..n, [turn]))
}

/// True when turns are in order, disjoint, within the text, each without outer white space. One that a
/// correction of the text left empty stays.
#[must_use]
pub fn are_sound(text: &TextIndex, turns: &[Turn]) -> bool {
    let ordered = turns.windows(2).all(|pair| pair[0].end <= pair[1].start);
    let sound = |turn: &Turn| {
        turn.start <= turn.end
            && turn.end <= text.len_scalars()
            && text.trim(turn.start, turn.end) == (turn.start, turn.end)
    };
    ordered && turns.iter().all(sound)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LABELLED: &str = "CL : Bonjour. Oui bonjour.\nEMG 1 : Ça va.\nCL : Bien.";

    fn turn(text: &TextIndex, speaker: &str, words: &str) -> Turn {
        let byte = text.text().find(words).unwrap();
        let start = text.scalar_of(byte).unwrap();
        Turn { speaker: speaker.to_owned(), start, end: start + model::text::scalars(words), time: Some(7) }
    }

    fn labelled() -> (TextIndex, Vec<Turn>) {
        let text = TextIndex::new(LABELLED);
        let turns = [("CL", "Bonjour. Oui bonjour."), ("EMG 1", "Ça va."), ("CL", "Bien.")];
        let turns = turns.map(|(speaker, words)| turn(&text, speaker, words)).to_vec();
        (text, turns)
    }

    fn plain() -> (TextIndex, Vec<Turn>) {
        let text = TextIndex::new("Dormez-vous ? Mal.\nDepuis quand ?");
        let turns = [("Q", "Dormez-vous ?"), ("R", "Mal."), ("Q", "Depuis quand ?")];
        let turns = turns.map(|(speaker, words)| turn(&text, speaker, words)).to_vec();
        (text, turns)
    }

    fn shown(text: &TextIndex, turns: &[Turn]) -> Vec<String> {
        let show =
            |turn: &Turn| format!("{}={}", turn.speaker, text.slice(turn.start, turn.end).unwrap_or("?"));
        turns.iter().map(show).collect()
    }

    fn check((text, turns): (TextIndex, Vec<Turn>), edit: &TurnEdit, expected: &[&str]) {
        let edited = edit.apply(&text, &turns).unwrap_or_default();
        assert_eq!(shown(&text, &edited), expected, "{edit:?}");
        assert!(are_sound(&text, &edited));
    }

    #[test]
    fn a_turn_is_cut_in_two_and_joined_again() {
        let (text, turns) = labelled();
        let at = turns[0].start + 9;
        let split = TurnEdit::Split { turn: 0, at };
        check(labelled(), &split, &["CL=Bonjour.", "CL=Oui bonjour.", "EMG 1=Ça va.", "CL=Bien."]);
        let cut = split.apply(&text, &turns).unwrap();
        assert_eq!((cut[0].time, cut[1].time), (Some(7), None), "the time is that of the first words");
        assert_eq!(TurnEdit::Join { turn: 1 }.apply(&text, &cut).as_ref(), Some(&turns));
    }

    #[test]
    fn what_stands_between_joined_turns_becomes_speech() {
        let expected = ["CL=Bonjour. Oui bonjour.\nEMG 1 : Ça va.", "CL=Bien."];
        check(labelled(), &TurnEdit::Join { turn: 1 }, &expected);
    }

    #[test]
    fn a_border_moves_where_no_label_stands_in_the_way() {
        let (_, turns) = plain();
        let at = turns[2].start + 7;
        let expected = ["Q=Dormez-vous ?", "R=Mal.\nDepuis", "Q=quand ?"];
        check(plain(), &TurnEdit::GiveBefore { turn: 2, at }, &expected);
        let at = turns[0].start + 12;
        let expected = ["Q=Dormez-vous", "R=? Mal.", "Q=Depuis quand ?"];
        check(plain(), &TurnEdit::GiveAfter { turn: 0, at }, &expected);
    }

    #[test]
    fn a_label_is_never_given_with_the_words() {
        let (_, turns) = labelled();
        let after = TurnEdit::GiveAfter { turn: 0, at: turns[0].start + 9 };
        check(labelled(), &after, &["CL=Bonjour.", "EMG 1=Oui bonjour.", "EMG 1=Ça va.", "CL=Bien."]);
        let before = TurnEdit::GiveBefore { turn: 1, at: turns[1].start + 3 };
        check(labelled(), &before, &["CL=Bonjour. Oui bonjour.", "CL=Ça", "EMG 1=va.", "CL=Bien."]);
    }

    #[test]
    fn words_go_to_another_voice_to_nobody_and_back() {
        let speak = TurnEdit::Speak { turn: 2, label: "EMG 1".to_owned() };
        check(labelled(), &speak, &["CL=Bonjour. Oui bonjour.", "EMG 1=Ça va.", "EMG 1=Bien."]);
        let silence = TurnEdit::Silence { turn: 1 };
        check(labelled(), &silence, &["CL=Bonjour. Oui bonjour.", "CL=Bien."]);
        let (text, turns) = labelled();
        let left = silence.apply(&text, &turns).unwrap();
        let voice = TurnEdit::Voice { start: turns[1].start, end: turns[1].end, label: "X".to_owned() };
        assert_eq!(shown(&text, &voice.apply(&text, &left).unwrap())[1], "X=Ça va.");
        assert_eq!(voice.apply(&text, &turns), None, "these words are somebody's already");
    }

    #[test]
    fn what_cannot_be_done_is_not_done() {
        let (text, turns) = labelled();
        let start = turns[0].start;
        for edit in [
            TurnEdit::Split { turn: 0, at: start },
            TurnEdit::Split { turn: 0, at: turns[0].end },
            TurnEdit::Split { turn: 9, at: start + 3 },
            TurnEdit::Join { turn: 0 },
            TurnEdit::GiveBefore { turn: 0, at: start + 3 },
            TurnEdit::GiveAfter { turn: 2, at: turns[2].start + 2 },
            TurnEdit::Speak { turn: 0, label: "CL".to_owned() },
            TurnEdit::Silence { turn: 3 },
            TurnEdit::Voice { start: 26, end: 27, label: "X".to_owned() },
        ] {
            assert_eq!(edit.apply(&text, &turns), None, "{edit:?}");
        }
    }

    fn any_edit() -> impl Strategy<Value = TurnEdit> {
        let (turn, at) = (0usize..6, 0u32..60);
        prop_oneof![
            (turn.clone(), at.clone()).prop_map(|(turn, at)| TurnEdit::Split { turn, at }),
            turn.clone().prop_map(|turn| TurnEdit::Join { turn }),
            (turn.clone(), at.clone()).prop_map(|(turn, at)| TurnEdit::GiveBefore { turn, at }),
            (turn.clone(), at.clone()).prop_map(|(turn, at)| TurnEdit::GiveAfter { turn, at }),
            turn.clone().prop_map(|turn| TurnEdit::Silence { turn }),
            (at.clone(), at).prop_map(|(start, end)| TurnEdit::Voice { start, end, label: "N".to_owned() }),
            turn.prop_map(|turn| TurnEdit::Speak { turn, label: "M".to_owned() }),
        ]
    }

    proptest! {
        #[test]
        fn turns_stay_sound_whatever_is_done(
            words in "[a-zé\u{301}👨‍👩 \n:]{0,60}",
            edits in proptest::collection::vec(any_edit(), 0..12),
        ) {
            let text = TextIndex::new(words.as_str());
            let mut turns = Vec::new();
            for edit in edits {
                turns = edit.apply(&text, &turns).unwrap_or(turns);
                prop_assert!(are_sound(&text, &turns), "{edit:?} {turns:?}");
                let whole = |turn: &Turn| {
                    turn.start < turn.end
                        && text.is_grapheme_border(turn.start)
                        && text.is_grapheme_border(turn.end)
                };
                prop_assert!(turns.iter().all(whole), "{edit:?} {turns:?}");
            }
        }
    }
}
