//! `theory`: the statement in clauses, the states that were kept, what depends on a code.

use super::Outcome;
use crate::arguments::OnProject;
use crate::arguments::theory::{Theory, TheoryAction};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use model::RecordId;
use model::value::Kind;
use workbench::answers::memos::AboutAnswer;
use workbench::answers::statement::{
    AffectedAnswer, DifferenceAnswer, TheoryAnswer, affected, compare, theories,
};
use workbench::command::theory::TheoryCommand;
use workbench::names::{self, NameError};

pub fn run(console: &Console, asked: Theory) -> Outcome {
    match (asked.action, asked.project) {
        (Some(TheoryAction::Keep { on, name }), _) => keep(console, &on, &name),
        (Some(TheoryAction::Affected { on, code }), _) => depends(console, &on, &code),
        (None, Some(project)) => {
            let project = Project::read(console, &OnProject { project, acting: asked.acting })?;
            match asked.compare.as_slice() {
                [] => list(console, &project),
                [from] => differ(console, &project, from, None),
                [from, to, ..] => differ(console, &project, from, Some(to)),
            }
        }
        // clap asks for one or the other.
        (None, None) => Err(Problem::Usage(i18n::usage_other(console.lang).to_owned())),
    }
}

fn list(console: &Console, project: &Project) -> Outcome {
    let answer = theories(&project.engine, console.lang);
    console.answer(&answer, || match answer.is_empty() {
        true => i18n::theory_empty(console.lang).to_owned(),
        false => answer.iter().map(text).collect::<Vec<_>>().join("\n\n"),
    })?;
    Ok(Ending::Done)
}

fn text(theory: &TheoryAnswer) -> String {
    let clauses = theory.clauses.iter().map(|clause| {
        let rests: Vec<String> =
            clause.categories.iter().chain(&clause.relations).map(|name| format!("     · {name}")).collect();
        let mut lines = vec![format!("{:>2}. {}", clause.n, clause.text)];
        lines.extend(rests);
        lines.join("\n")
    });
    let kept = theory.versions.iter().map(|version| format!("{}  {}", version.at, version.name));
    let parts = [vec![theory.title.clone()], clauses.collect(), kept.collect()].concat();
    parts.join("\n")
}

/// The only theory: where there are several, nobody knows which is meant.
fn only(project: &Project) -> Result<RecordId, Problem> {
    let all = project.engine.seen().theories();
    let wrong = || NameError::Ambiguous {
        kind: Kind::Theory,
        name: all.iter().map(|(_, title)| *title).collect::<Vec<_>>().join(", "),
        ids: all.iter().map(|(id, _)| *id).collect(),
    };
    match all.as_slice() {
        [(only, _)] => Ok(*only),
        [] => project.found(names::theory(&project.engine.seen(), "")),
        _ => project.found(Err(wrong())),
    }
}

/// A state that was kept, by name or identifier, of any theory.
fn state(project: &Project, name: &str) -> Result<(RecordId, RecordId), Problem> {
    let seen = project.engine.seen();
    for (theory, _) in seen.theories() {
        let kept = seen.kept_versions(theory);
        let named = |one: &&model::study::KeptVersion<'_>| {
            one.body.name.to_lowercase() == name.trim().to_lowercase() || one.id.to_string() == name.trim()
        };
        if let Some(found) = kept.iter().find(named) {
            return Ok((theory, found.id));
        }
    }
    let known = seen.theories().into_iter().flat_map(|(theory, _)| seen.kept_versions(theory));
    let known = known.map(|one| one.body.name.clone()).collect();
    project.found(Err(NameError::Unknown { kind: Kind::TheoryVersion, name: name.to_owned(), known }))
}

fn differ(console: &Console, project: &Project, from: &str, to: Option<&str>) -> Outcome {
    let (theory, from) = state(project, from)?;
    let to = to.map(|name| state(project, name)).transpose()?.map(|(_, version)| version);
    let answer = compare(&project.engine, console.lang, theory, from, to);
    let line = |one: &DifferenceAnswer| one.text.clone();
    console.answer(&answer, || match answer.is_empty() {
        true => i18n::theory_same(console.lang).to_owned(),
        false => answer.iter().map(line).collect::<Vec<_>>().join("\n"),
    })?;
    Ok(Ending::Done)
}

fn keep(console: &Console, on: &OnProject, name: &str) -> Outcome {
    let mut project = Project::work(console, on)?;
    let theory = only(&project)?;
    let kept = project.engine.run(TheoryCommand::KeepTheory { theory, name: name.to_owned() }.into());
    let made = project.told(kept)?.made;
    let theories = theories(&project.engine, console.lang);
    let versions = theories.into_iter().flat_map(|theory| theory.versions);
    let answer = versions.into_iter().find(|version| made.contains(&version.id));
    console.answer(&answer, || {
        i18n::cli_theory_kept(console.lang, answer.as_ref().map_or("", |version| &version.name))
    })?;
    Ok(Ending::Done)
}

fn depends(console: &Console, on: &OnProject, name: &str) -> Outcome {
    let project = Project::read(console, on)?;
    let code = project.found(names::code(&project.engine.seen(), name))?;
    let answer = affected(&project.engine, console.lang, code);
    console.answer(&answer, || match answer.is_empty() {
        true => i18n::affected_nothing(console.lang, &answer.code),
        false => dependants(console, &answer),
    })?;
    Ok(Ending::Done)
}

fn dependants(console: &Console, answer: &AffectedAnswer) -> String {
    let lang = console.lang;
    let lists: [(&str, &Vec<AboutAnswer>); 6] = [
        (i18n::column_code(lang, "grounded"), &answer.below),
        (i18n::column_relation(lang), &answer.relations),
        (i18n::column_clause(lang), &answer.clauses),
        (i18n::affected_schema(lang), &answer.schemas),
        (i18n::affected_memo(lang), &answer.memos),
        (i18n::affected_query(lang), &answer.queries),
    ];
    let passages = format!("{}: {}", i18n::column_passages(lang), answer.passages);
    let named = lists.into_iter().filter(|(_, list)| !list.is_empty()).map(|(title, list)| {
        let names: Vec<String> = list.iter().map(|one| format!("  {}", one.name)).collect();
        format!("{title}\n{}", names.join("\n"))
    });
    std::iter::once(passages).chain(named).collect::<Vec<_>>().join("\n")
}
