//! Reading single operations and blobs.

use crate::journal;
use crate::stamp::JournalStamp;
use crate::{Store, StoreError, blobs, meta};
use model::op::{Op, Stamp};
use model::{Digest, OpId, RecordId};
use std::ops::{Bound, RangeBounds};
use uuid::Uuid;

impl Store {
    /// An operation; `None` when it is not in this file.
    ///
    /// # Errors
    /// The operation is damaged, or the file cannot be read.
    pub fn op(&self, id: OpId) -> Result<Option<Op>, StoreError> {
        journal::find(&self.db, id)?.map(|entry| entry.decode(self.codec)).transpose()
    }

    /// The operations in a range of history (`..` for all), in its order: counter, then identifier.
    ///
    /// # Errors
    /// An operation is damaged, or the file cannot be read.
    pub fn ops(&self, range: impl RangeBounds<Stamp>) -> Result<Vec<Op>, StoreError> {
        let first = match range.start_bound() {
            Bound::Included(stamp) | Bound::Excluded(stamp) => stamp.lamport,
            Bound::Unbounded => 0,
        };
        let last = match range.end_bound() {
            Bound::Included(stamp) | Bound::Excluded(stamp) => stamp.lamport,
            Bound::Unbounded => u64::MAX,
        };
        let mut entries = journal::entries_between(&self.db, first, last)?;
        entries.retain(|entry| range.contains(&Stamp { lamport: entry.lamport, op: entry.id }));
        journal::decode_all(&entries, self.codec)
    }

    /// The payload of an operation, byte for byte; `None` when it is not in this file.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn payload(&self, id: OpId) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(entry) = journal::find(&self.db, id)? else { return Ok(None) };
        Ok(Some(self.codec.open(&entry.payload)?.into_owned()))
    }

    /// The bytes of a blob, checked against its digest; `None` when it is not in this file.
    ///
    /// # Errors
    /// The blob is damaged, or the file cannot be read.
    pub fn blob(&self, digest: Digest) -> Result<Option<Vec<u8>>, StoreError> {
        blobs::get(&self.db, self.codec, digest)
    }

    /// True when the blob is in this file.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn has_blob(&self, digest: Digest) -> Result<bool, StoreError> {
        blobs::contains(&self.db, digest)
    }

    /// The journal in brief: what an index compares its own with.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn stamp(&self) -> Result<JournalStamp, StoreError> {
        JournalStamp::load(&self.db)
    }

    /// The study's record; `None` until it was created.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn study(&self) -> Result<Option<RecordId>, StoreError> {
        meta::study(&self.db)
    }

    /// The identifier of this file, as opposed to the study and to other copies of it: names what is
    /// kept beside it (search index, window). A copy made by a file manager keeps it, so compare
    /// [`Store::stamp`] as well.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn file_id(&self) -> Result<Uuid, StoreError> {
        meta::file(&self.db)
    }
}
