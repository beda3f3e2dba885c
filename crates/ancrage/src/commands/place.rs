//! `place`: codings that a correction left without words, listed with proposals, or placed.

use super::{Outcome, table_or_nothing};
use crate::arguments::Place;
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use workbench::Command;
use workbench::answers::codings::coding;
use workbench::answers::place::{ToPlaceAnswer, to_place};

pub fn run(console: &Console, asked: &Place) -> Outcome {
    match (&asked.coding, asked.start, asked.end) {
        (None, None, None) => list(console, asked),
        (Some(coding), Some(start), Some(end)) => put(console, asked, coding, start, end),
        _ => Err(Problem::Usage(i18n::usage_place(console.lang).to_owned())),
    }
}

fn list(console: &Console, asked: &Place) -> Outcome {
    let mut project = Project::read(console, &asked.on)?;
    let found = to_place(&mut project.engine);
    let answer = project.told(found)?;
    console.answer(&answer, || table_or_nothing(console, &table(console, &answer)))?;
    Ok(Ending::Done)
}

/// The codings to place again, with what may be their places.
pub fn table(console: &Console, codings: &[ToPlaceAnswer]) -> Table {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_id(lang))
        .text(i18n::column_interview(lang))
        .text(i18n::column_code(lang, "grounded"))
        .text(i18n::column_coder(lang))
        .text(i18n::column_quote(lang))
        .text(i18n::column_proposal(lang))
        .number(i18n::column_start(lang))
        .number(i18n::column_end(lang))
        .number(i18n::column_score(lang));
    for coding in codings {
        let (words, start, end, score) = match &coding.proposal {
            Some(found) => {
                (found.quote.clone(), found.start.to_string(), found.end.to_string(), found.score.to_string())
            }
            None => Default::default(),
        };
        let known =
            [coding.id.to_string(), coding.interview.clone(), coding.code.clone(), coding.coder.clone()];
        table.row(known.into_iter().chain([coding.quote.clone(), words, start, end, score]));
    }
    table
}

fn put(console: &Console, asked: &Place, id: &str, start: u32, end: u32) -> Outcome {
    let id = super::show::identifier(console, id)?;
    let mut project = Project::work(console, &asked.on)?;
    let placed = project.engine.run(Command::PlaceCoding { coding: id, start, end });
    project.told(placed)?;
    let now = coding(&mut project.engine, id);
    let answer = project.told(now)?;
    console.answer(&answer, || i18n::cli_placed(console.lang, &answer.quote))?;
    Ok(Ending::Done)
}
