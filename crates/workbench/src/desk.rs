//! The project behind a window: the engine on a thread of its own, long work on others.
//!
//! The window sends requests and receives events; it never waits. After each change it gets a new
//! [`Screen`], made here, so that drawing looks nothing up.
//!
//! Long because every request and every event of the window stands in one list, where one sees that each is answered.

mod double_coding;
mod evidence;
mod outbox;
mod tables;

pub use double_coding::{Compared, Kept, PacketWanted, Together};

use crate::answers::Looking;
use crate::answers::merge::MergeAnswer;
use crate::answers::search::{SearchAnswer, answer};
use crate::answers::terms::{TermsAnswer, frequent};
use crate::command::{Command, ImportRequest};
use crate::deliverables::{self, Deliverable, FileForm};
use crate::engine::{Engine, Outcome};
use crate::env::Env;
use crate::failure::Failure;
use crate::figures::Figure;
use crate::import::{self, Batch, Correction, ImportChoices, Known, Preview, ReadFile};
use crate::ops::masked_names::Variant;
use crate::screen::{Screen, Showing};
use crate::search::{Asked, FoundPassage, Unit};
use crate::views::BackupsView;
use crate::whole_file;
use crate::wording::{About, failure_about};
use i18n::Lang;
use model::value::{Language, Role};
use outbox::Outbox;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread::{self, JoinHandle};

/// So many words are listed.
const TERMS: usize = 200;

/// Where the project comes from.
#[derive(Debug, Clone)]
pub enum Source {
    /// A file that exists.
    Open(PathBuf),
    /// A locked file, with the file to work in and the passphrase.
    Locked(PathBuf, PathBuf, crate::double_coding::locked::Passphrase),
    /// A new study.
    New {
        /// The file to create.
        path: PathBuf,
        /// The study's title.
        title: String,
        /// Who creates it.
        member: String,
    },
    /// The example study, made in a new file.
    Example(PathBuf),
}

/// What the window asks.
#[derive(Debug, Clone)]
pub enum Request {
    /// A change of the study.
    Run(Command),
    /// Something else to show.
    Show(Box<Showing>),
    /// Another language.
    Speak(Lang),
    /// Says who acts.
    ActAs(model::RecordId),
    /// Reads files for a preview.
    ReadFiles(Vec<PathBuf>, ImportChoices),
    /// Reads a file again that is being previewed, by its place among the others: in another encoding.
    ReadAgain(usize, Box<ReadFile>, ImportChoices),
    /// Opens the speakers and turns of an interview to be corrected.
    OpenTurns(model::RecordId),
    /// Takes in what was previewed; what is known of its comments comes back with what came of it.
    Import(Vec<ImportRequest>, Intake),
    /// Looks for the ways in which names are written, in some interviews or in all.
    FindNames {
        /// The names.
        names: Vec<String>,
        /// In which interviews; in all where `None`.
        interviews: Option<Vec<model::RecordId>>,
    },
    /// Forgets what the texts of some interviews were before they were masked.
    ForgetUnmasked(Vec<model::RecordId>),
    /// Looks for something; the number comes back with the answer.
    Search(u64, Box<Asked>),
    /// Asks for the most frequent words of what a question covers; the number comes back with the answer.
    Terms(u64, Box<Asked>),
    /// Asks which passages would be coded, if everything that a search finds were.
    PassagesFound(Box<Asked>, Unit),
    /// Signs claims and visas with the key in this file from now on.
    SignWith(PathBuf),
    /// Tries other orders of the interviews; the number comes back with the answer.
    TryOrders(
        u64,
        Arc<measure::saturation::Incidence>,
        measure::saturation::Guest,
        Option<measure::saturation::Claim>,
    ),
    /// Looks for the first passage of a code in an interview.
    FirstPassage {
        /// The interview.
        interview: model::RecordId,
        /// The code, or one above it.
        code: model::RecordId,
    },
    /// Types a director's visa in that was given elsewhere, with the file that it is typed from.
    TypeVisa {
        /// The claim.
        claim: model::RecordId,
        /// Whose visa.
        director: model::RecordId,
        /// Agreed or refused.
        verdict: model::value::Countersign,
        /// Why.
        reason: String,
        /// The e-mail or signed page.
        proof: Option<PathBuf>,
    },
    /// Writes the review page for a director.
    WriteReview(model::RecordId, PathBuf),
    /// Makes a review copy for a director.
    CopyForReview(model::RecordId, PathBuf),
    /// Takes in the replies to a review page.
    TakeReplies(PathBuf),
    /// Reads several studies for the board.
    Board(Vec<PathBuf>),
    /// Writes the evidence sheet of a claim, with its figures and numbers beside it.
    WriteSheet {
        /// The claim.
        claim: model::RecordId,
        /// With the estimates.
        estimates: bool,
        /// The page's file.
        path: PathBuf,
    },
    /// Stops the long work that is under way; nothing of it stays.
    Cancel,
    /// Makes a backup now.
    Backup,
    /// Lists the backups.
    ListBackups,
    /// Lists the backups and reads what one of them holds.
    LookAtBackup(String),
    /// Restores a backup as a copy.
    Restore {
        /// Which one.
        id: String,
        /// Where to.
        to: PathBuf,
    },
    /// Saves a closed copy of the project.
    SaveCopy(PathBuf),
    /// Writes a figure.
    Draw(Box<Figure>, PathBuf),
    /// Writes a deliverable.
    Deliver(Box<Deliverable>, FileForm, PathBuf),
    /// Takes the participants' table of a file in.
    TakeParticipants(PathBuf),
    /// Takes a code book in.
    TakeCodes(PathBuf),
    /// Takes a reading grid in.
    TakeGrid(PathBuf),
    /// Takes the participants' table in that was copied from a spreadsheet.
    PasteParticipants(String),
    /// Something of double coding.
    DoubleCoding(Together),
}

