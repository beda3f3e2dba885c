//! Three desks on which one study is worked at apart: random acts, among them the traps that merging
//! meets (a deleted code still used, opposite merges, moves under each other, undo of something used, the
//! same file imported twice apart, one file copied and edited by the same member on two machines).

use model::lens::Lens;
use model::op::{After, Change, Op, OpKind, Stamp};
use model::order::OrderKey;
use model::purge::{Blanking, PurgeItem, PurgeSet};
use model::records::Records;
use model::study::Study;
use model::text::{Edit, Turn};
use model::undo::{Done, next_steps};
use model::value::{
    CodeColour, CodeName, CodePlace, CodingAnchor, CodingCode, CodingComment, CodingOrigin, Extra, Group,
    InterviewCurrent, InterviewName, InterviewSource, Layer, Life, MemberName, Parent, Redirect,
    RevisionBody, RevisionOrigin, StudyTitle, Value,
};
use model::{Digest, OpId, RecordId, Timestamp};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// The text that every interview starts with.
pub const TEXT: &str = "Je dors mal depuis mars et je compte les pleins.";

/// One act at one desk; the numbers choose among what is there.
#[derive(Debug, Clone)]
pub enum Act {
    CreateCode { name: u8 },
    RenameCode { code: usize, name: u8 },
    MoveCode { code: usize, under: usize },
    MergeCodes { from: usize, into: usize },
    DeleteCode { code: usize },
    Import,
    Apply { interview: usize, code: usize, start: u8 },
    Recode { coding: usize, code: usize },
    Comment { coding: usize, text: u8 },
    DeleteCoding { coding: usize },
    Relate { from: usize, to: usize, part: bool },
    DeleteRelation { relation: usize },
    Evidence { relation: usize, coding: usize, stance: u8 },
    Counter { code: usize, coding: usize },
    Clause { code: usize, relation: usize },
    KeepTheory { clause: usize },
    Position { coding: usize, code: usize, at: u16 },
    Draw { code: usize, x: u8 },
    LinkedMemo { code: usize },
    Correct { interview: usize, at: u8 },
    Settle { conflict: usize },
    Undo,
    Redo,
    Withdraw { interview: usize },
    Receive { from: usize },
}

/// Acts of every sort; withdrawals only where asked for.
pub fn acts(with_purge: bool) -> impl Strategy<Value = Vec<(usize, Act)>> {
    let any = 0usize..8;
    let act = prop_oneof![
        3 => (0u8..4).prop_map(|name| Act::CreateCode { name }),
        2 => (any.clone(), 0u8..4).prop_map(|(code, name)| Act::RenameCode { code, name }),
        3 => (any.clone(), any.clone()).prop_map(|(code, under)| Act::MoveCode { code, under }),
        2 => (any.clone(), any.clone()).prop_map(|(from, into)| Act::MergeCodes { from, into }),
        2 => any.clone().prop_map(|code| Act::DeleteCode { code }),
        1 => Just(Act::Import),
        5 => (any.clone(), any.clone(), 0u8..40).prop_map(|(interview, code, start)| Act::Apply { interview, code, start }),
        2 => (any.clone(), any.clone()).prop_map(|(coding, code)| Act::Recode { coding, code }),
        2 => (any.clone(), 0u8..4).prop_map(|(coding, text)| Act::Comment { coding, text }),
        2 => any.clone().prop_map(|coding| Act::DeleteCoding { coding }),
        2 => (any.clone(), 0u8..40).prop_map(|(interview, at)| Act::Correct { interview, at }),
        8 => thoughts(),
        2 => any.clone().prop_map(|conflict| Act::Settle { conflict }),
        4 => Just(Act::Undo),
        2 => Just(Act::Redo),
        1 => any.prop_map(move |interview| if with_purge { Act::Withdraw { interview } } else { Act::Import }),
        4 => (0usize..3).prop_map(|from| Act::Receive { from }),
    ];
    proptest::collection::vec((0usize..3, act), 1..60)
}

