//! The canvas: pan and zoom, what is pressed, what is moved.

use super::super::{TheoryAction, categories, evidence_drop};
use super::geometry::{Sight, aligned, corner};
use super::{Drag, Moved, SchemaState, Sheet, keys, moves, paint};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use egui::accesskit::Role;
use egui::emath::GuiRounding as _;
use egui::{PointerButton, Pos2, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};
use std::collections::BTreeSet;
use workbench::schema::{Arrow, Drawing, Thing};

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
    // On whole pixels: what was cut into triangles once stays as sharp wherever it is pushed.
    let origin = (area.center() + state.pan).round_to_pixels(ui.pixels_per_point());
    let sight = Sight { origin, zoom: state.zoom };
    let stored = drawing;
    // What was let go stands where it was left: whatever is done next begins there.
    let left = state.left(sheet, stored);
    let drawing = left.as_ref().unwrap_or(stored);
    // What is on its way is shown where it goes, in line with what it is near.
    let mut guides = (None, None);
    let dragged = match &state.drag {
        Some(Drag::Things(Moved { things, by })) => {
            let (snapped, x, y) = aligned(drawing, things, *by, REACH / state.zoom);
            guides = (x, y);
            Some(drawing.moved(things, (snapped.x, snapped.y)))
        }
        _ => None,
    };
    let shown = dragged.as_ref().unwrap_or(drawing);
    let painter = ui.painter_at(area);
    paint::all(ui, &painter, (stored, shown), sight, state, sheet.key);
    paint::guides(ui, &painter, sight, area, guides);
    press(ui, sheet, drawing, shown, sight, state, &canvas, actions);
    drop_on_arrow(ui, sheet, shown, sight, actions);
    keys::act(ui, &canvas, sheet, drawing, state, actions);
    around(ui, &canvas, drawing, sight, state);
    send_rested(ui, state, actions);
    if canvas.has_focus() {
        let theme = Theme::of(ui);
        hint(ui, &painter, area, lang);
        painter.rect_stroke(area.shrink(1.0), 0, Stroke::new(1.0, theme.accent), egui::StrokeKind::Inside);
    }
}

/// What the keys do, at the foot of the canvas.
fn hint(ui: &Ui, painter: &egui::Painter, area: Rect, lang: i18n::Lang) {
    let theme = Theme::of(ui);
    let (font, wide) = (fonts::regular(size::SMALL), area.width() - 2.0 * space::EDGE);
    let words = painter.layout(unbroken(i18n::schema_hint(lang)), font, theme.mute, wide);
    let at = pos2(area.left() + space::EDGE, area.bottom() - words.size().y - space::SMALL);
    painter.rect_filled(Rect::from_min_size(at, words.size()).expand(3.0), 3, theme.paper);
    painter.galley(at, words, theme.mute);
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
    let clip = ui.clip_rect();
    for (thing, rect) in targets(shown, sight).into_iter().filter(|(_, rect)| clip.intersects(*rect)) {
        let sense = Sense::click_and_drag() - Sense::FOCUSABLE;
        let response = ui.interact(rect.intersect(ui.max_rect()), ui.scope_id().with(thing), sense);
        let on = is_chosen(state, thing);
        // Worded only where somebody listens.
        response
            .widget_info(|| WidgetInfo::selected(Role::Button, true, on, spoken(lang, sheet, shown, thing)));
        if matches!(thing, Thing::Corner(_)) && response.hovered() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeNwSe);
        }
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
            // What keys have moved is an act of its own, and goes first.
            actions.extend(state.send_pushed().map(TheoryAction::Run));
            state.drag = Some(Drag::Things(Moved { things: moved_with(ui, drawing, state, thing), by }));
        }
        if response.drag_stopped()
            && let Some(Drag::Things(Moved { things, by })) = state.drag.take()
        {
            state.grasped = None;
            let (by, _, _) = aligned(drawing, &things, by, REACH / state.zoom);
            let moved = Moved { things, by };
            if let Some(arranged) = sheet.arrange(moves(drawing, &moved)) {
                actions.push(arranged);
                state.sent.push(moved);
            }
        }
    }
}

/// A passage that is held over an arrow, and dropped on it. Of several arrows it is the one whose label is nearest.
fn drop_on_arrow(ui: &Ui, sheet: &Sheet<'_>, shown: &Drawing, sight: Sight, actions: &mut Vec<TheoryAction>) {
    let pointer = ui.input(|input| input.pointer.interact_pos()).filter(|_| evidence_drop::is_under_way(ui));
    let Some(pointer) = pointer else { return };
    let place = |arrow: &Arrow| label_place(arrow, sight).expand2(vec2(40.0, 6.0)).intersect(ui.max_rect());
    let under = shown.arrows.iter().filter(|arrow| place(arrow).contains(pointer));
    let far = |arrow: &&Arrow| label_place(arrow, sight).center().distance_sq(pointer);
    let Some(arrow) = under.min_by(|a, b| far(a).total_cmp(&far(b))) else { return };
    let dropped = evidence_drop::show(ui, arrow.relation, place(arrow), sheet.words);
    if let Some((coding, zone)) = dropped {
        actions.push(categories::marked(arrow.relation, coding, Some(zone.stance())));
    }
}

