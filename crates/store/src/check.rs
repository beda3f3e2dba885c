//! Checking a whole file against itself, and rebuilding what can be rebuilt.

use crate::finding::{CheckReport, Finding};
use crate::journal::{self, Entry};
use crate::stamp::JournalStamp;
use crate::texts::{self, NoText, Texts};
use crate::{Store, StoreError, blobs, derived, packet, purging, rows};
use foldhash::HashMap;
use model::op::{After, Op};
use model::purge::{Blanking, announced};
use model::records::Records;
use model::value::{Kind, Value};
use model::{Digest, OpId, RecordId};
use std::collections::BTreeSet;

impl Store {
    /// Checks everything in the file: the database, the journal, what is derived from it, texts, places.
    ///
    /// # Errors
    /// The file cannot be read at all; what is wrong inside it is in the report.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        self.db.read(|| {
            let mut check = Check { store: self, report: CheckReport::default() };
            let ops = check.source()?;
            let records = Records::replay(&ops);
            check.records(&records)?;
            check.places(&records)?;
            Ok(check.report)
        })
    }

    /// Checks what a merge takes from this file: the database, the journal, texts and other blobs. What
    /// is derived here is derived anew there.
    pub(crate) fn check_source(&self) -> Result<CheckReport, StoreError> {
        self.db.read(|| {
            let mut check = Check { store: self, report: CheckReport::default() };
            check.source()?;
            Ok(check.report)
        })
    }

    /// Writes what is derived from the journal anew: versions, records, the journal's stamp, and the
    /// purges that it announces. Places of codings that are gone go; the others are the caller's to write.
    ///
    /// # Errors
    /// An operation is damaged, or the file cannot be written. Then nothing is changed.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        self.for_writing()?;
        self.db.write(|| {
            derived::rebuild(&self.db, self.codec)?;
            purging::announce(&self.db, &announced(&self.ops(..)?))?;
            JournalStamp::of(journal::ids(&self.db)?).save(&self.db)
        })
    }
}

struct Check<'a> {
    store: &'a Store,
    report: CheckReport,
}

