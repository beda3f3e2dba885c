//! Choosing files: the system's dialog on a thread of its own, and a path that can always be typed.
//!
//! A portal that hangs or is missing must never stop the window: the answer is looked for each frame.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::time::{Duration, Instant};

/// An answer within this time came from no dialog.
const NO_DIALOG: Duration = Duration::from_millis(250);

/// What is asked of the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// A study to open.
    Study,
    /// Where to make a new study.
    NewStudy,
    /// Transcripts to take in.
    Transcripts,
    /// Where to save a copy.
    Copy,
    /// Where to put a backup that is restored as a copy.
    Restored,
    /// Where to write a deliverable, whose name ends so.
    Deliverable(&'static str),
    /// A table of participants.
    Participants,
    /// A code book.
    Codes,
    /// A reading grid.
    Grid,
    /// Where to write a packet.
    Packet,
    /// Where to write Word files for a second coder.
    WordPacket,
    /// A Word file that came back.
    WordReturn,
    /// Where to write what is sent back of a packet.
    Return,
    /// Another copy of the study, or a packet that came back.
    OtherCopy,
    /// The replies to a review page.
    Replies,
    /// Another study for the board.
    StudyBeside,
    /// The e-mail or signed page that a visa is typed from.
    Proof,
}

/// A question to the user that is under way.
#[derive(Debug)]
pub struct Question {
    /// What is asked.
    pub asking: Asking,
    answer: Receiver<Answer>,
}

/// How a question stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Waiting,
    /// Files were chosen.
    Chosen(Vec<PathBuf>),
    /// Nothing was chosen.
    Nothing,
    /// The system has no dialog that answers: one of our own has to ask.
    NoDialog,
}

impl Question {
    /// Asks through the system's file dialog; `wake` is called when the answer is there.
    pub fn ask(asking: Asking, wake: impl Fn() + Send + 'static) -> Question {
        let (sender, answer) = mpsc::channel();
        let ask = move || {
            let begun = Instant::now();
            drop(sender.send(match dialog(asking) {
                Some(paths) if !paths.is_empty() => Answer::Chosen(paths),
                // Nobody closes a dialog so fast: there was none.
                _ if begun.elapsed() < NO_DIALOG => Answer::NoDialog,
                _ => Answer::Nothing,
            }));
            wake();
        };
        // Without a thread there is no answer: the same as a dialog that was closed.
        drop(std::thread::Builder::new().name("ancrage-dialog".to_owned()).spawn(ask));
        Question { asking, answer }
    }

    /// Looks for the answer; never waits.
    #[must_use]
    pub fn answer(&self) -> Answer {
        match self.answer.try_recv() {
            Ok(answer) => answer,
            Err(TryRecvError::Disconnected) => Answer::NoDialog,
            Err(TryRecvError::Empty) => Answer::Waiting,
        }
    }
}

fn dialog(asking: Asking) -> Option<Vec<PathBuf>> {
    let dialog = rfd::FileDialog::new();
    match asking {
        Asking::OtherCopy => {
            dialog.add_filter("Ancrage, Word", &["ancrage", "docx"]).pick_file().map(|path| vec![path])
        }
        Asking::Study | Asking::StudyBeside => {
            dialog.add_filter("Ancrage", &["ancrage"]).pick_file().map(|path| vec![path])
        }
        Asking::NewStudy | Asking::Copy | Asking::Restored | Asking::Packet | Asking::Return => {
            let chosen = dialog.add_filter("Ancrage", &["ancrage"]).save_file();
            chosen.map(|path| vec![with_ending(path)])
        }
        Asking::Transcripts => {
            let endings = workbench::import::ENDINGS;
            dialog.add_filter(endings.join(", "), &endings).pick_files()
        }
        Asking::Deliverable(ending) => {
            let chosen = dialog.add_filter(ending, &[ending]).save_file();
            chosen.map(|path| vec![path])
        }
        Asking::WordPacket => {
            let chosen = dialog.add_filter("docx", &["docx"]).save_file();
            chosen.map(|path| vec![path])
        }
        Asking::WordReturn => dialog.add_filter("docx", &["docx"]).pick_file().map(|path| vec![path]),
        Asking::Participants => {
            let dialog = dialog.add_filter("csv, xlsx", &["csv", "xlsx", "xls", "ods", "txt"]);
            dialog.pick_file().map(|path| vec![path])
        }
        Asking::Replies => {
            dialog.add_filter("json, ancrage", &["json", "ancrage"]).pick_file().map(|path| vec![path])
        }
        Asking::Proof => dialog.pick_file().map(|path| vec![path]),
        Asking::Grid => {
            let dialog = dialog.add_filter("csv", &["csv", "txt"]);
            dialog.pick_file().map(|path| vec![path])
        }
        Asking::Codes => dialog.add_filter("csv, qdc", &["csv", "qdc"]).pick_file().map(|path| vec![path]),
    }
}

/// A study's file name ends in `.ancrage`.
#[must_use]
pub fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|ending| ending == "ancrage") {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".ancrage");
    PathBuf::from(name)
}

/// The path that was typed or pasted: outer spaces and quotation marks, as file managers copy them, go.
#[must_use]
pub fn typed(text: &str) -> Option<PathBuf> {
    let bare = text.trim().trim_matches(['"', '\'']);
    let bare = bare.strip_prefix("file://").unwrap_or(bare);
    (!bare.is_empty()).then(|| PathBuf::from(bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_study_file_gets_its_ending_once() {
        assert_eq!(with_ending("these".into()), PathBuf::from("these.ancrage"));
        assert_eq!(with_ending("these.v2".into()), PathBuf::from("these.v2.ancrage"));
        assert_eq!(with_ending("these.ancrage".into()), PathBuf::from("these.ancrage"));
    }

    #[test]
    fn a_pasted_path_loses_its_quotation_marks() {
        assert_eq!(typed(" \"/tmp/EMG 1.docx\" "), Some(PathBuf::from("/tmp/EMG 1.docx")));
        assert_eq!(typed("   "), None);
    }
}
