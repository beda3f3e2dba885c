//! The sorting board (*tri*): cards of labels in columns, by mouse or by keyboard.

mod cards;
mod grid;
mod keys;

use super::choosing::{Asked, Choice, Choosing, Chosen};
use super::{TheoryAction, pieces};
use crate::carried::{CodePayload, dropped};
use crate::folding::{Folded, query};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, radius, size, space};
use crate::words::{Words, number};
use cards::{Stack, stack};
use egui::accesskit::Role;
use egui::{CentralPanel, Frame, Margin, Panel, Rect, RichText, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use model::RecordId;
use model::value::Level;
use std::collections::BTreeSet;
use workbench::command::theory::{TheoryCommand, Under};
use workbench::command::{Command, NewCode};
use workbench::views::theory::{BoardColumn, BoardView, CardView, SortingView};

/// The width of a column.
const COLUMN: f32 = 232.0;

/// What the board remembers.
#[derive(Debug, Default)]
pub(super) struct BoardState {
    /// Which board.
    at: usize,
    /// The card that keys act on.
    cursor: Option<RecordId>,
    /// The column that the cursor is in: 0 for what is in none.
    column: usize,
    /// Where in the column the cursor was, for when its card goes.
    place: usize,
    /// Cards that are moved together.
    marked: BTreeSet<RecordId>,
    filter: String,
    wants_focus: bool,
    /// The cursor is to be brought to the eye.
    bring: bool,
    dialog: Option<Dialog>,
    /// The name of a column that was asked for: it is gone to once it is there.
    awaited: Option<String>,
    /// A reading grid as it was typed: kept until it is stored, for a refused one is to be mended.
    grid: String,
}

impl BoardState {
    pub fn grid_taken(&mut self) {
        self.grid.clear();
    }

    /// Another board, with a card under the cursor.
    pub fn show_card(&mut self, at: usize, card: RecordId) {
        *self =
            BoardState { at, cursor: Some(card), wants_focus: true, bring: true, ..BoardState::default() };
    }
}

#[derive(Debug)]
enum Dialog {
    /// Into which column?
    Move(Vec<RecordId>, Choosing),
    /// What is the new column called? It takes these cards along.
    Column(Vec<RecordId>, String),
    /// Another name of a code.
    Rename(RecordId, String),
    /// The lines of a reading grid.
    Grid,
}

/// One board as one frame draws it: what stands in no column first.
struct Drawn<'a> {
    board: &'a BoardView,
    /// What the filter leaves of the cards in no column.
    unsorted: Vec<&'a CardView>,
    words: Words,
}

impl<'a> Drawn<'a> {
    fn columns(&self) -> usize {
        self.board.columns.len() + 1
    }

    fn cards(&self, column: usize) -> Vec<&'a CardView> {
        match column.checked_sub(1) {
            None => self.unsorted.clone(),
            Some(at) => self.board.columns.get(at).map(|one| one.cards.iter().collect()).unwrap_or_default(),
        }
    }

    /// The card of that identifier, with its column and its place there.
    fn find(&self, card: RecordId) -> Option<(usize, usize)> {
        if let Some(at) = self.unsorted.iter().position(|one| one.id == card) {
            return Some((0, at));
        }
        let mut columns = (1..).zip(self.board.columns.iter());
        columns.find_map(|(at, column)| Some((at, column.cards.iter().position(|one| one.id == card)?)))
    }
}

