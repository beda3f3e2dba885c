//! The project file: one SQLite database that holds the journal of a study and what follows from it.
//!
//! - `op` is the journal, the only truth; `version`, `record` and `place` are derived and can be rebuilt.
//! - Payloads, bodies and blobs pass through one codec; nothing but identifiers, counters and times is
//!   needed outside them.
//! - A writer holds a lock that dies with its process; readers need none.
//! - The file is complete after every acknowledged act: rollback journal, `synchronous = FULL`.
//! - Nothing here reads a clock: every instant comes in as a [`model::Timestamp`].
//!
//! All SQL of the project is in this crate, and no type of the database appears in its interface.

mod backup;
mod blobs;
mod check;
mod codec;
mod commit;
mod db;
mod derived;
mod error;
mod files;
mod finding;
mod header;
mod journal;
mod leftover;
mod life;
mod load;
mod lock;
mod merge;
mod meta;
mod open;
mod packet;
mod purging;
mod read;
mod rows;
mod schema;
mod stamp;
mod store;
mod take_back;
mod texts;

pub use backup::{BACKUPS_KEPT, BackupInfo, BackupReason, backups_folder, backups_of, restore_backup};
pub use commit::{Blob, PlaceRow};
pub use error::StoreError;
pub use finding::{CheckReport, Finding};
pub use load::{Loaded, LogLine};
pub use merge::{MergeId, MergeInfo, MergeOutcome, MergePlan};
pub use packet::{PacketInfo, base_digest};
pub use purging::PurgeReport;
pub use stamp::JournalStamp;
pub use store::Store;
pub use take_back::TakenBack;

#[cfg(test)]
mod dump;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod migrations;
#[cfg(test)]
#[path = "../tests/support/mod.rs"]
mod support;
#[cfg(test)]
mod torn;
