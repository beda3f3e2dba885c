//! The bundled typefaces and the three weights.
//!
//! Every family has the same fallbacks, so a sign that one weight can draw, all can. Inter carries no
//! ligature here: a position between two characters must be one that can be clicked.

use egui::epaint::text::{FontData, FontDefinitions, FontTweak, VariationCoords};
use egui::{FontFamily, FontId};
use std::collections::BTreeMap;
use std::sync::Arc;

const INTER: &[u8] = include_bytes!("../../../assets/fonts/Inter-Variable.ttf");

/// Looked at in this order for what Inter lacks.
const FALLBACKS: [(&str, &[u8]); 5] = [
    ("Noto Sans Symbols 2", include_bytes!("../../../assets/fonts/NotoSansSymbols2-Subset.ttf")),
    ("Noto Sans Symbols", include_bytes!("../../../assets/fonts/NotoSansSymbols-Subset.ttf")),
    ("Noto Emoji", include_bytes!("../../../assets/fonts/NotoEmoji-Regular.ttf")),
    ("Noto Sans Arabic", include_bytes!("../../../assets/fonts/NotoSansArabic-Regular.ttf")),
    ("Noto Sans Hebrew", include_bytes!("../../../assets/fonts/NotoSansHebrew-Regular.ttf")),
];

const REGULAR: &str = "Inter";
const MEDIUM: &str = "Inter Medium";
const SEMIBOLD: &str = "Inter SemiBold";

/// The font for running text.
#[must_use]
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// The font for what one may press, and for the row that is chosen.
#[must_use]
pub fn medium(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(MEDIUM.into()))
}

/// The font for names and titles.
#[must_use]
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// All typefaces, to be given to [`egui::Context::set_fonts`].
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut font_data = BTreeMap::new();
    for (name, weight) in [(REGULAR, 400.0), (MEDIUM, 500.0), (SEMIBOLD, 640.0)] {
        font_data.insert(name.to_owned(), Arc::new(inter(weight)));
    }
    for (name, bytes) in FALLBACKS {
        font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    FontDefinitions { font_data, families: families() }
}

fn inter(weight: f32) -> FontData {
    FontData::from_static(INTER)
        .tweak(FontTweak { coords: VariationCoords::new([(b"wght", weight)]), ..FontTweak::default() })
}

fn families() -> BTreeMap<FontFamily, Vec<String>> {
    let chain = |first: &str| {
        let rest = FALLBACKS.iter().map(|(name, _)| *name);
        std::iter::once(first).chain(rest).map(str::to_owned).collect::<Vec<_>>()
    };
    BTreeMap::from([
        (FontFamily::Proportional, chain(REGULAR)),
        // Numbers and paths are set in Inter too; egui asks for the family by name.
        (FontFamily::Monospace, chain(REGULAR)),
        (FontFamily::Name(MEDIUM.into()), chain(MEDIUM)),
        (FontFamily::Name(SEMIBOLD.into()), chain(SEMIBOLD)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::epaint::text::cursor::CCursor;
    use egui::epaint::text::{CharIndex, Fonts, TextOptions};
    use egui::{Color32, vec2};
    use unicode_segmentation::UnicodeSegmentation;

    fn fonts() -> Fonts {
        Fonts::new(TextOptions::default(), definitions())
    }

    #[test]
    fn every_sign_of_the_interface_and_of_french_can_be_drawn() {
        let signs = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»’“”…–—·•€ᵉᵈ°№\u{a0}\u{202f}→←↑↓✓✗★☆☐☑☒▸▾▴◂⚑⚐✎✕☎♀♂⚠😀🙂🤔😂❤👍אبЖωλ≥≤≠×⏎↵";
        for font in [regular(14.0), medium(14.0), semibold(14.0)] {
            let mut fonts = fonts();
            let missing: String = signs.chars().filter(|sign| !fonts.has_glyph(&font, *sign)).collect();
            assert_eq!(missing, "", "not in {font:?}");
        }
    }

    #[test]
    fn weights_differ_in_width() {
        let mut fonts = fonts();
        let mut view = fonts.with_pixels_per_point(1.0);
        let width = |view: &mut egui::epaint::text::FontsView<'_>, font| {
            view.layout_no_wrap("Renoncer aux soins".into(), font, Color32::BLACK).size().x
        };
        let light = width(&mut view, regular(16.0));
        let middle = width(&mut view, medium(16.0));
        let heavy = width(&mut view, semibold(16.0));
        assert!(light < middle && middle < heavy, "{light} {middle} {heavy}");
    }

    /// Offset -> place on the screen -> offset, over every boundary between graphemes.
    #[test]
    fn every_boundary_can_be_clicked() {
        let texts = [
            "difficile à définir, une affiche, l’office suffit : fjord, flûte, coefficient",
            "« Œuvre » — cœur, aïeul, Noël, Ÿ… ; c’est-à-dire 12:04 -> 12:11 => fini --> <- <= != ...",
            "AVATAR To Ty Te. L’Hay-les-Roses, 3×4, 1/2, 10 000 €, 😀 oui non, ☐ à faire ☒ fait",
        ];
        let mut fonts = fonts();
        let mut view = fonts.with_pixels_per_point(1.0);
        for text in texts {
            for (font, width) in
                [(regular(16.0), 300.0), (regular(15.0), f32::INFINITY), (semibold(13.5), 200.0)]
            {
                let galley = view.layout(text.to_owned(), font.clone(), Color32::BLACK, width);
                for (byte, _) in text.grapheme_indices(true) {
                    let index = CharIndex(text[..byte].chars().count());
                    let place = galley.pos_from_cursor(CCursor { index, prefer_next_row: true });
                    let found = galley.cursor_from_pos(vec2(place.center().x, place.center().y)).index;
                    assert_eq!(found, index, "{:?} in {text:?} at {font:?}", &text[byte..]);
                }
            }
        }
    }
}
