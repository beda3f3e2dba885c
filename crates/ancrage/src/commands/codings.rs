//! `codings`: coded passages, shown or taken in.

use super::{Outcome, n, read_file, table_or_nothing};
use crate::arguments::{Codings, ImportCodings, OnProject};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::value::Method;
use std::path::Path;
use workbench::answers::basis::BasisAsked;
use workbench::answers::codings::{CodingAnswer, CodingsAsked, codings};
use workbench::answers::table_import::{self, CodingsImported};
use workbench::names;

pub fn run(console: &Console, asked: Codings) -> Outcome {
    match (&asked.import, &asked.project) {
        (Some(ImportCodings::Import { on, file }), _) => import(console, on, file),
        (None, Some(project)) => {
            let on = OnProject { project: project.clone(), acting: asked.acting.clone() };
            list(console, &on, &asked)
        }
        // clap asks for one or the other.
        (None, None) => Err(Problem::Usage(i18n::usage_other(console.lang).to_owned())),
    }
}

fn list(console: &Console, on: &OnProject, typed: &Codings) -> Outcome {
    let mut project = Project::read(console, on)?;
    let asked = asked(&project, typed)?;
    let found = codings(&mut project.engine, &asked);
    let answer = project.told(found)?;
    console.answer(&answer, || text(console, project.method(), &answer))?;
    Ok(Ending::Done)
}

fn asked(project: &Project, typed: &Codings) -> Result<CodingsAsked, Problem> {
    let seen = project.engine.seen();
    let basis = BasisAsked { coders: typed.coders.clone(), agreed: false, layer: typed.layer.layer() };
    let basis = project.found(basis.find_for_list(&seen))?;
    let code = typed.code.as_deref().map(|path| project.found(names::code(&seen, path))).transpose()?;
    let codes = match code {
        None => Vec::new(),
        Some(code) if typed.below => seen.code_with_descendants(code),
        Some(code) => vec![code],
    };
    let interview = typed.interview.as_deref().map(|name| project.interview(name)).transpose()?;
    Ok(CodingsAsked { codes, interview, basis })
}

fn text(console: &Console, method: Method, codings: &[CodingAnswer]) -> String {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_interview(lang))
        .number(i18n::column_start(lang))
        .number(i18n::column_end(lang))
        .text(i18n::column_code(lang, method.as_str()))
        .text(i18n::column_coder(lang))
        .text(i18n::column_state(lang))
        .text(i18n::column_quote(lang));
    for coding in codings {
        table.row([
            coding.interview.clone(),
            coding.start.to_string(),
            coding.end.to_string(),
            coding.code.clone(),
            coding.coder.clone(),
            state(console, coding.state).to_owned(),
            coding.quote.clone(),
        ]);
    }
    table_or_nothing(console, &table)
}

/// How surely a passage is at its place, in words.
fn state(console: &Console, state: &str) -> &'static str {
    match state {
        "exact" => i18n::place_exact(console.lang),
        "changed" => i18n::place_changed(console.lang),
        _ => i18n::place_to_place(console.lang),
    }
}

fn import(console: &Console, on: &OnProject, file: &Path) -> Outcome {
    let bytes = read_file(console, file)?;
    let mut project = Project::work(console, on)?;
    let name = workbench::import::file_name(file);
    let imported = table_import::codings(&mut project.engine, &name, &bytes);
    let answer = project.told(imported)?;
    for name in &answer.new_members {
        console.warn(&i18n::cli_codings_new_member(console.lang, name));
    }
    console.answer(&answer, || imported_text(console, project.method(), &answer))?;
    Ok(Ending::Done)
}

fn imported_text(console: &Console, method: Method, answer: &CodingsImported) -> String {
    let lang = console.lang;
    if *answer == CodingsImported::default() {
        return i18n::cli_nothing_new(lang).to_owned();
    }
    let codings = i18n::cli_codings_imported(lang, method.as_str(), answer.codings.into());
    match answer.readings {
        0 => codings,
        readings => format!("{codings}\n{}", i18n::cli_readings_imported(lang, n(readings))),
    }
}
