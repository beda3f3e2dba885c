//! Files as they are read from a disk: bounded, never waiting for a file that gives nothing, and whole.

use crate::failure::Failure;
use std::fs::{File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// The name of a file, without its folder, whatever its encoding.
#[must_use]
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The endings of files that can hold a transcript.
pub const ENDINGS: [&str; 20] = [
    "docx", "odt", "rtf", "txt", "vtt", "srt", "pdf", "md", "html", "htm", "mht", "mhtml", "csv", "tsv",
    "xlsx", "ods", "json", "textgrid", "eaf", "markdown",
];

/// Tables and data, which may just as well hold something else: such files are taken only when they are chosen
/// themselves, not with the folder in which they lie.
const TABLES: [&str; 5] = ["csv", "tsv", "xlsx", "ods", "json"];

/// Files as a hand drops them: a folder stands for the transcripts that lie in it, by name, without those
/// that programs hide there.
#[must_use]
pub fn unfolded(paths: Vec<PathBuf>) -> Vec<PathBuf> {
    let is_transcript = |path: &PathBuf| {
        let name = file_name(path);
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let known = ending
            .is_some_and(|ending| ENDINGS.contains(&ending.as_str()) && !TABLES.contains(&ending.as_str()));
        known && !name.starts_with(['.', '~']) && path.is_file()
    };
    let mut files = Vec::new();
    for path in paths {
        // A folder that cannot be listed is left to be refused in words.
        let Ok(entries) = std::fs::read_dir(&path) else {
            files.push(path);
            continue;
        };
        let mut inside: Vec<PathBuf> =
            entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_transcript).collect();
        if inside.is_empty() {
            files.push(path);
        }
        inside.sort_by_key(|path| natural(&file_name(path)));
        files.append(&mut inside);
    }
    files
}

/// `EMG 2` before `EMG 10`: numbers are padded.
fn natural(name: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    for letter in name.to_lowercase().chars().chain(['\0']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            key.push_str(&format!("{digits:0>12}"));
            digits.clear();
        }
        key.push(letter);
    }
    key
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_stands_for_the_transcripts_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["EMG 10.docx", "EMG 2.DOCX", "~$EMG 2.docx", ".caché.txt", "notes.csv", "a.vtt"] {
            std::fs::write(at(name), "x").unwrap();
        }
        std::fs::create_dir(at("vide")).unwrap();
        let found = unfolded(vec![at("absent.txt"), folder.path().to_owned(), at("vide")]);
        let names: Vec<String> = found.iter().map(|path| file_name(path)).collect();
        assert_eq!(names, ["absent.txt", "a.vtt", "EMG 2.DOCX", "EMG 10.docx", "vide"]);
    }
}
