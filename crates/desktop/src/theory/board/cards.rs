//! Cards: drawn where they are seen, carried, dropped before one another.

use super::{BoardState, Dialog, Drawn, Theme, TheoryAction, group};
use crate::carried::{CodePayload, dropped};
use crate::fonts;
use crate::row;
use crate::theme::{radius, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    DragAndDrop, Id, LayerId, Order, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};
use model::RecordId;
use model::value::Level;
use workbench::command::Command;
use workbench::command::theory::{TheoryCommand, Under};
use workbench::views::theory::CardView;

/// The height of a card, and of the gap below it.
const CARD: f32 = 46.0;
const GAP: f32 = 5.0;

/// The cards of one column.
pub(super) struct Stack<'a> {
    pub column: usize,
    /// The column's code; nothing for what is in none.
    pub id: Option<RecordId>,
    pub cards: Vec<&'a CardView>,
}

/// Draws the cards that are seen.
pub(super) fn stack(
    ui: &mut Ui,
    drawn: &Drawn<'_>,
    shown: &Stack<'_>,
    state: &mut BoardState,
    lively: bool,
    grid: &Response,
    actions: &mut Vec<TheoryAction>,
) {
    let step = CARD + GAP;
    ScrollArea::vertical().auto_shrink(false).id_salt("cards").show_viewport(ui, |ui, seen| {
        let (origin, width) = (ui.max_rect().min, ui.available_width());
        ui.set_height(step * shown.cards.len() as f32 + space::PAGE);
        let place = |at: usize| {
            let corner = origin + vec2(space::SMALL, step * at as f32);
            Rect::from_min_size(corner, vec2(width - 2.0 * space::SMALL, CARD))
        };
        if state.bring && state.column == shown.column {
            ui.scroll_to_rect(place(state.place).expand(step / 2.0), None);
        }
        let first = (seen.top() / step).max(0.0) as usize;
        let last = ((seen.bottom() / step) as usize + 1).min(shown.cards.len());
        for at in first..last {
            one(ui, place(at), drawn, shown, at, state, lively, grid, actions);
        }
        if let Some(pointer) = ui.input(|input| input.pointer.interact_pos())
            && DragAndDrop::has_payload_of_type::<CodePayload>(ui.ctx())
            && ui.clip_rect().x_range().contains(pointer.x)
        {
            let speed = pull(pointer.y, ui.clip_rect().top(), ui.clip_rect().bottom());
            ui.scroll_with_delta(vec2(0.0, speed));
        }
    });
}

#[allow(clippy::too_many_arguments)] // one card knows its place, its column and the board
fn one(
    ui: &Ui,
    rect: Rect,
    drawn: &Drawn<'_>,
    shown: &Stack<'_>,
    at: usize,
    state: &mut BoardState,
    lively: bool,
    grid: &Response,
    actions: &mut Vec<TheoryAction>,
) {
    let Some(card) = shown.cards.get(at).copied() else { return };
    let words = drawn.words;
    let sense = Sense::click_and_drag() - Sense::FOCUSABLE;
    let response = ui.interact(rect, ui.scope_id().with(card.id), sense);
    let marked = state.marked.contains(&card.id);
    let here = state.cursor == Some(card.id);
    let said = format!("{}, {}", card.label, i18n::passage_count(words.lang, number(card.total)));
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, marked || here, &said));
    draw(ui, rect, card, marked, &response, words);
    if here && lively {
        row::ring(ui.painter(), rect.expand(2.0), Theme::of(ui));
    }
    if response.clicked() {
        ui.memory_mut(|memory| memory.request_focus(grid.id));
        (state.cursor, state.column, state.place) = (Some(card.id), shown.column, at);
        if ui.input(|input| input.modifiers.command || input.modifiers.shift) {
            mark(state, card.id);
        } else {
            state.marked.clear();
        }
    }
    if response.double_clicked() {
        state.dialog = Some(Dialog::Move(vec![card.id], super::Choosing::default()));
    }
    response.dnd_set_drag_payload(CodePayload(card.id));
    drop_before(ui, &response, shown, at, state, actions);
    response.context_menu(|ui| menu(ui, card, drawn, state, actions));
    if !card.definition.is_empty() && !DragAndDrop::has_any_payload(ui.ctx()) {
        response.on_hover_text(unbroken(&card.definition));
    }
}

