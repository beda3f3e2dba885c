//! What somebody may see of a study.

use super::{CodeNode, CodeTree, Study};
use crate::RecordId;
use crate::lens::{Blinds, Deciding, Lens};
use crate::op::{Change, Op};
use crate::records::Record;
use crate::register::Register;
use crate::value::{Field, Group, Kind, Value};

/// A study through a lens: the only way to read one.
#[derive(Clone, Debug)]
pub struct Seen<'a> {
    pub(super) study: &'a Study,
    pub(super) blinds: Blinds,
    lens: Lens,
}

impl<'a> Seen<'a> {
    pub(super) fn new(study: &'a Study, lens: Lens) -> Seen<'a> {
        let of = |kind: Kind| study.index.kinds.get(&kind).into_iter().flatten().copied();
        let deciding = Deciding {
            records: &study.records,
            redirects: &study.index.redirects,
            rounds: of(Kind::Round),
            visas: of(Kind::Visa),
            members: of(Kind::Member),
            private: &study.index.private,
        };
        let blinds = Blinds::new(lens, deciding);
        Seen { study, blinds, lens }
    }

    /// Who looks.
    #[must_use]
    pub fn lens(&self) -> Lens {
        self.lens
    }

    /// True while a round is sealed or visas are not all in: some of what is there may be hidden from whoever
    /// looks, and so may be what it comes to.
    #[must_use]
    pub fn hides_something(&self) -> bool {
        !self.blinds.all_is_in()
    }

    /// True for a memo that is not shared with directors, and for what was said of one: no director reads it.
    #[must_use]
    pub fn is_private(&self, memo: RecordId) -> bool {
        self.study.index.private.contains(&memo)
    }

    /// The record, unless the lens hides it.
    #[must_use]
    pub fn record(&self, id: RecordId) -> Option<&'a Record> {
        self.study.records.get(id).filter(|record| !self.blinds.hide(id, record))
    }

    /// True where there is such a record, also where the lens hides it: for whoever takes in what was said of it, and
    /// nothing to show.
    #[must_use]
    pub fn is_known(&self, id: RecordId) -> bool {
        self.study.records.get(id).is_some_and(Record::exists)
    }

