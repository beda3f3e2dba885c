//! `queries`: saved questions, listed or put. `grid`: a-priori codes taken in.

use super::relations::print_meetings;
use super::{Outcome, basis, n, read_file, table_or_nothing};
use crate::arguments::theory::{Grid, Queries};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use serde::Serialize;
use workbench::answers::queries::{QueryAnswer, asked_of, queries};
use workbench::answers::relations::meet;
use workbench::command::theory::TheoryCommand;
use workbench::names;

/// A grid that was taken in.
#[derive(Serialize)]
struct GridAnswer {
    rows: usize,
    created: usize,
}

pub fn run(console: &Console, asked: &Queries) -> Outcome {
    let mut project = Project::read(console, &asked.on)?;
    let Some(name) = &asked.run else { return list(console, &queries(&project.engine)) };
    let basis = basis(console, &project, &asked.basis)?;
    let query = project.found(names::query(&project.engine.seen(), name))?;
    let question = asked_of(&project.engine.seen(), query);
    let question = question.ok_or_else(|| Problem::Failed(i18n::cli_query_table(console.lang).to_owned()))?;
    let found = meet(&mut project.engine, &basis, &question);
    print_meetings(console, &project.told(found)?)
}

fn list(console: &Console, queries: &[QueryAnswer]) -> Outcome {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_name(lang))
        .text(i18n::column_kind(lang))
        .text(i18n::column_code(lang, "grounded"))
        .text(i18n::column_id(lang));
    for query in queries {
        let codes = query.codes.join(", ");
        table.row([query.name.clone(), query.kind.to_owned(), codes, query.id.to_string()]);
    }
    console.answer(queries, || table_or_nothing(console, &table))?;
    Ok(Ending::Done)
}

pub fn grid(console: &Console, asked: &Grid) -> Outcome {
    let bytes = read_file(console, &asked.file)?;
    let name = workbench::import::file_name(&asked.file);
    let mut project = Project::work(console, &asked.on)?;
    let rows = project.told(workbench::tables::grid(&name, &bytes))?;
    let count = rows.len();
    let taken = project.engine.run(TheoryCommand::ImportGrid(rows).into());
    let answer = GridAnswer { rows: count, created: project.told(taken)?.made.len() };
    console.answer(&answer, || i18n::cli_grid_imported(console.lang, n(count)))?;
    Ok(Ending::Done)
}
