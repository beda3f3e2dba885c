//! One writer for each project file: a lock beside it that dies with the process.

use crate::StoreError;
use crate::files::beside;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// Held while a project is open for writing.
///
/// The lock is the operating system's, on `.NAME.ancrage.lock` beside the file; the file's presence alone
/// means nothing. It is removed on a clean close.
#[derive(Debug)]
pub(crate) struct WriterLock {
    file: File,
    path: PathBuf,
}

impl WriterLock {
    /// Takes the lock of a project file, given by its real path (no links).
    pub(crate) fn take(project: &Path) -> Result<WriterLock, StoreError> {
        let path = beside(project, ".", ".lock");
        loop {
            let failed = |error| StoreError::from_io(&error, &path);
            let file =
                OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(StoreError::InUse),
                Err(TryLockError::Error(error)) => {
                    return Err(StoreError::NoLock { detail: error.to_string() });
                }
            }
            // Whoever closed in between removed the file that we locked: a lock on a file without a
            // name keeps nobody out.
            if is_the_file_at(&file, &path) {
                return Ok(WriterLock { file, path });
            }
        }
    }
}

impl WriterLock {
    /// Takes the lock where nobody has it; `None` where somebody does.
    ///
    /// # Errors
    /// [`StoreError::NeedsRecovery`] where no lock can be made: who only reads cannot repair either.
    pub(crate) fn take_if_free(project: &Path) -> Result<Option<WriterLock>, StoreError> {
        match WriterLock::take(project) {
            Ok(lock) => Ok(Some(lock)),
            Err(StoreError::InUse) => Ok(None),
            Err(_) => Err(StoreError::NeedsRecovery),
        }
    }
}

impl Drop for WriterLock {
    fn drop(&mut self) {
        // Removed while it is still held, so that nobody can have taken it. Where it cannot be removed
        // it stays, and does no harm.
        if cfg!(unix) {
            _ = fs::remove_file(&self.path);
        }
        _ = self.file.unlock();
    }
}

#[cfg(unix)]
fn is_the_file_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(held), Ok(named)) = (file.metadata(), fs::metadata(path)) else { return false };
    (held.dev(), held.ino()) == (named.dev(), named.ino())
}

/// Where an open file cannot be told from another, lock files are never removed.
#[cfg(not(unix))]
fn is_the_file_at(_file: &File, _path: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_writer_is_refused_until_the_first_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let project = folder.path().join("étude.ancrage");
        let first = WriterLock::take(&project).unwrap();
        assert_eq!(WriterLock::take(&project).unwrap_err(), StoreError::InUse);
        drop(first);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        WriterLock::take(&project).unwrap();
    }

    #[test]
    fn the_lock_file_of_a_dead_process_keeps_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        let project = folder.path().join("étude.ancrage");
        fs::write(beside(&project, ".", ".lock"), "").unwrap();
        WriterLock::take(&project).unwrap();
    }
}
