//! The participants' words of an interview, one turn after the other.

use measure::agreement::spans::Span;
use model::study::Interview;
use model::value::SpeakerRole;

/// The turns that count, with where each begins when they are put one after the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The turns in the text, in order, without empty ones.
    turns: Vec<Span>,
    /// Where each begins on the line.
    begins: Vec<u64>,
    length: u64,
}

impl Line {
    /// The participants' turns of an interview, or everybody's.
    #[must_use]
    pub fn of(interview: &Interview<'_>, everybody: bool) -> Line {
        let counts = |label: &str| everybody || interview.role_of(label) == SpeakerRole::Participant;
        let turns = interview.turns.iter().filter(|turn| counts(&turn.speaker));
        Line::new(turns.map(|turn| Span::new(turn.start.into(), turn.end.into())).collect())
    }

    /// These turns, given in the order of the text.
    #[must_use]
    pub fn new(turns: Vec<Span>) -> Line {
        let mut line = Line::default();
        for turn in turns.into_iter().filter(|turn| !turn.is_empty()) {
            line.turns.push(turn);
            line.begins.push(line.length);
            line.length += turn.len();
        }
        line
    }

    /// How many characters it holds.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The turns, on the line.
    #[must_use]
    pub fn turns(&self) -> Vec<Span> {
        let pairs = self.turns.iter().zip(&self.begins);
        pairs.map(|(turn, begin)| Span::new(*begin, begin + turn.len())).collect()
    }

    /// A range of the text carried over: what of it lies in turns that count.
    #[must_use]
    pub fn carry(&self, start: u64, end: u64) -> Span {
        Span::new(self.place(start), self.place(end))
    }

    /// How many characters of the line come before a place in the text.
    fn place(&self, at: u64) -> u64 {
        let turn = self.turns.partition_point(|turn| turn.end <= at);
        match (self.turns.get(turn), self.begins.get(turn)) {
            (Some(found), Some(begin)) => begin + at.saturating_sub(found.start),
            _ => self.length,
        }
    }

    /// The pieces of a text, in order, that lie inside turns that count, carried over.
    #[must_use]
    pub fn inside(&self, pieces: &[Span]) -> Vec<Span> {
        let mut found = Vec::with_capacity(pieces.len());
        let mut rest = pieces;
        for (turn, begin) in self.turns.iter().zip(&self.begins) {
            rest = &rest[rest.partition_point(|piece| piece.start < turn.start)..];
            let (here, later) = rest.split_at(rest.partition_point(|piece| piece.end <= turn.end));
            let moved = here
                .iter()
                .map(|piece| Span::new(piece.start - turn.start + begin, piece.end - turn.start + begin));
            found.extend(moved);
            rest = later;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_between_turns_is_not_on_the_line() {
        let line = Line::new(vec![Span::new(5, 10), Span::new(12, 12), Span::new(20, 24)]);
        assert_eq!((line.length(), line.turns()), (9, vec![Span::new(0, 5), Span::new(5, 9)]));
        let carried = [(0, 5), (0, 7), (8, 22), (10, 20), (23, 99), (30, 40)].map(|(a, b)| line.carry(a, b));
        let expected = [(0, 0), (0, 2), (3, 7), (5, 5), (8, 9), (9, 9)].map(|(a, b)| Span::new(a, b));
        assert_eq!(carried, expected);
        let words = [(0, 3), (5, 7), (8, 10), (12, 14), (20, 24), (30, 31)].map(|(a, b)| Span::new(a, b));
        assert_eq!(line.inside(&words), [Span::new(0, 2), Span::new(3, 5), Span::new(5, 9)]);
    }
}
