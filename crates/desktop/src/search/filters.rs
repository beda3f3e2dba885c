//! By what a search is narrowed: who speaks, in which interviews, of which participants, inside or outside of
//! coded passages.

use super::SearchPage;
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{PopupCloseBehavior, RichText, ScrollArea, Ui, WidgetInfo};
use model::RecordId;
use model::value::{AttributeValue, Layer};
use std::collections::BTreeSet;
use workbench::search::{Asked, Coded, Voices};
use workbench::views::{CodeTreeView, InterviewListView, SearchView};

/// What there is to choose from.
#[derive(Debug, Clone, Copy)]
pub struct Choices<'a> {
    /// Values of the participants; nothing until the step's screen is there.
    pub known: Option<&'a SearchView>,
    /// The interviews.
    pub interviews: &'a InterviewListView,
    /// The codes.
    pub codes: &'a CodeTreeView,
}

/// Inside or outside of coded passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Side {
    #[default]
    Anywhere,
    Inside,
    Outside,
}

/// The filters as they stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Filters {
    voices: Voices,
    interviews: BTreeSet<RecordId>,
    attribute: Option<(RecordId, AttributeValue)>,
    side: Side,
    code: Option<RecordId>,
    layer: Option<Layer>,
    /// What is typed to find a code.
    typed: String,
}

impl Filters {
    /// A question, narrowed.
    pub fn narrow(&self, asked: Asked) -> Asked {
        let codes: Vec<RecordId> = self.code.into_iter().collect();
        Asked {
            voices: self.voices.clone(),
            interviews: self.interviews.clone(),
            attribute: self.attribute.clone(),
            coded: match self.side {
                Side::Anywhere => Coded::Anywhere,
                Side::Inside => Coded::With(codes),
                Side::Outside => Coded::Without(codes),
            },
            layer: self.layer.filter(|_| self.side != Side::Anywhere),
            ..asked
        }
    }

    fn is_plain(&self) -> bool {
        *self == Filters { typed: self.typed.clone(), ..Filters::default() }
    }
}

/// Draws the filters.
pub(super) fn show(ui: &mut Ui, page: &mut SearchPage, choices: Choices<'_>, words: Words) {
    let lang = words.lang;
    let filters = &mut page.filters;
    voices(ui, filters, words);
    interviews(ui, filters, choices.interviews, words);
    if let Some(known) = choices.known.filter(|known| !known.attributes.is_empty()) {
        people(ui, filters, known, words);
    }
    coded(ui, filters, choices.codes, words);
    if !filters.is_plain() && ui.button(i18n::search_filters_clear(lang)).clicked() {
        *filters = Filters::default();
    }
}

/// One filter: its name, what it is set to, and the choices once it is pressed.
fn filter(ui: &mut Ui, name: &str, set: &str, stays: bool, choices: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    ui.label(RichText::new(name).font(fonts::regular(size::SMALL)).color(theme.mute));
    let closing =
        if stays { PopupCloseBehavior::CloseOnClickOutside } else { PopupCloseBehavior::CloseOnClick };
    let combo = crate::row::combo(name).selected_text(set).width(120.0).close_behavior(closing);
    let response = combo.show_ui(ui, |ui| {
        ui.set_min_width(220.0);
        choices(ui);
    });
    let said = format!("{name}, {set}");
    response.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &said));
    ui.add_space(space::SMALL);
}

fn voices(ui: &mut Ui, filters: &mut Filters, words: Words) {
    let lang = words.lang;
    let all = [
        (Voices::Participants, i18n::search_voices_participants(lang)),
        (Voices::All, i18n::search_voices_all(lang)),
        (Voices::Interviewers, i18n::search_voices_interviewers(lang)),
    ];
    let set = all.iter().find(|(voices, _)| *voices == filters.voices).map_or("", |(_, name)| name);
    filter(ui, i18n::search_filter_voices(lang), set, false, |ui| {
        for (voices, name) in all {
            ui.selectable_value(&mut filters.voices, voices, name);
        }
    });
}

