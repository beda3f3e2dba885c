//! Panels, theme and window.
//!
//! Panels draw plain views and give back what the user asked for; they change nothing.

pub mod app;
mod app_icon;
pub mod carried;
pub mod codebook;
pub mod codes_panel;
mod command_synonyms;
pub mod commands;
mod drafts;
pub mod empty;
pub mod files;
pub mod folding;
pub mod fonts;
pub mod icons;
pub mod interviews_panel;
pub mod key_cap;
pub mod keymap;
mod measured_list;
pub mod memos;
pub mod passages_panel;
pub mod picker;
pub mod rail;
pub mod review;
pub mod rounds;
pub mod row;
pub mod saturation;
pub mod search;
pub mod sign_button;
pub mod status_bar;
pub mod study;
pub mod theme;
pub mod theory;
pub mod top_bar;
pub mod transcript;
pub mod typography;
pub mod window;
pub mod words;
pub mod writing;

pub use app_icon::app_icon;
pub use words::Words;
