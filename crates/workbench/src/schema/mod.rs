//! Schemas as they are drawn: boxes, arrows, notes and frames with their sizes, for the canvas, for SVG
//! and for PNG. A unit is a pixel where nothing is enlarged; y grows downwards.

mod drawing;
mod layout;
mod lettering;
mod png;
mod svg;

pub use drawing::{Arrow, Box as NodeBox, Drawing, Frame, Head, Note, drawing};
pub use layout::{layout, to_show};
pub use lettering::{lines, width};
pub use png::{PngError, png};
pub use svg::svg;
