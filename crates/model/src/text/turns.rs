//! Carrying speaker turns through a correction.

use super::edit::{Edit, Splice};
use super::index::{TextIndex, scalars};
use super::place::Mapping;
use super::turn::Turn;

/// Carries turns, given in order, to the corrected text.
///
/// They move as places do (see [`Edit::map`]), but for these:
/// - words added at the edge of a turn belong to it, as far as they stand on its line and without their
///   outer white space; so a line added after it does not. Once erased, they do not either.
/// - a replacement across an edge moves it outward only as far as the line of the turn goes;
/// - where the label and the line break before a turn were taken away, it joins the turn before it;
/// - a turn deleted with something around it, its label as a rule, is left out; one whose words alone
///   were deleted stays, empty, and so does one that was empty;
/// - turns never overlap: what two of them would take belongs to the first.
///
/// Labels are not read: after a correction that adds or changes them, detect the turns anew.
#[must_use]
pub fn map_turns(turns: &[Turn], edit: &Edit) -> Vec<Turn> {
    let way = edit.forward();
    let mut mapped: Vec<Turn> = Vec::with_capacity(turns.len());
    let mut before: Option<&Turn> = None;
    for turn in turns {
        let joins = before.is_some_and(|before| gap_is_gone(before, turn, edit));
        before = None;
        let Some((start, end)) = carry(turn, edit, &way) else { continue };
        let free = mapped.last().map_or(0, |last| last.end);
        match mapped.last_mut().filter(|_| joins) {
            Some(last) => last.end = last.end.max(end),
            None if start < free && end <= free => continue,
            None => mapped.push(Turn { start: start.max(free), end, ..turn.clone() }),
        }
        before = Some(turn);
    }
    mapped
}

/// Drops the outer white space that a correction left at the edges of turns.
#[must_use]
pub fn trim_turns(turns: &[Turn], text: &TextIndex) -> Vec<Turn> {
    let trim = |turn: &Turn| {
        let (start, end) = text.trim(turn.start, turn.end);
        Turn { start, end, ..turn.clone() }
    };
    turns.iter().map(trim).collect()
}

/// Whether all that stood between two turns was replaced without a line break, but perhaps for the
/// space after the label.
fn gap_is_gone(before: &Turn, turn: &Turn, edit: &Edit) -> bool {
    let space = u32::from(turn.start.saturating_sub(before.end) > 1);
    let covers = |splice: &Splice| splice.at <= before.end && splice.end() >= turn.start - space;
    let on_one_line = |splice: &Splice| splice.words.as_ref().is_some_and(|words| !words.contains('\n'));
    before.end < turn.start && splices_from(edit, before.end).take(1).any(|s| covers(s) && on_one_line(s))
}

/// The splices that end at or after an offset.
fn splices_from(edit: &Edit, at: u32) -> impl Iterator<Item = &Splice> {
    let first = edit.splices().partition_point(|splice| splice.end() < at);
    edit.splices().iter().skip(first)
}

/// The new range of a turn; `None` if it was deleted with something around it.
fn carry(turn: &Turn, edit: &Edit, way: &Mapping) -> Option<(u32, u32)> {
    let (start, end) = (turn.start, turn.end.max(turn.start));
    let around = splices_from(edit, end).find(|splice| splice.at < start && splice.end() > end);
    if let Some(splice) = around {
        return replaced_whole(splice, way.start_edge(start).0);
    }
    if start == end {
        return Some(empty(start, edit, way));
    }
    let (new_start, new_end) = (carry_start(start, edit, way), carry_end(end, edit, way));
    let deleted = new_start >= new_end;
    let with_more = |s: &Splice| s.at <= start && s.end() >= end && (s.at, s.end()) != (start, end);
    match deleted && splices_from(edit, start).any(with_more) {
        true => None,
        false => Some((new_start, new_end.max(new_start))),
    }
}

/// A turn inside a larger replacement takes all its words; `at` is where they begin.
fn replaced_whole(splice: &Splice, at: u32) -> Option<(u32, u32)> {
    let Some(words) = &splice.words else { return Some((at, at.saturating_add(splice.insert))) };
    let lead = scalars(words) - scalars(words.trim_start());
    let kept = scalars(words.trim());
    (kept > 0).then_some((at + lead, at + lead + kept))
}

/// An empty turn takes in what is inserted at its place, to the end of the line.
fn empty(at: u32, edit: &Edit, way: &Mapping) -> (u32, u32) {
    let to = way.end_edge(at).0;
    let line = inserted_at(at, edit).map(first_line).unwrap_or_default();
    let start = to + scalars(line) - scalars(line.trim_start());
    if line.is_empty() { (to, to) } else { (start, to + scalars(line)) }
}

fn carry_start(at: u32, edit: &Edit, way: &Mapping) -> u32 {
    let (to, crossed) = way.start_edge(at);
    let words = if crossed { replaced_at(at, edit) } else { inserted_at(at, edit) };
    let Some(words) = words else { return to };
    let end_of_words = if crossed { to + scalars(words) } else { to };
    end_of_words.saturating_sub(scalars(last_line(words)))
}

fn carry_end(at: u32, edit: &Edit, way: &Mapping) -> u32 {
    let (to, crossed) = way.end_edge(at);
    let words = if crossed { replaced_at(at, edit) } else { inserted_at(at, edit) };
    let Some(words) = words else { return to };
    let start_of_words = if crossed { to.saturating_sub(scalars(words)) } else { to };
    start_of_words + scalars(first_line(words))
}

/// The words inserted exactly at an offset, where nothing is deleted.
fn inserted_at(at: u32, edit: &Edit) -> Option<&str> {
    let splice = splices_from(edit, at).find(|splice| splice.at == at && splice.delete == 0)?;
    splice.words.as_deref()
}

