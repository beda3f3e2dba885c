//! What is written of a code, while it is being written: sent when a field is left.

use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::words::Words;
use egui::{RichText, TextEdit, Ui};
use model::RecordId;
use workbench::command::Command;
use workbench::views::CodeSheet;

/// The form: what is stored of a code, or on its way there, and what its fields say.
#[derive(Debug, Default)]
pub(super) struct Form {
    code: Option<RecordId>,
    known: Texts,
    says: Texts,
    /// A field is open.
    writing: bool,
}

/// What is written of a code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Texts {
    name: String,
    definition: String,
    include: String,
    exclude: String,
    example: String,
}

impl Texts {
    fn of(sheet: &CodeSheet) -> Texts {
        Texts {
            name: sheet.name.to_string(),
            definition: sheet.definition.to_string(),
            include: sheet.include.to_string(),
            exclude: sheet.exclude.to_string(),
            example: sheet.example.to_string(),
        }
    }

    /// As it is stored: without the blanks around.
    fn trimmed(&self) -> Texts {
        let trimmed = |text: &String| text.trim().to_owned();
        Texts {
            name: trimmed(&self.name),
            definition: trimmed(&self.definition),
            include: trimmed(&self.include),
            exclude: trimmed(&self.exclude),
            example: trimmed(&self.example),
        }
    }
}

impl Form {
    /// Follows the code that is shown; what is being written is kept until its field is left. What was written of
    /// another code whose field was still open is sent.
    pub fn follow(&mut self, sheet: &CodeSheet) -> Vec<Command> {
        self.show(sheet.id, || Texts::of(sheet))
    }

    fn show(&mut self, code: RecordId, stored: impl FnOnce() -> Texts) -> Vec<Command> {
        let same = self.code == Some(code);
        if same && self.writing {
            return Vec::new();
        }
        let unsent = self.unsent();
        self.code = Some(code);
        self.writing = false;
        self.known = stored();
        self.says = self.known.clone();
        unsent
    }

    /// What was written and not sent yet, to be sent now. A field that is still open goes on with what it says.
    pub fn unsent(&mut self) -> Vec<Command> {
        let Some(code) = self.code.filter(|_| self.writing) else { return Vec::new() };
        self.renamed(code).into_iter().chain(self.defined(code)).collect()
    }

    /// Another name, once; a code keeps a name.
    fn renamed(&mut self, code: RecordId) -> Option<Command> {
        let name = self.says.trimmed().name;
        if name.is_empty() || name == self.known.name.trim() {
            return None;
        }
        self.known.name.clone_from(&name);
        Some(Command::RenameCode { code, name })
    }

    /// What is said of the code, once, where it differs.
    fn defined(&mut self, code: RecordId) -> Option<Command> {
        let name = self.known.name.clone();
        let says = Texts { name: name.trim().to_owned(), ..self.says.trimmed() };
        if says == self.known.trimmed() {
            return None;
        }
        self.known = Texts { name, ..says.clone() };
        let Texts { definition, include, exclude, example, .. } = says;
        Some(Command::DefineCode { code, definition, include, exclude, example })
    }

    /// The name, as a field that looks like a title; a new name when it is left.
    pub fn name_field(&mut self, ui: &mut Ui, sheet: &CodeSheet, words: Words) -> Option<Command> {
        let edit = TextEdit::singleline(&mut self.says.name)
            .font(fonts::semibold(size::HEADING + 4.0))
            .frame(egui::Frame::NONE)
            .desired_width(f32::INFINITY)
            .id_salt("code name");
        let field = ui.add(edit).accessible_name(i18n::code_name(words.lang, words.method()));
        self.writing |= field.has_focus();
        if !field.lost_focus() {
            return None;
        }
        self.writing = false;
        if ui.input(|input| input.key_pressed(egui::Key::Escape)) || self.says.name.trim().is_empty() {
            self.says.name.clone_from(&self.known.name);
            return None;
        }
        self.renamed(sheet.id)
    }

    /// The four texts; what to send when one was left.
    pub fn texts(&mut self, ui: &mut Ui, sheet: &CodeSheet, words: Words) -> Option<Command> {
        let lang = words.lang;
        let mut left = false;
        let mut focused = false;
        let parts = [
            (
                &mut self.says.definition,
                i18n::column_definition(lang),
                i18n::codebook_definition_hint(lang),
                3,
            ),
            (&mut self.says.include, i18n::column_include(lang), "", 2),
            (&mut self.says.exclude, i18n::column_exclude(lang), "", 2),
            (&mut self.says.example, i18n::column_example(lang), i18n::codebook_example_hint(lang), 2),
        ];
        for (text, name, hint, rows) in parts {
            let theme = Theme::of(ui);
            ui.add_space(space::TIGHT);
            ui.label(RichText::new(name).font(fonts::regular(size::SMALL)).color(theme.mute));
            let edit = TextEdit::multiline(text)
                .id_salt(name)
                .font(fonts::regular(size::BODY))
                .hint_text(RichText::new(hint).color(theme.faint))
                .margin(egui::Margin::symmetric(10, 7))
                .desired_rows(rows)
                .desired_width(f32::INFINITY);
            let field = ui.add(edit).accessible_name(name);
            left |= field.lost_focus();
            focused |= field.has_focus();
        }
        self.writing |= focused;
        if left && !focused {
            self.writing = false;
        }
        if left { self.defined(sheet.id) } else { None }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)] // another command is a fault of the test

    use super::*;

    fn shown(form: &mut Form, code: u128, name: &str) -> Vec<Command> {
        let stored = Texts { name: name.to_owned(), ..Texts::default() };
        form.show(RecordId(uuid::Uuid::from_u128(code)), || stored)
    }

    /// A form with one field open.
    fn writing() -> Form {
        let mut form = Form::default();
        assert!(shown(&mut form, 1, "peur").is_empty());
        form.writing = true;
        form
    }

    #[test]
    fn another_code_is_shown_while_a_name_and_a_definition_are_written() {
        let mut form = writing();
        form.says.name = "peur du coût ".to_owned();
        form.says.definition = "Dès qu’une somme est dite.".to_owned();
        let sent = shown(&mut form, 2, "autre");
        let [Command::RenameCode { name, .. }, Command::DefineCode { definition, .. }] = &sent[..] else {
            panic!("{sent:?}")
        };
        assert_eq!((name.as_str(), definition.as_str()), ("peur du coût", "Dès qu’une somme est dite."));
        assert_eq!(form.says.name, "autre");
    }

    #[test]
    fn an_open_field_is_sent_once_and_goes_on() {
        let mut form = writing();
        assert!(form.unsent().is_empty(), "nothing was written");
        form.says.name = "crainte".to_owned();
        assert_eq!(form.unsent().len(), 1);
        assert!(form.unsent().is_empty(), "it is on its way");
        assert!(shown(&mut form, 1, "peur").is_empty());
        assert_eq!(form.says.name, "crainte", "the store has not answered yet");
    }
}
