//! Colours, sizes and distances: the only place that names any.
//!
//! Two themes with the same tokens. Three strengths of text (`ink`, `mute`, `faint`), three grounds
//! (`ground`, `panel`, `paper`), hairlines instead of boxes, one blue accent. Every text colour stands
//! at 4.5:1 or more on every ground it is used on, and no text is smaller than 12 px; tests check both.

mod figures;
mod palette;
mod visuals;

pub use figures::painted;
pub use palette::PALETTE_SIZE;
pub(crate) use visuals::clear_of_bar;

use crate::fonts;
use egui::{Color32, Context, Ui};

/// Sizes of text in points.
pub mod size {
    /// Counts, times, details.
    pub const SMALL: f32 = 12.0;
    /// Labels, rows, fields.
    pub const BODY: f32 = 13.5;
    /// Titles of panels.
    pub const TITLE: f32 = 13.5;
    /// Titles of pages.
    pub const HEADING: f32 = 16.0;
    /// What a participant says.
    pub const SPEECH: f32 = 16.0;
    /// What the interviewer says.
    pub const QUESTION: f32 = 15.0;
    /// The line on which speech is set.
    pub const SPEECH_LINE: f32 = 27.0;
    /// Text outside the turns.
    pub const APART: f32 = 13.5;
    /// The line on which it is set.
    pub const APART_LINE: f32 = 22.0;
    /// The line of quotations in lists.
    pub const QUOTE_LINE: f32 = 20.0;
}

/// Distances in points.
pub mod space {
    /// Between a sign and its word.
    pub const TIGHT: f32 = 4.0;
    /// Between things of one row.
    pub const SMALL: f32 = 8.0;
    /// Between a panel's edge and what stands in it.
    pub const EDGE: f32 = 14.0;
    /// Around a page.
    pub const PAGE: f32 = 20.0;
}

/// Radii of corners in points.
pub mod radius {
    /// Highlights, code squares.
    pub const MARK: u8 = 3;
    /// Rows.
    pub const ROW: u8 = 6;
    /// Fields, buttons, steps.
    pub const FIELD: u8 = 7;
    /// Cards, the picker.
    pub const CARD: u8 = 10;
}

/// How strong the text is that a highlight lies under: quiet text bears less colour behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Participants' speech.
    Ink,
    /// The interviewer's, and what stands apart.
    Mute,
}

/// The colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    /// True for light text on dark.
    pub dark: bool,
    /// Behind lists.
    pub ground: Color32,
    /// Behind bars and the rail.
    pub panel: Color32,
    /// Behind text to read and fields.
    pub paper: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that recedes: details, the interviewer.
    pub mute: Color32,
    /// The quietest text: counts, times.
    pub faint: Color32,
    /// What is chosen or can be pressed.
    pub accent: Color32,
    /// Behind the row that is chosen.
    pub accent_soft: Color32,
    /// Behind a row under the pointer.
    pub hover: Color32,
    /// Text on `accent` and on badges.
    pub on_accent: Color32,
    /// All is well.
    pub ok: Color32,
    /// Look here.
    pub warn: Color32,
    /// Something failed.
    pub bad: Color32,
    /// Behind selected words.
    pub selection: Color32,
    /// Behind words that a search found.
    pub found: Color32,
    /// Behind the one of them that is looked at.
    pub found_here: Color32,
    /// The shade under what floats.
    pub shadow: Color32,
}

impl Theme {
    /// Dark text on warm paper.
    pub const LIGHT: Self = Self {
        dark: false,
        ground: Color32::from_rgb(0xf6, 0xf5, 0xf2),
        panel: Color32::from_rgb(0xfb, 0xfa, 0xf8),
        paper: Color32::from_rgb(0xff, 0xff, 0xff),
        line: Color32::from_rgb(0xe4, 0xe1, 0xda),
        ink: Color32::from_rgb(0x23, 0x26, 0x2b),
        mute: Color32::from_rgb(0x5a, 0x5e, 0x65),
        faint: Color32::from_rgb(0x66, 0x69, 0x70),
        accent: Color32::from_rgb(0x1f, 0x5f, 0x8b),
        accent_soft: Color32::from_rgb(0xe3, 0xee, 0xf6),
        hover: Color32::from_rgb(0xf0, 0xee, 0xe9),
        on_accent: Color32::from_rgb(0xff, 0xff, 0xff),
        ok: Color32::from_rgb(0x2b, 0x73, 0x53),
        warn: Color32::from_rgb(0x8f, 0x52, 0x08),
        bad: Color32::from_rgb(0xa6, 0x3d, 0x40),
        selection: Color32::from_rgb(0xcf, 0xe3, 0xf3),
        found: Color32::from_rgb(0xfb, 0xee, 0xc2),
        found_here: Color32::from_rgb(0xf7, 0xd9, 0x7c),
        shadow: Color32::from_black_alpha(0x22),
    };

