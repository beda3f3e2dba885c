//! Undo: a new operation that restores what an earlier one replaced, unless something stands on it.

mod since;

use crate::op::{After, Change, Op, OpKind, Stamp};
use crate::records::{Record, Records};
use crate::register::{Register, Version};
use crate::value::{Field, Group, Kind, Value};
use crate::{OpId, RecordId};
use foldhash::{HashMap, HashSet};
use since::{Since, heads_that_say};
use std::collections::BTreeSet;

/// Why an operation cannot be undone.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum UndoBlocked {
    /// A later operation changed the same field.
    #[error("operation {by} has changed the same thing since")]
    MovedOn {
        /// The later operation.
        by: OpId,
    },
    /// A later operation uses a record that would go.
    #[error("operation {by} uses what would be undone")]
    StoodOn {
        /// The operation that uses it.
        by: OpId,
    },
    /// The operation's words were purged.
    #[error("a purge cannot be undone")]
    Purged,
    /// The operation is not (or no longer) part of this file.
    #[error("the operation is not in this file")]
    Unknown,
}

/// The changes that undo `op`: each field goes back to what its bases said.
///
/// # Errors
/// When something has moved on or stands on it since; the operation to look at is named.
pub fn changes_undoing(records: &Records, op: &Op) -> Result<Vec<Change>, UndoBlocked> {
    changes_undoing_among(records, op, |_| records.iter().map(|(id, _)| id).collect())
}

/// The same, where the caller knows which records can refer to records of some kinds.
pub(crate) fn changes_undoing_among(
    records: &Records,
    op: &Op,
    referring: impl FnOnce(&BTreeSet<Kind>) -> Vec<RecordId>,
) -> Result<Vec<Change>, UndoBlocked> {
    if matches!(op.kind, OpKind::Purge { .. }) {
        return Err(UndoBlocked::Purged);
    }
    let changes =
        op.changes.iter().map(|change| restore(records, op.id, change)).collect::<Result<Vec<_>, _>>()?;
    match user_of_vanished(records, op, &changes, referring) {
        Some(by) => Err(UndoBlocked::StoodOn { by }),
        None => Ok(changes),
    }
}

fn restore(records: &Records, op: OpId, change: &Change) -> Result<Change, UndoBlocked> {
    let field = change.after.field();
    let record = records.get(change.record).ok_or(UndoBlocked::Unknown)?;
    let register = record.register(field).ok_or(UndoBlocked::Unknown)?;
    let since = Since::of(register, op).ok_or(UndoBlocked::Unknown)?;
    if let Some(by) = since.moved_on {
        return Err(UndoBlocked::MovedOn { by });
    }
    // What the field would say had the operation never been: its base, or what somebody else made of the
    // base meanwhile, or nothing.
    let without = since.without();
    let mut bases = since.heads;
    if let Some(deletion) = without.current().filter(|version| is_deletion(version)) {
        // A deletion names what it saw of every field; a deletion done again what says so now.
        let others = record.fields().filter(|(other, _)| *other != field);
        bases.extend(others.flat_map(|(_, register)| heads_that_say(register, &deletion.bases)));
        bases.sort_unstable();
        bases.dedup();
    }
    let after = without.value().cloned().map_or(After::Unset(field), After::Set);
    Ok(Change { record: change.record, bases, after })
}

fn is_deletion(version: &Version) -> bool {
    matches!(&version.value, Some(Value::Life(body)) if !body.alive)
}

