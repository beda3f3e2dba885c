//! `review`: what a director says of a study, and what the student makes of it.

use super::Outcome;
use crate::arguments::claims::{Review, ReviewAction, Visa};
use crate::arguments::{Acting, OnProject};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::op::OpKind;
use model::value::Countersign;
use std::path::{Path, PathBuf};
use workbench::answers::claims;
use workbench::answers::threads::{self, ThreadAnswer};
use workbench::command::review::ReviewCommand;
use workbench::names;
use workbench::review::board::BoardRow;
use workbench::review::changes::{SinceRow, since};
use workbench::review::replies::Replies;

pub fn run(console: &Console, asked: Review) -> Outcome {
    match asked.action {
        None => {
            let Review { project: Some(project), acting, .. } = asked else { return Ok(Ending::Misused) };
            overview(console, &OnProject { project, acting })
        }
        Some(ReviewAction::Visa(visa)) => self::visa(console, &visa),
        Some(ReviewAction::Comment { on, about, text }) => comment(console, &on, &about, text),
        Some(ReviewAction::Threads(on)) => threads(console, &on),
        Some(ReviewAction::Resolve { on, thread, reopen }) => resolve(console, &on, &thread, !reopen),
        Some(ReviewAction::Share { on, memo, hide }) => share(console, &on, &memo, !hide),
        Some(ReviewAction::Seen { on, about }) => seen(console, &on, about.as_deref()),
        Some(ReviewAction::Take { on, file }) => take(console, &on, &file),
        Some(ReviewAction::Page { on, director, output }) => page(console, &on, &director, &output),
        Some(ReviewAction::Copy { on, director, output }) => copy(console, &on, &director, &output),
        Some(ReviewAction::Board { studies, acting }) => board(console, &studies, &acting),
    }
}

fn visa(console: &Console, typed: &Visa) -> Outcome {
    let lang = console.lang;
    let verdict = match (typed.agree, typed.refuse) {
        (true, false) => Countersign::Agreed,
        (false, true) => Countersign::Refused,
        _ => return Err(Problem::Usage(i18n::usage_agree(lang).to_owned())),
    };
    let mut project = Project::work(console, &typed.on.on)?;
    let claim = project.found(claims::find(&project.engine.seen(), typed.on.claim.as_deref()))?;
    let director = super::rounds::member(&project, typed.director.as_deref())?;
    let proof = match &typed.proof {
        Some(path) => Some((workbench::import::file_name(path), super::read_file(console, path)?)),
        None => None,
    };
    super::claim::sign(&mut project);
    let reason = typed.reason.clone();
    let command = ReviewCommand::GiveVisa { claim, director, verdict, reason, proof };
    let done = project.engine.run(command.into());
    project.told(done)?;
    let answer = claims::claim(&project.engine, lang, claim);
    console.answer(&answer, || i18n::visa_given(lang, verdict.as_str()).to_owned())?;
    Ok(Ending::Done)
}

/// What has changed since whoever acts last looked, and the study at a glance.
fn overview(console: &Console, on: &OnProject) -> Outcome {
    let lang = console.lang;
    let mut project = Project::read(console, on)?;
    let since = project.engine.me().map(|me| since(&project.engine, lang, me));
    let study = workbench::review::overview::overview(&mut project.engine, lang);
    let study = project.told(study)?;
    let claims = claims::claims(&project.engine, lang);
    let threads = threads::threads(&project.engine, lang);
    let answer = serde_json::json!({
        "since": since, "study": study, "claims": claims, "threads": threads,
    });
    console.answer(&answer, || {
        let mut lines: Vec<String> = Vec::new();
        if let Some(since) = &since {
            lines.push(since.title.clone());
            lines
                .extend(since.changes.iter().map(|row| format!("  {} · {}", row.author, told(console, row))));
        }
        let n = super::n;
        lines.push(format!(
            "{} : {}",
            i18n::study_progress_finished(lang),
            i18n::n_of_total(lang, n(study.finished), n(study.interviews))
        ));
        let silent: Vec<&str> = study
            .voices
            .iter()
            .filter(|voice| voice.passages == 0)
            .map(|voice| voice.participant.as_str())
            .collect();
        if !silent.is_empty() {
            lines.push(i18n::review_silent(lang, &silent.join(", ")));
        }
        lines.extend(study.gaps.iter().map(|(title, n)| format!("{title} : {n}")));
        lines.extend(threads.iter().filter(|thread| thread.resolved.is_none()).map(text));
        lines.join("\n")
    })?;
    Ok(Ending::Done)
}

fn told(console: &Console, row: &SinceRow) -> String {
    match row.n {
        0 | 1 => row.text.clone(),
        more => i18n::review_and_others(console.lang, super::n(more - 1), &row.text),
    }
}

fn page(console: &Console, on: &OnProject, director: &str, output: &Path) -> Outcome {
    let lang = console.lang;
    let mut project = Project::read(console, on)?;
    let director = project.found(names::member(&project.engine.seen(), director))?;
    let page = workbench::review::page::page(&mut project.engine, lang, director);
    let page = project.told(page)?;
    super::export::put(console, output, &page)?;
    let file = output.to_string_lossy();
    let answer = serde_json::json!({ "file": file });
    console.answer(&answer, || i18n::review_page_written(lang, &file))?;
    Ok(Ending::Done)
}

