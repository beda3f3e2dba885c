//! One door for writes: what makes an operation durable stands in one place of the workbench.

use crate::repository::{self, crate_of};
use crate::source;

/// The calls by which a project file changes, and the files of the workbench that may make them.
const WRITES: [(&str, &[&str]); 3] = [
    ("store.commit(", &["crates/workbench/src/engine.rs"]),
    ("store.commit_into_merge(", &["crates/workbench/src/engine.rs", "crates/workbench/src/merging.rs"]),
    (
        "store.commit_all(",
        &[
            "crates/workbench/src/engine/together.rs",
            "crates/workbench/src/generate.rs",
            "crates/workbench/src/generate/batch.rs",
        ],
    ),
];

#[test]
fn an_operation_is_committed_in_one_place() {
    // What ships; a test may write what no command writes.
    let files: Vec<_> = repository::rust_files()
        .into_iter()
        .filter(|file| crate_of(&file.path) == "workbench" && file.path.contains("/src/"))
        .collect();
    assert!(files.len() > 10, "the workbench was not found");
    let mut committed = 0;
    for file in &files {
        let code = source::without_tests(&source::without_comments(&file.text));
        for (call, allowed) in WRITES {
            let Some(line) = code.lines().position(|line| line.contains(call)) else { continue };
            let message = "commit through Engine::commit, so that nothing is seen before it is on the disk";
            assert!(allowed.contains(&file.path.as_str()), "{}:{}: `{call}`: {message}", file.path, line + 1);
            committed += usize::from(call == "store.commit(");
        }
    }
    assert_eq!(committed, 1, "`store.commit(` is called in exactly one file");
}