/// What leads from labels to theory.
fn thoughts() -> impl Strategy<Value = Act> {
    let any = 0usize..8;
    prop_oneof![
        3 => (any.clone(), any.clone(), proptest::bool::ANY).prop_map(|(from, to, part)| Act::Relate { from, to, part }),
        1 => any.clone().prop_map(|relation| Act::DeleteRelation { relation }),
        3 => (any.clone(), any.clone(), 0u8..3)
            .prop_map(|(relation, coding, stance)| Act::Evidence { relation, coding, stance }),
        2 => (any.clone(), any.clone()).prop_map(|(code, coding)| Act::Counter { code, coding }),
        2 => (any.clone(), any.clone()).prop_map(|(code, relation)| Act::Clause { code, relation }),
        1 => any.clone().prop_map(|clause| Act::KeepTheory { clause }),
        2 => (any.clone(), any.clone(), 0u16..4).prop_map(|(coding, code, at)| Act::Position { coding, code, at }),
        2 => (any.clone(), 0u8..9).prop_map(|(code, x)| Act::Draw { code, x }),
        1 => any.prop_map(|code| Act::LinkedMemo { code }),
    ]
}

/// A set of operations with what was purged of them: what a file holds.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Journal {
    pub ops: BTreeMap<Stamp, Op>,
    pub purge: PurgeSet,
}

impl Journal {
    pub fn add(&mut self, op: Op) {
        self.ops.insert(op.stamp(), op);
        self.settle();
    }

    /// The union, blanked by the union of the purge sets.
    pub fn merge(&mut self, other: &Journal) {
        for (stamp, op) in &other.ops {
            self.ops.entry(*stamp).or_insert_with(|| op.clone());
        }
        self.purge.extend(other.purge.iter().copied());
        self.settle();
    }

    fn settle(&mut self) {
        self.purge.extend(model::purge::announced(self.ops.values()));
        let blanking = self.blanking();
        for op in self.ops.values_mut() {
            if let Some(blank) = blanking.blank(op) {
                *op = blank;
            }
        }
    }

    pub fn blanking(&self) -> Blanking {
        Blanking::of(&self.purge, self.ops.values())
    }

    pub fn records(&self) -> Records {
        Records::replay(self.ops.values())
    }

    pub fn study(&self) -> Study {
        Study::new(self.records(), self.blanking())
    }
}

/// One desk: a copy of the study, somebody at work on it, and what was first committed there.
#[derive(Clone, Debug)]
pub struct Desk {
    pub journal: Journal,
    pub me: RecordId,
    machine: u128,
    count: u128,
    pub local: Vec<Done>,
}

