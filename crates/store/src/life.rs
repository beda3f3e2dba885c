//! Whether a record is deleted, told from its versions without replaying its history.

use crate::codec::Codec;
use crate::db::Db;
use crate::derived::{Body, value_at};
use crate::{StoreError, rows};
use model::op::{After, Change, Op, OpKind, Stamp};
use model::records::Records;
use model::value::{Field, Group, Value};
use model::{OpId, RecordId};
use std::collections::BTreeMap;

/// One row of `version`, as the rule for deletions needs it.
struct Row {
    field: Field,
    stamp: Stamp,
    head: bool,
    bases: Vec<OpId>,
}

/// True when the record is deleted and nobody disagrees, once `latest` has been taken in.
///
/// The rule is the model's: it is asked about a record of the same versions. Of their values only those
/// of `life` matter, so no payload but theirs is read, and most records have none.
pub(crate) fn is_deleted(
    db: &Db,
    codec: Codec,
    latest: &Op,
    id: RecordId,
    body: &Body,
) -> Result<bool, StoreError> {
    if !body.contains_key(Group::Life.as_str()) {
        return Ok(false);
    }
    let mut changes: BTreeMap<Stamp, Vec<Change>> = BTreeMap::new();
    for row in rows(db, id)? {
        let value = if row.field.group == Group::Life && row.head {
            life_at(db, codec, latest, id, &row)?
        } else {
            None
        };
        let after = value.map_or(After::Unset(row.field), After::Set);
        changes.entry(row.stamp).or_default().push(Change { record: id, bases: row.bases, after });
    }
    let ops: Vec<Op> = changes.into_iter().map(|(stamp, changes)| stand_in(latest, stamp, changes)).collect();
    Ok(Records::replay(&ops).get(id).is_some_and(model::records::Record::is_deleted))
}

fn rows(db: &Db, id: RecordId) -> Result<Vec<Row>, StoreError> {
    let sql = "SELECT field, op, lamport, head, bases FROM version
        WHERE record = ?1 AND (head = 1 OR field = 'life')";
    let found = db.all(sql, [id.0.as_bytes()], |row| {
        let stamp = Stamp { op: rows::op_id(row, 1)?, lamport: rows::count(row, 2)? };
        Ok((row.get::<_, String>(0)?, stamp, row.get(3)?, row.get::<_, Vec<u8>>(4)?))
    })?;
    let parse = |(field, stamp, head, bases): (String, Stamp, bool, Vec<u8>)| {
        Ok(Row { field: rows::field(&field)?, stamp, head, bases: rows::unpack_bases(&bases)? })
    };
    found.into_iter().map(parse).collect()
}

fn life_at(db: &Db, codec: Codec, latest: &Op, id: RecordId, row: &Row) -> Result<Option<Value>, StoreError> {
    if row.stamp.op != latest.id {
        return value_at(db, codec, id, row.field, row.stamp.op);
    }
    let mut own =
        latest.changes.iter().filter(|change| change.record == id && change.after.field() == row.field);
    Ok(own.next().and_then(|change| change.after.value().cloned()))
}

/// An operation that wrote these versions, for the rule alone.
fn stand_in(latest: &Op, stamp: Stamp, changes: Vec<Change>) -> Op {
    Op {
        id: stamp.op,
        author: latest.author,
        at: latest.at,
        lamport: stamp.lamport,
        kind: OpKind::Undo,
        changes,
        undoes: None,
    }
}
