//! Each category with three passages that differ.

use super::{Desk, ReviewAction, sheet};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::theory::pieces;
use crate::typography::unbroken;
use crate::words::number;
use egui::accesskit::Role;
use egui::epaint::text::LayoutJob;
use egui::{RichText, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use workbench::review::overview::{CategoryPassages, ChosenPassage};

pub(super) fn show(ui: &mut Ui, desk: &Desk<'_>, rows: &[CategoryPassages], actions: &mut Vec<ReviewAction>) {
    let lang = desk.words.lang;
    sheet(ui, i18n::review_categories(lang), i18n::review_categories_purpose(lang), |ui| {
        if rows.is_empty() {
            pieces::text(ui, i18n::review_categories_none(lang));
        }
        for row in rows {
            ui.push_id(row.id, |ui| pieces::card(ui, |ui| one(ui, desk, row, actions)));
        }
    });
}

fn one(ui: &mut Ui, desk: &Desk<'_>, row: &CategoryPassages, actions: &mut Vec<ReviewAction>) {
    let (lang, theme) = (desk.words.lang, Theme::of(ui));
    ui.horizontal_wrapped(|ui| {
        let title = RichText::new(unbroken(&row.name)).font(fonts::semibold(size::TITLE)).color(theme.ink);
        let label = ui.label(title);
        label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &row.name));
        pieces::quiet(ui, &i18n::review_category_counts(lang, number(row.interviews), number(row.passages)));
    });
    pieces::text(ui, &row.definition);
    for passage in &row.chosen {
        quote(ui, desk, passage, true, actions);
    }
    if row.passages == 0 {
        pieces::quiet(ui, i18n::review_no_passage(lang));
    }
    let name = i18n::review_look_at(lang, &row.name);
    let button = ui.button(i18n::review_look(lang));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if button.clicked() {
        actions.push(desk.look(row.id));
    }
}

/// What participants said, with who, and why it was chosen; pressed, it is looked at.
pub(super) fn quote(
    ui: &mut Ui,
    desk: &Desk<'_>,
    passage: &ChosenPassage,
    leads: bool,
    actions: &mut Vec<ReviewAction>,
) {
    let (lang, theme) = (desk.words.lang, Theme::of(ui));
    ui.add_space(space::TIGHT);
    let mut head = vec![passage.interview.as_str(), passage.code.as_str()];
    if !passage.why.is_empty() {
        head.insert(0, i18n::review_why(lang, passage.why));
    }
    let width = ui.available_width() - 16.0;
    let lay = |text: &str, font, color| {
        ui.painter().layout_job(LayoutJob::simple(unbroken(text), font, color, width))
    };
    let head = head.join(" · ");
    let above = lay(&head, fonts::regular(size::SMALL), theme.mute);
    let said = i18n::passages_quote(lang, &passage.quote);
    let words = lay(&said, fonts::regular(size::BODY), theme.ink);
    let height = above.size().y + words.size().y + 6.0;
    let sense = if leads { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), sense);
    let role = if leads { Role::Button } else { Role::Label };
    let told = format!("{head} · {said}");
    response.widget_info(|| WidgetInfo::labeled(role, true, &told));
    if response.hovered() && leads {
        ui.painter().rect_filled(rect, crate::theme::radius::ROW, theme.hover);
    }
    if response.has_focus() {
        crate::row::ring(ui.painter(), rect, theme);
    }
    ui.painter().vline(rect.left() + 3.0, rect.y_range(), Stroke::new(2.0, theme.line));
    let left = rect.left() + 12.0;
    let next = rect.top() + 2.0 + above.size().y + 2.0;
    ui.painter().galley(pos2(left, rect.top() + 2.0), above, theme.mute);
    ui.painter().galley(pos2(left, next), words, theme.ink);
    if leads && response.clicked() {
        actions.push(desk.look(passage.coding));
    }
}
