//! The words of the interface: one typed function per message, in French (the source) and English.
//!
//! The catalogues are `assets/i18n/fr/*.ftl` and `assets/i18n/en/*.ftl` (Fluent syntax). The build
//! script compiles each message `coding-applied` into a function `coding_applied(lang, …)` and stops
//! the build, naming file and line, when a message is faulty, missing in one language or has other
//! variables there. Nothing can fail at run time.
//!
//! - A message that inserts no variable returns `&'static str`; any other returns `String`.
//! - Arguments come after the language, in **alphabetical order** of the variables' names.
//! - `$n`, `$count`, `$n-…`, `$count-…` and whatever is matched with plural categories or numbers is an
//!   `i64`, written with separators; everything else is `&str`, written as it is.
//! - An attribute `menu-open.tooltip` becomes `menu_open_tooltip`.
//! - Messages that follow the study's method take `method: &str`: `"grounded"` or `"thematic"`.
//!
//! Typography is set by the build: catalogues are typed with ordinary spaces and apostrophes.

mod lang;
mod moment;
mod number;
mod plural;

/// One function per message of the catalogues.
#[allow(clippy::all, unused_qualifications)]
#[rustfmt::skip]
mod messages {
    use crate::{Lang, MessageInfo, VariableKind};
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

pub use lang::{Lang, UnknownLang};
pub use messages::*;
pub use moment::{Date, Time, date_time, duration, recording_time};
pub use number::{decimal, decimal_at_most, integer, percent};

/// What a message takes for a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VariableKind {
    /// `i64`.
    Number,
    /// `&str`.
    Text,
}

/// One message of the catalogues, for the tests that walk all of them.
#[derive(Debug, Clone, Copy)]
pub struct MessageInfo {
    /// The identifier in the catalogue.
    pub id: &'static str,
    /// The file it stands in, without ending: `window`, `journal`…
    pub area: &'static str,
    /// The variables, in the order of the function's arguments.
    pub variables: &'static [(&'static str, VariableKind)],
    /// The message with one number for all its numbers and one text for all its texts.
    pub write: fn(Lang, i64, &str) -> String,
}

/// Every message, in alphabetical order of the identifiers.
pub fn all_messages() -> &'static [MessageInfo] {
    &ALL
}
