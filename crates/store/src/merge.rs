//! Merging another copy of the study: the union of two journals.

use crate::blobs;
use crate::db::Db;
use crate::journal::{self, Entry};
use crate::meta::{self, key};
use crate::stamp::JournalStamp;
use crate::{BackupReason, Finding, Store, StoreError, derived, purging};
use foldhash::HashMap;
use model::op::Op;
use model::purge::{Blanking, PurgeSet, announced};
use model::records::Records;
use model::{Digest, OpId, RecordId, Timestamp};
use rusqlite::params;
use std::collections::BTreeSet;

/// Names a merge in this file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MergeId(pub i64);

/// What merging another project would bring.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MergePlan {
    /// The operations that would come, in the order of history, without what was purged here or there.
    pub ops_in: Vec<Op>,
    /// How many operations both have.
    pub same: usize,
    /// An operation that the two do not have in common although they call it the same: the merge would
    /// be refused.
    pub clash: Option<OpId>,
    /// What was purged there and is not purged here.
    pub purge_in: PurgeSet,
}

/// What a merge did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MergeOutcome {
    /// Names the merge, so that it can be taken back; `None` when nothing was there to come.
    pub merge_id: Option<MergeId>,
    /// The operations that came, in the order of history.
    pub ops: Vec<OpId>,
    /// How many operations both had.
    pub same: usize,
    /// The operations of this file that lost words because they were purged in the other.
    pub blanked: Vec<OpId>,
}

/// A merge that was made in this file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeInfo {
    /// Names it.
    pub id: MergeId,
    /// When it was made.
    pub at: Timestamp,
    /// Where the other copy came from, as the user knows it.
    pub origin: String,
    /// The operations that it brought, and those that followed from it by themselves, in no particular
    /// order.
    pub ops: Vec<OpId>,
    /// True when it was taken back since.
    pub taken_back: bool,
}

impl Store {
    /// Says what merging another project would bring.
    ///
    /// # Errors
    /// The other is about another study or damaged; either cannot be read.
    pub fn merge_plan(&self, other: &Store) -> Result<MergePlan, StoreError> {
        let union = Union::of(self, other)?;
        let blanking = union.blanking();
        let coming = union.coming.iter();
        let mut ops_in: Vec<Op> =
            coming.map(|(_, op)| blanking.blank(op).unwrap_or_else(|| op.clone())).collect();
        ops_in.sort_by_key(Op::stamp);
        let known = purging::load(&self.db)?;
        let purge_in = union.purge.difference(&known).copied().collect();
        Ok(MergePlan { ops_in, same: union.same, clash: union.clash, purge_in })
    }

    /// Takes in what another copy of the study holds and this one does not: operations, texts, purges. A
    /// backup is made first. `origin` says where the copy came from, for the list of merges.
    ///
    /// The places of the codings that came are the caller's to write.
    ///
    /// # Errors
    /// [`StoreError::OtherStudy`], [`StoreError::OtherDamaged`], [`StoreError::Clash`]; either file
    /// cannot be read, or this one cannot be written. Then nothing is changed.
    pub fn merge(&mut self, other: &Store, at: Timestamp, origin: &str) -> Result<MergeOutcome, StoreError> {
        self.merge_with(other, at, origin, &[])
    }

    /// The same, with operations of this desk that belong to the merge: what was chosen where the copies
    /// disagree. They are written in the same transaction, and leave when the merge is taken back. Where
    /// nothing comes there is no merge, and they are not written.
    ///
    /// # Errors
    /// As for [`Store::merge`]; [`StoreError::OpExists`] for an operation that is there already.
    pub fn merge_with(
        &mut self,
        other: &Store,
        at: Timestamp,
        origin: &str,
        own: &[Op],
    ) -> Result<MergeOutcome, StoreError> {
        self.for_writing()?;
        let union = Union::of(self, other)?;
        if let Some(op) = union.clash {
            return Err(StoreError::Clash { op });
        }
        let missing = union.missing_blobs(self)?;
        let known = purging::load(&self.db)?;
        if union.coming.is_empty() && missing.is_empty() && union.purge.is_subset(&known) {
            return Ok(MergeOutcome { same: union.same, ..MergeOutcome::default() });
        }
        self.backup_now(BackupReason::Merge, at)?;
        let outcome = self.db.write(|| {
            let outcome = self.take_in(other, &union, &missing, at, origin)?;
            let merge = outcome.merge_id;
            own.iter().filter(|_| merge.is_some()).try_for_each(|op| self.append(op, merge))?;
            Ok(outcome)
        })?;
        // The merge is done and on disk: words that it purged leave free pages and backups now, or when
        // the project is next opened.
        self.resume_purge()?;
        Ok(outcome)
    }

