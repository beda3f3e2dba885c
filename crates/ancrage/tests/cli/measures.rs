//! `compare`, `saturation`, `matrix`, `cooccurrence`: small studies counted by hand, and the example study.

use crate::workshop::{Workshop, plain};
use serde_json::{Value, json};

const FIRST: &str = "CL : Comment dormez-vous ?\nP : Je dors mal depuis mars.\nCL : Et le trajet ?\nP : Le trajet coûte cher. Je renonce.\nP : Rien à dire.\n";
const SECOND: &str = "CL : Et vous ?\nP : Je dors mal aussi.\nP : La route est longue.\n";
const THIRD: &str = "CL : Et vous ?\nP : Non.\n";

/// Codings by their words: interview, words, code, coder; no words for « read, nothing coded ».
const CODINGS: [(&str, &str, &str, &str); 12] = [
    // The same passage; the same with other edges; two siblings; only one of them; in the interviewer's words.
    ("EMG 1", "Je dors mal", "Corps / sommeil", "Ann"),
    ("EMG 1", "Je dors mal", "Corps / sommeil", "Ben"),
    ("EMG 1", "Le trajet coûte cher.", "Route / coût", "Ann"),
    ("EMG 1", "trajet coûte cher. Je", "Route / coût", "Ben"),
    ("EMG 1", "Je renonce", "Renoncer / dire", "Ann"),
    ("EMG 1", "Je renonce.", "Renoncer / taire", "Ben"),
    ("EMG 1", "Comment dormez-vous", "Corps / sommeil", "Ann"),
    ("EMG 2", "Je dors mal", "Corps / sommeil", "Ann"),
    ("EMG 2", "La route", "Route / coût", "Ann"),
    ("EMG 2", "La route est longue.", "Corps / sommeil", "Ben"),
    ("EMG 3", "Non", "Corps / sommeil", "Ann"),
    ("EMG 2", "", "", "Cid"),
];

fn study() -> Workshop {
    let workshop = Workshop::new();
    for (name, text) in [("EMG 1", FIRST), ("EMG 2", SECOND), ("EMG 3", THIRD)] {
        workshop.write(format!("{name}.txt"), text);
    }
    let members = ["--member", "Ann", "--member", "Ben", "--member", "Cid"];
    workshop.json(&[&["new", "e.ancrage", "--title", "Étude"], &members[..]].concat());
    let files = ["EMG 1.txt", "EMG 2.txt", "EMG 3.txt"];
    workshop.json(&[&["import", "e.ancrage"], &files[..], &["--interviewer", "CL", "--as", "Ann"]].concat());
    let mut table = "interview,start,end,code,coder\n".to_owned();
    for (interview, words, code, coder) in CODINGS {
        let text = match interview {
            "EMG 1" => FIRST,
            "EMG 2" => SECOND,
            _ => THIRD,
        };
        let before = text.find(words).map(|at| text[..at].chars().count()).unwrap();
        let (start, end) = (before.to_string(), (before + words.chars().count()).to_string());
        let range = if words.is_empty() { ",".to_owned() } else { format!("{start},{end}") };
        table.push_str(&format!("{interview},{range},{code},{coder}\n"));
    }
    workshop.write("c.csv", table);
    workshop.json(&["codings", "import", "e.ancrage", "c.csv", "--as", "Ann"]);
    workshop
}

fn compared(workshop: &Workshop, options: &[&str]) -> Value {
    workshop.json(&[&["compare", "e.ancrage", "--coders", "Ann,Ben"], options].concat())
}

/// The four counts of each code, in the order of the tree.
fn counts(answer: &Value) -> Vec<(String, [u64; 4])> {
    let row = |row: &Value| {
        (row["code"].as_str().unwrap().to_owned(), ["a", "b", "c", "d"].map(|key| row[key].as_u64().unwrap()))
    };
    answer["codes"].as_array().unwrap().iter().map(row).collect()
}