    /// A field of a record with its versions, unless the lens hides the record.
    #[must_use]
    pub fn register(&self, id: RecordId, field: impl Into<Field>) -> Option<&'a Register> {
        self.record(id).and_then(|record| record.register(field.into()))
    }

    /// True when what a coder did in an interview is sealed from whoever looks.
    #[must_use]
    pub fn is_sealed(&self, interview: RecordId, coder: RecordId) -> bool {
        self.blinds.hides_work(self.resolve(interview), self.resolve(coder))
    }

    /// The record's kind; `Unknown` where there is none or it is hidden.
    #[must_use]
    pub fn kind(&self, id: RecordId) -> Kind {
        self.record(id).map_or(Kind::Unknown, Record::kind)
    }

    /// True when an operation that touched these records may be read in the journal.
    pub fn may_read_op<'b>(&self, touched: impl Iterator<Item = &'b RecordId>) -> bool {
        !self.blinds.hide_op(&self.study.records, touched)
    }

    /// True when an operation may be read in the journal: it touches nothing that is hidden, and says of
    /// no hidden work that it is finished.
    #[must_use]
    pub fn may_read(&self, op: &Op) -> bool {
        let hidden =
            |change: &Change| !self.may_read_field(change.record, change.after.field(), change.after.value());
        self.may_read_op(op.changes.iter().map(|change| &change.record)) && !op.changes.iter().any(hidden)
    }

    /// True where a field of a record that may be read speaks of nothing hidden itself.
    #[must_use]
    pub fn may_read_field(&self, record: RecordId, field: Field, value: Option<&Value>) -> bool {
        match (field, value) {
            (Field { group: Group::InterviewFinished, key: Some(coder) }, _) => {
                !self.blinds.hides_work(record, coder)
            }
            (_, Some(Value::InterviewReconciled(body))) => !self.blinds.hides_agreed(record, &body.coders),
            _ => !self.hides_field(field),
        }
    }

    /// True for a field that speaks of something hidden: a passage of a sealed round taken as evidence.
    pub(super) fn hides_field(&self, field: Field) -> bool {
        field.key.is_some_and(|key| self.is_hidden(key))
    }

    /// True for a record that is there, and that the lens hides.
    pub(super) fn is_hidden(&self, id: RecordId) -> bool {
        !self.blinds.are_open()
            && self.study.records.get(id).is_some_and(|record| self.blinds.hide(id, record))
    }

    /// Every record of a kind that is alive and not hidden, in the order of identifiers.
    pub(super) fn alive(&self, kind: Kind) -> impl Iterator<Item = (RecordId, &'a Record)> + '_ {
        let ids = self.study.index.kinds.get(&kind).into_iter().flatten().copied();
        ids.filter_map(|id| self.record(id).map(|record| (id, record)))
            .filter(|(_, record)| record.is_alive())
    }

    /// Every record of a kind that is alive and not hidden, in the order of identifiers.
    #[must_use]
    pub fn records_of(&self, kind: Kind) -> Vec<(RecordId, &'a Record)> {
        self.alive(kind).collect()
    }

    /// Follows redirects (merged codes, united members, participants, interviews) to the end.
    #[must_use]
    pub fn resolve(&self, id: RecordId) -> RecordId {
        self.study.index.redirects.resolve(id)
    }

    /// The interview that a coding, a revision or a decision belongs to, also once it is deleted; for an
    /// interview that one, redirects followed.
    #[must_use]
    pub fn home_of(&self, id: RecordId) -> Option<RecordId> {
        let index = &self.study.index;
        let own = index.redirects.resolve(id);
        index.home.get(&id).copied().or_else(|| index.interviews.contains_key(&own).then_some(own))
    }

    /// The tree of all codes; use [`Seen::codes`] for those that the lens shows.
    pub(super) fn tree(&self) -> &'a CodeTree {
        &self.study.index.tree
    }

    /// The codes of the study that the lens shows and those in the reader's own book, parents before
    /// children. A deleted code is listed only while something that is shown still uses it.
    #[must_use]
    pub fn codes(&self) -> Vec<&'a CodeNode> {
        let mut nodes = self.codes_of_all_books();
        nodes.retain(|node| node.book.is_none_or(|coder| self.is_reader(coder)));
        nodes
    }

    /// The codes that the lens shows, those in the books of other coders too, parents before children.
    #[must_use]
    pub fn codes_of_all_books(&self) -> Vec<&'a CodeNode> {
        let nodes = self.tree().nodes().iter();
        let nodes = nodes.filter(|node| self.blinds.are_open() || self.record(node.id).is_some());
        nodes.filter(|node| !node.deleted || self.is_used(node.id)).collect()
    }

    /// True when the member is who looks.
    pub(super) fn is_reader(&self, member: RecordId) -> bool {
        matches!(self.lens, Lens::Member(reader) if self.resolve(reader) == self.resolve(member))
    }

    fn is_used(&self, code: RecordId) -> bool {
        self.codings_with(&[code], &crate::basis::Basis::everything()).next().is_some()
    }

    /// A code of the tree, redirects followed.
    #[must_use]
    pub fn code(&self, id: RecordId) -> Option<&'a CodeNode> {
        let id = self.resolve(id);
        self.record(id).and_then(|_| self.tree().node(id))
    }

    /// A code and those below it that the lens shows, redirects followed.
    #[must_use]
    pub fn code_with_descendants(&self, id: RecordId) -> Vec<RecordId> {
        let nodes = self.tree().with_descendants(self.resolve(id)).iter();
        nodes.map(|node| node.id).filter(|id| self.blinds.are_open() || self.record(*id).is_some()).collect()
    }
}
