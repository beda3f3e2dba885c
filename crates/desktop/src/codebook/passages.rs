//! The passages of a code with their surroundings, as a list that the keyboard goes through.

use super::CodebookAction;
use crate::fonts;
use crate::measured_list::{self, RowHeights, Rows};
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::Words;
use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat};
use egui::{
    Color32, EventFilter, Frame, Key, Margin, Modifiers, Panel, Rect, Sense, Ui, WidgetInfo, pos2, vec2,
};
use workbench::command::Command;
use workbench::views::{CodeSheet, PassageLine};

/// Above the words and below their place.
const PAD: f32 = 10.0;
/// The line that says where.
const PLACE: f32 = 18.0;

/// What the list remembers.
#[derive(Debug, Default)]
pub(super) struct PassagesState {
    heights: RowHeights,
    chosen: usize,
    with_below: bool,
}

pub(super) fn show(
    ui: &mut Ui,
    key: u64,
    sheet: &CodeSheet,
    state: &mut PassagesState,
    words: Words,
    actions: &mut Vec<CodebookAction>,
) {
    row::head(ui, i18n::column_passages(words.lang), &sheet.rows.len().to_string());
    if sheet.children > 0 {
        Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 0)).show(ui, |ui| {
            if ui.checkbox(&mut state.with_below, i18n::codebook_with_below(words.lang)).changed() {
                actions.push(CodebookAction::WithBelow(state.with_below));
            }
        });
    }
    if sheet.rows.is_empty() {
        crate::empty::show(ui, i18n::passages_empty(words.lang), "");
        return;
    }
    state.chosen = state.chosen.min(sheet.rows.len() - 1);
    foot(ui, sheet, state, words, actions);
    let area = ui.available_rect_before_wrap();
    let list = ui.interact(area, ui.scope_id().with("passages"), Sense::click());
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, i18n::column_passages(words.lang)));
    if list.has_focus() {
        keys(ui, &list, sheet, state, actions);
    }
    let per_line = ((ui.available_width() - 2.0 * space::EDGE) / 6.8).max(10.0);
    let length = |at: usize| {
        let line = &sheet.rows[at];
        line.before.chars().count() + line.words.chars().count() + line.after.chars().count()
    };
    let rows = Rows {
        key,
        count: sheet.rows.len(),
        name: |at: usize| {
            egui::util::hash((sheet.rows[at].coding, &sheet.rows[at].words, &sheet.rows[at].comment))
        },
        estimate: |at: usize| (length(at) as f32 / per_line).ceil() * size::QUOTE_LINE + 2.0 * PAD + PLACE,
    };
    let chosen = state.chosen;
    let mut clicked = None;
    measured_list::show(ui, &mut state.heights, &rows, |ui, at| {
        let (height, pressed, twice) = one(ui, &sheet.rows[at], at == chosen, list.has_focus());
        if pressed {
            clicked = Some((at, twice));
        }
        height
    });
    if let Some((at, twice)) = clicked {
        state.chosen = at;
        ui.memory_mut(|memory| memory.request_focus(list.id));
        if twice {
            actions.extend(sheet.rows.get(at).map(go_to));
        }
    }
}

fn go_to(line: &PassageLine) -> CodebookAction {
    CodebookAction::GoTo { interview: line.interview, coding: line.coding, range: line.start..line.end }
}

/// What can be done with the chosen passage.
fn foot(
    ui: &mut Ui,
    sheet: &CodeSheet,
    state: &PassagesState,
    words: Words,
    actions: &mut Vec<CodebookAction>,
) {
    let Some(line) = sheet.rows.get(state.chosen) else { return };
    let (lang, method) = (words.lang, words.method());
    let frame = Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 8));
    Panel::bottom("passage-actions").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            if ui.button(i18n::codebook_go_to(lang)).on_hover_text(i18n::key_enter(lang)).clicked() {
                actions.push(go_to(line));
            }
            if ui.button(i18n::codebook_recode(lang, method)).on_hover_text("R").clicked() {
                actions.push(CodebookAction::Recode(line.coding));
            }
            if ui.button(i18n::codebook_comment(lang)).on_hover_text("N").clicked() {
                actions.push(comment(line));
            }
            if ui.button(i18n::codebook_uncode(lang)).on_hover_text(i18n::key_delete(lang)).clicked() {
                actions.push(CodebookAction::Run(Command::RemoveCoding { coding: line.coding }));
            }
        });
    });
}

