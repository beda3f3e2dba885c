//! The page of a packet: what is asked of the second coder, how far the work is, and the way back.

use super::RoundsAction;
use super::pieces::{body, card, care, day, heading, page, primary, quiet, secret, title};
use crate::theme::space;
use crate::words::{Words, number};
use egui::{Button, Ui};
use model::RecordId;
use workbench::answers::rounds::{CoderAnswer, RoundAnswer};
use workbench::command::double_coding::DoubleCoding;
use workbench::double_coding::locked::Passphrase;
use workbench::views::DoubleCodingView;

pub(super) fn show(
    ui: &mut Ui,
    view: &DoubleCodingView,
    phrase: &mut String,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let lang = words.lang;
    page(ui, "packet", |ui| {
        let Some(round) = view.rounds.first() else {
            body(ui, i18n::packet_empty(lang));
            return;
        };
        title(ui, i18n::packet_title(lang));
        body(ui, i18n::packet_purpose(lang, words.method()));
        ui.add_space(space::EDGE);
        if !round.instructions.is_empty() {
            card(ui, |ui| {
                heading(ui, i18n::rounds_instructions(lang));
                body(ui, &round.instructions);
            });
        }
        card(ui, |ui| interviews(ui, view, round, words, actions));
        if let Some(coder) = round.coders.iter().find(|coder| Some(coder.id) == view.me) {
            card(ui, |ui| way_back(ui, round.id, coder, view.came_locked, phrase, words, actions));
        }
    });
}

fn interviews(
    ui: &mut Ui,
    view: &DoubleCodingView,
    round: &RoundAnswer,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let lang = words.lang;
    heading(ui, i18n::packet_to_code(lang));
    for (id, name) in round.interview_ids.iter().zip(&round.interviews) {
        let row = view.who.iter().find(|row| row.interview == *name);
        let cell = row.and_then(|row| row.coders.first());
        let codings = cell.and_then(|cell| cell.codings).unwrap_or_default();
        ui.horizontal(|ui| {
            body(ui, name);
            quiet(ui, &i18n::passage_count(lang, number(codings)));
            if ui.button(i18n::packet_code_it(lang, name)).clicked() {
                actions.push(RoundsAction::Open(*id));
            }
        });
    }
}

fn way_back(
    ui: &mut Ui,
    round: RecordId,
    coder: &CoderAnswer,
    came_locked: bool,
    phrase: &mut String,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let lang = words.lang;
    heading(ui, i18n::packet_way_back(lang));
    if came_locked {
        care(ui, i18n::packet_came_locked(lang));
    }
    if !coder.done {
        body(ui, i18n::rounds_done_explained(lang));
        ui.add_space(space::SMALL);
        if primary(ui, i18n::rounds_declare_done(lang)).clicked() {
            actions.push(DoubleCoding::DeclareDone { round }.into());
        }
        if came_locked {
            // Between two sittings, too, nothing plain needs to stay.
            ui.add_space(space::SMALL);
            secret(ui, phrase, i18n::locked_passphrase(lang));
            lock_away(ui, phrase, words, actions);
            quiet(ui, i18n::packet_lock_away_explained(lang));
        }
        return;
    }
    if let Some(seal) = coder.seals.iter().find(|seal| seal.stands) {
        let at = day(lang, seal.at.as_deref().unwrap_or_default());
        body(ui, &i18n::rounds_sealed_at(lang, &at, seal.digest.get(..12).unwrap_or(&seal.digest)));
    }
    body(ui, i18n::packet_send_back_explained(lang));
    secret(ui, phrase, i18n::packet_protect_back(lang));
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        if primary(ui, i18n::packet_send_back(lang)).clicked() {
            let locked = (!phrase.is_empty()).then(|| Passphrase(phrase.clone()));
            actions.push(RoundsAction::SendBack(locked));
        }
        lock_away(ui, phrase, words, actions);
        if ui.button(i18n::rounds_reopen(lang)).clicked() {
            actions.push(DoubleCoding::ReopenDone { round }.into());
        }
    });
    quiet(ui, i18n::packet_lock_away_explained(lang));
}

/// Everything under the passphrase that was typed, and nothing plain left.
fn lock_away(ui: &mut Ui, phrase: &str, words: Words, actions: &mut Vec<RoundsAction>) {
    let button = Button::new(i18n::packet_lock_away(words.lang));
    if ui.add_enabled(!phrase.is_empty(), button).clicked() {
        actions.push(RoundsAction::LockAway(Passphrase(phrase.to_owned())));
    }
}