    fn take_in(
        &self,
        other: &Store,
        union: &Union,
        missing: &BTreeSet<Digest>,
        at: Timestamp,
        origin: &str,
    ) -> Result<MergeOutcome, StoreError> {
        let merge_id = if union.coming.is_empty() { None } else { Some(self.begin_merge(at, origin)?) };
        let mut coming: Vec<&(Entry, Op)> = union.coming.iter().collect();
        coming.sort_by_key(|(_, op)| op.stamp());
        let mut stamp = JournalStamp::load(&self.db)?;
        for (entry, op) in &coming {
            self.append_merged(entry, merge_id)?;
            stamp.add(op.id);
        }
        stamp.save(&self.db)?;
        if meta::study(&self.db)?.is_none()
            && let Some(study) = meta::study(&other.db)?
        {
            meta::set(&self.db, key::STUDY, &study.to_string())?;
        }
        for digest in missing {
            if let Some(bytes) = other.blob(*digest)? {
                blobs::put(&self.db, self.codec, &crate::Blob { digest: *digest, bytes })?;
            }
        }
        let touched: BTreeSet<RecordId> =
            coming.iter().flat_map(|(_, op)| &op.changes).map(|change| change.record).collect();
        // Every version of these records is written by an operation that touches one of them.
        let touching =
            union.ops().filter(|op| op.changes.iter().any(|change| touched.contains(&change.record)));
        derived::write(&self.db, self.codec, &Records::replay(touching), touched.iter().copied())?;
        let blanked = self.purge_merged(other, union)?;
        let ops: Vec<OpId> = coming.iter().map(|(entry, _)| entry.id).collect();
        let blanked = blanked.into_iter().filter(|op| !ops.contains(op)).collect();
        Ok(MergeOutcome { merge_id, ops, same: union.same, blanked })
    }

    fn begin_merge(&self, at: Timestamp, origin: &str) -> Result<MergeId, StoreError> {
        let sql = "INSERT INTO merge (at, origin) VALUES (?1, ?2) RETURNING id";
        self.db.one(sql, params![at.0, origin], |row| row.get(0).map(MergeId))
    }

    /// The row as the other file has it: its payload byte for byte, so that its digest stays true.
    fn append_merged(&self, entry: &Entry, merge: Option<MergeId>) -> Result<(), StoreError> {
        Entry { merge: merge.map(|merge| merge.0), ..entry.clone() }.append(&self.db)?;
        merge.map_or(Ok(()), |merge| note_op(&self.db, merge, entry.id))
    }

    /// Applies both purge sets to the union. What came unblanked has not reached the disk yet.
    fn purge_merged(&self, other: &Store, union: &Union) -> Result<Vec<OpId>, StoreError> {
        if union.purge.is_empty() {
            return Ok(Vec::new());
        }
        purging::announce(&self.db, &union.purge)?;
        let fetch = |digest: Digest| match self.blob(digest)? {
            None => other.blob(digest),
            found => Ok(found),
        };
        purging::blank(&self.db, self.codec, &fetch, &[]).map(|report| report.blanked)
    }

