//! Relations between codes.

use crate::command::theory::SortChoice;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::ops::codes;
use model::RecordId;
use model::op::OpKind;
use model::study::Relation;
use model::value::{Kind, RelationEnds, RelationNature, RelationSort, RelationTypeDefinition};
use std::collections::BTreeSet;

pub(super) fn create(
    mut draft: Draft<'_>,
    ends: (RecordId, RecordId),
    sort: SortChoice,
) -> Result<Drafted, Failure> {
    let (ends, nature) = checked(&draft, None, ends, sort)?;
    let relation = draft.new_record();
    draft.set_new(relation, ends);
    draft.set_new(relation, nature);
    Ok(draft.done(OpKind::CreateRelation { relation }, vec![relation]))
}

pub(super) fn edit(
    mut draft: Draft<'_>,
    relation: RecordId,
    ends: (RecordId, RecordId),
    sort: SortChoice,
) -> Result<Drafted, Failure> {
    draft.alive(relation, Kind::Relation)?;
    let known = draft.seen.relation(relation).ok_or(Failure::Deleted { record: relation })?;
    let (ends, nature) = checked(&draft, Some(relation), ends, sort)?;
    if (known.from, known.to) != (ends.from, ends.to) {
        draft.set(relation, ends);
    }
    if (known.sort, known.custom) != (nature.sort, nature.custom) {
        draft.set(relation, nature);
    }
    if draft.is_empty() {
        return Err(Failure::Nothing);
    }
    Ok(draft.done(OpKind::EditRelation { relation }, Vec::new()))
}

/// Two live codes, and a type; nothing said twice, nothing part of itself.
fn checked(
    draft: &Draft<'_>,
    relation: Option<RecordId>,
    (from, to): (RecordId, RecordId),
    sort: SortChoice,
) -> Result<(RelationEnds, RelationNature), Failure> {
    let (from, to) = (codes::live(draft, from)?, codes::live(draft, to)?);
    if from == to {
        return Err(Failure::RelatedToItself { code: from });
    }
    let nature = match sort {
        SortChoice::Known(RelationSort::Custom) => return Err(Failure::EmptyName),
        SortChoice::Known(sort) => RelationNature::new(sort, None),
        SortChoice::Custom(custom) => {
            draft.alive(custom, Kind::RelationType)?;
            RelationNature::new(RelationSort::Custom, Some(custom))
        }
    };
    let others = draft.seen.relations();
    let others = others.iter().filter(|other| Some(other.id) != relation);
    let undirected = nature.sort == RelationSort::Opposes;
    let same = |other: &&Relation| {
        let along = (other.from, other.to) == (from, to);
        let against = undirected && (other.to, other.from) == (from, to);
        (along || against) && (other.sort, other.custom) == (nature.sort, nature.custom)
    };
    if let Some(same) = others.clone().find(same) {
        return Err(Failure::SameRelation { relation: same.id });
    }
    if nature.sort == RelationSort::PartOf && makes_circle(draft, others, from, to) {
        return Err(Failure::PartOfItself { part: from, whole: to });
    }
    Ok((RelationEnds::new(from, to), nature))
}

/// True where the whole is already part of the part: through relations, or because it stands below it.
fn makes_circle<'r>(
    draft: &Draft<'_>,
    others: impl Iterator<Item = &'r Relation> + Clone,
    part: RecordId,
    whole: RecordId,
) -> bool {
    let mut met: BTreeSet<RecordId> = BTreeSet::new();
    let mut open = vec![whole];
    while let Some(at) = open.pop() {
        if at == part {
            return true;
        }
        if met.insert(at) {
            let parts = others.clone().filter(|other| other.sort == RelationSort::PartOf && !other.ignored);
            open.extend(parts.filter(|other| other.from == at).map(|other| other.to));
            open.extend(draft.seen.code(at).and_then(|node| node.parent));
        }
    }
    false
}

pub(super) fn delete(mut draft: Draft<'_>, relation: RecordId) -> Result<Drafted, Failure> {
    draft.alive(relation, Kind::Relation)?;
    draft.delete(relation);
    Ok(draft.done(OpKind::DeleteRelation { relation }, Vec::new()))
}

pub(super) fn define_type(
    mut draft: Draft<'_>,
    known: Option<RecordId>,
    name: &str,
    definition: String,
    directed: bool,
) -> Result<Drafted, Failure> {
    let name = codes::tidy(name)?;
    let types = draft.seen.relation_types();
    let same = types.iter().find(|other| other.body.name.to_lowercase() == name.to_lowercase());
    if let Some(same) = same.filter(|same| Some(same.id) != known) {
        return Err(Failure::SameName { name, code: same.id });
    }
    let body = RelationTypeDefinition::new(name, definition.trim().to_owned(), directed);
    let relation_type = match known {
        Some(known) => {
            draft.alive(known, Kind::RelationType)?;
            if draft.seen.relation_type(known).is_some_and(|said| *said.body == body) {
                return Err(Failure::Nothing);
            }
            draft.set(known, body);
            known
        }
        None => {
            let new = draft.new_record();
            draft.set_new(new, body);
            new
        }
    };
    let made = if known.is_none() { vec![relation_type] } else { Vec::new() };
    Ok(draft.done(OpKind::DefineRelationType { relation_type }, made))
}

/// A type in use stays: relations without a type would say nothing.
pub(super) fn delete_type(mut draft: Draft<'_>, relation_type: RecordId) -> Result<Drafted, Failure> {
    draft.alive(relation_type, Kind::RelationType)?;
    let used = draft.seen.relations().into_iter().find(|one| one.custom == Some(relation_type));
    if let Some(used) = used {
        return Err(Failure::TypeInUse { relation_type, relation: used.id });
    }
    draft.delete(relation_type);
    Ok(draft.done(OpKind::DeleteRelationType { relation_type }, Vec::new()))
}
