//! Made-up views for tests, the gallery and the bench. All words are invented.

pub mod codes;
pub mod interview;
pub mod window;
