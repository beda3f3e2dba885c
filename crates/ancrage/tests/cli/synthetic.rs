//! Synthetic studies, and how long operations take on one.

use crate::workshop::Workshop;
use serde_json::Value;

/// A study that is made in no time.
const SMALL: [&str; 12] = [
    "--interviews",
    "2",
    "--words",
    "300",
    "--codes",
    "9",
    "--codings",
    "40",
    "--coders",
    "2",
    "--seed",
    "7",
];

fn generated(workshop: &Workshop, file: &str) -> Value {
    workshop.json(&[&["generate", file], SMALL.as_slice()].concat())
}

#[test]
fn a_synthetic_study_is_sound_and_the_same_for_the_same_seed() {
    let workshop = Workshop::new();
    let made = generated(&workshop, "a.ancrage");
    for (field, expected) in [("interviews", 2), ("words", 600), ("codes", 9), ("codings", 40), ("coders", 2)]
    {
        assert_eq!(made[field], expected, "{field} of {made}");
    }
    assert_eq!(workshop.json(&["check", "a.ancrage"])["ok"], true);
    assert_eq!(generated(&workshop, "b.ancrage")["words"], 600);
    let codings = |file: &str| workshop.json(&["codings", file]);
    assert_eq!(codings("a.ancrage"), codings("b.ancrage"));
    let interviews = workshop.json(&["interviews", "a.ancrage"]);
    for interview in interviews.as_array().unwrap() {
        assert_eq!(interview["coding_finished"].as_array().map(Vec::len), Some(2), "{interview}");
    }
}

#[test]
fn a_project_is_measured_by_processes_of_this_program() {
    let workshop = Workshop::new();
    generated(&workshop, "a.ancrage");
    let before = workshop.read("a.ancrage");
    let report = workshop.json(&["bench", "a.ancrage", "--only", "open"]);
    let ids = report["measures"].as_array().unwrap().iter().map(|measure| measure["id"].as_str().unwrap());
    let ids: Vec<&str> = ids.collect();
    assert!(ids.contains(&"open_to_first_use"), "{ids:?}");
    assert_eq!(ids.contains(&"memory_resident"), cfg!(target_os = "linux"), "{ids:?}");
    assert_eq!(workshop.read("a.ancrage"), before);
    assert_eq!(workshop.files(), ["a.ancrage"]);
}

#[test]
fn what_cannot_be_measured_is_said() {
    let workshop = Workshop::with_study();
    let none = workshop.refused(&["bench", "e.ancrage", "--only", "tout"]);
    assert!(none.contains("« tout »") && none.contains("open, apply"), "{none}");
    let nothing = workshop.refused(&["bench", "e.ancrage", "--only", "apply"]);
    assert!(nothing.contains("étiquette"), "{nothing}");
}
