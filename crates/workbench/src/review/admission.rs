//! What a review copy may bring back, and so what may be done in one: comments, visas and marks of the director whom
//! it was made for. One rule for the desk of the director and for the study that takes the copy in.

use crate::draft::Drafted;
use crate::failure::{ClaimProblem, Failure};
use model::op::{After, Change, Op, OpKind};
use model::study::Seen;
use model::value::{Field, Group, Kind, MemoKind, Value};
use model::{OpId, RecordId};
use std::collections::{BTreeMap, BTreeSet};

/// Something that is no director's to make in a review copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beyond {
    /// A record of some kind, made, changed or deleted.
    Record(Kind),
    /// A comment, visa or mark in the name of another member.
    InTheNameOf(RecordId),
    /// An act of another member.
    By(RecordId),
    /// Words that were purged.
    Purge,
}

/// What is looked at: an operation, or one that is about to be.
struct Act<'o> {
    author: RecordId,
    kind: &'o OpKind,
    changes: &'o [Change],
}

/// The part of a director in a review copy.
struct ReviewPart<'s, 'a> {
    /// As the director sees it.
    seen: &'s Seen<'a>,
    director: RecordId,
    /// What was made by the acts that were looked at so far.
    made: BTreeSet<RecordId>,
    /// What is not of it, each record once.
    beyond: BTreeSet<(Beyond, RecordId)>,
}

/// What of these operations, in the order of history, is no director's to make in a review copy, each sort with how
/// many there are; nothing where all is theirs.
pub(super) fn beyond(seen: &Seen<'_>, director: RecordId, ops: &[Op]) -> Vec<(Beyond, usize)> {
    let mut part = ReviewPart::new(seen, director);
    let known: BTreeSet<OpId> = ops.iter().map(|op| op.id).collect();
    for op in ops {
        part.look_at(&Act { author: op.author, kind: &op.kind, changes: &op.changes });
        let is_step = matches!(op.kind, OpKind::Undo | OpKind::Redo);
        if op.undoes.is_some() != is_step || op.undoes.is_some_and(|undone| !known.contains(&undone)) {
            part.note_changes(&op.changes);
        }
    }
    part.told()
}

/// Refuses in a review copy what could not come back from it; elsewhere nothing.
///
/// # Errors
/// [`ClaimProblem::ReviewCopyOnly`].
pub(crate) fn check_copy(seen: &Seen<'_>, me: RecordId, drafted: &Drafted) -> Result<(), Failure> {
    let Some(director) = seen.is_copy_for() else { return Ok(()) };
    let mut part = ReviewPart::new(seen, director);
    part.look_at(&Act { author: me, kind: &drafted.kind, changes: &drafted.changes });
    match part.beyond.is_empty() {
        true => Ok(()),
        false => Err(ClaimProblem::ReviewCopyOnly { director }.into()),
    }
}

impl<'s, 'a> ReviewPart<'s, 'a> {
    fn new(seen: &'s Seen<'a>, director: RecordId) -> ReviewPart<'s, 'a> {
        let director = seen.resolve(director);
        ReviewPart { seen, director, made: BTreeSet::new(), beyond: BTreeSet::new() }
    }

    fn look_at(&mut self, act: &Act<'_>) {
        let author = self.seen.resolve(act.author);
        if author != self.director {
            let touched = act.changes.iter().map(|change| (Beyond::By(author), change.record));
            self.beyond.extend(touched);
            return;
        }
        if !self.is_review(act.kind) {
            self.note_changes(act.changes);
            return;
        }
        // A comment's words may stand before what it is about.
        let made = act.changes.iter().filter(|change| self.makes(change)).map(|change| change.record);
        let made: Vec<RecordId> = made.collect();
        self.made.extend(made);
        for change in act.changes {
            if let Some(beyond) = self.beyond(change) {
                self.beyond.insert((beyond, change.record));
            }
        }
    }

    fn note_changes(&mut self, changes: &[Change]) {
        for change in changes {
            let beyond = Beyond::Record(self.kind(change));
            self.beyond.insert((beyond, change.record));
        }
    }

    fn told(self) -> Vec<(Beyond, usize)> {
        let mut counted: BTreeMap<Beyond, usize> = BTreeMap::new();
        for (beyond, _) in self.beyond {
            *counted.entry(beyond).or_default() += 1;
        }
        counted.into_iter().collect()
    }

    /// What the audit trail would say of it: it must not tell of anything but a review.
    fn is_review(&self, kind: &OpKind) -> bool {
        match kind {
            OpKind::GiveVisa { director, .. } => self.seen.resolve(*director) == self.director,
            OpKind::CommentOn { .. }
            | OpKind::ResolveThread { .. }
            | OpKind::NoteReview { .. }
            | OpKind::WriteMemo { .. }
            | OpKind::DeleteMemo { .. }
            | OpKind::Settle { .. }
            | OpKind::Undo
            | OpKind::Redo => true,
            _ => false,
        }
    }

    /// A change that makes a comment, visa or mark of the director: of a record that nobody knew, or of one that
    /// is theirs.
    fn makes(&self, change: &Change) -> bool {
        let theirs = match change.after.value() {
            Some(Value::MemoTarget(body)) => {
                body.kind == MemoKind::Discussion && body.target.is_some() && self.is_me(body.author)
            }
            Some(Value::VisaGiven(body)) => self.is_me(body.director),
            Some(Value::ReviewSeen(body)) => self.is_me(body.member),
            _ => false,
        };
        theirs && self.seen.is_review_of(change.record, self.director).unwrap_or(true)
    }

    fn is_me(&self, member: RecordId) -> bool {
        self.seen.resolve(member) == self.director
    }

    fn is_own(&self, record: RecordId) -> bool {
        self.made.contains(&record) || self.seen.is_review_of(record, self.director) == Some(true)
    }

    /// What a change is, where it is not the director's to make.
    fn beyond(&self, change: &Change) -> Option<Beyond> {
        let record = change.record;
        let fits = match &change.after {
            After::Set(Value::MemoTarget(body)) if !self.is_me(body.author) => {
                return Some(Beyond::InTheNameOf(body.author));
            }
            After::Set(Value::VisaGiven(body)) if !self.is_me(body.director) => {
                return Some(Beyond::InTheNameOf(body.director));
            }
            After::Set(Value::ReviewSeen(body)) if !self.is_me(body.member) => {
                return Some(Beyond::InTheNameOf(body.member));
            }
            After::Set(Value::MemoTarget(_) | Value::VisaGiven(_) | Value::ReviewSeen(_)) => {
                self.makes(change)
            }
            After::Set(Value::MemoResolved(body)) if !self.is_me(body.by) => {
                return Some(Beyond::InTheNameOf(body.by));
            }
            // A thread is resolved by whoever reads it.
            After::Set(Value::MemoResolved(_)) | After::Unset(Field { group: Group::MemoResolved, .. }) => {
                self.is_own(record) || self.seen.is_comment(record)
            }
            After::Set(Value::MemoText(_) | Value::Life(_)) => self.is_own(record),
            After::Unset(field) => {
                let own =
                    [Group::MemoTarget, Group::MemoText, Group::VisaGiven, Group::ReviewSeen, Group::Life];
                own.contains(&field.group) && self.is_own(record)
            }
            After::Set(_) => false,
        };
        (!fits).then(|| Beyond::Record(self.kind(change)))
    }

    /// The kind of record that a change is of.
    fn kind(&self, change: &Change) -> Kind {
        match change.after.field().group.kind() {
            Kind::Unknown => self.seen.kind(change.record),
            kind => kind,
        }
    }
}
