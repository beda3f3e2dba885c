//! The keys of every command, to be read and changed.

use super::palette;
use crate::commands::{Section, UiCommand};
use crate::fonts;
use crate::keymap::{Keymap, chosen};
use crate::theme::{Theme, size, space};
use egui::{Button, Id, Key, Modal, RichText, ScrollArea, Ui, vec2};
use i18n::Lang;

/// The width of the sheet, and of the button with the keys.
const WIDTH: f32 = 560.0;
const KEYS: f32 = 150.0;

/// The open sheet.
#[derive(Debug, Default)]
pub(super) struct KeysSheet {
    filter: String,
    /// The command that waits for its new keys.
    waiting: Option<UiCommand>,
    /// Keys that could not be taken: who has them.
    taken: Option<UiCommand>,
}

impl KeysSheet {
    /// True while the next keys are meant for a command, not as one.
    pub fn waits(&self) -> bool {
        self.waiting.is_some()
    }

    /// Shows the keys; true when it was closed.
    pub fn show(&mut self, ui: &Ui, lang: Lang, method: &str, keymap: &mut Keymap) -> bool {
        self.listen(ui, keymap);
        let response = Modal::new(Id::unique("keys")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
            let theme = Theme::of(ui);
            ui.set_width(WIDTH);
            let title = RichText::new(i18n::shortcuts_title(lang)).font(fonts::semibold(size::HEADING));
            ui.label(title.color(theme.ink));
            ui.label(quiet(i18n::shortcuts_hint(lang), ui));
            ui.add_space(space::SMALL);
            crate::row::field(ui, &mut self.filter, i18n::palette_hint(lang), "keys filter");
            ui.add_space(space::SMALL);
            let height = (ui.ctx().content_rect().height() - 260.0).clamp(160.0, 520.0);
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                self.list(ui, lang, method, keymap);
                self.gestures(ui, lang, method);
            });
            ui.add_space(space::SMALL);
            if let Some(other) = self.taken {
                let label = other.label(lang, method);
                ui.label(RichText::new(i18n::shortcuts_taken(lang, label)).color(theme.warn));
            }
            ui.button(i18n::button_close(lang)).clicked()
        });
        response.inner || (response.should_close() && self.waiting.is_none())
    }

    /// Takes the keys that are pressed for the waiting command; Escape leaves it as it was, Backspace
    /// takes its keys away.
    fn listen(&mut self, ui: &Ui, keymap: &mut Keymap) {
        let Some(command) = self.waiting else { return };
        let events = ui.input_mut(|input| std::mem::take(&mut input.events));
        for event in &events {
            if matches!(event, egui::Event::Key { key: Key::Escape, pressed: true, .. }) {
                self.waiting = None;
            }
            let Some(keys) = chosen(event) else { continue };
            self.waiting = None;
            self.taken = None;
            if keys.key == Key::Backspace {
                keymap.change(command, None);
            } else if let Some(other) = keymap.taken_by(keys, command) {
                self.taken = Some(other);
            } else {
                keymap.change(command, Some(keys));
            }
            break;
        }
        let rest = events
            .into_iter()
            .filter(|event| !matches!(event, egui::Event::Key { .. } | egui::Event::Text(_)));
        let rest: Vec<_> = rest.collect();
        ui.input_mut(|input| input.events.extend(rest));
    }

    fn list(&mut self, ui: &mut Ui, lang: Lang, method: &str, keymap: &mut Keymap) {
        for section in Section::ALL {
            let shown: Vec<_> = section
                .commands()
                .filter(|command| palette::fits(&self.filter, command.label(lang, method)))
                .collect();
            if shown.is_empty() {
                continue;
            }
            heading(ui, section.label(lang, method));
            for command in shown {
                self.one(ui, command, lang, method, keymap);
            }
        }
    }

    fn one(&mut self, ui: &mut Ui, command: UiCommand, lang: Lang, method: &str, keymap: &mut Keymap) {
        let theme = Theme::of(ui);
        let label = command.label(lang, method);
        ui.horizontal(|ui| {
            let keys: Vec<_> = keymap.keys(command).iter().map(|keys| keys.words(lang)).collect();
            let waits = self.waiting == Some(command);
            let text = match (waits, keys.is_empty()) {
                (true, _) => i18n::shortcuts_press(lang).to_owned(),
                (false, true) => "–".to_owned(),
                (false, false) => keys.join("  ·  "),
            };
            let button = Button::new(RichText::new(text).font(fonts::medium(size::SMALL)));
            let name = i18n::shortcuts_change(lang, label);
            let pressed = ui.add(button.min_size(vec2(KEYS, 26.0))).accessible_name(name);
            if pressed.clicked() {
                self.waiting = Some(command);
                self.taken = None;
            }
            if keymap.is_changed(command) && ui.small_button(i18n::shortcuts_restore(lang)).clicked() {
                keymap.restore(command);
            }
            ui.label(RichText::new(label).font(fonts::regular(size::BODY)).color(theme.ink));
        });
    }

    /// What hand and keys do in the text, which is no command.
    fn gestures(&self, ui: &mut Ui, lang: Lang, method: &str) {
        if !self.filter.trim().is_empty() {
            return;
        }
        heading(ui, i18n::shortcuts_in_text(lang));
        let lines = [
            i18n::shortcuts_gestures(lang, method),
            i18n::shortcuts_select(lang),
            i18n::shortcuts_mouse(lang),
            i18n::shortcuts_codings(lang),
        ];
        for line in lines {
            ui.label(RichText::new(line).font(fonts::regular(size::BODY)).color(Theme::of(ui).mute));
        }
    }
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(space::SMALL);
    let text = RichText::new(text).font(fonts::semibold(size::SMALL)).color(Theme::of(ui).mute);
    ui.label(text);
}

fn quiet(text: &str, ui: &Ui) -> RichText {
    RichText::new(text).font(fonts::regular(size::SMALL)).color(Theme::of(ui).mute)
}
