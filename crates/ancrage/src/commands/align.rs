//! `align`: the codes of two coders side by side, and what is said of them.

use super::{Outcome, number, table_or_nothing};
use crate::arguments::OnProject;
use crate::arguments::double_coding::{AlignAction, Aligning, Compared};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::RecordId;
use model::value::Match;
use serde::Serialize;
use workbench::Command;
use workbench::answers::alignment::{self, AlignmentAnswer};
use workbench::answers::export::{CsvFlavour, table as csv_table};
use workbench::command::double_coding::DoubleCoding;
use workbench::double_coding::coders_of;
use workbench::names;

pub fn run(console: &Console, asked: Aligning) -> Outcome {
    match asked.action {
        None => list(console, asked),
        Some(AlignAction::Set { on, first, relation, second, note }) => {
            let unknown = || Problem::Usage(i18n::usage_relation(console.lang, &relation));
            let relation = Match::parse(&relation).ok_or_else(unknown)?;
            say(console, &on, (&first, second.as_deref()), Some(relation), note)
        }
        Some(AlignAction::Clear { on, first, second }) => {
            say(console, &on, (&first, second.as_deref()), None, String::new())
        }
        Some(AlignAction::Adopt { on, code }) => adopt(console, &on, &code),
    }
}

fn list(console: &Console, asked: Aligning) -> Outcome {
    let Aligning { project: Some(project), acting, compared, csv, .. } = asked else {
        return Ok(Ending::Misused);
    };
    let mut project = Project::read(console, &OnProject { project, acting })?;
    let (interviews, coders) = who(console, &project, &compared)?;
    let answer = alignment::alignment(&mut project.engine, &interviews, coders);
    let answer = project.told(answer)?;
    if csv && !console.json {
        let bytes = csv_table(alignment::csv(console.lang, &answer).into_iter(), CsvFlavour::Comma);
        console.write(String::from_utf8_lossy(&bytes).trim_end())?;
        return Ok(Ending::Done);
    }
    console.answer(&answer, || table_or_nothing(console, &table(console, &answer)))?;
    Ok(Ending::Done)
}

fn table(console: &Console, answer: &AlignmentAnswer) -> Table {
    let lang = console.lang;
    let [first, second] = &answer.coders;
    let mut table = Table::new()
        .text(first)
        .text(i18n::column_align_relation(lang))
        .text(second)
        .number(i18n::column_shared(lang));
    for pair in &answer.pairs {
        let relation = pair.relation.map(|relation| i18n::align_relation(lang, relation)).unwrap_or("?");
        let shared = number(console, pair.shared);
        table.row([pair.first.clone(), relation.to_owned(), pair.second.clone(), shared]);
    }
    table
}

/// What was said of two codes.
#[derive(Debug, Serialize)]
struct Said {
    first: RecordId,
    second: Option<RecordId>,
    relation: Option<&'static str>,
}

fn say(
    console: &Console,
    on: &OnProject,
    (first, second): (&str, Option<&str>),
    relation: Option<Match>,
    note: String,
) -> Outcome {
    let lang = console.lang;
    let mut project = Project::work(console, on)?;
    let code = |name: &str| project.found(names::code(&project.engine.seen(), name));
    let (first_id, second_id) = (code(first)?, second.map(code).transpose()?);
    let ask = DoubleCoding::Align { first: first_id, second: second_id, relation, note };
    let done = project.engine.run(Command::DoubleCoding(Box::new(ask)));
    project.told(done)?;
    let answer = Said { first: first_id, second: second_id, relation: relation.map(Match::as_str) };
    console.answer(&answer, || match (relation, second) {
        (Some(relation), Some(second)) => {
            i18n::cli_aligned(lang, first, i18n::align_relation(lang, relation.as_str()), second)
        }
        (Some(_), None) => i18n::cli_aligned_none(lang, first),
        (None, _) => i18n::cli_align_cleared(lang).to_owned(),
    })?;
    Ok(Ending::Done)
}

/// A code that was adopted.
#[derive(Debug, Serialize)]
struct Adopted {
    code: RecordId,
}

fn adopt(console: &Console, on: &OnProject, name: &str) -> Outcome {
    let mut project = Project::work(console, on)?;
    let code = project.found(names::code(&project.engine.seen(), name))?;
    let done = project.engine.run(Command::DoubleCoding(Box::new(DoubleCoding::AdoptCode { code })));
    project.told(done)?;
    console.answer(&Adopted { code }, || i18n::cli_adopted(console.lang, name))?;
    Ok(Ending::Done)
}

/// The members of those names.
pub fn members(project: &Project, names: &[String]) -> Result<Vec<RecordId>, Problem> {
    names.iter().map(|name| project.found(names::member(&project.engine.seen(), name))).collect()
}

/// The interviews that were named, and the two coders: those named, else those of the interviews.
pub fn who(
    console: &Console,
    project: &Project,
    compared: &Compared,
) -> Result<(Vec<RecordId>, [RecordId; 2]), Problem> {
    let interviews =
        compared.interviews.iter().map(|name| project.interview(name)).collect::<Result<Vec<_>, _>>()?;
    let coders = match members(project, &compared.coders)?.as_slice() {
        [first, second] => [*first, *second],
        [] => {
            let seen = project.engine.seen();
            let all = || seen.interviews().iter().map(|interview| interview.id).collect();
            let homes: Vec<RecordId> = if interviews.is_empty() { all() } else { interviews.clone() };
            let found = homes.iter().find_map(|interview| coders_of(&seen, *interview));
            found.ok_or_else(|| Problem::Failed(i18n::error_no_two_coders(console.lang).to_owned()))?
        }
        _ => return Err(Problem::Usage(i18n::usage_two_coders(console.lang).to_owned())),
    };
    Ok((interviews, coders))
}
