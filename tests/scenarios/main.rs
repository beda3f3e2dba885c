//! The whole application as a student meets it: by accessible name, keyboard and pointer.

mod first_hour;
mod window;
