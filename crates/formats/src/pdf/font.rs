//! How a font looks, from what the file says of it.

use pdf_extract::{Dictionary, Document, Object};

use super::flatten::dictionary;

/// Bold and italic fonts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct FontLook {
    pub bold: bool,
    pub italic: bool,
}

/// Bit 7 of a font's flags: slanted.
const ITALIC: i64 = 1 << 6;
/// Bit 19: drawn bold even where small.
const FORCE_BOLD: i64 = 1 << 18;
/// Weights from here on are bold.
const BOLD_WEIGHT: f32 = 600.0;

impl FontLook {
    /// Reads a font's names and descriptor; those of a composite font stand with its descendant.
    pub fn of(doc: &Document, font: &Dictionary) -> Self {
        let descendant = font
            .get(b"DescendantFonts")
            .and_then(|fonts| doc.dereference(fonts))
            .ok()
            .and_then(|(_, fonts)| fonts.as_array().ok()?.first())
            .and_then(|font| dictionary(doc, font));
        let mut look = Self::default();
        for font in [Some(font), descendant].into_iter().flatten() {
            look.add_name(font);
            if let Some(descriptor) = font.get(b"FontDescriptor").ok().and_then(|d| dictionary(doc, d)) {
                look.add_descriptor(descriptor);
            }
        }
        look
    }

    fn add_name(&mut self, font: &Dictionary) {
        let name = font.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default();
        let (bold, italic) = said_by_name(&String::from_utf8_lossy(name));
        self.bold |= bold;
        self.italic |= italic;
    }

    fn add_descriptor(&mut self, descriptor: &Dictionary) {
        let flags = descriptor.get(b"Flags").and_then(Object::as_i64).unwrap_or(0);
        let number = |key: &[u8]| descriptor.get(key).and_then(Object::as_float).unwrap_or(0.0);
        self.bold |= flags & FORCE_BOLD != 0 || number(b"FontWeight") >= BOLD_WEIGHT;
        self.italic |= flags & ITALIC != 0 || number(b"ItalicAngle") != 0.0;
    }
}

/// What a font's name says: `ABCDEF+Calibri-BoldItalic`.
fn said_by_name(name: &str) -> (bool, bool) {
    let name = name.split_once('+').map_or(name, |(_, name)| name).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let tex = name.starts_with("cmbx") || name.starts_with("sfbx");
    (has(&["bold", "black", "heavy", "-demi", "gras"]) || tex, has(&["italic", "oblique", "kursiv"]))
}

#[cfg(test)]
mod tests {
    use super::said_by_name;

    #[test]
    fn names_say_how_fonts_look() {
        for (name, expected) in [
            ("ABCDEF+Calibri-BoldItalic", (true, true)),
            ("TimesNewRomanPS-BoldMT", (true, false)),
            ("Arial,Italic", (false, true)),
            ("BAAAAA+LiberationSerif", (false, false)),
            ("SFBX1200", (true, false)),
            ("BOLDXX+Arial", (false, false)),
        ] {
            assert_eq!(said_by_name(name), expected, "{name}");
        }
    }
}
