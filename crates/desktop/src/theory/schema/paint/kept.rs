//! Triangles of what stands still, kept from frame to frame.

use super::{Scene, shapes};
use egui::emath::TSTransform;
use egui::epaint::{Mesh, Tessellator};
use egui::{Pos2, Rect, Shape, Ui, Vec2};
use model::RecordId;
use std::collections::BTreeSet;
use std::sync::Arc;
use workbench::schema::Thing;

/// While the enlargement changes, what is kept is stretched by up to this much before it is cut anew.
const STRETCH: f32 = 1.25;

/// What was cut into triangles.
#[derive(Debug, Default)]
pub(in super::super) struct Kept {
    of: Option<Of>,
    layers: [Arc<Mesh>; 2],
    /// The layers where they lie in the window, and by which way they came there.
    placed: Option<(TSTransform, [Arc<Mesh>; 2])>,
    /// The enlargement of the last frame.
    zoom: f32,
}

/// What the triangles were cut for.
#[derive(Debug, Clone, PartialEq)]
struct Of {
    drawing: (u64, usize),
    theme: usize,
    chosen: BTreeSet<Thing>,
    arrow: Option<RecordId>,
    moving: BTreeSet<Thing>,
    /// Where a frame is on its way, it is drawn with what stands still.
    frames: Vec<(f32, f32)>,
    pixels: f32,
    /// How it lay in the window, and which part of the window was cut.
    origin: Pos2,
    zoom: f32,
    around: Rect,
}

impl Kept {
    /// Frames and arrows; boxes. As they lie in the window now.
    pub(super) fn layers(&mut self, ui: &Ui, scene: &Scene<'_>, key: u64) -> [Shape; 2] {
        let asked = Of::asked(ui, scene, key);
        let rests = self.zoom == scene.sight.zoom;
        self.zoom = scene.sight.zoom;
        if !self.of.as_ref().is_some_and(|known| known.serves(&asked, scene.area, rests)) {
            let cut = |shapes| Arc::new(triangles(ui, shapes));
            let around = asked.around;
            self.layers = [cut(shapes::ground(scene, around)), cut(shapes::boxes(scene, around))];
            self.of = Some(asked);
            self.placed = None;
        }
        let Some(of) = &self.of else { return [Shape::Noop, Shape::Noop] };
        if of.zoom != scene.sight.zoom {
            ui.ctx().request_repaint();
        }
        let way = of.way_to(scene);
        if self.placed.as_ref().is_none_or(|(known, _)| *known != way) {
            self.placed = Some((way, self.layers.clone().map(|layer| moved(layer, way))));
        }
        let placed = self.placed.iter().flat_map(|(_, layers)| layers.iter().cloned());
        let mut shapes = placed.map(Shape::Mesh);
        [shapes.next().unwrap_or(Shape::Noop), shapes.next().unwrap_or(Shape::Noop)]
    }
}

fn moved(layer: Arc<Mesh>, way: TSTransform) -> Arc<Mesh> {
    if way == TSTransform::IDENTITY {
        return layer;
    }
    let mut mesh = Arc::unwrap_or_clone(layer);
    mesh.transform(way);
    Arc::new(mesh)
}

impl Of {
    fn asked(ui: &Ui, scene: &Scene<'_>, key: u64) -> Of {
        let frames = scene.shown.frames.iter();
        let going = frames.filter(|one| scene.frame_moves(one));
        Of {
            drawing: (key, std::ptr::from_ref(scene.stored) as usize),
            theme: std::ptr::from_ref(scene.theme) as usize,
            chosen: scene.chosen.clone(),
            arrow: scene.arrow,
            moving: scene.moving.clone(),
            frames: going.flat_map(|one| [one.at, one.size]).collect(),
            pixels: ui.ctx().pixels_per_point(),
            origin: scene.sight.origin,
            zoom: scene.sight.zoom,
            // What comes into sight by a short way is there already.
            around: scene.area.expand2(scene.area.size() / 4.0),
        }
    }

    /// Whether these triangles show what is asked for.
    fn serves(&self, asked: &Of, area: Rect, rests: bool) -> bool {
        let stretched = asked.zoom / self.zoom;
        let near = (1.0 / STRETCH..=STRETCH).contains(&stretched);
        let as_large = if rests { asked.zoom == self.zoom } else { near };
        let same = Of { origin: self.origin, zoom: self.zoom, around: self.around, ..asked.clone() } == *self;
        let there = way(self, asked.origin, asked.zoom).inverse();
        same && as_large && self.around.contains_rect(there * area)
    }

    fn way_to(&self, scene: &Scene<'_>) -> TSTransform {
        way(self, scene.sight.origin, scene.sight.zoom)
    }
}

/// From where it was cut to where it lies now.
fn way(of: &Of, origin: Pos2, zoom: f32) -> TSTransform {
    let stretch = zoom / of.zoom;
    let by = origin.to_vec2() - of.origin.to_vec2() * stretch;
    TSTransform::new(if by.length_sq() < 1e-6 { Vec2::ZERO } else { by }, stretch)
}

fn triangles(ui: &Ui, shapes: Vec<Shape>) -> Mesh {
    let options = ui.ctx().tessellation_options(|options| *options);
    // No words, so the size of the font's picture plays no part.
    let mut tessellator = Tessellator::new(ui.ctx().pixels_per_point(), options, [1, 1], Vec::new());
    let mut mesh = Mesh::default();
    shapes.into_iter().for_each(|shape| tessellator.tessellate_shape(shape, &mut mesh));
    mesh
}
