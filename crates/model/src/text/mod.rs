//! Transcript texts: normal form, positions, corrections and what they do to places.
//!
//! Every position is an offset in Unicode scalar values, a `u32`, and every range is half-open
//! `[start, end)`. Bytes never leave this module.
mod align;
mod between;
mod bounds;
pub mod compose;
pub mod context;
pub mod edit;
pub mod index;
mod likeness;
pub mod normalise;
pub mod place;
mod refine;
pub mod revisions;
mod slide;
mod tokens;
pub mod turn;
pub mod turns;

pub use compose::{Composed, compose, merge_edits, rebase};
pub use context::{Context, context};
pub use edit::{Edit, EditError, Splice};
pub use index::TextIndex;
pub use normalise::{Normalised, normalise};
pub use place::{Mapping, Place, PlaceState};
pub use revisions::{Path, RevisionGraph};
pub use turn::Turn;
pub use turns::{map_turns, trim_turns};
