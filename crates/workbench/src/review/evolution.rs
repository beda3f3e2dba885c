//! How the code book came to be: day by day, what was created, merged, divided and given up.

use crate::answers::code_path;
use crate::engine::Engine;
use i18n::Lang;
use model::op::{OpKind, Stamp};
use model::study::Seen;
use model::value::{Group, Kind};
use model::{OpId, RecordId, Timestamp};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A day on which the code book changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct EvolutionDay {
    /// The day: `2026-03-01`.
    pub day: String,
    /// Codes that were created.
    pub created: usize,
    /// Codes that were merged into others.
    pub merged: usize,
    /// Codes that were divided.
    pub split: usize,
    /// Codes that were deleted.
    pub deleted: usize,
    /// The codes of the day's end, those merged and deleted since among them.
    pub codes: usize,
    /// Merges and divisions, each in a sentence, with the code to look at.
    pub told: Vec<EvolutionLine>,
}

/// A merge or division.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EvolutionLine {
    /// The code.
    pub code: RecordId,
    /// What became of it.
    pub text: String,
}

/// What became of one code at one moment.
enum Happened {
    Created,
    Merged(RecordId),
    Split,
    Deleted,
}

/// The days on which the code book changed, the latest first.
#[must_use]
pub fn evolution(engine: &Engine, lang: Lang) -> Vec<EvolutionDay> {
    let seen = engine.seen();
    let times: HashMap<OpId, Timestamp> = engine.history().iter().map(|line| (line.op, line.at)).collect();
    let mut days: BTreeMap<String, EvolutionDay> = BTreeMap::new();
    for (stamp, code, happened) in events(engine, &seen) {
        let Some(at) = times.get(&stamp.op) else { continue };
        let written = crate::answers::instant(*at);
        let day = written.get(..10).unwrap_or_default().to_owned();
        let row = days.entry(day.clone()).or_insert_with(|| EvolutionDay { day, ..EvolutionDay::default() });
        let mut tell = |text: String| row.told.push(EvolutionLine { code, text });
        match happened {
            Happened::Created => row.created += 1,
            Happened::Merged(into) => {
                tell(i18n::history_merged(lang, seen.own_name(code), &code_path(&seen, into)));
                row.merged += 1;
            }
            Happened::Split => {
                tell(i18n::evolution_split(lang, &code_path(&seen, code)));
                row.split += 1;
            }
            Happened::Deleted => row.deleted += 1,
        }
    }
    let mut codes = 0usize;
    for row in days.values_mut() {
        codes = (codes + row.created).saturating_sub(row.merged + row.deleted);
        row.codes = codes;
    }
    days.into_values().rev().collect()
}

fn events(engine: &Engine, seen: &Seen<'_>) -> Vec<(Stamp, RecordId, Happened)> {
    let mut events = Vec::new();
    let gone = seen.codes().into_iter().filter(|node| node.deleted).map(|node| node.id);
    let alive = seen.records_of(Kind::Code).into_iter().map(|(id, _)| id);
    for id in alive.chain(gone).collect::<BTreeSet<_>>() {
        let Some(record) = seen.record(id) else { continue };
        let Some(born) = record.born() else { continue };
        events.push((born.stamp, id, Happened::Created));
        let life = record.register(Group::Life.into()).and_then(|register| register.current());
        if let Some(version) = life.filter(|_| record.is_deleted()) {
            events.push((version.stamp, id, Happened::Deleted));
        }
    }
    let merges = seen.code_merges().into_iter();
    events.extend(merges.map(|(from, into, stamp)| (stamp, from, Happened::Merged(into))));
    for stamp in seen.recodings() {
        if let Some(OpKind::SplitCode { code, .. }) = engine.op(stamp.op).ok().flatten().map(|op| op.kind) {
            events.push((stamp, code, Happened::Split));
        }
    }
    events.sort_by_key(|(stamp, code, _)| (*stamp, *code));
    events
}