/// The words that replace a range around an offset.
fn replaced_at(at: u32, edit: &Edit) -> Option<&str> {
    let splice = splices_from(edit, at).find(|splice| splice.at < at && splice.end() > at)?;
    splice.words.as_deref()
}

/// What stands on the line that words continue, without white space after it.
fn first_line(words: &str) -> &str {
    words.split('\n').next().unwrap_or_default().trim_end()
}

/// What stands on the line that words lead into, without white space before it.
fn last_line(words: &str) -> &str {
    words.rsplit('\n').next().unwrap_or_default().trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Finds the turns of a text written one per line as `label : words`.
    fn turns(text: &str) -> Vec<Turn> {
        let mut at = 0;
        let mut found = Vec::new();
        for line in text.split('\n') {
            let (label, words) = line.split_once(" : ").unwrap_or(("", line));
            let end = at + scalars(line);
            found.push(Turn { speaker: label.to_owned(), start: end - scalars(words), end, time: None });
            at = end + 1;
        }
        found
    }

    fn show(text: &str, turns: &[Turn]) -> Vec<String> {
        let index = TextIndex::new(text);
        turns
            .iter()
            .map(|turn| format!("{}={}", turn.speaker, index.slice(turn.start, turn.end).unwrap()))
            .collect()
    }

    fn check(old: &str, new: &str, expected: &[&str]) {
        let edit = Edit::between(old, new);
        let mapped = map_turns(&turns(old), &edit);
        assert_eq!(show(new, &mapped), expected, "{old:?} to {new:?} by {edit:?}");
    }

    const OLD: &str = "E : dormez-vous\nP : mal\nE : depuis quand";

    #[test]
    fn words_added_at_an_edge_belong_to_the_turn() {
        check(
            OLD,
            "E : dormez-vous\nP : mal, très mal\nE : depuis quand",
            &["E=dormez-vous", "P=mal, très mal", "E=depuis quand"],
        );
        check(
            OLD,
            "E : et dormez-vous ?\nP : plutôt mal\nE : ah. depuis quand",
            &["E=et dormez-vous ?", "P=plutôt mal", "E=ah. depuis quand"],
        );
    }

    #[test]
    fn a_line_added_between_turns_belongs_to_none() {
        check(
            OLD,
            "E : dormez-vous\nP : mal\nP : oui\nE : depuis quand",
            &["E=dormez-vous", "P=mal", "E=depuis quand"],
        );
        check("P : mal", "P : mal aussi\nE : bon", &["P=mal aussi"]);
        check("P : mal", "Entretien 3\nP : mal", &["P=mal"]);
    }

    #[test]
    fn a_corrected_label_is_no_speech() {
        check(
            OLD,
            "E : dormez-vous\nPatient : mal\nE : depuis quand",
            &["E=dormez-vous", "P=mal", "E=depuis quand"],
        );
    }

    #[test]
    fn a_turn_without_its_label_joins_the_one_before() {
        check(OLD, "E : dormez-vous mal\nE : depuis quand", &["E=dormez-vous mal", "E=depuis quand"]);
        check(OLD, "E : dormez-vous, mal\nE : depuis quand", &["E=dormez-vous, mal", "E=depuis quand"]);
        check(OLD, "E : dormez-vous mal depuis quand", &["E=dormez-vous mal depuis quand"]);
    }

    #[test]
    fn a_deleted_turn_goes_and_an_emptied_one_stays() {
        check(OLD, "E : dormez-vous\nE : depuis quand", &["E=dormez-vous", "E=depuis quand"]);
        check(OLD, "E : dormez-vous\nP : \nE : depuis quand", &["E=dormez-vous", "P=", "E=depuis quand"]);
        check("P : \nE : non", "P : oui\nE : non", &["P=oui", "E=non"]);
        check("P : \nE : non", "P : \nE : si", &["P=", "E=si"]);
    }

    #[test]
    fn a_replacement_across_turns_stays_on_their_lines() {
        let replaced = |start, end, words: &str| Edit::new(vec![Splice::replace(start, end, words)]).unwrap();
        // "dormez-vous\nP : mal" by other words on two lines.
        let edit = replaced(11, 23, "avez faim\nP : bof");
        let new = edit.apply(OLD).unwrap();
        assert_eq!(
            show(&new, &map_turns(&turns(OLD), &edit)),
            ["E=dormez-avez faim", "P=P : bof", "E=depuis quand"]
        );
        let over = replaced(4, 35, "x\ny");
        let new = over.apply(OLD).unwrap();
        let mapped = trim_turns(&map_turns(&turns(OLD), &over), &TextIndex::new(new.as_str()));
        assert_eq!(show(&new, &mapped), ["E=x", "P=y", "E=quand"]);
    }

    #[test]
    fn erased_words_at_an_edge_are_left_outside() {
        let edit = Edit::new(vec![Splice::replace(20, 20, "très mal, ")]).unwrap().blank();
        let mapped = map_turns(&turns(OLD), &edit);
        assert_eq!((mapped[1].start, mapped[1].end, mapped[2].start), (30, 33, 38));
    }

    #[test]
    fn trimming_drops_what_a_deletion_left() {
        let edit = Edit::new(vec![Splice::replace(24, 31, "")]).unwrap();
        let text = "E : dormez-vous\nP : mal quand\nE : bon";
        let new = edit.apply(text).unwrap();
        let mapped = map_turns(&turns(text), &edit);
        assert_eq!(show(&new, &mapped), ["E=dormez-vous", "P=mal ", "E=bon"]);
        assert_eq!(show(&new, &trim_turns(&mapped, &TextIndex::new(new.as_str())))[1], "P=mal");
    }
}
