//! The tables that follow from the journal: `version` and `record`.
//!
//! Two ways lead to them. [`add`] takes one operation in, touching only what it touches. [`write`]
//! writes whole records from the model's own. Both follow the rule of [`model::register`], and tests
//! hold them equal.

use crate::codec::Codec;
use crate::db::Db;
use crate::{StoreError, journal, life, packet, rows};
use model::op::{Change, Op, Stamp};
use model::records::{Record, Records};
use model::register::{Register, Version};
use model::value::{Field, Group, Kind, Value};
use model::{OpId, RecordId};
use rusqlite::params;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

/// A record's current values: the JSON of each field's body by the name of the field.
pub(crate) type Body = BTreeMap<String, Box<RawValue>>;

/// Takes the versions of an operation in.
pub(crate) fn add(db: &Db, codec: Codec, op: &Op) -> Result<(), StoreError> {
    let mut touched: BTreeMap<RecordId, Vec<&Change>> = BTreeMap::new();
    for change in &op.changes {
        touched.entry(change.record).or_default().push(change);
    }
    touched.into_iter().try_for_each(|(record, changes)| add_to_record(db, codec, op, record, &changes))
}

fn add_to_record(
    db: &Db,
    codec: Codec,
    op: &Op,
    id: RecordId,
    changes: &[&Change],
) -> Result<(), StoreError> {
    let known = read(db, codec, id)?;
    let mut kind = known.as_ref().map_or(Kind::Unknown, |(kind, _)| *kind);
    let mut body = known.as_ref().map(|(_, body)| body.clone()).unwrap_or_default();
    for change in changes {
        let field = change.after.field();
        kind = kind.min(field.group.kind());
        let Some(now) = add_version(db, op, change, known.is_some())? else { continue };
        let value = match now {
            Current::Unchanged => continue,
            Current::This => change.after.value().cloned(),
            Current::Other(other) => value_at(db, codec, id, field, other)?,
        };
        set(&mut body, field, value.as_ref())?;
    }
    let alive = exists(&body)? && !life::is_deleted(db, codec, op, id, &body)?;
    save(db, codec, id, kind, alive, &body)
}

/// Which version of a field is current once another was added.
enum Current {
    Unchanged,
    This,
    Other(OpId),
}

/// Writes one version; `None` when it is there already.
fn add_version(db: &Db, op: &Op, change: &Change, record_known: bool) -> Result<Option<Current>, StoreError> {
    let field = change.after.field();
    let version = Version {
        stamp: op.stamp(),
        author: op.author,
        bases: change.bases.clone().into_boxed_slice(),
        value: None,
    };
    let mut register =
        if record_known { stored_register(db, change.record, field)? } else { Register::default() };
    if register.version(op.id).is_some() {
        return Ok(None);
    }
    let before = current(&register);
    let heads_before: Vec<OpId> = register.heads().map(|head| head.stamp.op).collect();
    register.insert(version.clone());
    let heads: Vec<OpId> = register.heads().map(|head| head.stamp.op).collect();
    insert_version(db, change.record, field, &version, heads.contains(&op.id))?;
    for lost in heads_before.iter().filter(|head| !heads.contains(head)) {
        let sql = "UPDATE version SET head = 0 WHERE record = ?1 AND field = ?2 AND op = ?3";
        db.run(sql, params![change.record.0.as_bytes(), field.to_string(), lost.0.as_bytes()])?;
    }
    Ok(Some(match current(&register) {
        Some(now) if now == op.id => Current::This,
        Some(now) if Some(now) != before => Current::Other(now),
        _ => Current::Unchanged,
    }))
}

fn current(register: &Register) -> Option<OpId> {
    register.current().map(|version| version.stamp.op)
}

/// The versions of a field as far as the merge rule needs them: without author and value.
fn stored_register(db: &Db, record: RecordId, field: Field) -> Result<Register, StoreError> {
    let sql = "SELECT op, lamport, bases FROM version WHERE record = ?1 AND field = ?2";
    let found = db.all(sql, params![record.0.as_bytes(), field.to_string()], |row| {
        Ok((Stamp { op: rows::op_id(row, 0)?, lamport: rows::count(row, 1)? }, row.get::<_, Vec<u8>>(2)?))
    })?;
    let mut register = Register::default();
    for (stamp, bases) in found {
        let bases = rows::unpack_bases(&bases)?.into_boxed_slice();
        register.insert(Version { stamp, author: record, bases, value: None });
    }
    Ok(register)
}

