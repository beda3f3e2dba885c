//! Other codes than either coder's: chosen by typing, decided by Enter.

use super::super::pieces::{modal, primary, title};
use super::{DeskState, Scene};
use crate::folding::{Folded, query};
use crate::row;
use crate::theme::space;
use egui::{Key, ScrollArea, Ui};
use model::RecordId;
use model::value::Verdict;
use workbench::views::CodeRow;

/// Codes that are being chosen.
#[derive(Debug, Default)]
pub(super) struct Other {
    filter: String,
    chosen: Vec<RecordId>,
}

pub(super) fn show(ui: &Ui, scene: &Scene<'_>, state: &mut DeskState) {
    let Some(mut other) = state.other.take() else { return };
    let lang = scene.words.lang;
    let mut done = false;
    let stays = modal(ui, "other code", 460.0, |ui| {
        title(ui, i18n::desk_other_title(lang, scene.words.method()));
        let field = row::field(ui, &mut other.filter, i18n::codes_filter(lang), "other");
        // Looked at before the field takes the focus back: afterwards it has lost nothing.
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        let typed = query(&other.filter);
        let fits = |row: &&CodeRow| {
            let label = Folded::new(&row.label);
            typed.iter().all(|word| label.word_beginning(word).is_some())
        };
        let found: Vec<&CodeRow> = scene.shown.codes.rows.iter().filter(fits).take(200).collect();
        if entered && other.chosen.is_empty() {
            other.chosen.extend(found.first().map(|row| row.id));
        }
        ScrollArea::vertical().max_height(240.0).auto_shrink([false, true]).show(ui, |ui| {
            for row in &found {
                let on = other.chosen.contains(&row.id);
                if ui.selectable_label(on, row.label.as_ref()).clicked() {
                    match on {
                        true => other.chosen.retain(|code| *code != row.id),
                        false => other.chosen.push(row.id),
                    }
                }
            }
        });
        ui.add_space(space::SMALL);
        ui.horizontal(|ui| {
            let pressed = primary(ui, i18n::button_ok(lang)).clicked();
            done = (pressed || entered) && !other.chosen.is_empty();
            !done && !ui.button(i18n::button_cancel(lang)).clicked()
        })
        .inner
    });
    if done {
        state.draft.codes = other.chosen;
        state.draft.choose(Verdict::Other);
    } else if stays {
        state.other = Some(other);
    }
}