fn comment(line: &PassageLine) -> CodebookAction {
    CodebookAction::Comment { coding: line.coding, text: line.comment.to_string() }
}

fn keys(
    ui: &Ui,
    list: &egui::Response,
    sheet: &CodeSheet,
    state: &mut PassagesState,
    actions: &mut Vec<CodebookAction>,
) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(list.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowDown) {
        state.chosen = (state.chosen + 1).min(sheet.rows.len() - 1);
    }
    if pressed(Key::ArrowUp) {
        state.chosen = state.chosen.saturating_sub(1);
    }
    let Some(line) = sheet.rows.get(state.chosen) else { return };
    if pressed(Key::Enter) {
        actions.push(go_to(line));
    }
    if pressed(Key::R) {
        actions.push(CodebookAction::Recode(line.coding));
    }
    if pressed(Key::N) {
        actions.push(comment(line));
    }
    if pressed(Key::Delete) {
        actions.push(CodebookAction::Run(Command::RemoveCoding { coding: line.coding }));
    }
}

/// Draws one passage: its height, whether it was clicked, and whether twice.
fn one(ui: &mut Ui, line: &PassageLine, chosen: bool, focus: bool) -> (f32, bool, bool) {
    let theme = Theme::of(ui);
    let area = ui.max_rect();
    let width = area.width() - 2.0 * space::EDGE;
    let mut job = in_context(line, theme);
    if !line.comment.is_empty() {
        append(&mut job, &format!("\n{}", line.comment), theme.mute);
    }
    job.wrap.max_width = width;
    let galley = ui.painter().layout_job(job);
    let height = galley.size().y + 2.0 * PAD + PLACE;
    let rect = Rect::from_min_size(area.min, vec2(area.width(), height));
    let response = ui.interact(rect, ui.scope_id().with(line.coding), Sense::click() - Sense::FOCUSABLE);
    let place = place(line);
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, chosen, format!("{}, {place}", line.words))
    });
    if chosen {
        ui.painter().rect_filled(rect, 0, theme.accent_soft);
        if focus {
            row::ring(ui.painter(), rect.shrink(1.0), theme);
        }
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0, theme.hover);
    }
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, theme.hairline());
    let at = rect.min + vec2(space::EDGE, PAD);
    let below = at.y + galley.size().y + 1.0;
    ui.painter().galley(at, galley, theme.ink);
    let said = row::one_line(ui.painter(), &place, fonts::regular(size::SMALL), theme.mute, width);
    ui.painter().galley(pos2(at.x, below), said, theme.mute);
    (height, response.clicked(), response.double_clicked())
}

fn place(line: &PassageLine) -> String {
    let parts = [&line.place, &line.attributes, &line.code, &line.coder];
    parts.iter().filter(|part| !part.is_empty()).map(|part| part.as_ref()).collect::<Vec<_>>().join(" · ")
}

/// The words of a passage with what stands around them.
pub(crate) fn in_context(line: &PassageLine, theme: &Theme) -> LayoutJob {
    let mut job = LayoutJob::default();
    if !line.before.is_empty() {
        let gap = if line.before.ends_with(['’', '\'', '(', '[', '-']) { "" } else { " " };
        append(&mut job, &format!("… {}{gap}", line.before), theme.faint);
    }
    append(&mut job, &line.words, theme.ink);
    if !line.after.is_empty() {
        let gap = if line.after.starts_with(['.', ',', ')', ']', '…', '-']) { "" } else { " " };
        append(&mut job, &format!("{gap}{} …", line.after), theme.faint);
    }
    job
}

fn append(job: &mut LayoutJob, text: &str, color: Color32) {
    let format = TextFormat {
        font_id: fonts::regular(size::BODY),
        line_height: Some(size::QUOTE_LINE),
        color,
        ..TextFormat::default()
    };
    job.append(&unbroken(text), 0.0, format);
}
