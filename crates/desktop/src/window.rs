//! The window around the application.

use crate::app::{App, Options, Remembered};
use eframe::{NativeOptions, Renderer};
use std::path::PathBuf;

/// The key under which the window remembers itself.
const MEMORY: &str = "ancrage";

/// The window could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct WindowError(String);

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When the system has no display, or none that can draw.
pub fn run(options: Options) -> Result<(), WindowError> {
    let viewport = egui::ViewportBuilder::default()
        .with_app_id("ancrage")
        .with_title("Ancrage")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([900.0, 560.0])
        .with_drag_and_drop(true);
    let viewport = match crate::app_icon() {
        Some(icon) => viewport.with_icon(icon),
        None => viewport,
    };
    // Another renderer may be compiled in by tests; this one runs on any machine with OpenGL.
    let native = NativeOptions {
        viewport,
        renderer: Renderer::Glow,
        persist_window: true,
        ..NativeOptions::default()
    };
    let start = move |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Box::new(Window::new(cc, options)))
    };
    eframe::run_native("ancrage", native, Box::new(start)).map_err(|error| WindowError(error.to_string()))
}

/// Where the example study is made, unless told otherwise: beside the window's own memory.
#[must_use]
pub fn example_path() -> PathBuf {
    let folder = eframe::storage_dir("ancrage").unwrap_or_else(std::env::temp_dir);
    folder.join("exemple.ancrage")
}

/// Where the signing key of this desk lies: beside the window's own memory, never in a study.
#[must_use]
pub fn desk_key_path() -> PathBuf {
    let folder = eframe::storage_dir("ancrage").unwrap_or_else(std::env::temp_dir);
    folder.join("desk.key")
}

/// The application as the window system runs it.
pub struct Window(App);

impl Window {
    /// The application on a window that was just made.
    #[must_use]
    pub fn new(cc: &eframe::CreationContext<'_>, options: Options) -> Window {
        let remembered = cc.storage.and_then(|storage| eframe::get_value::<Remembered>(storage, MEMORY));
        Window(App::new(&cc.egui_ctx, options, remembered.unwrap_or_default()))
    }

    /// The application in it.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.0
    }

    /// The application in it, to be told of dropped files by a test.
    pub fn app_mut(&mut self) -> &mut App {
        &mut self.0
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0.show(ui);
    }

    /// What was chosen is kept soon after, also where the machine then stops.
    fn auto_save_interval(&self) -> std::time::Duration {
        std::time::Duration::from_secs(5)
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, MEMORY, self.0.remember());
    }
}
