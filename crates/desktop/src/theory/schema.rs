//! The schema: categories as boxes, relations as arrows, notes and frames, placed by hand.

mod bar;
mod canvas;
mod geometry;
mod keys;
mod paint;
mod paradigm;

use super::categories::{self, CategoriesState, Page};
use super::choosing::{Choosing, code_choices};
use super::{TheoryAction, pieces};
use crate::theme::{Theme, space};
use crate::words::Words;
use egui::{CentralPanel, Frame, Margin, Panel, Ui, Vec2};
use model::RecordId;
use model::value::Point;
use std::collections::BTreeSet;
use workbench::command::Command;
use workbench::command::theory::{SchemaItem, TheoryCommand};
use workbench::schema::{Drawing, Thing};
use workbench::screen::TheoryShowing;
use workbench::views::CodeTreeView;
use workbench::views::theory::SchemaView;

/// How wide the lines of a new note are.
const NOTE: u32 = 220;

/// What the canvas remembers.
#[derive(Debug, Default)]
pub(super) struct SchemaState {
    /// The schema that pan and zoom are for.
    of: Option<RecordId>,
    pan: Vec2,
    zoom: f32,
    /// All of it is to be seen.
    fit: bool,
    chosen: BTreeSet<Thing>,
    /// An arrow that is chosen by its relation.
    arrow: Option<RecordId>,
    drag: Option<Drag>,
    /// Where what is dragged was grasped, in the window.
    grasped: Option<egui::Pos2>,
    /// What was moved by keys and is not sent yet.
    pushed: Option<Pushed>,
    /// What was sent: shown where it was left until the store has answered, whatever it answers.
    sent: Vec<Moved>,
    dialog: Option<Dialog>,
    wants_focus: bool,
    /// What stands still, cut into triangles.
    kept: paint::Kept,
    /// What is read beside the canvas.
    beside: CategoriesState,
}

/// Something on its way.
#[derive(Debug, Clone, PartialEq)]
enum Drag {
    /// Things are moved.
    Things(Moved),
    /// A box is drawn around what is to be chosen, from here to there, in the schema.
    Around { from: egui::Pos2, to: egui::Pos2 },
}

/// Things that are moved by so much, in pixels of the schema.
#[derive(Debug, Clone, PartialEq)]
struct Moved {
    things: BTreeSet<Thing>,
    by: Vec2,
}

impl Moved {
    fn of(&self, drawing: &Drawing) -> Drawing {
        drawing.moved(&self.things, (self.by.x, self.by.y))
    }
}

/// Things that keys have moved: one act, sent once it rests.
#[derive(Debug)]
struct Pushed {
    moved: Moved,
    /// What is to be sent.
    command: Command,
    /// When the last key was pressed.
    since: f64,
}

#[derive(Debug)]
enum Dialog {
    /// A title: of a new schema with these things on it, or of the one that is open.
    Title { items: Vec<SchemaItem>, renames: Option<RecordId>, title: String },
    /// A code to put on the schema.
    Add(Choosing),
    /// A note, a new one or a known one.
    Note { note: Option<RecordId>, at: Point, text: String },
    /// A frame around what is chosen, or a known one.
    Frame { frame: Option<RecordId>, at: Point, size: (u32, u32), title: String },
    /// The phenomenon of a schema after the paradigm model.
    Phenomenon(Choosing),
}

/// What the page draws.
pub(super) struct Sheet<'a> {
    pub view: &'a SchemaView,
    pub codes: &'a CodeTreeView,
    pub showing: &'a TheoryShowing,
    pub key: u64,
    pub words: Words,
}

impl Sheet<'_> {
    fn arrange(&self, items: Vec<SchemaItem>) -> Option<TheoryAction> {
        self.arranged(items).map(TheoryAction::Run)
    }

    fn arranged(&self, items: Vec<SchemaItem>) -> Option<Command> {
        let schema = self.view.open.filter(|_| !items.is_empty())?;
        Some(TheoryCommand::ArrangeSchema { schema, items }.into())
    }

    fn show(&self, change: impl FnOnce(&mut TheoryShowing)) -> TheoryAction {
        let mut showing = self.showing.clone();
        change(&mut showing);
        TheoryAction::Show(Box::new(showing))
    }
}

