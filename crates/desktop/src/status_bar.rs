//! The status line: that the work is safe, what undo would undo, language and size.

use crate::fonts;
use crate::key_cap;
use crate::theme::{Theme, size, space};
use crate::words::Words;
use egui::accesskit::Role;
use egui::{Align, Color32, Layout, Response, Sense, Ui, WidgetInfo, vec2};
use workbench::views::{SavedState, StatusView};

/// The height of the line.
pub const HEIGHT: f32 = 26.0;

/// What the user asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusAction {
    /// Undo the last act.
    Undo,
    /// Choose another language.
    ChooseLanguage,
    /// Everything in its normal size again.
    ResetZoom,
}

/// Draws the line.
pub fn show(ui: &mut Ui, view: &StatusView, words: Words) -> Vec<StatusAction> {
    let theme = Theme::of(ui);
    let mut actions = Vec::new();
    ui.spacing_mut().item_spacing.x = 18.0;
    let whole = ui.available_rect_before_wrap();
    ui.scope_builder(egui::UiBuilder::new().max_rect(whole.shrink2(vec2(space::EDGE, 0.0))), |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            saved(ui, view);
            for note in &view.notes {
                quiet(ui, note, theme.mute);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let zoom = i18n::status_zoom(words.lang, i64::from(view.zoom_percent));
                if press(ui, &zoom, i18n::menu_zoom_reset(words.lang)).clicked() {
                    actions.push(StatusAction::ResetZoom);
                }
                if press(ui, &view.language, i18n::menu_language(words.lang)).clicked() {
                    actions.push(StatusAction::ChooseLanguage);
                }
                undo(ui, view, words, &mut actions);
            });
        });
    });
    actions
}

/// A dot and words: colour alone says nothing.
fn saved(ui: &mut Ui, view: &StatusView) {
    let theme = Theme::of(ui);
    let (dot, text) = match view.saved {
        SavedState::Saved => (theme.ok, theme.mute),
        SavedState::Saving => (theme.warn, theme.mute),
        SavedState::Failed => (theme.bad, theme.bad),
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(7.0, 7.0), Sense::hover());
        ui.painter().circle_filled(rect.center(), 3.5, dot);
        quiet(ui, &view.saved_text, text);
    });
}

fn undo(ui: &mut Ui, view: &StatusView, words: Words, actions: &mut Vec<StatusAction>) {
    let Some(what) = &view.undo else { return };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        key_cap::show(ui, &format!("{} Z", i18n::key_ctrl(words.lang)));
        let text = i18n::status_undo_hint(words.lang, what);
        if press(ui, &text, &text).clicked() {
            actions.push(StatusAction::Undo);
        }
    });
}

fn quiet(ui: &mut Ui, text: &str, color: Color32) {
    ui.label(egui::RichText::new(text).font(fonts::regular(size::SMALL)).color(color));
}

/// Words that can be pressed, named `name`.
fn press(ui: &mut Ui, text: &str, name: &str) -> Response {
    let theme = Theme::of(ui);
    let room = ui.available_width();
    let galley = crate::row::one_line(ui.painter(), text, fonts::regular(size::SMALL), theme.mute, room);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let color = if response.hovered() || response.has_focus() { theme.ink } else { theme.mute };
    if response.has_focus() {
        crate::row::ring(ui.painter(), rect.expand2(vec2(4.0, 2.0)), theme);
    }
    ui.painter().galley_with_override_text_color(rect.min, galley, color);
    response
}
