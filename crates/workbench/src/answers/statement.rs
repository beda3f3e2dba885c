//! The theory: its clauses, the states that were kept, what depends on a code.

use super::instant;
use super::memos::{AboutAnswer, MemosAsked, about, memos};
use super::relations::path_or_name;
use crate::engine::Engine;
use crate::wording;
use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::study::{Clause, KeptVersion, Seen};
use serde::Serialize;

/// A theory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TheoryAnswer {
    /// The theory.
    pub id: RecordId,
    /// Its title.
    pub title: String,
    /// Its clauses, in order.
    pub clauses: Vec<ClauseAnswer>,
    /// The states that were kept.
    pub versions: Vec<VersionAnswer>,
}

/// A clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClauseAnswer {
    /// The clause.
    pub id: RecordId,
    /// Its number, from 1.
    pub n: usize,
    /// Its words.
    pub text: String,
    /// The paths of the categories that it rests on.
    pub categories: Vec<String>,
    /// What the relations that it rests on say.
    pub relations: Vec<String>,
}

/// A state that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VersionAnswer {
    /// The state.
    pub id: RecordId,
    /// What it is called.
    pub name: String,
    /// When it was kept, as RFC 3339 in UTC.
    pub at: String,
    /// The clauses' words then.
    pub clauses: Vec<String>,
}

/// The theories, in the order of history.
#[must_use]
pub fn theories(engine: &Engine, lang: Lang) -> Vec<TheoryAnswer> {
    let seen = engine.seen();
    let answer = |(id, title): (RecordId, &str)| TheoryAnswer {
        id,
        title: title.to_owned(),
        clauses: (1..)
            .zip(seen.clauses(id))
            .map(|(n, clause)| clause_answer(lang, &seen, n, &clause))
            .collect(),
        versions: seen.kept_versions(id).iter().map(|kept| version_answer(&seen, kept)).collect(),
    };
    seen.theories().into_iter().map(answer).collect()
}

fn clause_answer(lang: Lang, seen: &Seen<'_>, n: usize, clause: &Clause<'_>) -> ClauseAnswer {
    let relations = clause.relations.iter().map(|id| match seen.relation(*id) {
        Some(relation) => wording::relation(lang, seen, &relation),
        None => wording::record_name(lang, seen, *id),
    });
    ClauseAnswer {
        id: clause.id,
        n,
        text: clause.text.to_owned(),
        categories: clause.categories.iter().map(|id| path_or_name(lang, seen, *id)).collect(),
        relations: relations.collect(),
    }
}

fn version_answer(seen: &Seen<'_>, kept: &KeptVersion<'_>) -> VersionAnswer {
    VersionAnswer {
        id: kept.id,
        name: kept.body.name.clone(),
        at: instant(kept.body.at),
        clauses: State::kept(seen, kept).clauses.into_iter().map(|clause| clause.text).collect(),
    }
}

/// A theory at one moment.
struct State {
    clauses: Vec<StateClause>,
}

struct StateClause {
    id: RecordId,
    text: String,
    links: (Vec<RecordId>, Vec<RecordId>),
}

impl State {
    fn now(seen: &Seen<'_>, theory: RecordId) -> State {
        let clauses = seen.clauses(theory).into_iter().map(|clause| StateClause {
            id: clause.id,
            text: clause.text.to_owned(),
            links: (clause.categories, clause.relations),
        });
        State { clauses: clauses.collect() }
    }

    fn kept(seen: &Seen<'_>, kept: &KeptVersion<'_>) -> State {
        let clauses = kept.body.clauses.iter().map(|one| StateClause {
            id: one.clause,
            text: seen.clause_text_at(one.clause, one.text).unwrap_or_default().to_owned(),
            links: one
                .links
                .and_then(|op| seen.clause_links_at(one.clause, op))
                .map(|links| seen.links_shown(links))
                .unwrap_or_default(),
        });
        State { clauses: clauses.collect() }
    }
}

/// One difference between two states of a theory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferenceAnswer {
    /// `added`, `removed`, `reworded` or `links`.
    pub kind: &'static str,
    /// The clause.
    pub clause: RecordId,
    /// The words before.
    pub from: Option<String>,
    /// The words after.
    pub to: Option<String>,
    /// The difference in a sentence.
    pub text: String,
}