pub(super) fn show(ui: &mut Ui, sheet: &Sheet<'_>, state: &mut SchemaState, actions: &mut Vec<TheoryAction>) {
    let mut asked = Vec::new();
    let moved = |state: &SchemaState| state.pushed.as_ref().map(|pushed| pushed.moved.things.clone());
    let before = moved(state);
    page(ui, sheet, state, &mut asked);
    // What keys have moved goes before whatever else is done.
    if before.is_some() && before == moved(state) && !asked.is_empty() {
        actions.extend(state.send_pushed().map(TheoryAction::Run));
    }
    actions.append(&mut asked);
}

fn page(ui: &mut Ui, sheet: &Sheet<'_>, state: &mut SchemaState, actions: &mut Vec<TheoryAction>) {
    if state.of != sheet.view.open {
        actions.extend(state.pushed.take().map(|pushed| TheoryAction::Run(pushed.command)));
        let beside = std::mem::take(&mut state.beside);
        *state = SchemaState { of: sheet.view.open, zoom: 1.0, fit: true, beside, ..SchemaState::default() };
    }
    let theme = Theme::of(ui);
    let strip = Frame::new().fill(theme.ground).inner_margin(Margin::symmetric(space::EDGE as i8, 7));
    Panel::top("schema-bar").frame(strip).show(ui, |ui| bar::show(ui, sheet, state, actions));
    if let Some(beside) = &sheet.view.beside {
        let width = (ui.available_width() * 0.36).clamp(260.0, 440.0);
        let side = Frame::new().fill(theme.ground);
        Panel::right("schema-beside").default_size(width).size_range(240.0..=700.0).frame(side).show(
            ui,
            |ui| {
                let page = Page {
                    view: beside,
                    codes: sheet.codes,
                    showing: sheet.showing,
                    key: sheet.key,
                    words: sheet.words,
                };
                categories::beside(ui, &page, &mut state.beside, actions);
            },
        );
    }
    CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
        match sheet.view.drawing.as_deref() {
            Some(drawing) => canvas::show(ui, sheet, drawing, state, actions),
            None => nothing(ui, sheet, state),
        }
    });
    dialogs(ui, sheet, state, actions);
}

/// No schema yet: what it is for, and the first one.
fn nothing(ui: &mut Ui, sheet: &Sheet<'_>, state: &mut SchemaState) {
    let lang = sheet.words.lang;
    ui.add_space(space::PAGE);
    crate::empty::show(ui, i18n::schema_none(lang), i18n::schema_none_purpose(lang));
    ui.horizontal(|ui| {
        ui.add_space(space::EDGE);
        if ui.button(i18n::schema_new(lang)).clicked() {
            state.ask_new(sheet);
        }
    });
}

impl SchemaState {
    /// What was moved by keys, or written beside the canvas, and not sent yet.
    pub(super) fn unsent(&mut self) -> Vec<Command> {
        self.send_pushed().into_iter().chain(self.beside.unsent()).collect()
    }

    /// The drawing with everything where it was sent; nothing where that is where it is stored.
    fn sent_to(&self, stored: &Drawing) -> Option<Drawing> {
        self.sent.iter().fold(None, |before, moved| Some(moved.of(before.as_ref().unwrap_or(stored))))
    }

    /// The drawing with everything where it was left, sent or not; nothing where that is where it is stored. What
    /// keys have moved is found anew: the store may have answered otherwise than was hoped.
    fn left(&mut self, sheet: &Sheet<'_>, stored: &Drawing) -> Option<Drawing> {
        let sent = self.sent_to(stored);
        let Some(pushed) = &mut self.pushed else { return sent };
        let before = sent.as_ref().unwrap_or(stored);
        if let Some(command) = sheet.arranged(moves(before, &pushed.moved)) {
            pushed.command = command;
        }
        Some(pushed.moved.of(before))
    }

