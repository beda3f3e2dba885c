//! Opening a packet that is locked with a passphrase.

use super::App;
use crate::rounds::pieces::{body, modal, primary, secret, title};
use crate::theme::space;
use egui::{Key, Ui};
use std::path::PathBuf;
use workbench::desk::Source;
use workbench::double_coding::locked::{Passphrase, is_locked, working_copy};

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
