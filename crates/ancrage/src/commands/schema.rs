//! `schema`: the drawings of a study, listed, created, written as SVG, PNG or PDF.

use super::{Outcome, export, table_or_nothing};
use crate::arguments::theory::Schema;
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::RecordId;
use serde::Serialize;
use std::path::Path;
use workbench::answers::queries::{SchemaAnswer, schemas};
use workbench::command::theory::{SchemaItem, TheoryCommand};
use workbench::schema::{PngError, drawing, layout, pdf, png, svg, to_show};
use workbench::{names, whole_file};

/// A schema that was written.
#[derive(Serialize)]
struct WrittenAnswer {
    schema: RecordId,
    file: String,
    nodes: usize,
    relations: usize,
}

pub fn run(console: &Console, asked: &Schema) -> Outcome {
    if asked.create.is_none() && asked.output.is_none() {
        let project = Project::read(console, &asked.on)?;
        return list(console, &schemas(&project.engine, console.lang));
    }
    let (project, schema) = match &asked.create {
        Some(title) => create(console, asked, title)?,
        None => {
            let project = Project::read(console, &asked.on)?;
            let schema = found(&project, asked.schema.as_deref())?;
            (project, schema)
        }
    };
    match &asked.output {
        Some(output) => write(console, &project, schema, output),
        None => {
            let all = schemas(&project.engine, console.lang);
            list(console, &all.into_iter().filter(|one| one.id == schema).collect::<Vec<_>>())
        }
    }
}

/// The schema of that name; without one, the latest.
fn found(project: &Project, name: Option<&str>) -> Result<RecordId, Problem> {
    let seen = project.engine.seen();
    match (name, seen.schemas().last()) {
        (None, Some(latest)) => Ok(latest.id),
        (name, _) => project.found(names::schema(&seen, name.unwrap_or_default())),
    }
}

fn create(console: &Console, asked: &Schema, title: &str) -> Result<(Project, RecordId), Problem> {
    let mut project = Project::work(console, &asked.on)?;
    let seen = project.engine.seen();
    let codes = to_show(&seen);
    if codes.is_empty() {
        return Err(Problem::Failed(i18n::cli_schema_nothing(console.lang).to_owned()));
    }
    let places = layout(&seen, &codes).into_iter();
    let items = places.map(|(code, at)| SchemaItem::Node { code, at: Some(at) }).collect();
    let command = TheoryCommand::WriteSchema { schema: None, title: title.to_owned(), items };
    let made = project.engine.run(command.into());
    let schema = project.told(made)?.made.first().copied();
    let schema = schema.ok_or_else(|| Problem::Failed(i18n::cli_schema_nothing(console.lang).to_owned()))?;
    Ok((project, schema))
}

fn list(console: &Console, schemas: &[SchemaAnswer]) -> Outcome {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_title(lang))
        .number(i18n::column_nodes(lang))
        .number(i18n::column_relation(lang))
        .text(i18n::column_id(lang));
    for schema in schemas {
        table.row([
            schema.title.clone(),
            super::number(console, schema.nodes.len()),
            super::number(console, schema.relations),
            schema.id.to_string(),
        ]);
    }
    console.answer(schemas, || table_or_nothing(console, &table))?;
    Ok(Ending::Done)
}

fn write(console: &Console, project: &Project, schema: RecordId, output: &Path) -> Outcome {
    let lang = console.lang;
    let seen = project.engine.seen();
    let known = seen.schema(schema);
    let drawn = known.map(|known| drawing(lang, &seen, &known)).filter(|drawn| !drawn.boxes.is_empty());
    let drawn = drawn.ok_or_else(|| Problem::Failed(i18n::cli_schema_nothing(lang).to_owned()))?;
    let document = svg(&drawn);
    let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let bytes = match ending.as_deref() {
        Some("svg") => document.into_bytes(),
        Some("pdf") => pdf(&document, &drawn.title).map_err(|error| refused(lang, &error))?,
        Some("png") => png(&document).map_err(|error| refused(lang, &error))?,
        _ => return Err(Problem::Usage(i18n::cli_schema_form(lang).to_owned())),
    };
    whole_file::write(output, &bytes).map_err(|error| export::unwritten(console, output, &error))?;
    let file = output.to_string_lossy().into_owned();
    let answer = WrittenAnswer { schema, file, nodes: drawn.boxes.len(), relations: drawn.arrows.len() };
    console.answer(&answer, || i18n::cli_schema_written(lang, &answer.file))?;
    Ok(Ending::Done)
}

fn refused(lang: i18n::Lang, error: &PngError) -> Problem {
    Problem::Failed(i18n::error_unexpected(lang, &error.to_string()))
}
