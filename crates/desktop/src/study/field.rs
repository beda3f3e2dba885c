//! Fields that show what the study says until somebody writes in them, and are sent when they are left.

use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::{FontId, Key, RichText, TextEdit, Ui};
use std::collections::BTreeMap;

/// What a field is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    Title,
    Question,
    Prefix,
    GuideTitle,
    Guide,
}

/// What was written and not sent yet. Each field keeps its own: when one is left by a press on another, both are
/// in hand for one frame.
#[derive(Debug, Default)]
pub(super) struct Writing {
    drafts: BTreeMap<Fact, String>,
}

/// How a field looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub rows: usize,
    pub title: bool,
    pub hint: &'static str,
}

impl Writing {
    /// Everything that was written and not sent: the page is left.
    pub fn take(&mut self) -> BTreeMap<Fact, String> {
        std::mem::take(&mut self.drafts)
    }

    /// Draws a field under its name; what was written, once it is left and differs.
    pub fn field(&mut self, ui: &mut Ui, fact: Fact, name: &str, known: &str, look: Look) -> Option<String> {
        let theme = Theme::of(ui);
        if !look.title {
            ui.add_space(space::TIGHT);
            ui.label(RichText::new(name).font(fonts::regular(size::SMALL)).color(theme.mute));
        }
        let mut text = self.drafts.get(&fact).cloned().unwrap_or_else(|| known.to_owned());
        let font: FontId =
            if look.title { fonts::semibold(size::HEADING + 4.0) } else { fonts::regular(size::BODY) };
        let edit = if look.rows > 1 {
            TextEdit::multiline(&mut text).desired_rows(look.rows)
        } else {
            TextEdit::singleline(&mut text)
        };
        let edit = edit
            .id_salt(fact as u8)
            .font(font)
            .hint_text(RichText::new(look.hint).color(theme.faint))
            .margin(egui::Margin::symmetric(10, 7))
            .desired_width(f32::INFINITY);
        let edit = if look.title { edit.frame(egui::Frame::NONE).margin(egui::Margin::ZERO) } else { edit };
        let response = ui.add(edit).accessible_name(name);
        if response.has_focus() {
            self.drafts.insert(fact, text);
            return None;
        }
        let written = self.drafts.remove(&fact)?;
        let escaped = ui.input(|input| input.key_pressed(Key::Escape));
        (!escaped && written.trim() != known).then(|| written.trim().to_owned())
    }
}
