//! The pages of the code book and of the study, wired to the open study.

use super::sheets::Sheet;
use super::work::Work;
use crate::Words;
use crate::codebook::{self, CodebookAction};
use crate::codes_panel::CodesAction;
use crate::files::Asking;
use crate::study::{self, StudyAction};
use egui::Ui;
use model::RecordId;
use std::path::PathBuf;
use workbench::deliverables::FileForm;
use workbench::desk::Request;
use workbench::views::Step;

/// Draws the code book and sends what was asked.
pub(super) fn codebook(work: &mut Work, ui: &mut Ui, words: Words) {
    let screen = work.screen.clone();
    // Until the first screen of this step is there, the tree stands alone.
    let view = screen.codebook.clone().unwrap_or_default();
    work.panels.codebook.tree.chosen = work.showing.code;
    let actions = codebook::show(ui, &screen.codes, &view, &view.columns, &mut work.panels.codebook, words);
    for action in actions {
        codebook_action(work, action);
    }
}

fn codebook_action(work: &mut Work, action: CodebookAction) {
    match action {
        // There are no words here to give the code to: taking it means renaming nothing, only choosing.
        CodebookAction::Tree(CodesAction::Taken(code)) => work.show_code(Some(code)),
        CodebookAction::Tree(action) => super::panels::code_action(work, action),
        CodebookAction::Run(command) => work.run(command),
        CodebookAction::Choose(code) => {
            work.panels.codebook.tree.choose(code);
            work.show_code(Some(code));
        }
        CodebookAction::WithBelow(below) => work.show_with_below(below),
        CodebookAction::GoTo { interview, coding, range } => work.go_to_passage(interview, coding, range),
        CodebookAction::Recode(coding) => work.panels.open_recoding(coding, None),
        CodebookAction::Comment { coding, text } => {
            work.sheet_open = Some(Sheet::Comment { coding, was: text.clone(), text });
        }
        CodebookAction::Note(code) => {
            let about = work.screen.codes.rows.iter().find(|row| row.id == code);
            let about = about.map_or_else(String::new, |row| row.label.to_string());
            work.sheet_open =
                Some(Sheet::Memo { target: code, about, title: String::new(), text: String::new() });
        }
        CodebookAction::Deliver(delivery) => {
            let ending = delivery.form().ending();
            work.delivery = Some(delivery);
            work.wants_file = Some(Asking::Deliverable(ending));
        }
        CodebookAction::ImportCodes => work.wants_file = Some(Asking::Codes),
    }
}

/// Draws the study's page and sends what was asked.
pub(super) fn study(work: &mut Work, ui: &mut Ui, words: Words) {
    let Some(view) = work.screen.study.clone() else { return };
    let actions = study::show(ui, &view, &mut work.panels.study, words);
    for action in actions {
        match action {
            StudyAction::Run(command) => work.run(command),
            StudyAction::ActAs(member) => work.act_as(member),
            StudyAction::Open(interview) => {
                work.show_step(Step::Interviews);
                work.show_interview(interview);
            }
            StudyAction::ImportParticipants => work.wants_file = Some(Asking::Participants),
            StudyAction::Paste(text) => work.send(Request::PasteParticipants(text)),
        }
    }
}

/// Asks, where the code book is, before a code is deleted.
pub(super) fn ask_removal(work: &mut Work, code: RecordId) {
    work.show_code(Some(code));
    work.show_step(Step::Codes);
    work.panels.codebook.ask_removal(vec![code]);
}

impl Work {
    /// Asks which file is wanted, where the code book is: of the chosen code, or of all.
    pub(super) fn ask_delivery(&mut self) {
        self.show_step(Step::Codes);
        self.panels.codebook.ask_delivery(self.showing.code);
    }

    /// The passages of what is below the chosen code too, or not any more.
    fn show_with_below(&mut self, below: bool) {
        if self.showing.with_below != below {
            self.showing.with_below = below;
            self.show_what_is_chosen();
        }
    }

    /// A file was chosen, or its path typed, for something of these pages.
    pub(super) fn chosen_file(&mut self, asking: Asking, path: PathBuf) {
        match asking {
            Asking::Deliverable(ending) if self.figure.is_some() => {
                if let Some(figure) = self.figure.take() {
                    self.send(Request::Draw(Box::new(figure), with_ending(path, ending)));
                }
            }
            Asking::Deliverable(_) => {
                if let Some(writes) = self.panels.writes.take() {
                    return self.write_evidence(writes, path);
                }
                if let Some((what, form)) = self.panels.rounds.delivery.take() {
                    self.send(Request::Deliver(Box::new(what), form, with_form(path, form)));
                } else if let Some(delivery) = self.delivery.take() {
                    let form = delivery.form();
                    let path = with_form(path, form);
                    self.send(Request::Deliver(Box::new(delivery.deliverable()), form, path));
                }
            }
            Asking::Participants => self.send(Request::TakeParticipants(path)),
            Asking::Codes => self.send(Request::TakeCodes(path)),
            Asking::Grid => self.send(Request::TakeGrid(path)),
            Asking::Packet | Asking::WordPacket | Asking::WordReturn | Asking::Return | Asking::OtherCopy => {
                self.chosen_copy(asking, path);
            }
            // A copy that came back is looked at before it is merged, as any other.
            Asking::Replies if path.extension().is_some_and(|ending| ending == "ancrage") => {
                self.show_step(Step::DoubleCoding);
                self.look_at_copy(path);
            }
            Asking::Replies => self.send(Request::TakeReplies(path)),
            Asking::Proof => self.panels.saturation.receive_proof(path),
            Asking::StudyBeside => self.panels.review.add_study(path),
            Asking::Study | Asking::NewStudy | Asking::Transcripts | Asking::Copy | Asking::Restored => {}
        }
    }
}

/// A file's name ends as its form says.
fn with_form(path: PathBuf, form: FileForm) -> PathBuf {
    with_ending(path, form.ending())
}

fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some_and(|known| known.eq_ignore_ascii_case(ending)) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}
