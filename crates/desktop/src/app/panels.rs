//! The panels of an open study, wired to it: what they give back goes to the desk.

use super::Remembered;
use super::backups;
use super::menu::{self, Menu, MenuAction};
use super::sheets::Sheet;
use super::work::{Aside, Work};
use crate::codes_panel::{CodesAction, CodesPanelState};
use crate::commands::UiCommand;
use crate::fonts;
use crate::interviews_panel::{self, InterviewsAction, InterviewsPanelState};
use crate::keymap::Keymap;
use crate::passages_panel::{self, PassagesAction, PassagesPanelState};
use crate::picker::{self, Asked, PickerAction, PickerState};
use crate::rail::{self, RailAction};
use crate::status_bar::{self, StatusAction};
use crate::theme::{Theme, size, space};
use crate::top_bar::{self, TopBarAction};
use crate::transcript::TranscriptAction;
use crate::{Words, codes_panel, empty, transcript};
use egui::{CentralPanel, Frame, Panel, Rect, RichText, Ui};
use i18n::Lang;
use model::RecordId;
use model::value::Inclusion;
use std::ops::Range;
use workbench::command::theory::{TheoryCommand, Under};
use workbench::command::{CodeChoice, Command, NewCode};
use workbench::desk::Request;
use workbench::views::Step;

/// What the panels remember between frames.
#[derive(Default)]
pub(super) struct Panels {
    pub(super) interviews: InterviewsPanelState,
    pub(super) codes: CodesPanelState,
    pub(super) codebook: crate::codebook::CodebookState,
    pub(super) study: crate::study::StudyState,
    pub(super) rounds: crate::rounds::RoundsState,
    pub(super) saturation: crate::saturation::SaturationState,
    pub(super) review: crate::review::ReviewState,
    /// What is to be written of saturation once its file is chosen.
    pub(super) writes: Option<super::evidence::Writes>,
    pub(super) theory: crate::theory::TheoryState,
    pub(super) memos: crate::memos::MemosState,
    passages: PassagesPanelState,
    picker: Option<OpenPicker>,
    menu: Option<Menu>,
    /// A passage to bring to the eye once its interview is shown.
    pub(super) go_to: Option<(RecordId, Range<usize>, Option<RecordId>)>,
    focus_text: bool,
    /// The text had the keyboard when it was last drawn.
    pub(super) text_has_keyboard: bool,
    /// Which panel got the keyboard last: list, text, code tree.
    panel: usize,
    /// The next panel is to get the keyboard.
    pub(super) wants_next_panel: bool,
    /// The panel with the keyboard was asked for: it is shown, however little room there is.
    came_by_key: bool,
}

struct OpenPicker {
    range: Range<usize>,
    at: Option<Rect>,
    state: PickerState,
    /// The coding that gets another code; `None` for a new coding.
    recodes: Option<RecordId>,
}

impl Panels {
    pub fn open_picker(&mut self, range: Range<usize>, at: Option<Rect>, typed: String) {
        self.picker = Some(OpenPicker { range, at, state: PickerState::new(typed), recodes: None });
    }

    /// The picker for another code of a coding, beside its words.
    pub fn open_recoding(&mut self, coding: RecordId, at: Option<Rect>) {
        let state = PickerState::for_recoding();
        self.picker = Some(OpenPicker { range: 0..0, at, state, recodes: Some(coding) });
    }

    /// List, text, code tree, and again from the list: the next of them gets the keyboard.
    fn next_panel(&mut self, only_text_and_codes: bool) {
        let now = if self.text_has_keyboard { 1 } else { self.panel };
        self.panel = (now + 1) % 3;
        if only_text_and_codes && self.panel == 0 {
            self.panel = 1;
        }
        self.came_by_key = true;
        match self.panel {
            0 => self.interviews.request_focus(),
            1 => self.focus_text = true,
            _ => self.codes.request_focus(),
        }
    }

    /// The text gets the keyboard in the next frame.
    pub fn give_text_the_keyboard(&mut self) {
        self.focus_text = true;
    }
}

