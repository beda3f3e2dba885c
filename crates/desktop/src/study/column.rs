//! A column of the participants' table: its heading, what values it takes, and whether it stays.

use super::StudyAction;
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::words::Words;
use egui::{Id, Key, Modal, RichText, Ui};
use model::RecordId;
use model::value::AttributeKind;
use workbench::command::Command;
use workbench::views::ColumnView;

/// A column that is being described.
#[derive(Debug)]
pub(super) struct ColumnForm {
    column: Option<RecordId>,
    name: String,
    kind: AttributeKind,
    choices: String,
}

impl ColumnForm {
    /// A new column, or one that is there.
    pub fn of(column: Option<&ColumnView>) -> ColumnForm {
        ColumnForm {
            column: column.map(|column| column.id),
            name: column.map_or_else(String::new, |column| column.name.to_string()),
            kind: column.map_or(AttributeKind::Text, |column| column.kind),
            choices: column.map_or_else(String::new, |column| column.choices.join(", ")),
        }
    }

    /// Draws the form; true once it is done with.
    pub fn show(&mut self, ui: &Ui, words: Words, actions: &mut Vec<StudyAction>) -> bool {
        let mut done = false;
        let modal = Modal::new(Id::unique("column")).frame(crate::app::sheet(ui)).show(ui.ctx(), |ui| {
            ui.set_width(420.0);
            let (lang, theme) = (words.lang, Theme::of(ui));
            let title =
                if self.column.is_some() { i18n::study_column(lang) } else { i18n::study_add_column(lang) };
            ui.label(RichText::new(title).font(fonts::semibold(size::HEADING)).color(theme.ink));
            ui.add_space(space::SMALL);
            let field = row::field(ui, &mut self.name, i18n::study_column_name(lang), "column name");
            // Looked at before the field takes the focus back: afterwards it has lost nothing.
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
            ui.horizontal_wrapped(|ui| {
                for kind in AttributeKind::ALL {
                    ui.radio_value(&mut self.kind, *kind, kind_name(*kind, words));
                }
            });
            if self.kind == AttributeKind::Choice {
                row::field(ui, &mut self.choices, i18n::study_column_choices(lang), "column choices");
            }
            ui.add_space(space::SMALL);
            ui.horizontal(|ui| {
                let named = !self.name.trim().is_empty();
                let ok = ui.add_enabled(named, row::primary(i18n::button_ok(lang), theme));
                if ok.clicked() || (enter && named) {
                    actions.push(StudyAction::Run(self.command()));
                    done = true;
                }
                if let Some(attribute) = self.column
                    && ui.button(i18n::study_column_remove(lang)).clicked()
                {
                    actions.push(StudyAction::Run(Command::RemoveAttribute { attribute }));
                    done = true;
                }
                done |= ui.button(i18n::button_cancel(lang)).clicked();
            });
        });
        done || modal.should_close()
    }

    fn command(&self) -> Command {
        let (name, kind) = (self.name.trim().to_owned(), self.kind);
        let split = self.choices.split([',', ';']).map(|choice| choice.trim().to_owned());
        let choices = match kind {
            AttributeKind::Choice => split.filter(|choice| !choice.is_empty()).collect(),
            _ => Vec::new(),
        };
        match self.column {
            Some(attribute) => Command::EditAttribute { attribute, name, kind, choices },
            None => Command::AddAttribute { name, kind, choices },
        }
    }
}

fn kind_name(kind: AttributeKind, words: Words) -> &'static str {
    let lang = words.lang;
    match kind {
        AttributeKind::Text => i18n::study_kind_text(lang),
        AttributeKind::Number => i18n::study_kind_number(lang),
        AttributeKind::Date => i18n::study_kind_date(lang),
        AttributeKind::Choice => i18n::study_kind_choice(lang),
    }
}
