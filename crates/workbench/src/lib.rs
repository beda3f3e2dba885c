//! The application without a window: commands, operations, views, jobs, wording.

pub mod views;
