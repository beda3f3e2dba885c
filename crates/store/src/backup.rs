//! Backups: whole copies of the project in a folder beside it.

use crate::db::Db;
use crate::files::{self, beside};
use crate::{Store, StoreError, meta, open, purging};
use model::Timestamp;
use std::fs;
use std::path::{Path, PathBuf};

/// How many backups are kept; the oldest go.
pub const BACKUPS_KEPT: usize = 10;

/// What a backup was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BackupReason {
    /// The first use of a day.
    Daily,
    /// Somebody asked for it.
    Asked,
    /// The file was about to be brought to a later format.
    Migration,
    /// Another copy was about to be merged.
    Merge,
    /// A merge was about to be taken back.
    TakeBack,
    /// Words were about to be purged (they were then purged from the backup as well).
    Purge,
}

impl BackupReason {
    const ALL: [BackupReason; 6] = [
        BackupReason::Daily,
        BackupReason::Asked,
        BackupReason::Migration,
        BackupReason::Merge,
        BackupReason::TakeBack,
        BackupReason::Purge,
    ];

    /// The name in file names and in the command line's JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            BackupReason::Daily => "daily",
            BackupReason::Asked => "asked",
            BackupReason::Migration => "migration",
            BackupReason::Merge => "merge",
            BackupReason::TakeBack => "take_back",
            BackupReason::Purge => "purge",
        }
    }
}

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupInfo {
    /// Names it among the backups of the project.
    pub id: String,
    /// When it was made.
    pub at: Timestamp,
    /// What it was made for.
    pub why: BackupReason,
    /// Its size in bytes.
    pub size: u64,
    /// How many operations it holds; `None` when it cannot be read.
    pub ops: Option<u64>,
    /// How many codings it holds, deleted ones aside; `None` when it cannot be read.
    pub codings: Option<u64>,
}

impl Store {
    /// Makes a backup; the oldest beyond [`BACKUPS_KEPT`] go.
    ///
    /// # Errors
    /// The project cannot be read, or the backup cannot be written: then nothing is left of it.
    pub fn backup_now(&self, why: BackupReason, now: Timestamp) -> Result<BackupInfo, StoreError> {
        let folder = folder_of(self.path());
        fs::create_dir_all(&folder).map_err(|error| StoreError::from_io(&error, &folder))?;
        files::sync_folder(&folder)?;
        sweep(&folder)?;
        let id = free_id(&folder, why, now)?;
        let path = file_of(&folder, &id);
        files::whole(&path, |unfinished| self.copy_to(unfinished))?;
        let made = info(&path).ok_or_else(|| StoreError::damaged("a backup cannot be found again"))?;
        prune(self.path())?;
        Ok(made)
    }

    /// Makes the backup of the day (by UTC), unless one of that day is there or there is nothing to keep.
    ///
    /// # Errors
    /// As for [`Store::backup_now`].
    pub fn daily_backup(&self, now: Timestamp) -> Result<Option<BackupInfo>, StoreError> {
        let day = day_of(now)?;
        let newest = files_in(&folder_of(self.path()))?.pop();
        let done = newest.is_some_and(|path| stem(&path).starts_with(&day));
        if done || self.stamp()?.count == 0 {
            return Ok(None);
        }
        self.backup_now(BackupReason::Daily, now).map(Some)
    }

    /// The backups of this project, oldest first.
    ///
    /// # Errors
    /// Their folder cannot be read.
    pub fn backups(&self) -> Result<Vec<BackupInfo>, StoreError> {
        backups_of(self.path())
    }

    /// Copies a backup to a new file, without what was purged since it was made. The project stays.
    ///
    /// # Errors
    /// [`StoreError::NoBackup`]; [`StoreError::Exists`] where `to` is taken; the backup is damaged or the
    /// copy cannot be written: then nothing is left of it.
    pub fn restore(&self, id: &str, to: &Path, now: Timestamp) -> Result<(), StoreError> {
        let purge = purging::load(&self.db)?;
        restore_from(self.path(), id, to, now, |copy| purging::carry_out(copy, &purge, &[]).map(drop))
    }

    /// Writes a closed copy of the project to a new file.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where `to` is taken; the copy cannot be written: then nothing is left of it.
    pub fn save_copy(&self, to: &Path, now: Timestamp) -> Result<(), StoreError> {
        let to = files::real_path_of_new(to)?;
        files::refuse_existing(&to)?;
        files::whole(&to, |unfinished| {
            self.copy_to(unfinished)?;
            let copy = open::for_writing(unfinished)?;
            meta::become_new_file(&copy, &to, now)?;
            close(copy)
        })
    }

    /// A consistent copy of the file as it is now, without its free pages.
    fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        self.db.run("VACUUM INTO ?1", [open::uri(path, "mode=rwc")]).map(drop)
    }
}

/// The backups of a project, oldest first: also of one that is damaged or gone.
///
/// # Errors
/// Their folder cannot be read.
pub fn backups_of(project: &Path) -> Result<Vec<BackupInfo>, StoreError> {
    Ok(files_in(&folder_of(project))?.iter().filter_map(|path| info(path)).collect())
}