pub fn record(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// Three desks on copies of one study. The second and third are the same member on two machines.
pub fn desks() -> [Desk; 3] {
    let (ann, ben) = (record(0xA), record(0xB));
    let mut first = Desk { journal: Journal::default(), me: ann, machine: 1, count: 0, local: Vec::new() };
    let study = first.fresh();
    let changes = vec![
        set(study, StudyTitle::new("Étude".into())),
        set(ann, MemberName::new("Ann".into())),
        set(ben, MemberName::new("Ben".into())),
    ];
    first.commit(OpKind::CreateStudy { study }, changes, None);
    first.import();
    first.act(&Act::CreateCode { name: 0 }, &[]);
    let copy = |machine, me| Desk { machine, me, local: Vec::new(), ..first.clone() };
    [first.clone(), copy(2, ben), copy(3, ben)]
}

/// Plays acts on three desks.
pub fn play(acts: &[(usize, Act)]) -> [Desk; 3] {
    let mut desks = desks();
    for (at, act) in acts {
        let others: Vec<Journal> = desks.iter().map(|desk| desk.journal.clone()).collect();
        desks[*at].act(act, &others);
    }
    desks
}

pub(super) fn set(record: RecordId, value: impl Into<Value>) -> Change {
    Change { record, bases: Vec::new(), after: After::Set(value.into()) }
}

impl Desk {
    pub(super) fn fresh(&mut self) -> RecordId {
        self.count += 1;
        record(self.machine << 64 | self.count)
    }

    pub(super) fn commit(&mut self, kind: OpKind, changes: Vec<Change>, undoes: Option<OpId>) {
        let id = OpId(self.fresh().0);
        let lamport = self.journal.ops.keys().map(|stamp| stamp.lamport).max().unwrap_or(0) + 1;
        let at = Timestamp(i64::try_from(lamport).unwrap());
        self.local.push(Done { op: id, undoes });
        self.journal.add(Op { id, author: self.me, at, lamport, kind, changes, undoes });
    }

    /// An ordinary edit: it replaces the head that is shown.
    pub(super) fn edit(&self, records: &Records, record: RecordId, value: impl Into<Value>) -> Change {
        let value = value.into();
        let register = records.get(record).and_then(|found| found.register(value.field()));
        let bases = register.map(|register| register.shown()).unwrap_or_default();
        Change { record, bases, after: After::Set(value) }
    }

    pub(super) fn of_group(&self, records: &Records, group: Group) -> Vec<RecordId> {
        let mut ids: Vec<RecordId> = records
            .iter()
            .filter(|(_, found)| found.value(group).is_some() && found.is_alive())
            .map(|(id, _)| id)
            .collect();
        ids.sort_unstable();
        ids
    }

    fn import(&mut self) {
        let (interview, revision) = (self.fresh(), self.fresh());
        let turns = vec![Turn { speaker: "EMG".into(), start: 0, end: 48, time: None }];
        let text = Digest::of(TEXT.as_bytes());
        let body = RevisionBody {
            interview,
            parents: Vec::new(),
            text,
            length: 48,
            turns: Some(turns),
            origin: RevisionOrigin::Imported,
            extra: Extra::new(),
        };
        let changes = vec![
            set(interview, InterviewName::new("EMG 1".into())),
            set(interview, InterviewSource::new("EMG 1.txt".into(), None, "txt".into(), Some(text))),
            set(interview, InterviewCurrent::new(revision)),
            set(revision, Box::new(body)),
        ];
        self.commit(OpKind::ImportInterview { interview, words: 10, turns: 1 }, changes, None);
    }

    #[allow(clippy::too_many_lines)] // one arm for each act
    pub fn act(&mut self, act: &Act, others: &[Journal]) {
        let records = self.journal.records();
        let codes = self.of_group(&records, Group::CodeName);
        let codings = self.of_group(&records, Group::CodingCode);
        let interviews = self.of_group(&records, Group::InterviewName);
        let pick = |ids: &[RecordId], at: usize| ids.get(at % ids.len().max(1)).copied();
        match *act {
            Act::CreateCode { name } => {
                let code = self.fresh();
                let changes = vec![
                    set(code, CodeName::new(format!("code {name}"))),
                    set(code, CodePlace::new(None, OrderKey::between(None, None))),
                    set(code, CodeColour::new(u16::from(name))),
                ];
                self.commit(OpKind::CreateCode { code }, changes, None);
            }
            Act::RenameCode { code, name } => {
                let Some(code) = pick(&codes, code) else { return };
                let change = self.edit(&records, code, CodeName::new(format!("nom {name}")));
                self.commit(OpKind::RenameCode { code }, vec![change], None);
            }
            Act::MoveCode { code, under } => {
                self.move_code(&records, pick(&codes, code), pick(&codes, under));
            }
            Act::MergeCodes { from, into } => {
                self.merge_codes(&records, pick(&codes, from), pick(&codes, into));
            }
            Act::DeleteCode { code } => self.delete(&records, pick(&codes, code)),
            Act::DeleteCoding { coding } => self.delete(&records, pick(&codings, coding)),
            Act::Import => self.import(),
            Act::Apply { interview, code, start } => {
                self.apply(&records, pick(&interviews, interview), pick(&codes, code), u32::from(start));
            }
            Act::Recode { coding, code } => {
                let (Some(coding), Some(code)) = (pick(&codings, coding), pick(&codes, code)) else { return };
                let change = self.edit(&records, coding, CodingCode::new(code));
                self.commit(OpKind::Recode { coding, from: code, to: code }, vec![change], None);
            }
            Act::Comment { coding, text } => {
                let Some(coding) = pick(&codings, coding) else { return };
                let change = self.edit(&records, coding, CodingComment::new(format!("note {text}")));
                self.commit(OpKind::CommentCoding { coding }, vec![change], None);
            }
            Act::Correct { interview, at } => {
                self.correct(&records, pick(&interviews, interview), u32::from(at));
            }
            Act::Settle { conflict } => self.settle_conflict(&records, conflict),
            Act::DeleteRelation { relation } => {
                self.delete(&records, pick(&self.of_group(&records, Group::RelationEnds), relation));
            }
            Act::Relate { .. }
            | Act::Evidence { .. }
            | Act::Counter { .. }
            | Act::Clause { .. }
            | Act::KeepTheory { .. }
            | Act::Position { .. }
            | Act::Draw { .. }
            | Act::LinkedMemo { .. } => self.think(act, &records, &codes, &codings),
            Act::Undo => self.step(&records, true),
            Act::Redo => self.step(&records, false),
            Act::Withdraw { interview } => {
                let Some(interview) = pick(&interviews, interview) else { return };
                let items = vec![PurgeItem::Withdrawn(interview)];
                self.commit(OpKind::Purge { record: interview, items }, Vec::new(), None);
            }
            Act::Receive { from } => {
                if let Some(other) = others.get(from) {
                    self.journal.merge(other);
                }
            }
        }
    }

    fn move_code(&mut self, records: &Records, code: Option<RecordId>, under: Option<RecordId>) {
        let (Some(code), Some(under)) = (code, under) else { return };
        let study = self.journal.study();
        let seen = study.seen_by(Lens::Anybody);
        if seen.code_with_descendants(code).contains(&seen.resolve(under)) {
            return;
        }
        let change = self.edit(records, code, CodePlace::new(Some(under), OrderKey::between(None, None)));
        self.commit(OpKind::MoveCode { code }, vec![change], None);
    }

    fn merge_codes(&mut self, records: &Records, from: Option<RecordId>, into: Option<RecordId>) {
        let (Some(from), Some(into)) = (from, into) else { return };
        let study = self.journal.study();
        let seen = study.seen_by(Lens::Anybody);
        if seen.resolve(from) != seen.resolve(into) {
            let change = self.edit(records, from, Redirect::new(Some(into)));
            self.commit(OpKind::MergeCodes { from, into }, vec![change], None);
        }
    }

    fn delete(&mut self, records: &Records, record: Option<RecordId>) {
        let Some(found) = record.and_then(|id| records.get(id).map(|found| (id, found))) else { return };
        let bases = found.1.everything_seen();
        let change = Change { record: found.0, bases, after: After::Set(Life::new(false).into()) };
        self.commit(OpKind::DeleteCode { code: found.0 }, vec![change], None);
    }

    fn apply(&mut self, records: &Records, interview: Option<RecordId>, code: Option<RecordId>, start: u32) {
        let (Some(interview), Some(code)) = (interview, code) else { return };
        let Some(Value::InterviewCurrent(current)) = records.value(interview, Group::InterviewCurrent) else {
            return;
        };
        let coding = self.fresh();
        let quote = "quelques mots secrets".to_owned();
        let anchor =
            CodingAnchor::new(quote, String::new(), String::new(), current.revision, start, start + 5);
        let changes = vec![
            set(coding, CodingOrigin::new(interview, self.me, Layer::Experiential)),
            set(coding, Box::new(anchor)),
            set(coding, CodingCode::new(code)),
        ];
        self.commit(OpKind::ApplyCode { coding, code }, changes, None);
    }

    fn correct(&mut self, records: &Records, interview: Option<RecordId>, at: u32) {
        let Some(interview) = interview else { return };
        let Some(Value::InterviewCurrent(current)) = records.value(interview, Group::InterviewCurrent) else {
            return;
        };
        let Some(Value::RevisionBody(was)) = records.value(current.revision, Group::RevisionBody) else {
            return;
        };
        let was_at = at.min(was.length.saturating_sub(3));
        let edit = Edit::new(vec![model::text::Splice::replace(was_at, was_at + 2, "corr")]).unwrap();
        let revision = self.fresh();
        let body = RevisionBody {
            interview,
            parents: vec![Parent { revision: current.revision, edit: Arc::new(edit) }],
            text: Digest::of(revision.0.as_bytes()),
            length: was.length + 2,
            turns: None,
            origin: RevisionOrigin::Corrected,
            extra: Extra::new(),
        };
        let changes = vec![
            set(revision, Box::new(body)),
            self.edit(records, interview, InterviewCurrent::new(revision)),
        ];
        self.commit(OpKind::CorrectText { interview, revision, places: 0 }, changes, None);
    }

    fn settle_conflict(&mut self, records: &Records, at: usize) {
        let conflicts = records.conflicts();
        let Some((record, field)) = conflicts.get(at % conflicts.len().max(1)).copied() else { return };
        let Some(register) = records.get(record).and_then(|found| found.register(field)) else { return };
        let Some(value) = register.current().and_then(|head| head.value.clone()) else { return };
        let change = Change { record, bases: register.all_heads(), after: After::Set(value) };
        self.commit(OpKind::Settle { record, field }, vec![change], None);
    }

    fn step(&mut self, records: &Records, undo: bool) {
        let (last, undone) = next_steps(&self.local);
        let Some(target) = (if undo { last } else { undone }) else { return };
        let Some(op) = self.journal.ops.values().find(|op| op.id == target).cloned() else { return };
        if let Ok(changes) = model::undo::changes_undoing(records, &op) {
            let kind = if undo { OpKind::Undo } else { OpKind::Redo };
            self.commit(kind, changes, Some(target));
        }
    }
}