    /// Everything that is drawn elsewhere than it is stored.
    fn moving(&self) -> BTreeSet<Thing> {
        let dragged = match &self.drag {
            Some(Drag::Things(moved)) => Some(moved),
            _ => None,
        };
        let pushed = self.pushed.as_ref().map(|pushed| &pushed.moved);
        let all = self.sent.iter().chain(pushed).chain(dragged);
        all.flat_map(|moved| moved.things.iter().copied()).collect()
    }

    /// What keys have moved is one act from now on.
    fn send_pushed(&mut self) -> Option<Command> {
        let pushed = self.pushed.take()?;
        self.sent.push(pushed.moved);
        Some(pushed.command)
    }

    /// The store has answered all that was sent: the drawing shows what came of it.
    pub(super) fn answered(&mut self) {
        self.sent.clear();
    }

    /// A new schema with categories and whatever relations lead from or to.
    fn ask_new(&mut self, sheet: &Sheet<'_>) {
        let items = placed(&sheet.view.proposal);
        self.dialog = Some(Dialog::Title { items, renames: None, title: String::new() });
    }
}

fn placed(places: &[(RecordId, Point)]) -> Vec<SchemaItem> {
    places.iter().map(|(code, at)| SchemaItem::Node { code: *code, at: Some(*at) }).collect()
}

fn dialogs(ui: &Ui, sheet: &Sheet<'_>, state: &mut SchemaState, actions: &mut Vec<TheoryAction>) {
    let Some(mut dialog) = state.dialog.take() else { return };
    let Some(asked) = dialog.show(ui, sheet) else {
        state.dialog = Some(dialog);
        return;
    };
    // A new schema is the latest: it is shown where none is asked for.
    let new = matches!(dialog, Dialog::Title { renames: None, .. } | Dialog::Phenomenon(_));
    if new && asked.is_some() {
        actions.push(sheet.show(|showing| showing.schema = None));
    }
    actions.extend(asked);
    state.wants_focus = true;
}

impl Dialog {
    /// `None` while it is filled in; then what was asked for, if anything was.
    fn show(&mut self, ui: &Ui, sheet: &Sheet<'_>) -> Option<Option<TheoryAction>> {
        let (words, lang) = (sheet.words, sheet.words.lang);
        match self {
            Dialog::Title { items, renames, title } => {
                let named = pieces::ask_name(ui, i18n::schema_title(lang), title, words)?;
                Some(named.map(|title| write(*renames, title, items.clone())))
            }
            Dialog::Note { note, at, text } => {
                let written = pieces::ask_text(ui, i18n::schema_note(lang), text, words)?;
                Some(written.and_then(|text| {
                    let at = (!text.is_empty()).then_some(*at);
                    sheet.arrange(vec![SchemaItem::Note { note: *note, at, width: NOTE, text }])
                }))
            }
            Dialog::Frame { frame, at, size, title } => {
                let named = pieces::ask_name(ui, i18n::schema_frame(lang), title, words)?;
                let (frame, at, size) = (*frame, Some(*at), *size);
                Some(
                    named.and_then(|title| sheet.arrange(vec![SchemaItem::Frame { frame, at, size, title }])),
                )
            }
            Dialog::Add(choosing) => {
                let drawing = sheet.view.drawing.as_deref();
                let there: Vec<RecordId> =
                    drawing.iter().flat_map(|one| &one.boxes).map(|one| one.code).collect();
                let code = choose(ui, choosing, i18n::schema_add(lang), sheet, &there)?;
                let at = drawing.map_or(Point::default(), geometry::free_place);
                Some(code.and_then(|code| sheet.arrange(vec![SchemaItem::Node { code, at: Some(at) }])))
            }
            Dialog::Phenomenon(choosing) => {
                let code = choose(ui, choosing, i18n::schema_phenomenon(lang), sheet, &[])?;
                Some(code.map(|code| {
                    let named = sheet.codes.rows.iter().find(|row| row.id == code);
                    let name = named.map_or("", |row| row.label.as_ref());
                    let title = i18n::schema_paradigm_title(lang, name);
                    write(None, title, paradigm::items(code, &sheet.view.ties, words))
                }))
            }
        }
    }
}

