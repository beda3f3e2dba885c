//! Title, question, method, naming; how far the work has come; the interview guide.

use super::StudyAction;
use super::field::{Fact, Look, Writing};
use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use crate::words::Words;
use egui::{Rect, RichText, Sense, Ui, WidgetInfo, pos2, vec2};
use model::value::Method;
use workbench::command::{Command, StudyEdit};
use workbench::views::StudyView;

const LINE: Look = Look { rows: 1, title: false, hint: "" };

/// What sending a field means.
pub(super) fn command(view: &StudyView, fact: Fact, text: String) -> Option<Command> {
    let edit = StudyEdit::default();
    let (guide_title, guide) = (view.guide_title.to_string(), view.guide.to_string());
    Some(match fact {
        // A study keeps a title.
        Fact::Title if text.is_empty() => return None,
        Fact::Title => Command::EditStudy(StudyEdit { title: Some(text), ..edit }),
        Fact::Question => Command::EditStudy(StudyEdit { question: Some(text), ..edit }),
        Fact::Prefix => Command::EditStudy(StudyEdit { participant_prefix: Some(text), ..edit }),
        Fact::GuideTitle => Command::WriteGuide { title: text, text: guide },
        Fact::Guide => Command::WriteGuide { title: guide_title, text },
    })
}

/// What was written in fields that are still open. The guide's title and words are stored together: with both
/// written, both are sent as written.
pub(super) fn unsent(view: &StudyView, writing: &mut Writing) -> Vec<Command> {
    let drafts = writing.take();
    let guide = |fact: Fact| drafts.iter().find(|(about, _)| *about == fact).map(|(_, text)| text.clone());
    let (title, text) = (guide(Fact::GuideTitle), guide(Fact::Guide));
    let written = (title.is_some() || text.is_some()).then(|| Command::WriteGuide {
        title: title.unwrap_or_else(|| view.guide_title.to_string()),
        text: text.unwrap_or_else(|| view.guide.to_string()),
    });
    let others = drafts.into_iter().filter(|(fact, _)| !matches!(fact, Fact::GuideTitle | Fact::Guide));
    others.filter_map(|(fact, text)| command(view, fact, text)).chain(written).collect()
}

pub(super) fn show(
    ui: &mut Ui,
    view: &StudyView,
    writing: &mut Writing,
    words: Words,
    actions: &mut Vec<StudyAction>,
) {
    let lang = words.lang;
    let mut field = |ui: &mut Ui, fact: Fact, name: &str, known: &str, look: Look| {
        let written = writing.field(ui, fact, name, known, look);
        written.and_then(|text| command(view, fact, text)).map(StudyAction::Run)
    };
    let look = Look { title: true, ..LINE };
    let title = field(ui, Fact::Title, i18n::study_title(lang), &view.title, look);
    let look = Look { rows: 3, hint: i18n::study_question_hint(lang), title: false };
    let question = field(ui, Fact::Question, i18n::study_question(lang), &view.question, look);
    ui.add_space(space::SMALL);
    let mut method = view.method;
    ui.horizontal_wrapped(|ui| {
        ui.radio_value(&mut method, Method::Grounded, i18n::method_grounded(lang));
        ui.radio_value(&mut method, Method::Thematic, i18n::method_thematic(lang));
    });
    if method != view.method {
        let edit = StudyEdit { method: Some(method), ..StudyEdit::default() };
        actions.push(StudyAction::Run(Command::EditStudy(edit)));
    }
    let look = Look { hint: i18n::study_prefix_hint(lang), ..LINE };
    let prefix = field(ui, Fact::Prefix, i18n::study_prefix(lang), &view.prefix, look);
    actions.extend([title, question, prefix].into_iter().flatten());
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
    let title = writing.field(ui, Fact::GuideTitle, i18n::study_guide_title(lang), &view.guide_title, look);
    let look = Look { rows: 8, hint: i18n::study_guide_hint(lang), title: false };
    let text = writing.field(ui, Fact::Guide, i18n::study_guide_text(lang), &view.guide, look);
    let sent = [(Fact::GuideTitle, title), (Fact::Guide, text)];
    let sent = sent.into_iter().filter_map(|(fact, text)| command(view, fact, text?));
    actions.extend(sent.map(StudyAction::Run));
}
