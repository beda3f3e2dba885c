#![allow(clippy::unwrap_used)] // a test that cannot go on fails

use super::{Item, Leaf, Node, Query, QueryError};
use crate::analysis::Analyser;
use model::value::Language;

fn read(text: &str) -> String {
    read_as(text, false)
}

fn read_as(text: &str, exact: bool) -> String {
    match Query::parse(text, exact, &Analyser::new(Language::French)) {
        Ok(query) => show(&query.root, &query.leaves),
        Err(error) => format!("! {error}"),
    }
}

fn show(node: &Node, leaves: &[Leaf]) -> String {
    let several = |nodes: &[Node], with: &str| {
        let shown: Vec<String> = nodes.iter().map(|node| show(node, leaves)).collect();
        format!("({})", shown.join(with))
    };
    match node {
        Node::Leaf(leaf) => show_leaf(&leaves[*leaf]),
        Node::And(nodes) => several(nodes, " & "),
        Node::Or(nodes) => several(nodes, " | "),
        Node::Not(node) => format!("!{}", show(node, leaves)),
    }
}

fn show_leaf(leaf: &Leaf) -> String {
    match leaf {
        Leaf::Word(item) => show_item(item),
        Leaf::Phrase(items) => {
            let shown: Vec<String> =
                items.iter().map(|(offset, item)| format!("{offset}{}", show_item(item))).collect();
            format!("[{}]", shown.join(" "))
        }
        Leaf::Pattern(pattern) => format!("/{}/", pattern.as_str()),
    }
}

fn show_item(item: &Item) -> String {
    match item {
        Item::Exact(form) => format!("={form}"),
        Item::Like(form) => form.clone(),
        Item::Prefix { text, exact } => format!("{}{text}*", if *exact { "=" } else { "" }),
        Item::Glob { parts, exact } => format!("{}{}", if *exact { "=" } else { "" }, parts.join("*")),
        Item::Near { text, distance } => format!("{text}~{distance}"),
    }
}

#[test]
fn what_is_written_is_understood() {
    for (text, read_as) in [
        ("mal", "mal"),
        ("mal dos", "(mal & dos)"),
        ("mal OU dos ET tête", "(mal | (dos & tête))"),
        ("(mal OR dos) -tête", "((mal | dos) & !tête)"),
        ("mal SAUF \"tête haute\"", "(mal & ![0tête 1haute])"),
        ("« mal de dos »", "[0mal 1de 2dos]"),
        ("“mal à l’hôpital”", "[0mal 1à 2hôpital]"),
        ("l'école", "école"),
        ("qu’", "'qu"),
        ("peut-être", "-peut-être"),
        ("\"peut-être bien\"", "[0peut 1être 2bien]"),
        ("3,5", "[03 15]"),
        ("dé*", "de*"),
        ("l'éc*", "ec*"),
        ("peut-ê*", "-peut-e*"),
        ("\"mal d*\"", "[0mal 1d*]"),
        ("*tion r*é", "(*tion & r*e)"),
        ("outl~ hôpitl~ généraliste~ mot~2 a~", "(outl~1 & hopitl~1 & generaliste~2 & mot~2 & a~0)"),
        ("/dou+leur/ -/x\\/y/", "(/dou+leur/ & !/x\\/y/)"),
        ("et/ou", "[0et 1ou]"),
        ("décomposé e\u{301}te\u{301}", "(décomposé & été)"),
    ] {
        assert_eq!(read(text), read_as, "{text}");
    }
}

#[test]
fn exact_means_as_written_case_aside() {
    for (text, shown) in [
        ("École", "=école"),
        ("l’école", "[0='l 0=école]"),
        ("peut-être", "=-peut-être"),
        ("\"dans l'école\"", "[0=dans 1='l 1=école]"),
        ("dé*", "=dé*"),
    ] {
        assert_eq!(read_as(text, true), shown, "{text}");
    }
}

#[test]
fn what_is_unfinished_is_understood_as_far_as_it_goes() {
    for (text, read_as) in [
        ("\"mal de", "[0mal 1de]"),
        ("mal OU", "mal"),
        ("ET mal", "mal"),
        ("OU", "ou"),
        ("((mal", "mal"),
        ("mal)) dos", "(mal & dos)"),
        ("mal - dos", "(mal & dos)"),
        ("mal --", "mal"),
        ("mal OU -dos", "mal"),
        ("/mal", "mal"),
        ("mal ()", "mal"),
        ("mal \"\" !!!", "mal"),
        ("* mal", "mal"),
        ("- -mal dos", "(!mal & dos)"),
    ] {
        assert_eq!(read(text), read_as, "{text}");
    }
}

#[test]
fn what_cannot_be_answered_is_said() {
    let error = |text: &str| Query::parse(text, false, &Analyser::new(Language::French)).unwrap_err();
    for text in ["", "   ", "!!!", "\"", "()", "-", "*", "~", "\u{301}x\u{301}y".get(..0).unwrap()] {
        assert_eq!(error(text), QueryError::Empty, "{text}");
    }
    assert_eq!(error("-mal SAUF dos"), QueryError::OnlyExcluded);
    assert!(matches!(error("/(/"), QueryError::Regex { .. }));
    assert!(matches!(error("/\\w{1000}{1000}/"), QueryError::RegexTooLarge));
    assert!(matches!(error(&"(".repeat(10_000).replace("((", "(a (")), QueryError::TooDeep { .. }));
    assert!(matches!(error(&"mot ".repeat(2_500)), QueryError::TooLong { .. }));
    assert!(matches!(error(&"(((((((((".repeat(1_200)), QueryError::Empty));
}
