//! The application in its window: one study open at a time, panels that draw and send.
//!
//! Nothing here reads or writes a study: what is shown comes as a screen from the desk, what is asked
//! goes to it as a request.

mod asides;
mod backups;
mod carrying_out;
mod correction;
mod crash;
mod double_coding;
mod evidence;
mod file_dialog;
mod gestures;
mod going;
mod import_sheet;
mod journal;
mod keys;
mod memo_pages;
mod menu;
mod notices;
mod pages;
mod palette;
mod panels;
mod place;
mod receiving;
mod reviewing;
mod searching;
mod sheets;
mod theorising;
mod to_place;
mod unlocking;
mod unsent;
mod view_options;
mod welcome;
mod work;
mod writing;

use crate::commands::UiCommand;
use crate::files::{Answer, Asking, Question, typed, with_ending};
use crate::keymap::Keymap;
use crate::theme::{self, Looks};
use crash::Crash;
use egui::{Context, Ui};
use file_dialog::FileDialog;
use i18n::Lang;
use notices::Notices;
pub use place::StudyPlace;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use welcome::{Welcome, WelcomeAction};
use work::Work;
use workbench::desk::{Desk, Event, Source};
use workbench::{Env, wording};

/// What the window remembers from one day to the next. It belongs to the machine, not to a study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    /// `fr` or `en`.
    pub language: String,
    /// Light or dark; `None` follows the system.
    pub dark: Option<bool>,
    /// Size of everything, 1.0 for 100 %.
    pub zoom: f32,
    /// The studies that were open, the latest first.
    pub recents: Vec<PathBuf>,
    /// Stronger contrast.
    pub contrast: bool,
    /// Nothing moves by itself.
    pub still: bool,
    /// The name of whoever worked last.
    pub member: Option<String>,
    /// The rail shows words, or only signs; where nobody chose, the width of the window decides.
    pub rail_open: Option<bool>,
    /// Where one was in the studies opened here, by their files.
    pub studies: BTreeMap<PathBuf, StudyPlace>,
    /// Keys that were changed.
    pub keymap: Keymap,
}

impl Default for Remembered {
    fn default() -> Remembered {
        Remembered {
            language: "fr".to_owned(),
            dark: None,
            zoom: 1.0,
            recents: Vec::new(),
            contrast: false,
            still: false,
            member: None,
            rail_open: None,
            studies: BTreeMap::new(),
            keymap: Keymap::default(),
        }
    }
}

/// How the application starts.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// A study to open at once.
    pub project: Option<PathBuf>,
    /// Where the example study is made.
    pub example: PathBuf,
    /// A language that goes before the remembered one.
    pub language: Option<Lang>,
    /// Files are asked for in the window itself, never by the system's dialog.
    pub own_dialogs: bool,
}

/// The application.
pub struct App {
    remembered: Remembered,
    lang: Lang,
    example: PathBuf,
    stage: Stage,
    notices: Notices,
    question: Option<Question>,
    own_dialogs: bool,
    /// A locked file that is to be opened.
    unlocking: Option<unlocking::Unlocking>,
    dialog: Option<FileDialog>,
    crash: Option<Crash>,
    looks: Looks,
    palette: Option<palette::Palette>,
    keys: Option<keys::KeysSheet>,
    shows_past_notices: bool,
    applied_theme: Option<Option<bool>>,
    /// The next frame fails: only tests ask for that.
    fails: bool,
}

enum Stage {
    Welcome(Welcome),
    Work(Box<Work>),
}

