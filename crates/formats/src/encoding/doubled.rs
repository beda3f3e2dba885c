//! Text that was encoded twice: UTF-8 read as an old encoding and saved as UTF-8 again, so that `é` is
//! written `Ã©`, `√©` or `├®`. No text is written so on purpose, and what was meant is certain.

use std::collections::HashMap;

use super::Mended;
use super::eight_bits::Letters;
use crate::code_page::CodePage;
use crate::transcript::WarningKind;

/// The encodings as which UTF-8 is misread, by the numbers of their code pages.
const MISREAD: [i32; 3] = [1252, 10000, 850];
/// So many garbled characters are no chance.
const SURE: usize = 3;

/// The text as it was meant, if it was encoded twice, with the first word concerned.
pub(super) fn mend(text: &str) -> Option<(String, Mended)> {
    let mut best: Option<(String, Mended)> = None;
    for page in MISREAD.into_iter().filter_map(CodePage::numbered) {
        let Some((mended, told)) = mend_from(text, page) else { continue };
        if best.as_ref().is_none_or(|(_, best)| told.count > best.count) {
            best = Some((mended, told));
        }
    }
    best
}

fn mend_from(text: &str, page: CodePage) -> Option<(String, Mended)> {
    let letters = Letters::of(page);
    let lead = |c: char| !c.is_ascii() && (0xC2..=0xF4u8).any(|byte| letters.letter(byte) == c);
    if !text.contains(lead) {
        return None;
    }
    let bytes: HashMap<char, u8> = (128..=255u8).map(|byte| (letters.letter(byte), byte)).collect();
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    let (mut count, mut first, mut right) = (0usize, None, 0usize);
    while let Some(c) = rest.chars().next() {
        match meant(rest, &bytes) {
            Some((letter, length)) => {
                // A space lost on the way shows that one letter was garbled only where others were.
                if length > c.len_utf8() {
                    first.get_or_insert(out.len());
                    count += 1;
                }
                out.push(letter);
                rest = rest.get(length..).unwrap_or_default();
            }
            None => {
                right += usize::from(is_french(c));
                out.push(c);
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
        }
    }
    let at = first.filter(|_| count >= SURE || right == 0)?;
    let text = word(&out, at);
    Some((out, Mended { kind: WarningKind::EncodedTwice, at, text, count }))
}

/// The character that the first ones of `rest` were, with how many bytes they take there.
fn meant(rest: &str, bytes: &HashMap<char, u8>) -> Option<(char, usize)> {
    let mut chars = rest.chars();
    let first = chars.next().filter(|c| !c.is_ascii())?;
    let lead = *bytes.get(&first)?;
    let length = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => return None,
    };
    let (mut raw, mut taken) = (vec![lead], first.len_utf8());
    for c in chars.take(length - 1) {
        // The no-break space of `à` became a plain one on the way, and one with the space behind the word.
        if c == ' ' && lead == 0xC3 && bytes.get(&'\u{A0}') == Some(&0xA0) {
            return Some(('à', if part_words(rest, taken) { taken } else { taken + 1 }));
        }
        raw.push(*bytes.get(&c)?);
        taken += c.len_utf8();
    }
    let meant = std::str::from_utf8(&raw).ok()?.chars().next()?;
    is_meant(meant).then_some((meant, taken))
}

/// Whether the space at `at` parts two words by itself.
fn part_words(rest: &str, at: usize) -> bool {
    rest.get(at..).and_then(|rest| rest.chars().nth(1)).is_some_and(char::is_alphanumeric)
}

/// What texts of western Europe hold beside ASCII.
fn is_meant(c: char) -> bool {
    matches!(c, '\u{A0}' | '«' | '»' | '°' | '²' | '³' | '·' | '½' | '\u{C0}'..='\u{FF}' | 'œ' | 'Œ' | 'Ÿ' | '\u{2009}' | '\u{202F}' | '\u{2010}'..='\u{203A}' | '€')
}

fn is_french(c: char) -> bool {
    matches!(c, 'é' | 'è' | 'à' | 'ê' | 'ç' | 'ù' | 'ô' | 'î' | 'û')
}

/// The word around a place.
fn word(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind(char::is_whitespace).map_or(0, |n| n + 1);
    text.get(start..).unwrap_or_default().split_whitespace().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Déjà, à l’hôpital… « ça m’a gêné » : 50 €, un cœur, où ?";

    fn garbled(text: &str, page: i32) -> String {
        CodePage::numbered(page).unwrap().decode(text.as_bytes()).into_owned()
    }

    #[test]
    fn what_was_encoded_twice_is_read_once() {
        for page in MISREAD {
            let (text, told) = mend(&garbled(TEXT, page)).unwrap();
            assert_eq!((text.as_str(), told.text.as_str(), told.at), (TEXT, "Déjà,", 1), "{page}");
        }
        assert_eq!(
            mend("voilÃ , c'est dÃ©jÃ\u{A0} Ã§a et lÃ aussi").unwrap().0,
            "voilà, c'est déjà ça et là aussi"
        );
    }

    #[test]
    fn other_texts_stay() {
        for text in [TEXT, "PÂTÉ « ÂGÉ » Ä… NÃO", "√2 ≈ 1,4", "É» À»", "Ã", "", "IRMÃ dela", "Ã© écrit é"]
        {
            assert_eq!(mend(text), None, "{text}");
        }
    }
}
