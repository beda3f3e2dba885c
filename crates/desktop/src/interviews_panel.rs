//! The list of interviews: name, what was done, how far one has come.

use crate::folding::{Folded, query};
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
use serde::{Deserialize, Serialize};
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

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Order {
    /// As in the study.
    #[default]
    Study,
    /// By name, numbers by their value.
    Name,
    /// By date, those without one last.
    Date,
    /// Those with most passages first.
    Passages,
    /// What is left to do first.
    State,
}

impl Order {
    const ALL: [Order; 5] = [Order::Study, Order::Name, Order::Date, Order::Passages, Order::State];

    fn label(self, words: Words) -> &'static str {
        match self {
            Order::Study => i18n::interviews_sort_study(words.lang),
            Order::Name => i18n::interviews_sort_name(words.lang),
            Order::Date => i18n::interviews_sort_date(words.lang),
            Order::Passages => i18n::interviews_sort_passages(words.lang),
            Order::State => i18n::interviews_sort_state(words.lang),
        }
    }
}

/// What the panel remembers.
#[derive(Debug, Default)]
pub struct InterviewsPanelState {
    /// What is typed in the field above the list.
    pub filter: String,
    /// The order of the list.
    pub order: Order,
    shown: Vec<usize>,
    /// The heights of the rows, for one list at one width: what is out of sight is not laid out.
    heights: (u64, u32, Vec<Option<f32>>),
    valid_for: Option<(u64, String, Order)>,
    wants_focus: bool,
}

/// From this many interviews on, the list has a field to filter it.
const FILTERED_FROM: usize = 12;

impl InterviewsPanelState {
    /// Gives the list the keyboard in the next frame.
    pub fn request_focus(&mut self) {
        self.wants_focus = true;
    }

    fn update(&mut self, view: &InterviewListView) {
        let valid_for = (view.key, self.filter.clone(), self.order);
        if self.valid_for.as_ref() != Some(&valid_for) {
            self.shown = shown(view, &self.filter, self.order);
            self.valid_for = Some(valid_for);
        }
    }
}

/// Which rows are shown, in their order.
fn shown(view: &InterviewListView, filter: &str, order: Order) -> Vec<usize> {
    let wanted = query(filter);
    let fits = |row: &InterviewRow| {
        let text = Folded::new(&format!("{} {} {}", row.label, row.participants, row.details));
        wanted.iter().all(|word| text.word_beginning(word).is_some())
    };
    let mut found: Vec<usize> =
        view.rows.iter().enumerate().filter(|(_, row)| fits(row)).map(|(at, _)| at).collect();
    let row = |at: &usize| view.rows.get(*at);
    match order {
        Order::Study => {}
        Order::Name => found.sort_by_cached_key(|at| row(at).map(|row| natural(&row.label))),
        Order::Date => {
            found.sort_by_cached_key(|at| row(at).map(|row| (row.date.is_empty(), row.date.clone())));
        }
        Order::Passages => found.sort_by_key(|at| row(at).map(|row| std::cmp::Reverse(row.codings))),
        Order::State => found.sort_by_key(|at| {
            row(at).map(|row| match row.state {
                InterviewState::InProgress => 0,
                InterviewState::ToRead => 1,
                InterviewState::Finished => 2,
                InterviewState::Excluded => 3,
            })
        }),
    }
    found
}

/// A name for sorting: *EMG 2* before *EMG 10*.
fn natural(name: &str) -> Vec<(String, u64)> {
    let mut parts: Vec<(String, u64)> = vec![(String::new(), 0)];
    let mut in_number = false;
    for sign in name.to_lowercase().chars() {
        match (sign.to_digit(10), parts.last_mut()) {
            (Some(digit), Some((_, number))) => {
                *number = number.saturating_mul(10).saturating_add(digit.into());
                in_number = true;
            }
            (None, Some((text, _))) if !in_number => text.push(sign),
            (None, _) => {
                parts.push((sign.to_string(), 0));
                in_number = false;
            }
            (Some(_), None) => {}
        }
    }
    parts
}

