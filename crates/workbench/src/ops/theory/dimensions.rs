//! The dimension of a property, and where coded passages stand on it.

use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::ops::codes;
use model::RecordId;
use model::op::OpKind;
use model::value::{CodeDimension, CodingPosition, DimensionForm, Group, Position, Value};

pub(super) fn set(
    mut draft: Draft<'_>,
    property: RecordId,
    form: DimensionForm,
    values: Vec<(Option<RecordId>, String)>,
) -> Result<Drafted, Failure> {
    let property = codes::live(&draft, property)?;
    let fits = match form {
        DimensionForm::Poles => matches!(values.len(), 0 | 2),
        DimensionForm::Ordered => values.len() != 1,
    };
    if !fits {
        return Err(Failure::DimensionEnds);
    }
    let mut names: Vec<String> = Vec::new();
    let mut ids: Vec<RecordId> = Vec::new();
    for (id, name) in values {
        let name = codes::tidy(&name)?;
        if names.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
            return Err(Failure::SameValue { name });
        }
        names.push(name);
        let known = id.filter(|id| !ids.contains(id));
        ids.push(known.unwrap_or_else(|| draft.new_record()));
    }
    let body = CodeDimension::new(names, form, ids);
    if said(&draft, property) == Some(&body) || (body.values.is_empty() && said(&draft, property).is_none()) {
        return Err(Failure::Nothing);
    }
    draft.set(property, body);
    Ok(draft.done(OpKind::SetDimension { code: property }, Vec::new()))
}

fn said<'a>(draft: &Draft<'a>, property: RecordId) -> Option<&'a CodeDimension> {
    match draft.seen.record(property)?.value(Group::CodeDimension) {
        Some(Value::CodeDimension(body)) => Some(body),
        _ => None,
    }
}

pub(super) fn place(
    mut draft: Draft<'_>,
    coding: RecordId,
    property: RecordId,
    at: Option<Position>,
) -> Result<Drafted, Failure> {
    let property = codes::live(&draft, property)?;
    draft.alive(coding, model::value::Kind::Coding)?;
    let dimension = draft.seen.dimension(property);
    if at.is_some_and(|at| !dimension.is_some_and(|dimension| dimension.holds(at))) {
        return Err(Failure::NotOnDimension { property });
    }
    if draft.seen.position(coding, property) == at {
        return Err(Failure::Nothing);
    }
    draft.set(coding, CodingPosition::new(property, at));
    Ok(draft.done(OpKind::PlaceOnDimension { coding, property }, Vec::new()))
}
