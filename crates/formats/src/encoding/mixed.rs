//! UTF-8 with bytes of an old encoding in it: somebody pasted one file behind another, or an old program
//! added lines. What is valid stays as it is; each other byte is read as the old encoding where it then
//! belongs, and is U+FFFD otherwise, so that no byte leaves the text without a trace.

use super::Mended;
use super::eight_bits::{Letters, guess, worth};
use crate::transcript::WarningKind;

/// The most characters of a line that a warning shows.
const SHOWN: usize = 60;

/// Whether bytes that are not all valid are UTF-8 nevertheless: letters that fit outnumber by far the bytes that do
/// not, or are common enough to be no chance.
pub(super) fn is_utf8(bytes: &[u8]) -> bool {
    let (mut accents, mut likely, mut broken) = (0usize, 0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        accents += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        likely += chunk.valid().chars().filter(|&c| is_likely(c)).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    accents > broken * 4 || (likely >= 2 && likely * 10 >= broken)
}

/// Characters of western texts: pairs of bytes of an old encoding that are valid by chance give others.
fn is_likely(c: char) -> bool {
    matches!(c, '\u{A0}'..='\u{17F}' | '\u{300}'..='\u{36F}' | '\u{2010}'..='\u{203A}' | '€' | '\u{FB00}'..='\u{FB06}' | '\u{1F000}'..)
}

/// Decodes, and tells where the old bytes were.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<Mended>) {
    let letters = Letters::of(guess(&old_lines(bytes)));
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut mended: Vec<usize> = Vec::new();
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        text.push_str(chunk.valid());
        let next = chunks.peek().and_then(|next| next.valid().chars().next());
        let invalid = chunk.invalid();
        for (n, &byte) in invalid.iter().enumerate() {
            let after = invalid.get(n + 1).map(|&byte| letters.letter(byte)).or(next);
            let c = letters.letter(byte);
            if worth(text.chars().next_back(), c, after) > 0 {
                mended.push(text.len());
                text.push(c);
            } else {
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    let told = told(&text, &mended);
    (text, told)
}

/// The lines with bytes that are not UTF-8, without what is: their letters tell the old encoding.
fn old_lines(bytes: &[u8]) -> Vec<u8> {
    let broken = bytes.split_inclusive(|&b| b == b'\n').filter(|line| std::str::from_utf8(line).is_err());
    let mut out = Vec::new();
    for chunk in broken.flat_map(<[u8]>::utf8_chunks) {
        out.extend(chunk.valid().bytes().filter(u8::is_ascii));
        out.extend(chunk.invalid());
    }
    out
}

/// The lines concerned: the first, and how many.
fn told(text: &str, mended: &[usize]) -> Option<Mended> {
    let &at = mended.first()?;
    let bounds = |at: usize| {
        let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |n| n + 1);
        let end = text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |n| at + n);
        (start, end)
    };
    let (start, mut end) = bounds(at);
    let line = text.get(start..end).unwrap_or_default().trim().chars().take(SHOWN).collect();
    let mut count = 1;
    for &at in mended {
        if at >= end {
            (count, end) = (count + 1, bounds(at).1);
        }
    }
    Some(Mended { kind: WarningKind::MixedEncodings, at, text: line, count })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn old_bytes_are_read_and_the_rest_stays() {
        let bytes = [
            "VL : déjà l’été ?\n".as_bytes(),
            b"EMG : \xE9t\xE9, \xE7a va\nVL : No\xEBl ?\n",
            "Où ça ?".as_bytes(),
        ];
        let (text, told) = decode(&bytes.concat());
        assert_eq!(text, "VL : déjà l’été ?\nEMG : été, ça va\nVL : Noël ?\nOù ça ?");
        let told = told.map(|told| (told.text, told.count, text[told.at..].starts_with("été")));
        assert_eq!(told, Some(("EMG : été, ça va".to_owned(), 2, true)));
    }

    #[test]
    fn what_belongs_nowhere_is_replaced() {
        assert_eq!(decode(b"\xC3\xA9t\xC3\xA9 fin\xC3"), ("été fin\u{FFFD}".to_owned(), None));
        assert_eq!(decode("été\u{2019} ".as_bytes().split_last().unwrap().1).0, "été’");
    }

    /// How many characters these bytes give when none is lost: those that are valid, and one for each other byte.
    fn characters(bytes: &[u8]) -> usize {
        bytes.utf8_chunks().map(|chunk| chunk.valid().chars().count() + chunk.invalid().len()).sum()
    }

    #[test]
    fn each_byte_of_a_cut_character_leaves_a_trace() {
        // Two bytes of `’`, of which the first alone is a letter of the old encoding.
        for bytes in [&b"d\xC3\xA9j\xC3\xA0 l\xE2\x80t\xC3\xA9"[..], b"\xC3\xA9 \xF0\x9F\x98 \xC3\xA9"] {
            assert_eq!(decode(bytes).0.chars().count(), characters(bytes), "{bytes:?}");
        }
    }

    /// Pieces of texts in UTF-8 and in old encodings, whole and cut.
    fn piece() -> impl Strategy<Value = Vec<u8>> {
        prop_oneof![
            "[a-zé’«» \n]{0,6}".prop_map(String::into_bytes),
            prop::collection::vec(any::<u8>(), 0..4),
            prop::sample::select(vec![&b"\xE2\x80"[..], b"\xF0\x9F\x98", b"\xE9t\xE9", b"\xC3"])
                .prop_map(<[u8]>::to_vec),
        ]
    }

    proptest! {
        #[test]
        fn no_byte_is_lost(pieces in prop::collection::vec(piece(), 0..12)) {
            let bytes = pieces.concat();
            let (text, _) = decode(&bytes);
            prop_assert_eq!(text.chars().count(), characters(&bytes));
            // What is valid stays, in its order.
            let mut rest = text.chars();
            for chunk in bytes.utf8_chunks() {
                prop_assert!(chunk.valid().chars().all(|c| rest.next() == Some(c)));
                prop_assert!(chunk.invalid().iter().all(|_| rest.next().is_some()));
            }
        }
    }

    #[test]
    fn chance_is_no_utf8() {
        // `l’été` of an old Macintosh holds a pair that is valid.
        assert!(!is_utf8(b"l\xD5\x8Et\x8E o\x9D l\xD5\x8En est all\x8E"));
        assert!(!is_utf8(b"un caf\xE9, \xAB CAF\xC9\xBB l'\xE9t\xE9"));
        assert!(is_utf8(b"\xC3\xA9t\xC3\xA9 l'\xE9t\xE9"));
    }
}
