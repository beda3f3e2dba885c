//! Connections, set up as the project file needs them.

use crate::StoreError;
use crate::codec::Codec;
use crate::db::Db;
use crate::header;
use crate::leftover::{self, Leftover};
use crate::lock::WriterLock;
use crate::stamp::JournalStamp;
use crate::{files, journal, meta, schema};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use std::fmt::Write as _;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// Readers are brief, and so are writers: who waits longer than this is told.
const PATIENCE: Duration = Duration::from_secs(5);

/// What every connection needs. Temporary tables, which may hold words of the study, never reach a disk.
const COMMON: &str = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;";

/// What a writer needs besides.
///
/// - `TRUNCATE` with `FULL` syncs the end of the journal too: an acknowledged act survives a power cut.
///   (`DELETE` with `FULL` does not sync the folder; `WAL` would keep the last acts outside the file;
///   `PERSIST` measured a twentieth faster, and leaves pages as they were, purged words too, in a file.)
/// - Without spilling the journal is one piece, whose wholeness can be judged after a crash.
const WRITER: &str = "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON; PRAGMA cache_spill = OFF;";

fn connect(target: &str, flags: OpenFlags, pragmas: &[&str]) -> Result<Db, StoreError> {
    let opened = Connection::open_with_flags(
        target,
        flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI,
    )
    .and_then(|connection| connection.busy_timeout(PATIENCE).map(|()| connection));
    let db = Db::new(opened.map_err(|error| StoreError::from_sqlite(&error))?);
    pragmas.iter().try_for_each(|pragma| db.batch(pragma))?;
    Ok(db)
}

/// Opens a file for writing. It exists, and the caller holds its lock.
pub(crate) fn for_writing(path: &Path) -> Result<Db, StoreError> {
    settle(path)?;
    connect(&uri(path, "mode=rw"), OpenFlags::SQLITE_OPEN_READ_WRITE, &[COMMON, WRITER])
}

/// Makes a new file and opens it for writing.
pub(crate) fn new_file(path: &Path) -> Result<Db, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    connect(&uri(path, "mode=rwc"), flags, &[COMMON, WRITER])
}

/// Opens a file for reading, while others may write to it.
pub(crate) fn for_reading(path: &Path) -> Result<Db, StoreError> {
    if !leftover::is_there(path) {
        inspect_at_rest(path)?;
    } else if let Some(_lock) = WriterLock::take_if_free(path)? {
        // Nobody is writing: a crash left this. Opening for writing puts it right.
        for_writing(path).and_then(|db| schema::version(&db))?;
    } else {
        header::inspect(path, false)?;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    connect(&uri(path, "mode=ro"), flags, &[COMMON, "PRAGMA query_only = ON"])
}

/// Judges a file beside which no journal stood, though a writer may begin at any moment: a length that
/// is wrong only while it writes is looked at again.
fn inspect_at_rest(path: &Path) -> Result<(), StoreError> {
    for _ in 0..10 {
        match header::inspect(path, true) {
            Err(StoreError::Truncated { .. }) => thread::sleep(Duration::from_millis(20)),
            judged => return judged,
        }
        if leftover::is_there(path) {
            return header::inspect(path, false);
        }
    }
    header::inspect(path, true)
}

/// A copy of a file in memory, where it can be changed without trace on any disk.
pub(crate) fn copy_in_memory(from: &Db) -> Result<Db, StoreError> {
    let failed = |error: rusqlite::Error| StoreError::from_sqlite(&error);
    let mut copy = Connection::open_in_memory().map_err(failed)?;
    let backup = Backup::new(from.connection(), &mut copy).map_err(failed)?;
    backup.run_to_completion(i32::MAX, Duration::ZERO, None).map_err(failed)?;
    drop(backup);
    let db = Db::new(copy);
    db.batch(COMMON)?;
    db.batch("PRAGMA foreign_keys = ON")?;
    Ok(db)
}

/// Opens a file for reading to which nobody writes, whatever stands beside it.
pub(crate) fn at_rest(path: &Path) -> Result<Db, StoreError> {
    connect(&uri(path, "mode=ro&immutable=1"), OpenFlags::SQLITE_OPEN_READ_ONLY, &[COMMON])
}

/// Makes sure that opening a file for writing will not harm it: see [`leftover`].
fn settle(path: &Path) -> Result<(), StoreError> {
    let found = leftover::inspect(path)?;
    header::inspect(path, found == Leftover::Nothing)?;
    if matches!(found, Leftover::Unfinished | Leftover::Foreign) {
        // The file must be whole by itself: looked at without the journal.
        header::inspect(path, true)?;
        stands(&at_rest(path)?)?;
    }
    if found == Leftover::Foreign {
        files::remove_if_there(&leftover::journal_path(path))?;
    }
    Ok(())
}

/// Whether the database holds together and has the journal that it should have.
fn stands(db: &Db) -> Result<(), StoreError> {
    let verdict: String = db.one("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(StoreError::damaged(verdict));
    }
    if JournalStamp::of(journal::ids(db)?) != JournalStamp::load(db)? {
        return Err(StoreError::damaged("the journal does not hold the operations that it should"));
    }
    let codec: Codec = meta::codec(db)?;
    journal::decode_all(&journal::entries(db)?, codec).map(drop)
}

/// The address of a file, with what SQLite is to do with it.
pub(crate) fn uri(path: &Path, query: &str) -> String {
    let mut uri = String::from(if cfg!(windows) { "file:/" } else { "file:" });
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b':' | b'-' | b'_' | b'.' | b'~' => uri.push(char::from(*byte)),
            _ if byte.is_ascii_alphanumeric() => uri.push(char::from(*byte)),
            // Writing to a string cannot fail.
            _ => _ = write!(uri, "%{byte:02X}"),
        }
    }
    uri.push('?');
    uri.push_str(query);
    uri
}

