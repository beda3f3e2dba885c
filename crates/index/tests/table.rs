//! The table of texts, queries and hits in `fixtures/search`.
#![allow(clippy::unwrap_used)] // a test that cannot go on fails

mod support;

use model::value::Language;
use serde::Deserialize;
use support::{Corpus, PARTICIPANT, index_of, scope_of, search, texts};

#[derive(Deserialize)]
struct Table {
    language: Language,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    text: Turns,
    query: String,
    #[serde(default)]
    exact: bool,
    hits: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Turns {
    One(String),
    Several(Vec<String>),
}

fn corpus(row: &Row) -> Corpus {
    match &row.text {
        Turns::One(text) => Corpus::of([format!("P: {text}").as_str()]),
        Turns::Several(turns) => Corpus::of(turns.iter().map(String::as_str)),
    }
}

#[test]
fn every_row_of_the_table_holds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/search");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut rows = 0;
    let mut faults = Vec::new();
    for file in files.filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
        let table: Table = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        for row in &table.rows {
            rows += 1;
            faults.extend(fault(table.language, row));
        }
    }
    assert!(faults.is_empty(), "{} of {rows} rows:\n{}", faults.len(), faults.join("\n"));
    assert!(rows >= 100, "{rows} rows");
}

fn fault(language: Language, row: &Row) -> Option<String> {
    let corpus = corpus(row);
    let (scope, index) = (scope_of(std::slice::from_ref(&corpus)), index_of(&[corpus], language));
    let text = index.snapshot().text(support::id(1)).unwrap().unwrap();
    let results = match search(&index, &scope, &row.query, row.exact) {
        Ok(results) => results,
        Err(error) => return Some(format!("{}: {error}", row.query)),
    };
    let found = texts(&results.hits);
    let said = format!("{:?} in {:?}: found {found:?}", row.query, text);
    if found != row.hits {
        return Some(format!("{said}, not {:?}", row.hits));
    }
    let chars: Vec<char> = text.chars().collect();
    for hit in &results.hits {
        let (start, end) = (hit.start as usize, hit.end as usize);
        let there: String = chars[start..end].iter().collect();
        let around: String =
            chars[start - hit.before.chars().count()..end + hit.after.chars().count()].iter().collect();
        if there != hit.text || around != format!("{}{}{}", hit.before, hit.text, hit.after) {
            return Some(format!("{said}: {hit:?} is not where it says"));
        }
    }
    let counted = results.counts.get(usize::from(PARTICIPANT)).copied().unwrap_or_default();
    let total = results.hits.len() as u64;
    ((results.total, counted) != (total, total))
        .then(|| format!("{said}: total {}, counted {counted}", results.total))
}
