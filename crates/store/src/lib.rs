//! The project file: one SQLite database that holds the journal of a study and what follows from it.
//!
//! - `op` is the journal, the only truth; `version`, `record` and `place` are derived and can be rebuilt.
//! - Payloads, bodies and blobs pass through [`codec`]; nothing but identifiers, counters and times is
//!   needed outside them.
//! - A writer holds a lock that dies with its process; readers need none.
//! - The file is complete after every acknowledged act: rollback journal, `synchronous = FULL`.
//! - Nothing here reads a clock: every instant comes in as a [`model::Timestamp`].
//!
//! All SQL of the project is in this crate, and no type of the database appears in its interface.

mod codec;
mod commit;
mod db;
mod derived;
mod error;
mod header;
mod journal;
mod leftover;
mod life;
mod load;
mod lock;
mod meta;
mod open;
mod purging;
mod read;
mod rows;
mod schema;
mod stamp;
mod store;

pub use commit::{Blob, PlaceRow};
pub use error::StoreError;
pub use load::{Loaded, LogLine};
pub use stamp::JournalStamp;
pub use store::Store;

#[cfg(test)]
mod dump;
#[cfg(test)]
#[path = "../tests/support/mod.rs"]
mod support;
