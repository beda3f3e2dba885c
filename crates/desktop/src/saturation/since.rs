//! For a director: what has changed since they last looked, walked by one key.

use super::{SaturationAction, SaturationState, card, quiet};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size};
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{Key, Sense, Ui, WidgetInfo, pos2, vec2};
use workbench::command::review::ReviewCommand;
use workbench::review::changes::SinceRow;
use workbench::views::SaturationView;

const ROW: f32 = 26.0;
/// So many lines at once; the others are walked to.
const SHOWN: usize = 8;

pub(super) fn show(
    ui: &mut Ui,
    view: &SaturationView,
    state: &mut SaturationState,
    words: Words,
    actions: &mut Vec<SaturationAction>,
) {
    let Some(since) = &view.since else { return };
    let lang = words.lang;
    card(
        ui,
        &since.title,
        |_| {},
        |ui| {
            let all = since.changes.len();
            if all > 0 && ui.input(|input| input.key_pressed(Key::F8)) {
                state.walked = Some(state.walked.map_or(0, |at| (at + 1) % all));
                follow(since.changes.get(state.walked.unwrap_or_default()), actions);
            }
            let from = state.walked.unwrap_or_default().saturating_sub(SHOWN - 1);
            for (place, change) in since.changes.iter().enumerate().skip(from).take(SHOWN) {
                if line(ui, change, state.walked == Some(place), words) {
                    state.walked = Some(place);
                    follow(Some(change), actions);
                }
            }
            ui.horizontal_wrapped(|ui| {
                if all > 0 && ui.button(i18n::review_next(lang)).clicked() {
                    state.walked = Some(state.walked.map_or(0, |at| (at + 1) % all));
                    follow(since.changes.get(state.walked.unwrap_or_default()), actions);
                }
                if all > 0 && ui.button(i18n::review_all_seen(lang)).clicked() {
                    actions.push(SaturationAction::Run(ReviewCommand::Look { target: None }.into()));
                    state.walked = None;
                }
                if ui.button(i18n::review_write_page(lang)).clicked() {
                    actions.push(SaturationAction::ReviewPage);
                }
            });
            quiet(ui, i18n::review_walk_hint(lang));
        },
    );
}

/// Codes are shown as one walks.
fn follow(change: Option<&SinceRow>, actions: &mut Vec<SaturationAction>) {
    if let Some(record) = change.filter(|one| one.record_kind == "code").and_then(|one| one.record) {
        actions.push(SaturationAction::ShowCode(record));
    }
}

fn line(ui: &mut Ui, change: &SinceRow, on: bool, words: Words) -> bool {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let text = match change.n {
        0 | 1 => change.text.clone(),
        more => i18n::review_and_others(words.lang, number(more - 1), &change.text),
    };
    let day = workbench::wording::day(words.lang, &change.at);
    let told = format!("{} · {text}", change.author);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, &told));
    let painter = ui.painter_at(rect);
    row::back(&painter, rect, on, response.hovered(), theme);
    let date = painter.layout_no_wrap(day, fonts::regular(size::SMALL), theme.faint);
    let room = rect.width() - date.size().x - 16.0;
    let galley = row::one_line(&painter, &told, fonts::regular(size::BODY), theme.ink, room);
    painter.galley(pos2(rect.left() + 4.0, rect.center().y - galley.size().y / 2.0), galley, theme.ink);
    let x = rect.right() - date.size().x - 4.0;
    painter.galley(pos2(x, rect.center().y - date.size().y / 2.0), date, theme.faint);
    response.on_hover_text(&told).clicked()
}
