//! Several files with the same decisions, each of which may still differ; and their reading, over all
//! processors.

use super::comments::CommentsAs;
use super::decision::{Decision, Decisions};
use super::preview::{Known, Preview, ReadFile};
use super::{ImportChoices, read_file_at};
use crate::command::ImportRequest;
use crate::failure::Failure;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

/// How many steps back can be taken.
const STEPS: usize = 200;

/// Files that wait for a decision.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// In the order in which they were named.
    pub files: Vec<Preview>,
    /// True while what is decided of a speaker or of comments is meant of all files.
    pub together: bool,
    past: Vec<Vec<(usize, Decisions)>>,
}

impl Batch {
    /// Files as they were read.
    #[must_use]
    pub fn new(files: Vec<Preview>) -> Batch {
        Batch { together: files.len() > 1, files, past: Vec::new() }
    }

    /// Decides something of one file, and of the others where that is meant; false where nothing changed.
    pub fn decide(&mut self, file: usize, decision: &Decision) -> bool {
        let mut before = Vec::new();
        let shared = self.together && decision.is_shared();
        for (n, preview) in self.files.iter_mut().enumerate() {
            let told = match n == file {
                true => Some(decision.clone()),
                false if shared => decision.told_of(&preview.decisions),
                false => None,
            };
            let was = preview.decisions.clone();
            if told.is_some_and(|told| preview.decide(&told)) {
                before.push((n, was));
            }
        }
        let changed = !before.is_empty();
        if changed {
            self.past.push(before);
            let over = self.past.len().saturating_sub(STEPS);
            self.past.drain(..over);
        }
        changed
    }

    /// Adds files that came later.
    pub fn add(&mut self, others: Batch) {
        self.together |= self.files.len() < 2 && !others.files.is_empty();
        self.files.extend(others.files);
    }

    /// Takes the last decision back; false where there is none.
    pub fn step_back(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        for (n, decisions) in before {
            if let Some(preview) = self.files.get_mut(n) {
                preview.restore(decisions);
            }
        }
        true
    }

    /// True when there is a decision to take back.
    #[must_use]
    pub fn can_step_back(&self) -> bool {
        !self.past.is_empty()
    }

    /// Puts a file that was read again, in another encoding, in the place of what it was.
    pub fn replace(&mut self, file: usize, mut preview: Preview) {
        if let Some(known) = self.files.get_mut(file) {
            preview.decisions.taken = known.decisions.taken;
            preview.decisions.name.clone_from(&known.decisions.name);
            preview.decisions.keep_original = known.decisions.keep_original;
            *known = preview;
            // What was decided before spoke of other turns.
            self.past.iter_mut().for_each(|step| step.retain(|(n, _)| *n != file));
            self.past.retain(|step| !step.is_empty());
        }
    }

    /// The interviews of all files that are taken.
    #[must_use]
    pub fn requests(&self) -> Vec<ImportRequest> {
        self.files.iter().filter(|file| file.decisions.taken).flat_map(Preview::requests).collect()
    }

    /// How many comments of the files that are taken are to become codings, and how many of them cannot.
    #[must_use]
    pub fn comments(&self) -> (usize, usize) {
        let coded =
            |file: &&Preview| file.decisions.taken && file.decisions.comments == CommentsAs::AsCodings;
        let plans = self.files.iter().filter(coded).map(Preview::comments);
        plans.fold((0, 0), |(all, left), plan| (all + plan.comments, left + plan.left_out.len()))
    }

    /// How many interviews that will be.
    #[must_use]
    pub fn interviews(&self) -> usize {
        let of = |file: &Preview| if file.decisions.split { file.decisions.part_names.len() } else { 1 };
        self.files.iter().filter(|file| file.decisions.taken).map(of).sum()
    }
}

/// Makes previews of files that were read.
#[must_use]
pub fn previews(files: Vec<ReadFile>, known: Known) -> Vec<Preview> {
    let known = Arc::new(known);
    files.into_iter().map(|file| Preview::new(file, Arc::clone(&known))).collect()
}

/// How many files are read ahead of the one that is waited for.
const AHEAD: usize = 8;

/// Reads files on all processors and hands each out in the order in which they were named; ends early
/// once `stop` is set.
pub fn read_each(
    paths: &[PathBuf],
    choices: &ImportChoices,
    stop: &AtomicBool,
    mut take: impl FnMut(usize, Result<ReadFile, Failure>),
) {
    let workers = thread::available_parallelism().map_or(2, usize::from).min(paths.len().max(1));
    let (next, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        let (sender, inbox) = mpsc::channel();
        for _ in 0..workers {
            let sender = sender.clone();
            let (next, taken) = (&next, &taken);
            scope.spawn(move || {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = paths.get(n) else { return };
                    // Not so far ahead that all files are in memory at once.
                    while n > taken.load(Ordering::Relaxed) + AHEAD && !stop.load(Ordering::Relaxed) {
                        thread::park_timeout(Duration::from_millis(1));
                    }
                    if stop.load(Ordering::Relaxed) || sender.send((n, read_file_at(path, choices))).is_err()
                    {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        for (n, read) in inbox {
            waiting.insert(n, read);
            while let Some(read) = waiting.remove(&taken.load(Ordering::Relaxed)) {
                let n = taken.fetch_add(1, Ordering::Relaxed);
                take(n, read);
            }
        }
    });
}
