//! The project at work: a command becomes an operation, is committed, and then seen.
//!
//! An engine is used by one thread: the command line's own, or the window's store thread. Nothing else
//! writes.

mod acting;
mod corrections;
mod evidence;
pub(crate) mod places;
mod together;

use crate::command::double_coding::DoubleCoding;
use crate::command::{CodeChoice, Command};
use crate::double_coding::kept::Kept;
use crate::draft::{Draft, Drafted};
use crate::env::Env;
use crate::failure::Failure;
use crate::ops;
use crate::ops::corrections::TurnCorrection;
use crate::ops::masked_names::Mask;
use crate::search::keeping::Searching;
use crate::texts::{Pages, Texts, WHOLE_EVERY, WordCounts, edits_since_whole};
use model::lens::Lens;
use model::op::{Op, OpKind};
use model::purge::Blanking;
use model::study::Study;
use model::text::TextIndex;
use model::undo::{Done, next_steps};
use model::value::{Language, Role, Value};
use model::{OpId, RecordId};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Blob, LogLine, MergeId, PlaceRow, Store};

pub use together::Together;

/// An open project.
#[derive(Debug)]
pub struct Engine {
    pub(crate) store: Store,
    pub(crate) study: Arc<Study>,
    pub(crate) env: Env,
    pub(crate) history: Vec<LogLine>,
    pub(crate) texts: Texts,
    pub(crate) words: WordCounts,
    /// Operations without their changes, as the screen words them again and again.
    briefs: HashMap<OpId, Arc<Op>>,
    pub(crate) searching: Searching,
    pub(crate) kept: Kept,
    /// The key of this desk, where it has one.
    desk_key: Option<evidence::Key>,
    /// What a director has not seen yet, as it was told last.
    since: Option<evidence::Told>,
    warning: Option<Failure>,
    path: PathBuf,
    me: Option<RecordId>,
}

/// What came of a command.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The operation, as it was committed.
    pub op: Arc<Op>,
    /// The records that it made, in the order of making.
    pub made: Vec<RecordId>,
    /// For a correction: what became of the codings.
    pub moves: Option<Moves>,
    /// The interviews that got another text.
    pub touched: Vec<RecordId>,
}

/// What a correction did to the codings of its interview.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves {
    /// Codings whose offsets changed and whose words did not.
    pub moved: usize,
    /// Codings an edge of which was crossed by the correction.
    pub changed: usize,
    /// Codings whose whole passage went: somebody must place them again.
    pub to_place: Vec<RecordId>,
}

