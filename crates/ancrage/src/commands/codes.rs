//! `codes`: the tree of codes, shown with counts or taken in.

use super::{Outcome, basis, basis_line, n, number, read_file, table_or_nothing};
use crate::arguments::{BasisOptions, Codes, ImportCodes, OnProject};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::value::Method;
use std::path::Path;
use workbench::answers::codes::{CodeAnswer, codes};
use workbench::answers::table_import;

pub fn run(console: &Console, asked: Codes) -> Outcome {
    match (asked.import, asked.project) {
        (Some(ImportCodes::Import { on, file }), _) => import(console, &on, &file),
        (None, Some(project)) => list(console, &OnProject { project, acting: asked.acting }, &asked.basis),
        // clap asks for one or the other.
        (None, None) => Err(Problem::Usage(i18n::usage_other(console.lang).to_owned())),
    }
}

fn list(console: &Console, on: &OnProject, options: &BasisOptions) -> Outcome {
    let project = Project::read(console, on)?;
    let basis = basis(console, &project, options)?;
    let answer = codes(&project.engine, &basis);
    console.answer(&answer, || text(console, project.method(), &answer))?;
    Ok(Ending::Done)
}

/// The codes as a table.
pub fn text(console: &Console, method: Method, codes: &[CodeAnswer]) -> String {
    let (lang, method) = (console.lang, method.as_str());
    let mut table = Table::new()
        .text(i18n::column_code(lang, method))
        .text(i18n::column_level(lang))
        .number(i18n::column_own(lang))
        .number(i18n::column_total(lang))
        .number(i18n::column_participants(lang))
        .text(i18n::column_definition(lang));
    for code in codes {
        table.row([
            code.path.clone(),
            i18n::level_name(lang, code.level, method).to_owned(),
            number(console, code.own),
            number(console, code.total),
            number(console, code.participants),
            code.definition.clone(),
        ]);
    }
    let lines = table_or_nothing(console, &table);
    let Some(first) = codes.first() else { return lines };
    let counted = &first.basis;
    let total = i18n::cli_basis_n(lang, n(counted.finished), n(counted.interviews));
    format!("{lines}\n{}\n{total}", basis_line(console, &counted.basis))
}

fn import(console: &Console, on: &OnProject, file: &Path) -> Outcome {
    let lang = console.lang;
    let bytes = read_file(console, file)?;
    let name = workbench::import::file_name(file);
    let mut project = Project::work(console, on)?;
    let imported = table_import::codes(&mut project.engine, &name, &bytes);
    let answer = project.told(imported)?;
    for dropped in &answer.dropped {
        console.warn(&match dropped.what {
            "sets" => i18n::dropped_sets(lang, n(dropped.n)),
            _ => i18n::dropped_codes_without_name(lang, n(dropped.n)),
        });
    }
    let method = project.method();
    console.answer(&answer, || match answer.codes {
        0 => i18n::cli_nothing_new(lang).to_owned(),
        codes => i18n::cli_codes_imported(lang, method.as_str(), codes.into()),
    })?;
    Ok(Ending::Done)
}
