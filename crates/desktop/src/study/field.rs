//! Fields that show what the study says until somebody writes in them, and are sent when they are left.

use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::{FontId, Key, RichText, TextEdit, Ui};

/// The one field that is being written.
#[derive(Debug, Default)]
pub(super) struct Writing {
    field: Option<(String, String)>,
}

/// How a field looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub rows: usize,
    pub title: bool,
    pub hint: &'static str,
}

impl Writing {
    /// Draws a field under its name; what was written, once it is left and differs.
    pub fn field(&mut self, ui: &mut Ui, name: &str, known: &str, look: Look) -> Option<String> {
        let theme = Theme::of(ui);
        if !look.title {
            ui.add_space(space::TIGHT);
            ui.label(RichText::new(name).font(fonts::regular(size::SMALL)).color(theme.mute));
        }
        let writing = self.field.as_ref().is_some_and(|(field, _)| field == name);
        let mut text = match &self.field {
            Some((_, text)) if writing => text.clone(),
            _ => known.to_owned(),
        };
        let font: FontId =
            if look.title { fonts::semibold(size::HEADING + 4.0) } else { fonts::regular(size::BODY) };
        let edit = if look.rows > 1 {
            TextEdit::multiline(&mut text).desired_rows(look.rows)
        } else {
            TextEdit::singleline(&mut text)
        };
        let edit = edit
            .id_salt(name)
            .font(font)
            .hint_text(RichText::new(look.hint).color(theme.faint))
            .margin(egui::Margin::symmetric(10, 7))
            .desired_width(f32::INFINITY);
        let edit = if look.title { edit.frame(egui::Frame::NONE).margin(egui::Margin::ZERO) } else { edit };
        let response = ui.add(edit).accessible_name(name);
        if response.has_focus() {
            self.field = Some((name.to_owned(), text));
            return None;
        }
        if !response.lost_focus() && !writing {
            return None;
        }
        self.field = None;
        let escaped = ui.input(|input| input.key_pressed(Key::Escape));
        (!escaped && text.trim() != known).then(|| text.trim().to_owned())
    }
}
