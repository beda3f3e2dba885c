//! `interviews`: the list of interviews.

use super::{Outcome, basis, basis_line, number, table_or_nothing};
use crate::arguments::Counted;
use crate::console::Console;
use crate::problem::Ending;
use crate::project::Project;
use crate::table::Table;
use workbench::answers::interviews::{InterviewAnswer, interviews};

pub fn run(console: &Console, asked: &Counted) -> Outcome {
    let mut project = Project::read(console, &asked.on)?;
    let basis = basis(console, &project, &asked.basis)?;
    let found = interviews(&mut project.engine, &basis);
    let answer = project.told(found)?;
    console.answer(&answer, || text(console, &answer))?;
    Ok(Ending::Done)
}

fn text(console: &Console, interviews: &[InterviewAnswer]) -> String {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_name(lang))
        .text(i18n::column_participants(lang))
        .text(i18n::column_date(lang))
        .number(i18n::column_duration(lang))
        .text(i18n::column_status(lang))
        .number(i18n::column_words(lang))
        .number(i18n::column_turns(lang))
        .number(i18n::column_passages(lang))
        .number(i18n::column_readings(lang))
        .text(i18n::column_finished(lang));
    for interview in interviews {
        table.row([
            named(console, &interview.name),
            interview.participants.join(", "),
            interview.date.clone().unwrap_or_default(),
            interview.duration_min.map(|minutes| i18n::duration(lang, minutes)).unwrap_or_default(),
            status(console, interview.status).to_owned(),
            number(console, interview.words),
            number(console, interview.turns),
            number(console, interview.codings),
            number(console, interview.readings),
            interview.coding_finished.join(", "),
        ]);
    }
    let lines = table_or_nothing(console, &table);
    match interviews.first() {
        Some(first) => format!("{lines}\n{}", basis_line(console, &first.basis)),
        None => lines,
    }
}

/// A name as a cell shows it; a withdrawn one has none left.
pub fn named(console: &Console, name: &str) -> String {
    if name.is_empty() { i18n::record_erased(console.lang).to_owned() } else { name.to_owned() }
}

/// Whether something is part of the study, in words.
pub fn status(console: &Console, status: &str) -> &'static str {
    match status {
        "included" => i18n::status_analysed(console.lang),
        "excluded" => i18n::status_excluded(console.lang),
        _ => i18n::cli_status_withdrawn(console.lang),
    }
}
