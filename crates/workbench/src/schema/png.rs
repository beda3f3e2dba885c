//! A schema as PNG: the SVG, drawn with the font that the window uses.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::sync::Arc;

const INTER: &[u8] = include_bytes!("../../../../assets/fonts/Inter-Variable.ttf");
/// Pixels for each unit: a figure printed at 15 cm is then sharp.
const SCALE: f32 = 3.0;
/// No picture is wider or higher than this, in pixels.
const MOST: f32 = 10_000.0;

/// Why a picture or page could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PngError {
    /// The drawing is empty, or no picture of its size can be made.
    #[error("nothing to draw")]
    Nothing,
    /// The library refused what we wrote.
    #[error("{0}")]
    Refused(String),
}

/// The picture of an SVG document.
///
/// # Errors
/// When there is nothing to draw, or the document is refused.
pub fn png(svg: &str) -> Result<Vec<u8>, PngError> {
    let tree = tree(svg)?;
    let size = tree.size();
    let scale = SCALE.min(MOST / size.width().max(size.height()).max(1.0));
    let (wide, high) = (pixels(size.width() * scale), pixels(size.height() * scale));
    let mut picture = Pixmap::new(wide, high).ok_or(PngError::Nothing)?;
    // The edge of the page may end inside a pixel: what is not covered is paper, too.
    picture.fill(resvg::tiny_skia::Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|error| PngError::Refused(error.to_string()))
}

/// What an SVG document says, with the font that the window uses.
pub(super) fn tree(svg: &str) -> Result<Tree, PngError> {
    let mut options = Options { font_family: "Inter".to_owned(), ..Options::default() };
    Arc::make_mut(&mut options.fontdb).load_font_data(INTER.to_vec());
    Tree::from_str(svg, &options).map_err(|error| PngError::Refused(error.to_string()))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 0 and MOST
fn pixels(length: f32) -> u32 {
    length.ceil().clamp(0.0, MOST) as u32
}