/// Copies a backup of a project to a new file: also of one that is damaged or gone. Of one that can be
/// opened take [`Store::restore`], which knows what was purged since.
///
/// # Errors
/// As for [`Store::restore`].
pub fn restore_backup(project: &Path, id: &str, to: &Path, now: Timestamp) -> Result<(), StoreError> {
    restore_from(project, id, to, now, |_| Ok(()))
}

fn restore_from(
    project: &Path,
    id: &str,
    to: &Path,
    now: Timestamp,
    cleanse: impl FnOnce(&Db) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let to = files::real_path_of_new(to)?;
    files::refuse_existing(&to)?;
    let wanted = |path: &PathBuf| stem(path) == id;
    let from = files_in(&folder_of(project))?.into_iter().find(wanted);
    let from = from.ok_or_else(|| StoreError::NoBackup { id: id.to_owned() })?;
    files::whole(&to, |unfinished| {
        fs::copy(&from, unfinished).map_err(|error| StoreError::from_io(&error, unfinished))?;
        let copy = open::for_writing(unfinished)?;
        cleanse(&copy)?;
        meta::become_new_file(&copy, &to, now)?;
        close(copy)
    })
}

/// Leaves one file, without a journal beside it.
pub(crate) fn close(db: Db) -> Result<(), StoreError> {
    db.batch("PRAGMA journal_mode = DELETE")
}

/// The folder of a project's backups, whether there are any or not.
#[must_use]
pub fn backups_folder(project: &Path) -> PathBuf {
    folder_of(project)
}

pub(crate) fn folder_of(project: &Path) -> PathBuf {
    beside(project, "", "-sauvegardes")
}

/// The files of the backups, oldest first: their names begin with the date.
pub(crate) fn files_in(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let failed = |error: std::io::Error| StoreError::from_io(&error, folder);
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(failed)?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        if parse(&stem(&path)).is_some() && path.extension().is_some_and(|extension| extension == "ancrage") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Removes what backups that were stopped in the middle left: their names begin with a dot.
pub(crate) fn sweep(folder: &Path) -> Result<(), StoreError> {
    let failed = |error: std::io::Error| StoreError::from_io(&error, folder);
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(failed)?,
    };
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        if stem(&path).starts_with('.') {
            files::remove_if_there(&path)?;
        }
    }
    Ok(())
}

fn prune(project: &Path) -> Result<(), StoreError> {
    let files = files_in(&folder_of(project))?;
    let surplus = files.len().saturating_sub(BACKUPS_KEPT);
    files.iter().take(surplus).try_for_each(|path| files::remove_if_there(path))
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

fn file_of(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.ancrage"))
}

/// A name for a backup that is made now: the instant, the reason, a number where that is taken.
fn free_id(folder: &Path, why: BackupReason, now: Timestamp) -> Result<String, StoreError> {
    let instant = format!("{}T{}", day_of(now)?, time_of(now)?);
    let names = (0..).map(|n| format!("{instant}-{n}-{}", why.as_str()));
    let mut free = names.filter(|id| !file_of(folder, id).exists());
    free.next().ok_or_else(|| StoreError::damaged("no name is left for a backup"))
}

fn written(now: Timestamp, format: &str) -> Result<String, StoreError> {
    let instant = jiff::Timestamp::from_millisecond(now.0).map_err(|_| StoreError::BadTime { at: now })?;
    Ok(instant.strftime(format).to_string())
}

fn day_of(now: Timestamp) -> Result<String, StoreError> {
    written(now, "%Y-%m-%d")
}

fn time_of(now: Timestamp) -> Result<String, StoreError> {
    written(now, "%H-%M-%S.%3fZ")
}

/// What the name of a backup says: when and why it was made.
fn parse(id: &str) -> Option<(Timestamp, BackupReason)> {
    let (instant, rest) = id.split_at_checked(id.find('Z')? + 1)?;
    let (day, time) = instant.split_once('T')?;
    let at: jiff::Timestamp = format!("{day}T{}", time.replace('-', ":")).parse().ok()?;
    let (_, why) = rest.strip_prefix('-')?.split_once('-')?;
    let why = BackupReason::ALL.into_iter().find(|reason| reason.as_str() == why)?;
    Some((Timestamp(at.as_millisecond()), why))
}

fn info(path: &Path) -> Option<BackupInfo> {
    let id = stem(path);
    let (at, why) = parse(&id)?;
    let size = fs::metadata(path).map(|metadata| metadata.len()).ok()?;
    let counts = counts(path).ok();
    Some(BackupInfo {
        id,
        at,
        why,
        size,
        ops: counts.map(|(ops, _)| ops),
        codings: counts.map(|(_, codings)| codings),
    })
}

fn counts(path: &Path) -> Result<(u64, u64), StoreError> {
    let db = open::at_rest(path)?;
    let ops = db.one("SELECT count(*) FROM op", [], |row| crate::rows::count(row, 0))?;
    let sql = "SELECT count(*) FROM record WHERE kind = 'coding' AND alive = 1";
    Ok((ops, db.one(sql, [], |row| crate::rows::count(row, 0))?))
}
