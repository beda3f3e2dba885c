//! Taking a merge back: which later work stands on what the merge brought.
//!
//! A merge is taken back by detaching its operations. Work that was committed after it may rest on them;
//! then it cannot go without leaving that work in the air. What was there before the merge was made
//! without it and cannot rest on it.

use crate::op::{Change, Op};
use crate::value::Value;
use crate::{OpId, RecordId};
use foldhash::{HashMap, HashSet};

/// A later operation that rests on what would be detached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// The later operation.
    pub op: OpId,
    /// What it rests on.
    pub on: Ground,
}

/// What a later operation rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ground {
    /// A version that the operation replaces or covers, written by this operation.
    Version(OpId),
    /// The operation that it undoes.
    Undone(OpId),
    /// A record that exists only through what would be detached.
    Record(RecordId),
}

/// The first of `later` that rests on `detached`, in the order in which `later` comes.
///
/// `before` is what was in the file when the merge was made, `later` what was committed or merged since.
pub fn stands_on<'a>(
    before: impl Iterator<Item = &'a Op>,
    detached: &[&'a Op],
    later: impl Iterator<Item = &'a Op> + Clone,
) -> Option<Standing> {
    let gone = Gone::of(before, detached, later.clone());
    let mut later = later;
    later.find_map(|op| gone.ground_of(op).map(|on| Standing { op: op.id, on }))
}

/// What would be missing.
struct Gone {
    ops: HashSet<OpId>,
    records: HashSet<RecordId>,
}

impl Gone {
    fn of<'a>(
        before: impl Iterator<Item = &'a Op>,
        detached: &[&'a Op],
        later: impl Iterator<Item = &'a Op>,
    ) -> Gone {
        let mut records: HashSet<RecordId> = detached.iter().flat_map(|op| touched(op)).collect();
        for record in before.flat_map(touched) {
            records.remove(&record);
        }
        // A record is born by its first operation in history, wherever that came from: where a later
        // merge brought the birth, the record stays.
        let mut born: HashMap<RecordId, &Op> = HashMap::default();
        for op in detached.iter().copied().chain(later) {
            for record in touched(op).filter(|record| records.contains(record)) {
                let first = born.entry(record).or_insert(op);
                if op.stamp() < first.stamp() {
                    *first = op;
                }
            }
        }
        let ops: HashSet<OpId> = detached.iter().map(|op| op.id).collect();
        records.retain(|record| born.get(record).is_none_or(|op| ops.contains(&op.id)));
        Gone { ops, records }
    }

    fn ground_of(&self, op: &Op) -> Option<Ground> {
        let undone = op.undoes.filter(|undone| self.ops.contains(undone)).map(Ground::Undone);
        undone.or_else(|| op.changes.iter().find_map(|change| self.ground_of_change(change)))
    }

    fn ground_of_change(&self, change: &Change) -> Option<Ground> {
        let value = change.after.value();
        let covered = value.map(covered_versions).unwrap_or_default();
        let version = change.bases.iter().copied().chain(covered).find(|op| self.ops.contains(op));
        let referred = value.map(Value::references).unwrap_or_default();
        let record = || referred.into_iter().chain([change.record]).find(|id| self.records.contains(id));
        version.map(Ground::Version).or_else(|| record().map(Ground::Record))
    }
}

fn touched(op: &Op) -> impl Iterator<Item = RecordId> {
    op.changes.iter().map(|change| change.record)
}