/// The first operation that stands on a record which the undo would make vanish: one that refers to it,
/// or that set another field of it.
fn user_of_vanished(
    records: &Records,
    op: &Op,
    changes: &[Change],
    referring: impl FnOnce(&BTreeSet<Kind>) -> Vec<RecordId>,
) -> Option<OpId> {
    let vanished = vanishing(records, op.id, changes);
    if vanished.is_empty() {
        return None;
    }
    let restored: HashSet<(RecordId, Field)> =
        changes.iter().map(|change| (change.record, change.after.field())).collect();
    let mut users = restored_users(records, op, changes, &vanished);
    let kinds = vanished.iter().filter_map(|id| records.get(*id)).map(Record::kind).collect();
    let candidates: HashSet<RecordId> =
        referring(&kinds).into_iter().chain(vanished.iter().copied()).collect();
    let candidates = candidates.into_iter().filter_map(|id| records.get(id).map(|record| (id, record)));
    for (id, record) in candidates.filter(|(_, record)| record.is_alive()) {
        for (field, register) in record.fields().filter(|(field, _)| !restored.contains(&(id, *field))) {
            let is_part = vanished.contains(&id) && register.value().is_some();
            let of = |version: &Version| {
                version.value.iter().flat_map(Value::references).any(|id| vanished.contains(&id))
            };
            let standing =
                register.heads().filter(|version| is_part && field.group != Group::Life || of(version));
            users.extend(standing.map(|version| version.stamp));
        }
    }
    users.into_iter().filter(|stamp| stamp.op != op.id).min().map(|stamp| stamp.op)
}

/// Versions that would be shown again and refer to a record that vanishes.
fn restored_users(
    records: &Records,
    op: &Op,
    changes: &[Change],
    vanished: &HashSet<RecordId>,
) -> Vec<Stamp> {
    let refers = |change: &&Change| {
        change.after.value().into_iter().flat_map(Value::references).any(|id| vanished.contains(&id))
    };
    let registers = changes.iter().filter(refers).filter_map(|change| {
        records.get(change.record).and_then(|record| record.register(change.after.field()))
    });
    let others = registers.flat_map(Register::versions).map(|version| version.stamp);
    others.filter(|stamp| stamp.op != op.id).collect()
}

/// The records that would be no more, and those that the operation made: a field that others gave such a
/// record since stands on it.
fn vanishing(records: &Records, op: OpId, changes: &[Change]) -> HashSet<RecordId> {
    let mut unset: HashMap<RecordId, HashSet<Field>> = HashMap::default();
    let mut keeps: HashSet<RecordId> = HashSet::default();
    let mut made: HashSet<RecordId> = HashSet::default();
    for change in changes {
        match change.after.value() {
            None => _ = unset.entry(change.record).or_default().insert(change.after.field()),
            Some(_) => _ = keeps.insert(change.record),
        }
        let born =
            records.get(change.record).and_then(|record| record.born()).map(|version| version.stamp.op);
        if born == Some(op) {
            made.insert(change.record);
        }
    }
    let gone = |id: &RecordId, unset: &HashSet<Field>| {
        records.get(*id).is_some_and(|record| {
            let mut own = record.fields().filter(|(field, _)| field.group.kind() != Kind::Unknown);
            record.exists()
                && own.all(|(field, register)| unset.contains(&field) || register.value().is_none())
        })
    };
    let vanishes = |(id, unset): &(RecordId, HashSet<Field>)| {
        gone(id, unset) || (made.contains(id) && !keeps.contains(id))
    };
    unset.into_iter().filter(vanishes).map(|(id, _)| id).collect()
}

/// A line of the journal, as undo and redo need it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Done {
    /// The operation.
    pub op: OpId,
    /// What it undid.
    pub undoes: Option<OpId>,
}

/// What the next undo and the next redo of one member in one file would take back.
///
/// `done` holds the operations that this member first committed in this file, in the order of commit.
/// An undo is itself an operation: redoing is undoing it, as long as nothing new was done after it.
#[must_use]
pub fn next_steps(done: &[Done]) -> (Option<OpId>, Option<OpId>) {
    let mut undo: Vec<OpId> = Vec::new();
    let mut redo: Vec<OpId> = Vec::new();
    for line in done {
        match line.undoes {
            Some(target) if undo.last() == Some(&target) => {
                undo.pop();
                redo.push(line.op);
            }
            Some(target) if redo.last() == Some(&target) => {
                redo.pop();
                undo.push(line.op);
            }
            _ => {
                undo.push(line.op);
                redo.clear();
            }
        }
    }
    (undo.last().copied(), redo.last().copied())
}
