//! Every record of a project with every version of its fields: a total function of a set of operations.

use crate::op::{Change, Op, Stamp};
use crate::register::{Register, Version};
use crate::value::{Field, Group, Kind, RevisionBody, Value};
use crate::{OpId, RecordId};
use foldhash::HashMap;
use std::sync::Arc;

/// One record: its fields, each with its versions.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Record {
    fields: Vec<(Field, Register)>,
}

impl Record {
    /// The register of a field, where anything was ever set.
    #[must_use]
    pub fn register(&self, field: Field) -> Option<&Register> {
        self.fields.binary_search_by_key(&field, |(known, _)| *known).ok().map(|index| &self.fields[index].1)
    }

    /// The current value of a field.
    #[must_use]
    pub fn value(&self, field: impl Into<Field>) -> Option<&Value> {
        self.register(field.into()).and_then(Register::value)
    }

    /// Every field with its register, in the order of fields.
    pub fn fields(&self) -> impl Iterator<Item = (Field, &Register)> {
        self.fields.iter().map(|(field, register)| (*field, register))
    }

    /// The current values of all fields of a group, in the order of keys.
    pub fn values(&self, group: Group) -> impl Iterator<Item = &Value> {
        let in_group = self.fields.iter().filter(move |(field, _)| field.group == group);
        in_group.filter_map(|(_, register)| register.value())
    }

    /// The kind that the record's fields tell.
    #[must_use]
    pub fn kind(&self) -> Kind {
        let kinds = self.fields.iter().map(|(field, _)| field.group.kind());
        kinds.into_iter().find(|kind| *kind != Kind::Unknown).unwrap_or(Kind::Unknown)
    }

    /// True when some field of its own kind has a value: a record whose creation was undone has none.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.fields
            .iter()
            .any(|(field, register)| field.group.kind() != Kind::Unknown && register.value().is_some())
    }

    /// True unless the record was deleted, every version of it being known to who deleted it.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        self.exists() && !self.is_deleted()
    }

    /// True when `life` says deleted and nobody disagrees.
    ///
    /// A deletion names every version it saw, of every field; a version beside it is a conflict and the
    /// record stays shown.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        let Some(life) = self.register(Group::Life.into()) else { return false };
        matches!(life.value(), Some(Value::Life(body)) if !body.alive) && !self.deletion_contested()
    }

    /// True when a deletion stands beside something that it did not see.
    #[must_use]
    pub fn deletion_contested(&self) -> bool {
        let Some(life) = self.register(Group::Life.into()) else { return false };
        let deletions =
            life.heads().filter(|head| matches!(&head.value, Some(Value::Life(body)) if !body.alive));
        let deletions: Vec<&Version> = deletions.collect();
        if deletions.is_empty() {
            return false;
        }
        let seen = |op: OpId| {
            deletions.iter().any(|deletion| deletion.stamp.op == op || deletion.bases.contains(&op))
        };
        self.fields.iter().flat_map(|(_, register)| register.heads()).any(|head| !seen(head.stamp.op))
    }

    /// What a deletion names as its bases: the head of every field.
    #[must_use]
    pub fn everything_seen(&self) -> Vec<OpId> {
        let mut seen: Vec<OpId> = self.fields.iter().flat_map(|(_, register)| register.all_heads()).collect();
        seen.sort_unstable();
        seen.dedup();
        seen
    }

    /// The first version of the record in history.
    #[must_use]
    pub fn born(&self) -> Option<&Version> {
        self.fields
            .iter()
            .filter_map(|(_, register)| register.versions().first())
            .min_by_key(|version| version.stamp)
    }

    fn insert(&mut self, field: Field, version: Version) {
        let index = match self.fields.binary_search_by_key(&field, |(known, _)| *known) {
            Ok(index) => index,
            Err(index) => {
                self.fields.insert(index, (field, Register::default()));
                index
            }
        };
        self.fields[index].1.insert(version);
    }

    fn remove(&mut self, field: Field, op: OpId) {
        if let Ok(index) = self.fields.binary_search_by_key(&field, |(known, _)| *known) {
            self.fields[index].1.remove(op);
            if self.fields[index].1.is_empty() {
                self.fields.remove(index);
            }
        }
    }
}