/// What became of a theory between two states that were kept; the present one where `to` is `None`.
#[must_use]
pub fn compare(
    engine: &Engine,
    lang: Lang,
    theory: RecordId,
    from: RecordId,
    to: Option<RecordId>,
) -> Vec<DifferenceAnswer> {
    let seen = engine.seen();
    let kept = seen.kept_versions(theory);
    let state = |id: RecordId| kept.iter().find(|one| one.id == id).map(|one| State::kept(&seen, one));
    let nothing = || State { clauses: Vec::new() };
    let before = state(from).unwrap_or_else(nothing);
    let after = match to {
        Some(to) => state(to).unwrap_or_else(nothing),
        None => State::now(&seen, theory),
    };
    differences(lang, &before, &after)
}

fn differences(lang: Lang, before: &State, after: &State) -> Vec<DifferenceAnswer> {
    let mut found = Vec::new();
    let difference = |kind, clause, from: Option<&str>, to: Option<&str>, text| DifferenceAnswer {
        kind,
        clause,
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
        text,
    };
    for new in &after.clauses {
        match before.clauses.iter().find(|old| old.id == new.id) {
            None => {
                let text = i18n::clause_added(lang, &new.text);
                found.push(difference("added", new.id, None, Some(&new.text), text));
            }
            Some(old) => {
                let (from, to) = (Some(old.text.as_str()), Some(new.text.as_str()));
                if from != to {
                    let text = i18n::clause_reworded(lang, &old.text, &new.text);
                    found.push(difference("reworded", new.id, from, to, text));
                }
                if old.links != new.links {
                    let text = i18n::clause_links_changed(lang, &new.text);
                    found.push(difference("links", new.id, None, None, text));
                }
            }
        }
    }
    for old in before.clauses.iter().filter(|old| !after.clauses.iter().any(|new| new.id == old.id)) {
        let text = i18n::clause_removed(lang, &old.text);
        found.push(difference("removed", old.id, Some(&old.text), None, text));
    }
    found
}

/// What depends on a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AffectedAnswer {
    /// The code.
    pub code: String,
    /// How many passages it and what is below it have, everybody's.
    pub passages: usize,
    /// The codes below it.
    pub below: Vec<AboutAnswer>,
    /// The relations that lead from or to it, or to what is below it.
    pub relations: Vec<AboutAnswer>,
    /// The clauses that rest on it, or on one of its relations.
    pub clauses: Vec<AboutAnswer>,
    /// The schemas that show it.
    pub schemas: Vec<AboutAnswer>,
    /// The memos about it, or that lead to it.
    pub memos: Vec<AboutAnswer>,
    /// The saved queries that ask for it.
    pub queries: Vec<AboutAnswer>,
}

impl AffectedAnswer {
    /// True where nothing depends on it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let lists = [&self.below, &self.relations, &self.clauses, &self.schemas, &self.memos, &self.queries];
        self.passages == 0 && lists.iter().all(|list| list.is_empty())
    }
}

/// What would be affected where a code changed.
#[must_use]
pub fn affected(engine: &Engine, lang: Lang, code: RecordId) -> AffectedAnswer {
    let seen = engine.seen();
    let code = seen.resolve(code);
    let family = seen.code_with_descendants(code);
    let named = |ids: Vec<RecordId>| ids.into_iter().map(|id| about(lang, &seen, id)).collect();
    let relations: Vec<RecordId> = seen
        .relations()
        .iter()
        .filter(|one| family.contains(&one.from) || family.contains(&one.to))
        .map(|one| one.id)
        .collect();
    let rests = |clause: &Clause<'_>| {
        clause.categories.iter().any(|id| family.contains(id))
            || clause.relations.iter().any(|id| relations.contains(id))
    };
    let clauses = seen.all_clauses().iter().filter(|clause| rests(clause)).map(|one| one.id).collect();
    let shows = |schema: &model::study::Schema<'_>| {
        schema.nodes.iter().any(|node| family.contains(&seen.resolve(node.code)))
    };
    let schemas = seen.schemas().iter().filter(|one| shows(one)).map(|one| one.id).collect();
    let asks = |query: &model::study::SavedQuery<'_>| {
        let value = model::value::Value::QueryAsked(query.body.clone());
        value.references().iter().any(|id| family.contains(&seen.resolve(*id)))
    };
    let queries = seen.queries().iter().filter(|one| asks(one)).map(|one| one.id).collect();
    let asked = MemosAsked { about: Some(code), ..MemosAsked::default() };
    let noted = memos(engine, lang, &asked).into_iter().map(|memo| memo.id).collect();
    AffectedAnswer {
        code: path_or_name(lang, &seen, code),
        passages: seen.codings_with(&family, &Basis::everything()).count(),
        below: named(family.into_iter().filter(|id| *id != code).collect()),
        relations: named(relations),
        clauses: named(clauses),
        schemas: named(schemas),
        memos: named(noted),
        queries: named(queries),
    }
}
