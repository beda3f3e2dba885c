//! Opening a packet that is locked with a passphrase.

use super::welcome::Welcome;
use super::{App, Stage};
use crate::rounds::pieces::{body, modal, primary, secret, title};
use crate::theme::space;
use egui::{Key, Ui};
use std::path::{Path, PathBuf};
use workbench::desk::Source;
use workbench::double_coding::locked::{Passphrase, is_locked, remove_plain, working_copy};
use workbench::wording;

/// A locked file that is to be opened.
pub(super) struct Unlocking {
    path: PathBuf,
    phrase: String,
}

impl App {
    /// What is opened of a source: of a locked file the copy that one works in, once it is unlocked.
    pub(super) fn unlocked(&mut self, source: Source) -> Option<Source> {
        let Source::Open(path) = source else { return Some(source) };
        if !is_locked(&path) {
            return Some(Source::Open(path));
        }
        let working = working_copy(&path);
        if working.exists() {
            return Some(Source::Open(working));
        }
        self.unlocking = Some(Unlocking { path, phrase: String::new() });
        None
    }

    /// Closes the study whose content is in a locked file now, and removes the plain one; where something was
    /// done while it was being locked, the plain one stays.
    pub(super) fn locked_away(&mut self, locked: &Path, ops: usize) {
        let Stage::Work(work) = &self.stage else { return };
        let plain = work.path().to_owned();
        // Letting go of the study waits until its file is closed, with all that was still to be written.
        self.stage = Stage::Welcome(Welcome::new(&self.remembered.recents));
        match remove_plain(&plain, locked, ops) {
            Ok(()) => {
                self.remembered.recents.retain(|recent| *recent != plain);
                self.remembered.studies.remove(&plain);
                self.stage = Stage::Welcome(Welcome::new(&self.remembered.recents));
                self.notices.tell(i18n::packet_locked_away(self.lang, &locked.display().to_string()));
            }
            Err(failure) => {
                let about = wording::About { file: Some(&plain), engine: None };
                self.notices.refuse(wording::failure_about(self.lang, about, &failure));
            }
        }
    }

    pub(super) fn show_unlocking(&mut self, ui: &Ui) {
        let Some(mut open) = self.unlocking.take() else { return };
        let (lang, to) = (self.lang, working_copy(&open.path));
        let name = to.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut done = false;
        let stays = modal(ui, "unlocking", 460.0, |ui| {
            title(ui, i18n::locked_title(lang));
            body(ui, &i18n::locked_explained(lang, &name));
            let field = secret(ui, &mut open.phrase, i18n::locked_passphrase(lang));
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
            ui.add_space(space::SMALL);
            ui.horizontal(|ui| {
                done = (primary(ui, i18n::locked_open(lang)).clicked() || entered) && !open.phrase.is_empty();
                !ui.button(i18n::button_cancel(lang)).clicked()
            })
            .inner
        });
        if done {
            let source = Source::Locked(open.path, to, Passphrase(open.phrase));
            self.open(ui.ctx(), source);
        } else if stays {
            self.unlocking = Some(open);
        }
    }
}
