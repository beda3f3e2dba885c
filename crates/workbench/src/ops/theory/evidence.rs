//! Passages for and against; how dense a category is; second looks.

use super::{count, unknown};
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::ops::codes;
use model::RecordId;
use model::op::OpKind;
use model::value::{
    CodeDensity, CodeEvidence, CodeSearch, CodingReviewed, Density, Field, Group, Kind, RelationEvidence,
    Stance, Value,
};

pub(super) fn mark(
    mut draft: Draft<'_>,
    about: RecordId,
    codings: &[RecordId],
    stance: Option<Stance>,
    comment: Option<&str>,
) -> Result<Drafted, Failure> {
    let (about, group) = match draft.seen.kind(about) {
        Kind::Code => (codes::live(&draft, about)?, Group::CodeEvidence),
        _ => (about, Group::RelationEvidence),
    };
    if group == Group::RelationEvidence {
        draft.alive(about, Kind::Relation)?;
    }
    let known = draft.seen.evidence(about);
    let mut passages = 0;
    for (at, coding) in codings.iter().enumerate().filter(|(at, coding)| !codings[..*at].contains(coding)) {
        debug_assert!(at < codings.len());
        let said = known.iter().find(|one| one.coding == *coding);
        if stance.is_some() {
            draft.seen.coding(*coding).ok_or_else(|| gone(&draft, *coding))?;
        }
        let words = comment.map_or_else(|| said.map_or("", |one| one.comment), str::trim).to_owned();
        if said.map(|one| one.stance) == stance && said.is_none_or(|one| one.comment == words) {
            continue;
        }
        passages += 1;
        match group {
            Group::CodeEvidence => draft.set(about, CodeEvidence::new(words, *coding, stance)),
            _ => draft.set(about, RelationEvidence::new(words, *coding, stance)),
        }
    }
    if passages == 0 {
        return Err(Failure::Nothing);
    }
    Ok(draft.done(OpKind::MarkEvidence { about, passages: count(passages), stance }, Vec::new()))
}

fn gone(draft: &Draft<'_>, coding: RecordId) -> Failure {
    match draft.alive(coding, Kind::Coding) {
        Err(failure) => failure,
        Ok(()) => unknown(coding, Kind::Coding),
    }
}

pub(super) fn mark_density(
    mut draft: Draft<'_>,
    category: RecordId,
    density: Density,
    enriched_by: Option<RecordId>,
) -> Result<Drafted, Failure> {
    let code = codes::live(&draft, category)?;
    let enriched_by = enriched_by.map(|interview| draft.seen.resolve(interview));
    if let Some(interview) = enriched_by {
        draft.alive(interview, Kind::Interview)?;
    }
    if draft.seen.density(code) == (density, enriched_by) {
        return Err(Failure::Nothing);
    }
    draft.set(code, CodeDensity::new(density, enriched_by));
    Ok(draft.done(OpKind::MarkDensity { code }, Vec::new()))
}

pub(super) fn note_search(
    mut draft: Draft<'_>,
    category: RecordId,
    searched: bool,
    note: &str,
) -> Result<Drafted, Failure> {
    let code = codes::live(&draft, category)?;
    let known = draft.seen.negative_search(code);
    let (said, words) = known.map_or((false, ""), |body| (body.searched, body.note.as_str()));
    if (said, words) == (searched, note.trim()) {
        return Err(Failure::Nothing);
    }
    let now = draft.now;
    draft.set(code, CodeSearch::new(note.trim().to_owned(), searched, now));
    Ok(draft.done(OpKind::NoteSearch { code }, Vec::new()))
}

/// A second look: each passage keeps which words of the definition it was looked at by.
pub(super) fn review(mut draft: Draft<'_>, codings: &[RecordId]) -> Result<Drafted, Failure> {
    let mut of: Option<RecordId> = None;
    let mut passages = 0;
    for coding in codings {
        draft.alive(*coding, Kind::Coding)?;
        let code = draft.seen.coding(*coding).ok_or_else(|| unknown(*coding, Kind::Coding))?.code;
        let register = draft.seen.register(code, Group::CodeDefinition);
        let Some(definition) = register.and_then(|one| one.current()).map(|version| version.stamp.op) else {
            continue;
        };
        let field = Field::from(Group::CodingReviewed);
        let known = draft.seen.record(*coding).and_then(|record| record.value(field));
        if matches!(known, Some(Value::CodingReviewed(body)) if body.definition == definition) {
            continue;
        }
        of.get_or_insert(code);
        passages += 1;
        draft.set(*coding, CodingReviewed::new(definition));
    }
    let code = of.ok_or(Failure::Nothing)?;
    Ok(draft.done(OpKind::ReviewCodings { code, passages: count(passages) }, Vec::new()))
}