impl Engine {
    /// Creates a project with its study and members; the first of them acts.
    ///
    /// # Errors
    /// When the file exists or cannot be written, or a name is empty.
    pub fn create(
        path: &Path,
        title: &str,
        members: &[(String, Role)],
        language: Language,
        mut env: Env,
    ) -> Result<Engine, Failure> {
        let named: Vec<(RecordId, String, Role)> =
            members.iter().map(|(name, role)| (env.record(), name.clone(), *role)).collect();
        let me = named.first().map(|(id, _, _)| *id).ok_or(Failure::EmptyName)?;
        let study = Study::new(model::records::Records::default(), Blanking::default());
        let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut env, me);
        let drafted = ops::people::create(draft, title, language, &named)?;
        let store = Store::create(path, env.now())?;
        let mut engine = Engine {
            store,
            study: Arc::new(study),
            env,
            history: Vec::new(),
            texts: Texts::default(),
            words: WordCounts::default(),
            briefs: HashMap::new(),
            searching: Searching::of_new_study(),
            kept: Kept::default(),
            desk_key: None,
            since: None,
            warning: None,
            path: path.to_owned(),
            me: Some(me),
        };
        engine.commit(drafted)?;
        Ok(engine)
    }

    /// Opens a project for work.
    ///
    /// # Errors
    /// When the file is no project, is damaged, newer, or in use elsewhere.
    pub fn open(path: &Path, mut env: Env) -> Result<Engine, Failure> {
        let now = env.now();
        let mut engine = Engine::over(Store::open(path, now)?, path, env)?;
        // A backup that cannot be made keeps nobody from working, but is told.
        engine.warning = engine.daily_backup().err();
        Ok(engine)
    }

    /// Opens a project for reading; another program may be working in it.
    ///
    /// # Errors
    /// When the file is no project, is damaged or newer.
    pub fn open_read_only(path: &Path, env: Env) -> Result<Engine, Failure> {
        Engine::over(Store::open_read_only(path)?, path, env)
    }

    fn over(store: Store, path: &Path, env: Env) -> Result<Engine, Failure> {
        let study = Arc::new(Study::new(model::records::Records::default(), Blanking::default()));
        let (history, texts, path) = (Vec::new(), Texts::default(), path.to_owned());
        let mut engine = Engine {
            store,
            study,
            env,
            history,
            texts,
            words: WordCounts::default(),
            briefs: HashMap::new(),
            searching: Searching::default(),
            kept: Kept::default(),
            desk_key: None,
            since: None,
            warning: None,
            path,
            me: None,
        };
        engine.reload()?;
        let members = engine.study.seen_by(Lens::Anybody).members();
        if let [only] = members.as_slice() {
            engine.me = Some(only.id);
        }
        // A copy for a director is the director's.
        engine.me = engine.review_copy_for().or(engine.me);
        Ok(engine)
    }

    /// Reads everything from the file anew: on opening, and after a merge or a purge.
    pub(crate) fn reload(&mut self) -> Result<(), Failure> {
        let loaded = self.store.load()?;
        self.index_after_reload(loaded.purge.len());
        let blanking = if loaded.purge.is_empty() {
            Blanking::default()
        } else {
            let ops = self.store.ops(..)?;
            Blanking::of(&loaded.purge, ops.iter())
        };
        self.study = Arc::new(Study::new(loaded.records, blanking));
        self.history = loaded.history;
        self.texts.clear();
        self.kept.forget();
        Ok(())
    }

    /// The project file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What went wrong on opening without keeping anybody from working: the day's backup.
    pub fn take_warning(&mut self) -> Option<Failure> {
        self.warning.take()
    }

    /// The study as it is now, shared: it does not change when the next operation is applied.
    #[must_use]
    pub fn study(&self) -> Arc<Study> {
        Arc::clone(&self.study)
    }

    /// The text of a revision.
    ///
    /// # Errors
    /// When it is missing or was purged.
    pub fn text(&mut self, revision: RecordId) -> Result<Arc<TextIndex>, Failure> {
        let seen = self.study.seen_by(Lens::Anybody);
        self.texts.get(&self.store, &seen, revision)
    }

    /// The current text of an interview, with its revision.
    ///
    /// # Errors
    /// When the interview is unknown, or its words were withdrawn.
    pub fn current_text(&mut self, interview: RecordId) -> Result<(RecordId, Arc<TextIndex>), Failure> {
        let unknown = Failure::Deleted { record: interview };
        let revision = self.seen().interview(interview).ok_or(unknown)?.revision.ok_or(Failure::Withdrawn)?;
        if self.seen().is_text_gone(revision) {
            return Err(Failure::Withdrawn);
        }
        Ok((revision, self.text(revision)?))
    }

    /// Counts the words of the next interview that was not counted yet; false where all are.
    pub(crate) fn count_words(&mut self) -> bool {
        let study = Arc::clone(&self.study);
        let seen = study.seen_by(Lens::Anybody);
        let uncounted = seen
            .interviews()
            .into_iter()
            .find(|interview| interview.revision.is_some_and(|revision| !self.words.knows(revision)));
        let Some((interview, revision)) = uncounted.and_then(|found| Some((found.id, found.revision?)))
        else {
            return false;
        };
        // What cannot be read has no words to count; reading it says why.
        let text = self.current_text(interview).ok();
        let turns = seen.turns(revision);
        let words = text.map_or(0, |(_, text)| ops::texts::words_in(&text, &turns));
        self.words.note(revision, words);
        true
    }

    /// An operation of the journal.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn op(&self, id: OpId) -> Result<Option<Op>, Failure> {
        Ok(self.store.op(id)?)
    }

    /// An operation without its changes: what it takes to word it. A bulk operation is read from the file
    /// only once.
    pub(crate) fn brief(&mut self, id: OpId) -> Option<Arc<Op>> {
        if let Some(brief) = self.briefs.get(&id) {
            return Some(Arc::clone(brief));
        }
        let op = self.store.op(id).ok().flatten()?;
        let brief = Arc::new(op.brief());
        self.briefs.insert(id, Arc::clone(&brief));
        Some(brief)
    }

    /// The journal in the order of commit in this file.
    #[must_use]
    pub fn history(&self) -> &[LogLine] {
        &self.history
    }

    /// What the next undo and the next redo would take back.
    #[must_use]
    pub fn next_steps(&self) -> (Option<OpId>, Option<OpId>) {
        // The first line made the study itself: there is nothing before it to go back to.
        let acts = self.history.iter().skip(1);
        let mine = acts.filter(|line| line.local && Some(line.author) == self.me);
        let done: Vec<Done> = mine.map(|line| Done { op: line.op, undoes: line.undoes }).collect();
        next_steps(&done)
    }

    /// Does what a command asks: one operation, on disk when this returns.
    ///
    /// # Errors
    /// When the command is refused or the file cannot be written. Nothing is changed then.
    pub fn run(&mut self, command: Command) -> Result<Outcome, Failure> {
        let drafted = self.checked(command)?;
        self.commit(drafted)
    }

    /// What a command comes to, where it may be done: not against a seal, and not beyond one's part.
    fn checked(&mut self, command: Command) -> Result<Drafted, Failure> {
        let drafted = self.draft(command)?;
        ops::double_coding::Guard { seen: &self.seen() }.check(&drafted.changes)?;
        ops::review::check_part(&self.seen(), self.acting()?, &drafted)?;
        Ok(drafted)
    }

    fn draft(&mut self, command: Command) -> Result<Drafted, Failure> {
        match command {
            Command::Undo => self.draft_step(OpKind::Undo),
            Command::Redo => self.draft_step(OpKind::Redo),
            Command::ApplyCode { interview, start, end, code, layer } => {
                self.draft_coding(interview, (start, end), &code, layer)
            }
            Command::MoveCoding { coding, start, end } => {
                self.draft_place(coding, (start, end), OpKind::MoveCoding { coding })
            }
            Command::PlaceCoding { coding, start, end } => {
                self.draft_place(coding, (start, end), OpKind::PlaceCoding { coding })
            }
            Command::CodePassages { passages, code, layer } => self.draft_passages(&passages, &code, layer),
            Command::JoinCodings { coding, others } => self.draft_join(coding, &others),
            Command::ImportCodings(rows) => self.draft_codings(&rows),
            Command::ReplaceText { interview, text, origin } => {
                self.draft_correction(interview, &text, origin)
            }
            Command::CorrectTurns(asked) => self.draft_turns(&asked),
            Command::CorrectTurn { interview, turn, text, speaker } => self
                .draft_turn(interview, &TurnCorrection { turn, words: &text, speaker: speaker.as_deref() }),
            Command::MaskNames { interviews, names, sign, spared } => {
                self.draft_mask(interviews.as_deref(), &Mask::new(&names, &sign).sparing(spared))
            }
            Command::Unite { record, with } => self.draft_union(record, with),
            Command::DoubleCoding(command) => self.draft_double_coding(*command),
            Command::Review(command) => self.draft_review(*command),
            other => {
                let me = self.acting()?;
                let study = Arc::clone(&self.study);
                let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
                ops::draft(draft, other)
            }
        }
    }

    fn draft_coding(
        &mut self,
        interview: RecordId,
        range: (u32, u32),
        code: &CodeChoice,
        layer: model::value::Layer,
    ) -> Result<Drafted, Failure> {
        let me = self.acting()?;
        let pages = self.pages([interview])?;
        let study = Arc::clone(&self.study);
        let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        let interview = draft.seen.resolve(interview);
        let page = pages.get(interview).ok_or(Failure::Withdrawn)?;
        ops::codings::apply(draft, &page, range, code, layer)
    }

    fn draft_passages(
        &mut self,
        passages: &[crate::command::Passage],
        code: &CodeChoice,
        layer: model::value::Layer,
    ) -> Result<Drafted, Failure> {
        let me = self.acting()?;
        let interviews: std::collections::BTreeSet<RecordId> =
            passages.iter().map(|passage| passage.interview).collect();
        let pages = self.pages(interviews)?;
        let study = Arc::clone(&self.study);
        let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        ops::codings::apply_all(draft, &pages, passages, code, layer)
    }

    fn draft_place(&mut self, coding: RecordId, range: (u32, u32), kind: OpKind) -> Result<Drafted, Failure> {
        let me = self.acting()?;
        let interview = self.seen().coding(coding).ok_or(Failure::Deleted { record: coding })?.interview;
        let pages = self.pages([interview])?;
        let study = Arc::clone(&self.study);
        let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        let page = pages.get(interview).ok_or(Failure::Withdrawn)?;
        ops::codings::place(draft, &page, coding, range, kind)
    }

    fn draft_join(&mut self, coding: RecordId, others: &[RecordId]) -> Result<Drafted, Failure> {
        let me = self.acting()?;
        let interview = self.seen().coding(coding).ok_or(Failure::Deleted { record: coding })?.interview;
        let pages = self.pages([interview])?;
        let study = Arc::clone(&self.study);
        let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        let page = pages.get(interview).ok_or(Failure::Withdrawn)?;
        ops::codings::join(draft, &page, coding, others)
    }

    fn draft_codings(&mut self, rows: &[crate::command::CodingRow]) -> Result<Drafted, Failure> {
        let me = self.acting()?;
        let interviews = ops::import_codings::interviews_named(&self.seen(), rows)?;
        let with_range = rows.iter().filter(|row| row.range.is_some());
        let needed: std::collections::BTreeSet<RecordId> =
            with_range.filter_map(|row| interviews.get(&row.interview).copied()).collect();
        let pages = self.pages(needed)?;
        let study = Arc::clone(&self.study);
        let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        ops::import_codings::import(draft, rows, interviews, &pages)
    }

    fn draft_correction(
        &mut self,
        interview: RecordId,
        text: &str,
        origin: model::value::RevisionOrigin,
    ) -> Result<Drafted, Failure> {
        let me = self.acting()?;
        let (revision, was) = self.current_text(interview)?;
        let study = Arc::clone(&self.study);
        let seen = study.seen_by(Lens::Member(me));
        let whole = edits_since_whole(&self.store, &seen, revision)? + 1 >= WHOLE_EVERY;
        let known = seen.interview(interview).ok_or(Failure::Deleted { record: interview })?;
        let interview = known.id;
        let read = (origin == model::value::RevisionOrigin::Reimported)
            .then(|| crate::import::read_again(was.text(), text, &known))
            .flatten();
        let (text, read) = match read {
            Some((text, turns)) => (text, Some(turns)),
            None => (text.to_owned(), None),
        };
        let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        let page = ops::codings::Page { interview, revision, text: &was };
        ops::texts::correct(
            draft,
            ops::texts::Corrected { page, turns: known.turns, whole, read, origin },
            &text,
        )
    }

    fn draft_turns(&mut self, asked: &crate::command::TurnsCorrected) -> Result<Drafted, Failure> {
        let me = self.acting()?;
        let (revision, text) = self.current_text(asked.interview)?;
        let study = Arc::clone(&self.study);
        let seen = study.seen_by(Lens::Member(me));
        let whole = edits_since_whole(&self.store, &seen, revision)? + 1 >= WHOLE_EVERY;
        let draft = Draft::new(seen, &mut self.env, me);
        ops::speakers::correct(draft, asked, &text, whole)
    }

    fn draft_union(&mut self, record: RecordId, with: RecordId) -> Result<Drafted, Failure> {
        let me = self.acting()?;
        let both: Vec<RecordId> =
            [record, with].into_iter().filter(|id| self.seen().interview(*id).is_some()).collect();
        let pages = self.pages(both)?;
        let study = Arc::clone(&self.study);
        let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        ops::merge::unite(draft, record, with, &pages)
    }

    fn draft_double_coding(&mut self, command: DoubleCoding) -> Result<Drafted, Failure> {
        let me = self.acting()?;
        let interviews: Vec<RecordId> = match &command {
            DoubleCoding::Decide(asked) => {
                let seen = self.seen();
                let homes = asked.differences.iter().filter_map(|coding| seen.coding(*coding));
                homes.map(|coding| coding.interview).collect()
            }
            DoubleCoding::AcceptAgreements { interview, .. } => vec![*interview],
            _ => Vec::new(),
        };
        let pages = self.pages(interviews)?;
        let study = Arc::clone(&self.study);
        let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        ops::double_coding::draft(draft, command, &pages)
    }

    fn draft_step(&mut self, kind: OpKind) -> Result<Drafted, Failure> {
        self.acting()?;
        let (undo, redo) = self.next_steps();
        let step = if kind == OpKind::Redo { redo } else { undo };
        let target = step.ok_or(Failure::NothingToUndo)?;
        let op = self.store.op(target)?.ok_or(Failure::Payload { op: target })?;
        self.refuse_unsealing(&op)?;
        let changes = self.study.changes_undoing(&op)?;
        Ok(Drafted { changes, blobs: Vec::new(), kind, undoes: Some(target), made: Vec::new() })
    }

    /// Undoing must not do what opening a round does in the open: a round that somebody else works in is
    /// not made unmade, and what was opened was seen.
    fn refuse_unsealing(&self, op: &Op) -> Result<(), Failure> {
        let seen = self.seen();
        let round = op.changes.iter().find_map(|change| seen.round(change.record));
        let Some(round) = round else { return Ok(()) };
        let others = self.history.iter().filter(|line| line.lamport > op.lamport && line.author != op.author);
        let worked = others.filter_map(|line| self.store.op(line.op).ok().flatten());
        let hidden = worked.into_iter().any(|op| !seen.may_read(&op));
        if hidden || !round.sealed {
            return Err(crate::failure::DoubleCodingProblem::RoundOpen.into());
        }
        Ok(())
    }

    /// The current texts of some interviews.
    pub(crate) fn pages(&mut self, interviews: impl IntoIterator<Item = RecordId>) -> Result<Pages, Failure> {
        let mut pages = Pages::default();
        for interview in interviews {
            let (revision, text) = self.current_text(interview)?;
            pages.insert(self.seen().resolve(interview), revision, text);
        }
        Ok(pages)
    }

    /// Commits what a command came to: an operation of whoever acts, here and now.
    pub(crate) fn commit(&mut self, drafted: Drafted) -> Result<Outcome, Failure> {
        let me = self.acting()?;
        // What comes from elsewhere than a command (a packet, a purge) is looked at here.
        crate::review::admission::check_copy(&self.seen(), me, &drafted)?;
        let (id, at) = (self.env.op(), self.env.now());
        let (op, blobs, made) = drafted.into_op(id, me, at, self.study.next_lamport());
        let before = places::before(&self.study, &op);
        let after = self.write(&op, &blobs, None)?;
        let moves = before.map(|before| places::moves(&before, &after, &self.seen()));
        let is_text =
            |change: &&model::op::Change| change.after.field().group == model::value::Group::InterviewCurrent;
        let touched = op.changes.iter().filter(is_text).map(|change| change.record).collect();
        Ok(Outcome { op: Arc::new(op), made, moves, touched })
    }

    /// Writes an operation, then shows it: the only way in which anything is ever changed. One that
    /// follows from a merge by itself is written into the merge. Says where codings lie that it moved.
    pub(crate) fn write(
        &mut self,
        op: &Op,
        blobs: &[Blob],
        merge: Option<MergeId>,
    ) -> Result<Vec<PlaceRow>, Failure> {
        Arc::make_mut(&mut self.study).apply(op);
        let rows = places::rows_of(&self.study, op);
        let written = match merge {
            None => self.store.commit(op, blobs, &rows),
            Some(merge) => self.store.commit_into_merge(merge, op, blobs, &rows),
        };
        if let Err(error) = written {
            // Only the file says what was done; nobody has seen the study meanwhile.
            Arc::make_mut(&mut self.study).detach(op);
            return Err(error.into());
        }
        self.remember(op, blobs, merge.is_none());
        Ok(rows)
    }

    fn remember(&mut self, op: &Op, blobs: &[Blob], local: bool) {
        self.kept.follow(op, &self.study.seen_by(Lens::Anybody));
        self.history.push(LogLine {
            op: op.id,
            author: op.author,
            at: op.at,
            lamport: op.lamport,
            undoes: op.undoes,
            local,
            blanked: false,
        });
        for change in &op.changes {
            if let Some(Value::RevisionBody(body)) = change.after.value()
                && let Some(blob) = blobs.iter().find(|blob| blob.digest == body.text)
                && let Ok(text) = std::str::from_utf8(&blob.bytes)
            {
                self.texts.keep(change.record, Arc::new(TextIndex::new(text)));
            }
        }
    }
}
