//! What is drawn under the words: A alone, B alone, or both, cut where one of them begins or ends.

use workbench::answers::reconciliation::{ItemAnswer, PassageAnswer};

/// Whose words are underlined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Only the first coder marked them so.
    First,
    /// Only the second did.
    Second,
    /// Both did, with codes that mean the same.
    Both,
}

/// Words with one line under them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub side: Side,
    pub start: usize,
    pub end: usize,
}

/// The marks of one difference.
pub(super) fn of(item: &ItemAnswer) -> Vec<Mark> {
    let same = matches!(item.difference, "agreement" | "other_edges");
    if !same {
        let mark = |side| {
            move |passage: &PassageAnswer| Mark {
                side,
                start: passage.start as usize,
                end: passage.end as usize,
            }
        };
        let first = item.first.iter().map(mark(Side::First));
        return first.chain(item.second.iter().map(mark(Side::Second))).collect();
    }
    let mut edges: Vec<u32> =
        item.first.iter().chain(&item.second).flat_map(|passage| [passage.start, passage.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let covers = |passages: &[PassageAnswer], at: u32| {
        passages.iter().any(|passage| passage.start <= at && at < passage.end)
    };
    let mut marks: Vec<Mark> = Vec::new();
    for (start, end) in edges.iter().zip(edges.iter().skip(1)) {
        let side = match (covers(&item.first, *start), covers(&item.second, *start)) {
            (true, true) => Side::Both,
            (true, false) => Side::First,
            (false, true) => Side::Second,
            (false, false) => continue,
        };
        marks.push(Mark { side, start: *start as usize, end: *end as usize });
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::RecordId;
    use uuid::Uuid;

    fn passage(start: u32, end: u32) -> PassageAnswer {
        let id = RecordId(Uuid::from_u128(1));
        PassageAnswer { coding: id, code: String::new(), code_id: id, start, end }
    }

    fn item(difference: &'static str, first: Vec<PassageAnswer>, second: Vec<PassageAnswer>) -> ItemAnswer {
        ItemAnswer {
            id: None,
            interview: String::new(),
            interview_id: RecordId(Uuid::from_u128(1)),
            start: 0,
            end: 0,
            quote: String::new(),
            difference,
            one_turn: true,
            first,
            second,
            state: "open",
            decision: None,
        }
    }

    #[test]
    fn other_edges_are_told_apart_from_what_both_marked() {
        let marks = of(&item("other_edges", vec![passage(0, 10)], vec![passage(4, 14)]));
        let told: Vec<_> = marks.iter().map(|mark| (mark.side, mark.start, mark.end)).collect();
        assert_eq!(told, [(Side::First, 0, 4), (Side::Both, 4, 10), (Side::Second, 10, 14)]);
    }

    #[test]
    fn other_codes_lie_over_each_other() {
        let marks = of(&item("other_code", vec![passage(0, 10)], vec![passage(4, 14)]));
        let told: Vec<_> = marks.iter().map(|mark| (mark.side, mark.start, mark.end)).collect();
        assert_eq!(told, [(Side::First, 0, 10), (Side::Second, 4, 14)]);
    }
}
