//! A dialog of our own, where the system has none that answers: folders, the files that fit, and a path that
//! can always be typed.

use crate::files::{Asking, typed, with_ending};
use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::{Id, Key, Modal, RichText, ScrollArea, Ui};
use i18n::Lang;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The open dialog.
#[derive(Debug)]
pub(super) struct FileDialog {
    asking: Asking,
    folder: PathBuf,
    entries: Vec<Entry>,
    /// Why the folder cannot be read.
    problem: Option<String>,
    path: String,
    chosen: BTreeSet<PathBuf>,
    begun: bool,
}

#[derive(Debug, Clone)]
struct Entry {
    path: PathBuf,
    name: String,
    is_folder: bool,
}

/// How the dialog stands after a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    Open,
    Left,
    Chosen(Vec<PathBuf>),
}

impl FileDialog {
    /// A dialog in the folder of `near`, else among the user's documents.
    pub fn new(asking: Asking, near: Option<&Path>) -> FileDialog {
        let home = std::env::home_dir().unwrap_or_else(|| PathBuf::from("."));
        let documents = Some(home.join("Documents")).filter(|folder| folder.is_dir());
        let beside = near.and_then(Path::parent).filter(|folder| folder.is_dir()).map(Path::to_owned);
        let folder = beside.or(documents).unwrap_or(home);
        let mut dialog = FileDialog {
            asking,
            folder: PathBuf::new(),
            entries: Vec::new(),
            problem: None,
            path: String::new(),
            chosen: BTreeSet::new(),
            begun: false,
        };
        dialog.go(folder);
        dialog
    }

    /// What is asked.
    pub fn asking(&self) -> Asking {
        self.asking
    }

    fn saves(&self) -> bool {
        !matches!(
            self.asking,
            Asking::Study
                | Asking::Transcripts
                | Asking::Participants
                | Asking::Codes
                | Asking::OtherCopy
                | Asking::WordReturn
                | Asking::Grid
                | Asking::Replies
                | Asking::StudyBeside
                | Asking::Proof
        )
    }

    fn go(&mut self, folder: PathBuf) {
        match read(&folder, self.asking) {
            Ok(entries) => {
                self.entries = entries;
                self.problem = None;
            }
            Err(error) => {
                self.entries.clear();
                self.problem = Some(error.to_string());
            }
        }
        self.chosen.clear();
        self.folder = folder;
    }

    pub fn show(&mut self, ui: &Ui, lang: Lang) -> Outcome {
        let mut outcome = Outcome::Open;
        let response = Modal::new(Id::unique("file-dialog")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
            let theme = Theme::of(ui);
            ui.set_width(560.0);
            let title = RichText::new(self.title(lang)).font(fonts::semibold(size::HEADING));
            ui.label(title.color(theme.ink));
            self.place(ui, lang);
            self.list(ui, lang, &mut outcome);
            ui.add_space(space::SMALL);
            let enter = self.field(ui, lang);
            ui.add_space(space::SMALL);
            ui.horizontal(|ui| {
                let answer = self.answer();
                let done =
                    ui.add_enabled(answer.is_some(), crate::row::primary(i18n::button_ok(lang), theme));
                if let Some(paths) = answer.filter(|_| done.clicked() || enter) {
                    outcome = Outcome::Chosen(paths);
                }
                if ui.button(i18n::button_cancel(lang)).clicked() {
                    outcome = Outcome::Left;
                }
            });
        });
        if outcome == Outcome::Open && response.should_close() { Outcome::Left } else { outcome }
    }

    fn title(&self, lang: Lang) -> &'static str {
        match self.asking {
            Asking::Study => i18n::welcome_open(lang),
            Asking::NewStudy => i18n::study_file(lang),
            Asking::Copy | Asking::Restored => i18n::menu_save_copy(lang),
            Asking::Transcripts => i18n::interviews_import(lang),
            Asking::Deliverable(_) => i18n::delivery_save(lang),
            Asking::Participants => i18n::study_import_participants(lang),
            Asking::Codes => i18n::codebook_import(lang),
            Asking::Grid => i18n::board_grid_file(lang),
            Asking::Packet | Asking::WordPacket => i18n::packet_save(lang),
            Asking::WordReturn => i18n::rounds_word_back(lang),
            Asking::Return => i18n::packet_send_back(lang),
            Asking::OtherCopy => i18n::merge_choose(lang),
            Asking::Replies => i18n::review_take(lang),
            Asking::Proof => i18n::saturation_visa_proof(lang),
            Asking::StudyBeside => i18n::review_studies_add(lang),
        }
    }

    /// Where one is, and the way up.
    fn place(&mut self, ui: &mut Ui, lang: Lang) {
        let mut up = false;
        ui.horizontal(|ui| {
            up = ui
                .add_enabled(self.folder.parent().is_some(), egui::Button::new(i18n::file_up(lang)))
                .clicked();
            let text = self.folder.display().to_string();
            let room = ui.available_width();
            let galley = crate::row::one_line(
                ui.painter(),
                &text,
                fonts::regular(size::SMALL),
                Theme::of(ui).mute,
                room,
            );
            ui.label(galley);
        });
        if let Some(parent) = self.folder.parent().filter(|_| up).map(Path::to_owned) {
            self.go(parent);
        }
    }

    fn list(&mut self, ui: &mut Ui, lang: Lang, outcome: &mut Outcome) {
        let mut opened = None;
        if let Some(problem) = &self.problem {
            ui.label(RichText::new(problem).color(Theme::of(ui).bad));
        }
        ScrollArea::vertical().max_height(300.0).min_scrolled_height(200.0).auto_shrink(false).show(
            ui,
            |ui| {
                if self.entries.is_empty() && self.problem.is_none() {
                    ui.label(RichText::new(i18n::file_none(lang)).color(Theme::of(ui).mute));
                }
                for entry in &self.entries {
                    let chosen = self.chosen.contains(&entry.path);
                    let name = if entry.is_folder { format!("{} /", entry.name) } else { entry.name.clone() };
                    let row = ui.selectable_label(chosen, name);
                    if row.double_clicked()
                        && !entry.is_folder
                        && !matches!(self.asking, Asking::Copy | Asking::Deliverable(_))
                    {
                        *outcome = Outcome::Chosen(vec![entry.path.clone()]);
                    } else if row.clicked() {
                        opened = Some(entry.clone());
                    }
                }
            },
        );
        match opened {
            Some(entry) if entry.is_folder => self.go(entry.path),
            Some(entry) => self.choose(entry.path),
            None => {}
        }
    }

    /// Chooses a file; several, where several may be read.
    fn choose(&mut self, path: PathBuf) {
        self.path = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if self.asking != Asking::Transcripts {
            self.chosen.clear();
        }
        if !self.chosen.remove(&path) {
            self.chosen.insert(path);
        }
    }

    /// The path as text; true when Enter was pressed in it.
    fn field(&mut self, ui: &mut Ui, lang: Lang) -> bool {
        let field = crate::row::field(ui, &mut self.path, i18n::file_path(lang), "file path");
        if !std::mem::replace(&mut self.begun, true) {
            field.request_focus();
        }
        if field.changed() {
            self.chosen.clear();
        }
        field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    /// What would be chosen now.
    fn answer(&self) -> Option<Vec<PathBuf>> {
        if !self.chosen.is_empty() && !self.saves() {
            return Some(self.chosen.iter().cloned().collect());
        }
        let path = self.folder.join(typed(&self.path)?);
        let study = self.saves() && !matches!(self.asking, Asking::Deliverable(_));
        Some(vec![if study { with_ending(path) } else { path }])
    }
}

