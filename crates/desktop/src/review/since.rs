//! What has changed since a director last looked, one thing after the other by one key.

use super::{Desk, ReviewAction, ReviewState};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::number;
use egui::accesskit::Role;
use egui::{Key, RichText, Ui, WidgetInfo};
use workbench::command::review::ReviewCommand;
use workbench::review::changes::SinceAnswer;
use workbench::views::ReviewShowing;

pub(super) fn show(
    ui: &mut Ui,
    desk: &Desk<'_>,
    told: &SinceAnswer,
    state: &mut ReviewState,
    actions: &mut Vec<ReviewAction>,
) {
    let (lang, theme) = (desk.words.lang, Theme::of(ui));
    let all = told.walk().count();
    if state.walked.is_some_and(|at| at >= all) {
        state.walked = None;
    }
    ui.horizontal_wrapped(|ui| {
        let title = RichText::new(unbroken(&told.title)).font(fonts::semibold(size::BODY)).color(theme.ink);
        let label = ui.label(title);
        label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &told.title));
        if all == 0 {
            return;
        }
        ui.add_space(space::SMALL);
        let next = ui.button(i18n::review_next(lang)).clicked();
        let back =
            ui.add_enabled(state.walked.is_some_and(|at| at > 0), egui::Button::new(i18n::review_back(lang)));
        let back = back.clicked() || pressed(ui, true);
        if next || pressed(ui, false) {
            walk(desk, told, state, state.walked.map_or(0, |at| (at + 1) % all), actions);
        } else if back {
            walk(desk, told, state, state.walked.map_or(0, |at| at.saturating_sub(1)), actions);
        }
        if ui.button(i18n::review_all_seen(lang)).clicked() {
            actions.push(ReviewAction::Run(ReviewCommand::Look { target: None }.into()));
            actions.push(ReviewAction::Show(ReviewShowing { about: None, ..desk.showing.clone() }));
            state.walked = None;
        }
    });
    let line = match state.walked.and_then(|at| told.walk().nth(at).map(|found| (at, found))) {
        Some((at, (row, _))) => {
            let place = i18n::n_of_total(lang, number(at + 1), number(all));
            let day = workbench::wording::day(lang, &row.at);
            let what = match row.n {
                0 | 1 => row.text.clone(),
                more => i18n::review_and_others(lang, number(more - 1), &row.text),
            };
            format!("{place} · {day} · {} · {what}", row.author)
        }
        None if all > 0 => i18n::review_walk_hint(lang).to_owned(),
        None => return,
    };
    let label = RichText::new(unbroken(&line)).font(fonts::regular(size::SMALL)).color(theme.mute);
    ui.add(egui::Label::new(label).truncate()).on_hover_text(line);
}

/// F8 goes on; with Shift it goes back.
fn pressed(ui: &Ui, back: bool) -> bool {
    ui.input(|input| input.key_pressed(Key::F8) && input.modifiers.shift == back)
}

fn walk(
    desk: &Desk<'_>,
    told: &SinceAnswer,
    state: &mut ReviewState,
    to: usize,
    actions: &mut Vec<ReviewAction>,
) {
    state.walked = Some(to);
    if let Some((_, record)) = told.walk().nth(to) {
        actions.push(desk.look(record));
    }
}
