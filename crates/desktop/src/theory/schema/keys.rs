//! The keyboard on the canvas: arrows go from box to box, with Alt they move what is chosen.

use super::super::TheoryAction;
use super::geometry::{rect_of, with_contents};
use super::{Moved, Pushed, SchemaState, Sheet, canvas, moves};
use egui::{EventFilter, Key, Modifiers, Rect, Response, Ui, Vec2, vec2};
use std::collections::BTreeSet;
use workbench::command::theory::{SchemaItem, TheoryCommand};
use workbench::schema::{Drawing, Thing};

/// For so many seconds what is moved by keys rests before it is stored.
pub(super) const REST: f64 = 0.7;
/// One press, in pixels of the schema.
const STEP: f32 = 10.0;

pub(super) fn act(
    ui: &Ui,
    canvas: &Response,
    sheet: &Sheet<'_>,
    drawing: &Drawing,
    state: &mut SchemaState,
    actions: &mut Vec<TheoryAction>,
) {
    if !canvas.has_focus() || state.dialog.is_some() {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(canvas.id, filter));
    let ways = [
        (Key::ArrowLeft, vec2(-1.0, 0.0)),
        (Key::ArrowRight, vec2(1.0, 0.0)),
        (Key::ArrowUp, vec2(0.0, -1.0)),
        (Key::ArrowDown, vec2(0.0, 1.0)),
    ];
    for (key, way) in ways {
        if ui.input_mut(|input| input.consume_key(Modifiers::ALT | Modifiers::SHIFT, key)) {
            push(ui, sheet, state, (corners(state), way * STEP), actions);
        } else if ui.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
            push(ui, sheet, state, (bodies(drawing, state), way * STEP), actions);
        } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            go(drawing, state, way);
            bring(drawing, state, canvas.rect);
        }
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Enter) {
        let thing = state.arrow.map(Thing::Bend).or(state.chosen.first().copied());
        if let Some(thing) = thing {
            canvas::open(sheet, drawing, state, thing, actions);
        }
    }
    if pressed(Key::Delete) || pressed(Key::Backspace) {
        actions.extend(take_off(sheet, drawing, state));
    }
    let middle = canvas.rect.center();
    if pressed(Key::Plus) || pressed(Key::Equals) {
        canvas::zoom(state, canvas.rect, 1.2, middle);
    }
    if pressed(Key::Minus) {
        canvas::zoom(state, canvas.rect, 1.0 / 1.2, middle);
    }
    if pressed(Key::Num0) || pressed(Key::Home) {
        canvas::fit(state, drawing, canvas.rect);
    }
    if pressed(Key::R) {
        next_arrow(drawing, state);
    }
    if pressed(Key::Escape) {
        state.chosen.clear();
        state.arrow = None;
    }
}

/// The boxes and notes in order.
fn things(drawing: &Drawing) -> impl Iterator<Item = Thing> {
    let boxes = drawing.boxes.iter().map(|one| Thing::Node(one.code));
    let notes = drawing.notes.iter().map(|one| Thing::Note(one.note));
    boxes.chain(notes).chain(drawing.frames.iter().map(|one| Thing::Frame(one.frame)))
}

/// To the nearest thing in that direction; to the first where nothing is chosen.
fn go(drawing: &Drawing, state: &mut SchemaState, way: Vec2) {
    state.arrow = None;
    let from = state.chosen.first().and_then(|thing| rect_of(drawing, *thing));
    let next = match from {
        None => things(drawing).next(),
        Some(from) => {
            let far = |thing: &Thing| {
                let to = rect_of(drawing, *thing)?.center() - from.center();
                let along = to.dot(way);
                let aside = (to - way * along).length();
                (along > 4.0).then_some(along + 2.0 * aside)
            };
            let others = things(drawing).filter_map(|thing| Some((far(&thing)?, thing)));
            others.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, thing)| thing)
        }
    };
    if let Some(next) = next {
        state.chosen = BTreeSet::from([next]);
    }
}

