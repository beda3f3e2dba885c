//! The files of the sheet: which are taken, how each stands, which one is looked at.

use super::pieces::n;
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use egui::{RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use i18n::Lang;
use workbench::import::{Decision, Preview};

/// The width of the list.
pub(super) const WIDTH: f32 = 220.0;
const ROW: f32 = 50.0;

/// What was asked in the list.
#[derive(Debug)]
pub(super) enum Asked {
    /// Look at this one.
    Choose(usize),
    /// Take it or leave it out.
    Decide(usize, Decision),
}

/// Draws the list.
pub(super) fn show(
    ui: &mut Ui,
    files: &[Preview],
    refused: &[(String, String)],
    chosen: usize,
    lang: Lang,
) -> Option<Asked> {
    let theme = Theme::of(ui);
    let mut asked = None;
    row::head(ui, i18n::import_files(lang), &(files.len() + refused.len()).to_string());
    ScrollArea::vertical().id_salt("files").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, preview) in files.iter().enumerate() {
            asked = file(ui, (at, preview), at == chosen, lang).or(asked.take());
        }
        if !refused.is_empty() {
            ui.add_space(space::SMALL);
            row::head(ui, i18n::import_refused(lang), &refused.len().to_string());
            for (_, sentence) in refused {
                ui.horizontal_wrapped(|ui| {
                    ui.add_space(space::EDGE);
                    ui.label(RichText::new(sentence).font(fonts::regular(size::SMALL)).color(theme.bad));
                });
                ui.add_space(space::TIGHT);
            }
        }
    });
    asked
}

fn file(ui: &mut Ui, (at, preview): (usize, &Preview), chosen: bool, lang: Lang) -> Option<Asked> {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let (name, details, color) = (&preview.read.file, details(preview, lang), state_color(preview, theme));
    response.widget_info(|| {
        WidgetInfo::selected(egui::Role::ListBoxOption, true, chosen, format!("{name}, {details}"))
    });
    let inner = rect.shrink2(vec2(6.0, 1.0));
    row::back(ui.painter(), inner, chosen, response.hovered(), theme);
    if response.has_focus() {
        row::ring(ui.painter(), inner, theme);
    }
    let left = rect.left() + 40.0;
    let width = rect.right() - left - space::SMALL;
    let weight = if chosen { fonts::semibold(size::BODY) } else { fonts::medium(size::BODY) };
    let ink = if preview.decisions.taken { theme.ink } else { theme.faint };
    let title = row::one_line(ui.painter(), name, weight, ink, width);
    ui.painter().galley(pos2(left, rect.top() + 7.0), title, ink);
    let below = row::one_line(ui.painter(), &details, fonts::regular(size::SMALL), color, width);
    let cut = below.elided;
    ui.painter().galley(pos2(left, rect.top() + 27.0), below, color);
    let response = if cut { response.on_hover_text(&details) } else { response };
    let mut asked = response.clicked().then_some(Asked::Choose(at));
    let place = egui::Rect::from_center_size(pos2(rect.left() + 24.0, rect.center().y), vec2(22.0, 22.0));
    let mut taken = preview.decisions.taken;
    let mut cell = ui.new_child(egui::UiBuilder::new().max_rect(place).id_salt(("take", at)));
    let check = cell.add(egui::Checkbox::without_text(&mut taken));
    check.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, taken, name));
    if check.changed() {
        asked = Some(Asked::Decide(at, Decision::Take(taken)));
    }
    asked
}

fn state_color(preview: &Preview, theme: &Theme) -> egui::Color32 {
    match preview {
        _ if preview.already.is_some() => theme.warn,
        _ if preview.decisions.turns.is_empty() => theme.warn,
        _ => theme.mute,
    }
}

fn details(preview: &Preview, lang: Lang) -> String {
    if let Some((_, known)) = &preview.already {
        return i18n::import_already_there(lang, known);
    }
    if preview.decisions.turns.is_empty() {
        return i18n::warning_no_speakers(lang).to_owned();
    }
    let words: usize = preview.speakers().iter().map(|speaker| speaker.spoken.words).sum();
    let mut parts = vec![i18n::word_count(lang, n(words))];
    if preview.decisions.split {
        parts.push(i18n::interview_count(lang, n(preview.decisions.part_names.len())));
    } else {
        parts.push(i18n::import_speaker_turns(lang, n(preview.decisions.turns.len())));
    }
    let warnings = preview.read.transcript.warnings.len();
    if warnings > 0 {
        parts.push(format!("⚠ {warnings}"));
    }
    parts.join(" · ")
}
