//! What went wrong with the project file, or with any file of the disk, in words.

use i18n::Lang;
use std::io;
use std::path::Path;
use store::StoreError;

/// A path as it is shown, or « le fichier de l’étude » where it is not known.
pub(super) fn shown(lang: Lang, file: Option<&Path>) -> String {
    file.map_or_else(|| i18n::error_this_file(lang).to_owned(), |file| file.to_string_lossy().into_owned())
}

/// The folder of a file, as it is shown.
fn folder(file: Option<&Path>) -> String {
    let folder = file.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_string_lossy().into_owned()
}

pub(super) fn store_error(lang: Lang, file: Option<&Path>, error: &StoreError) -> String {
    let at = |path: &Path| path.to_string_lossy().into_owned();
    let here = shown(lang, file);
    match error {
        StoreError::NotFound { path } => i18n::error_file_not_found(lang, &at(path)),
        StoreError::IsFolder { path } => i18n::error_file_is_folder(lang, &at(path)),
        StoreError::Exists { path } => i18n::error_file_exists(lang, &at(path)),
        StoreError::Empty { path } => i18n::error_study_empty(lang, &at(path)),
        StoreError::NotAProject { path } => i18n::error_not_a_study(lang, &at(path)),
        StoreError::Newer { path, .. } => i18n::error_study_newer(lang, &at(path)),
        StoreError::Truncated { path, expected, found } => {
            let reason = i18n::error_study_cut(lang, &expected.to_string(), &found.to_string());
            i18n::error_study_damaged(lang, &at(path), &reason)
        }
        StoreError::Damaged { detail } => i18n::error_study_damaged(lang, &here, detail),
        StoreError::ReadOnly if file.is_some_and(|file| !file.exists()) => {
            i18n::error_folder_takes_nothing(lang, &here, &folder(file))
        }
        StoreError::ReadOnly => i18n::error_study_read_only(lang, &here),
        StoreError::OpenedForReading => i18n::error_opened_for_reading(lang).to_owned(),
        StoreError::InUse => i18n::error_study_locked(lang, &here),
        StoreError::DiskFull => i18n::error_disk_full(lang, &here),
        StoreError::Gone { detail } => i18n::error_study_gone(lang, &here, detail),
        StoreError::NeedsRecovery => i18n::error_study_interrupted(lang, &here),
        StoreError::NoLock { detail } => i18n::error_study_no_lock(lang, &here, detail),
        StoreError::NoBackup { id } => i18n::error_backup_unknown(lang, id),
        StoreError::OtherStudy { .. } => i18n::error_merge_different_study(lang).to_owned(),
        StoreError::OtherDamaged { findings } => {
            let first = findings.first().map(ToString::to_string).unwrap_or_default();
            i18n::error_merge_other_damaged(lang, &first)
        }
        StoreError::OtherBroken { detail } => i18n::error_merge_other_damaged(lang, detail),
        StoreError::Clash { op } => i18n::error_merge_same_op_differs(lang, &op.to_string()),
        StoreError::NoMerge => i18n::error_no_merge(lang).to_owned(),
        StoreError::StoodOn { standing } => {
            let somebody = i18n::error_somebody(lang);
            i18n::error_take_back_stands_on(lang, somebody, &standing.op.to_string())
        }
        // Faults of the program, not of the user's file: the report needs their exact words.
        StoreError::OpExists { .. }
        | StoreError::Unstorable { .. }
        | StoreError::BlobDiffers { .. }
        | StoreError::BadTime { .. }
        | StoreError::NoSuchCoding { .. } => i18n::error_unexpected(lang, &error.to_string()),
    }
}

/// What the system said of a file that the user named.
pub(super) fn io_error(lang: Lang, path: &Path, error: &io::Error) -> String {
    let file = path.to_string_lossy();
    match error.kind() {
        io::ErrorKind::NotFound => i18n::error_file_not_found(lang, &file),
        io::ErrorKind::IsADirectory => i18n::error_file_is_folder(lang, &file),
        io::ErrorKind::AlreadyExists => i18n::error_file_exists(lang, &file),
        _ if in_use(error) => i18n::error_file_in_use(lang, &file),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => i18n::error_disk_full(lang, &file),
        _ => i18n::error_file_not_opened(lang, &file, &reason(lang, error)),
    }
}

/// What the system said, in the user's language where it is a usual thing.
#[must_use]
pub fn reason(lang: Lang, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            i18n::error_reason_denied(lang).to_owned()
        }
        io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof => {
            i18n::error_reason_interrupted(lang).to_owned()
        }
        _ => error.to_string(),
    }
}

/// Another program has the file open and lets nobody else in: Windows says so for a document that Word
/// keeps to itself (sharing and lock violations).
fn in_use(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::ResourceBusy
        || (cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)))
}
