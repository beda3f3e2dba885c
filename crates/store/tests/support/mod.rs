//! Makes studies for tests: operations as a member would do them, by hand or at random from a seed.
#![allow(dead_code)] // each test binary uses its part
#![allow(clippy::unwrap_used, clippy::panic)] // a test that meets the unexpected has failed

pub mod words;

use model::op::{After, Change, Op, OpKind};
use model::records::Records;
use model::text::{Edit, Splice};
use model::undo::changes_undoing;
use model::value::{
    self, CodeName, CodePlace, CodingAnchor, CodingCode, CodingComment, CodingOrigin, Group,
    InterviewCurrent, InterviewFinished, InterviewName, InterviewSource, Kind, Life, MemberName, MemoTarget,
    MemoText, Parent, ParticipantAttribute, Redirect, RevisionBody, StudyTitle, Value,
};
use model::{Digest, OpId, RecordId, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// The study of every test.
pub const STUDY: RecordId = RecordId(Uuid::from_u128(0x57_0D1));

/// Chance from a seed (SplitMix64), so that a failure can be had again.
#[derive(Debug, Clone)]
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap()
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        if from.is_empty() { None } else { Some(&from[self.below(from.len())]) }
    }

    pub fn uuid(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.next(), self.next())
    }
}

/// One op with the blobs that belong to it.
#[derive(Debug, Clone)]
pub struct Act {
    pub op: Op,
    pub blobs: Vec<Vec<u8>>,
}

/// Somebody who works on one copy of the study.
#[derive(Debug, Clone)]
pub struct Hand {
    pub member: RecordId,
    pub records: Records,
    pub done: Vec<Op>,
    /// The texts of the revisions that were made or copied here.
    pub texts: BTreeMap<RecordId, String>,
    pub dice: Dice,
}

impl Hand {
    /// A member with an empty copy; every identifier follows from the seed.
    pub fn new(seed: u64) -> Hand {
        let mut dice = Dice(seed.wrapping_mul(0x1000_0000_01B3) ^ 0x00A1_1CE5);
        let member = RecordId(dice.uuid());
        Hand { member, records: Records::default(), done: Vec::new(), texts: BTreeMap::new(), dice }
    }

    /// Another member who starts from a copy of this one's.
    pub fn fork(&self, seed: u64) -> Hand {
        let mut other = Hand::new(seed);
        other.records = self.records.clone();
        other.texts = self.texts.clone();
        other
    }

