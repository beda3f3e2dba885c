//! Facts about this file that are not part of the study: its codec, its own identifier, its study.

use crate::StoreError;
use crate::codec::Codec;
use crate::db::Db;
use model::{Digest, RecordId, Timestamp};
use std::path::Path;
use uuid::Uuid;

/// The names of the facts.
pub(crate) mod key {
    /// How contents are written.
    pub(crate) const CODEC: &str = "codec";
    /// The identifier of this file, as opposed to its copies.
    pub(crate) const FILE: &str = "file";
    /// When the file was made.
    pub(crate) const CREATED: &str = "created";
    /// The study's record.
    pub(crate) const STUDY: &str = "study";
    /// Set from the moment a purge is announced until nothing of it is left to do.
    pub(crate) const PURGING: &str = "purging";
    /// The packet that this file is.
    pub(crate) const PACKET: &str = "packet";
    /// Which operations are here, in brief.
    pub(crate) const JOURNAL: &str = "journal";
}

/// A fact, where it was noted.
pub(crate) fn get(db: &Db, key: &str) -> Result<Option<String>, StoreError> {
    db.first("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0))
}

/// Notes a fact.
pub(crate) fn set(db: &Db, key: &str, value: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2";
    db.run(sql, [key, value]).map(drop)
}

/// Forgets a fact.
pub(crate) fn clear(db: &Db, key: &str) -> Result<(), StoreError> {
    db.run("DELETE FROM meta WHERE key = ?1", [key]).map(drop)
}

/// How the file's contents are written.
pub(crate) fn codec(db: &Db) -> Result<Codec, StoreError> {
    let name = get(db, key::CODEC)?.ok_or_else(|| StoreError::damaged("no codec is noted"))?;
    Codec::parse(&name)
}

/// The study's record, once it was created.
pub(crate) fn study(db: &Db) -> Result<Option<RecordId>, StoreError> {
    let parse = |text: String| text.parse().map_err(|_| StoreError::damaged("the study's identifier"));
    get(db, key::STUDY)?.map(parse).transpose()
}

/// Notes the facts of a new file.
pub(crate) fn begin(db: &Db, codec: Codec, path: &Path, now: Timestamp) -> Result<(), StoreError> {
    set(db, key::CODEC, codec.as_str())?;
    set(db, key::CREATED, &now.0.to_string())?;
    become_new_file(db, path, now)
}

/// Gives the file an identifier of its own.
///
/// It names what belongs to this file and not to the study (search index, window). It is made from the
/// place and the instant, not by chance: a copy made by a file manager keeps it, so nothing may rely on
/// it alone, and whoever keeps something under it compares the journal's stamp as well.
pub(crate) fn become_new_file(db: &Db, path: &Path, now: Timestamp) -> Result<(), StoreError> {
    let before = get(db, key::FILE)?.unwrap_or_default();
    let seed = format!("{before}\n{}\n{}", path.display(), now.0);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Digest::of(seed.as_bytes()).0[..16]);
    set(db, key::FILE, &uuid::Builder::from_custom_bytes(bytes).into_uuid().to_string())
}

/// The identifier of this file.
pub(crate) fn file(db: &Db) -> Result<Uuid, StoreError> {
    let text = get(db, key::FILE)?.ok_or_else(|| StoreError::damaged("the file has no identifier"))?;
    text.parse().map_err(|_| StoreError::damaged("the file's identifier"))
}
