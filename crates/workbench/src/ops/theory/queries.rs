//! Saved queries.

use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::ops::codes;
use model::RecordId;
use model::op::OpKind;
use model::value::{Ask, AttributeIs, Columns, Kind, QueryAsked};

pub(super) fn save(
    mut draft: Draft<'_>,
    query: Option<RecordId>,
    name: &str,
    ask: Ask,
    filters: Vec<AttributeIs>,
) -> Result<Drafted, Failure> {
    let name = codes::tidy(name)?;
    checked(&draft, &ask, &filters)?;
    let known = draft.seen.queries();
    let same = known.iter().find(|other| other.body.name.to_lowercase() == name.to_lowercase());
    if let Some(same) = same.filter(|same| Some(same.id) != query) {
        return Err(Failure::SameName { name, code: same.id });
    }
    let body = QueryAsked::new(name, filters, ask);
    if let Some(query) = query {
        draft.alive(query, Kind::Query)?;
        if known.iter().any(|one| one.id == query && *one.body == body) {
            return Err(Failure::Nothing);
        }
        draft.set(query, body);
        return Ok(draft.done(OpKind::SaveQuery { query }, Vec::new()));
    }
    let query = draft.new_record();
    draft.set_new(query, body);
    Ok(draft.done(OpKind::SaveQuery { query }, vec![query]))
}

fn checked(draft: &Draft<'_>, ask: &Ask, filters: &[AttributeIs]) -> Result<(), Failure> {
    let (codes, others): (&[RecordId], &[RecordId]) = match ask {
        Ask::Passages { all, none, .. } => (all, none),
        Ask::Cooccurrence { codes, .. } | Ask::Matrix { codes, .. } => (codes, &[]),
    };
    for code in codes.iter().chain(others) {
        codes::live(draft, *code)?;
    }
    let column = match ask {
        Ask::Matrix { columns: Columns::Attribute(attribute), .. } => Some(*attribute),
        _ => None,
    };
    for attribute in filters.iter().map(|filter| filter.attribute).chain(column) {
        draft.alive(attribute, Kind::Attribute)?;
    }
    if matches!(ask, Ask::Passages { all, .. } if all.is_empty()) {
        return Err(Failure::Nothing);
    }
    Ok(())
}

pub(super) fn delete(mut draft: Draft<'_>, query: RecordId) -> Result<Drafted, Failure> {
    draft.alive(query, Kind::Query)?;
    draft.delete(query);
    Ok(draft.done(OpKind::DeleteQuery { query }, Vec::new()))
}
