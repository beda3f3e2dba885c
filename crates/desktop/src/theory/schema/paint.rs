//! Drawing the schema in the colours of the window; in a file it is black on white.

use super::SchemaState;
use super::geometry::Sight;
use crate::fonts;
use crate::theme::{Theme, radius};
use egui::epaint::QuadraticBezierShape;
use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, vec2};
use model::value::Level;
use workbench::schema::{Arrow, Drawing, Frame, Head, LEADING, NodeBox, Note, SIZE, Thing, width};

/// The size of an arrow's label.
const LABEL: f32 = 12.0;

pub(super) fn all(
    ui: &Ui,
    painter: &Painter,
    drawing: &Drawing,
    sight: Sight,
    state: &SchemaState,
    area: Rect,
) {
    let theme = Theme::of(ui);
    let seen = |rect: Rect| area.intersects(rect.expand(4.0));
    for one in &drawing.frames {
        frame(painter, one, sight, state.chosen.contains(&Thing::Frame(one.frame)), theme);
    }
    for one in &drawing.arrows {
        arrow(painter, one, sight, state.arrow == Some(one.relation), theme);
    }
    for one in drawing.boxes.iter().filter(|one| seen(sight.around(one.at, one.size))) {
        node(painter, one, sight, state.chosen.contains(&Thing::Node(one.code)), theme);
    }
    // Labels last: no box and no line hides a word.
    for one in &drawing.arrows {
        label(painter, one, sight, state.arrow == Some(one.relation), theme);
    }
    for one in drawing.notes.iter().filter(|one| seen(sight.from(one.at, one.size))) {
        note(painter, one, sight, state.chosen.contains(&Thing::Note(one.note)), theme);
    }
}

/// A size of letters in the window: in steps, so that few sizes have to be cut.
fn letters(size: f32, zoom: f32) -> f32 {
    ((size * zoom * 2.0).round() / 2.0).max(4.0)
}

fn words(painter: &Painter, at: Pos2, anchor: Align2, text: &str, font: FontId, color: Color32) {
    painter.text(at, anchor, text, font, color);
}

fn frame(painter: &Painter, one: &Frame, sight: Sight, chosen: bool, theme: &Theme) {
    let rect = sight.from(one.at, one.size);
    painter.rect_filled(rect, radius::CARD, theme.panel);
    let line = if chosen { Stroke::new(2.0, theme.accent) } else { Stroke::new(1.0, theme.faint) };
    painter.rect_stroke(rect, radius::CARD, line, StrokeKind::Inside);
    let font = fonts::medium(letters(SIZE, sight.zoom));
    words(painter, rect.min + vec2(10.0, 6.0) * sight.zoom, Align2::LEFT_TOP, &one.title, font, theme.mute);
}