fn write(schema: Option<RecordId>, title: String, items: Vec<SchemaItem>) -> TheoryAction {
    TheoryAction::Run(TheoryCommand::WriteSchema { schema, title, items }.into())
}

/// A code: `None` while it is chosen, `Some(None)` when none was.
fn choose(
    ui: &Ui,
    choosing: &mut Choosing,
    title: &str,
    sheet: &Sheet<'_>,
    there: &[RecordId],
) -> Option<Option<RecordId>> {
    choosing.one(ui, title, &code_choices(sheet.codes, there), sheet.words)
}

/// The items that move things of a drawing.
fn moves(drawing: &Drawing, going: &Moved) -> Vec<SchemaItem> {
    let (things, moved) = (&going.things, going.of(drawing));
    let at = geometry::point;
    let nodes = moved.boxes.iter().filter(|one| things.contains(&Thing::Node(one.code)));
    let nodes = nodes.map(|one| SchemaItem::Node { code: one.code, at: Some(at(one.at)) });
    let notes = moved.notes.iter().filter(|one| things.contains(&Thing::Note(one.note)));
    let notes = notes.map(|one| SchemaItem::Note {
        note: Some(one.note),
        at: Some(at(one.at)),
        width: one.written.1,
        text: one.written.0.clone(),
    });
    let resized = |one: &workbench::schema::Frame| things.contains(&Thing::Corner(one.frame));
    let frames = moved.frames.iter();
    let frames = frames.filter(|one| things.contains(&Thing::Frame(one.frame)) || resized(one));
    let frames = frames.map(|one| SchemaItem::Frame {
        frame: Some(one.frame),
        at: Some(at(one.at)),
        size: geometry::size(one.size),
        title: one.title.clone(),
    });
    let bends = moved.arrows.iter().filter(|one| things.contains(&Thing::Bend(one.relation)));
    let bends = bends.map(|one| SchemaItem::Arrow {
        relation: one.relation,
        hidden: false,
        through: one.through.map(at),
    });
    nodes.chain(notes).chain(frames).chain(bends).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a missing drawing is a fault of the test

    use super::*;

    fn id(n: u128) -> RecordId {
        RecordId::from(uuid::Uuid::from_u128(n))
    }

    fn drawing() -> Drawing {
        let one = |code: u128, x: f32| workbench::schema::NodeBox {
            code: id(code),
            at: (x, 0.0),
            size: (100.0, 40.0),
            lines: vec!["a".into()],
            level: model::value::Level::Category,
            hue: 0,
        };
        Drawing {
            title: String::new(),
            boxes: vec![one(1, 0.0), one(2, 300.0)],
            arrows: Vec::new(),
            notes: Vec::new(),
            frames: Vec::new(),
            area: (0.0, 0.0, 0.0, 0.0),
        }
    }

    fn moved(code: u128, x: f32) -> Moved {
        Moved { things: BTreeSet::from([Thing::Node(id(code))]), by: egui::vec2(x, 0.0) }
    }

    #[test]
    fn what_was_sent_stands_where_it_was_left_until_the_store_has_answered() {
        let stored = drawing();
        let mut state = SchemaState { sent: vec![moved(1, 10.0), moved(2, 5.0)], ..SchemaState::default() };
        state.sent.push(moved(1, 10.0));
        let shown = state.sent_to(&stored).unwrap();
        assert_eq!((shown.boxes[0].at.0, shown.boxes[1].at.0), (20.0, 305.0));
        assert_eq!(state.moving().len(), 2);
        // Taken or refused: what is drawn is what is stored.
        state.answered();
        assert_eq!(state.sent_to(&stored), None);
    }

    #[test]
    fn what_keys_have_moved_is_sent_once_whatever_way_one_leaves() {
        let command = || TheoryCommand::ArrangeSchema { schema: id(9), items: Vec::new() }.into();
        let pushed = Pushed { moved: moved(1, 10.0), command: command(), since: 0.0 };
        let mut state = SchemaState { pushed: Some(pushed), ..SchemaState::default() };
        assert_eq!(state.unsent().len(), 1);
        assert!(state.unsent().is_empty());
        assert_eq!(state.sent, [moved(1, 10.0)], "it stays where it was moved to");
    }
}
