//! Where does a word occur? Full-text search over every turn, memo and code of a study.
//!
//! The index is derived from the study and can be made again at any time. It keeps what it reads by turn,
//! so that a phrase never goes across turns and an interviewer's word is never counted for a participant:
//! who speaks is not in the index at all, it is laid over it by a [`Scope`] when something is looked for.

pub mod analysis;
mod document;
mod error;
mod forms;
pub mod query;
mod schema;
mod scope;
mod search;
mod segment;
mod snapshot;
mod store;
mod terms;

pub use document::{Document, Kind, Versions, Wanted, wanted};
pub use error::IndexError;
pub use query::{Query, QueryError, RegexFault};
pub use scope::{Class, Parts, Passages, Scope};
pub use search::{Hit, Order, Request, Results, SearchError};
pub use snapshot::Snapshot;
pub use store::{Home, Index, remove};
pub use terms::{Family, stop_words};
