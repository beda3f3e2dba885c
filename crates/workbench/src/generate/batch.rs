//! Operations that are written together: each is made as if it had been done by itself, after the one
//! before it. For studies made as a whole; what a person does is committed one by one.

use crate::command::CodeChoice;
use crate::draft::{Draft, Drafted};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::ops::codings::{self, Page};
use model::RecordId;
use model::lens::Lens;
use model::op::Op;
use model::text::PlaceState;
use model::value::Layer;
use std::sync::Arc;
use store::{LogLine, PlaceRow};

/// Operations that were made and not yet written. The engine shows them already: a batch is always ended
/// by [`Batch::commit`].
#[derive(Debug)]
pub(crate) struct Batch<'e> {
    engine: &'e mut Engine,
    ops: Vec<Op>,
    places: Vec<PlaceRow>,
}

impl<'e> Batch<'e> {
    /// An empty batch.
    pub fn new(engine: &'e mut Engine) -> Batch<'e> {
        Batch { engine, ops: Vec::new(), places: Vec::new() }
    }

    /// Does something as a member; the records that it made.
    ///
    /// # Errors
    /// When it is refused; what was done before stays in the batch.
    pub fn act(
        &mut self,
        member: RecordId,
        draft: impl FnOnce(Draft<'_>) -> Result<Drafted, Failure>,
    ) -> Result<Vec<RecordId>, Failure> {
        let study = Arc::clone(&self.engine.study);
        let drafted = draft(Draft::new(study.seen_by(Lens::Member(member)), &mut self.engine.env, member))?;
        // Let go of before the study changes: one that is held elsewhere would be copied.
        drop(study);
        let (id, at) = (self.engine.env.op(), self.engine.env.now());
        let (op, _, made) = drafted.into_op(id, member, at, self.engine.study.next_lamport());
        Arc::make_mut(&mut self.engine.study).apply(&op);
        self.ops.push(op);
        Ok(made)
    }

    /// Codes a passage as a member.
    ///
    /// # Errors
    /// When it is refused.
    pub fn code(
        &mut self,
        member: RecordId,
        page: &Page<'_>,
        (start, end): (u32, u32),
        code: RecordId,
        layer: Layer,
    ) -> Result<(), Failure> {
        let choice = CodeChoice::Existing(code);
        let made = self.act(member, |draft| codings::apply(draft, page, (start, end), &choice, layer))?;
        let (interview, revision, state) = (page.interview, page.revision, PlaceState::Exact.as_str());
        let row = |coding| PlaceRow { coding, interview, revision, start, end, state };
        self.places.extend(made.first().copied().map(row));
        Ok(())
    }

    /// Writes everything in one transaction; how many operations there were.
    ///
    /// # Errors
    /// When the file cannot be written; none of the operations has been done then.
    pub fn commit(self) -> Result<usize, Failure> {
        if let Err(error) = self.engine.store.commit_all(&self.ops, &[], &self.places) {
            self.engine.reload()?;
            return Err(error.into());
        }
        let line = |op: &Op| LogLine {
            op: op.id,
            author: op.author,
            at: op.at,
            lamport: op.lamport,
            undoes: op.undoes,
            local: true,
            blanked: false,
        };
        self.engine.history.extend(self.ops.iter().map(line));
        self.engine.kept.forget();
        Ok(self.ops.len())
    }
}
