//! Files as they are read from a disk: bounded, never waiting for a file that gives nothing, and whole.

use crate::failure::Failure;
use std::fs::{File, Metadata};
use std::io::{self, Read as _};
use std::path::Path;

/// The name of a file, without its folder, whatever its encoding.
#[must_use]
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The bytes of a transcript's file.
///
/// # Errors
/// When it is no ordinary file, is larger than what is read, changes meanwhile, or cannot be read.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    // A file that is being written is looked at once more before it is given up.
    match once(path)? {
        Some(bytes) => Ok(bytes),
        None => once(path)?.ok_or_else(|| Failure::FileChanging { path: path.to_owned() }),
    }
}

/// `None` when the file changed while it was read.
fn once(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    let at = |source| Failure::File { path: path.to_owned(), source };
    // Before it is opened: opening a pipe would wait for whoever writes into it.
    is_file(path, &std::fs::metadata(path).map_err(at)?)?;
    let mut file = File::open(path).map_err(at)?;
    let before = file.metadata().map_err(at)?;
    is_file(path, &before)?;
    within_limit(path, before.len())?;
    let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or_default());
    (&mut file).take(formats::FILE_LIMIT + 1).read_to_end(&mut bytes).map_err(at)?;
    within_limit(path, bytes.len() as u64)?;
    let after = file.metadata().map_err(at)?;
    let same = before.len() == after.len() && before.modified().ok() == after.modified().ok();
    Ok(same.then_some(bytes))
}

fn is_file(path: &Path, about: &Metadata) -> Result<(), Failure> {
    if about.is_dir() {
        return Err(Failure::File { path: path.to_owned(), source: io::ErrorKind::IsADirectory.into() });
    }
    if about.is_file() { Ok(()) } else { Err(Failure::NotAFile { path: path.to_owned() }) }
}

fn within_limit(path: &Path, size: u64) -> Result<(), Failure> {
    if size <= formats::FILE_LIMIT {
        return Ok(());
    }
    let source = formats::ReadError::TooLarge { size, limit: formats::FILE_LIMIT };
    Err(Failure::Transcript { file: file_name(path), source })
}
