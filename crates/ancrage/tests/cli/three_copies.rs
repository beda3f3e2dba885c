//! Three copies of one study that were worked on apart, merged in every order: one and the same study, as it
//! is exported.

use crate::workshop::{Workshop, plain};
use serde_json::{Value, json};

const ANN: &str = "Claire L.";
const BEN: &str = "Thomas R.";
const ORDERS: [[&str; 3]; 6] =
    [["a", "b", "c"], ["a", "c", "b"], ["b", "a", "c"], ["b", "c", "a"], ["c", "a", "b"], ["c", "b", "a"]];

/// A study of two coders, and three copies of it: two are the first coder's.
fn apart() -> Workshop {
    let workshop = Workshop::with_codings();
    workshop.write("p.csv", "nom;métier\nEMG 1;infirmière\n");
    workshop.json(&["participants", "import", "e.ancrage", "p.csv", "--as", ANN]);
    for copy in ["a", "b", "c"] {
        let to = workshop.path(&format!("{copy}.ancrage"));
        std::fs::copy(workshop.path("e.ancrage"), to).unwrap();
    }
    first(&workshop);
    second(&workshop);
    third(&workshop);
    workshop
}

/// The text of an interview with other words, as a corrected file.
fn correct(workshop: &Workshop, project: &str, member: &str, from: &str, to: &str) {
    let shown = workshop.json(&["show", project, "EMG 1"]);
    let text = shown["text"].as_str().unwrap();
    assert!(text.contains(from), "{text}");
    workshop.write("corrigé.txt", text.replace(from, to));
    workshop.json(&["text", "replace", project, "EMG 1", "corrigé.txt", "--as", member]);
}

/// Codes, a correction, a code of the same name as one of the others', a deletion.
fn first(workshop: &Workshop) {
    correct(workshop, "a.ancrage", ANN, "Bonjour", "Bonsoir");
    workshop.write("c.csv", "interview,start,end,code,coder\nEMG 2,18,22,ennui,Claire L.\n");
    workshop.json(&["codings", "import", "a.ancrage", "c.csv", "--as", ANN]);
    workshop.write("l.csv", "path,definition\nfatigue,Ne plus pouvoir\n");
    workshop.json(&["codes", "import", "a.ancrage", "l.csv", "--as", ANN]);
    workshop.json(&["finish", "a.ancrage", "EMG 1", "--as", ANN]);
}

/// Another correction of the same text, codings, and an attribute that the third says otherwise.
fn second(workshop: &Workshop) {
    correct(workshop, "b.ancrage", BEN, "c’est loin", "c’est très loin");
    workshop.write("c.csv", "interview,start,end,code,coder\nEMG 2,52,64,ennui,Thomas R.\n");
    workshop.json(&["codings", "import", "b.ancrage", "c.csv", "--as", BEN]);
    workshop.write("p.csv", "nom;métier\nEMG 1;médecin\n");
    workshop.json(&["participants", "import", "b.ancrage", "p.csv", "--as", BEN]);
    workshop.json(&["finish", "b.ancrage", "EMG 2", "--as", BEN]);
}

/// What is said otherwise, something undone and done again, another code of that name.
fn third(workshop: &Workshop) {
    workshop.write("p.csv", "nom;métier\nEMG 1;sage-femme\n");
    workshop.json(&["participants", "import", "c.ancrage", "p.csv", "--as", ANN]);
    workshop.write("l.csv", "path\nfatigue\nfatigue / matin\n");
    workshop.json(&["codes", "import", "c.ancrage", "l.csv", "--as", ANN]);
    workshop.write("c.csv", "interview,start,end,code,coder\nEMG 1,82,88,fatigue,Claire L.\n");
    workshop.json(&["codings", "import", "c.ancrage", "c.csv", "--as", ANN]);
    workshop.json(&["undo", "c.ancrage", "--as", ANN]);
    workshop.json(&["redo", "c.ancrage", "--as", ANN]);
    workshop.json(&["undo", "c.ancrage", "--as", ANN]);
}

