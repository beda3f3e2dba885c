//! `relations`: how codes are related, with evidence; where they meet.

use super::{Outcome, basis, basis_line, n, table_or_nothing};
use crate::arguments::theory::{RelationAction, Relations};
use crate::arguments::{BasisOptions, OnProject};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::RecordId;
use model::study::Seen;
use model::value::{Ask, AttributeIs, Kind, RelationSort, Stance};
use serde::Serialize;
use workbench::answers::relations::{MeetingsAnswer, RelationAnswer, cited, counts, meet, near, relations};
use workbench::command::theory::{SortChoice, TheoryCommand};
use workbench::failure::Failure;
use workbench::names::{self, NameError};
use workbench::queries::Asked;

/// Passages that were marked.
#[derive(Serialize)]
struct MarkedAnswer {
    about: RecordId,
    passages: usize,
    stance: Option<&'static str>,
}

pub fn run(console: &Console, asked: Relations) -> Outcome {
    match (asked.action, asked.project) {
        (Some(RelationAction::Add { on, from, relation_type, to }), _) => {
            add(console, &on, (&from, &to), &relation_type)
        }
        (Some(RelationAction::Mark { on, about, codings, against, withdraw, comment }), _) => {
            let stance = (!withdraw).then_some(if against { Stance::Contradicts } else { Stance::Supports });
            mark(console, &on, &about, &codings, stance, comment)
        }
        (Some(RelationAction::Meet { on, codes, without, near, filters, mark, against, save, basis }), _) => {
            let stance = if against { Stance::Contradicts } else { Stance::Supports };
            let said = Said { codes, without, near, filters, save };
            meeting(console, &on, &said, mark.map(|about| (about, stance)), &basis)
        }
        (None, Some(project)) => {
            let on = OnProject { project, acting: asked.acting };
            match &asked.cite {
                Some(name) => cite(console, &on, name),
                None => list(console, &on, asked.count),
            }
        }
        // clap asks for one or the other.
        (None, None) => Err(Problem::Usage(i18n::usage_other(console.lang).to_owned())),
    }
}

/// A relation on one line.
#[derive(Serialize)]
struct CitedAnswer {
    relation: RecordId,
    text: String,
}

fn cite(console: &Console, on: &OnProject, name: &str) -> Outcome {
    let mut project = Project::read(console, on)?;
    let found = relations(&mut project.engine, console.lang);
    let all = project.told(found)?;
    let id = super::show::identifier(console, name)?;
    let known = all.iter().find(|one| one.id == id);
    let relation = known.map_or_else(|| project.told(Err(Failure::Deleted { record: id })), Ok)?;
    let answer = CitedAnswer { relation: id, text: cited(console.lang, relation) };
    console.answer(&answer, || answer.text.clone())?;
    Ok(Ending::Done)
}

fn count(console: &Console, relations: &[RelationAnswer]) -> Outcome {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_type(lang))
        .number(i18n::column_relation(lang))
        .number(i18n::column_supports(lang))
        .number(i18n::column_contradicts(lang));
    let answer = counts(relations);
    for one in &answer {
        table.row([
            one.relation_type.clone(),
            super::number(console, one.n),
            super::number(console, one.supports),
            super::number(console, one.contradicts),
        ]);
    }
    console.answer(&answer, || table_or_nothing(console, &table))?;
    Ok(Ending::Done)
}

fn list(console: &Console, on: &OnProject, by_type: bool) -> Outcome {
    let mut project = Project::read(console, on)?;
    let found = relations(&mut project.engine, console.lang);
    let answer = project.told(found)?;
    if by_type {
        return count(console, &answer);
    }
    console.answer(&answer, || table_or_nothing(console, &table(console, &answer)))?;
    Ok(Ending::Done)
}

fn table(console: &Console, relations: &[RelationAnswer]) -> Table {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_relation(lang))
        .number(i18n::column_supports(lang))
        .number(i18n::column_contradicts(lang))
        .text(i18n::column_participants(lang))
        .text(i18n::column_id(lang));
    for relation in relations {
        table.row([
            relation.sentence.clone(),
            super::number(console, relation.supports.len()),
            super::number(console, relation.contradicts.len()),
            relation.participants.join(", "),
            relation.id.to_string(),
        ]);
    }
    table
}

fn add(console: &Console, on: &OnProject, (from, to): (&str, &str), text: &str) -> Outcome {
    let mut project = Project::work(console, on)?;
    let seen = project.engine.seen();
    let (from, to) = (names::code(&seen, from), names::code(&seen, to));
    let sort = sort(console, &seen, text);
    let (from, to, sort) = (project.found(from)?, project.found(to)?, project.found(sort)?);
    let added = project.engine.run(TheoryCommand::CreateRelation { from, to, sort }.into());
    let made = project.told(added)?.made;
    let found = relations(&mut project.engine, console.lang);
    let answer = project.told(found)?.into_iter().find(|one| made.contains(&one.id));
    console.answer(&answer, || {
        i18n::cli_relation_added(console.lang, answer.as_ref().map_or("", |one| &one.sentence))
    })?;
    Ok(Ending::Done)
}

