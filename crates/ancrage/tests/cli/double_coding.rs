//! Double coding from the command line: a sealed round, the alignment of codes, differences settled.

use crate::workshop::Workshop;
use serde_json::{Value, json};

const ANN: &str = "Claire L.";
const BEN: &str = "Thomas R.";

/// Two members have coded EMG 1 in a sealed round; only Claire has declared done.
fn half_done() -> Workshop {
    let workshop = Workshop::with_codings();
    let new = ["rounds", "new", "e.ancrage", "--interviews", "EMG 1", "--coders", "Claire L.,Thomas R."];
    let round = workshop.json(&[&new[..], &["--name", "Tour A", "--as", ANN]].concat());
    assert_eq!(
        (&round["sealed"], &round["list"], &round["unit"]),
        (&json!(true), &json!("none"), &json!("turn"))
    );
    let done = workshop.json(&["rounds", "done", "e.ancrage", "tour a", "--as", ANN]);
    assert_eq!(done["coders"][0]["seals"][0]["check"], json!("holds"));
    workshop
}

fn quotes(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|one| one["quote"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn nobody_sees_the_other_before_both_are_done() {
    let workshop = half_done();
    let of_emg_1 = |member: &str| {
        quotes(&workshop.json(&["codings", "e.ancrage", "--interview", "EMG 1", "--as", member]))
    };
    assert_eq!(of_emg_1(BEN), ["Je dors mal 👨‍👩‍👧", "Le travail"]);
    let rounds = workshop.json(&["rounds", "e.ancrage", "--as", BEN]);
    assert_eq!(rounds[0]["coders"][0]["seals"][0]["check"], json!("sealed"));
    assert_eq!(rounds[0]["coders"][0]["after_seal"], Value::Null);
    let matrix = workshop.json(&["rounds", "matrix", "e.ancrage", "--as", BEN]);
    let id = &matrix[0]["coders"][0]["id"];
    assert!(id.is_string(), "{matrix}");
    assert_eq!(
        matrix[0]["coders"][0],
        json!({ "coder": ANN, "id": id, "codings": null, "read": false, "finished": true, "sealed": true })
    );
    for command in ["align", "reconcile"] {
        let refused = workshop.refused(&[command, "e.ancrage", "--as", BEN, "--interviews", "EMG 1"]);
        assert!(refused.contains("encore scellé"), "{refused}");
    }
    workshop.json(&["rounds", "done", "e.ancrage", "--as", BEN]);
    assert_eq!(of_emg_1(BEN).len(), 4);
    let refused = workshop.refused(&["rounds", "reopen", "e.ancrage", "--as", BEN]);
    assert!(refused.contains("ce qui a été vu"), "{refused}");
}

#[test]
fn opening_early_needs_a_reason() {
    let workshop = half_done();
    let refused = workshop.refused(&["rounds", "open", "e.ancrage", "--as", ANN]);
    assert!(refused.contains("donnez une raison"), "{refused}");
    let opened = workshop.json(&["rounds", "open", "e.ancrage", "--reason", "il est parti", "--as", ANN]);
    assert_eq!((&opened["sealed"], &opened["opened"]["reason"]), (&json!(false), &json!("il est parti")));
}

#[test]
fn from_alignment_to_the_journal() {
    let workshop = half_done();
    workshop.json(&["rounds", "done", "e.ancrage", "--as", BEN]);
    let table = workshop.json(&["align", "e.ancrage", "--as", ANN]);
    assert_eq!(table["coders"], json!([ANN, BEN]));
    workshop.json(&["align", "set", "e.ancrage", "famille", "same", "Corps / sommeil", "--as", ANN]);
    let csv = workshop.run(&["align", "e.ancrage", "--csv", "--as", ANN]);
    assert!(csv.out.starts_with("Claire L.,Rapport,Thomas R."), "{}", csv.out);

    let work = workshop.json(&["reconcile", "e.ancrage", "--as", ANN]);
    let kinds: Vec<&str> =
        work["items"].as_array().unwrap().iter().map(|item| item["difference"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["other_edges", "only_second"]);
    let item = work["items"][1]["id"].as_str().unwrap().to_owned();
    let both = "Claire L.,Thomas R.";
    let decide =
        ["reconcile", "decide", "e.ancrage", &item, "--verdict", "b", "--reason", "plus près du texte"];
    let settled = workshop.json(&[&decide[..], &["--present", both, "--as", ANN]].concat());
    assert_eq!((&settled["decided"], &settled["open"]), (&json!(1), &json!(0)));
    let settled = workshop.json(&["reconcile", "accept", "e.ancrage", "--as", ANN]);
    assert_eq!(
        settled["sentence"],
        json!("triangulation partielle\u{a0}: 1 entretien sur 2, 2 décisions, 1 révisée")
    );

    let codes = workshop.json(&["codes", "e.ancrage", "--agreed", "--as", ANN]);
    let own: u64 = codes.as_array().unwrap().iter().map(|code| code["own"].as_u64().unwrap()).sum();
    assert!(own >= 2, "{codes}");
    workshop.json(&["reconcile", "journal", "e.ancrage", "-o", "j.html", "--format", "html", "--as", ANN]);
    let page = String::from_utf8(workshop.read("j.html")).unwrap();
    assert!(page.contains("plus près du texte") && page.contains("ensemble"), "{page}");
    let done =
        ["export", "e.ancrage", "--as", "csv", "--what", "reconciliation", "-o", "j.csv", "--member", ANN];
    assert_eq!(workshop.json(&done)["items"], json!(2));
}

#[test]
fn a_word_packet_holds_the_list_and_is_known_when_it_is_given_as_something_else() {
    let workshop = Workshop::with_codings();
    let packet =
        ["packet", "e.ancrage", "--interviews", "EMG 1", "--for", BEN, "--docx", "--codes", "-o", "w.docx"];
    let made = workshop.json(&[&packet[..], &["--as", ANN]].concat());
    let codes = workshop.json(&["codes", "e.ancrage", "--as", ANN]);
    assert_eq!(made["codes"], json!(codes.as_array().unwrap().len()));
    for command in [&["import", "e.ancrage", "w.docx"][..], &["import", "e.ancrage", "w.docx", "--preview"]] {
        let ran = workshop.run(&[command, &["--as", ANN]].concat());
        assert_eq!(ran.status, 1, "{}", ran.err);
        assert!(ran.err.contains("ancrage rounds receive") && ran.err.contains(BEN), "{}", ran.err);
    }
    let refused = workshop.refused(&["merge", "e.ancrage", "w.docx", "--as", ANN]);
    assert!(refused.contains("ancrage rounds receive"), "{refused}");
    assert_eq!(workshop.json(&["interviews", "e.ancrage", "--as", ANN]).as_array().unwrap().len(), 2);
}
