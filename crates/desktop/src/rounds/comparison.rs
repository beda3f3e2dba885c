//! What coders did on the same interviews, in numbers: counts first, then agreement, the other measures one
//! click away, and why a figure says nothing where it does not. No word judges them.

mod choices;
mod others;
mod over_time;
mod table;

use super::pieces::{body, care, heading, quiet, title, wide_page};
use super::{RoundsAction, Shown};
use crate::theme::{Theme, space};
use crate::words::{Words, number};
use choices::Choices;
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};
use table::Sorting;
use workbench::answers::compare::{CompareAnswer, Resampling};
use workbench::answers::rounds::Independence;
use workbench::comparison::Asked;
use workbench::desk::Compared;
use workbench::views::{DoubleCodingPart, DoubleCodingShown};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct ComparisonState {
    choices: Choices,
    number: u64,
    asked: Option<(u64, Asked)>,
    answer: Option<Compared>,
    more: bool,
    sorting: Sorting,
}

impl ComparisonState {
    pub fn receive(&mut self, number: u64, compared: Compared) {
        if number == self.number {
            self.answer = Some(compared);
        }
    }

    pub fn waits(&self) -> bool {
        self.asked.is_some() && self.answer.is_none()
    }

    /// Asks again where what is compared, or the study, is another.
    fn ask(&mut self, shown: Shown<'_>, actions: &mut Vec<RoundsAction>) {
        let Some(asked) = self.choices.asked(shown.view) else { return };
        let asked = (shown.generation, asked);
        if self.asked.as_ref() == Some(&asked) {
            return;
        }
        self.number += 1;
        actions.push(RoundsAction::Compare(self.number, Box::new(asked.1.clone())));
        self.asked = Some(asked);
    }
}

pub(super) fn show(
    ui: &mut Ui,
    shown: Shown<'_>,
    state: &mut ComparisonState,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let theme = Theme::of(ui);
    let side = Frame::new().fill(theme.ground).inner_margin(Margin::same(space::EDGE as i8));
    Panel::left("comparison-choices").default_size(230.0).size_range(180.0..=340.0).frame(side).show(
        ui,
        |ui| {
            ScrollArea::vertical().id_salt("choices").auto_shrink(false).show(ui, |ui| {
                state.choices.show(ui, shown.view, words);
            });
        },
    );
    state.ask(shown, actions);
    CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| match &state.answer {
        None if state.asked.is_some() => {
            ui.add_space(space::PAGE);
            ui.vertical_centered(|ui| ui.spinner());
        }
        None => {
            ui.add_space(space::PAGE);
            crate::empty::show(
                ui,
                i18n::double_coding_nothing_yet(words.lang),
                i18n::double_coding_nothing_yet_advice(words.lang),
            );
        }
        Some(Err(sentence)) => {
            ui.add_space(space::PAGE);
            crate::empty::show(ui, sentence, i18n::double_coding_nothing_yet_advice(words.lang));
        }
        Some(Ok(answer)) => {
            let answer = answer.clone();
            wide_page(ui, "comparison", |ui| told(ui, shown, &answer, state, words, actions));
        }
    });
}

fn told(
    ui: &mut Ui,
    shown: Shown<'_>,
    answer: &CompareAnswer,
    state: &mut ComparisonState,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let lang = words.lang;
    title(ui, i18n::rounds_part_comparison(lang));
    let interviews = i18n::interview_count(lang, number(answer.interviews.len()));
    let (unit, rule) = (i18n::compare_unit(lang, answer.unit), i18n::compare_rule(lang, answer.rule));
    let units = i64::try_from(answer.n_units).unwrap_or(i64::MAX);
    quiet(ui, &i18n::compare_head(lang, &interviews, units, rule, unit));
    independence(ui, shown, answer, words);
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        ui.checkbox(&mut state.more, i18n::compare_other_measures(lang));
        if answer.basis.coders.len() == 2 && ui.button(i18n::compare_in_text(lang)).clicked() {
            let part = DoubleCodingPart::Reconciliation;
            actions.push(RoundsAction::Show(DoubleCodingShown { part, ..shown.asked }));
        }
    });
    kinds(ui, answer, words);
    over_time::show(ui, answer, state.more, words);
    ui.add_space(space::EDGE);
    heading(ui, i18n::compare_by_code(lang, words.method()));
    table::show(ui, answer, state.more, &mut state.sorting, words);
    uncertain(ui, answer, words);
    others::pairs(ui, answer, state.more, words);
    table::sensitivity(ui, answer, state.more, words);
    if state.more {
        others::sets(ui, answer, words);
        others::boundaries(ui, answer, words);
    }
    excluded(ui, answer, words);
}

