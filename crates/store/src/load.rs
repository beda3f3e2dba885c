//! Reading a whole project: its records with every version, its purge set, its history.

use crate::journal::{self, Entry};
use crate::stamp::JournalStamp;
use crate::{Store, StoreError, meta, packet, purging};
use model::purge::PurgeSet;
use model::records::Records;
use model::{OpId, RecordId, Timestamp};

/// Everything that is kept in memory while a project is open; texts stay in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The study's record, once it was created.
    pub study: Option<RecordId>,
    /// Every record with every version of its fields.
    pub records: Records,
    /// What was purged.
    pub purge: PurgeSet,
    /// The journal without its contents, in the order of commit in this file.
    pub history: Vec<LogLine>,
    /// The journal in brief.
    pub stamp: JournalStamp,
}

/// One line of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogLine {
    /// The operation.
    pub op: OpId,
    /// Who did it.
    pub author: RecordId,
    /// When, by the clock of the author's machine.
    pub at: Timestamp,
    /// With `op`, its place in history.
    pub lamport: u64,
    /// What it undid.
    pub undoes: Option<OpId>,
    /// True when it was first committed in this file and so can be undone here; false when a merge
    /// brought it. A copy made by a file manager, a saved or a restored copy continue the file they
    /// were made of: what was local there stays local.
    pub local: bool,
    /// True when its words were purged.
    pub blanked: bool,
}

impl From<&Entry> for LogLine {
    fn from(entry: &Entry) -> LogLine {
        LogLine {
            op: entry.id,
            author: entry.author,
            at: entry.at,
            lamport: entry.lamport,
            undoes: entry.undoes,
            local: entry.merge.is_none(),
            blanked: entry.blanked,
        }
    }
}

impl Store {
    /// Reads the whole project. Every operation is checked against its digest on the way.
    ///
    /// # Errors
    /// The file is damaged, or cannot be read.
    pub fn load(&self) -> Result<Loaded, StoreError> {
        self.db.read(|| {
            let entries = journal::entries(&self.db)?;
            let stamp = JournalStamp::of(entries.iter().map(|entry| entry.id));
            if stamp != JournalStamp::load(&self.db)? {
                return Err(StoreError::damaged("the journal does not hold the operations that it should"));
            }
            let mut ops = packet::base(&self.db, self.codec)?;
            ops.extend(journal::decode_all(&entries, self.codec)?);
            Ok(Loaded {
                study: meta::study(&self.db)?,
                records: Records::replay(&ops),
                purge: purging::load(&self.db)?,
                history: entries.iter().map(LogLine::from).collect(),
                stamp,
            })
        })
    }
}
