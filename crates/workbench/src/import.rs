//! Taking transcripts in: a file is read into a preview, the user confirms, one operation follows.

mod batch;
mod comments;
mod correction;
mod decision;
mod disk;
mod parts;
mod preview;
mod turn_edits;
mod voices;

use crate::command::ImportRequest;
use crate::failure::Failure;
use crate::pdf_process::PdfReader;
pub use batch::{Batch, previews, read_each};
pub use comments::{Author, CommentsAs, LeftOut};
pub(crate) use comments::{KnownLabels, spoken_part};
pub use correction::Correction;
pub use decision::{Decision, Decisions};
pub use disk::{ENDINGS, file_name, unfolded};
pub use formats::{CommentFound, FactKind, Part, Transcript, Warning};
use formats::{ReadError, ReadOptions};
use model::Digest;
use model::study::{Interview, Seen};
use model::text::{Edit, TextIndex, Turn, map_turns};
use model::value::SpeakerRole;
pub use preview::{CommentsPlan, FactFound, Known, Preview, ReadFile, Speaker};
use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
pub use turn_edits::{TurnEdit, are_sound};
pub use voices::{Spoken, Voice, VoiceRole};

/// Choices made before reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportChoices {
    /// Labels of interviewers.
    pub interviewers: Vec<String>,
    /// The participant's pseudonym; else it follows from the label or the file's name.
    pub participant: Option<String>,
    /// The encoding of a plain text.
    pub encoding: Option<String>,
    /// True to leave the original file out of the project.
    pub without_original: bool,
    /// What becomes of comments.
    pub comments: CommentsAs,
    /// True to take what seems another spelling of a speaker for one.
    pub unite_spellings: bool,
    /// Whether a file that holds several interviews becomes as many; as proposed where `None`.
    pub split: Option<bool>,
}

/// Understands the bytes of a file. Long for a large one: to be done on a thread of its own.
///
/// # Errors
/// When the file is no transcript that can be read.
pub fn read_file(file: &str, bytes: Vec<u8>, choices: &ImportChoices) -> Result<ReadFile, Failure> {
    let options =
        ReadOptions { interviewers: choices.interviewers.clone(), encoding: choices.encoding.clone() };
    let transcript = understood(file, &bytes, &options)
        .map_err(|source| Failure::Transcript { file: file.to_owned(), source })?;
    Ok(ReadFile {
        file: file.to_owned(),
        digest: Digest::of(&bytes),
        text: TextIndex::new(transcript.text.as_str()),
        transcript: Arc::new(transcript),
        bytes: Arc::new(bytes),
        choices: choices.clone(),
    })
}

/// What a reader makes of some bytes. A reader that stumbles over a file must take neither the program nor
/// the other files with it.
fn understood(file: &str, bytes: &[u8], options: &ReadOptions) -> Result<Transcript, ReadError> {
    let read = std::panic::catch_unwind(AssertUnwindSafe(|| transcript(file, bytes, options)));
    read.unwrap_or_else(|_| Err(ReadError::BrokenArchive { detail: "a reader stopped".to_owned() }))
}

/// Reads a transcript; the pages of a PDF are taken out of it in a process of their own.
fn transcript(file: &str, bytes: &[u8], options: &ReadOptions) -> Result<Transcript, ReadError> {
    match formats::read(file, bytes, options) {
        Err(ReadError::Pdf) => {
            let pages = PdfReader::default().pages(bytes.to_vec())?;
            formats::read_pages(file, &pages, options)
        }
        read => read,
    }
}

/// Reads a file from the disk.
///
/// # Errors
/// When the file cannot be read, or is no transcript.
pub fn read_file_at(path: &std::path::Path, choices: &ImportChoices) -> Result<ReadFile, Failure> {
    let name = file_name(path);
    read_file(&name, disk::bytes(path)?, choices)
}

/// Reads the bytes of a file as one interview, as it is proposed for a study that knows nothing yet.
///
/// # Errors
/// When the file is no transcript that can be read.
pub fn read(file: &str, bytes: Vec<u8>, choices: &ImportChoices) -> Result<ImportRequest, Failure> {
    let choices = ImportChoices { split: Some(false), ..choices.clone() };
    let preview = Preview::new(read_file(file, bytes, &choices)?, Arc::default());
    preview.requests().pop().ok_or(Failure::Nothing)
}

fn stem(file: &str) -> String {
    let name = file.rsplit_once('.').map_or(file, |(stem, _)| stem).trim();
    let name = name.replace('_', " ");
    if name.is_empty() { file.to_owned() } else { name }
}

/// A corrected text read anew from a file, and its turns, with the roles and names that its voices already
/// have; `None` where reading loses a voice: the turns are then better carried over.
pub(crate) fn read_again(was: &str, text: &str, known: &Interview<'_>) -> Option<(String, Vec<Turn>)> {
    let leading = known.speakers.iter().filter(|speaker| speaker.role == SpeakerRole::Interviewer);
    let interviewers = leading.map(|speaker| speaker.label.clone()).collect();
    let options = ReadOptions { interviewers, encoding: None };
    let read = understood("texte.txt", text.as_bytes(), &options).ok()?;
    let carried = map_turns(&known.turns, &Edit::between(was, &read.text));
    let turns = renamed(read.turns, &carried, known);
    let is_heard = |voice: &Turn| turns.iter().any(|turn| turn.speaker == voice.speaker);
    (!turns.is_empty() && known.turns.iter().all(is_heard)).then_some((read.text, turns))
}

/// Turns as they were read, under the names that were given to their labels: a label that no speaker has is
/// that of whoever mostly speaks at its places.
fn renamed(turns: Vec<Turn>, carried: &[Turn], known: &Interview<'_>) -> Vec<Turn> {
    let is_known = |label: &str| known.speakers.iter().any(|speaker| speaker.label == label);
    let mut shares: HashMap<&str, HashMap<&str, u32>> = HashMap::new();
    for turn in turns.iter().filter(|turn| !is_known(&turn.speaker)) {
        let from = carried.partition_point(|other| other.end <= turn.start);
        let touched = carried[from..].iter().take_while(|other| other.start < turn.end);
        for other in touched {
            let shared = turn.end.min(other.end).saturating_sub(turn.start.max(other.start));
            *shares.entry(&turn.speaker).or_default().entry(&other.speaker).or_default() += shared;
        }
    }
    let names: HashMap<String, String> = shares
        .into_iter()
        .filter_map(|(label, shares)| {
            let (name, _) = shares.into_iter().max_by_key(|(name, shared)| (*shared, *name))?;
            Some((label.to_owned(), name.to_owned()))
        })
        .collect();
    let rename =
        |turn: Turn| Turn { speaker: names.get(&turn.speaker).cloned().unwrap_or(turn.speaker), ..turn };
    turns.into_iter().map(rename).collect()
}

/// The name, with a number where an interview of the study is called so already.
pub(crate) fn free_name(seen: &Seen<'_>, name: &str) -> String {
    let interviews = seen.interviews();
    let taken = |name: &str| interviews.iter().any(|interview| interview.name == name);
    let mut numbered = (2..).map(|number| format!("{name} ({number})"));
    match taken(name) {
        true => numbered.find(|name| !taken(name)).unwrap_or_else(|| name.to_owned()),
        false => name.to_owned(),
    }
}