    /// Every merge that was made in this file, oldest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn merges(&self) -> Result<Vec<MergeInfo>, StoreError> {
        let found = self.db.all("SELECT id, at, origin, taken_back FROM merge ORDER BY id", [], |row| {
            Ok((MergeId(row.get(0)?), Timestamp(row.get(1)?), row.get(2)?, row.get(3)?))
        })?;
        let sql = "SELECT op FROM merge_op WHERE merge = ?1";
        let info = |(id, at, origin, taken_back): (MergeId, _, _, _)| {
            let ops = self.db.all(sql, [id.0], |row| crate::rows::op_id(row, 0))?;
            Ok(MergeInfo { id, at, origin, ops, taken_back })
        };
        found.into_iter().map(info).collect()
    }
}

/// Notes that an operation belongs to a merge; part of the caller's transaction.
pub(crate) fn note_op(db: &Db, merge: MergeId, op: OpId) -> Result<(), StoreError> {
    let sql = "INSERT INTO merge_op (merge, op) VALUES (?1, ?2)";
    db.run(sql, params![merge.0, op.0.as_bytes()]).map(drop)
}

/// What two files hold together.
struct Union {
    ours: Vec<Op>,
    /// What only the other has.
    coming: Vec<(Entry, Op)>,
    same: usize,
    clash: Option<OpId>,
    purge: PurgeSet,
}

impl Union {
    fn of(ours: &Store, theirs: &Store) -> Result<Union, StoreError> {
        refuse_other_study(ours, theirs)?;
        refuse_damaged(theirs)?;
        let our_entries = journal::entries(&ours.db)?;
        let known: HashMap<OpId, Digest> = our_entries.iter().map(|entry| (entry.id, entry.digest)).collect();
        let our_ops = journal::decode_all(&our_entries, ours.codec)?;
        drop(our_entries);
        let their_entries = theirs.db.read(|| journal::entries(&theirs.db)).map_err(StoreError::of_other)?;
        let differs = |entry: &&Entry| known.get(&entry.id).is_some_and(|digest| *digest != entry.digest);
        let clash = their_entries.iter().filter(differs).map(|entry| entry.id).min();
        let coming: Vec<Entry> =
            their_entries.iter().filter(|entry| !known.contains_key(&entry.id)).cloned().collect();
        let coming_ops = journal::decode_all(&coming, theirs.codec).map_err(StoreError::of_other)?;
        let mut purge = purging::load(&ours.db)?;
        purge.extend(purging::load(&theirs.db).map_err(StoreError::of_other)?);
        purge.extend(announced(&coming_ops));
        let same = their_entries.len() - coming.len();
        Ok(Union { ours: our_ops, coming: coming.into_iter().zip(coming_ops).collect(), same, clash, purge })
    }

    fn ops(&self) -> impl Iterator<Item = &Op> + Clone {
        self.ours.iter().chain(self.coming.iter().map(|(_, op)| op))
    }

    fn blanking(&self) -> Blanking {
        Blanking::of(&self.purge, self.ops())
    }

    /// The blobs that the union needs and this file lacks.
    fn missing_blobs(&self, ours: &Store) -> Result<BTreeSet<Digest>, StoreError> {
        let mut missing = BTreeSet::new();
        for digest in self.blanking().blobs_needed(self.ops()) {
            if !ours.has_blob(digest)? {
                missing.insert(digest);
            }
        }
        Ok(missing)
    }
}

/// A project without a study yet takes any; one with a study only its own.
fn refuse_other_study(ours: &Store, theirs: &Store) -> Result<(), StoreError> {
    let (our_study, their_study) = (ours.study()?, theirs.study().map_err(StoreError::of_other)?);
    let their_count = theirs.stamp().map_err(StoreError::of_other)?.count;
    let is_new = ours.stamp()?.count == 0 || their_count == 0;
    if our_study == their_study || is_new {
        return Ok(());
    }
    Err(StoreError::OtherStudy { ours: our_study, theirs: their_study })
}

fn refuse_damaged(theirs: &Store) -> Result<(), StoreError> {
    let mut findings = theirs.check_source().map_err(StoreError::of_other)?.findings;
    findings.retain(|finding| !finding.is_absence() && !matches!(finding, Finding::NotPurged { .. }));
    if findings.is_empty() { Ok(()) } else { Err(StoreError::OtherDamaged { findings }) }
}
