//! Packets: project files that hold what was shared of a study, and only that.
//!
//! What a packet started from stands in `base`: operations of the study cut down to the values that were
//! shared. They make the records that one works on, and give each version its name in the study; they are
//! not in the journal, so merging a packet brings only what was made in it.

use crate::codec::Codec;
use crate::db::Db;
use crate::meta::{self, key};
use crate::{Blob, Store, StoreError, blobs, derived, rows};
use model::op::Op;
use model::{Digest, RecordId, Timestamp};
use rusqlite::params;
use std::path::Path;

/// What a packet is, as its file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PacketInfo {
    /// Names it in the study.
    pub packet: RecordId,
    /// SHA-256 of what it started from.
    pub base: Digest,
}

/// The digest of what a packet starts from, in whatever order it comes.
///
/// # Errors
/// [`StoreError::Unstorable`] where a value cannot be written as JSON.
pub fn base_digest(base: &[Op]) -> Result<Digest, StoreError> {
    let mut payloads = base.iter().map(|op| Ok((op.stamp(), payload(op)?))).collect::<Result<Vec<_>, _>>()?;
    payloads.sort();
    Ok(digest(payloads.iter().map(|(_, payload)| payload.as_slice())))
}

fn digest<'a>(payloads: impl Iterator<Item = &'a [u8]>) -> Digest {
    let digests: Vec<u8> = payloads.flat_map(|payload| Op::digest(payload).0).collect();
    Digest::of(&digests)
}

fn payload(op: &Op) -> Result<Vec<u8>, StoreError> {
    op.payload().map_err(|error| StoreError::Unstorable { op: op.id, detail: error.to_string() })
}

impl Store {
    /// Makes a packet: a project of the study with what was shared of it and the texts that this needs.
    ///
    /// # Errors
    /// As for [`Store::create`]; a blob that is not what it says. Then there is no file.
    pub fn create_packet(
        path: &Path,
        now: Timestamp,
        study: RecordId,
        packet: RecordId,
        base: &[Op],
        blobs: &[Blob],
    ) -> Result<Store, StoreError> {
        let store = Store::create(path, now)?;
        let filled = store.db.write(|| store.fill(study, packet, base, blobs));
        if let Err(error) = filled {
            let path = store.path().to_owned();
            drop(store);
            // Nobody has seen the file; where it cannot be removed, the first error says more.
            drop(std::fs::remove_file(path));
            return Err(error);
        }
        Ok(store)
    }

    fn fill(&self, study: RecordId, packet: RecordId, base: &[Op], blobs: &[Blob]) -> Result<(), StoreError> {
        meta::set(&self.db, key::STUDY, &study.to_string())?;
        meta::set(&self.db, key::PACKET, &packet.to_string())?;
        for op in base {
            let sql = "INSERT INTO base (op, lamport, payload) VALUES (?1, ?2, ?3)";
            let lamport = rows::stored(op.lamport, op.id)?;
            self.db.run(sql, params![op.id.0.as_bytes(), lamport, self.codec.seal(payload(op)?)])?;
        }
        blobs.iter().try_for_each(|blob| blobs::put(&self.db, self.codec, blob))?;
        derived::rebuild(&self.db, self.codec)
    }

    /// What packet the file is; `None` for a study.
    ///
    /// # Errors
    /// The file is damaged, or cannot be read.
    pub fn packet(&self) -> Result<Option<PacketInfo>, StoreError> {
        let Some(packet) = meta::get(&self.db, key::PACKET)? else { return Ok(None) };
        let packet = packet.parse().map_err(|_| StoreError::damaged("the packet's identifier"))?;
        let payloads = payloads(&self.db, self.codec)?;
        Ok(Some(PacketInfo { packet, base: digest(payloads.iter().map(Vec::as_slice)) }))
    }
}

fn payloads(db: &Db, codec: Codec) -> Result<Vec<Vec<u8>>, StoreError> {
    let stored =
        db.all("SELECT payload FROM base ORDER BY lamport, op", [], |row| row.get::<_, Vec<u8>>(0))?;
    stored.iter().map(|stored| Ok(codec.open(stored)?.into_owned())).collect()
}

/// What the file started from, in the order of history; nothing unless it is a packet.
pub(crate) fn base(db: &Db, codec: Codec) -> Result<Vec<Op>, StoreError> {
    let damaged =
        |error: serde_json::Error| StoreError::damaged(format!("what the packet started from: {error}"));
    let mut ops = payloads(db, codec)?
        .iter()
        .map(|payload| Op::from_payload(payload).map_err(damaged))
        .collect::<Result<Vec<Op>, _>>()?;
    ops.sort_by_key(Op::stamp);
    Ok(ops)
}
