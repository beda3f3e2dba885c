//! The participants' table, edited like a sheet: cells with the keyboard, blocks pasted from a spreadsheet.

use super::StudyAction;
use super::column::ColumnForm;
use crate::drafts::Drafts;
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::words::{Words, number};
use egui::{
    Frame, Id, InputState, Key, Margin, Modifiers, Response, RichText, ScrollArea, TextEdit, Ui, WidgetInfo,
    vec2,
};
use model::RecordId;
use model::value::{AttributeKind, Inclusion};
use workbench::command::{Command, ParticipantRow as Filled};
use workbench::tables;
use workbench::views::{ColumnView, ParticipantRow, StudyView};

const ROW: f32 = 32.0;
const NAME: f32 = 120.0;
const CELL: f32 = 124.0;
const INTERVIEWS: f32 = 180.0;

/// What the table remembers.
#[derive(Debug, Default)]
pub(super) struct TableState {
    /// What was written in cells and not sent yet, by participant and column; no column is the name.
    drafts: Drafts<(RecordId, Option<RecordId>)>,
    /// The cell with the keyboard: its row, and its column, 0 for the name.
    at: Option<(usize, usize)>,
    /// The cell that gets the keyboard once it is drawn.
    wanted: Option<(usize, usize)>,
    new: String,
}

impl TableState {
    /// What was written in cells that are still open.
    pub fn unsent(&mut self, view: &StudyView) -> Vec<Command> {
        let sent = |((person, column), text): ((RecordId, Option<RecordId>), String)| {
            let person = view.participants.iter().find(|row| row.id == person)?;
            let column = match column {
                Some(id) => Some(view.columns.iter().find(|column| column.id == id)?),
                None => None,
            };
            command(person, column, &text)
        };
        self.drafts.take().into_iter().filter_map(sent).collect()
    }
}

/// What sending a cell means; an empty name means nothing.
fn command(person: &ParticipantRow, column: Option<&ColumnView>, text: &str) -> Option<Command> {
    let participant = person.id;
    Some(match column {
        Some(column) => Command::SetAttribute {
            participant,
            attribute: column.id,
            value: tables::value(column.kind, text),
        },
        None if text.is_empty() => return None,
        None => {
            let (status, reason) = (person.status, String::new());
            Command::EditParticipant { participant, name: text.to_owned(), status, reason }
        }
    })
}

fn value_of(person: &ParticipantRow, column: usize) -> &str {
    person.values.get(column).map_or("", String::as_str)
}

/// Draws the table; a form where a column is to be described.
pub(super) fn show(
    ui: &mut Ui,
    view: &StudyView,
    state: &mut TableState,
    words: Words,
    actions: &mut Vec<StudyAction>,
) -> Option<ColumnForm> {
    let lang = words.lang;
    row::head(
        ui,
        i18n::column_participants(lang),
        &i18n::participant_count(lang, number(view.participants.len())),
    );
    state.wanted = state.wanted.filter(|(row, _)| *row < view.participants.len());
    paste(ui, view, state, actions);
    let mut form = None;
    Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 0)).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            if ui.button(i18n::study_add_column(lang)).clicked() {
                form = Some(ColumnForm::of(None));
            }
            if ui.button(i18n::study_import_participants(lang)).clicked() {
                actions.push(StudyAction::ImportParticipants);
            }
        });
        let theme = Theme::of(ui);
        let hint = RichText::new(i18n::study_paste_hint(lang)).font(fonts::regular(size::SMALL));
        ui.label(hint.color(theme.mute));
        ui.add_space(space::SMALL);
        add_one(ui, state, words, actions);
        ui.add_space(space::SMALL);
        ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| {
            if let Some(wanted) = head(ui, view, words) {
                form = Some(wanted);
            }
            ui.separator();
            let count = view.participants.len();
            ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW, count, |ui, shown| {
                for at in shown {
                    if let Some(person) = view.participants.get(at) {
                        line(ui, view, at, person, state, words, actions);
                    }
                }
            });
        });
    });
    // A cell that was scrolled out of sight is left too.
    if state.at.is_none() && !state.drafts.is_empty() {
        actions.extend(state.unsent(view).into_iter().map(StudyAction::Run));
        state.drafts = Drafts::default();
    }
    form
}

