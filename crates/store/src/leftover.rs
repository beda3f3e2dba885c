//! What a program that was stopped in the middle of writing left beside the file: a rollback journal.
//!
//! SQLite plays such a journal back by itself. That is right as long as the journal is whole; played
//! back in part it would leave a file that is neither the state before nor the state after. So it is
//! judged first, by its own rules, and a file that is refused has not been touched.

use crate::StoreError;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// What stands beside a project file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leftover {
    /// Nothing: the last transaction was completed.
    Nothing,
    /// A whole journal: playing it back restores exactly the state before the last transaction.
    Whole,
    /// A journal that was never finished, so the file itself should not have been touched yet.
    Unfinished,
    /// A whole journal of another file: a copy was put in the place of the one that the crash left.
    /// Played back it would mix the two.
    Foreign,
}

/// The rollback journal of a database file.
pub(crate) fn journal_path(database: &Path) -> PathBuf {
    let mut name = OsString::from(database.as_os_str());
    name.push("-journal");
    PathBuf::from(name)
}

/// True when some journal stands beside the file; while somebody writes one always does.
pub(crate) fn is_there(database: &Path) -> bool {
    fs::metadata(journal_path(database)).is_ok_and(|metadata| metadata.len() > 0)
}

/// The first sector of a journal.
struct JournalHeader {
    records: u32,
    nonce: u32,
    pages_before: u32,
    sector: u64,
    page_size: usize,
}

/// Judges the journal beside `database`, while nobody writes to it.
///
/// # Errors
/// The file is shorter than it was before the unfinished transaction, or the journal lost pages that it
/// had secured: both are no traces of a crash but of something cut off, and playing back would harm.
pub(crate) fn inspect(database: &Path) -> Result<Leftover, StoreError> {
    let path = journal_path(database);
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Leftover::Nothing),
        Err(error) => return Err(StoreError::from_io(&error, &path)),
    };
    let failed = |error: std::io::Error| StoreError::from_io(&error, &path);
    let mut first = Vec::new();
    let mut file = BufReader::new(file);
    file.by_ref().take(28).read_to_end(&mut first).map_err(failed)?;
    if first.iter().all(|byte| *byte == 0) {
        return Ok(Leftover::Nothing);
    }
    let Some(header) = header(&first) else { return Ok(Leftover::Unfinished) };
    let found = fs::metadata(database).map_err(|error| StoreError::from_io(&error, database))?.len();
    let expected = u64::from(header.pages_before) * header.page_size as u64;
    if found < expected {
        return Err(StoreError::Truncated { path: database.to_path_buf(), expected, found });
    }
    if header.records == 0 {
        return Ok(Leftover::Unfinished);
    }
    file.seek(SeekFrom::Start(header.sector)).map_err(failed)?;
    match read_records(&mut file, &header) {
        None => {
            Err(StoreError::damaged("the rollback journal beside the file lost a part of what it secured"))
        }
        Some(Some(counter)) if !follows(database, counter)? => Ok(Leftover::Foreign),
        Some(_) => Ok(Leftover::Whole),
    }
}

/// Whether the file is the one that the journal began with, or that file after the transaction.
fn follows(database: &Path, counter: u32) -> Result<bool, StoreError> {
    let mut first = Vec::new();
    let read = File::open(database).and_then(|file| file.take(28).read_to_end(&mut first));
    read.map_err(|error| StoreError::from_io(&error, database))?;
    Ok(change_counter(&first).is_some_and(|found| found == counter || found == counter.wrapping_add(1)))
}

/// The count of transactions in a database's first page.
fn change_counter(page: &[u8]) -> Option<u32> {
    page.get(24..28)?.try_into().ok().map(u32::from_be_bytes)
}

fn header(first: &[u8]) -> Option<JournalHeader> {
    let number = |at: usize| first.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    let page_size = number(24)?;
    let sane = first.starts_with(&MAGIC) && page_size.is_power_of_two() && (512..=65536).contains(&page_size);
    sane.then_some(())?;
    Some(JournalHeader {
        records: number(8)?,
        nonce: number(12)?,
        pages_before: number(16)?,
        sector: u64::from(number(20)?),
        page_size: page_size as usize,
    })
}

/// Reads every page that the journal secured and compares its checksum; `None` where one is missing.
/// Gives the count of transactions before this one, which stands in the first page.
fn read_records(journal: &mut impl Read, header: &JournalHeader) -> Option<Option<u32>> {
    let mut record = vec![0; header.page_size + 8];
    let mut counter = None;
    for _ in 0..header.records {
        journal.read_exact(&mut record).ok()?;
        if stored_checksum(&record) != Some(checksum(&record, header)) {
            return None;
        }
        if record.starts_with(&1u32.to_be_bytes()) {
            counter = change_counter(&record[4..]);
        }
    }
    Some(counter)
}

fn stored_checksum(record: &[u8]) -> Option<u32> {
    record.last_chunk::<4>().map(|bytes| u32::from_be_bytes(*bytes))
}

/// SQLite's own: the nonce and every two-hundredth byte of the page, counted from its end.
fn checksum(record: &[u8], header: &JournalHeader) -> u32 {
    let page = &record[4..4 + header.page_size];
    let sampled = (1..).map_while(|step| header.page_size.checked_sub(200 * step).filter(|at| *at > 0));
    sampled.fold(header.nonce, |sum, at| sum.wrapping_add(u32::from(page[at])))
}
