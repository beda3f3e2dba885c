//! What the study gives to the thesis: the step *Rédaction*.

use crate::deliverables::{Deliverable, FileForm};
use crate::figures::Figure;
use model::RecordId;

/// The step: what can be taken from the study, in parts as a thesis has them.
#[derive(Debug, Clone, Default)]
pub struct WritingView {
    /// The parts, in the order of a thesis.
    pub parts: Vec<WritingPart>,
}

/// A part of a thesis.
#[derive(Debug, Clone)]
pub struct WritingPart {
    /// Its name.
    pub title: String,
    /// What can be taken for it.
    pub pieces: Vec<WritingPiece>,
}

/// Something that can be taken.
#[derive(Debug, Clone)]
pub struct WritingPiece {
    /// Its name.
    pub title: String,
    /// What it holds, and what it is good for.
    pub about: String,
    /// The forms in which it can be had; none as long as there is nothing to take.
    pub files: Vec<WritingFile>,
}

/// A form of it.
#[derive(Debug, Clone)]
pub struct WritingFile {
    /// The form's name, as `Word`.
    pub name: String,
    /// What is written.
    pub what: Written,
}

/// What is written.
#[derive(Debug, Clone)]
pub enum Written {
    /// A deliverable.
    Deliverable(Deliverable, FileForm),
    /// A figure; the ending says in which form.
    Figure(Figure, &'static str),
    /// The evidence sheet of a claim.
    Sheet(RecordId),
}
