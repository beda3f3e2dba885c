//! The format of the file and the numbered steps that lead from each format to the next.

use crate::codec::Codec;
use crate::db::Db;
use crate::{StoreError, derived};

/// Marks a SQLite file as ours: "Ancr" in ASCII.
pub(crate) const APPLICATION_ID: u32 = 0x416E_6372;

/// The format that this program writes; it reads every earlier one.
pub(crate) const CURRENT: u32 = 3;

/// A step to the format of its place in [`STEPS`]: statements, then what statements cannot do.
struct Step {
    sql: &'static str,
    finish: fn(&Db, Codec) -> Result<(), StoreError>,
}

/// A shipped step is never edited: files that it made are out there.
const STEPS: [Step; CURRENT as usize] = [
    Step { sql: include_str!("schema/v1.sql"), finish: |_, _| Ok(()) },
    Step { sql: include_str!("schema/v2.sql"), finish: derived::rebuild_without_base },
    Step { sql: include_str!("schema/v3.sql"), finish: |_, _| Ok(()) },
];

/// The format of the file.
pub(crate) fn version(db: &Db) -> Result<u32, StoreError> {
    db.one("PRAGMA user_version", [], |row| row.get(0))
}

/// Takes the file to a format by the steps that lead there; part of the caller's transaction.
pub(crate) fn migrate(db: &Db, codec: Codec, to: u32) -> Result<(), StoreError> {
    let from = version(db)?;
    for (format, step) in (1u32..).zip(&STEPS).filter(|(format, _)| (from + 1..=to).contains(format)) {
        db.batch(step.sql)?;
        (step.finish)(db, codec)?;
        db.batch(&format!("PRAGMA user_version = {format}"))?;
    }
    Ok(())
}
