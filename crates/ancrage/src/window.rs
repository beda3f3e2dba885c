//! The one place that opens the window.

use crate::console::Console;
use crate::problem::{Ending, Problem};
use desktop::app::Options;
use std::env;
use std::path::PathBuf;

/// Opens the window on a project, or on the welcome screen, and stays until it is closed.
///
/// # Errors
/// When there is no display, or the window cannot open.
pub fn open_window(console: &Console, project: Option<PathBuf>) -> Result<Ending, Problem> {
    let lang = console.lang;
    let command = format!("{} --help", crate::PROGRAM);
    if !has_display() {
        return Err(Problem::Failed(i18n::cli_no_display(lang, &command)));
    }
    let example = desktop::window::example_path();
    let options = Options { project, example, language: console.typed_lang, ..Options::default() };
    let opened = desktop::window::run(options);
    let failed = |reason: desktop::window::WindowError| {
        Problem::Failed(i18n::cli_window_failed(lang, &command, &reason.to_string()))
    };
    opened.map(|()| Ending::Done).map_err(failed)
}

/// Whether a window can be shown at all. On Linux two variables say so; elsewhere there always is a
/// display.
pub fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
