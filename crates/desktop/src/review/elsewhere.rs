//! Reading elsewhere: what is given to directors, and what comes back.

use super::{Desk, ReviewAction};
use crate::theory::pieces;
use egui::Ui;

/// What can be given to each director, and what came back of it; in a copy, how it goes back.
pub(super) fn show(ui: &mut Ui, desk: &Desk<'_>, actions: &mut Vec<ReviewAction>) {
    let lang = desk.words.lang;
    if desk.view.directors.is_empty() {
        return;
    }
    pieces::card(ui, |ui| {
        if desk.view.copy {
            pieces::first_heading(ui, i18n::review_this_copy(lang));
            pieces::text(ui, i18n::review_this_copy_how(lang));
            if ui.button(i18n::review_send_back(lang)).clicked() {
                actions.push(ReviewAction::SaveCopy);
            }
            return;
        }
        pieces::first_heading(ui, i18n::review_elsewhere(lang));
        pieces::text(ui, i18n::review_elsewhere_how(lang));
        for (director, name) in desk.view.directors.iter() {
            ui.horizontal_wrapped(|ui| {
                if ui.button(i18n::review_copy_for(lang, name)).clicked() {
                    actions.push(ReviewAction::ReviewCopy(*director));
                }
                if ui.button(i18n::review_page_for_named(lang, name)).clicked() {
                    actions.push(ReviewAction::ReviewPage(*director));
                }
            });
        }
        if !desk.is_director() && ui.button(i18n::review_take(lang)).clicked() {
            actions.push(ReviewAction::TakeReplies);
        }
    });
}
