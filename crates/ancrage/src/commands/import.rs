//! `import`: takes transcripts in, each file as a whole.

use super::{Outcome, number};
use crate::arguments::{Comments, Import, OnProject};
use crate::console::Console;
use crate::problem::Ending;
use crate::project::Project;
use crate::table::Table;
use serde::Serialize;
use workbench::answers::import::{FileAnswer, TakenAnswer, import_file};
use workbench::import::ImportChoices;

/// What came of all the files.
#[derive(Serialize)]
struct FilesAnswer {
    files: Vec<FileAnswer>,
}

pub fn run(console: &Console, asked: &Import) -> Outcome {
    let on = OnProject { project: asked.project.clone(), acting: asked.acting.clone() };
    let mut project = Project::work(console, &on)?;
    let acting = project.engine.acting();
    project.told(acting)?;
    let answer = FilesAnswer { files: take_in(console, &mut project, asked) };
    for file in &answer.files {
        report(console, file);
    }
    console.answer(&answer, || text(console, &answer.files))?;
    Ok(ending(console, &answer.files))
}

fn take_in(console: &Console, project: &mut Project, asked: &Import) -> Vec<FileAnswer> {
    let choices = ImportChoices {
        interviewers: asked.interviewers.clone(),
        participant: asked.participant.clone(),
        encoding: asked.encoding.clone(),
        without_original: false,
    };
    let bar = console.progress(asked.files.len());
    let comments = asked.comments == Comments::AsCodings;
    let mut files = Vec::new();
    for path in &asked.files {
        bar.set_message(i18n::cli_reading_file(console.lang, &workbench::import::file_name(path)));
        files.push(import_file(&mut project.engine, console.lang, path, &choices, comments));
        bar.inc(1);
    }
    bar.finish_and_clear();
    files
}

/// Refusals and warnings, for people: machines read them in the JSON, but a refusal is said anyway.
fn report(console: &Console, file: &FileAnswer) {
    let lang = console.lang;
    match file {
        FileAnswer::Refused { file, error } => {
            console.say(&i18n::cli_error(lang, &i18n::cli_import_failed(lang, file, error)));
        }
        FileAnswer::Taken(taken) => {
            for warning in &taken.warnings {
                console.note(&i18n::cli_warning(
                    lang,
                    &i18n::cli_import_failed(lang, &taken.file, &warning.sentence),
                ));
            }
        }
    }
}

fn text(console: &Console, files: &[FileAnswer]) -> String {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_file(lang))
        .text(i18n::column_interview(lang))
        .text(i18n::column_participants(lang))
        .number(i18n::column_words(lang))
        .number(i18n::column_turns(lang))
        .text(i18n::column_speaker(lang))
        .number(i18n::column_warnings(lang));
    for file in files {
        if let FileAnswer::Taken(taken) = file {
            table.row(row(console, taken));
        }
    }
    if table.is_empty() { i18n::cli_import_nothing(lang).to_owned() } else { table.lines() }
}

fn row(console: &Console, taken: &TakenAnswer) -> Vec<String> {
    let speakers = taken.speakers.iter().map(|speaker| {
        let role = role(console, speaker.role);
        format!("{} ({role})", speaker.label)
    });
    vec![
        workbench::import::file_name(std::path::Path::new(&taken.file)),
        taken.interview.clone(),
        taken.participants.join(", "),
        number(console, taken.words),
        number(console, taken.turns),
        speakers.collect::<Vec<_>>().join(", "),
        number(console, taken.warnings.len()),
    ]
}

/// The role of a speaker, in words.
pub fn role(console: &Console, role: &str) -> &'static str {
    match role {
        "interviewer" => i18n::speaker_interviewer(console.lang),
        "participant" => i18n::speaker_participant(console.lang),
        _ => i18n::speaker_other(console.lang),
    }
}

fn ending(console: &Console, files: &[FileAnswer]) -> Ending {
    let refused = files.iter().filter(|file| matches!(file, FileAnswer::Refused { .. })).count();
    match refused {
        0 => Ending::Done,
        _ if refused == files.len() => Ending::Refused,
        _ => {
            console.say(&i18n::cli_import_partly(console.lang, super::n(refused), super::n(files.len())));
            Ending::Partly
        }
    }
}