/// What the window learns.
#[derive(Debug)]
pub enum Event {
    /// A new state to show.
    Screen(Arc<Screen>),
    /// The project could not be opened; the desk is closed.
    NotOpened(Failure),
    /// A command was carried out. Its operation comes without the changes.
    Done(Outcome),
    /// A request was refused or failed; nothing changed. The sentence is ready to be shown.
    Refused(String),
    /// Files were read: the previews, and the names of those that could not be, with the sentences.
    Previews(Batch, Vec<(String, String)>),
    /// A file that is being previewed was read again.
    ReadAgain(usize, Box<Preview>),
    /// The speakers and turns of an interview, to be corrected.
    Turns(Box<Correction>),
    /// Interviews were taken in: how many, and what became of comments.
    Imported(Intake),
    /// The backups.
    Backups(BackupsView),
    /// What a search found.
    Found(u64, Box<SearchAnswer>),
    /// A search gave no answer; the sentence says why.
    NotFound(u64, String),
    /// The most frequent words.
    Terms(u64, Box<TermsAnswer>),
    /// The passages that everything found would become.
    PassagesFound(Vec<FoundPassage>),
    /// What other orders of the interviews come to: how many reach Guest's rule, in how many the claim holds,
    /// of how many.
    Orders(u64, OrdersTold),
    /// A passage to show.
    Passage(FirstPassage),
    /// The board of several studies.
    Board(Vec<BoardRead>),
    /// The ways in which the names asked for are written.
    Names(Vec<Variant>),
    /// Unmasked texts are forgotten: what may still quote them, for somebody to look at.
    Forgotten(Vec<String>),
    /// A packet was written.
    PacketMade {
        /// The file.
        path: PathBuf,
        /// Its round.
        round: model::RecordId,
    },
    /// What merging a copy would bring.
    MergePlanned(PathBuf, Box<MergeAnswer>),
    /// What a merge brought.
    Merged(Box<MergeAnswer>),
    /// The last merge was taken back: so many operations left.
    MergeTakenBack(usize),
    /// What was chosen as another copy is a Word packet that came back.
    WordCameBack(PathBuf, Box<crate::double_coding::word_return::GivenWord>),
    /// What came of a Word file that came back.
    WordReceived(Box<crate::double_coding::word_packet::WordReceived>),
    /// What a comparison came to.
    Compared(u64, Compared),
    /// Long work goes on.
    Progress(Progress),
    /// Long work was stopped; nothing of it stays.
    Stopped,
    /// Long work ended or was stopped.
    Idle,
    /// A copy or backup was written.
    Written(PathBuf),
    /// Everything is in a locked file that was read back: the plain one can be closed and removed.
    LockedAway {
        /// The locked file.
        locked: PathBuf,
        /// How many operations it holds.
        ops: usize,
    },
    /// Something else to know, ready to be shown.
    Told(String),
}

