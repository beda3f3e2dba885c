//! The director's desk: what is looked at, what has changed since, and what comes back.

pub mod about;
pub mod admission;
pub mod board;
pub mod changes;
mod copy;
pub mod evolution;
mod leaving;
pub mod overview;
pub mod page;
mod page_parts;
pub mod replies;
pub mod sheet;
mod sheet_figures;
mod sheet_files;
mod sheet_parts;
mod sheet_tables;

use crate::screen::saturation::{day_number, written_day};
use i18n::Lang;

/// The day of an instant, as people write it.
#[must_use]
pub fn day_in_words(lang: Lang, at: &str) -> String {
    day_number(at).map_or_else(String::new, |day| written_day(lang, day))
}