/// Where an arrow can be pressed: its label.
fn label_place(arrow: &Arrow, sight: Sight) -> Rect {
    let size = vec2(paint::label_width(arrow) * sight.zoom, 20.0);
    Rect::from_center_size(sight.pos(arrow.label_at), size)
}

/// What can be pressed, and where: the later lies above the earlier.
fn targets(shown: &Drawing, sight: Sight) -> Vec<(Thing, Rect)> {
    let mut targets = Vec::with_capacity(shown.boxes.len() + shown.arrows.len());
    for frame in &shown.frames {
        // Only its title, border and corner: the inside belongs to what stands there.
        let whole = sight.from(frame.at, frame.size);
        let head = Rect::from_min_size(whole.min, vec2(whole.width(), 26.0 * sight.zoom.max(0.6)));
        targets.push((Thing::Frame(frame.frame), head));
        targets.push((Thing::Corner(frame.frame), corner(whole)));
    }
    for arrow in &shown.arrows {
        targets.push((Thing::Bend(arrow.relation), label_place(arrow, sight)));
    }
    targets.extend(shown.boxes.iter().map(|one| (Thing::Node(one.code), sight.around(one.at, one.size))));
    targets.extend(shown.notes.iter().map(|one| (Thing::Note(one.note), sight.from(one.at, one.size))));
    targets
}

fn is_chosen(state: &SchemaState, thing: Thing) -> bool {
    match thing {
        Thing::Bend(relation) => state.arrow == Some(relation),
        thing => state.chosen.contains(&thing),
    }
}

fn spoken(lang: i18n::Lang, sheet: &Sheet<'_>, shown: &Drawing, thing: Thing) -> String {
    let framed = |id| shown.frames.iter().find(|one| one.frame == id).map_or("", |one| one.title.as_str());
    match thing {
        Thing::Node(code) => shown
            .boxes
            .iter()
            .find(|one| one.code == code)
            .map_or_else(String::new, |one| one.lines.join(" ")),
        Thing::Note(note) => shown
            .notes
            .iter()
            .find(|one| one.note == note)
            .map_or_else(String::new, |one| one.lines.join(" ")),
        Thing::Frame(frame) => framed(frame).to_owned(),
        Thing::Corner(frame) => i18n::schema_corner(lang, framed(frame)),
        Thing::Bend(relation) => {
            let Some(arrow) = shown.arrows.iter().find(|one| one.relation == relation) else {
                return String::new();
            };
            let end = |code| {
                let row = sheet.codes.rows.iter().find(|row| row.id == code);
                row.map_or("", |row| row.label.as_ref())
            };
            i18n::schema_arrow(lang, end(arrow.ends.0), &arrow.label, end(arrow.ends.1))
        }
    }
}

/// What moves along: all that is chosen, if it is one of them; with a frame what stands in it, unless Ctrl
/// is held.
fn moved_with(ui: &Ui, drawing: &Drawing, state: &SchemaState, thing: Thing) -> BTreeSet<Thing> {
    let chosen = state.chosen.contains(&thing) && !matches!(thing, Thing::Corner(_));
    let things = if chosen { state.chosen.clone() } else { BTreeSet::from([thing]) };
    let alone = ui.input(|input| input.modifiers.command);
    if alone { things } else { super::geometry::with_contents(drawing, things) }
}

fn choose(ui: &Ui, state: &mut SchemaState, thing: Thing, canvas: &Response) {
    ui.memory_mut(|memory| memory.request_focus(canvas.id));
    if let Thing::Bend(relation) = thing {
        state.arrow = Some(relation);
        state.chosen.clear();
        return;
    }
    let thing = match thing {
        Thing::Corner(frame) => Thing::Frame(frame),
        thing => thing,
    };
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
        Thing::Frame(frame) | Thing::Corner(frame) => {
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

/// What was moved by keys is one act once it rests.
fn send_rested(ui: &Ui, state: &mut SchemaState, actions: &mut Vec<TheoryAction>) {
    let repaint = |seconds| ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(seconds));
    // A drag that ended somewhere else has come to nothing.
    if ui.input(|input| !input.pointer.any_down() && !input.pointer.any_released()) {
        state.drag = None;
        state.grasped = None;
    }
    if !state.sent.is_empty() {
        repaint(0.05);
    }
    let Some(pushed) = &state.pushed else { return };
    let left = keys::REST - (ui.input(|input| input.time) - pushed.since);
    if left > 0.0 {
        repaint(left);
        return;
    }
    actions.extend(state.send_pushed().map(TheoryAction::Run));
}
