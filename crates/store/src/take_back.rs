//! Taking a merge back: exactly its operations leave.

use crate::blobs;
use crate::journal::{self, Entry};
use crate::merge::MergeId;
use crate::meta::{self, key};
use crate::stamp::JournalStamp;
use crate::{BackupReason, Store, StoreError, derived, purging};
use model::op::{Op, OpKind};
use model::records::Records;
use model::take_back::stands_on;
use model::{OpId, RecordId, Timestamp};
use std::collections::BTreeSet;

/// What taking a merge back did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// The merge.
    pub merge_id: MergeId,
    /// The operations that left, in the order of history.
    pub ops: Vec<OpId>,
}

impl Store {
    /// Takes a merge back, the last one unless another is named: its operations leave, and merging again
    /// brings them back. A backup is made first. What the merge purged stays purged.
    ///
    /// # Errors
    /// [`StoreError::NoMerge`]; [`StoreError::StoodOn`] where later work rests on it; the file cannot be
    /// written. Then nothing is changed.
    pub fn merge_take_back(
        &mut self,
        merge: Option<MergeId>,
        now: Timestamp,
    ) -> Result<TakenBack, StoreError> {
        self.for_writing()?;
        let merge_id = self.merge_to_take_back(merge)?;
        let entries = journal::entries(&self.db)?;
        let ops = journal::decode_all(&entries, self.codec)?;
        let parts = Parts::of(&entries, &ops, merge_id);
        if let Some(standing) =
            stands_on(parts.before.iter().copied(), &parts.detached, parts.later.iter().copied())
        {
            return Err(StoreError::StoodOn { standing });
        }
        self.backup_now(BackupReason::TakeBack, now)?;
        self.db.write(|| self.detach(merge_id, &parts))?;
        let mut left: Vec<&Op> = parts.detached;
        left.sort_by_key(|op| op.stamp());
        Ok(TakenBack { merge_id, ops: left.into_iter().map(|op| op.id).collect() })
    }

    fn merge_to_take_back(&self, merge: Option<MergeId>) -> Result<MergeId, StoreError> {
        let sql =
            "SELECT id FROM merge WHERE taken_back = 0 AND (?1 IS NULL OR id = ?1) ORDER BY id DESC LIMIT 1";
        let found = self.db.first(sql, [merge.map(|merge| merge.0)], |row| row.get(0).map(MergeId))?;
        found.ok_or(StoreError::NoMerge)
    }

    fn detach(&self, merge: MergeId, parts: &Parts<'_>) -> Result<(), StoreError> {
        self.db.run("UPDATE merge SET taken_back = 1 WHERE id = ?1", [merge.0])?;
        self.db.run("DELETE FROM op WHERE merge = ?1", [merge.0])?;
        let staying = || parts.before.iter().chain(&parts.later).copied();
        let touched: BTreeSet<RecordId> =
            parts.detached.iter().flat_map(|op| &op.changes).map(|change| change.record).collect();
        let touching =
            staying().filter(|op| op.changes.iter().any(|change| touched.contains(&change.record)));
        derived::write(&self.db, self.codec, &Records::replay(touching), touched.iter().copied())?;
        let needed = purging::named(staying());
        for digest in purging::named(parts.detached.iter().copied()).difference(&needed) {
            blobs::remove(&self.db, *digest)?;
        }
        if !staying().any(|op| matches!(op.kind, OpKind::CreateStudy { .. })) {
            meta::clear(&self.db, key::STUDY)?;
        }
        JournalStamp::of(journal::ids(&self.db)?).save(&self.db)
    }
}

/// The journal, as a merge divides it.
struct Parts<'a> {
    before: Vec<&'a Op>,
    detached: Vec<&'a Op>,
    later: Vec<&'a Op>,
}

impl<'a> Parts<'a> {
    fn of(entries: &[Entry], ops: &'a [Op], merge: MergeId) -> Parts<'a> {
        let mut parts = Parts { before: Vec::new(), detached: Vec::new(), later: Vec::new() };
        for (entry, op) in entries.iter().zip(ops) {
            let part = match entry.merge {
                Some(id) if id == merge.0 => &mut parts.detached,
                _ if parts.detached.is_empty() => &mut parts.before,
                _ => &mut parts.later,
            };
            part.push(op);
        }
        parts
    }
}
