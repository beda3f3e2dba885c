//! The journal: the rows of `op` and the operations in them.

use crate::codec::Codec;
use crate::db::Db;
use crate::{StoreError, rows};
use model::op::Op;
use model::{Digest, OpId, RecordId, Timestamp};
use rusqlite::{Row, params};
use std::thread;
use uuid::Uuid;

/// A row of the journal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) id: OpId,
    pub(crate) lamport: u64,
    pub(crate) author: RecordId,
    pub(crate) at: Timestamp,
    pub(crate) undoes: Option<OpId>,
    /// Of the payload as it was first written, whether or not it was blanked since.
    pub(crate) digest: Digest,
    pub(crate) blanked: bool,
    /// The merge that brought it; `None` for what was first committed in this file.
    pub(crate) merge: Option<i64>,
    /// As stored: sealed by the codec.
    pub(crate) payload: Vec<u8>,
}

const COLUMNS: &str = "id, lamport, author, at, undoes, digest, blanked, merge, payload";

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: rows::op_id(row, 0)?,
        lamport: rows::count(row, 1)?,
        author: rows::record_id(row, 2)?,
        at: Timestamp(row.get(3)?),
        undoes: rows::op_id_or_null(row, 4)?,
        digest: rows::digest(row, 5)?,
        blanked: row.get(6)?,
        merge: row.get(7)?,
        payload: row.get(8)?,
    })
}

impl Entry {
    /// The row of an operation that is done here and now.
    pub(crate) fn of(op: &Op, codec: Codec) -> Result<Entry, StoreError> {
        let unstorable =
            |error: serde_json::Error| StoreError::Unstorable { op: op.id, detail: error.to_string() };
        let payload = op.payload().map_err(unstorable)?;
        // JSON has values that it writes and does not read (a number that is not finite): one of them in
        // the journal and the whole project could no longer be opened.
        if Op::from_payload(&payload).map_err(unstorable)? != *op {
            return Err(StoreError::Unstorable {
                op: op.id,
                detail: "it does not read back as it is".into(),
            });
        }
        Ok(Entry {
            id: op.id,
            lamport: op.lamport,
            author: op.author,
            at: op.at,
            undoes: op.undoes,
            digest: Op::digest(&payload),
            blanked: false,
            merge: None,
            payload: codec.seal(payload),
        })
    }

    /// The operation, checked against its digest and its columns.
    pub(crate) fn decode(&self, codec: Codec) -> Result<Op, StoreError> {
        let damaged = |what: &str| StoreError::damaged(format!("operation {}: {what}", self.id));
        let payload = codec.open(&self.payload)?;
        if !self.blanked && Op::digest(&payload) != self.digest {
            return Err(damaged("its content does not match its digest"));
        }
        let op = Op::from_payload(&payload).map_err(|error| damaged(&error.to_string()))?;
        let told = (op.id, op.lamport, op.author, op.at, op.undoes);
        if told != (self.id, self.lamport, self.author, self.at, self.undoes) {
            return Err(damaged("its columns do not match its content"));
        }
        Ok(op)
    }

    /// Appends the row to the journal.
    pub(crate) fn append(&self, db: &Db) -> Result<(), StoreError> {
        let sql = "INSERT INTO op (id, lamport, author, at, undoes, digest, blanked, merge, payload)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let lamport = rows::stored(self.lamport, self.id)?;
        let undoes = self.undoes.map(|op| op.0.into_bytes());
        let (id, author) = (self.id.0.as_bytes(), self.author.0.as_bytes());
        let values = params![
            id,
            lamport,
            author,
            self.at.0,
            undoes,
            self.digest.0,
            self.blanked,
            self.merge,
            self.payload
        ];
        db.run(sql, values).map(drop)
    }
}

/// The row of one operation.
pub(crate) fn find(db: &Db, op: OpId) -> Result<Option<Entry>, StoreError> {
    db.first(&format!("SELECT {COLUMNS} FROM op WHERE id = ?1"), [op.0.as_bytes()], entry)
}

/// True when the operation is in the journal.
pub(crate) fn contains(db: &Db, op: OpId) -> Result<bool, StoreError> {
    Ok(db.first("SELECT 1 FROM op WHERE id = ?1", [op.0.as_bytes()], |_| Ok(()))?.is_some())
}

/// Every row, in the order of commit.
pub(crate) fn entries(db: &Db) -> Result<Vec<Entry>, StoreError> {
    db.all(&format!("SELECT {COLUMNS} FROM op ORDER BY seq"), [], entry)
}

/// The rows whose counters lie between two, both included, in the order of history.
pub(crate) fn entries_between(db: &Db, first: u64, last: u64) -> Result<Vec<Entry>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM op WHERE lamport BETWEEN ?1 AND ?2 ORDER BY lamport, id");
    let column = |counter: u64| i64::try_from(counter).unwrap_or(i64::MAX);
    db.all(&sql, [column(first), column(last)], entry)
}

/// Every operation's identifier, in the order of commit.
pub(crate) fn ids(db: &Db) -> Result<Vec<OpId>, StoreError> {
    db.all("SELECT id FROM op ORDER BY seq", [], |row| row.get(0).map(|id| OpId(Uuid::from_bytes(id))))
}

/// The operations in some rows, in the same order. Long journals are read by all processors.
pub(crate) fn decode_all(entries: &[Entry], codec: Codec) -> Result<Vec<Op>, StoreError> {
    let decode =
        move |part: &[Entry]| part.iter().map(|entry| entry.decode(codec)).collect::<Result<Vec<Op>, _>>();
    let workers = thread::available_parallelism().map_or(1, usize::from).min(8);
    if entries.len() < 1000 || workers == 1 {
        return decode(entries);
    }
    let mut parts = entries.chunks(entries.len().div_ceil(workers));
    let own = parts.next().unwrap_or_default();
    thread::scope(|scope| {
        let others: Vec<_> = parts
            .map(|part| {
                (
                    part,
                    thread::Builder::new()
                        .name("store-decode".into())
                        .spawn_scoped(scope, move || decode(part)),
                )
            })
            .collect();
        let mut ops = decode(own)?;
        for (part, other) in others {
            ops.extend(match other.map(thread::ScopedJoinHandle::join) {
                Ok(Ok(decoded)) => decoded?,
                // No thread was to be had, or it died: what it was to read is read here.
                Ok(Err(_)) | Err(_) => decode(part)?,
            });
        }
        Ok(ops)
    })
}
