//! Operations that lead from labels to theory, one file for each noun.

mod dimensions;
mod evidence;
mod grid;
mod levels;
mod queries;
mod relations;
mod schemas;
mod statement;

pub(crate) use levels::{fits_below, levels_agree};

use crate::command::theory::TheoryCommand;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::names::NameError;
use model::RecordId;
use model::value::{CodeOrigin, Kind};

/// The operation of such a command.
///
/// # Errors
/// When the command is refused.
pub(crate) fn draft(draft: Draft<'_>, command: TheoryCommand) -> Result<Drafted, Failure> {
    use TheoryCommand as Ask;
    match command {
        Ask::SetLevel { codes, level } => levels::set(draft, &codes, level),
        Ask::GroupCodes { codes, under } => levels::group(draft, &codes, under),
        Ask::SetOrigin { code, source, priority } => {
            grid::set_origin(draft, code, CodeOrigin::new(source, priority))
        }
        Ask::ImportGrid(rows) => grid::import(draft, &rows),
        Ask::SetDimension { property, form, values } => dimensions::set(draft, property, form, values),
        Ask::PlaceOnDimension { coding, property, at } => dimensions::place(draft, coding, property, at),
        Ask::MarkDensity { category, density, enriched_by } => {
            evidence::mark_density(draft, category, density, enriched_by)
        }
        Ask::NoteSearch { category, searched, note } => {
            evidence::note_search(draft, category, searched, &note)
        }
        Ask::MarkEvidence { about, codings, stance, comment } => {
            evidence::mark(draft, about, &codings, stance, comment.as_deref())
        }
        Ask::ReviewCodings { codings } => evidence::review(draft, &codings),
        other => draft_thought(draft, other),
    }
}

fn draft_thought(draft: Draft<'_>, command: TheoryCommand) -> Result<Drafted, Failure> {
    use TheoryCommand as Ask;
    match command {
        Ask::CreateRelation { from, to, sort } => relations::create(draft, (from, to), sort),
        Ask::EditRelation { relation, from, to, sort } => relations::edit(draft, relation, (from, to), sort),
        Ask::DeleteRelation { relation } => relations::delete(draft, relation),
        Ask::DefineRelationType { relation_type, name, definition, directed } => {
            relations::define_type(draft, relation_type, &name, definition, directed)
        }
        Ask::DeleteRelationType { relation_type } => relations::delete_type(draft, relation_type),
        Ask::WriteTheory { theory, title } => statement::write_theory(draft, theory, &title),
        Ask::DeleteTheory { theory } => statement::delete_theory(draft, theory),
        Ask::AddClause { theory, text, categories, relations } => {
            statement::add_clause(draft, theory, &text, (&categories, &relations))
        }
        Ask::WriteClause { clause, text } => statement::write_clause(draft, clause, &text),
        Ask::LinkClause { clause, categories, relations } => {
            statement::link_clause(draft, clause, (&categories, &relations))
        }
        Ask::MoveClause { clause, before } => statement::move_clause(draft, clause, before),
        Ask::DeleteClause { clause } => statement::delete_clause(draft, clause),
        Ask::KeepTheory { theory, name } => statement::keep(draft, theory, &name),
        Ask::WriteSchema { schema, title, items } => schemas::write(draft, schema, &title, items),
        Ask::ArrangeSchema { schema, items } => schemas::arrange(draft, schema, items),
        Ask::DeleteSchema { schema } => schemas::delete(draft, schema),
        Ask::SaveQuery { query, name, ask, filters } => queries::save(draft, query, &name, ask, filters),
        Ask::DeleteQuery { query } => queries::delete(draft, query),
        // What `draft` has done already.
        _ => Err(Failure::Nothing),
    }
}

fn unknown(record: RecordId, kind: Kind) -> Failure {
    NameError::Unknown { kind, name: record.to_string(), known: Vec::new() }.into()
}

/// A count as an operation's kind holds it.
fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
