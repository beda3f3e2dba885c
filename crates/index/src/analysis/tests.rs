#![allow(clippy::unwrap_used)] // a test that cannot go on fails

use super::{Analyser, fold};
use model::value::Language;

fn french(text: &str) -> String {
    show(Language::French, text)
}

fn show(language: Language, text: &str) -> String {
    let tokens = Analyser::new(language).tokens(text);
    let shown = tokens.iter().map(|token| format!("{}{}", token.position, token.form));
    shown.collect::<Vec<_>>().join(" ")
}

#[test]
fn elided_words_take_no_position() {
    assert_eq!(french("Jusqu’à l’école d'Anne"), "0'jusqu 0à 1'l 1école 2'd 2anne");
    assert_eq!(french("LʼHÔPITAL, qu' il"), "0'l 0hôpital 1'qu 1il");
    assert_eq!(french("j'sais, c’ que"), "0'j 0sais 1'c 1que");
}

#[test]
fn words_with_an_apostrophe_are_whole() {
    assert_eq!(french("Aujourd’hui quelqu'une"), "0aujourd'hui 1quelqu'une");
    assert_eq!(french("jusqu’aujourd'hui"), "0'jusqu 0aujourd'hui");
    assert_eq!(french("les prud'hommes"), "0les 1prud'hommes");
}

#[test]
fn compounds_are_found_whole_and_by_their_words() {
    assert_eq!(french("peut-être"), "0-peut-être 0peut 1être");
    assert_eq!(french("Qu’est-ce qu'il"), "0'qu 0-est-ce 0est 1ce 2'qu 2il");
    assert_eq!(french("va-t'en - là"), "0va 1't 1en 2là");
    assert_eq!(french("p'tit O’Brien"), "0-p'tit 0p 1tit 2-o'brien 2o 3brien");
}

#[test]
fn numbers_pictures_and_other_scripts_are_words() {
    assert_eq!(french("3,5 mg à 10h30"), "03 15 2mg 3à 410h30");
    assert_eq!(french("ok👍🏽, ☀️!"), "0ok 1👍🏽 2☀");
    assert_eq!(french("قال السّلام"), "0قال 1السّلام");
    assert_eq!(french("東京"), "0東 1京");
}

#[test]
fn english_keeps_its_apostrophes() {
    assert_eq!(show(Language::English, "I don’t l'ouvre"), "0i 1don't 2l'ouvre");
}

#[test]
fn positions_in_the_text_are_scalars() {
    let tokens = Analyser::new(Language::French).tokens("« Ça 👩‍⚕️ l’été »");
    let places: Vec<(u32, u32)> = tokens.iter().map(|token| (token.start, token.end)).collect();
    assert_eq!(places, [(2, 4), (5, 9), (10, 11), (12, 15)]);
}

#[test]
fn case_accents_and_ligatures_are_folded() {
    for (text, folded) in
        [("Œdème", "oedeme"), ("CÔTÉ", "cote"), ("ﬁn", "fin"), ("الْأَلَم", "الالم"), ("👍🏽", "👍")]
    {
        assert_eq!(fold(text), folded);
    }
}

fn share_a_key(analyser: &Analyser, one: &str, other: &str) -> bool {
    let all = |form: &str| {
        let (key, own) = analyser.keys(form);
        [Some(key), own].into_iter().flatten().collect::<Vec<_>>()
    };
    let keys = all(one);
    all(other).iter().any(|key| keys.contains(key))
}

#[test]
fn forms_of_a_word_share_a_key() {
    let analyser = Analyser::new(Language::French);
    for (one, other) in [
        ("abaissée", "abaissait"),
        ("outils", "outil"),
        ("découragées", "decourage"),
        ("decouragee", "découragée"),
        ("œuvres", "oeuvre"),
        ("-week-ends", "-week-end"),
        ("Étés", "ete"),
    ] {
        assert!(share_a_key(&analyser, one, other), "{one} {other}");
    }
    assert!(!share_a_key(&analyser, "-peut-être", "peut"));
    assert!(share_a_key(&Analyser::new(Language::English), "patient's", "patients"));
}

#[test]
fn a_word_without_end_is_cut() {
    let long = "é".repeat(5000);
    let tokens = Analyser::new(Language::French).tokens(&long);
    assert_eq!((tokens.len(), tokens[0].form.len(), tokens[0].end), (1, 200, 5000));
}
