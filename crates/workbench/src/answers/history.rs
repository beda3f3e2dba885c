//! The code book at another time: its state on a day, what changed between two, passages coded under an
//! older definition.

use super::codes::{CodeAnswer, codes_of};
use super::codings::{CodingAnswer, coding};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::gaps::older_definition;
use foldhash::HashSet;
use i18n::Lang;
use model::basis::Basis;
use model::study::{CodeNode, Seen, Study};
use model::value::Method;
use model::{OpId, RecordId, Timestamp};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The end of a day given as `2026-03-01`, or an instant; nothing where it is neither.
#[must_use]
pub fn end_of(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(day) = text.parse::<jiff::civil::Date>() {
        let next = day.tomorrow().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
        return Some(Timestamp(next.timestamp().as_millisecond() - 1));
    }
    text.parse::<jiff::Timestamp>().ok().map(|at| Timestamp(at.as_millisecond()))
}

/// How much of a study is wanted at another time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Everything,
    Codes,
}

/// The study as the operations until some moment made it; what came with a copy, without its operations, was there
/// before them all. Where something is hidden, codings tell what may be seen of codes, and are read too.
fn at(engine: &Engine, until: Timestamp, wanted: Wanted) -> Arc<Study> {
    let study = engine.study();
    let later: HashSet<OpId> =
        engine.history().iter().filter(|line| line.at > until).map(|line| line.op).collect();
    let keep = |op| !later.contains(&op);
    match wanted {
        _ if later.is_empty() => study,
        Wanted::Codes if !engine.seen().hides_something() => Arc::new(study.codes_among(keep)),
        Wanted::Codes | Wanted::Everything => Arc::new(study.among(keep)),
    }
}

/// The tree of codes as it was at some moment, with the counts of then.
#[must_use]
pub fn codes_at(engine: &Engine, until: Timestamp, basis: &Basis) -> Vec<CodeAnswer> {
    let now = engine.seen();
    let then = at(engine, until, Wanted::Everything);
    let seen = then.seen_by(now.lens());
    let mut codes = codes_of(&seen, basis);
    // What is hidden today was no less so then.
    codes.retain(|code| now.record(code.id).is_some());
    codes
}

/// One thing that changed in the code book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeAnswer {
    /// `created`, `deleted`, `renamed`, `moved`, `merged`, `level`, `defined` or `redefined`.
    pub kind: &'static str,
    /// The code.
    pub code: RecordId,
    /// What it was.
    pub from: Option<String>,
    /// What it is.
    pub to: Option<String>,
    /// The change in a sentence.
    pub text: String,
}

/// What changed in the code book between two moments.
#[must_use]
pub fn changes(engine: &Engine, lang: Lang, from: Timestamp, to: Timestamp) -> Vec<ChangeAnswer> {
    let now = engine.seen();
    let (before, after) = (at(engine, from, Wanted::Codes), at(engine, to, Wanted::Codes));
    let (before, after) = (before.seen_by(now.lens()), after.seen_by(now.lens()));
    let method = now.study_facts().map(|facts| facts.method).unwrap_or_default();
    let shown = |seen: &Seen<'_>| -> BTreeMap<RecordId, CodeNode> {
        let nodes = seen.codes().into_iter().filter(|node| !node.deleted && now.record(node.id).is_some());
        nodes.map(|node| (node.id, node.clone())).collect()
    };
    let (was, is) = (shown(&before), shown(&after));
    let telling = Telling { lang, method };
    let order = after.codes().into_iter().map(|node| node.id).chain(was.keys().copied());
    let mut met = BTreeSet::new();
    let mut found = Vec::new();
    for id in order.filter(|id| met.insert(*id)) {
        match (was.get(&id), is.get(&id)) {
            (Some(old), Some(new)) => found.extend(telling.changed(&was, &is, old, new)),
            (None, Some(new)) => {
                found.push(telling.change(
                    "created",
                    id,
                    None,
                    Some(&new.path),
                    i18n::history_created(lang, &new.path),
                ));
            }
            (Some(old), None) => found.push(telling.gone(&after, &is, old)),
            (None, None) => {}
        }
    }
    found
}

