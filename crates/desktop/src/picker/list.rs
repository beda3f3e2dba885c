//! The field and the choices below it.

use super::matching::{Folds, Match};
use super::{Asked, PickerAction, PickerState};
use crate::fonts;
use crate::key_cap;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Rect, Response, RichText, Sense, Ui, WidgetInfo, pos2, vec2};
use workbench::views::{CodeRow, CodeTreeView};

/// At most this many codes are listed.
const MOST: usize = 8;
const HEIGHT: f32 = 31.0;
/// Field, foot and frame.
const AROUND: f32 = 86.0;

/// What can be taken.
#[derive(Debug, Default, Clone)]
pub(super) struct Choices {
    pub found: Vec<Match>,
    /// All codes that fit, also those that are not listed.
    pub all: Vec<usize>,
    /// The name of a new code, where none has it.
    pub create: Option<String>,
}

impl Choices {
    pub fn new(view: &CodeTreeView, folds: &Folds, typed: &str, among: Option<&[usize]>) -> Self {
        let mut found = folds.matches(view, typed, among);
        let all = found.iter().map(|found| found.index).collect();
        found.truncate(MOST);
        let name = typed.trim();
        let create = (!name.is_empty() && !folds.has(name)).then(|| name.to_owned());
        Self { found, all, create }
    }

    pub fn count(&self) -> usize {
        self.found.len() + usize::from(self.create.is_some())
    }

    /// About how high the picker is with these choices.
    pub fn height(&self) -> f32 {
        AROUND + HEIGHT * self.count() as f32
    }

    pub fn apply(&self, view: &CodeTreeView, at: usize) -> Option<PickerAction> {
        let found = self.found.get(at)?;
        view.rows.get(found.index).map(|row| PickerAction::Apply(row.id))
    }
}

pub(super) fn show(
    ui: &mut Ui,
    view: &CodeTreeView,
    state: &mut PickerState,
    choices: &Choices,
    asked: Asked<'_>,
    first: bool,
) -> Option<PickerAction> {
    let words = asked.words;
    ui.spacing_mut().item_spacing.y = 0.0;
    let question = unbroken(i18n::picker_question(words.lang, asked.layer.as_str()));
    let field = row::field(ui, &mut state.typed, &question, "picker");
    let field = field.accessible_name(i18n::picker_title(words.lang, words.method()));
    taken(ui, state, words);
    if first {
        field.request_focus();
        cursor_to_end(ui, &field, &state.typed);
    }
    ui.add_space(6.0);
    let mut picked = None;
    for (at, found) in choices.found.iter().enumerate() {
        let Some(code) = view.rows.get(found.index) else { continue };
        if one(ui, code, found, at == state.marked, words).clicked() {
            picked = Some(PickerAction::Apply(code.id));
        }
    }
    if let Some(name) = &choices.create {
        let marked = state.marked == choices.found.len() && !choices.found.is_empty();
        if create(ui, (name, asked.under), marked, words).clicked() {
            picked = Some(PickerAction::CreateAndApply(name.clone()));
        }
    }
    foot(ui, choices, state, words);
    picked
}

/// The letter that opened the picker is followed by the next, not replaced.
fn cursor_to_end(ui: &Ui, field: &Response, typed: &str) {
    let mut memory = egui::TextEdit::load_state(ui.ctx(), field.id).unwrap_or_default();
    let end = egui::text::CCursor::new(typed.chars().count());
    memory.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
    egui::TextEdit::store_state(ui.ctx(), field.id, memory);
}

/// What the passage got since the picker opened.
fn taken(ui: &mut Ui, state: &PickerState, words: Words) {
    if state.taken.is_empty() {
        return;
    }
    let theme = Theme::of(ui);
    let text = i18n::picker_taken(words.lang, &state.taken.join(", "));
    ui.add_space(space::TIGHT);
    ui.label(RichText::new(text).font(fonts::regular(size::SMALL)).color(theme.mute));
}

