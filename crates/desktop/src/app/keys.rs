//! The keys of every command.

use crate::commands::UiCommand;
use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::{Grid, Id, Modal, RichText, Ui};
use i18n::Lang;

/// Shows the keys; true when it was closed.
pub(super) fn show(ui: &Ui, lang: Lang, method: &str) -> bool {
    let response = Modal::new(Id::unique("keys")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
        let theme = Theme::of(ui);
        ui.set_width(460.0);
        ui.label(
            RichText::new(i18n::shortcuts_title(lang)).font(fonts::semibold(size::HEADING)).color(theme.ink),
        );
        ui.add_space(space::SMALL);
        Grid::new("keys-grid").num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
            for command in UiCommand::ALL.into_iter().filter(|command| command.shortcut().is_some()) {
                ui.label(RichText::new(command.keys(lang)).font(fonts::medium(size::BODY)).color(theme.ink));
                ui.label(
                    RichText::new(command.label(lang, method))
                        .font(fonts::regular(size::BODY))
                        .color(theme.mute),
                );
                ui.end_row();
            }
        });
        ui.add_space(space::SMALL);
        ui.button(i18n::button_close(lang)).clicked()
    });
    response.inner || response.should_close()
}
