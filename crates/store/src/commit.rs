//! The only door for writes: one transaction for each operation, with everything that belongs to it.

use crate::journal::{self, Entry};
use crate::merge::{self, MergeId};
use crate::stamp::JournalStamp;
use crate::{Store, StoreError, blobs, derived, meta, purging};
use model::op::{After, Change, Op, OpKind};
use model::value::Group;
use model::{Digest, RecordId};
use rusqlite::params;
use std::collections::BTreeSet;

/// The bytes of a text or of an original file, with the digest by which operations name them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blob {
    /// SHA-256 of `bytes`.
    pub digest: Digest,
    /// The bytes, as they are outside the file.
    pub bytes: Vec<u8>,
}

impl Blob {
    /// The blob of some bytes.
    #[must_use]
    pub fn of(bytes: impl Into<Vec<u8>>) -> Blob {
        let bytes = bytes.into();
        Blob { digest: Digest::of(&bytes), bytes }
    }
}

/// Where a coding lies in the current revision of its interview; derived, kept for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceRow {
    /// The coding.
    pub coding: RecordId,
    /// The interview.
    pub interview: RecordId,
    /// The revision that the positions belong to.
    pub revision: RecordId,
    /// First Unicode scalar of the passage.
    pub start: u32,
    /// The scalar after its last.
    pub end: u32,
    /// How sure the place is, in the words of the model.
    pub state: &'static str,
}

impl Store {
    /// Writes an operation with its texts and the places that it moves; when this returns, it is on disk.
    ///
    /// # Errors
    /// The operation is there already or cannot be written as JSON, a blob is not what it says, a place
    /// names no record, or the file cannot be written. Then nothing is changed.
    pub fn commit(&mut self, op: &Op, blobs: &[Blob], places: &[PlaceRow]) -> Result<(), StoreError> {
        self.commit_all(std::slice::from_ref(op), blobs, places)
    }

    /// Writes several operations in one transaction: for files that are made as a whole (a packet, a
    /// synthetic study). What a person does is committed one by one.
    ///
    /// # Errors
    /// As for [`Store::commit`]; one bad operation refuses them all.
    pub fn commit_all(&mut self, ops: &[Op], blobs: &[Blob], places: &[PlaceRow]) -> Result<(), StoreError> {
        self.for_writing()?;
        self.db.write(|| {
            ops.iter().try_for_each(|op| self.append(op, None))?;
            blobs.iter().try_for_each(|blob| blobs::put(&self.db, self.codec, blob))?;
            self.put_places(places)
        })
    }

    /// Writes an operation that follows from a merge by itself (two corrections put together): it belongs
    /// to the merge, is not undone here by anybody, and leaves with it when the merge is taken back.
    ///
    /// # Errors
    /// [`StoreError::NoMerge`] where there is no such merge or it was taken back; else as for
    /// [`Store::commit`]. Then nothing is changed.
    pub fn commit_into_merge(
        &mut self,
        merge: MergeId,
        op: &Op,
        blobs: &[Blob],
        places: &[PlaceRow],
    ) -> Result<(), StoreError> {
        self.for_writing()?;
        self.db.write(|| {
            self.is_in_force(merge)?;
            self.append(op, Some(merge))?;
            blobs.iter().try_for_each(|blob| blobs::put(&self.db, self.codec, blob))?;
            self.put_places(places)
        })
    }

    fn is_in_force(&self, merge: MergeId) -> Result<(), StoreError> {
        let sql = "SELECT 1 FROM merge WHERE id = ?1 AND taken_back = 0";
        self.db.first(sql, [merge.0], |_| Ok(()))?.ok_or(StoreError::NoMerge)
    }

    /// Notes where codings lie.
    ///
    /// # Errors
    /// A place names no record, or the file cannot be written. Then nothing is changed.
    pub fn write_places(&mut self, places: &[PlaceRow]) -> Result<(), StoreError> {
        self.for_writing()?;
        self.db.write(|| self.put_places(places))
    }

    /// Notes where all codings lie, and forgets what was noted before: after a merge, when one was taken
    /// back, after a purge.
    ///
    /// # Errors
    /// A place names no record, or the file cannot be written. Then nothing is changed.
    pub fn replace_places(&mut self, places: &[PlaceRow]) -> Result<(), StoreError> {
        self.for_writing()?;
        self.db.write(|| {
            self.db.batch("DELETE FROM place")?;
            self.put_places(places)
        })
    }

    /// Writes an operation; part of the caller's transaction.
    pub(crate) fn append(&self, op: &Op, merge: Option<MergeId>) -> Result<(), StoreError> {
        if journal::contains(&self.db, op.id)? {
            return Err(StoreError::OpExists { op: op.id });
        }
        let entry = Entry { merge: merge.map(|merge| merge.0), ..Entry::of(op, self.codec)? };
        entry.append(&self.db)?;
        if let Some(merge) = merge {
            merge::note_op(&self.db, merge, op.id)?;
        }
        derived::add(&self.db, self.codec, op)?;
        self.drop_places(op)?;
        match &op.kind {
            OpKind::CreateStudy { study } if meta::study(&self.db)?.is_none() => {
                meta::set(&self.db, meta::key::STUDY, &study.to_string())?;
            }
            OpKind::Purge { items, .. } => _ = purging::announce(&self.db, items)?,
            _ => {}
        }
        let mut stamp = JournalStamp::load(&self.db)?;
        stamp.add(op.id);
        stamp.save(&self.db)
    }

    /// What an operation deletes, or makes unmade, lies nowhere any more.
    fn drop_places(&self, op: &Op) -> Result<(), StoreError> {
        let sql = "DELETE FROM place WHERE coding = ?1
            AND EXISTS (SELECT 1 FROM record WHERE id = ?1 AND alive = 0)";
        let ends = |change: &&Change| match &change.after {
            After::Unset(_) => true,
            After::Set(value) => value.group() == Group::Life,
        };
        let ended: BTreeSet<RecordId> = op.changes.iter().filter(ends).map(|change| change.record).collect();
        ended.iter().try_for_each(|record| self.db.run(sql, [record.0.as_bytes()]).map(drop))
    }

    fn put_places(&self, places: &[PlaceRow]) -> Result<(), StoreError> {
        let sql = r#"INSERT INTO place (coding, interview, revision, start, "end", state)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (coding) DO UPDATE SET interview = ?2, revision = ?3, start = ?4, "end" = ?5, state = ?6"#;
        for place in places {
            let coding = place.coding.0.as_bytes();
            let (interview, revision) = (place.interview.0.as_bytes(), place.revision.0.as_bytes());
            let row = params![coding, interview, revision, place.start, place.end, place.state];
            if let Err(error) = self.db.run(sql, row) {
                return Err(self.no_such_coding(place.coding)?.unwrap_or(error));
            }
        }
        Ok(())
    }

    /// Whether a place could not be noted because its coding is not there: asked only then, for a
    /// correction moves thousands of places.
    fn no_such_coding(&self, coding: RecordId) -> Result<Option<StoreError>, StoreError> {
        let sql = "SELECT 1 FROM record WHERE id = ?1";
        let found = self.db.first(sql, [coding.0.as_bytes()], |_| Ok(()))?;
        Ok(found.is_none().then_some(StoreError::NoSuchCoding { coding }))
    }
}
