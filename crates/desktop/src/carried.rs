//! What goes along with the pointer from one panel to another.

use egui::{DragAndDrop, Response};
use model::RecordId;
use std::ops::Range;

/// A code on its way to a passage, or to another place in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodePayload(pub RecordId);

/// A passage on its way to a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassagePayload {
    /// The interview.
    pub interview: RecordId,
    /// Scalars of its whole text.
    pub range: Range<usize>,
}

/// A coded passage on its way to a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodingPayload(pub RecordId);

/// What was dropped on a widget in this frame, if it is of this sort. Unlike egui's own question, asking for
/// one sort leaves a thing of another sort to whoever asks next.
pub(crate) fn dropped<T: Clone + Send + Sync + 'static>(response: &Response) -> Option<T> {
    if !DragAndDrop::has_payload_of_type::<T>(&response.ctx) {
        return None;
    }
    response.dnd_release_payload::<T>().map(|payload| payload.as_ref().clone())
}
