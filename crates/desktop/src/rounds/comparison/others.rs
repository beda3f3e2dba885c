//! What is one click away: each two of several coders, several codes on one unit, and free boundaries.

use super::super::pieces::{body, heading, leaf, quiet};
use super::table::figure;
use crate::theme::space;
use crate::words::Words;
use egui::{Grid, ScrollArea, Ui};
use workbench::answers::compare::{CompareAnswer, PairCompared, SegmentsMatched, UnitizingAnswer};
use workbench::answers::measures::{Measured, Measures};

/// Every two of more than two coders, one table for each measure.
pub(super) fn pairs(ui: &mut Ui, answer: &CompareAnswer, more: bool, words: Words) {
    let lang = words.lang;
    if answer.pairs.is_empty() {
        return;
    }
    ui.add_space(space::EDGE);
    heading(ui, i18n::compare_two_by_two(lang));
    let all: &[&str] = &["positive_agreement", "observed_agreement", "cohen_kappa", "krippendorff_alpha"];
    let shown = if more { all } else { &all[..1] };
    for name in shown {
        quiet(ui, i18n::measure_name(lang, name));
        matrix(ui, answer, name, words);
        ui.add_space(space::SMALL);
    }
}

fn matrix(ui: &mut Ui, answer: &CompareAnswer, name: &'static str, words: Words) {
    let coders: Vec<&str> = (0..answer.basis.coders.len()).map(|at| answer.basis.coders.name(at)).collect();
    let of = |first: &str, second: &str| {
        let is = |pair: &&PairCompared| {
            let (one, other) = (pair.coders.0.as_str(), pair.coders.1.as_str());
            (one, other) == (first, second) || (other, one) == (first, second)
        };
        answer.pairs.iter().find(is)
    };
    ScrollArea::horizontal().id_salt(("pairs", name)).auto_shrink([false, true]).show(ui, |ui| {
        Grid::new(("pairs", name)).striped(true).spacing([18.0, 6.0]).show(ui, |ui| {
            ui.label("");
            coders.iter().for_each(|coder| drop(quiet(ui, coder)));
            ui.end_row();
            for first in &coders {
                body(ui, first);
                for second in &coders {
                    match of(first, second) {
                        Some(pair) if first != second => figure(ui, pair.measures.of(name), words),
                        _ => drop(quiet(ui, "·")),
                    }
                }
                ui.end_row();
            }
        });
    });
}

/// Several codes on one unit: α with a distance between sets of codes.
pub(super) fn sets(ui: &mut Ui, answer: &CompareAnswer, words: Words) {
    let lang = words.lang;
    ui.add_space(space::EDGE);
    heading(ui, i18n::compare_sets(lang, words.method()));
    list(ui, "sets", &answer.sets, words);
}

/// Measures one below the other: each with its figure, or with why it has none.
fn list(ui: &mut Ui, salt: &str, measures: &Measures, words: Words) {
    Grid::new(salt).striped(true).spacing([18.0, 6.0]).show(ui, |ui| {
        for (name, value) in &measures.0 {
            quiet(ui, i18n::measure_name(words.lang, name));
            said(ui, *value, words);
            ui.end_row();
        }
    });
}

/// A figure, or in words why there is none.
fn said(ui: &mut Ui, value: Measured, words: Words) {
    match value {
        Ok(_) => figure(ui, value, words),
        Err(why) => {
            let why = workbench::wording::undefined(words.lang, why);
            quiet(ui, &i18n::compare_not_here(words.lang, why));
        }
    }
}

/// Boundaries that each coder set freely: the u-α family, and segments that match.
pub(super) fn boundaries(ui: &mut Ui, answer: &CompareAnswer, words: Words) {
    let lang = words.lang;
    let free = &answer.unitizing;
    ui.add_space(space::EDGE);
    heading(ui, i18n::compare_boundaries(lang));
    quiet(ui, i18n::compare_boundaries_purpose(lang));
    match &free.all {
        Some(all) => list(ui, "all codes", all, words),
        None => {
            quiet(ui, i18n::compare_codes_overlap(lang, words.method()));
            list(ui, "coded or not", &free.coded_or_not, words);
        }
    }
    segments(ui, answer, words);
    by_code(ui, free, words);
}

/// All segments: how many of each coder's match one of the other's.
fn segments(ui: &mut Ui, answer: &CompareAnswer, words: Words) {
    let lang = words.lang;
    if answer.unitizing.segments.is_empty() {
        return;
    }
    ui.add_space(space::SMALL);
    quiet(ui, i18n::compare_segments(lang));
    let (first, second) = (answer.basis.coders.name(0), answer.basis.coders.name(1));
    let share = |matched: usize, of: usize| format!("{matched} / {of}");
    Grid::new("segments").striped(true).spacing([18.0, 6.0]).show(ui, |ui| {
        quiet(ui, i18n::compare_overlap(lang));
        quiet(ui, &i18n::compare_of_coder(lang, first));
        quiet(ui, &i18n::compare_of_coder(lang, second));
        quiet(ui, i18n::compare_segment_agreement(lang));
        quiet(ui, i18n::compare_segment_f1(lang));
        ui.end_row();
        for matched in &answer.unitizing.segments {
            body(ui, &i18n::compare_percent(lang, i64::from(matched.percent)));
            body(ui, &share(matched.matched.0, matched.segments.0));
            body(ui, &share(matched.matched.1, matched.segments.1));
            figure(ui, matched.measures.of("agreement"), words);
            figure(ui, matched.measures.of("f1"), words);
            ui.end_row();
        }
    });
}

/// Each code alone.
fn by_code(ui: &mut Ui, free: &UnitizingAnswer, words: Words) {
    let lang = words.lang;
    let Some(first) = free.codes.first() else { return };
    let shown: Vec<&'static str> = first.measures.0.iter().map(|(name, _)| *name).collect();
    ui.add_space(space::SMALL);
    ScrollArea::horizontal().id_salt("free by code").auto_shrink([false, true]).show(ui, |ui| {
        Grid::new("free by code").striped(true).spacing([18.0, 6.0]).show(ui, |ui| {
            quiet(ui, i18n::column_code(lang, words.method()));
            shown.iter().for_each(|name| drop(quiet(ui, i18n::measure_name(lang, name))));
            for SegmentsMatched { percent, .. } in &first.segments {
                quiet(ui, &i18n::compare_segments_at(lang, i64::from(*percent)));
            }
            ui.end_row();
            for code in &free.codes {
                body(ui, leaf(&code.code));
                shown.iter().for_each(|name| figure(ui, code.measures.of(name), words));
                code.segments.iter().for_each(|one| figure(ui, one.measures.of("agreement"), words));
                ui.end_row();
            }
        });
    });
    quiet(ui, &i18n::compare_length(lang, i64::try_from(free.length).unwrap_or(i64::MAX)));
}
