//! Whoever codes in a sealed round reads the same at every door, whatever the other coder does meanwhile.

use crate::workshop::{Ran, Workshop};
use std::collections::BTreeMap;

const ANN: &str = "Claire L.";
const BEN: &str = "Thomas R.";

/// Every command that reads, as it is typed after the program's name.
const DOORS: [&[&str]; 34] = [
    &["interviews", "e.ancrage"],
    &["participants", "e.ancrage"],
    &["show", "e.ancrage", "EMG 1"],
    &["speakers", "e.ancrage", "EMG 1"],
    &["codes", "e.ancrage"],
    &["codings", "e.ancrage"],
    &["codings", "e.ancrage", "--coder", ANN],
    &["place", "e.ancrage"],
    &["matrix", "e.ancrage", "--rows", "code", "--cols", "interview"],
    &["matrix", "e.ancrage", "--rows", "code", "--cols", "interview", "--coder", ANN],
    &["cooccurrence", "e.ancrage"],
    &["compare", "e.ancrage", "--coders", "Claire L.,Thomas R."],
    &["saturation", "e.ancrage", "--include-unfinished"],
    &["saturation", "e.ancrage", "--order", "coding"],
    &["search", "e.ancrage", "dors"],
    &["search", "e.ancrage", "xyl*", "--in", "texts,memos,codes"],
    &["terms", "e.ancrage"],
    &["log", "e.ancrage"],
    &["rounds", "matrix", "e.ancrage"],
    &["align", "e.ancrage"],
    &["align", "e.ancrage", "--csv"],
    &["reconcile", "e.ancrage"],
    &["memos", "e.ancrage"],
    &["relations", "e.ancrage"],
    &["theory", "e.ancrage"],
    &["gaps", "e.ancrage"],
    &["dimensions", "e.ancrage"],
    &["schema", "e.ancrage"],
    &["queries", "e.ancrage"],
    &["claim", "e.ancrage"],
    &["check", "e.ancrage"],
    &["backup", "e.ancrage", "list"],
    &["merge", "e.ancrage", "f.ancrage", "--dry-run"],
    &["codes", "e.ancrage", "--agreed"],
];

/// Every file that can be written: what, and in which form.
const FILES: [(&str, &str); 13] = [
    ("quotes", "csv"),
    ("quotes", "html"),
    ("codebook", "csv"),
    ("codebook", "html"),
    ("coded-text", "html"),
    ("codings", "csv"),
    ("codings", "json"),
    ("codes", "csv"),
    ("codes", "json"),
    ("interviews", "json"),
    ("log", "json"),
    ("relations", "csv"),
    ("reconciliation", "csv"),
];

/// A round over the first interview, without a list: a copy of the study lies beside it.
fn round() -> Workshop {
    let workshop = Workshop::with_codings();
    let new = ["rounds", "new", "e.ancrage", "--interviews", "EMG 1", "--coders", "Claire L.,Thomas R."];
    workshop.json(&[&new[..], &["--name", "Tour A", "--as", ANN]].concat());
    std::fs::copy(workshop.path("e.ancrage"), workshop.path("f.ancrage")).unwrap();
    // The day's backup is made by whoever writes first.
    workshop.json(&["backup", "e.ancrage", "now"]);
    workshop
}

/// The first coder works, in the file that both share or in the copy.
fn work_in_secret(workshop: &Workshop, file: &str) {
    let rows = "interview,start,end,code,coder\nEMG 1,64,75,xylophone,Claire L.\nEMG 1,121,131,Corps / sommeil,Claire L.\n";
    workshop.write("s.csv", rows);
    workshop.json(&["codings", "import", file, "s.csv", "--as", ANN]);
    workshop.json(&["finish", file, "EMG 1", "--as", ANN]);
    workshop.json(&["reading", file, "EMG 1", "--as", ANN]);
}

/// What each door says to somebody, and what the files hold.
fn read(workshop: &Workshop, reader: &[&str]) -> BTreeMap<String, String> {
    let mut read = BTreeMap::new();
    for door in DOORS {
        for form in [&[][..], &["--json"]] {
            // A backup is listed for nobody in particular.
            let reader = if door[0] == "backup" { &[] } else { reader };
            let asked = [door, form, reader].concat();
            let Ran { status, out, err } = workshop.run(&asked);
            assert_ne!(status, 2, "{asked:?}: {err}");
            read.insert(asked.join(" "), format!("{status}\n{out}\n{err}"));
        }
    }
    let mut written = 0;
    for (what, form) in FILES {
        let file = format!("lu.{form}");
        let export = ["export", "e.ancrage", "--as", form, "--what", what, "-o", &file];
        let member = reader.last().map(|name| ["--member", name]);
        let asked = [&export[..], member.as_ref().map_or(&[], |member| &member[..])].concat();
        let Ran { status, err, .. } = workshop.run(&asked);
        let held =
            if status == 0 { String::from_utf8_lossy(&workshop.read(&file)).into_owned() } else { err };
        drop(std::fs::remove_file(workshop.path(&file)));
        written += usize::from(status == 0);
        read.insert(asked.join(" "), format!("{status}\n{held}"));
    }
    assert!(reader.is_empty() || written > 10, "{written}");
    read
}

/// Fails at the first door that says something else than before.
fn same(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) {
    for (door, said) in before {
        assert_eq!(said, &after[door], "{door}");
        assert!(!after[door].contains("xylophone"), "{door}");
    }
    assert_eq!(before.len(), after.len());
}

#[test]
fn every_door_says_what_it_said_before_the_other_worked() {
    let workshop = round();
    let readers: [&[&str]; 2] = [&["--as", BEN], &[]];
    let before = readers.map(|reader| read(&workshop, reader));
    work_in_secret(&workshop, "e.ancrage");
    for (before, reader) in before.iter().zip(readers) {
        same(before, &read(&workshop, reader));
    }
    // Nor does a packet for a third, made by whoever may not see it.
    let packet = ["packet", "e.ancrage", "--interviews", "EMG 1,EMG 2", "--for", "Zoé", "--codes"];
    workshop.json(&[&packet[..], &["-o", "p.ancrage", "--as", BEN]].concat());
    assert!(!workshop.json(&["codes", "p.ancrage"]).to_string().contains("xylophone"));
    assert!(!String::from_utf8_lossy(&workshop.read("p.ancrage")).contains("xylophone"));
    // Whoever did the work sees it: the doors are not closed to everybody.
    let own = workshop.json(&["codings", "e.ancrage", "--coder", ANN, "--as", ANN]);
    assert!(own.to_string().contains("xylophone"), "{own}");
}

#[test]
fn a_copy_with_the_others_work_tells_nothing_of_it_before_or_after_it_came() {
    let workshop = round();
    let reader: &[&str] = &["--as", BEN];
    let before = read(&workshop, reader);
    work_in_secret(&workshop, "f.ancrage");
    let plan = workshop.json(&["merge", "e.ancrage", "f.ancrage", "--dry-run", "--as", BEN]);
    assert_eq!((&plan["ops_in"], &plan["sealed"]), (&0.into(), &serde_json::json!([ANN])));
    workshop.json(&["merge", "e.ancrage", "f.ancrage", "--as", BEN]);
    let mut after = read(&workshop, reader);
    for (door, said) in &mut after {
        // That a merge was made, and a backup before it, is no secret: who had them made knows.
        if door.starts_with("merge") || door.starts_with("backup") {
            assert!(!said.contains("xylophone"), "{door}: {said}");
            said.clone_from(&before[door]);
        }
    }
    same(&before, &after);
}
