//! `check`: the integrity of the project.

use super::{Outcome, n};
use crate::arguments::OnProject;
use crate::console::Console;
use crate::problem::Ending;
use crate::project::Project;
use workbench::answers::custody::{CheckAnswer, check, check_unopened};
use workbench::{Engine, Env};

pub fn run(console: &Console, on: &OnProject) -> Outcome {
    let opened = Engine::open_read_only(&on.project, Env::system());
    if let Err(failure) = &opened
        && let Some(answer) = check_unopened(console.lang, &on.project, failure)
    {
        console.answer(&answer, || text(console, &answer))?;
        return Ok(Ending::Refused);
    }
    let mut project = Project::open(console, on, opened)?;
    let checked = project.engine.check();
    let checked = project.told(checked)?;
    let answer = check(&project.engine, console.lang, &checked);
    console.answer(&answer, || text(console, &answer))?;
    Ok(if answer.ok { Ending::Done } else { Ending::Refused })
}

fn text(console: &Console, answer: &CheckAnswer) -> String {
    let lang = console.lang;
    let mut lines = Vec::new();
    if answer.ok {
        lines.push(i18n::cli_check_sound(lang, n(answer.ops)));
    }
    if !answer.findings.is_empty() {
        lines.push(i18n::cli_check_findings(lang, n(answer.findings.len())));
        lines.extend(answer.findings.iter().map(|finding| format!("– {}", finding.text)));
    }
    lines.join("\n")
}