/// Some values say exactly which versions they rest on: a sealed round's "done" (without them its seal is
/// broken), a state of a theory that was kept, a second look at a passage, a decision.
fn covered_versions(value: &Value) -> Vec<OpId> {
    match value {
        Value::RoundDone(body) => body.covers.iter().map(|(_, op)| *op).collect(),
        Value::TheoryVersionKept(body) => {
            body.clauses.iter().flat_map(|kept| [Some(kept.text), kept.links]).flatten().collect()
        }
        Value::CodingReviewed(body) => vec![body.definition],
        Value::DecisionAbout(body) => body.covers.iter().map(|(_, op)| *op).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::op::{After, OpKind};
    use crate::value::{CodeName, CodingCode, RoundDone};
    use crate::{Digest, Timestamp};
    use uuid::Uuid;

    fn record(n: u128) -> RecordId {
        RecordId(Uuid::from_u128(n))
    }

    fn op_id(n: u64) -> OpId {
        OpId(Uuid::from_u128(n.into()))
    }

    fn op(n: u64, changes: Vec<Change>) -> Op {
        let (author, at) = (record(1), Timestamp(0));
        Op { id: op_id(n), author, at, lamport: n, kind: OpKind::Undo, changes, undoes: None }
    }

    fn sets(id: u128, bases: &[u64], value: impl Into<Value>) -> Change {
        let bases = bases.iter().copied().map(op_id).collect();
        Change { record: record(id), bases, after: After::Set(value.into()) }
    }

    fn name(id: u128, bases: &[u64]) -> Change {
        sets(id, bases, CodeName::new("nom".into()))
    }

    fn standing(before: &[Op], detached: &[Op], later: &[Op]) -> Option<Standing> {
        stands_on(before.iter(), &detached.iter().collect::<Vec<_>>(), later.iter())
    }

    #[test]
    fn work_apart_stands_on_nothing() {
        let (before, detached) = ([op(1, vec![name(10, &[])])], [op(2, vec![name(20, &[])])]);
        assert_eq!(standing(&before, &detached, &[op(3, vec![name(10, &[1])])]), None);
        assert_eq!(standing(&before, &detached, &[]), None);
    }

    #[test]
    fn an_edit_stands_on_the_version_that_it_replaces() {
        let (before, detached) = ([op(1, vec![name(10, &[])])], [op(2, vec![name(10, &[1])])]);
        let later = [op(3, vec![name(11, &[])]), op(4, vec![name(10, &[2])]), op(5, vec![name(10, &[4])])];
        let expected = Standing { op: op_id(4), on: Ground::Version(op_id(2)) };
        assert_eq!(standing(&before, &detached, &later), Some(expected));
    }

    #[test]
    fn an_undo_stands_on_what_it_undoes() {
        let undo = Op { undoes: Some(op_id(2)), ..op(3, vec![]) };
        let expected = Standing { op: op_id(3), on: Ground::Undone(op_id(2)) };
        assert_eq!(standing(&[], &[op(2, vec![name(10, &[])])], &[undo]), Some(expected));
    }

    #[test]
    fn a_reference_stands_on_the_record_that_would_vanish() {
        let detached = [op(2, vec![name(10, &[])])];
        let coded = op(3, vec![sets(30, &[], CodingCode::new(record(10)))]);
        let expected = Standing { op: op_id(3), on: Ground::Record(record(10)) };
        assert_eq!(standing(&[], &detached, std::slice::from_ref(&coded)), Some(expected));
        // The merge only renamed the code: it stays, and so may the coding.
        assert_eq!(standing(&[op(1, vec![name(10, &[])])], &detached, &[coded]), None);
    }

    #[test]
    fn another_field_of_a_record_stands_on_its_birth() {
        let detached = [op(2, vec![name(10, &[])])];
        let later = [op(3, vec![sets(10, &[], CodingCode::new(record(11)))])];
        let expected = Standing { op: op_id(3), on: Ground::Record(record(10)) };
        assert_eq!(standing(&[], &detached, &later), Some(expected));
    }

    #[test]
    fn a_record_whose_birth_came_later_stays() {
        let detached = [op(5, vec![sets(10, &[], CodingCode::new(record(11)))])];
        assert_eq!(standing(&[], &detached, &[op(2, vec![name(10, &[])])]), None);
    }

    #[test]
    fn a_seal_stands_on_the_versions_that_it_covers() {
        let done = RoundDone::new(record(1), true, vec![(record(10), op_id(2))], Digest([0; 32]));
        let (before, detached) = ([op(1, vec![name(10, &[])])], [op(2, vec![name(10, &[1])])]);
        let expected = Standing { op: op_id(3), on: Ground::Version(op_id(2)) };
        assert_eq!(standing(&before, &detached, &[op(3, vec![sets(40, &[], done)])]), Some(expected));
    }
}
