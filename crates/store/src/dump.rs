//! The rows of a file as text, for tests that compare two files.

use crate::Store;
use rusqlite::types::ValueRef;

/// What two files that hold the same must agree on: merges are events of one file, so neither they nor
/// the order of commit are compared.
const TABLES: &[&str] = &[
    "SELECT id, lamport, author, at, undoes, digest, blanked, payload FROM op ORDER BY id",
    "SELECT * FROM version ORDER BY record, field, op",
    "SELECT * FROM record ORDER BY id",
    "SELECT * FROM place ORDER BY coding",
    "SELECT * FROM purge ORDER BY item",
    "SELECT digest, size FROM blob ORDER BY digest",
];

/// Every row of the tables of a study.
pub(crate) fn dump(store: &Store) -> Vec<String> {
    TABLES.iter().flat_map(|sql| rows(store, sql)).collect()
}

/// The rows that a query finds, each as one line.
pub(crate) fn rows(store: &Store, sql: &str) -> Vec<String> {
    let mut statement = store.db.connection().prepare(sql).unwrap();
    let columns = statement.column_count();
    let line = |row: &rusqlite::Row<'_>| {
        let cells = (0..columns).map(|column| row.get_ref(column).map(cell));
        cells.collect::<rusqlite::Result<Vec<String>>>().map(|cells| cells.join(" | "))
    };
    statement.query_map([], line).unwrap().map(Result::unwrap).collect()
}

/// One value as text.
pub(crate) fn cell(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Blob(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) if text.starts_with('{') => text.to_owned(),
            _ => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        },
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        other => format!("{other:?}"),
    }
}
