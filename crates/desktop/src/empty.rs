//! What stands where nothing is yet: one sentence, and what to do next.

use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use egui::{RichText, Ui};

/// Draws the sentence and, quieter, the advice below it.
pub fn show(ui: &mut Ui, sentence: &str, advice: &str) {
    let theme = Theme::of(ui);
    egui::Frame::NONE.inner_margin(egui::Margin::symmetric(space::EDGE as i8, 6)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        ui.label(RichText::new(unbroken(sentence)).font(fonts::regular(size::BODY)).color(theme.ink));
        if !advice.is_empty() {
            ui.label(RichText::new(unbroken(advice)).font(fonts::regular(size::SMALL)).color(theme.mute));
        }
    });
}
