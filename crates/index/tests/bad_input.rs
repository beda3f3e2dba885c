//! Whatever is asked, there is an answer or a reason.
#![allow(clippy::unwrap_used)] // a test that cannot go on fails

mod support;

use index::{Query, QueryError, Request, SearchError};
use model::value::Language;
use proptest::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use support::{Corpus, index_of, scope_of, search};

fn corpus() -> Corpus {
    Corpus::of(["P: J'ai mal au dos 👍🏽, vraiment (très) mal/« partout » — السَّلام a+b a~b c*d.", "I: Ah ?"])
}

const ODD: &[&str] = &[
    "\"",
    "\"\"",
    "mal \"",
    "(",
    ")",
    ")mal(",
    "()",
    "AND",
    "OU ET",
    "mal AND",
    "OR mal",
    "-",
    "--mal",
    "- -",
    "*",
    "**",
    "mal**",
    "~",
    "mal~~",
    "~~3",
    "/",
    "//",
    "/mal",
    "/(/",
    "/[/",
    "/a{1000}{1000}{1000}/",
    "/(a*)*$/",
    "/(?:)/",
    "/\\p{Greek}/",
    "/(?i-u:\\xff)/",
    "👍🏽",
    "a\u{0}b",
    "\u{202e}mal",
    "e\u{301}",
    "السلام",
    "''''",
    "’",
    "l'",
    "d'*",
    "-*",
    "mal -",
    "\\",
    "mal:dos",
    "field:mal",
    "[a TO b]",
    "mal^2",
    "+mal",
    "&&",
    "||",
    "!",
    "«»",
];

#[test]
fn odd_queries_are_answered() {
    let corpora = [corpus()];
    let (index, scope) = (index_of(&corpora, Language::French), scope_of(&corpora));
    let long = "mal".repeat(3_333);
    let deep = format!("{}mal{}", "(".repeat(60), ")".repeat(60));
    let phrase = format!("\"{}\"", "mal ".repeat(2_000));
    for query in ODD.iter().copied().chain([long.as_str(), &deep, &phrase]) {
        for exact in [false, true] {
            match search(&index, &scope, query, exact) {
                Ok(results) => assert_eq!(results.total, results.hits.len() as u64, "{query}"),
                Err(SearchError::Query(_)) => {}
                Err(error) => panic!("{query}: {error}"),
            }
        }
    }
}

#[test]
fn a_search_ends_when_it_is_told_to() {
    let turns: Vec<String> = (0..4_000).map(|number| format!("P: aaaa {number}")).collect();
    let corpora = [Corpus::of(turns.iter().map(String::as_str))];
    let (index, scope) = (index_of(&corpora, Language::French), scope_of(&corpora));
    let snapshot = index.snapshot();
    let query = Query::parse("/(a|b)+x/", false, snapshot.analyser()).unwrap();
    let asked = AtomicUsize::new(0);
    let stop = || asked.fetch_add(1, Ordering::Relaxed) > 2;
    let request = Request {
        query: &query,
        scope: &scope,
        order: index::Order::Text,
        limit: 1,
        context: 0,
        stop: &stop,
    };
    let answer = snapshot.search(&request);
    assert!(matches!(answer, Err(SearchError::Query(QueryError::TookTooLong))));
}

#[test]
fn an_index_with_nothing_in_it_finds_nothing() {
    let index = index_of(&[], Language::French);
    for query in ["mal", "m*", "\"mal dos\"", "/a/", "mal -dos", "mal~"] {
        assert_eq!(search(&index, &scope_of(&[]), query, false).unwrap().total, 0);
    }
    let empty = [Corpus::of([]), Corpus::of(["P: "])];
    let index = index_of(&empty, Language::French);
    assert_eq!((index.held().len(), search(&index, &scope_of(&empty), "p", false).unwrap().total), (2, 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_query_over_any_text(text in "\\PC{0,40}", query in "([a-zé'\"()/*~ -]|ET|OU|mal|\\PC){0,24}", exact: bool) {
        let corpora = [Corpus::of([format!("P: {text}").as_str(), "P: mal été l'a-b"])];
        let (index, scope) = (index_of(&corpora, Language::French), scope_of(&corpora));
        match search(&index, &scope, &query, exact) {
            Ok(results) => prop_assert_eq!(results.total, results.hits.len() as u64),
            Err(SearchError::Query(_)) => {}
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        }
    }
}
