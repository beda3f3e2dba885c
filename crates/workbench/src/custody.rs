//! The care of the file: backups, copies, checks, and the withdrawal of a participant's words.

mod withdrawal;

use crate::draft::{Draft, Drafted};
use crate::engine::{Engine, Outcome};
use crate::failure::Failure;
use crate::ops;
use model::lens::Lens;
use model::op::After;
use model::purge::MAY_QUOTE;
use model::study::Finding;
use model::value::{CodingAnchor, Group, Kind, Value};
use model::{OpId, RecordId};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{BackupInfo, BackupReason, CheckReport};

/// Folders that services keep the same on several computers, as they are named in paths.
const SYNCHRONISED: [&str; 10] = [
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "pcloud",
    "kdrive",
];

/// True when a file lies in a folder that a service seems to synchronise: then it should be open on one
/// computer at a time.
#[must_use]
pub fn is_synchronised(path: &Path) -> bool {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let folders = whole.parent().into_iter().flat_map(Path::components);
    folders.into_iter().any(|folder| {
        let name = folder.as_os_str().to_string_lossy().to_lowercase();
        SYNCHRONISED.iter().any(|service| name.starts_with(service) || name.contains(&format!("~{service}")))
    })
}

/// What a purge did.
#[derive(Debug, Clone, PartialEq)]
pub struct Purged {
    /// The operations that lost words.
    pub blanked: Vec<OpId>,
    /// Texts that may repeat what was said, for somebody to decide.
    pub to_decide: Vec<MayQuote>,
}

/// A text that may repeat a participant's words.
#[derive(Debug, Clone, PartialEq)]
pub struct MayQuote {
    /// The record that holds it.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// The text.
    pub text: String,
}

/// What a check found, in the file and in the study.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// Contradictions in the file.
    pub file: CheckReport,
    /// Things for somebody to look at: conflicts, dangling references, circles.
    pub study: Vec<Finding>,
    /// Codings whose stored quote is not what their revision says.
    pub quotes: Vec<RecordId>,
}

impl Checked {
    /// True when the file is sound. What the study leaves to be settled is no damage.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.file.is_clean() && self.quotes.is_empty()
    }
}