fn insert_version(
    db: &Db,
    record: RecordId,
    field: Field,
    version: &Version,
    head: bool,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO version (record, field, op, lamport, head, bases) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let op = version.stamp.op;
    let lamport = rows::stored(version.stamp.lamport, op)?;
    let bases = rows::pack_bases(&version.bases);
    db.run(sql, params![record.0.as_bytes(), field.to_string(), op.0.as_bytes(), lamport, head, bases])
        .map(drop)
}

/// The value that an operation gave to a field, from its payload.
pub(crate) fn value_at(
    db: &Db,
    codec: Codec,
    record: RecordId,
    field: Field,
    op: OpId,
) -> Result<Option<Value>, StoreError> {
    let op = match journal::find(db, op)? {
        Some(entry) => entry.decode(codec)?,
        None => {
            let mut base = packet::base(db, codec)?.into_iter();
            let missing = || StoreError::damaged(format!("operation {op} is missing"));
            base.find(|one| one.id == op).ok_or_else(missing)?
        }
    };
    let mut changes = op.changes.into_iter();
    let change = changes.find(|change| change.record == record && change.after.field() == field);
    Ok(change.and_then(|change| change.after.value().cloned()))
}

/// A record's kind and body, where it is known.
pub(crate) fn read(db: &Db, codec: Codec, id: RecordId) -> Result<Option<(Kind, Body)>, StoreError> {
    let sql = "SELECT kind, body FROM record WHERE id = ?1";
    let row =
        db.first(sql, [id.0.as_bytes()], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?)))?;
    row.map(|(kind, body)| Ok((parse_kind(&kind)?, parse_body(&codec.open(&body)?)?))).transpose()
}

fn parse_kind(name: &str) -> Result<Kind, StoreError> {
    let mut kinds = Group::ALL.iter().map(|group| group.kind());
    kinds
        .find(|kind| kind.as_str() == name)
        .ok_or_else(|| StoreError::damaged(format!("a record of kind `{name}`")))
}

/// Reads a body.
pub(crate) fn parse_body(bytes: &[u8]) -> Result<Body, StoreError> {
    serde_json::from_slice(bytes).map_err(|error| StoreError::damaged(format!("a record's body: {error}")))
}

fn set(body: &mut Body, field: Field, value: Option<&Value>) -> Result<(), StoreError> {
    match value {
        Some(value) => body.insert(field.to_string(), bare(value)?),
        None => body.remove(&field.to_string()),
    };
    Ok(())
}

/// The JSON of a value without the name and version that it carries in a payload.
fn bare(value: &Value) -> Result<Box<RawValue>, StoreError> {
    let unwritable = |error: serde_json::Error| StoreError::damaged(format!("a value: {error}"));
    let named = serde_json::to_vec(value).map_err(unwritable)?;
    let mut entries: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(&named).map_err(unwritable)?;
    entries.pop_first().map(|(_, bare)| bare).ok_or_else(|| StoreError::damaged("a value without content"))
}

/// True when some field of the record's own kind has a value.
fn exists(body: &Body) -> Result<bool, StoreError> {
    for name in body.keys() {
        if rows::field(name)?.group.kind() != Kind::Unknown {
            return Ok(true);
        }
    }
    Ok(false)
}

fn save(db: &Db, codec: Codec, id: RecordId, kind: Kind, alive: bool, body: &Body) -> Result<(), StoreError> {
    let sql = "INSERT INTO record (id, kind, alive, body) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET kind = ?2, alive = ?3, body = ?4";
    let body = serde_json::to_vec(body).map_err(|error| StoreError::damaged(error.to_string()))?;
    db.run(sql, params![id.0.as_bytes(), kind.as_str(), alive, codec.seal(body)]).map(drop)
}

