//! Totals, counts and places against a plain walk over the tokens of random texts.
#![allow(clippy::unwrap_used)] // a test that cannot go on fails

mod support;

use index::analysis::{Analyser, Sort, Token, fold};
use index::{Order, Parts, Passages, Results, Scope};
use model::value::Language;
use proptest::prelude::*;
use std::collections::BTreeSet;
use support::{Corpus, id, index_of, scope_of, search, search_in_order};

const WORDS: [&str; 16] = [
    "mal",
    "maux",
    "dos",
    "l'école",
    "ecole",
    "peut-être",
    "peut",
    "être",
    "qu'il",
    "outil",
    "outils",
    "Dé",
    "de",
    "d'être",
    "écoles",
    "aujourd'hui",
];

fn turn() -> impl Strategy<Value = String> {
    let words = proptest::collection::vec(proptest::sample::select(&WORDS[..]), 0..12);
    (any::<bool>(), words)
        .prop_map(|(asked, words)| format!("{}: {}", if asked { "I" } else { "P" }, words.join(" ")))
}

fn corpora() -> impl Strategy<Value = Vec<Vec<String>>> {
    proptest::collection::vec(proptest::collection::vec(turn(), 0..8), 1..5)
}

/// What a plain walk finds: places in the order of the texts.
fn plain(corpora: &[Corpus], find: impl Fn(&[Token]) -> Vec<(u32, u32)>) -> Vec<(u128, u32, u32)> {
    let analyser = Analyser::new(Language::French);
    let mut found = Vec::new();
    for (corpus, number) in corpora.iter().zip(1..) {
        let chars: Vec<char> = corpus.text.chars().collect();
        for ((start, end), class) in corpus.parts.iter().zip(&corpus.classes) {
            if *class == 0 {
                continue;
            }
            let said: String = chars[*start as usize..*end as usize].iter().collect();
            let spans: BTreeSet<(u32, u32)> = find(&analyser.tokens(&said)).into_iter().collect();
            found.extend(spans.into_iter().map(|(from, to)| (number, start + from, start + to)));
        }
    }
    found
}

fn keys(form: &str) -> Vec<String> {
    let (key, own) = Analyser::new(Language::French).keys(form);
    [Some(key), own].into_iter().flatten().collect()
}

fn alike(one: &str, other: &str) -> bool {
    let known = keys(one);
    keys(other).iter().any(|key| known.contains(key))
}

fn with(tokens: &[Token], fits: impl Fn(&str) -> bool) -> Vec<(u32, u32)> {
    tokens.iter().filter(|token| fits(&token.form)).map(|token| (token.start, token.end)).collect()
}

fn in_a_row(tokens: &[Token], words: &[&str]) -> Vec<(u32, u32)> {
    let words_only: Vec<&Token> = tokens.iter().filter(|token| token.sort == Sort::Word).collect();
    let windows = words_only.windows(words.len());
    let fitting =
        windows.filter(|window| window.iter().zip(words).all(|(token, word)| alike(&token.form, word)));
    fitting.map(|window| (window[0].start, window[window.len() - 1].end)).collect()
}

fn places(results: &Results) -> Vec<(u128, u32, u32)> {
    results.hits.iter().map(|hit| (hit.owner.0.as_u128(), hit.start, hit.end)).collect()
}

fn agree(
    corpora: &[Corpus],
    query: &str,
    find: impl Fn(&[Token]) -> Vec<(u32, u32)>,
) -> Result<(), TestCaseError> {
    let index = index_of(corpora, Language::French);
    let results = search(&index, &scope_of(corpora), query, false).unwrap();
    let expected = plain(corpora, find);
    prop_assert_eq!(places(&results), expected.clone(), "{}", query);
    prop_assert_eq!(results.total, expected.len() as u64, "{}", query);
    prop_assert_eq!(results.counts.iter().sum::<u64>(), results.total);
    let ranked = search_in_order(&index, &scope_of(corpora), query, false, Order::Rank).unwrap();
    let mut ranked_places = places(&ranked);
    ranked_places.sort_unstable();
    prop_assert_eq!(ranked_places, expected);
    prop_assert_eq!(ranked.total, results.total);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn words_phrases_and_combinations(texts in corpora()) {
        let corpora: Vec<Corpus> =
            texts.iter().map(|turns| Corpus::of(turns.iter().map(String::as_str))).collect();
        agree(&corpora, "outil", |tokens| with(tokens, |form| alike(form, "outil")))?;
        agree(&corpora, "de*", |tokens| with(tokens, |form| fold(form).starts_with("de")))?;
        agree(&corpora, "e*", |tokens| with(tokens, |form| fold(form).starts_with('e')))?;
        agree(&corpora, "\"peut être\"", |tokens| in_a_row(tokens, &["peut", "être"]))?;
        agree(&corpora, "\"mal de dos\"", |tokens| in_a_row(tokens, &["mal", "de", "dos"]))?;
        agree(&corpora, "mal OU outil", |tokens| with(tokens, |form| alike(form, "mal") || alike(form, "outil")))?;
        agree(&corpora, "mal école -outil", |tokens| {
            let has = |word: &str| tokens.iter().any(|token| alike(&token.form, word));
            let fits = has("mal") && has("école") && !has("outil");
            if fits { with(tokens, |form| alike(form, "mal") || alike(form, "école")) } else { Vec::new() }
        })?;
        agree(&corpora, "\"mal dos\" OU être OU peut-être", |tokens| {
            let mut spans = in_a_row(tokens, &["mal", "dos"]);
            spans.extend(with(tokens, |form| alike(form, "être") || alike(form, "-peut-être")));
            spans
        })?;
        agree(&corpora, "dos -\"mal dos\"", |tokens| {
            if in_a_row(tokens, &["mal", "dos"]).is_empty() {
                with(tokens, |form| alike(form, "dos"))
            } else {
                Vec::new()
            }
        })?;
    }

    #[test]
    fn within_and_outside_of_passages(texts in corpora(), from in 0u32..60, length in 0u32..60) {
        let corpora: Vec<Corpus> =
            texts.iter().map(|turns| Corpus::of(turns.iter().map(String::as_str))).collect();
        let index = index_of(&corpora, Language::French);
        let passage = (from, from + length);
        let scoped = |passages: &Passages| {
            Scope::new(corpora.iter().zip(1..).map(|(corpus, number)| {
                (id(number), Parts::Each(corpus.classes.clone()), passages.clone())
            }))
        };
        let everything = plain(&corpora, |tokens| with(tokens, |form| fold(form).starts_with('e')));
        let within = Passages { within: Some(vec![passage]), outside: Vec::new() };
        let found = search(&index, &scoped(&within), "e*", false).unwrap();
        let inside = |(_, start, end): &(u128, u32, u32)| passage.0 <= *start && *end <= passage.1;
        let expected: Vec<_> = everything.iter().copied().filter(inside).collect();
        prop_assert_eq!((places(&found), found.total), (expected.clone(), expected.len() as u64));
        let outside = Passages { within: None, outside: vec![passage] };
        let found = search(&index, &scoped(&outside), "e*", false).unwrap();
        let apart = |(_, start, end): &(u128, u32, u32)| *end <= passage.0 || passage.1 <= *start || passage.0 == passage.1;
        let expected: Vec<_> = everything.into_iter().filter(apart).collect();
        prop_assert_eq!((places(&found), found.total), (expected.clone(), expected.len() as u64));
    }
}
