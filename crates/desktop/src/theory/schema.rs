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
    dialog: Option<Dialog>,
    wants_focus: bool,
    /// What was let go waits for the drawing after this one.
    waits_since: Option<u64>,
    /// What stands still, cut into triangles.
    kept: paint::Kept,
    /// What is read beside the canvas.
    beside: CategoriesState,
}

/// Something on its way.
#[derive(Debug, Clone, PartialEq)]
enum Drag {
    /// Things are moved, so far by this, in pixels of the schema.
    Things { things: BTreeSet<Thing>, by: Vec2, rests: Option<f64> },
    /// A box is drawn around what is to be chosen, from here to there, in the schema.
    Around { from: egui::Pos2, to: egui::Pos2 },
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
        let schema = self.view.open.filter(|_| !items.is_empty())?;
        Some(TheoryAction::Run(TheoryCommand::ArrangeSchema { schema, items }.into()))
    }

    fn show(&self, change: impl FnOnce(&mut TheoryShowing)) -> TheoryAction {
        let mut showing = self.showing.clone();
        change(&mut showing);
        TheoryAction::Show(Box::new(showing))
    }
}

pub(super) fn show(ui: &mut Ui, sheet: &Sheet<'_>, state: &mut SchemaState, actions: &mut Vec<TheoryAction>) {
    if state.of != sheet.view.open {
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
    /// What was written beside the canvas and not sent.
    pub(super) fn left(&mut self) -> Vec<TheoryAction> {
        self.beside.left()
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

/// The items that move things of a drawing by so much.
fn moves(drawing: &Drawing, things: &BTreeSet<Thing>, by: Vec2) -> Vec<SchemaItem> {
    let moved = drawing.moved(things, (by.x, by.y));
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
