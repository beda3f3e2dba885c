//! `reconcile`: the differences of two coders, settled one by one or together.

use super::align::{members, who};
use super::rounds::member;
use super::{Outcome, n, table_or_nothing};
use crate::arguments::OnProject;
use crate::arguments::double_coding::{Compared, Deciding, ReconcileAction, Reconciling};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::RecordId;
use serde::Serialize;
use std::path::Path;
use workbench::Command;
use workbench::answers::export::CsvFlavour;
use workbench::answers::reconciliation::{
    self as answers, ItemAnswer, JournalRow, PassageAnswer, ReconciliationAnswer, journal_table,
};
use workbench::command::double_coding::{DecisionAsked, DoubleCoding};
use workbench::deliverables::FileForm;
use workbench::double_coding::progress::progress;
use workbench::names;

pub fn run(console: &Console, asked: Reconciling) -> Outcome {
    match asked.action {
        None => list(console, asked),
        Some(ReconcileAction::Decide(deciding)) => decide(console, &deciding),
        Some(ReconcileAction::Accept { on, compared, present }) => accept(console, &on, &compared, &present),
        Some(ReconcileAction::Finish { on, interview, coders, present, reopen }) => {
            let compared = Compared { coders, interviews: vec![interview] };
            finish(console, &on, &compared, &present, !reopen)
        }
        Some(ReconcileAction::Journal { on, format, output }) => {
            journal(console, &on, &format, output.as_deref())
        }
        Some(ReconcileAction::Edges { on, rule }) => edges(console, &on, &rule),
    }
}

fn list(console: &Console, asked: Reconciling) -> Outcome {
    let Reconciling { project: Some(project), acting, compared, all, .. } = asked else {
        return Ok(Ending::Misused);
    };
    let mut project = Project::read(console, &OnProject { project, acting })?;
    let (interviews, coders) = who(console, &project, &compared)?;
    let answer = answers::reconciliation(&mut project.engine, console.lang, &interviews, coders);
    let mut answer = project.told(answer)?;
    if !all {
        answer.items.retain(|item| item.state != "decided");
    }
    console.answer(&answer, || text(console, &answer))?;
    Ok(Ending::Done)
}

fn text(console: &Console, answer: &ReconciliationAnswer) -> String {
    let lang = console.lang;
    let [first, second] = &answer.coders;
    let mut table = Table::new()
        .text(i18n::column_interview(lang))
        .text(i18n::column_quote(lang))
        .text(first)
        .text(second)
        .text(i18n::column_difference(lang))
        .text(i18n::column_verdict(lang))
        .text(i18n::column_id(lang));
    for item in &answer.items {
        table.row(row(console, item));
    }
    let left = i18n::cli_left_open(lang, &number(answer.minutes), n(answer.open));
    [table_or_nothing(console, &table), answer.sentence.clone(), left].join("\n")
}

fn number(count: usize) -> String {
    count.to_string()
}

fn row(console: &Console, item: &ItemAnswer) -> [String; 7] {
    let lang = console.lang;
    let codes = |passages: &[PassageAnswer]| {
        passages.iter().map(|passage| passage.code.clone()).collect::<Vec<_>>().join(" ; ")
    };
    let decision = item.decision.as_ref().filter(|_| item.state == "decided");
    [
        item.interview.clone(),
        item.quote.clone(),
        codes(&item.first),
        codes(&item.second),
        i18n::difference_name(lang, item.difference).to_owned(),
        decision.map(|decision| i18n::verdict_name(lang, decision.verdict)).unwrap_or_default().to_owned(),
        item.id.map(|id| id.to_string()).unwrap_or_default(),
    ]
}

/// What was settled.
#[derive(Debug, Serialize)]
struct Settled {
    decided: usize,
    open: usize,
    sentence: String,
}

fn settled(console: &Console, project: &Project, decided: usize) -> Outcome {
    let told = progress(&project.engine.seen());
    let sentence = answers::sentence(console.lang, &told);
    let answer = Settled { decided, open: told.open, sentence };
    console.answer(&answer, || {
        let left = i18n::cli_left_open(console.lang, &number(told.minutes_left()), n(told.open));
        format!("{}\n{left}", i18n::cli_decided(console.lang, n(decided)))
    })?;
    Ok(Ending::Done)
}

fn decide(console: &Console, asked: &Deciding) -> Outcome {
    let lang = console.lang;
    let verdict = answers::verdict(&asked.verdict)
        .ok_or_else(|| Problem::Usage(i18n::usage_verdict(lang, &asked.verdict)))?;
    let edges = asked.edges.as_deref().map(|text| range(console, text)).transpose()?;
    let mut differences =
        asked.items.iter().map(|id| super::show::identifier(console, id)).collect::<Result<Vec<_>, _>>()?;
    let mut project = Project::work(console, &asked.on)?;
    let (interviews, coders) = who(console, &project, &asked.compared)?;
    if !asked.pair.is_empty() {
        differences = of_pair(console, &mut project, &interviews, coders, &asked.pair)?;
    }
    let seen = project.engine.seen();
    let codes = asked.codes.iter().map(|code| project.found(names::code(&seen, code)));
    let decision = DecisionAsked {
        coders: coders.to_vec(),
        differences,
        verdict,
        codes: codes.collect::<Result<Vec<_>, _>>()?,
        edges,
        reason: asked.reason.clone(),
        present: members(&project, &asked.present)?,
        arbiter: member(&project, asked.arbiter.as_deref())?,
    };
    let done = project.engine.run(Command::DoubleCoding(Box::new(DoubleCoding::Decide(decision))));
    let made = project.told(done)?.made.len();
    settled(console, &project, made)
}