#[test]
fn turns_of_participants_are_counted_by_hand() {
    let workshop = study();
    let answer = compared(&workshop, &[]);
    assert_eq!(
        (&answer["unit"], &answer["rule"], &answer["n_units"]),
        (&json!("turn"), &json!("any"), &json!(5))
    );
    assert_eq!(answer["interviews"], json!(["EMG 1", "EMG 2"]));
    assert_eq!(answer["excluded"], json!([{"interview": "EMG 3", "coder": "Ben", "why": "not_read"}]));
    assert_eq!(answer["basis"], json!({"coders": ["Ann", "Ben"], "layer": "any"}));
    let expected = [
        ("Corps / sommeil", [1, 1, 1, 2]),
        ("Route / coût", [1, 1, 0, 3]),
        ("Renoncer / dire", [0, 1, 0, 4]),
        ("Renoncer / taire", [0, 0, 1, 4]),
    ];
    assert_eq!(counts(&answer), expected.map(|(code, counts)| (code.to_owned(), counts)));
    // po = 3/5, pe = 2/5·2/5 + 3/5·3/5 = 13/25: kappa = (15 − 13) / (25 − 13).
    let kappa = answer["codes"][0]["cohen_kappa"].as_f64().unwrap();
    assert!((kappa - 1.0 / 6.0).abs() < 1e-12, "{kappa}");
    assert_eq!(answer["codes"][0]["positive_agreement"], json!(0.5));
    assert_eq!(answer["codes"][2]["cohen_kappa"], json!(0.0));
    assert_eq!(answer["pooled"]["a"], json!(2));
    assert_eq!(answer["macro"]["n_codes"]["cohen_kappa"], json!({"defined": 4, "undefined": 0}));
}

#[test]
fn the_interviewers_words_count_only_when_asked_for() {
    let workshop = study();
    let answer = compared(&workshop, &["--include-interviewer"]);
    assert_eq!(answer["n_units"], json!(8));
    assert_eq!(counts(&answer)[0].1, [1, 2, 1, 4]);
}

#[test]
fn every_unit_is_counted_and_a_reason_stands_for_what_is_undefined() {
    let workshop = study();
    let at = |unit: &str, rule: &str| compared(&workshop, &["--unit", unit, "--rule", rule]);
    // Participants' words: 5 + 6 + 3 in the first, 4 + 4 in the second.
    assert_eq!(at("word", "any")["n_units"], json!(22));
    assert_eq!(counts(&at("word", "any"))[1].1, [3, 3, 1, 15]);
    assert_eq!(at("sentence", "any")["n_units"], json!(6));
    let spoken = "Je dors mal depuis mars.Le trajet coûte cher. Je renonce.Rien à dire.Je dors mal aussi.La route est longue.";
    let characters = at("char", "any");
    assert_eq!(characters["n_units"], json!(spoken.chars().count()));
    assert_eq!(counts(&characters)[0].1, [11, 11, 20, spoken.chars().count() as u64 - 42]);
    let documents = at("document", "any");
    assert_eq!(counts(&documents)[0].1, [2, 0, 0, 0]);
    assert_eq!(documents["codes"][0]["cohen_kappa"], Value::Null);
    assert_eq!(documents["codes"][0]["undefined"]["cohen_kappa"], json!("no variation"));
    assert_eq!(documents["codes"][0]["undefined"]["negative_agreement"], json!("everything coded"));
    assert_eq!(documents["sensitivity"].as_array().unwrap().len(), 9);
}

#[test]
fn who_read_and_coded_nothing_is_compared_and_who_did_not_read_is_not() {
    let workshop = study();
    let answer = workshop.json(&["compare", "e.ancrage", "--coders", "Ann,Cid"]);
    assert_eq!(answer["interviews"], json!(["EMG 2"]));
    let silent = &answer["codes"][0];
    assert_eq!((&silent["cohen_kappa"], &silent["positive_agreement"]), (&json!(0.0), &json!(0.0)));
    let why = |excluded: &Value| {
        (excluded["interview"].clone(), excluded["coder"].clone(), excluded["why"].clone())
    };
    let excluded: Vec<_> = answer["excluded"].as_array().unwrap().iter().map(why).collect();
    let not_read = |name: &str| (json!(name), json!("Cid"), json!("not_read"));
    assert_eq!(excluded, [not_read("EMG 1"), not_read("EMG 3")]);
}

#[test]
fn three_coders_are_told_by_pattern() {
    let workshop = study();
    let answer = workshop.json(&["compare", "e.ancrage", "--coders", "Ann,Ben,Cid"]);
    // EMG 1 was read by two of them: the third is missing there, not silent.
    assert_eq!(answer["codes"][0]["patterns"], json!({"00-": 2, "11-": 1, "010": 1, "100": 1}));
    let pairs = answer["codes"][0]["pairwise_cohen_kappa"].as_object().unwrap();
    assert_eq!(pairs.keys().collect::<Vec<_>>(), ["Ann|Ben", "Ann|Cid", "Ben|Cid"]);
    assert!(answer["codes"][0]["krippendorff_alpha"].is_number());
}

