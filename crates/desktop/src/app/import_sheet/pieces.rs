//! The small pieces that the sheet is made of: titles, sentences, menus with a name.

use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use egui::{Frame, Margin, RichText, Ui, WidgetInfo};

/// The title of a part of the sheet, a hairline above it.
pub(super) fn section(ui: &mut Ui, title: &str) {
    let theme = Theme::of(ui);
    ui.add_space(space::EDGE);
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(egui::vec2(width, 1.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, theme.hairline());
    ui.add_space(space::SMALL);
    ui.label(RichText::new(title).font(fonts::semibold(size::TITLE)).color(theme.ink));
}

/// A quiet sentence.
pub(super) fn quiet(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    ui.label(RichText::new(text).font(fonts::regular(size::SMALL)).color(theme.mute));
}

/// A sentence to look at.
pub(super) fn caution(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    let frame =
        Frame::new().fill(theme.hover).corner_radius(radius::ROW).inner_margin(Margin::symmetric(10, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(text).font(fonts::regular(size::BODY)).color(theme.warn));
    });
}

/// A menu of choices under an accessible name; the one that was chosen.
pub(super) fn choice<T: PartialEq>(
    ui: &mut Ui,
    (salt, name): (&str, &str),
    width: f32,
    shown: &str,
    now: &T,
    choices: Vec<(T, String)>,
) -> Option<T> {
    let mut chosen = None;
    let combo = crate::row::combo(salt).selected_text(shown).width(width).truncate();
    let response = combo.show_ui(ui, |ui| {
        for (value, label) in choices {
            if ui.selectable_label(value == *now, label).clicked() {
                chosen = Some(value);
            }
        }
    });
    response.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, name));
    chosen
}

/// A button in running text size that does not shout.
pub(super) fn small_button(ui: &mut Ui, label: &str) -> bool {
    let theme = Theme::of(ui);
    let text = RichText::new(label).font(fonts::medium(size::SMALL)).color(theme.accent);
    ui.add(egui::Button::new(text).corner_radius(radius::ROW)).clicked()
}

/// A count as messages take it.
pub(super) fn n(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
