//! Who coded what: every interview with every member.

use super::pieces::{heading, quiet};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::words::{Words, number};
use egui::{Grid, RichText, ScrollArea, Ui};
use workbench::answers::rounds::CodedCell;
use workbench::views::DoubleCodingView;

pub(super) fn show(ui: &mut Ui, view: &DoubleCodingView, words: Words) {
    let lang = words.lang;
    heading(ui, i18n::rounds_who_coded(lang));
    quiet(ui, i18n::rounds_who_coded_legend(lang));
    ui.add_space(space::SMALL);
    ScrollArea::horizontal().id_salt("who coded").auto_shrink([false, true]).show(ui, |ui| {
        Grid::new("who coded what").striped(true).spacing([24.0, 6.0]).show(ui, |ui| {
            quiet(ui, i18n::column_interviews(lang));
            for member in view.members.iter() {
                quiet(ui, &member.name);
            }
            quiet(ui, i18n::rounds_reconciled(lang));
            ui.end_row();
            for row in view.who.iter() {
                ui.label(RichText::new(row.interview.as_str()).font(fonts::medium(size::BODY)));
                for member in view.members.iter() {
                    // By who it is, never by place: work under another's name would be a false record.
                    match row.coders.iter().find(|cell| cell.id == member.id) {
                        Some(cell) => one(ui, cell, words),
                        None => drop(quiet(ui, "–")),
                    }
                }
                ui.label(if row.reconciled { i18n::rounds_reconciled_yes(lang) } else { "–" });
                ui.end_row();
            }
        });
    });
}

/// What one member did: a word and a sign beside any colour.
fn one(ui: &mut Ui, cell: &CodedCell, words: Words) {
    let lang = words.lang;
    let theme = Theme::of(ui);
    let (text, color) = match (cell.sealed, cell.codings) {
        (true, _) if cell.finished => (i18n::rounds_cell_sealed_done(lang).to_owned(), theme.accent),
        (true, _) => (i18n::rounds_cell_sealed(lang).to_owned(), theme.mute),
        (false, Some(0) | None) if !cell.read => ("–".to_owned(), theme.faint),
        (false, codings) => {
            let count = i18n::passage_count(lang, number(codings.unwrap_or_default()));
            let sign = if cell.finished { "✔ " } else { "" };
            (format!("{sign}{count}"), theme.ink)
        }
    };
    ui.label(RichText::new(text).font(fonts::regular(size::BODY)).color(color));
}
