//! Undo and redo of one operation.

use crate::command::Command;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::wording;
use i18n::Lang;
use model::OpId;
use model::op::Op;
use serde::Serialize;

/// What an undo undid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UndoAnswer {
    /// What was undone, in words.
    pub undone: String,
    /// That operation.
    pub op: OpId,
}

/// What a redo did again. Redoing is undoing an undo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RedoAnswer {
    /// The undo that was undone, in words.
    pub undone: String,
    /// What was done again, in words.
    pub redone: String,
    /// The undo that was undone.
    pub op: OpId,
}

/// Undoes the last operation of whoever acts.
///
/// # Errors
/// When there is nothing to undo, or something stands on it since.
pub fn undo(engine: &mut Engine, lang: Lang) -> Result<UndoAnswer, Failure> {
    let target = target(engine, engine.next_steps().0)?;
    engine.run(Command::Undo)?;
    let lookup = |id| engine.op(id).ok().flatten();
    Ok(UndoAnswer { undone: wording::deed(lang, &engine.seen(), &target, lookup), op: target.id })
}

/// Takes the last undo back.
///
/// # Errors
/// When there is nothing to redo, or something stands on it since.
pub fn redo(engine: &mut Engine, lang: Lang) -> Result<RedoAnswer, Failure> {
    let undo = target(engine, engine.next_steps().1)?;
    engine.run(Command::Redo)?;
    let (seen, lookup) = (engine.seen(), |id| engine.op(id).ok().flatten());
    let undone = wording::op(lang, &seen, &undo, lookup);
    Ok(RedoAnswer { undone, redone: wording::deed(lang, &seen, &undo, lookup), op: undo.id })
}

fn target(engine: &Engine, op: Option<OpId>) -> Result<Op, Failure> {
    engine.acting()?;
    let op = op.ok_or(Failure::NothingToUndo)?;
    engine.op(op)?.ok_or(Failure::Payload { op })
}
