//! Colours and sizes come from the theme.
#![allow(clippy::expect_used)] // without sources there is nothing to check

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The lines of a file before its tests.
fn shipped(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().take_while(|(_, line)| !line.contains("#[cfg(test)]"))
}

#[test]
fn no_colour_and_no_size_of_text_is_named_outside_the_theme() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 30, "the sources are there");
    let forbidden =
        ["Color32::from_", "Color32::WHITE", "Color32::BLACK", "Color32::GRAY", "Rgba::", "FontId::new"];
    let mut faults = Vec::new();
    for file in files {
        let name = file.strip_prefix(&root).expect("below the root").display().to_string();
        if name.starts_with("theme") || name == "fonts.rs" {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source");
        let found = shipped(&text).filter(|(_, line)| forbidden.iter().any(|word| line.contains(word)));
        faults.extend(found.map(|(number, line)| format!("{name}:{}: {}", number + 1, line.trim())));
    }
    assert_eq!(faults, [""; 0]);
}
