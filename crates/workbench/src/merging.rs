//! Merging another copy of the study, and taking a merge back.

use crate::draft::Draft;
use crate::engine::{Engine, place_rows};
use crate::failure::Failure;
use crate::ops;
use model::lens::Lens;
use model::op::Stamp;
use model::study::{Finding, SamePair, Seen, Study};
use model::text::{Edit, PlaceState};
use model::value::{Field, Group, Kind, Value};
use model::{OpId, RecordId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use store::Store;

/// What a merge brought, or would bring.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MergeReport {
    /// The operations that come.
    pub ops_in: Vec<OpId>,
    /// How many records come, by kind.
    pub new: BTreeMap<Kind, usize>,
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

impl Engine {
    /// Says what merging `other` would bring. Nothing is changed.
    ///
    /// # Errors
    /// When the other file cannot be read, or is about another study.
    pub fn merge_plan(&mut self, other: &Path) -> Result<MergeReport, Failure> {
        let theirs = Store::open_read_only(other)?;
        let plan = self.store.merge_plan(&theirs)?;
        if let Some(op) = plan.clash {
            return Err(store::StoreError::Clash { op }.into());
        }
        let before = self.study();
        let mut after = (*before).clone();
        plan.ops_in.iter().for_each(|op| after.apply(op));
        let ops_in: Vec<OpId> = plan.ops_in.iter().map(|op| op.id).collect();
        Ok(self.report(&before, &after, ops_in))
    }

    /// Merges another copy of the study into this file: the union of the two journals. A backup is made
    /// first.
    ///
    /// # Errors
    /// When the other file cannot be read, is about another study, or contradicts this one; nothing is
    /// changed then.
    pub fn merge(&mut self, other: &Path) -> Result<MergeReport, Failure> {
        let theirs = Store::open_read_only(other)?;
        let origin = crate::import::file_name(other);
        let before = self.study();
        let now = self.env.now();
        let outcome = self.store.merge(&theirs, now, &origin)?;
        self.reload()?;
        let composed = if outcome.merge_id.is_some() { self.compose_corrections()? } else { Vec::new() };
        self.rewrite_places()?;
        let after = self.study();
        Ok(MergeReport { composed, ..self.report(&before, &after, outcome.ops) })
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

    fn rewrite_places(&mut self) -> Result<(), Failure> {
        let study = self.study();
        let seen = study.seen_by(Lens::Anybody);
        let rows: Vec<_> =
            seen.interviews().iter().flat_map(|interview| place_rows(&seen, interview.id)).collect();
        Ok(self.store.write_places(&rows)?)
    }

    /// Two corrections of one text, made apart and disjoint, are put together; others wait for a person.
    fn compose_corrections(&mut self) -> Result<Vec<RecordId>, Failure> {
        let Some(me) = self.me() else { return Ok(Vec::new()) };
        let mut composed = Vec::new();
        let study = self.study();
        let seen = study.seen_by(Lens::Member(me));
        for interview in seen.interviews().iter().map(|interview| interview.id) {
            let Some((common, sides)) = two_corrections(&seen, interview) else { continue };
            let common = self.text(common)?;
            let (ours, theirs) = (self.text(sides[0])?, self.text(sides[1])?);
            let edits = [&ours, &theirs].map(|side| Edit::between(common.text(), side.text()));
            let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
            let (ours, theirs) = ((sides[0], &edits[0]), (sides[1], &edits[1]));
            if let Some(drafted) = ops::merge::compose(draft, interview, &common, ours, theirs) {
                self.commit(drafted)?;
                composed.push(interview);
            }
        }
        Ok(composed)
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
            conflicts,
            findings: others.collect(),
            same: is.same_pairs(),
            to_place: to_place(&is),
            ops_in,
            composed: Vec::new(),
        }
    }
}

/// Two revisions that compete to be shown, with the nearest text that both were made from.
fn two_corrections(seen: &Seen<'_>, interview: RecordId) -> Option<(RecordId, [RecordId; 2])> {
    let competing = seen.competing_revisions(interview);
    let [first, second] = competing.as_slice() else { return None };
    let (ours, theirs) = (path_up(seen, *first), path_up(seen, *second));
    let common = ours.into_iter().find(|id| theirs.contains(id))?;
    (common != *first && common != *second).then_some((common, [*first, *second]))
}

/// A revision and its first parents.
fn path_up(seen: &Seen<'_>, from: RecordId) -> Vec<RecordId> {
    let mut path = Vec::new();
    let mut at = Some(from);
    while let Some(revision) = at.filter(|id| !path.contains(id)) {
        path.push(revision);
        at = seen
            .revision(revision)
            .and_then(|found| found.body.parents.first())
            .map(|parent| parent.revision);
    }
    path
}

fn new_records(was: &Seen<'_>, is: &Seen<'_>) -> BTreeMap<Kind, usize> {
    let mut new = BTreeMap::new();
    for kind in [
        Kind::Member,
        Kind::Participant,
        Kind::Attribute,
        Kind::Guide,
        Kind::Interview,
        Kind::Revision,
        Kind::Code,
        Kind::Coding,
        Kind::Memo,
        Kind::Reading,
        Kind::Round,
    ] {
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