/// Writes some records as the model holds them; one that the model does not hold goes, with its place.
pub(crate) fn write(
    db: &Db,
    codec: Codec,
    records: &Records,
    touched: impl IntoIterator<Item = RecordId>,
) -> Result<(), StoreError> {
    for id in touched {
        match records.get(id) {
            Some(record) => write_record(db, codec, id, record)?,
            None => _ = db.run("DELETE FROM record WHERE id = ?1", [id.0.as_bytes()])?,
        }
    }
    Ok(())
}

fn write_record(db: &Db, codec: Codec, id: RecordId, record: &Record) -> Result<(), StoreError> {
    db.run("DELETE FROM version WHERE record = ?1", [id.0.as_bytes()])?;
    for (field, register) in record.fields() {
        let heads: Vec<OpId> = register.heads().map(|head| head.stamp.op).collect();
        for version in register.versions() {
            insert_version(db, id, field, version, heads.contains(&version.stamp.op))?;
        }
    }
    save(db, codec, id, record.kind(), record.is_alive(), &body(record)?)
}

/// The body of a record as the model holds it.
pub(crate) fn body(record: &Record) -> Result<Body, StoreError> {
    let mut body = Body::new();
    for (field, register) in record.fields() {
        set(&mut body, field, register.value())?;
    }
    Ok(body)
}

/// Writes both tables anew from the journal; part of the caller's transaction.
pub(crate) fn rebuild(db: &Db, codec: Codec) -> Result<(), StoreError> {
    rebuild_from(db, codec, packet::base(db, codec)?)
}

/// The same for a file of a format that knew no packets.
pub(crate) fn rebuild_without_base(db: &Db, codec: Codec) -> Result<(), StoreError> {
    rebuild_from(db, codec, Vec::new())
}

fn rebuild_from(db: &Db, codec: Codec, base: Vec<Op>) -> Result<(), StoreError> {
    let mut ops = base;
    ops.extend(journal::decode_all(&journal::entries(db)?, codec)?);
    let records = Records::replay(&ops);
    let stale = db.all("SELECT id FROM record", [], |row| rows::record_id(row, 0))?;
    let stale = stale.into_iter().filter(|id| records.get(*id).is_none());
    db.batch("DELETE FROM version")?;
    write(db, codec, &records, stale.chain(records.iter().map(|(id, _)| id)))
}

/// A row of `version`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct VersionRow {
    pub(crate) record: RecordId,
    field: String,
    stamp: Stamp,
    head: bool,
    bases: Vec<u8>,
}

/// The rows of `version` that are there.
pub(crate) fn version_rows(db: &Db) -> Result<BTreeSet<VersionRow>, StoreError> {
    let rows = db.all("SELECT record, field, op, lamport, head, bases FROM version", [], |row| {
        Ok(VersionRow {
            record: rows::record_id(row, 0)?,
            field: row.get(1)?,
            stamp: Stamp { op: rows::op_id(row, 2)?, lamport: rows::count(row, 3)? },
            head: row.get(4)?,
            bases: row.get(5)?,
        })
    })?;
    Ok(rows.into_iter().collect())
}

/// The rows of `version` that should be there.
pub(crate) fn expected_version_rows(records: &Records) -> BTreeSet<VersionRow> {
    let mut rows = Vec::new();
    for (record, known) in records.iter() {
        for (field, register) in known.fields() {
            let heads: Vec<OpId> = register.heads().map(|head| head.stamp.op).collect();
            rows.extend(register.versions().iter().map(|version| VersionRow {
                record,
                field: field.to_string(),
                stamp: version.stamp,
                head: heads.contains(&version.stamp.op),
                bases: rows::pack_bases(&version.bases),
            }));
        }
    }
    rows.into_iter().collect()
}

/// A row of `record`.
pub(crate) struct RecordRow {
    pub(crate) id: RecordId,
    kind: String,
    alive: bool,
    body: Vec<u8>,
}

/// The rows of `record` that are there.
pub(crate) fn record_rows(db: &Db, codec: Codec) -> Result<Vec<RecordRow>, StoreError> {
    let rows = db.all("SELECT id, kind, alive, body FROM record", [], |row| {
        Ok(RecordRow {
            id: rows::record_id(row, 0)?,
            kind: row.get(1)?,
            alive: row.get(2)?,
            body: row.get(3)?,
        })
    })?;
    rows.into_iter().map(|row| Ok(RecordRow { body: codec.open(&row.body)?.into_owned(), ..row })).collect()
}