/// What other orders of the interviews come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OrdersTold {
    /// How many were looked at.
    pub orders: u64,
    /// True where these are all there are.
    pub exhaustive: bool,
    /// In how many Guest's rule is reached.
    pub reached: u64,
    /// In how many the claim holds; `None` where none was asked about.
    pub holding: Option<u64>,
}

/// The first passage of a code in an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstPassage {
    /// The interview.
    pub interview: model::RecordId,
    /// The coding.
    pub coding: model::RecordId,
    /// First scalar and the one past the last, in the current text.
    pub range: (u32, u32),
}

/// A study of the board, read from its file.
#[derive(Debug, Clone)]
pub struct BoardRead {
    /// The file.
    pub path: PathBuf,
    /// How far the study is; a sentence where the file cannot be read.
    pub row: Result<crate::review::board::BoardRow, String>,
}

/// What came of files that were taken in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Intake {
    /// How many interviews.
    pub interviews: usize,
    /// How many comments were to become codings.
    pub comments: usize,
    /// How many codings they became.
    pub codings: usize,
    /// How many became nothing.
    pub left_out: usize,
}

/// How far some long work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// How much of it is done.
    pub done: usize,
    /// Of how much.
    pub total: usize,
}

/// A sort of long work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The project is being opened.
    Opening,
    /// Files are being read.
    Reading,
    /// Interviews are being taken in.
    Importing,
    /// A backup or copy is being written.
    Saving,
}

/// The window's end of an open project.
#[derive(Debug)]
pub struct Desk {
    requests: Option<Sender<Request>>,
    events: Receiver<Event>,
    cancel: Arc<AtomicBool>,
    /// How many requests were sent whose screen was not sent back yet.
    pending: Arc<AtomicUsize>,
    thread: Option<JoinHandle<()>>,
}

impl Desk {
    /// Opens a project on its own thread; `wake` is called after each event.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        source: Source,
        env: Env,
        lang: Lang,
        member: Option<String>,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> std::io::Result<Desk> {
        let (requests, inbox) = mpsc::channel();
        let (outbox, events) = mpsc::channel();
        let cancel = Arc::new(AtomicBool::new(false));
        let out = Outbox { sender: outbox, wake: Arc::new(wake) };
        let stop = Arc::clone(&cancel);
        let pending = Arc::new(AtomicUsize::new(0));
        let left = Arc::clone(&pending);
        let thread = thread::Builder::new().name("ancrage-store".to_owned()).spawn(move || {
            out.send(Event::Progress(Progress { stage: Stage::Opening, done: 0, total: 1 }));
            match open(source, env, member.as_deref()) {
                Ok(engine) => Worker::new(engine, lang, out, stop).work(&inbox, &left),
                Err(failure) => out.send(Event::NotOpened(failure)),
            }
        })?;
        Ok(Desk { requests: Some(requests), events, cancel, pending, thread: Some(thread) })
    }

