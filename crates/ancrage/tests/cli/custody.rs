//! The care of the file: check, backups, withdrawal.

use crate::workshop::{Workshop, plain, redacted, text};
use serde_json::{Value, json};
use std::fs;

#[test]
fn a_study_that_is_cut_short_is_told_from_a_sound_one() {
    let workshop = Workshop::with_study();
    let whole = workshop.read("e.ancrage");
    workshop.write("e.ancrage", &whole[..whole.len() - 4096]);
    let said = workshop.refused(&["interviews", "e.ancrage"]);
    assert!(
        said.contains("il manque la fin du fichier") && said.ends_with("restaurez une sauvegarde."),
        "{said}"
    );
    let ran = workshop.run(&["check", "e.ancrage", "--json"]);
    let answer = ran.document();
    assert_eq!(
        (ran.status, &answer["ok"], text(&answer, "/findings/0/kind")),
        (1, &json!(false), "unreadable")
    );
}

#[test]
fn a_sound_study_checks_clean() {
    let workshop = Workshop::with_codings();
    assert_eq!(workshop.json(&["check", "e.ancrage"]), json!({ "ok": true, "findings": [], "ops": 4 }));
    assert_eq!(plain(&workshop.run(&["check", "e.ancrage"]).out), "Étude saine : 4 opérations relues.\n");
}

#[test]
fn a_file_that_is_no_study_is_said_to_be_none() {
    let workshop = Workshop::with_study();
    workshop.write("vide.ancrage", "");
    workshop.write("texte.ancrage", "Ceci n’est pas une étude.");
    fs::create_dir(workshop.path("dossier.ancrage")).unwrap();
    let cases = [
        ("absent.ancrage", "absent.ancrage est introuvable. Vérifiez le nom et le dossier."),
        ("vide.ancrage", "vide.ancrage est vide : ce n’est pas une étude Ancrage. Restaurez une sauvegarde."),
        ("texte.ancrage", "texte.ancrage n’est pas une étude Ancrage."),
        ("dossier.ancrage", "dossier.ancrage est un dossier : choisissez un fichier."),
    ];
    for (file, sentence) in cases {
        for command in ["check", "interviews", "undo"] {
            let said = workshop.refused(&[command, file]);
            assert!(said.starts_with("Erreur : ") && said.ends_with(sentence), "{command} {file}: {said}");
        }
    }
}

/// Changes the last letter of a text where it stands in the file.
fn spoil(workshop: &Workshop, found: &str) {
    let mut bytes = workshop.read("e.ancrage");
    let at = bytes.windows(found.len()).position(|window| window == found.as_bytes()).unwrap();
    bytes[at + found.len() - 1] = b'9';
    workshop.write("e.ancrage", &bytes);
}

#[test]
fn damage_is_found_and_the_status_says_so() {
    // In the journal, which can then not be read; in what was derived from it.
    let cases = [
        ("\"interview.name/1\":{\"name\":\"EMG 2", "unreadable"),
        ("\"interview.name\":{\"name\":\"EMG 2", "record"),
    ];
    for (found, kind) in cases {
        let workshop = Workshop::with_study();
        spoil(&workshop, found);
        let ran = workshop.run(&["check", "e.ancrage", "--json"]);
        assert_eq!((ran.status, ran.err.as_str()), (1, ""));
        let answer = ran.document();
        let finding = &answer["findings"][0];
        assert_eq!(
            (&answer["ok"], &finding["kind"], &finding["damage"]),
            (&json!(false), &json!(kind), &json!(true))
        );
    }
}

/// The backups that were asked for; the day's own come by themselves.
fn asked_for(workshop: &Workshop) -> Vec<Value> {
    let listed = workshop.json(&["backup", "e.ancrage", "list"]);
    listed.as_array().unwrap().iter().filter(|backup| backup["why"] == json!("asked")).cloned().collect()
}

#[test]
fn backups_are_made_listed_and_restored_as_a_copy() {
    let workshop = Workshop::with_codings();
    assert_eq!(asked_for(&workshop), Vec::<Value>::new());
    let made = workshop.json(&["backup", "e.ancrage", "now"]);
    assert_eq!((&made["why"], &made["ops"], &made["codings"]), (&json!("asked"), &json!(4), &json!(5)));
    assert_eq!(asked_for(&workshop), std::slice::from_ref(&made));
    let log = workshop.json(&["log", "e.ancrage"]);
    workshop.json(&["undo", "e.ancrage", "--as", "Claire L."]);

    let id = text(&made, "/id");
    let restored = workshop.json(&["backup", "e.ancrage", "restore", id, "-o", "r.ancrage"]);
    assert_eq!(restored, json!({ "file": "r.ancrage", "backup": id }));
    assert_eq!(workshop.json(&["log", "r.ancrage"]), log);
    assert_eq!(workshop.json(&["log", "e.ancrage"]).as_array().unwrap().len(), 5);
    let said = workshop.refused(&["backup", "e.ancrage", "restore", id, "-o", "r.ancrage"]);
    assert!(said.ends_with("r.ancrage existe déjà. Choisissez un autre nom."), "{said}");
    let said = workshop.refused(&["backup", "e.ancrage", "restore", "hier", "-o", "s.ancrage"]);
    assert_eq!(said, "Erreur : Aucune sauvegarde n’a l’identifiant hier.");
    assert_eq!(workshop.run(&["backup", "e.ancrage"]).status, 2);
}