    /// Takes in what others did.
    pub fn learn<'a>(&mut self, ops: impl IntoIterator<Item = &'a Op>) {
        ops.into_iter().for_each(|op| self.records.apply(op));
    }

    /// An operation of these changes, as the next in this copy.
    pub fn act(&mut self, kind: OpKind, changes: Vec<Change>) -> Op {
        let op = Op {
            id: OpId(self.dice.uuid()),
            author: self.member,
            at: Timestamp(1_795_000_000_000 + i64::try_from(self.done.len()).unwrap() * 1000),
            lamport: self.records.lamport() + 1,
            kind,
            changes,
            undoes: None,
        };
        self.records.apply(&op);
        self.done.push(op.clone());
        op
    }

    /// A change of a field as an ordinary edit makes it.
    pub fn set(&self, record: RecordId, value: impl Into<Value>) -> Change {
        let value = value.into();
        let register = self.records.get(record).and_then(|known| known.register(value.field()));
        let bases = register.map(model::register::Register::shown).unwrap_or_default();
        Change { record, bases, after: After::Set(value) }
    }

    pub fn new_id(&mut self) -> RecordId {
        RecordId(self.dice.uuid())
    }

    /// Creates the study and this member.
    pub fn create_study(&mut self) -> Op {
        let changes = vec![
            self.set(STUDY, StudyTitle::new("Le sommeil des internes".into())),
            self.set(self.member, MemberName::new("Alice".into())),
        ];
        self.act(OpKind::CreateStudy { study: STUDY }, changes)
    }

    /// Imports an interview: its first revision, its text and the file it came from.
    pub fn import(&mut self, name: &str, text: &str) -> (RecordId, RecordId, Act) {
        let (interview, revision) = (self.new_id(), self.new_id());
        let original = format!("original of {text}").into_bytes();
        let body = revision_body(interview, Vec::new(), text);
        let file = Digest::of(&original);
        let changes = vec![
            self.set(interview, InterviewName::new(name.into())),
            self.set(
                interview,
                InterviewSource::new(format!("{name}.docx"), Some(file), "docx".into(), Some(file)),
            ),
            self.set(interview, InterviewCurrent::new(revision)),
            self.set(revision, Box::new(body)),
        ];
        let op = self.act(OpKind::ImportInterview { interview, words: 0, turns: 0 }, changes);
        self.texts.insert(revision, text.to_owned());
        (interview, revision, Act { op, blobs: vec![text.as_bytes().to_vec(), original] })
    }

    /// Corrects a text: the words of `[start, end)` become `words`. The new text is stored only as the
    /// edit, unless `whole`.
    pub fn correct(
        &mut self,
        from: RecordId,
        (start, end, words): (u32, u32, &str),
        whole: bool,
    ) -> (RecordId, Act) {
        let Some(Value::RevisionBody(body)) = self.records.value(from, Group::RevisionBody) else {
            panic!("{from} is no revision");
        };
        let interview = body.interview;
        let edit = Edit::new(vec![Splice::replace(start, end, words)]).unwrap();
        let text = edit.apply(&self.texts[&from]).unwrap();
        let revision = self.new_id();
        let parents = vec![Parent { revision: from, edit: Arc::new(edit) }];
        let changes = vec![
            self.set(revision, Box::new(revision_body(interview, parents, &text))),
            self.set(interview, InterviewCurrent::new(revision)),
        ];
        let op = self.act(OpKind::CorrectText { interview, revision, places: 0 }, changes);
        let blobs = if whole { vec![text.as_bytes().to_vec()] } else { Vec::new() };
        self.texts.insert(revision, text);
        (revision, Act { op, blobs })
    }

    /// Creates a code.
    pub fn code(&mut self, name: &str) -> (RecordId, Op) {
        let code = self.new_id();
        let changes = vec![
            self.set(code, CodeName::new(name.into())),
            self.set(code, CodePlace::new(None, value::OrderKey::default())),
        ];
        (code, self.act(OpKind::CreateCode { code }, changes))
    }

    /// Codes a passage.
    pub fn coding(
        &mut self,
        interview: RecordId,
        revision: RecordId,
        code: RecordId,
        quote: &str,
    ) -> (RecordId, Op) {
        let coding = self.new_id();
        let end = u32::try_from(quote.chars().count()).unwrap();
        let anchor = CodingAnchor::new(quote.into(), String::new(), String::new(), revision, 0, end);
        let changes = vec![
            self.set(coding, CodingOrigin::new(interview, self.member, value::Layer::Experiential)),
            self.set(coding, Box::new(anchor)),
            self.set(coding, CodingCode::new(code)),
        ];
        (coding, self.act(OpKind::ApplyCode { coding, code }, changes))
    }

    /// Renames a code.
    pub fn rename(&mut self, code: RecordId, name: &str) -> Op {
        let change = self.set(code, CodeName::new(name.into()));
        self.act(OpKind::RenameCode { code }, vec![change])
    }

    /// Deletes a record, naming all that is seen of it.
    pub fn delete(&mut self, record: RecordId) -> Op {
        let bases = self.records.get(record).map(model::records::Record::everything_seen).unwrap_or_default();
        let change = Change { record, bases, after: After::Set(Life::new(false).into()) };
        self.act(OpKind::RemoveCoding { coding: record, code: record }, vec![change])
    }

    /// Undoes an operation, where nothing stands on it.
    pub fn undo(&mut self, op: &Op) -> Option<Op> {
        let changes = changes_undoing(&self.records, op).ok()?;
        let mut undo = self.act(OpKind::Undo, changes);
        // The op was noted without its target: note it again, whole.
        self.done.pop();
        undo.undoes = Some(op.id);
        self.done.push(undo.clone());
        Some(undo)
    }

    fn of_kind(&self, kind: Kind) -> Vec<RecordId> {
        let mut found: Vec<_> =
            self.records.iter().filter(|(_, record)| record.kind() == kind).map(|(id, _)| id).collect();
        found.sort_unstable();
        found
    }

    fn any(&mut self, kind: Kind) -> Option<RecordId> {
        let found = self.of_kind(kind);
        self.dice.pick(&found).copied()
    }

    /// Something a member might do, chosen by chance among what is possible.
    pub fn anything(&mut self) -> Act {
        let number = u16::try_from(self.dice.below(1000)).unwrap();
        let chosen = match self.dice.below(15) {
            0 => None,
            1 => self.any(Kind::Code).map(|code| self.rename(code, &format!("nom {number}"))),
            2..=4 => self.any_coding(number),
            5 => self.any(Kind::Coding).map(|coding| self.comment(coding, number)),
            6 => self.any(Kind::Coding).map(|coding| self.delete(coding)),
            7 if number < 300 => self.any(Kind::Code).map(|code| self.delete(code)),
            8 => self.any(Kind::Interview).map(|interview| self.finish(interview, number)),
            9 => self.undo_something_recent(),
            10 => self.any(Kind::Code).map(|code| self.redirect(code)),
            11 => Some(self.memo(number)),
            12 | 13 => match self.any_correction(number) {
                Some(act) => return act,
                None => None,
            },
            _ => return self.settle_or_import(number),
        };
        let op = chosen.unwrap_or_else(|| self.code(&format!("étiquette {number}")).1);
        Act { op, blobs: Vec::new() }
    }

    fn any_coding(&mut self, number: u16) -> Option<Op> {
        let (interview, code) = (self.any(Kind::Interview)?, self.any(Kind::Code)?);
        let Some(Value::InterviewCurrent(current)) = self.records.value(interview, Group::InterviewCurrent)
        else {
            return None;
        };
        let revision = current.revision;
        Some(self.coding(interview, revision, code, &format!("passage {number}")).1)
    }

    fn any_correction(&mut self, number: u16) -> Option<Act> {
        let revisions: Vec<RecordId> = self.texts.keys().copied().collect();
        let from = self.dice.pick(&revisions).copied()?;
        // One that a purge emptied, or that was undone, is not corrected.
        self.records.value(from, Group::RevisionBody)?;
        let length = u32::try_from(self.texts[&from].chars().count()).unwrap();
        let start = u32::from(number) % length;
        let end = (start + u32::from(number) % 5).min(length);
        Some(self.correct(from, (start, end, &format!("mot {number} ")), number.is_multiple_of(4)).1)
    }

    fn comment(&mut self, coding: RecordId, number: u16) -> Op {
        let change = self.set(coding, CodingComment::new(format!("remarque {number}")));
        self.act(OpKind::CommentCoding { coding }, vec![change])
    }

    fn finish(&mut self, interview: RecordId, number: u16) -> Op {
        let finished =
            InterviewFinished::new(self.member, number.is_multiple_of(2), Timestamp(number.into()));
        let change = self.set(interview, finished);
        self.act(OpKind::FinishCoding { interview, coder: self.member }, vec![change])
    }

    fn undo_something_recent(&mut self) -> Option<Op> {
        let back = self.dice.below(self.done.len().min(4));
        let target = self.done.iter().rev().nth(back)?.clone();
        self.undo(&target)
    }

    fn redirect(&mut self, code: RecordId) -> Op {
        let into = self.any(Kind::Code);
        let change = self.set(code, Redirect::new(into));
        self.act(OpKind::MergeCodes { from: code, into: into.unwrap_or(code) }, vec![change])
    }

    /// Writes a memo, with a number that decimal text must carry to the last digit.
    fn memo(&mut self, number: u16) -> Op {
        let (memo, about) = (self.new_id(), self.any(Kind::Code));
        let value = value::AttributeValue::Number(0.1 + f64::from(number) / 7.0);
        let changes = vec![
            self.set(memo, MemoTarget::new(about, value::MemoKind::Free, self.member)),
            self.set(memo, MemoText::new(format!("Mémo {number}"), "À revoir.".into())),
            self.set(memo, ParticipantAttribute::new(Some(value), memo)),
        ];
        self.act(OpKind::WriteMemo { memo }, changes)
    }

    /// Settles the first conflict, or imports an interview where there is none.
    fn settle_or_import(&mut self, number: u16) -> Act {
        let conflicts = self.records.conflicts();
        let Some((record, field)) = conflicts.into_iter().find(|(_, field)| field.group != Group::Life)
        else {
            return self
                .import(&format!("EMG {number}"), &format!("Verbatim numéro {number}, je dors mal."))
                .2;
        };
        let register = self.records.get(record).and_then(|known| known.register(field)).unwrap();
        let (bases, value) = (register.all_heads(), register.value().cloned());
        let after = value.map_or(After::Unset(field), After::Set);
        let op = self.act(OpKind::Settle { record, field }, vec![Change { record, bases, after }]);
        Act { op, blobs: Vec::new() }
    }
}

/// The body of a revision of that text.
pub fn revision_body(interview: RecordId, parents: Vec<Parent>, text: &str) -> RevisionBody {
    RevisionBody {
        interview,
        parents,
        text: Digest::of(text.as_bytes()),
        length: u32::try_from(text.chars().count()).unwrap(),
        turns: None,
        origin: value::RevisionOrigin::Imported,
        extra: value::Extra::new(),
    }
}
