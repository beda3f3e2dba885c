//! The care of the file: backups, checks, the withdrawal of a participant.

use super::instant;
use crate::custody::{Checked, Purged};
use crate::engine::Engine;
use crate::env::Env;
use crate::failure::Failure;
use crate::wording;
use i18n::Lang;
use model::RecordId;
use serde::Serialize;
use std::path::{Path, PathBuf};
use store::{BackupInfo, StoreError};

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackupAnswer {
    /// Names it among the backups of the project.
    pub id: String,
    /// When it was made, as RFC 3339 in UTC.
    pub at: String,
    /// What for: `daily`, `asked`, `migration`, `merge`, `take_back`, `purge`.
    pub why: &'static str,
    /// Its size in bytes.
    pub size: u64,
    /// How many operations it holds; `null` when it cannot be read.
    pub ops: Option<u64>,
    /// How many codings it holds; `null` when it cannot be read.
    pub codings: Option<u64>,
}

/// A backup that was restored as a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RestoreAnswer {
    /// The copy.
    pub file: String,
    /// The backup that it was made of.
    pub backup: String,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckAnswer {
    /// True when the file is sound.
    pub ok: bool,
    /// What was found: damage, and what the study leaves for somebody to settle.
    pub findings: Vec<FindingAnswer>,
    /// How many operations were read; those that may not be seen are not counted.
    pub ops: usize,
}

/// One thing that a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingAnswer {
    /// Its sort: `conflict`, `dangling`, `cycle`, `quote`, `unreadable`, or what is damaged.
    pub kind: &'static str,
    /// True for damage; false for what somebody has to settle.
    pub damage: bool,
    /// The record, where it is about one.
    pub record: Option<RecordId>,
    /// What was found, in words.
    pub text: String,
}

/// What the withdrawal of a participant did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PurgeAnswer {
    /// How many operations lost words.
    pub blanked: usize,
    /// Texts that may repeat what was said, for somebody to decide.
    pub to_decide: Vec<ToDecideAnswer>,
}

/// A text that may repeat a participant's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToDecideAnswer {
    /// The record that holds it.
    pub record: RecordId,
    /// Its kind.
    pub kind: &'static str,
    /// The text.
    pub text: String,
}

/// The backups of a project, oldest first: also of one that cannot be opened any more.
///
/// # Errors
/// When their folder cannot be read.
pub fn backups(project: &Path) -> Result<Vec<BackupAnswer>, Failure> {
    // What cannot be opened has no round that anybody could be sealed in.
    let opened = Engine::open_read_only(project, Env::system());
    let hides = opened.is_ok_and(|engine| engine.seen().hides_something());
    let told = |backup: &BackupInfo| BackupAnswer {
        codings: backup.codings.filter(|_| !hides),
        ..backup_answer(backup)
    };
    Ok(store::backups_of(&real(project))?.iter().map(told).collect())
}

/// Makes a backup now.
///
/// # Errors
/// When it cannot be written.
pub fn backup_now(engine: &mut Engine) -> Result<BackupAnswer, Failure> {
    let made = engine.backup_now()?;
    let hides = engine.seen().hides_something();
    Ok(BackupAnswer { codings: made.codings.filter(|_| !hides), ..backup_answer(&made) })
}

fn backup_answer(backup: &BackupInfo) -> BackupAnswer {
    BackupAnswer {
        id: backup.id.clone(),
        at: instant(backup.at),
        why: backup.why.as_str(),
        size: backup.size,
        ops: backup.ops,
        codings: backup.codings,
    }
}

/// Restores a backup as a copy. Of a project that can be opened, what was purged since stays purged; of
/// one that is damaged or gone the backup is taken as it is.
///
/// # Errors
/// When there is no such backup, or the copy cannot be written.
pub fn restore(project: &Path, id: &str, to: &Path, mut env: Env) -> Result<RestoreAnswer, Failure> {
    let now = env.now();
    match Engine::open_read_only(project, env) {
        Ok(mut engine) => engine.restore(id, to)?,
        Err(_) => store::restore_backup(&real(project), id, to, now)?,
    }
    Ok(RestoreAnswer { file: to.to_string_lossy().into_owned(), backup: id.to_owned() })
}

/// The path without links, where there is a file: backups lie beside the real one.
fn real(project: &Path) -> PathBuf {
    std::fs::canonicalize(project).unwrap_or_else(|_| project.to_owned())
}

/// What a check of a file says that is too damaged to be opened; `None` where something else is the
/// matter: no such file, no study, a newer one, no leave to read it.
#[must_use]
pub fn check_unopened(lang: Lang, project: &Path, failure: &Failure) -> Option<CheckAnswer> {
    let damaged =
        matches!(failure, Failure::Store(StoreError::Damaged { .. } | StoreError::Truncated { .. }));
    let about = wording::About { file: Some(project), engine: None };
    let text = wording::failure_about(lang, about, failure);
    let finding = FindingAnswer { kind: "unreadable", damage: true, record: None, text };
    damaged.then(|| CheckAnswer { ok: false, findings: vec![finding], ops: 0 })
}

/// What is printed of a check.
#[must_use]
pub fn check(engine: &Engine, lang: Lang, checked: &Checked) -> CheckAnswer {
    let seen = engine.seen();
    let file = checked.file.findings.iter().map(|finding| {
        let (kind, record) = wording::file_finding_kind(finding);
        FindingAnswer { kind, damage: true, record, text: wording::file_finding(lang, finding) }
    });
    let quotes = checked.quotes.iter().map(|coding| FindingAnswer {
        kind: "quote",
        damage: true,
        record: Some(*coding),
        text: i18n::check_quote(lang, &coding.to_string()),
    });
    let study = checked.study.iter().map(|finding| {
        let (kind, record) = wording::study_finding_kind(finding);
        FindingAnswer {
            kind,
            damage: false,
            record: Some(record),
            text: wording::study_finding(lang, &seen, finding),
        }
    });
    CheckAnswer {
        ok: checked.ok(),
        findings: file.chain(quotes).chain(study).collect(),
        ops: readable(engine, checked.file.ops),
    }
}

/// Of so many operations, how many whoever acts may read: how much a coder does unseen is not told either.
fn readable(engine: &Engine, all: usize) -> usize {
    let seen = engine.seen();
    if !seen.hides_something() {
        return all;
    }
    let ops = engine.history().iter().filter_map(|line| engine.op(line.op).ok().flatten());
    ops.filter(|op| seen.may_read(op)).count()
}

/// What is printed of a withdrawal.
#[must_use]
pub fn purge(purged: &Purged) -> PurgeAnswer {
    let to_decide = purged.to_decide.iter().map(|text| ToDecideAnswer {
        record: text.record,
        kind: text.kind.as_str(),
        text: text.text.clone(),
    });
    PurgeAnswer { blanked: purged.blanked.len(), to_decide: to_decide.collect() }
}