/// A type by its name for machines, by its name in words, or by the name that the team gave it.
fn sort(console: &Console, seen: &Seen<'_>, text: &str) -> Result<SortChoice, NameError> {
    let named = |sort: &&RelationSort| {
        let words = i18n::relation_sort(console.lang, sort.as_str());
        sort.as_str() == text.trim() || words.to_lowercase() == text.trim().to_lowercase()
    };
    match RelationSort::ALL.iter().filter(|sort| **sort != RelationSort::Custom).find(named) {
        Some(sort) => Ok(SortChoice::Known(*sort)),
        None => names::relation_type(seen, text).map(SortChoice::Custom),
    }
}

/// A relation by its identifier, or a code by its name.
fn about(project: &Project, name: &str) -> Result<RecordId, Problem> {
    let seen = project.engine.seen();
    let relation = names::record(&seen, name).ok().filter(|id| seen.kind(*id) == Kind::Relation);
    relation.map_or_else(|| project.found(names::code(&seen, name)), Ok)
}

fn mark(
    console: &Console,
    on: &OnProject,
    name: &str,
    codings: &[String],
    stance: Option<Stance>,
    comment: Option<String>,
) -> Outcome {
    let mut project = Project::work(console, on)?;
    let about = about(&project, name)?;
    let codings = codings.iter().map(|id| super::show::identifier(console, id));
    let codings = codings.collect::<Result<Vec<_>, _>>()?;
    say(console, &mut project, about, codings, stance, comment)
}

fn say(
    console: &Console,
    project: &mut Project,
    about: RecordId,
    codings: Vec<RecordId>,
    stance: Option<Stance>,
    comment: Option<String>,
) -> Outcome {
    let marked = project.engine.run(TheoryCommand::MarkEvidence { about, codings, stance, comment }.into());
    let passages = project.told(marked)?.op.changes.len();
    let answer = MarkedAnswer { about, passages, stance: stance.map(Stance::as_str) };
    console.answer(&answer, || i18n::cli_evidence_marked(console.lang, n(passages)))?;
    Ok(Ending::Done)
}

/// A question as it was typed.
struct Said {
    codes: Vec<String>,
    without: Vec<String>,
    near: String,
    filters: Vec<String>,
    save: Option<String>,
}

impl Said {
    fn found(&self, console: &Console, project: &Project) -> Result<Asked, Problem> {
        let seen = project.engine.seen();
        let codes = |names: &[String]| {
            names.iter().map(|name| project.found(names::code(&seen, name))).collect::<Result<Vec<_>, _>>()
        };
        let near = near(&self.near)
            .ok_or_else(|| Problem::Usage(i18n::cli_near_unknown(console.lang, &self.near)))?;
        let filters = self.filters.iter().map(|text| filter(console, project, text));
        let filters = filters.collect::<Result<Vec<_>, _>>()?;
        Ok(Asked { all: codes(&self.codes)?, none: codes(&self.without)?, near, filters })
    }
}

fn filter(console: &Console, project: &Project, text: &str) -> Result<AttributeIs, Problem> {
    let wrong = || Problem::Usage(i18n::cli_filter_unknown(console.lang, text));
    let (attribute, value) = text.split_once('=').ok_or_else(wrong)?;
    let attribute = project.found(names::attribute(&project.engine.seen(), attribute.trim()))?;
    Ok(AttributeIs { attribute, value: value.trim().to_owned() })
}

fn meeting(
    console: &Console,
    on: &OnProject,
    said: &Said,
    mark: Option<(String, Stance)>,
    options: &BasisOptions,
) -> Outcome {
    let mut project = match mark.is_some() || said.save.is_some() {
        true => Project::work(console, on)?,
        false => Project::read(console, on)?,
    };
    let basis = basis(console, &project, options)?;
    let asked = said.found(console, &project)?;
    if let Some(name) = &said.save {
        let Asked { all, none, near, filters } = asked.clone();
        let (name, ask) = (name.clone(), Ask::Passages { all, none, near });
        let saved = project.engine.run(TheoryCommand::SaveQuery { query: None, name, ask, filters }.into());
        project.told(saved)?;
    }
    let found = meet(&mut project.engine, &basis, &asked);
    let answer = project.told(found)?;
    match mark {
        None => print_meetings(console, &answer),
        Some((name, stance)) => {
            let about = about(&project, &name)?;
            let codings = answer.passages.iter().map(|one| one.passage.id).collect();
            say(console, &mut project, about, codings, Some(stance), None)
        }
    }
}

/// Prints where codes meet.
pub fn print_meetings(console: &Console, answer: &MeetingsAnswer) -> Outcome {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_interview(lang))
        .number(i18n::column_start(lang))
        .number(i18n::column_end(lang))
        .text(i18n::column_quote(lang))
        .text(i18n::column_with(lang));
    for one in &answer.passages {
        let with: Vec<&str> = one.with.iter().map(|met| met.code.as_str()).collect();
        table.row([
            one.interview.clone(),
            one.passage.start.to_string(),
            one.passage.end.to_string(),
            one.passage.quote.clone(),
            with.join(", "),
        ]);
    }
    let text = || format!("{}\n{}", table_or_nothing(console, &table), basis_line(console, &answer.basis));
    console.answer(answer, text)?;
    Ok(Ending::Done)
}
