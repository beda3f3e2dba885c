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

/// The Rust files that are shipped: `crates/*/src`, without the files of test modules.
pub fn shipped_files() -> Vec<TextFile> {
    let sources =
        |file: &TextFile| matches!(file.path.split('/').collect::<Vec<_>>()[..], ["crates", _, "src", ..]);
    let files: Vec<TextFile> = rust_files().into_iter().filter(sources).collect();
    let tests: Vec<String> = files.iter().flat_map(test_modules).collect();
    let is_test = |file: &TextFile| {
        tests
            .iter()
            .any(|module| file.path == format!("{module}.rs") || file.path.starts_with(&format!("{module}/")))
    };
    files.iter().filter(|file| !is_test(file)).cloned().collect()
}

/// The modules that a file declares for tests only (`#[cfg(test)]`, then `mod laws;`), as paths without
/// ending.
fn test_modules(file: &TextFile) -> Vec<String> {
    let own = file.path.trim_end_matches(".rs");
    let folder = match own.rsplit_once('/') {
        Some((folder, "mod" | "lib" | "main")) => folder,
        _ => own,
    };
    let lines: Vec<&str> = file.text.lines().map(str::trim).collect();
    let guarded = lines.windows(2).filter(|pair| pair[0] == "#[cfg(test)]").map(|pair| pair[1]);
    let names = guarded.filter_map(|line| line.strip_suffix(';')?.rsplit_once("mod ").map(|(_, name)| name));
    names.map(|name| format!("{folder}/{name}")).collect()
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

#[test]
fn modules_of_tests_are_told_by_their_declaration() {
    let file =
        |path: &str| TextFile { path: path.to_owned(), text: "mod a;\n#[cfg(test)]\nmod laws;\n".to_owned() };
    assert_eq!(test_modules(&file("crates/m/src/text/mod.rs")), ["crates/m/src/text/laws"]);
    assert_eq!(test_modules(&file("crates/m/src/text.rs")), ["crates/m/src/text/laws"]);
}
