//! Undo: a new operation that restores what an earlier one replaced, unless something stands on it.

use crate::op::{After, Change, Op, OpKind};
use crate::records::Records;
use crate::register::Register;
use crate::value::{Field, Group, Kind};
use crate::{OpId, RecordId};
use foldhash::HashSet;

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
    if matches!(op.kind, OpKind::Purge { .. }) {
        return Err(UndoBlocked::Purged);
    }
    let changes =
        op.changes.iter().map(|change| restore(records, op.id, change)).collect::<Result<Vec<_>, _>>()?;
    match user_of_vanished(records, op, &changes) {
        Some(by) => Err(UndoBlocked::StoodOn { by }),
        None => Ok(changes),
    }
}

fn restore(records: &Records, op: OpId, change: &Change) -> Result<Change, UndoBlocked> {
    let field = change.after.field();
    let register =
        records.get(change.record).and_then(|record| record.register(field)).ok_or(UndoBlocked::Unknown)?;
    if register.version(op).is_none() {
        return Err(UndoBlocked::Unknown);
    }
    if let Some(later) = register.versions().iter().find(|version| version.bases.contains(&op)) {
        return Err(UndoBlocked::MovedOn { by: later.stamp.op });
    }
    Ok(Change { record: change.record, bases: vec![op], after: before(register, field, change) })
}

/// What the field was before `change`: its latest base, or nothing.
fn before(register: &Register, field: Field, change: &Change) -> After {
    let bases = change.bases.iter().filter_map(|base| register.version(*base));
    let latest = bases.max_by_key(|version| version.stamp);
    latest.and_then(|version| version.value.clone()).map_or(After::Unset(field), After::Set)
}

/// The operation behind a value that refers to a record which the undo would make vanish.
fn user_of_vanished(records: &Records, op: &Op, changes: &[Change]) -> Option<OpId> {
    let vanished: HashSet<RecordId> = vanishing(records, changes);
    if vanished.is_empty() || vanished.iter().all(|id| is_leaf(records, *id)) {
        return None;
    }
    let others = records.iter().filter(|(id, record)| !vanished.contains(id) && record.is_alive());
    let restored: HashSet<(RecordId, Field)> =
        changes.iter().map(|change| (change.record, change.after.field())).collect();
    let mut users: Vec<_> = Vec::new();
    for (id, record) in others {
        let fields = record.fields().filter(|(field, _)| !restored.contains(&(id, *field)));
        for version in fields.flat_map(|(_, register)| register.heads()) {
            let refers =
                version.value.iter().flat_map(|value| value.references()).any(|id| vanished.contains(&id));
            if refers && version.stamp.op != op.id {
                users.push(version.stamp);
            }
        }
    }
    users.into_iter().min().map(|stamp| stamp.op)
}

/// Codings and readings are not referred to by anything that must keep them.
fn is_leaf(records: &Records, id: RecordId) -> bool {
    records.get(id).is_none_or(|record| matches!(record.kind(), Kind::Reading))
}

/// The records that have no value left once the changes are made.
fn vanishing(records: &Records, changes: &[Change]) -> HashSet<RecordId> {
    let unset: HashSet<(RecordId, Field)> = changes
        .iter()
        .filter(|change| change.after.value().is_none())
        .map(|change| (change.record, change.after.field()))
        .collect();
    let candidates: HashSet<RecordId> = unset.iter().map(|(record, _)| *record).collect();
    let keeps_nothing = |id: &RecordId| {
        records.get(*id).is_some_and(|record| {
            let valued = record.fields().filter(|(_, register)| register.value().is_some());
            let mut own = valued.filter(|(field, _)| field.group != Group::Life);
            own.all(|(field, _)| unset.contains(&(*id, field)))
        })
    };
    candidates.into_iter().filter(keeps_nothing).collect()
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
