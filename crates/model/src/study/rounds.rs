//! Rounds of double coding, their seals, the alignment of codes and what was decided, as they are read.

use super::Seen;
use crate::lens::{Lens, is_sealed};
use crate::op::Stamp;
use crate::records::Record;
use crate::register::Register;
use crate::seal::{self, COVERED, Seal, SealedCoding};
use crate::value::{
    CodeList, CodingUnit, DecisionAbout, DecisionOutcome, Group, Kind, Match, PacketForm, RoundPacket, Value,
};
use crate::{Digest, OpId, RecordId, Timestamp};
use foldhash::HashMap;
use std::collections::BTreeSet;

/// A round of double coding.
#[derive(Clone, Debug)]
pub struct Round<'a> {
    /// The round.
    pub id: RecordId,
    /// Its name.
    pub name: &'a str,
    /// What the coders are told.
    pub instructions: &'a str,
    /// The interviews to code, redirects followed.
    pub interviews: Vec<RecordId>,
    /// The coders, redirects followed; the codes of the first are the study's.
    pub coders: Vec<RecordId>,
    /// With the study's code list, or none.
    pub list: CodeList,
    /// The unit of comparison.
    pub unit: CodingUnit,
    /// When in history it was set up.
    pub set_up: Stamp,
    /// True while nobody sees the work of the others.
    pub sealed: bool,
    /// When it was opened, and why where that was before all had declared done.
    pub opened: Option<(Timestamp, &'a str)>,
    /// What each coder declared, in the order of the coders; of each the latest first.
    pub done: Vec<Done<'a>>,
    /// The packets that were given.
    pub packets: Vec<PacketGiven<'a>>,
}

impl Round<'_> {
    /// True when the coder has declared done, and not reopened.
    #[must_use]
    pub fn is_done(&self, coder: RecordId) -> bool {
        self.done.iter().any(|done| done.coder == coder && done.stands)
    }

    /// True when blindness rests on a declaration: a coder worked on Word files.
    #[must_use]
    pub fn is_declared(&self) -> bool {
        self.packets.iter().any(|packet| packet.body.form == PacketForm::Docx)
    }
}

/// A declaration of a coder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done<'a> {
    /// Whose work.
    pub coder: RecordId,
    /// False where it was reopened since.
    pub stands: bool,
    /// The operation that said so.
    pub op: OpId,
    /// The versions that it covers.
    pub covers: &'a [(RecordId, OpId)],
    /// SHA-256 of the lines of its seal.
    pub digest: Digest,
}

/// A packet that was given.
#[derive(Clone, Copy, Debug)]
pub struct PacketGiven<'a> {
    /// The round.
    pub round: RecordId,
    /// The packet.
    pub body: &'a RoundPacket,
}

/// Whether a seal holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SealCheck {
    /// What it covers has the digest that was declared.
    Holds,
    /// It has another.
    Broken,
    /// The reader may not see what it covers.
    Hidden,
}

/// Two codes and how they go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alignment<'a> {
    /// The record.
    pub id: RecordId,
    /// One code, redirects followed.
    pub first: RecordId,
    /// The other; `None` where the first goes with none.
    pub second: Option<RecordId>,
    /// How the first goes with the second.
    pub relation: Match,
    /// Why.
    pub note: &'a str,
    /// Who said so.
    pub author: RecordId,
    /// When.
    pub at: Timestamp,
}

/// What was decided of a difference.
#[derive(Clone, Copy, Debug)]
pub struct Decision<'a> {
    /// The decision.
    pub id: RecordId,
    /// The difference.
    pub about: &'a DecisionAbout,
    /// What was decided.
    pub outcome: &'a DecisionOutcome,
    /// Who wrote it down.
    pub author: RecordId,
    /// When in history.
    pub stamp: Stamp,
}

