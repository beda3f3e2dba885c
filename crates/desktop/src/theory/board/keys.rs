//! The keyboard on the board: arrows go from card to card, with Alt they take the card along.

use super::{BoardState, Choosing, Dialog, Drawn, TheoryAction, cards, chosen, group};
use egui::{EventFilter, Key, Modifiers, Response, Ui};
use workbench::command::Command;
use workbench::command::theory::Under;

pub(super) fn act(
    ui: &Ui,
    grid: &Response,
    drawn: &Drawn<'_>,
    state: &mut BoardState,
    actions: &mut Vec<TheoryAction>,
) {
    follow(drawn, state);
    if !grid.has_focus() || state.dialog.is_some() {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(grid.id, filter));
    take_along(ui, drawn, state, actions);
    go(ui, drawn, state);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Space)
        && let Some(card) = state.cursor
    {
        cards::mark(state, card);
    }
    if pressed(Key::Escape) {
        state.marked.clear();
    }
    if pressed(Key::Enter) && !chosen(state).is_empty() {
        state.dialog = Some(Dialog::Move(chosen(state), Choosing::default()));
    }
    if pressed(Key::N) {
        // The letter is not to be typed into the field that comes.
        state.dialog = Some(Dialog::Column(chosen(state), String::new()));
        ui.input_mut(|input| input.events.retain(|event| !matches!(event, egui::Event::Text(_))));
    }
    if pressed(Key::F2)
        && let Some((column, at)) = state.cursor.and_then(|card| drawn.find(card))
        && let Some(card) = drawn.cards(column).get(at)
    {
        state.dialog = Some(Dialog::Rename(card.id, card.label.to_string()));
    }
    let level = drawn.board.cards;
    if pressed(Key::P)
        && let Some(above) = level.above()
        && !chosen(state).is_empty()
    {
        actions.push(cards::set_level(chosen(state), above));
        state.marked.clear();
    }
}

/// The cursor stays at its place when its card has gone: the next card is there.
fn follow(drawn: &Drawn<'_>, state: &mut BoardState) {
    let named = |name: &str| drawn.board.columns.iter().position(|column| *column.name == *name);
    if let Some(at) = state.awaited.as_deref().and_then(named) {
        state.awaited = None;
        (state.column, state.place, state.bring) = (at + 1, 0, true);
        state.cursor = drawn.cards(at + 1).first().map(|card| card.id);
        return;
    }
    match state.cursor.and_then(|card| drawn.find(card)) {
        Some((column, place)) if column == state.column || state.bring => {
            (state.column, state.place) = (column, place);
        }
        Some(_) | None => {
            state.column = state.column.min(drawn.columns() - 1);
            let cards = drawn.cards(state.column);
            state.place = state.place.min(cards.len().saturating_sub(1));
            state.cursor = cards.get(state.place).map(|card| card.id);
        }
    }
}

fn go(ui: &Ui, drawn: &Drawn<'_>, state: &mut BoardState) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let cards = drawn.cards(state.column);
    let last = cards.len().saturating_sub(1);
    let (column, place) = if pressed(Key::ArrowDown) {
        (state.column, (state.place + 1).min(last))
    } else if pressed(Key::ArrowUp) {
        (state.column, state.place.saturating_sub(1))
    } else if pressed(Key::ArrowRight) {
        ((state.column + 1).min(drawn.columns() - 1), state.place)
    } else if pressed(Key::ArrowLeft) {
        (state.column.saturating_sub(1), state.place)
    } else if pressed(Key::Home) {
        (state.column, 0)
    } else if pressed(Key::End) {
        (state.column, last)
    } else {
        return;
    };
    let there = drawn.cards(column);
    state.column = column;
    state.place = place.min(there.len().saturating_sub(1));
    state.cursor = there.get(state.place).map(|card| card.id);
    state.bring = true;
}

/// Alt with an arrow: to the column beside, or before or after its neighbour.
fn take_along(ui: &Ui, drawn: &Drawn<'_>, state: &mut BoardState, actions: &mut Vec<TheoryAction>) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    let codes = chosen(state);
    if codes.is_empty() {
        return;
    }
    let beside = if pressed(Key::ArrowRight) {
        Some(state.column + 1)
    } else if pressed(Key::ArrowLeft) {
        state.column.checked_sub(1)
    } else {
        None
    };
    if let Some(column) = beside {
        let under = match column.checked_sub(1) {
            None => Some(Under::Top),
            Some(at) => drawn.board.columns.get(at).map(|one| Under::Code(one.id)),
        };
        if let Some(under) = under {
            actions.push(group(codes, under));
            state.marked.clear();
        }
        return;
    }
    let (Some(code), Some(at)) = (state.cursor, state.column.checked_sub(1)) else { return };
    let Some(column) = drawn.board.columns.get(at) else { return };
    let before = if pressed(Key::ArrowUp) && state.place > 0 {
        column.cards.get(state.place - 1).map(|card| card.id)
    } else if pressed(Key::ArrowDown) && state.place + 1 < column.cards.len() {
        // After the neighbour: before the one behind it, or at the end.
        column.cards.get(state.place + 2).map(|card| card.id)
    } else {
        return;
    };
    actions.push(TheoryAction::Run(Command::MoveCode { code, parent: Some(column.id), before }));
}
