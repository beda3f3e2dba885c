//! The hits: by interview with their text, or one line each with the words in the middle.

use super::SearchAction;
use crate::fonts;
use crate::measured_list::{self, RowHeights, Rows};
use crate::row;
use crate::theme::{Theme, size, space};
use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat};
use egui::{Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use i18n::Lang;
use workbench::answers::search::{HitAnswer, SearchAnswer};

const PAD: f32 = 7.0;
const HEAD: f32 = 32.0;
const LINE: f32 = 26.0;

/// What is drawn.
pub(super) struct View<'a> {
    pub answer: &'a SearchAnswer,
    /// The hits in the order in which they are shown.
    pub order: &'a [usize],
    /// Changes with the answer.
    pub number: u64,
    pub concordance: bool,
}

/// A row of the list.
#[derive(Clone, Copy)]
enum Line {
    /// The name of the interview of this hit.
    Head(usize),
    Hit(usize),
}

pub(super) fn show(ui: &mut Ui, view: &View<'_>, heights: &mut RowHeights, lang: Lang) -> Vec<SearchAction> {
    let lines = lines(view);
    let mut actions = Vec::new();
    let hits = &view.answer.hits;
    let per_line = ((ui.available_width() - 2.0 * space::EDGE) / 6.8).max(10.0);
    let length = |hit: &HitAnswer| hit.before.len() + hit.text.len() + hit.after.len();
    let rows = Rows {
        key: egui::util::hash((view.number, view.concordance, view.order)),
        count: lines.len(),
        name: |at: usize| match lines[at] {
            Line::Head(hit) => egui::util::hash((hits[hit].id, "head")),
            Line::Hit(hit) => {
                egui::util::hash((hits[hit].id, hits[hit].start, hits[hit].end, view.concordance))
            }
        },
        estimate: |at: usize| match lines[at] {
            Line::Head(_) => HEAD,
            Line::Hit(_) if view.concordance => LINE,
            Line::Hit(hit) => {
                (length(&hits[hit]) as f32 / per_line).ceil().max(1.0) * size::QUOTE_LINE + 2.0 * PAD
            }
        },
    };
    measured_list::show(ui, heights, &rows, |ui, at| match lines[at] {
        Line::Head(hit) => head(ui, &hits[hit].interview),
        Line::Hit(hit) => one(ui, &hits[hit], view.concordance, lang, &mut actions),
    });
    actions
}

fn lines(view: &View<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut before = None;
    for at in view.order {
        let id = view.answer.hits[*at].id;
        if !view.concordance && before != Some(id) {
            lines.push(Line::Head(*at));
            before = Some(id);
        }
        lines.push(Line::Hit(*at));
    }
    lines
}

fn head(ui: &mut Ui, name: &str) -> f32 {
    let theme = Theme::of(ui);
    let rect = Rect::from_min_size(ui.max_rect().min, vec2(ui.max_rect().width(), HEAD));
    let response = ui.interact(rect, ui.scope_id().with("head"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    let width = rect.width() - 2.0 * space::EDGE;
    let galley = row::one_line(ui.painter(), name, fonts::semibold(size::BODY), theme.ink, width);
    let at = pos2(rect.left() + space::EDGE, rect.bottom() - galley.size().y - 3.0);
    ui.painter().galley(at, galley, theme.ink);
    HEAD
}

/// The text of one line: line breaks and tabs are spaces here.
fn flat(text: &str) -> String {
    text.replace(['\n', '\t'], " ")
}

fn one(ui: &mut Ui, hit: &HitAnswer, concordance: bool, lang: Lang, actions: &mut Vec<SearchAction>) -> f32 {
    let area = ui.max_rect();
    let height = if concordance { LINE } else { quoted(ui, hit).size().y + 2.0 * PAD };
    let rect = Rect::from_min_size(area.min, vec2(area.width(), height));
    let response = ui.interact(rect, ui.scope_id().with((hit.id, hit.start, hit.end)), Sense::click());
    let said = format!("{}{}{}", flat(&hit.before), hit.text, flat(&hit.after));
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, format!("{}, {}", said.trim(), hit.interview))
    });
    let theme = Theme::of(ui);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 0, theme.hover);
    }
    if response.has_focus() {
        row::ring(ui.painter(), rect, theme);
    }
    if concordance {
        in_context(ui, rect, hit);
    } else {
        let galley = quoted(ui, hit);
        ui.painter().galley(rect.min + vec2(space::EDGE, PAD), galley, theme.ink);
    }
    if response.clicked() && hit.kind == "text" {
        actions.push(SearchAction::GoTo { interview: hit.id, range: hit.start as usize..hit.end as usize });
    }
    if hit.kind == "text" {
        response.on_hover_text(i18n::search_go_to(lang, &hit.interview));
    }
    height
}

