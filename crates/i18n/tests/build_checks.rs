//! The build refuses faulty catalogues and says where; the code that it generates says what was written.
//!
//! These tests compile the build script's own modules, and run them on small catalogues.

#[path = "../build/catalogue.rs"]
mod catalogue;
#[path = "../build/check.rs"]
mod check;
#[path = "../build/generate.rs"]
mod generate;
#[path = "../build/problem.rs"]
mod problem;
#[path = "../build/resolve.rs"]
mod resolve;
#[path = "../build/typography.rs"]
mod typography;

use catalogue::Catalogue;
use check::Pair;

/// The pairs and the problems (`file:line: sentence`) of two one-file catalogues.
fn build(french: &str, english: &str) -> (Vec<Pair>, Vec<String>) {
    let mut problems = Vec::new();
    let french = Catalogue::parse("fr", &[("window".to_owned(), french.to_owned())], &mut problems);
    let english = Catalogue::parse("en", &[("window".to_owned(), english.to_owned())], &mut problems);
    let pairs = check::pair(&french, &english, &mut problems);
    (pairs, problems.iter().map(ToString::to_string).collect())
}

/// Checks that a pair of catalogues is refused for one reason, at one place.
fn refused(french: &str, english: &str, place: &str, reason: &str) {
    let (_, problems) = build(french, english);
    let found =
        problems.iter().any(|p| p.starts_with(&format!("assets/i18n/{place}:")) && p.contains(reason));
    assert!(found, "expected “{reason}” at {place}, found {problems:#?}");
}

/// The generated source of catalogues that are sound.
fn generated(french: &str, english: &str) -> String {
    let (pairs, problems) = build(french, english);
    assert_eq!(problems, Vec::<String>::new());
    generate::module(&pairs)
}

#[test]
fn a_syntax_error_names_its_line() {
    refused("menu-one = Un\nmenu-two = { $x\n", "menu-one = One\n", "fr/window.ftl:3", "Expected");
}

#[test]
fn an_identifier_is_defined_once() {
    refused(
        "menu-one = Un\n\nmenu-one = Une\n",
        "menu-one = One\n",
        "fr/window.ftl:3",
        "already defined in fr/window.ftl, line 1",
    );
}

#[test]
fn a_message_exists_in_both_languages() {
    refused("a-b = A\nc-d = C\n", "a-b = A\n", "fr/window.ftl:2", "“c-d” is missing in en/window.ftl");
    refused("a-b = A\n", "a-b = A\nc-d = C\n", "en/window.ftl:2", "“c-d” is missing in fr/window.ftl");
    refused("a-b = A\n    .tip = T\n", "a-b = A\n", "fr/window.ftl:1", "“a-b.tip” is missing in en");
}

#[test]
fn a_message_has_the_same_variables_in_both() {
    refused("a-b = { $x } et { $y }\n", "a-b = { $x }\n", "fr/window.ftl:1", "uses $y in French only");
    refused("a-b = { $x }\n", "a-b = { $x }, { $y }\n", "fr/window.ftl:1", "uses $y in English only");
}

#[test]
fn a_message_stands_in_one_area() {
    let mut problems = Vec::new();
    let file = |area: &str| [(area.to_owned(), "a-b = A\n".to_owned())];
    let french = Catalogue::parse("fr", &file("window"), &mut problems);
    let english = Catalogue::parse("en", &file("cli"), &mut problems);
    check::pair(&french, &english, &mut problems);
    assert!(problems.iter().any(|p| p.what.contains("stands in en/cli.ftl")), "{problems:?}");
}

#[test]
fn a_reference_leads_somewhere_and_never_round() {
    refused("a-b = { c-d }\n", "a-b = A\n", "fr/window.ftl:1", "refers to “c-d”, which does not exist");
    refused("a-b = { -word }\n", "a-b = A\n", "fr/window.ftl:1", "refers to “-word”");
    let round = "a-b = { c-d }\nc-d = { a-b }\n";
    refused(round, round, "fr/window.ftl:1", "refers to itself through “a-b”");
}

