//! Texts corrected: codings follow, are changed, or wait to be placed; undo and the journal.

use crate::workshop::{Workshop, plain, slice, text};
use serde_json::{Value, json};

/// The first interview as it is after import, with one place changed.
fn corrected(workshop: &Workshop, from: &str, to: &str) -> String {
    let shown = workshop.json(&["show", "e.ancrage", "EMG 1"]);
    let was = text(&shown, "/text");
    assert!(was.contains(from));
    was.replace(from, to)
}

#[test]
fn codings_follow_a_correction() {
    let workshop = Workshop::with_codings();
    workshop.write("n.txt", corrected(&workshop, "Bonjour, ça va", "Bonjour, comment ça va"));
    let answer = workshop.golden(&["text", "replace", "e.ancrage", "EMG 1", "n.txt", "--as", "Claire L."]);
    assert_eq!(answer, json!({ "revision": "#1", "moved": 4, "changed": 0, "to_place": [] }));
    let shown = workshop.json(&["show", "e.ancrage", "EMG 1"]);
    for coding in workshop.json(&["codings", "e.ancrage", "--interview", "EMG 1"]).as_array().unwrap() {
        assert_eq!((text(coding, "/state"), text(coding, "/revision")), ("exact", text(&shown, "/revision")));
        let (start, end) = (coding["start"].as_u64().unwrap(), coding["end"].as_u64().unwrap());
        assert_eq!(slice(text(&shown, "/text"), start, end), text(coding, "/quote"));
    }
    let first = text(&shown, "/revisions/0/id");
    let older = workshop.json(&["show", "e.ancrage", "EMG 1", "--revision", first]);
    assert!(text(&older, "/text").contains("Bonjour, ça va"));
    assert_eq!(text(&older, "/turns/0/text"), "Bonjour, ça va\u{A0}?");
    assert_eq!(text(&shown, "/revisions/1/origin"), "reimported");
}

#[test]
fn a_passage_that_went_is_placed_again() {
    let workshop = Workshop::with_codings();
    workshop.write("n.txt", corrected(&workshop, "Le travail, c’est loin.", "C’est loin, le travaille."));
    let answer = workshop.json(&["text", "replace", "e.ancrage", "EMG 1", "n.txt", "--as", "Claire L."]);
    let lost = &answer["to_place"][0];
    assert_eq!((text(lost, "/quote"), text(lost, "/proposal/quote")), ("Le travail", "le travail"));
    assert_eq!(workshop.json(&["place", "e.ancrage"]), answer["to_place"]);
    workshop.json(&["undo", "e.ancrage", "--as", "Claire L."]);

    workshop.write("n.txt", corrected(&workshop, " 👨‍👩‍👧", ""));
    workshop.json(&["text", "replace", "e.ancrage", "EMG 1", "n.txt", "--as", "Claire L."]);
    let listed = workshop.json(&["codings", "e.ancrage", "--code", "famille"]);
    assert_eq!((text(&listed, "/0/state"), text(&listed, "/0/quote")), ("to_place", ""));
    let shown = workshop.json(&["show", "e.ancrage", "EMG 1"]);
    let before = text(&shown, "/text").split("depuis").next().unwrap().chars().count();
    let (start, end) = (before.to_string(), (before + 6).to_string());
    let coding = text(&listed, "/0/id");
    let placed = workshop.json(&["place", "e.ancrage", coding, &start, &end, "--as", "Claire L."]);
    assert_eq!((text(&placed, "/quote"), text(&placed, "/state")), ("depuis", "exact"));
    assert_eq!(workshop.json(&["place", "e.ancrage"]), json!([]));
}

#[test]
fn an_export_says_what_it_cannot_hold() {
    let workshop = Workshop::with_codings();
    workshop.write("n.txt", corrected(&workshop, " 👨‍👩‍👧", ""));
    let answer = workshop.json(&["text", "replace", "e.ancrage", "EMG 1", "n.txt", "--as", "Claire L."]);
    assert_eq!(answer["to_place"].as_array().unwrap().len(), 1, "{answer}");
    let ran = workshop.run(&["export", "e.ancrage", "--as", "csv", "-o", "c.csv", "--json"]);
    let dropped = json!([{ "what": "codings", "n": 1, "why": "to_place" }]);
    assert_eq!((ran.status, ran.document()), (0, json!({ "file": "c.csv", "items": 5, "dropped": dropped })));
    assert_eq!(plain(&ran.err), "Attention : 1 extrait à replacer n’est pas dans ce fichier.\n");
}

#[test]
fn the_same_text_again_changes_nothing() {
    let workshop = Workshop::with_codings();
    let before = workshop.json(&["log", "e.ancrage"]);
    let answer = workshop.json(&["text", "replace", "e.ancrage", "EMG 1", "EMG 1.txt", "--as", "Claire L."]);
    let shown = workshop.json(&["show", "e.ancrage", "EMG 1"]);
    assert_eq!(answer, json!({ "revision": shown["revision"], "moved": 0, "changed": 0, "to_place": [] }));
    assert_eq!(workshop.json(&["log", "e.ancrage"]), before);
}

