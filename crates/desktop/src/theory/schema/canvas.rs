//! The canvas: pan and zoom, what is pressed, what is moved.

use super::super::TheoryAction;
use super::geometry::{Sight, aligned};
use super::{Drag, SchemaState, Sheet, keys, moves, paint};
use crate::theme::Theme;
use egui::accesskit::Role;
use egui::{PointerButton, Pos2, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};
use std::collections::BTreeSet;
use workbench::schema::{Drawing, Thing};

/// How near to a line a box jumps onto it, in pixels of the window.
const REACH: f32 = 7.0;

pub(super) fn show(
    ui: &mut Ui,
    sheet: &Sheet<'_>,
    drawing: &Drawing,
    state: &mut SchemaState,
    actions: &mut Vec<TheoryAction>,
) {
    let area = ui.available_rect_before_wrap();
    let canvas = ui.interact(area, ui.scope_id().with("canvas"), Sense::click_and_drag());
    let lang = sheet.words.lang;
    canvas.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, i18n::schema_canvas(lang, &drawing.title)));
    if std::mem::take(&mut state.wants_focus) {
        canvas.request_focus();
    }
    if std::mem::take(&mut state.fit) {
        fit(state, drawing, area);
    }
    look(ui, &canvas, area, state);
    let sight = Sight { origin: area.center() + state.pan, zoom: state.zoom };
    // What is on its way is shown where it goes, in line with what it is near.
    let mut guides = (None, None);
    let shown = match &state.drag {
        Some(Drag::Things { things, by, .. }) => {
            let (snapped, x, y) = aligned(drawing, things, *by, REACH / state.zoom);
            guides = (x, y);
            drawing.moved(things, (snapped.x, snapped.y))
        }
        _ => drawing.clone(),
    };
    let painter = ui.painter_at(area);
    paint::all(ui, &painter, &shown, sight, state, area);
    paint::guides(ui, &painter, sight, area, guides);
    press(ui, sheet, drawing, &shown, sight, state, &canvas, actions);
    keys::act(ui, &canvas, sheet, drawing, state, actions);
    around(ui, &canvas, drawing, sight, state);
    send_rested(ui, sheet, drawing, state, actions);
    if canvas.has_focus() {
        let theme = Theme::of(ui);
        painter.rect_stroke(area.shrink(1.0), 0, Stroke::new(1.0, theme.accent), egui::StrokeKind::Inside);
    }
}

/// All of it, as large as it fits; never larger than it is.
pub(super) fn fit(state: &mut SchemaState, drawing: &Drawing, area: Rect) {
    let (x, y, wide, high) = drawing.area;
    let room = area.size() - Vec2::splat(80.0);
    state.zoom = (room.x / wide.max(1.0)).min(room.y / high.max(1.0)).clamp(0.15, 1.0);
    state.pan = -vec2(x + wide / 2.0, y + high / 2.0) * state.zoom;
}

/// Dragging the ground moves the sight, the wheel too; with Ctrl it enlarges.
fn look(ui: &Ui, canvas: &Response, area: Rect, state: &mut SchemaState) {
    let shift = ui.input(|input| input.modifiers.shift);
    if canvas.dragged_by(PointerButton::Middle)
        || canvas.dragged_by(PointerButton::Primary)
            && !shift
            && !matches!(state.drag, Some(Drag::Around { .. }))
    {
        state.pan += canvas.drag_delta();
    }
    if let Some(pointer) = canvas.hover_pos() {
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
        state.pan += wheel;
        if (pinch - 1.0).abs() > f32::EPSILON {
            zoom(state, area, pinch, pointer);
        }
    }
}

/// Enlarges around a place of the window.
pub(super) fn zoom(state: &mut SchemaState, area: Rect, by: f32, around: Pos2) {
    let before = state.zoom;
    state.zoom = (state.zoom * by).clamp(0.15, 3.0);
    let from = around - (area.center() + state.pan);
    state.pan -= from * (state.zoom / before - 1.0);
}

