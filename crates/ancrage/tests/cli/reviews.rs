//! Claims and reviews between two machines: the digest, the copy for a director, its way back, the sheet.

use crate::workshop::{Workshop, plain};
use serde_json::json;

/// A machine with the example study.
fn example() -> Workshop {
    let workshop = Workshop::new();
    workshop.json(&["demo", "e.ancrage", "--no-window"]);
    workshop
}

#[test]
fn the_digest_of_a_claim_comes_out_again_on_another_machine() {
    let (here, there) = (example(), Workshop::new());
    there.write("recu.ancrage", here.read("e.ancrage"));
    let first = here.json(&["claim", "check", "e.ancrage"]);
    let second = there.json(&["claim", "check", "recu.ancrage"]);
    assert_eq!(first["reproduced"], json!("same"));
    assert_eq!((&first["digest"], &first["reproduced"]), (&second["digest"], &second["reproduced"]));
    assert_eq!(second["genuine"], json!(true));
}

#[test]
fn a_claim_goes_to_a_director_comes_back_refused_is_made_anew_and_signed_by_both() {
    let (student, director) = (example(), Workshop::new());
    let claim =
        ["--argument", "Deux entretiens de plus, rien de neuf.", "--level", "category", "--as", "Claire L."];
    let make =
        |again: &[&str]| student.json(&[&["claim", "make", "e.ancrage", "4+2"], &claim[..], again].concat());
    make(&[]);
    student.json(&[
        "review",
        "copy",
        "e.ancrage",
        "--for",
        "Dr K. Saadi",
        "-o",
        "copie.ancrage",
        "--as",
        "Claire L.",
    ]);
    director.write("copie.ancrage", student.read("copie.ancrage"));
    let told = director.json(&["review", "copie.ancrage"]);
    assert!(told["study"]["categories"].as_array().is_some_and(|rows| !rows.is_empty()), "{told}");
    director.json(&["review", "comment", "copie.ancrage", "Être d’ici", "Mince."]);
    let sentence = director.refused(&["review", "visa", "copie.ancrage", "--refuse"]);
    assert!(sentence.contains("motive"), "{sentence}");
    director.json(&["review", "visa", "copie.ancrage", "--refuse", "--reason", "Trop court."]);
    student.write("revenu.ancrage", director.read("copie.ancrage"));
    let merged = student.json(&["merge", "e.ancrage", "revenu.ancrage", "--as", "Claire L."]);
    assert_eq!(merged["ops_in"], json!(2), "{merged}");
    let claims = student.json(&["claim", "e.ancrage", "--as", "Dr K. Saadi"]);
    let last = claims.as_array().unwrap().last().unwrap().clone();
    let saadi =
        last["visas"].as_array().unwrap().iter().find(|visa| visa["director"] == "Dr K. Saadi").unwrap();
    // In the example she signed at another desk before.
    assert_eq!((&saadi["verdict"], &saadi["entered"]), (&json!("refused"), &json!("signed_elsewhere")));
    let id = last["id"].as_str().unwrap();
    make(&["--claim", id]);
    for name in ["Dr K. Saadi", "Dr M. Aubert"] {
        student.json(&["review", "visa", "e.ancrage", id, "--agree", "--as", name]);
    }
    let claims = student.json(&["claim", "e.ancrage", "--as", "Claire L."]);
    assert_eq!(claims.as_array().unwrap().last().unwrap()["state"], json!("complete"));
    let sheet = student.json(&["claim", "sheet", "e.ancrage", id, "-o", "dossier.html", "--as", "Claire L."]);
    assert_eq!(sheet["figures"].as_array().unwrap().len(), 6, "{sheet}");
    for file in ["dossier.html", "dossier (figures)/courbe.svg", "dossier (figures)/courbe.csv"] {
        assert!(student.path(file).exists(), "{file}");
    }
}

