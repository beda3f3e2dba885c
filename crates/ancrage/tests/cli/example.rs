//! The example study, and the window where there is no display.

use crate::workshop::{Workshop, plain};
use serde_json::{Value, json};

#[test]
fn the_example_study_is_made_and_summed_up() {
    let workshop = Workshop::new();
    let made = workshop.json(&["demo", "ex.ancrage", "--no-window"]);
    assert_eq!(
        (&made["project"], &made["title"]),
        (&json!("ex.ancrage"), &json!("Renoncer aux soins en zone rurale"))
    );
    let interviews = made["interviews"].as_array().unwrap();
    assert_eq!(interviews.len(), workshop.json(&["interviews", "ex.ancrage"]).as_array().unwrap().len());
    let listed = workshop.json(&["interviews", "ex.ancrage"]);
    for (told, listed) in interviews.iter().zip(listed.as_array().unwrap()) {
        assert_eq!((&told["words"], &told["turns"]), (&listed["words"], &listed["turns"]));
    }
    assert_eq!(
        made["codes"].as_u64().unwrap() as usize,
        workshop.json(&["codes", "ex.ancrage"]).as_array().unwrap().len()
    );
    let passages = &made["passages"];
    let only: Vec<&Value> = passages["only"].as_array().unwrap().iter().map(|one| &one["coder"]).collect();
    assert_eq!(only, [&json!("Claire L."), &json!("Thomas R.")]);
    assert!(passages["both"].as_u64().unwrap() > 0);
    assert_eq!(workshop.json(&["check", "ex.ancrage"])["ok"], json!(true));
}

#[test]
fn the_example_study_never_replaces_a_file() {
    let workshop = Workshop::new();
    let first = workshop.run(&["demo", "--no-window"]);
    let second = workshop.run(&["demo"]);
    assert_eq!((first.status, second.status), (0, 0), "{}{}", first.err, second.err);
    assert_eq!(workshop.files(), ["exemple (2).ancrage", "exemple.ancrage"]);
    assert!(
        plain(&first.err).contains("exemple.ancrage est nouveau : rien n’a été remplacé."),
        "{}",
        first.err
    );
    assert!(plain(&second.err).ends_with("Aucun écran : la fenêtre n’est pas ouverte.\n"), "{}", second.err);
    assert!(
        plain(&second.out).contains("8 entretiens") || second.out.contains("EMG 8.docx"),
        "{}",
        second.out
    );
    workshop.write("pris.ancrage", "x");
    let said = workshop.refused(&["demo", "pris.ancrage"]);
    assert!(said.ends_with("pris.ancrage existe déjà. Choisissez un autre nom."), "{said}");
}

#[test]
fn without_a_display_the_window_is_refused_in_a_sentence() {
    let workshop = Workshop::with_study();
    for arguments in [&[][..], &["e.ancrage"][..]] {
        let ran = workshop.run(arguments);
        let said = "Erreur : Aucun écran : la fenêtre ne peut pas s’ouvrir. ancrage --help montre ce que l’on peut faire ici.\n";
        assert_eq!((ran.status, plain(&ran.err).as_str(), ran.out.as_str()), (1, said, ""));
    }
}
