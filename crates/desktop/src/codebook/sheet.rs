//! The sheet of one code: name, counts, what can be done, definition, notes, history.

use super::CodebookAction;
use super::form::Form;
use crate::fonts;
use crate::row;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{CollapsingHeader, RichText, Sense, Stroke, Ui, WidgetInfo, vec2};
use model::value::{Layer, Level};
use workbench::command::Command;
use workbench::views::CodeSheet;

/// A dialog that is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Merge,
    Split,
    Delete,
    Deliver,
}

/// How many colours are offered.
const HUES: u16 = 14;

pub(super) fn show(
    ui: &mut Ui,
    sheet: &CodeSheet,
    form: &mut Form,
    words: Words,
    actions: &mut Vec<CodebookAction>,
) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    let run = |command: Option<Command>, actions: &mut Vec<CodebookAction>| {
        actions.extend(command.map(CodebookAction::Run));
    };
    actions.extend(form.follow(sheet).into_iter().map(CodebookAction::Run));
    ui.add_space(space::PAGE);
    quiet(ui, &sheet.above);
    ui.horizontal(|ui| {
        let theme = Theme::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 26.0), Sense::hover());
        row::swatch(ui.painter(), rect.left(), rect.center().y, theme.hue(sheet.hue));
        run(form.name_field(ui, sheet, words), actions);
    });
    quiet(ui, &format!("{} · {}", sheet.passages, sheet.people));
    quiet(ui, &sheet.basis);
    ui.add_space(space::SMALL);
    buttons(ui, sheet, words, &mut wanted, actions);
    ui.add_space(space::SMALL);
    nature(ui, sheet, words, actions);
    colours(ui, sheet, words, actions);
    run(form.texts(ui, sheet, words), actions);
    notes(ui, sheet, words, actions);
    history(ui, sheet, words);
    ui.add_space(space::PAGE);
    wanted
}

fn quiet(ui: &mut Ui, text: &str) {
    if !text.is_empty() {
        let theme = Theme::of(ui);
        ui.label(RichText::new(unbroken(text)).font(fonts::regular(size::SMALL)).color(theme.mute));
    }
}

fn heading(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    ui.add_space(space::EDGE);
    ui.label(RichText::new(text).font(fonts::semibold(size::TITLE)).color(theme.ink));
}

fn buttons(
    ui: &mut Ui,
    sheet: &CodeSheet,
    words: Words,
    wanted: &mut Vec<Wanted>,
    actions: &mut Vec<CodebookAction>,
) {
    let lang = words.lang;
    ui.horizontal_wrapped(|ui| {
        if ui.button(i18n::codebook_merge(lang)).clicked() {
            wanted.push(Wanted::Merge);
        }
        let split = egui::Button::new(i18n::codebook_split(lang));
        if ui.add_enabled(!sheet.rows.is_empty(), split).clicked() {
            wanted.push(Wanted::Split);
        }
        if let Some(parent) = sheet.promoted
            && ui.button(i18n::codebook_promote(lang)).clicked()
        {
            actions.push(CodebookAction::Run(Command::MoveCode { code: sheet.id, parent, before: None }));
        }
        if ui.button(i18n::codebook_deliver(lang)).clicked() {
            wanted.push(Wanted::Deliver);
        }
        if ui.button(i18n::codebook_delete(lang)).clicked() {
            wanted.push(Wanted::Delete);
        }
    });
}

/// Level, layer, in vivo.
fn nature(ui: &mut Ui, sheet: &CodeSheet, words: Words, actions: &mut Vec<CodebookAction>) {
    let lang = words.lang;
    let (mut level, mut layer, mut in_vivo) = (sheet.level, sheet.layer, sheet.in_vivo);
    ui.horizontal_wrapped(|ui| {
        let name = |level: Level| i18n::level_name(lang, level.as_str(), words.method());
        let levels = row::combo("level").selected_text(name(level)).show_ui(ui, |ui| {
            for choice in Level::ALL {
                ui.selectable_value(&mut level, *choice, name(*choice));
            }
        });
        levels.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, i18n::column_level(lang)));
        let name = |layer: Layer| match layer {
            Layer::Experiential => i18n::layer_experiential(lang),
            Layer::Thematic => i18n::layer_thematic(lang),
        };
        let layers = row::combo("layer").selected_text(name(layer)).show_ui(ui, |ui| {
            for choice in Layer::ALL {
                ui.selectable_value(&mut layer, *choice, name(*choice));
            }
        });
        layers.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, i18n::column_layer(lang)));
        ui.checkbox(&mut in_vivo, i18n::in_vivo(lang)).on_hover_text(i18n::codebook_in_vivo_hint(lang));
    });
    if (level, layer, in_vivo) != (sheet.level, sheet.layer, sheet.in_vivo) {
        actions.push(CodebookAction::Run(Command::EditCode { code: sheet.id, level, layer, in_vivo }));
    }
}

fn colours(ui: &mut Ui, sheet: &CodeSheet, words: Words, actions: &mut Vec<CodebookAction>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        for hue in 0..HUES {
            let theme = Theme::of(ui);
            let (rect, response) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::click());
            let name = i18n::codebook_colour(words.lang, number(usize::from(hue) + 1));
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, hue == sheet.hue, &name));
            ui.painter().rect_filled(rect.shrink(4.0), radius::MARK, theme.hue(hue));
            if hue == sheet.hue || response.has_focus() {
                let line = Stroke::new(1.5, if response.has_focus() { theme.accent } else { theme.mute });
                ui.painter().rect_stroke(rect.shrink(1.0), radius::ROW, line, egui::StrokeKind::Inside);
            }
            if response.clicked() && hue != sheet.hue {
                actions.push(CodebookAction::Run(Command::ColourCode { code: sheet.id, hue }));
            }
        }
    });
}

fn notes(ui: &mut Ui, sheet: &CodeSheet, words: Words, actions: &mut Vec<CodebookAction>) {
    heading(ui, i18n::codebook_notes(words.lang));
    for note in sheet.notes.iter() {
        let theme = Theme::of(ui);
        if !note.title.is_empty() {
            ui.label(RichText::new(note.title.as_ref()).font(fonts::medium(size::BODY)).color(theme.ink));
        }
        ui.label(RichText::new(unbroken(&note.body)).font(fonts::regular(size::BODY)).color(theme.ink));
        quiet(ui, &note.author);
    }
    if ui.button(i18n::codebook_add_note(words.lang)).clicked() {
        actions.push(CodebookAction::Note(sheet.id));
    }
}

fn history(ui: &mut Ui, sheet: &CodeSheet, words: Words) {
    ui.add_space(space::EDGE);
    let title = i18n::codebook_history(words.lang, number(sheet.history.len()));
    CollapsingHeader::new(RichText::new(title).font(fonts::semibold(size::TITLE))).id_salt("history").show(
        ui,
        |ui| {
            for line in sheet.history.iter() {
                let theme = Theme::of(ui);
                let what = if line.detail.is_empty() {
                    line.what.to_string()
                } else {
                    i18n::excerpt_voice(words.lang, &line.what, &line.detail)
                };
                ui.label(RichText::new(unbroken(&what)).font(fonts::regular(size::BODY)).color(theme.ink));
                quiet(ui, &format!("{} · {}", line.who, line.at));
                ui.add_space(space::TIGHT);
            }
        },
    );
}