#[test]
fn what_cannot_be_claimed_is_said_clearly() {
    let make = ["--argument", "Rien.", "--level", "label", "--as", "Claire L."];
    let claim = |workshop: &Workshop, says: &str| {
        workshop.refused(&[&["claim", "make", "e.ancrage", says], &make[..]].concat())
    };
    // Nothing coded to the end.
    let workshop = Workshop::with_codings();
    assert!(claim(&workshop, "1+1").contains("codé jusqu’au bout"));
    // One interview alone: the rules cannot be assessed, and nothing confirms.
    workshop.json(&["finish", "e.ancrage", "EMG 1", "--as", "Claire L."]);
    let curve = workshop.json(&["saturation", "e.ancrage"]);
    assert_eq!(curve["guest"]["status"], json!("not_assessable"), "{curve}");
    let one = claim(&workshop, "1+1");
    assert!(one.contains("EMG 2") || one.contains("1 "), "{one}");
    // Beyond the last interview.
    workshop.json(&["finish", "e.ancrage", "EMG 2", "--as", "Claire L."]);
    let beyond = claim(&workshop, "4+2");
    assert!(beyond.contains("dépasse le dernier entretien : 2 sont"), "{beyond}");
    for says in ["2+0", "0+1"] {
        let empty = claim(&workshop, says);
        assert!(empty.contains("il faut nommer un entretien, compté à partir de 1"), "{empty}");
    }
    assert!(workshop.refused(&["claim", "check", "e.ancrage"]).contains("Aucune saturation n’est déclarée"));
    // A code that was merged away since.
    let made = workshop.json(&[&["claim", "make", "e.ancrage", "1+1"], &make[..]].concat());
    assert_eq!(made["state"], json!("alone"), "{made}");
    let nothing = Workshop::with_study();
    let curve = nothing.json(&["saturation", "e.ancrage"]);
    assert_eq!(curve["new"], json!([]), "{curve}");
    // Finished, and nothing coded: that nothing new came is no sign of anything.
    for interview in ["EMG 1", "EMG 2"] {
        nothing.json(&["finish", "e.ancrage", interview, "--as", "Claire L."]);
    }
    let rules = ["--initial", "1", "--stop", "1", "--base", "1", "--run", "1", "--claim", "1+1"];
    let asked = [&["saturation", "e.ancrage"], &rules[..]].concat();
    let curve = nothing.json(&asked);
    let status = |pointer: &str| curve.pointer(pointer).cloned();
    for rule in ["/guest/status", "/francis/status", "/claims/0/status"] {
        assert_eq!(status(rule), Some(json!("not_assessable")), "{rule}: {curve}");
    }
    assert_eq!((&curve["expected_next"], &curve["estimates"]["jackknife1"]), (&json!(null), &json!(null)));
    let said = plain(&nothing.run(&asked).out);
    for words in [
        "Francis : 1 puis 1 : non évaluable (rien n’est codé à ce niveau).",
        "Affirmation 1+1 : non évaluable, rien n’est codé à ce niveau.",
        "Estimations : non évaluables (rien n’est codé à ce niveau).",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(claim(&nothing, "1+1").contains("n’y porte d’extrait"));
}

#[test]
fn a_threshold_is_a_part_of_a_hundred_in_either_writing() {
    let workshop = Workshop::with_codings();
    for command in [&["saturation", "e.ancrage"][..], &["claim", "make", "e.ancrage", "1+1"]] {
        for typed in ["nan", "inf", "-1", "101", "cinq"] {
            let ran = workshop.run(&[command, &["--threshold", typed]].concat());
            assert_eq!(ran.status, 2, "{typed}: {}{}", ran.out, ran.err);
            assert!(plain(&ran.err).contains("Un seuil va de 0 à 100 pour cent"), "{typed}: {}", ran.err);
        }
    }
    for typed in ["2,5", "2.5"] {
        let found = workshop.json(&["saturation", "e.ancrage", "--threshold", typed]);
        assert_eq!(found["guest"]["threshold_percent"], json!(2.5));
    }
    for interview in ["EMG 1", "EMG 2"] {
        workshop.json(&["finish", "e.ancrage", interview, "--as", "Claire L."]);
    }
    let asked = ["saturation", "e.ancrage", "--base", "1", "--run", "1", "--threshold", "2,5"];
    let said = plain(&workshop.run(&asked).out);
    assert!(said.contains("seuil 2,5 %"), "{said}");
}
