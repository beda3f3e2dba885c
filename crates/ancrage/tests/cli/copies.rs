//! Copies of a study merged, conflicts settled, doubles united.

use crate::workshop::{Workshop, plain, text};
use serde_json::{Value, json};

/// A study and a copy of it that went on apart.
fn copies() -> Workshop {
    let workshop = Workshop::with_codings();
    workshop.write("p.csv", "nom;métier\nEMG 1;infirmière\n");
    workshop.json(&["participants", "import", "e.ancrage", "p.csv", "--as", "Claire L."]);
    std::fs::copy(workshop.path("e.ancrage"), workshop.path("f.ancrage")).unwrap();
    workshop
}

fn count(value: &Value) -> usize {
    value.as_array().unwrap().len()
}

#[test]
fn a_merge_brings_what_the_other_has_and_only_once() {
    let workshop = copies();
    workshop.write("c.csv", "interview,start,end,code,coder\nEMG 2,52,64,ennui,Thomas R.\n");
    workshop.json(&["codings", "import", "f.ancrage", "c.csv", "--as", "Thomas R."]);
    workshop.json(&["finish", "f.ancrage", "EMG 2", "--as", "Thomas R."]);
    let expected = json!({
        "ops_in": 2, "new": { "code": 1, "coding": 1 }, "conflicts": [], "dangling": [], "cycles": [],
        "same_source": [], "same_code": [], "same_member": [], "to_place": [], "composed": [],
        "sealed": [], "changed": { "interview": 1 },
    });
    let before = workshop.json(&["log", "e.ancrage"]);
    assert_eq!(workshop.json(&["merge", "e.ancrage", "f.ancrage", "--dry-run"]), expected);
    assert_eq!(workshop.json(&["log", "e.ancrage"]), before);
    assert_eq!(workshop.json(&["merge", "e.ancrage", "f.ancrage", "--as", "Claire L."]), expected);
    assert_eq!(count(&workshop.json(&["codings", "e.ancrage"])), 6);
    assert_eq!(workshop.json(&["merge", "e.ancrage", "f.ancrage"])["ops_in"], json!(0));

    assert_eq!(workshop.json(&["merge", "e.ancrage", "--take-back"]), json!({ "ops_out": 2 }));
    assert_eq!(workshop.json(&["log", "e.ancrage"]), before);
    assert_eq!(
        workshop.refused(&["merge", "e.ancrage", "--take-back"]),
        "Erreur : Il n’y a pas de fusion à défaire."
    );
    assert_eq!(workshop.run(&["merge", "e.ancrage"]).status, 2);
}

#[test]
fn a_conflict_is_listed_and_settled() {
    let workshop = copies();
    let say = |project: &str, job: &str, member: &str| {
        workshop.write("p.csv", format!("nom;métier\nEMG 1;{job}\n"));
        workshop.json(&["participants", "import", project, "p.csv", "--as", member]);
    };
    say("e.ancrage", "sage-femme", "Claire L.");
    say("f.ancrage", "médecin", "Thomas R.");
    let report = workshop.json(&["merge", "e.ancrage", "f.ancrage", "--as", "Claire L."]);
    let conflict = &report["conflicts"][0];
    assert_eq!(
        (count(&report["conflicts"]), text(conflict, "/name"), text(conflict, "/kind")),
        (1, "EMG 1", "participant")
    );
    assert_eq!(
        (text(conflict, "/ours/author"), text(conflict, "/theirs/author")),
        ("Claire L.", "Thomas R.")
    );
    assert_eq!(conflict["theirs"]["value"]["value"], json!({ "text": "médecin" }));
    let checked = workshop.json(&["check", "e.ancrage"]);
    assert_eq!((&checked["ok"], text(&checked, "/findings/0/kind")), (&json!(true), "conflict"));

    let [record, group, keep] = ["/record", "/group", "/theirs/version"].map(|field| text(conflict, field));
    let settle = ["settle", "e.ancrage", record, group, "--keep", keep, "--as", "Claire L."];
    let settled = workshop.json(&settle);
    assert_eq!((text(&settled, "/kept"), text(&settled, "/group")), (keep, group));
    let people = workshop.json(&["participants", "e.ancrage"]);
    assert_eq!(people[0]["attributes"]["métier"], json!("médecin"));
    assert_eq!(workshop.json(&["check", "e.ancrage"])["findings"], json!([]));
    assert!(workshop.refused(&settle).contains("n’est pas l’une des versions"));
    let typed = |group: &str, keep: &str| {
        workshop.run(&["settle", "e.ancrage", record, group, "--keep", keep]).status
    };
    assert_eq!((typed("code.nom", keep), typed(group, "x")), (2, 2));
}

