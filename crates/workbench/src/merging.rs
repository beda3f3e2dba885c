//! Merging another copy of the study, and taking a merge back.

mod compose;

use crate::command::Command;
use crate::draft::Draft;
use crate::engine::Engine;
use crate::engine::places::place_rows;
use crate::failure::{DoubleCodingProblem, Failure};
use crate::ops::double_coding::Guard;
use model::lens::Lens;
use model::op::{Op, Stamp};
use model::purge::Blanking;
use model::records::Records;
use model::study::{Finding, SamePair, Seen, Study};
use model::text::PlaceState;
use model::value::{Field, Group, Kind, Value};
use model::{OpId, RecordId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use store::{MergeId, MergePlan, Store, StoreError};

/// What a merge brought, or would bring.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MergeReport {
    /// The operations that come, as far as whoever acts may read them.
    pub ops_in: Vec<OpId>,
    /// Members of whom work comes that is sealed: of it nothing else is said.
    pub sealed: Vec<RecordId>,
    /// How many records come, by kind.
    pub new: BTreeMap<Kind, usize>,
    /// How many records that were known say something else than before, by kind.
    pub changed: BTreeMap<Kind, usize>,
    /// Fields about which the copies disagree.
    pub conflicts: Vec<Disagreement>,
    /// References to what is deleted or absent, and circles, listed as the study has them afterwards.
    pub findings: Vec<Finding>,
    /// Pairs that look the same.
    pub same: Vec<SamePair>,
    /// Codings that wait to be placed.
    pub to_place: Vec<RecordId>,
    /// Interviews whose text was corrected on both sides, and put together by itself.
    pub composed: Vec<RecordId>,
}

/// The version that is to be kept of a field about which two copies disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The record.
    pub record: RecordId,
    /// The field.
    pub field: Field,
    /// The version.
    pub keep: OpId,
}

/// A field about which two copies disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Disagreement {
    /// The record.
    pub record: RecordId,
    /// The field.
    pub field: Field,
    /// What this file had.
    pub ours: Vec<Head>,
    /// What came.
    pub theirs: Vec<Head>,
}

/// One of the versions that disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// The version.
    pub stamp: Stamp,
    /// Who wrote it.
    pub author: RecordId,
    /// What it says; `None` for "nothing", as after an undo.
    pub value: Option<Value>,
}

/// The choices as they are carried out: whether a record is deleted comes after what it says, for a deletion
/// holds against what it has seen, and what is settled after it would contest it anew.
fn in_order(choices: &[Choice]) -> Vec<Choice> {
    let mut choices = choices.to_vec();
    choices.sort_by_key(|choice| choice.field.group == Group::Life);
    choices
}

impl Engine {
    /// Says what merging `other` would bring. Nothing is changed.
    ///
    /// # Errors
    /// When the other file cannot be read, or is about another study.
    pub fn merge_plan(&mut self, other: &Path) -> Result<MergeReport, Failure> {
        refuse_locked(other)?;
        let theirs = self.other_copy(other)?;
        self.admit(&theirs)?;
        let plan = self.store.merge_plan(&theirs)?;
        if let Some(op) = plan.clash {
            return Err(StoreError::Clash { op }.into());
        }
        let after = self.union(&plan)?;
        let lens = self.seen().lens();
        let (ops_in, sealed) = split(&after.seen_by(lens), plan.ops_in.into_iter());
        Ok(MergeReport { sealed, ..self.report(&self.study, &after, ops_in) })
    }

    /// Another copy, to be read; where the file is a Word packet that came back, that is said.
    fn other_copy(&mut self, other: &Path) -> Result<Store, Failure> {
        match Store::open_read_only(other).map_err(StoreError::of_other) {
            Ok(theirs) => Ok(theirs),
            Err(error) => Err(self.of_word_packet(other, error.into())),
        }
    }

    /// The study as it would be, without what either copy purged.
    fn union(&self, plan: &MergePlan) -> Result<Study, Failure> {
        let purge = self.store.load()?.purge.union(&plan.purge_in).copied().collect();
        let mut ops = self.store.ops(..)?;
        ops.extend(plan.ops_in.iter().cloned());
        let blanking = Blanking::of(&purge, ops.iter());
        let blanked = ops.iter().map(|op| blanking.blank(op).unwrap_or_else(|| op.clone()));
        let records = Records::replay(&blanked.collect::<Vec<_>>());
        Ok(Study::new(records, blanking))
    }

