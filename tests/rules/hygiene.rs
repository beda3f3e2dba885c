//! What every file keeps to, whatever it is about.

use crate::repository::{self, TextFile};

/// Beginnings of paths that exist on one machine only. Written in halves, so as not to find themselves.
const MACHINE_PATHS: [&str; 6] = [
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/Us", "ers/"),
    concat!("C:\\", "Users"),
    concat!("/var/", "folders/"),
];

/// Hosts that packages are downloaded from; which one is used is the business of the machine.
const REGISTRY_HOSTS: [&str; 4] = [
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("arti", "factory"),
    concat!("sparse", "+http"),
];

/// The one source that `Cargo.lock` may name.
const CRATES_IO: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

/// Names that say nothing about what a file holds.
const EMPTY_NAMES: [&str; 6] = ["util", "utils", "misc", "helper", "helpers", "stuff"];

/// A file longer than this says why in its head, in a line that begins “Long because”.
const LONG: usize = 600;

/// Checks every text file: `fault` says what is wrong with a line, if anything is.
fn every_line(files: &[TextFile], fault: impl Fn(&TextFile, &str) -> Option<String>) {
    let faults = files.iter().flat_map(|file| {
        let lines = file.text.lines().enumerate();
        lines.filter_map(|(index, line)| Some(format!("{}:{}: {}", file.path, index + 1, fault(file, line)?)))
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether a path stands in a line as a path of its own, not inside a longer one or an address.
fn names_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "._-~*/}>".contains(c))
    })
}

#[test]
fn no_file_names_a_path_of_one_machine() {
    every_line(&repository::text_files(), |_, line| {
        let path = MACHINE_PATHS.into_iter().find(|path| names_path(line, path))?;
        Some(format!("names a path of one machine ({path}): use a path from the root of the repository"))
    });
}

#[test]
fn paths_of_one_machine_are_recognised() {
    let path = MACHINE_PATHS[0];
    for line in [format!("open {path}claire/x"), format!("\"{path}x\""), format!("={path}x"), path.to_owned()]
    {
        assert!(names_path(&line, path), "{line}");
    }
    for line in [format!("https://example.org{path}x"), format!("assets{path}x"), "home".to_owned()] {
        assert!(!names_path(&line, path), "{line}");
    }
}

#[test]
fn no_file_names_a_registry() {
    every_line(&repository::text_files(), |_, line| {
        let host = REGISTRY_HOSTS.into_iter().find(|host| line.contains(host))?;
        Some(format!("names a package registry ({host})"))
    });
}

#[test]
fn every_package_of_the_lock_file_comes_from_crates_io() {
    let lock = repository::read("Cargo.lock");
    let sources: Vec<&str> = lock.lines().filter(|line| line.starts_with("source = ")).collect();
    assert!(!sources.is_empty(), "Cargo.lock names no source");
    let other = sources.into_iter().find(|source| *source != CRATES_IO);
    assert_eq!(other, None, "Cargo.lock: a package comes from elsewhere");
}

#[test]
fn every_crate_says_what_it_is() {
    for manifest in crate::manifest::all() {
        let folder = manifest.path.trim_end_matches("Cargo.toml");
        let roots = ["src/lib.rs", "src/main.rs"].map(|file| format!("{folder}{file}"));
        let found = repository::rust_files().into_iter().filter(|file| roots.contains(&file.path));
        let mut count = 0;
        for file in found {
            count += 1;
            let says = file.text.starts_with("//! ") && !file.text.starts_with("//! Stub");
            assert!(says, "{}:1: begins with `//! ` and what the crate is for", file.path);
        }
        assert_ne!(count, 0, "{}: neither src/lib.rs nor src/main.rs is tracked", manifest.path);
    }
}

#[test]
fn file_names_say_what_is_inside() {
    for file in repository::rust_files() {
        let parts = file.path.trim_end_matches(".rs").split('/');
        let empty = parts.into_iter().find(|part| EMPTY_NAMES.contains(part));
        assert_eq!(empty, None, "{}: name the file by its content", file.path);
    }
}

#[test]
fn long_files_say_why() {
    let long = repository::rust_files().into_iter().filter(|file| file.text.lines().count() > LONG);
    let silent = long.filter(|file| {
        let mut head = file.text.lines().take_while(|line| line.starts_with("//!"));
        !head.any(|line| line.contains("Long because"))
    });
    let paths: Vec<String> = silent.map(|file| file.path).collect();
    let what = "over 600 lines: split, or say in the head (`//! Long because …`) why they stay whole";
    assert!(paths.is_empty(), "{what}: {paths:?}");
}

#[test]
fn nothing_is_left_open() {
    let marks =
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("to", "do!("), concat!("unimple", "mented!(")];
    every_line(&repository::rust_files(), |_, line| {
        let mark = marks.into_iter().find(|mark| line.contains(mark))?;
        Some(format!("left open ({mark}): finish it, or write it down under “not yet” in ARCHITECTURE.md"))
    });
}

#[test]
fn texts_end_with_one_line_end_and_have_unix_lines() {
    for file in repository::text_files().into_iter().filter(|file| !file.path.starts_with("fixtures/")) {
        let plain = !file.text.contains('\r');
        assert!(plain, "{}: has carriage returns", file.path);
        let ends = file.text.is_empty() || (file.text.ends_with('\n') && !file.text.ends_with("\n\n"));
        assert!(ends, "{}: ends with exactly one line end", file.path);
    }
}