pub(super) fn mark(state: &mut BoardState, card: RecordId) {
    if !state.marked.remove(&card) {
        state.marked.insert(card);
    }
}

/// A card dropped on another goes before it, or after it where it is let go in its lower half.
fn drop_before(
    ui: &Ui,
    response: &Response,
    shown: &Stack<'_>,
    at: usize,
    state: &mut BoardState,
    actions: &mut Vec<TheoryAction>,
) {
    let Some(column) = shown.id else { return };
    let other = response
        .dnd_hover_payload::<CodePayload>()
        .is_some_and(|carried| Some(carried.0) != shown.cards.get(at).map(|card| card.id));
    let pointer = ui.input(|input| input.pointer.interact_pos());
    let lower = pointer.is_some_and(|pos| pos.y > response.rect.center().y);
    if other {
        let y = if lower { response.rect.bottom() + GAP / 2.0 } else { response.rect.top() - GAP / 2.0 };
        ui.painter().hline(response.rect.x_range(), y, Stroke::new(2.0, Theme::of(ui).accent));
    }
    let Some(carried) = dropped::<CodePayload>(response) else { return };
    let before = shown.cards.get(at + usize::from(lower)).map(|card| card.id);
    let codes = moving(state, carried.0);
    if let [code] = codes[..]
        && Some(code) != before
    {
        let command = Command::MoveCode { code, parent: Some(column), before };
        actions.push(TheoryAction::Run(command));
    } else if codes.len() > 1 {
        actions.push(group(codes, Under::Code(column)));
    }
    state.marked.clear();
}

/// What goes along with a card that is carried: all that are marked, if it is one of them.
pub(super) fn moving(state: &BoardState, card: RecordId) -> Vec<RecordId> {
    if state.marked.contains(&card) { state.marked.iter().copied().collect() } else { vec![card] }
}

/// True while a card hangs over something.
pub(super) fn hangs_over(response: &Response) -> bool {
    response.dnd_hover_payload::<CodePayload>().is_some()
}

/// How fast what lies beyond an edge comes, while something is carried there.
pub(super) fn pull(at: f32, low: f32, high: f32) -> f32 {
    const NEAR: f32 = 36.0;
    if at < low - NEAR || at > high + NEAR {
        return 0.0;
    }
    (low + NEAR - at).max(0.0) / 3.0 - (at - high + NEAR).max(0.0) / 3.0
}

fn menu(
    ui: &mut Ui,
    card: &CardView,
    drawn: &Drawn<'_>,
    state: &mut BoardState,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = drawn.words.lang;
    let codes = moving(state, card.id);
    if ui.button(i18n::board_move(lang)).clicked() {
        state.dialog = Some(Dialog::Move(codes.clone(), super::Choosing::default()));
        ui.close();
    }
    levels(ui, &codes, drawn.board.cards, drawn.words, actions);
    if ui.button(i18n::board_rename(lang)).clicked() {
        state.dialog = Some(Dialog::Rename(card.id, card.label.to_string()));
        ui.close();
    }
    if ui.button(i18n::board_open(lang)).clicked() {
        actions.push(TheoryAction::OpenCode(card.id));
        ui.close();
    }
}

/// The levels that codes of a level can be given instead.
pub(super) fn levels(
    ui: &mut Ui,
    codes: &[RecordId],
    now: Level,
    words: Words,
    actions: &mut Vec<TheoryAction>,
) {
    for level in Level::ALL.iter().copied().filter(|level| *level != now) {
        let name = i18n::level_name(words.lang, level.as_str(), words.method());
        if ui.button(i18n::board_make_level(words.lang, name)).clicked() {
            actions.push(set_level(codes.to_vec(), level));
            ui.close();
        }
    }
}

