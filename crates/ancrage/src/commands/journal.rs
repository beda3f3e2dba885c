//! `log`, `undo`, `redo`: the journal, and one step back or forth.

use super::{Outcome, table_or_nothing};
use crate::arguments::{Log, OnProject};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use workbench::Failure;
use workbench::answers::journal::{self, LogAnswer, Since};
use workbench::answers::step;

pub fn log(console: &Console, asked: &Log) -> Outcome {
    let since = asked
        .since
        .as_deref()
        .map(|text| Since::parse(text).ok_or_else(|| Problem::Usage(i18n::usage_since(console.lang, text))));
    let since = since.transpose()?;
    let project = Project::read(console, &asked.on)?;
    let answer = project.told(journal::log(&project.engine, console.lang, since))?;
    console.answer(&answer, || text(console, &answer))?;
    Ok(Ending::Done)
}

fn text(console: &Console, lines: &[LogAnswer]) -> String {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_when(lang))
        .text(i18n::column_who(lang))
        .text(i18n::column_what(lang))
        .text(i18n::column_id(lang));
    for line in lines {
        table.row([line.at.clone(), line.author.clone(), line.text.clone(), line.id.to_string()]);
    }
    table_or_nothing(console, &table)
}

pub fn undo(console: &Console, on: &OnProject) -> Outcome {
    let mut project = Project::work(console, on)?;
    let undone = step::undo(&mut project.engine, console.lang);
    let answer = project.told(undone)?;
    console.answer(&answer, || i18n::cli_undone(console.lang, &answer.undone))?;
    Ok(Ending::Done)
}

pub fn redo(console: &Console, on: &OnProject) -> Outcome {
    let mut project = Project::work(console, on)?;
    let answer = match step::redo(&mut project.engine, console.lang) {
        Err(Failure::NothingToUndo) => {
            return Err(Problem::Failed(i18n::error_nothing_to_redo(console.lang).to_owned()));
        }
        redone => project.told(redone)?,
    };
    console.answer(&answer, || i18n::cli_redone(console.lang, &answer.redone))?;
    Ok(Ending::Done)
}
