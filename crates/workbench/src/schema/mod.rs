//! Schemas as they are drawn: boxes, arrows, notes and frames with their sizes, for the canvas, for SVG,
//! PNG and PDF. A unit is a pixel where nothing is enlarged; y grows downwards.

mod drawing;
mod layout;
mod lettering;
mod pdf;
mod png;
mod svg;
mod ways;

pub use drawing::{Arrow, Box as NodeBox, Drawing, Frame, Head, Note, Thing, drawing};
pub use layout::{layout, to_show};
pub use lettering::{LEADING, SIZE, lines, width};
pub use pdf::pdf;
pub use png::{PngError, png};
pub use svg::svg;
pub use ways::Bend;

/// The width of some words at a size, in pixels, near enough to keep them apart.
#[must_use]
pub(crate) fn lettering_width(words: &str, size: f64) -> f64 {
    f64::from(width(words, size as f32))
}