/// All records of a project. Cloning is cheap: records are shared until one changes.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Records {
    map: HashMap<RecordId, Arc<Record>>,
    lamport: u64,
}

impl Records {
    /// The records that a set of operations makes, in whatever order they come.
    #[must_use]
    pub fn replay<'a>(ops: impl IntoIterator<Item = &'a Op>) -> Records {
        let mut records = Records::default();
        for op in ops {
            records.apply(op);
        }
        records
    }

    /// The body of a revision. One whose making was undone keeps it: somebody may have coded on it.
    #[must_use]
    pub fn revision_body(&self, revision: RecordId) -> Option<&RevisionBody> {
        let register = self.get(revision)?.register(Group::RevisionBody.into())?;
        let values = register.current().into_iter().chain(register.versions().iter().rev());
        values.filter_map(|version| version.value.as_ref()).find_map(|value| match value {
            Value::RevisionBody(body) => Some(&**body),
            _ => None,
        })
    }

    /// Adds the versions of an operation. Applying one twice changes nothing.
    pub fn apply(&mut self, op: &Op) {
        self.lamport = self.lamport.max(op.lamport);
        for change in &op.changes {
            let version = version_of(op, change);
            Arc::make_mut(self.map.entry(change.record).or_default()).insert(change.after.field(), version);
        }
    }

    /// Some of the records as some of their operations alone would make them: how things stood before the others.
    #[must_use]
    pub fn among(&self, wanted: impl Fn(&Record) -> bool, keep: impl Fn(OpId) -> bool) -> Records {
        let mut among = Records { lamport: self.lamport, ..Records::default() };
        for (id, record) in self.map.iter().filter(|(_, record)| wanted(record)) {
            for (field, register) in record.fields() {
                for version in register.versions().iter().filter(|version| keep(version.stamp.op)) {
                    Arc::make_mut(among.map.entry(*id).or_default()).insert(field, version.clone());
                }
            }
        }
        among
    }

    /// Takes the versions of an operation out again (taking a merge back).
    pub fn detach(&mut self, op: &Op) {
        for change in &op.changes {
            let Some(record) = self.map.get_mut(&change.record) else { continue };
            Arc::make_mut(record).remove(change.after.field(), op.id);
            if record.fields.is_empty() {
                self.map.remove(&change.record);
            }
        }
    }

    /// The record of that identifier, alive or not.
    #[must_use]
    pub fn get(&self, id: RecordId) -> Option<&Record> {
        self.map.get(&id).map(Arc::as_ref)
    }

    /// The current value of a field.
    #[must_use]
    pub fn value(&self, id: RecordId, field: impl Into<Field>) -> Option<&Value> {
        self.get(id).and_then(|record| record.value(field))
    }

    /// Every record, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (RecordId, &Record)> {
        self.map.iter().map(|(id, record)| (*id, record.as_ref()))
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// The greatest counter seen; the next operation takes one more.
    #[must_use]
    pub fn lamport(&self) -> u64 {
        self.lamport
    }

    /// Says what the greatest counter is, where operations were detached or only part was loaded.
    pub fn set_lamport(&mut self, lamport: u64) {
        self.lamport = lamport;
    }

    /// Fields whose heads disagree, and contested deletions, in the order of identifiers.
    #[must_use]
    pub fn conflicts(&self) -> Vec<(RecordId, Field)> {
        let mut found = Vec::new();
        for (id, record) in self.iter() {
            found.extend(
                record.fields().filter(|(_, register)| register.is_conflict()).map(|(field, _)| (id, field)),
            );
            if record.deletion_contested() {
                found.push((id, Group::Life.into()));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The version that a change writes.
#[must_use]
pub fn version_of(op: &Op, change: &Change) -> Version {
    Version {
        stamp: Stamp { lamport: op.lamport, op: op.id },
        author: op.author,
        bases: change.bases.clone().into_boxed_slice(),
        value: change.after.value().cloned(),
    }
}