fn interviews(ui: &mut Ui, filters: &mut Filters, known: &InterviewListView, words: Words) {
    let lang = words.lang;
    let mut chosen = known.rows.iter().filter(|row| filters.interviews.contains(&row.id));
    let set = match (filters.interviews.len(), chosen.next()) {
        (0, _) => i18n::search_filter_all(lang).to_owned(),
        (1, Some(only)) => only.label.to_string(),
        (count, _) => i18n::search_filter_chosen(lang, number(count)),
    };
    filter(ui, i18n::column_interviews(lang), &set, true, |ui| {
        if ui.selectable_label(filters.interviews.is_empty(), i18n::search_filter_all(lang)).clicked() {
            filters.interviews.clear();
        }
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for row in known.rows.iter() {
                let mut on = filters.interviews.contains(&row.id);
                if ui.checkbox(&mut on, row.label.as_ref()).changed() && !filters.interviews.remove(&row.id) {
                    filters.interviews.insert(row.id);
                }
            }
        });
    });
}

fn people(ui: &mut Ui, filters: &mut Filters, known: &SearchView, words: Words) {
    let lang = words.lang;
    let named = filters.attribute.as_ref().and_then(|(attribute, value)| {
        let attribute = known.attributes.iter().find(|known| known.id == *attribute)?;
        let value = attribute.values.iter().find(|(known, _)| known == value)?;
        Some(i18n::excerpt_voice(lang, &attribute.name, &value.1))
    });
    let set = named.unwrap_or_else(|| i18n::search_filter_all(lang).to_owned());
    filter(ui, i18n::column_participants(lang), &set, false, |ui| {
        if ui.selectable_label(filters.attribute.is_none(), i18n::search_filter_all(lang)).clicked() {
            filters.attribute = None;
        }
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for attribute in known.attributes.iter() {
                let theme = Theme::of(ui);
                ui.label(RichText::new(&attribute.name).font(fonts::semibold(size::SMALL)).color(theme.mute));
                for (value, name) in &attribute.values {
                    let this = Some((attribute.id, value.clone()));
                    let response = ui.selectable_label(filters.attribute == this, name);
                    let said = i18n::excerpt_voice(lang, &attribute.name, name);
                    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
                    if response.clicked() {
                        filters.attribute = this;
                    }
                }
            }
        });
    });
}

fn coded(ui: &mut Ui, filters: &mut Filters, codes: &CodeTreeView, words: Words) {
    let (lang, method) = (words.lang, words.method());
    let sides = [
        (Side::Anywhere, i18n::search_coded_anywhere(lang)),
        (Side::Inside, i18n::search_coded_inside(lang, method)),
        (Side::Outside, i18n::search_coded_outside(lang, method)),
    ];
    let set = sides.iter().find(|(side, _)| *side == filters.side).map_or("", |(_, name)| name);
    filter(ui, i18n::search_filter_coded(lang), set, false, |ui| {
        for (side, name) in sides {
            ui.selectable_value(&mut filters.side, side, name);
        }
    });
    if filters.side == Side::Anywhere {
        return;
    }
    let of = filters.code.and_then(|code| codes.rows.iter().find(|row| row.id == code));
    let set = of.map_or(i18n::search_code_any(lang, method), |row| row.label.as_ref());
    filter(ui, i18n::search_filter_code(lang, method), set, true, |ui| one_code(ui, filters, codes, words));
    let layers = [
        (None, i18n::search_layer_any(lang)),
        (Some(Layer::Experiential), i18n::layer_experiential(lang)),
        (Some(Layer::Thematic), i18n::layer_thematic(lang)),
    ];
    let set = layers.iter().find(|(layer, _)| *layer == filters.layer).map_or("", |(_, name)| name);
    filter(ui, i18n::column_layer(lang), set, false, |ui| {
        for (layer, name) in layers {
            ui.selectable_value(&mut filters.layer, layer, name);
        }
    });
}

/// One code among all: typing leaves those whose names have the words.
fn one_code(ui: &mut Ui, filters: &mut Filters, codes: &CodeTreeView, words: Words) {
    crate::row::field(ui, &mut filters.typed, i18n::codes_filter(words.lang), "search-code-filter");
    let wanted = crate::folding::query(&filters.typed);
    let fits = |label: &str| {
        let folded = crate::folding::Folded::new(label);
        wanted.iter().all(|part| folded.inside(part).is_some())
    };
    ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
        let any = i18n::search_code_any(words.lang, words.method());
        if ui.selectable_label(filters.code.is_none(), any).clicked() {
            filters.code = None;
            ui.close();
        }
        for row in codes.rows.iter().filter(|row| fits(&row.label)) {
            if ui.selectable_label(filters.code == Some(row.id), row.label.as_ref()).clicked() {
                filters.code = Some(row.id);
                ui.close();
            }
        }
    });
}