pub(super) fn set_level(codes: Vec<RecordId>, level: Level) -> TheoryAction {
    TheoryAction::Run(TheoryCommand::SetLevel { codes, level }.into())
}

fn draw(ui: &Ui, rect: Rect, card: &CardView, marked: bool, response: &Response, words: Words) {
    let (painter, theme) = (ui.painter(), Theme::of(ui));
    let ground = match (marked, response.hovered()) {
        (true, _) => theme.accent_soft,
        (false, true) => theme.hover,
        (false, false) => theme.paper,
    };
    painter.rect_filled(rect, radius::ROW, ground);
    painter.rect_stroke(rect, radius::ROW, theme.hairline(), StrokeKind::Inside);
    let carried = DragAndDrop::payload::<CodePayload>(ui.ctx()).is_some_and(|known| known.0 == card.id);
    let color = if carried { theme.faint } else { theme.ink };
    row::swatch(painter, rect.left() + space::SMALL, rect.center().y, theme.hue(card.hue));
    let mut figure = i18n::integer(words.lang, number(card.total));
    if card.below > 0 {
        figure = format!("+{} · {figure}", card.below);
    }
    let count = painter.layout_no_wrap(figure, fonts::regular(size::SMALL), theme.faint);
    let right = rect.right() - space::SMALL - count.size().x;
    painter.galley(pos2(right, rect.center().y - count.size().y / 2.0), count, theme.faint);
    let left = rect.left() + space::SMALL + 16.0;
    let label = two_lines(ui, card, color, right - 6.0 - left, words);
    painter.galley(pos2(left, rect.center().y - label.size().y / 2.0), label, color);
}

fn two_lines(
    ui: &Ui,
    card: &CardView,
    color: egui::Color32,
    width: f32,
    words: Words,
) -> std::sync::Arc<egui::Galley> {
    let theme = Theme::of(ui);
    let format = |font_id, color, italics| TextFormat { font_id, color, italics, ..TextFormat::default() };
    let mut job = LayoutJob::default();
    job.append(&unbroken(&card.label), 0.0, format(fonts::regular(size::BODY), color, card.in_vivo));
    if let Some(rank) = card.a_priori {
        let said = i18n::board_a_priori(words.lang, number(rank as usize));
        job.append(&said, 6.0, format(fonts::regular(size::SMALL), theme.faint, false));
    }
    job.wrap = TextWrapping { max_width: width.max(20.0), max_rows: 2, ..TextWrapping::default() };
    ui.painter().layout_job(job)
}

/// What is carried goes along with the pointer.
pub(super) fn carried(ui: &Ui, drawn: &Drawn<'_>, state: &BoardState) {
    let Some(payload) = DragAndDrop::payload::<CodePayload>(ui.ctx()) else { return };
    let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) else { return };
    let Some((column, at)) = drawn.find(payload.0) else { return };
    let name = drawn.cards(column).get(at).map(|card| card.label.to_string()).unwrap_or_default();
    let count = moving(state, payload.0).len();
    let text = if count > 1 { i18n::board_carried(drawn.words.lang, number(count)) } else { name };
    let theme = Theme::of(ui);
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("carried-card")));
    let label = row::one_line(&painter, &text, fonts::medium(size::BODY), theme.ink, 220.0);
    let rect = Rect::from_min_size(pointer + vec2(12.0, 8.0), label.size() + vec2(20.0, 14.0));
    painter.rect_filled(rect, radius::ROW, theme.paper);
    painter.rect_stroke(rect, radius::ROW, Stroke::new(1.5, theme.accent), StrokeKind::Inside);
    painter.galley(rect.min + vec2(10.0, 7.0), label, theme.ink);
    ui.ctx().request_repaint();
}
