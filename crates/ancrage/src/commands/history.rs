//! `history`: the code book on another day, what changed between two, older definitions.

use super::{Outcome, basis, n};
use crate::arguments::theory::History;
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::Timestamp;
use serde::Serialize;
use workbench::answers::history::{ChangeAnswer, changes, codes_at, end_of, older};
use workbench::command::theory::TheoryCommand;

/// Passages that were ticked off.
#[derive(Serialize)]
struct Ticked {
    reviewed: usize,
}

pub fn run(console: &Console, asked: &History) -> Outcome {
    if !asked.tick.is_empty() {
        return tick(console, asked);
    }
    let mut project = Project::read(console, &asked.on)?;
    let basis = basis(console, &project, &asked.basis)?;
    if asked.older {
        let found = older(&mut project.engine, &basis);
        let answer = project.told(found)?;
        let mut table = Table::new()
            .text(i18n::column_code(console.lang, project.method().as_str()))
            .text(i18n::column_interview(console.lang))
            .text(i18n::column_quote(console.lang))
            .text(i18n::column_id(console.lang));
        for code in &answer {
            for passage in &code.passages {
                let cells = [&code.path, &passage.interview, &passage.quote].map(Clone::clone);
                table.row(cells.into_iter().chain([passage.id.to_string()]));
            }
        }
        console.answer(&answer, || super::table_or_nothing(console, &table))?;
        return Ok(Ending::Done);
    }
    if let Some(day) = &asked.on_day {
        let codes = codes_at(&project.engine, moment(console, day)?, &basis);
        console.answer(&codes, || super::codes::text(console, project.method(), &codes))?;
        return Ok(Ending::Done);
    }
    let from = moment(console, asked.from.as_deref().unwrap_or_default())?;
    let until = asked.until.as_deref().map(|day| moment(console, day)).transpose()?;
    let answer = changes(&project.engine, console.lang, from, until.unwrap_or(Timestamp(i64::MAX)));
    let line = |change: &ChangeAnswer| change.text.clone();
    console.answer(&answer, || match answer.is_empty() {
        true => i18n::history_nothing(console.lang).to_owned(),
        false => answer.iter().map(line).collect::<Vec<_>>().join("\n"),
    })?;
    Ok(Ending::Done)
}

fn moment(console: &Console, text: &str) -> Result<Timestamp, Problem> {
    end_of(text).ok_or_else(|| Problem::Usage(i18n::cli_day_unknown(console.lang, text)))
}

fn tick(console: &Console, asked: &History) -> Outcome {
    let codings = asked.tick.iter().map(|id| super::show::identifier(console, id));
    let codings = codings.collect::<Result<Vec<_>, _>>()?;
    let mut project = Project::work(console, &asked.on)?;
    let done = project.engine.run(TheoryCommand::ReviewCodings { codings }.into());
    let answer = Ticked { reviewed: project.told(done)?.op.changes.len() };
    console.answer(&answer, || i18n::cli_ticked(console.lang, n(answer.reviewed)))?;
    Ok(Ending::Done)
}
