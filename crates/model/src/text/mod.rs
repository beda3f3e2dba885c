//! Transcript texts: normal form, positions, corrections and what they do to places.
//!
//! Every position is an offset in Unicode scalar values, a `u32`, and every range is half-open
//! `[start, end)`. Bytes never leave this module.
mod align;
mod between;
mod bounds;
pub mod context;
pub mod edit;
pub mod index;
mod likeness;
pub mod normalise;
pub mod place;
mod refine;
mod slide;
mod tokens;
pub mod turn;

pub use context::{Context, context};
pub use edit::{Edit, EditError, Splice};
pub use index::TextIndex;
pub use normalise::{Normalised, normalise};
pub use place::{Mapping, Place, PlaceState};
pub use turn::Turn;
