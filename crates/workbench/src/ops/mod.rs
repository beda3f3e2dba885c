//! From a command to an operation: one file for each kind of record. Nothing is written here.

pub(crate) mod codebook;
pub(crate) mod codes;
pub(crate) mod codings;
pub(crate) mod corrections;
pub(crate) mod double_coding;
pub(crate) mod import_codings;
pub(crate) mod import_interview;
pub(crate) mod interviews;
pub(crate) mod masked_names;
pub(crate) mod masking;
pub(crate) mod memos;
pub(crate) mod merge;
pub(crate) mod people;
pub(crate) mod review;
pub(crate) mod speakers;
pub(crate) mod texts;
pub(crate) mod theory;
pub(crate) mod withdraw;

use crate::command::Command;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use model::value::{CodeDefinition, InterviewFacts, MemoText};

/// The operation of a command that needs no text.
///
/// # Errors
/// When the command is refused.
pub(crate) fn draft(draft: Draft<'_>, command: Command) -> Result<Drafted, Failure> {
    match command {
        Command::EditStudy(edit) => people::edit_study(draft, &edit),
        Command::AddMember { name, role } => people::add_member(draft, &name, role),
        Command::EditMember { member, name, role } => people::edit_member(draft, member, &name, role),
        Command::AddParticipant { name } => people::add_participant(draft, &name),
        Command::EditParticipant { participant, name, status, reason } => {
            people::edit_participant(draft, participant, &name, status, &reason)
        }
        Command::SetAttribute { participant, attribute, value } => {
            people::set_attribute(draft, participant, attribute, value)
        }
        Command::AddAttribute { name, kind, choices } => people::add_attribute(draft, &name, kind, choices),
        Command::EditAttribute { attribute, name, kind, choices } => {
            people::edit_attribute(draft, attribute, &name, kind, choices)
        }
        Command::RemoveAttribute { attribute } => people::remove_attribute(draft, attribute),
        Command::RemoveParticipant { participant } => people::remove_participant(draft, participant),
        Command::ImportParticipants(rows) => people::import_participants(draft, &rows),
        Command::WriteGuide { title, text } => people::write_guide(draft, &title, &text),
        Command::ImportInterview(request) => import_interview::import(draft, *request),
        Command::RenameInterview { interview, name } => interviews::rename(draft, interview, &name),
        Command::SetFacts { interview, date, duration_min, place } => {
            interviews::set_facts(draft, interview, InterviewFacts::new(place, date, duration_min))
        }
        Command::SetSpeakers { interview, speakers } => interviews::set_speakers(draft, interview, speakers),
        Command::SetStatus { interview, status, reason, confirming } => {
            interviews::set_status(draft, interview, status, &reason, confirming)
        }
        Command::NoteReading { interview, minutes } => interviews::note_reading(draft, interview, minutes),
        Command::FinishCoding { interview, finished } => interviews::finish(draft, interview, finished),
        Command::WriteMemo { memo, target, kind, title, body } => {
            memos::write(draft, memo, target, kind, MemoText::new(title, body))
        }
        Command::DeleteMemo { memo } => memos::delete(draft, memo),
        Command::Theory(command) => theory::draft(draft, *command),
        Command::Settle { record, field, keep } => merge::settle(draft, record, field, keep),
        other => draft_code(draft, other),
    }
}

fn draft_code(draft: Draft<'_>, command: Command) -> Result<Drafted, Failure> {
    match command {
        Command::CreateCode(new) => codes::create(draft, &new),
        Command::RenameCode { code, name } => codes::rename(draft, code, &name),
        Command::MoveCode { code, parent, before } => codes::place(draft, code, parent, before),
        Command::ColourCode { code, hue } => codes::colour(draft, code, hue),
        Command::DefineCode { code, definition, include, exclude, example } => {
            codes::define(draft, code, CodeDefinition::new(definition, include, exclude, example))
        }
        Command::EditCode { code, level, layer, in_vivo } => codes::edit(draft, code, level, layer, in_vivo),
        Command::MergeCodes { from, into } => codes::merge(draft, from, into),
        Command::RemoveCodes { codes } => codebook::remove(draft, &codes),
        Command::SplitCode { code, targets, passages } => codebook::split(draft, code, &targets, &passages),
        Command::DeleteCode { code } => codes::delete(draft, code),
        Command::ImportCodes(rows) => codes::import(draft, &rows),
        Command::RemoveCoding { coding } => codings::remove(draft, coding),
        Command::Recode { coding, code } => codings::recode(draft, coding, code),
        Command::CommentCoding { coding, text } => codings::comment(draft, coding, &text),
        Command::DecideLater { coding, undecided } => codings::decide_later(draft, coding, undecided),
        // The commands that need a text are drafted by the engine, which has the texts.
        _ => Err(Failure::Nothing),
    }
}
