//! The codings of a transcript, ordered so that those of one screen are found at once, each in its lane of
//! the margin.

use super::blocks::Blocks;
use std::cmp::Reverse;
use std::ops::Range;
use workbench::views::CodingView;

/// Two stripes share a lane only if they cannot stand on one line of text: as many scalars apart, or in
/// different blocks. More than the widest line holds.
const LINE_SCALARS: usize = 80;

/// One coding, ready to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placed {
    /// Its index in the view.
    pub index: usize,
    /// First scalar.
    pub start: usize,
    /// One past the last scalar, at most the length of the text.
    pub end: usize,
    /// Its lane in the margin, counted from the text.
    pub lane: usize,
}

/// All codings with their lanes.
#[derive(Debug, Default)]
pub(crate) struct CodingIndex {
    /// By first scalar, the longer first.
    list: Vec<Placed>,
    /// The furthest end among each and those before it: never falls, so it can be searched.
    reach: Vec<usize>,
    /// True where more than one coder's work is shown.
    pub several_coders: bool,
}

impl CodingIndex {
    pub fn new(codings: &[CodingView], blocks: &Blocks) -> Self {
        let length = blocks.text_length();
        let mut list: Vec<_> = codings
            .iter()
            .enumerate()
            .map(|(index, coding)| Placed {
                index,
                start: coding.start,
                end: coding.end.min(length),
                lane: 0,
            })
            .filter(|placed| placed.start < placed.end)
            .collect();
        list.sort_by_key(|placed| (placed.start, Reverse(placed.end), placed.index));
        assign_lanes(&mut list, blocks);
        let reach = list
            .iter()
            .scan(0, |furthest, placed| {
                *furthest = placed.end.max(*furthest);
                Some(*furthest)
            })
            .collect();
        let first = codings.first().map(|coding| &coding.coder_name);
        let several_coders = codings.iter().any(|coding| Some(&coding.coder_name) != first);
        Self { list, reach, several_coders }
    }

    /// The codings that share a scalar with `range`, by first scalar.
    pub fn touching(&self, range: Range<usize>) -> impl Iterator<Item = &Placed> {
        let first = self.reach.partition_point(|reach| *reach <= range.start);
        let candidates = self.list.iter().skip(first);
        candidates
            .take_while(move |placed| placed.start < range.end)
            .filter(move |placed| placed.end > range.start)
    }

    /// The codings over one scalar.
    pub fn over(&self, offset: usize) -> impl Iterator<Item = &Placed> {
        self.touching(offset..offset + 1)
    }

    /// All of them, by first scalar.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Placed> {
        self.list.iter()
    }

    /// The coding that follows one (or precedes it) in reading order; past the ends, and from a coding
    /// that is not there, the one nearest to `offset`.
    pub fn neighbour(&self, current: Option<usize>, offset: usize, forward: bool) -> Option<&Placed> {
        let at = current.and_then(|index| self.list.iter().position(|placed| placed.index == index));
        match (at, forward) {
            (Some(at), true) => self.list.get(at + 1),
            (Some(at), false) => at.checked_sub(1).and_then(|before| self.list.get(before)),
            (None, true) => self.list.iter().find(|placed| placed.start >= offset),
            (None, false) => self.list.iter().rev().find(|placed| placed.start <= offset),
        }
    }
}