fn add_one(ui: &mut Ui, state: &mut TableState, words: Words, actions: &mut Vec<StudyAction>) {
    ui.horizontal_wrapped(|ui| {
        let name = i18n::study_new_participant(words.lang);
        let theme = Theme::of(ui);
        let edit = TextEdit::singleline(&mut state.new)
            .id_salt("new participant")
            .hint_text(RichText::new(name).color(theme.faint))
            .margin(Margin::symmetric(10, 6))
            .desired_width(200.0);
        let field = ui.add(edit).accessible_name(name);
        let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let pressed = ui.button(i18n::study_add_participant(words.lang)).clicked();
        if (enter || pressed) && !state.new.trim().is_empty() {
            let name = std::mem::take(&mut state.new).trim().to_owned();
            actions.push(StudyAction::Run(Command::AddParticipant { name }));
            field.request_focus();
        }
    });
}

fn head(ui: &mut Ui, view: &StudyView, words: Words) -> Option<ColumnForm> {
    let mut form = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let theme = Theme::of(ui);
        let label = |ui: &mut Ui, text: &str, width: f32, sense: egui::Sense| {
            let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), sense);
            let color = if response.hovered() || response.has_focus() { theme.ink } else { theme.mute };
            let said = row::one_line(ui.painter(), text, fonts::medium(size::SMALL), color, width - 12.0);
            let at = egui::pos2(rect.left() + 8.0, rect.center().y - said.size().y / 2.0);
            ui.painter().galley(at, said, color);
            response
        };
        label(ui, i18n::column_name(words.lang), NAME, egui::Sense::hover());
        for column in view.columns.iter() {
            let response = label(ui, &column.name, CELL, egui::Sense::click());
            let name = column.name.clone();
            response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, name.as_ref()));
            if response.on_hover_text(i18n::study_column(words.lang)).clicked() {
                form = Some(ColumnForm::of(Some(column)));
            }
        }
        label(ui, i18n::column_interviews(words.lang), INTERVIEWS, egui::Sense::hover());
    });
    form
}

fn line(
    ui: &mut Ui,
    view: &StudyView,
    at: usize,
    person: &ParticipantRow,
    state: &mut TableState,
    words: Words,
    actions: &mut Vec<StudyAction>,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let heading = i18n::column_name(words.lang);
        let place = Cell { at: (at, 0), person, column: None, known: &person.name, heading };
        let name = cell(ui, state, place, NAME);
        actions.extend(name.and_then(|name| command(person, None, &name)).map(StudyAction::Run));
        for (number, column) in view.columns.iter().enumerate() {
            let known = value_of(person, number);
            let set = if column.kind == AttributeKind::Choice && !column.choices.is_empty() {
                choice(ui, column, person, known)
            } else {
                let (at, heading) = ((at, number + 1), column.name.as_ref());
                cell(ui, state, Cell { at, person, column: Some(column.id), known, heading }, CELL)
            };
            let sent = set.and_then(|text| command(person, Some(column), &text));
            actions.extend(sent.map(StudyAction::Run));
        }
        interviews(ui, person, words, actions);
    });
}

/// A cell of the table: where it stands, what it is about, and what the study says there.
#[derive(Clone, Copy)]
struct Cell<'a> {
    at: (usize, usize),
    person: &'a ParticipantRow,
    column: Option<RecordId>,
    known: &'a str,
    heading: &'a str,
}

