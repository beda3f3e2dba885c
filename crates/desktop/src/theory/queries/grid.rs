//! The table as a heat map: the stronger the colour, the more passages; the numbers stand in the cells.
//! Only what is seen is drawn. Below it, the row of the open cell as bars.

use super::super::TheoryAction;
use super::Page;
use crate::fonts;
use crate::row;
use crate::theme::{Theme, radius, size, space};
use crate::words::number;
use egui::accesskit::Role;
use egui::epaint::TextShape;
use egui::{
    EventFilter, Key, Modifiers, Painter, Rect, Response, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo,
    pos2, vec2,
};
use model::value::Ask;
use workbench::views::theory::TableView;

const CELL: Vec2 = vec2(54.0, 28.0);
/// The names of rows, and the longest name of a column.
const NAMES: f32 = 220.0;
const HEADS: f32 = 150.0;
/// The chart of the row that is open.
const BARS: f32 = 150.0;

/// What the table remembers.
#[derive(Debug, Default)]
pub(super) struct GridState {
    offset: Vec2,
}

pub(super) fn show(
    ui: &mut Ui,
    page: &Page<'_>,
    table: &TableView,
    state: &mut GridState,
    actions: &mut Vec<TheoryAction>,
) {
    let whole = ui.available_rect_before_wrap().shrink2(vec2(space::SMALL, 0.0));
    let heads = head_height(ui.painter(), table);
    let bars = if page.showing.cell.is_some() { BARS } else { 0.0 };
    let names = NAMES.min(whole.width() * 0.4);
    let body = Rect::from_min_max(whole.min + vec2(names, heads), pos2(whole.right(), whole.bottom() - bars));
    let grid = ui.interact(body, ui.scope_id().with("grid"), Sense::click());
    grid.widget_info(|| WidgetInfo::labeled(Role::Table, true, i18n::query_table(page.words.lang)));
    let moved = keys(ui, &grid, table, page.showing.cell);
    let mut wanted = moved;
    let mut inner = ui.new_child(UiBuilder::new().max_rect(body).id_salt("body"));
    let output =
        ScrollArea::both().auto_shrink(false).id_salt("table").show_viewport(&mut inner, |ui, seen| {
            ui.set_width(CELL.x * table.columns.len() as f32);
            ui.set_height(CELL.y * table.rows.len() as f32);
            if let Some((row, column)) = moved {
                ui.scroll_to_rect(place(ui.max_rect().min, row, column), None);
            }
            cells(ui, page, table, seen, &grid, &mut wanted);
        });
    state.offset = output.state.clamped_offset();
    row_names(ui, table, body, names, state.offset, page.showing.cell);
    column_names(ui, table, body, heads, state.offset, page.showing.cell);
    if let Some((row, _)) = page.showing.cell {
        let chart = Rect::from_min_max(pos2(whole.left(), whole.bottom() - bars), whole.max);
        chart_of(ui, table, row, chart);
    }
    if let Some(cell) = wanted.filter(|cell| Some(*cell) != page.showing.cell) {
        actions.push(page.cell(Some(cell)));
    }
}

fn place(origin: egui::Pos2, row: usize, column: usize) -> Rect {
    let corner = origin + vec2(CELL.x * column as f32, CELL.y * row as f32);
    Rect::from_min_size(corner, CELL)
}

fn head_height(painter: &Painter, table: &TableView) -> f32 {
    let widest = table.columns.iter().take(400).map(|name| {
        painter
            .layout_no_wrap(name.to_string(), fonts::regular(size::SMALL), egui::Color32::PLACEHOLDER)
            .size()
            .x
    });
    widest.fold(20.0, f32::max).min(HEADS) + 16.0
}

fn cells(
    ui: &mut Ui,
    page: &Page<'_>,
    table: &TableView,
    seen: Rect,
    grid: &Response,
    wanted: &mut Option<(usize, usize)>,
) {
    let (lang, theme) = (page.words.lang, Theme::of(ui));
    let square = matches!(page.view.asked.ask, Ask::Cooccurrence { .. });
    let most = table.most(square).max(1) as f32;
    let origin = ui.max_rect().min;
    let range = |from: f32, to: f32, step: f32, count: usize| {
        (from / step).max(0.0) as usize..((to / step) as usize + 1).min(count)
    };
    for row in range(seen.top(), seen.bottom(), CELL.y, table.rows.len()) {
        for column in range(seen.left(), seen.right(), CELL.x, table.columns.len()) {
            let count =
                table.passages.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or_default();
            let people =
                table.people.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or_default();
            let rect = place(origin, row, column);
            let sense = Sense::click() - Sense::FOCUSABLE;
            let response = ui.interact(rect, ui.scope_id().with((row, column)), sense);
            let on = page.showing.cell == Some((row, column));
            let name = table.rows.get(row).map_or("", |(_, name)| name.as_ref());
            let head = table.columns.get(column).map_or("", AsRef::as_ref);
            let said = i18n::query_cell(lang, head, number(count), number(people), name);
            response.widget_info(|| WidgetInfo::selected(Role::Cell, true, on, &said));
            let inner = rect.shrink(1.0);
            let part = if square && row == column { 0.0 } else { (count as f32 / most).min(1.0) };
            if part > 0.0 {
                // Never so strong that the number could not be read.
                let color = theme.accent.gamma_multiply(0.08 + 0.37 * part);
                ui.painter().rect_filled(inner, radius::MARK, color);
            } else {
                ui.painter().rect_filled(inner, radius::MARK, theme.panel);
            }
            let color = if count == 0 { theme.faint } else { theme.ink };
            let figure = if count == 0 { "·".to_owned() } else { count.to_string() };
            let figure = ui.painter().layout_no_wrap(figure, fonts::regular(size::BODY), color);
            ui.painter().galley(rect.center() - figure.size() / 2.0, figure, color);
            if on {
                row::ring(ui.painter(), inner, theme);
            }
            if response.clicked() {
                ui.memory_mut(|memory| memory.request_focus(grid.id));
                *wanted = Some((row, column));
            }
            response.on_hover_text(said);
        }
    }
}

