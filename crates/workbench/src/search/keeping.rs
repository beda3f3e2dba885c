//! The index beside the project: where it lies, when it is trusted, how it follows the study.
//!
//! It is kept in memory for a small study. A larger one's lies in `NAME.ancrage-index` beside the project:
//! on the same medium, under the same rights, so that words never leave the place that somebody chose for
//! them, and removing them there removes them all. A folder that cannot be written is no reason not to
//! search: the index is kept in memory then.
//!
//! What it holds of each document is named by a digest of its words and turns, so that catching up is
//! comparing two lists: what was interrupted goes on, what is there already is not read again. A project
//! file that was copied or restored may find another's index beside it: the stamp tells, and it is begun
//! anew. So it is after a purge: no word that was purged may be left in it.

use super::scope::{Asked, Scoped};
use crate::answers::Looking;
use crate::engine::Engine;
use crate::failure::Failure;
use index::{Document, Home, Index, IndexError, Kind, Snapshot, Versions, Wanted};
use model::study::Seen;
use model::value::Language;
use model::{OpId, RecordId};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A study with so many characters of text keeps its index in memory: it is made in less than a second.
const SMALL: u64 = 6_000_000;
/// So many bytes of text are taken in at once, between two commands of the user.
const STEP: usize = 8 << 20;

/// The state of a study that an index follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct State {
    journal: store::JournalStamp,
    /// Who looks: what a lens hides is in no index.
    lens: Option<RecordId>,
    /// How many times everything was read anew.
    reloads: u64,
}

/// How an index names the state that it was made of.
#[derive(Debug, Serialize, Deserialize)]
struct Stamp {
    file: uuid::Uuid,
    last: Option<OpId>,
    count: u64,
    xor: uuid::Uuid,
    purged: usize,
}

/// The engine's index and what is remembered for it.
#[derive(Debug)]
pub(crate) struct Searching {
    index: Option<Index>,
    /// The state that the index follows, where it is up to date.
    caught_up: Option<State>,
    versions: Versions,
    pub scoped: Option<(State, Asked, Arc<Scoped>)>,
    /// How much was purged when everything was read; `None` before that.
    purged: Option<usize>,
    reloads: u64,
    /// The folder turned out to be of no use.
    no_folder: bool,
    /// Studies of fewer characters keep their index in memory.
    small: u64,
}

impl Default for Searching {
    fn default() -> Searching {
        Searching {
            index: None,
            caught_up: None,
            versions: Versions::default(),
            scoped: None,
            purged: None,
            reloads: 0,
            no_folder: false,
            small: SMALL,
        }
    }
}

impl Searching {
    /// What is remembered for a study that was just begun: nothing was ever purged of it.
    pub fn of_new_study() -> Searching {
        Searching { purged: Some(0), ..Searching::default() }
    }
}

/// The folder of a project's index.
#[must_use]
pub fn folder(project: &Path) -> PathBuf {
    let mut name = project.file_name().map_or_else(OsString::new, OsString::from);
    name.push("-index");
    project.with_file_name(name)
}

impl Engine {
    /// The index as it can be read, brought up to date.
    ///
    /// # Errors
    /// When a text cannot be read.
    pub fn index(&mut self) -> Result<Arc<Snapshot>, Failure> {
        while !self.index_some()? {}
        let index = self.searching.index.as_ref();
        index.map(Index::snapshot).ok_or_else(|| Failure::Index(IndexError::Damaged("none".to_owned())))
    }

    /// From how many characters of text on the index is kept in a folder beside the project.
    pub fn keep_index_in_folder_from(&mut self, characters: u64) {
        self.searching.small = characters;
    }

    /// Brings the index nearer to the study; true when it is up to date. Short enough to be done between
    /// two commands.
    ///
    /// # Errors
    /// When a text cannot be read.
    pub fn index_some(&mut self) -> Result<bool, Failure> {
        let state = self.index_state();
        if self.searching.caught_up == Some(state) && self.searching.index.is_some() {
            return Ok(true);
        }
        let looking = Looking::through(self);
        let seen = looking.seen();
        let mut index = match self.searching.index.take() {
            Some(index) if index.language() == language(&seen) => index,
            _ => self.open_index(&seen)?,
        };
        let done = self.take_in(&seen, &mut index);
        match done {
            Ok(done) => {
                self.searching.index = Some(index);
                self.searching.caught_up = done.then_some(state);
                Ok(done)
            }
            // A full disk, a folder that went away: everything is read into memory instead.
            Err(Failure::Index(_)) if *index.home() != Home::Memory => {
                drop(index);
                self.searching.no_folder = true;
                self.index_some()
            }
            Err(failure) => Err(failure),
        }
    }

