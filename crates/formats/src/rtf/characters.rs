//! Characters: bytes by the code page of their font, Unicode with its stand-ins, symbols.

use super::group::{Font, Target};
use super::reader::Reader;
use crate::code_page::CodePage;
use crate::source::Look;
use crate::symbols;
use crate::transcript::WarningKind;

impl Reader {
    /// Plain characters of the file, without those that only stand in for a Unicode character before.
    pub(super) fn text(&mut self, bytes: &[u8]) {
        let standing_in = (self.stand_ins as usize).min(bytes.len());
        self.stand_ins -= standing_in as u32;
        let bytes = &bytes[standing_in..];
        match std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii()) {
            Some(text) if self.bytes.is_empty() && self.page() != CodePage::Symbols => self.push(text),
            _ => self.bytes.extend_from_slice(bytes),
        }
    }

    /// One byte given by its number.
    pub(super) fn byte(&mut self, byte: u8) {
        if !self.stands_in() {
            self.bytes.push(byte);
        }
    }

    /// A sign after a backslash.
    pub(super) fn symbol(&mut self, sign: u8) {
        let text = match sign {
            b'~' => "\u{A0}",
            b'-' => "\u{AD}",
            b'_' => "\u{2011}",
            b'{' => "{",
            b'}' => "}",
            b'\\' => "\\",
            b'\t' => "\t",
            b'\n' | b'\r' => {
                self.stand_ins = 0;
                self.flush_bytes();
                return self.end_paragraph();
            }
            _ => return,
        };
        self.character(text);
    }

    /// A character given by its name or sign.
    pub(super) fn character(&mut self, text: &str) {
        if !self.stands_in() {
            self.flush_bytes();
            self.push(text);
        }
    }

    /// A unit of UTF-16 given by its number, with the sign that old programs need.
    pub(super) fn unicode(&mut self, value: i32) {
        self.flush_bytes();
        let code = if value < 0 { value + 0x1_0000 } else { value };
        let code = u32::try_from(code).unwrap_or(0xFFFD);
        match (self.high.take(), code) {
            (None, 0xD800..0xDC00) => self.high = Some(code),
            (Some(high), 0xDC00..0xE000) => {
                self.push_code(0x1_0000 + ((high - 0xD800) << 10) + (code - 0xDC00));
            }
            (Some(_), _) => {
                self.push("\u{FFFD}");
                self.push_code(code);
            }
            (None, _) => self.push_code(code),
        }
        self.stand_ins = self.now.fallback;
    }

    fn push_code(&mut self, code: u32) {
        let c = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
        if (0xF000..=0xF0FF).contains(&code) {
            self.push_symbol(c);
        } else {
            self.push(c.encode_utf8(&mut [0; 4]));
        }
    }

    /// A character of a symbol font's private range.
    fn push_symbol(&mut self, c: char) {
        let font = self.font().map(|font| font.name.trim().to_owned()).unwrap_or_default();
        match symbols::character(&font, u32::from(c)) {
            Some(c) => self.push(c.encode_utf8(&mut [0; 4])),
            None if self.now.target == Target::Body => {
                self.warn(WarningKind::Symbol, format!("{font} {:X}", u32::from(c)));
            }
            None => {}
        }
    }

    /// Whether the next character only stands in for one before.
    fn stands_in(&mut self) -> bool {
        let standing = self.stand_ins > 0;
        self.stand_ins = self.stand_ins.saturating_sub(1);
        standing
    }

    /// Gives the characters of what was met so far; half of a pair is a character that is invalid.
    pub(super) fn flush(&mut self) {
        self.flush_bytes();
        if self.high.take().is_some() {
            self.push("\u{FFFD}");
        }
    }

    /// Gives the characters of the bytes met so far.
    pub(super) fn flush_bytes(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let mut bytes = std::mem::take(&mut self.bytes);
        if self.now.target != Target::Nowhere {
            let page = self.page();
            let text = page.decode(&bytes);
            if page == CodePage::Symbols {
                text.chars().for_each(|c| self.push_symbol(c));
            } else {
                self.push(&text);
            }
        }
        bytes.clear();
        self.bytes = bytes;
    }

    fn font(&self) -> Option<&Font> {
        self.tables.fonts.get(&self.now.font.or(self.tables.usual_font)?)
    }

    /// What bytes mean here: by the font, else by the document. Fonts of an old Macintosh document say
    /// nothing of their own.
    fn page(&self) -> CodePage {
        let page = self.font().and_then(|font| font.page);
        page.filter(|&page| page != CodePage::USUAL || self.page != CodePage::MAC).unwrap_or(self.page)
    }

    /// Adds characters where the open group puts them.
    pub(super) fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.high.take().is_some() {
            self.push("\u{FFFD}");
        }
        match self.now.target {
            Target::Body if self.now.deleted => self.leave_out(WarningKind::Deletion, text),
            Target::Body if self.now.hidden => self.leave_out(WarningKind::HiddenText, text),
            Target::Body => {
                self.tell_left_out();
                let colour = self.tables.colour(self.now.colour);
                let super::group::Group { bold, italic, underlined, highlighted, .. } = self.now;
                let look = Look { bold, italic, underlined, highlighted, colour };
                self.open.push(text, look);
            }
            Target::Aside if self.now.deleted || self.now.hidden => {}
            Target::Aside => {
                if let Some(aside) = self.asides.last_mut() {
                    aside.push_str(text);
                }
            }
            Target::Nowhere | Target::Around => {}
            target => self.tables.push(target, text),
        }
    }
}