fn part(text: &str, strong: bool, theme: &Theme) -> (String, TextFormat) {
    let format = TextFormat {
        font_id: if strong { fonts::semibold(size::BODY) } else { fonts::regular(size::BODY) },
        color: if strong { theme.ink } else { theme.mute },
        background: if strong { theme.found } else { egui::Color32::TRANSPARENT },
        line_height: Some(size::QUOTE_LINE),
        ..TextFormat::default()
    };
    (flat(text), format)
}

/// The words with the text around them, who says it first.
fn quoted(ui: &Ui, hit: &HitAnswer) -> std::sync::Arc<egui::Galley> {
    let theme = Theme::of(ui);
    let mut job = LayoutJob::default();
    if !hit.speaker.is_empty() {
        let format = TextFormat {
            font_id: fonts::medium(size::BODY),
            color: theme.mute,
            line_height: Some(size::QUOTE_LINE),
            ..TextFormat::default()
        };
        job.append(&format!("{}\u{2002}", hit.speaker), 0.0, format);
    }
    for (text, strong) in
        [(from_word(&hit.before), false), (hit.text.clone(), true), (to_word(&hit.after), false)]
    {
        let (text, format) = part(&text, strong, theme);
        job.append(&text, 0.0, format);
    }
    job.wrap.max_width = ui.max_rect().width() - 2.0 * space::EDGE;
    ui.painter().layout_job(job)
}

/// Text before a place without the part of a word that it begins with.
fn from_word(before: &str) -> String {
    match before.split_once(char::is_whitespace) {
        Some((_, rest)) if before.chars().count() as u32 >= super::CONTEXT => format!("… {rest}"),
        _ => before.to_owned(),
    }
}

fn to_word(after: &str) -> String {
    match after.rsplit_once(char::is_whitespace) {
        Some((kept, _)) if after.chars().count() as u32 >= super::CONTEXT => format!("{kept} …"),
        _ => after.to_owned(),
    }
}

/// One line, the words in the middle.
fn in_context(ui: &Ui, rect: Rect, hit: &HitAnswer) {
    let theme = Theme::of(ui);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let place = row::one_line(&painter, &hit.interview, fonts::regular(size::SMALL), theme.faint, 80.0);
    let top = rect.top() + (LINE - size::QUOTE_LINE) / 2.0;
    painter.galley(pos2(rect.left() + space::EDGE, top + 2.0), place, theme.faint);
    let left = rect.left() + space::EDGE + 90.0;
    let field = Rect::from_min_max(pos2(left, rect.top()), rect.right_bottom() - vec2(space::EDGE, 0.0));
    let lay = |text: &str, strong: bool| {
        let (text, format) = part(text, strong, theme);
        let mut job = LayoutJob::single_section(text, format);
        job.wrap.max_width = f32::INFINITY;
        painter.layout_job(job)
    };
    let painter = painter.with_clip_rect(field.intersect(painter.clip_rect()));
    let (before, words, after) = (lay(&hit.before, false), lay(&hit.text, true), lay(&hit.after, false));
    let start = field.left() + (field.width() * 0.46).round();
    painter.galley(pos2(start - before.size().x, top), before, theme.mute);
    let end = start + words.size().x;
    painter.galley(pos2(start, top), words, theme.ink);
    painter.galley(pos2(end, top), after, theme.mute);
}

/// The letters of a text without case: what a concordance is sorted by.
pub(super) fn letters(text: &str) -> String {
    crate::folding::Folded::new(text)
        .letters()
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == ' ')
        .collect::<String>()
        .trim()
        .to_owned()
}

/// The words before a place, the nearest first.
pub(super) fn read_backwards(before: &str) -> Vec<String> {
    letters(before).split_whitespace().rev().take(6).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{letters, read_backwards};

    #[test]
    fn a_concordance_is_sorted_by_words_from_the_middle_out() {
        assert_eq!(read_backwards("Je dors « très "), ["tres", "dors", "je"]);
        assert_eq!(letters(", À l’aube"), "a laube");
    }
}
