//! The code book at other times.

use super::super::codebook::{line, moment};
use super::super::{Making, Showing};
use crate::answers::history::{changes, codes_at};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::gaps::older_definition;
use crate::views::theory::{HistoryView, OlderView};
use crate::wording;
use foldhash::HashSet;
use model::basis::Basis;
use model::value::Kind;
use model::{OpId, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Later than everything.
const NOW: Timestamp = Timestamp(i64::MAX);

pub(super) fn make(
    engine: &mut Engine,
    making: &Making<'_>,
    showing: &Showing,
) -> Result<HistoryView, Failure> {
    let acts = acts(engine, making);
    let moments: Arc<[Timestamp]> = acts.keys().copied().collect();
    let last = moments.len().saturating_sub(1);
    let at =
        |asked: Option<Timestamp>| asked.and_then(|asked| moments.iter().rposition(|known| *known <= asked));
    // Without a choice, everything that happened since the first act.
    let from = at(showing.theory.history.0).unwrap_or_default();
    let until = at(showing.theory.history.1).unwrap_or(last).max(from);
    let (Some(first), Some(second)) = (moments.get(from).copied(), moments.get(until).copied()) else {
        return Ok(HistoryView { older: older(engine, making)?, ..HistoryView::default() });
    };
    let said = |engine: &mut Engine, at: Timestamp| said(engine, making, at, acts.get(&at).copied());
    Ok(HistoryView {
        from,
        until,
        said: (said(engine, first), said(engine, second)),
        tree: codes_at(engine, first, &Basis::default()).into(),
        // After the last act on the code book, it is as it is now.
        changes: changes(engine, making.lang, first, if until == last { NOW } else { second }).into(),
        older: older(engine, making)?,
        moments,
    })
}

/// When the code book was changed, with the last operation of each moment.
fn acts(engine: &Engine, making: &Making<'_>) -> BTreeMap<Timestamp, OpId> {
    let codes = making.seen.records_of(Kind::Code);
    let registers = codes.iter().flat_map(|(_, record)| record.fields().map(|(_, register)| register));
    let ops: HashSet<OpId> = registers.flat_map(|one| one.versions()).map(|one| one.stamp.op).collect();
    let mut acts = BTreeMap::new();
    for line in engine.history().iter().filter(|line| ops.contains(&line.op)) {
        let last = acts.entry(line.at).or_insert(line.op);
        *last = line.op.max(*last);
    }
    acts
}

/// When, and what was done then.
fn said(engine: &mut Engine, making: &Making<'_>, at: Timestamp, op: Option<OpId>) -> Arc<str> {
    let when = moment(making.lang, at);
    let brief = op.and_then(|op| engine.brief(op)).filter(|op| making.seen.may_read(op));
    let Some(brief) = brief else { return when.into() };
    let undone = brief.undoes.and_then(|id| engine.brief(id));
    let what = wording::op(making.lang, &making.seen, &brief, |_| undone.as_deref().cloned());
    format!("{when} · {what}").into()
}

/// Passages that were coded under an older definition and not looked at again since.
fn older(engine: &mut Engine, making: &Making<'_>) -> Result<Arc<[OlderView]>, Failure> {
    let seen = &making.seen;
    let columns = seen.attributes();
    let mut found = Vec::new();
    for node in seen.codes() {
        let mut lines = Vec::new();
        for coding in older_definition(seen, &Basis::default(), node.id) {
            if let Some(coding) = seen.coding(coding) {
                lines.extend(line(engine, making, Some(node.id), &coding, &columns)?);
            }
        }
        if !lines.is_empty() {
            found.push(OlderView {
                name: node.name.as_str().into(),
                definition: node.definition.as_str().into(),
                lines: lines.into(),
            });
        }
    }
    Ok(found.into())
}