/// Draws the whole study and sends what was asked; commands chosen in bars go back to the application.
pub(super) fn show(work: &mut Work, ui: &mut Ui, lang: Lang, remembered: &mut Remembered) -> Vec<UiCommand> {
    let words = Words { lang, method: work.screen.method };
    let mut commands = Vec::new();
    if std::mem::take(&mut work.panels.wants_next_panel) {
        work.panels.next_panel(work.reading_mode);
    }
    let theme = Theme::of(ui);
    let bar = Frame::new().fill(theme.panel);
    Panel::top("top-bar")
        .exact_size(44.0)
        .frame(bar)
        .show(ui, |ui| top(work, ui, words, &remembered.keymap, &mut commands));
    Panel::bottom("status-bar")
        .exact_size(26.0)
        .frame(bar)
        .show(ui, |ui| status(work, ui, words, &mut commands));
    if !work.reading_mode {
        let open = rail_is_open(ui, remembered);
        let width = if open { rail::WIDTH } else { rail::FOLDED_WIDTH };
        Panel::left("rail").exact_size(width).resizable(false).frame(bar).show(ui, |ui| {
            rail_of_steps(work, ui, words, open, remembered);
        });
    }
    match work.showing.step.unwrap_or(Step::Interviews) {
        Step::Interviews => interviews(work, ui, words),
        Step::Codes => super::pages::codebook(work, ui, words),
        Step::Study => super::pages::study(work, ui, words),
        Step::Search => super::searching::step(work, ui, words),
        Step::DoubleCoding => super::double_coding::step(work, ui, words),
        Step::Saturation => super::evidence::step(work, ui, words),
        Step::Review => super::reviewing::step(work, ui, words, &remembered.recents),
        Step::Categories => super::theorising::step(work, ui, words),
        Step::Memos => super::memo_pages::step(work, ui, words),
        Step::Writing => super::writing::step(work, ui, words),
    }
    overlays(work, ui, words);
    commands
}

fn top(work: &mut Work, ui: &mut Ui, words: Words, keymap: &Keymap, commands: &mut Vec<UiCommand>) {
    let mut chosen = Vec::new();
    let status = &work.screen.status;
    let actions = top_bar::show(ui, &work.screen.top, words, |ui| {
        menu::commands(ui, words, keymap, status, &mut chosen);
    });
    commands.append(&mut chosen);
    for action in actions {
        match action {
            TopBarAction::OpenPalette => commands.push(UiCommand::Palette),
            TopBarAction::OpenMember => {
                let corner = ui.max_rect().right_bottom() - egui::vec2(270.0, 0.0);
                work.panels.menu = Some(Menu::members(corner));
            }
        }
    }
}

fn status(work: &mut Work, ui: &mut Ui, words: Words, commands: &mut Vec<UiCommand>) {
    let mut view = work.screen.status.clone();
    let percent = (ui.ctx().zoom_factor() * 100.0).round();
    view.zoom_percent = if percent > 0.0 { percent as u16 } else { 100 };
    for action in status_bar::show(ui, &view, words) {
        commands.push(match action {
            StatusAction::Undo => UiCommand::Undo,
            StatusAction::ChooseLanguage => UiCommand::SwitchLanguage,
            StatusAction::ResetZoom => UiCommand::ZoomReset,
        });
    }
}

/// Narrower than this, the rail leaves its words to the text.
const RAIL_FROM: f32 = 1400.0;
/// The tree of codes, until somebody makes it wider or narrower.
const CODES_WIDTH: f32 = 290.0;

fn rail_is_open(ui: &Ui, remembered: &Remembered) -> bool {
    remembered.rail_open.unwrap_or(ui.ctx().content_rect().width() >= RAIL_FROM)
}

