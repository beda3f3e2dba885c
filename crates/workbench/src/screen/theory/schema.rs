//! The schema that is open, drawn.

use super::super::{Making, Showing};
use super::categories;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::schema::{drawing, layout, to_show};
use crate::views::theory::{SchemaView, TiedCode};
use crate::wording;
use model::RecordId;
use std::sync::Arc;

pub(super) fn make(
    engine: &mut Engine,
    making: &Making<'_>,
    showing: &Showing,
) -> Result<SchemaView, Failure> {
    let (seen, lang) = (&making.seen, making.lang);
    let schemas = seen.schemas();
    let asked = showing.theory.schema.and_then(|id| schemas.iter().find(|one| one.id == id));
    let open = asked.or(schemas.last());
    let drawn = open.map(|schema| drawing(lang, seen, schema));
    let codes: Vec<RecordId> = drawn.iter().flat_map(|drawn| &drawn.boxes).map(|one| one.code).collect();
    let relations = seen.relations();
    let says = |id: RecordId| {
        let known = relations.iter().find(|one| one.id == id)?;
        Some((id, Arc::from(wording::relation(lang, seen, known))))
    };
    let hidden = open.iter().flat_map(|schema| &schema.arrows).filter(|arrow| arrow.hidden);
    let hidden = hidden.filter_map(|arrow| says(arrow.relation)).collect();
    let ties = relations.iter().map(|one| TiedCode { from: one.from, to: one.to, sort: one.sort });
    let beside = match showing.theory.beside {
        true => Some(Arc::new(categories::make(engine, making, showing)?)),
        false => None,
    };
    Ok(SchemaView {
        list: schemas.iter().map(|one| (one.id, Arc::from(one.title))).collect(),
        open: open.map(|schema| schema.id),
        drawing: drawn.map(Arc::new),
        layout: layout(seen, &codes).into(),
        proposal: layout(seen, &to_show(seen)).into(),
        hidden,
        ties: ties.collect(),
        beside,
    })
}
