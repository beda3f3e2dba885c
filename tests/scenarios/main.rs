//! The whole application as a student meets it: by accessible name, keyboard and pointer.
#![allow(clippy::unwrap_used)] // what goes wrong in the hands of a test is a fault found

mod codebook;
mod cut_text;
mod double_coding;
mod drawing;
mod first_hour;
mod gestures;
mod imports;
mod refusals;
mod saturation;
mod schemas;
mod searching;
mod short_of;
mod theorising;
mod unsent;
mod walk;
mod window;
