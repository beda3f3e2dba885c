//! `import`: takes transcripts in, each file as a whole; or shows what it would take in.

use super::{Outcome, n, number};
use crate::arguments::{Comments, Import, OnProject, Parts};
use crate::console::Console;
use crate::problem::Ending;
use crate::project::Project;
use crate::table::Table;
use model::value::Method;
use serde::Serialize;
use workbench::answers::import::{FileAnswer, LeftOutAnswer, TakenAnswer, WarningAnswer, import_files};
use workbench::answers::import_preview::{FilePreview, FoundAnswer, preview_files};
use workbench::import::{CommentsAs, ImportChoices, file_name};

/// What came of all the files.
#[derive(Serialize)]
struct FilesAnswer<T> {
    files: Vec<T>,
}

pub fn run(console: &Console, asked: &Import) -> Outcome {
    let on = OnProject { project: asked.project.clone(), acting: asked.acting.clone() };
    if asked.preview {
        return preview(console, &on, asked);
    }
    let mut project = Project::work(console, &on)?;
    let acting = project.engine.acting();
    project.told(acting)?;
    let bar = console.progress(asked.files.len());
    let told = |done: usize| {
        let name = asked.files.get(done).map(|path| file_name(path)).unwrap_or_default();
        bar.set_message(i18n::cli_reading_file(console.lang, &name));
        bar.set_position(done as u64);
    };
    let files = import_files(&mut project.engine, console.lang, &asked.files, &choices(asked), told);
    bar.finish_and_clear();
    let answer = FilesAnswer { files };
    let method = project.method();
    answer.files.iter().for_each(|file| report(console, method, file));
    console.answer(&answer, || text(console, method, &answer.files))?;
    let refused = answer.files.iter().filter(|file| matches!(file, FileAnswer::Refused { .. })).count();
    Ok(ending(console, refused, answer.files.len()))
}

fn choices(asked: &Import) -> ImportChoices {
    ImportChoices {
        interviewers: asked.interviewers.clone(),
        participant: asked.participant.clone(),
        encoding: asked.encoding.clone(),
        without_original: asked.no_original,
        comments: match asked.comments {
            Comments::AsCodings => CommentsAs::AsCodings,
            Comments::Skip => CommentsAs::Skip,
        },
        unite_spellings: asked.unite_spellings,
        split: match asked.parts {
            Parts::Auto => None,
            Parts::Split => Some(true),
            Parts::Keep => Some(false),
        },
    }
}

/// Refusals and warnings, for people: machines read them in the JSON, but a refusal is said anyway.
fn report(console: &Console, method: Method, file: &FileAnswer) {
    let lang = console.lang;
    match file {
        FileAnswer::Refused { file, error } => refusal(console, file, error),
        FileAnswer::Taken(taken) => {
            warn(console, &taken.file, &taken.warnings);
            left_out(console, &taken.file, &taken.comments_left_out);
            for member in &taken.new_members {
                console.note(&i18n::import_new_member(lang, member));
            }
            let lost = taken.comments_left_out.len();
            if taken.comments_coded + lost > 0 {
                let (found, coded) = (n(taken.comments), n(taken.comments_coded));
                let sentence = i18n::import_comments_became(lang, method.as_str(), found, coded, n(lost));
                console.note(&i18n::cli_import_failed(lang, &taken.file, &sentence));
            }
        }
    }
}

fn refusal(console: &Console, file: &str, error: &str) {
    // Most sentences name the file themselves.
    let named = error.contains(file) || error.contains(&file_name(std::path::Path::new(file)));
    let what = if named { error.to_owned() } else { i18n::cli_import_failed(console.lang, file, error) };
    console.say(&i18n::cli_error(console.lang, &what));
}

fn warn(console: &Console, file: &str, warnings: &[WarningAnswer]) {
    for warning in warnings {
        let sentence = i18n::cli_import_failed(console.lang, file, &warning.sentence);
        console.note(&i18n::cli_warning(console.lang, &sentence));
    }
}