/// Whether the figures measure independence: said only as far as sealed rounds prove it.
fn independence(ui: &mut Ui, shown: Shown<'_>, answer: &CompareAnswer, words: Words) {
    let lang = words.lang;
    let coders: Vec<&str> = (0..answer.basis.coders.len()).map(|at| answer.basis.coders.name(at)).collect();
    match Independence::of(&shown.view.rounds, &answer.interviews, &coders) {
        Independence::Proven => quiet(ui, i18n::compare_before_discussion(lang)),
        Independence::Changed(changed) => care(ui, &i18n::compare_after_discussion(lang, number(changed))),
        Independence::Unproven(interviews) if interviews.len() == answer.interviews.len() => {
            quiet(ui, i18n::compare_unproven(lang))
        }
        Independence::Unproven(interviews) => {
            quiet(ui, &i18n::compare_unproven_for(lang, &interviews.join(", ")))
        }
    };
    if shown.view.rounds.iter().any(|round| round.blinding == "declared") {
        quiet(ui, i18n::rounds_blind_declared(lang));
    }
}

/// How far the figures depend on which interviews were compared.
fn uncertain(ui: &mut Ui, answer: &CompareAnswer, words: Words) {
    let lang = words.lang;
    if answer.codes.iter().any(|code| code.too_rare) {
        quiet(ui, i18n::compare_rare(lang));
    }
    let Some(resampling) = &answer.resampling else {
        if answer.interviews.len() == 1 {
            quiet(ui, i18n::compare_no_interval(lang));
        }
        return;
    };
    for (name, interval) in [
        (i18n::column_positive(lang), resampling.pooled.positive_agreement),
        (i18n::column_kappa(lang), resampling.pooled.cohen_kappa),
        (i18n::column_alpha(lang), resampling.pooled.krippendorff_alpha),
    ] {
        if let Some((low, high)) = interval {
            let [from, to] = [low, high].map(|bound| i18n::decimal(lang, bound, 2));
            let n = number(resampling.interviews);
            quiet(ui, &i18n::compare_interval(lang, &from, name, n, &to));
        }
    }
    without(ui, resampling, words);
}

fn without(ui: &mut Ui, resampling: &Resampling, words: Words) {
    let lang = words.lang;
    if resampling.without.is_empty() {
        return;
    }
    let said = resampling.without.iter().map(|(name, kappa)| {
        let kappa = kappa.map_or("–".to_owned(), |kappa| i18n::decimal(lang, kappa, 2));
        format!("{name} {kappa}")
    });
    let said = said.collect::<Vec<_>>().join(" ; ");
    quiet(ui, &i18n::compare_without(lang, i18n::column_kappa(lang), &said));
}

fn kinds(ui: &mut Ui, answer: &CompareAnswer, words: Words) {
    let lang = words.lang;
    if answer.disagreements.is_empty() || answer.basis.coders.len() != 2 {
        return;
    }
    ui.add_space(space::EDGE);
    heading(ui, i18n::compare_kinds(lang));
    let (first, second) = (answer.basis.coders.name(0), answer.basis.coders.name(1));
    let kinds = answer.kinds.iter().filter(|(_, count)| **count > 0);
    let said = kinds
        .map(|(kind, count)| i18n::compare_kind(lang, first, kind, words.method(), number(*count), second));
    body(ui, &said.collect::<Vec<_>>().join(" · "));
}

fn excluded(ui: &mut Ui, answer: &CompareAnswer, words: Words) {
    let lang = words.lang;
    if answer.excluded.is_empty() {
        return;
    }
    ui.add_space(space::EDGE);
    heading(ui, i18n::compare_left_out(lang));
    for one in &answer.excluded {
        let who = one.coder.as_deref().map(|coder| format!(" · {coder}")).unwrap_or_default();
        quiet(ui, &format!("{}{who} : {}", one.interview, i18n::compare_why(lang, one.why)));
    }
}
