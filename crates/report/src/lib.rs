//! Deliverables as values: what goes into the thesis, before it has the form of a file.
//!
//! Everything is read through a lens, at the place where a passage lies in the interview's current
//! revision, and by a basis that says whose codings count. Words of the interface are no part of it: who
//! gives a deliverable its form words it.

pub mod codebook;
pub mod coded_text;
pub mod excerpts;
pub mod passage;
mod sources;

pub use codebook::{CodeEntry, Codebook};
pub use coded_text::{CodedText, LabelOn, SpokenLine, coded_texts};
pub use excerpts::{By, Excerpt, Excerpts, ExcerptsAsked, Group, LeftOut, Person, Subject};
pub use passage::{Voice, Who};
pub use sources::Sources;
