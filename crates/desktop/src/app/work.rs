//! An open study: what is shown, what is chosen, and what goes to the desk.

use super::Remembered;
use super::import_sheet::{Decision, ImportSheet};
use super::notices::Notices;
use crate::commands::UiCommand;
use crate::files::Asking;
use crate::transcript::TranscriptState;
use i18n::Lang;
use model::RecordId;
use model::value::Layer;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use workbench::command::{CodeChoice, Command, NewCode};
use workbench::desk::{Desk, Event, Progress, Request};
use workbench::import::ImportChoices;
use workbench::screen::{Screen, Showing};
use workbench::views::Step;

/// What is read beside the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aside {
    /// The interview guide.
    Guide,
    /// The journal of operations.
    Journal,
}

/// An open study.
pub(super) struct Work {
    desk: Desk,
    path: PathBuf,
    pub(super) screen: Arc<Screen>,
    pub(super) showing: Showing,
    pub(super) transcript: TranscriptState,
    pub(super) sheet: Option<ImportSheet>,
    pub(super) progress: Option<Progress>,
    pub(super) typed_path: Option<(Asking, String)>,
    pub(super) reading_mode: bool,
    /// A new code is being named, below the given one.
    pub(super) new_code: Option<(Option<RecordId>, String)>,
    pub(super) aside: Option<Aside>,
    /// Files to take in were asked for.
    pub(super) wants_import: bool,
    last_code: Option<RecordId>,
    imported: usize,
    waiting: usize,
    pub(super) panels: super::panels::Panels,
}

