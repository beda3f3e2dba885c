//! The files of the repository, with their text.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// One text file of the repository.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// From the root, with `/`: `crates/model/src/lib.rs`.
    pub path: String,
    /// Everything in it.
    pub text: String,
}

/// The folder that holds the workspace.
pub fn root() -> PathBuf {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    tests.parent().map(Path::to_path_buf).unwrap_or(tests)
}

/// The text of one file, by its path from the root.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file that the repository keeps and that is text.
///
/// What git tracks; in an unpacked archive without git, everything but build output.
pub fn text_files() -> Vec<TextFile> {
    let paths = tracked().unwrap_or_else(|| walked(&root()));
    assert!(paths.iter().any(|path| path == "Cargo.toml"), "the repository was not found");
    let texts = paths.into_iter().filter_map(|path| {
        let text = fs::read_to_string(root().join(&path)).ok()?;
        (!text.contains('\0')).then_some(TextFile { path, text })
    });
    texts.collect()
}

/// The Rust files of the repository.
pub fn rust_files() -> Vec<TextFile> {
    text_files().into_iter().filter(|file| file.path.ends_with(".rs")).collect()
}

/// The Rust files that are shipped: `crates/*/src`, without modules of tests.
pub fn shipped_files() -> Vec<TextFile> {
    let shipped = |file: &TextFile| {
        let parts: Vec<&str> = file.path.split('/').collect();
        matches!(parts.as_slice(), ["crates", _, "src", ..]) && !parts.iter().any(|part| is_test(part))
    };
    rust_files().into_iter().filter(shipped).collect()
}

/// Files and folders of unit tests, by their names.
fn is_test(part: &str) -> bool {
    matches!(part.trim_end_matches(".rs"), "tests" | "test" | "laws") || part.ends_with("_tests.rs")
}

/// The folder of a crate that a file belongs to: `model` for `crates/model/src/lib.rs`.
pub fn crate_of(path: &str) -> &str {
    path.split('/').nth(1).unwrap_or_default()
}

fn tracked() -> Option<Vec<String>> {
    let output = Command::new("git").arg("ls-files").current_dir(root()).output().ok()?;
    let listed = String::from_utf8(output.stdout).ok()?;
    let paths: Vec<String> = listed.lines().map(str::to_owned).collect();
    (output.status.success() && !paths.is_empty()).then_some(paths)
}

fn walked(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() && !matches!(name.as_str(), "target" | ".git") {
            found.extend(walked(&path));
        } else if path.is_file()
            && let Ok(inner) = path.strip_prefix(root())
        {
            found.push(inner.to_string_lossy().replace('\\', "/"));
        }
    }
    found
}