fn rail_of_steps(work: &mut Work, ui: &mut Ui, words: Words, open: bool, remembered: &mut Remembered) {
    let step = work.showing.step.unwrap_or(Step::Interviews);
    for action in rail::show(ui, &work.screen.rail, step, !open, words) {
        match action {
            // Pressed where one is already, it brings the list where there is room for one panel only.
            RailAction::Go(step) if work.showing.step == Some(step) && step == Step::Interviews => {
                work.panels.panel = 0;
                work.panels.came_by_key = true;
            }
            RailAction::Go(step) => work.show_step(step),
            RailAction::ToggleFolded => remembered.rail_open = Some(!open),
            RailAction::OpenGuide => work.aside = Some(Aside::Guide),
            RailAction::OpenJournal => work.aside = Some(Aside::Journal),
        }
    }
}

fn interviews(work: &mut Work, ui: &mut Ui, words: Words) {
    let theme = Theme::of(ui);
    let side = Frame::new().fill(theme.ground);
    let shown = beside_text(work, ui.available_width());
    if shown.list {
        Panel::left("interviews")
            .default_size(interviews_panel::WIDTH)
            .size_range(150.0..=340.0)
            .frame(side)
            .show(ui, |ui| {
                interview_list(work, ui, words);
            });
    }
    if shown.codes {
        // Asked for by key where there is no room for it, it takes the least.
        let fits = ui.available_width() >= transcript::LEAST_WIDTH + CODES_WIDTH;
        let panel = match fits {
            true => Panel::right("codes").default_size(CODES_WIDTH).size_range(200.0..=480.0),
            false => Panel::right("codes-narrow").exact_size(200.0),
        };
        panel.frame(side).show(ui, |ui| {
            let half = (ui.available_height() * 0.42).round();
            // Without a chosen code there is one sentence to read: the tree gets the room.
            let lower = match work.screen.passages {
                Some(_) => {
                    Panel::bottom("passages").resizable(true).default_size(half).size_range(120.0..=700.0)
                }
                None => Panel::bottom("no-passages").resizable(false).exact_size(64.0),
            };
            lower.frame(side).show(ui, |ui| {
                ui.set_min_height(ui.available_height());
                passages(work, ui, words);
            });
            CentralPanel::no_frame().show(ui, |ui| codes(work, ui, words));
        });
    }
    CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| text(work, ui, words));
}

/// Which panels stand beside the text.
struct Beside {
    list: bool,
    codes: bool,
}

/// Where there is no room for all, the text keeps its measure: the panel with the keyboard stands beside it, else
/// the codes where they fit.
fn beside_text(work: &Work, room: f32) -> Beside {
    let least = transcript::LEAST_WIDTH;
    let (list, codes) = (interviews_panel::WIDTH, CODES_WIDTH);
    match () {
        () if work.reading_mode => Beside { list: false, codes: false },
        () if room >= least + list + codes => Beside { list: true, codes: true },
        () if work.panels.panel == 0 && work.panels.came_by_key => Beside { list: true, codes: false },
        () => Beside {
            list: false,
            codes: room >= least + codes || work.panels.panel == 2 && work.panels.came_by_key,
        },
    }
}

fn interview_list(work: &mut Work, ui: &mut Ui, words: Words) {
    let view = work.screen.interviews.clone();
    for action in
        interviews_panel::show(ui, &view, work.showing.interview, &mut work.panels.interviews, words)
    {
        match action {
            InterviewsAction::Open(interview) => {
                work.show_interview(interview);
                // Where it took the codes' place, it has done its work.
                work.panels.came_by_key = false;
            }
            InterviewsAction::Import => work.wants_import = true,
            InterviewsAction::OpenContextMenu { interview, at } => {
                work.panels.menu = Some(Menu::interview(at, interview));
            }
        }
    }
}

fn codes(work: &mut Work, ui: &mut Ui, words: Words) {
    let view = work.screen.codes.clone();
    work.panels.codes.chosen = work.showing.code;
    let actions = codes_panel::show(ui, &view, &mut work.panels.codes, words);
    for action in actions {
        code_action(work, action);
    }
}

