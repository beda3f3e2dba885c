//! `participants`: the participants' table, shown or taken in.

use super::interviews::{named, status};
use super::{Outcome, read_file, table_or_nothing};
use crate::arguments::{ImportParticipants, OnProject, Participants};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use std::path::Path;
use workbench::answers::participants::{ParticipantAnswer, participants};
use workbench::answers::table_import;

pub fn run(console: &Console, asked: Participants) -> Outcome {
    match (asked.import, asked.project) {
        (Some(ImportParticipants::Import { on, file }), _) => import(console, &on, &file),
        (None, Some(project)) => list(console, &OnProject { project, acting: asked.acting }),
        // clap asks for one or the other.
        (None, None) => Err(Problem::Usage(i18n::usage_other(console.lang).to_owned())),
    }
}

fn list(console: &Console, on: &OnProject) -> Outcome {
    let project = Project::read(console, on)?;
    let answer = participants(&project.engine);
    console.answer(&answer, || text(console, &answer))?;
    Ok(Ending::Done)
}

fn text(console: &Console, people: &[ParticipantAnswer]) -> String {
    let lang = console.lang;
    let mut table = Table::new().text(i18n::column_name(lang)).text(i18n::column_status(lang));
    for (heading, _) in people.first().map(|person| person.attributes.as_slice()).unwrap_or_default() {
        table = table.text(heading);
    }
    table = table.text(i18n::column_interviews(lang));
    for person in people {
        let values = person.attributes.iter();
        let values = values.map(|(_, value)| value.as_ref().map_or_else(String::new, |value| value.cell()));
        let head = [named(console, &person.name), status(console, person.status).to_owned()];
        table.row(head.into_iter().chain(values).chain([person.interviews.join(", ")]));
    }
    table_or_nothing(console, &table)
}

fn import(console: &Console, on: &OnProject, file: &Path) -> Outcome {
    let lang = console.lang;
    let bytes = read_file(console, file)?;
    let name = workbench::import::file_name(file);
    let mut project = Project::work(console, on)?;
    let imported = table_import::participants(&mut project.engine, &name, &bytes);
    let answer = project.told(imported)?;
    console.answer(&answer, || i18n::cli_participants_imported(lang, answer.participants.into()))?;
    Ok(Ending::Done)
}