impl RecordRow {
    /// True when the row says what the record is.
    pub(crate) fn is_of(&self, record: &Record) -> Result<bool, StoreError> {
        let body =
            serde_json::to_vec(&body(record)?).map_err(|error| StoreError::damaged(error.to_string()))?;
        let told = (self.kind.as_str(), self.alive, &self.body);
        Ok(told == (record.kind().as_str(), record.is_alive(), &body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dump::dump;
    use crate::support::Hand;
    use crate::{Blob, Store};
    use model::Timestamp;
    use proptest::prelude::*;

    fn filled(seed: u64, acts: usize) -> (tempfile::TempDir, Store, Hand) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("a.ancrage"), Timestamp(0)).unwrap();
        let mut one = Hand::new(seed);
        store.commit(&one.create_study(), &[], &[]).unwrap();
        let mut other = one.fork(seed + 1);
        // Two members at once, so that heads part: each learns from the other only now and then.
        for _ in 0..acts {
            let (hand, peer) =
                if one.dice.below(2) == 0 { (&mut one, &mut other) } else { (&mut other, &mut one) };
            let act = hand.anything();
            let blobs: Vec<Blob> = act.blobs.into_iter().map(Blob::of).collect();
            store.commit(&act.op, &blobs, &[]).unwrap();
            if hand.dice.below(3) == 0 {
                let told = hand.done.clone();
                peer.learn(&told);
            }
        }
        let told = other.done.clone();
        one.learn(&told);
        (folder, store, one)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn taking_ops_in_one_by_one_equals_replaying_them_all(seed in any::<u64>(), acts in 0usize..60) {
            let (_folder, store, hand) = filled(seed, acts);
            prop_assert_eq!(&store.load().unwrap().records, &hand.records);
            let taken_in = dump(&store);
            store.db.write(|| rebuild(&store.db, store.codec)).unwrap();
            prop_assert_eq!(taken_in, dump(&store));
        }
    }

    /// Commits some ops, in this order, and compares what was taken in with a replay of all.
    fn stands_in_any_order(ops: &[Op]) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("a.ancrage"), Timestamp(0)).unwrap();
        for op in ops {
            store.commit(op, &[], &[]).unwrap();
        }
        assert_eq!(store.load().unwrap().records, Records::replay(ops));
        let taken_in = dump(&store);
        store.db.write(|| rebuild(&store.db, store.codec)).unwrap();
        assert_eq!(taken_in, dump(&store));
    }

    #[test]
    fn the_order_of_arrival_changes_nothing() {
        let (_folder, store, _) = filled(11, 40);
        let mut ops = store.ops(..).unwrap();
        ops.reverse();
        stands_in_any_order(&ops);
        let mut dice = crate::support::Dice(5);
        for last in (1..ops.len()).rev() {
            ops.swap(last, dice.below(last + 1));
        }
        stands_in_any_order(&ops);
    }

    #[test]
    fn an_op_with_a_false_counter_does_not_become_current() {
        let mut hand = Hand::new(3);
        let (code, created) = hand.code("premier");
        let mut beside = hand.fork(4).rename(code, "à côté");
        beside.changes[0].bases = vec![];
        let mut late = hand.rename(code, "trop tôt");
        // It replaces the first version and claims to be older than all: the one beside becomes current.
        (beside.lamport, late.lamport) = (0, 0);
        let first = Op { lamport: 10, ..created };
        (beside.id, late.id) = (beside.id.max(late.id), beside.id.min(late.id));
        stands_in_any_order(&[first, beside, late]);
    }

    #[test]
    fn random_histories_reach_conflicts_and_deletions() {
        // Otherwise the law above says little.
        let (_folder, store, hand) = filled(7, 200);
        assert!(!hand.records.conflicts().is_empty());
        let deleted = hand.records.iter().filter(|(_, record)| record.is_deleted()).count();
        assert!(deleted > 0);
        let dead: u64 = store
            .db
            .one("SELECT count(*) FROM record WHERE alive = 0", [], |row| rows::count(row, 0))
            .unwrap();
        assert!(dead >= deleted as u64);
    }
}