pub(super) fn code_action(work: &mut Work, action: CodesAction) {
    match action {
        CodesAction::Chosen(code) => work.show_code(Some(code)),
        CodesAction::Taken(code) => {
            if let Some(range) = work.transcript.selected() {
                work.apply(range, CodeChoice::Existing(code));
            }
        }
        CodesAction::Renamed { code, name } => work.run(Command::RenameCode { code, name }),
        CodesAction::PassageDropped { code, passage }
            if Some(passage.interview) == work.showing.interview =>
        {
            work.apply(passage.range, CodeChoice::Existing(code));
        }
        CodesAction::PassageDropped { .. } => {}
        CodesAction::Moved { codes, under } => work.run(moved_under(codes, under)),
        CodesAction::Placed { code, under, before } => {
            work.run(Command::MoveCode { code, parent: under, before });
        }
        CodesAction::NewWanted { under } => work.new_code = Some((under, String::new())),
        CodesAction::OpenContextMenu { code, at } => work.panels.menu = Some(Menu::code(at, code)),
    }
}

/// Codes moved together are one operation, undone in one step.
fn moved_under(codes: Vec<RecordId>, under: Option<RecordId>) -> Command {
    match codes[..] {
        [code] => Command::MoveCode { code, parent: under, before: None },
        _ => {
            let under = under.map_or(Under::Top, Under::Code);
            Command::Theory(Box::new(TheoryCommand::GroupCodes { codes, under }))
        }
    }
}

fn passages(work: &mut Work, ui: &mut Ui, words: Words) {
    let view = work.screen.passages.clone();
    for action in passages_panel::show(ui, view.as_deref(), &mut work.panels.passages, words) {
        let PassagesAction::GoTo { interview, coding, range } = action;
        work.go_to_passage(interview, coding, range);
    }
}

impl Work {
    /// Shows a passage in its interview.
    pub(super) fn go_to_passage(&mut self, interview: RecordId, coding: RecordId, range: Range<usize>) {
        self.panels.go_to = Some((interview, range, Some(coding)));
        self.show_step(Step::Interviews);
        self.show_interview(interview);
    }
}

fn text(work: &mut Work, ui: &mut Ui, words: Words) {
    let Some(view) = work.screen.transcript.clone() else {
        let none = work.screen.interviews.rows.is_empty();
        let lang = words.lang;
        if !none {
            empty::show(ui, i18n::interviews_select(lang), "");
        } else if invite(
            ui,
            i18n::interviews_empty(lang),
            i18n::interviews_empty_purpose(lang),
            i18n::interviews_import(lang),
        ) {
            work.wants_import = true;
        }
        return;
    };
    let here =
        |(interview, ..): &mut (RecordId, Range<usize>, Option<RecordId>)| *interview == view.interview;
    if let Some((_, range, coding)) = work.panels.go_to.take_if(here) {
        work.transcript.scroll_to(range);
        if coding.is_some() {
            work.transcript.set_coding(coding);
        }
    }
    if std::mem::take(&mut work.panels.focus_text) {
        work.transcript.request_focus();
    }
    super::searching::in_text(work, ui, words.lang);
    super::view_options::reminder(work, ui, words);
    super::to_place::show(work, ui, words);
    let floats = work.panels.menu.is_some()
        || work.panels.picker.is_some()
        || work.sheet_open.is_some()
        || work.editor.is_some();
    work.transcript.hush(floats);
    let output = transcript::show(ui, &view, &mut work.transcript, words.lang);
    super::view_options::show(work, ui, output.beside_title, words);
    work.panels.text_has_keyboard = output.response.has_focus();
    let by_hand = ui.input(|input| input.pointer.any_released());
    for action in output.actions {
        text_action(work, action, by_hand);
    }
}

