//! Claims and reviews at work: the state they rest on, and the key of the desk that signs them.

use super::Engine;
use crate::command::review::ReviewCommand;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::ops;
use crate::review::changes::SinceAnswer;
use crate::signing::DeskKey;
use i18n::Lang;
use model::RecordId;
use model::lens::Lens;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The key of a desk.
#[derive(Debug, Clone)]
pub(super) enum Key {
    /// In a file, where it is made at first use.
    In(PathBuf),
    /// At hand.
    Is(DeskKey),
}

/// What somebody has not seen yet, in which state of the journal and in which language that was told.
#[derive(Debug, Clone)]
pub(super) struct Told {
    state: (usize, Option<model::OpId>, RecordId, Lang),
    since: Arc<SinceAnswer>,
}

impl Engine {
    /// What others did since whoever acts last looked: told anew only once something was done.
    pub fn since(&mut self, lang: Lang) -> Option<Arc<SinceAnswer>> {
        let me = self.me()?;
        let state = (self.history().len(), self.history().last().map(|line| line.op), me, lang);
        if let Some(told) = self.since.as_ref().filter(|told| told.state == state) {
            return Some(Arc::clone(&told.since));
        }
        let since = Arc::new(crate::review::changes::since(self, lang, me));
        self.since = Some(Told { state, since: Arc::clone(&since) });
        Some(since)
    }

    /// The operation of a command about claims and reviews.
    pub(super) fn draft_review(&mut self, command: ReviewCommand) -> Result<Drafted, Failure> {
        let me = self.acting()?;
        let state = self.frontier();
        let study = Arc::clone(&self.study);
        let key = match self.desk_key.clone().filter(|_| command.is_signed()) {
            Some(Key::In(file)) => Some(DeskKey::at(&file, &mut self.env)?),
            Some(Key::Is(key)) => Some(key),
            None => None,
        };
        let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        ops::review::draft(draft, command, ops::review::At { state, key: key.as_ref() })
    }

    /// Signs claims and visas with the key in a file from now on; it is made at first use.
    pub fn sign_with(&mut self, file: &Path) {
        self.desk_key = Some(Key::In(file.to_owned()));
    }

    /// Signs with a key that is at hand: for studies that are made, not worked on.
    pub fn sign_with_key(&mut self, key: DeskKey) {
        self.desk_key = Some(Key::Is(key));
    }
}
