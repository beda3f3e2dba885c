//! An open study: what is shown, what is chosen, and what goes to the desk.

use super::Remembered;
use super::backups::Backups;
use super::correction::{Masking, TurnEditor};
use super::import_sheet::{Answer, ImportSheet};
use super::notices::Notices;
use super::place::StudyPlace;
use super::sheets::Sheet;
use crate::commands::UiCommand;
use crate::search::{CodingSheet, FindBar, SearchPage};
use crate::transcript::TranscriptState;
use i18n::Lang;
use model::RecordId;
use model::value::{Inclusion, Layer};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use workbench::command::Command;
use workbench::desk::{Desk, Event, Progress, Request};
use workbench::import::ImportChoices;
use workbench::screen::TheoryShowing;
use workbench::screen::{Screen, Showing};
use workbench::views::Step;
use workbench::views::theory::TheoryPage;

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
    pub(super) desk: Desk,
    /// Everything that was asked is answered.
    answered: bool,
    path: PathBuf,
    pub(super) screen: Arc<Screen>,
    pub(super) showing: Showing,
    pub(super) transcript: TranscriptState,
    pub(super) sheet: Option<ImportSheet>,
    pub(super) progress: Option<Progress>,
    /// The sheet of backups.
    pub(super) backups: Option<Backups>,
    /// The backup that is to be restored, until it is known where to.
    pub(super) restores: Option<String>,
    pub(super) reading_mode: bool,
    /// A new code is being named, below the given one.
    pub(super) new_code: Option<(Option<RecordId>, String)>,
    pub(super) aside: Option<Aside>,
    /// How high the rows of the journal are.
    pub(super) journal_heights: crate::measured_list::RowHeights,
    /// Files to take in were asked for.
    pub(super) wants_import: bool,
    /// Another file was asked for.
    pub(super) wants_file: Option<crate::files::Asking>,
    /// Another study is to be opened.
    pub(super) wants_study: Option<PathBuf>,
    /// What is to be written once its file is chosen.
    pub(super) delivery: Option<crate::codebook::Delivery>,
    /// What is to be drawn once its file is chosen.
    pub(super) figure: Option<workbench::figures::Figure>,
    /// A turn that is being corrected.
    pub(super) editor: Option<TurnEditor>,
    /// A name that is being masked.
    pub(super) masking: Option<Masking>,
    /// Interviews whose unmasked text is to be forgotten, once that is confirmed.
    pub(super) forgets: Option<Vec<RecordId>>,
    /// Texts that may still quote what was forgotten.
    pub(super) quotes: Option<Vec<String>>,
    /// A sheet to fill in.
    pub(super) sheet_open: Option<Sheet>,
    /// The layer that one codes in.
    pub(super) layer: Layer,
    /// Only that layer is shown.
    pub(super) layers_apart: bool,
    /// The warning about a synchronised folder was given.
    pub(super) warned: bool,
    /// Turns are numbered.
    pub(super) turn_numbers: bool,
    /// A text is to be read twice before it is coded.
    pub(super) asks_readings: bool,
    /// The picker comes after each selection.
    pub(super) open_coding: bool,
    /// The interviews in which a name was masked last.
    pub(super) masked: Vec<RecordId>,
    pub(super) last_code: Option<RecordId>,
    /// The next coding that is made waits for a decision.
    pub(super) marks_later: bool,
    /// The coding that was just made, until the screen shows it.
    pub(super) just_coded: Option<RecordId>,
    /// Where one was in the interviews.
    tops: HashMap<RecordId, usize>,
    /// The sheet that was confirmed, until what it asked for is done.
    pub(super) put_aside: Option<ImportSheet>,
    pub(super) panels: super::panels::Panels,
    /// The search step.
    pub(super) search: SearchPage,
    /// Looking for words in the open text.
    pub(super) find: FindBar,
    /// Everything found is about to be coded.
    pub(super) coding_found: Option<CodingSheet>,
}

