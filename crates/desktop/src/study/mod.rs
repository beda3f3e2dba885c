//! The study's own page: what it asks and how, who works on it, whom it is about, how far it has come.
//!
//! On the left what is said of the study, on the right the participants' table, edited like a sheet.
//! A field is sent when it is left; nothing asks to be saved.

mod column;
mod facts;
mod field;
mod table;
mod team;

use crate::theme::{Theme, space};
use crate::words::Words;
use column::ColumnForm;
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};
use field::Writing;
use model::RecordId;
use table::TableState;
use team::NewMember;
use workbench::command::Command;
use workbench::views::StudyView;

/// What the user asks for.
#[derive(Debug, Clone)]
pub enum StudyAction {
    /// A change of the study.
    Run(Command),
    /// Somebody else acts from now on.
    ActAs(RecordId),
    /// An interview is to be opened.
    Open(RecordId),
    /// A table of participants is to be taken in from a file.
    ImportParticipants,
    /// A table of participants was pasted, head row included.
    Paste(String),
}

/// What the page remembers.
#[derive(Debug, Default)]
pub struct StudyState {
    writing: Writing,
    table: TableState,
    member: Option<NewMember>,
    column: Option<ColumnForm>,
}

impl StudyState {
    /// What was written and not sent because the page was left with its field: nothing typed is lost.
    pub fn unsent(&mut self, view: &StudyView) -> Vec<Command> {
        let mut commands = facts::unsent(view, &mut self.writing);
        commands.extend(self.table.unsent(view));
        commands
    }
}

/// Draws the page.
pub fn show(ui: &mut Ui, view: &StudyView, state: &mut StudyState, words: Words) -> Vec<StudyAction> {
    let mut actions = Vec::new();
    let theme = Theme::of(ui);
    let width = (ui.available_width() * 0.38).clamp(300.0, 480.0);
    // However wide it was made on a larger screen, the table keeps its half.
    let most = (ui.available_width() * 0.45).clamp(280.0, 640.0);
    let page = Frame::new().fill(theme.paper).inner_margin(Margin::symmetric(space::PAGE as i8, 0));
    Panel::left("study-facts").default_size(width).size_range(280.0..=most).frame(page).show(ui, |ui| {
        crate::theme::clear_of_bar(ui);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.add_space(space::PAGE);
            facts::show(ui, view, &mut state.writing, words, &mut actions);
            facts::progress(ui, view, words);
            team::show(ui, view, &mut state.member, words, &mut actions);
            facts::guide(ui, view, &mut state.writing, words, &mut actions);
            ui.add_space(space::PAGE);
        });
    });
    CentralPanel::default().frame(Frame::new().fill(theme.ground)).show(ui, |ui| {
        if let Some(form) = table::show(ui, view, &mut state.table, words, &mut actions) {
            state.column = Some(form);
        }
    });
    if let Some(mut form) = state.column.take()
        && !form.show(ui, words, &mut actions)
    {
        state.column = Some(form);
    }
    actions
}
