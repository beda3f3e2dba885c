//! Questions put to the codings: codes against participants, interviews or attributes; codes that meet;
//! combinations. Every cell opens its passages.

mod form;
mod grid;

use super::choosing::{Asked, Choice, Choosing, Chosen};
use super::{TheoryAction, pieces};
use crate::fonts;
use crate::measured_list::{self, RowHeights, Rows};
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui};
use model::RecordId;
use model::value::Ask;
use workbench::command::theory::TheoryCommand;
use workbench::screen::TheoryShowing;
use workbench::views::theory::{AskedView, QueriesView};
use workbench::views::{CodeTreeView, PassageLine};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct QueriesState {
    dialog: Option<Dialog>,
    grid: grid::GridState,
    heights: RowHeights,
    /// The attribute of a filter that is being chosen.
    filter: Option<RecordId>,
}

#[derive(Debug)]
enum Dialog {
    /// Which code is asked for, or must not be near?
    Code { without: bool, choosing: Choosing },
    /// What is the question called?
    Save(String),
}

/// What the page draws.
pub(super) struct Page<'a> {
    pub view: &'a QueriesView,
    pub codes: &'a CodeTreeView,
    pub showing: &'a TheoryShowing,
    pub key: u64,
    pub words: Words,
}

impl Page<'_> {
    /// Another question.
    fn ask(&self, asked: AskedView) -> TheoryAction {
        let showing = TheoryShowing { asked: Some(asked), cell: None, ..self.showing.clone() };
        TheoryAction::Show(Box::new(showing))
    }

    /// The question with something changed.
    fn change(&self, change: impl FnOnce(&mut AskedView)) -> TheoryAction {
        let mut asked = self.view.asked.clone();
        change(&mut asked);
        self.ask(asked)
    }

    fn cell(&self, cell: Option<(usize, usize)>) -> TheoryAction {
        let asked = Some(self.view.asked.clone());
        TheoryAction::Show(Box::new(TheoryShowing { asked, cell, ..self.showing.clone() }))
    }
}

pub(super) fn show(ui: &mut Ui, page: &Page<'_>, state: &mut QueriesState, actions: &mut Vec<TheoryAction>) {
    let theme = Theme::of(ui);
    let side = Frame::new().fill(theme.ground).inner_margin(Margin::symmetric(space::EDGE as i8, 0));
    Panel::left("query-form").default_size(300.0).size_range(230.0..=440.0).frame(side).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).id_salt("query-form").show(ui, |ui| {
            form::show(ui, page, state, actions);
            ui.add_space(space::PAGE);
        });
    });
    let open = page.view.table.is_none() || page.showing.cell.is_some();
    if open && page.view.table.is_some() {
        let width = (ui.available_width() * 0.42).clamp(240.0, 420.0);
        let side = Frame::new().fill(theme.ground);
        Panel::right("query-passages")
            .default_size(width)
            .size_range(220.0..=700.0)
            .frame(side)
            .show(ui, |ui| passages(ui, page, state, actions));
    }
    CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
        // No count without whose codings it rests on.
        Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 8)).show(ui, |ui| {
            pieces::quiet(ui, &page.view.basis);
        });
        match page.view.table.as_deref() {
            None => passages(ui, page, state, actions),
            Some(table) if table.rows.is_empty() || table.columns.is_empty() => {
                ui.add_space(space::PAGE);
                crate::empty::show(ui, i18n::query_nothing(page.words.lang), "");
            }
            Some(table) => grid::show(ui, page, table, &mut state.grid, actions),
        }
    });
    dialogs(ui, page, state, actions);
}