impl<'a> Seen<'a> {
    /// Every round, in the order in which they were set up.
    #[must_use]
    pub fn rounds(&self) -> Vec<Round<'a>> {
        let mut rounds: Vec<Round<'a>> =
            self.alive(Kind::Round).filter_map(|(id, record)| self.read_round(id, record)).collect();
        rounds.sort_by_key(|round| round.set_up);
        rounds
    }

    /// A round.
    #[must_use]
    pub fn round(&self, id: RecordId) -> Option<Round<'a>> {
        self.record(id).filter(|record| record.is_alive()).and_then(|record| self.read_round(id, record))
    }

    fn read_round(&self, id: RecordId, record: &'a Record) -> Option<Round<'a>> {
        let register = record.register(Group::RoundSetup.into())?;
        let Some(Value::RoundSetup(setup)) = register.value() else { return None };
        let (list, unit) = match record.value(Group::RoundTerms) {
            Some(Value::RoundTerms(terms)) => (terms.list, terms.unit),
            _ => (CodeList::Given, CodingUnit::Turn),
        };
        let coders: Vec<RecordId> = setup.coders.iter().map(|coder| self.resolve(*coder)).collect();
        let packets = record.values(Group::RoundPacket).filter_map(|value| match value {
            Value::RoundPacket(body) => Some(PacketGiven { round: id, body }),
            _ => None,
        });
        Some(Round {
            id,
            name: &setup.name,
            instructions: &setup.instructions,
            interviews: setup.interviews.iter().map(|interview| self.resolve(*interview)).collect(),
            list,
            unit,
            set_up: register.versions().first()?.stamp,
            sealed: is_sealed(record),
            opened: match record.value(Group::RoundOpened) {
                Some(Value::RoundOpened(body)) => Some((body.at, body.reason.as_str())),
                _ => None,
            },
            done: coders.iter().flat_map(|coder| self.declared(record, *coder)).collect(),
            packets: packets.collect(),
            coders,
        })
    }

    /// What a coder declared in a round, the latest first.
    fn declared(&self, round: &'a Record, coder: RecordId) -> Vec<Done<'a>> {
        let of_coder = round.fields().filter(|(field, _)| {
            field.group == Group::RoundDone && field.key.is_some_and(|key| self.resolve(key) == coder)
        });
        let mut said = Vec::new();
        for register in of_coder.map(|(_, register)| register) {
            let current = register.current().map(|version| version.stamp.op);
            for version in register.versions() {
                if let Some(Value::RoundDone(body)) = &version.value
                    && body.done
                {
                    let (stands, op) = (current == Some(version.stamp.op), version.stamp.op);
                    let (covers, digest) = (body.covers.as_slice(), body.digest);
                    said.push((version.stamp, Done { coder, stands, op, covers, digest }));
                }
            }
        }
        said.sort_by_key(|(stamp, _)| std::cmp::Reverse(*stamp));
        said.into_iter().map(|(_, done)| done).collect()
    }

    /// The round in which a coder codes an interview and nobody sees the work of the others.
    #[must_use]
    pub fn sealed_round(&self, interview: RecordId, coder: RecordId) -> Option<Round<'a>> {
        let (interview, coder) = (self.resolve(interview), self.resolve(coder));
        let takes = |round: &Round<'_>| {
            round.sealed && round.interviews.contains(&interview) && round.coders.contains(&coder)
        };
        self.rounds().into_iter().find(takes)
    }

    /// The sealed rounds that hide work of others from whoever looks: what is counted meanwhile may be partial, in other
    /// interviews too, for a code that is hidden is hidden everywhere. It follows from how the rounds were set up and
    /// not from what was done in them, so that saying it tells nothing.
    #[must_use]
    pub fn rounds_that_hide(&self) -> Vec<Round<'a>> {
        let mut rounds = self.rounds();
        let own = |coder: &RecordId| matches!(self.lens(), Lens::Member(me) if self.resolve(me) == *coder);
        rounds.retain(|round| round.sealed && !round.coders.iter().all(own));
        rounds
    }

    /// What a coder would declare done now: their codings in the interviews of the round.
    #[must_use]
    pub fn seal(&self, round: &Round<'_>, coder: RecordId) -> Seal {
        let coder = self.resolve(coder);
        let (mut covers, mut codings) = (Vec::new(), Vec::new());
        for id in self.codings_of(round, coder) {
            let Some(record) = self.record(id).filter(|record| record.is_alive()) else { continue };
            let registers = COVERED.map(|group| record.register(group.into()));
            let current = registers.map(|register| register.and_then(Register::current));
            let mut ops: Vec<OpId> = current.iter().flatten().map(|version| version.stamp.op).collect();
            ops.sort_unstable();
            ops.dedup();
            let values = current.map(|version| version.and_then(|version| version.value.as_ref()));
            if let Some(coding) = self.sealed_coding(id, values) {
                covers.extend(ops.into_iter().map(|op| (id, op)));
                codings.push(coding);
            }
        }
        let digest = seal::digest(&codings);
        Seal { covers, codings, digest }
    }

    fn codings_of(&self, round: &Round<'_>, coder: RecordId) -> BTreeSet<RecordId> {
        let mut found = BTreeSet::new();
        for interview in &round.interviews {
            let Some(index) = self.study.index.interviews.get(interview) else { continue };
            let of_coder = |id: &&RecordId| {
                let Some(record) = self.record(**id) else { return false };
                let own = record.value(Group::CodingAgreed).is_none();
                let origin = record.value(Group::CodingOrigin);
                own && matches!(origin, Some(Value::CodingOrigin(origin)) if self.resolve(origin.coder) == coder)
            };
            found.extend(index.codings.keys().filter(of_coder));
        }
        found
    }

    fn sealed_coding(&self, id: RecordId, values: [Option<&Value>; 3]) -> Option<SealedCoding> {
        let [Some(origin), Some(anchor), Some(code)] = values else { return None };
        let Value::CodingAnchor(body) = anchor else { return None };
        let text = self.study.records.revision_body(body.revision)?.text;
        SealedCoding::of(id, [origin, anchor, code], text)
    }

    /// A coding as it would be sealed now.
    pub(super) fn sealed_as_it_is(&self, id: RecordId) -> Option<SealedCoding> {
        let record = self.record(id)?;
        self.sealed_coding(id, COVERED.map(|group| record.value(group)))
    }

    /// The codings that a declaration covers, as they were then; `None` where the reader may not see them.
    #[must_use]
    pub fn covered(&self, done: &Done<'_>) -> Option<Vec<SealedCoding>> {
        let mut by_coding: HashMap<RecordId, Vec<OpId>> = HashMap::default();
        for (coding, op) in done.covers {
            by_coding.entry(*coding).or_default().push(*op);
        }
        let mut found = Vec::new();
        for (id, ops) in by_coding {
            let record = self.study.records.get(id)?;
            if self.blinds.hide(id, record) {
                return None;
            }
            let values = COVERED.map(|group| {
                let versions = record.register(group.into()).map(Register::versions).unwrap_or_default();
                let covered = versions.iter().rev().find(|version| ops.contains(&version.stamp.op));
                covered.and_then(|version| version.value.as_ref())
            });
            // What is missing breaks the seal.
            found.extend(self.sealed_coding(id, values));
        }
        found.sort_by_key(|coding| coding.coding);
        Some(found)
    }

    /// Whether what a declaration covers still has its digest.
    #[must_use]
    pub fn check_seal(&self, done: &Done<'_>) -> SealCheck {
        match self.covered(done) {
            None => SealCheck::Hidden,
            Some(codings) if seal::digest(&codings) == done.digest => SealCheck::Holds,
            Some(_) => SealCheck::Broken,
        }
    }

    /// The codings of a coder in a round that were made, changed or deleted after the seal: what the
    /// declaration does not cover as it is now.
    #[must_use]
    pub fn after_seal(&self, round: &Round<'_>, done: &Done<'_>) -> Vec<RecordId> {
        let covered: BTreeSet<(RecordId, OpId)> = done.covers.iter().copied().collect();
        let known: BTreeSet<RecordId> = done.covers.iter().map(|(coding, _)| *coding).collect();
        let changed = |id: &RecordId| {
            let Some(record) = self.record(*id) else { return false };
            if record.is_deleted() {
                return known.contains(id);
            }
            let registers = COVERED.iter().filter_map(|group| record.register((*group).into()));
            let mut current = registers.filter_map(Register::current);
            record.is_alive() && current.any(|version| !covered.contains(&(*id, version.stamp.op)))
        };
        self.codings_of(round, done.coder).into_iter().filter(changed).collect()
    }

    /// The packet of that identifier.
    #[must_use]
    pub fn packet(&self, packet: RecordId) -> Option<PacketGiven<'a>> {
        self.rounds().into_iter().flat_map(|round| round.packets).find(|given| given.body.packet == packet)
    }

    /// What was said of codes that go together, in the order of identifiers.
    #[must_use]
    pub fn alignments(&self) -> Vec<Alignment<'a>> {
        let read = |(id, record): (RecordId, &'a Record)| {
            let version = record.register(Group::AlignmentLink.into())?.current()?;
            let Some(Value::AlignmentLink(body)) = &version.value else { return None };
            let (first, second) = (self.resolve(body.first), body.second.map(|code| self.resolve(code)));
            let shown = |code: RecordId| self.record(code).is_some_and(Record::is_alive);
            if !shown(first) || second.is_some_and(|code| !shown(code)) || second == Some(first) {
                return None;
            }
            let relation = body.relation?;
            Some(Alignment {
                id,
                first,
                second,
                relation,
                note: &body.note,
                author: version.author,
                at: body.at,
            })
        };
        self.alive(Kind::Alignment).filter_map(read).collect()
    }

    /// For every code that means the same as others, the one that stands for all of them: a code of the
    /// study before one of a coder's own book, then the one made first. Comparisons run on these classes.
    #[must_use]
    pub fn code_classes(&self) -> HashMap<RecordId, RecordId> {
        let mut links: HashMap<RecordId, Vec<RecordId>> = HashMap::default();
        for alignment in self.alignments() {
            if let (Match::Same, Some(second)) = (alignment.relation, alignment.second) {
                links.entry(alignment.first).or_default().push(second);
                links.entry(second).or_default().push(alignment.first);
            }
        }
        let mut classes = HashMap::default();
        for start in links.keys() {
            if classes.contains_key(start) {
                continue;
            }
            let (mut members, mut open) = (BTreeSet::from([*start]), vec![*start]);
            while let Some(code) = open.pop() {
                let next = links.get(&code).into_iter().flatten();
                open.extend(next.filter(|next| members.insert(**next)));
            }
            let rank = |code: &RecordId| {
                let node = self.code(*code);
                let book = node.is_none_or(|node| node.book.is_some() || node.deleted);
                (book, self.record(*code).and_then(Record::born).map(|version| version.stamp), *code)
            };
            if let Some(stands) = members.iter().copied().min_by_key(rank) {
                classes.extend(members.into_iter().map(|code| (code, stands)));
            }
        }
        classes
    }

    /// What was decided, in the order of history.
    #[must_use]
    pub fn decisions(&self) -> Vec<Decision<'a>> {
        let read = |(id, record): (RecordId, &'a Record)| decision(id, record);
        in_order(self.alive(Kind::Decision).filter_map(read).collect())
    }

    /// What was decided in one interview, in the order of history.
    #[must_use]
    pub fn decisions_in(&self, interview: RecordId) -> Vec<Decision<'a>> {
        let home = self.study.index.interviews.get(&self.resolve(interview));
        let ids = home.into_iter().flat_map(|home| &home.decisions);
        let alive = |id: &RecordId| self.record(*id).filter(|record| record.is_alive());
        in_order(ids.filter_map(|id| decision(*id, alive(id)?)).collect())
    }

    /// True when the differences in an interview are settled, as far as the reader may know.
    #[must_use]
    pub fn is_reconciled(&self, interview: RecordId) -> bool {
        match self.record(self.resolve(interview)).and_then(|record| record.value(Group::InterviewReconciled))
        {
            Some(Value::InterviewReconciled(body)) => {
                body.reconciled && !self.blinds.hides_agreed(self.resolve(interview), &body.coders)
            }
            _ => false,
        }
    }

    /// True where other edges of the same code inside one turn are accepted without discussion.
    #[must_use]
    pub fn accepts_other_edges(&self) -> bool {
        let study = self.alive(Kind::Study).next();
        match study.and_then(|(_, record)| record.value(Group::StudyReconciliation)) {
            Some(Value::StudyReconciliation(body)) => body.accept_other_edges,
            _ => true,
        }
    }
}

fn decision(id: RecordId, record: &Record) -> Option<Decision<'_>> {
    let Some(Value::DecisionAbout(about)) = record.value(Group::DecisionAbout) else { return None };
    let version = record.register(Group::DecisionOutcome.into())?.current()?;
    let Some(Value::DecisionOutcome(outcome)) = &version.value else { return None };
    Some(Decision { id, about, outcome, author: version.author, stamp: version.stamp })
}

fn in_order(mut decisions: Vec<Decision<'_>>) -> Vec<Decision<'_>> {
    decisions.sort_by_key(|decision| decision.stamp);
    decisions
}
