//! The tables of a comparison: by code, and all units and rules side by side.

use super::super::pieces::{heading, leaf, quiet};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{Button, Grid, RichText, ScrollArea, Ui, WidgetInfo};
use std::collections::{BTreeMap, BTreeSet};
use workbench::answers::compare::{CodeCompared, CompareAnswer, Compared, CountsAnswer};
use workbench::answers::measures::{Measured, Measures};
use workbench::wording;

/// By what the codes are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sorting {
    /// The most units on which the coders differ first.
    #[default]
    Disagreement,
    /// In the order of the code book.
    CodeBook,
    /// The smallest of a measure first.
    Measure(&'static str),
}

/// The measures that are shown first, and those that are one click away; of two coders and of more.
pub(super) fn measures(many: bool, more: bool) -> Vec<&'static str> {
    let (first, others): (&[_], &[_]) = match many {
        false => (
            &["observed_agreement", "positive_agreement"],
            &[
                "negative_agreement",
                "cohen_kappa",
                "scott_pi",
                "gwet_ac1",
                "brennan_prediger",
                "krippendorff_alpha",
                "prevalence_index",
                "bias_index",
            ],
        ),
        true => (
            &["observed_agreement"],
            &[
                "fleiss_kappa",
                "conger_kappa",
                "light_kappa",
                "gwet_ac1",
                "brennan_prediger",
                "krippendorff_alpha",
            ],
        ),
    };
    first.iter().chain(others.iter().filter(|_| more)).copied().collect()
}

/// How many units the coders differ on.
fn differs(counts: &CountsAnswer) -> u64 {
    match counts {
        CountsAnswer::Pair { b, c, .. } => b + c,
        CountsAnswer::Many { patterns } => {
            let mixed = patterns.iter().filter(|(name, _)| name.contains('1') && name.contains('0'));
            mixed.map(|(_, units)| units).sum()
        }
    }
}

fn sorted(answer: &CompareAnswer, sorting: Sorting) -> Vec<&CodeCompared> {
    let mut codes: Vec<&CodeCompared> = answer.codes.iter().collect();
    match sorting {
        Sorting::CodeBook => {}
        Sorting::Disagreement => codes.sort_by_key(|code| std::cmp::Reverse(differs(&code.compared.counts))),
        // What is undefined says nothing of disagreement: it comes last.
        Sorting::Measure(name) => codes.sort_by(|one, other| {
            let of = |code: &CodeCompared| code.compared.measures.of(name).unwrap_or(f64::INFINITY);
            of(one).total_cmp(&of(other))
        }),
    }
    codes
}

pub(super) fn show(ui: &mut Ui, answer: &CompareAnswer, more: bool, sorting: &mut Sorting, words: Words) {
    let (lang, many) = (words.lang, answer.basis.coders.len() > 2);
    let shown = measures(many, more);
    ScrollArea::horizontal().id_salt("by code").auto_shrink([false, true]).show(ui, |ui| {
        Grid::new("compared by code").striped(true).spacing([18.0, 6.0]).show(ui, |ui| {
            sort_by(ui, i18n::column_code(lang, words.method()), Sorting::CodeBook, sorting);
            if !many {
                let (first, second) = (answer.basis.coders.name(0), answer.basis.coders.name(1));
                quiet(ui, i18n::column_measure_both(lang));
                sort_by(ui, &i18n::compare_only(lang, first), Sorting::Disagreement, sorting);
                sort_by(ui, &i18n::compare_only(lang, second), Sorting::Disagreement, sorting);
                quiet(ui, i18n::column_measure_neither(lang));
            } else {
                sort_by(ui, i18n::compare_differ(lang), Sorting::Disagreement, sorting);
            }
            for name in &shown {
                sort_by(ui, i18n::measure_name(lang, name), Sorting::Measure(name), sorting);
            }
            ui.end_row();
            // The whole first: with fifty codes nobody looks for it below.
            let pooled = &answer.pooled;
            line(ui, i18n::compare_pooled(lang), Some(pooled), &pooled.measures, &shown, many, words);
            line(ui, i18n::compare_mean(lang), None, &answer.mean.measures, &shown, many, words);
            for code in sorted(answer, *sorting) {
                let star = if code.too_rare { " *" } else { "" };
                let name = format!("{}{star}", leaf(&code.code));
                line(ui, &name, Some(&code.compared), &code.compared.measures, &shown, many, words);
            }
        });
    });
    not_interpretable(ui, answer, &shown, words);
}

