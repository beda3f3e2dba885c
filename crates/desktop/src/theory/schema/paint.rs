//! Drawing the schema in the colours of the window; in a file it is black on white.
//!
//! Lines and boxes that stand still are cut into triangles once and kept; words are laid out by the window,
//! which keeps them itself. What is on its way is drawn anew in each frame.

mod kept;
mod shapes;

pub(super) use kept::Kept;

use super::SchemaState;
use super::geometry::Sight;
use crate::fonts;
use crate::theme::{Theme, radius};
use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, vec2};
use std::collections::BTreeSet;
use workbench::schema::{Arrow, Drawing, Frame, LEADING, NodeBox, Note, SIZE, Thing, width};

/// The size of an arrow's label.
const LABEL: f32 = 12.0;
/// Below this enlargement the labels of arrows would only be dust.
const READABLE: f32 = 0.35;

/// Below this one, names are.
const LEGIBLE: f32 = 0.3;

/// What is drawn, how it lies in the window, and what of it is chosen or on its way.
pub(super) struct Scene<'a> {
    /// The schema as it is stored.
    pub stored: &'a Drawing,
    /// As it is seen: some things are on their way.
    pub shown: &'a Drawing,
    pub sight: Sight,
    /// The part of the window that shows it.
    pub area: Rect,
    pub theme: &'static Theme,
    pub chosen: &'a BTreeSet<Thing>,
    pub arrow: Option<model::RecordId>,
    pub moving: &'a BTreeSet<Thing>,
}

impl Scene<'_> {
    fn seen(&self, rect: Rect) -> bool {
        self.area.intersects(rect.expand(8.0))
    }

    fn is_chosen(&self, thing: Thing) -> bool {
        self.chosen.contains(&thing)
    }

    /// A frame is moved, or made larger or smaller.
    fn frame_moves(&self, frame: &Frame) -> bool {
        let things = [Thing::Frame(frame.frame), Thing::Corner(frame.frame)];
        things.iter().any(|thing| self.moving.contains(thing))
    }

    /// An arrow moves with what it joins.
    fn moves(&self, arrow: &Arrow) -> bool {
        [Thing::Bend(arrow.relation), Thing::Node(arrow.ends.0), Thing::Node(arrow.ends.1)]
            .iter()
            .any(|thing| self.moving.contains(thing))
    }
}

pub(super) fn all(
    ui: &Ui,
    painter: &Painter,
    (stored, shown): (&Drawing, &Drawing),
    sight: Sight,
    state: &mut SchemaState,
    key: u64,
) {
    let moving = state.moving();
    let scene = Scene {
        stored,
        shown,
        sight,
        area: painter.clip_rect(),
        theme: Theme::of(ui),
        chosen: &state.chosen,
        arrow: state.arrow,
        moving: &moving,
    };
    let [ground, boxes] = state.kept.layers(ui, &scene, key);
    painter.add(ground);
    for one in shown.frames.iter().filter(|one| scene.seen(sight.from(one.at, one.size))) {
        frame_title(painter, one, &scene);
    }
    painter.add(Shape::Vec(shapes::moving_arrows(&scene)));
    painter.add(boxes);
    painter.add(Shape::Vec(shapes::moving_boxes(&scene)));
    for one in shown.boxes.iter().filter(|one| scene.seen(sight.around(one.at, one.size))) {
        name(painter, one, &scene);
    }
    // Labels last: no box and no line hides a word.
    if sight.zoom >= READABLE {
        for one in &shown.arrows {
            label(painter, one, &scene);
        }
    }
    for one in shown.notes.iter().filter(|one| scene.seen(sight.from(one.at, one.size))) {
        note(painter, one, &scene);
    }
}

/// A size of letters in the window: in steps, so that few sizes have to be cut.
fn letters(size: f32, zoom: f32) -> f32 {
    ((size * zoom * 2.0).round() / 2.0).max(4.0)
}

fn words(painter: &Painter, at: Pos2, anchor: Align2, text: &str, font: FontId, color: Color32) {
    painter.text(at, anchor, text, font, color);
}

fn frame_title(painter: &Painter, one: &Frame, scene: &Scene<'_>) {
    let (rect, zoom) = (scene.sight.from(one.at, one.size), scene.sight.zoom);
    let font = fonts::medium(letters(SIZE, zoom));
    words(painter, rect.min + vec2(10.0, 6.0) * zoom, Align2::LEFT_TOP, &one.title, font, scene.theme.mute);
}

fn name(painter: &Painter, one: &NodeBox, scene: &Scene<'_>) {
    let (middle, zoom) = (scene.sight.pos(one.at), scene.sight.zoom);
    if zoom < LEGIBLE {
        return bars(painter, one, scene);
    }
    let size = letters(SIZE, zoom);
    let font = if one.level.is_category() { fonts::semibold(size) } else { fonts::regular(size) };
    let step = LEADING * zoom;
    let top = middle.y - step * (one.lines.len() as f32 - 1.0) / 2.0;
    for (at, line) in one.lines.iter().enumerate() {
        let place = Pos2::new(middle.x, top + step * at as f32);
        words(painter, place, Align2::CENTER_CENTER, line, font.clone(), scene.theme.ink);
    }
}

/// Words too small to be read: that there are some, and how many.
fn bars(painter: &Painter, one: &NodeBox, scene: &Scene<'_>) {
    let zoom = scene.sight.zoom;
    let count = one.lines.len() as f32;
    for (at, line) in (0u8..).zip(&one.lines) {
        let aside = (f32::from(at) - (count - 1.0) / 2.0) * LEADING * zoom;
        let middle = scene.sight.pos(one.at) + vec2(0.0, aside);
        let size = vec2(width(line, SIZE), SIZE * 0.45) * zoom;
        painter.rect_filled(Rect::from_center_size(middle, size), 0, scene.theme.mute);
    }
}

fn note(painter: &Painter, one: &Note, scene: &Scene<'_>) {
    let (rect, zoom, theme) = (scene.sight.from(one.at, one.size), scene.sight.zoom, scene.theme);
    let chosen = scene.is_chosen(Thing::Note(one.note));
    if chosen {
        painter.rect_filled(rect, radius::MARK, theme.accent_soft);
    }
    let line = Stroke::new(2.0, if chosen { theme.accent } else { theme.faint });
    painter.vline(rect.left(), rect.y_range(), line);
    let font = fonts::regular(letters(SIZE, zoom));
    for (at, line) in one.lines.iter().enumerate() {
        let place = rect.min + vec2(8.0, 4.0 + LEADING * at as f32) * zoom;
        words(painter, place, Align2::LEFT_TOP, line, font.clone(), theme.mute);
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

fn label(painter: &Painter, one: &Arrow, scene: &Scene<'_>) {
    let (theme, middle) = (scene.theme, scene.sight.pos(one.label_at));
    let about = Rect::from_center_size(middle, vec2(label_width(one) * scene.sight.zoom, 30.0));
    if !scene.seen(about) {
        return;
    }
    let chosen = scene.arrow == Some(one.relation);
    let color = if chosen { theme.accent } else { theme.ink };
    let galley = painter.layout_no_wrap(said(one), fonts::regular(letters(LABEL, scene.sight.zoom)), color);
    let rect = Rect::from_center_size(middle, galley.size() + Vec2::new(10.0, 4.0));
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
