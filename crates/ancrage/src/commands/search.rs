//! `search`: where words are said, by whom, how often.

use super::{Outcome, number, table_or_nothing};
use crate::arguments::{Ranked, Search, Searched, Whose};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::RecordId;
use model::value::AttributeValue;
use workbench::answers::search::{ParticipantCounts, SearchAnswer, hits_csv, search, voices};
use workbench::names;
use workbench::search::{Asked, Coded, Order, Where};

pub fn run(console: &Console, typed: &Search) -> Outcome {
    let mut project = Project::read(console, &typed.on)?;
    let asked = asked(console, &project, typed)?;
    let found = search(&mut project.engine, &asked);
    let answer = project.told(found)?;
    if typed.csv {
        console.write(&hits_csv(&answer.hits))?;
    } else {
        console.answer(&answer, || text(console, &answer))?;
    }
    Ok(Ending::Done)
}

fn asked(console: &Console, project: &Project, typed: &Search) -> Result<Asked, Problem> {
    let within = Where {
        texts: typed.within.contains(&Searched::Texts),
        memos: typed.within.contains(&Searched::Memos),
        codes: typed.within.contains(&Searched::Codes),
    };
    let order = match typed.order {
        Ranked::Text => Order::Text,
        Ranked::Rank => Order::Rank,
    };
    Ok(Asked {
        exact: typed.exact,
        within,
        coded: coded(console, project, typed)?,
        layer: typed.layer.layer(),
        order,
        limit: typed.limit,
        context: typed.context,
        ..of_whom(console, project, &typed.whose, &typed.query)?
    })
}

/// A question about the words of some people in some interviews.
pub fn of_whom(console: &Console, project: &Project, whose: &Whose, query: &str) -> Result<Asked, Problem> {
    let interviews = whose.interviews.iter().map(|name| project.interview(name));
    Ok(Asked {
        voices: project.found(voices(&project.engine.seen(), &whose.speaker))?,
        interviews: interviews.collect::<Result<_, _>>()?,
        attribute: whose.attribute.as_deref().map(|typed| with_value(console, project, typed)).transpose()?,
        ..Asked::of(query)
    })
}

fn coded(console: &Console, project: &Project, typed: &Search) -> Result<Coded, Problem> {
    let codes = |paths: &[String]| -> Result<Vec<RecordId>, Problem> {
        let seen = project.engine.seen();
        paths.iter().map(|path| project.found(names::code(&seen, path))).collect()
    };
    match (typed.coded.as_slice(), typed.not_coded.as_slice()) {
        ([], []) => Ok(Coded::Anywhere),
        (with, []) => Ok(Coded::With(codes(with)?)),
        ([], without) => Ok(Coded::Without(codes(without)?)),
        _ => Err(Problem::Usage(i18n::cli_search_both_coded(console.lang).to_owned())),
    }
}

/// `Sexe=femme`: an attribute and the value that it must have.
fn with_value(
    console: &Console,
    project: &Project,
    typed: &str,
) -> Result<(RecordId, AttributeValue), Problem> {
    let parts = typed.split_once('=');
    let attribute = parts.and_then(|(name, _)| attribute(project, name));
    let (Some((_, value)), Some(attribute)) = (parts, attribute) else {
        return Err(unknown_attribute(console, project, typed));
    };
    let value = value.trim();
    let seen = project.engine.seen();
    // The value as the table has it: a number, or a text whatever its case.
    let known = seen.participants().into_iter().flat_map(|person| person.attributes);
    let mut known = known.filter(|(id, _)| *id == attribute).map(|(_, value)| value.clone());
    let same = |known: &AttributeValue| match known {
        AttributeValue::Text(text) => text.to_lowercase() == value.to_lowercase(),
        AttributeValue::Number(number) => value.replace(',', ".").parse() == Ok(*number),
    };
    Ok((attribute, known.find(same).unwrap_or_else(|| AttributeValue::Text(value.to_owned()))))
}

/// The attribute of that heading or identifier.
pub fn attribute(project: &Project, name: &str) -> Option<RecordId> {
    let seen = project.engine.seen();
    let name = name.trim();
    let same = |known: &model::study::Attribute<'_>| {
        known.name.to_lowercase() == name.to_lowercase() || known.id.to_string() == name
    };
    seen.attributes().into_iter().find(same).map(|known| known.id)
}

pub fn unknown_attribute(console: &Console, project: &Project, typed: &str) -> Problem {
    let seen = project.engine.seen();
    let known: Vec<&str> = seen.attributes().iter().map(|known| known.name).collect();
    Problem::Failed(i18n::cli_search_attribute(console.lang, &known.join(", "), typed))
}

fn text(console: &Console, answer: &SearchAnswer) -> String {
    let lang = console.lang;
    let total = i64::try_from(answer.total).unwrap_or(i64::MAX);
    let mut lines = vec![i18n::cli_search_found(lang, total)];
    if !answer.counts.0.is_empty() {
        lines.push(by_participant(console, &answer.counts));
    }
    if answer.hits.is_empty() {
        return lines.join("\n");
    }
    let mut table = Table::new()
        .text(i18n::column_interview(lang))
        .text(i18n::column_speaker(lang))
        .number(i18n::column_start(lang))
        .number(i18n::column_before(lang))
        .text(i18n::column_quote(lang))
        .text(i18n::column_after(lang));
    for hit in &answer.hits {
        table.row([
            hit.interview.clone(),
            hit.speaker.clone(),
            hit.start.to_string(),
            hit.before.clone(),
            hit.text.clone(),
            hit.after.clone(),
        ]);
    }
    lines.push(table_or_nothing(console, &table));
    if answer.total > answer.hits.len() as u64 {
        lines.push(i18n::cli_search_shown(lang, super::n(answer.hits.len())));
    }
    lines.join("\n")
}

fn by_participant(console: &Console, counts: &ParticipantCounts) -> String {
    let one = |(name, count): &(String, u64)| {
        format!("{name} : {}", number(console, usize::try_from(*count).unwrap_or(usize::MAX)))
    };
    counts.0.iter().map(one).collect::<Vec<_>>().join(", ")
}
