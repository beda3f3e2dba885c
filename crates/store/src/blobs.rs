//! Texts and original files, kept under the digest of their bytes.

use crate::codec::Codec;
use crate::db::Db;
use crate::{Blob, StoreError, rows};
use model::Digest;
use rusqlite::params;

/// Keeps a blob; one that is there already stays. Part of the caller's transaction.
pub(crate) fn put(db: &Db, codec: Codec, blob: &Blob) -> Result<(), StoreError> {
    let found = Digest::of(&blob.bytes);
    if found != blob.digest {
        return Err(StoreError::BlobDiffers { expected: blob.digest, found });
    }
    if contains(db, blob.digest)? {
        return Ok(());
    }
    let size = i64::try_from(blob.bytes.len()).unwrap_or(i64::MAX);
    let sql = "INSERT INTO blob (digest, size, bytes) VALUES (?1, ?2, ?3)";
    db.run(sql, params![found.0, size, codec.pack(&blob.bytes)?]).map(drop)
}

/// A blob's bytes, checked against its digest.
pub(crate) fn get(db: &Db, codec: Codec, digest: Digest) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT size, bytes FROM blob WHERE digest = ?1";
    let row = db.first(sql, [digest.0], |row| Ok((rows::count(row, 0)?, row.get::<_, Vec<u8>>(1)?)))?;
    let Some((size, stored)) = row else { return Ok(None) };
    let bytes = codec.unpack(&stored, size)?;
    if Digest::of(&bytes) != digest {
        return Err(StoreError::damaged(format!("blob {digest} is not what it should be")));
    }
    Ok(Some(bytes))
}

/// True when the blob is there.
pub(crate) fn contains(db: &Db, digest: Digest) -> Result<bool, StoreError> {
    Ok(db.first("SELECT 1 FROM blob WHERE digest = ?1", [digest.0], |_| Ok(()))?.is_some())
}

/// Every blob that is there.
pub(crate) fn digests(db: &Db) -> Result<Vec<Digest>, StoreError> {
    db.all("SELECT digest FROM blob", [], |row| rows::digest(row, 0))
}

/// Drops a blob, where it is there.
pub(crate) fn remove(db: &Db, digest: Digest) -> Result<(), StoreError> {
    db.run("DELETE FROM blob WHERE digest = ?1", [digest.0]).map(drop)
}