/// Every box, note, frame and arrow can be pressed and moved; frames first, for what stands in them.
#[allow(clippy::too_many_arguments)] // what is drawn, where, and what is known of it
fn press(
    ui: &Ui,
    sheet: &Sheet<'_>,
    drawing: &Drawing,
    shown: &Drawing,
    sight: Sight,
    state: &mut SchemaState,
    canvas: &Response,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = sheet.words.lang;
    let seen = |rect: Rect| ui.clip_rect().intersects(rect);
    let mut targets: Vec<(Thing, Rect, String)> = Vec::new();
    for frame in &shown.frames {
        // Only its title and border: the inside belongs to what stands there.
        let whole = sight.from(frame.at, frame.size);
        let head = Rect::from_min_size(whole.min, vec2(whole.width(), 26.0 * sight.zoom.max(0.6)));
        targets.push((Thing::Frame(frame.frame), head, frame.title.clone()));
    }
    for arrow in &shown.arrows {
        let middle = sight.pos(arrow.label_at);
        let rect = Rect::from_center_size(middle, vec2(paint::label_width(arrow) * sight.zoom, 20.0));
        targets.push((Thing::Bend(arrow.relation), rect, arrow.label.clone()));
    }
    for node in &shown.boxes {
        targets.push((Thing::Node(node.code), sight.around(node.at, node.size), node.lines.join(" ")));
    }
    for note in &shown.notes {
        targets.push((Thing::Note(note.note), sight.from(note.at, note.size), note.lines.join(" ")));
    }
    for (thing, rect, name) in targets.into_iter().filter(|(_, rect, _)| seen(*rect)) {
        let sense = Sense::click_and_drag() - Sense::FOCUSABLE;
        let response = ui.interact(rect.intersect(ui.max_rect()), ui.scope_id().with(thing), sense);
        let said = spoken(lang, sheet, shown, thing, &name);
        let on = is_chosen(state, thing);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &said));
        if response.clicked() || response.drag_started() {
            choose(ui, state, thing, canvas);
        }
        if response.double_clicked() {
            open(sheet, drawing, state, thing, actions);
        }
        let grasped = ui.input(|input| input.pointer.press_origin()).or(state.grasped);
        let held = response.dragged_by(PointerButton::Primary) || response.drag_stopped();
        if let (true, Some(from), Some(to)) = (held, grasped, response.interact_pointer_pos()) {
            // From where it was grasped: what the pointer did before it counted as dragging is not lost.
            state.grasped = grasped;
            let by = (to - from) / state.zoom;
            state.drag = Some(Drag::Things { things: moved_with(state, thing), by, rests: None });
        }
        if response.drag_stopped()
            && let Some(Drag::Things { things, by, .. }) = state.drag.take()
        {
            state.grasped = None;
            let (by, _, _) = aligned(drawing, &things, by, REACH / state.zoom);
            actions.extend(sheet.arrange(moves(drawing, &things, by)));
            // Until it is stored, it is shown where it was left.
            state.drag = Some(Drag::Things { things, by, rests: Some(f64::NEG_INFINITY) });
        }
    }
}

fn is_chosen(state: &SchemaState, thing: Thing) -> bool {
    match thing {
        Thing::Bend(relation) => state.arrow == Some(relation),
        thing => state.chosen.contains(&thing),
    }
}

fn spoken(lang: i18n::Lang, sheet: &Sheet<'_>, shown: &Drawing, thing: Thing, name: &str) -> String {
    let Thing::Bend(relation) = thing else { return name.to_owned() };
    let Some(arrow) = shown.arrows.iter().find(|one| one.relation == relation) else { return String::new() };
    let end = |code| {
        let row = sheet.codes.rows.iter().find(|row| row.id == code);
        row.map_or("", |row| row.label.as_ref())
    };
    i18n::schema_arrow(lang, end(arrow.ends.0), name, end(arrow.ends.1))
}

/// What moves along: all that is chosen, if it is one of them.
fn moved_with(state: &SchemaState, thing: Thing) -> BTreeSet<Thing> {
    if state.chosen.contains(&thing) { state.chosen.clone() } else { BTreeSet::from([thing]) }
}