#[cfg(test)]
mod tests {
    use crate::support::Hand;
    use crate::{Blob, Store, StoreError};
    use model::Timestamp;
    use std::fs;

    fn pragma(store: &Store, name: &str) -> String {
        let value = |row: &rusqlite::Row<'_>| row.get_ref(0).map(crate::dump::cell);
        store.db.one(&format!("PRAGMA {name}"), [], value).unwrap()
    }

    #[test]
    fn the_writing_connection_keeps_its_promises() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("étude.ancrage");
        drop(Store::create(&path, Timestamp(0)).unwrap());
        let store = Store::open(&path, Timestamp(0)).unwrap();
        let told =
            ["synchronous", "journal_mode", "secure_delete", "foreign_keys", "trusted_schema", "cache_spill"];
        // FULL is 2.
        let expected = ["Integer(2)", "truncate", "Integer(1)", "Integer(1)", "Integer(0)", "Integer(0)"];
        assert_eq!(told.map(|name| pragma(&store, name)), expected);
        assert_eq!(pragma(&store, "application_id"), format!("Integer({})", 0x416E_6372));
        assert_eq!(pragma(&store, "user_version"), format!("Integer({})", crate::schema::CURRENT));
    }

    #[test]
    fn a_full_disk_changes_nothing_and_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("étude.ancrage"), Timestamp(0)).unwrap();
        let mut hand = Hand::new(1);
        store.commit(&hand.create_study(), &[], &[]).unwrap();
        let before = fs::read(store.path()).unwrap();
        let loaded = store.load().unwrap();
        let act = hand.import("EMG 1", "Je dors mal depuis mars.").2;
        let noise: Vec<u8> =
            std::iter::repeat_with(|| hand.dice.next().to_le_bytes()).take(10_000).flatten().collect();
        // SQLite is told that the disk ends a few pages from here.
        let pages = before.len() / 4096;
        store.db.first(&format!("PRAGMA max_page_count = {}", pages + 3), [], |_| Ok(())).unwrap();
        assert_eq!(store.commit(&act.op, &[Blob::of(noise.clone())], &[]), Err(StoreError::DiskFull));
        assert_eq!(fs::read(store.path()).unwrap(), before);
        assert_eq!(store.load().unwrap(), loaded);
        // Once there is room again the same act goes through.
        store.db.first("PRAGMA max_page_count = 100000", [], |_| Ok(())).unwrap();
        store.commit(&act.op, &[Blob::of(noise)], &[]).unwrap();
        assert_eq!(store.load().unwrap().records, hand.records);
    }

    #[test]
    fn a_reader_cannot_write_by_any_way() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("étude.ancrage");
        drop(Store::create(&path, Timestamp(0)).unwrap());
        let mut store = Store::open_read_only(&path).unwrap();
        assert!(store.db.batch("DELETE FROM meta").is_err());
        let refused = Err(StoreError::OpenedForReading);
        assert_eq!(store.rebuild(), refused);
        assert_eq!(store.write_places(&[]), refused);
        assert_eq!(store.purge(&[], Timestamp(0)).map(drop), refused);
        assert_eq!(store.merge_take_back(None, Timestamp(0)).map(drop), refused);
    }
}
