//! The passages of one code, one below the other: to compare what was put under the same name.

use crate::fonts;
use crate::measured_list::{self, RowHeights, Rows};
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::Words;
use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat};
use egui::{Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use model::RecordId;
use std::ops::Range;
use workbench::views::{PassageListView, PassageRow};

/// Above the words and below their place.
const PAD: f32 = 9.0;
/// The line that says where.
const PLACE_LINE: f32 = 18.0;

/// What the user asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PassagesAction {
    /// A passage is to be shown in its interview.
    GoTo {
        /// The interview.
        interview: RecordId,
        /// The coding.
        coding: RecordId,
        /// Scalars of the interview's current text.
        range: Range<usize>,
    },
}

/// What the panel remembers.
#[derive(Debug, Default)]
pub struct PassagesPanelState {
    heights: RowHeights,
}

/// Draws the passages of the chosen code; without one, says what would stand here.
pub fn show(
    ui: &mut Ui,
    view: Option<&PassageListView>,
    state: &mut PassagesPanelState,
    words: Words,
) -> Vec<PassagesAction> {
    let Some(view) = view else {
        ui.add_space(PAD);
        crate::empty::show(ui, i18n::passages_choose(words.lang, words.method()), "");
        return Vec::new();
    };
    row::head(ui, &view.title, &view.basis);
    if view.rows.is_empty() {
        crate::empty::show(ui, i18n::passages_empty(words.lang), "");
        return Vec::new();
    }
    let mut actions = Vec::new();
    let per_line = ((ui.available_width() - 2.0 * space::EDGE) / 6.8).max(10.0);
    let lines = |at: usize| (view.rows[at].quote.chars().count() as f32 / per_line).ceil().max(1.0);
    let rows = Rows {
        key: view.key,
        count: view.rows.len(),
        name: |at: usize| egui::util::hash((view.rows[at].coding, &view.rows[at].quote)),
        estimate: |at: usize| lines(at) * size::QUOTE_LINE + 2.0 * PAD + PLACE_LINE,
    };
    measured_list::show(ui, &mut state.heights, &rows, |ui, at| one(ui, &view.rows[at], &mut actions));
    actions
}

/// Draws one passage and returns its height.
fn one(ui: &mut Ui, passage: &PassageRow, actions: &mut Vec<PassagesAction>) -> f32 {
    let theme = Theme::of(ui);
    let area = ui.max_rect();
    let width = area.width() - 2.0 * space::EDGE;
    let mut job = LayoutJob::single_section(
        unbroken(&passage.quote),
        TextFormat {
            font_id: fonts::regular(size::BODY),
            line_height: Some(size::QUOTE_LINE),
            color: theme.ink,
            ..TextFormat::default()
        },
    );
    job.wrap.max_width = width;
    let quote = ui.painter().layout_job(job);
    let height = quote.size().y + 2.0 * PAD + PLACE_LINE;
    let rect = Rect::from_min_size(area.min, vec2(area.width(), height));
    let response = ui.interact(rect, ui.scope_id().with(passage.coding), Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, format!("{}, {}", passage.quote, passage.place))
    });
    if response.clicked() {
        actions.push(PassagesAction::GoTo {
            interview: passage.interview,
            coding: passage.coding,
            range: passage.start..passage.end,
        });
    }
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 0, theme.hover);
    }
    if response.has_focus() {
        row::ring(ui.painter(), rect, theme);
    }
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, theme.hairline());
    let at = rect.min + vec2(space::EDGE, PAD);
    let below = at.y + quote.size().y + 1.0;
    ui.painter().galley(at, quote, theme.ink);
    let place = where_said(passage);
    let galley = row::one_line(ui.painter(), &place, fonts::regular(size::SMALL), theme.mute, width);
    ui.painter().galley(pos2(at.x, below), galley, theme.mute);
    height
}

fn where_said(passage: &PassageRow) -> String {
    match passage.coder.is_empty() {
        true => passage.place.to_string(),
        false => format!("{} · {}", passage.place, passage.coder),
    }
}