#[test]
fn a_revision_of_another_interview_is_unknown() {
    let workshop = Workshop::with_study();
    let other = workshop.json(&["show", "e.ancrage", "EMG 2"]);
    let revision = text(&other, "/revision");
    let said = workshop.refused(&["show", "e.ancrage", "EMG 1", "--revision", revision]);
    assert!(said.starts_with(&format!("Erreur : Rien ne s’appelle « {revision} ».")), "{said}");
    assert_eq!(workshop.run(&["show", "e.ancrage", "EMG 1", "--revision", "7"]).status, 2);
}

#[test]
fn a_place_is_the_whole_of_it_or_nothing() {
    let workshop = Workshop::with_codings();
    let coding = workshop.json(&["codings", "e.ancrage"]);
    let id = text(&coding, "/0/id");
    assert_eq!(workshop.run(&["place", "e.ancrage", id, "1"]).status, 2);
    let said = workshop.refused(&["place", "e.ancrage", id, "1", "9000", "--as", "Claire L."]);
    assert_eq!(said, "Erreur : Le passage 1–9000 sort du texte, qui compte 144 caractères.");
}

fn journal(workshop: &Workshop, options: &[&str]) -> Vec<(String, String)> {
    let log = workshop.json(&[&["log", "e.ancrage"], options].concat());
    let line = |line: &Value| (text(line, "/kind").to_owned(), plain(text(line, "/text")));
    log.as_array().unwrap().iter().map(line).collect()
}

#[test]
fn the_journal_says_who_did_what() {
    let workshop = Workshop::with_codings();
    let log = workshop.golden(&["log", "e.ancrage"]);
    let line = |id: &str, kind: &str, text: &str| json!({ "id": id, "at": "<time>", "author": "Claire L.", "kind": kind, "text": text, "undoes": null });
    let expected = json!([
        line("#1", "create_study", "créer l’étude"),
        line("#2", "import_interview", "importer l’entretien EMG 1"),
        line("#3", "import_interview", "importer l’entretien EMG 2"),
        line("#4", "import_codings", "importer 5 extraits étiquetés"),
    ]);
    assert_eq!(log, expected);
}

#[test]
fn the_journal_is_shown_from_a_day_or_an_operation_on() {
    let workshop = Workshop::with_codings();
    let log = workshop.json(&["log", "e.ancrage"]);
    let third = text(&log, "/2/id");
    let last = vec![("import_codings".to_owned(), "importer 5 extraits étiquetés".to_owned())];
    assert_eq!(journal(&workshop, &["--since", third]), last);
    assert_eq!(journal(&workshop, &["--since", text(&log, "/3/at")]), last);
    assert_eq!(journal(&workshop, &["--since", "2020-01-01"]).len(), 4);
    assert_eq!(journal(&workshop, &["--since", "9000-01-01"]).len(), 0);
    assert_eq!(workshop.run(&["log", "e.ancrage", "--since", "hier"]).status, 2);
    let said = workshop.refused(&["log", "e.ancrage", "--since", "00000000-0000-0000-0000-000000000001"]);
    assert!(said.starts_with("Erreur : Aucun élément n’a l’identifiant"), "{said}");
}

#[test]
fn undo_and_redo_say_what_they_took_back() {
    let workshop = Workshop::with_study();
    workshop.write("c.csv", "interview,start,end,code,coder\nEMG 1,64,75,sommeil,Claire L.\n");
    workshop.json(&["codings", "import", "e.ancrage", "c.csv"]);
    let what = "importer 1 extrait étiqueté";
    assert_eq!(workshop.golden(&["undo", "e.ancrage"]), json!({ "undone": what, "op": "#1" }));
    assert_eq!(workshop.json(&["codings", "e.ancrage"]), json!([]));
    let redone = json!({ "undone": format!("annuler\u{A0}: {what}"), "redone": what, "op": "#1" });
    assert_eq!(workshop.golden(&["redo", "e.ancrage"]), redone);
    assert_eq!(workshop.json(&["codings", "e.ancrage"]).as_array().unwrap().len(), 1);
    assert_eq!(workshop.golden(&["undo", "e.ancrage"]), json!({ "undone": what, "op": "#1" }));
    let kinds: Vec<String> = journal(&workshop, &[]).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds[3..], ["import_codings", "undo", "redo", "undo"]);
    let log = workshop.golden(&["log", "e.ancrage"]);
    let undoes: Vec<&Value> = (3..7).map(|n| &log[n]["undoes"]).collect();
    assert_eq!(undoes, [&json!(null), &json!("#4"), &json!("#5"), &json!("#6")]);
    assert_eq!(plain(&workshop.run(&["redo", "e.ancrage"]).out), format!("Rétabli : {what}\n"));
    assert_eq!(workshop.refused(&["redo", "e.ancrage"]), "Erreur : Il n’y a rien à rétablir.");
}

/// The first interview is undone after another member coded it.
#[test]
fn an_undo_that_something_stands_on_names_who_and_what() {
    let workshop = Workshop::with_study();
    workshop.write("c.csv", "interview,start,end,code,coder\nEMG 2,52,64,ennui,Thomas R.\n");
    workshop.json(&["codings", "import", "e.ancrage", "c.csv"]);
    workshop.json(&["finish", "e.ancrage", "EMG 2", "--as", "Thomas R."]);
    let said = workshop.refused(&["undo", "e.ancrage", "--as", "Claire L."]);
    assert_eq!(
        said,
        "Erreur : Impossible d’annuler : Thomas R. s’appuie dessus (terminer le codage de l’entretien EMG 2)."
    );
}