pub(super) fn show(
    ui: &mut Ui,
    view: &SortingView,
    state: &mut BoardState,
    words: Words,
    actions: &mut Vec<TheoryAction>,
) {
    let Some(board) = view.boards.get(state.at).or(view.boards.first()) else { return };
    let typed = query(&state.filter);
    let fits = |card: &&CardView| {
        let label = Folded::new(&card.label);
        typed.iter().all(|word| label.word_beginning(word).is_some())
    };
    let unsorted = board.unsorted.iter().filter(|card| typed.is_empty() || fits(card)).collect();
    let drawn = Drawn { board, unsorted, words };
    let theme = Theme::of(ui);
    let bar = Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 8));
    Panel::top("board-head").frame(bar).show_separator_line(false).show(ui, |ui| {
        head(ui, view, &drawn, state, words);
    });
    let grid = ui.interact(ui.available_rect_before_wrap(), ui.scope_id().with("board"), Sense::click());
    grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, i18n::board_name(words.lang)));
    if std::mem::take(&mut state.wants_focus) {
        grid.request_focus();
    }
    keys::act(ui, &grid, &drawn, state, actions);
    let lively = grid.has_focus();
    let side = Frame::new().fill(theme.panel);
    let width = 270.0_f32.min(ui.available_width() * 0.4);
    Panel::left("board-unsorted").exact_size(width).resizable(false).frame(side).show(ui, |ui| {
        unsorted_column(ui, &drawn, state, lively, &grid, actions);
    });
    CentralPanel::no_frame().show(ui, |ui| columns(ui, &drawn, state, lively, &grid, actions));
    state.bring = false;
    cards::carried(ui, &drawn, state);
    dialogs(ui, &drawn, state, words, actions);
}

/// Which board, what to do, and what keys do it.
fn head(ui: &mut Ui, view: &SortingView, drawn: &Drawn<'_>, state: &mut BoardState, words: Words) {
    let (lang, method) = (words.lang, words.method());
    ui.horizontal_wrapped(|ui| {
        for (at, board) in view.boards.iter().enumerate() {
            let name = |level: Level| i18n::level_plural(lang, level.as_str(), method);
            let text = i18n::board_from_to(lang, name(board.cards), name(board.columns_level));
            if ui.selectable_label(at == state.at, text).clicked() && at != state.at {
                *state = BoardState { at, ..BoardState::default() };
            }
        }
        ui.add_space(space::EDGE);
        let new = i18n::level_name(lang, drawn.board.columns_level.as_str(), method);
        if ui.button(i18n::board_new_column(lang, new)).clicked() {
            state.dialog = Some(Dialog::Column(chosen(state), String::new()));
        }
        if drawn.board.cards == Level::Label && ui.button(i18n::board_grid(lang)).clicked() {
            state.dialog = Some(Dialog::Grid);
        }
        if !state.marked.is_empty() {
            ui.add_space(space::SMALL);
            pieces::quiet(ui, &i18n::board_marked(lang, number(state.marked.len())));
        }
    });
    pieces::quiet(ui, i18n::board_hint(lang));
    pieces::quiet(ui, &pieces::basis(words));
}

/// The cards that a command is about: those that are marked, else the one under the cursor.
fn chosen(state: &BoardState) -> Vec<RecordId> {
    match state.cursor {
        _ if !state.marked.is_empty() => state.marked.iter().copied().collect(),
        Some(cursor) => vec![cursor],
        None => Vec::new(),
    }
}

fn unsorted_column(
    ui: &mut Ui,
    drawn: &Drawn<'_>,
    state: &mut BoardState,
    lively: bool,
    grid: &egui::Response,
    actions: &mut Vec<TheoryAction>,
) {
    let (lang, method) = (drawn.words.lang, drawn.words.method());
    let whole = ui.interact(ui.max_rect(), ui.scope_id().with("unsorted"), Sense::hover());
    let cards = i18n::level_plural(lang, drawn.board.cards.as_str(), method);
    let above = i18n::level_name(lang, drawn.board.columns_level.as_str(), method);
    let count = i18n::integer(lang, number(drawn.board.unsorted.len()));
    row::head(ui, i18n::board_unsorted(lang), &count).on_hover_text(i18n::board_without(lang, above, cards));
    Frame::new().inner_margin(Margin::symmetric(space::SMALL as i8, 0)).show(ui, |ui| {
        row::field(ui, &mut state.filter, i18n::board_filter(lang), "board-filter");
    });
    ui.add_space(space::SMALL);
    if drawn.unsorted.is_empty() {
        crate::empty::show(ui, i18n::board_all_sorted(lang), "");
    }
    let shown = Stack { column: 0, id: None, cards: drawn.unsorted.clone() };
    stack(ui, drawn, &shown, state, lively, grid, actions);
    if cards::hangs_over(&whole) {
        row::ring(ui.painter(), whole.rect.shrink(2.0), Theme::of(ui));
    }
    if let Some(code) = dropped::<CodePayload>(&whole) {
        let codes = cards::moving(state, code.0);
        actions.push(group(codes, Under::Top));
        state.marked.clear();
    }
}

