//! The memos that the student shares.

use super::{Desk, ReviewAction, sheet};
use crate::fonts;
use crate::theme::{Theme, size};
use crate::theory::pieces;
use crate::typography::unbroken;
use egui::accesskit::Role;
use egui::{RichText, Ui, WidgetInfo};
use workbench::review::overview::OverviewAnswer;

pub(super) fn show(ui: &mut Ui, desk: &Desk<'_>, told: &OverviewAnswer, actions: &mut Vec<ReviewAction>) {
    let lang = desk.words.lang;
    let purpose = match desk.is_director() {
        true => i18n::review_memos_purpose(lang),
        false => i18n::review_memos_purpose_student(lang),
    };
    sheet(ui, i18n::review_tab_memos(lang), purpose, |ui| {
        if told.memos.is_empty() {
            pieces::text(ui, i18n::review_memos_none(lang));
        }
        for memo in &told.memos {
            ui.push_id(memo.id, |ui| {
                pieces::card(ui, |ui| {
                    let theme = Theme::of(ui);
                    let title = RichText::new(unbroken(&memo.title)).font(fonts::semibold(size::TITLE));
                    let label = ui.label(title.color(theme.ink));
                    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &memo.title));
                    pieces::quiet(ui, &memo.author);
                    pieces::text(ui, &memo.body);
                    let name = i18n::review_look_at(lang, &memo.title);
                    let button = ui.button(i18n::review_look(lang));
                    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                    if button.clicked() {
                        actions.push(desk.look(memo.id));
                    }
                });
            });
        }
    });
}
