//! `packet`: the texts of some interviews for a second coder, and nothing of what anybody made of them.

use super::Outcome;
use crate::arguments::double_coding::Packet;
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use model::RecordId;
use model::value::{CodeList, PacketForm, Role};
use serde::Serialize;
use workbench::Command;
use workbench::double_coding::packet::PacketAsked;
use workbench::names::{self, NameError};

/// A packet that was made.
#[derive(Debug, Serialize)]
struct PacketAnswer {
    file: String,
    packet: RecordId,
    round: RecordId,
    coder: String,
    interviews: usize,
    codes: usize,
}

pub fn run(console: &Console, asked: &Packet) -> Outcome {
    let passphrase = match asked.protect {
        true => Some(super::locking::passphrase(console, &asked.passphrase)?),
        false => None,
    };
    let mut project = Project::work(console, &asked.on)?;
    let interviews =
        asked.interviews.iter().map(|name| project.interview(name)).collect::<Result<Vec<_>, _>>()?;
    let coder = coder(&mut project, &asked.coder)?;
    let next = project.engine.seen().rounds().len() + 1;
    let wanted = PacketAsked {
        interviews,
        list: if asked.codes { CodeList::Given } else { CodeList::None },
        instructions: asked.instructions.clone(),
        round_name: format!("{} {next}", i18n::column_round(console.lang)),
        form: if asked.docx { PacketForm::Docx } else { PacketForm::Project },
        passphrase,
        lang: console.lang,
    };
    let made = project.engine.make_packet(&asked.output, coder, &wanted);
    let made = project.told(made)?;
    let answer = PacketAnswer {
        file: asked.output.to_string_lossy().into_owned(),
        packet: made.packet,
        round: made.round,
        coder: asked.coder.clone(),
        interviews: wanted.interviews.len(),
        codes: made.codes,
    };
    console.answer(&answer, || i18n::cli_packet_made(console.lang, &answer.coder, &answer.file))?;
    Ok(Ending::Done)
}

/// The member of that name; a new one joins the team as a coder.
fn coder(project: &mut Project, name: &str) -> Result<RecordId, Problem> {
    let found = names::member(&project.engine.seen(), name);
    if !matches!(found, Err(NameError::Unknown { .. })) {
        return project.found(found);
    }
    let added = project.engine.run(Command::AddMember { name: name.to_owned(), role: Role::Coder });
    let made = project.told(added)?.made;
    made.first().copied().map_or_else(|| project.found(found), Ok)
}
