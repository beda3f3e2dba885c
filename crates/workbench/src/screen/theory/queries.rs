//! A question and its answer.

use super::super::codebook::line;
use super::super::{Making, Showing};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::queries::{Asked, Column, Table, cell_of, meetings, shown, table_of};
use crate::views::PassageLine;
use crate::views::theory::{AskedView, AttributeValues, Named, QueriesView, SavedView, TableView};
use crate::wording;
use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::study::Seen;
use model::text::PlaceState;
use model::value::{Ask, Columns, Level};
use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) fn make(
    engine: &mut Engine,
    making: &Making<'_>,
    showing: &Showing,
) -> Result<QueriesView, Failure> {
    let (seen, lang) = (&making.seen, making.lang);
    let kept = saved(seen);
    let opened = || kept.iter().find(|one| Some(one.id) == showing.theory.query).map(|one| one.asked.clone());
    let asked = showing.theory.asked.clone().or_else(opened).unwrap_or_else(|| first(seen));
    let basis = Basis::default();
    let (codes, without) = match &asked.ask {
        Ask::Passages { all, none, .. } => (all.as_slice(), none.as_slice()),
        Ask::Cooccurrence { codes, .. } | Ask::Matrix { codes, .. } => (codes.as_slice(), &[][..]),
    };
    let (answer, codings, people) = match &asked.ask {
        Ask::Passages { all, none, near } => {
            let question =
                Asked { all: all.clone(), none: none.clone(), near: *near, filters: asked.filters.clone() };
            let found = meetings(seen, &basis, &question);
            let people: BTreeSet<RecordId> =
                found.iter().flat_map(|one| one.participants.iter().copied()).collect();
            (None, found.iter().map(|one| one.passage.coding).collect(), people.len())
        }
        ask => {
            let laid = engine.kept.laid(seen);
            let answer = table_of(seen, &laid, ask, &asked.filters);
            let open = showing.theory.cell.map(|at| cell_of(seen, &laid, ask, &asked.filters, at));
            let (codings, people) = open.map(|cell| (cell.codings, cell.people.len())).unwrap_or_default();
            (Some(Arc::new(view(lang, seen, &answer))), codings, people)
        }
    };
    let name = |id: &RecordId| (*id, Arc::from(wording::record_name(lang, seen, *id)));
    Ok(QueriesView {
        saved: kept,
        named: codes.iter().map(name).collect(),
        without: without.iter().map(name).collect(),
        table: answer,
        lines: lines(engine, making, &codings)?,
        people,
        attributes: attributes(seen),
        basis: i18n::cli_basis(lang, i18n::cli_basis_reference(lang), i18n::layer_any(lang)),
        asked,
    })
}

/// Without a question: categories against participants; labels where there is no category.
fn first(seen: &Seen<'_>) -> AskedView {
    let of = |wanted: fn(Level) -> bool| -> Vec<RecordId> {
        let nodes = seen.codes().into_iter().filter(|node| !node.deleted && wanted(node.level));
        nodes.map(|node| node.id).collect()
    };
    let categories = of(Level::is_category);
    let codes = if categories.is_empty() { of(|_| true) } else { categories };
    AskedView { ask: Ask::Matrix { codes, columns: Columns::Participant }, filters: Vec::new(), saved: None }
}

fn saved(seen: &Seen<'_>) -> Arc<[SavedView]> {
    let view = |one: model::study::SavedQuery<'_>| SavedView {
        id: one.id,
        name: one.body.name.as_str().into(),
        asked: AskedView {
            ask: one.body.ask.clone(),
            filters: one.body.filters.clone(),
            saved: Some(one.id),
        },
    };
    seen.queries().into_iter().map(view).collect()
}

/// The table with names.
pub(crate) fn view(lang: Lang, seen: &Seen<'_>, table: &Table) -> TableView {
    let name = |id: RecordId| -> Arc<str> { wording::record_name(lang, seen, id).into() };
    let column = |column: &Column| match column {
        Column::Participant(id) | Column::Interview(id) | Column::Code(id) => name(*id),
        Column::Value(Some(value)) => value.as_str().into(),
        Column::Value(None) => i18n::query_no_value(lang).into(),
    };
    let rows: Vec<Named> = table.rows.iter().map(|id| (*id, name(*id))).collect();
    let counts = |count: fn(&Table, usize, usize) -> usize| -> Vec<Vec<usize>> {
        let line = |row| (0..table.columns.len()).map(|column| count(table, row, column)).collect();
        (0..rows.len()).map(line).collect()
    };
    TableView {
        passages: counts(Table::passages),
        people: counts(Table::people),
        columns: table.columns.iter().map(column).collect(),
        rows,
    }
}

fn lines(
    engine: &mut Engine,
    making: &Making<'_>,
    codings: &[RecordId],
) -> Result<Arc<[PassageLine]>, Failure> {
    let columns = making.seen.attributes();
    let mut found = Vec::new();
    for id in codings {
        let Some(coding) = making.seen.coding(*id) else { continue };
        if coding.place.state != PlaceState::ToPlace {
            // Its own code is told: a row stands for what is below it, too.
            found.extend(line(engine, making, None, &coding, &columns)?);
        }
    }
    Ok(found.into())
}

fn attributes(seen: &Seen<'_>) -> Arc<[AttributeValues]> {
    let people = seen.participants();
    let values = |attribute: RecordId| -> Arc<[Arc<str>]> {
        let known = people.iter().flat_map(|person| &person.attributes);
        let own = known.filter(|(id, _)| seen.resolve(*id) == attribute).map(|(_, value)| shown(value));
        own.filter(|value| !value.is_empty()).collect::<BTreeSet<_>>().into_iter().map(Arc::from).collect()
    };
    let all = seen.attributes();
    all.iter()
        .map(|one| AttributeValues { id: one.id, name: one.name.into(), values: values(one.id) })
        .collect()
}