/// Draws the list; `open` is the interview that is being read.
pub fn show(
    ui: &mut Ui,
    view: &InterviewListView,
    open: Option<RecordId>,
    state: &mut InterviewsPanelState,
    words: Words,
) -> Vec<InterviewsAction> {
    let mut actions = Vec::new();
    let head = row::head(ui, i18n::interviews_title(words.lang), &view.summary);
    if view.rows.is_empty() {
        empty(ui, words, &mut actions);
        return actions;
    }
    sort(ui, head.rect, state, words);
    if view.rows.len() >= FILTERED_FROM || !state.filter.is_empty() {
        let margin = egui::Margin { left: space::EDGE as i8, right: space::EDGE as i8, top: 0, bottom: 8 };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            row::field(ui, &mut state.filter, i18n::interviews_filter(words.lang), "interviews filter");
        });
    }
    state.update(view);
    let area = ui.available_rect_before_wrap();
    let list = ui.interact(area, ui.scope_id().with("list"), Sense::click());
    if std::mem::take(&mut state.wants_focus) {
        list.request_focus();
    }
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, i18n::interviews_title(words.lang)));
    let rows: Vec<&InterviewRow> = state.shown.iter().filter_map(|at| view.rows.get(*at)).collect();
    let measured = (view.key, ui.available_width().to_bits());
    if (state.heights.0, state.heights.1) != measured || state.heights.2.len() != view.rows.len() {
        state.heights = (measured.0, measured.1, vec![None; view.rows.len()]);
    }
    let (shown, heights) = (&state.shown, &mut state.heights.2);
    keys(ui, &list, &rows, open, &mut actions);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        if rows.is_empty() {
            crate::empty::show(ui, i18n::interviews_no_match(words.lang), "");
        }
        for (interview, at) in rows.into_iter().zip(shown) {
            let size = heights.get(*at).copied().flatten().map(|height| vec2(ui.available_width(), height));
            if let Some(size) =
                size.filter(|size| !ui.is_rect_visible(Rect::from_min_size(ui.cursor().min, *size)))
            {
                ui.allocate_space(size);
                continue;
            }
            let response = one(ui, interview, open == Some(interview.id), words);
            if let Some(height) = heights.get_mut(*at) {
                *height = Some(response.rect.height());
            }
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

/// The sign at the right of the head that opens the choice of an order.
fn sort(ui: &Ui, head: Rect, state: &mut InterviewsPanelState, words: Words) {
    let sign = crate::sign_button::show(ui, head, Icon::Sort, i18n::interviews_sort(words.lang));
    egui::Popup::menu(&sign).show(|ui| {
        for order in Order::ALL {
            if ui.selectable_label(state.order == order, order.label(words)).clicked() {
                state.order = order;
            }
        }
    });
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
    rows: &[&InterviewRow],
    open: Option<RecordId>,
    actions: &mut Vec<InterviewsAction>,
) {
    if !list.has_focus() {
        return;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(list.id, filter));
    let at = rows.iter().position(|row| Some(row.id) == open);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let next = if pressed(Key::ArrowDown) {
        at.map_or(Some(0), |at| Some(at + 1))
    } else if pressed(Key::ArrowUp) {
        at.and_then(|at| at.checked_sub(1))
    } else {
        None
    };
    if let Some(row) = next.and_then(|at| rows.get(at)) {
        actions.push(InterviewsAction::Open(row.id));
    }
    let menu = ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::F10));
    if let Some(interview) = open.filter(|_| menu) {
        actions.push(InterviewsAction::OpenContextMenu {
            interview,
            at: list.rect.left_top() + vec2(40.0, 40.0),
        });
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
    response.on_hover_ui(|ui| {
        let mut about = interview.about.to_string();
        if has_bar(interview) && percent > 0 {
            let progress = i18n::interview_progress(words.lang, words.method(), percent);
            about = format!("{about}\n{progress}");
        }
        ui.label(about.trim());
    })
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

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn numbers_in_names_sort_by_their_value() {
        let mut names = ["EMG 10", "EMG 2", "emg 1", "MG 1 bis", "MG 1"];
        names.sort_by_cached_key(|name| natural(name));
        assert_eq!(names, ["emg 1", "EMG 2", "EMG 10", "MG 1", "MG 1 bis"]);
    }
}
