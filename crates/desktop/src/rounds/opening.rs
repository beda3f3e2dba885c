//! The opening of the envelopes: two readings side by side, what both saw first, and what is left.

use super::pieces::{body, glimpse, heading, leaf, modal, primary, quiet, title};
use super::{RoundsAction, Shown};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::{Frame, Margin, RichText, Ui};
use model::RecordId;
use std::collections::BTreeSet;
use workbench::answers::reconciliation::{ItemAnswer, PassageAnswer, ReconciliationAnswer};
use workbench::command::double_coding::DoubleCoding;
use workbench::views::{DoubleCodingPart, DoubleCodingShown};

/// How many agreements are shown first.
const CLEAREST: usize = 5;
/// Below this height a window has no room for long quotations.
const LOW: f32 = 800.0;

/// The two readings of some interviews.
#[derive(Debug)]
pub(super) struct Opening {
    coders: [RecordId; 2],
    interviews: Vec<RecordId>,
}

impl Opening {
    pub fn new(coders: [RecordId; 2], interviews: Vec<RecordId>) -> Opening {
        Opening { coders, interviews }
    }

    /// Draws the moment; false once it is over.
    pub fn show(&mut self, ui: &Ui, shown: Shown<'_>, words: Words, actions: &mut Vec<RoundsAction>) -> bool {
        // Until the screen with both readings is there, nothing is said of either.
        let same = shown.view.coders == Some(self.coders);
        let Some(answer) = shown.view.reconciliation.as_deref().filter(|_| same) else { return true };
        modal(ui, "opening", 680.0, |ui| {
            let lang = words.lang;
            title(ui, i18n::opening_title(lang));
            let here = |item: &&ItemAnswer| self.interviews.contains(&item.interview_id);
            let items: Vec<&ItemAnswer> = answer.items().filter(here).collect();
            readings(ui, answer, &items, words);
            agreements(ui, &items, words);
            ui.add_space(space::EDGE);
            let go = |part| RoundsAction::Show(DoubleCodingShown { part, coders: Some(self.coders) });
            body(ui, &i18n::opening_left(lang, number(answer.open), number(answer.minutes)));
            ui.horizontal_wrapped(|ui| {
                if primary(ui, i18n::opening_align(lang, words.method())).clicked() {
                    actions.push(go(DoubleCodingPart::Alignment));
                    return false;
                }
                if ui.button(i18n::opening_reconcile(lang)).clicked() {
                    actions.push(go(DoubleCodingPart::Reconciliation));
                    return false;
                }
                !ui.button(i18n::opening_close(lang)).clicked()
            })
            .inner
        })
    }
}

fn readings(ui: &mut Ui, answer: &ReconciliationAnswer, items: &[&ItemAnswer], words: Words) {
    let sides: [fn(&ItemAnswer) -> &Vec<PassageAnswer>; 2] = [|item| &item.first, |item| &item.second];
    ui.columns(2, |columns| {
        for ((ui, side), coder) in columns.iter_mut().zip(sides).zip(&answer.coders) {
            let passages = items.iter().flat_map(|item| side(item));
            let codes: BTreeSet<RecordId> = passages.clone().map(|passage| passage.code_id).collect();
            let theme = Theme::of(ui);
            let frame = Frame::new().fill(theme.panel).corner_radius(radius::CARD);
            frame.inner_margin(Margin::same(space::EDGE as i8)).show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                heading(ui, coder);
                body(ui, &i18n::passage_count(words.lang, number(passages.count())));
                body(ui, &i18n::opening_codes(words.lang, words.method(), number(codes.len())));
            });
        }
    });
    ui.add_space(space::EDGE);
}

fn agreements(ui: &mut Ui, items: &[&ItemAnswer], words: Words) {
    let found = clearest(items);
    if found.is_empty() {
        body(ui, i18n::opening_no_agreement(words.lang, words.method()));
        return;
    }
    heading(ui, i18n::opening_agreements(words.lang));
    // On a low screen one line each, so that what comes next is in sight.
    let most = if ui.ctx().content_rect().height() < LOW { 75 } else { 220 };
    for item in found {
        let theme = Theme::of(ui);
        let quote = format!("« {} »", glimpse(&item.quote, most));
        ui.label(RichText::new(unbroken(&quote)).font(fonts::regular(size::SPEECH)).color(theme.ink));
        let codes: BTreeSet<&str> = item.first.iter().map(|passage| leaf(&passage.code)).collect();
        let codes = codes.into_iter().collect::<Vec<_>>().join(", ");
        quiet(ui, &format!("{} · {codes}", item.interview));
        ui.add_space(space::SMALL);
    }
}

/// What both saw most clearly: the same words with the same meaning, the longest first, then the same
/// meaning on words that mostly overlap.
fn clearest<'a>(items: &[&'a ItemAnswer]) -> Vec<&'a ItemAnswer> {
    let mut both: Vec<&ItemAnswer> = items
        .iter()
        .copied()
        .filter(|item| item.difference == "agreement" || item.difference == "other_edges" && item.one_turn)
        .collect();
    let length = |item: &ItemAnswer| item.end.saturating_sub(item.start);
    both.sort_by_key(|item| (item.difference != "agreement", std::cmp::Reverse(length(item)), item.start));
    both.truncate(CLEAREST);
    both
}

/// Asks why a round is opened before all have declared done; false once that is answered.
pub(super) fn early(
    ui: &Ui,
    round: RecordId,
    reason: &mut String,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) -> bool {
    modal(ui, "open early", 480.0, |ui| {
        let lang = words.lang;
        title(ui, i18n::rounds_open_early(lang));
        body(ui, i18n::rounds_open_early_explained(lang));
        row::field(ui, reason, i18n::rounds_reason(lang), "early reason");
        ui.add_space(space::SMALL);
        ui.horizontal(|ui| {
            let ready = !reason.trim().is_empty();
            let open = ui.add_enabled(ready, egui::Button::new(i18n::rounds_open_now(lang)));
            if open.clicked() {
                actions.push(DoubleCoding::OpenRound { round, reason: reason.clone() }.into());
                return false;
            }
            !ui.button(i18n::button_cancel(lang)).clicked()
        })
        .inner
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn item(difference: &'static str, start: u32, end: u32, one_turn: bool) -> ItemAnswer {
        ItemAnswer {
            id: None,
            interview: "EMG 1".to_owned(),
            interview_id: RecordId(Uuid::from_u128(1)),
            start,
            end,
            quote: String::new(),
            difference,
            one_turn,
            first: Vec::new(),
            second: Vec::new(),
            state: "open",
            decision: None,
        }
    }

    #[test]
    fn agreements_come_first_and_the_longest_of_them() {
        let items = [
            item("other_edges", 0, 900, true),
            item("other_edges", 0, 990, false),
            item("agreement", 10, 20, true),
            item("other_code", 0, 800, true),
            item("agreement", 30, 90, true),
        ];
        let found = clearest(&items.iter().collect::<Vec<_>>());
        let starts: Vec<_> = found.iter().map(|item| (item.start, item.end)).collect();
        assert_eq!(starts, [(30, 90), (10, 20), (0, 900)]);
    }
}
