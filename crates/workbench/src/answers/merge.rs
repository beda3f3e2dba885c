//! Copies merged: what came, what disagrees, what to look at.

use super::instant;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::merging::{Disagreement, Head, MergeReport};
use crate::wording;
use i18n::Lang;
use model::study::{Finding, SamePair, Seen};
use model::value::{Field, Group, Kind, Value};
use model::{OpId, RecordId};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a merge brought, or would bring.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MergeAnswer {
    /// How many operations came.
    pub ops_in: usize,
    /// Members of whom work came that is sealed: of it nothing else is said.
    pub sealed: Vec<String>,
    /// How many records came, by kind.
    pub new: BTreeMap<&'static str, usize>,
    /// How many records that were known say something else than before, by kind.
    pub changed: BTreeMap<&'static str, usize>,
    /// Fields about which the copies disagree; all versions stay readable until somebody settles them.
    pub conflicts: Vec<ConflictAnswer>,
    /// References to what is deleted or absent.
    pub dangling: Vec<DanglingAnswer>,
    /// Links that close a circle, and are ignored.
    pub cycles: Vec<CycleAnswer>,
    /// Interviews that came from the same file.
    pub same_source: Vec<PairAnswer>,
    /// Codes of one name in one place.
    pub same_code: Vec<PairAnswer>,
    /// Members of one name.
    pub same_member: Vec<PairAnswer>,
    /// Codings to place again.
    pub to_place: Vec<RecordId>,
    /// Interviews corrected on both sides, whose corrections were put together.
    pub composed: Vec<RecordId>,
}

/// A field about which two copies disagree.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConflictAnswer {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: &'static str,
    /// What it is called.
    pub name: String,
    /// The field, as `settle` takes it.
    pub group: String,
    /// What the field is called.
    pub field: String,
    /// What this file had, the latest of several.
    pub ours: Option<VersionAnswer>,
    /// What came, the latest of several.
    pub theirs: Option<VersionAnswer>,
}

/// A version of a field.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VersionAnswer {
    /// The version, as `settle --keep` takes it.
    pub version: OpId,
    /// The name of who wrote it.
    pub author: String,
    /// When, as RFC 3339 in UTC.
    pub at: Option<String>,
    /// What it says; `null` for nothing, as after an undo.
    pub value: serde_json::Value,
    /// The same in words.
    pub said: String,
}

/// A reference that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DanglingAnswer {
    /// The record that refers.
    pub record: RecordId,
    /// What it is called.
    pub name: String,
    /// The field in which it does.
    pub group: String,
    /// What it refers to.
    pub missing: RecordId,
    /// What that is called, or why it has no name.
    pub missing_name: String,
}

/// A link that closes a circle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CycleAnswer {
    /// The record whose link is ignored.
    pub record: RecordId,
    /// What it is called.
    pub name: String,
    /// The field that holds the link.
    pub group: &'static str,
}

/// Two records that look the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PairAnswer {
    /// The one made first.
    pub first: RecordId,
    /// The other.
    pub second: RecordId,
    /// What the first is called.
    pub name: String,
    /// What the second is called.
    pub second_name: String,
}

/// What of the study waits for a person: nothing of it is decided by the machine.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UnsettledAnswer {
    /// Fields about which copies disagree.
    pub conflicts: Vec<UnsettledField>,
    /// References to what is deleted or absent.
    pub dangling: Vec<DanglingAnswer>,
    /// Links that close a circle, and are ignored.
    pub cycles: Vec<CycleAnswer>,
    /// Interviews that came from the same file.
    pub same_source: Vec<PairAnswer>,
    /// Codes of one name in one place.
    pub same_code: Vec<PairAnswer>,
    /// Members of one name.
    pub same_member: Vec<PairAnswer>,
}

/// A field with several versions that disagree.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnsettledField {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: &'static str,
    /// What it is called.
    pub name: String,
    /// The field, as `settle` takes it.
    pub group: String,
    /// What the field is called.
    pub field: String,
    /// The versions, the one that is shown first.
    pub versions: Vec<VersionAnswer>,
}

/// A merge that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TakenBackAnswer {
    /// How many operations left.
    pub ops_out: usize,
}

/// What is printed of a merge. After a dry run the names of records that have not come are unknown.
#[must_use]
pub fn merge(engine: &Engine, lang: Lang, report: &MergeReport) -> MergeAnswer {
    let seen = engine.seen();
    let named = Named { engine, lang, seen: &seen };
    let same = |kind| named.same(&report.same, kind);
    MergeAnswer {
        ops_in: report.ops_in.len(),
        sealed: report.sealed.iter().map(|member| super::member_name(&seen, *member)).collect(),
        new: report.new.iter().map(|(kind, n)| (kind.as_str(), *n)).collect(),
        changed: report.changed.iter().map(|(kind, n)| (kind.as_str(), *n)).collect(),
        conflicts: report.conflicts.iter().map(|conflict| named.conflict(conflict)).collect(),
        dangling: named.dangling(&report.findings),
        cycles: named.cycles(&report.findings),
        same_source: same(Kind::Interview),
        same_code: same(Kind::Code),
        same_member: same(Kind::Member),
        to_place: report.to_place.clone(),
        composed: report.composed.clone(),
    }
}

