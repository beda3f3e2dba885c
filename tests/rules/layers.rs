//! Which crate may depend on which, and what each must never name.

use std::collections::BTreeMap;

use crate::architecture::{self, Row};
use crate::manifest::{self, Manifest};
use crate::repository::{self, TextFile, crate_of};
use crate::source;

/// Something that some crates keep away from: the packages that give access to it, and the names under
/// which source reaches it.
struct Realm {
    name: &'static str,
    packages: &'static [&'static str],
    words: &'static [&'static str],
    instead: &'static str,
}

const REALMS: [Realm; 6] = [
    Realm {
        name: "files",
        packages: &["tempfile", "walkdir", "dirs", "directories", "rfd"],
        words: &[
            "std::fs",
            "fs::",
            "std::path",
            "PathBuf",
            "std::env",
            "std::process",
            "std::net",
            "File::open",
            "File::create",
        ],
        instead: "take and return bytes or values; the caller reads and writes",
    },
    Realm {
        name: "clock",
        packages: &["chrono", "time", "instant"],
        words: &["SystemTime", "Instant", "Timestamp::now", "Zoned::now", "jiff::now"],
        instead: "take the time as an argument; it comes from Env",
    },
    Realm {
        name: "chance",
        packages: &["rand", "fastrand", "getrandom", "oorandom"],
        words: &[
            "rand::",
            "fastrand",
            "getrandom",
            "new_v1",
            "new_v4",
            "new_v7",
            "now_v1",
            "now_v7",
            "RandomState",
            "thread_rng",
        ],
        instead: "take identifiers and seeds as arguments; they come from Env",
    },
    Realm {
        name: "SQL",
        packages: &["rusqlite", "libsqlite3-sys", "sqlx", "diesel"],
        words: &["rusqlite", "libsqlite3_sys", "sqlx"],
        instead: "ask the store",
    },
    Realm { name: "search engine", packages: &["tantivy"], words: &["tantivy"], instead: "ask the index" },
    Realm {
        name: "window",
        packages: &["egui", "eframe", "rfd", "winit", "egui_kittest"],
        words: &["egui", "eframe", "rfd", "winit"],
        instead: "return a view; the desktop draws it",
    },
];

/// The parts of `std` that a grouped import (`use std::{fs, io}`) may bring in under a short name.
const FILE_MODULES: [&str; 5] = ["fs", "path", "env", "process", "net"];

fn realm(name: &str) -> &'static Realm {
    let found = REALMS.iter().find(|realm| realm.name == name);
    found
        .unwrap_or_else(|| panic!("ARCHITECTURE.md: no rule says what “{name}” is; add a realm in layers.rs"))
}

fn rows() -> BTreeMap<String, Row> {
    architecture::table().into_iter().map(|row| (row.name.clone(), row)).collect()
}

fn manifests() -> Vec<Manifest> {
    let all = manifest::all();
    assert!(all.len() > 3, "the manifests of the workspace were not found");
    all
}

/// The shipped files of one crate, comments and tests blanked.
fn code_of(name: &str) -> Vec<TextFile> {
    let files = repository::shipped_files().into_iter().filter(|file| crate_of(&file.path) == name);
    files.map(|file| TextFile { text: code(&file.text), path: file.path }).collect()
}

fn code(text: &str) -> String {
    source::without_tests(&source::without_comments(text))
}

#[test]
fn every_crate_stands_in_the_table() {
    let rows = rows();
    let manifests = manifests();
    for manifest in &manifests {
        assert!(
            rows.contains_key(&manifest.name),
            "{}: “{}” has no row in ARCHITECTURE.md",
            manifest.path,
            manifest.name
        );
    }
    for row in rows.values() {
        let exists = manifests.iter().any(|manifest| manifest.name == row.name);
        assert_eq!(exists, !row.later, "ARCHITECTURE.md: *Later* is wrong for `{}`", row.name);
    }
}

#[test]
fn crates_depend_as_the_table_says() {
    let rows = rows();
    for manifest in manifests().iter().filter(|manifest| manifest.path.starts_with("crates/")) {
        let Some(row) = rows.get(&manifest.name) else { continue };
        for dependency in &manifest.dependencies {
            let ours = rows.contains_key(&dependency.name);
            assert!(
                !ours || row.may.contains(&dependency.name),
                "{}:{}: `{}` may not depend on `{}`; the table in ARCHITECTURE.md says what it may",
                manifest.path,
                dependency.line,
                row.name,
                dependency.name,
            );
        }
    }
}

