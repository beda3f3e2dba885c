//! The purge set of a file.

use crate::StoreError;
use crate::db::Db;
use model::purge::{PurgeItem, PurgeSet};

/// The purge set.
pub(crate) fn load(db: &Db) -> Result<PurgeSet, StoreError> {
    let items = db.all("SELECT item FROM purge", [], |row| row.get::<_, String>(0))?;
    let parse = |item: String| {
        serde_json::from_str(&item).map_err(|_| StoreError::damaged("an item of the purge set"))
    };
    items.iter().cloned().map(parse).collect()
}

/// Adds items; part of the caller's transaction.
pub(crate) fn announce<'a>(
    db: &Db,
    items: impl IntoIterator<Item = &'a PurgeItem>,
) -> Result<(), StoreError> {
    for item in items {
        let text = serde_json::to_string(item).map_err(|error| StoreError::damaged(error.to_string()))?;
        db.run("INSERT OR IGNORE INTO purge (item) VALUES (?1)", [text])?;
    }
    Ok(())
}
