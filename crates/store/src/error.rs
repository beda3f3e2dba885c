//! What can go wrong with a project file, each cause with what is known of it.

use crate::Finding;
use model::take_back::Standing;
use model::{Digest, OpId, RecordId, Timestamp};
use rusqlite::{ErrorCode, ffi};
use std::path::PathBuf;

/// Why the project file could not be opened, read or written.
///
/// Unless a variant says otherwise the file is as it was before the call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no file at the path.
    #[error("there is no file at {}", .path.display())]
    NotFound {
        /// The path that was asked for.
        path: PathBuf,
    },
    /// The path names a folder.
    #[error("{} is a folder, not a project file", .path.display())]
    IsFolder {
        /// The path that was asked for.
        path: PathBuf,
    },
    /// A file that would be made is there already.
    #[error("{} exists already", .path.display())]
    Exists {
        /// The path that was asked for.
        path: PathBuf,
    },
    /// The file has no content.
    #[error("{} is empty", .path.display())]
    Empty {
        /// The path that was asked for.
        path: PathBuf,
    },
    /// The file is something else: no database, or the database of another program.
    #[error("{} is not an Ancrage project", .path.display())]
    NotAProject {
        /// The path that was asked for.
        path: PathBuf,
    },
    /// The file was written by a later version of the program.
    #[error("{} has format {found}; this program knows formats up to {known}", .path.display())]
    Newer {
        /// The path that was asked for.
        path: PathBuf,
        /// The format of the file.
        found: u32,
        /// The latest format known here.
        known: u32,
    },
    /// The file is shorter than it says itself: its end is missing.
    #[error("{} is cut short: {found} bytes are there of {expected}", .path.display())]
    Truncated {
        /// The path that was asked for.
        path: PathBuf,
        /// How many bytes the file should have.
        expected: u64,
        /// How many it has.
        found: u64,
    },
    /// The file's content contradicts itself.
    #[error("the project file is damaged: {detail}")]
    Damaged {
        /// What was found, for a report.
        detail: String,
    },
    /// The file, its folder or its device cannot be written.
    #[error("the project file cannot be written: it or its folder is read-only")]
    ReadOnly,
    /// The store was opened for reading and was asked to write.
    #[error("the project was opened for reading only")]
    OpenedForReading,
    /// Another window or command has the project open for writing, or reads it at length.
    #[error("the project is in use elsewhere")]
    InUse,
    /// No space is left on the device.
    #[error("no space is left on the disk")]
    DiskFull,
    /// The device does not answer: a stick was pulled out, a share is away, a disk fails.
    #[error("the project file cannot be reached: {detail}")]
    Gone {
        /// What the system said.
        detail: String,
    },
    /// A program stopped in the middle of writing, and what it left cannot be put right without
    /// writing, which is not possible here.
    #[error("the project was left in the middle of an act and must first be opened for writing")]
    NeedsRecovery,
    /// The system offers no lock for files in this place.
    #[error("files cannot be locked here: {detail}")]
    NoLock {
        /// What the system said.
        detail: String,
    },
    /// The operation is in the journal already.
    #[error("operation {op} is in the project already")]
    OpExists {
        /// The operation.
        op: OpId,
    },
    /// An operation cannot be written as it is: a number that is not finite, a counter out of range.
    #[error("operation {op} cannot be stored: {detail}")]
    Unstorable {
        /// The operation.
        op: OpId,
        /// Why.
        detail: String,
    },
    /// The bytes of a blob are not those that its digest names.
    #[error("a blob announced as {expected} is {found}")]
    BlobDiffers {
        /// The digest that was announced.
        expected: Digest,
        /// The digest of the bytes.
        found: Digest,
    },
    /// There is no such backup.
    #[error("there is no backup `{id}`")]
    NoBackup {
        /// What was asked for.
        id: String,
    },
    /// An instant beyond what a date can say.
    #[error("{} ms is no date", .at.0)]
    BadTime {
        /// The instant.
        at: Timestamp,
    },
    /// The other project is about another study.
    #[error("the other project is about another study")]
    OtherStudy {
        /// The study of this project.
        ours: Option<RecordId>,
        /// The study of the other.
        theirs: Option<RecordId>,
    },
    /// The other project is damaged, so nothing is taken from it.
    #[error("the other project is damaged: {} faults, the first: {}", .findings.len(), first(.findings))]
    OtherDamaged {
        /// What the check found.
        findings: Vec<Finding>,
    },
    /// The other project is too damaged to be read, so nothing is taken from it.
    #[error("the other project is damaged: {detail}")]
    OtherBroken {
        /// What was found.
        detail: String,
    },
    /// The two projects hold different operations under one identifier: one of them was tampered with.
    #[error("operation {op} is not the same in both projects")]
    Clash {
        /// The operation.
        op: OpId,
    },
    /// There is no such merge, or it was taken back already.
    #[error("there is no merge to take back")]
    NoMerge,
    /// Later work rests on what the merge brought.
    #[error("operation {} rests on what the merge brought", .standing.op)]
    StoodOn {
        /// The later operation, and what it rests on.
        standing: Standing,
    },
    /// The place of something that is no record of the project.
    #[error("a place is given for {coding}, which is not a record of the project")]
    NoSuchCoding {
        /// The record.
        coding: RecordId,
    },
}

impl StoreError {
    /// The same of another project than the open one: what is damaged is that one.
    #[must_use]
    pub fn of_other(self) -> StoreError {
        match self {
            StoreError::Damaged { detail } => StoreError::OtherBroken { detail },
            other => other,
        }
    }

    pub(crate) fn damaged(detail: impl Into<String>) -> StoreError {
        StoreError::Damaged { detail: detail.into() }
    }

    /// What the database said, in the project's words.
    pub(crate) fn from_sqlite(error: &rusqlite::Error) -> StoreError {
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::InUse,
            Some(ErrorCode::ReadOnly) if says(error, RECOVERY) => StoreError::NeedsRecovery,
            // Renamed, removed or replaced while it was open: what is written would go to a lost file.
            Some(ErrorCode::ReadOnly) if says(error, &[ffi::SQLITE_READONLY_DBMOVED]) => {
                StoreError::Gone { detail }
            }
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => StoreError::ReadOnly,
            Some(
                ErrorCode::CannotOpen
                | ErrorCode::SystemIoFailure
                | ErrorCode::OutOfMemory
                | ErrorCode::FileLockingProtocolFailed,
            ) => StoreError::Gone { detail },
            _ => StoreError::Damaged { detail },
        }
    }

    /// What the file system said about `path`, in the project's words.
    pub(crate) fn from_io(error: &std::io::Error, path: &std::path::Path) -> StoreError {
        use std::io::ErrorKind;
        let path = path.to_path_buf();
        match error.kind() {
            ErrorKind::NotFound => StoreError::NotFound { path },
            ErrorKind::AlreadyExists => StoreError::Exists { path },
            ErrorKind::IsADirectory => StoreError::IsFolder { path },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::DiskFull,
            _ => StoreError::Gone { detail: error.to_string() },
        }
    }
}

fn first(findings: &[Finding]) -> String {
    findings.first().map(ToString::to_string).unwrap_or_default()
}

const RECOVERY: &[i32] = &[ffi::SQLITE_READONLY_ROLLBACK, ffi::SQLITE_READONLY_RECOVERY];

fn says(error: &rusqlite::Error, codes: &[i32]) -> bool {
    error.sqlite_error().is_some_and(|error| codes.contains(&error.extended_code))
}
