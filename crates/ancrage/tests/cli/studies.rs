//! Studies created, people, the lists of what is there.

use crate::workshop::{Workshop, plain, text};
use serde_json::json;

#[test]
fn a_new_study_has_its_members() {
    let workshop = Workshop::new();
    let made = workshop.golden(&[
        "new",
        "e.ancrage",
        "--title",
        "T",
        "--member",
        "Claire L.",
        "--member",
        "Jean:director",
    ]);
    let members = json!([
        { "id": "#1", "name": "Claire L.", "role": "student" },
        { "id": "#2", "name": "Jean", "role": "director" },
    ]);
    assert_eq!(made, json!({ "project": "e.ancrage", "members": members }));
}

#[test]
fn a_new_study_never_replaces_a_file() {
    let workshop = Workshop::new();
    workshop.write("e.ancrage", "précieux");
    let said = workshop.refused(&["new", "e.ancrage", "--title", "T", "--member", "Claire"]);
    assert!(said.ends_with("e.ancrage existe déjà. Choisissez un autre nom."), "{said}");
    assert_eq!(workshop.read("e.ancrage"), "précieux".as_bytes());
}

#[test]
fn a_new_study_needs_a_title_a_member_and_a_known_role() {
    let workshop = Workshop::new();
    let typed = |arguments: &[&str]| {
        let ran = workshop.run(arguments);
        (ran.status, plain(ran.err.lines().next().unwrap_or_default()))
    };
    let missing = "Erreur : Il manque : --title <TITRE>, --member <NOM[:rôle]>.".to_owned();
    assert_eq!(typed(&["new", "e.ancrage"]), (2, missing));
    let role = "Erreur : « chef » n’est pas un rôle : écrivez student, coder ou director.".to_owned();
    assert_eq!(typed(&["new", "e.ancrage", "--title", "T", "--member", "A:chef"]), (2, role));
    let empty = "Erreur : Le nom est vide.".to_owned();
    assert_eq!(typed(&["new", "e.ancrage", "--title", " ", "--member", "A"]), (1, empty));
    assert_eq!(workshop.files(), Vec::<String>::new());
}

#[test]
fn interviews_are_listed_with_what_was_done_in_them() {
    let workshop = Workshop::with_codings();
    workshop.json(&["finish", "e.ancrage", "EMG 1", "--as", "Claire L."]);
    workshop.json(&["reading", "e.ancrage", "EMG 1", "--as", "Thomas R."]);
    let basis = json!({ "coders": "reference", "layer": "any" });
    let expected = json!([
        {
            "id": "#1", "name": "EMG 1", "participants": ["EMG 1"], "date": "2023-03-06", "duration_min": 52,
            "status": "included", "words": 18, "turns": 4, "codings": 2, "readings": 1,
            "coding_finished": ["Claire L."], "basis": basis,
        },
        {
            "id": "#2", "name": "EMG 2", "participants": ["EMG 2"], "date": null, "duration_min": null,
            "status": "included", "words": 10, "turns": 4, "codings": 1, "readings": 1,
            "coding_finished": [], "basis": basis,
        },
    ]);
    assert_eq!(workshop.golden(&["interviews", "e.ancrage"]), expected);
    let of_thomas = workshop.json(&["interviews", "e.ancrage", "--coder", "Thomas R."]);
    assert_eq!((&of_thomas[0]["codings"], &of_thomas[1]["codings"]), (&json!(2), &json!(0)));
}