struct Telling {
    lang: Lang,
    method: Method,
}

impl Telling {
    fn change(
        &self,
        kind: &'static str,
        code: RecordId,
        from: Option<&str>,
        to: Option<&str>,
        text: String,
    ) -> ChangeAnswer {
        ChangeAnswer { kind, code, from: from.map(str::to_owned), to: to.map(str::to_owned), text }
    }

    fn gone(&self, after: &Seen<'_>, is: &BTreeMap<RecordId, CodeNode>, old: &CodeNode) -> ChangeAnswer {
        let stands = after.resolve(old.id);
        match is.get(&stands).filter(|_| stands != old.id) {
            Some(into) => {
                let text = i18n::history_merged(self.lang, &old.path, &into.path);
                self.change("merged", old.id, Some(&old.path), Some(&into.path), text)
            }
            None => {
                let text = i18n::history_deleted(self.lang, &old.path);
                self.change("deleted", old.id, Some(&old.path), None, text)
            }
        }
    }

    fn changed(
        &self,
        was: &BTreeMap<RecordId, CodeNode>,
        is: &BTreeMap<RecordId, CodeNode>,
        old: &CodeNode,
        new: &CodeNode,
    ) -> Vec<ChangeAnswer> {
        let lang = self.lang;
        let mut found = Vec::new();
        let mut tell = |kind, from: &str, to: &str, text| {
            found.push(self.change(kind, new.id, Some(from), Some(to), text));
        };
        if old.name != new.name {
            tell("renamed", &old.name, &new.name, i18n::history_renamed(lang, &old.name, &new.name));
        }
        if old.parent != new.parent {
            let top = i18n::history_top(lang);
            let path = |tree: &BTreeMap<RecordId, CodeNode>, parent: Option<RecordId>| {
                parent.and_then(|id| tree.get(&id)).map_or(top.to_owned(), |node| node.path.clone())
            };
            let (from, to) = (path(was, old.parent), path(is, new.parent));
            tell("moved", &from, &to, i18n::history_moved(lang, &from, &new.name, &to));
        }
        if old.level != new.level {
            let name =
                |level: model::value::Level| i18n::level_name(lang, level.as_str(), self.method.as_str());
            let (from, to) = (name(old.level), name(new.level));
            tell("level", from, to, i18n::history_level(lang, from, &new.name, to));
        }
        if old.definition != new.definition {
            let (from, to) = (&old.definition, &new.definition);
            if from.trim().is_empty() {
                tell("defined", from, to, i18n::history_defined(lang, &new.name, to));
            } else {
                tell("redefined", from, to, i18n::history_redefined(lang, from, &new.name, to));
            }
        }
        found
    }
}

/// Passages of a code that were coded under an older definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OlderAnswer {
    /// The code.
    pub code: RecordId,
    /// Its path.
    pub path: String,
    /// What it means now.
    pub definition: String,
    /// The passages to look at again.
    pub passages: Vec<CodingAnswer>,
}

/// Every passage that was coded under an older definition and not looked at again since, by code.
///
/// # Errors
/// When a text cannot be read.
pub fn older(engine: &mut Engine, basis: &Basis) -> Result<Vec<OlderAnswer>, Failure> {
    let looking = super::Looking::through(engine);
    let seen = looking.seen();
    let mut answers = Vec::new();
    for node in seen.codes() {
        let found = older_definition(&seen, basis, node.id);
        if found.is_empty() {
            continue;
        }
        let passages = found.into_iter().map(|id| coding(engine, id)).collect::<Result<Vec<_>, _>>()?;
        let (path, definition) = (node.path.clone(), node.definition.clone());
        answers.push(OlderAnswer { code: node.id, path, definition, passages });
    }
    Ok(answers)
}
