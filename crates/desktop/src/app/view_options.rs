//! What the text shows: the layer that one codes in, one layer or both, whose codings; and the quiet reminder
//! to read before coding.

use super::work::Work;
use crate::Words;
use crate::fonts;
use crate::icons::{self, Icon};
use crate::theme::{Theme, size, space};
use egui::{
    Align, Button, Frame, Layout, Margin, Panel, Popup, PopupCloseBehavior, Rect, RichText, Ui, UiBuilder,
};
use model::RecordId;
use model::value::Layer;
use workbench::views::InterviewState;

/// How many readings come before the first label.
const READINGS: usize = 2;

/// Draws the button above the margin and, once pressed, the choices.
pub(super) fn show(work: &mut Work, ui: &mut Ui, room: Rect, words: Words) {
    let mut inner = ui.new_child(UiBuilder::new().max_rect(room.shrink2(egui::vec2(6.0, 6.0))));
    inner.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let theme = Theme::of(ui);
        let text = summary(work, words);
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.spacing_mut().button_padding.x = space::TIGHT;
        let galley = crate::row::one_line(
            ui.painter(),
            &text,
            fonts::regular(size::SMALL),
            theme.mute,
            ui.available_width() - 20.0,
        );
        let (sign, _) = ui.allocate_exact_size(egui::vec2(12.0, 12.0), egui::Sense::hover());
        icons::paint(ui.painter(), Icon::Open, icons::square(sign.center(), 11.0), theme.mute);
        let button = ui.add(Button::new(galley).frame_when_inactive(false));
        let button = button.accessible_name(i18n::view_options_name(words.lang));
        Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            ui.set_min_width(300.0);
            layers(work, ui, words);
            coders(work, ui, words);
            ui.separator();
            if ui.checkbox(&mut work.turn_numbers, i18n::view_turn_numbers(words.lang)).clicked() {
                work.transcript.show_turn_numbers(work.turn_numbers);
            }
            ui.checkbox(&mut work.asks_readings, i18n::view_ask_readings(words.lang));
        });
    });
}

/// `Montrer : tout`, or what is left out.
fn summary(work: &Work, words: Words) -> String {
    let mut parts = Vec::new();
    if work.layers_apart {
        parts.push(layer_name(work.layer, words).to_owned());
    }
    if let Some(coders) = &work.showing.coders {
        let members = work.screen.members.iter().filter(|member| coders.contains(&member.id));
        parts.extend(members.map(|member| member.initials.to_string()));
    }
    if parts.is_empty() {
        parts.push(i18n::view_everything(words.lang).to_owned());
    }
    i18n::view_options_now(words.lang, &parts.join(" · "))
}

fn layer_name(layer: Layer, words: Words) -> &'static str {
    match layer {
        Layer::Experiential => i18n::view_layer_short_experiential(words.lang),
        Layer::Thematic => i18n::view_layer_short_thematic(words.lang),
    }
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(space::TIGHT);
    ui.label(RichText::new(text).font(fonts::semibold(size::SMALL)).color(Theme::of(ui).mute));
}

fn layers(work: &mut Work, ui: &mut Ui, words: Words) {
    heading(ui, i18n::view_layers(words.lang));
    let before = work.layer;
    let mut now = before;
    ui.radio_value(&mut now, Layer::Experiential, i18n::view_layer_experiential(words.lang));
    ui.radio_value(&mut now, Layer::Thematic, i18n::view_layer_thematic(words.lang));
    if now != before {
        work.switch_layer();
    }
    let mut both = !work.layers_apart;
    if ui.checkbox(&mut both, i18n::view_both_layers(words.lang)).clicked() {
        work.set_apart(!both);
    }
}

fn coders(work: &mut Work, ui: &mut Ui, words: Words) {
    let screen = work.screen.clone();
    if screen.members.len() < 2 {
        return;
    }
    ui.separator();
    heading(ui, i18n::view_coders(words.lang));
    let everybody: Vec<RecordId> = screen.members.iter().map(|member| member.id).collect();
    let mut shown = work.showing.coders.clone().unwrap_or_else(|| everybody.clone());
    let before = shown.clone();
    let theme = Theme::of(ui);
    for member in &screen.members {
        ui.horizontal(|ui| {
            let mut on = shown.contains(&member.id);
            if ui.checkbox(&mut on, &*member.name).clicked() {
                shown.retain(|id| *id != member.id);
                if on {
                    shown.push(member.id);
                }
            }
            let (rect, _) = ui.allocate_exact_size(egui::vec2(24.0, 22.0), egui::Sense::hover());
            crate::row::badge(ui.painter(), rect.center(), &member.initials, theme.hue(member.hue), theme);
        });
    }
    if ui.small_button(i18n::view_everybody(words.lang)).clicked() {
        shown.clone_from(&everybody);
    }
    if shown != before && !shown.is_empty() {
        let all = everybody.iter().all(|id| shown.contains(id));
        work.showing.coders = (!all).then_some(shown);
        work.show_what_is_chosen();
    }
}

/// The line above a text that was not read twice and not coded yet, with the way to note a reading.
pub(super) fn reminder(work: &mut Work, ui: &mut Ui, words: Words) {
    let asks = work.asks_readings && work.screen.me.is_some() && !work.screen.is_director;
    let Some(interview) = work.showing.interview.filter(|_| asks) else { return };
    let row = work.screen.interviews.rows.iter().find(|row| row.id == interview);
    let waits = |row: &&workbench::views::InterviewRow| {
        row.readings < READINGS && matches!(row.state, InterviewState::ToRead | InterviewState::InProgress)
    };
    let Some(readings) = row.filter(waits).map(|row| row.readings) else { return };
    let mine = |view: &workbench::views::TranscriptView| {
        view.codings.iter().any(|coding| Some(coding.coder) == work.screen.me)
    };
    if work.screen.transcript.as_deref().is_none_or(mine) {
        return;
    }
    let theme = Theme::of(ui);
    let margin = Margin::symmetric(space::EDGE as i8, 6);
    let frame = Frame::new().fill(theme.ground).inner_margin(margin);
    Panel::top("reading-reminder").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let text = i18n::reading_reminder(words.lang, crate::words::number(readings));
            ui.label(RichText::new(text).font(fonts::regular(size::SMALL)).color(theme.mute));
            let note =
                RichText::new(i18n::interview_note_reading(words.lang)).font(fonts::regular(size::SMALL));
            if ui.small_button(note).clicked() {
                work.note_reading(interview);
            }
        });
    });
}
