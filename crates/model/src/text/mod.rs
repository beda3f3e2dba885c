//! Transcript texts: normal form, positions, corrections and what they do to places.
//!
//! Every position is an offset in Unicode scalar values, a `u32`, and every range is half-open
//! `[start, end)`. Bytes appear only inside [`index`].
pub mod edit;
pub mod normalise;
pub mod turn;

pub use edit::{Edit, Splice};
pub use normalise::{Normalised, normalise};
pub use turn::Turn;