#[test]
fn differences_are_told_by_kind() {
    let workshop = study();
    let answer = compared(&workshop, &[]);
    let told = |one: &Value| {
        let codes = |side: &str| {
            let passages = one[side].as_array().unwrap().iter();
            passages.map(|passage| passage["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join("+")
        };
        let text = |key: &str| one[key].as_str().unwrap().to_owned();
        format!(
            "{} {} « {} » {} | {}",
            text("interview"),
            text("kind"),
            text("quote"),
            codes("first"),
            codes("second")
        )
    };
    let differences: Vec<String> = answer["disagreements"].as_array().unwrap().iter().map(told).collect();
    assert_eq!(
        differences,
        [
            "EMG 1 only_first « Comment dormez-vous » Corps / sommeil | ",
            "EMG 1 other_edges « Le trajet coûte cher. Je » Route / coût | Route / coût",
            "EMG 1 sibling_code « Je renonce. » Renoncer / dire | Renoncer / taire",
            "EMG 2 only_first « Je dors mal » Corps / sommeil | ",
            "EMG 2 other_code « La route est longue. » Route / coût | Corps / sommeil",
        ]
    );
    let kinds =
        json!({"only_first": 2, "only_second": 0, "other_edges": 1, "sibling_code": 1, "other_code": 1});
    assert_eq!(answer["kinds"], kinds);
}

#[test]
fn what_cannot_be_compared_is_refused_in_a_sentence() {
    let workshop = study();
    let refused = |options: &[&str]| workshop.refused(&[&["compare", "e.ancrage"], options].concat());
    assert!(refused(&["--coders", "Ann,ann"]).ends_with("Il faut deux codeurs différents pour comparer."));
    assert!(refused(&["--coders", "Ann,Zoé"]).contains("Personne ne s’appelle « Zoé » dans l’équipe."));
    assert!(
        refused(&["--coders", "Ann,Ben", "--level", "theme"])
            .contains("Cette étude n’a pas de niveau « theme »")
    );
    assert!(
        refused(&["--coders", "Ann,Ben", "--level", "category"]).contains("n’est du niveau « catégorie »")
    );
    assert_eq!(workshop.run(&["compare", "e.ancrage"]).status, 2);
}

#[test]
fn saturation_counts_finished_interviews_in_the_order_asked_for() {
    let workshop = study();
    let asked = |options: &[&str]| workshop.json(&[&["saturation", "e.ancrage"], options].concat());
    let nothing = asked(&[]);
    assert_eq!((&nothing["new"], &nothing["unfinished"]), (&json!([]), &json!(["EMG 1", "EMG 2", "EMG 3"])));
    assert_eq!(nothing["guest"]["status"], json!("not_assessable"));
    assert_eq!(nothing["order_sensitivity"], Value::Null);
    for interview in ["EMG 1", "EMG 2", "EMG 3"] {
        workshop.json(&["finish", "e.ancrage", interview, "--as", "Ann"]);
    }
    let rules =
        ["--base", "1", "--run", "1", "--initial", "1", "--stop", "2", "--claim", "1+2", "--claim", "3+1"];
    let answer = asked(&rules);
    assert_eq!((&answer["order"], &answer["new"]), (&json!(["EMG 1", "EMG 2", "EMG 3"]), &json!([3, 0, 0])));
    assert_eq!(answer["undated"], json!(["EMG 1", "EMG 2", "EMG 3"]));
    assert_eq!(answer["new_codes"][0], json!(["Corps / sommeil", "Route / coût", "Renoncer / dire"]));
    assert_eq!((&answer["guest"]["saturation_at"], &answer["guest"]["completed"]), (&json!(1), &json!(2)));
    assert_eq!((&answer["francis"]["stop_at"], &answer["francis"]["last_new"]), (&json!(3), &json!(1)));
    // EMG 1 holds every code: the claim is true in the orders where it comes first, 2 of 6.
    assert_eq!(answer["claims"][0]["status"], json!("holds"));
    let share = answer["claims"][0]["share_of_orders_where_it_holds"].as_f64().unwrap();
    assert!((share - 2.0 / 6.0).abs() < 1e-12, "{share}");
    assert_eq!(answer["claims"][1]["status"], json!("not_assessable"));
    assert_eq!((&answer["singletons"], &answer["doubletons"]), (&json!(["Renoncer / dire"]), &json!(1)));
    let turned = asked(&["--order", "EMG 3,EMG 2,EMG 1"]);
    assert_eq!((&turned["ordered_by"], &turned["new"]), (&json!("list"), &json!([1, 1, 1])));
    let others = asked(&["--coder", "Ben"]);
    assert_eq!((&others["unfinished"], &others["not_read"]), (&json!(["EMG 1", "EMG 2"]), &json!(["EMG 3"])));
    assert_eq!(asked(&["--coder", "Ben", "--include-unfinished"])["new"], json!([3, 0]));
    let refused = workshop.refused(&["saturation", "e.ancrage", "--coder", "Ben", "--order", "EMG 3"]);
    assert!(refused.contains("« EMG 3 » n’est pas compté ici"), "{refused}");
}

#[test]
fn codes_are_crossed_with_columns_and_with_one_another() {
    let workshop = study();
    let answer = workshop.json(&["matrix", "e.ancrage", "--cols", "interview"]);
    assert_eq!(answer["cols"], json!(["EMG 1", "EMG 2", "EMG 3"]));
    assert_eq!(answer["rows"], json!(["Corps / sommeil", "Route / coût", "Renoncer / dire"]));
    assert_eq!(answer["cells"], json!([[2, 1, 1], [1, 1, 0], [1, 0, 0]]));
    let csv = workshop.run(&["matrix", "e.ancrage", "--cols", "interview", "--csv"]);
    assert_eq!(csv.status, 0, "{}", csv.err);
    assert!(csv.out.starts_with("label,EMG 1,EMG 2,EMG 3\nCorps / sommeil,2,1,1\n"), "{}", csv.out);
    let refused = workshop.refused(&["matrix", "e.ancrage", "--cols", "âge"]);
    assert!(refused.contains("âge"), "{refused}");
    let together = workshop.json(&["cooccurrence", "e.ancrage"]);
    assert_eq!((&together["unit"], &together["codes"]), (&json!("turn"), &answer["rows"]));
    // Ann's turns: sleep in three of them, cost in two, renouncing in one, with cost.
    assert_eq!(together["cells"], json!([[3, 0, 0], [0, 2, 1], [0, 1, 1]]));
    let overlap = workshop.json(&["cooccurrence", "e.ancrage", "--unit", "overlap", "--coder", "Ann,Ben"]);
    // Ben's « … Je » and Ann's « Je renonce » share a word.
    assert_eq!(overlap["cells"][1][2], json!(1));
}

/// Counted apart, character by character, from the lists of turns and codings.
#[test]
fn the_example_study_by_every_unit() {
    let workshop = Workshop::new();
    workshop.json(&["demo", "e.ancrage", "--no-window"]);
    let answer = workshop.json(&["compare", "e.ancrage", "--coders", "Claire L.,Thomas R."]);
    assert_eq!(answer["interviews"], json!(["EMG 1", "EMG 2", "EMG 3"]));
    let near = |value: &Value, expected: f64| {
        let value = value.as_f64().unwrap();
        assert!((value - expected).abs() < 1e-9, "{value}, expected {expected}");
    };
    let pooled = ["a", "b", "c", "d"].map(|key| answer["pooled"][key].as_u64().unwrap());
    assert_eq!((pooled, answer["n_units"].as_u64()), ([72, 38, 47, 2914], Some(83)));
    near(&answer["pooled"]["cohen_kappa"], 0.614_468_917_216_455_2);
    let rows = answer["sensitivity"].as_array().unwrap();
    let expected = [
        ("turn", json!("any"), 83, 0.600_062_799_089_826_6),
        ("turn", json!("majority"), 83, 0.389_408_553_989_551_5),
        ("char", Value::Null, 29547, 0.523_178_659_579_784_4),
        ("word", json!("any"), 5539, 0.525_965_308_757_468_3),
        ("word", json!("majority"), 5539, 0.525_878_443_896_314_6),
    ];
    for (row, (unit, rule, units, kappa)) in rows.iter().zip(expected) {
        assert_eq!((&row["unit"], &row["rule"], &row["n_units"]), (&json!(unit), &rule, &json!(units)));
        near(&row["cohen_kappa"], kappa);
    }
    let said = workshop.run(&["compare", "e.ancrage", "--coders", "Claire L.,Thomas R."]);
    let said = plain(&said.out);
    assert!(said.starts_with("83 unités (tour de parole, au moins un caractère), 3 entretiens\n"), "{said}");
    assert!(
        said.contains(
            "\nκ, tout ensemble, sans chacun des entretiens : EMG 1 0,64 ; EMG 2 0,60 ; EMG 3 0,60\n"
        ),
        "{said}"
    );
    let curve = workshop.json(&["saturation", "e.ancrage", "--claim", "5+1"]);
    assert_eq!(curve["new"], json!([23, 10, 3, 16, 8, 4]));
    assert_eq!(
        (&curve["not_read"], &curve["claims"][0]["status"]),
        (&json!(["EMG 7", "EMG 8"]), &json!("contradicted"))
    );
}
