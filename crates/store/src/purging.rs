//! Carrying out a purge: words leave the operations, the records, the blobs, the free pages and the
//! backups.
//!
//! The purge set only grows. From the moment that a purge is announced until nothing of it is left to do
//! the file says so, and opening it for writing goes on where a crash stopped it.

use crate::blobs;
use crate::codec::Codec;
use crate::db::Db;
use crate::journal;
use crate::meta::{self, key};
use crate::texts::{self, Fetch, NoText, Texts};
use crate::{BackupReason, Blob, Store, StoreError, backup, derived, files, open, schema};
use model::op::{After, Op};
use model::purge::{Blanking, PurgeItem, PurgeSet, announced};
use model::records::Records;
use model::value::Value;
use model::{Digest, OpId, RecordId, Timestamp};
use rusqlite::params;
use std::collections::BTreeSet;
use std::path::Path;

/// What a purge took away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PurgeReport {
    /// The operations that lost words.
    pub blanked: Vec<OpId>,
    /// How many texts and original files went.
    pub blobs_removed: usize,
    /// Backups that could not be read, and so could not be cleansed: they were removed.
    pub backups_removed: Vec<String>,
}

impl Store {
    /// Carries out the purges that committed operations announce: blanks, compacts the file, and does
    /// the same to every backup. The caller may pass texts that would otherwise have to be rebuilt.
    ///
    /// # Errors
    /// The file or a backup cannot be written. What is done is done; the rest follows when the project
    /// is next opened for writing, or by calling again.
    pub fn purge(&mut self, texts: &[Blob], now: Timestamp) -> Result<PurgeReport, StoreError> {
        self.for_writing()?;
        self.backup_now(BackupReason::Purge, now)?;
        self.finish_purge(texts)
    }

    /// Why a purge that was announced is not finished: some words are still in the file's free pages or
    /// in a backup. `None` when there is nothing left to do.
    #[must_use]
    pub fn unfinished_purge(&self) -> Option<&StoreError> {
        self.unfinished_purge.as_ref()
    }

    /// Ends a purge that a crash stopped. That it fails keeps nobody from opening the project.
    pub(crate) fn resume_purge(&mut self) -> Result<(), StoreError> {
        if meta::get(&self.db, key::PURGING)?.is_some() {
            self.unfinished_purge = self.finish_purge(&[]).err();
        }
        Ok(())
    }

    pub(crate) fn finish_purge(&mut self, texts: &[Blob]) -> Result<PurgeReport, StoreError> {
        meta::set(&self.db, key::PURGING, "1")?;
        let mut report = carry_out(&self.db, &PurgeSet::new(), texts)?;
        let purge = load(&self.db)?;
        files::discard(&files::unfinished(self.path()))?;
        report.backups_removed = cleanse_backups(self.path(), &purge, texts)?;
        meta::clear(&self.db, key::PURGING)?;
        self.unfinished_purge = None;
        Ok(report)
    }
}

/// The purge set.
pub(crate) fn load(db: &Db) -> Result<PurgeSet, StoreError> {
    let items = db.all("SELECT item FROM purge", [], |row| row.get::<_, String>(0))?;
    let parse = |item: String| {
        serde_json::from_str(&item).map_err(|_| StoreError::damaged("an item of the purge set"))
    };
    items.into_iter().map(parse).collect()
}

/// Adds items to the purge set and says whether any is new; part of the caller's transaction.
pub(crate) fn announce<'a>(
    db: &Db,
    items: impl IntoIterator<Item = &'a PurgeItem>,
) -> Result<bool, StoreError> {
    let mut grown = false;
    for item in items {
        let text = serde_json::to_string(item).map_err(|error| StoreError::damaged(error.to_string()))?;
        grown |= db.run("INSERT OR IGNORE INTO purge (item) VALUES (?1)", [text])? > 0;
    }
    if grown {
        meta::set(db, key::PURGING, "1")?;
    }
    Ok(grown)
}

/// Takes the words of a purge set, and of what the file itself announces, out of a file and of its free
/// pages. A file of an earlier format is brought to the current one on the way.
pub(crate) fn carry_out(db: &Db, purge: &PurgeSet, texts: &[Blob]) -> Result<PurgeReport, StoreError> {
    let codec = meta::codec(db)?;
    let report = db.write(|| {
        schema::migrate(db, codec, schema::CURRENT)?;
        announce(db, purge)?;
        blank(db, codec, &|digest| blobs::get(db, codec, digest), texts)
    })?;
    db.batch("VACUUM")?;
    Ok(report)
}

