//! What became of the code book after interviews were coded: a late merge can manufacture saturation.

use super::Grid;
use crate::engine::Engine;
use model::RecordId;
use model::op::{OpKind, Stamp};
use model::study::Seen;
use model::value::{Group, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What became of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LaterKind {
    /// It was created after an interview was finished in which it is now found.
    Created,
    /// It was merged into another after an interview coded with it was finished.
    Merged,
    /// It was split after an interview coded with it was finished.
    Split,
    /// It was put under another code, which counts its passages at this level since.
    Moved,
}

impl LaterKind {
    /// The name in JSON and in the catalogues.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            LaterKind::Created => "created",
            LaterKind::Merged => "merged",
            LaterKind::Split => "split",
            LaterKind::Moved => "moved",
        }
    }
}

/// A change of the code book that came after interviews were finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later {
    /// What became of it.
    pub kind: LaterKind,
    /// The code.
    pub code: RecordId,
    /// For a merge: into which. For a move: under which.
    pub into: Option<RecordId>,
    /// Where in history.
    pub stamp: Stamp,
    /// How many of the interviews of the curve were finished by then.
    pub after: usize,
}

/// The codes of the grid that were created, merged or split after an interview was finished that they are
/// found in, in the order of history.
#[must_use]
pub fn later(engine: &Engine, seen: &Seen<'_>, grid: &Grid) -> Vec<Later> {
    let mut finished: Vec<Stamp> = grid.counted.iter().filter_map(|one| one.since).collect();
    finished.sort_unstable();
    let Some(first) = finished.first().copied() else { return Vec::new() };
    let event = |kind, code, into, stamp: Stamp| {
        let after = finished.partition_point(|since| *since <= stamp);
        Later { kind, code, into, stamp, after }
    };
    let earliest = earliest(grid);
    let is_late = |code: &RecordId, stamp: Stamp| earliest.get(code).is_some_and(|since| *since < stamp);
    let mut found = Vec::new();
    for code in &grid.codes {
        let born = seen.record(*code).and_then(|record| record.born()).map(|version| version.stamp);
        if let Some(born) = born.filter(|born| is_late(code, *born)) {
            found.push(event(LaterKind::Created, *code, None, born));
        }
    }
    let merges = seen.code_merges().into_iter().filter(|(_, _, stamp)| *stamp > first);
    let of_grid = |code: RecordId, stamp| is_late(&seen.resolve(code), stamp) || is_late(&code, stamp);
    let merges = merges.filter(|(from, _, stamp)| of_grid(*from, *stamp));
    found.extend(merges.map(|(from, into, stamp)| event(LaterKind::Merged, from, Some(into), stamp)));
    for (code, stamp) in splits(engine, seen, first) {
        found.push(event(LaterKind::Split, code, None, stamp));
    }
    for (code, above, stamp) in moves(seen, grid, first) {
        if is_late(&above, stamp) {
            found.push(event(LaterKind::Moved, code, Some(above), stamp));
        }
    }
    found.sort_by_key(|later| (later.stamp, later.kind));
    found
}

/// Where in history the first interview of each code was finished.
fn earliest(grid: &Grid) -> BTreeMap<RecordId, Stamp> {
    let mut earliest = BTreeMap::new();
    for counted in &grid.counted {
        let Some(since) = counted.since else { continue };
        for code in &counted.codes {
            let known = earliest.entry(*code).or_insert(since);
            *known = (*known).min(since);
        }
    }
    earliest
}

/// The codes that were put under another one since a place in history: which, under which code of the grid, and
/// where in history. A code that is itself a row of the grid counts as before wherever it stands.
fn moves(seen: &Seen<'_>, grid: &Grid, since: Stamp) -> Vec<(RecordId, RecordId, Stamp)> {
    let rows: BTreeSet<RecordId> = grid.codes.iter().copied().collect();
    let parents: BTreeMap<RecordId, Option<RecordId>> =
        seen.codes().into_iter().map(|node| (node.id, node.parent)).collect();
    let row_above = |code: RecordId| {
        let mut at = parents.get(&code).copied().flatten();
        let mut steps = 0;
        while let Some(id) = at.filter(|id| !rows.contains(id) && steps < parents.len()) {
            at = parents.get(&id).copied().flatten();
            steps += 1;
        }
        at.filter(|id| rows.contains(id))
    };
    let mut found = Vec::new();
    for code in parents.keys().copied().filter(|code| !rows.contains(code)) {
        let register = seen.register(code, Group::CodePlace);
        let versions = register.map(|register| register.versions()).unwrap_or_default();
        let mut parent = None;
        for (place, version) in versions.iter().enumerate() {
            let Some(Value::CodePlace(body)) = &version.value else { continue };
            let moved = place > 0 && parent != body.parent && version.stamp > since;
            parent = body.parent;
            if let Some(above) = row_above(code).filter(|_| moved) {
                found.push((code, above, version.stamp));
            }
        }
    }
    found
}

/// The splits of codes since a place in history.
fn splits(engine: &Engine, seen: &Seen<'_>, since: Stamp) -> Vec<(RecordId, Stamp)> {
    let stamps: BTreeSet<Stamp> = seen.recodings().into_iter().filter(|stamp| *stamp > since).collect();
    let split = |stamp: Stamp| match engine.op(stamp.op).ok().flatten()?.kind {
        OpKind::SplitCode { code, .. } => Some((code, stamp)),
        _ => None,
    };
    stamps.into_iter().filter_map(split).collect()
}
