//! `purge`: the withdrawal of a participant, once it is confirmed.

use super::{Outcome, n};
use crate::arguments::Purge;
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use std::io::{self, BufRead, IsTerminal, Write};
use workbench::answers::custody::{self, PurgeAnswer};
use workbench::names;

pub fn run(console: &Console, asked: &Purge) -> Outcome {
    let mut project = Project::work(console, &asked.on)?;
    let acting = project.engine.acting();
    project.told(acting)?;
    let participant = project.found(names::participant(&project.engine.seen(), &asked.participant))?;
    let name = project.engine.seen().participant(participant).map_or("", |one| one.name).to_owned();
    if !asked.yes && !confirmed(console, &name) {
        return Err(Problem::Failed(i18n::cli_purge_not_confirmed(console.lang).to_owned()));
    }
    let purged = project.engine.purge(participant);
    let answer = custody::purge(&project.told(purged)?);
    console.answer(&answer, || text(console, &answer))?;
    Ok(Ending::Done)
}

/// Asks for the participant's name, for this cannot be undone.
fn confirmed(console: &Console, name: &str) -> bool {
    if !io::stdin().is_terminal() {
        return false;
    }
    let mut question = io::stderr().lock();
    let asked =
        write!(question, "{} ", i18n::cli_purge_ask(console.lang, name)).and_then(|()| question.flush());
    let mut typed = String::new();
    asked.is_ok() && io::stdin().lock().read_line(&mut typed).is_ok() && typed.trim() == name.trim()
}

fn text(console: &Console, answer: &PurgeAnswer) -> String {
    let lang = console.lang;
    let done = i18n::cli_purged(lang, n(answer.blanked));
    if answer.to_decide.is_empty() {
        return done;
    }
    let mut table =
        Table::new().text(i18n::column_kind(lang)).text(i18n::column_id(lang)).text(i18n::column_text(lang));
    for text in &answer.to_decide {
        let kind = i18n::kind_name(lang, text.kind, "grounded").to_owned();
        table.row([kind, text.record.to_string(), text.text.clone()]);
    }
    format!("{done}\n{}\n{}", i18n::cli_purge_decide(lang), table.lines())
}