    /// Merges another copy of the study into this file: the union of the two journals. A backup is made
    /// first.
    ///
    /// # Errors
    /// When the other file cannot be read, is about another study, or contradicts this one; nothing is
    /// changed then.
    pub fn merge(&mut self, other: &Path) -> Result<MergeReport, Failure> {
        self.merge_keeping(other, &[])
    }

    /// The same, with what is chosen where the copies disagree: written with the merge, or nothing is, and
    /// taken back with it.
    ///
    /// # Errors
    /// As for [`Engine::merge`]; when a version that is to be kept is none of those that disagree.
    pub fn merge_keeping(&mut self, other: &Path, choices: &[Choice]) -> Result<MergeReport, Failure> {
        refuse_locked(other)?;
        let theirs = self.other_copy(other)?;
        self.admit(&theirs)?;
        let own = self.choosing(&theirs, choices)?;
        let origin = crate::import::file_name(other);
        let before = self.study();
        let now = self.env.now();
        let outcome = self.store.merge_with(&theirs, now, &origin, &own)?;
        self.reload()?;
        if outcome.merge_id.is_none() {
            // Nothing came that the choices could be part of: they are acts of this desk like any other.
            self.settle_all(choices)?;
        }
        let followed = self.follow_merge(outcome.merge_id);
        if followed.is_err() {
            // The merge is on disk all the same: what is shown must be what the file says.
            self.reload()?;
        }
        let composed = followed?;
        let after = self.study();
        let (ops_in, sealed) = self.readable(outcome.ops)?;
        Ok(MergeReport { composed, sealed, ..self.report(&before, &after, ops_in) })
    }

    /// Keeps versions among those that disagree: all of them, or none.
    ///
    /// # Errors
    /// When a version is none of those, or the file cannot be written.
    pub fn settle_all(&mut self, choices: &[Choice]) -> Result<(), Failure> {
        let mut together = self.together();
        for Choice { record, field, keep } in in_order(choices) {
            match together.run(Command::Settle { record, field, keep }) {
                Ok(_) | Err(Failure::Nothing) => {}
                // What was done before it is let go of.
                Err(failure) => return Err(failure),
            }
        }
        together.commit().map(drop)
    }

    /// The operations that keep what was chosen, each on the study as it is with those before it.
    fn choosing(&mut self, theirs: &Store, choices: &[Choice]) -> Result<Vec<Op>, Failure> {
        if choices.is_empty() {
            return Ok(Vec::new());
        }
        let me = self.acting()?;
        let plan = self.store.merge_plan(theirs)?;
        let mut after = self.union(&plan)?;
        let mut own = Vec::new();
        for Choice { record, field, keep } in in_order(choices) {
            let seen = after.seen_by(Lens::Member(me));
            let draft = Draft::new(seen.clone(), &mut self.env, me);
            let drafted = match crate::ops::merge::settle(draft, record, field, keep) {
                Err(Failure::Nothing) => continue,
                drafted => drafted?,
            };
            Guard { seen: &seen }.check(&drafted.changes)?;
            crate::ops::review::check_part(&seen, me, &drafted)?;
            let (id, at) = (self.env.op(), self.env.now());
            let (op, _, _) = drafted.into_op(id, me, at, after.next_lamport());
            after.apply(&op);
            own.push(op);
        }
        Ok(own)
    }

    fn follow_merge(&mut self, merge: Option<MergeId>) -> Result<Vec<RecordId>, Failure> {
        let composed = merge.map_or(Ok(Vec::new()), |merge| self.compose_corrections(merge))?;
        self.rewrite_places()?;
        Ok(composed)
    }

    /// Takes the last merge back: exactly what it brought leaves. Merging again brings it back.
    ///
    /// # Errors
    /// When there is none, or later work stands on what it brought.
    pub fn take_back(&mut self) -> Result<Vec<OpId>, Failure> {
        let now = self.env.now();
        let taken = self.store.merge_take_back(None, now)?;
        self.reload()?;
        self.rewrite_places()?;
        Ok(taken.ops)
    }

    /// Notes all places anew, where operations came or left in numbers.
    pub(crate) fn rewrite_places(&mut self) -> Result<(), Failure> {
        let study = self.study();
        let interviews =
            study.seen_by(Lens::Anybody).interviews().iter().map(|interview| interview.id).collect();
        Ok(self.store.replace_places(&place_rows(&study, &interviews))?)
    }

