//! Panels, theme and window.
//!
//! Panels draw plain views and give back what the user asked for; they change nothing.

pub mod fonts;
pub mod theme;
pub mod transcript;
pub mod typography;
