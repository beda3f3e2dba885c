//! A project file that is open.

use crate::codec::Codec;
use crate::db::Db;
use crate::lock::WriterLock;
use crate::{BackupReason, StoreError, backup, files, header, meta, open, schema};
use model::Timestamp;
use std::path::{Path, PathBuf};

/// A project file that is open. Not shared between threads: one thread holds it and writes.
pub struct Store {
    // Closed before the lock is given back: fields go in order.
    pub(crate) db: Db,
    pub(crate) codec: Codec,
    path: PathBuf,
    lock: Option<WriterLock>,
    pub(crate) unfinished_purge: Option<StoreError>,
}

impl Store {
    /// Makes a new, empty project file and opens it for writing. The folder exists.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where something is there already; [`StoreError::InUse`],
    /// [`StoreError::ReadOnly`], [`StoreError::DiskFull`] and whatever else keeps a file from being made.
    pub fn create(path: &Path, now: Timestamp) -> Result<Store, StoreError> {
        let path = files::real_path_of_new(path)?;
        files::refuse_existing(&path)?;
        let lock = WriterLock::take(&path)?;
        // Whoever else was making it is done by now.
        files::refuse_existing(&path)?;
        files::whole(&path, |unfinished| build(unfinished, &path, now))?;
        let db = open::for_writing(&path)?;
        Ok(Store { codec: meta::codec(&db)?, db, path, lock: Some(lock), unfinished_purge: None })
    }

    /// Opens a project for writing. A file of an earlier format is brought to the current one first.
    ///
    /// `now` dates the backup that is made before that.
    ///
    /// # Errors
    /// [`StoreError::InUse`] where another window or command has it open for writing; every variant that
    /// says what is wrong with a file or its place. A refused file has not been touched.
    pub fn open(path: &Path, now: Timestamp) -> Result<Store, StoreError> {
        let path = files::real_path(path)?;
        header::inspect(&path, false)?;
        files::refuse_read_only(&path)?;
        let lock = WriterLock::take(&path)?;
        let db = open::for_writing(&path)?;
        let mut store =
            Store { codec: meta::codec(&db)?, db, path, lock: Some(lock), unfinished_purge: None };
        files::discard(&files::unfinished(&store.path))?;
        if schema::version(&store.db)? < schema::CURRENT {
            store.backup_now(BackupReason::Migration, now)?;
            store.db.write(|| schema::migrate(&store.db, store.codec, schema::CURRENT))?;
        }
        store.resume_purge()?;
        Ok(store)
    }

    /// Opens a project for reading, whether or not it is open for writing elsewhere. A file of an earlier
    /// format stays as it is: what is read is a copy in memory.
    ///
    /// # Errors
    /// [`StoreError::NeedsRecovery`] where a crash left the file half written and its place cannot be
    /// written; every variant that says what is wrong with a file.
    pub fn open_read_only(path: &Path) -> Result<Store, StoreError> {
        let path = files::real_path(path)?;
        // Said before anything else is tried: what the path is at all.
        header::inspect(&path, false)?;
        let mut db = open::for_reading(&path)?;
        let codec = meta::codec(&db)?;
        if schema::version(&db)? < schema::CURRENT {
            db = open::copy_in_memory(&db)?;
            db.write(|| schema::migrate(&db, codec, schema::CURRENT))?;
        }
        Ok(Store { db, codec, path, lock: None, unfinished_purge: None })
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

/// Makes a project with nothing in it.
fn build(unfinished: &Path, path: &Path, now: Timestamp) -> Result<(), StoreError> {
    let codec = Codec::default();
    let db = open::new_file(unfinished)?;
    db.batch(&format!("PRAGMA application_id = {}", schema::APPLICATION_ID))?;
    db.write(|| {
        schema::migrate(&db, codec, 1)?;
        meta::begin(&db, codec, path, now)?;
        schema::migrate(&db, codec, schema::CURRENT)
    })?;
    backup::close(db)
}