/// The chosen thing is brought into the window.
fn bring(drawing: &Drawing, state: &mut SchemaState, area: Rect) {
    let Some(rect) = state.chosen.first().and_then(|thing| rect_of(drawing, *thing)) else { return };
    let origin = area.center() + state.pan;
    let shown = Rect::from_min_max(
        origin + rect.min.to_vec2() * state.zoom,
        origin + rect.max.to_vec2() * state.zoom,
    );
    let room = area.shrink(24.0);
    let way = |low: f32, high: f32, from: f32, to: f32| {
        if low < from {
            from - low
        } else if high > to {
            to - high
        } else {
            0.0
        }
    };
    state.pan.x += way(shown.left(), shown.right(), room.left(), room.right());
    state.pan.y += way(shown.top(), shown.bottom(), room.top(), room.bottom());
}

/// The arrows one after the other, first those of the chosen box.
fn next_arrow(drawing: &Drawing, state: &mut SchemaState) {
    let near = |ends: (model::RecordId, model::RecordId)| {
        state.chosen.is_empty()
            || state.chosen.contains(&Thing::Node(ends.0))
            || state.chosen.contains(&Thing::Node(ends.1))
    };
    let arrows: Vec<_> = drawing.arrows.iter().filter(|one| near(one.ends)).map(|one| one.relation).collect();
    let at = state.arrow.and_then(|known| arrows.iter().position(|one| *one == known));
    let next = at.map_or(0, |at| (at + 1) % arrows.len().max(1));
    state.arrow = arrows.get(next).copied();
}

/// What is moved: the bend of an arrow, or what is chosen, a frame with what stands in it.
fn bodies(drawing: &Drawing, state: &SchemaState) -> BTreeSet<Thing> {
    match state.arrow {
        Some(relation) => BTreeSet::from([Thing::Bend(relation)]),
        None => with_contents(drawing, state.chosen.clone()),
    }
}

/// What is made larger or smaller: the frames that are chosen.
fn corners(state: &SchemaState) -> BTreeSet<Thing> {
    let corner = |thing: &Thing| match thing {
        Thing::Frame(frame) => Some(Thing::Corner(*frame)),
        _ => None,
    };
    state.chosen.iter().filter_map(corner).collect()
}

/// Moves things a step further; other things that keys have moved before are sent first.
fn push(
    ui: &Ui,
    sheet: &Sheet<'_>,
    state: &mut SchemaState,
    (things, step): (BTreeSet<Thing>, Vec2),
    actions: &mut Vec<TheoryAction>,
) {
    if things.is_empty() {
        return;
    }
    if state.pushed.as_ref().is_some_and(|pushed| pushed.moved.things != things) {
        actions.extend(state.send_pushed().map(TheoryAction::Run));
    }
    let so_far = state.pushed.as_ref().map_or(Vec2::ZERO, |pushed| pushed.moved.by);
    let moved = Moved { things, by: so_far + step };
    let Some(stored) = sheet.view.drawing.as_deref() else { return };
    let sent = state.sent_to(stored);
    let Some(command) = sheet.arranged(moves(sent.as_ref().unwrap_or(stored), &moved)) else { return };
    state.pushed = Some(Pushed { moved, command, since: ui.input(|input| input.time) });
}

/// Takes what is chosen off the schema: it stays in the study. An arrow is left out.
pub(super) fn take_off(
    sheet: &Sheet<'_>,
    drawing: &Drawing,
    state: &mut SchemaState,
) -> Option<TheoryAction> {
    if let Some(relation) = state.arrow.take() {
        return sheet.arrange(vec![SchemaItem::Arrow { relation, hidden: true, through: None }]);
    }
    let item = |thing: &Thing| match *thing {
        Thing::Node(code) => Some(SchemaItem::Node { code, at: None }),
        Thing::Note(note) => {
            let known = drawing.notes.iter().find(|one| one.note == note)?;
            let (text, width) = known.written.clone();
            Some(SchemaItem::Note { note: Some(note), at: None, width, text })
        }
        Thing::Frame(frame) => {
            let known = drawing.frames.iter().find(|one| one.frame == frame)?;
            let (title, size) = (known.title.clone(), super::geometry::size(known.size));
            Some(SchemaItem::Frame { frame: Some(frame), at: None, size, title })
        }
        Thing::Bend(_) | Thing::Corner(_) => None,
    };
    let items: Vec<SchemaItem> = state.chosen.iter().filter_map(item).collect();
    state.chosen.clear();
    let schema = sheet.view.open.filter(|_| !items.is_empty())?;
    Some(TheoryAction::Run(TheoryCommand::ArrangeSchema { schema, items }.into()))
}
