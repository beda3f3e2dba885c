//! Seals: what exactly a coder declared done, in a form that can be checked by anybody for ever.
//!
//! The digest is the SHA-256 of these UTF-8 lines, each ended by `\n`: first `ancrage-seal/1`; then one for
//! each coding, sorted by its bytes: the coding, the SHA-256 of the text it was made on, the first scalar,
//! the one after the last, the code as it was applied, and the layer, separated by single spaces.

use crate::text::Place;
use crate::value::{CodingAnchor, Group, Layer, Value};
use crate::{Digest, OpId, RecordId};

/// The first line of what is digested.
pub const HEADER: &str = "ancrage-seal/1";

/// The fields of a coding that a seal covers.
pub const COVERED: [Group; 3] = [Group::CodingOrigin, Group::CodingAnchor, Group::CodingCode];

/// One coding as it is sealed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SealedCoding {
    /// The coding.
    pub coding: RecordId,
    /// The interview that it was made in, redirects not followed.
    pub interview: RecordId,
    /// The revision that it was made on.
    pub revision: RecordId,
    /// SHA-256 of that revision's text.
    pub text: Digest,
    /// First scalar.
    pub start: u32,
    /// The scalar after the last.
    pub end: u32,
    /// The code as it was applied.
    pub code: RecordId,
    /// The layer.
    pub layer: Layer,
}

impl SealedCoding {
    /// The line that is digested, without its end.
    #[must_use]
    pub fn line(&self) -> String {
        let SealedCoding { coding, text, start, end, code, layer, .. } = self;
        format!("{coding} {text} {start} {end} {code} {}", layer.as_str())
    }

    /// The sealed coding of a record's values.
    pub(crate) fn of(coding: RecordId, values: [&Value; 3], text: Digest) -> Option<SealedCoding> {
        let [Value::CodingOrigin(origin), Value::CodingAnchor(anchor), Value::CodingCode(code)] = values
        else {
            return None;
        };
        let CodingAnchor { revision, start, end, .. } = **anchor;
        let (interview, layer) = (origin.interview, origin.layer);
        Some(SealedCoding { coding, interview, revision, text, start, end, code: code.code, layer })
    }

    /// The range as a place of its revision.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { start: self.start, end: self.end, state: crate::text::PlaceState::Exact }
    }
}

/// The digest of some codings, in whatever order they come.
#[must_use]
pub fn digest(codings: &[SealedCoding]) -> Digest {
    let mut lines: Vec<String> = codings.iter().map(SealedCoding::line).collect();
    lines.sort_unstable();
    let mut sealed = format!("{HEADER}\n");
    for line in lines {
        sealed.push_str(&line);
        sealed.push('\n');
    }
    Digest::of(sealed.as_bytes())
}

/// What a coder declares done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seal {
    /// The versions covered: each operation that wrote a part of a coding, by coding.
    pub covers: Vec<(RecordId, OpId)>,
    /// The codings.
    pub codings: Vec<SealedCoding>,
    /// SHA-256 of the lines.
    pub digest: Digest,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn coding(number: u128) -> SealedCoding {
        let id = RecordId(Uuid::from_u128(number));
        let (text, code) = (Digest::of(b"texte"), RecordId(Uuid::from_u128(7)));
        let (interview, revision, layer) = (id, id, Layer::Thematic);
        SealedCoding { coding: id, interview, revision, text, start: 3, end: 12, code, layer }
    }

    #[test]
    fn the_lines_are_these_and_no_others() {
        let text = Digest::of(b"texte");
        let expected = format!(
            "ancrage-seal/1\n00000000-0000-0000-0000-000000000001 {text} 3 12 \
             00000000-0000-0000-0000-000000000007 thematic\n"
        );
        assert_eq!(digest(&[coding(1)]), Digest::of(expected.as_bytes()));
    }

    #[test]
    fn the_order_in_which_codings_come_changes_nothing_and_their_edges_do() {
        let moved = SealedCoding { end: 13, ..coding(2) };
        assert_eq!(digest(&[coding(1), coding(2)]), digest(&[coding(2), coding(1)]));
        assert_ne!(digest(&[coding(1), coding(2)]), digest(&[coding(1), moved]));
    }
}