/// Folders first, then the files that fit, by name; what is hidden is left out.
fn read(folder: &Path, asking: Asking) -> std::io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for found in std::fs::read_dir(folder)? {
        // What cannot be looked at cannot be chosen either.
        let Ok(found) = found else { continue };
        let (path, name) = (found.path(), found.file_name().to_string_lossy().into_owned());
        let is_folder = path.is_dir();
        if !name.starts_with('.') && (is_folder || fits(&path, asking)) {
            entries.push(Entry { path, name, is_folder });
        }
    }
    entries.sort_by_key(|entry| (!entry.is_folder, entry.name.to_lowercase()));
    Ok(entries)
}

fn fits(path: &Path, asking: Asking) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match asking {
        Asking::Transcripts => workbench::import::ENDINGS.contains(&ending.as_str()),
        Asking::Deliverable(wanted) => ending == wanted,
        Asking::WordPacket | Asking::WordReturn => ending == "docx",
        Asking::Participants => ["csv", "xlsx", "xls", "ods", "txt"].contains(&ending.as_str()),
        Asking::Codes => ["csv", "qdc"].contains(&ending.as_str()),
        Asking::Proof => true,
        Asking::Replies => ["json", "ancrage"].contains(&ending.as_str()),
        Asking::Grid => ["csv", "txt"].contains(&ending.as_str()),
        Asking::Study
        | Asking::NewStudy
        | Asking::Copy
        | Asking::Restored
        | Asking::Packet
        | Asking::Return
        | Asking::StudyBeside => ending == "ancrage",
        // A copy of the study, or a Word packet that came back.
        Asking::OtherCopy => ["ancrage", "docx"].contains(&ending.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_first_and_only_files_that_fit() {
        let folder = std::env::temp_dir().join(format!("ancrage-dialog-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("Entretiens")).unwrap();
        for name in ["b.ancrage", "A.ancrage", "EMG 1.docx", ".cache", "note.exe"] {
            std::fs::write(folder.join(name), "").unwrap();
        }
        let names = |asking| -> Vec<String> {
            read(&folder, asking).unwrap().into_iter().map(|entry| entry.name).collect()
        };
        assert_eq!(names(Asking::Study), ["Entretiens", "A.ancrage", "b.ancrage"]);
        assert_eq!(names(Asking::Transcripts), ["Entretiens", "EMG 1.docx"]);
        let mut dialog = FileDialog::new(Asking::Copy, Some(&folder.join("A.ancrage")));
        dialog.path = "copie".to_owned();
        assert_eq!(dialog.answer(), Some(vec![folder.join("copie.ancrage")]));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