#[test]
fn a_backup_outlives_its_study() {
    let workshop = Workshop::with_codings();
    let made = workshop.json(&["backup", "e.ancrage", "now"]);
    fs::write(workshop.path("e.ancrage"), "abîmé").unwrap();
    assert_eq!(asked_for(&workshop), std::slice::from_ref(&made));
    workshop.json(&["backup", "e.ancrage", "restore", text(&made, "/id"), "-o", "r.ancrage"]);
    assert_eq!(workshop.json(&["check", "r.ancrage"])["ok"], json!(true));
}

fn holds(workshop: &Workshop, words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(workshop.path(""))
        .unwrap()
        .chain(fs::read_dir(workshop.path("e.ancrage-sauvegardes")).unwrap())
    {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "ancrage") {
            let bytes = fs::read(&path).unwrap();
            if bytes.windows(words.len()).any(|window| window == words.as_bytes()) {
                found.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    found
}

#[test]
fn a_withdrawal_is_confirmed_then_leaves_no_word() {
    let workshop = Workshop::with_codings();
    workshop.json(&["backup", "e.ancrage", "now"]);
    assert!(!holds(&workshop, "Je dors mal").is_empty());
    let purge = ["purge", "e.ancrage", "EMG 1", "--as", "Claire L."];
    let said = workshop.refused(&purge);
    assert_eq!(
        said,
        "Erreur : Rien n’a été effacé : le nom n’a pas été confirmé (sans terminal, ajoutez --yes)."
    );
    assert_eq!(workshop.json(&["codings", "e.ancrage"]).as_array().unwrap().len(), 5);

    let answer = workshop.json(&[&purge[..], &["--yes"]].concat());
    assert!(answer["blanked"].as_u64().unwrap() > 0, "{answer}");
    assert_eq!(holds(&workshop, "Je dors mal"), Vec::<String>::new());
    let interviews = workshop.json(&["interviews", "e.ancrage"]);
    let gone = interviews.as_array().unwrap().iter().find(|one| one["status"] == json!("withdrawn")).unwrap();
    assert_eq!((&gone["words"], &gone["codings"], &gone["name"]), (&json!(0), &json!(0), &json!("")));
    assert_eq!(workshop.json(&["codings", "e.ancrage"]).as_array().unwrap().len(), 1);
    let said = workshop.refused(&["show", "e.ancrage", text(gone, "/id")]);
    assert!(said.starts_with("Erreur : Les paroles de ce participant ont été retirées"), "{said}");
    assert_eq!(workshop.json(&["check", "e.ancrage"])["ok"], json!(true));
    // It is counted among those that are left out, not named: it has no name any more.
    let curve = workshop.json(&["saturation", "e.ancrage"]);
    assert_eq!((&curve["withdrawn"], &curve["excluded"]), (&json!(1), &json!([])));
    let told = plain(&workshop.run(&["saturation", "e.ancrage"]).out);
    assert!(told.contains("1 entretien a été retiré de l’étude") && !told.contains("Exclus"), "{told}");
    let last = workshop.json(&["log", "e.ancrage"]);
    let last = last.as_array().unwrap().last().unwrap();
    assert_eq!((text(last, "/kind"), text(last, "/text")), ("purge", "effacer des données retirées"));
    let said = workshop.refused(&["undo", "e.ancrage", "--as", "Claire L."]);
    assert_eq!(said, "Erreur : Un retrait de données ne s’annule pas.");
}

#[test]
fn identifiers_and_times_are_redacted_the_same_way_everywhere() {
    let id = "01a20189-79e6-75fa-abdd-8a5c48b7ac4d";
    let document = json!({ "a": id, "b": ["2026-11-22T04:35:16.582Z", id], "c": "2023-03-06", "d": "a-b" });
    assert_eq!(
        redacted(document),
        json!({ "a": "#1", "b": ["<time>", "#1"], "c": "2023-03-06", "d": "a-b" })
    );
    assert_eq!(redacted(Value::Null), Value::Null);
}