impl Engine {
    /// Makes the day's backup where today has none yet.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn daily_backup(&mut self) -> Result<Option<BackupInfo>, Failure> {
        let now = self.env.now();
        Ok(self.store.daily_backup(now)?)
    }

    /// Makes a backup now.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn backup_now(&mut self) -> Result<BackupInfo, Failure> {
        let now = self.env.now();
        Ok(self.store.backup_now(BackupReason::Asked, now)?)
    }

    /// The backups of the project, oldest first.
    ///
    /// # Errors
    /// When their folder cannot be read.
    pub fn backups(&self) -> Result<Vec<BackupInfo>, Failure> {
        let hides = self.seen().hides_something();
        let mut backups = self.store.backups()?;
        // How many codings there were tells of the work of those who code unseen.
        backups.iter_mut().filter(|_| hides).for_each(|backup| backup.codings = None);
        Ok(backups)
    }

    /// Restores a backup as a copy; the project itself stays as it is.
    ///
    /// # Errors
    /// When there is no such backup, or the copy cannot be written.
    pub fn restore(&mut self, id: &str, to: &Path) -> Result<(), Failure> {
        let now = self.env.now();
        Ok(self.store.restore(id, to, now)?)
    }

    /// Saves a closed copy of the project.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save_copy(&mut self, to: &Path) -> Result<PathBuf, Failure> {
        let now = self.env.now();
        self.store.save_copy(to, now)?;
        Ok(to.to_owned())
    }

    /// Checks the file and the study: replay equals records, quotes equal their ranges, texts are there.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn check(&mut self) -> Result<Checked, Failure> {
        let file = self.store.check()?;
        let study = self.seen().findings();
        let quotes = if file.is_clean() { self.wrong_quotes()? } else { Vec::new() };
        Ok(Checked { file, study, quotes })
    }

    /// Codings of which a quote is not its range in the revision that it was made on: whoever's they are,
    /// also those that were deleted or moved since.
    fn wrong_quotes(&mut self) -> Result<Vec<RecordId>, Failure> {
        let mut quotes: Vec<(RecordId, Box<CodingAnchor>)> = Vec::new();
        for change in self.store.ops(..)?.into_iter().flat_map(|op| op.changes) {
            if let After::Set(Value::CodingAnchor(anchor)) = change.after {
                quotes.push((change.record, anchor));
            }
        }
        let study = self.study();
        let seen = study.seen_by(Lens::Anybody);
        let is_there = |revision| seen.revision(revision).is_some() && !seen.is_text_gone(revision);
        quotes.retain(|(_, anchor)| is_there(anchor.revision));
        quotes.sort_by_key(|(coding, anchor)| (anchor.revision, *coding));
        let mut wrong = BTreeSet::new();
        for (coding, anchor) in quotes {
            let text = self.text(anchor.revision)?;
            if text.slice(anchor.start, anchor.end) != Some(anchor.quote.as_str()) {
                wrong.insert(coding);
            }
        }
        Ok(wrong.into_iter().collect())
    }

    /// Withdraws a participant: their words leave the file, its backups, and every copy that it is merged
    /// into. Of an interview in which others speak too only their words go, and the codings of them.
    ///
    /// # Errors
    /// When the participant is unknown, or the file or a backup cannot be written.
    pub fn purge(&mut self, participant: RecordId) -> Result<Purged, Failure> {
        let traces = self.traces(participant)?;
        let pages = self.pages(traces.shared.iter().copied())?;
        let mut purged =
            self.purge_by(|draft| ops::withdraw::withdraw(draft, participant, &traces, &pages))?;
        for interview in traces.shared {
            let (_, text) = self.current_text(interview)?;
            let turns = self.seen().interview(interview).map(|known| known.turns).unwrap_or_default();
            let mentions = ops::masking::mentions(&text, &turns, &traces.names).into_iter();
            let may_quote = |text| MayQuote { record: interview, kind: Kind::Interview, text };
            purged.to_decide.extend(mentions.map(may_quote));
        }
        Ok(purged)
    }

    /// Forgets what an interview's text was before it was masked.
    ///
    /// # Errors
    /// When there is nothing older, or the file or a backup cannot be written.
    pub fn forget_unmasked(&mut self, interview: RecordId) -> Result<Purged, Failure> {
        self.purge_by(|draft| ops::withdraw::forget_unmasked(draft, interview))
    }

    fn purge_by(
        &mut self,
        draft: impl FnOnce(Draft<'_>) -> Result<Drafted, Failure>,
    ) -> Result<Purged, Failure> {
        let me = self.acting()?;
        let study = Arc::clone(&self.study);
        let drafted = draft(Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me))?;
        drop(study);
        let _: Outcome = self.commit(drafted)?;
        let now = self.env.now();
        let purged = self.store.purge(&[], now);
        // Whether or not every backup could be cleansed: nothing of the words is shown any more.
        self.reload()?;
        self.rewrite_places()?;
        Ok(Purged { blanked: purged?.blanked, to_decide: self.may_quote() })
    }

    fn may_quote(&self) -> Vec<MayQuote> {
        let seen = self.seen();
        let mut found = Vec::new();
        let speaking: BTreeSet<Kind> = MAY_QUOTE.iter().map(|group| group.kind()).collect();
        for kind in Kind::ALL.iter().copied().filter(|kind| speaking.contains(kind)) {
            for (record, body) in seen.records_of(kind) {
                let in_vivo = matches!(body.value(Group::CodeNature), Some(Value::CodeNature(nature)) if nature.in_vivo);
                let asked = |group: &&Group| **group != Group::CodeName || in_vivo;
                let values = MAY_QUOTE.iter().filter(asked).flat_map(|group| body.values(*group));
                found.extend(values.filter_map(quotable).map(|text| MayQuote { record, kind, text }));
            }
        }
        found
    }
}

/// The words of a value that may repeat a participant's.
fn quotable(value: &Value) -> Option<String> {
    let text = match value {
        Value::MemoText(body) => format!("{}\n{}", body.title, body.body),
        Value::CodeName(body) => body.name.clone(),
        Value::CodeDefinition(body) => [&body.definition, &body.example].map(String::as_str).join("\n"),
        Value::CodingComment(body) => body.text.clone(),
        Value::GuideText(body) => body.text.clone(),
        Value::CodeDimension(body) => body.names.join("\n"),
        Value::CodeSearch(body) => body.note.clone(),
        Value::CodeEvidence(body) => body.comment.clone(),
        Value::RelationEvidence(body) => body.comment.clone(),
        Value::RelationTypeDefinition(body) => format!("{}\n{}", body.name, body.definition),
        Value::TheoryTitle(body) => body.title.clone(),
        Value::ClauseText(body) => body.text.clone(),
        Value::TheoryVersionKept(body) => body.name.clone(),
        Value::SchemaTitle(body) => body.title.clone(),
        Value::SchemaNote(body) => body.text.clone(),
        Value::SchemaFrame(body) => body.title.clone(),
        Value::QueryAsked(body) => body.name.clone(),
        _ => return None,
    };
    let text = text.trim().to_owned();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::is_synchronised;
    use std::path::Path;

    #[test]
    fn a_synchronised_folder_is_known_by_its_name() {
        for path in ["moi/OneDrive - Faculté/these.ancrage", "moi/Mobile Documents/com~apple/t.ancrage"] {
            assert!(is_synchronised(Path::new(path)), "{path}");
        }
        for path in ["moi/these/dropbox.ancrage", "moi/these.ancrage"] {
            assert!(!is_synchronised(Path::new(path)), "{path}");
        }
    }
}
