//! What the numbers say: agreement between coders and evidence of saturation.
//!
//! Pure functions from plain spans, ratings and incidences to numbers. What cannot be computed is a result
//! with a reason ([`Undefined`]), never 0, 1 or NaN. Positions are half-open, in whatever unit the caller
//! counts; the calling crate uses Unicode scalar offsets.

pub mod agreement;
mod ratio;
pub mod saturation;
mod seeded;
mod undefined;

pub use seeded::Seeded;
pub use undefined::{Measured, Undefined, mean_of_defined};
