//! Code pages: what the bytes above 127 of a text mean, by its document, by its font, or as guessed.

use std::borrow::Cow;

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, IBM866, ISO_8859_15, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_874, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257,
    WINDOWS_1258,
};

/// The meaning of bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum CodePage {
    Known(&'static Encoding),
    /// The characters of the bytes from 128 on, of a page of MS-DOS.
    Dos(&'static str),
    /// The private characters of a symbol font.
    Symbols,
}

const PAGE_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";
const PAGE_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
     └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";

impl CodePage {
    /// Windows, western Europe: what is meant where nothing is said.
    pub const USUAL: Self = Self::Known(WINDOWS_1252);
    /// Old Macintosh, western.
    pub const MAC: Self = Self::Known(MACINTOSH);

    /// A code page by its number, if it is known.
    pub fn numbered(number: i32) -> Option<Self> {
        Some(Self::Known(match number {
            437 => return Some(Self::Dos(PAGE_437)),
            850 | 858 => return Some(Self::Dos(PAGE_850)),
            866 => IBM866,
            874 => WINDOWS_874,
            932 => SHIFT_JIS,
            936 => GBK,
            949 | 1361 => EUC_KR,
            950 => BIG5,
            1250 => WINDOWS_1250,
            1251 => WINDOWS_1251,
            1252 | 819 => WINDOWS_1252,
            1253 => WINDOWS_1253,
            1254 => WINDOWS_1254,
            1255 => WINDOWS_1255,
            1256 => WINDOWS_1256,
            1257 => WINDOWS_1257,
            1258 => WINDOWS_1258,
            10000 => MACINTOSH,
            28605 => ISO_8859_15,
            65001 => UTF_8,
            _ => return None,
        }))
    }

    /// The code page of a font's character set; `None` where the document decides.
    pub fn of_charset(charset: i32) -> Option<Self> {
        match charset {
            0 => Some(Self::USUAL),
            2 => Some(Self::Symbols),
            77 => Some(Self::MAC),
            128 => Self::numbered(932),
            129 | 130 => Self::numbered(949),
            134 => Self::numbered(936),
            136 => Self::numbered(950),
            161 => Self::numbered(1253),
            162 => Self::numbered(1254),
            163 => Self::numbered(1258),
            177 => Self::numbered(1255),
            178 => Self::numbered(1256),
            186 => Self::numbered(1257),
            204 => Self::numbered(1251),
            222 => Self::numbered(874),
            238 => Self::numbered(1250),
            254 => Self::numbered(437),
            255 => Self::numbered(850),
            _ => None,
        }
    }

    /// Its name, as a guess is told: of WHATWG, or of IBM.
    pub fn name(self) -> &'static str {
        match self {
            Self::Known(encoding) => encoding.name(),
            Self::Dos(PAGE_437) => "IBM437",
            Self::Dos(_) => "IBM850",
            Self::Symbols => "symbol",
        }
    }

    /// The characters of some bytes. Invalid ones become U+FFFD; those of a symbol font lie in the
    /// private range from U+F000.
    pub fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Known(encoding) => encoding.decode_without_bom_handling(bytes).0,
            Self::Dos(upper) => bytes.iter().map(|&byte| dos(upper, byte)).collect(),
            Self::Symbols => {
                bytes.iter().filter_map(|&byte| char::from_u32(0xF000 + u32::from(byte))).collect()
            }
        }
    }
}

fn dos(upper: &str, byte: u8) -> char {
    match byte.checked_sub(128) {
        None => char::from(byte),
        Some(n) => upper.chars().nth(usize::from(n)).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_mean_what_their_page_says() {
        for (number, bytes, expected) in [
            (1252, &b"\xE9t\xE9 \x9C\x92"[..], "été œ’"),
            (10000, b"\x8Et\x8E \xCF\xD5", "été œ’"),
            (850, b"\x82t\x82 \x85\xB5", "été àÁ"),
            (437, b"\x82t\x82 \x85\xE1", "été àß"),
            (1250, b"\xB3", "ł"),
            (65001, "été".as_bytes(), "été"),
            (932, b"\x82\xA0", "あ"),
        ] {
            let page = CodePage::numbered(number).unwrap();
            assert_eq!(page.decode(bytes), expected, "{number}");
        }
        assert_eq!(CodePage::numbered(1), None);
        assert_eq!(CodePage::Symbols.decode(b"J\xE0"), "\u{F04A}\u{F0E0}");
        for upper in [PAGE_437, PAGE_850] {
            assert_eq!(upper.chars().count(), 128);
        }
    }

    #[test]
    fn every_character_set_of_a_font_has_its_page() {
        let sets = [0, 2, 77, 128, 129, 134, 136, 161, 162, 163, 177, 178, 186, 204, 222, 238, 254, 255];
        assert!(sets.iter().all(|&set| CodePage::of_charset(set).is_some()));
        assert_eq!(CodePage::of_charset(1), None);
    }
}
