//! The rail of steps: where the work stands, and what comes later.

use crate::fonts;
use crate::icons::{self, Icon};
use crate::row;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use crate::words::Words;
use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat};
use egui::{Align, Layout, Rect, Response, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use workbench::views::{RailStep, RailView, Step};

/// The width of the rail.
pub const WIDTH: f32 = 206.0;
/// Its width when only the signs are shown.
pub const FOLDED_WIDTH: f32 = 52.0;

/// What a step takes of the height, at most.
const STEP: f32 = 40.0;
/// What the guide and the journal take, with the line above them.
const FOOT: f32 = 92.0;

/// What the user asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RailAction {
    /// Another step.
    Go(Step),
    /// The interview guide.
    OpenGuide,
    /// The audit trail.
    OpenJournal,
    /// Show only the signs, or everything again.
    ToggleFolded,
}

/// Draws the rail; `current` is the step that is open.
pub fn show(ui: &mut Ui, view: &RailView, current: Step, folded: bool, words: Words) -> Vec<RailAction> {
    let mut actions = Vec::new();
    ui.spacing_mut().item_spacing.y = 2.0;
    let whole = ui.available_rect_before_wrap().shrink2(vec2(space::SMALL, 10.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(whole), |ui| {
        heading(ui, folded, words, &mut actions);
        // Where the window is low, or everything large, all of it scrolls instead of standing over itself.
        if ui.available_height() >= view.steps.len() as f32 * STEP + FOOT {
            steps(ui, view, current, folded, words, &mut actions);
            ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
                journal(ui, folded, words, &mut actions);
                guide(ui, view, folded, words, &mut actions);
                line(ui);
            });
        } else {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                steps(ui, view, current, folded, words, &mut actions);
                line(ui);
                guide(ui, view, folded, words, &mut actions);
                journal(ui, folded, words, &mut actions);
            });
        }
    });
    actions
}

fn steps(
    ui: &mut Ui,
    view: &RailView,
    current: Step,
    folded: bool,
    words: Words,
    actions: &mut Vec<RailAction>,
) {
    for step in &view.steps {
        if self::step(ui, step, step.step == current, folded, words).clicked() {
            actions.push(RailAction::Go(step.step));
        }
    }
}

fn guide(ui: &mut Ui, view: &RailView, folded: bool, words: Words, actions: &mut Vec<RailAction>) {
    let text = i18n::rail_guide(words.lang);
    let guide = Entry { icon: Icon::Guide, text, aside: &view.guide_version, on: false };
    if entry(ui, guide, folded).clicked() {
        actions.push(RailAction::OpenGuide);
    }
}

fn journal(ui: &mut Ui, folded: bool, words: Words, actions: &mut Vec<RailAction>) {
    let journal = Entry { icon: Icon::Journal, text: i18n::rail_journal(words.lang), aside: "", on: false };
    if entry(ui, journal, folded).clicked() {
        actions.push(RailAction::OpenJournal);
    }
}

fn line(ui: &mut Ui) {
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 13.0), Sense::hover());
    let theme = Theme::of(ui);
    ui.painter().hline(line.x_range().shrink(6.0), line.center().y, theme.hairline());
}

fn heading(ui: &mut Ui, folded: bool, words: Words, actions: &mut Vec<RailAction>) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    if !folded {
        let text = i18n::rail_heading(words.lang);
        let galley =
            row::one_line(ui.painter(), text, fonts::regular(size::SMALL), theme.faint, rect.width() - 40.0);
        ui.painter().galley(
            pos2(rect.left() + 9.0, rect.center().y - galley.size().y / 2.0),
            galley,
            theme.faint,
        );
    }
    let centre = if folded { rect.center().x } else { rect.right() - 14.0 };
    let place = Rect::from_center_size(pos2(centre, rect.center().y), vec2(24.0, 22.0));
    let (icon, name) = if folded {
        (Icon::Unfold, i18n::rail_expand(words.lang))
    } else {
        (Icon::Fold, i18n::rail_collapse(words.lang))
    };
    if crate::sign_button::at(ui, place, icon, name).clicked() {
        actions.push(RailAction::ToggleFolded);
    }
}

/// One line of the rail.
struct Entry<'a> {
    icon: Icon,
    text: &'a str,
    aside: &'a str,
    on: bool,
}

fn step(ui: &mut Ui, step: &RailStep, on: bool, folded: bool, words: Words) -> Response {
    let text = crate::commands::step_label(step.step, words.lang, words.method());
    let aside = step.count.map(|count| count.to_string()).unwrap_or_default();
    let entry = Entry { icon: Icon::Step(step.step), text, aside: &aside, on };
    let response = self::entry(ui, entry, folded);
    // Put together only while one points at it: the rail is drawn in every frame.
    response.on_hover_ui(|ui| {
        if folded {
            ui.label(text);
        }
        ui.label(unbroken(crate::commands::step_purpose(step.step, words.lang, words.method())));
    })
}

fn entry(ui: &mut Ui, entry: Entry<'_>, folded: bool) -> Response {
    let theme = Theme::of(ui);
    let color = if entry.on { theme.accent } else { theme.mute };
    let aside = ui.painter().layout_no_wrap(entry.aside.to_owned(), fonts::regular(size::SMALL), theme.faint);
    let room = ui.available_width() - 9.0 - 16.0 - 10.0 - 9.0 - aside.size().x;
    let font_id = if entry.on { fonts::semibold(size::BODY) } else { fonts::regular(size::BODY) };
    let mut job = LayoutJob::single_section(
        unbroken(entry.text),
        TextFormat { font_id, color, ..TextFormat::default() },
    );
    job.wrap.max_width = room;
    let text = ui.painter().layout_job(job);
    let height = if folded { 36.0 } else { text.size().y + 16.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, entry.on, entry.text));
    paint_back(ui, rect, &response, entry.on);
    let x = if folded { rect.center().x } else { rect.left() + 17.0 };
    icons::paint(ui.painter(), entry.icon, icons::square(pos2(x, rect.center().y), 16.0), color);
    if !folded {
        let middle = rect.center().y;
        let left = rect.left() + 9.0 + 16.0 + 10.0;
        ui.painter().galley(pos2(left, middle - text.size().y / 2.0), text, color);
        let right = rect.right() - 9.0 - aside.size().x;
        ui.painter().galley(pos2(right, middle - aside.size().y / 2.0), aside, theme.faint);
    }
    response
}

fn paint_back(ui: &Ui, rect: Rect, response: &Response, on: bool) {
    let theme = Theme::of(ui);
    if on {
        ui.painter().rect_filled(rect, radius::FIELD, theme.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius::FIELD, theme.hover);
    }
    if response.has_focus() {
        row::ring(ui.painter(), rect, theme);
    }
}