fn choose(ui: &Ui, state: &mut SchemaState, thing: Thing, canvas: &Response) {
    ui.memory_mut(|memory| memory.request_focus(canvas.id));
    if let Thing::Bend(relation) = thing {
        state.arrow = Some(relation);
        state.chosen.clear();
        return;
    }
    state.arrow = None;
    if ui.input(|input| input.modifiers.command || input.modifiers.shift) {
        if !state.chosen.remove(&thing) {
            state.chosen.insert(thing);
        }
    } else if !state.chosen.contains(&thing) {
        state.chosen = BTreeSet::from([thing]);
    }
}

/// Opens what a box or arrow rests on; a note or a frame is written.
pub(super) fn open(
    sheet: &Sheet<'_>,
    drawing: &Drawing,
    state: &mut SchemaState,
    thing: Thing,
    actions: &mut Vec<TheoryAction>,
) {
    match thing {
        Thing::Node(code) => actions.push(sheet.show(|showing| {
            (showing.beside, showing.category) = (true, Some(code));
            (showing.relation, showing.property) = (None, None);
        })),
        Thing::Bend(relation) => actions.push(sheet.show(|showing| {
            (showing.beside, showing.relation) = (true, Some(relation));
            (showing.category, showing.property) = (None, None);
        })),
        Thing::Note(note) => {
            if let Some(known) = drawing.notes.iter().find(|one| one.note == note) {
                let (at, text) = (super::geometry::point(known.at), known.written.0.clone());
                state.dialog = Some(super::Dialog::Note { note: Some(note), at, text });
            }
        }
        Thing::Frame(frame) => {
            if let Some(known) = drawing.frames.iter().find(|one| one.frame == frame) {
                state.dialog = Some(super::Dialog::Frame {
                    frame: Some(frame),
                    at: super::geometry::point(known.at),
                    size: super::geometry::size(known.size),
                    title: known.title.clone(),
                });
            }
        }
    }
}

/// With Shift, dragging the ground draws a box around what is to be chosen.
fn around(ui: &Ui, canvas: &Response, drawing: &Drawing, sight: Sight, state: &mut SchemaState) {
    let pointer = canvas.interact_pointer_pos().map(|pos| sight.back(pos));
    let shift = ui.input(|input| input.modifiers.shift);
    if canvas.drag_started()
        && shift
        && let Some(from) = pointer
    {
        state.drag = Some(Drag::Around { from, to: from });
    }
    if let (Some(Drag::Around { to, .. }), Some(pos)) = (&mut state.drag, pointer) {
        *to = pos;
    }
    if let Some(Drag::Around { from, to }) = state.drag.clone() {
        let rect = Rect::from_two_pos(from, to);
        let drawn = Rect::from_two_pos(sight.pos((from.x, from.y)), sight.pos((to.x, to.y)));
        ui.painter().rect_stroke(drawn, 0, Stroke::new(1.0, Theme::of(ui).accent), egui::StrokeKind::Middle);
        if canvas.drag_stopped() {
            let inside = drawing.boxes.iter().filter(|one| rect.contains(pos2(one.at.0, one.at.1)));
            state.chosen = inside.map(|one| Thing::Node(one.code)).collect();
            state.drag = None;
        }
    }
    if canvas.clicked() {
        state.chosen.clear();
        state.arrow = None;
    }
}

/// What was moved by keys is one act once it rests; what was let go is forgotten once it is stored.
fn send_rested(
    ui: &Ui,
    sheet: &Sheet<'_>,
    drawing: &Drawing,
    state: &mut SchemaState,
    actions: &mut Vec<TheoryAction>,
) {
    let Some(Drag::Things { things, by, rests: Some(since) }) = state.drag.clone() else { return };
    let now = ui.input(|input| input.time);
    if since == f64::NEG_INFINITY {
        // Shown where it was left until the store has answered with the next drawing.
        state.drag = Some(Drag::Things { things, by, rests: Some(f64::INFINITY) });
        state.waits_since = Some(sheet.key);
        return;
    }
    if since == f64::INFINITY {
        if state.waits_since != Some(sheet.key) {
            state.drag = None;
        }
        return;
    }
    let left = keys::REST - (now - since);
    if left > 0.0 {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
        return;
    }
    actions.extend(sheet.arrange(moves(drawing, &things, by)));
    state.drag = Some(Drag::Things { things, by, rests: Some(f64::NEG_INFINITY) });
}