fn columns(
    ui: &mut Ui,
    drawn: &Drawn<'_>,
    state: &mut BoardState,
    lively: bool,
    grid: &egui::Response,
    actions: &mut Vec<TheoryAction>,
) {
    if drawn.board.columns.is_empty() {
        let (lang, method) = (drawn.words.lang, drawn.words.method());
        let new = i18n::level_name(lang, drawn.board.columns_level.as_str(), method);
        let cards = i18n::level_plural(lang, drawn.board.cards.as_str(), method);
        ui.add_space(space::PAGE);
        crate::empty::show(ui, &i18n::board_empty(lang, new), &i18n::board_empty_purpose(lang, cards, new));
        return;
    }
    let area = ui.available_rect_before_wrap();
    ScrollArea::horizontal().auto_shrink(false).id_salt("board-columns").show_viewport(ui, |ui, seen| {
        let count = drawn.board.columns.len();
        let step = COLUMN + space::SMALL;
        ui.set_width(step * count as f32 + space::SMALL);
        ui.set_height(area.height());
        if state.bring && state.column > 0 {
            let left = ui.max_rect().left() + step * (state.column - 1) as f32;
            let place = Rect::from_min_size(egui::pos2(left, area.top()), vec2(step, 1.0));
            ui.scroll_to_rect(place.expand2(vec2(space::EDGE, 0.0)), None);
        }
        // Something is carried to the edge: what is beyond it comes.
        if let Some(pointer) = ui.input(|input| input.pointer.interact_pos())
            && egui::DragAndDrop::has_payload_of_type::<CodePayload>(ui.ctx())
            && area.y_range().contains(pointer.y)
        {
            let speed = cards::pull(pointer.x, area.left(), area.right());
            ui.scroll_with_delta(vec2(speed, 0.0));
        }
        let origin = ui.max_rect().min;
        for (at, column) in drawn.board.columns.iter().enumerate() {
            let left = space::SMALL + step * at as f32;
            if left + COLUMN < seen.left() || left > seen.right() {
                continue;
            }
            let place =
                Rect::from_min_size(origin + vec2(left, 0.0), vec2(COLUMN, area.height() - space::SMALL));
            let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(place).id_salt(column.id));
            one_column(&mut inner, drawn, (at + 1, column), state, lively, grid, actions);
        }
    });
}

fn one_column(
    ui: &mut Ui,
    drawn: &Drawn<'_>,
    (at, column): (usize, &BoardColumn),
    state: &mut BoardState,
    lively: bool,
    grid: &egui::Response,
    actions: &mut Vec<TheoryAction>,
) {
    let (theme, words) = (Theme::of(ui), drawn.words);
    let whole = ui.interact(ui.max_rect(), ui.scope_id().with("column"), Sense::click());
    let said = format!("{}, {}", column.name, i18n::board_cards(words.lang, number(column.cards.len())));
    whole.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, &said));
    ui.painter().rect_filled(ui.max_rect(), radius::CARD, theme.panel);
    let line =
        if cards::hangs_over(&whole) { egui::Stroke::new(1.5, theme.accent) } else { theme.hairline() };
    ui.painter().rect_stroke(ui.max_rect(), radius::CARD, line, egui::StrokeKind::Inside);
    column_head(ui, column, words, state, actions);
    let shown = Stack { column: at, id: Some(column.id), cards: column.cards.iter().collect() };
    stack(ui, drawn, &shown, state, lively, grid, actions);
    if whole.clicked() {
        state.column = at;
        state.cursor = None;
        state.place = 0;
        ui.memory_mut(|memory| memory.request_focus(grid.id));
    }
    if let Some(code) = dropped::<CodePayload>(&whole) {
        let codes = cards::moving(state, code.0);
        actions.push(group(codes, Under::Code(column.id)));
        state.marked.clear();
    }
}

