//! `terms`: how often every word is said, and which words tell groups of participants apart.

use super::search::{attribute, of_whom, unknown_attribute};
use super::{Outcome, number, read_file, table_or_nothing};
use crate::arguments::Terms;
use crate::console::Console;
use crate::problem::Ending;
use crate::project::Project;
use crate::table::Table;
use workbench::answers::terms::{
    Groups, TermsAnswer, TermsAsked, shipped_stop_words, stop_words, terms, terms_csv,
};

pub fn run(console: &Console, typed: &Terms) -> Outcome {
    let mut project = Project::read(console, &typed.on)?;
    if typed.show_stop {
        let language = project.engine.seen().study_facts().map(|facts| facts.language).unwrap_or_default();
        console.write(shipped_stop_words(language).trim_end())?;
        return Ok(Ending::Done);
    }
    let stop = match &typed.stop {
        Some(file) => Some(stop_words(&String::from_utf8_lossy(&read_file(console, file)?))),
        None => None,
    };
    let by = match typed.by.as_deref() {
        Some(name) => {
            Some(attribute(&project, name).ok_or_else(|| unknown_attribute(console, &project, name))?)
        }
        None => None,
    };
    let of = of_whom(console, &project, &typed.whose, "")?;
    let found = terms(&mut project.engine, &TermsAsked { of, stop, limit: typed.limit, by });
    let answer = project.told(found)?;
    if typed.csv {
        console.write(&terms_csv(&answer))?;
    } else {
        console.answer(&answer, || text(console, &answer))?;
    }
    Ok(Ending::Done)
}

fn text(console: &Console, answer: &TermsAnswer) -> String {
    match &answer.groups {
        Some(groups) => compared(console, groups),
        None => listed(console, answer),
    }
}

fn listed(console: &Console, answer: &TermsAnswer) -> String {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_term(lang))
        .number(i18n::column_total(lang))
        .number(i18n::column_participants(lang))
        .text(i18n::column_forms(lang));
    for term in &answer.terms {
        let total = usize::try_from(term.total).unwrap_or(usize::MAX);
        table.row([
            term.term.clone(),
            number(console, total),
            number(console, term.participants),
            term.forms.join(", "),
        ]);
    }
    table_or_nothing(console, &table)
}

fn compared(console: &Console, groups: &Groups) -> String {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_term(lang))
        .number(i18n::column_log_likelihood(lang))
        .text(i18n::column_most_in(lang));
    for group in groups.words.keys() {
        table = table.number(group);
    }
    for key in &groups.keyness {
        let counts =
            key.counts.values().map(|count| number(console, usize::try_from(*count).unwrap_or(usize::MAX)));
        let cells = [key.term.clone(), i18n::decimal(lang, key.log_likelihood, 2), key.most_in.clone()];
        table.row(cells.into_iter().chain(counts));
    }
    format!("{}\n{}", table_or_nothing(console, &table), groups.measure)
}