/// The passages of the cell that is open, or those that answer.
fn passages(ui: &mut Ui, page: &Page<'_>, state: &mut QueriesState, actions: &mut Vec<TheoryAction>) {
    let (lang, lines) = (page.words.lang, &page.view.lines);
    let title = match (page.view.table.as_deref(), page.showing.cell) {
        (Some(table), Some((row, column))) => {
            let name = table.rows.get(row).map_or("", |(_, name)| name.as_ref());
            let head = table.columns.get(column).map_or("", AsRef::as_ref);
            format!("{name} × {head}")
        }
        _ => i18n::category_passages(lang).to_owned(),
    };
    let open = page.view.table.as_deref().zip(page.showing.cell);
    let counted = open.and_then(|(table, (row, column))| table.passages.get(row)?.get(column)).copied();
    let passages = counted.unwrap_or(lines.len());
    let mut aside = i18n::evidence_met(lang, number(passages), number(page.view.people));
    if passages != lines.len() {
        // Words that several codes below the row mark are one passage, listed once for each.
        aside = format!("{aside} · {}", i18n::query_coded(lang, number(lines.len())));
    }
    row::head(ui, &title, &aside);
    if lines.is_empty() {
        let hint = if page.view.named.is_empty() { i18n::query_name_codes(lang) } else { "" };
        crate::empty::show(ui, i18n::query_no_passage(lang), hint);
        return;
    }
    let per_line = ((ui.available_width() - 2.0 * space::EDGE) / 6.8).max(10.0);
    let rows = Rows {
        key: egui::util::hash((page.key, page.showing.cell)),
        count: lines.len(),
        name: |at: usize| egui::util::hash(lines[at].coding),
        estimate: |at: usize| (lines[at].words.len() as f32 / per_line).ceil() * size::QUOTE_LINE + 40.0,
    };
    measured_list::show(ui, &mut state.heights, &rows, |ui, at| one(ui, &lines[at], actions));
}

/// A passage that leads to its place in the text.
fn one(ui: &mut Ui, line: &PassageLine, actions: &mut Vec<TheoryAction>) -> f32 {
    let top = ui.max_rect().top();
    let parts = [&line.place, &line.attributes, &line.code, &line.coder];
    let place: Vec<&str> = parts.iter().filter(|part| !part.is_empty()).map(|part| part.as_ref()).collect();
    if pieces::leading_line(ui, &line.words, &place.join(" · ")).clicked() {
        let (interview, coding) = (line.interview, line.coding);
        actions.push(TheoryAction::GoTo { interview, coding, range: line.start..line.end });
    }
    ui.min_rect().bottom() - top
}

fn dialogs(ui: &Ui, page: &Page<'_>, state: &mut QueriesState, actions: &mut Vec<TheoryAction>) {
    let Some(mut dialog) = state.dialog.take() else { return };
    let (words, lang) = (page.words, page.words.lang);
    match &mut dialog {
        Dialog::Save(name) => match pieces::ask_name(ui, i18n::query_save(lang), name, words) {
            None => state.dialog = Some(dialog),
            Some(named) => {
                if let Some(name) = named {
                    let AskedView { ask, filters, saved } = page.view.asked.clone();
                    let known = saved.and_then(|id| page.view.saved.iter().find(|one| one.id == id));
                    // Under the name that it has, it is changed; under another, it is a new one.
                    let query = known.filter(|one| *one.name == *name).map(|one| one.id);
                    let command = TheoryCommand::SaveQuery { query, name, ask, filters };
                    actions.push(TheoryAction::Run(command.into()));
                }
            }
        },
        Dialog::Code { without, choosing } => {
            let title = form::code_title(*without, words);
            let asked = Asked { title, hint: i18n::relation_other_hint(lang), create: None };
            let there = if *without { &page.view.without } else { &page.view.named };
            let choices: Vec<Choice> = page
                .codes
                .rows
                .iter()
                .filter(|row| !there.iter().any(|(id, _)| *id == row.id))
                .map(|row| Choice { id: row.id, name: row.label.to_string(), aside: row.path.to_string() })
                .collect();
            let without = *without;
            match choosing.show(ui, &asked, &choices, words) {
                Chosen::Open => state.dialog = Some(dialog),
                Chosen::One(code) => actions.push(page.change(|asked| add(&mut asked.ask, without, code))),
                Chosen::Left | Chosen::New(_) => {}
            }
        }
    }
}

fn add(ask: &mut Ask, without: bool, code: RecordId) {
    match ask {
        Ask::Passages { none, .. } if without => none.push(code),
        Ask::Passages { all: codes, .. } | Ask::Cooccurrence { codes, .. } | Ask::Matrix { codes, .. } => {
            codes.push(code);
        }
    }
}

fn label(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    ui.add_space(space::SMALL);
    ui.label(RichText::new(unbroken(text)).font(fonts::medium(size::SMALL)).color(theme.mute));
}
