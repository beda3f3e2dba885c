//! The theory that is open.

use super::super::codebook::moment;
use super::super::{Making, Showing};
use crate::answers::statement::{affected, compare};
use crate::engine::Engine;
use crate::views::theory::{ClauseView, StatementView, VersionView};
use crate::wording;
use model::RecordId;
use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) fn make(engine: &Engine, making: &Making<'_>, showing: &Showing) -> StatementView {
    let (seen, lang) = (&making.seen, making.lang);
    let theories = seen.theories();
    let asked = showing.theory.theory.filter(|id| theories.iter().any(|(known, _)| known == id));
    let open = asked.or(theories.last().map(|(id, _)| *id));
    let said: Vec<(RecordId, Arc<str>)> =
        seen.relations().iter().map(|one| (one.id, Arc::from(wording::relation(lang, seen, one)))).collect();
    let name = |id: &RecordId| (*id, Arc::from(wording::record_name(lang, seen, *id)));
    let says =
        |id: &RecordId| said.iter().find(|(known, _)| known == id).cloned().unwrap_or_else(|| name(id));
    let clause = |clause: model::study::Clause<'_>| {
        let people: BTreeSet<RecordId> =
            clause.categories.iter().flat_map(|id| making.counts.of(*id).confirmed).collect();
        ClauseView {
            id: clause.id,
            text: clause.text.into(),
            categories: clause.categories.iter().map(name).collect(),
            relations: clause.relations.iter().map(says).collect(),
            people: people.len(),
        }
    };
    let kept = open.map(|theory| seen.kept_versions(theory)).unwrap_or_default();
    let version = |one: &model::study::KeptVersion<'_>| VersionView {
        id: one.id,
        name: one.body.name.as_str().into(),
        at: moment(lang, one.body.at).into(),
    };
    let compared = showing.theory.compared.zip(open);
    let affected = showing.theory.affected.map(|code| affected(engine, lang, code));
    let depends: BTreeSet<RecordId> =
        affected.iter().flat_map(|found| &found.clauses).filter_map(|one| one.id).collect();
    let all = seen.all_clauses().into_iter().filter(|clause| depends.contains(&clause.id));
    StatementView {
        open,
        clauses: open.into_iter().flat_map(|theory| seen.clauses(theory)).map(clause).collect(),
        versions: kept.iter().map(version).collect(),
        differences: compared.map(|((from, to), theory)| compare(engine, lang, theory, from, to).into()),
        affected_in: all.map(|clause| (clause.id, clause.theory)).collect(),
        affected: affected.map(Arc::new),
        list: theories.into_iter().map(|(id, title)| (id, Arc::from(title))).collect(),
        relations: said.into(),
    }
}
