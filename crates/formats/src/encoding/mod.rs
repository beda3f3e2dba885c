//! Bytes of a plain text to characters.

mod doubled;
mod eight_bits;
mod mixed;

use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::code_page::CodePage;
use crate::error::ReadError;
use crate::transcript::WarningKind;

/// A decoded text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// The characters, without byte order mark; invalid bytes are U+FFFD.
    pub text: String,
    /// Name of the encoding, when nothing in the file or in the options told it.
    pub guessed: Option<&'static str>,
    /// What was mended on the way.
    pub mended: Vec<Mended>,
}

/// Characters that were garbled before, and are read as they were meant.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mended {
    pub kind: WarningKind,
    /// Byte of the first of them in the decoded text.
    pub at: usize,
    /// The first word or line concerned.
    pub text: String,
    pub count: usize,
}

/// Control characters from which a "text" is taken for something else.
const MANY_CONTROLS: usize = 32;

/// Decodes a plain text: the encoding asked for, else a byte order mark, else the pattern of UTF-16,
/// else UTF-8 where it fits, with bytes of an old encoding between, else an old encoding of Windows, Macintosh
/// or DOS, which is a guess. Without an encoding asked for, what was encoded twice is read as it was meant.
///
/// # Errors
/// [`ReadError::UnknownEncoding`] for a name that is none, [`ReadError::NotText`] for bytes that are no
/// text.
pub(crate) fn decode(bytes: &[u8], asked: Option<&str>) -> Result<Decoded, ReadError> {
    let decoded = match asked {
        Some(name) => {
            let unknown = || ReadError::UnknownEncoding { name: name.to_owned() };
            plain(named(name, bytes).ok_or_else(unknown)?, bytes)
        }
        None => recognised(bytes),
    };
    if is_binary(&decoded.text) {
        return Err(ReadError::NotText);
    }
    Ok(if asked.is_none() { once(decoded) } else { decoded })
}

/// Decodes in a known encoding; a byte order mark leaves the text.
fn plain(page: CodePage, bytes: &[u8]) -> Decoded {
    let text = match page {
        CodePage::Known(encoding) => encoding.decode(bytes).0,
        dos => dos.decode(bytes),
    };
    Decoded { text: text.into_owned(), guessed: None, mended: Vec::new() }
}

/// Decodes in the encoding that the bytes show.
fn recognised(bytes: &[u8]) -> Decoded {
    let marked = Encoding::for_bom(bytes);
    if let Some((encoding, _)) = marked.filter(|(encoding, _)| *encoding != UTF_8) {
        return plain(CodePage::Known(encoding), bytes);
    }
    if let Some(encoding) = wide_pattern(bytes) {
        return plain(CodePage::Known(encoding), bytes);
    }
    let unmarked = marked.map_or(bytes, |(_, mark)| bytes.get(mark..).unwrap_or_default());
    if std::str::from_utf8(unmarked).is_ok() {
        return plain(CodePage::Known(UTF_8), bytes);
    }
    if marked.is_some() || mixed::is_utf8(unmarked) {
        let (text, mended) = mixed::decode(unmarked);
        return Decoded { text, guessed: None, mended: mended.into_iter().collect() };
    }
    let page = eight_bits::guess(bytes);
    Decoded { guessed: Some(page.name()), ..plain(page, bytes) }
}

/// Takes back a second encoding.
fn once(decoded: Decoded) -> Decoded {
    match doubled::mend(&decoded.text) {
        Some((text, mended)) => {
            let told = decoded.mended.into_iter().chain([mended]).collect();
            Decoded { text, mended: told, ..decoded }
        }
        None => decoded,
    }
}

/// The encoding of that name: a WHATWG label, or as programs call it in their menus, `Mac Roman`,
/// `Occidental (Windows Latin 1)`, `Unicode`, `DOS (850)`.
fn named(name: &str, bytes: &[u8]) -> Option<CodePage> {
    let letters = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let key: String = letters.collect();
    let digits: String = key.chars().filter(char::is_ascii_digit).collect();
    let says = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if let ("850" | "858" | "437", true) = (digits.as_str(), says(&["ibm", "cp", "dos", "oem", "pc"])) {
        return CodePage::numbered(digits.parse().ok()?);
    }
    let known = Encoding::for_label(name.trim().as_bytes()).or_else(|| match digits.as_str() {
        "8" if says(&["utf"]) => Some(UTF_8),
        "16" if says(&["utf16be", "bigendian"]) => Some(UTF_16BE),
        "16" | "" if says(&["utf", "unicode"]) => Some(UTF_16LE),
        "" | "10000" if says(&["mac"]) => Some(MACINTOSH),
        "9" | "885915" | "15" if says(&["latin", "iso"]) => Some(ISO_8859_15),
        "" | "1" | "1252" | "12521" if says(&["windows", "ansi", "latin", "cp"]) => Some(WINDOWS_1252),
        "88591" if says(&["iso"]) => Some(WINDOWS_1252),
        _ => None,
    })?;
    // Without a byte order in its name, UTF-16 is of the order that the bytes show.
    let open = known == UTF_16LE && !says(&["16le", "littleendian"]);
    Some(CodePage::Known(if open { wide_pattern(bytes).unwrap_or(known) } else { known }))
}

