//! What has changed since a director last looked: since a visa, or since they noted to have seen everything.

use crate::answers::instant;
use crate::engine::Engine;
use crate::wording;
use i18n::Lang;
use model::op::Op;
use model::value::{Frontier, Kind};
use model::{OpId, RecordId, Timestamp};
use serde::Serialize;
use std::collections::BTreeMap;

/// What has changed since somebody last looked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SinceAnswer {
    /// Since when; null where they never looked.
    pub since: Option<String>,
    /// `visa`, `seen` or `never`.
    pub what: &'static str,
    /// In a sentence.
    pub title: String,
    /// The changes, the latest first; those of one kind, author and day are one.
    pub changes: Vec<SinceRow>,
}

/// Changes of one kind by one person on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SinceRow {
    /// The latest of them.
    pub op: OpId,
    /// When that was.
    pub at: String,
    /// Who.
    pub author: String,
    /// What that was, in words.
    pub text: String,
    /// The record to go to.
    pub record: Option<RecordId>,
    /// The kind of that record.
    pub record_kind: &'static str,
    /// How many there are.
    pub n: usize,
}

/// What a member last looked at: which state it was, when, and how that is known.
enum Looked {
    State(Frontier, Timestamp),
    Visa(u64, Timestamp),
    Never,
}

impl Looked {
    fn knows(&self, author: RecordId, lamport: u64) -> bool {
        match self {
            Looked::State(state, _) => state.holds(author, lamport),
            Looked::Visa(until, _) => lamport <= *until,
            Looked::Never => false,
        }
    }
}

fn looked(engine: &Engine, member: RecordId) -> Looked {
    let seen = engine.seen();
    let study = seen.study_facts().map(|facts| facts.id);
    let mark = seen.review_marks(member).into_iter().rfind(|mark| Some(mark.body.target) == study);
    let visa = seen.all_visas().into_iter().rfind(|visa| visa.director == seen.resolve(member));
    match (mark, visa) {
        (Some(mark), Some(visa)) if visa.stamp > mark.stamp => Looked::Visa(visa.stamp.lamport, visa.body.at),
        (Some(mark), _) => Looked::State(mark.body.rests_on.clone(), mark.body.at),
        (None, Some(visa)) => Looked::Visa(visa.stamp.lamport, visa.body.at),
        (None, None) => Looked::Never,
    }
}

/// What others did since a member last looked, as the lens shows it.
#[must_use]
pub fn since(engine: &Engine, lang: Lang, member: RecordId) -> SinceAnswer {
    let seen = engine.seen();
    let member = seen.resolve(member);
    let looked = looked(engine, member);
    let mut rows: Vec<SinceRow> = Vec::new();
    let mut places: BTreeMap<(String, RecordId, String), usize> = BTreeMap::new();
    let unknown = engine.history().iter().rev().filter(|line| seen.resolve(line.author) != member);
    for line in unknown.filter(|line| !looked.knows(line.author, line.lamport)) {
        let Some(op) = engine.op(line.op).ok().flatten().filter(|op| seen.may_read(op)) else { continue };
        let at = instant(line.at);
        let day = at.get(..10).unwrap_or_default().to_owned();
        match places.get(&(wording::op_kind(&op.kind), line.author, day.clone())) {
            Some(place) => {
                if let Some(row) = rows.get_mut(*place) {
                    row.n += 1;
                }
            }
            None => {
                places.insert((wording::op_kind(&op.kind), line.author, day), rows.len());
                rows.push(row(engine, lang, &op, at));
            }
        }
    }
    let n: usize = rows.iter().map(|row| row.n).sum();
    let (what, since) = match &looked {
        Looked::State(_, at) => ("seen", Some(instant(*at))),
        Looked::Visa(_, at) => ("visa", Some(instant(*at))),
        Looked::Never => ("never", None),
    };
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    let day = since.as_deref().map_or_else(String::new, |at| super::day_in_words(lang, at));
    SinceAnswer { title: i18n::review_since(lang, &day, n, what), since, what, changes: rows }
}

fn row(engine: &Engine, lang: Lang, op: &Op, at: String) -> SinceRow {
    let seen = engine.seen();
    let record = op.changes.first().map(|change| change.record);
    let kind = record.map_or(Kind::Unknown, |record| seen.kind(record));
    SinceRow {
        op: op.id,
        at,
        author: crate::answers::member_name(&seen, op.author),
        text: wording::op(lang, &seen, op, |id| engine.op(id).ok().flatten()),
        record,
        record_kind: kind.as_str(),
        n: 1,
    }
}
