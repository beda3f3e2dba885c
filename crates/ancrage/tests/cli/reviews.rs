//! Claims and reviews between two machines: the digest, the copy for a director, its way back, the sheet.

use crate::workshop::Workshop;
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
    assert_eq!((&saadi["verdict"], &saadi["entered"]), (&json!("refused"), &json!("signed")));
    let id = last["id"].as_str().unwrap();
    make(&["--claim", id]);
    for name in ["Dr K. Saadi", "Dr M. Aubert"] {
        student.json(&["review", "visa", "e.ancrage", id, "--agree", "--as", name]);
    }
    let claims = student.json(&["claim", "e.ancrage", "--as", "Claire L."]);
    assert_eq!(claims.as_array().unwrap().last().unwrap()["state"], json!("complete"));
    student.json(&["claim", "sheet", "e.ancrage", id, "-o", "dossier.html", "--as", "Claire L."]);
    for file in ["dossier.html", "dossier-courbe.svg", "dossier-courbe.csv"] {
        assert!(student.files().contains(&file.to_owned()), "{:?}", student.files());
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
    assert!(beyond.contains('4') && beyond.contains('2'), "{beyond}");
    // A code that was merged away since.
    let made = workshop.json(&[&["claim", "make", "e.ancrage", "1+1"], &make[..]].concat());
    assert_eq!(made["state"], json!("alone"), "{made}");
    let nothing = Workshop::with_study();
    let curve = nothing.json(&["saturation", "e.ancrage"]);
    assert_eq!(curve["new"], json!([]), "{curve}");
}