#[test]
fn a_number_is_matched_with_numbers_and_plurals_only() {
    let odd = "a-b = { $n ->\n    [thematic] x\n   *[other] { $n }\n    }\n";
    refused(odd, odd, "fr/window.ftl:1", "matches the number $n");
}

#[test]
fn a_plural_that_never_occurs_is_refused() {
    let few = "a-b = { $n ->\n    [few] x\n   *[other] { $n }\n    }\n";
    refused(few, few, "fr/window.ftl:1", "which neither French nor English has");
}

#[test]
fn functions_are_refused() {
    let call = "a-b = { NUMBER($n) }\n";
    refused(call, call, "fr/window.ftl:1", "calls NUMBER()");
}

#[test]
fn names_that_rust_keeps_are_refused() {
    refused("move = A\n", "move = A\n", "fr/window.ftl:1", "“move” cannot name a function");
    refused("a-b = { $type }\n", "a-b = { $type }\n", "fr/window.ftl:1", "has a variable $type");
    let both = "a-b = A\n    .tip = T\na-b-tip = T\n";
    refused(both, both, "fr/window.ftl:1", "give the same function a_b_tip");
}

#[test]
fn a_variable_is_a_number_by_its_name_or_by_its_plurals() {
    let text = "a-b = { $n }{ $name }{ $n-done }{ $total ->\n    [one] x\n   *[other] y\n    }\n";
    let source = generated(text, text);
    assert!(
        source.contains("a_b(lang: Lang, n: i64, n_done: i64, name: &str, total: i64) -> String"),
        "{source}"
    );
}

#[test]
fn what_inserts_nothing_is_a_constant() {
    let text = "a-b = un { $method ->\n    [thematic] code\n   *[grounded] mot\n    } ici\n";
    let source = generated(text, text);
    assert!(source.contains("a_b(lang: Lang, method: &str) -> &'static str"), "{source}");
    assert!(
        source.contains(r#"match method { "thematic" => "un code ici", _ => "un mot ici" }"#),
        "{source}"
    );
}

#[test]
fn the_doc_comment_is_the_french_text() {
    let source = generated("a-b = Créer { $name }\n", "a-b = Create { $name }\n");
    assert!(source.starts_with("/// Créer $name\n///\n/// `a-b` in `window.ftl`.\npub fn a_b("), "{source}");
}

#[test]
fn terms_take_literal_arguments() {
    let french = "-mot = { $nombre ->\n    [plusieurs] codes\n   *[un] code\n    }\n\
                  a-b = Des { -mot(nombre: \"plusieurs\") }\nc-d = Un { -mot }\n";
    let source = generated(french, "a-b = Codes\nc-d = A code\n");
    assert!(source.contains(r#""Des codes""#) && source.contains(r#""Un code""#), "{source}");
}

#[test]
fn french_typography_is_set() {
    let cases = [
        ("Quoi ?", "Quoi\u{A0}?"),
        ("« mot » : 5 %", "«\u{A0}mot\u{A0}»\u{A0}: 5\u{A0}%"),
        ("l'étude...", "l’étude…"),
        ("un\u{202F}; deux\u{202F}!", "un\u{A0}; deux\u{A0}!"),
        ("12:04 (rires)", "12:04 (rires)"),
        ("«", "«"),
    ];
    for (typed, set) in cases {
        assert_eq!(typography::set("fr", typed), set);
        assert_eq!(typography::set("fr", set), set, "setting twice changes nothing");
    }
    assert_eq!(typography::set("en", "one's own : 5 %..."), "one’s own : 5 %…");
}

#[test]
fn typography_sees_through_references() {
    let french = "-nom = Ancrage\na-b = Ouvrir « { -nom } » ?\nc-d = « { $x } » !\n";
    let source = generated(french, "a-b = Open?\nc-d = { $x }!\n");
    assert!(source.contains(&format!("{:?}", "Ouvrir «\u{A0}Ancrage\u{A0}»\u{A0}?")), "{source}");
    assert!(source.contains(&format!("{:?}", "\u{A0}»\u{A0}!")), "{source}");
}
