//! Several operations on their way to the file: all of them are written at once, or none.
//!
//! For files that are taken in together: each is an operation of its own, and giving up leaves no trace of
//! any. What a person does otherwise is committed one by one.

use super::{Engine, Outcome, places};
use crate::command::Command;
use crate::failure::Failure;
use model::op::Op;
use std::sync::Arc;
use store::{Blob, PlaceRow};

/// Operations that were made and not yet written. The engine shows them already; letting go of them takes
/// them back.
#[derive(Debug)]
pub struct Together<'e> {
    engine: &'e mut Engine,
    done: Vec<Step>,
    blobs: Vec<Blob>,
    places: Vec<PlaceRow>,
}

/// One of the operations, and how many blobs and places there were before it.
#[derive(Debug)]
struct Step {
    outcome: Outcome,
    blobs: usize,
    places: usize,
}

impl Engine {
    /// Begins operations that are written together.
    pub fn together(&mut self) -> Together<'_> {
        Together { engine: self, done: Vec::new(), blobs: Vec::new(), places: Vec::new() }
    }
}

impl Together<'_> {
    /// Does what a command asks, after those before it. A command about the text of an interview that is
    /// not written yet is refused.
    ///
    /// # Errors
    /// When it is refused; what was done before stays.
    pub fn run(&mut self, command: Command) -> Result<Outcome, Failure> {
        let me = self.engine.acting()?;
        let drafted = self.engine.checked(command)?;
        let (id, at) = (self.engine.env.op(), self.engine.env.now());
        let (op, blobs, made) = drafted.into_op(id, me, at, self.engine.study.next_lamport());
        Arc::make_mut(&mut self.engine.study).apply(&op);
        let (blobs_before, places_before) = (self.blobs.len(), self.places.len());
        self.places.extend(places::rows_of(&self.engine.study, &op));
        self.blobs.extend(blobs);
        let outcome = Outcome { op: Arc::new(op), made, moves: None, touched: Vec::new() };
        self.done.push(Step { outcome: outcome.clone(), blobs: blobs_before, places: places_before });
        Ok(outcome)
    }

    /// The project with what was done so far.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        self.engine
    }

    /// How many operations wait to be written.
    #[must_use]
    pub fn count(&self) -> usize {
        self.done.len()
    }

    /// How many bytes of texts and files wait to be written.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.blobs.iter().map(|blob| blob.bytes.len()).sum()
    }

    /// Takes back what was done after the first so many operations.
    pub fn back_to(&mut self, count: usize) {
        while self.done.len() > count {
            let Some(step) = self.done.pop() else { return };
            self.blobs.truncate(step.blobs);
            self.places.truncate(step.places);
            Arc::make_mut(&mut self.engine.study).detach(&step.outcome.op);
        }
    }

    /// Writes everything that waits; what was done, in order.
    ///
    /// # Errors
    /// When the file cannot be written. Nothing of it was done then.
    pub fn commit(&mut self) -> Result<Vec<Outcome>, Failure> {
        if self.done.is_empty() {
            return Ok(Vec::new());
        }
        let ops: Vec<Op> = self.done.iter().map(|step| step.outcome.op.as_ref().clone()).collect();
        if let Err(error) = self.engine.store.commit_all(&ops, &self.blobs, &self.places) {
            // Only the file says what was done; nobody has seen the study meanwhile.
            self.back_to(0);
            return Err(error.into());
        }
        for op in &ops {
            self.engine.remember(op, &self.blobs, true);
        }
        self.blobs.clear();
        self.places.clear();
        Ok(std::mem::take(&mut self.done).into_iter().map(|step| step.outcome).collect())
    }
}

impl Drop for Together<'_> {
    fn drop(&mut self) {
        self.back_to(0);
    }
}