impl App {
    /// The application on a fresh window. The window's fonts and themes are set.
    #[must_use]
    pub fn new(ctx: &Context, options: Options, remembered: Remembered) -> App {
        theme::install(ctx);
        // Where the system names no theme, paper is white.
        ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
        let lang = options.language.or_else(|| remembered.language.parse().ok()).unwrap_or_default();
        let welcome = Welcome::new(&remembered.recents);
        let mut app = App {
            remembered,
            lang,
            example: options.example,
            stage: Stage::Welcome(welcome),
            notices: Notices::default(),
            question: None,
            own_dialogs: options.own_dialogs,
            unlocking: None,
            dialog: None,
            crash: None,
            looks: Looks::default(),
            palette: None,
            keys: None,
            shows_past_notices: false,
            applied_theme: None,
            fails: false,
        };
        if let Some(project) = options.project {
            app.open(ctx, Source::Open(project));
        }
        app
    }

    /// What is to be remembered, the place in the open study included.
    pub fn remember(&mut self) -> &Remembered {
        self.keep_place();
        &self.remembered
    }

    fn keep_place(&mut self) {
        if let Stage::Work(work) = &self.stage
            && work.screen.generation > 0
        {
            self.remembered.studies.insert(work.path().to_owned(), work.place());
        }
    }

