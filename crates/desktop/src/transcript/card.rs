//! The card that appears over coded words: which codes, by whom, with which memo.

use super::state::TranscriptState;
use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use egui::{Response, RichText, Sense, Ui, vec2};
use i18n::Lang;
use model::value::Layer;
use workbench::views::{CodingView, PlaceState, TranscriptView};

/// How long the pointer rests before the card appears, in seconds.
const REST: f32 = 0.35;

/// The card lists at most this many codings.
const MOST: usize = 6;

/// Shows the card for these codings of the view once the pointer rests; none while a button is down.
pub(crate) fn show(
    ui: &Ui,
    response: &Response,
    view: &TranscriptView,
    state: &TranscriptState,
    codings: &[usize],
    lang: Lang,
) {
    let (rested, busy) =
        ui.input(|input| (input.pointer.time_since_last_movement(), input.pointer.any_down()));
    if codings.is_empty() || busy || state.drag.is_some() || state.hushed {
        return;
    }
    // Whoever works by keys has left the pointer lying somewhere: nothing comes up under it.
    let moved_at = ui.input(|input| input.time) - f64::from(rested);
    if state.last_key > moved_at {
        return;
    }
    if rested < REST {
        let wait = std::time::Duration::from_secs_f32(REST - rested);
        ui.ctx().request_repaint_after(wait);
        return;
    }
    let id = ui.scope_id().with("card");
    egui::Tooltip::always_open(ui.ctx().clone(), response.layer_id, id, egui::PopupAnchor::Pointer)
        .gap(14.0)
        .show(|ui| {
            let margin = egui::Margin::symmetric(6, 4);
            egui::Frame::new().inner_margin(margin).show(ui, |ui| content(ui, view, codings, lang));
        });
}

fn content(ui: &mut Ui, view: &TranscriptView, codings: &[usize], lang: Lang) {
    ui.spacing_mut().item_spacing = vec2(space::SMALL, space::TIGHT);
    for (shown, at) in codings.iter().take(MOST).enumerate() {
        let Some(coding) = view.codings.get(*at) else { continue };
        if shown > 0 {
            ui.add_space(space::TIGHT);
        }
        one(ui, coding, &quote(view, coding), lang);
    }
    if codings.len() > MOST {
        let more = RichText::new(format!("+{}", codings.len() - MOST));
        ui.label(more.font(fonts::regular(size::SMALL)).color(Theme::of(ui).faint));
    }
}

/// How much of the words the card shows, in scalars.
const QUOTE: usize = 90;

fn quote(view: &TranscriptView, coding: &CodingView) -> String {
    let mut words: String =
        view.text.chars().skip(coding.start).take(coding.range().len().min(QUOTE)).collect();
    words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if coding.range().len() > QUOTE {
        words.push('…');
    }
    words
}

fn one(ui: &mut Ui, coding: &CodingView, quote: &str, lang: Lang) {
    let theme = Theme::of(ui);
    ui.horizontal(|ui| {
        let (square, _) = ui.allocate_exact_size(vec2(9.0, 9.0), Sense::hover());
        ui.painter().rect_filled(square, radius::MARK, theme.hue(coding.hue));
        let label = RichText::new(&*coding.label).font(fonts::medium(size::BODY)).color(theme.ink);
        ui.label(if coding.in_vivo { label.italics() } else { label });
    });
    let mut details = vec![coding.coder_name.to_string()];
    details.extend(Some(coding.day.to_string()).filter(|day| !day.is_empty()));
    details.extend(coding.layer.map(|layer| layer_name(layer, lang).to_owned()));
    let small = |text: String| RichText::new(text).font(fonts::regular(size::SMALL));
    ui.label(small(details.join(" · ")).color(theme.mute));
    if !coding.definition.is_empty() {
        ui.label(small(unbroken(&coding.definition)).color(theme.mute));
    }
    ui.label(small(unbroken(&i18n::passages_quote(lang, quote))).color(theme.mute).italics());
    if coding.undecided {
        ui.label(small(i18n::passage_undecided(lang).to_owned()).color(theme.warn));
    }
    if coding.state == PlaceState::Changed {
        ui.label(small(i18n::place_changed(lang).to_owned()).color(theme.warn));
    }
    if !coding.memo.is_empty() {
        ui.label(RichText::new(unbroken(&coding.memo)).font(fonts::regular(size::SMALL)).color(theme.ink));
    }
}

fn layer_name(layer: Layer, lang: Lang) -> &'static str {
    match layer {
        Layer::Experiential => i18n::layer_experiential(lang),
        Layer::Thematic => i18n::layer_thematic(lang),
    }
}