/// What of the study waits for a person, as far as whoever acts may see it.
#[must_use]
pub fn unsettled(engine: &Engine, lang: Lang) -> UnsettledAnswer {
    let looking = super::Looking::through(engine);
    let seen = looking.seen();
    let named = Named { engine, lang, seen: &seen };
    let (findings, pairs) = (seen.findings(), seen.same_pairs());
    let conflicts = findings.iter().filter_map(|finding| match finding {
        Finding::Conflict { record, field, .. } => Some((*record, *field)),
        _ => None,
    });
    UnsettledAnswer {
        conflicts: conflicts.filter_map(|(record, field)| named.unsettled(record, field)).collect(),
        dangling: named.dangling(&findings),
        cycles: named.cycles(&findings),
        same_source: named.same(&pairs, Kind::Interview),
        same_code: named.same(&pairs, Kind::Code),
        same_member: named.same(&pairs, Kind::Member),
    }
}

struct Named<'s, 'a> {
    engine: &'s Engine,
    lang: Lang,
    seen: &'s Seen<'a>,
}

impl Named<'_, '_> {
    fn name(&self, id: RecordId) -> String {
        wording::record_name(self.lang, self.seen, id)
    }

    fn same(&self, pairs: &[SamePair], kind: Kind) -> Vec<PairAnswer> {
        let pair = |pair: &SamePair| PairAnswer {
            first: pair.first,
            second: pair.second,
            name: self.name(pair.first),
            second_name: self.name(pair.second),
        };
        pairs.iter().filter(|pair| pair.kind == kind).map(pair).collect()
    }

    fn dangling(&self, findings: &[Finding]) -> Vec<DanglingAnswer> {
        let dangling = findings.iter().filter_map(|finding| match finding {
            Finding::Dangling { record, field, missing } => Some(DanglingAnswer {
                record: *record,
                name: self.name(*record),
                group: field.to_string(),
                missing: *missing,
                missing_name: self.name(*missing),
            }),
            _ => None,
        });
        dangling.collect()
    }

    fn cycles(&self, findings: &[Finding]) -> Vec<CycleAnswer> {
        let cycles = findings.iter().filter_map(|finding| match finding {
            Finding::Circle { record, group } => {
                Some(CycleAnswer { record: *record, name: self.name(*record), group: group.as_str() })
            }
            _ => None,
        });
        cycles.collect()
    }

    /// Every version of a field that stands, the one that is shown first. Of a contested deletion the latest
    /// change stands for what would be lost.
    fn unsettled(&self, record: RecordId, field: Field) -> Option<UnsettledField> {
        let found = self.seen.record(record)?;
        let registers: Vec<_> = match field.group {
            Group::Life => found.fields().map(|(_, register)| register).collect(),
            _ => found.register(field).into_iter().collect(),
        };
        let heads = registers.iter().flat_map(|register| register.heads());
        let mut heads: Vec<Head> = heads
            .map(|head| Head { stamp: head.stamp, author: head.author, value: head.value.clone() })
            .collect();
        heads.sort_by_key(|head| std::cmp::Reverse(head.stamp));
        if field.group == Group::Life {
            let is_life = |head: &Head| matches!(head.value, Some(Value::Life(_)) | None);
            let (life, others): (Vec<Head>, Vec<Head>) = heads.into_iter().partition(is_life);
            heads = life.into_iter().take(1).chain(others.into_iter().take(1)).collect();
        }
        Some(UnsettledField {
            record,
            kind: self.seen.kind(record).as_str(),
            name: self.name(record),
            group: field.to_string(),
            field: self.field(field),
            versions: heads.iter().map(|head| self.version(head)).collect(),
        })
    }

    fn field(&self, field: Field) -> String {
        let method = self.seen.study_facts().map(|facts| facts.method).unwrap_or_default();
        wording::field_name(self.lang, method, field.group)
    }

    fn conflict(&self, conflict: &Disagreement) -> ConflictAnswer {
        ConflictAnswer {
            record: conflict.record,
            kind: self.seen.kind(conflict.record).as_str(),
            name: self.name(conflict.record),
            group: conflict.field.to_string(),
            field: self.field(conflict.field),
            ours: self.latest(&conflict.ours),
            theirs: self.latest(&conflict.theirs),
        }
    }

    fn latest(&self, heads: &[Head]) -> Option<VersionAnswer> {
        heads.iter().max_by_key(|head| head.stamp).map(|head| self.version(head))
    }

    fn version(&self, head: &Head) -> VersionAnswer {
        let line = self.engine.history().iter().find(|line| line.op == head.stamp.op);
        VersionAnswer {
            version: head.stamp.op,
            author: self.name(head.author),
            at: line.map(|line| instant(line.at)),
            value: head.value.as_ref().map_or(serde_json::Value::Null, body),
            said: wording::value_said(self.lang, self.seen, head.value.as_ref()),
        }
    }
}

/// The body of a value, without the name under which it is stored.
fn body(value: &Value) -> serde_json::Value {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::Object(fields)) => {
            fields.into_iter().next().map_or(serde_json::Value::Null, |(_, body)| body)
        }
        // A value is always an object of one field.
        _ => serde_json::Value::Null,
    }
}

/// Takes the last merge back.
///
/// # Errors
/// When there is none, or later work stands on it.
pub fn take_back(engine: &mut Engine) -> Result<TakenBackAnswer, Failure> {
    Ok(TakenBackAnswer { ops_out: engine.take_back()?.len() })
}
