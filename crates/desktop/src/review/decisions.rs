//! What was decided, and how the code book came to be.

use super::{Desk, ReviewAction, sheet};
use crate::theme::space;
use crate::theory::pieces;
use egui::Ui;
use workbench::review::evolution::EvolutionDay;
use workbench::review::overview::OverviewAnswer;

/// So many decisions and days are listed: the others stand in the pages that they belong to.
const SHOWN: usize = 60;

pub(super) fn show(
    ui: &mut Ui,
    desk: &Desk<'_>,
    told: &OverviewAnswer,
    days: &[EvolutionDay],
    actions: &mut Vec<ReviewAction>,
) {
    let lang = desk.words.lang;
    sheet(ui, i18n::review_tab_decisions(lang), i18n::review_decisions_purpose(lang), |ui| {
        pieces::card(ui, |ui| evolution(ui, desk, days, actions));
        pieces::card(ui, |ui| decided(ui, desk, told, actions));
    });
}

fn decided(ui: &mut Ui, desk: &Desk<'_>, told: &OverviewAnswer, actions: &mut Vec<ReviewAction>) {
    let lang = desk.words.lang;
    pieces::first_heading(ui, i18n::review_decisions(lang));
    if told.decisions.is_empty() {
        pieces::quiet(ui, i18n::review_decisions_none(lang));
    }
    for one in told.decisions.iter().rev().take(SHOWN) {
        let day = workbench::wording::day(lang, &one.at);
        let reason = if one.reason.is_empty() { i18n::review_no_reason(lang) } else { &one.reason };
        let aside = format!("{} · {day} · {}", one.interview, one.author);
        ui.push_id(one.id, |ui| {
            if pieces::leading_line(ui, reason, &aside).clicked() {
                actions.push(desk.look(one.id));
            }
        });
    }
}

fn evolution(ui: &mut Ui, desk: &Desk<'_>, days: &[EvolutionDay], actions: &mut Vec<ReviewAction>) {
    let (lang, method) = (desk.words.lang, desk.words.method());
    pieces::first_heading(ui, i18n::review_evolution(lang, method));
    if days.is_empty() {
        let none = match desk.view.copy {
            true => i18n::review_evolution_in_copy(lang),
            false => i18n::review_evolution_none(lang),
        };
        pieces::quiet(ui, none);
    }
    for (place, day) in days.iter().take(SHOWN).enumerate() {
        let date = workbench::wording::day(lang, &day.day);
        let n = crate::words::number;
        let mut parts = Vec::new();
        for (kind, count) in
            [("created", day.created), ("merged", day.merged), ("split", day.split), ("deleted", day.deleted)]
        {
            if count > 0 {
                parts.push(i18n::review_evolution_count(lang, kind, method, n(count)));
            }
        }
        let whole = i18n::review_evolution_day(lang, &date, method, n(day.codes), &parts.join(", "));
        ui.add_space(space::TIGHT);
        pieces::text(ui, &whole);
        for (line, told) in day.told.iter().enumerate() {
            ui.push_id((place, line), |ui| {
                if pieces::leading_line(ui, &told.text, "").clicked() {
                    actions.push(desk.look(told.code));
                }
            });
        }
    }
    if !days.is_empty() && ui.button(i18n::review_codes_over_time(lang)).clicked() {
        actions.push(ReviewAction::CodesOverTime);
    }
}
