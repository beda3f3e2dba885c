//! Files written whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

/// What every database begins with (<https://www.sqlite.org/fileformat.html>, section 1.3).
const DATABASE: &[u8; 16] = b"SQLite format 3\0";

/// Writes a file beside its place, then moves it there: whatever happens, the place holds what it held or
/// all of the new content. A study is never replaced: whoever names it as the place of something else is
/// mistaken in the name. What is no file at all (a pipe, a device) is written to as it stands: nothing may take its
/// place.
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
    let mut unfinished = OsString::from(".");
    unfinished.push(name);
    unfinished.push(format!(".{}.new", std::process::id()));
    let unfinished = path.with_file_name(unfinished);
    let written = File::create_new(&unfinished)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&unfinished, path));
    if written.is_err() {
        drop(fs::remove_file(&unfinished));
    }
    written
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
