//! All relations in one list, with the evidence of one beside it.

use super::super::codebook::{date_and_time, moment};
use super::super::{Making, Showing};
use super::categories;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::views::theory::{RelationRow, RelationsView, TypeCount};
use crate::wording;
use model::study::{Memo, Relation};
use model::{OpId, RecordId, Timestamp};
use std::collections::HashMap;
use std::sync::Arc;

pub(super) fn make(
    engine: &mut Engine,
    making: &Making<'_>,
    showing: &Showing,
) -> Result<RelationsView, Failure> {
    let times: HashMap<OpId, Timestamp> = engine.history().iter().map(|line| (line.op, line.at)).collect();
    let mut memos: HashMap<RecordId, Memo<'_>> = HashMap::new();
    for memo in making.seen.memos() {
        if let Some(target) = memo.target {
            memos.entry(making.seen.resolve(target)).or_insert(memo);
        }
    }
    let row = |relation: &Relation| row(making, &times, memos.get(&relation.id), relation);
    let rows: Vec<RelationRow> = making.seen.relations().iter().map(row).collect();
    let open = showing.theory.relation.filter(|id| rows.iter().any(|row| row.id == *id));
    let beside = match open {
        Some(_) => Some(Arc::new(categories::make(engine, making, showing)?)),
        None => None,
    };
    Ok(RelationsView { counts: counts(&rows), rows: rows.into(), beside })
}

fn row(
    making: &Making<'_>,
    times: &HashMap<OpId, Timestamp>,
    memo: Option<&Memo<'_>>,
    relation: &Relation,
) -> RelationRow {
    let (seen, lang) = (&making.seen, making.lang);
    let known = categories::relation(making, relation);
    let born = seen.record(relation.id).and_then(|record| record.born());
    let at = born.and_then(|version| times.get(&version.stamp.op)).copied();
    let author = born.and_then(|version| seen.member(version.author)).map_or("", |member| member.name);
    RelationRow {
        id: relation.id,
        of: (relation.sort, relation.custom),
        from: known.ends.0,
        kind: wording::relation_sort(lang, seen, relation).into(),
        to: known.ends.1,
        sentence: known.sentence,
        evidence: known.evidence,
        people: known.people,
        memo: memo
            .map(|memo| (memo.id, Arc::from(if memo.title.is_empty() { memo.body } else { memo.title }))),
        author: author.into(),
        at: at.map_or(0, |at| at.0),
        day: at.and_then(date_and_time).map_or_else(Arc::default, |(day, _)| day.numeric(lang).into()),
        moment: at.map_or_else(Arc::default, |at| moment(lang, at).into()),
        broken: known.broken,
    }
}

/// By type, the most frequent first.
fn counts(rows: &[RelationRow]) -> Arc<[TypeCount]> {
    let mut counts: Vec<TypeCount> = Vec::new();
    for row in rows {
        match counts.iter_mut().find(|known| known.of == row.of) {
            Some(known) => known.count += 1,
            None => counts.push(TypeCount { of: row.of, name: row.kind.clone(), count: 1 }),
        }
    }
    counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    counts.into()
}