    /// Asks for something. Requests are carried out in order.
    pub fn send(&self, request: Request) {
        if matches!(request, Request::ReadFiles(..) | Request::Import(..)) {
            // Here and not where it is carried out: whoever stops it right away means this one.
            self.cancel.store(false, Ordering::Relaxed);
        }
        match (&request, &self.requests) {
            (Request::Cancel, _) => self.cancel.store(true, Ordering::Relaxed),
            // The worker only ends when this end is dropped, or when opening failed, which it said.
            (_, Some(requests)) => {
                self.pending.fetch_add(1, Ordering::SeqCst);
                drop(requests.send(request));
            }
            _ => {}
        }
    }

    /// True while something that was asked is not done yet, or what it shows was not sent. Work on other threads
    /// (reading, searching) tells its own end.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.pending.load(Ordering::SeqCst) > 0
    }

    /// What happened since the last look; never waits.
    pub fn poll(&self) -> Vec<Event> {
        self.events.try_iter().collect()
    }

    /// True when the project's thread has ended by a fault of its own: nothing that is asked will be done.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.requests.is_some() && self.thread.as_ref().is_some_and(JoinHandle::is_finished)
    }

    /// Waits for the next event: for tests, never for a window.
    #[must_use]
    pub fn wait(&self, patience: std::time::Duration) -> Option<Event> {
        self.events.recv_timeout(patience).ok()
    }
}

