//! `finish` and `reading`: codings declared finished, re-readings noted.

use super::Outcome;
use crate::arguments::{Finish, Reading};
use crate::console::Console;
use crate::problem::Ending;
use crate::project::Project;
use workbench::answers::reading;

pub fn finish(console: &Console, asked: &Finish) -> Outcome {
    let mut project = Project::work(console, &asked.on)?;
    let interview = project.interview(&asked.interview)?;
    let done = reading::finish(&mut project.engine, interview, !asked.reopen);
    let answer = project.told(done)?;
    console.answer(&answer, || match answer.finished {
        true => i18n::cli_finished(console.lang, &answer.interview),
        false => i18n::cli_reopened(console.lang, &answer.interview),
    })?;
    Ok(Ending::Done)
}

pub fn note(console: &Console, asked: &Reading) -> Outcome {
    let mut project = Project::work(console, &asked.on)?;
    let interview = project.interview(&asked.interview)?;
    let noted = reading::note(&mut project.engine, interview, asked.minutes);
    let answer = project.told(noted)?;
    console.answer(&answer, || i18n::cli_reading_noted(console.lang, &answer.interview))?;
    Ok(Ending::Done)
}