#[test]
fn another_study_is_not_merged() {
    let workshop = copies();
    workshop.json(&["new", "g.ancrage", "--title", "T", "--member", "Claire L."]);
    let said = workshop.refused(&["merge", "e.ancrage", "g.ancrage", "--as", "Claire L."]);
    assert_eq!(said, "Erreur : L’autre fichier est une autre étude : rien n’a été fusionné.");
    // A copy whose table of contents was changed: it is the copy that is said to be damaged, not the study.
    let mut bytes = workshop.read("f.ancrage");
    let at = bytes.windows(12).position(|window| window == b"CREATE TABLE").unwrap();
    bytes[at..at + 12].copy_from_slice(b"CREATE TABLX");
    workshop.write("i.ancrage", bytes);
    let said = workshop.refused(&["merge", "e.ancrage", "i.ancrage", "--as", "Claire L."]);
    assert!(said.starts_with("Erreur : L’autre copie est abîmée") && !said.contains("e.ancrage"), "{said}");
    workshop.write("h.ancrage", "rien");
    let said = workshop.refused(&["merge", "e.ancrage", "h.ancrage", "--as", "Claire L."]);
    assert!(said.ends_with("h.ancrage n’est pas une étude Ancrage."), "{said}");
}

#[test]
fn doubles_are_listed_and_united() {
    let workshop = copies();
    for (project, member) in [("e.ancrage", "Claire L."), ("f.ancrage", "Thomas R.")] {
        workshop.write("l.csv", "path\nfatigue\n");
        workshop.json(&["codes", "import", project, "l.csv", "--as", member]);
    }
    let report = workshop.json(&["merge", "e.ancrage", "f.ancrage", "--as", "Claire L."]);
    let pair = &report["same_code"][0];
    assert_eq!((count(&report["same_code"]), text(pair, "/name")), (1, "fatigue"));
    let said = workshop.refused(&["unite", "e.ancrage", "fatigue", "famille", "--as", "Claire L."]);
    assert!(said.contains(text(pair, "/first")) && said.contains(text(pair, "/second")), "{said}");
    let (first, second) = (text(pair, "/first"), text(pair, "/second"));
    let united = workshop.json(&["unite", "e.ancrage", first, second, "--as", "Claire L."]);
    assert_eq!(united, json!({ "record": first, "with": second, "name": "fatigue" }));
    let codes = workshop.json(&["codes", "e.ancrage"]);
    let paths: Vec<&str> = codes.as_array().unwrap().iter().map(|code| text(code, "/path")).collect();
    assert_eq!(paths.iter().filter(|path| **path == "fatigue").count(), 1);
    let said = workshop.refused(&["unite", "e.ancrage", "famille", "Claire L.", "--as", "Claire L."]);
    assert!(said.starts_with("Erreur : Ces deux éléments ne peuvent pas être réunis"), "{said}");
}

#[test]
fn people_read_what_a_merge_brought() {
    let workshop = copies();
    workshop.json(&["finish", "f.ancrage", "EMG 2", "--as", "Thomas R."]);
    let plan = workshop.run(&["merge", "e.ancrage", "f.ancrage", "--dry-run"]);
    assert_eq!(plain(&plan.out), "1 opération viendrait ; rien n’a été changé.\n");
    let merged = workshop.run(&["merge", "e.ancrage", "f.ancrage"]);
    assert_eq!(plain(&merged.out), "1 opération reçue.\n");
}
