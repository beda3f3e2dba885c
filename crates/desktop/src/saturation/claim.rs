//! What is claimed: the argument first, then the figures, the visas, and what has changed since.

use super::form::ClaimForm;
use super::{SaturationAction, SaturationState, card, pair, quiet, said, threads, typed_visa};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::words::{Words, number};
use egui::{Button, RichText, TextEdit, Ui};
use model::RecordId;
use model::value::{Countersign, Role};
use workbench::answers::claims::{ClaimRecord, MadeAnswer, VisaAnswer};
use workbench::command::review::ReviewCommand;
use workbench::views::SaturationView;
use workbench::wording;

pub(super) fn show(
    ui: &mut Ui,
    view: &SaturationView,
    state: &mut SaturationState,
    words: Words,
    actions: &mut Vec<SaturationAction>,
) {
    let lang = words.lang;
    match view.claims.last() {
        None => card(
            ui,
            i18n::saturation_claim_title(lang),
            |_| {},
            |ui| {
                said(ui, i18n::saturation_claim_empty(lang));
                ui.add_space(space::SMALL);
                begin(ui, view, state, words, None, i18n::saturation_claim_begin(lang));
            },
        ),
        Some(claim) => standing(ui, view, claim, state, words, actions),
    }
    rules(ui, view, state, words);
    estimates(ui, view, words);
}

fn begin(
    ui: &mut Ui,
    view: &SaturationView,
    state: &mut SaturationState,
    words: Words,
    claim: Option<&ClaimRecord>,
    label: &str,
) {
    if view.role == Some(Role::Director) {
        quiet(ui, i18n::saturation_claim_is_students(words.lang));
        return;
    }
    let theme = Theme::of(ui);
    let text = RichText::new(label).font(fonts::medium(size::BODY)).color(theme.on_accent);
    let ready = !view.interviews.is_empty() && view.problem.is_none() && view.blind.is_empty();
    if ui.add_enabled(ready, Button::new(text).fill(theme.accent)).clicked() {
        state.form = Some(ClaimForm::of(claim, view.interviews.len()));
    }
    if !view.blind.is_empty() {
        quiet(ui, &view.blind);
    }
}

fn standing(
    ui: &mut Ui,
    view: &SaturationView,
    claim: &ClaimRecord,
    state: &mut SaturationState,
    words: Words,
    actions: &mut Vec<SaturationAction>,
) {
    let (lang, theme) = (words.lang, Theme::of(ui));
    // A director is here for the visa: it comes first.
    if claim.made.is_some() && view.role == Some(Role::Director) {
        visas(ui, view, claim, state, words, actions);
    }
    let colour = match claim.state {
        "complete" => theme.ok,
        "refused" => theme.bad,
        _ => theme.warn,
    };
    card(
        ui,
        i18n::saturation_claim_title(lang),
        |ui| {
            let label = i18n::claim_state(lang, claim.state);
            ui.label(RichText::new(label).font(fonts::medium(size::SMALL)).color(colour));
        },
        |ui| {
            said(ui, &i18n::passages_quote(lang, &claim.argument));
            match &claim.made {
                Some(made) => figures(ui, made, words),
                None => begin(ui, view, state, words, Some(claim), i18n::saturation_claim_freeze(lang)),
            }
            if claim.made.is_some() {
                ui.horizontal_wrapped(|ui| {
                    if ui.button(i18n::saturation_sheet(lang)).clicked() {
                        actions.push(SaturationAction::Sheet(claim.id));
                    }
                    let again = claim.state == "refused"
                        || claim.today.as_ref().is_some_and(|today| !today.changes.is_empty());
                    if again {
                        begin(ui, view, state, words, Some(claim), i18n::saturation_claim_again(lang));
                    }
                });
            }
        },
    );
    if claim.made.is_some() {
        if view.role != Some(Role::Director) {
            visas(ui, view, claim, state, words, actions);
        }
        since(ui, claim, words);
    }
    threads::show(ui, view, claim.id, state, words, actions);
}

fn figures(ui: &mut Ui, made: &MadeAnswer, words: Words) {
    let lang = words.lang;
    let level = i18n::level_many(lang, made.level, words.method());
    ui.add_space(space::TIGHT);
    let (at, confirm) = (made.interview.to_string(), i64::from(made.confirm));
    said(ui, &i18n::sheet_claim(lang, &at, level, confirm));
    if let Some(upper) = made.not_excluded {
        quiet(ui, &i18n::saturation_strength(lang, confirm, &i18n::percent(lang, upper, 0)));
    }
    ui.add_space(space::TIGHT);
    let rows = made.interviews.iter().skip(made.interview as usize).take(made.confirm as usize);
    let brought: u64 = rows.map(|row| row.new).sum();
    let brought = i64::try_from(brought).unwrap_or(i64::MAX);
    pair(ui, &i18n::sheet_new_after(lang, level), &i18n::integer(lang, brought));
    let (holding, orders) = made.orders;
    if orders > 0 {
        let share = holding as f64 / orders as f64;
        let orders = i64::try_from(orders).unwrap_or(i64::MAX);
        pair(ui, &i18n::sheet_orders(lang, orders), &i18n::percent(lang, share, 0));
    }
    let day = wording::day(lang, &made.at);
    quiet(
        ui,
        &i18n::saturation_digest_short(lang, &day, made.digest.get(..12).unwrap_or_default(), &made.by),
    );
}

