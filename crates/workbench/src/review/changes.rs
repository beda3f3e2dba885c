//! What has changed since a director last looked: since a visa, or since they noted to have seen everything.

use crate::answers::instant;
use crate::engine::Engine;
use crate::wording;
use i18n::Lang;
use model::basis::Basis;
use model::op::Op;
use model::study::Seen;
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
    /// What they changed, each once, the latest first: what one walks through.
    #[serde(skip)]
    pub records: Vec<RecordId>,
}

impl SinceAnswer {
    /// What one walks through: each thing that changed, with its row.
    pub fn walk(&self) -> impl Iterator<Item = (&SinceRow, RecordId)> {
        self.changes.iter().flat_map(|row| row.records.iter().map(move |record| (row, *record)))
    }
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
    if seen.is_copy_for().is_some() {
        return told(lang, &looked, of_versions(&seen, lang, member, &looked));
    }
    let mut rows: Vec<SinceRow> = Vec::new();
    let mut places: BTreeMap<(String, RecordId, String), usize> = BTreeMap::new();
    let unknown = engine.history().iter().rev().filter(|line| seen.resolve(line.author) != member);
    for line in unknown.filter(|line| !looked.knows(line.author, line.lamport)) {
        let Some(op) = engine.op(line.op).ok().flatten().filter(|op| seen.may_read(op)) else { continue };
        let at = instant(line.at);
        let day = at.get(..10).unwrap_or_default().to_owned();
        let name = (wording::op_kind(&op.kind), line.author, day);
        let place = *places.entry(name).or_insert_with(|| {
            rows.push(row(engine, lang, &op, at));
            rows.len() - 1
        });
        if let Some(row) = rows.get_mut(place) {
            row.n += 1;
            row.records.extend(told_of(&op));
        }
    }
    for row in &mut rows {
        let mut met = std::collections::BTreeSet::new();
        row.records.retain(|record| met.insert(*record));
    }
    told(lang, &looked, rows)
}

fn told(lang: Lang, looked: &Looked, rows: Vec<SinceRow>) -> SinceAnswer {
    let n: usize = rows.iter().map(|row| row.n).sum();
    let (what, since) = match looked {
        Looked::State(_, at) => ("seen", Some(instant(*at))),
        Looked::Visa(_, at) => ("visa", Some(instant(*at))),
        Looked::Never => ("never", None),
    };
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    let day = since.as_deref().map_or_else(String::new, |at| super::day_in_words(lang, at));
    SinceAnswer { title: i18n::review_since(lang, &day, n, what), since, what, changes: rows }
}

/// What of a study changes by review itself, or says nothing to whoever reads it.
const SILENT: &[Kind] = &[Kind::Study, Kind::Member, Kind::Revision, Kind::ReviewMark, Kind::Participant];

/// What has changed by the versions of records: for a copy, which holds no journal.
fn of_versions(seen: &Seen<'_>, lang: Lang, member: RecordId, looked: &Looked) -> Vec<SinceRow> {
    let method = seen.study_facts().map(|facts| facts.method).unwrap_or_default();
    let mut rows: Vec<SinceRow> = Vec::new();
    for kind in Kind::ALL.iter().copied().filter(|kind| !SILENT.contains(kind)) {
        let mut by_author: BTreeMap<RecordId, Vec<(model::op::Stamp, RecordId)>> = BTreeMap::new();
        for (id, record) in seen.records_of(kind) {
            let versions = record.fields().flat_map(|(_, register)| register.versions());
            let unknown = versions.filter(|version| {
                seen.resolve(version.author) != member && !looked.knows(version.author, version.stamp.lamport)
            });
            if let Some(last) = unknown.max_by_key(|version| version.stamp) {
                by_author.entry(seen.resolve(last.author)).or_default().push((last.stamp, id));
            }
        }
        for (author, mut found) in by_author {
            found.sort_unstable_by(|one, other| other.cmp(one));
            let Some((stamp, first)) = found.first().copied() else { continue };
            let name = wording::record_name(lang, seen, first);
            let kind_name = i18n::kind_name(lang, kind.as_str(), method.as_str());
            rows.push(SinceRow {
                op: stamp.op,
                at: String::new(),
                author: crate::answers::member_name(seen, author),
                text: i18n::review_changed(lang, kind_name, &name),
                record: Some(first),
                record_kind: kind.as_str(),
                n: found.len(),
                records: found.into_iter().map(|(_, id)| id).collect(),
            });
        }
    }
    rows
}

/// The record that an operation is about.
fn told_of(op: &Op) -> Option<RecordId> {
    op.changes.first().map(|change| change.record)
}

fn row(engine: &Engine, lang: Lang, op: &Op, at: String) -> SinceRow {
    let seen = engine.seen();
    let record = told_of(op);
    let kind = record.map_or(Kind::Unknown, |record| seen.kind(record));
    SinceRow {
        op: op.id,
        at,
        author: crate::answers::member_name(&seen, op.author),
        text: wording::op(lang, &seen, op, |id| engine.op(id).ok().flatten()),
        record,
        record_kind: kind.as_str(),
        n: 0,
        records: Vec::new(),
    }
}

/// How one thing stands with what a member has looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenState {
    /// When they looked at it last: at it, or at all of the study.
    pub at: Timestamp,
    /// So many of its parts were written since by somebody else: for a code, what is below it and the passages
    /// count with it; for an interview, its passages.
    pub changed: usize,
}

/// What a member has seen of one record; `None` where they never looked.
#[must_use]
pub fn seen_of(engine: &Engine, member: RecordId, record: RecordId) -> Option<SeenState> {
    let seen = engine.seen();
    let (member, record) = (seen.resolve(member), seen.resolve(record));
    let study = seen.study_facts().map(|facts| facts.id);
    let of = |target: RecordId| seen.resolve(target) == record || Some(target) == study;
    let mark = seen.review_marks(member).into_iter().rfind(|mark| of(mark.body.target))?;
    let is_new = |part: &RecordId| {
        let fields = seen.record(*part).into_iter().flat_map(|found| found.fields());
        let mut versions = fields.flat_map(|(_, register)| register.versions());
        versions.any(|version| {
            seen.resolve(version.author) != member
                && !mark.body.rests_on.holds(version.author, version.stamp.lamport)
        })
    };
    let changed = parts(&seen, record).iter().filter(|part| is_new(part)).count();
    Some(SeenState { at: mark.body.at, changed })
}

/// The records that make one thing up.
fn parts(seen: &Seen<'_>, record: RecordId) -> Vec<RecordId> {
    let everything = Basis::everything();
    match seen.kind(record) {
        Kind::Code => {
            let codes = seen.code_with_descendants(record);
            let passages: Vec<RecordId> = seen.codings_with(&codes, &everything).map(|one| one.id).collect();
            [codes, passages].concat()
        }
        Kind::Interview => {
            let passages = seen.codings_in(record, &everything).into_iter().map(|one| one.id);
            std::iter::once(record).chain(passages).collect()
        }
        _ => vec![record],
    }
}