impl Work {
    pub fn new(desk: Desk, path: PathBuf) -> Work {
        Work {
            desk,
            answered: true,
            path,
            screen: Arc::default(),
            showing: Showing { step: Some(Step::Interviews), ..Showing::default() },
            transcript: TranscriptState::default(),
            sheet: None,
            progress: None,
            backups: None,
            restores: None,
            reading_mode: false,
            new_code: None,
            aside: None,
            journal_heights: crate::measured_list::RowHeights::default(),
            wants_import: false,
            wants_file: None,
            wants_study: None,
            delivery: None,
            figure: None,
            editor: None,
            masking: None,
            forgets: None,
            quotes: None,
            masked: Vec::new(),
            sheet_open: None,
            layer: Layer::default(),
            layers_apart: false,
            warned: false,
            turn_numbers: false,
            asks_readings: true,
            open_coding: false,
            last_code: None,
            marks_later: false,
            just_coded: None,
            tops: HashMap::new(),
            put_aside: None,
            panels: super::panels::Panels::default(),
            search: SearchPage::default(),
            find: FindBar::default(),
            coding_found: None,
        }
    }

    /// Takes up the place where one was when the study was open last.
    pub fn take_up(&mut self, place: &StudyPlace) {
        self.showing.favourites.clone_from(&place.favourites);
        self.showing.interview = place.interview;
        self.showing.code = place.code;
        self.layer = if place.thematic { Layer::Thematic } else { Layer::Experiential };
        self.layers_apart = place.layers_apart;
        self.showing.layer = place.layers_apart.then_some(self.layer);
        self.showing.coding_layer = self.layer;
        self.warned = place.warned;
        self.turn_numbers = place.turn_numbers;
        self.asks_readings = place.asks_readings;
        self.panels.interviews.order = place.order;
        self.search.saved.clone_from(&place.searches);
        self.transcript.show_turn_numbers(place.turn_numbers);
        self.transcript.resume(place.top);
    }

    /// Where one is now.
    pub fn place(&self) -> StudyPlace {
        StudyPlace {
            favourites: self.showing.favourites.clone(),
            interview: self.showing.interview,
            code: self.showing.code,
            thematic: self.layer == Layer::Thematic,
            layers_apart: self.layers_apart,
            warned: self.warned,
            turn_numbers: self.turn_numbers,
            asks_readings: self.asks_readings,
            order: self.panels.interviews.order,
            searches: self.search.saved.clone(),
            top: self.transcript.top_offset(),
        }
    }