    /// Draws one frame and handles what happened since the last. A fault in it is told, with a way to go on.
    pub fn show(&mut self, ui: &mut Ui) {
        if let Some(crash) = self.crash.clone().filter(|crash| !crash.what.is_empty()) {
            match crash::show(ui, &crash, self.lang) {
                None => {}
                Some(crash::Asked::GoOn) => self.crash = Some(Crash { what: String::new(), ..crash }),
                Some(crash::Asked::Welcome) => {
                    self.crash = None;
                    self.stage = Stage::Welcome(Welcome::new(&self.remembered.recents));
                }
            }
            return;
        }
        let drawn = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.draw(ui)));
        if let Err(fault) = drawn {
            let times = self.crash.take().map_or(0, |crash| crash.times) + 1;
            let what = format!("{}: {}", env!("CARGO_PKG_VERSION"), crash::words_of(&*fault));
            self.crash = Some(Crash { what, times });
            ui.ctx().request_repaint();
        }
    }

    /// Lets the next frame fail as a fault of a panel would: for tests.
    pub fn fail_once(&mut self) {
        self.fails = true;
    }

    fn draw(&mut self, ui: &mut Ui) {
        assert!(!std::mem::take(&mut self.fails), "a fault that was asked for");
        self.apply_settings(ui.ctx());
        self.receive(ui.ctx());
        self.answer(ui.ctx());
        let in_text = matches!(&self.stage, Stage::Work(work) if work.text_has_keyboard());
        if !self.keys.as_ref().is_some_and(keys::KeysSheet::waits) {
            for command in self.remembered.keymap.pressed(ui.ctx(), in_text) {
                self.carry_out(ui.ctx(), command);
            }
        }
        match &mut self.stage {
            Stage::Welcome(welcome) => {
                if let Some(action) = welcome.show(ui, self.lang) {
                    self.welcome_action(ui.ctx(), action);
                }
            }
            Stage::Work(work) => {
                let had = work.restores.is_some();
                let asked = work.show(ui, self.lang, &mut self.remembered, &mut self.notices);
                let restores = !had && work.restores.is_some();
                let wanted = work.wants_file.take();
                let study = work.wants_study.take();
                for command in asked {
                    self.carry_out(ui.ctx(), command);
                }
                if let Some(asking) = wanted {
                    self.ask(ui.ctx(), asking);
                }
                if restores {
                    self.ask(ui.ctx(), Asking::Restored);
                }
                if let Some(study) = study {
                    self.open(ui.ctx(), Source::Open(study));
                }
            }
        }
        self.overlays(ui);
        self.take_dropped_files(ui.ctx());
    }

    fn overlays(&mut self, ui: &Ui) {
        let method = self.method();
        if let Some(palette) = &mut self.palette {
            let open = matches!(self.stage, Stage::Work(_));
            match palette.show(ui, self.lang, method, &self.remembered.keymap, open) {
                palette::Outcome::Open => {}
                palette::Outcome::Closed => self.palette = None,
                palette::Outcome::Chosen(command) => {
                    self.palette = None;
                    self.carry_out(ui.ctx(), command);
                }
            }
        }
        self.show_unlocking(ui);
        if let Some(sheet) = &mut self.keys
            && sheet.show(ui, self.lang, method, &mut self.remembered.keymap)
        {
            self.keys = None;
        }
        if let Some(dialog) = &mut self.dialog {
            let asking = dialog.asking();
            match dialog.show(ui, self.lang) {
                file_dialog::Outcome::Open => {}
                file_dialog::Outcome::Left => self.dialog = None,
                file_dialog::Outcome::Chosen(paths) => {
                    self.dialog = None;
                    self.chosen(ui.ctx(), asking, paths);
                }
            }
        }
        if self.shows_past_notices && notices::show_past(ui, &self.notices, self.lang) {
            self.shows_past_notices = false;
        }
        if let Some(command) = self.notices.show(ui, self.lang) {
            self.carry_out(ui.ctx(), command);
        }
    }

    fn method(&self) -> &'static str {
        match &self.stage {
            Stage::Work(work) => work.method(),
            Stage::Welcome(_) => "grounded",
        }
    }

    fn apply_settings(&mut self, ctx: &Context) {
        let looks = Looks { contrast: self.remembered.contrast, still: self.remembered.still };
        if self.looks != looks {
            self.looks = looks;
            theme::dress(ctx, looks);
        }
        if self.applied_theme != Some(self.remembered.dark) {
            self.applied_theme = Some(self.remembered.dark);
            ctx.set_theme(match self.remembered.dark {
                None => egui::ThemePreference::System,
                Some(true) => egui::ThemePreference::Dark,
                Some(false) => egui::ThemePreference::Light,
            });
        }
        if (ctx.zoom_factor() - self.remembered.zoom).abs() > 0.001 {
            ctx.set_zoom_factor(self.remembered.zoom);
        }
    }

    fn open(&mut self, ctx: &Context, source: Source) {
        let Some(source) = self.unlocked(source) else { return };
        self.keep_place();
        let path = match &source {
            Source::Locked(_, path, _)
            | Source::Open(path)
            | Source::Example(path)
            | Source::New { path, .. } => path.clone(),
        };
        let member = match &source {
            Source::New { member, .. } => Some(member.clone()),
            _ => self.remembered.member.clone(),
        };
        let waker = ctx.clone();
        let wake = move || waker.request_repaint();
        match Desk::start(source, Env::system(), self.lang, member, wake) {
            Ok(desk) => {
                let mut work = Work::new(desk, path);
                // The key of this desk lies beside the window's own memory, never in a study.
                work.send(workbench::desk::Request::SignWith(self.example.with_file_name("desk.key")));
                if let Some(place) = self.remembered.studies.get(work.path()) {
                    work.take_up(place);
                }
                self.stage = Stage::Work(Box::new(work));
            }
            Err(error) => self.notices.refuse(i18n::error_unexpected(self.lang, &error.to_string())),
        }
    }

    /// The example study: made once, then opened as any other.
    fn open_example(&mut self, ctx: &Context) {
        let path = self.example.clone();
        let source = if path.exists() { Source::Open(path) } else { Source::Example(path) };
        self.open(ctx, source);
    }

    fn receive(&mut self, ctx: &Context) {
        let Stage::Work(work) = &mut self.stage else { return };
        let (gone, events) = (work.is_gone(), work.poll());
        for event in events {
            match event {
                Event::NotOpened(failure) => {
                    let about = wording::About { file: Some(work.path()), engine: None };
                    self.notices.refuse(wording::failure_about(self.lang, about, &failure));
                    self.stage = Stage::Welcome(Welcome::new(&self.remembered.recents));
                    return;
                }
                Event::Screen(screen) => {
                    note_recent(&mut self.remembered.recents, work.path());
                    work.receive_screen(screen, self.lang, &mut self.notices);
                    if let Some(member) = work.member_name() {
                        self.remembered.member = Some(member);
                    }
                    ctx.send_viewport_cmd(egui::ViewportCommand::Title(work.title(self.lang)));
                }
                Event::Refused(sentence) => {
                    self.notices.refuse(sentence);
                    work.bring_back();
                }
                Event::Told(sentence) => self.notices.tell(sentence),
                Event::LockedAway { locked, ops } => return self.locked_away(&locked, ops),
                Event::Written(path) => {
                    self.notices.tell(i18n::notice_written(self.lang, &path.display().to_string()));
                }
                other => work.receive(other, self.lang, &mut self.notices),
            }
        }
        if gone {
            self.notices.refuse(i18n::crash_study(self.lang));
            self.keep_place();
            self.stage = Stage::Welcome(Welcome::new(&self.remembered.recents));
        }
    }

    fn ask(&mut self, ctx: &Context, asking: Asking) {
        if self.own_dialogs {
            let near = self.remembered.recents.first().map(PathBuf::as_path);
            self.dialog = Some(FileDialog::new(asking, near));
        } else if self.question.is_none() {
            let waker = ctx.clone();
            self.question = Some(Question::ask(asking, move || waker.request_repaint()));
        }
    }

    fn answer(&mut self, ctx: &Context) {
        let Some(question) = &self.question else { return };
        let asking = question.asking;
        match question.answer() {
            Answer::Waiting => {}
            Answer::Nothing => self.question = None,
            Answer::NoDialog => {
                self.question = None;
                let near = self.remembered.recents.first().map(PathBuf::as_path);
                self.dialog = Some(FileDialog::new(asking, near));
            }
            Answer::Chosen(paths) => {
                self.question = None;
                self.chosen(ctx, asking, paths);
            }
        }
    }

    fn chosen(&mut self, ctx: &Context, asking: Asking, paths: Vec<PathBuf>) {
        let first = paths.first().cloned();
        match (asking, first, &mut self.stage) {
            (Asking::Study, Some(path), _) => self.open(ctx, Source::Open(path)),
            (Asking::NewStudy, Some(path), Stage::Welcome(welcome)) => welcome.set_path(&with_ending(path)),
            (Asking::Copy, Some(path), Stage::Work(work)) => work.save_copy(with_ending(path)),
            (Asking::Restored, Some(path), Stage::Work(work)) => work.restore(with_ending(path)),
            (Asking::Transcripts, _, Stage::Work(work)) => work.read_files(paths),
            (asking, Some(path), Stage::Work(work)) => work.chosen_file(asking, path),
            _ => {}
        }
    }

    fn welcome_action(&mut self, ctx: &Context, action: WelcomeAction) {
        match action {
            WelcomeAction::Example => self.open_example(ctx),
            WelcomeAction::ChooseStudy => self.ask(ctx, Asking::Study),
            WelcomeAction::ChooseNew => self.ask(ctx, Asking::NewStudy),
            WelcomeAction::Open(path) => self.open(ctx, Source::Open(path)),
            WelcomeAction::Create { path, title, member } => {
                let path = with_ending(path);
                self.open(ctx, Source::New { path, title, member });
            }
        }
    }

    fn carry_out(&mut self, ctx: &Context, command: UiCommand) {
        // Nothing acts beneath the question who works: it would act in nobody's name, or in the wrong one's.
        if self.asks_who_works() && command.needs_study() && command != UiCommand::CloseStudy {
            return;
        }
        match command {
            UiCommand::NewStudy => {
                self.keep_place();
                let mut welcome = Welcome::new(&[]);
                welcome.start_new();
                self.stage = Stage::Welcome(welcome);
            }
            UiCommand::OpenStudy => self.ask(ctx, Asking::Study),
            UiCommand::OpenExample => self.open_example(ctx),
            UiCommand::CloseStudy => {
                self.keep_place();
                self.stage = Stage::Welcome(Welcome::new(&self.remembered.recents));
            }
            UiCommand::ImportInterviews => self.ask(ctx, Asking::Transcripts),
            UiCommand::SaveCopy => self.ask(ctx, Asking::Copy),
            UiCommand::Contrast => self.remembered.contrast = !self.remembered.contrast,
            UiCommand::Still => self.remembered.still = !self.remembered.still,
            UiCommand::SwitchTheme => {
                let dark = self.remembered.dark.unwrap_or(ctx.global_style().visuals.dark_mode);
                self.remembered.dark = Some(!dark);
            }
            UiCommand::SystemTheme => self.remembered.dark = None,
            UiCommand::SwitchLanguage => self.speak(if self.lang == Lang::Fr { Lang::En } else { Lang::Fr }),
            UiCommand::ZoomIn => self.zoom(self.remembered.zoom + 0.1),
            UiCommand::ZoomOut => self.zoom(self.remembered.zoom - 0.1),
            UiCommand::ZoomReset => self.zoom(1.0),
            UiCommand::Palette => self.palette = Some(palette::Palette::default()),
            UiCommand::PastNotices => self.shows_past_notices = true,
            UiCommand::Shortcuts => self.keys = Some(keys::KeysSheet::default()),
            other => {
                if let Stage::Work(work) = &mut self.stage {
                    work.carry_out(other, self.lang, &mut self.notices);
                }
            }
        }
    }

    fn asks_who_works(&self) -> bool {
        matches!(&self.stage, Stage::Work(work) if work.asks_who_works())
    }

    fn speak(&mut self, lang: Lang) {
        self.lang = lang;
        self.remembered.language = lang.code().to_owned();
        if let Stage::Work(work) = &self.stage {
            work.speak(lang);
        }
    }

    fn zoom(&mut self, zoom: f32) {
        self.remembered.zoom = ((zoom * 10.0).round() / 10.0).clamp(0.8, 2.5);
    }

    fn take_dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let paths: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_path_buf()).collect();
        self.drop_files(ctx, paths);
    }

    /// Takes files in that were dropped on the window: a study is opened, anything else is a transcript.
    pub fn drop_files(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        if self.asks_who_works() {
            return;
        }
        let is_study = |path: &Path| path.extension().is_some_and(|ending| ending == "ancrage");
        match (paths.iter().find(|path| is_study(path)), &mut self.stage) {
            // Where copies are brought together, a file is what came back.
            (Some(copy), Stage::Work(work)) if work.takes_copies() => {
                let copy = copy.clone();
                work.look_at_copy(copy);
            }
            (Some(study), _) => {
                let study = study.clone();
                self.open(ctx, Source::Open(study));
            }
            (None, Stage::Work(work)) if !paths.is_empty() => work.read_files(paths),
            _ => {}
        }
    }

    /// True while something is under way that the window waits for: for tests.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(&self.stage, Stage::Work(work) if work.is_busy())
    }
}

/// Puts a study first among those that were open; the oldest go.
fn note_recent(recents: &mut Vec<PathBuf>, path: &Path) {
    const KEPT: usize = 8;
    if recents.first().map(PathBuf::as_path) != Some(path) {
        recents.retain(|known| known != path);
        recents.insert(0, path.to_owned());
        recents.truncate(KEPT);
    }
}

/// What a sheet over the window stands in.
pub(crate) fn sheet(ui: &Ui) -> egui::Frame {
    let theme = theme::Theme::of(ui);
    let frame =
        egui::Frame::new().fill(theme.paper).stroke(theme.hairline()).corner_radius(theme::radius::CARD);
    frame.inner_margin(egui::Margin::same(18))
}

/// A path that was typed, if it is one.
fn path_of(text: &str) -> Option<PathBuf> {
    typed(text)
}