/// Blanks what the purge set covers; part of the caller's transaction. `fetch` finds texts that are
/// needed to rebuild others, be it in another file.
pub(crate) fn blank(
    db: &Db,
    codec: Codec,
    fetch: &Fetch<'_>,
    texts: &[Blob],
) -> Result<PurgeReport, StoreError> {
    let before = journal::decode_all(&journal::entries(db)?, codec)?;
    announce(db, &announced(&before))?;
    let blanking = Blanking::of(&load(db)?, before.iter());
    if blanking.is_empty() {
        return Ok(PurgeReport::default());
    }
    let mut blanked = Vec::new();
    let mut touched: BTreeSet<RecordId> = BTreeSet::new();
    let mut after = Vec::with_capacity(before.len());
    for op in &before {
        let bare = blanking.blank(op);
        if let Some(bare) = &bare {
            write_blanked(db, codec, bare)?;
            blanked.push(op.id);
            touched.extend(op.changes.iter().map(|change| change.record));
        }
        after.push(bare.unwrap_or_else(|| op.clone()));
    }
    supply_texts(db, codec, &blanking, [&before, &after], fetch, texts)?;
    derived::write(db, codec, &Records::replay(&after), touched)?;
    Ok(PurgeReport {
        blanked,
        blobs_removed: remove_blobs(db, &blanking, &before)?,
        backups_removed: Vec::new(),
    })
}

fn write_blanked(db: &Db, codec: Codec, op: &Op) -> Result<(), StoreError> {
    let unstorable =
        |error: serde_json::Error| StoreError::Unstorable { op: op.id, detail: error.to_string() };
    let payload = codec.seal(op.payload().map_err(unstorable)?);
    db.run("UPDATE op SET payload = ?2, blanked = 1 WHERE id = ?1", params![op.id.0.as_bytes(), payload])
        .map(drop)
}

/// Keeps whole what could afterwards no longer be rebuilt: the texts that stay and stood on lost ones.
fn supply_texts(
    db: &Db,
    codec: Codec,
    blanking: &Blanking,
    [before, after]: [&[Op]; 2],
    fetch: &Fetch<'_>,
    texts: &[Blob],
) -> Result<(), StoreError> {
    let needed = blanking.blobs_needed(before.iter());
    texts
        .iter()
        .filter(|blob| needed.contains(&blob.digest))
        .try_for_each(|blob| blobs::put(db, codec, blob))?;
    let staying =
        |digest: Digest| if needed.contains(&digest) { blobs::get(db, codec, digest) } else { Ok(None) };
    let mut afterwards = Texts::of(after.iter(), &staying);
    let mut beforehand = Texts::of(before.iter(), fetch);
    for (revision, _) in texts::revisions(after.iter()) {
        if blanking.is_text_gone(revision) || afterwards.text(revision)? != Err(NoText::Unreachable) {
            continue;
        }
        // What was out of reach before (a packet comes without earlier texts) stays so.
        if let Ok(text) = beforehand.text(revision)? {
            blobs::put(db, codec, &Blob::of(text))?;
        }
    }
    Ok(())
}

/// Drops every blob that no operation needs: be it one that nothing ever named, for what is not known
/// to be clean may hold the words as well.
fn remove_blobs(db: &Db, blanking: &Blanking, before: &[Op]) -> Result<usize, StoreError> {
    let needed = blanking.blobs_needed(before.iter());
    let mut removed = 0;
    for digest in blobs::digests(db)?.into_iter().filter(|digest| !needed.contains(digest)) {
        blobs::remove(db, digest)?;
        removed += 1;
    }
    Ok(removed)
}

/// The blobs that operations name.
pub(crate) fn named<'a>(ops: impl IntoIterator<Item = &'a Op>) -> BTreeSet<Digest> {
    let changes = ops.into_iter().flat_map(|op| &op.changes);
    changes
        .filter_map(|change| match &change.after {
            After::Set(Value::RevisionBody(body)) => Some(body.text),
            After::Set(Value::InterviewSource(body)) => body.original,
            _ => None,
        })
        .collect()
}

/// Takes the words of a purge set out of every backup; names those that had to be removed.
fn cleanse_backups(project: &Path, purge: &PurgeSet, texts: &[Blob]) -> Result<Vec<String>, StoreError> {
    let folder = backup::folder_of(project);
    backup::sweep(&folder)?;
    let mut removed = Vec::new();
    for path in backup::files_in(&folder)? {
        match cleanse_file(&path, purge, texts) {
            // What cannot be read cannot be cleansed, and must not stay.
            Err(
                StoreError::Damaged { .. }
                | StoreError::Truncated { .. }
                | StoreError::NotAProject { .. }
                | StoreError::Empty { .. },
            ) => {
                files::remove_if_there(&path)?;
                removed.push(path.file_stem().unwrap_or_default().to_string_lossy().into_owned());
            }
            done => done?,
        }
    }
    Ok(removed)
}

fn cleanse_file(path: &Path, purge: &PurgeSet, texts: &[Blob]) -> Result<(), StoreError> {
    files::whole(path, |unfinished| {
        std::fs::copy(path, unfinished).map_err(|error| StoreError::from_io(&error, unfinished))?;
        let copy = open::for_writing(unfinished)?;
        carry_out(&copy, purge, texts)?;
        meta::clear(&copy, key::PURGING)?;
        backup::close(copy)
    })
}