    /// Light text on warm black.
    pub const DARK: Self = Self {
        dark: true,
        ground: Color32::from_rgb(0x17, 0x19, 0x1c),
        panel: Color32::from_rgb(0x1d, 0x20, 0x24),
        paper: Color32::from_rgb(0x21, 0x24, 0x28),
        line: Color32::from_rgb(0x31, 0x35, 0x3b),
        ink: Color32::from_rgb(0xe4, 0xe6, 0xe8),
        mute: Color32::from_rgb(0xae, 0xb4, 0xbc),
        faint: Color32::from_rgb(0x9a, 0xa0, 0xa8),
        accent: Color32::from_rgb(0x7d, 0xb8, 0xe0),
        accent_soft: Color32::from_rgb(0x22, 0x38, 0x4a),
        hover: Color32::from_rgb(0x26, 0x29, 0x2e),
        on_accent: Color32::from_rgb(0x17, 0x19, 0x1c),
        ok: Color32::from_rgb(0x6d, 0xc3, 0x9a),
        warn: Color32::from_rgb(0xe0, 0xa6, 0x57),
        bad: Color32::from_rgb(0xe5, 0x8a, 0x8c),
        selection: Color32::from_rgb(0x2a, 0x46, 0x5c),
        found: Color32::from_rgb(0x45, 0x3c, 0x20),
        found_here: Color32::from_rgb(0x63, 0x4f, 0x14),
        shadow: Color32::from_black_alpha(0x70),
    };

    /// Black on white, every line and every quiet text stronger.
    pub const LIGHT_CONTRAST: Self = Self {
        ground: Color32::from_rgb(0xff, 0xff, 0xff),
        panel: Color32::from_rgb(0xff, 0xff, 0xff),
        line: Color32::from_rgb(0x55, 0x55, 0x55),
        ink: Color32::from_rgb(0x00, 0x00, 0x00),
        mute: Color32::from_rgb(0x2a, 0x2c, 0x30),
        faint: Color32::from_rgb(0x3a, 0x3c, 0x40),
        accent: Color32::from_rgb(0x0b, 0x3f, 0x66),
        accent_soft: Color32::from_rgb(0xd3, 0xe6, 0xf5),
        ok: Color32::from_rgb(0x0c, 0x4d, 0x31),
        warn: Color32::from_rgb(0x66, 0x38, 0x00),
        bad: Color32::from_rgb(0x86, 0x12, 0x16),
        selection: Color32::from_rgb(0xa9, 0xcf, 0xee),
        ..Self::LIGHT
    };

    /// White on black, every line and every quiet text stronger.
    pub const DARK_CONTRAST: Self = Self {
        ground: Color32::from_rgb(0x00, 0x00, 0x00),
        panel: Color32::from_rgb(0x00, 0x00, 0x00),
        paper: Color32::from_rgb(0x00, 0x00, 0x00),
        line: Color32::from_rgb(0xa0, 0xa4, 0xaa),
        ink: Color32::from_rgb(0xff, 0xff, 0xff),
        mute: Color32::from_rgb(0xdc, 0xe0, 0xe6),
        faint: Color32::from_rgb(0xcc, 0xd0, 0xd6),
        accent: Color32::from_rgb(0xa5, 0xd4, 0xf5),
        selection: Color32::from_rgb(0x1c, 0x4a, 0x70),
        on_accent: Color32::from_rgb(0x00, 0x00, 0x00),
        ..Self::DARK
    };

    /// The theme that `ui` is drawn in.
    #[must_use]
    pub fn of(ui: &Ui) -> &'static Self {
        // Hairlines are stronger with more contrast: egui's own style tells which of the two is worn.
        let strong = ui.visuals().window_stroke.width > 1.0;
        Self::named(ui.visuals().dark_mode, strong)
    }

    fn named(dark: bool, contrast: bool) -> &'static Self {
        match (dark, contrast) {
            (false, false) => &Self::LIGHT,
            (true, false) => &Self::DARK,
            (false, true) => &Self::LIGHT_CONTRAST,
            (true, true) => &Self::DARK_CONTRAST,
        }
    }

    /// The colour of a code: for stripes and squares, never for text. Indices past the palette start over.
    #[must_use]
    pub fn hue(&self, index: u16) -> Color32 {
        palette::hue(self.dark, index)
    }

    /// What lies behind words with these code colours, opaque. One code gives a tint; each further one
    /// mixes its colour in and darkens a little, up to where the words would stop being easy to read.
    #[must_use]
    pub fn highlight(&self, hues: &[u16], over: Over) -> Color32 {
        palette::blend(hues.iter().map(|hue| self.hue(*hue)), self.paper, palette::strength(hues.len(), over))
    }

    /// The colour of letters on `ground`, of whatever is read best there.
    #[must_use]
    pub fn letters_on(&self, ground: Color32) -> Color32 {
        let (light, dark) = if self.dark { (self.ink, self.ground) } else { (self.paper, self.ink) };
        if palette::contrast(light, ground) >= palette::contrast(dark, ground) { light } else { dark }
    }

    fn is_strong(&self) -> bool {
        self.line == Self::LIGHT_CONTRAST.line || self.line == Self::DARK_CONTRAST.line
    }

    /// The line between rows, panels, and around fields.
    #[must_use]
    pub fn hairline(&self) -> egui::Stroke {
        egui::Stroke::new(if self.is_strong() { 1.5 } else { 1.0 }, self.line)
    }
}

/// What somebody may need besides light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Looks {
    /// Stronger contrast.
    pub contrast: bool,
    /// Nothing moves by itself.
    pub still: bool,
}

/// Gives a window its fonts and both themes. Call once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    dress(ctx, Looks::default());
}

/// Gives both themes other looks.
pub fn dress(ctx: &Context, looks: Looks) {
    for (theme, dark) in [(egui::Theme::Light, false), (egui::Theme::Dark, true)] {
        ctx.style_mut_of(theme, |style| {
            visuals::dress(style, Theme::named(dark, looks.contrast));
            if looks.still {
                style.animation_time = 0.0;
                style.scroll_animation = egui::style::ScrollAnimation::none();
                style.visuals.text_cursor.blink = false;
            }
        });
    }
}

#[cfg(test)]
mod tests;