    fn take_in(&mut self, seen: &Seen<'_>, index: &mut Index) -> Result<bool, Failure> {
        let wanted = index::wanted(seen, &mut self.searching.versions);
        let (missing, gone) = index.missing(&wanted);
        let mut bytes = 0;
        let mut documents = Vec::new();
        let mut rest = missing.into_iter();
        for wanted in rest.by_ref() {
            documents.extend(self.document(seen, wanted)?);
            bytes = documents.iter().map(|document: &Document| document.text.text().len()).sum();
            if bytes > STEP {
                break;
            }
        }
        if documents.is_empty() && gone.is_empty() {
            return Ok(true);
        }
        let stamp = self.index_stamp()?;
        index.update(documents, &gone, bytes, &stamp)?;
        Ok(rest.next().is_none())
    }

    fn document(&mut self, seen: &Seen<'_>, wanted: &Wanted) -> Result<Option<Document>, Failure> {
        if wanted.kind != Kind::Verbatim {
            return Ok(Document::note(wanted, seen));
        }
        let (Some(revision), Some(interview)) = (wanted.revision, seen.interview(wanted.owner)) else {
            return Ok(None);
        };
        match self.text(revision) {
            Ok(text) => Ok(Some(Document::verbatim(wanted, &interview, text))),
            // A text that is missing is told by `check`; the others can be searched all the same.
            Err(Failure::TextMissing { .. } | Failure::Withdrawn) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// What decides what an index must hold.
    pub(super) fn index_state(&self) -> State {
        State {
            journal: self.store.stamp().unwrap_or_default(),
            lens: self.me(),
            reloads: self.searching.reloads,
        }
    }

    fn index_stamp(&self) -> Result<String, Failure> {
        let stamp = self.store.stamp()?;
        let stamp = Stamp {
            file: self.store.file_id()?,
            last: stamp.last,
            count: stamp.count,
            xor: uuid::Uuid::from_u128(stamp.xor),
            purged: self.searching.purged.unwrap_or_default(),
        };
        serde_json::to_string(&stamp).map_err(|error| Failure::Index(IndexError::Damaged(error.to_string())))
    }

    fn open_index(&mut self, seen: &Seen<'_>) -> Result<Index, Failure> {
        let language = language(seen);
        let small = characters(seen) < self.searching.small;
        if !small && !self.searching.no_folder {
            let folder = folder(self.path());
            match Index::take_up(&folder, language) {
                Some(index) if self.trusts(&index) => return Ok(index),
                // Somebody else may be at work with it: whoever only reads begins none in its place.
                found if self.store.is_writable() || found.is_none() && !folder.exists() => {
                    drop(found);
                    if let Ok(index) = Index::begin(Home::Folder(folder), language) {
                        return Ok(index);
                    }
                }
                _ => {}
            }
        }
        Ok(Index::begin(Home::Memory, language)?)
    }

    /// True when an index was made of this very file, at a moment of its history, and nothing was purged
    /// since.
    fn trusts(&self, index: &Index) -> bool {
        let stamp = index.stamp().and_then(|stamp| serde_json::from_str::<Stamp>(stamp).ok());
        let Some(stamp) = stamp else { return false };
        let Ok(count) = usize::try_from(stamp.count) else { return false };
        let Some(before) = self.history.get(..count) else { return false };
        let xor = before.iter().fold(0, |xor, line| xor ^ line.op.0.as_u128());
        let file = self.store.file_id().ok();
        Some(stamp.file) == file
            && before.last().map(|line| line.op) == stamp.last
            && xor == stamp.xor.as_u128()
            && Some(stamp.purged) == self.searching.purged
    }

    /// Everything was read anew: what was purged leaves the index with its last byte.
    pub(crate) fn index_after_reload(&mut self, purged: usize) {
        self.searching.reloads += 1;
        self.searching.scoped = None;
        self.searching.versions = Versions::default();
        if self.searching.purged.replace(purged).is_some_and(|before| before != purged) {
            self.forget_index();
        }
    }

    /// Throws the index away; the next search makes it anew.
    pub(crate) fn forget_index(&mut self) {
        self.searching.index = None;
        self.searching.caught_up = None;
        if self.store.is_writable() {
            // What cannot be removed now is not trusted later, and removed then.
            drop(index::remove(&folder(self.path())));
        }
    }
}

fn language(seen: &Seen<'_>) -> Language {
    seen.study_facts().map(|facts| facts.language).unwrap_or_default()
}

fn characters(seen: &Seen<'_>) -> u64 {
    let revisions = seen.interviews().into_iter().filter_map(|interview| interview.revision);
    revisions.filter_map(|id| seen.revision(id)).map(|revision| u64::from(revision.body.length)).sum()
}
