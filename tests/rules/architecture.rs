//! `ARCHITECTURE.md` read as data: its table of crates, and invariants that name tests that exist.

use std::collections::BTreeMap;

use crate::repository;

const PAGE: &str = "ARCHITECTURE.md";

/// One row of the table of crates.
#[derive(Debug, Clone)]
pub struct Row {
    pub name: String,
    /// The row says *Later*: the crate need not exist yet.
    pub later: bool,
    /// Crates of the workspace that it may depend on.
    pub may: Vec<String>,
    /// Realms (files, clock…) that it must never name.
    pub never: Vec<String>,
}

/// The table of crates, as written.
pub fn table() -> Vec<Row> {
    let page = repository::read(PAGE);
    let rows: Vec<Row> = page.lines().filter(|line| line.starts_with("| `")).map(row).collect();
    assert!(!rows.is_empty(), "{PAGE}: no table of crates");
    rows
}

fn row(line: &str) -> Row {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    let [name, question, may, never] = cells.as_slice() else {
        panic!("{PAGE}: four columns expected in {line}")
    };
    let list = |cell: &str| -> Vec<String> {
        let items = cell.split(',').map(|item| item.trim().trim_matches('`').to_owned());
        items.filter(|item| item != "–").collect()
    };
    Row {
        name: name.trim_matches('`').to_owned(),
        later: question.contains("*Later.*"),
        may: list(may),
        never: list(never),
    }
}

/// The invariants by number, each with the tests that it names; `None` for those not held yet.
fn invariants() -> BTreeMap<usize, Vec<Option<Vec<String>>>> {
    let page = repository::read(PAGE);
    let mut found: BTreeMap<usize, Vec<Option<Vec<String>>>> = BTreeMap::new();
    for (heading, held) in [("## Invariants", true), ("### Not yet held by a test", false)] {
        for (number, text) in items(section(&page, heading)) {
            found.entry(number).or_default().push(held.then(|| tests_named(&text)));
        }
    }
    found
}

/// What stands between a heading and the next one.
fn section<'a>(page: &'a str, heading: &str) -> &'a str {
    let start = page.find(heading).unwrap_or_else(|| panic!("{PAGE}: no “{heading}”")) + heading.len();
    let rest = &page[start..];
    let end = rest.find("\n#").unwrap_or(rest.len());
    &rest[..end]
}

/// The numbered items of a list, continuation lines joined.
fn items(section: &str) -> Vec<(usize, String)> {
    let mut items: Vec<(usize, String)> = Vec::new();
    for line in section.lines() {
        let number = line.split_once(". ").and_then(|(number, text)| Some((number.parse().ok()?, text)));
        match (number, items.last_mut()) {
            (Some((number, text)), _) => items.push((number, text.to_owned())),
            (None, Some((_, text))) => *text = format!("{text} {}", line.trim()),
            (None, None) => {}
        }
    }
    items
}

/// Every `file.rs::function` in backquotes.
fn tests_named(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).filter(|code| code.contains(".rs::")).map(str::to_owned).collect()
}

#[test]
fn every_invariant_of_the_design_is_listed_once() {
    let found = invariants();
    for number in 1..=14 {
        let times = found.get(&number).map_or(0, Vec::len);
        assert_eq!(times, 1, "{PAGE}: invariant {number} is listed {times} times");
    }
    for (number, places) in found {
        assert_eq!(places.len(), 1, "{PAGE}: two invariants have the number {number}");
    }
}

#[test]
fn every_invariant_names_tests_that_exist() {
    for (number, places) in invariants() {
        for tests in places.into_iter().flatten() {
            assert!(!tests.is_empty(), "{PAGE}: invariant {number} names no test (`file.rs::function`)");
            for test in tests {
                assert!(exists(&test), "{PAGE}: invariant {number} names {test}, which is no test");
            }
        }
    }
}

/// Whether the file has a test of that name: a `#[test]` stands before the function, or it is a property.
fn exists(test: &str) -> bool {
    let Some((path, function)) = test.rsplit_once("::") else { return false };
    let Ok(text) = std::fs::read_to_string(repository::root().join(path)) else { return false };
    let Some(at) = text.find(&format!("fn {function}(")) else { return false };
    let before = &text[..at];
    let attributes = before.rfind(['}', ';']).map_or(before, |end| &before[end..]);
    attributes.contains("#[test]")
}

#[test]
fn a_test_that_does_not_exist_is_found_out() {
    assert!(exists("tests/rules/architecture.rs::a_test_that_does_not_exist_is_found_out"));
    assert!(!exists("tests/rules/architecture.rs::section"), "a function that is no test");
    assert!(!exists("tests/rules/architecture.rs::no_such_test"));
    assert!(!exists("tests/rules/no_such_file.rs::anything"));
}

/// The paths that the page points to are there.
#[test]
fn every_path_on_the_page_exists() {
    let page = repository::read(PAGE);
    let later: Vec<String> = table().into_iter().filter(|row| row.later).map(|row| row.name).collect();
    let code = page.split('`').skip(1).step_by(2);
    for path in code.filter(|code| code.contains('/') && !code.contains([' ', '*', ':', '\n'])) {
        let planned = later.iter().any(|name| path.starts_with(&format!("crates/{name}")));
        assert!(
            planned || repository::root().join(path).exists(),
            "{PAGE} points to {path}, which does not exist"
        );
    }
}