/// The border tells the level without colour: as it is printed.
fn node(painter: &Painter, one: &NodeBox, sight: Sight, chosen: bool, theme: &Theme) {
    let rect = sight.around(one.at, one.size);
    let line = if chosen { theme.accent } else { theme.ink };
    if one.level == Level::Core {
        let outer = rect.expand(5.0 * sight.zoom);
        painter.rect_filled(outer, radius::CARD, theme.paper);
        painter.rect_stroke(outer, radius::CARD, Stroke::new(1.0, line), StrokeKind::Inside);
    }
    painter.rect_filled(rect, radius::ROW, if chosen { theme.accent_soft } else { theme.paper });
    let stroke = match one.level {
        Level::Core | Level::Category => Stroke::new(2.2, line),
        _ => Stroke::new(1.0, line),
    };
    if one.level == Level::Label {
        let corners =
            [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
        painter.extend(Shape::dashed_line(&corners, stroke, 3.0, 3.0));
    } else {
        painter.rect_stroke(rect, radius::ROW, stroke, StrokeKind::Inside);
    }
    let bar = Rect::from_min_size(rect.min + vec2(3.0, 3.0), vec2(3.0, rect.height() - 6.0));
    painter.rect_filled(bar, 1, theme.hue(one.hue));
    let size = letters(SIZE, sight.zoom);
    let font = if one.level.is_category() { fonts::semibold(size) } else { fonts::regular(size) };
    middle_lines(painter, &one.lines, rect.center(), sight.zoom, &font, theme.ink);
}

fn middle_lines(painter: &Painter, lines: &[String], middle: Pos2, zoom: f32, font: &FontId, color: Color32) {
    let step = LEADING * zoom;
    let top = middle.y - step * (lines.len() as f32 - 1.0) / 2.0;
    for (at, line) in lines.iter().enumerate() {
        let place = Pos2::new(middle.x, top + step * at as f32);
        words(painter, place, Align2::CENTER_CENTER, line, font.clone(), color);
    }
}

fn note(painter: &Painter, one: &Note, sight: Sight, chosen: bool, theme: &Theme) {
    let rect = sight.from(one.at, one.size);
    if chosen {
        painter.rect_filled(rect, radius::MARK, theme.accent_soft);
    }
    let line = Stroke::new(2.0, if chosen { theme.accent } else { theme.faint });
    painter.vline(rect.left(), rect.y_range(), line);
    let font = fonts::regular(letters(SIZE, sight.zoom));
    let step = LEADING * sight.zoom;
    for (at, line) in one.lines.iter().enumerate() {
        let place = rect.min + vec2(8.0 * sight.zoom, 4.0 * sight.zoom + step * at as f32);
        words(painter, place, Align2::LEFT_TOP, line, font.clone(), theme.mute);
    }
}

fn arrow(painter: &Painter, one: &Arrow, sight: Sight, chosen: bool, theme: &Theme) {
    let (from, bend, to) = (sight.pos(one.from), sight.pos(one.bend), sight.pos(one.to));
    let color = if chosen { theme.accent } else { theme.mute };
    let stroke = Stroke::new(if chosen { 2.0 } else { 1.3 }, color);
    let curve =
        QuadraticBezierShape::from_points_stroke([from, bend, to], false, Color32::TRANSPARENT, stroke);
    if one.dashed {
        painter.extend(Shape::dashed_line(&curve.flatten(Some(0.5)), stroke, 6.0, 4.0));
    } else {
        painter.add(curve);
    }
    head(painter, one.head, (to, bend), sight.zoom, color, theme);
    head(painter, one.tail, (from, bend), sight.zoom, color, theme);
}

/// What an end of an arrow looks like, coming from a point.
fn head(painter: &Painter, head: Head, (at, from): (Pos2, Pos2), zoom: f32, color: Color32, theme: &Theme) {
    let way = (at - from).normalized();
    let aside = vec2(-way.y, way.x);
    let zoom = zoom.max(0.5);
    let point = |back: f32, beside: f32| at - way * back * zoom + aside * beside * zoom;
    match head {
        Head::None => {}
        Head::Point => {
            let points = vec![at, point(11.0, 5.0), point(11.0, -5.0)];
            painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
        }
        Head::Diamond => {
            let points = vec![at, point(8.0, 5.0), point(16.0, 0.0), point(8.0, -5.0)];
            painter.add(Shape::convex_polygon(points, theme.paper, Stroke::new(1.2, color)));
        }
        Head::Bar => {
            painter.line_segment([point(1.0, 8.0), point(1.0, -8.0)], Stroke::new(2.2, color));
        }
    }
}

/// An arrow's label with the passages that it rests on.
fn said(one: &Arrow) -> String {
    match one.evidence {
        (0, 0) => one.label.clone(),
        (supports, 0) => format!("{} ({supports})", one.label),
        (supports, against) => format!("{} ({supports} / {against})", one.label),
    }
}

/// How wide the label of an arrow is, in the schema.
pub(super) fn label_width(one: &Arrow) -> f32 {
    width(&said(one), LABEL) + 12.0
}

fn label(painter: &Painter, one: &Arrow, sight: Sight, chosen: bool, theme: &Theme) {
    if sight.zoom < 0.35 {
        return;
    }
    let color = if chosen { theme.accent } else { theme.ink };
    let font = fonts::regular(letters(LABEL, sight.zoom));
    let galley = painter.layout_no_wrap(said(one), font, color);
    let rect = Rect::from_center_size(sight.pos(one.label_at), galley.size() + Vec2::new(10.0, 4.0));
    painter.rect_filled(rect, radius::MARK, theme.paper);
    if chosen {
        painter.rect_stroke(rect, radius::MARK, Stroke::new(1.5, theme.accent), StrokeKind::Inside);
    }
    painter.galley(rect.center() - galley.size() / 2.0, galley, color);
}

/// The lines that show what is in line.
pub(super) fn guides(
    ui: &Ui,
    painter: &Painter,
    sight: Sight,
    area: Rect,
    (x, y): (Option<f32>, Option<f32>),
) {
    let line = Stroke::new(1.0, Theme::of(ui).accent);
    if let Some(x) = x {
        painter.vline(sight.pos((x, 0.0)).x, area.y_range(), line);
    }
    if let Some(y) = y {
        painter.hline(area.x_range(), sight.pos((0.0, y)).y, line);
    }
}
