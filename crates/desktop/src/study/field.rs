//! Fields that show what the study says until somebody writes in them, and are sent when they are left.

use crate::drafts::Drafts;
use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::{FontId, RichText, TextEdit, Ui};

/// What a field is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    Title,
    Question,
    Prefix,
    GuideTitle,
    Guide,
}

/// What was written in the fields and not sent yet.
#[derive(Debug, Default)]
pub(super) struct Writing {
    drafts: Drafts<Fact>,
}

/// How a field looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub rows: usize,
    pub title: bool,
    pub hint: &'static str,
}

impl Writing {
    /// Everything that was written and not sent, to be sent now.
    pub fn take(&mut self) -> Vec<(Fact, String)> {
        self.drafts.take()
    }

    /// Draws a field under its name; what was written, once it is left and differs.
    pub fn field(&mut self, ui: &mut Ui, fact: Fact, name: &str, known: &str, look: Look) -> Option<String> {
        let theme = Theme::of(ui);
        if !look.title {
            ui.add_space(space::TIGHT);
            ui.label(RichText::new(name).font(fonts::regular(size::SMALL)).color(theme.mute));
        }
        let mut text = self.drafts.text(&fact, known);
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
            self.drafts.keep(fact, known, text);
            return None;
        }
        self.drafts.left(ui, &fact)
    }
}