/// What an empty page is for, in its middle, and the next thing to do; true when that was pressed.
fn invite(ui: &mut Ui, sentence: &str, advice: &str, action: &str) -> bool {
    let theme = Theme::of(ui);
    let room = ui.available_height();
    ui.vertical_centered(|ui| {
        ui.add_space((room * 0.3).max(space::PAGE));
        ui.label(RichText::new(sentence).font(fonts::semibold(size::HEADING)).color(theme.ink));
        ui.set_max_width(460.0);
        ui.label(RichText::new(advice).font(fonts::regular(size::BODY)).color(theme.mute));
        ui.add_space(space::EDGE);
        ui.add(crate::row::primary(action, theme).min_size(egui::vec2(220.0, 34.0))).clicked()
    })
    .inner
}

fn text_action(work: &mut Work, action: TranscriptAction, by_hand: bool) {
    match action {
        TranscriptAction::SelectionChanged(Some(range)) if work.open_coding && by_hand => {
            work.panels.open_picker(range, None, String::new());
        }
        TranscriptAction::SelectionChanged(_) => {}
        TranscriptAction::PickerRequested { range, at, typed } => {
            work.panels.open_picker(range, Some(at), typed);
        }
        TranscriptAction::DigitPressed { digit, range } => {
            let favourite = work.screen.codes.rows.iter().find(|row| row.favourite == Some(digit));
            if let Some(code) = favourite.map(|row| row.id) {
                work.apply(range, CodeChoice::Existing(code));
            }
        }
        TranscriptAction::CodingClicked(coding) => {
            work.transcript.set_coding(Some(coding));
            if let Some(code) = work.code_of(coding) {
                work.show_code(Some(code));
                work.panels.codes.choose(code);
            }
        }
        TranscriptAction::DeleteRequested(coding) => work.run(Command::RemoveCoding { coding }),
        TranscriptAction::EdgesMoved { coding, range } => {
            work.move_edges(coding, &range);
        }
        TranscriptAction::CodeDropped { code, range } => work.apply(range, CodeChoice::Existing(code)),
        TranscriptAction::OpenContextMenu { at, range, codings, .. } => {
            work.panels.menu = Some(Menu::text(at, range, codings));
        }
    }
}

fn overlays(work: &mut Work, ui: &Ui, words: Words) {
    show_picker(work, ui, words);
    if let Some(sheet) = &mut work.sheet
        && let Some(decision) = sheet.show(ui, words.lang, words.method())
    {
        work.decide(decision);
    }
    if let Some(open) = work.panels.menu.take() {
        let about = menu::Known { screen: &work.screen, showing: &work.showing, last: work.last_code };
        let of_text = open.is_of_text();
        let (open, action) = menu::show(ui, open, about, words);
        work.panels.focus_text |= of_text && open.is_none();
        work.panels.menu = open;
        if let Some(action) = action {
            menu_action(work, ui, action);
        }
    }
    super::asides::show(work, ui, words);
    super::sheets::show(work, ui, words);
    super::correction::show(work, ui, words);
    show_backups(work, ui, words);
    super::searching::sheet(work, ui, words);
}

fn show_picker(work: &mut Work, ui: &Ui, words: Words) {
    let Some(mut open) = work.panels.picker.take() else { return };
    let room = ui.ctx().content_rect();
    let at = open
        .at
        .or(work.transcript.selection_rect())
        .unwrap_or(Rect::from_center_size(room.center(), egui::Vec2::ZERO));
    let view = work.screen.codes.clone();
    let under = work.category().map(|row| row.label.clone());
    let asked = Asked { words, layer: work.layer, under: under.as_deref() };
    let answer = picker::show(ui, &view, &mut open.state, at, room, asked);
    let choice = match answer {
        None => {
            work.panels.picker = Some(open);
            return;
        }
        Some(PickerAction::ApplyAndStay(code)) => {
            let label = view.rows.iter().find(|row| row.id == code).map(|row| row.label.to_string());
            open.state.go_on(&label.unwrap_or_default());
            work.apply(open.range.clone(), CodeChoice::Existing(code));
            work.panels.picker = Some(open);
            return;
        }
        Some(PickerAction::Close) => None,
        Some(PickerAction::Apply(code)) => Some(CodeChoice::Existing(code)),
        Some(PickerAction::CreateAndApply(name)) => Some(work.new_code(&name, false)),
    };
    work.panels.focus_text = true;
    match (choice, open.recodes) {
        (Some(CodeChoice::Existing(code)), Some(coding)) => work.run(Command::Recode { coding, code }),
        (Some(choice), None) => work.apply(open.range, choice),
        _ => {}
    }
}

