//! Title, question, method, naming; how far the work has come; the interview guide.

use super::StudyAction;
use super::field::{Look, Writing};
use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use crate::words::Words;
use egui::{Rect, RichText, Sense, Ui, WidgetInfo, pos2, vec2};
use model::value::Method;
use workbench::command::{Command, StudyEdit};
use workbench::views::StudyView;

const LINE: Look = Look { rows: 1, title: false, hint: "" };

pub(super) fn show(
    ui: &mut Ui,
    view: &StudyView,
    writing: &mut Writing,
    words: Words,
    actions: &mut Vec<StudyAction>,
) {
    let lang = words.lang;
    let mut edit = |edit: StudyEdit| actions.push(StudyAction::Run(Command::EditStudy(edit)));
    let look = Look { title: true, ..LINE };
    if let Some(title) = writing.field(ui, i18n::study_title(lang), &view.title, look)
        && !title.is_empty()
    {
        edit(StudyEdit { title: Some(title), ..StudyEdit::default() });
    }
    let look = Look { rows: 3, hint: i18n::study_question_hint(lang), title: false };
    if let Some(question) = writing.field(ui, i18n::study_question(lang), &view.question, look) {
        edit(StudyEdit { question: Some(question), ..StudyEdit::default() });
    }
    ui.add_space(space::SMALL);
    let mut method = view.method;
    ui.horizontal_wrapped(|ui| {
        ui.radio_value(&mut method, Method::Grounded, i18n::method_grounded(lang));
        ui.radio_value(&mut method, Method::Thematic, i18n::method_thematic(lang));
    });
    if method != view.method {
        edit(StudyEdit { method: Some(method), ..StudyEdit::default() });
    }
    let look = Look { hint: i18n::study_prefix_hint(lang), ..LINE };
    if let Some(prefix) = writing.field(ui, i18n::study_prefix(lang), &view.prefix, look) {
        edit(StudyEdit { participant_prefix: Some(prefix), ..StudyEdit::default() });
    }
}

/// A heading of the page.
pub(super) fn heading(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    ui.add_space(space::PAGE);
    ui.label(RichText::new(text).font(fonts::semibold(size::TITLE)).color(theme.ink));
    ui.add_space(space::TIGHT);
}

pub(super) fn progress(ui: &mut Ui, view: &StudyView, words: Words) {
    heading(ui, i18n::study_progress(words.lang));
    for row in view.progress.iter() {
        let theme = Theme::of(ui);
        let height = if row.per_mille.is_some() { 30.0 } else { 22.0 };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        response.widget_info(|| {
            let text = i18n::excerpt_voice(words.lang, &row.label, &row.value);
            WidgetInfo::labeled(egui::accesskit::Role::Label, true, text)
        });
        let painter = ui.painter();
        let value = painter.layout_no_wrap(unbroken(&row.value), fonts::medium(size::BODY), theme.ink);
        let width = rect.width() - value.size().x - space::SMALL;
        let label = crate::row::one_line(painter, &row.label, fonts::regular(size::BODY), theme.mute, width);
        painter.galley(rect.min, label, theme.mute);
        painter.galley(pos2(rect.right() - value.size().x, rect.top()), value, theme.ink);
        if let Some(share) = row.per_mille {
            let bar = Rect::from_min_size(pos2(rect.left(), rect.bottom() - 8.0), vec2(rect.width(), 3.0));
            painter.rect_filled(bar, radius::MARK, theme.line);
            let done = Rect::from_min_size(bar.min, vec2(bar.width() * f32::from(share) / 1000.0, 3.0));
            painter.rect_filled(done, radius::MARK, theme.accent);
        }
    }
}

pub(super) fn guide(
    ui: &mut Ui,
    view: &StudyView,
    writing: &mut Writing,
    words: Words,
    actions: &mut Vec<StudyAction>,
) {
    let lang = words.lang;
    heading(ui, i18n::rail_guide(lang));
    let look = Look { hint: i18n::study_guide_title_hint(lang), ..LINE };
    let title = writing.field(ui, i18n::study_guide_title(lang), &view.guide_title, look);
    let look = Look { rows: 8, hint: i18n::study_guide_hint(lang), title: false };
    let text = writing.field(ui, i18n::study_guide_text(lang), &view.guide, look);
    if title.is_some() || text.is_some() {
        actions.push(StudyAction::Run(Command::WriteGuide {
            title: title.unwrap_or_else(|| view.guide_title.to_string()),
            text: text.unwrap_or_else(|| view.guide.to_string()),
        }));
    }
}