    /// Of operations that came, those that whoever acts may read, and whose sealed work the others are.
    fn readable(&self, came: Vec<OpId>) -> Result<(Vec<OpId>, Vec<RecordId>), Failure> {
        let seen = self.seen();
        if seen.records_of(Kind::Round).is_empty() {
            return Ok((came, Vec::new()));
        }
        let ops = came.into_iter().map(|id| self.op(id)).collect::<Result<Vec<_>, _>>()?;
        Ok(split(&seen, ops.into_iter().flatten()))
    }

    fn report(&self, before: &Study, after: &Study, ops_in: Vec<OpId>) -> MergeReport {
        let lens = self.me().map_or(Lens::Anybody, Lens::Member);
        let (was, is) = (before.seen_by(lens), after.seen_by(lens));
        let known: BTreeSet<OpId> = ops_in.iter().copied().collect();
        let findings = is.findings();
        let conflicts = findings.iter().filter_map(|finding| disagreement(&is, finding, &known)).collect();
        let others = findings.into_iter().filter(|finding| !matches!(finding, Finding::Conflict { .. }));
        MergeReport {
            new: new_records(&was, &is),
            changed: changed_records(&was, &is),
            conflicts,
            findings: others.collect(),
            same: is.same_pairs(),
            to_place: to_place(&is),
            ops_in,
            ..MergeReport::default()
        }
    }
}

fn refuse_locked(other: &Path) -> Result<(), Failure> {
    match crate::double_coding::locked::is_locked(other) {
        true => Err(DoubleCodingProblem::Locked.into()),
        false => Ok(()),
    }
}

/// Operations that may be read, and the authors of the others, each once.
fn split(seen: &Seen<'_>, ops: impl Iterator<Item = Op>) -> (Vec<OpId>, Vec<RecordId>) {
    let (mut readable, mut sealed) = (Vec::new(), BTreeSet::new());
    for op in ops {
        match seen.may_read(&op) {
            true => readable.push(op.id),
            false => _ = sealed.insert(op.author),
        }
    }
    (readable, sealed.into_iter().collect())
}

fn new_records(was: &Seen<'_>, is: &Seen<'_>) -> BTreeMap<Kind, usize> {
    let mut new = BTreeMap::new();
    for kind in Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Study) {
        let count = is
            .records_of(kind)
            .iter()
            .filter(|(id, _)| was.record(*id).is_none_or(|old| !old.exists()))
            .count();
        if count > 0 {
            new.insert(kind, count);
        }
    }
    new
}

fn changed_records(was: &Seen<'_>, is: &Seen<'_>) -> BTreeMap<Kind, usize> {
    let mut changed = BTreeMap::new();
    for kind in Kind::ALL.iter().copied() {
        let differs = |(id, record): &(RecordId, &model::records::Record)| {
            was.record(*id).is_some_and(|old| old.exists() && old != *record)
        };
        let count = is.records_of(kind).iter().filter(|one| differs(one)).count();
        if count > 0 {
            changed.insert(kind, count);
        }
    }
    changed
}

fn disagreement(seen: &Seen<'_>, finding: &Finding, came: &BTreeSet<OpId>) -> Option<Disagreement> {
    let Finding::Conflict { record, field, .. } = finding else { return None };
    let found = seen.record(*record)?;
    let registers: Vec<_> = match field.group {
        Group::Life => found.fields().map(|(_, register)| register).collect(),
        _ => found.register(*field).into_iter().collect(),
    };
    let heads = registers.iter().flat_map(|register| register.heads());
    let head = |version: &model::register::Version| Head {
        stamp: version.stamp,
        author: version.author,
        value: version.value.clone(),
    };
    let (theirs, ours): (Vec<Head>, Vec<Head>) =
        heads.map(head).partition(|head| came.contains(&head.stamp.op));
    Some(Disagreement { record: *record, field: *field, ours, theirs })
}

fn to_place(seen: &Seen<'_>) -> Vec<RecordId> {
    let everything = model::basis::Basis::everything();
    let codings =
        seen.interviews().into_iter().flat_map(|interview| seen.codings_in(interview.id, &everything));
    codings.filter(|coding| coding.place.state == PlaceState::ToPlace).map(|coding| coding.id).collect()
}
