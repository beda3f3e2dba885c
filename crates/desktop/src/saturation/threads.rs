//! What is said of a claim, and what is answered.

use super::{SaturationAction, SaturationState, card, quiet, said};
use crate::fonts;
use crate::theme::{Theme, size};
use crate::words::Words;
use egui::{Button, RichText, TextEdit, Ui};
use model::RecordId;
use model::value::Role;
use workbench::answers::threads::ThreadAnswer;
use workbench::command::review::ReviewCommand;
use workbench::views::SaturationView;

pub(super) fn show(
    ui: &mut Ui,
    view: &SaturationView,
    claim: RecordId,
    state: &mut SaturationState,
    words: Words,
    actions: &mut Vec<SaturationAction>,
) {
    let lang = words.lang;
    card(
        ui,
        i18n::saturation_threads(lang),
        |_| {},
        |ui| {
            for thread in view.threads.iter().filter(|thread| thread.about == claim) {
                ui.push_id(thread.id, |ui| one(ui, thread, state, words, actions));
            }
            answer(ui, claim, i18n::saturation_comment(lang), state, actions);
            if view.role != Some(Role::Director) && ui.button(i18n::review_take(lang)).clicked() {
                actions.push(SaturationAction::TakeReplies);
            }
        },
    );
}

fn one(
    ui: &mut Ui,
    thread: &ThreadAnswer,
    state: &mut SaturationState,
    words: Words,
    actions: &mut Vec<SaturationAction>,
) {
    let (lang, theme) = (words.lang, Theme::of(ui));
    for comment in &thread.comments {
        ui.label(RichText::new(&comment.author).font(fonts::medium(size::SMALL)).color(theme.mute));
        said(ui, &comment.text);
    }
    let resolved = thread.resolved.is_some();
    if let Some(by) = &thread.resolved {
        quiet(ui, &i18n::saturation_resolved_by(lang, by));
    } else {
        answer(ui, thread.id, i18n::saturation_answer(lang), state, actions);
    }
    let label = if resolved { i18n::saturation_reopen(lang) } else { i18n::saturation_resolve(lang) };
    if ui.button(label).clicked() {
        let command = ReviewCommand::Resolve { thread: thread.id, resolved: !resolved };
        actions.push(SaturationAction::Run(command.into()));
    }
    ui.separator();
}

/// A field whose words are sent when they are to be.
fn answer(
    ui: &mut Ui,
    about: RecordId,
    name: &str,
    state: &mut SaturationState,
    actions: &mut Vec<SaturationAction>,
) {
    let typed = state.answers.entry(about).or_default();
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 84.0).max(60.0);
        let edit = TextEdit::singleline(typed).desired_width(width).hint_text(name);
        let field = ui.add(edit.id_salt(about)).accessible_name(name);
        let enter = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let written = !typed.trim().is_empty();
        let send = ui.add_enabled(written, Button::new("→")).clicked();
        if written && (send || enter) {
            let text = std::mem::take(typed);
            actions.push(SaturationAction::Run(ReviewCommand::Comment { about, text }.into()));
        }
    });
}
