//! The list of interviews: name, what was done, how far one has come.

use crate::fonts;
use crate::icons::{self, Icon};
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat};
use egui::{
    EventFilter, Key, Modifiers, Pos2, Rect, Response, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};
use model::RecordId;
use workbench::views::{InterviewListView, InterviewRow, InterviewState};

/// The width at which the usual summary is read whole.
pub const WIDTH: f32 = 222.0;

/// What the user asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum InterviewsAction {
    /// An interview is to be opened.
    Open(RecordId),
    /// Interviews are to be imported.
    Import,
    /// The menu of an interview is wanted.
    OpenContextMenu {
        /// The interview.
        interview: RecordId,
        /// Where on the screen.
        at: Pos2,
    },
}

/// Draws the list; `open` is the interview that is being read.
pub fn show(
    ui: &mut Ui,
    view: &InterviewListView,
    open: Option<RecordId>,
    words: Words,
) -> Vec<InterviewsAction> {
    let mut actions = Vec::new();
    row::head(ui, i18n::interviews_title(words.lang), &view.summary);
    if view.rows.is_empty() {
        empty(ui, words, &mut actions);
        return actions;
    }
    let area = ui.available_rect_before_wrap();
    let list = ui.interact(area, ui.scope_id().with("list"), Sense::click());
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, i18n::interviews_title(words.lang)));
    keys(ui, &list, view, open, &mut actions);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for interview in view.rows.iter() {
            let response = one(ui, interview, open == Some(interview.id), words);
            if response.clicked() {
                list.request_focus();
                actions.push(InterviewsAction::Open(interview.id));
            }
            if let Some(at) = response.interact_pointer_pos().filter(|_| response.secondary_clicked()) {
                actions.push(InterviewsAction::OpenContextMenu { interview: interview.id, at });
            }
        }
        if import(ui, words).clicked() {
            actions.push(InterviewsAction::Import);
        }
    });
    actions
}

fn empty(ui: &mut Ui, words: Words, actions: &mut Vec<InterviewsAction>) {
    crate::empty::show(ui, i18n::interviews_empty(words.lang), i18n::interviews_empty_purpose(words.lang));
    ui.add_space(space::SMALL);
    if import(ui, words).clicked() {
        actions.push(InterviewsAction::Import);
    }
}

/// The quiet row under the list.
fn import(ui: &mut Ui, words: Words) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::click());
    let text = i18n::interviews_import(words.lang);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    let place = rect.shrink2(vec2(space::SMALL, 4.0));
    row::back(ui.painter(), place, false, response.hovered(), theme);
    if response.has_focus() {
        row::ring(ui.painter(), place, theme);
    }
    let color = if response.hovered() || response.has_focus() { theme.accent } else { theme.mute };
    let (left, middle) = (rect.left() + space::EDGE, rect.center().y);
    icons::paint(ui.painter(), Icon::Plus, icons::square(pos2(left + 6.0, middle), 12.0), color);
    let room = rect.width() - 2.0 * space::EDGE - 18.0;
    let galley = row::one_line(ui.painter(), text, fonts::regular(size::SMALL), color, room);
    ui.painter().galley(pos2(left + 18.0, middle - galley.size().y / 2.0), galley, color);
    response
}

/// Arrows open the next interview, or the one before.
fn keys(
    ui: &Ui,
    list: &Response,
    view: &InterviewListView,
    open: Option<RecordId>,
    actions: &mut Vec<InterviewsAction>,
) {
    if !list.has_focus() {
        return;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(list.id, filter));
    let at = view.rows.iter().position(|row| Some(row.id) == open);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let next = if pressed(Key::ArrowDown) {
        at.map_or(Some(0), |at| Some(at + 1))
    } else if pressed(Key::ArrowUp) {
        at.and_then(|at| at.checked_sub(1))
    } else {
        None
    };
    if let Some(row) = next.and_then(|at| view.rows.get(at)) {
        actions.push(InterviewsAction::Open(row.id));
    }
}

fn one(ui: &mut Ui, interview: &InterviewRow, open: bool, words: Words) -> Response {
    let theme = Theme::of(ui);
    let width = ui.available_width();
    let mut job = LayoutJob::single_section(
        unbroken(&interview.details),
        TextFormat {
            font_id: fonts::regular(size::SMALL),
            color: details_color(interview, theme),
            ..TextFormat::default()
        },
    );
    job.wrap.max_width = width - 2.0 * space::EDGE;
    let details = ui.painter().layout_job(job);
    let bar = if has_bar(interview) { 9.0 } else { 0.0 };
    let height = 8.0 + 19.0 + details.size().y + bar + 9.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click() - Sense::FOCUSABLE);
    response.widget_info(|| {
        let text = format!("{}, {}", interview.label, interview.details);
        WidgetInfo::selected(Role::ListBoxOption, true, open, text)
    });
    let painter = ui.painter();
    if open {
        painter.rect_filled(rect, 0, theme.accent_soft);
    } else if response.hovered() {
        painter.rect_filled(rect, 0, theme.hover);
    }
    painter.hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    let left = rect.left() + space::EDGE;
    name(ui, interview, pos2(left, rect.top() + 8.0), words);
    let below = rect.top() + 8.0 + 19.0;
    painter.galley(pos2(left, below), details.clone(), theme.mute);
    if has_bar(interview) {
        progress(
            ui,
            interview,
            Rect::from_min_size(
                pos2(left, below + details.size().y + 6.0),
                vec2(width - 2.0 * space::EDGE, 3.0),
            ),
        );
    }
    let percent = number(usize::from(interview.progress_per_mille) / 10);
    if has_bar(interview) && percent > 0 {
        return response.on_hover_text(i18n::interview_progress(words.lang, words.method(), percent));
    }
    response
}

fn has_bar(interview: &InterviewRow) -> bool {
    interview.state != InterviewState::Excluded
}

fn details_color(interview: &InterviewRow, theme: &Theme) -> egui::Color32 {
    if interview.state == InterviewState::Excluded { theme.faint } else { theme.mute }
}

fn name(ui: &Ui, interview: &InterviewRow, at: Pos2, words: Words) {
    let theme = Theme::of(ui);
    let excluded = interview.state == InterviewState::Excluded;
    let color = if excluded { theme.faint } else { theme.ink };
    let galley = row::one_line(
        ui.painter(),
        &interview.label,
        fonts::semibold(size::BODY),
        color,
        ui.available_width(),
    );
    let after = at + vec2(galley.size().x + space::SMALL, galley.size().y / 2.0);
    ui.painter().galley(at, galley, color);
    if excluded {
        row::tag(ui.painter(), after, i18n::status_excluded(words.lang), theme.faint, theme);
    }
}

fn progress(ui: &Ui, interview: &InterviewRow, rect: Rect) {
    let theme = Theme::of(ui);
    ui.painter().rect_filled(rect, 2, theme.line);
    let share = f32::from(interview.progress_per_mille.min(1000)) / 1000.0;
    if share > 0.0 {
        let done = Rect::from_min_size(rect.min, vec2((rect.width() * share).max(3.0), rect.height()));
        ui.painter().rect_filled(done, 2, theme.accent);
    }
}
