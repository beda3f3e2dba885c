//! The colours of figures: those of the theme for the screen, and those of a backend for the painter.

use super::Theme;
use egui::Color32;
use plotters_backend::BackendColor;
use workbench::saturation::figure::Ink;

impl Theme {
    /// The colours that a figure is drawn in on the screen.
    #[must_use]
    pub fn figure_ink(&self) -> Ink {
        let rgb = |colour: Color32| (colour.r(), colour.g(), colour.b());
        let bar = super::palette::blend(std::iter::once(self.accent), self.paper, 0.3);
        Ink {
            paper: rgb(self.paper),
            line: rgb(self.line),
            ink: rgb(self.ink),
            mute: rgb(self.mute),
            bar: rgb(bar),
            accent: rgb(self.accent),
            warn: rgb(self.warn),
        }
    }
}

/// A colour of a backend as the painter takes it.
#[must_use]
pub fn painted(colour: BackendColor) -> Color32 {
    let (red, green, blue) = colour.rgb;
    Color32::from_rgb(red, green, blue).gamma_multiply(colour.alpha as f32)
}
