//! The normal form in which every transcript is stored.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

const BYTE_ORDER_MARK: char = '\u{FEFF}';
const SOFT_HYPHEN: char = '\u{AD}';

/// A text in normal form, with what had to be dropped or replaced to get there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Normalised {
    /// The text: NFC, lines ended by `\n`, no byte order mark, no soft hyphen, no control character
    /// but `\n` and `\t`. No-break spaces are kept.
    pub text: String,
    /// Where soft hyphens were dropped: scalar offsets in `text` of what followed each one. One that
    /// stood inside a letter (between a base and its accent) is noted after that letter.
    pub soft_hyphens: Vec<u32>,
    /// Where a character was replaced by U+FFFD: its scalar offset in `text`.
    pub replaced: Vec<u32>,
}

/// Brings a text to the normal form in which positions are counted.
///
/// - NFC;
/// - CRLF, CR, U+2028, U+2029, vertical tab and form feed become `\n`;
/// - leading byte order marks are dropped, and so is every soft hyphen (noted);
/// - NUL, the other C0 controls but `\n` and `\t`, and the non-characters U+FFFE and U+FFFF, which no
///   XML file can hold, become U+FFFD (noted).
///
/// Never fails, and changes nothing in a text that is already in normal form.
#[must_use]
pub fn normalise(source: &str) -> Normalised {
    if is_normal(source) {
        return Normalised { text: source.to_owned(), ..Normalised::default() };
    }
    compose(&filter(source))
}

/// Whether the text is surely in normal form already; `false` also where only a full pass could tell.
fn is_normal(source: &str) -> bool {
    let plain = |byte: u8| matches!(byte, b'\n' | b'\t' | 0x20..=0x7E);
    source.bytes().all(plain)
        || (source.chars().enumerate().all(|(at, c)| treat(c, at == 0) == Treatment::Keep)
            && is_nfc_quick(source.chars()) == IsNormalized::Yes)
}

#[derive(PartialEq)]
enum Treatment {
    Keep,
    Drop,
    DropNoted,
    BreakLine,
    Replace,
}

fn treat(c: char, leading: bool) -> Treatment {
    match c {
        '\n' | '\t' => Treatment::Keep,
        '\r' | '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}' => Treatment::BreakLine,
        SOFT_HYPHEN => Treatment::DropNoted,
        BYTE_ORDER_MARK if leading => Treatment::Drop,
        '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => Treatment::Replace,
        _ => Treatment::Keep,
    }
}

/// What [`filter`] kept of the source, with the offsets of its notes in that filtered text.
#[derive(Default)]
struct Filtered {
    text: Vec<char>,
    soft_hyphens: Vec<usize>,
    replaced: Vec<usize>,
}

fn filter(source: &str) -> Filtered {
    let mut out = Filtered::default();
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match treat(c, out.text.is_empty()) {
            Treatment::Keep => out.text.push(c),
            Treatment::Drop => {}
            Treatment::DropNoted => out.soft_hyphens.push(out.text.len()),
            Treatment::BreakLine => {
                if c == '\r' {
                    chars.next_if_eq(&'\n');
                }
                out.text.push('\n');
            }
            Treatment::Replace => {
                out.replaced.push(out.text.len());
                out.text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    out
}

/// Composes to NFC piece by piece, so that the notes can follow their places.
fn compose(filtered: &Filtered) -> Normalised {
    let mut out = Normalised::default();
    let mut hyphens = filtered.soft_hyphens.iter().copied().peekable();
    let mut replaced = filtered.replaced.iter().copied().peekable();
    let (mut from, mut composed) = (0, 0u32);
    while from < filtered.text.len() {
        let to = piece_end(&filtered.text, from);
        while hyphens.next_if(|&at| at <= from).is_some() {
            out.soft_hyphens.push(composed);
        }
        while replaced.next_if(|&at| at <= from).is_some() {
            out.replaced.push(composed);
        }
        for c in filtered.text[from..to].iter().copied().nfc() {
            out.text.push(c);
            composed = composed.saturating_add(1);
        }
        from = to;
    }
    out.soft_hyphens.extend(hyphens.map(|_| composed));
    out
}

/// The end of the piece that begins at `from`: the next character that surely composes with nothing
/// before it.
fn piece_end(text: &[char], from: usize) -> usize {
    let rest = text.get(from + 1..).unwrap_or_default();
    rest.iter().position(|&c| begins_piece(c)).map_or(text.len(), |at| from + 1 + at)
}

fn begins_piece(c: char) -> bool {
    c.is_ascii()
        || (canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, text: &str, soft_hyphens: &[u32], replaced: &[u32]) {
        let got = normalise(source);
        assert_eq!(got.text, text, "text of {source:?}");
        assert_eq!(got.soft_hyphens, soft_hyphens, "soft hyphens of {source:?}");
        assert_eq!(got.replaced, replaced, "replaced characters of {source:?}");
    }

    #[test]
    fn plain_text_is_left_alone() {
        check("", "", &[], &[]);
        check("Je dors\u{A0}mal\u{202F}!\n\tOui.", "Je dors\u{A0}mal\u{202F}!\n\tOui.", &[], &[]);
        check("l\u{200D}a\u{FEFF}b", "l\u{200D}a\u{FEFF}b", &[], &[]);
    }

    #[test]
    fn every_line_ending_becomes_a_line_feed() {
        check("a\r\nb\rc\u{2028}d\u{2029}e\u{B}f\u{C}g\n", "a\nb\nc\nd\ne\nf\ng\n", &[], &[]);
        check("\r\r\n\n", "\n\n\n", &[], &[]);
    }

    #[test]
    fn letters_and_accents_are_composed() {
        check("e\u{301}te\u{301}", "été", &[], &[]);
        check("\u{1112}\u{1161}\u{11AB}", "\u{D55C}", &[], &[]);
        check("\u{301}a", "\u{301}a", &[], &[]);
    }

    #[test]
    fn byte_order_marks_are_dropped_only_in_front() {
        check("\u{FEFF}Oui", "Oui", &[], &[]);
        check("\u{AD}\u{FEFF}\u{FEFF}Oui\u{FEFF}", "Oui\u{FEFF}", &[0], &[]);
    }

    #[test]
    fn soft_hyphens_are_noted_where_they_were_in_the_result() {
        check("fa\u{AD}ti\u{AD}gue\u{AD}", "fatigue", &[2, 4, 7], &[]);
        check("e\u{301}e\u{301}\u{AD}n", "één", &[2], &[]);
        check("ae\u{AD}\u{301}n", "aén", &[2], &[]);
    }

    #[test]
    fn what_cannot_be_text_is_replaced_and_noted() {
        check("a\0b\u{1B}\u{FFFF}", "a\u{FFFD}b\u{FFFD}\u{FFFD}", &[], &[1, 3, 4]);
        check("e\u{301}\0\u{AD}\0", "é\u{FFFD}\u{FFFD}", &[2], &[1, 2]);
    }
}
