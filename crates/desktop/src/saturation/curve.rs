//! The curve with what can be chosen of it, and what the chosen interview brings.

use super::canvas::{Canvas, part, pixel};
use super::{SaturationAction, SaturationState, card, quiet};
use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{RichText, Sense, Ui, WidgetInfo, vec2};
use workbench::levels::LevelAsked;
use workbench::saturation::Order;
use workbench::saturation::figure::draw_curve;
use workbench::views::{SaturationShowing, SaturationView};

const HEIGHT: f32 = 270.0;

pub(super) fn show(
    ui: &mut Ui,
    view: &SaturationView,
    showing: &SaturationShowing,
    state: &mut SaturationState,
    words: Words,
    actions: &mut Vec<SaturationAction>,
) {
    let lang = words.lang;
    let level = view.level.unwrap_or(LevelAsked::Label);
    let level = i18n::level_many(lang, level.as_str(), words.method());
    let title = i18n::saturation_curve_title(lang, level);
    card(
        ui,
        &title,
        |_| {},
        |ui| {
            choices(ui, view, showing, words, actions);
            match &view.problem {
                Some(problem) => quiet(ui, problem),
                None if view.interviews.is_empty() => quiet(ui, i18n::saturation_empty(lang)),
                None => {
                    figure(ui, view, state, words, &title);
                    chosen(ui, view, state, words, actions);
                }
            }
            notes(ui, view);
            quiet(ui, &view.basis);
        },
    );
}

/// Level, order, and with which code book.
fn choices(
    ui: &mut Ui,
    view: &SaturationView,
    showing: &SaturationShowing,
    words: Words,
    actions: &mut Vec<SaturationAction>,
) {
    let lang = words.lang;
    let mut asked = showing.clone();
    ui.horizontal_wrapped(|ui| {
        for level in &view.levels {
            let name = i18n::level_many(lang, level.as_str(), words.method());
            if ui.selectable_label(view.level == Some(*level), name).clicked() {
                asked.level = Some(*level);
            }
        }
        ui.add_space(space::EDGE);
        for (order, name) in
            [(Order::Date, i18n::saturation_by_date(lang)), (Order::Coding, i18n::saturation_by_coding(lang))]
        {
            if ui.selectable_label(showing.order == order, name).clicked() {
                asked.order = order;
            }
        }
        if matches!(showing.order, Order::List(_)) {
            let chosen = ui.selectable_label(true, i18n::saturation_by_choice(lang));
            chosen.on_hover_text(i18n::saturation_by_choice_hint(lang));
        }
        ui.add_space(space::EDGE);
        let as_coded = ui.checkbox(&mut asked.as_coded, i18n::saturation_as_coded_short(lang));
        as_coded.on_hover_text(unbroken(i18n::saturation_as_coded(lang)));
    });
    egui::CollapsingHeader::new(i18n::saturation_options(lang)).id_salt("curve-options").show(ui, |ui| {
        let level = asked.level;
        let (order, as_coded) = (asked.order.clone(), asked.as_coded);
        asked = super::options::show(
            ui,
            view,
            &SaturationShowing { level, order, as_coded, ..asked.clone() },
            words,
        );
    });
    if asked != *showing {
        actions.push(SaturationAction::Ask(asked));
    }
}

fn figure(ui: &mut Ui, view: &SaturationView, state: &mut SaturationState, words: Words, title: &str) {
    let theme = Theme::of(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::CLICK | Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, described(view, words, title)));
    let painter = ui.painter_at(rect);
    let Some(layout) = draw_curve(Canvas::new(&painter, rect), &view.figure, &theme.figure_ink()) else {
        return;
    };
    let under = |at: egui::Pos2| {
        let (x, _) = pixel(rect, at);
        layout.parts.iter().position(|(left, right)| (*left..*right).contains(&x))
    };
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked()) {
        state.chosen = under(at).filter(|place| *place < view.interviews.len());
        response.request_focus();
    }
    if response.has_focus() {
        state.chosen = moved(ui, state.chosen, view.interviews.len());
        crate::row::ring(&painter, rect.shrink(1.0), theme);
    }
    for (place, tint) in [(state.chosen, theme.accent), (response.hover_pos().and_then(under), theme.mute)] {
        if let Some(column) = place.and_then(|place| layout.parts.get(place)) {
            let column = part(rect, *column, layout.plot);
            painter.rect_stroke(column, radius::MARK, egui::Stroke::new(1.0, tint), egui::StrokeKind::Inside);
        }
    }
}

/// Arrows go from interview to interview.
fn moved(ui: &Ui, chosen: Option<usize>, all: usize) -> Option<usize> {
    let by = ui.input(|input| {
        i32::from(input.key_pressed(egui::Key::ArrowRight))
            - i32::from(input.key_pressed(egui::Key::ArrowLeft))
    });
    match (by, chosen) {
        (0, chosen) => chosen,
        (_, None) => (all > 0).then_some(0),
        (by, Some(place)) => Some(if by > 0 { (place + 1).min(all - 1) } else { place.saturating_sub(1) }),
    }
}

/// What the curve says, for who cannot see it.
fn described(view: &SaturationView, words: Words, title: &str) -> String {
    let each = view
        .interviews
        .iter()
        .map(|one| i18n::saturation_described(words.lang, number(one.new.len()), &one.name));
    format!("{title}. {}", each.collect::<Vec<_>>().join(" ; "))
}

/// What the chosen interview brings, each code one press from its passage.
fn chosen(
    ui: &mut Ui,
    view: &SaturationView,
    state: &mut SaturationState,
    words: Words,
    actions: &mut Vec<SaturationAction>,
) {
    let theme = Theme::of(ui);
    let Some(one) = state.chosen.and_then(|place| view.interviews.get(place)) else {
        quiet(ui, i18n::saturation_choose_bar(words.lang));
        return;
    };
    ui.horizontal_wrapped(|ui| {
        let brings = i18n::saturation_brings(words.lang, number(one.new.len()), &one.name);
        ui.label(RichText::new(brings).font(fonts::medium(size::BODY)).color(theme.ink));
        for (code, name) in one.new.iter() {
            if ui.link(name.as_ref()).clicked() {
                actions.push(SaturationAction::GoTo { interview: one.id, code: *code });
            }
        }
        if ui.button(i18n::saturation_open_interview(words.lang)).clicked() {
            actions.push(SaturationAction::Open(one.id));
        }
    });
}

fn notes(ui: &mut Ui, view: &SaturationView) {
    let theme = Theme::of(ui);
    for note in view.notes.iter().take(8) {
        let colour = if note.heed { theme.warn } else { theme.mute };
        ui.label(RichText::new(note.text.as_ref()).font(fonts::regular(size::SMALL)).color(colour));
    }
}