/// Gives each the first lane that is free from its first line to its last.
fn assign_lanes(list: &mut [Placed], blocks: &Blocks) {
    // For each lane, where its last stripe ends: block and scalar.
    let mut lanes: Vec<(usize, usize)> = Vec::new();
    for placed in list {
        let (first_block, _) = blocks.locate(placed.start).unwrap_or_default();
        let (last_block, _) = blocks.locate_end(placed.end).unwrap_or_default();
        let free = |(block, end): &(usize, usize)| {
            *block < first_block || (*block == first_block && end + LINE_SCALARS <= placed.start)
        };
        let lane = lanes.iter().position(free).unwrap_or_else(|| {
            lanes.push((0, 0));
            lanes.len() - 1
        });
        lanes[lane] = (last_block, placed.end);
        placed.lane = lane;
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use model::RecordId;
    use std::sync::Arc;
    use workbench::views::{PlaceState, StripeLine};

    pub(crate) fn coding(number: u128, start: usize, end: usize) -> CodingView {
        CodingView {
            id: RecordId::from(uuid(number)),
            code: RecordId::from(uuid(1000 + number)),
            label: format!("étiquette {number}").into(),
            in_vivo: false,
            hue: (number % 7) as u16,
            coder_initials: "CL".into(),
            coder_name: "Claire L.".into(),
            line: StripeLine::Solid,
            start,
            end,
            state: PlaceState::Exact,
            layer: None,
            memo: Arc::default(),
            definition: Arc::default(),
            day: "02/02/2026".into(),
            undecided: false,
            coder: RecordId::from(uuid(50)),
        }
    }

    fn uuid(number: u128) -> uuid::Uuid {
        uuid::Uuid::from_u128(number)
    }

    fn index(text: &str, spans: &[(usize, usize)]) -> CodingIndex {
        let codings: Vec<_> = (0..).zip(spans).map(|(n, (start, end))| coding(n, *start, *end)).collect();
        CodingIndex::new(&codings, &Blocks::new(text, &[]))
    }

    fn lanes(text: &str, spans: &[(usize, usize)]) -> Vec<usize> {
        index(text, spans).iter().map(|placed| placed.lane).collect()
    }

    #[test]
    fn stripes_that_could_share_a_line_get_different_lanes() {
        let line = "mot ".repeat(100);
        assert_eq!(lanes(&line, &[(0, 20), (10, 30), (40, 50)]), [0, 1, 2]);
        assert_eq!(lanes(&line, &[(0, 20), (100, 120), (200, 220)]), [0, 0, 0]);
        assert_eq!(
            lanes(&line, &[(0, 10), (0, 300), (5, 8)]),
            [0, 1, 2],
            "the longer stands nearer the text"
        );
        let lines = "mot mot\n".repeat(10);
        assert_eq!(lanes(&lines, &[(0, 3), (8, 11), (16, 40), (24, 27), (48, 50)]), [0, 0, 0, 1, 0]);
    }

    #[test]
    fn what_touches_a_range_is_found_as_by_looking_at_all() {
        let text = "x".repeat(5000);
        let spans: Vec<_> =
            (0..400_usize).map(|n| (n * 37 % 4900, n * 37 % 4900 + 1 + n * 53 % 700)).collect();
        let index = index(&text, &spans);
        for range in [0..1, 100..101, 2000..2600, 4990..5000, 0..5000] {
            let found = index.touching(range.clone()).count();
            let end = |end: usize| end.min(5000);
            let expected = spans.iter().filter(|(s, e)| *s < range.end && end(*e) > range.start).count();
            assert_eq!(found, expected, "{range:?}");
        }
    }

    #[test]
    fn codings_past_the_text_or_without_words_are_not_drawn() {
        let index = index("abcdef", &[(2, 99), (3, 3), (50, 60)]);
        let found: Vec<_> = index.iter().map(|placed| (placed.start, placed.end)).collect();
        assert_eq!(found, [(2, 6)]);
    }

    #[test]
    fn one_goes_from_coding_to_coding() {
        let index = index("abcdefghij", &[(6, 8), (0, 2), (3, 5)]);
        let start = |found: Option<&Placed>| found.map(|placed| placed.start);
        assert_eq!(start(index.neighbour(None, 1, true)), Some(3));
        assert_eq!(start(index.neighbour(Some(2), 0, true)), Some(6));
        assert_eq!(start(index.neighbour(Some(2), 0, false)), Some(0));
        assert_eq!(start(index.neighbour(Some(0), 0, true)), None);
        assert_eq!(start(index.neighbour(None, 5, false)), Some(3));
    }

    #[test]
    fn several_coders_are_noticed() {
        let mut codings = vec![coding(0, 0, 2), coding(1, 1, 3)];
        let blocks = Blocks::new("abcdef", &[]);
        assert!(!CodingIndex::new(&codings, &blocks).several_coders);
        codings[1].coder_name = "Anouk R.".into();
        assert!(CodingIndex::new(&codings, &blocks).several_coders);
    }
}
