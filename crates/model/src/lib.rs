//! Records, operations, the merge rule, texts and places.
//!
//! Everything here is a pure value: no file, no clock, no chance, no window.
pub mod ids;

pub use ids::{Digest, OpId, RecordId, Timestamp};
