//! The laws of merging, undo, replay, take-back and purge, over random histories on three copies.

mod desk;
mod merge;
mod purge;
mod undo;
