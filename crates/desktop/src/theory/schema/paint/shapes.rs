//! Lines and boxes of a schema, without words.

use super::Scene;
use crate::theme::radius;
use egui::epaint::{QuadraticBezierShape, RectShape};
use egui::{Color32, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind, vec2};
use model::value::Level;
use workbench::schema::{Arrow, Frame, Head, NodeBox, Thing};

/// How far a drawn curve may be from the true one, in pixels: less is not seen.
const TOLERANCE: f32 = 0.35;

/// Frames and arrows that stand still; what lies outside of `around` is left out.
pub(super) fn ground(scene: &Scene<'_>, around: Rect) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for one in &scene.stored.frames {
        // A frame on its way is drawn where it is going, below everything else.
        let moves = scene.frame_moves(one);
        let shown = scene.shown.frames.iter().find(|shown| moves && shown.frame == one.frame);
        frame(&mut shapes, shown.unwrap_or(one), scene);
    }
    for one in scene.stored.arrows.iter().filter(|one| !scene.moves(one)) {
        arrow(&mut shapes, one, scene, around);
    }
    shapes
}

/// Boxes that stand still.
pub(super) fn boxes(scene: &Scene<'_>, around: Rect) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let still = scene.stored.boxes.iter().filter(|one| !scene.moving.contains(&Thing::Node(one.code)));
    for one in still.filter(|one| around.intersects(scene.sight.around(one.at, one.size).expand(8.0))) {
        node(&mut shapes, one, scene);
    }
    shapes
}

pub(super) fn moving_arrows(scene: &Scene<'_>) -> Vec<Shape> {
    let mut shapes = Vec::new();
    if !scene.moving.is_empty() {
        for one in scene.shown.arrows.iter().filter(|one| scene.moves(one)) {
            arrow(&mut shapes, one, scene, scene.area);
        }
    }
    shapes
}

pub(super) fn moving_boxes(scene: &Scene<'_>) -> Vec<Shape> {
    let mut shapes = Vec::new();
    if !scene.moving.is_empty() {
        for one in scene.shown.boxes.iter().filter(|one| scene.moving.contains(&Thing::Node(one.code))) {
            node(&mut shapes, one, scene);
        }
    }
    shapes
}

/// A corner that is round at its own size, less so where it is small: what is not seen is not cut.
fn corner(radius: u8, zoom: f32) -> CornerRadius {
    CornerRadius::same((f32::from(radius) * zoom.min(1.0)).round() as u8)
}

/// A line's width, thinner where everything is small.
fn thick(width: f32, zoom: f32) -> f32 {
    width * zoom.clamp(0.45, 1.0)
}

fn frame(shapes: &mut Vec<Shape>, one: &Frame, scene: &Scene<'_>) {
    let (rect, theme) = (scene.sight.from(one.at, one.size), scene.theme);
    let chosen = scene.is_chosen(Thing::Frame(one.frame));
    let line = if chosen { Stroke::new(2.0, theme.accent) } else { Stroke::new(1.0, theme.faint) };
    shapes.push(
        RectShape::new(rect, corner(radius::CARD, scene.sight.zoom), theme.panel, line, StrokeKind::Inside)
            .into(),
    );
    if chosen {
        let grip = super::super::geometry::corner(rect);
        shapes.push(RectShape::filled(grip.shrink(3.0), 1, theme.accent).into());
    }
}

