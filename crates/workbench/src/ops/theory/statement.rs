//! A theory in clauses.

use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::ops::codes;
use model::RecordId;
use model::op::OpKind;
use model::order::OrderKey;
use model::study::Clause;
use model::value::{
    ClauseLinks, ClausePlace, ClauseText, Group, KeptClause, Kind, TheoryTitle, TheoryVersionKept,
};

/// The categories and relations that a clause rests on.
type Links<'l> = (&'l [RecordId], &'l [RecordId]);

pub(super) fn write_theory(
    mut draft: Draft<'_>,
    theory: Option<RecordId>,
    title: &str,
) -> Result<Drafted, Failure> {
    let title = codes::tidy(title)?;
    if let Some(theory) = theory {
        draft.alive(theory, Kind::Theory)?;
        if draft.seen.theories().contains(&(theory, title.as_str())) {
            return Err(Failure::Nothing);
        }
        draft.set(theory, TheoryTitle::new(title));
        return Ok(draft.done(OpKind::WriteTheory { theory }, Vec::new()));
    }
    let theory = draft.new_record();
    draft.set_new(theory, TheoryTitle::new(title));
    Ok(draft.done(OpKind::WriteTheory { theory }, vec![theory]))
}

/// Deletes a theory with its clauses and what was kept of it.
pub(super) fn delete_theory(mut draft: Draft<'_>, theory: RecordId) -> Result<Drafted, Failure> {
    draft.alive(theory, Kind::Theory)?;
    let clauses = draft.seen.clauses(theory).into_iter().map(|clause| clause.id);
    let kept = draft.seen.kept_versions(theory).into_iter().map(|version| version.id);
    let parts: Vec<RecordId> = clauses.chain(kept).collect();
    parts.into_iter().for_each(|part| draft.delete(part));
    draft.delete(theory);
    Ok(draft.done(OpKind::DeleteTheory { theory }, Vec::new()))
}

pub(super) fn add_clause(
    mut draft: Draft<'_>,
    theory: RecordId,
    text: &str,
    links: Links<'_>,
) -> Result<Drafted, Failure> {
    draft.alive(theory, Kind::Theory)?;
    let text = worded(text)?;
    let links = checked(&draft, links)?;
    let order = draft.seen.clauses(theory).last().map(|last| last.order.clone());
    let clause = draft.new_record();
    draft.set_new(clause, ClauseText::new(text));
    draft.set_new(clause, ClausePlace::new(theory, OrderKey::between(order.as_ref(), None)));
    if !links.categories.is_empty() || !links.relations.is_empty() {
        draft.set_new(clause, links);
    }
    Ok(draft.done(OpKind::WriteClause { clause }, vec![clause]))
}

fn worded(text: &str) -> Result<String, Failure> {
    let text = text.trim();
    if text.is_empty() { Err(Failure::EmptyName) } else { Ok(text.to_owned()) }
}

/// Links to what is there, each once.
fn checked(draft: &Draft<'_>, (categories, relations): Links<'_>) -> Result<ClauseLinks, Failure> {
    let mut links = ClauseLinks::new(Vec::new(), Vec::new());
    for category in categories {
        let category = codes::live(draft, *category)?;
        if !links.categories.contains(&category) {
            links.categories.push(category);
        }
    }
    for relation in relations {
        draft.alive(*relation, Kind::Relation)?;
        if !links.relations.contains(relation) {
            links.relations.push(*relation);
        }
    }
    Ok(links)
}

pub(super) fn write_clause(mut draft: Draft<'_>, clause: RecordId, text: &str) -> Result<Drafted, Failure> {
    let known = known(&draft, clause)?;
    let text = worded(text)?;
    if known.text == text {
        return Err(Failure::Nothing);
    }
    draft.set(clause, ClauseText::new(text));
    Ok(draft.done(OpKind::WriteClause { clause }, Vec::new()))
}

fn known<'a>(draft: &Draft<'a>, clause: RecordId) -> Result<Clause<'a>, Failure> {
    draft.alive(clause, Kind::Clause)?;
    let clauses = draft.seen.all_clauses();
    clauses.into_iter().find(|one| one.id == clause).ok_or(Failure::Deleted { record: clause })
}

pub(super) fn link_clause(
    mut draft: Draft<'_>,
    clause: RecordId,
    links: Links<'_>,
) -> Result<Drafted, Failure> {
    let known = known(&draft, clause)?;
    let links = checked(&draft, links)?;
    if (&known.categories, &known.relations) == (&links.categories, &links.relations) {
        return Err(Failure::Nothing);
    }
    draft.set(clause, links);
    Ok(draft.done(OpKind::LinkClause { clause }, Vec::new()))
}

pub(super) fn move_clause(
    mut draft: Draft<'_>,
    clause: RecordId,
    before: Option<RecordId>,
) -> Result<Drafted, Failure> {
    let known = known(&draft, clause)?;
    let all = draft.seen.clauses(known.theory);
    let was = all.iter().position(|one| one.id == clause);
    let others: Vec<&Clause<'_>> = all.iter().filter(|one| one.id != clause).collect();
    let found = before.and_then(|before| others.iter().position(|one| one.id == before));
    let at = found.unwrap_or(others.len());
    if was == Some(at) {
        return Err(Failure::Nothing);
    }
    let low = at.checked_sub(1).and_then(|place| others.get(place)).map(|one| one.order.clone());
    let high = others.get(at).map(|one| &one.order);
    draft.set(clause, ClausePlace::new(known.theory, OrderKey::between(low.as_ref(), high)));
    Ok(draft.done(OpKind::MoveClause { clause }, Vec::new()))
}

pub(super) fn delete_clause(mut draft: Draft<'_>, clause: RecordId) -> Result<Drafted, Failure> {
    draft.alive(clause, Kind::Clause)?;
    draft.delete(clause);
    Ok(draft.done(OpKind::DeleteClause { clause }, Vec::new()))
}

/// Keeps a theory as it is: which version of each clause it says, not a copy of the words.
pub(super) fn keep(mut draft: Draft<'_>, theory: RecordId, name: &str) -> Result<Drafted, Failure> {
    draft.alive(theory, Kind::Theory)?;
    let name = codes::tidy(name)?;
    let versions = draft.seen.kept_versions(theory);
    if let Some(same) = versions.iter().find(|kept| kept.body.name.to_lowercase() == name.to_lowercase()) {
        return Err(Failure::SameName { name, code: same.id });
    }
    let current = |clause, group: Group| {
        let register = draft.seen.register(clause, group);
        register.and_then(|register| register.current()).map(|version| version.stamp.op)
    };
    let clauses = draft.seen.clauses(theory).into_iter().filter_map(|clause| {
        let (text, links) = (current(clause.id, Group::ClauseText)?, current(clause.id, Group::ClauseLinks));
        Some(KeptClause { clause: clause.id, text, links })
    });
    let clauses: Vec<KeptClause> = clauses.collect();
    if clauses.is_empty() {
        return Err(Failure::Nothing);
    }
    let (version, now) = (draft.new_record(), draft.now);
    draft.set_new(version, TheoryVersionKept::new(name, theory, now, clauses));
    Ok(draft.done(OpKind::KeepTheory { version }, vec![version]))
}
