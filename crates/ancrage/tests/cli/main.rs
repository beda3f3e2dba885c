//! The real program on small files: its JSON, its sentences, its exit statuses.

#![allow(clippy::unwrap_used, clippy::panic)] // a test whose files cannot be made or read must stop

mod blindness;
mod codings;
mod copies;
mod corrections;
mod custody;
mod deliverables;
mod double_coding;
mod everywhere;
mod example;
mod imports;
mod measures;
mod pdf;
mod reviews;
mod search;
mod studies;
mod synthetic;
mod theory;
mod three_copies;
mod workshop;
