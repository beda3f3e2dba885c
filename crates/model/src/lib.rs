//! Records, operations, the merge rule, texts and places.
//!
//! Everything here is a pure value: no file, no clock, no chance, no window.
pub mod basis;
pub mod claim;
pub mod graph;
pub mod ids;
pub mod lens;
pub mod links;
pub mod op;
pub mod order;
pub mod purge;
pub mod records;
mod references;
pub mod register;
pub mod seal;
pub mod study;
pub mod take_back;
pub mod text;
pub mod undo;
pub mod value;

pub use ids::{Digest, OpId, RecordId, Timestamp};