/// What the keys do, or what to do where no code fits.
fn foot(ui: &mut Ui, choices: &Choices, state: &PickerState, words: Words) {
    let theme = Theme::of(ui);
    let text = if choices.found.is_empty() && choices.create.is_some() {
        i18n::picker_no_match(words.lang)
    } else if state.recodes {
        i18n::picker_hint_recode(words.lang)
    } else {
        i18n::picker_hint(words.lang)
    };
    egui::Frame::new().inner_margin(egui::Margin { left: 8, right: 8, top: 7, bottom: 2 }).show(ui, |ui| {
        ui.label(RichText::new(unbroken(text)).font(fonts::regular(size::SMALL)).color(theme.faint));
    });
}

fn choice(ui: &mut Ui, name: &str, marked: bool) -> (Rect, Response) {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click() - Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, marked, name));
    row::back(ui.painter(), rect, marked, response.hovered(), Theme::of(ui));
    (rect, response)
}

fn one(ui: &mut Ui, code: &CodeRow, found: &Match, marked: bool, words: Words) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = choice(ui, &code.label, marked);
    let middle = rect.center().y;
    let mut right = rect.right() - space::SMALL;
    if marked {
        right = key_cap::paint_ending_at(ui, i18n::key_enter(words.lang), right, middle) - space::SMALL;
    } else if let Some(digit) = code.favourite {
        right = key_cap::paint_ending_at(ui, &digit.to_string(), right, middle) - space::SMALL;
    }
    let count = i18n::passage_count(words.lang, number(code.own));
    let count = ui.painter().layout_no_wrap(count, fonts::regular(size::SMALL), theme.faint);
    let count_left = right - count.size().x;
    ui.painter().galley(pos2(count_left, middle - count.size().y / 2.0), count, theme.faint);
    row::swatch(ui.painter(), rect.left() + space::SMALL, middle, theme.hue(code.hue));
    let left = rect.left() + space::SMALL + 9.0 + space::SMALL;
    let galley = label(ui, code, found, count_left - space::SMALL - left);
    ui.painter().galley(pos2(left, middle - galley.size().y / 2.0), galley, theme.ink);
    response
}

/// The name with what was typed marked in it, then quietly what stands above it.
fn label(ui: &Ui, code: &CodeRow, found: &Match, width: f32) -> std::sync::Arc<egui::Galley> {
    let theme = Theme::of(ui);
    let plain = TextFormat { font_id: fonts::regular(size::BODY), color: theme.ink, ..TextFormat::default() };
    let typed = TextFormat { font_id: fonts::semibold(size::BODY), color: theme.accent, ..plain.clone() };
    let path = TextFormat { font_id: fonts::regular(size::SMALL), color: theme.faint, ..plain.clone() };
    let mut job = LayoutJob::default();
    let mut end = 0;
    let part = |from: usize, to: usize| {
        code.label.chars().skip(from).take(to.saturating_sub(from)).collect::<String>()
    };
    for range in &found.typed {
        job.append(&part(end, range.start), 0.0, plain.clone());
        job.append(&part(range.start.max(end), range.end), 0.0, typed.clone());
        end = range.end.max(end);
    }
    job.append(&part(end, usize::MAX), 0.0, plain);
    if let Some(parent) = code.path.rsplit(" / ").next().filter(|parent| !parent.is_empty()) {
        job.append(parent, 10.0, path);
    }
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}

fn create(ui: &mut Ui, (name, under): (&str, Option<&str>), marked: bool, words: Words) -> Response {
    let theme = Theme::of(ui);
    let text = match under {
        Some(under) => i18n::picker_create_under(words.lang, name, under),
        None => i18n::picker_create(words.lang, name),
    };
    let (rect, response) = choice(ui, &text, marked);
    let middle = rect.center().y;
    let keys = format!("{} {}", i18n::key_ctrl(words.lang), i18n::key_enter(words.lang));
    let right = key_cap::paint_ending_at(ui, &keys, rect.right() - space::SMALL, middle);
    row::swatch(ui.painter(), rect.left() + space::SMALL, middle, theme.faint);
    let left = rect.left() + space::SMALL + 9.0 + space::SMALL;
    let galley = row::one_line(
        ui.painter(),
        &text,
        fonts::regular(size::BODY),
        theme.ink,
        right - space::SMALL - left,
    );
    ui.painter().galley(pos2(left, middle - galley.size().y / 2.0), galley, theme.ink);
    response
}