/// The cell that a key leads to.
fn keys(ui: &Ui, grid: &Response, table: &TableView, at: Option<(usize, usize)>) -> Option<(usize, usize)> {
    if !grid.has_focus() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(grid.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let Some((row, column)) = at else {
        return (pressed(Key::ArrowDown) || pressed(Key::ArrowRight)).then_some((0, 0));
    };
    let (rows, columns) = (table.rows.len().saturating_sub(1), table.columns.len().saturating_sub(1));
    if pressed(Key::ArrowDown) {
        Some(((row + 1).min(rows), column))
    } else if pressed(Key::ArrowUp) {
        Some((row.saturating_sub(1), column))
    } else if pressed(Key::ArrowRight) {
        Some((row, (column + 1).min(columns)))
    } else if pressed(Key::ArrowLeft) {
        Some((row, column.saturating_sub(1)))
    } else {
        None
    }
}

fn row_names(ui: &Ui, table: &TableView, body: Rect, names: f32, offset: Vec2, open: Option<(usize, usize)>) {
    let theme = Theme::of(ui);
    let strip = Rect::from_min_max(pos2(body.left() - names, body.top()), body.left_bottom());
    let painter = ui.painter_at(strip);
    let first = (offset.y / CELL.y).max(0.0) as usize;
    let last = (first + (body.height() / CELL.y) as usize + 2).min(table.rows.len());
    for row in first..last {
        let Some((_, name)) = table.rows.get(row) else { continue };
        let on = open.is_some_and(|(open, _)| open == row);
        let font = if on { fonts::semibold(size::BODY) } else { fonts::regular(size::BODY) };
        let label = row::one_line(&painter, name, font, theme.ink, names - 12.0);
        let y = body.top() + CELL.y * (row as f32 + 0.5) - offset.y;
        let x = body.left() - 8.0 - label.size().x;
        painter.galley(pos2(x, y - label.size().y / 2.0), label, theme.ink);
    }
}

/// The names of columns, upright: they are often longer than a number is wide.
fn column_names(
    ui: &Ui,
    table: &TableView,
    body: Rect,
    heads: f32,
    offset: Vec2,
    open: Option<(usize, usize)>,
) {
    let theme = Theme::of(ui);
    let strip = Rect::from_min_max(pos2(body.left(), body.top() - heads), body.right_top());
    let painter = ui.painter_at(strip);
    let first = (offset.x / CELL.x).max(0.0) as usize;
    let last = (first + (body.width() / CELL.x) as usize + 2).min(table.columns.len());
    for column in first..last {
        let Some(name) = table.columns.get(column) else { continue };
        let on = open.is_some_and(|(_, open)| open == column);
        let font = if on { fonts::semibold(size::SMALL) } else { fonts::regular(size::SMALL) };
        let color = if on { theme.ink } else { theme.mute };
        let label = row::one_line(&painter, name, font, color, heads - 16.0);
        let x = body.left() + CELL.x * (column as f32 + 0.5) - offset.x - label.size().y / 2.0;
        let shape = TextShape::new(pos2(x, body.top() - 6.0), label, color);
        painter.add(shape.with_angle(-std::f32::consts::FRAC_PI_2));
    }
}

/// The row that is open, as bars.
fn chart_of(ui: &Ui, table: &TableView, row: usize, chart: Rect) {
    let theme = Theme::of(ui);
    let painter = ui.painter_at(chart);
    painter.hline(chart.x_range(), chart.top(), theme.hairline());
    let Some(cells) = table.passages.get(row) else { return };
    let name = table.rows.get(row).map_or("", |(_, name)| name.as_ref());
    let title = row::one_line(&painter, name, fonts::semibold(size::SMALL), theme.ink, chart.width() - 20.0);
    painter.galley(chart.min + vec2(10.0, 8.0), title, theme.ink);
    let most = cells.iter().copied().max().unwrap_or_default().max(1) as f32;
    let field = Rect::from_min_max(chart.min + vec2(10.0, 44.0), chart.max - vec2(10.0, 22.0));
    let step = (field.width() / cells.len().max(1) as f32).min(64.0);
    for (at, (count, head)) in cells.iter().zip(&table.columns).enumerate() {
        let middle = field.left() + step * (at as f32 + 0.5);
        let high = field.height() * *count as f32 / most;
        let wide = (step * 0.6).max(2.0);
        let bar = Rect::from_min_max(
            pos2(middle - wide / 2.0, field.bottom() - high),
            pos2(middle + wide / 2.0, field.bottom()),
        );
        painter.rect_filled(bar, radius::MARK, theme.accent);
        if step > 22.0 {
            let figure = painter.layout_no_wrap(count.to_string(), fonts::regular(size::SMALL), theme.ink);
            let y = bar.top() - figure.size().y - 2.0;
            painter.galley(pos2(middle - figure.size().x / 2.0, y), figure, theme.ink);
            let label = row::one_line(&painter, head, fonts::regular(size::SMALL), theme.mute, step - 4.0);
            painter.galley(pos2(middle - label.size().x / 2.0, field.bottom() + 3.0), label, theme.mute);
        }
    }
    painter.hline(field.x_range(), field.bottom(), theme.hairline());
}
