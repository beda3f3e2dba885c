//! Several studies beside each other: how far each is, and where somebody waits for somebody.

use super::{Desk, ReviewAction, ReviewState, sheet};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::theory::pieces;
use crate::typography::unbroken;
use crate::words::number;
use egui::accesskit::Role;
use egui::{RichText, Ui, WidgetInfo};
use workbench::desk::BoardRead;
use workbench::review::board::BoardRow;

pub(super) fn show(ui: &mut Ui, desk: &Desk<'_>, state: &mut ReviewState, actions: &mut Vec<ReviewAction>) {
    let lang = desk.words.lang;
    if state.board.is_none() && !state.asked {
        state.asked = true;
        actions.push(ReviewAction::Board(state.added.clone()));
    }
    sheet(ui, i18n::review_tab_studies(lang), i18n::review_studies_purpose(lang), |ui| {
        match &state.board {
            None => pieces::quiet(ui, i18n::review_studies_reading(lang)),
            Some(rows) => rows.iter().for_each(|row| {
                ui.push_id(&row.path, |ui| pieces::card(ui, |ui| one(ui, desk, row, actions)));
            }),
        }
        ui.horizontal_wrapped(|ui| {
            if ui.button(i18n::review_studies_add(lang)).clicked() {
                actions.push(ReviewAction::AddStudy);
            }
            if ui.button(i18n::review_studies_again(lang)).clicked() {
                state.board = None;
            }
        });
    });
}

fn one(ui: &mut Ui, desk: &Desk<'_>, read: &BoardRead, actions: &mut Vec<ReviewAction>) {
    let (lang, theme) = (desk.words.lang, Theme::of(ui));
    let file = read.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let title = match &read.row {
        Ok(row) if !row.title.is_empty() => row.title.clone(),
        _ => file.clone(),
    };
    let label = RichText::new(unbroken(&title)).font(fonts::semibold(size::TITLE)).color(theme.ink);
    let label = ui.label(label);
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
    match &read.row {
        Ok(row) => {
            pieces::quiet(ui, &told(desk, row, &file));
            ui.add_space(space::TIGHT);
            figures(ui, desk, row);
        }
        Err(sentence) => pieces::text(ui, sentence),
    }
    let name = i18n::review_studies_open_named(lang, &title);
    let button = ui.button(i18n::review_studies_open(lang));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if button.clicked() {
        actions.push(ReviewAction::OpenStudy(read.path.clone()));
    }
}

fn told(desk: &Desk<'_>, row: &BoardRow, file: &str) -> String {
    let day = row.last.as_deref().map(|at| workbench::wording::day(desk.words.lang, at));
    [Some(file.to_owned()), day].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The figures of a study, those that wait for somebody in the colour that says so.
fn figures(ui: &mut Ui, desk: &Desk<'_>, row: &BoardRow) {
    let (lang, theme) = (desk.words.lang, Theme::of(ui));
    let claim = match row.claim {
        "none" => "–".to_owned(),
        state => i18n::claim_state(lang, state).to_owned(),
    };
    let count = |n: usize| i18n::integer(lang, number(n));
    let waits = matches!(row.claim, "waiting" | "refused") || row.holds == Some(false);
    let rows = [
        (
            i18n::study_progress_finished(lang),
            i18n::n_of_total(lang, number(row.finished), number(row.interviews)),
            false,
        ),
        (i18n::saturation_claim_title(lang), claim, waits),
        (i18n::review_gaps(lang), count(row.gaps), false),
        (i18n::board_silent(lang), count(row.silent), false),
        (i18n::review_threads(lang), count(row.open_threads), row.open_threads > 0),
        (i18n::board_unseen(lang), count(row.unseen), row.unseen > 0),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 22.0;
        for (name, value, heed) in rows {
            ui.vertical(|ui| {
                let colour = if heed { theme.warn } else { theme.ink };
                let value = RichText::new(unbroken(&value)).font(fonts::medium(size::BODY));
                ui.label(value.color(colour));
                pieces::quiet(ui, name);
            });
        }
    });
}
