//! Transcript texts: normal form, positions, corrections and what they do to places.
//!
//! Every position is an offset in Unicode scalar values, a `u32`, and every range is half-open
//! `[start, end)`. Bytes never leave this module.
mod align;
mod between;
mod bounds;
#[cfg(test)]
mod coding_laws;
pub mod compose;
pub mod context;
pub mod edit;
mod fuzzy;
pub mod index;
#[cfg(test)]
mod laws;
mod likeness;
#[cfg(test)]
mod nasty;
pub mod normalise;
pub mod place;
pub mod propose;
mod refine;
pub mod revisions;
mod shared;
mod slide;
mod tokens;
pub mod turn;
pub mod turns;

pub use compose::{Composed, compose, merge_edits, rebase};
pub use context::{Context, context};
pub use edit::{Edit, EditError, Splice};
pub use index::{TextIndex, scalars};
pub use normalise::{Normalised, normalise};
pub use place::{Mapping, Place, PlaceState};
pub use propose::{Proposal, propose, propose_in};
pub use revisions::{Path, RevisionGraph};
pub use turn::Turn;
pub use turns::{map_turns, trim_turns};
