//! The rounds over time: before discussion, as it is now, and after differences were settled.

use super::super::pieces::{body, care, heading, quiet};
use super::table::{figure, measures, units};
use crate::theme::space;
use crate::words::{Words, number};
use egui::{Grid, ScrollArea, Ui};
use workbench::answers::compare::CompareAnswer;

pub(super) fn show(ui: &mut Ui, answer: &CompareAnswer, more: bool, words: Words) {
    let (lang, many) = (words.lang, answer.basis.coders.len() > 2);
    if answer.over_time.is_empty() {
        return;
    }
    let shown = measures(many, more);
    ui.add_space(space::EDGE);
    heading(ui, i18n::compare_over_time(lang));
    quiet(ui, i18n::compare_over_time_purpose(lang));
    ScrollArea::horizontal().id_salt("over time").auto_shrink([false, true]).show(ui, |ui| {
        Grid::new("over time").striped(true).spacing([18.0, 6.0]).show(ui, |ui| {
            quiet(ui, i18n::column_round(lang));
            quiet(ui, i18n::compare_moment_title(lang));
            quiet(ui, i18n::column_interviews(lang));
            quiet(ui, i18n::compare_units(lang));
            shown.iter().for_each(|name| drop(quiet(ui, i18n::measure_name(lang, name))));
            ui.end_row();
            for moment in &answer.over_time {
                body(ui, moment.round.as_deref().unwrap_or(i18n::compare_no_round(lang)));
                body(ui, i18n::compare_moment(lang, moment.moment));
                quiet(ui, &i18n::integer(lang, number(moment.interviews.len())));
                units(ui, moment.n_units, words);
                shown.iter().for_each(|name| figure(ui, moment.pooled.of(name), words));
                if moment.after_discussion {
                    care(ui, i18n::compare_not_independent(lang));
                } else if moment.blinding == Some("declared") {
                    quiet(ui, i18n::rounds_blind_declared(lang));
                }
                ui.end_row();
            }
        });
    });
}
