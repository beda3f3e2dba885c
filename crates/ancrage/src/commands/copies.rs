//! `merge`, `settle`, `unite`: copies of a study brought together.

use super::{Outcome, n};
use crate::arguments::{Merge, Settle, Unite};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::value::Method;
use workbench::answers::merge::{self, ConflictAnswer, MergeAnswer, PairAnswer, VersionAnswer};
use workbench::answers::settle;
use workbench::double_coding::locked::{Beside, is_locked};
use workbench::merging::Choice;

pub fn merge(console: &Console, asked: &Merge) -> Outcome {
    match &asked.other {
        None if asked.take_back => take_back(console, asked),
        None => Err(Problem::Usage(i18n::usage_merge(console.lang).to_owned())),
        Some(other) => {
            let choices = choices(console, &asked.kept_versions)?;
            let opened = if asked.dry_run { Project::read } else { Project::work };
            let mut project = opened(console, &asked.on)?;
            let unlocked = match is_locked(other) {
                true => {
                    let passphrase = super::locking::passphrase(console, &asked.passphrase)?;
                    let unlocked = project.engine.unlock_copy(other, &passphrase);
                    Some(project.told(unlocked)?)
                }
                false => None,
            };
            let other = unlocked.as_ref().map_or(other.as_path(), Beside::path);
            let report = match asked.dry_run {
                true => project.engine.merge_plan(other),
                false => project.engine.merge_keeping(other, &choices),
            };
            let report = project.told(report)?;
            let answer = merge::merge(&project.engine, console.lang, &report);
            console.answer(&answer, || text(console, project.method(), asked.dry_run, &answer))?;
            Ok(Ending::Done)
        }
    }
}

/// Which versions stay where the copies disagree: record, group and version of each.
fn choices(console: &Console, keep: &[String]) -> Result<Vec<Choice>, Problem> {
    let wrong = |text: &str| Problem::Usage(i18n::usage_identifier(console.lang, text));
    let choice = |said: &String| {
        let parts: Vec<&str> = said.split('=').collect();
        let [record, group, keep] = parts.as_slice() else { return Err(wrong(said)) };
        let field = settle::field(group);
        Ok(Choice {
            record: record.trim().parse().map_err(|_| wrong(record))?,
            field: field.ok_or_else(|| Problem::Usage(i18n::usage_group(console.lang, group)))?,
            keep: keep.trim().parse().map_err(|_| wrong(keep))?,
        })
    };
    keep.iter().map(choice).collect()
}

fn take_back(console: &Console, asked: &Merge) -> Outcome {
    let mut project = Project::work(console, &asked.on)?;
    let taken = merge::take_back(&mut project.engine);
    let answer = project.told(taken)?;
    console.answer(&answer, || i18n::cli_taken_back(console.lang, n(answer.ops_out)))?;
    Ok(Ending::Done)
}

fn text(console: &Console, method: Method, plan: bool, answer: &MergeAnswer) -> String {
    let lang = console.lang;
    let came = if plan { i18n::cli_merge_plan } else { i18n::cli_merged };
    let mut lines = vec![came(lang, n(answer.ops_in))];
    if !answer.sealed.is_empty() {
        lines.push(i18n::cli_merge_sealed(lang, &answer.sealed.join(", ")));
    }
    if !answer.new.is_empty() {
        let kinds = answer.new.iter();
        let kinds =
            kinds.map(|(kind, count)| format!("{} {count}", i18n::kind_name(lang, kind, method.as_str())));
        lines.push(i18n::cli_merge_new(lang, &kinds.collect::<Vec<_>>().join(", ")));
    }
    if !answer.conflicts.is_empty() {
        lines.push(i18n::cli_merge_conflicts(lang).to_owned());
        lines.push(conflicts(console, &answer.conflicts).lines());
    }
    let same = [&answer.same_source, &answer.same_code, &answer.same_member];
    if same.iter().any(|pairs| !pairs.is_empty()) {
        lines.push(i18n::cli_merge_same(lang).to_owned());
        lines.push(pairs(console, same.into_iter().flatten()).lines());
    }
    if !answer.to_place.is_empty() {
        lines.push(i18n::cli_merge_to_place(lang, n(answer.to_place.len())));
    }
    lines.join("\n")
}

fn conflicts(console: &Console, conflicts: &[ConflictAnswer]) -> Table {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_name(lang))
        .text(i18n::column_what(lang))
        .text(i18n::column_id(lang))
        .text(i18n::column_ours(lang))
        .text(i18n::column_theirs(lang));
    let version = |version: &Option<VersionAnswer>| match version {
        Some(version) => format!("{} ({})", version.version, version.author),
        None => String::new(),
    };
    for conflict in conflicts {
        let (ours, theirs) = (version(&conflict.ours), version(&conflict.theirs));
        table.row([conflict.name.clone(), conflict.group.clone(), conflict.record.to_string(), ours, theirs]);
    }
    table
}

fn pairs<'a>(console: &Console, pairs: impl Iterator<Item = &'a PairAnswer>) -> Table {
    let id = i18n::column_id(console.lang);
    let mut table = Table::new().text(i18n::column_name(console.lang)).text(id).text(id);
    for pair in pairs {
        table.row([pair.name.clone(), pair.first.to_string(), pair.second.to_string()]);
    }
    table
}

pub fn settle(console: &Console, asked: &Settle) -> Outcome {
    let lang = console.lang;
    let wrong_group = || Problem::Usage(i18n::usage_group(lang, &asked.group));
    let field = settle::field(&asked.group).ok_or_else(wrong_group)?;
    let keep =
        asked.keep.trim().parse().map_err(|_| Problem::Usage(i18n::usage_identifier(lang, &asked.keep)))?;
    let mut project = Project::work(console, &asked.on)?;
    let settled = settle::settle(&mut project.engine, lang, &asked.record, field, keep);
    let answer = project.told(settled)?;
    console.answer(&answer, || i18n::cli_settled(lang, &answer.group, &answer.name))?;
    Ok(Ending::Done)
}

pub fn unite(console: &Console, asked: &Unite) -> Outcome {
    let mut project = Project::work(console, &asked.on)?;
    let united = settle::unite(&mut project.engine, console.lang, &asked.first, &asked.second);
    let answer = project.told(united)?;
    console.answer(&answer, || i18n::cli_united(console.lang, &answer.name))?;
    Ok(Ending::Done)
}
