//! What can be told from a file's first bytes, before the database opens it.
//!
//! SQLite would answer "not a database" or "malformed" for files that people confuse in different ways,
//! and it writes to a file that a crash left half done. So the bytes are looked at first: a file that is
//! refused has not been touched.

use crate::StoreError;
use crate::schema::{APPLICATION_ID, CURRENT};
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const LENGTH: usize = 100;

/// Refuses whatever is no project file of a known format.
///
/// `whole` says that nobody is in the middle of writing, so that the length can be judged as well.
pub(crate) fn inspect(path: &Path, whole: bool) -> Result<(), StoreError> {
    let metadata = fs::metadata(path).map_err(|error| StoreError::from_io(&error, path))?;
    let owned = || path.to_path_buf();
    if metadata.is_dir() {
        return Err(StoreError::IsFolder { path: owned() });
    }
    let length = metadata.len();
    if length == 0 {
        return Err(StoreError::Empty { path: owned() });
    }
    let first = first_bytes(path)?;
    if !MAGIC.starts_with(&first[..first.len().min(MAGIC.len())]) {
        return Err(StoreError::NotAProject { path: owned() });
    }
    let Some(header) = first.first_chunk::<LENGTH>() else {
        return Err(StoreError::Truncated { path: owned(), expected: LENGTH as u64, found: length });
    };
    if number(header, 68) != APPLICATION_ID {
        return Err(StoreError::NotAProject { path: owned() });
    }
    let format = number(header, 60);
    if format > CURRENT {
        return Err(StoreError::Newer { path: owned(), found: format, known: CURRENT });
    }
    match stated_length(header) {
        Some(expected) if whole && length < expected => {
            Err(StoreError::Truncated { path: owned(), expected, found: length })
        }
        _ => Ok(()),
    }
}

fn first_bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::with_capacity(LENGTH);
    let read = File::open(path).and_then(|file| file.take(LENGTH as u64).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            Err(StoreError::Gone { detail: error.to_string() })
        }
        Err(error) => Err(StoreError::from_io(&error, path)),
    }
}

/// How many bytes the file says that it has, where what it says is up to date.
fn stated_length(header: &[u8; LENGTH]) -> Option<u64> {
    let page_size = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65536,
        size => u64::from(size),
    };
    let pages = u64::from(number(header, 28));
    // The count of pages is valid only for the change that it was written with.
    (number(header, 24) == number(header, 92) && pages > 0).then_some(pages * page_size)
}

fn number(header: &[u8; LENGTH], at: usize) -> u32 {
    u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
}