#[test]
fn participants_are_listed_with_their_table() {
    let workshop = Workshop::with_study();
    workshop.write("p.csv", "Nom;Âge;Métier\r\nEMG 2;42;infirmière\r\nemg 1;;\r\nEMG 7;3,5;\r\n");
    let imported = workshop.json(&["participants", "import", "e.ancrage", "p.csv"]);
    assert_eq!(imported, json!({ "participants": 3, "created": 1, "attributes": 2 }));
    let row = |name: &str, id: &str, age, job, interviews| {
        let attributes = json!({ "Âge": age, "Métier": job });
        json!({ "id": id, "name": name, "status": "included", "attributes": attributes, "interviews": interviews })
    };
    let expected = json!([
        row("EMG 1", "#1", json!(null), json!(null), json!(["EMG 1"])),
        row("EMG 2", "#2", json!(42), json!("infirmière"), json!(["EMG 2"])),
        row("EMG 7", "#3", json!(3.5), json!(null), json!([])),
    ]);
    assert_eq!(workshop.golden(&["participants", "e.ancrage"]), expected);
    let again = workshop.json(&["participants", "import", "e.ancrage", "p.csv"]);
    assert_eq!((&again["created"], &again["attributes"]), (&json!(0), &json!(0)));
}

#[test]
fn one_of_several_members_says_who_acts() {
    let workshop = Workshop::with_codings();
    let said = workshop.refused(&["finish", "e.ancrage", "EMG 1"]);
    assert_eq!(
        said,
        "Erreur : L’équipe compte plusieurs personnes (Claire L., Thomas R.) : dites qui agit avec --as."
    );
    let said = workshop.refused(&["finish", "e.ancrage", "EMG 1", "--as", "Zoé"]);
    let expected = "Erreur : Personne ne s’appelle « Zoé » dans l’équipe. Noms connus : Claire L., Thomas R.";
    assert_eq!(said, expected);
    // Before the subcommand, by identifier, and whatever the case.
    let members = workshop.json(&["codings", "e.ancrage"]);
    let thomas = text(&members, "/1/coder_id");
    let done = workshop.json(&["--as", thomas, "finish", "e.ancrage", "emg 1"]);
    assert_eq!(done, json!({ "interview": "EMG 1", "coder": "Thomas R.", "finished": true }));
}

#[test]
fn a_name_that_leads_to_several_is_an_error_that_lists_them() {
    let workshop = Workshop::new();
    let made = workshop.json(&["new", "e.ancrage", "--title", "T", "--member", "Anne", "--member", "Anne"]);
    workshop.write("a.txt", "VL : Oui.\nP : Non.\nVL : Oui.\nP : Non.\n");
    let said = workshop.refused(&["import", "e.ancrage", "a.txt", "--as", "Anne"]);
    let (first, second) = (text(&made, "/members/0/id"), text(&made, "/members/1/id"));
    let expected = format!(
        "Erreur : Plusieurs éléments s’appellent « Anne » ; choisissez l’un de ces identifiants : {first}, {second}."
    );
    assert_eq!(said, expected);
    workshop.json(&["import", "e.ancrage", "a.txt", "--as", second]);
}

#[test]
fn finishing_and_reopening_are_said_and_may_be_said_twice() {
    let workshop = Workshop::with_study();
    let finished = json!({ "interview": "EMG 2", "coder": "Claire L.", "finished": true });
    assert_eq!(workshop.json(&["finish", "e.ancrage", "EMG 2"]), finished);
    assert_eq!(workshop.json(&["finish", "e.ancrage", "EMG 2"]), finished);
    let open = json!({ "interview": "EMG 2", "coder": "Claire L.", "finished": false });
    assert_eq!(workshop.json(&["finish", "e.ancrage", "EMG 2", "--reopen"]), open);
    let list = workshop.json(&["interviews", "e.ancrage"]);
    assert_eq!(list[1]["coding_finished"], json!([]));
    let noted = workshop.golden(&["reading", "e.ancrage", "EMG 2", "--minutes", "25"]);
    assert_eq!(noted, json!({ "interview": "EMG 2", "coder": "Claire L.", "at": "<time>", "minutes": 25 }));
    let said = plain(&workshop.run(&["finish", "e.ancrage", "EMG 2"]).out);
    assert_eq!(said, "Codage de l’entretien EMG 2 terminé.\n");
}
