//! `new`: creates a study.

use super::Outcome;
use crate::arguments::New;
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::refused;
use i18n::Lang;
use model::value::{Language, Role};
use workbench::answers::study;
use workbench::{Engine, Env};

pub fn run(console: &Console, new: &New) -> Outcome {
    let members = new.members.iter().enumerate().map(|(place, text)| member(console, place, text));
    let members = members.collect::<Result<Vec<_>, _>>()?;
    let language = language(console);
    let engine = Engine::create(&new.project, &new.title, &members, language, Env::system());
    let engine = engine.map_err(|failure| refused(console.lang, &new.project, &failure))?;
    let answer = study::study(&engine);
    console.answer(&answer, || i18n::cli_created(console.lang, &answer.project))?;
    Ok(Ending::Done)
}

/// The language of the interviews: French unless `--lang en` was typed here. The locale of the machine
/// says nothing of what the participants speak.
fn language(console: &Console) -> Language {
    match console.typed_lang {
        Some(Lang::En) => Language::English,
        _ => Language::French,
    }
}

/// `NAME` or `NAME:role`; the first is the student unless said otherwise, the others code as well.
fn member(console: &Console, place: usize, text: &str) -> Result<(String, Role), Problem> {
    let default = if place == 0 { Role::Student } else { Role::Coder };
    match text.rsplit_once(':') {
        None => Ok((text.to_owned(), default)),
        Some((name, role)) => match Role::parse(role.trim()) {
            Some(role) => Ok((name.to_owned(), role)),
            None => Err(Problem::Usage(i18n::usage_role(console.lang, role))),
        },
    }
}
