//! Copies of a project in a folder of their own beside it, which goes when the measuring is over.

use super::BenchError;
use std::path::{Path, PathBuf};

/// A folder for copies.
#[derive(Debug)]
pub(super) struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// Makes a folder beside a file.
    pub fn beside(file: &Path) -> Result<Scratch, BenchError> {
        let home = file.parent().filter(|home| !home.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = |number: u32| format!(".ancrage-bench-{}-{number}", std::process::id());
        let mut number = 0;
        loop {
            let folder = home.join(name(number));
            match std::fs::create_dir(&folder) {
                Ok(()) => return Ok(Scratch { folder }),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && number < 1000 => {
                    number += 1;
                }
                Err(source) => return Err(BenchError::Files { path: folder, source }),
            }
        }
    }

    /// The path of a project in the folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.ancrage"))
    }

    /// A copy of a project.
    pub fn copy_of(&self, project: &Path, name: &str) -> Result<PathBuf, BenchError> {
        let copy = self.file(name);
        match std::fs::copy(project, &copy) {
            Ok(_) => Ok(copy),
            Err(source) => Err(BenchError::Files { path: copy, source }),
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is left: its name says what it is.
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

/// The size of a file in bytes.
pub(super) fn bytes(file: &Path) -> Result<u64, BenchError> {
    let about = std::fs::metadata(file);
    about.map(|about| about.len()).map_err(|source| BenchError::Files { path: file.to_owned(), source })
}