/// UTF-16 without mark: Latin text has a zero in nearly every second byte, always on the same side.
fn wide_pattern(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes.len() / 2;
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|&&b| b == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    let most = |n: usize| pairs >= 2 && n * 10 >= pairs * 7;
    let few = |n: usize| n * 20 <= pairs;
    if most(low) && few(high) {
        Some(UTF_16LE)
    } else if most(high) && few(low) {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn is_binary(text: &str) -> bool {
    let control = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{B}' | '\u{C}');
    let controls = text.chars().filter(control).count();
    controls >= MANY_CONTROLS && controls * 10 > text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "EMG 5 : ça m’a gêné, être là-bas où l’on dort…";

    fn check(bytes: &[u8], asked: Option<&str>, text: &str, guessed: Option<&'static str>) {
        assert_eq!(
            decode(bytes, asked),
            Ok(Decoded { text: text.into(), guessed, mended: Vec::new() }),
            "{asked:?}"
        );
    }

    fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn unicode_is_recognised_with_and_without_mark() {
        check(TEXT.as_bytes(), None, TEXT, None);
        check(&[b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), None, TEXT, None);
        check(&[b"\xFF\xFE".to_vec(), wide(TEXT, u16::to_le_bytes)].concat(), None, TEXT, None);
        check(&[b"\xFE\xFF".to_vec(), wide(TEXT, u16::to_be_bytes)].concat(), None, TEXT, None);
        check(&wide(TEXT, u16::to_le_bytes), None, TEXT, None);
        check(&wide(TEXT, u16::to_be_bytes), None, TEXT, None);
    }

    #[test]
    fn old_encodings_are_guesses_unless_asked_for() {
        let (windows, _, _) = WINDOWS_1252.encode(TEXT);
        check(&windows, None, TEXT, Some("windows-1252"));
        check(&windows, Some("windows-1252"), TEXT, None);
        check(&windows, Some("latin1"), TEXT, None);
        let mac = b"EMG : j'ai \x8Et\x8E l\x88, apr\x8Fs tout, fran\x8Dais";
        check(mac, None, "EMG : j'ai été là, après tout, français", Some("macintosh"));
    }

    #[test]
    fn encodings_are_known_by_the_names_of_menus() {
        let wide = |bytes: fn(u16) -> [u8; 2]| wide(TEXT, bytes);
        for name in ["utf-16", "UTF16", "Unicode", "Unicode (UTF-16)"] {
            check(&wide(u16::to_le_bytes), Some(name), TEXT, None);
            check(&wide(u16::to_be_bytes), Some(name), TEXT, None);
        }
        check(&wide(u16::to_be_bytes), Some("UTF-16BE"), TEXT, None);
        check(&wide(u16::to_le_bytes), Some("utf 16 le"), TEXT, None);
        for (names, bytes) in [
            (
                &[
                    "mac",
                    "Mac Roman",
                    "macroman",
                    "x-mac-roman",
                    "Macintosh",
                    "Occidental (Mac OS Roman)",
                    "Europe occidentale (Apple Macintosh)",
                ][..],
                &b"\x8Et\x8E"[..],
            ),
            (
                &[
                    "ANSI",
                    "Windows 1252",
                    "cp1252",
                    "latin 1",
                    "Latin-1",
                    "ISO 8859-1",
                    "Europe occidentale (Windows-1252/WinLatin 1)",
                    "Occidental (Windows Latin 1)",
                ],
                b"\xE9t\xE9",
            ),
            (&["ISO 8859-15", "Latin 9"], b"\xE9t\xE9"),
            (&["UTF-8", "utf8", "Unicode (UTF-8)", "UTF-8 avec BOM"], "été".as_bytes()),
        ] {
            for name in names {
                check(bytes, Some(name), "été", None);
            }
        }
        for name in ["windows-9999", "mac 3", "utf-7", "", "latin 99", "klingon", "8"] {
            let unknown = ReadError::UnknownEncoding { name: name.into() };
            assert_eq!(decode(b"oui", Some(name)), Err(unknown), "{name}");
        }
    }

    #[test]
    fn pages_of_dos_are_known_by_their_numbers() {
        for name in ["cp850", "IBM850", "DOS (850)", "OEM 850", "cp437"] {
            check(b"\x82t\x82", Some(name), "été", None);
        }
    }

    #[test]
    fn damage_in_utf8_stays_utf8() {
        let damaged = [TEXT.as_bytes(), b" fin\xC3"].concat();
        check(&damaged, None, &format!("{TEXT} fin\u{FFFD}"), None);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..2000u32).map(|n| (n * 7 % 31) as u8).collect();
        assert_eq!(decode(&noise, None), Err(ReadError::NotText));
        let unknown = ReadError::UnknownEncoding { name: "utf-23".into() };
        assert_eq!(decode(b"oui", Some("utf-23")), Err(unknown));
        check(b"a\0b", None, "a\0b", None);
    }
}
