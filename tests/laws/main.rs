//! The laws of merging, undo, replay, take-back and purge, over random histories on three copies.
#![allow(clippy::unwrap_used)] // a test that meets the unexpected has failed

mod desk;
mod engine;
mod merge;
mod purge;
mod thoughts;
mod undo;
