//! Memos: what they are about, where their links lead, every version of them.

use super::codings::times;
use super::{instant, member_name};
use crate::engine::Engine;
use crate::links;
use crate::wording::record_name;
use i18n::Lang;
use model::study::{Memo, Seen};
use model::value::{Group, MemoKind, Value};
use model::{OpId, RecordId, Timestamp};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// A record that a memo is about, or leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AboutAnswer {
    /// The record; nothing where a name leads nowhere.
    pub id: Option<RecordId>,
    /// Its kind: `code`, `interview`, `coding`…
    pub kind: &'static str,
    /// What it is called.
    pub name: String,
}

/// A memo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemoAnswer {
    /// The memo.
    pub id: RecordId,
    /// `free`, `theoretical`, `methodological`, `reflexive` or `field`.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// Its text as it is stored, in Markdown; `[[…]]` holds identifiers.
    pub body: String,
    /// Its text as it is read, names in place of identifiers.
    pub text: String,
    /// What it is about; nothing for a free memo.
    pub about: Option<AboutAnswer>,
    /// The name of who writes it.
    pub author: String,
    /// When it was first written, as RFC 3339 in UTC.
    pub created: Option<String>,
    /// When its words were last changed.
    pub changed: Option<String>,
    /// How many versions its words have.
    pub versions: usize,
    /// Where its links lead, in the order of the text.
    pub links: Vec<AboutAnswer>,
}

/// One version of a memo's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemoVersionAnswer {
    /// The memo.
    pub memo: RecordId,
    /// The operation that wrote it.
    pub version: OpId,
    /// When, as RFC 3339 in UTC.
    pub at: Option<String>,
    /// The name of who wrote it.
    pub author: String,
    /// The memo's sort.
    pub kind: &'static str,
    /// The title then.
    pub title: String,
    /// The text then, as it is read.
    pub text: String,
    /// True for the words that stand now.
    pub current: bool,
}

/// Which memos are listed.
#[derive(Debug, Clone, Default)]
pub struct MemosAsked {
    /// Those of this sort; any where `None`.
    pub kind: Option<MemoKind>,
    /// Those about this record, or that lead to it; any where `None`.
    pub about: Option<RecordId>,
}

/// The memos, the latest last.
#[must_use]
pub fn memos(engine: &Engine, lang: Lang, asked: &MemosAsked) -> Vec<MemoAnswer> {
    let seen = engine.seen();
    let times = times(engine);
    let mut found = wanted(&seen, asked);
    found.sort_by_key(|memo| (born(&seen, memo), memo.id));
    found.iter().map(|memo| answer(lang, &seen, &times, memo)).collect()
}

/// The memos about each record, or that lead to it, the latest last.
pub(super) fn by_record(seen: &Seen<'_>) -> HashMap<RecordId, Vec<RecordId>> {
    let mut memos = seen.memos();
    memos.sort_by_key(|memo| (born(seen, memo), memo.id));
    let mut found: HashMap<RecordId, Vec<RecordId>> = HashMap::new();
    for memo in memos {
        for target in leads_to(seen, &memo) {
            found.entry(target).or_default().push(memo.id);
        }
    }
    found
}

/// What a memo is about or leads to, each once.
fn leads_to(seen: &Seen<'_>, memo: &Memo<'_>) -> BTreeSet<RecordId> {
    let leads = model::links::targets(memo.body).into_iter().chain(memo.target);
    leads.map(|target| seen.resolve(target)).collect()
}

fn wanted<'a>(seen: &Seen<'a>, asked: &MemosAsked) -> Vec<Memo<'a>> {
    let about = asked.about.map(|about| seen.resolve(about));
    let is_about = |memo: &Memo<'_>| about.is_none_or(|about| leads_to(seen, memo).contains(&about));
    let mut found = seen.memos();
    found.retain(|memo| asked.kind.is_none_or(|kind| kind == memo.kind) && is_about(memo));
    found
}

fn born(seen: &Seen<'_>, memo: &Memo<'_>) -> Option<model::op::Stamp> {
    seen.record(memo.id).and_then(|record| record.born()).map(|version| version.stamp)
}

fn answer(lang: Lang, seen: &Seen<'_>, times: &HashMap<OpId, Timestamp>, memo: &Memo<'_>) -> MemoAnswer {
    let register = seen.register(memo.id, Group::MemoText);
    let when = |op: OpId| times.get(&op).map(|at| instant(*at));
    let leads = links::links(lang, seen, memo.body).into_iter();
    MemoAnswer {
        id: memo.id,
        kind: memo.kind.as_str(),
        title: memo.title.to_owned(),
        body: memo.body.to_owned(),
        text: links::to_read(lang, seen, memo.body),
        about: memo.target.map(|target| about(lang, seen, target)),
        author: member_name(seen, memo.author),
        created: born(seen, memo).and_then(|stamp| when(stamp.op)),
        changed: register.and_then(|one| one.current()).and_then(|version| when(version.stamp.op)),
        versions: register.map_or(0, |register| register.versions().len()),
        links: leads
            .map(|link| AboutAnswer { id: link.record, kind: link.kind.as_str(), name: link.words })
            .collect(),
    }
}

/// A record as it is spoken of.
#[must_use]
pub fn about(lang: Lang, seen: &Seen<'_>, record: RecordId) -> AboutAnswer {
    let id = seen.resolve(record);
    AboutAnswer { id: Some(id), kind: seen.kind(id).as_str(), name: record_name(lang, seen, id) }
}

/// Every version of some memos' words by date: the journal of the research.
#[must_use]
pub fn journal(engine: &Engine, lang: Lang, asked: &MemosAsked) -> Vec<MemoVersionAnswer> {
    let seen = engine.seen();
    let found = wanted(&seen, asked);
    let mut versions: Vec<(Option<Timestamp>, MemoVersionAnswer)> =
        found.iter().flat_map(|memo| versions_of(engine, lang, &seen, memo)).collect();
    versions.sort_by_key(|(at, version)| (*at, version.version));
    versions.into_iter().map(|(_, version)| version).collect()
}

/// Every version of one memo's words, the first first.
#[must_use]
pub fn versions(engine: &Engine, lang: Lang, memo: RecordId) -> Vec<MemoVersionAnswer> {
    let seen = engine.seen();
    let memos = seen.memos();
    let found = memos.iter().filter(|known| known.id == memo);
    found.flat_map(|memo| versions_of(engine, lang, &seen, memo)).map(|(_, version)| version).collect()
}

fn versions_of(
    engine: &Engine,
    lang: Lang,
    seen: &Seen<'_>,
    memo: &Memo<'_>,
) -> Vec<(Option<Timestamp>, MemoVersionAnswer)> {
    let Some(register) = seen.register(memo.id, Group::MemoText) else { return Vec::new() };
    let times = times(engine);
    let current = register.current().map(|version| version.stamp.op);
    let version = |version: &model::register::Version| {
        let Some(Value::MemoText(body)) = &version.value else { return None };
        let at = times.get(&version.stamp.op).copied();
        let answer = MemoVersionAnswer {
            memo: memo.id,
            version: version.stamp.op,
            at: at.map(instant),
            author: member_name(seen, version.author),
            kind: memo.kind.as_str(),
            title: body.title.clone(),
            text: links::to_read(lang, seen, &body.body),
            current: Some(version.stamp.op) == current,
        };
        Some((at, answer))
    };
    register.versions().iter().filter_map(version).collect()
}