/// Everything of a study that does not lie in the order of arrival, as it is exported and printed.
fn exported(workshop: &Workshop, project: &str) -> Vec<String> {
    let mut said = Vec::new();
    let files = [
        ("codings", "json"),
        ("codes", "json"),
        ("interviews", "json"),
        ("participants", "json"),
        ("quotes", "csv"),
        ("codebook", "csv"),
        ("coded-text", "html"),
    ];
    for (what, form) in files {
        let file = format!("export.{form}");
        workshop.json(&["export", project, "--as", form, "--what", what, "-o", &file, "--member", ANN]);
        said.push(String::from_utf8(workshop.read(&file)).unwrap());
        std::fs::remove_file(workshop.path(&file)).unwrap();
    }
    let printed: [&[&str]; 7] = [
        &["codes", project],
        &["codings", project],
        &["interviews", project],
        &["participants", project],
        &["show", project, "EMG 1"],
        &["compare", project, "--coders", "Claire L.,Thomas R."],
        &["check", project],
    ];
    said.extend(printed.map(|asked| workshop.json(asked).to_string()));
    let mut log: Vec<String> =
        workshop.json(&["log", project]).as_array().unwrap().iter().map(Value::to_string).collect();
    log.sort();
    said.extend(log);
    said
}

#[test]
fn three_copies_merged_in_every_order_are_the_same_study() {
    let workshop = apart();
    let mut expected: Option<Vec<String>> = None;
    for order in ORDERS {
        let merged = format!("{}.ancrage", order.concat());
        std::fs::copy(workshop.path(&format!("{}.ancrage", order[0])), workshop.path(&merged)).unwrap();
        for other in &order[1..] {
            workshop.json(&["merge", &merged, &format!("{other}.ancrage"), "--as", ANN]);
        }
        assert_eq!(workshop.json(&["check", &merged])["ok"], json!(true));
        let found = exported(&workshop, &merged);
        let expected = expected.get_or_insert_with(|| found.clone());
        assert_eq!(expected, &found, "{order:?}");
    }
    let expected = expected.unwrap_or_default().join("\n");
    for kept in ["Bonsoir", "c’est très loin", "ennui", "matin", "Ne plus pouvoir"] {
        assert!(plain(&expected).contains(kept), "{kept}");
    }
    // What two said otherwise is there for somebody to settle, once.
    let plan = workshop.json(&["merge", "abc.ancrage", "cba.ancrage", "--dry-run", "--as", ANN]);
    assert_eq!(plan["ops_in"], json!(0));
    let conflicts = plan["conflicts"].as_array().unwrap();
    assert_eq!(conflicts.len(), 1, "{plan}");
    assert_eq!(plan["same_code"].as_array().unwrap().len(), 2, "{plan}");
}

#[test]
fn what_disagrees_is_settled_with_the_merge_and_taken_back_with_it() {
    let workshop = apart();
    workshop.json(&["merge", "a.ancrage", "b.ancrage", "--as", ANN]);
    let before = exported(&workshop, "a.ancrage");
    let plan = workshop.json(&["merge", "a.ancrage", "c.ancrage", "--dry-run", "--as", ANN]);
    let conflict = &plan["conflicts"][0];
    let said = |field: &str| conflict.pointer(field).and_then(Value::as_str).unwrap().to_owned();
    let keep = format!("{}={}={}", said("/record"), said("/group"), said("/theirs/version"));
    let report = workshop.json(&["merge", "a.ancrage", "c.ancrage", "--keep", &keep, "--as", ANN]);
    assert_eq!(report["conflicts"], json!([]));
    let people = workshop.json(&["participants", "a.ancrage"]);
    assert_eq!(people[0]["attributes"]["métier"], json!("sage-femme"));
    workshop.json(&["merge", "a.ancrage", "--take-back"]);
    assert_eq!(exported(&workshop, "a.ancrage"), before);
    let wrong = ["merge", "a.ancrage", "c.ancrage", "--keep", "x=y", "--as", ANN];
    assert_eq!(workshop.run(&wrong).status, 2);
}