/// The border tells the level without colour: as it is printed.
fn node(shapes: &mut Vec<Shape>, one: &NodeBox, scene: &Scene<'_>) {
    let (rect, theme) = (scene.sight.around(one.at, one.size), scene.theme);
    let (chosen, zoom) = (scene.is_chosen(Thing::Node(one.code)), scene.sight.zoom);
    let line = if chosen { theme.accent } else { theme.ink };
    if one.level == Level::Core {
        let (outer, thin) = (rect.expand(5.0 * zoom), Stroke::new(1.0, line));
        shapes.push(
            RectShape::new(outer, corner(radius::CARD, zoom), theme.paper, thin, StrokeKind::Inside).into(),
        );
    }
    let stroke = match one.level {
        Level::Core | Level::Category => Stroke::new(thick(2.2, zoom), line),
        _ => Stroke::new(1.0, line),
    };
    let round = corner(radius::ROW, zoom);
    let fill = if chosen { theme.accent_soft } else { theme.paper };
    if one.level == Level::Label {
        shapes.push(RectShape::filled(rect, round, fill).into());
        let corners =
            [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
        shapes.extend(Shape::dashed_line(&corners, stroke, 3.0, 3.0));
    } else {
        shapes.push(RectShape::new(rect, round, fill, stroke, StrokeKind::Inside).into());
    }
    let bar = Rect::from_min_size(rect.min + vec2(3.0, 3.0), vec2(3.0, rect.height() - 6.0));
    shapes.push(RectShape::filled(bar, 0, theme.hue(one.hue)).into());
}

fn arrow(shapes: &mut Vec<Shape>, one: &Arrow, scene: &Scene<'_>, around: Rect) {
    let sight = scene.sight;
    let (from, bend, to) = (sight.pos(one.from), sight.pos(one.bend), sight.pos(one.to));
    if !around.intersects(Rect::from_points(&[from, bend, to]).expand(20.0)) {
        return;
    }
    let chosen = scene.arrow == Some(one.relation);
    let color = if chosen { scene.theme.accent } else { scene.theme.mute };
    let (zoom, small) = (sight.zoom, sight.zoom < super::READABLE);
    // Where dashes would be dust, a relation without evidence is a fainter line.
    let faint = if one.dashed && small && !chosen { scene.theme.faint } else { color };
    let stroke = Stroke::new(if chosen { 2.0 } else { thick(1.3, zoom) }, faint);
    let points = line(from, bend, to, stroke);
    if one.dashed && !small {
        let part = 1.0 / zoom.clamp(0.5, 1.0);
        let dashes = Shape::dashed_line(&points, stroke, 6.0 * part, 4.0 * part);
        shapes.extend(dashes.into_iter().filter(|dash| around.intersects(dash.visual_bounding_rect())));
    } else {
        shapes.push(Shape::line(points, stroke));
    }
    head(shapes, one.head, (to, bend), scene, color);
    head(shapes, one.tail, (from, bend), scene, color);
}

/// The points of a curve; two where it is straight.
fn line(from: Pos2, bend: Pos2, to: Pos2, stroke: Stroke) -> Vec<Pos2> {
    if (bend - from.lerp(to, 0.5)).length() < TOLERANCE {
        return vec![from, to];
    }
    let curve =
        QuadraticBezierShape::from_points_stroke([from, bend, to], false, Color32::TRANSPARENT, stroke);
    curve.flatten(Some(TOLERANCE))
}

/// What an end of an arrow looks like, coming from a point.
fn head(shapes: &mut Vec<Shape>, head: Head, (at, from): (Pos2, Pos2), scene: &Scene<'_>, color: Color32) {
    let way = (at - from).normalized();
    let aside = vec2(-way.y, way.x);
    let zoom = scene.sight.zoom.max(0.5);
    let point = |back: f32, beside: f32| at - way * back * zoom + aside * beside * zoom;
    match head {
        Head::None => {}
        Head::Point => {
            let points = vec![at, point(11.0, 5.0), point(11.0, -5.0)];
            shapes.push(Shape::convex_polygon(points, color, Stroke::NONE));
        }
        Head::Diamond => {
            let points = vec![at, point(8.0, 5.0), point(16.0, 0.0), point(8.0, -5.0)];
            shapes.push(Shape::convex_polygon(points, scene.theme.paper, Stroke::new(1.2, color)));
        }
        Head::Bar => {
            shapes.push(Shape::line_segment([point(1.0, 8.0), point(1.0, -8.0)], Stroke::new(2.2, color)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::geometry::Sight;
    use super::*;
    use crate::theme::Theme;
    use std::collections::BTreeSet;
    use workbench::schema::Drawing;

    fn drawing(size: (f32, f32)) -> Drawing {
        let frame = model::RecordId::from(uuid::Uuid::from_u128(1));
        let frame = Frame { frame, at: (0.0, 0.0), size, title: String::new() };
        Drawing {
            title: String::new(),
            boxes: Vec::new(),
            arrows: Vec::new(),
            notes: Vec::new(),
            frames: vec![frame],
            area: (0.0, 0.0, 0.0, 0.0),
        }
    }

    /// How wide the frame is drawn, while these things of it are on their way.
    fn drawn(moving: &BTreeSet<Thing>) -> f32 {
        let (stored, shown) = (drawing((100.0, 60.0)), drawing((180.0, 60.0)));
        let area = Rect::from_min_size(Pos2::ZERO, vec2(400.0, 400.0));
        let mut wide = 0.0;
        let ctx = egui::Context::default();
        crate::theme::install(&ctx);
        let draw = |ui: &mut egui::Ui| {
            let scene = Scene {
                stored: &stored,
                shown: &shown,
                sight: Sight { origin: Pos2::ZERO, zoom: 1.0 },
                area,
                theme: Theme::of(ui),
                chosen: &BTreeSet::new(),
                arrow: None,
                moving,
            };
            wide = ground(&scene, area).first().map_or(0.0, |shape| shape.visual_bounding_rect().width());
        };
        ctx.run_ui(egui::RawInput::default(), draw).textures_delta.clear();
        wide
    }

    #[test]
    fn a_frame_is_drawn_while_its_corner_is_dragged() {
        let frame = model::RecordId::from(uuid::Uuid::from_u128(1));
        let near = |wide: f32, wanted: f32| (wide - wanted).abs() < 3.0;
        assert!(near(drawn(&BTreeSet::new()), 100.0), "it stands still as it is stored");
        assert!(near(drawn(&BTreeSet::from([Thing::Corner(frame)])), 180.0));
        assert!(near(drawn(&BTreeSet::from([Thing::Frame(frame)])), 180.0));
    }
}
