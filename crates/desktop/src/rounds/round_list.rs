//! The rounds: who codes what unseen by the others, who has declared done, and the packets that were given.

use super::opening::Opening;
use super::packet_sheet::PacketSheet;
use super::pieces::{body, card, care, day, heading, page, primary, quiet, title};
use super::round_sheet::RoundSheet;
use super::who_coded;
use super::{RoundsAction, Sheet};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::words::{Words, number};
use egui::{RichText, Ui};
use workbench::answers::rounds::{CoderAnswer, RoundAnswer};
use workbench::command::double_coding::DoubleCoding;
use workbench::views::{DoubleCodingPart, DoubleCodingShown, DoubleCodingView};

/// Draws the rounds; a sheet where one is wanted.
pub(super) fn show(
    ui: &mut Ui,
    view: &DoubleCodingView,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) -> Option<Sheet> {
    let lang = words.lang;
    let mut wanted = None;
    page(ui, "rounds", |ui| {
        title(ui, i18n::rounds_title(lang));
        body(ui, i18n::rounds_purpose(lang, words.method()));
        ui.add_space(space::SMALL);
        ui.horizontal_wrapped(|ui| {
            if primary(ui, i18n::rounds_new_packet(lang)).clicked() {
                wanted = Some(Sheet::Packet(Box::new(PacketSheet::new(view))));
            }
            if ui.button(i18n::rounds_new_round(lang)).clicked() {
                wanted = Some(Sheet::Round(Box::new(RoundSheet::new(view, lang))));
            }
            if ui.button(i18n::rounds_packet_back(lang)).clicked() {
                actions.push(RoundsAction::ChooseCopy);
            }
        });
        ui.add_space(space::PAGE);
        for round in view.rounds.iter().rev() {
            card(ui, |ui| wanted = one(ui, view, round, words, actions).or(wanted.take()));
        }
        extent(ui, view, words);
        who_coded::show(ui, view, words);
    });
    wanted
}

/// The sentence for the thesis, ready to be copied.
fn extent(ui: &mut Ui, view: &DoubleCodingView, words: Words) {
    let Some(answer) = &view.reconciliation else { return };
    ui.horizontal_wrapped(|ui| {
        body(ui, &answer.sentence);
        if ui.button(i18n::rounds_copy_sentence(words.lang)).clicked() {
            ui.ctx().copy_text(answer.sentence.clone());
        }
    });
    ui.add_space(space::EDGE);
}

fn one(
    ui: &mut Ui,
    view: &DoubleCodingView,
    round: &RoundAnswer,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) -> Option<Sheet> {
    let lang = words.lang;
    head(ui, round, words);
    if !round.instructions.is_empty() {
        quiet(ui, &round.instructions);
    }
    ui.add_space(space::SMALL);
    for coder in &round.coders {
        self::coder(ui, round, coder, words);
    }
    for packet in &round.packets {
        ui.horizontal_wrapped(|ui| {
            quiet(ui, &i18n::rounds_packet_given(lang, &packet.coder, &day(lang, &packet.at)));
            let still = round.coders.iter().any(|coder| coder.id == packet.coder_id && !coder.done);
            if packet.form == "docx"
                && still
                && ui.button(i18n::rounds_word_back_of(lang, &packet.coder)).clicked()
            {
                actions.push(RoundsAction::ReceiveWord { round: round.id, coder: packet.coder_id });
            }
        });
    }
    ui.add_space(space::SMALL);
    buttons(ui, view, round, words, actions)
}

fn head(ui: &mut Ui, round: &RoundAnswer, words: Words) {
    let lang = words.lang;
    ui.horizontal_wrapped(|ui| {
        heading(ui, &round.name);
        let theme = Theme::of(ui);
        let state = if round.sealed { "sealed" } else { "open" };
        let color = if round.sealed { theme.warn } else { theme.ok };
        ui.label(RichText::new(i18n::round_state(lang, state)).font(fonts::medium(size::SMALL)).color(color));
        if round.blinding == "declared" {
            quiet(ui, i18n::rounds_blind_declared(lang));
        }
        quiet(ui, &round.interviews.join(", "));
    });
}

fn coder(ui: &mut Ui, round: &RoundAnswer, coder: &CoderAnswer, words: Words) {
    let lang = words.lang;
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(coder.coder.as_str()).font(fonts::medium(size::BODY)));
        if !coder.done {
            quiet(ui, i18n::rounds_still_codes(lang));
        }
        for seal in &coder.seals {
            let at = day(lang, seal.at.as_deref().unwrap_or_default());
            let digest = seal.digest.get(..12).unwrap_or(&seal.digest);
            let said = match (seal.stands, seal.check) {
                (true, "broken") => i18n::rounds_seal_broken(lang, &at, digest),
                (true, _) => i18n::rounds_sealed_at(lang, &at, digest),
                (false, _) => i18n::rounds_seal_reopened(lang, &at, digest),
            };
            if seal.check == "broken" { care(ui, &said) } else { quiet(ui, &said) }
                .on_hover_text(seal.digest.as_str());
        }
        let after = coder.after_seal.as_ref().map_or(0, Vec::len);
        if after > 0 && !round.sealed {
            care(ui, &i18n::rounds_after_seal(lang, number(after)));
        }
    });
}

fn buttons(
    ui: &mut Ui,
    view: &DoubleCodingView,
    round: &RoundAnswer,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) -> Option<Sheet> {
    let lang = words.lang;
    let mine = round.coders.iter().find(|coder| Some(coder.id) == view.me);
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        if let Some(coder) = mine.filter(|_| round.sealed) {
            declare(ui, round, coder, words, actions);
        }
        if round.sealed {
            if ui.button(i18n::rounds_open_early(lang)).clicked() {
                wanted = Some(Sheet::Early(round.id, String::new()));
            }
        } else if round.opened.is_none() {
            if primary(ui, i18n::rounds_open_envelopes(lang)).clicked() {
                let reason = String::new();
                actions.push(DoubleCoding::OpenRound { round: round.id, reason }.into());
                wanted = opening(round, actions);
            }
        } else if ui.button(i18n::rounds_two_readings(lang)).clicked() {
            wanted = opening(round, actions);
        }
    });
    if let Some(opened) = round.opened.as_ref().filter(|opened| !opened.reason.is_empty()) {
        quiet(ui, &i18n::rounds_opened_early(lang, &day(lang, &opened.at), &opened.reason));
    }
    wanted
}

/// One's own declaration: made, or taken back.
fn declare(
    ui: &mut Ui,
    round: &RoundAnswer,
    coder: &CoderAnswer,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let lang = words.lang;
    let asked = if coder.done {
        let reopen = ui.button(i18n::rounds_reopen(lang));
        reopen.clicked().then_some(DoubleCoding::ReopenDone { round: round.id })
    } else {
        let done = primary(ui, i18n::rounds_declare_done(lang));
        let done = done.on_hover_text(i18n::rounds_done_explained(lang));
        done.clicked().then_some(DoubleCoding::DeclareDone { round: round.id })
    };
    actions.extend(asked.map(RoundsAction::from));
}

/// The two readings of a round, side by side.
fn opening(round: &RoundAnswer, actions: &mut Vec<RoundsAction>) -> Option<Sheet> {
    let [first, second, ..] = round.coders.as_slice() else { return None };
    let coders = [first.id, second.id];
    let part = DoubleCodingPart::Rounds;
    actions.push(RoundsAction::Show(DoubleCodingShown { part, coders: Some(coders) }));
    Some(Sheet::Opening(Opening::new(coders, round.interview_ids.clone())))
}