fn visas(
    ui: &mut Ui,
    view: &SaturationView,
    claim: &ClaimRecord,
    state: &mut SaturationState,
    words: Words,
    actions: &mut Vec<SaturationAction>,
) {
    let lang = words.lang;
    card(
        ui,
        i18n::saturation_visas(lang),
        |_| {},
        |ui| {
            if claim.visas.is_empty() {
                quiet(ui, i18n::saturation_no_director(lang));
            }
            for visa in &claim.visas {
                one_visa(ui, visa, words);
                if view.role != Some(Role::Director) {
                    ui.push_id(visa.director_id, |ui| {
                        typed_visa::show(ui, claim.id, visa, state, words, actions);
                    });
                }
            }
            if view.role == Some(Role::Director) {
                give(ui, claim.id, state, words, actions);
            }
        },
    );
}

fn one_visa(ui: &mut Ui, visa: &VisaAnswer, words: Words) {
    let theme = Theme::of(ui);
    let (sign, colour) = match visa.verdict {
        Some("agreed") => ("✓", theme.ok),
        Some(_) => ("×", theme.bad),
        None => ("…", theme.warn),
    };
    ui.horizontal_top(|ui| {
        // The names stand under each other, whatever the sign.
        ui.vertical(|ui| {
            ui.set_width(space::EDGE);
            ui.label(RichText::new(sign).font(fonts::semibold(size::HEADING)).color(colour));
        });
        ui.vertical(|ui| {
            ui.label(RichText::new(&visa.director).font(fonts::medium(size::BODY)).color(theme.ink));
            quiet(ui, &wording::visa(words.lang, visa));
            if let Some(reason) = visa.reason.as_deref().filter(|reason| !reason.is_empty()) {
                quiet(ui, &i18n::passages_quote(words.lang, reason));
            }
        });
    });
}

/// The director's own word.
fn give(
    ui: &mut Ui,
    claim: RecordId,
    state: &mut SaturationState,
    words: Words,
    actions: &mut Vec<SaturationAction>,
) {
    let lang = words.lang;
    let visa = |verdict, reason: String| {
        let command = ReviewCommand::GiveVisa { claim, director: None, verdict, reason, proof: None };
        SaturationAction::Run(command.into())
    };
    let mut typed = state.refusal.clone().unwrap_or_default();
    let edit = TextEdit::multiline(&mut typed).desired_rows(2).desired_width(f32::INFINITY);
    let name = i18n::saturation_visa_reason(lang);
    ui.add(edit.id_salt("visa-reason").hint_text(name)).accessible_name(name);
    let has_reason = !typed.trim().is_empty();
    let mut given = None;
    ui.horizontal(|ui| {
        if ui.button(i18n::saturation_agree(lang)).clicked() {
            given = Some(Countersign::Agreed);
        }
        let refuse = ui.add_enabled(has_reason, Button::new(i18n::saturation_refuse(lang)));
        if refuse.on_disabled_hover_text(i18n::error_refusal_reason(lang)).clicked() {
            given = Some(Countersign::Refused);
        }
    });
    state.refusal = Some(typed.clone());
    if let Some(verdict) = given {
        actions.push(visa(verdict, typed));
        state.refusal = None;
    }
}

fn since(ui: &mut Ui, claim: &ClaimRecord, words: Words) {
    let Some(today) = &claim.today else { return };
    card(
        ui,
        i18n::saturation_since(words.lang),
        |_| {},
        |ui| {
            let theme = Theme::of(ui);
            let colour = if today.status == "holds" { theme.ink } else { theme.bad };
            ui.label(RichText::new(&today.text).font(fonts::regular(size::BODY)).color(colour));
            for change in today.changes.iter().take(10) {
                quiet(ui, &format!("· {}", change.text));
            }
            if let Some(more) = today.changes.len().checked_sub(10).filter(|more| *more > 0) {
                quiet(ui, &i18n::sheet_more_changes(words.lang, number(more)));
            }
        },
    );
}

fn rules(ui: &mut Ui, view: &SaturationView, state: &SaturationState, words: Words) {
    if view.rules.is_empty() {
        return;
    }
    let lang = words.lang;
    card(
        ui,
        i18n::saturation_rules_title(lang),
        |_| {},
        |ui| {
            for (name, value) in view.rules.iter() {
                pair(ui, name, value);
            }
            match state.told.filter(|told| told.orders > 0) {
                Some(told) => {
                    let share = |part: u64| i18n::percent(lang, part as f64 / told.orders as f64, 0);
                    let orders = i64::try_from(told.orders).unwrap_or(i64::MAX);
                    pair(ui, &i18n::saturation_orders_guest(lang, orders), &share(told.reached));
                    if let Some(holding) = told.holding {
                        pair(ui, &i18n::sheet_orders(lang, orders), &share(holding));
                    }
                }
                None if state.waits() => quiet(ui, i18n::saturation_orders_trying(lang)),
                None => {}
            }
        },
    );
}

/// Folded away: never part of the claim.
fn estimates(ui: &mut Ui, view: &SaturationView, words: Words) {
    if view.estimates.is_empty() {
        return;
    }
    let title = i18n::saturation_estimates_title(words.lang);
    egui::CollapsingHeader::new(title).id_salt("estimates").default_open(false).show(ui, |ui| {
        quiet(ui, &view.caveat);
        for (name, value) in view.estimates.iter() {
            pair(ui, name, value);
        }
    });
}
