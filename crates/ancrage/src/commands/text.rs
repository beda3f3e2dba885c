//! `text replace`: a corrected text as a new revision.

use super::Outcome;
use crate::arguments::{Text, TextAction};
use crate::console::Console;
use crate::problem::Ending;
use crate::project::Project;
use workbench::answers::correction::{CorrectionAnswer, replace_text};
use workbench::answers::import::warning_answer;
use workbench::import::{ImportChoices, read_file_at};

pub fn run(console: &Console, asked: &Text) -> Outcome {
    let TextAction::Replace { on, interview, file, encoding } = &asked.action;
    let mut project = Project::work(console, on)?;
    let id = project.interview(interview)?;
    let choices = ImportChoices { encoding: encoding.clone(), ..ImportChoices::default() };
    let read = project.told(read_file_at(file, &choices))?.transcript;
    for warning in &read.warnings {
        console.note(&i18n::cli_warning(console.lang, &warning_answer(console.lang, warning).sentence));
    }
    let replaced = replace_text(&mut project.engine, id, read.text.clone());
    let answer = project.told(replaced)?;
    let name = project.engine.seen().interview(id).map_or("", |interview| interview.name).to_owned();
    console.answer(&answer, || text(console, &name, &answer))?;
    Ok(Ending::Done)
}

fn text(console: &Console, interview: &str, answer: &CorrectionAnswer) -> String {
    let [moved, changed, lost] =
        [answer.moved, answer.changed, answer.to_place.len()].map(|count| super::number(console, count));
    let sentence = i18n::cli_text_replaced(console.lang, &changed, interview, &moved, &lost);
    if answer.to_place.is_empty() {
        return sentence;
    }
    format!("{sentence}\n{}", super::place::table(console, &answer.to_place).lines())
}
