//! What was said of anything, and waits for an answer.

use super::{Desk, ReviewAction, ReviewState, sheet};
use crate::theme::space;
use crate::theory::pieces;
use crate::words::number;
use egui::Ui;
use workbench::answers::threads::ThreadAnswer;

pub(super) fn show(ui: &mut Ui, desk: &Desk<'_>, state: &mut ReviewState, actions: &mut Vec<ReviewAction>) {
    let lang = desk.words.lang;
    sheet(ui, i18n::review_threads(lang), i18n::review_threads_purpose(lang), |ui| {
        if desk.view.directors.is_empty() {
            pieces::text(ui, i18n::saturation_no_director(lang));
            ui.add_space(space::SMALL);
        }
        let (open, resolved): (Vec<&ThreadAnswer>, Vec<&ThreadAnswer>) =
            desk.view.threads.iter().partition(|thread| thread.resolved.is_none());
        pieces::card(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if open.is_empty() {
                pieces::text(ui, i18n::review_threads_none(lang));
            }
            for thread in open.into_iter().rev() {
                ui.push_id(thread.id, |ui| line(ui, desk, thread, actions));
            }
        });
        if !resolved.is_empty() {
            let label = i18n::review_threads_resolved(lang, number(resolved.len()));
            ui.checkbox(&mut state.resolved, label);
        }
        if state.resolved && !resolved.is_empty() {
            pieces::card(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for thread in resolved.into_iter().rev() {
                    ui.push_id(thread.id, |ui| line(ui, desk, thread, actions));
                }
            });
        }
        ui.add_space(space::SMALL);
        if !desk.is_director() {
            super::elsewhere::show(ui, desk, actions);
        }
    });
}

/// The last word, and on what.
fn line(ui: &mut Ui, desk: &Desk<'_>, thread: &ThreadAnswer, actions: &mut Vec<ReviewAction>) {
    let lang = desk.words.lang;
    let Some(last) = thread.comments.last() else { return };
    let day = workbench::wording::day(lang, &last.at);
    let kind = i18n::kind_name(lang, thread.about_kind, desk.words.method());
    let aside = format!("{kind} · {} · {} · {day}", thread.about_name, last.author);
    if pieces::leading_line(ui, &last.text, &aside).clicked() {
        actions.push(desk.look(thread.about));
    }
}
