//! Deleting codes: what goes with them, before it goes.

use super::{CodebookAction, End};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::{Id, Modal, RichText, Ui};
use model::RecordId;
use workbench::command::Command;
use workbench::views::{CodeRow, CodeSheet, CodeTreeView};

/// A deletion that is asked about.
#[derive(Debug)]
pub(super) struct Removing {
    pub codes: Vec<RecordId>,
}

impl Removing {
    pub fn show(&self, ui: &Ui, tree: &CodeTreeView, sheet: Option<&CodeSheet>, words: Words) -> End {
        let rows: Vec<&CodeRow> = tree.rows.iter().filter(|row| self.codes.contains(&row.id)).collect();
        if rows.is_empty() {
            return End::Left;
        }
        let mut end = End::Open;
        let modal =
            Modal::new(Id::unique("delete-codes")).frame(crate::app::sheet(ui)).show(ui.ctx(), |ui| {
                ui.set_width(440.0);
                let (lang, theme) = (words.lang, Theme::of(ui));
                let names: Vec<&str> = rows.iter().map(|row| row.label.as_ref()).collect();
                let title = i18n::codebook_delete_title(lang, &names.join(", "));
                ui.label(
                    RichText::new(unbroken(&title)).font(fonts::semibold(size::HEADING)).color(theme.ink),
                );
                ui.add_space(space::SMALL);
                for line in what_goes(tree, &rows, sheet, words) {
                    ui.label(
                        RichText::new(unbroken(&line)).font(fonts::regular(size::BODY)).color(theme.ink),
                    );
                }
                ui.add_space(space::SMALL);
                ui.horizontal(|ui| {
                    let delete = ui.button(i18n::codebook_delete_do(lang));
                    if ui.memory(|memory| memory.focused().is_none()) {
                        delete.request_focus();
                    }
                    if delete.clicked() {
                        let command = Command::RemoveCodes { codes: self.codes.clone() };
                        end = End::Done(vec![CodebookAction::Run(command)]);
                    }
                    if ui.button(i18n::button_cancel(lang)).clicked() {
                        end = End::Left;
                    }
                });
            });
        if modal.should_close() && matches!(end, End::Open) { End::Left } else { end }
    }
}

/// The passages that lose a code, everybody's where that is known, and what moves up.
fn what_goes(tree: &CodeTreeView, rows: &[&CodeRow], sheet: Option<&CodeSheet>, words: Words) -> Vec<String> {
    let lang = words.lang;
    let counted: usize = match (rows, sheet) {
        ([only], Some(sheet)) if only.id == sheet.id => sheet.every_coding,
        _ => rows.iter().map(|row| row.own).sum(),
    };
    let children = |row: &&CodeRow| {
        let at = tree.rows.iter().position(|other| other.id == row.id).unwrap_or_default();
        let below = tree.rows.iter().skip(at + 1).take_while(|other| other.depth > row.depth);
        below.filter(|other| other.depth == row.depth + 1).count()
    };
    let lifted: usize = rows.iter().map(children).sum();
    let mut lines = vec![i18n::codebook_delete_passages(lang, number(counted))];
    if lifted > 0 {
        lines.push(i18n::codebook_delete_children(lang, words.method(), number(lifted)));
    }
    lines.push(i18n::codebook_delete_undo(lang).to_owned());
    lines
}
