//! The list of interviews.

use model::RecordId;
use std::sync::Arc;

/// The interviews in the order of the study.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InterviewListView {
    /// Changes whenever anything to draw changes.
    pub key: u64,
    /// What the head of the list says: `7 analysés, 1 exclu`.
    pub summary: String,
    /// One row for each interview.
    pub rows: Arc<[InterviewRow]>,
}

/// One interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterviewRow {
    /// The interview.
    pub id: RecordId,
    /// Its name: `EMG 3`.
    pub label: Arc<str>,
    /// Date, length, work done: `02/02 · 57 min · 37 extraits · 2 relectures`.
    pub details: Arc<str>,
    /// Everything there is to know about it, line by line: for the pointer that rests on it.
    pub about: Arc<str>,
    /// The participants who speak in it.
    pub participants: Arc<str>,
    /// The day, as `2025-02-09`; empty where it is not known.
    pub date: Arc<str>,
    /// Words that were spoken; `None` until they are counted.
    pub words: Option<usize>,
    /// Passages that the basis counts.
    pub codings: usize,
    /// One's own readings.
    pub readings: usize,
    /// How far the work has come.
    pub state: InterviewState,
    /// Characters of the participants' speech up to the last coded one, per thousand of all.
    pub progress_per_mille: u16,
}

/// How far the work on an interview has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InterviewState {
    /// Nobody has read it here yet.
    ToRead,
    /// Read or being coded.
    InProgress,
    /// Its coding is finished.
    Finished,
    /// Left out of the analysis.
    Excluded,
}
