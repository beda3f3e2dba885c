//! The picture of the application in the task bar and beside the window's title.

use egui::IconData;
use std::sync::Arc;

const PICTURE: &[u8] = include_bytes!("../../../assets/icons/ancrage-256.png");

/// The picture, to be given to [`egui::ViewportBuilder::with_icon`]; `None` if it cannot be read, and the
/// window then has the system's own.
#[must_use]
pub fn app_icon() -> Option<Arc<IconData>> {
    eframe::icon_data::from_png_bytes(PICTURE).ok().map(Arc::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_can_be_read_and_has_see_through_corners() {
        let icon = app_icon().expect("a readable picture");
        assert_eq!((icon.width, icon.height), (256, 256));
        assert_eq!(icon.rgba[3], 0);
    }
}
