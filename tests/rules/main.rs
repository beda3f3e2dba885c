//! The house rules, as tests: what depends on what, what may be named where, what every file keeps to.
//!
//! Each failure names the file and the line, and says what to do instead. The dependency table and the
//! list of invariants are read from `ARCHITECTURE.md`, so that the page cannot drift from the code.

#![allow(clippy::panic)] // a page or a manifest that cannot be read must stop the test

mod architecture;
mod colours;
mod hygiene;
mod layers;
mod manifest;
mod repository;
mod source;
mod words;
mod writes;