impl Drop for Desk {
    /// Waits until what was asked is on disk.
    fn drop(&mut self) {
        self.cancel.store(true, Ordering::Relaxed);
        self.requests = None;
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn open(source: Source, env: Env, member: Option<&str>) -> Result<Engine, Failure> {
    let mut engine = match source {
        Source::Open(path) => Engine::open(&path, env)?,
        Source::Locked(path, to, passphrase) => {
            crate::double_coding::locked::unlock_file(&path, &to, &passphrase)?;
            Engine::open(&to, env)?
        }
        Source::New { path, title, member } => {
            Engine::create(&path, &title, &[(member, Role::Student)], Language::French, env)?
        }
        Source::Example(path) => crate::demo::create(&path, env)?.0,
    };
    // Whoever sits down at a computer that coders of a sealed round share is asked for: a remembered name would show
    // one of them what the other did, and sign for them. A packet is one coder's own.
    let shared = engine.packet()?.is_none() && !engine.seen().rounds_that_hide().is_empty();
    if let Some(member) = member.filter(|_| !shared) {
        // A name remembered by the window that is no longer in the team is simply asked for again.
        drop(engine.act_as(member));
    }
    Ok(engine)
}

struct Worker {
    engine: Engine,
    lang: Lang,
    out: Outbox,
    cancel: Arc<AtomicBool>,
    showing: Showing,
    generation: u64,
    /// A locked copy that came back, unlocked until it is merged.
    unlocked: Option<crate::double_coding::locked::Beside>,
}

impl Worker {
    fn new(engine: Engine, lang: Lang, out: Outbox, cancel: Arc<AtomicBool>) -> Worker {
        Worker { engine, lang, out, cancel, showing: Showing::default(), generation: 0, unlocked: None }
    }

    fn work(mut self, inbox: &Receiver<Request>, pending: &AtomicUsize) {
        if let Some(warning) = self.engine.take_warning() {
            self.refuse(&warning);
        }
        self.show();
        while let Some(first) = self.next(inbox) {
            let (mut changed, mut done) = (self.carry_out(first), 1);
            while let Ok(next) = inbox.try_recv() {
                changed |= self.carry_out(next);
                done += 1;
            }
            if changed {
                self.show();
            }
            pending.fetch_sub(done, Ordering::SeqCst);
        }
    }

    /// The next request; while none comes, words are counted, and shown once all are, and the index follows.
    fn next(&mut self, inbox: &Receiver<Request>) -> Option<Request> {
        let (mut counted, mut indexing) = (false, true);
        loop {
            match inbox.try_recv() {
                Ok(request) => return Some(request),
                Err(TryRecvError::Disconnected) => return None,
                Err(TryRecvError::Empty) if self.engine.count_words() => counted = true,
                // What cannot be read now is told when somebody searches.
                Err(TryRecvError::Empty) if indexing => {
                    indexing = matches!(self.engine.index_some(), Ok(false));
                }
                Err(TryRecvError::Empty) => break,
            }
        }
        if counted {
            self.show();
        }
        inbox.recv().ok()
    }

    fn show(&mut self) {
        self.generation += 1;
        match Screen::make(&mut self.engine, &self.showing, self.lang, self.generation) {
            Ok(screen) => self.out.send(Event::Screen(Arc::new(screen))),
            Err(failure) => self.refuse(&failure),
        }
    }

    fn refuse(&self, failure: &Failure) {
        let about = About { file: Some(self.engine.path()), engine: Some(&self.engine) };
        self.out.send(Event::Refused(failure_about(self.lang, about, failure)));
    }

    /// Carries a request out; true when there is something new to show.
    fn carry_out(&mut self, request: Request) -> bool {
        match request {
            Request::Run(command) => self.run(command),
            Request::Show(showing) => {
                let new = self.showing != *showing;
                self.showing = *showing;
                new
            }
            Request::Speak(lang) => {
                self.lang = lang;
                true
            }
            Request::ActAs(member) => match self.engine.act_as(&member.to_string()) {
                Ok(_) => true,
                Err(failure) => self.refused(&failure),
            },
            Request::ReadFiles(paths, choices) => self.read_files(paths, choices),
            Request::ReadAgain(place, file, choices) => self.read_again(place, *file, &choices),
            Request::OpenTurns(interview) => self.open_turns(interview),
            Request::Import(requests, comments) => self.import(requests, comments),
            Request::FindNames { names, interviews } => {
                match self.engine.find_names(&names, interviews.as_deref()) {
                    Ok(found) => self.out.send(Event::Names(found)),
                    Err(failure) => self.refuse(&failure),
                }
                false
            }
            Request::ForgetUnmasked(interviews) => self.forget(&interviews),
            Request::Search(number, asked) => self.search(number, &asked),
            Request::Terms(number, asked) => self.terms(number, &asked),
            Request::PassagesFound(asked, unit) => {
                match self.engine.passages_found(&asked, unit) {
                    Ok(passages) => self.out.send(Event::PassagesFound(passages)),
                    Err(failure) => self.refuse(&failure),
                }
                false
            }
            Request::Backup => {
                self.write(|engine| engine.backup_now().map(|backup| PathBuf::from(backup.id)))
            }
            Request::ListBackups => self.tell_backups(crate::screen::backups::make(&self.engine, self.lang)),
            Request::LookAtBackup(id) => {
                let found = crate::screen::backups::look(&mut self.engine, self.lang, &id);
                self.tell_backups(found)
            }
            Request::Restore { id, to } => self.write(|engine| engine.restore(&id, &to).map(|()| to)),
            Request::SaveCopy(path) => self.write(|engine| engine.save_copy(&path)),
            Request::Draw(figure, path) => self.draw(&figure, path),
            Request::Deliver(what, form, path) => self.deliver(&what, form, path),
            Request::TakeParticipants(path) => self.take_participants(&path),
            Request::TakeCodes(path) => self.take_codes(&path),
            Request::TakeGrid(path) => self.take_grid(&path),
            Request::PasteParticipants(text) => self.paste_participants(&text),
            Request::DoubleCoding(asked) => self.double_coding(asked),
            Request::Cancel => false,
            other => self.carry_out_evidence(other),
        }
    }

    fn open_turns(&mut self, interview: model::RecordId) -> bool {
        match Correction::of(&mut self.engine, interview) {
            Ok(correction) => self.out.send(Event::Turns(Box::new(correction))),
            Err(failure) => self.refuse(&failure),
        }
        false
    }

    fn refused(&self, failure: &Failure) -> bool {
        self.refuse(failure);
        false
    }

    fn run(&mut self, command: Command) -> bool {
        match self.engine.run(command) {
            Ok(outcome) => {
                // The changes of a bulk operation take longer to let go of than a picture may: not there.
                let op = Arc::new(outcome.op.brief());
                self.out.send(Event::Done(Outcome { op, ..outcome }));
                true
            }
            Err(failure) => self.refused(&failure),
        }
    }

    fn tell_backups(&self, found: Result<BackupsView, Failure>) -> bool {
        match found {
            Ok(found) => self.out.send(Event::Backups(found)),
            Err(failure) => self.refuse(&failure),
        }
        false
    }

    fn forget(&mut self, interviews: &[model::RecordId]) -> bool {
        self.out.send(Event::Progress(Progress { stage: Stage::Saving, done: 0, total: 1 }));
        let mut quotes = Vec::new();
        for interview in interviews {
            match self.engine.forget_unmasked(*interview) {
                Ok(purged) => quotes = purged.to_decide.into_iter().map(|one| one.text).collect(),
                // Nothing older is there to forget.
                Err(Failure::Nothing) => {}
                Err(failure) => self.refuse(&failure),
            }
        }
        self.out.send(Event::Forgotten(quotes));
        self.out.send(Event::Idle);
        true
    }

    fn write(&mut self, write: impl FnOnce(&mut Engine) -> Result<PathBuf, Failure>) -> bool {
        self.out.send(Event::Progress(Progress { stage: Stage::Saving, done: 0, total: 1 }));
        match write(&mut self.engine) {
            Ok(path) => self.out.send(Event::Written(path)),
            Err(failure) => self.refuse(&failure),
        }
        self.out.send(Event::Idle);
        false
    }

    fn draw(&mut self, figure: &Figure, path: PathBuf) -> bool {
        let lang = self.lang;
        self.write(|engine| crate::figures::write(engine, lang, figure, &path).map(|()| path))
    }

    fn deliver(&mut self, what: &Deliverable, form: FileForm, path: PathBuf) -> bool {
        let lang = self.lang;
        let mut left = Vec::new();
        self.write(|engine| {
            let made = deliverables::deliver(engine, lang, what, form)?;
            whole_file::write(&path, &made.bytes)
                .map_err(|source| Failure::File { path: path.clone(), source })?;
            left = made.dropped;
            Ok(path)
        });
        for dropped in left {
            self.out.send(Event::Told(dropped.told(lang, &self.engine.seen())));
        }
        false
    }

    /// Reads on a thread of its own: meanwhile the user codes on.
    fn read_files(&mut self, paths: Vec<PathBuf>, choices: ImportChoices) -> bool {
        let given = self.engine.given_words();
        let known = Known::of(&self.engine.seen()).with_given(given);
        let job = ReadJob {
            paths,
            choices,
            lang: self.lang,
            out: self.out.clone(),
            cancel: Arc::clone(&self.cancel),
            known,
        };
        self.spawn(move || job.run());
        false
    }

    fn read_again(&mut self, place: usize, file: ReadFile, choices: &ImportChoices) -> bool {
        let known = Arc::new(Known::of(&self.engine.seen()));
        let (out, lang, choices) = (self.out.clone(), self.lang, choices.clone());
        self.spawn(move || {
            match import::read_file(&file.file, file.bytes.as_ref().clone(), &choices) {
                Ok(read) => out.send(Event::ReadAgain(place, Box::new(Preview::new(read, known)))),
                Err(failure) => out.send(Event::Refused(crate::wording::failure(lang, &failure))),
            }
            out.send(Event::Idle);
        });
        false
    }

    /// Searches on a thread of its own: an expression may take its time, coding goes on.
    fn search(&mut self, number: u64, asked: &Asked) -> bool {
        let search = match self.engine.search(asked) {
            Ok(search) => search,
            Err(failure) => {
                self.out.send(Event::NotFound(number, crate::wording::failure(self.lang, &failure)));
                return false;
            }
        };
        let (out, lang, looking) = (self.out.clone(), self.lang, Looking::through(&self.engine));
        self.spawn(move || match search.run() {
            Ok(results) => {
                let answer = answer(&looking.seen(), &search.asked, &results, &search.scoped);
                out.send(Event::Found(number, Box::new(answer)));
            }
            Err(failure) => out.send(Event::NotFound(number, crate::wording::failure(lang, &failure))),
        });
        false
    }

    /// Counts the words of what a question covers; a study whose texts cannot be read says so on a search.
    fn terms(&mut self, number: u64, asked: &Asked) -> bool {
        let (out, lang) = (self.out.clone(), self.lang);
        match self.engine.search(asked) {
            Ok(search) => self.spawn(move || match frequent(&search, TERMS) {
                Ok(answer) => out.send(Event::Terms(number, Box::new(answer))),
                Err(failure) => out.send(Event::NotFound(number, crate::wording::failure(lang, &failure))),
            }),
            Err(failure) => out.send(Event::NotFound(number, crate::wording::failure(lang, &failure))),
        }
        false
    }

    fn spawn(&self, work: impl FnOnce() + Send + 'static) {
        if let Err(source) = self.out.spawn(self.lang, work) {
            self.refuse(&Failure::File { path: PathBuf::new(), source });
            self.out.send(Event::Idle);
        }
    }

    /// All of it is written at once, so that stopping leaves no trace of any.
    fn import(&mut self, requests: Vec<ImportRequest>, mut intake: Intake) -> bool {
        let total = requests.len();
        let (mut refused, mut stopped) = (Vec::new(), false);
        let mut together = self.engine.together();
        for (done, request) in requests.into_iter().enumerate() {
            stopped = self.cancel.load(Ordering::Relaxed);
            if stopped {
                break;
            }
            self.out.send(Event::Progress(Progress { stage: Stage::Importing, done, total }));
            let codings = request.codings.len();
            match together.run(Command::ImportInterview(Box::new(request))) {
                Ok(_) => {
                    intake.interviews += 1;
                    intake.codings += codings;
                }
                Err(failure) => refused.push(failure),
            }
        }
        if stopped {
            together.back_to(0);
        }
        let written = together.commit();
        drop(together);
        refused.iter().for_each(|failure| self.refuse(failure));
        match written {
            Ok(outcomes) => {
                for outcome in outcomes {
                    let op = Arc::new(outcome.op.brief());
                    self.out.send(Event::Done(Outcome { op, ..outcome }));
                }
                self.out.send(if stopped { Event::Stopped } else { Event::Imported(intake) });
            }
            Err(failure) => self.refuse(&failure),
        }
        self.out.send(Event::Idle);
        true
    }
}

/// The reading of some files.
struct ReadJob {
    paths: Vec<PathBuf>,
    choices: ImportChoices,
    lang: Lang,
    out: Outbox,
    cancel: Arc<AtomicBool>,
    known: Known,
}

impl ReadJob {
    fn run(mut self) {
        self.paths = import::unfolded(std::mem::take(&mut self.paths));
        let (mut files, mut refused) = (Vec::new(), Vec::new());
        let total = self.paths.len();
        self.out.send(Event::Progress(Progress { stage: Stage::Reading, done: 0, total }));
        import::read_each(&self.paths, &self.choices, &self.cancel, |n, read| {
            match read.and_then(|read| self.known.admit(&read).map(|()| read)) {
                Ok(read) => files.push(read),
                Err(failure) => {
                    let name = self.paths.get(n).map(|path| import::file_name(path)).unwrap_or_default();
                    refused.push((name, crate::wording::failure(self.lang, &failure)));
                }
            }
            self.out.send(Event::Progress(Progress { stage: Stage::Reading, done: n + 1, total }));
        });
        if self.cancel.load(Ordering::Relaxed) {
            self.out.send(Event::Stopped);
        } else {
            self.out.send(Event::Previews(Batch::new(import::previews(files, self.known)), refused));
        }
        self.out.send(Event::Idle);
    }
}
