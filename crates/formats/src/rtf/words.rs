//! Control words.

use super::destination::Destination;
use super::group::Target;
use super::reader::Reader;
use crate::code_page::CodePage;
use crate::transcript::WarningKind;

/// The most characters that may stand in for one.
const STAND_INS: i32 = 8;

impl Reader {
    /// A control word; `optional` if it may only name a destination that is known.
    pub(super) fn word(&mut self, name: &str, value: Option<i32>, optional: bool) {
        if self.now.target == Target::Nowhere {
            return;
        }
        if let Some(text) = character(name) {
            return self.character(text);
        }
        if name == "u" {
            return self.unicode(value.unwrap_or(0));
        }
        self.stand_ins = 0;
        self.flush_bytes();
        if let Some(destination) = Destination::named(name) {
            return self.begin(destination);
        }
        if optional {
            return self.begin(Destination::Nowhere);
        }
        match self.now.target {
            Target::Fonts => self.font_word(name, value),
            Target::Colours => self.colour_word(name, value),
            Target::Styles if matches!(name, "s" | "cs" | "ds" | "ts") => {
                // Only styles of paragraphs are of use; numbers are shared.
                self.tables.style = if name == "s" { value.unwrap_or(0) } else { -1 };
            }
            Target::Styles => {}
            _ => self.body_word(name, value),
        }
    }

    fn font_word(&mut self, name: &str, value: Option<i32>) {
        let font = self.tables.font;
        match (name, value) {
            ("f", Some(number)) => self.tables.font = number,
            ("fcharset", Some(set)) => {
                let page = CodePage::of_charset(set);
                let font = self.tables.fonts.entry(font).or_default();
                font.page = font.page.or(page);
            }
            ("cpg", Some(number)) => {
                self.tables.fonts.entry(font).or_default().page = CodePage::numbered(number);
            }
            _ => {}
        }
    }

    fn colour_word(&mut self, name: &str, value: Option<i32>) {
        let part = match name {
            "red" => 0,
            "green" => 1,
            "blue" => 2,
            _ => return,
        };
        self.tables.colour[part] = u8::try_from(value.unwrap_or(0).clamp(0, 255)).unwrap_or(0);
    }

    fn body_word(&mut self, name: &str, value: Option<i32>) {
        let on = value != Some(0);
        let now = &mut self.now;
        match name {
            "par" | "sect" => self.end_paragraph(),
            "cell" => self.end_cell(),
            "row" => self.end_row(),
            "nestcell" => self.end_inner_cell(),
            "nestrow" => self.end_inner_row(),
            "trowd" => self.announce_row(),
            "pard" => now.plain_paragraph(),
            "plain" => now.plain(),
            "b" => now.bold = on,
            "i" => now.italic = on,
            "ul" | "uld" | "uldb" | "ulw" => now.underlined = on,
            "ulnone" => now.underlined = false,
            "highlight" | "cb" | "chcbpat" => now.highlighted = value.is_some_and(|colour| colour > 0),
            "cf" => now.colour = value.unwrap_or(0),
            "v" => now.hidden = on,
            "deleted" | "mvf" => now.deleted = on,
            "f" => now.font = value,
            "uc" => now.fallback = u32::try_from(value.unwrap_or(1).clamp(0, STAND_INS)).unwrap_or(1),
            "s" => now.style = value,
            "outlinelevel" => now.outline = value.is_some_and(|level| (0..9).contains(&level)),
            "ls" => now.listed = on,
            "intbl" => now.in_table = on,
            "itap" => now.in_table = on,
            // What began as a footnote stands at the end of the document.
            "ftnalt" if now.destination == Some(Destination::Told(WarningKind::Footnote)) => {
                now.destination = Some(Destination::Told(WarningKind::Endnote));
            }
            _ => self.document_word(name, value),
        }
    }

    /// What is said of the whole document.
    fn document_word(&mut self, name: &str, value: Option<i32>) {
        match name {
            "mac" => self.page = CodePage::MAC,
            "pc" => self.page = CodePage::numbered(437).unwrap_or(self.page),
            "pca" => self.page = CodePage::numbered(850).unwrap_or(self.page),
            "deff" => self.tables.usual_font = value,
            "ansicpg" => match value.filter(|number| *number > 0) {
                None => {}
                Some(number) => match CodePage::numbered(number) {
                    Some(page) => self.page = page,
                    None => self.warn(WarningKind::EncodingGuessed, "windows-1252".to_owned()),
                },
            },
            _ => {}
        }
    }
}

/// The character of which a control word is the name.
fn character(name: &str) -> Option<&'static str> {
    Some(match name {
        "tab" => "\t",
        "line" | "lbr" | "page" | "column" => "\n",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "emspace" => "\u{2003}",
        "enspace" => "\u{2002}",
        "qmspace" => "\u{2005}",
        "zwbo" => "\u{200B}",
        "zwnbo" => "\u{2060}",
        "zwj" => "\u{200D}",
        "zwnj" => "\u{200C}",
        "ltrmark" => "\u{200E}",
        "rtlmark" => "\u{200F}",
        _ => return None,
    })
}
