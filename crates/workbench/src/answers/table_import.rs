//! Tables taken in: codings, codes, participants. All of a table or nothing, as one operation.

use super::participants_table;
use crate::command::Command;
use crate::command::theory::TheoryCommand;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::tables;
use model::op::OpKind;
use model::value::{Kind, Value};
use serde::Serialize;

/// What a list of codings brought.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CodingsImported {
    /// New codings.
    pub codings: u32,
    /// Codes created for them.
    pub codes: u32,
    /// Members created for them.
    pub coders: usize,
    /// Their names: whoever meant a member that there was sees it here.
    pub new_members: Vec<String>,
    /// Interviews that rows named.
    pub interviews: u32,
    /// Readings noted: rows without a passage.
    pub readings: usize,
}

/// What a code list brought.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CodesImported {
    /// Codes created.
    pub codes: u32,
    /// What the file holds and the study does not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<super::export::DroppedAnswer>,
}

/// What a table of participants brought.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ParticipantsImported {
    /// Rows of the table.
    pub participants: u32,
    /// Participants created.
    pub created: usize,
    /// Columns created.
    pub attributes: usize,
}

/// Takes a reading grid in: how many codes were created.
///
/// # Errors
/// When the table cannot be read or a row cannot be taken; the line is named, and nothing is changed.
pub fn grid(engine: &mut Engine, file: &str, bytes: &[u8]) -> Result<usize, Failure> {
    engine.acting()?;
    let rows = tables::grid(file, bytes)?;
    Ok(engine.run(TheoryCommand::ImportGrid(rows).into())?.made.len())
}

/// Takes a list of codings in. What is there already adds nothing.
///
/// # Errors
/// When the table cannot be read or a row cannot be taken; the line is named, and nothing is changed.
pub fn codings(engine: &mut Engine, file: &str, bytes: &[u8]) -> Result<CodingsImported, Failure> {
    engine.acting()?;
    let rows = tables::codings(file, bytes)?;
    let outcome = match engine.run(Command::ImportCodings(rows)) {
        Err(Failure::Nothing) => return Ok(CodingsImported::default()),
        outcome => outcome?,
    };
    let made = |wanted: Kind| made(&outcome.op, wanted);
    match outcome.op.kind {
        OpKind::ImportCodings { codings, codes, interviews } => {
            let (coders, readings) = (made(Kind::Member), made(Kind::Reading));
            let new_members = super::import::new_members(&engine.seen(), &outcome.made);
            Ok(CodingsImported { codings, codes, coders, new_members, interviews, readings })
        }
        _ => Err(Failure::Payload { op: outcome.op.id }),
    }
}

/// Takes a code list in. What is there already adds nothing.
///
/// # Errors
/// When the table cannot be read; nothing is changed then.
pub fn codes(engine: &mut Engine, file: &str, bytes: &[u8]) -> Result<CodesImported, Failure> {
    engine.acting()?;
    let list = tables::codes(file, bytes)?;
    let dropped = |what, n, why| (n > 0).then_some(super::export::DroppedAnswer { what, n, why });
    let dropped = [dropped("codes", list.nameless, "no_name"), dropped("sets", list.sets, "not_read")];
    let dropped: Vec<_> = dropped.into_iter().flatten().collect();
    match engine.run(Command::ImportCodes(list.rows)) {
        Err(Failure::Nothing) => Ok(CodesImported { codes: 0, dropped }),
        outcome => match outcome?.op.kind {
            OpKind::ImportCodes { codes } => Ok(CodesImported { codes, dropped }),
            _ => Ok(CodesImported { codes: 0, dropped }),
        },
    }
}

/// Takes a table of participants in. What is there already adds nothing.
///
/// # Errors
/// When the table cannot be read; nothing is changed then.
pub fn participants(engine: &mut Engine, file: &str, bytes: &[u8]) -> Result<ParticipantsImported, Failure> {
    engine.acting()?;
    let rows = participants_table::participants(file, bytes)?;
    let participants = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    match engine.run(Command::ImportParticipants(rows)) {
        Err(Failure::Nothing) => Ok(ParticipantsImported { participants, ..ParticipantsImported::default() }),
        outcome => {
            let op = outcome?.op;
            let (created, attributes) = (made(&op, Kind::Participant), made(&op, Kind::Attribute));
            Ok(ParticipantsImported { participants, created, attributes })
        }
    }
}

/// How many records of a kind an operation made: it writes their defining field for the first time.
fn made(op: &model::op::Op, wanted: Kind) -> usize {
    let defines = |value: &Value| match value {
        Value::MemberName(_) => Kind::Member,
        Value::ReadingDone(_) => Kind::Reading,
        Value::AttributeDefinition(_) => Kind::Attribute,
        Value::ParticipantName(_) => Kind::Participant,
        _ => Kind::Unknown,
    };
    let first = op.changes.iter().filter(|change| change.bases.is_empty());
    first.filter_map(|change| change.after.value()).filter(|value| defines(value) == wanted).count()
}
