//! What is written of a code, while it is being written: sent when a field is left.

use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::words::Words;
use egui::{RichText, TextEdit, Ui};
use model::RecordId;
use workbench::command::Command;
use workbench::views::CodeSheet;

/// The texts of the form.
#[derive(Debug, Default)]
pub(super) struct Form {
    code: Option<RecordId>,
    name: String,
    definition: String,
    include: String,
    exclude: String,
    example: String,
    writing: bool,
}

impl Form {
    /// Follows the code that is shown; what is being written is kept until its field is left.
    pub fn follow(&mut self, sheet: &CodeSheet) -> Option<Command> {
        if self.code == Some(sheet.id) {
            if !self.writing {
                self.fill(sheet);
            }
            return None;
        }
        // Another code was chosen while a field was being written: what was written is sent.
        let unsent = self.code.filter(|_| self.writing).map(|code| self.command(code));
        self.code = Some(sheet.id);
        self.writing = false;
        self.fill(sheet);
        unsent
    }

    /// What was written and not sent because the page was left with its field.
    pub fn unsent(&mut self, sheet: &CodeSheet) -> Vec<Command> {
        if self.code != Some(sheet.id) || !std::mem::take(&mut self.writing) {
            return Vec::new();
        }
        let name = self.name.trim().to_owned();
        let renamed = !name.is_empty() && name != *sheet.name;
        let rename = renamed.then_some(Command::RenameCode { code: sheet.id, name });
        let define = self.differs(sheet).then(|| self.command(sheet.id));
        rename.into_iter().chain(define).collect()
    }

    fn fill(&mut self, sheet: &CodeSheet) {
        self.name = sheet.name.to_string();
        self.definition = sheet.definition.to_string();
        self.include = sheet.include.to_string();
        self.exclude = sheet.exclude.to_string();
        self.example = sheet.example.to_string();
    }

    fn command(&self, code: RecordId) -> Command {
        Command::DefineCode {
            code,
            definition: self.definition.trim().to_owned(),
            include: self.include.trim().to_owned(),
            exclude: self.exclude.trim().to_owned(),
            example: self.example.trim().to_owned(),
        }
    }

    fn differs(&self, sheet: &CodeSheet) -> bool {
        let pairs = [
            (&self.definition, &sheet.definition),
            (&self.include, &sheet.include),
            (&self.exclude, &sheet.exclude),
            (&self.example, &sheet.example),
        ];
        pairs.iter().any(|(written, known)| written.trim() != known.trim())
    }

    /// The name, as a field that looks like a title; a new name when it is left.
    pub fn name_field(&mut self, ui: &mut Ui, sheet: &CodeSheet, words: Words) -> Option<Command> {
        let edit = TextEdit::singleline(&mut self.name)
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
        let name = self.name.trim().to_owned();
        if ui.input(|input| input.key_pressed(egui::Key::Escape)) || name.is_empty() {
            self.name = sheet.name.to_string();
            return None;
        }
        (name != *sheet.name).then_some(Command::RenameCode { code: sheet.id, name })
    }

    /// The four texts; what to send when one was left.
    pub fn texts(&mut self, ui: &mut Ui, sheet: &CodeSheet, words: Words) -> Option<Command> {
        let lang = words.lang;
        let mut left = false;
        let mut focused = false;
        let parts = [
            (&mut self.definition, i18n::column_definition(lang), i18n::codebook_definition_hint(lang), 3),
            (&mut self.include, i18n::column_include(lang), "", 2),
            (&mut self.exclude, i18n::column_exclude(lang), "", 2),
            (&mut self.example, i18n::column_example(lang), i18n::codebook_example_hint(lang), 2),
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
        (left && self.differs(sheet)).then(|| self.command(sheet.id))
    }
}