    /// True while the text has the keyboard.
    pub fn text_has_keyboard(&self) -> bool {
        // Where the text is not drawn, it has nothing: what it had when it was is of another step.
        self.panels.text_has_keyboard && self.showing.step == Some(Step::Interviews)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn poll(&mut self) -> Vec<Event> {
        // Asked before: whatever is said to be done by now is among what comes.
        self.answered = !self.desk.is_working();
        self.desk.poll()
    }

    /// True where everything that was asked before this frame is answered, and what came of it is shown.
    pub(super) fn is_answered(&self) -> bool {
        self.answered
    }

    /// The next event of a study that is being left; `None` where none comes in time.
    pub(super) fn wait(&self, patience: std::time::Duration) -> Option<Event> {
        self.desk.wait(patience)
    }

    /// True when the study's thread has ended by a fault of its own.
    pub fn is_gone(&self) -> bool {
        self.desk.is_gone()
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

    /// True while it is to be said who works here: until then nothing is done.
    pub fn asks_who_works(&self) -> bool {
        self.screen.generation > 0 && self.screen.me.is_none() && !self.screen.members.is_empty()
    }

    pub fn is_busy(&self) -> bool {
        self.screen.generation == 0
            || self.progress.is_some()
            || self.desk.is_working()
            || self.showing.step == Some(Step::Search) && self.search.waits()
            || self.panels.rounds.waits()
            || self.showing.step == Some(Step::Saturation) && self.panels.saturation.waits()
            || self.showing.step == Some(Step::Review) && self.panels.review.waits()
    }

    pub fn speak(&self, lang: Lang) {
        self.desk.send(Request::Speak(lang));
    }

    /// Asks for something; whatever wants all that was written gets it.
    pub fn send(&mut self, request: Request) {
        if super::unsent::wants_everything(&request) {
            self.send_unsent();
        }
        self.desk.send(request);
    }

    pub fn run(&mut self, command: Command) {
        self.send(Request::Run(command));
    }

    pub(super) fn show_what_is_chosen(&mut self) {
        self.send(Request::Show(Box::new(self.showing.clone())));
    }

    pub fn show_interview(&mut self, interview: RecordId) {
        if self.showing.interview != Some(interview) {
            if let Some(left) = self.showing.interview {
                self.tops.insert(left, self.transcript.top_offset());
            }
            self.transcript.resume(self.tops.get(&interview).copied().unwrap_or_default());
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
            self.send_unsent();
            self.showing.step = Some(step);
            if step == Step::Search {
                self.search.begin();
            }
            self.show_what_is_chosen();
        }
    }

    /// Reads so many operations of the journal; none where it is closed.
    pub fn show_journal(&mut self, operations: usize) {
        if self.showing.journal != operations {
            self.showing.journal = operations;
            self.show_what_is_chosen();
        }
    }

    pub fn act_as(&mut self, member: RecordId) {
        self.hand_over();
        self.send(Request::ActAs(member));
    }

    pub fn read_files(&mut self, paths: Vec<PathBuf>) {
        self.send(Request::ReadFiles(paths, ImportChoices::default()));
    }

    pub fn save_copy(&mut self, path: PathBuf) {
        self.send(Request::SaveCopy(path));
    }

    /// The sheet of backups.
    pub fn show_backups(&mut self) {
        self.backups = Some(Backups::default());
        self.send(Request::ListBackups);
    }

    /// Restores the backup that was chosen into a new file.
    pub fn restore(&mut self, to: PathBuf) {
        if let Some(id) = self.restores.take() {
            self.send(Request::Restore { id, to });
        }
    }

    /// Does what was asked for on the import sheet. A sheet is kept until that is done.
    pub fn decide(&mut self, answer: Answer) {
        let request = match answer {
            Answer::Cancel => {
                self.sheet = None;
                return;
            }
            Answer::ReadAgain(place, file, choices) => {
                self.send(Request::ReadAgain(place, file, choices));
                return;
            }
            Answer::Import(requests, intake) => Request::Import(requests, intake),
            Answer::Correct(asked) => Request::Run(Command::CorrectTurns(asked)),
        };
        self.put_aside = self.sheet.take();
        self.send(request);
    }

    /// A correction of turns was refused: what was decided is there again.
    pub fn bring_back(&mut self) {
        self.panels.memos.refused();
        if self.put_aside.as_ref().is_some_and(ImportSheet::corrects) {
            self.sheet = self.put_aside.take();
        }
    }

    /// Opens the speakers and turns of an interview to be corrected.
    pub fn correct_turns(&mut self, interview: RecordId) {
        self.send(Request::OpenTurns(interview));
    }

    pub fn cancel(&self) {
        self.desk.send(Request::Cancel);
    }

    /// The interview after the open one, or before it; where a step has tabs, the tab.
    pub(super) fn show_neighbour(&mut self, by: isize) {
        if self.showing.step == Some(Step::Categories) {
            let (all, page) = (TheoryPage::ALL, self.showing.theory.page);
            let at = all.iter().position(|one| *one == page).and_then(|at| at.checked_add_signed(by));
            if let Some(page) = at.and_then(|at| all.get(at)).copied() {
                self.show_theory(TheoryShowing { page, ..self.showing.theory.clone() });
            }
            return;
        }
        let rows = &self.screen.interviews.rows;
        let at = rows.iter().position(|row| Some(row.id) == self.showing.interview);
        let next = at.and_then(|at| at.checked_add_signed(by)).and_then(|at| rows.get(at));
        if let Some(next) = next.map(|row| row.id) {
            self.show_interview(next);
        }
    }

    /// The code of a coding of the open interview.
    pub fn code_of(&self, coding: RecordId) -> Option<RecordId> {
        let view = self.screen.transcript.as_ref()?;
        view.codings.iter().find(|view| view.id == coding).map(|view| view.code)
    }

    /// The sheet to note a reading.
    pub fn note_reading(&mut self, interview: RecordId) {
        self.sheet_open = Some(Sheet::Reading { interview, minutes: String::new() });
    }

    /// Leaves an interview out of the analysis, or takes it in again.
    pub fn set_status(&mut self, interview: RecordId, status: Inclusion, reason: String) {
        self.run(Command::SetStatus { interview, status, reason, confirming: false });
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
