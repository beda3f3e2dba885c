//! `speakers`: who speaks in an interview, listed or corrected.

use super::import::role;
use super::{Outcome, number, table_or_nothing};
use crate::arguments::{OnProject, SetSpeaker, Speakers};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use workbench::answers::speakers::{SpeakerAnswer, SpeakerEdit, correct, speakers};

pub fn run(console: &Console, asked: Speakers) -> Outcome {
    match (asked.set, asked.project, asked.interview) {
        (Some(SetSpeaker::Set { on, interview, label, name, role, participant }), ..) => {
            let edit = SpeakerEdit { name, role: role.map(Into::into), participant };
            set(console, &on, &interview, &label, &edit)
        }
        (None, Some(project), Some(interview)) => {
            list(console, &OnProject { project, acting: asked.acting }, &interview)
        }
        // clap asks for one or the other.
        _ => Err(Problem::Usage(i18n::usage_other(console.lang).to_owned())),
    }
}

fn list(console: &Console, on: &OnProject, interview: &str) -> Outcome {
    let mut project = Project::read(console, on)?;
    let interview = project.interview(interview)?;
    let found = speakers(&mut project.engine, interview);
    let answer = project.told(found)?;
    console.answer(&answer, || text(console, &answer))?;
    Ok(Ending::Done)
}

fn set(console: &Console, on: &OnProject, interview: &str, label: &str, edit: &SpeakerEdit) -> Outcome {
    let mut project = Project::work(console, on)?;
    let id = project.interview(interview)?;
    let corrected = correct(&mut project.engine, id, label, edit);
    project.told(corrected)?;
    let found = speakers(&mut project.engine, id);
    let answer = project.told(found)?;
    console.answer(&answer, || {
        let done = i18n::cli_speakers_corrected(console.lang, interview);
        format!("{done}\n\n{}", text(console, &answer))
    })?;
    Ok(Ending::Done)
}

fn text(console: &Console, speakers: &[SpeakerAnswer]) -> String {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_speaker(lang))
        .text(i18n::column_role(lang))
        .text(i18n::column_participants(lang))
        .number(i18n::column_turns(lang))
        .number(i18n::column_words(lang));
    for speaker in speakers {
        table.row([
            speaker.label.clone(),
            role(console, speaker.role).to_owned(),
            speaker.participant.clone().unwrap_or_default(),
            number(console, speaker.turns),
            number(console, speaker.words),
        ]);
    }
    table_or_nothing(console, &table)
}