impl Check<'_> {
    fn found(&mut self, finding: Finding) {
        self.report.findings.push(finding);
    }

    /// Reads something; where the database cannot even be read there, that is a finding.
    fn readable<T: Default>(&mut self, read: Result<T, StoreError>) -> Result<T, StoreError> {
        match read {
            Err(StoreError::Damaged { detail }) => {
                self.found(Finding::Database { detail });
                Ok(T::default())
            }
            other => other,
        }
    }

    /// Everything that cannot be rebuilt.
    fn source(&mut self) -> Result<Vec<Op>, StoreError> {
        self.database()?;
        let ops = self.journal()?;
        self.counters(&ops);
        self.purge(&ops)?;
        self.blobs()?;
        self.texts(&ops)?;
        Ok(ops)
    }

    fn database(&mut self) -> Result<(), StoreError> {
        let verdicts = self.store.db.all("PRAGMA integrity_check", [], |row| row.get::<_, String>(0));
        for detail in self.readable(verdicts)?.into_iter().filter(|verdict| verdict != "ok") {
            self.found(Finding::Database { detail });
        }
        let dangling = self.store.db.all("PRAGMA foreign_key_check", [], |row| row.get::<_, String>(0));
        for table in self.readable(dangling)? {
            self.found(Finding::DanglingRow { table });
        }
        Ok(())
    }

    fn journal(&mut self) -> Result<Vec<Op>, StoreError> {
        let entries = self.readable(journal::entries(&self.store.db))?;
        self.report.ops = entries.len();
        let ids = JournalStamp::of(entries.iter().map(|entry| entry.id));
        let noted = self.readable(JournalStamp::load(&self.store.db))?;
        if ids != noted {
            self.found(Finding::Journal { found: ids.count, noted: noted.count });
        }
        let mut ops = self.readable(packet::base(&self.store.db, self.store.codec))?;
        match journal::decode_all(&entries, self.store.codec) {
            Ok(decoded) => ops.extend(decoded),
            Err(_) => ops.extend(entries.iter().filter_map(|entry| self.op(entry))),
        }
        Ok(ops)
    }

    fn op(&mut self, entry: &Entry) -> Option<Op> {
        match entry.decode(self.store.codec) {
            Ok(op) => Some(op),
            Err(error) => {
                self.found(Finding::Operation { op: entry.id, detail: error.to_string() });
                None
            }
        }
    }

    fn counters(&mut self, ops: &[Op]) {
        let lamports: HashMap<OpId, u64> = ops.iter().map(|op| (op.id, op.lamport)).collect();
        for op in ops {
            let bases = op.changes.iter().flat_map(|change| &change.bases).chain(&op.undoes);
            let late = |base: &&OpId| lamports.get(*base).is_some_and(|lamport| *lamport >= op.lamport);
            if let Some(base) = bases.copied().collect::<BTreeSet<_>>().iter().find(late) {
                self.found(Finding::Counter { op: op.id, base: *base });
            }
        }
    }

    fn records(&mut self, records: &Records) -> Result<(), StoreError> {
        self.report.records = records.len();
        let mut wrong: BTreeSet<RecordId> = BTreeSet::new();
        let stored = self.readable(derived::version_rows(&self.store.db))?;
        let expected = derived::expected_version_rows(records);
        let apart = stored.symmetric_difference(&expected);
        wrong.extend(apart.map(|row| row.record));
        let mut unseen: BTreeSet<RecordId> = records.iter().map(|(id, _)| id).collect();
        for row in self.readable(derived::record_rows(&self.store.db, self.store.codec))? {
            unseen.remove(&row.id);
            let agrees = records.get(row.id).map_or(Ok(false), |record| row.is_of(record))?;
            if !agrees {
                wrong.insert(row.id);
            }
        }
        wrong.extend(unseen);
        wrong.into_iter().for_each(|record| self.found(Finding::Record { record }));
        Ok(())
    }

    fn purge(&mut self, ops: &[Op]) -> Result<(), StoreError> {
        let mut purge = self.readable(purging::load(&self.store.db))?;
        purge.extend(announced(ops));
        let blanking = Blanking::of(&purge, ops.iter());
        for op in ops.iter().filter(|op| blanking.blank(op).is_some()) {
            self.found(Finding::NotPurged { op: op.id });
        }
        Ok(())
    }

    fn blobs(&mut self) -> Result<(), StoreError> {
        for digest in self.readable(blobs::digests(&self.store.db))? {
            self.report.blobs += 1;
            match self.store.blob(digest) {
                Ok(_) => {}
                Err(StoreError::Damaged { .. }) => self.found(Finding::BlobDamaged { digest }),
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    fn texts(&mut self, ops: &[Op]) -> Result<(), StoreError> {
        let purge = self.readable(purging::load(&self.store.db))?;
        let blanking = Blanking::of(&purge, ops.iter());
        // A damaged blob was reported as such; here it is one that is not there.
        let fetch = |digest: Digest| match self.store.blob(digest) {
            Err(StoreError::Damaged { .. }) => Ok(None),
            other => other,
        };
        let mut findings = Vec::new();
        let mut texts = Texts::of(ops.iter(), &fetch);
        for (revision, _) in
            texts::revisions(ops.iter()).into_iter().filter(|(id, _)| !blanking.is_text_gone(*id))
        {
            match texts.text(revision)? {
                Ok(_) => {}
                Err(NoText::Unreachable) => findings.push(Finding::TextMissing { revision }),
                Err(NoText::Differs) => findings.push(Finding::TextDiffers { revision }),
            }
        }
        for (interview, digest) in originals(ops) {
            if !self.store.has_blob(digest)? {
                findings.push(Finding::OriginalMissing { interview, digest });
            }
        }
        self.report.findings.extend(findings);
        Ok(())
    }

    fn places(&mut self, records: &Records) -> Result<(), StoreError> {
        let sql = r#"SELECT coding, interview, revision, start, "end" FROM place ORDER BY coding"#;
        let rows = self.store.db.all(sql, [], |row| {
            let ids = (rows::record_id(row, 0)?, rows::record_id(row, 1)?, rows::record_id(row, 2)?);
            Ok((ids, row.get::<_, i64>(3)?, row.get::<_, i64>(4)?))
        });
        for ((coding, interview, revision), start, end) in self.readable(rows)? {
            // A coding of somebody else may stand on a text whose import or correction was undone.
            let fits = records
                .revision_body(revision)
                .is_some_and(|body| body.interview == interview && end <= i64::from(body.length));
            let is_coding = records.get(coding).is_some_and(|record| record.kind() == Kind::Coding);
            if !(fits && is_coding && 0 <= start && start <= end) {
                self.found(Finding::Place { coding });
            }
        }
        Ok(())
    }
}

/// The original files that interviews name.
fn originals(ops: &[Op]) -> BTreeSet<(RecordId, Digest)> {
    let changes = ops.iter().flat_map(|op| &op.changes);
    changes
        .filter_map(|change| match &change.after {
            After::Set(Value::InterviewSource(body)) => Some((change.record, body.original?)),
            _ => None,
        })
        .collect()
}