fn column_head(
    ui: &mut Ui,
    column: &BoardColumn,
    words: Words,
    state: &mut BoardState,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = words.lang;
    let count = i18n::integer(lang, number(column.cards.len()));
    let head = row::head(ui, &column.name, &count);
    if !column.above.is_empty() {
        Frame::new().inner_margin(Margin { left: space::EDGE as i8, bottom: 6, ..Margin::ZERO }).show(
            ui,
            |ui| {
                let theme = Theme::of(ui);
                let above = RichText::new(column.above.as_ref()).font(fonts::regular(size::SMALL));
                ui.add(egui::Label::new(above.color(theme.mute)).truncate());
            },
        );
    }
    let menu = head.interact(Sense::click());
    menu.context_menu(|ui| {
        if ui.button(i18n::board_rename(lang)).clicked() {
            state.dialog = Some(Dialog::Rename(column.id, column.name.to_string()));
            ui.close();
        }
        if ui.button(i18n::board_open(lang)).clicked() {
            actions.push(TheoryAction::OpenCode(column.id));
            ui.close();
        }
        cards::levels(ui, &[column.id], column.level, words, actions);
    });
}

fn group(codes: Vec<RecordId>, under: Under) -> TheoryAction {
    TheoryAction::Run(TheoryCommand::GroupCodes { codes, under }.into())
}

fn dialogs(
    ui: &Ui,
    drawn: &Drawn<'_>,
    state: &mut BoardState,
    words: Words,
    actions: &mut Vec<TheoryAction>,
) {
    let Some(mut dialog) = state.dialog.take() else { return };
    let (lang, method) = (words.lang, words.method());
    let new = i18n::level_name(lang, drawn.board.columns_level.as_str(), method);
    let done = match &mut dialog {
        Dialog::Move(cards, choosing) => {
            let say = |name: &str| i18n::board_create(lang, new, name);
            let title = i18n::board_move_title(lang, number(cards.len()));
            let asked = Asked { title: &title, hint: i18n::board_move_hint(lang), create: Some(&say) };
            let choice = |column: &BoardColumn| Choice {
                id: column.id,
                name: column.name.to_string(),
                aside: column.above.to_string(),
            };
            let choices: Vec<Choice> = drawn.board.columns.iter().map(choice).collect();
            match choosing.show(ui, &asked, &choices, words) {
                Chosen::Open => None,
                Chosen::Left => Some(None),
                Chosen::One(column) => Some(Some(group(cards.clone(), Under::Code(column)))),
                Chosen::New(name) => {
                    state.awaited = Some(name.clone());
                    Some(Some(new_column(drawn, cards.clone(), name)))
                }
            }
        }
        Dialog::Column(cards, name) => {
            let title = i18n::board_new_column(lang, new);
            let named = pieces::ask_name(ui, &title, name, words);
            state.awaited = named.clone().flatten().or(state.awaited.take());
            named.map(|named| named.map(|name| new_column(drawn, cards.clone(), name)))
        }
        Dialog::Grid => grid::show(ui, &mut state.grid, words, actions),
        Dialog::Rename(code, name) => pieces::ask_name(ui, i18n::board_rename(lang), name, words)
            .map(|named| named.map(|name| TheoryAction::Run(Command::RenameCode { code: *code, name }))),
    };
    match done {
        None => state.dialog = Some(dialog),
        Some(asked) => {
            if asked.is_some() {
                state.marked.clear();
            }
            actions.extend(asked);
            state.wants_focus = true;
        }
    }
}

/// A new column, with the cards that go into it.
fn new_column(drawn: &Drawn<'_>, cards: Vec<RecordId>, name: String) -> TheoryAction {
    let new = NewCode { name, level: drawn.board.columns_level, ..NewCode::default() };
    if cards.is_empty() {
        return TheoryAction::Run(Command::CreateCode(new));
    }
    group(cards, Under::New(new))
}
