//! `search` and `terms`.

use crate::workshop::{Workshop, plain, slice, text};
use serde_json::json;

#[test]
fn occurrences_are_found_counted_and_placed() {
    let workshop = Workshop::with_study();
    let found = workshop.golden(&["search", "e.ancrage", "dors", "--context", "6"]);
    let hit = |interview: &str, id: &str, start: u64, after: &str| {
        json!({
            "interview": interview, "speaker": "P", "start": start, "end": start + 4, "text": "dors",
            "before": "P : Je ", "after": after, "kind": "text", "participant": interview, "id": id,
        })
    };
    let mut expected = json!({
        "query": "dors", "total": 2, "turns": 2, "counts": { "EMG 1": 1, "EMG 2": 1 },
        "hits": [hit("EMG 1", "#1", 67, " mal 👨"), hit("EMG 2", "#2", 21, " bien.")],
    });
    for at in 0..2 {
        expected["hits"][at]["before"] = json!(" : Je ");
    }
    assert_eq!(found, expected);
    let shown = workshop.json(&["show", "e.ancrage", "EMG 1"]);
    assert_eq!(slice(text(&shown, "/text"), 67, 71), "dors");
}

#[test]
fn words_of_interviewers_are_searched_when_asked_for() {
    let workshop = Workshop::with_study();
    let total = |arguments: &[&str]| {
        let found = workshop.json(&[&["search", "e.ancrage"], arguments].concat());
        (found["total"].as_u64().unwrap(), found["counts"].as_object().unwrap().len())
    };
    assert_eq!(total(&["travail"]), (1, 1));
    assert_eq!(total(&["travail", "--speaker", "all"]), (2, 1));
    assert_eq!(total(&["je", "--speaker", "EMG 2"]), (1, 1));
    assert_eq!(total(&["je", "--interview", "EMG 1"]), (1, 1));
    assert_eq!(total(&["ETE"]), (1, 1));
    assert_eq!(total(&["ETE", "--exact"]), (0, 0));
    assert_eq!(total(&["je", "--limit", "1"]), (2, 2));
    assert_eq!(total(&["/d.rs/"]), (2, 2));
    assert_eq!(total(&["👨‍👩‍👧"]), (1, 1));
}

#[test]
fn coded_passages_narrow_a_search() {
    let workshop = Workshop::with_codings();
    let total = |option: &str, code: &str| {
        workshop.json(&["search", "e.ancrage", "je", option, code])["total"].clone()
    };
    assert_eq!(total("--coded", "Corps / sommeil"), json!(2));
    assert_eq!(total("--not-coded", "Corps / sommeil"), json!(0));
    assert_eq!(total("--coded", "distance"), json!(0));
    let both = workshop.run(&["search", "e.ancrage", "je", "--coded", "famille", "--not-coded", "distance"]);
    assert_eq!((both.status, both.out.as_str()), (2, ""));
}

#[test]
fn a_query_that_cannot_be_answered_is_said_why() {
    let workshop = Workshop::with_study();
    for (query, sentence) in [
        ("!!!", "Erreur : Il n’y a aucun mot à chercher."),
        ("SAUF mal", "Erreur : La recherche dit seulement ce qu’il faut écarter : ajoutez un mot à trouver."),
        (
            "/(/",
            "Erreur : L’expression entre barres obliques ne se laisse pas lire : une parenthèse n’est pas fermée (signe 1).",
        ),
    ] {
        assert_eq!(workshop.refused(&["search", "e.ancrage", query]), sentence);
    }
    let said = workshop.refused(&["search", "e.ancrage", "mal", "--speaker", "Zoé"]);
    assert!(said.contains("Zoé"), "{said}");
    let said = workshop.refused(&["search", "e.ancrage", "mal", "--where", "Sexe=femme"]);
    assert!(said.starts_with("Erreur : « Sexe=femme » : écrivez une caractéristique et sa valeur"), "{said}");
}

#[test]
fn hits_are_written_as_a_table_and_for_people() {
    let workshop = Workshop::with_study();
    let csv = workshop.run(&["search", "e.ancrage", "dors", "--csv", "--context", "3"]);
    let expected = "interview,participant,speaker,start,end,before,text,after\n\
        EMG 1,EMG 1,P,67,71,Je ,dors, ma\n\
        EMG 2,EMG 2,P,21,25,Je ,dors, bi\n";
    assert_eq!((csv.status, csv.out.as_str()), (0, expected));
    let people = plain(&workshop.run(&["search", "e.ancrage", "dors", "--limit", "1"]).out);
    assert!(people.starts_with("2 occurrences\nEMG 1 : 1, EMG 2 : 1\n"), "{people}");
    assert!(people.contains("1 montrées"), "{people}");
}

#[test]
fn words_are_counted_by_participant_and_compared() {
    let workshop = Workshop::with_study();
    workshop.write("p.csv", "Nom;Sexe\nEMG 1;femme\nEMG 2;homme\n");
    workshop.json(&["participants", "import", "e.ancrage", "p.csv"]);
    let answer = workshop.json(&["terms", "e.ancrage", "--by", "sexe", "--limit", "4"]);
    let term = &answer["terms"][0];
    assert_eq!((text(term, "/term"), &term["total"], &term["participants"]), ("dors", &json!(2), &json!(2)));
    assert_eq!(term["counts"], json!({ "EMG 1": 1, "EMG 2": 1 }));
    assert_eq!(answer["groups"]["attribute"], json!("Sexe"));
    assert!(text(&answer, "/groups/measure").contains("Rayson"));
    workshop.write("stop.txt", "dors # une remarque\nje\n");
    let with = workshop.json(&["terms", "e.ancrage", "--stop", "stop.txt", "--limit", "99"]);
    let listed =
        |word: &str| with["terms"].as_array().unwrap().iter().any(|term| term["term"] == json!(word));
    assert!(!listed("dors") && !listed("je") && listed("mal") && listed("bien"));
    let shipped = workshop.run(&["terms", "e.ancrage", "--show-stop"]).out;
    assert!(shipped.lines().any(|line| line.starts_with("alors") || line.contains(" alors ")), "{shipped}");
    let unknown = workshop.refused(&["terms", "e.ancrage", "--by", "Âge"]);
    assert!(unknown.contains("Connues") || unknown.contains("connues"), "{unknown}");
}