#[test]
fn manifests_name_no_package_that_the_table_forbids() {
    let rows = rows();
    for manifest in manifests() {
        let Some(row) = rows.get(&manifest.name) else { continue };
        for realm in row.never.iter().map(|name| realm(name)) {
            for dependency in manifest.dependencies.iter().filter(|dependency| dependency.ships()) {
                assert!(
                    !realm.packages.contains(&dependency.name.as_str()),
                    "{}:{}: `{}` must never name {} (`{}`): {}",
                    manifest.path,
                    dependency.line,
                    row.name,
                    realm.name,
                    dependency.name,
                    realm.instead,
                );
            }
        }
    }
}

#[test]
fn sources_name_nothing_that_the_table_forbids() {
    let mut faults = Vec::new();
    for row in rows().values() {
        for file in code_of(&row.name) {
            for realm in row.never.iter().map(|name| realm(name)) {
                faults.extend(named(&file, realm));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every place where a file names something of a realm.
fn named(file: &TextFile, realm: &Realm) -> Vec<String> {
    let fault = |line: usize, word: &str| {
        format!("{}:{line}: names {} (`{word}`): {}", file.path, realm.name, realm.instead)
    };
    let mut faults: Vec<String> = Vec::new();
    for word in realm.words {
        faults.extend(source::lines_with(&file.text, word).map(|line| fault(line, word)));
    }
    if realm.name == "files" {
        faults.extend(
            grouped(&file.text).into_iter().map(|(line, word)| fault(line, &format!("std::{{{word}}}"))),
        );
    }
    faults
}

/// Modules of files that a grouped import of `std` brings in, with the line of the import.
fn grouped(code: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("std::{") {
        let line = 1 + code[..at].matches('\n').count();
        let group = code[at..].split(';').next().unwrap_or_default();
        let words: Vec<&str> = group.split(|c: char| !source::is_word(c)).collect();
        found.extend(
            FILE_MODULES.into_iter().filter(|module| words.contains(module)).map(|module| (line, module)),
        );
    }
    found
}

#[test]
fn the_workbench_reads_clock_and_chance_in_one_file() {
    let files = code_of("workbench").into_iter().chain(code_of("desktop")).chain(code_of("ancrage"));
    for file in files.filter(|file| file.path != "crates/workbench/src/env.rs") {
        let words = [
            "SystemTime",
            "Timestamp::now",
            "Zoned::now",
            "new_v4",
            "new_v7",
            "now_v7",
            "rand::",
            "fastrand",
        ];
        for word in words {
            let line = source::lines_with(&file.text, word).next();
            assert_eq!(line, None, "{}: names `{word}`: ask Env (crates/workbench/src/env.rs)", file.path);
        }
    }
}

#[test]
fn sql_stands_in_the_store_only() {
    const STATEMENTS: [&str; 9] = [
        "SELECT ",
        "INSERT INTO ",
        "INSERT OR ",
        "DELETE FROM ",
        "CREATE TABLE ",
        "CREATE VIEW ",
        "DROP TABLE ",
        "BEGIN IMMEDIATE",
        "PRAGMA ",
    ];
    for file in repository::shipped_files().iter().filter(|file| crate_of(&file.path) != "store") {
        let code = code(&file.text);
        for statement in STATEMENTS {
            let line = code.lines().position(|line| line.contains(statement)).map(|index| index + 1);
            assert_eq!(line, None, "{}: holds SQL (“{statement}”): ask the store", file.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str, realm_name: &str) -> usize {
        let file = TextFile { path: "crates/model/src/x.rs".to_owned(), text: code(text) };
        named(&file, realm(realm_name)).len()
    }

    #[test]
    fn forbidden_names_are_found_however_they_are_written() {
        assert_ne!(faults("use std::fs;", "files"), 0);
        assert_ne!(faults("use std::{\n    collections::BTreeMap,\n    path::Path,\n};", "files"), 0);
        assert_ne!(faults("let id = Uuid::now_v7();", "chance"), 0);
        assert_ne!(faults("let t = std::time::Instant::now();", "clock"), 0);
        assert_ne!(faults("pub fn f(ui: &mut egui::Ui) {}", "window"), 0);
    }

    #[test]
    fn innocent_names_are_left_alone() {
        assert_eq!(faults("// std::fs is for others\nuse std::{fmt, io};", "files"), 0);
        assert_eq!(faults("let brand = operand::x();", "chance"), 0);
        assert_eq!(faults("#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n", "files"), 0);
    }
}