fn menu_action(work: &mut Work, ui: &Ui, action: MenuAction) {
    match action {
        MenuAction::Code { range } => work.panels.open_picker(range, None, String::new()),
        MenuAction::InVivo { range } => work.code_in_vivo(range),
        MenuAction::Remove(coding) => work.run(Command::RemoveCoding { coding }),
        MenuAction::Recode(coding) => work.recode(coding),
        MenuAction::Comment(coding) => work.comment(coding),
        MenuAction::DecideLater(coding) => work.decide_later(coding),
        MenuAction::Against { coding, category } => super::theorising::mark_against(work, coding, category),
        MenuAction::Join(coding) => {
            let others = work.overlaps(coding);
            work.run(Command::JoinCodings { coding, others });
        }
        MenuAction::Again { range, code } => work.apply(range, CodeChoice::Existing(code)),
        MenuAction::CorrectTurn => {
            work.correct_turn();
        }
        MenuAction::MaskName => work.mask_name(),
        MenuAction::Similar { passage, range } => work.look_for_similar(passage, range),
        MenuAction::Copy(text) => ui.ctx().copy_text(text),
        MenuAction::Memo { target, about } => {
            work.sheet_open = Some(Sheet::Memo { target, about, title: String::new(), text: String::new() });
        }
        MenuAction::Favourite(code, digit) => work.set_favourite(code, digit),
        MenuAction::Rename(interview) => {
            let row = work.screen.interviews.rows.iter().find(|row| row.id == interview);
            let text = row.map(|row| row.label.to_string()).unwrap_or_default();
            work.sheet_open = Some(Sheet::Rename { interview, text });
        }
        MenuAction::Exclude(interview) => {
            work.sheet_open = Some(Sheet::Exclude { interview, reason: String::new() });
        }
        MenuAction::Include(interview) => work.set_status(interview, Inclusion::Included, String::new()),
        MenuAction::ShowCode(code) => work.show_code(Some(code)),
        MenuAction::RenameCode(code) => {
            let row = work.screen.codes.rows.iter().find(|row| row.id == code);
            if let Some(name) = row.map(|row| row.label.to_string()) {
                work.panels.codes.rename(code, &name);
            }
        }
        MenuAction::NewBelow(code) => work.new_code = Some((Some(code), String::new())),
        MenuAction::DeleteCode(code) => super::pages::ask_removal(work, code),
        MenuAction::Colour(code, hue) => work.run(Command::ColourCode { code, hue }),
        MenuAction::CorrectTurns(interview) => work.correct_turns(interview),
        MenuAction::Finish(interview) => work.finish(interview),
        MenuAction::Read(interview) => {
            work.note_reading(interview);
        }
        MenuAction::ActAs(member) => work.act_as(member),
        MenuAction::Discuss(record) => work.discuss(record),
    }
}

fn show_backups(work: &mut Work, ui: &Ui, words: Words) {
    let Some(mut backups) = work.backups.take() else { return };
    match backups.show(ui, words) {
        None => work.backups = Some(backups),
        Some(backups::Asked::Close) => {}
        Some(backups::Asked::Now) => {
            work.send(Request::Backup);
            work.show_backups();
        }
        Some(backups::Asked::Look(id)) => {
            work.send(Request::LookAtBackup(id));
            work.backups = Some(backups);
        }
        // The sheet goes: where the copy is to stand is asked next.
        Some(backups::Asked::Restore(id)) => work.restores = Some(id),
    }
}

/// A new code of that name, for the sheet that asks for one.
pub(super) fn create(work: &mut Work, parent: Option<RecordId>, name: &str) {
    let new = NewCode { name: name.to_owned(), parent, ..NewCode::default() };
    work.run(Command::CreateCode(new));
}
