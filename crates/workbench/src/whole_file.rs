//! Files written whole or not at all.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// What every database begins with (<https://www.sqlite.org/fileformat.html>, section 1.3).
const DATABASE: &[u8; 16] = b"SQLite format 3\0";

/// Writes a file beside its place, then moves it there: whatever happens, the place holds what it held or
/// all of the new content. A study is never replaced: whoever names it as the place of something else is
/// mistaken in the name. What is no file at all (a pipe, a device) is written to as it stands: nothing may take its
/// place. What a writer of the same file left that was killed is cleared away.
///
/// # Errors
/// When it cannot be written; nothing is left of it then. When there is a project at that place.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let Some(name) = path.file_name() else { return Err(io::ErrorKind::IsADirectory.into()) };
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return File::options().write(true).open(path)?.write_all(bytes);
    }
    if is_database(path) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let unfinished = path.with_file_name(unfinished_name(name, &std::process::id().to_string()));
    leftovers(path, name).iter().for_each(|left| clear(left));
    let written = place(&unfinished, path, bytes);
    if written.is_err() {
        drop(fs::remove_file(&unfinished));
    }
    written
}

/// Writes the unfinished file and moves it to its place. It is locked meanwhile: by that others know that
/// whoever writes it is alive.
fn place(unfinished: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(unfinished)?;
    // A file system without locks: the file is written all the same, and others leave it alone.
    drop(file.try_lock());
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(unfinished, path)
}

/// The name that a file has until it is finished.
fn unfinished_name(name: &OsStr, process: &str) -> OsString {
    let mut unfinished = OsString::from(".");
    unfinished.push(name);
    unfinished.push(format!(".{process}.new"));
    unfinished
}

/// What writers of this very file left beside it, or are still writing.
fn leftovers(path: &Path, name: &OsStr) -> Vec<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let is_left = |found: &OsStr| {
        let found = found.to_string_lossy();
        let name = name.to_string_lossy();
        let process = found
            .strip_prefix('.')
            .and_then(|rest| rest.strip_prefix(name.as_ref()))
            .and_then(|rest| rest.strip_prefix('.'))
            .and_then(|rest| rest.strip_suffix(".new"));
        process.is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let found = entries.flatten().map(|entry| entry.file_name()).filter(|found| is_left(found));
    found.map(|found| path.with_file_name(found)).collect()
}

/// Removes what a writer left that was killed: the system gives its lock back when it ends, however it
/// ends. One that is alive keeps its file, and so does one whose lock nobody can ask for.
fn clear(left: &Path) {
    let is_file = fs::symlink_metadata(left).is_ok_and(|there| there.is_file());
    let free = is_file && File::options().write(true).open(left).is_ok_and(|file| file.try_lock().is_ok());
    if free {
        drop(fs::remove_file(left));
    }
}

fn is_database(path: &Path) -> bool {
    let mut beginning = [0; DATABASE.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut beginning)).is_ok() && beginning == *DATABASE
}

#[cfg(test)]
mod tests {
    use super::write;
    use std::fs;

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_stays_what_it_is() {
        use std::os::unix::fs::FileTypeExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("prise");
        let _open = std::os::unix::net::UnixListener::bind(&path).unwrap();
        assert!(write(&path, b"x").is_err(), "a socket is not opened for writing");
        assert!(fs::metadata(&path).unwrap().file_type().is_socket());
    }

    #[test]
    fn what_a_killed_writer_left_goes_and_what_is_being_written_or_is_anothers_stays() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str| {
            let path = folder.path().join(name);
            fs::write(&path, b"x").unwrap();
            path
        };
        let killed = put(".sortie.csv.4000001.new");
        let written = put(".sortie.csv.4000002.new");
        let others =
            [put(".autre.csv.4000001.new"), put(".sortie.csv.brouillon.new"), put("sortie.csv.1.new")];
        let open = fs::File::options().write(true).open(&written).unwrap();
        open.try_lock().unwrap();
        write(&folder.path().join("sortie.csv"), b"un").unwrap();
        assert!(!killed.exists());
        assert!(written.exists() && others.iter().all(|other| other.exists()));
        drop(open);
        write(&folder.path().join("sortie.csv"), b"deux").unwrap();
        assert!(!written.exists());
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sortie.csv");
        write(&path, b"un").unwrap();
        write(&path, b"deux").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"deux");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let study = folder.path().join("étude.ancrage");
        fs::write(&study, b"SQLite format 3\0 and what follows").unwrap();
        let refused = write(&study, b"x").unwrap_err();
        assert_eq!(refused.kind(), std::io::ErrorKind::AlreadyExists);
        assert!(fs::read(&study).unwrap().starts_with(b"SQLite"));
        fs::remove_file(&study).unwrap();
        assert!(write(&folder.path().join("absent/sortie.csv"), b"x").is_err());
        assert!(write(folder.path(), b"x").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