impl Work {
    pub fn new(desk: Desk, path: PathBuf) -> Work {
        Work {
            desk,
            path,
            screen: Arc::default(),
            showing: Showing { step: Some(Step::Interviews), ..Showing::default() },
            transcript: TranscriptState::default(),
            sheet: None,
            progress: None,
            typed_path: None,
            reading_mode: false,
            new_code: None,
            aside: None,
            wants_import: false,
            last_code: None,
            imported: 0,
            waiting: 0,
            panels: super::panels::Panels::default(),
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn poll(&self) -> Vec<Event> {
        self.desk.poll()
    }

    pub fn method(&self) -> &'static str {
        self.screen.method.as_str()
    }

    /// The window's title: the study's, then the program's.
    pub fn title(&self, lang: Lang) -> String {
        match self.screen.top.study.as_str() {
            "" => i18n::app_name(lang).to_owned(),
            study => i18n::window_title(lang, study),
        }
    }

    /// The name of whoever works here.
    pub fn member_name(&self) -> Option<String> {
        self.screen.top.member.as_ref().map(|member| member.name.to_string())
    }

    pub fn is_busy(&self) -> bool {
        self.screen.generation == 0 || self.progress.is_some() || self.waiting > 0
    }

    pub fn speak(&self, lang: Lang) {
        self.desk.send(Request::Speak(lang));
    }

    pub fn receive_screen(&mut self, screen: Arc<Screen>) {
        self.waiting = self.waiting.saturating_sub(1);
        if self.screen.generation == 0 {
            self.progress = None;
        }
        self.screen = screen;
        let known = |id: &RecordId| self.screen.interviews.rows.iter().any(|row| row.id == *id);
        if !self.showing.interview.as_ref().is_some_and(known)
            && let Some(first) = self.screen.interviews.rows.first().map(|row| row.id)
        {
            self.show_interview(first);
        }
    }

    pub fn receive(&mut self, event: Event, lang: Lang, notices: &mut Notices) {
        match event {
            Event::Progress(progress) => self.progress = Some(progress),
            Event::Idle => {
                self.progress = None;
                if self.imported > 0 {
                    let imported = i64::try_from(self.imported).unwrap_or(i64::MAX);
                    notices.tell(i18n::notice_imported(lang, imported));
                    self.imported = 0;
                }
            }
            Event::Done(outcome) => self.follow(&outcome),
            Event::Previews(previews, refused) => {
                let sheet = ImportSheet::new(previews, refused);
                if sheet.refusals_only() {
                    sheet.refusals().for_each(|sentence| notices.refuse(sentence));
                } else {
                    self.sheet = Some(sheet);
                }
            }
            Event::Screen(_) | Event::Refused(_) | Event::NotOpened(_) | Event::Written(_) => {}
        }
    }

    fn follow(&mut self, outcome: &workbench::Outcome) {
        use model::op::OpKind;
        match &outcome.op.kind {
            OpKind::ImportInterview { .. } => self.imported += 1,
            OpKind::ApplyCode { code, .. } | OpKind::ApplyNewCode { code, .. } => {
                self.last_code = Some(*code);
            }
            _ => {}
        }
    }

    fn ask(&mut self, request: Request) {
        self.waiting += 1;
        self.desk.send(request);
    }

    pub fn run(&mut self, command: Command) {
        self.desk.send(Request::Run(command));
    }

    fn show_what_is_chosen(&mut self) {
        self.ask(Request::Show(self.showing.clone()));
    }

    pub fn show_interview(&mut self, interview: RecordId) {
        if self.showing.interview != Some(interview) {
            self.showing.interview = Some(interview);
            self.show_what_is_chosen();
        }
    }

    pub fn show_code(&mut self, code: Option<RecordId>) {
        if self.showing.code != code {
            self.showing.code = code;
            self.show_what_is_chosen();
        }
    }

    pub fn show_step(&mut self, step: Step) {
        if self.showing.step != Some(step) {
            self.showing.step = Some(step);
            self.show_what_is_chosen();
        }
    }

    pub fn show_journal(&mut self, journal: bool) {
        if self.showing.journal != journal {
            self.showing.journal = journal;
            self.show_what_is_chosen();
        }
    }

    pub fn act_as(&mut self, member: RecordId) {
        self.ask(Request::ActAs(member));
    }

    pub fn read_files(&mut self, paths: Vec<PathBuf>) {
        self.desk.send(Request::ReadFiles(paths, ImportChoices::default()));
    }

    pub fn save_copy(&mut self, path: PathBuf) {
        self.desk.send(Request::SaveCopy(path));
    }

    pub fn ask_path(&mut self, asking: Asking) {
        self.typed_path.get_or_insert((asking, String::new()));
    }

    pub fn decide(&mut self, decision: Decision) {
        self.sheet = None;
        if let Decision::Import(requests) = decision {
            self.desk.send(Request::Import(requests));
        }
    }

    pub fn cancel(&self) {
        self.desk.send(Request::Cancel);
    }

    /// Codes a passage of the open interview.
    pub fn apply(&mut self, range: Range<usize>, code: CodeChoice) {
        let Some(interview) = self.showing.interview else { return };
        let scalar = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let layer = self.showing.layer.unwrap_or(Layer::Experiential);
        let (start, end) = (scalar(range.start), scalar(range.end));
        self.run(Command::ApplyCode { interview, start, end, code, layer });
    }

    /// A new code of that name, below the code that is chosen where there is one.
    pub fn new_code(&self, name: &str, in_vivo: bool) -> CodeChoice {
        let category =
            self.showing.code.and_then(|code| self.screen.codes.rows.iter().find(|row| row.id == code));
        let parent = category.filter(|row| row.depth == 0 && !in_vivo).map(|row| row.id);
        let layer = self.showing.layer.unwrap_or(Layer::Experiential);
        CodeChoice::New(NewCode { name: name.to_owned(), parent, layer, in_vivo, ..NewCode::default() })
    }

    pub fn carry_out(&mut self, command: UiCommand, lang: Lang, notices: &mut Notices) {
        match command {
            UiCommand::Undo => self.run(Command::Undo),
            UiCommand::Redo => self.run(Command::Redo),
            UiCommand::ReadingMode => self.reading_mode = !self.reading_mode,
            UiCommand::FinishCoding => {
                if let Some(interview) = self.showing.interview {
                    self.finish(interview);
                }
            }
            UiCommand::NoteReading => {
                if let Some(interview) = self.showing.interview {
                    self.run(Command::NoteReading { interview, minutes: None });
                }
            }
            UiCommand::ApplyCode | UiCommand::InVivo | UiCommand::LastCode => {
                let Some(range) = self.transcript.selected() else {
                    notices.tell(i18n::notice_select_words(lang));
                    return;
                };
                self.code_selection(command, range);
            }
            _ => {}
        }
    }

    fn code_selection(&mut self, command: UiCommand, range: Range<usize>) {
        match command {
            UiCommand::InVivo => self.code_in_vivo(range),
            UiCommand::LastCode => {
                if let Some(code) = self.last_code {
                    self.apply(range, CodeChoice::Existing(code));
                }
            }
            _ => {
                let at = self.transcript.selection_rect();
                self.panels.open_picker(range, at, String::new());
            }
        }
    }

    /// Codes words by themselves; a code of that name that is there already is used again.
    pub fn code_in_vivo(&mut self, range: Range<usize>) {
        let Some(name) = self.words(&range) else { return };
        let known = self.screen.codes.rows.iter().find(|row| row.label.to_lowercase() == name.to_lowercase());
        let code = match known {
            Some(row) => CodeChoice::Existing(row.id),
            None => self.new_code(&name, true),
        };
        self.apply(range, code);
    }

    /// The code of a coding of the open interview.
    pub fn code_of(&self, coding: RecordId) -> Option<RecordId> {
        let view = self.screen.transcript.as_ref()?;
        view.codings.iter().find(|view| view.id == coding).map(|view| view.code)
    }

    fn words(&self, range: &Range<usize>) -> Option<String> {
        let view = self.screen.transcript.as_ref()?;
        let words: String = view.text.chars().skip(range.start).take(range.len()).collect();
        (!words.trim().is_empty()).then(|| words.trim().replace('\n', " "))
    }

    /// Says that one's coding of an interview is finished, or reopens it.
    pub fn finish(&mut self, interview: RecordId) {
        let row = self.screen.interviews.rows.iter().find(|row| row.id == interview);
        let finished = row.is_some_and(|row| row.state == workbench::views::InterviewState::Finished);
        self.run(Command::FinishCoding { interview, finished: !finished });
    }

    /// Draws the study; gives back the commands that were chosen in its bars and menus.
    pub fn show(
        &mut self,
        ui: &mut egui::Ui,
        lang: Lang,
        remembered: &mut Remembered,
        _notices: &mut Notices,
    ) -> Vec<UiCommand> {
        let mut commands = super::panels::show(self, ui, lang, remembered);
        if std::mem::take(&mut self.wants_import) {
            commands.push(UiCommand::ImportInterviews);
        }
        commands
    }
}
