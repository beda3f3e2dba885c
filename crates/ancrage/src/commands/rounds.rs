//! `rounds`: sealed rounds of double coding.

use super::{Outcome, table_or_nothing};
use crate::arguments::OnProject;
use crate::arguments::double_coding::{NewRound, OnRound, ReceiveWord, RoundAction, Rounds};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::RecordId;
use model::value::{CodeList, CodingUnit};
use serde::Serialize;
use workbench::Command;
use workbench::answers::rounds::{self, CodedBy, RoundAnswer};
use workbench::command::double_coding::{self, DoubleCoding};
use workbench::double_coding::word_packet::{Unplaced, WordReceived};
use workbench::names;

pub fn run(console: &Console, asked: Rounds) -> Outcome {
    match asked.action {
        None => list(console, asked),
        Some(RoundAction::New(new)) => make(console, &new),
        Some(RoundAction::Done(on)) => done(console, &on),
        Some(RoundAction::Reopen(on)) => change(
            console,
            &on,
            |round| DoubleCoding::ReopenDone { round },
            |_| i18n::cli_round_reopened(console.lang).to_owned(),
        ),
        Some(RoundAction::Open { on, reason }) => {
            let open = |round| DoubleCoding::OpenRound { round, reason };
            change(console, &on, open, |_| i18n::cli_round_opened(console.lang).to_owned())
        }
        Some(RoundAction::Matrix(on)) => matrix(console, &on),
        Some(RoundAction::Receive(asked)) => receive(console, &asked),
    }
}

/// What came of a Word file that came back.
#[derive(Debug, Serialize)]
struct ReceivedAnswer {
    interview: RecordId,
    placed: usize,
    unplaced: Vec<Unplaced>,
}

fn receive(console: &Console, asked: &ReceiveWord) -> Outcome {
    let lang = console.lang;
    let mut project = Project::work(console, &asked.on)?;
    let coder = project.found(names::member(&project.engine.seen(), &asked.coder))?;
    let round = project.found(rounds::find(&project.engine.seen(), asked.round.as_deref()))?;
    let received = project.engine.receive_word(&asked.file, round, coder);
    let received = project.told(received)?;
    let WordReceived { interview, placed, unplaced } = received;
    let answer = ReceivedAnswer { interview, placed, unplaced };
    console.answer(&answer, || {
        let mut lines = vec![i18n::word_received(lang, super::n(answer.placed))];
        if !answer.unplaced.is_empty() {
            lines.push(i18n::word_unplaced(lang, super::n(answer.unplaced.len())));
            lines.extend(answer.unplaced.iter().map(|one| format!("{} : {}", one.comment, one.quote)));
        }
        lines.join("\n")
    })?;
    Ok(Ending::Done)
}

fn list(console: &Console, asked: Rounds) -> Outcome {
    let Rounds { project: Some(project), acting, .. } = asked else { return Ok(Ending::Misused) };
    let project = Project::read(console, &OnProject { project, acting })?;
    let answer = rounds::rounds(&project.engine);
    console.answer(&answer, || table_or_nothing(console, &table(console, &answer)))?;
    Ok(Ending::Done)
}

fn table(console: &Console, rounds: &[RoundAnswer]) -> Table {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_round(lang))
        .text(i18n::column_state(lang))
        .text(i18n::column_interview(lang))
        .text(i18n::column_coders(lang))
        .text(i18n::column_id(lang));
    for round in rounds {
        let coder = |coder: &rounds::CoderAnswer| match coder.done {
            true => i18n::coder_done(lang, &coder.coder),
            false => coder.coder.clone(),
        };
        let coders: Vec<String> = round.coders.iter().map(coder).collect();
        let state = i18n::round_state(lang, if round.sealed { "sealed" } else { "open" });
        table.row([
            round.name.clone(),
            state.to_owned(),
            round.interviews.join(", "),
            coders.join(", "),
            round.id.to_string(),
        ]);
    }
    table
}

fn make(console: &Console, asked: &NewRound) -> Outcome {
    let lang = console.lang;
    let unit =
        CodingUnit::parse(&asked.unit).ok_or_else(|| Problem::Usage(i18n::usage_unit(lang, &asked.unit)))?;
    let mut project = Project::work(console, &asked.on)?;
    let interviews =
        asked.interviews.iter().map(|name| project.interview(name)).collect::<Result<Vec<_>, _>>()?;
    let coders = super::align::members(&project, &asked.coders)?;
    let next = project.engine.seen().rounds().len() + 1;
    let name = asked.name.clone().unwrap_or_else(|| format!("{} {next}", i18n::column_round(lang)));
    let list = if asked.codes { CodeList::Given } else { CodeList::None };
    let instructions = asked.instructions.clone();
    let new = double_coding::NewRound { name, instructions, interviews, coders, list, unit };
    let made = project.engine.run(Command::DoubleCoding(Box::new(DoubleCoding::SetUpRound(new))));
    let made = project.told(made)?.made;
    let answer = made.first().and_then(|round| rounds::round(&project.engine, *round));
    console.answer(&answer, || {
        i18n::cli_round_made(lang, answer.as_ref().map(|round| round.name.as_str()).unwrap_or_default())
    })?;
    Ok(Ending::Done)
}

fn done(console: &Console, on: &OnRound) -> Outcome {
    let told = |round: &RoundAnswer| {
        let seals = round.coders.iter().flat_map(|coder| &coder.seals);
        let latest = seals.filter(|seal| seal.stands).max_by_key(|seal| seal.at.clone());
        let digest = latest.map(|seal| seal.digest.clone()).unwrap_or_default();
        i18n::cli_round_done(console.lang, &digest)
    };
    change(console, on, |round| DoubleCoding::DeclareDone { round }, told)
}

fn change(
    console: &Console,
    on: &OnRound,
    ask: impl FnOnce(RecordId) -> DoubleCoding,
    told: impl FnOnce(&RoundAnswer) -> String,
) -> Outcome {
    let mut project = Project::work(console, &on.on)?;
    let round = project.found(rounds::find(&project.engine.seen(), on.round.as_deref()))?;
    let done = project.engine.run(Command::DoubleCoding(Box::new(ask(round))));
    project.told(done)?;
    if let Some(answer) = rounds::round(&project.engine, round) {
        console.answer(&answer, || told(&answer))?;
    }
    Ok(Ending::Done)
}

fn matrix(console: &Console, on: &OnProject) -> Outcome {
    let project = Project::read(console, on)?;
    let answer = rounds::who_coded_what(&project.engine);
    console.answer(&answer, || table_or_nothing(console, &who(console, &answer)))?;
    Ok(Ending::Done)
}

fn who(console: &Console, rows: &[CodedBy]) -> Table {
    let mut table = Table::new().text(i18n::column_interview(console.lang));
    for cell in rows.first().into_iter().flat_map(|row| &row.coders) {
        table = table.text(&cell.coder);
    }
    for row in rows {
        let cell = |cell: &rounds::CodedCell| match cell.codings {
            None => i18n::round_state(console.lang, "sealed").to_owned(),
            Some(0) if !cell.read => String::new(),
            Some(codings) => super::number(console, codings),
        };
        table.row(std::iter::once(row.interview.clone()).chain(row.coders.iter().map(cell)));
    }
    table
}

/// The member of that name, where one is named.
pub fn member(project: &Project, name: Option<&str>) -> Result<Option<RecordId>, Problem> {
    name.map(|name| project.found(names::member(&project.engine.seen(), name))).transpose()
}