fn left_out(console: &Console, file: &str, comments: &[LeftOutAnswer]) {
    let lang = console.lang;
    for comment in comments {
        let nobody = i18n::import_comment_nobody(lang);
        let author = if comment.author.is_empty() { nobody } else { &comment.author };
        let sentence = i18n::import_comment_left_out(lang, author, &comment.text, comment.why);
        console.note(&i18n::cli_warning(lang, &i18n::cli_import_failed(lang, file, &sentence)));
    }
}

fn text(console: &Console, _: Method, files: &[FileAnswer]) -> String {
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
        file_name(std::path::Path::new(&taken.file)),
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

fn ending(console: &Console, refused: usize, files: usize) -> Ending {
    match refused {
        0 => Ending::Done,
        _ if refused == files => Ending::Refused,
        _ => {
            console.say(&i18n::cli_import_partly(console.lang, n(refused), n(files)));
            Ending::Partly
        }
    }
}

/// What would be taken in; nothing is written.
fn preview(console: &Console, on: &OnProject, asked: &Import) -> Outcome {
    let mut project = Project::read(console, on)?;
    let files = preview_files(&mut project.engine, console.lang, &asked.files, &choices(asked));
    let answer = FilesAnswer { files };
    let method = project.method();
    for file in &answer.files {
        if let FilePreview::Refused { file, error } = file {
            refusal(console, file, error);
        }
    }
    console.answer(&answer, || {
        let found = answer.files.iter().filter_map(|file| match file {
            FilePreview::Found(found) => Some(found_text(console, method, found)),
            FilePreview::Refused { .. } => None,
        });
        let found: Vec<String> = found.collect();
        if found.is_empty() {
            return i18n::cli_import_preview_nothing(console.lang).to_owned();
        }
        found.join("\n\n")
    })?;
    let refused = answer.files.iter().filter(|file| matches!(file, FilePreview::Refused { .. })).count();
    Ok(match refused {
        0 => Ending::Done,
        _ if refused == answer.files.len() => Ending::Refused,
        _ => Ending::Partly,
    })
}

fn found_text(console: &Console, method: Method, found: &FoundAnswer) -> String {
    let lang = console.lang;
    let mut lines = vec![i18n::cli_import_would_be(lang, &found.file, &found.interviews.join(", "))];
    lines.extend(found.already.as_ref().map(|name| i18n::import_already_there(lang, name)));
    let mut table = Table::new()
        .text(i18n::column_speaker(lang))
        .text(i18n::column_role(lang))
        .text(i18n::column_participants(lang))
        .number(i18n::column_turns(lang))
        .number(i18n::column_words(lang))
        .text(i18n::column_text(lang));
    for speaker in &found.speakers {
        let mut label = vec![speaker.label.clone()];
        label.extend(speaker.also.iter().cloned());
        table.row([
            label.join(", "),
            role(console, speaker.role).to_owned(),
            speaker.participant.clone().unwrap_or_default(),
            number(console, speaker.turns),
            number(console, speaker.words),
            speaker.first_words.clone(),
        ]);
    }
    if table.is_empty() {
        lines.push(i18n::import_no_speakers(lang).to_owned());
    } else {
        lines.push(table.lines());
    }
    let spelled = found.speakers.iter().filter(|speaker| speaker.also.is_empty());
    lines.extend(spelled.filter_map(|speaker| {
        let other = speaker.same_as.as_ref()?;
        Some(i18n::cli_import_same_as(lang, &speaker.label, other))
    }));
    lines.extend(found.facts.iter().map(|fact| {
        let name = i18n::import_fact_name(lang, fact.kind);
        match fact.understood.as_ref().filter(|understood| **understood != fact.value) {
            Some(understood) => i18n::import_fact_understood(lang, name, understood, &fact.value),
            None => i18n::import_fact(lang, name, &fact.value),
        }
    }));
    let comments = &found.comments;
    if comments.found > 0 {
        let lost = n(comments.left_out.len());
        let (found, codings) = (n(comments.found), n(comments.codings));
        lines.push(i18n::import_comments_would(lang, method.as_str(), found, codings, lost));
        let new = comments.authors.iter().filter(|author| author.new_member);
        lines.extend(new.map(|author| i18n::import_new_member(lang, &author.coder)));
    }
    lines.extend(found.warnings.iter().map(|warning| i18n::cli_warning(lang, &warning.sentence)));
    lines.join("\n")
}
