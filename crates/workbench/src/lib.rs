//! The application without a window: commands, operations, views, jobs, wording.
//!
//! Data flows one way: a [`Command`] becomes an operation, the operation is committed, the study in
//! memory follows, and views are made of it.

pub mod alike;
pub mod answers;
pub mod bench;
pub mod command;
pub mod comparison;
pub mod custody;
pub mod deliverables;
pub mod demo;
pub mod desk;
pub mod double_coding;
mod draft;
pub mod engine;
pub mod env;
mod example;
pub mod facts;
pub mod failure;
pub mod figures;
pub mod gaps;
pub mod generate;
pub mod import;
pub mod levels;
pub mod links;
pub mod markdown;
mod markup;
pub mod merging;
pub mod names;
mod ops;
pub mod pdf_process;
pub mod queries;
pub mod review;
pub mod saturation;
pub mod schema;
pub mod screen;
pub mod search;
pub mod signing;
pub mod tables;
mod texts;
pub mod views;
pub mod whole_file;
pub mod wording;

pub use command::Command;
pub use desk::Desk;
pub use engine::{Engine, Moves, Outcome};
pub use env::Env;
pub use failure::{Failure, RowProblem};
pub use ops::masked_names::{Mask, Variant};
