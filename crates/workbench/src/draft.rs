//! The making of an operation: what it changes, with the versions that each change replaces.

use crate::env::Env;
use crate::failure::Failure;
use model::op::{After, Change, Op, OpKind};
use model::study::Seen;
use model::value::{Field, Kind, Life, Value};
use model::{Digest, OpId, RecordId, Timestamp};
use store::Blob;

/// An operation in the making.
pub(crate) struct Draft<'a> {
    pub seen: Seen<'a>,
    pub env: &'a mut Env,
    /// Who acts.
    pub me: RecordId,
    /// When it began: one instant for the whole operation.
    pub now: Timestamp,
    changes: Vec<Change>,
    blobs: Vec<Blob>,
}

/// What a command came to: an operation to commit.
#[derive(Debug)]
pub(crate) struct Drafted {
    pub changes: Vec<Change>,
    pub blobs: Vec<Blob>,
    pub kind: OpKind,
    pub undoes: Option<OpId>,
    pub made: Vec<RecordId>,
}

impl<'a> Draft<'a> {
    pub fn new(seen: Seen<'a>, env: &'a mut Env, me: RecordId) -> Draft<'a> {
        let now = env.now();
        Draft { seen, env, me, now, changes: Vec::new(), blobs: Vec::new() }
    }

    /// A new record's identifier.
    pub fn new_record(&mut self) -> RecordId {
        self.env.record()
    }

    /// Sets a field; an ordinary edit replaces only the head that is shown.
    pub fn set(&mut self, record: RecordId, value: impl Into<Value>) {
        let value = value.into();
        let register = self.seen.register(record, value.field());
        let bases = register.map(model::register::Register::shown).unwrap_or_default();
        self.changes.push(Change { record, bases, after: After::Set(value) });
    }

    /// Sets a field of a record that this very operation makes.
    pub fn set_new(&mut self, record: RecordId, value: impl Into<Value>) {
        self.changes.push(Change { record, bases: Vec::new(), after: After::Set(value.into()) });
    }

    /// Sets a field and names every head of it: settles a conflict.
    pub fn settle(&mut self, record: RecordId, field: Field, after: After) {
        let bases =
            self.seen.register(record, field).map(model::register::Register::all_heads).unwrap_or_default();
        self.changes.push(Change { record, bases, after });
    }

    /// Deletes a record, naming every version of it that is known here.
    pub fn delete(&mut self, record: RecordId) {
        let bases = self.seen.record(record).map(model::records::Record::everything_seen).unwrap_or_default();
        let after = After::Set(Life::new(false).into());
        self.changes.push(Change { record, bases, after });
    }

    /// Stores some bytes with the operation.
    pub fn keep(&mut self, bytes: Vec<u8>) -> Digest {
        let digest = Digest::of(&bytes);
        self.blobs.push(Blob { digest, bytes });
        digest
    }

    /// The record, alive and of that kind.
    pub fn alive(&self, record: RecordId, kind: Kind) -> Result<(), Failure> {
        let found = self.seen.record(record).filter(|found| found.kind() == kind && found.exists());
        match found {
            None => {
                Err(crate::names::NameError::Unknown { kind, name: record.to_string(), known: Vec::new() }
                    .into())
            }
            Some(found) if found.is_deleted() => Err(Failure::Deleted { record }),
            Some(_) => Ok(()),
        }
    }

    /// True when the draft sets that field of the record already.
    pub fn sets_group(&self, record: RecordId, group: model::value::Group) -> bool {
        self.changes.iter().any(|change| change.record == record && change.after.field().group == group)
    }

    /// True when the draft sets this field already: an operation sets each field once.
    pub fn sets(&self, record: RecordId, field: Field) -> bool {
        self.changes.iter().any(|change| change.record == record && change.after.field() == field)
    }

    /// True when nothing is to be changed so far.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Ends the draft.
    pub fn done(self, kind: OpKind, made: Vec<RecordId>) -> Drafted {
        Drafted { changes: self.changes, blobs: self.blobs, kind, undoes: None, made }
    }
}

impl Drafted {
    /// The operation, with its identity.
    pub fn into_op(
        self,
        id: OpId,
        author: RecordId,
        at: Timestamp,
        lamport: u64,
    ) -> (Op, Vec<Blob>, Vec<RecordId>) {
        let Drafted { changes, blobs, kind, undoes, made } = self;
        (Op { id, author, at, lamport, kind, changes, undoes }, blobs, made)
    }
}
