//! Packets locked with a passphrase, for the way between two people.
//!
//! What travels is locked; what somebody works in is a project as any other, on their own machine. Once the
//! work is done it can be locked away: the plain file goes, and what lies beside it.
//!
//! A file is removed as any other file is: what a disk keeps of removed files is not in the hands of a program.

use crate::engine::Engine;
use crate::env::Env;
use crate::failure::{DoubleCodingProblem, Failure};
use crate::whole_file;
use formats::locked::{self, Chance, HEAD, LockError};
use std::fmt;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// A passphrase. It is never printed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Passphrase(pub String);

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

impl From<LockError> for Failure {
    fn from(error: LockError) -> Failure {
        let problem = match error {
            LockError::NoPassphrase => DoubleCodingProblem::PassphraseNeeded,
            LockError::NotLocked => DoubleCodingProblem::NotLocked,
            LockError::Refused => DoubleCodingProblem::PassphraseRefused,
            LockError::Impossible => DoubleCodingProblem::CannotLock,
        };
        problem.into()
    }
}

/// True when a file is locked.
#[must_use]
pub fn is_locked(path: &Path) -> bool {
    let mut beginning = [0; HEAD.len()];
    File::open(path)
        .and_then(|mut file| file.read_exact(&mut beginning))
        .is_ok_and(|()| locked::is_locked(&beginning))
}

/// Writes a locked copy of a closed file.
///
/// # Errors
/// Without a passphrase, or when a file cannot be read or written.
pub fn lock_file(env: &mut Env, from: &Path, to: &Path, passphrase: &Passphrase) -> Result<(), Failure> {
    let bytes = read(from)?;
    let chance = chance(env)?;
    let locked = locked::lock(&bytes, &passphrase.0, &chance)?;
    whole_file::write(to, &locked).map_err(|source| Failure::File { path: to.to_owned(), source })
}

/// Writes the file that a locked one holds.
///
/// # Errors
/// When the passphrase is another, the file was changed, there is already a file at `to`, or a file cannot be
/// read or written.
pub fn unlock_file(from: &Path, to: &Path, passphrase: &Passphrase) -> Result<(), Failure> {
    if to.exists() {
        let source = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        return Err(Failure::File { path: to.to_owned(), source });
    }
    let bytes = locked::unlock(&read(from)?, &passphrase.0)?;
    whole_file::write(to, &bytes).map_err(|source| Failure::File { path: to.to_owned(), source })
}

/// Where the content of a locked file is worked in: beside it, under its name.
#[must_use]
pub fn working_copy(locked: &Path) -> PathBuf {
    let stem = locked.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    locked.with_file_name(format!("{stem} (ouverte).ancrage"))
}

/// The locked file that a working copy was opened from, where it still lies beside it.
#[must_use]
pub fn locked_original(working: &Path) -> Option<PathBuf> {
    let name = working.file_name()?;
    let folder = working.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let files = fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut locked = files.filter(|path| working_copy(path).file_name() == Some(name) && is_locked(path));
    locked.next()
}

/// Removes a plain project, closed, whose content a locked file holds: with its backups and its index.
/// `ops` are the operations that the locked file was seen to hold, as [`Engine::lock_copy`] tells them.
///
/// # Errors
/// When the locked file is not there, when more was done in the project since it was locked, or when a file
/// cannot be removed.
pub fn remove_plain(project: &Path, locked: &Path, ops: usize) -> Result<(), Failure> {
    if is_locked(project) || !is_locked(locked) {
        return Err(DoubleCodingProblem::NotLocked.into());
    }
    if Engine::open_read_only(project, Env::system())?.history().len() != ops {
        return Err(DoubleCodingProblem::GrewSinceLocked.into());
    }
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source: std::io::Error| Failure::File { path, source }
    };
    fs::remove_file(project).map_err(failed(project))?;
    for folder in [store::backups_folder(project), crate::search::keeping::folder(project)] {
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(failed(&folder))?;
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|source| Failure::File { path: path.to_owned(), source })
}

fn chance(env: &mut Env) -> Result<Chance, Failure> {
    let mut secret = || env.secret().map_err(|_| Failure::from(DoubleCodingProblem::CannotLock));
    let (one, other) = (secret()?, secret()?);
    let (mut salt, mut nonce) = ([0; 16], [0; 24]);
    salt.copy_from_slice(&one[..16]);
    nonce.copy_from_slice(&other[..24]);
    Ok(Chance { salt, nonce })
}

/// A file of its own, under the name of another, that goes with this value.
#[derive(Debug)]
pub struct Beside {
    folder: PathBuf,
    path: PathBuf,
}

impl Beside {
    /// A place for a file of that name beside the open project, where its words are at home already.
    ///
    /// # Errors
    /// When there is no place.
    pub fn of(engine: &mut Engine, name: &Path) -> Result<Beside, Failure> {
        let own = engine.env.record();
        let folder = engine.path().with_file_name(format!(".ancrage-{own}"));
        fs::create_dir(&folder).map_err(|source| Failure::File { path: folder.clone(), source })?;
        let path = folder.join(name.file_name().unwrap_or_default());
        Ok(Beside { folder, path })
    }

    /// The place.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // What cannot be removed stays; there is nobody to tell any more.
        drop(fs::remove_dir_all(&self.folder));
    }
}

impl Engine {
    /// Unlocks a copy that came back, to be merged.
    ///
    /// # Errors
    /// As for [`unlock_file`].
    pub fn unlock_copy(&mut self, locked: &Path, passphrase: &Passphrase) -> Result<Beside, Failure> {
        let beside = Beside::of(self, locked)?;
        unlock_file(locked, beside.path(), passphrase)?;
        Ok(beside)
    }

    /// Saves a locked copy and makes sure that it opens again and holds the same journal: what is plain can go
    /// then, as long as nothing is added to these operations, of which the number comes back. Where the file lies beside that it was unlocked from, the passphrase is to be that one's: whoever
    /// gave the packet knows no other.
    ///
    /// # Errors
    /// When the passphrase is another, the copy does not hold what it should, or a file cannot be read or
    /// written.
    pub fn lock_copy(&mut self, to: &Path, passphrase: &Passphrase) -> Result<usize, Failure> {
        if let Some(original) = locked_original(self.path()) {
            locked::unlock(&read(&original)?, &passphrase.0)?;
        }
        self.save_locked_copy(to, passphrase)?;
        let beside = self.unlock_copy(to, passphrase)?;
        let read_back = Engine::open_read_only(beside.path(), Env::system())?;
        let ops = |engine: &Engine| engine.history().iter().map(|line| line.op).collect::<Vec<_>>();
        match ops(&read_back) == ops(self) {
            true => Ok(self.history().len()),
            false => Err(DoubleCodingProblem::CannotLock.into()),
        }
    }

    /// Saves a copy of the project and locks it.
    ///
    /// # Errors
    /// As for [`lock_file`] and saving a copy.
    pub fn save_locked_copy(&mut self, to: &Path, passphrase: &Passphrase) -> Result<PathBuf, Failure> {
        let beside = Beside::of(self, to)?;
        self.save_copy(beside.path())?;
        lock_file(&mut self.env, beside.path(), to, passphrase)?;
        Ok(to.to_owned())
    }
}
