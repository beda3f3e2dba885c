//! Before anything is asked: the words that are said most often, each a search away; and the list of those that
//! are left out.

use super::{SearchAction, SearchPage};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, radius, size, space};
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{
    Button, Id, Margin, Modal, Rect, RichText, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2,
};
use workbench::answers::terms::{TermAnswer, TermsAnswer};
use workbench::views::SearchView;

const LINE: f32 = 28.0;
/// How wide a list of words may become before the eye loses its line.
const WIDTH: f32 = 620.0;

/// The words; the one that was pressed is asked for.
pub(super) fn show(ui: &mut Ui, page: &mut SearchPage, answer: &TermsAnswer, words: Words) {
    let lang = words.lang;
    let theme = Theme::of(ui);
    egui::Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 8)).show(ui, |ui| {
        ui.set_max_width(WIDTH);
        ui.horizontal_wrapped(|ui| {
            let title = RichText::new(i18n::terms_title(lang)).font(fonts::semibold(size::TITLE));
            ui.label(title.color(theme.ink));
            let all = i64::try_from(answer.words).unwrap_or(i64::MAX);
            let quiet = RichText::new(i18n::terms_of(lang, all)).font(fonts::regular(size::SMALL));
            ui.label(quiet.color(theme.mute));
            if ui.button(i18n::terms_ignored(lang)).clicked() {
                page.edits_stop_words = true;
            }
        });
    });
    let most = answer.terms.iter().map(|term| term.total).max().unwrap_or(1).max(1);
    let mut chosen = None;
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, LINE, answer.terms.len(), |ui, shown| {
        for term in shown.filter_map(|at| answer.terms.get(at)) {
            if line(ui, term, term.total as f32 / most as f32, words) {
                chosen = Some(term.term.clone());
            }
        }
    });
    if let Some(term) = chosen {
        page.typed = term;
        page.wants_focus = true;
    }
}

fn line(ui: &mut Ui, term: &TermAnswer, share: f32, words: Words) -> bool {
    let lang = words.lang;
    let theme = Theme::of(ui);
    let width = ui.available_width().min(WIDTH + 2.0 * space::EDGE);
    let (rect, response) = ui.allocate_exact_size(vec2(width, LINE), Sense::click());
    let count = i18n::search_occurrences(lang, i64::try_from(term.total).unwrap_or(i64::MAX));
    let figures = i18n::search_of_people(lang, number(term.participants), &count);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}, {figures}", term.term)));
    let painter = ui.painter();
    row::back(painter, rect.shrink2(vec2(space::SMALL, 0.0)), false, response.hovered(), theme);
    if response.has_focus() {
        row::ring(painter, rect.shrink2(vec2(space::SMALL, 0.0)), theme);
    }
    let inner = rect.shrink2(vec2(space::EDGE, 0.0));
    let word = row::one_line(painter, &term.term, fonts::medium(size::BODY), theme.ink, 170.0);
    painter.galley(pos2(inner.left(), inner.center().y - word.size().y / 2.0), word, theme.ink);
    let said = painter.layout_no_wrap(figures, fonts::regular(size::SMALL), theme.mute);
    let left = inner.right() - said.size().x;
    painter.galley(pos2(left, inner.center().y - said.size().y / 2.0), said, theme.mute);
    let room = (left - space::EDGE - (inner.left() + 180.0)).max(0.0);
    let at = pos2(inner.left() + 180.0, inner.center().y - 2.0);
    painter.rect_filled(
        Rect::from_min_size(at, vec2((room * share).max(2.0), 4.0)),
        radius::MARK,
        theme.accent,
    );
    response.on_hover_text(term.forms.join(", ")).clicked()
}

/// The list that is being written.
#[derive(Debug, Default)]
pub(super) struct StopWords {
    text: Option<String>,
}

/// The sheet with the words that are left out.
pub(super) fn ignored(
    ui: &Ui,
    page: &mut SearchPage,
    known: &SearchView,
    words: Words,
    actions: &mut Vec<SearchAction>,
) {
    if !page.edits_stop_words {
        return;
    }
    let lang = words.lang;
    let text = page.stop_words.text.get_or_insert_with(|| known.stop_words.to_string());
    let mut done = None;
    let modal = Modal::new(Id::unique("stop-words")).frame(crate::app::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        let theme = Theme::of(ui);
        let title = RichText::new(i18n::terms_ignored_title(lang)).font(fonts::semibold(size::HEADING));
        ui.label(title.color(theme.ink));
        let hint = RichText::new(i18n::terms_ignored_hint(lang)).font(fonts::regular(size::SMALL));
        ui.label(hint.color(theme.mute));
        ui.add_space(space::SMALL);
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            let edit = TextEdit::multiline(text).desired_rows(14).desired_width(f32::INFINITY);
            let field = ui.add(edit.margin(Margin::symmetric(10, 7)));
            field.accessible_name(i18n::terms_ignored_title(lang));
        });
        ui.add_space(space::SMALL);
        ui.horizontal_wrapped(|ui| {
            if ui.add(row::primary(i18n::button_ok(lang), theme)).clicked() {
                // The list of the program is not copied into the study: it may become better.
                let own = text.trim() != known.shipped_stop_words.trim();
                done = Some(Some(if own { text.trim().to_owned() } else { String::new() }));
            }
            if ui.add(Button::new(i18n::terms_ignored_shipped(lang))).clicked() {
                *text = known.shipped_stop_words.to_string();
            }
            if ui.button(i18n::button_cancel(lang)).clicked() {
                done = Some(None);
            }
        });
    });
    if let Some(Some(list)) = &done {
        actions.push(SearchAction::StopWords(list.clone()));
    }
    if done.is_some() || modal.should_close() {
        page.edits_stop_words = false;
        page.stop_words = StopWords::default();
    }
}
