//! `show`: the text of an interview with its turns.

use super::Outcome;
use super::import::role;
use crate::arguments::Show;
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use model::RecordId;
use workbench::answers::transcript::{TranscriptAnswer, TurnAnswer, transcript};

pub fn run(console: &Console, asked: &Show) -> Outcome {
    let revision = asked.revision.as_deref().map(|text| identifier(console, text)).transpose()?;
    let mut project = Project::read(console, &asked.on)?;
    let interview = project.interview(&asked.interview)?;
    let found = transcript(&mut project.engine, interview, revision);
    let answer = project.told(found)?;
    console.answer(&answer, || text(console, &answer))?;
    Ok(Ending::Done)
}

/// An identifier as it was typed.
pub fn identifier(console: &Console, text: &str) -> Result<RecordId, Problem> {
    text.trim().parse().map_err(|_| Problem::Usage(i18n::usage_identifier(console.lang, text)))
}

/// The turns, each with its range; the plain text where there are none.
fn text(console: &Console, answer: &TranscriptAnswer) -> String {
    if answer.turns.is_empty() {
        return format!("{}\n\n{}", answer.name, answer.text);
    }
    let turns = answer.turns.iter().map(|turn| said(console, turn));
    std::iter::once(answer.name.clone()).chain(turns).collect::<Vec<_>>().join("\n\n")
}

fn said(console: &Console, turn: &TurnAnswer) -> String {
    let role = role(console, turn.role);
    let time = turn.time.as_deref().map(|time| format!(" {time}")).unwrap_or_default();
    format!("{} ({role}) [{}–{}]{time}\n{}", turn.speaker, turn.start, turn.end, turn.text)
}