fn range(console: &Console, text: &str) -> Result<(u32, u32), Problem> {
    let parts = text.split_once('-').and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
    parts.ok_or_else(|| Problem::Usage(i18n::usage_edges(console.lang).to_owned()))
}

/// Every open difference in which one coder has one of two codes and the other the other.
fn of_pair(
    console: &Console,
    project: &mut Project,
    interviews: &[RecordId],
    coders: [RecordId; 2],
    pair: &[String],
) -> Result<Vec<RecordId>, Problem> {
    let [first, second] = pair else {
        return Err(Problem::Usage(i18n::usage_two_coders(console.lang).to_owned()));
    };
    let code = |name: &str| project.found(names::code(&project.engine.seen(), name));
    let (first, second) = (code(first)?, code(second)?);
    let answer = answers::reconciliation(&mut project.engine, console.lang, interviews, coders);
    let answer = project.told(answer)?;
    let seen = project.engine.seen();
    let has = |passages: &[PassageAnswer], code: RecordId| {
        let codings = passages.iter().filter_map(|passage| seen.coding(passage.coding));
        codings.into_iter().any(|coding| coding.code == code)
    };
    let open = answer.items.iter().filter(|item| item.state != "decided");
    let of_pair = open.filter(|item| {
        let straight = has(&item.first, first) && has(&item.second, second);
        straight || has(&item.first, second) && has(&item.second, first)
    });
    Ok(of_pair.filter_map(|item| item.id).collect())
}

fn accept(console: &Console, on: &OnProject, compared: &Compared, present: &[String]) -> Outcome {
    let mut project = Project::work(console, on)?;
    let (interviews, coders) = who(console, &project, compared)?;
    let present = members(&project, present)?;
    let both = workbench::answers::alignment::shared_interviews(&project.engine.seen(), &interviews, coders);
    let mut decided = 0;
    for interview in project.told(both)? {
        let ask = DoubleCoding::AcceptAgreements { interview, coders, present: present.clone() };
        match project.engine.run(Command::DoubleCoding(Box::new(ask))) {
            Ok(outcome) => decided += outcome.made.len(),
            Err(workbench::Failure::Nothing) => {}
            Err(failure) => return project.told(Err(failure)),
        }
    }
    settled(console, &project, decided)
}

/// An interview whose reconciliation was closed or reopened.
#[derive(Debug, Serialize)]
struct Finished {
    interview: String,
    reconciled: bool,
}

fn finish(
    console: &Console,
    on: &OnProject,
    compared: &Compared,
    present: &[String],
    reconciled: bool,
) -> Outcome {
    let mut project = Project::work(console, on)?;
    let (interviews, coders) = who(console, &project, compared)?;
    let present = members(&project, present)?;
    for interview in interviews {
        let ask =
            DoubleCoding::FinishReconciliation { interview, coders, present: present.clone(), reconciled };
        let done = project.engine.run(Command::DoubleCoding(Box::new(ask)));
        project.told(done)?;
    }
    let answer = Finished { interview: compared.interviews.join(", "), reconciled };
    console.answer(&answer, || match reconciled {
        true => i18n::cli_reconciled(console.lang, &answer.interview),
        false => i18n::cli_unreconciled(console.lang, &answer.interview),
    })?;
    Ok(Ending::Done)
}

fn journal(console: &Console, on: &OnProject, format: &str, output: Option<&Path>) -> Outcome {
    let lang = console.lang;
    let mut project = Project::read(console, on)?;
    let Some(output) = output else {
        let rows = answers::journal(&mut project.engine);
        let rows = project.told(rows)?;
        console.answer(&rows, || table_or_nothing(console, &printed(console, &rows)))?;
        return Ok(Ending::Done);
    };
    let form = match format {
        "html" => FileForm::Html,
        "docx" => FileForm::Docx,
        "csv" => FileForm::Csv(CsvFlavour::Comma),
        _ => return Err(Problem::Usage(i18n::usage_journal_format(lang, format))),
    };
    let made = answers::journal_file(&mut project.engine, lang, form);
    let no_such_form = || Problem::Usage(i18n::usage_journal_format(lang, format));
    let made = project.told(made)?.ok_or_else(no_such_form)?;
    super::export::put(console, output, &made.bytes)?;
    let file = output.to_string_lossy().into_owned();
    let answer = workbench::answers::export::ExportAnswer { file, items: made.items, dropped: made.dropped };
    console.answer(&answer, || i18n::cli_exported(lang, &answer.file, n(answer.items)))?;
    Ok(Ending::Done)
}

fn printed(console: &Console, rows: &[JournalRow]) -> Table {
    let mut shown = journal_table(console.lang, rows).into_iter();
    let headings = shown.next().unwrap_or_default();
    let mut table = headings.iter().fold(Table::new(), |table, heading| table.text(heading));
    shown.for_each(|row| table.row(row));
    table
}

/// The rule of the study about other edges.
#[derive(Debug, Serialize)]
struct EdgesRule {
    accept_other_edges: bool,
}

fn edges(console: &Console, on: &OnProject, rule: &str) -> Outcome {
    let accept = match rule {
        "accept" => true,
        "discuss" => false,
        _ => return Err(Problem::Usage(i18n::cli_argument_edges(console.lang).to_owned())),
    };
    let mut project = Project::work(console, on)?;
    let ask = DoubleCoding::AcceptOtherEdges { accept };
    match project.engine.run(Command::DoubleCoding(Box::new(ask))) {
        Ok(_) | Err(workbench::Failure::Nothing) => {}
        Err(failure) => return project.told(Err(failure)),
    }
    console.answer(&EdgesRule { accept_other_edges: accept }, || match accept {
        true => i18n::cli_edges_accepted(console.lang).to_owned(),
        false => i18n::cli_edges_discussed(console.lang).to_owned(),
    })?;
    Ok(Ending::Done)
}
