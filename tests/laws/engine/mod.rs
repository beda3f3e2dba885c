//! The laws of merging, undo and taking back over real project files, through commands alone.

mod acts;
mod desk;
mod index;
mod merge;
mod portrait;
mod reviews;
mod thoughts;
mod together;
mod undo;
