//! What leaves a text once it is understood: time marks and, in subtitles, what stands between the cues
//! of one speaker.

/// A byte range that leaves the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cut {
    pub start: usize,
    pub end: usize,
    /// Whether a space takes its place.
    pub space: bool,
}

impl Cut {
    /// A range that leaves nothing.
    pub fn plain((start, end): (usize, usize)) -> Self {
        Self { start, end, space: false }
    }

    /// A range that leaves a space.
    pub fn spaced(start: usize, end: usize) -> Self {
        Self { start, end, space: true }
    }
}

/// The cuts to make in a text, in order and disjoint; those that overlap become one. What comes first once
/// they are made is no byte order mark.
pub(crate) fn settle(text: &str, mut cuts: Vec<Cut>) -> Vec<Cut> {
    cuts.sort_unstable();
    cuts.retain(|cut| cut.start < cut.end);
    cuts.dedup_by(|later, kept| {
        let overlaps = later.start < kept.end;
        if overlaps {
            kept.end = kept.end.max(later.end);
            kept.space |= later.space;
        }
        overlaps
    });
    if let Some(first) = cuts.first_mut().filter(|cut| cut.start == 0 && !cut.space) {
        let rest = text.get(first.end..).unwrap_or_default();
        first.end += rest.len() - rest.trim_start_matches('\u{FEFF}').len();
    }
    cuts
}

/// A text once settled cuts are made.
pub(crate) fn without(text: &str, cuts: &[Cut]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for cut in cuts {
        kept.push_str(text.get(from..cut.start).unwrap_or_default());
        kept.push_str(if cut.space { " " } else { "" });
        from = cut.end.min(text.len());
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    kept
}

/// The scalar offsets of sorted byte positions, once settled cuts are made; a position inside a cut falls
/// to its beginning. One pass over the text.
pub(crate) fn scalars(text: &str, bytes: &[usize], cuts: &[Cut]) -> Vec<u32> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut cuts = cuts.iter().copied().peekable();
    let (mut at, mut scalar) = (0, 0usize);
    for &byte in bytes {
        while let Some(cut) = cuts.peek().copied().filter(|cut| cut.start < byte) {
            scalar += count(text, at, cut.start);
            at = cut.end.min(text.len()).max(at);
            if byte < cut.end {
                break;
            }
            scalar += usize::from(cut.space);
            cuts.next();
        }
        if byte > at {
            scalar += count(text, at, byte);
            at = byte;
        }
        out.push(u32::try_from(scalar).unwrap_or(u32::MAX));
    }
    out
}

fn count(text: &str, from: usize, to: usize) -> usize {
    text.get(from..to).map_or(0, |part| part.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_follow_what_was_cut() {
        let text = "é[00:12] oui\nVL : non";
        let cuts = settle(
            text,
            vec![Cut::spaced(13, 19), Cut::plain((2, 9)), Cut::plain((4, 10)), Cut::plain((5, 5))],
        );
        assert_eq!(cuts, [Cut::plain((2, 10)), Cut::spaced(13, 19)]);
        let marked = settle("[00:12]\u{FEFF}oui", vec![Cut::plain((0, 7))]);
        assert_eq!(without("[00:12]\u{FEFF}oui", &marked), "oui");
        assert_eq!(without(text, &cuts), "éoui non");
        let bytes: Vec<usize> = vec![0, 2, 6, 8, 10, 13, 15, 16, 19, 20];
        assert_eq!(scalars(text, &bytes, &cuts), [0, 1, 1, 1, 1, 4, 4, 4, 5, 6]);
    }
}