fn copy(console: &Console, on: &OnProject, director: &str, output: &Path) -> Outcome {
    let lang = console.lang;
    let mut project = Project::work(console, on)?;
    let director = project.found(names::member(&project.engine.seen(), director))?;
    let made = project.engine.make_review_copy(output, director);
    let copy = project.told(made)?;
    let file = output.to_string_lossy();
    let answer = serde_json::json!({ "file": file, "copy": copy });
    console.answer(&answer, || i18n::review_copy_written(lang, &file))?;
    Ok(Ending::Done)
}

fn board(console: &Console, studies: &[PathBuf], acting: &Acting) -> Outcome {
    let lang = console.lang;
    let mut rows: Vec<BoardRow> = Vec::new();
    for study in studies {
        let on = OnProject { project: study.clone(), acting: acting.clone() };
        let mut project = Project::read(console, &on)?;
        let row = workbench::review::board::row(&mut project.engine, lang);
        rows.push(project.told(row)?);
    }
    console.answer(&rows, || {
        let mut table = Table::new()
            .text(i18n::board_study(lang))
            .text(i18n::study_progress_finished(lang))
            .number(i18n::review_gaps(lang))
            .number(i18n::board_silent(lang))
            .text(i18n::saturation_claim_title(lang))
            .number(i18n::saturation_threads(lang))
            .number(i18n::board_unseen(lang));
        for row in &rows {
            let claim = match row.claim {
                "none" => "–".to_owned(),
                state => i18n::claim_state(lang, state).to_owned(),
            };
            let n = super::n;
            table.row([
                row.title.clone(),
                i18n::n_of_total(lang, n(row.finished), n(row.interviews)),
                row.gaps.to_string(),
                row.silent.to_string(),
                claim,
                row.open_threads.to_string(),
                row.unseen.to_string(),
            ]);
        }
        table.lines()
    })?;
    Ok(Ending::Done)
}

fn comment(console: &Console, on: &OnProject, about: &str, text: String) -> Outcome {
    let mut project = Project::work(console, on)?;
    let about = project.found(names::anything(&project.engine.seen(), about))?;
    let done = project.engine.run(ReviewCommand::Comment { about, text }.into());
    let made = project.told(done)?.made;
    let id = made.first().map(ToString::to_string).unwrap_or_default();
    let answer = threads::threads(&project.engine, console.lang);
    console.answer(&answer, || i18n::comment_made(console.lang, &id))?;
    Ok(Ending::Done)
}

fn threads(console: &Console, on: &OnProject) -> Outcome {
    let project = Project::read(console, on)?;
    let answer = threads::threads(&project.engine, console.lang);
    console.answer(&answer, || match answer.is_empty() {
        true => i18n::cli_nothing_to_show(console.lang).to_owned(),
        false => answer.iter().map(text).collect::<Vec<_>>().join("\n\n"),
    })?;
    Ok(Ending::Done)
}

fn text(thread: &ThreadAnswer) -> String {
    let sign = if thread.resolved.is_some() { "✓" } else { "•" };
    let comments = thread.comments.iter().map(|one| format!("  {} : {}", one.author, one.text));
    let head = format!("{sign} {}  ({})", thread.about_name, thread.id);
    std::iter::once(head).chain(comments).collect::<Vec<_>>().join("\n")
}

fn resolve(console: &Console, on: &OnProject, thread: &str, resolved: bool) -> Outcome {
    let mut project = Project::work(console, on)?;
    let thread = project.found(names::record(&project.engine.seen(), thread))?;
    let done = project.engine.run(ReviewCommand::Resolve { thread, resolved }.into());
    project.told(done)?;
    let answer = threads::threads(&project.engine, console.lang);
    console.answer(&answer, || match resolved {
        true => i18n::thread_resolved(console.lang).to_owned(),
        false => i18n::thread_reopened(console.lang).to_owned(),
    })?;
    Ok(Ending::Done)
}

fn share(console: &Console, on: &OnProject, memo: &str, shared: bool) -> Outcome {
    let mut project = Project::work(console, on)?;
    let memo = project.found(names::memo(&project.engine.seen(), memo))?;
    let done = project.engine.run(ReviewCommand::Share { memo, shared }.into());
    project.told(done)?;
    let answer = serde_json::json!({ "memo": memo, "shared": shared });
    console.answer(&answer, || match shared {
        true => i18n::memo_shared(console.lang).to_owned(),
        false => i18n::memo_unshared(console.lang).to_owned(),
    })?;
    Ok(Ending::Done)
}

fn seen(console: &Console, on: &OnProject, about: Option<&str>) -> Outcome {
    let mut project = Project::work(console, on)?;
    let target =
        about.map(|name| project.found(names::anything(&project.engine.seen(), name))).transpose()?;
    let done = project.engine.run(ReviewCommand::Look { target }.into());
    let made = project.told(done)?.made;
    let answer = serde_json::json!({ "mark": made.first() });
    console.answer(&answer, || i18n::review_noted(console.lang).to_owned())?;
    Ok(Ending::Done)
}

fn take(console: &Console, on: &OnProject, file: &Path) -> Outcome {
    let mut project = Project::work(console, on)?;
    let bytes = super::read_file(console, file)?;
    let replies = project.told(Replies::read(&workbench::import::file_name(file), &bytes))?;
    let done = project.engine.run(ReviewCommand::TakeReview(Box::new(replies)).into());
    let taken = project.told(done)?;
    let (comments, visas) = match taken.op.kind {
        OpKind::TakeReview { comments, visas } => (comments, visas),
        _ => (0, 0),
    };
    let answer = serde_json::json!({ "comments": comments, "visas": visas });
    console.answer(&answer, || i18n::review_taken(console.lang, comments.into(), visas.into()))?;
    Ok(Ending::Done)
}
