//! Spans on a line: united, intersected, measured.

/// A half-open stretch of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Its first position.
    pub start: u64,
    /// One past its last.
    pub end: u64,
}

impl Span {
    /// The stretch from `start` to before `end`; nothing where it would run backwards.
    #[must_use]
    pub fn new(start: u64, end: u64) -> Span {
        Span { start, end: end.max(start) }
    }

    /// How long it is.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.end.saturating_sub(self.start)
    }

    /// True where it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How much two stretches share.
    #[must_use]
    pub fn overlap(&self, other: &Span) -> u64 {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }
}

/// The union of spans, in order: overlapping, nested and touching ones become one, empty ones go.
#[must_use]
pub fn united(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable();
    let mut kept = 0;
    for index in 0..spans.len() {
        let span = spans[index];
        if kept > 0 && span.start <= spans[kept - 1].end {
            spans[kept - 1].end = spans[kept - 1].end.max(span.end);
        } else {
            spans[kept] = span;
            kept += 1;
        }
    }
    spans.truncate(kept);
    spans
}

/// How much united spans cover.
#[must_use]
pub fn covered(spans: &[Span]) -> u64 {
    spans.iter().map(Span::len).sum()
}

/// Each pair of a span of one list and a span of the other that share something, in order. Both lists are in
/// order, and the spans of one list do not overlap.
pub fn meetings<'a>(a: &'a [Span], b: &'a [Span]) -> impl Iterator<Item = (usize, usize, u64)> + 'a {
    let (mut i, mut j) = (0, 0);
    std::iter::from_fn(move || {
        while let (Some(first), Some(second)) = (a.get(i), b.get(j)) {
            let met = (i, j, first.overlap(second));
            if first.end <= second.end {
                i += 1;
            } else {
                j += 1;
            }
            if met.2 > 0 {
                return Some(met);
            }
        }
        None
    })
}

/// How much two lists of united spans share.
#[must_use]
pub fn shared(a: &[Span], b: &[Span]) -> u64 {
    meetings(a, b).map(|(_, _, length)| length).sum()
}

/// The spans cut to `[0, length)`.
#[must_use]
pub fn within(spans: Vec<Span>, length: u64) -> Vec<Span> {
    spans.into_iter().map(|span| Span::new(span.start.min(length), span.end.min(length))).collect()
}