/// One cell; its new text once it is left and differs. Enter and the arrows go up and down the column.
fn cell(ui: &mut Ui, state: &mut TableState, place: Cell<'_>, width: f32) -> Option<String> {
    let key = (place.person.id, place.column);
    let (at, column) = place.at;
    let mut text = state.drafts.text(&key, place.known);
    let edit = TextEdit::singleline(&mut text)
        .id(cell_id(at, column))
        .margin(Margin::symmetric(8, 5))
        .desired_width(width - 16.0);
    let name = format!("{}, {}", place.heading, place.person.name);
    let response = ui.add_sized([width, ROW - 4.0], edit).accessible_name(name);
    if state.wanted == Some(place.at) {
        state.wanted = None;
        response.request_focus();
    }
    let had = state.drafts.holds(&key);
    if response.has_focus() || had {
        move_up_or_down(ui, state, place.at, &response);
    }
    if response.has_focus() {
        state.at = Some(place.at);
        state.drafts.keep(key, place.known, text);
        return None;
    }
    state.drafts.left(ui, &key)
}

/// Sends the keyboard to the cell above or below, and brings its row into sight.
fn move_up_or_down(ui: &Ui, state: &mut TableState, (at, column): (usize, usize), response: &Response) {
    let pressed = |input: &mut InputState, key| input.consume_key(Modifiers::NONE, key);
    // Taken out of the input: the cell that gets the keyboard would take the same press for its own.
    let (down, up) = ui.input_mut(|input| {
        let down = pressed(input, Key::Enter) | pressed(input, Key::ArrowDown);
        (down, pressed(input, Key::ArrowUp) || input.consume_key(Modifiers::SHIFT, Key::Enter))
    });
    let to = if down { Some(at + 1) } else { at.checked_sub(1).filter(|_| up) };
    if let Some(row) = to {
        let by = if row > at { ROW } else { -ROW };
        ui.scroll_to_rect(response.rect.translate(vec2(0.0, by)), None);
        state.wanted = Some((row, column));
    }
}

fn cell_id(at: usize, column: usize) -> Id {
    Id::unique(("participant cell", at, column))
}

fn choice(ui: &mut Ui, column: &ColumnView, person: &ParticipantRow, value: &str) -> Option<String> {
    let mut chosen = value.to_owned();
    let shown = row::combo((person.id, column.id)).selected_text(value).width(CELL - 8.0);
    let response = shown.show_ui(ui, |ui| {
        ui.selectable_value(&mut chosen, String::new(), "–");
        for one in column.choices.iter() {
            ui.selectable_value(&mut chosen, one.clone(), one);
        }
    });
    let name = format!("{}, {}", column.name, person.name);
    response.response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, &name));
    (chosen != value).then_some(chosen)
}

/// The interviews in which somebody speaks, each to be opened; who speaks in none can be taken away.
fn interviews(ui: &mut Ui, person: &ParticipantRow, words: Words, actions: &mut Vec<StudyAction>) {
    let lang = words.lang;
    ui.allocate_ui(vec2(INTERVIEWS, ROW), |ui| {
        ui.horizontal_centered(|ui| {
            ui.add_space(space::SMALL);
            for (interview, name) in person.interviews.iter() {
                if ui.link(name).clicked() {
                    actions.push(StudyAction::Open(*interview));
                }
            }
            let status = match person.status {
                Inclusion::Included => "",
                Inclusion::Excluded => i18n::status_excluded(lang),
                Inclusion::Withdrawn => i18n::cli_status_withdrawn(lang),
            };
            if !status.is_empty() {
                let theme = Theme::of(ui);
                ui.label(RichText::new(status).font(fonts::regular(size::SMALL)).color(theme.mute));
            }
            if person.interviews.is_empty() && person.status != Inclusion::Withdrawn {
                let button = ui.button(i18n::study_remove_participant(lang));
                let name = i18n::study_remove_participant_of(lang, &person.name);
                button.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
                if button.clicked() {
                    let command = Command::RemoveParticipant { participant: person.id };
                    actions.push(StudyAction::Run(command));
                }
            }
        });
    });
}