fn sort_by(ui: &mut Ui, name: &str, by: Sorting, sorting: &mut Sorting) {
    let theme = Theme::of(ui);
    let on = *sorting == by;
    let color = if on { theme.accent } else { theme.mute };
    let text = RichText::new(name).font(fonts::medium(size::SMALL)).color(color);
    let response = ui.add(Button::new(text).frame(false));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, name));
    if response.clicked() {
        *sorting = by;
    }
}

fn line(
    ui: &mut Ui,
    name: &str,
    compared: Option<&Compared>,
    measured: &Measures,
    shown: &[&'static str],
    many: bool,
    words: Words,
) {
    let theme = Theme::of(ui);
    ui.label(RichText::new(name).font(fonts::medium(size::BODY)).color(theme.ink));
    match compared.map(|compared| &compared.counts) {
        Some(CountsAnswer::Pair { a, b, c, d }) => {
            for count in [a, b, c, d] {
                units(ui, *count, words);
            }
        }
        Some(counts) => units(ui, differs(counts), words),
        None => (0..if many { 1 } else { 4 }).for_each(|_| _ = ui.label("")),
    }
    shown.iter().for_each(|name| figure(ui, measured.of(name), words));
    ui.end_row();
}

/// A number of units.
pub(super) fn units(ui: &mut Ui, units: u64, words: Words) {
    let said = i18n::integer(words.lang, i64::try_from(units).unwrap_or(i64::MAX));
    ui.label(RichText::new(said).font(fonts::regular(size::BODY)).color(Theme::of(ui).ink));
}

/// A figure; where there is none, a dash that tells why.
pub(super) fn figure(ui: &mut Ui, measured: Measured, words: Words) {
    let (lang, theme) = (words.lang, Theme::of(ui));
    match measured {
        Ok(value) => {
            let said = i18n::decimal(lang, value, 2);
            ui.label(RichText::new(said).font(fonts::regular(size::BODY)).color(theme.ink));
        }
        Err(why) => {
            let reason = i18n::compare_not_here(lang, wording::undefined(lang, why));
            let mark = ui.label(RichText::new("–").color(theme.mute)).on_hover_text(&reason);
            mark.widget_info(|| WidgetInfo::labeled(Role::Label, true, &reason));
        }
    }
}

/// Why there is no figure, for each reason that there is, and of how many codes.
fn not_interpretable(ui: &mut Ui, answer: &CompareAnswer, shown: &[&'static str], words: Words) {
    let lang = words.lang;
    let mut reasons: BTreeMap<&'static str, usize> = BTreeMap::new();
    for code in &answer.codes {
        let why = shown.iter().filter_map(|name| code.compared.measures.of(name).err());
        let why: BTreeSet<&'static str> = why.map(|why| wording::undefined(lang, why)).collect();
        why.into_iter().for_each(|why| *reasons.entry(why).or_default() += 1);
    }
    for (why, codes) in reasons {
        quiet(
            ui,
            &i18n::compare_dash(lang, words.method(), number(codes), &i18n::compare_not_here(lang, why)),
        );
    }
    for name in shown {
        if let Err(why) = answer.pooled.measures.of(name) {
            let reason = i18n::compare_not_here(lang, wording::undefined(lang, why));
            quiet(ui, &i18n::compare_undefined_whole(lang, i18n::measure_name(lang, name), &reason));
        }
    }
}

/// All units and rules side by side: how far the figures depend on them.
pub(super) fn sensitivity(ui: &mut Ui, answer: &CompareAnswer, more: bool, words: Words) {
    let (lang, many) = (words.lang, answer.basis.coders.len() > 2);
    let shown = measures(many, more);
    ui.add_space(space::EDGE);
    heading(ui, i18n::compare_sensitivity(lang));
    quiet(ui, i18n::compare_sensitivity_purpose(lang));
    ScrollArea::horizontal().id_salt("sensitivity").auto_shrink([false, true]).show(ui, |ui| {
        Grid::new("sensitivity").striped(true).spacing([18.0, 6.0]).show(ui, |ui| {
            quiet(ui, i18n::compare_unit_title(lang));
            quiet(ui, i18n::compare_rule_title(lang));
            quiet(ui, i18n::compare_units(lang));
            shown.iter().for_each(|name| drop(quiet(ui, i18n::measure_name(lang, name))));
            ui.end_row();
            for row in &answer.sensitivity {
                ui.label(i18n::compare_unit(lang, row.unit));
                ui.label(row.rule.map_or("", |rule| i18n::compare_rule(lang, rule)));
                ui.label(i18n::integer(lang, i64::try_from(row.n_units).unwrap_or(i64::MAX)));
                shown.iter().for_each(|name| figure(ui, row.mean.of(name), words));
                ui.end_row();
            }
        });
    });
}
