//! `memos`: what the team writes beside the texts, read or written.

use super::{Outcome, read_file, table_or_nothing};
use crate::arguments::OnProject;
use crate::arguments::theory::{Memos, WriteMemo};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::RecordId;
use model::value::MemoKind;
use workbench::Command;
use workbench::answers::memos::{MemoAnswer, MemoVersionAnswer, MemosAsked, journal, memos, versions};
use workbench::names;

pub fn run(console: &Console, asked: Memos) -> Outcome {
    match (asked.write, asked.project) {
        (Some(write), _) => self::write(console, write),
        (None, Some(project)) => {
            let project = Project::read(console, &OnProject { project, acting: asked.acting })?;
            let about = about(&project, asked.about.as_deref())?;
            let wanted = MemosAsked { kind: kind(console, asked.kind.as_deref())?, about };
            match asked.versions {
                Some(memo) => {
                    let memo = project.found(names::memo(&project.engine.seen(), &memo))?;
                    dated(console, &versions(&project.engine, console.lang, memo))
                }
                None if asked.journal => dated(console, &journal(&project.engine, console.lang, &wanted)),
                None => list(console, &memos(&project.engine, console.lang, &wanted)),
            }
        }
        // clap asks for one or the other.
        (None, None) => Err(Problem::Usage(i18n::usage_other(console.lang).to_owned())),
    }
}

fn kind(console: &Console, text: Option<&str>) -> Result<Option<MemoKind>, Problem> {
    let parse = |text: &str| {
        MemoKind::parse(text).ok_or_else(|| Problem::Usage(i18n::cli_kind_unknown(console.lang, text)))
    };
    text.map(parse).transpose()
}

fn about(project: &Project, name: Option<&str>) -> Result<Option<RecordId>, Problem> {
    name.map(|name| project.found(names::anything(&project.engine.seen(), name))).transpose()
}

fn list(console: &Console, memos: &[MemoAnswer]) -> Outcome {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_when(lang))
        .text(i18n::column_kind(lang))
        .text(i18n::column_author(lang))
        .text(i18n::column_about(lang))
        .text(i18n::column_title(lang))
        .text(i18n::column_text(lang));
    for memo in memos {
        table.row([
            memo.changed.clone().unwrap_or_default(),
            i18n::memo_kind_name(lang, memo.kind).to_owned(),
            memo.author.clone(),
            memo.about.as_ref().map_or_else(String::new, |about| about.name.clone()),
            memo.title.clone(),
            memo.text.clone(),
        ]);
    }
    console.answer(memos, || table_or_nothing(console, &table))?;
    Ok(Ending::Done)
}

fn dated(console: &Console, versions: &[MemoVersionAnswer]) -> Outcome {
    let lang = console.lang;
    let text = || {
        let entry = |version: &MemoVersionAnswer| {
            let at = version.at.clone().unwrap_or_default();
            let kind = i18n::memo_kind_name(lang, version.kind);
            format!("{at}  {} ({kind}), {}\n{}", version.title, version.author, version.text)
        };
        let entries: Vec<String> = versions.iter().map(entry).collect();
        match entries.is_empty() {
            true => i18n::cli_nothing_to_show(lang).to_owned(),
            false => entries.join("\n\n"),
        }
    };
    console.answer(versions, text)?;
    Ok(Ending::Done)
}

fn write(console: &Console, asked: WriteMemo) -> Outcome {
    let WriteMemo::Write { on, title, kind: sort, about: name, body, file } = asked;
    let kind = kind(console, sort.as_deref())?.unwrap_or_default();
    let body = match (body, file) {
        (Some(body), _) => body,
        (None, Some(file)) => String::from_utf8_lossy(&read_file(console, &file)?).into_owned(),
        (None, None) => return Err(Problem::Usage(i18n::cli_body_missing(console.lang).to_owned())),
    };
    let mut project = Project::work(console, &on)?;
    let target = about(&project, name.as_deref())?;
    let body = model::text::normalise(&body).text;
    let written = project.engine.run(Command::WriteMemo { memo: None, target, kind, title, body });
    let made = project.told(written)?.made;
    let found = memos(&project.engine, console.lang, &MemosAsked::default());
    let answer = found.into_iter().find(|memo| made.contains(&memo.id));
    console.answer(&answer, || {
        i18n::cli_memo_written(console.lang, answer.as_ref().map_or("", |memo| &memo.title))
    })?;
    Ok(Ending::Done)
}
