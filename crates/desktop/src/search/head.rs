//! The field, what is searched, how results are laid out, and what can be done with them.

use super::{Layout, SearchAction, SearchPage, filters};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::words::{Words, number};
use egui::{Button, RichText, Ui};

pub(super) fn show(
    ui: &mut Ui,
    page: &mut SearchPage,
    choices: filters::Choices<'_>,
    words: Words,
    actions: &mut Vec<SearchAction>,
) {
    ui.spacing_mut().item_spacing.y = space::SMALL;
    field(ui, page, words);
    ui.horizontal_wrapped(|ui| {
        filters::show(ui, page, choices, words);
        options(ui, page, words);
    });
    saved(ui, page, words, actions);
    if page.answer.is_some() {
        found(ui, page, words, actions);
    }
}

fn field(ui: &mut Ui, page: &mut SearchPage, words: Words) {
    let lang = words.lang;
    if let Some(passage) = page.like.clone() {
        ui.horizontal(|ui| {
            let theme = Theme::of(ui);
            let short: String = passage.chars().take(90).collect();
            let text = i18n::search_like(lang, &short);
            ui.label(RichText::new(text).font(fonts::medium(size::BODY)).color(theme.ink));
            if ui.button(i18n::search_like_end(lang)).clicked() {
                page.like = None;
                page.like_at = None;
                page.ranked = false;
                page.wants_focus = true;
            }
        });
        return;
    }
    let response = row::field(ui, &mut page.typed, i18n::search_hint(lang), "search-field");
    if std::mem::take(&mut page.wants_focus) {
        response.request_focus();
    }
}

fn options(ui: &mut Ui, page: &mut SearchPage, words: Words) {
    let lang = words.lang;
    ui.checkbox(&mut page.exact, i18n::search_exact(lang));
    ui.checkbox(&mut page.memos, i18n::search_in_memos(lang));
    ui.checkbox(&mut page.codes, i18n::search_in_codes(lang, words.method()));
    ui.checkbox(&mut page.ranked, i18n::search_ranked(lang));
}

/// Kept searches: one press asks again.
fn saved(ui: &mut Ui, page: &mut SearchPage, words: Words, actions: &mut Vec<SearchAction>) {
    if page.saved.is_empty() {
        return;
    }
    let theme = Theme::of(ui);
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        let label = RichText::new(i18n::search_saved(words.lang)).font(fonts::regular(size::SMALL));
        ui.label(label.color(theme.mute));
        for query in &page.saved {
            if ui.button(RichText::new(query).font(fonts::regular(size::SMALL))).clicked() {
                chosen = Some(query.clone());
            }
            let forget = i18n::search_forget(words.lang, query);
            if ui
                .add(Button::new("×").small())
                .accessible_name(forget.as_str())
                .on_hover_text(&forget)
                .clicked()
            {
                actions.push(SearchAction::Keep(query.clone()));
            }
        }
    });
    if let Some(query) = chosen {
        page.typed = query;
        page.like = None;
    }
}

fn found(ui: &mut Ui, page: &mut SearchPage, words: Words, actions: &mut Vec<SearchAction>) {
    let lang = words.lang;
    let Some(answer) = page.answer.clone() else { return };
    let theme = Theme::of(ui);
    let total = i64::try_from(answer.total).unwrap_or(i64::MAX);
    let turns = i64::try_from(answer.turns).unwrap_or(i64::MAX);
    let mut summary = i18n::search_occurrences(lang, total);
    if answer.total > 0 {
        summary = i18n::search_in_turns(lang, turns, &summary);
    }
    if !answer.counts.0.is_empty() {
        summary = i18n::search_of_people(lang, number(answer.counts.0.len()), &summary);
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(summary).font(fonts::semibold(size::BODY)).color(theme.ink));
        if answer.total > answer.hits.len() as u64 {
            let shown = i18n::search_first_shown(lang, number(answer.hits.len()));
            ui.label(RichText::new(shown).font(fonts::regular(size::SMALL)).color(theme.mute));
        }
    });
    if answer.total == 0 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let before = page.layout;
        for (layout, name) in [
            (Layout::Interviews, i18n::search_by_interview(lang)),
            (Layout::Concordance, i18n::search_concordance(lang)),
            (Layout::SortedLeft, i18n::search_sorted_left(lang)),
            (Layout::SortedRight, i18n::search_sorted_right(lang)),
        ] {
            ui.selectable_value(&mut page.layout, layout, name);
        }
        if page.layout != before {
            page.arrange();
        }
        ui.separator();
        if ui.button(i18n::search_code_all(lang, words.method())).clicked() {
            actions.push(SearchAction::Code);
        }
        if page.like.is_none() && !page.saved.iter().any(|known| known == page.typed.trim()) {
            let keep = ui.button(i18n::search_keep(lang));
            if keep.clicked() {
                actions.push(SearchAction::Keep(page.typed.trim().to_owned()));
            }
        }
    });
}
