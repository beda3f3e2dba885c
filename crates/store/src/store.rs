//! A project file that is open.

use crate::codec::Codec;
use crate::db::Db;
use crate::lock::{WriterLock, beside};
use crate::{StoreError, header, meta, open, schema};
use model::Timestamp;
use std::fs;
use std::path::{Path, PathBuf};

/// A project file that is open. Not shared between threads: one thread holds it and writes.
pub struct Store {
    // Closed before the lock is given back: fields go in order.
    pub(crate) db: Db,
    pub(crate) codec: Codec,
    path: PathBuf,
    lock: Option<WriterLock>,
}

impl Store {
    /// Makes a new, empty project file and opens it for writing. The folder exists.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where something is there already; [`StoreError::InUse`],
    /// [`StoreError::ReadOnly`], [`StoreError::DiskFull`] and whatever else keeps a file from being made.
    pub fn create(path: &Path, now: Timestamp) -> Result<Store, StoreError> {
        let path = real_path_of_new(path)?;
        let lock = WriterLock::take(&path)?;
        if fs::symlink_metadata(&path).is_ok() {
            return Err(StoreError::Exists { path });
        }
        let unfinished = beside(&path, ".", ".new");
        remove_if_there(&unfinished)?;
        let made = build(&unfinished, &path, now);
        if made.is_err() {
            _ = fs::remove_file(&unfinished);
        }
        made?;
        sync_folder(&path)?;
        let db = open::for_writing(&path)?;
        Ok(Store { codec: meta::codec(&db)?, db, path, lock: Some(lock) })
    }

    /// Opens a project for writing. A file of an earlier format is brought to the current one first.
    ///
    /// `now` dates the backup that is made before that.
    ///
    /// # Errors
    /// [`StoreError::InUse`] where another window or command has it open for writing; every variant that
    /// says what is wrong with a file or its place. A refused file has not been touched.
    pub fn open(path: &Path, now: Timestamp) -> Result<Store, StoreError> {
        let path = real_path(path)?;
        header::inspect(&path, false)?;
        refuse_read_only(&path)?;
        let lock = WriterLock::take(&path)?;
        let db = open::for_writing(&path)?;
        let mut store = Store { codec: meta::codec(&db)?, db, path, lock: Some(lock) };
        if schema::version(&store.db)? < schema::CURRENT {
            store.migrate(now)?;
        }
        Ok(store)
    }

    /// Opens a project for reading, whether or not it is open for writing elsewhere. A file of an earlier
    /// format stays as it is: what is read is a copy in memory.
    ///
    /// # Errors
    /// [`StoreError::NeedsRecovery`] where a crash left the file half written and its place cannot be
    /// written; every variant that says what is wrong with a file.
    pub fn open_read_only(path: &Path) -> Result<Store, StoreError> {
        let path = real_path(path)?;
        // Said before anything else is tried: what the path is at all.
        header::inspect(&path, false)?;
        let mut db = open::for_reading(&path)?;
        let codec = meta::codec(&db)?;
        if schema::version(&db)? < schema::CURRENT {
            db = open::copy_in_memory(&db)?;
            db.write(|| schema::migrate(&db, codec, schema::CURRENT))?;
        }
        Ok(Store { db, codec, path, lock: None })
    }

    /// Closes the file; the same as letting go of the store.
    pub fn close(self) {}

    /// The real path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// True when the file was opened for writing.
    #[must_use]
    pub fn is_writable(&self) -> bool {
        self.lock.is_some()
    }

    pub(crate) fn for_writing(&self) -> Result<(), StoreError> {
        if self.is_writable() { Ok(()) } else { Err(StoreError::OpenedForReading) }
    }

    fn migrate(&mut self, _now: Timestamp) -> Result<(), StoreError> {
        self.db.write(|| schema::migrate(&self.db, self.codec, schema::CURRENT))
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if self.is_writable() {
            // Removes the empty journal, so that one file is left. Where that fails it does no harm.
            _ = self.db.batch("PRAGMA journal_mode = DELETE");
        }
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("path", &self.path).field("writable", &self.is_writable()).finish()
    }
}

/// Makes a whole project under another name and moves it to its own: a crash leaves no half file there.
fn build(unfinished: &Path, path: &Path, now: Timestamp) -> Result<(), StoreError> {
    let codec = Codec::default();
    let db = open::new_file(unfinished)?;
    db.batch(&format!("PRAGMA application_id = {}", schema::APPLICATION_ID))?;
    db.write(|| {
        schema::migrate(&db, codec, 1)?;
        meta::begin(&db, codec, path, now)?;
        schema::migrate(&db, codec, schema::CURRENT)
    })?;
    db.batch("PRAGMA journal_mode = DELETE")?;
    drop(db);
    fs::rename(unfinished, path).map_err(|error| StoreError::from_io(&error, path))
}

/// The path of a file that is there, without links: its lock must be the same from wherever it is opened.
fn real_path(path: &Path) -> Result<PathBuf, StoreError> {
    fs::canonicalize(path).map_err(|error| StoreError::from_io(&error, path))
}

/// The path of a file that is to be made, its folder without links.
fn real_path_of_new(path: &Path) -> Result<PathBuf, StoreError> {
    let not_there = || StoreError::NotFound { path: path.to_path_buf() };
    let name = path.file_name().ok_or_else(not_there)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(real_path(folder)?.join(name))
}

fn refuse_read_only(path: &Path) -> Result<(), StoreError> {
    let opened = fs::OpenOptions::new().write(true).open(path);
    opened.map(drop).map_err(|error| StoreError::from_io(&error, path))
}

fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::from_io(&error, path)),
        _ => Ok(()),
    }
}

/// Secures a new name in a folder; where folders cannot be synced (Windows) the system sees to it.
pub(crate) fn sync_folder(file: &Path) -> Result<(), StoreError> {
    if cfg!(unix)
        && let Some(folder) = file.parent()
    {
        let synced = fs::File::open(folder).and_then(|folder| folder.sync_all());
        synced.map_err(|error| StoreError::from_io(&error, folder))?;
    }
    Ok(())
}
