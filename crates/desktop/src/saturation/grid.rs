//! Who brings what, and interviews against coding over time.

use super::canvas::Canvas;
use super::{SaturationAction, SaturationState, card, quiet};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::words::Words;
use egui::accesskit::Role;
use egui::{ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use workbench::saturation::figure::draw_timeline;
use workbench::views::{GridRowView, SaturationView};

const ROW: f32 = 26.0;
const COUNT: f32 = 78.0;
/// So many rows are in sight at most; the others are scrolled to.
const SHOWN: f32 = 14.0;

pub(super) fn show(
    ui: &mut Ui,
    view: &SaturationView,
    state: &mut SaturationState,
    words: Words,
    actions: &mut Vec<SaturationAction>,
) {
    if view.interviews.is_empty() {
        return;
    }
    let lang = words.lang;
    let (grid, dates) = (i18n::saturation_grid_title(lang), i18n::saturation_timeline_title(lang));
    let mut shows_dates = state.dates;
    let title = if shows_dates { dates } else { grid };
    card(
        ui,
        title,
        |ui| {
            ui.selectable_value(&mut shows_dates, false, i18n::saturation_show_grid(lang));
            ui.selectable_value(&mut shows_dates, true, i18n::saturation_show_dates(lang));
        },
        |ui| match state.dates {
            true => timeline(ui, view, words),
            false => rows(ui, view, actions),
        },
    );
    state.dates = shows_dates;
}

fn timeline(ui: &mut Ui, view: &SaturationView, words: Words) {
    let theme = Theme::of(ui);
    super::said(ui, &view.early);
    let rows = view.timeline.spans.len().clamp(1, 60) as f32;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), rows * 18.0 + 36.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, view.early.as_ref()));
    let painter = ui.painter_at(rect);
    draw_timeline(Canvas::new(&painter, rect), &view.timeline, &theme.figure_ink());
    quiet(ui, i18n::saturation_timeline_key(words.lang));
}

fn rows(ui: &mut Ui, view: &SaturationView, actions: &mut Vec<SaturationAction>) {
    let theme = Theme::of(ui);
    let width = ui.available_width();
    let left = (width * 0.38).clamp(120.0, 420.0);
    let columns = view.interviews.len().max(1) as f32;
    let room = ((width - left - COUNT) / columns).max(2.0);
    head(ui, view, left, room);
    let height = ROW * SHOWN.min(view.rows.len() as f32) + 2.0;
    let area = ScrollArea::vertical().id_salt("grid-rows").max_height(height).auto_shrink([false, true]);
    area.show_rows(ui, ROW - ui.spacing().item_spacing.y, view.rows.len(), |ui, shown| {
        for row in view.rows.get(shown).unwrap_or_default() {
            one(ui, view, row, (left, room), theme, actions);
        }
    });
}

fn head(ui: &mut Ui, view: &SaturationView, left: f32, room: f32) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let font = fonts::regular(size::SMALL);
    let wide = |name: &str| ui.painter().layout_no_wrap(name.to_owned(), font.clone(), theme.mute);
    let widest = view.interviews.iter().take(40).map(|one| wide(&one.name).size().x).fold(1.0, f32::max);
    let every = ((widest + space::SMALL) / room).ceil().max(1.0) as usize;
    for (place, one) in view.interviews.iter().enumerate().step_by(every) {
        let galley = wide(&one.name);
        let x = rect.left() + left + room * (place as f32 + 0.5) - galley.size().x / 2.0;
        ui.painter().galley(pos2(x, rect.top()), galley, theme.mute);
    }
}

fn one(
    ui: &mut Ui,
    view: &SaturationView,
    row: &GridRowView,
    (left, room): (f32, f32),
    theme: &Theme,
    actions: &mut Vec<SaturationAction>,
) {
    let height = ROW - ui.spacing().item_spacing.y;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::CLICK);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::ListBoxOption, true, format!("{}, {}", row.name, row.count))
    });
    let painter = ui.painter_at(rect);
    row::back(&painter, rect, false, response.hovered(), theme);
    // A code that rests on one interview deserves a look.
    let single = row.interviews.len() == 1;
    let colour = if single { theme.warn } else { theme.ink };
    let middle = rect.center().y;
    let name = row::one_line(&painter, &row.name, fonts::regular(size::BODY), colour, left - space::SMALL);
    let elided = name.elided;
    painter.galley(pos2(rect.left() + 2.0, middle - name.size().y / 2.0), name, colour);
    let x_of = |place: u32| rect.left() + left + room * (place as f32 + 0.5);
    let size_of = if room >= 10.0 { 4.0 } else { (room * 0.4).max(1.0) };
    for (n, place) in row.interviews.iter().enumerate() {
        let at = pos2(x_of(*place), middle);
        if n == 0 || size_of < 3.0 {
            painter.circle_filled(at, size_of, colour);
        } else {
            painter.circle_stroke(at, size_of - 0.5, Stroke::new(1.5, colour));
        }
    }
    let count = painter.layout_no_wrap(row.count.to_string(), fonts::regular(size::SMALL), theme.mute);
    painter.galley(pos2(rect.right() - count.size().x, middle - count.size().y / 2.0), count, theme.mute);
    painter.hline(rect.x_range(), rect.bottom(), theme.hairline());
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked()) {
        let near = row.interviews.iter().min_by(|a, b| {
            let far = |place: &u32| (x_of(*place) - at.x).abs();
            far(a).total_cmp(&far(b))
        });
        let found = near.and_then(|place| view.interviews.get(*place as usize));
        if let Some(interview) = found {
            actions.push(SaturationAction::GoTo { interview: interview.id, code: row.id });
        }
    }
    if elided {
        response.on_hover_text(row.name.as_ref());
    }
}