/// Takes a block that was copied from a spreadsheet: with a head row it is a table of its own, without one
/// it fills cells from the one that is written.
fn paste(ui: &Ui, view: &StudyView, state: &mut TableState, actions: &mut Vec<StudyAction>) {
    // Lines that are pasted into a field of the page beside the table are that field's.
    let cell =
        state.at.take().filter(|(row, column)| ui.memory(|memory| memory.has_focus(cell_id(*row, *column))));
    if cell.is_none() && ui.ctx().text_edit_focused() {
        return;
    }
    let mut block = None;
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            egui::Event::Paste(text) if text.trim_end().contains(['\t', '\n']) => {
                block = Some(text.clone());
                false
            }
            _ => true,
        });
    });
    let Some(block) = block else { return };
    let known = view.columns.iter().map(|column| column.name.to_lowercase()).collect::<Vec<_>>();
    let first = block.lines().next().unwrap_or_default();
    let is_heading = |cell: &str| {
        let cell = cell.trim().to_lowercase();
        known.contains(&cell) || tables::is_name_heading(&cell)
    };
    match cell {
        Some((row, column)) if !first.split('\t').any(is_heading) => {
            let rows = filled(view, &block, row, column);
            if !rows.is_empty() {
                actions.push(StudyAction::Run(Command::ImportParticipants(rows)));
            }
        }
        _ => actions.push(StudyAction::Paste(block)),
    }
    // What the block says goes before what stood half written in the cell.
    state.drafts = Drafts::default();
    ui.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
}

/// The rows that a block fills, from a cell on; in the column of names it names them.
fn filled(view: &StudyView, block: &str, row: usize, column: usize) -> Vec<Filled> {
    let one = |(number, line): (usize, &str)| {
        let mut cells = line.split('\t').map(str::trim);
        let known = view.participants.get(row + number).map(|person| person.name.to_string());
        let name = if column == 0 {
            cells.next().map(str::to_owned).filter(|name| !name.is_empty())
        } else {
            known
        }?;
        let columns = view.columns.iter().skip(column.saturating_sub(1));
        let attributes = columns.zip(cells).map(|(column, cell)| (column.name.to_string(), cell.to_owned()));
        Some(Filled { name, attributes: attributes.collect() })
    };
    block.trim_end().lines().enumerate().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use uuid::Uuid;

    fn view() -> StudyView {
        let id = |n: u128| RecordId(Uuid::from_u128(n));
        let column = |n: u128, name: &str| ColumnView {
            id: id(n),
            name: name.into(),
            kind: AttributeKind::Text,
            choices: Arc::default(),
        };
        let person = |n: u128, name: &str| ParticipantRow {
            id: id(n),
            name: name.into(),
            status: Inclusion::Included,
            values: Arc::default(),
            interviews: Arc::default(),
        };
        StudyView {
            columns: [column(1, "Sexe"), column(2, "Âge")].into(),
            participants: [person(3, "EMG 1"), person(4, "EMG 2")].into(),
            ..StudyView::default()
        }
    }

    #[test]
    fn a_block_fills_cells_from_where_it_is_pasted() {
        let rows = filled(&view(), "femme\t28\nhomme\t31\nseul\t4\n", 0, 1);
        let pairs: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.attributes.len())).collect();
        assert_eq!(pairs, [("EMG 1", 2), ("EMG 2", 2)]);
        assert_eq!(rows[1].attributes[1], ("Âge".to_owned(), "31".to_owned()));
        let names = filled(&view(), "EMG 7\tfemme", 1, 0);
        assert_eq!(names[0].name, "EMG 7");
        assert_eq!(names[0].attributes, [("Sexe".to_owned(), "femme".to_owned())]);
        let last = filled(&view(), "x\ty", 0, 2);
        assert_eq!(last[0].attributes, [("Âge".to_owned(), "x".to_owned())]);
    }
}
