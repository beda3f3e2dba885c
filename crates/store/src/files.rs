//! Files as wholes: names beside each other, files that appear complete or not at all.

use crate::StoreError;
use crate::leftover::journal_path;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A name in the folder of `path`, made of its own name with something before and after it.
pub(crate) fn beside(path: &Path, before: &str, after: &str) -> PathBuf {
    let mut name = OsString::from(before);
    name.push(path.file_name().unwrap_or_default());
    name.push(after);
    path.with_file_name(name)
}

/// The path of a file that is there, without links: its lock must be the same from wherever it is opened.
pub(crate) fn real_path(path: &Path) -> Result<PathBuf, StoreError> {
    fs::canonicalize(path).map_err(|error| StoreError::from_io(&error, path))
}

/// The path of a file that is to be made, its folder without links.
pub(crate) fn real_path_of_new(path: &Path) -> Result<PathBuf, StoreError> {
    let nowhere = || StoreError::NotFound { path: path.to_path_buf() };
    let name = path.file_name().ok_or_else(nowhere)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(real_path(folder)?.join(name))
}

/// Refuses a path at which something is already, be it a link to nowhere.
pub(crate) fn refuse_existing(path: &Path) -> Result<(), StoreError> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(StoreError::Exists { path: path.to_path_buf() });
    }
    Ok(())
}

/// Refuses a file that may not be written, before anything is tried on it.
pub(crate) fn refuse_read_only(path: &Path) -> Result<(), StoreError> {
    let opened = fs::OpenOptions::new().write(true).open(path);
    opened.map(drop).map_err(|error| StoreError::from_io(&error, path))
}

/// Makes a file whole or not at all: built under another name in the same folder, brought to the disk,
/// and only then given its own. Takes the place of what is there.
pub(crate) fn whole(
    path: &Path,
    build: impl FnOnce(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let unfinished = unfinished(path);
    discard(&unfinished)?;
    let failed = |error: std::io::Error| StoreError::from_io(&error, path);
    let built = build(&unfinished).and_then(|()| {
        fs::OpenOptions::new()
            .write(true)
            .open(&unfinished)
            .and_then(|file| file.sync_all())
            .map_err(failed)?;
        fs::rename(&unfinished, path).map_err(failed)
    });
    if built.is_err() {
        // The first error says why; what cannot be removed now is removed the next time.
        _ = discard(&unfinished);
    }
    built?;
    sync_folder(path)
}

/// The name under which a file is built.
pub(crate) fn unfinished(path: &Path) -> PathBuf {
    beside(path, ".", ".new")
}

/// Removes a database that was not finished, with its journal.
pub(crate) fn discard(unfinished: &Path) -> Result<(), StoreError> {
    remove_if_there(&journal_path(unfinished))?;
    remove_if_there(unfinished)
}

/// Removes a file, where there is one.
pub(crate) fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(StoreError::from_io(&error, path)),
        _ => Ok(()),
    }
}

/// Secures a new name in its folder; where folders cannot be synced (Windows) the system sees to it.
pub(crate) fn sync_folder(file: &Path) -> Result<(), StoreError> {
    if cfg!(unix)
        && let Some(folder) = file.parent()
    {
        let synced = fs::File::open(folder).and_then(|folder| folder.sync_all());
        synced.map_err(|error| StoreError::from_io(&error, folder))?;
    }
    Ok(())
}
