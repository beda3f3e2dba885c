//! Codes and codings: listed, counted, taken in, exported, and refused.

use crate::workshop::{CODINGS, FIRST, SECOND, Workshop, plain, text};
use serde_json::{Value, json};

/// The fields of codings that the texts and tables decide, identifiers and times aside.
fn essence(codings: &Value) -> Vec<(String, u64, u64, String, String, String, String)> {
    let word = |coding: &Value, field: &str| coding[field].as_str().unwrap().to_owned();
    let number = |coding: &Value, field: &str| coding[field].as_u64().unwrap();
    let all = codings.as_array().unwrap().iter();
    all.map(|coding| {
        let (start, end) = (number(coding, "start"), number(coding, "end"));
        let words = ["interview", "quote", "code", "coder", "layer"].map(|field| word(coding, field));
        let [interview, quote, code, coder, layer] = words;
        (interview, start, end, quote, code, coder, layer)
    })
    .collect()
}

#[test]
fn a_list_of_codings_is_taken_in_with_its_codes_and_coders() {
    let workshop = Workshop::with_study();
    workshop.write("c.csv", CODINGS);
    let imported = workshop.json(&["codings", "import", "e.ancrage", "c.csv"]);
    assert_eq!(
        imported,
        json!({ "codings": 5, "codes": 4, "coders": 1, "new_members": ["Thomas R."], "interviews": 2, "readings": 1 })
    );
    let first = json!({
        "id": "#1", "interview": "EMG 1", "revision": "#2", "start": 64, "end": 75, "quote": "Je dors mal",
        "code": "Corps / sommeil", "coder": "Claire L.", "at": "<time>", "state": "exact", "layer": "experiential",
        "interview_id": "#3", "code_id": "#4", "coder_id": "#5",
    });
    let all = workshop.golden(&["codings", "e.ancrage", "--as", "Claire L."]);
    let mut listed = all.as_array().unwrap().clone();
    assert_eq!(listed.len(), 5);
    // Identifiers are numbered over the whole list, field by field in alphabetical order.
    let ids = ["id", "revision", "interview_id", "code_id", "coder_id"].map(|field| listed[0][field].clone());
    for (field, expected) in ["id", "revision", "interview_id", "code_id", "coder_id"].into_iter().zip(1..) {
        listed[0][field] = json!(format!("#{expected}"));
    }
    assert_eq!(listed[0], first);
    assert_eq!(ids.iter().collect::<std::collections::HashSet<_>>().len(), 5);
}

#[test]
fn the_same_list_again_adds_nothing() {
    let workshop = Workshop::with_codings();
    let before = workshop.json(&["log", "e.ancrage"]);
    let again = workshop.json(&["codings", "import", "e.ancrage", "c.csv", "--as", "Claire L."]);
    assert_eq!(
        again,
        json!({ "codings": 0, "codes": 0, "coders": 0, "new_members": [], "interviews": 0, "readings": 0 })
    );
    assert_eq!(workshop.json(&["log", "e.ancrage"]), before);
}

#[test]
fn codings_are_listed_by_code_coder_layer_and_interview() {
    let workshop = Workshop::with_codings();
    let quotes = |options: &[&str]| {
        let listed = workshop.json(&[&["codings", "e.ancrage"], options].concat());
        listed.as_array().unwrap().iter().map(|coding| text(coding, "/quote").to_owned()).collect::<Vec<_>>()
    };
    let sleep = ["Je dors mal", "Je dors mal 👨‍👩‍👧", "Je dors bien"];
    assert_eq!(quotes(&["--code", "Corps / sommeil"]), sleep);
    assert_eq!(quotes(&["--code", "SOMMEIL"]), sleep);
    assert_eq!(quotes(&["--code", "Corps"]), Vec::<String>::new());
    assert_eq!(quotes(&["--code", "Corps", "--below"]), sleep);
    assert_eq!(quotes(&["--coder", "Thomas R."]), ["Je dors mal 👨‍👩‍👧", "Le travail"]);
    assert_eq!(quotes(&["--layer", "thematic"]), ["Le travail"]);
    assert_eq!(quotes(&["--interview", "EMG 2"]), ["Je dors bien"]);
    let said = workshop.refused(&["codings", "e.ancrage", "--code", "sommei"]);
    assert!(said.starts_with("Erreur : Aucune étiquette ne s’appelle « sommei »."), "{said}");
}

#[test]
fn codes_are_counted_by_a_basis_that_is_printed() {
    let workshop = Workshop::with_codings();
    workshop.json(&["finish", "e.ancrage", "EMG 1", "--as", "Claire L."]);
    let basis = |coders: Value| json!({ "coders": coders, "layer": "any", "finished": 1, "interviews": 2 });
    let code = |id: &str, path: &str, colour, counts: [u32; 3], basis: &Value| {
        json!({
            "id": id, "path": path, "level": "label", "layer": if path == "distance" { "thematic" } else { "experiential" },
            "colour": colour, "definition": "", "in_vivo": false, "own": counts[0], "total": counts[1],
            "participants": counts[2], "source": "emergent", "basis": basis,
        })
    };
    let reference = basis(json!("reference"));
    let expected = json!([
        code("#1", "Corps", 0, [0, 2, 2], &reference),
        code("#2", "Corps / sommeil", 0, [2, 2, 2], &reference),
        code("#3", "famille", 1, [1, 1, 1], &reference),
        code("#4", "distance", 2, [0, 0, 0], &reference),
    ]);
    assert_eq!(workshop.golden(&["codes", "e.ancrage"]), expected);
    let of_thomas = workshop.json(&["codes", "e.ancrage", "--coder", "Thomas R."]);
    let totals: Vec<&Value> = (0..4).map(|n| &of_thomas[n]["total"]).collect();
    assert_eq!(totals, [&json!(1), &json!(1), &json!(0), &json!(1)]);
    assert_eq!(of_thomas[0]["basis"]["coders"], json!(["Thomas R."]));
    let said = workshop.refused(&["codes", "e.ancrage", "--agreed"]);
    assert!(said.starts_with("Erreur : Aucun entretien n’a encore de mise en accord"), "{said}");
}

#[test]
fn a_code_book_is_taken_in() {
    let workshop = Workshop::with_study();
    workshop.write(
        "l.csv",
        "path;layer;in_vivo;colour;definition\nCorps / fatigue;thematic;oui;4;« à bout »\nCorps;;;;\n",
    );
    assert_eq!(workshop.json(&["codes", "import", "e.ancrage", "l.csv"]), json!({ "codes": 2 }));
    let codes = workshop.json(&["codes", "e.ancrage"]);
    assert_eq!((text(&codes, "/0/path"), text(&codes, "/1/path")), ("Corps", "Corps / fatigue"));
    let tired = &codes[1];
    let read = [&tired["layer"], &tired["in_vivo"], &tired["colour"], &tired["definition"]];
    assert_eq!(read, [&json!("thematic"), &json!(true), &json!(4), &json!("« à bout »")]);
    assert_eq!(workshop.json(&["codes", "import", "e.ancrage", "l.csv"]), json!({ "codes": 0 }));
}

#[test]
fn a_bad_line_is_named_and_nothing_is_written() {
    let workshop = Workshop::with_study();
    let before = workshop.json(&["log", "e.ancrage"]);
    let head = "interview,start,end,code,coder,quote,layer\nEMG 1,64,75,bon,Claire L.,,\n";
    let cases = [
        ("EMG 9,1,2,a,b,,", "aucun entretien ne s’appelle « EMG 9 ». Noms connus : EMG 1, EMG 2"),
        ("EMG 1,140,145,a,b,,", "le passage 140–145 sort du texte, qui compte 144 caractères."),
        ("EMG 1,76,78,a,b,,", "le passage 76–78 coupe un caractère en deux : déplacez ses bords."),
        ("EMG 1,75,76,a,b,,", "le passage est vide : choisissez au moins un mot."),
        ("EMG 1,64,75,a,b,Je dors bien,", "le texte dit « Je dors mal » et non « Je dors bien »."),
        ("EMG 1,64,75,a,b,,vécu", "« vécu » n’est pas une couche : écrivez experiential ou thematic."),
        ("EMG 1,75,64,a,b,,", "le passage 75–64 est vide ou va à reculons."),
        ("EMG 1,64,,a,b,,", "la colonne « end » est vide."),
        ("EMG 1,64,x,a,b,,", "« x », dans la colonne « end », n’est pas un nombre entier."),
        ("EMG 1,64,75,,b,,", "un passage et son étiquette (code) vont ensemble : l’un des deux manque."),
        ("EMG 1,64,75,a /,b,,", "le chemin « a / » a un niveau vide."),
    ];
    for (line, problem) in cases {
        workshop.write("c.csv", format!("{head}{line}\n"));
        let said = workshop.refused(&["codings", "import", "e.ancrage", "c.csv"]).to_lowercase();
        assert!(said.contains("ligne 3 : ") && said.ends_with(&problem.to_lowercase()), "{line}: {said}");
    }
    workshop.write("c.csv", "interview,start,end,code\n");
    let said = workshop.refused(&["codings", "import", "e.ancrage", "c.csv"]);
    assert_eq!(said, "Erreur : c.csv : la colonne « coder » manque : la première ligne doit la nommer.");
    assert_eq!(workshop.json(&["log", "e.ancrage"]), before);
    assert_eq!(workshop.json(&["codes", "e.ancrage"]), json!([]));
}

#[test]
fn semicolons_and_windows_1252_are_read() {
    let workshop = Workshop::with_study();
    let table = b"interview;start;end;code;coder;quote\r\nEMG 2;52;64;d\xE9sint\xE9r\xEAt;Claire L.;Rien \xE0 dire.\r\n";
    workshop.write("c.csv", table);
    workshop.json(&["codings", "import", "e.ancrage", "c.csv"]);
    let coding = &workshop.json(&["codings", "e.ancrage"])[0];
    assert_eq!((text(coding, "/code"), text(coding, "/quote")), ("désintérêt", "Rien à dire."));
}

#[test]
fn an_exported_list_makes_the_same_codings_in_a_fresh_study() {
    let workshop = Workshop::with_codings();
    for (flags, file) in [(vec![], "virgules.csv"), (vec!["--excel"], "excel.csv")] {
        let export =
            [vec!["export", "e.ancrage", "--as", "csv", "--what", "codings", "-o", file], flags].concat();
        assert_eq!(workshop.json(&export), json!({ "file": file, "items": 6, "dropped": [] }));
        let fresh = format!("{file}.ancrage");
        workshop.json(&["new", &fresh, "--title", "T", "--member", "Claire L."]);
        workshop.json(&["import", &fresh, "EMG 1.txt", "EMG 2.txt", "--interviewer", "VL"]);
        let imported = workshop.json(&["codings", "import", &fresh, file]);
        assert_eq!((&imported["codings"], &imported["readings"]), (&json!(5), &json!(1)));
        let (ours, theirs) = (workshop.json(&["codings", "e.ancrage"]), workshop.json(&["codings", &fresh]));
        assert_eq!(essence(&ours), essence(&theirs));
    }
    assert!(workshop.read("excel.csv").starts_with("\u{FEFF}interview;start".as_bytes()));
    assert!(workshop.read("virgules.csv").starts_with(b"interview,start"));
}

#[test]
fn an_exported_code_book_makes_the_same_tree() {
    let workshop = Workshop::with_codings();
    let answer = workshop.json(&["export", "e.ancrage", "--as", "csv", "--what", "codes", "-o", "l.csv"]);
    assert_eq!(answer["items"], json!(4));
    workshop.json(&["new", "f.ancrage", "--title", "T", "--member", "Claire L."]);
    workshop.json(&["codes", "import", "f.ancrage", "l.csv"]);
    let tree = |project: &str| {
        let codes = workshop.json(&["codes", project]);
        let line = |code: &Value| (code["path"].clone(), code["layer"].clone(), code["colour"].clone());
        codes.as_array().unwrap().iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(tree("e.ancrage"), tree("f.ancrage"));
}

#[test]
fn the_json_export_is_what_the_command_answers() {
    let workshop = Workshop::with_codings();
    let pairs = [
        ("codings", "codings"),
        ("codes", "codes"),
        ("participants", "participants"),
        ("interviews", "interviews"),
        ("log", "log"),
    ];
    for (what, command) in pairs {
        workshop.json(&["export", "e.ancrage", "--as", "json", "--what", what, "-o", "x.json"]);
        let written: Value = serde_json::from_slice(&workshop.read("x.json")).unwrap();
        assert_eq!(written, workshop.json(&[command, "e.ancrage"]), "{what}");
    }
    workshop.json(&["export", "e.ancrage", "--as", "csv", "--what", "participants", "-o", "p.csv"]);
    assert_eq!(workshop.read("p.csv"), b"name\nEMG 1\nEMG 2\n");
}

#[test]
fn an_export_is_written_whole_or_not_at_all() {
    let workshop = Workshop::with_codings();
    let before = workshop.files();
    let refused =
        |options: &[&str]| workshop.refused(&[&["export", "e.ancrage", "--as", "csv"], options].concat());
    assert!(refused(&["-o", "e.ancrage"]).contains("e.ancrage est un fichier d’étude"));
    std::fs::copy(workshop.path("e.ancrage"), workshop.path("sans-nom")).unwrap();
    assert!(refused(&["-o", "sans-nom"]).contains("sans-nom est un fichier d’étude"));
    std::fs::remove_file(workshop.path("sans-nom")).unwrap();
    assert_eq!(refused(&["-o", "absent/x.csv"]), "Erreur : Le dossier absent n’existe pas.");
    assert!(refused(&["--what", "log", "-o", "x.csv"]).contains("« log » n’existe pas en csv"));
    assert_eq!(workshop.files(), before);
}

#[test]
fn people_read_codings_as_a_table() {
    let workshop = Workshop::new();
    workshop.write("A.txt", SECOND);
    workshop.write("B.txt", FIRST);
    workshop.json(&["new", "e.ancrage", "--title", "T", "--member", "Claire L."]);
    workshop.json(&["import", "e.ancrage", "A.txt"]);
    workshop.write("c.csv", "interview,start,end,code,coder\nA,18,30,sommeil,Claire L.\n");
    let said = plain(&workshop.run(&["codings", "import", "e.ancrage", "c.csv"]).out);
    assert_eq!(said, "1 extrait étiqueté importé\n");
    let table = workshop.run(&["codings", "e.ancrage"]).out;
    let expected = "\
Entretien  Début  Fin  Étiquette  Codeur     État        Extrait
─────────  ─────  ───  ─────────  ─────────  ──────────  ────────────
A             18   30  sommeil    Claire L.  à sa place  Je dors bien
";
    assert_eq!(table, expected);
    let nothing = workshop.run(&["codings", "e.ancrage", "--layer", "thematic"]).out;
    assert_eq!(nothing, "Rien à montrer.\n");
}

#[test]
fn who_joins_the_team_by_a_table_is_named_and_a_table_of_readings_needs_two_columns() {
    let workshop = Workshop::with_study();
    workshop.write("l.csv", "interview,coder\nEMG 1,Claire L.\nEMG 2,Claire M.\n");
    let ran = workshop.run(&["codings", "import", "e.ancrage", "l.csv", "--json"]);
    let answer = ran.document();
    assert_eq!((&answer["readings"], &answer["new_members"]), (&json!(2), &json!(["Claire M."])));
    assert!(ran.err.contains("Claire M.") && !ran.err.contains("Claire L."), "{}", ran.err);
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_nobody_could_write_down_is_a_failure() {
    use std::os::unix::fs::FileTypeExt;
    let full = std::path::Path::new("/dev/full");
    if !full.metadata().is_ok_and(|full| full.file_type().is_char_device()) {
        return;
    }
    let workshop = Workshop::with_codings();
    for command in [&["log", "e.ancrage"][..], &["log", "e.ancrage", "--json"], &["--version"], &["--help"]] {
        let out = std::fs::File::options().write(true).open(full).unwrap();
        let ran = workshop.command(command).stdout(out).output().unwrap();
        assert_eq!(ran.status.code(), Some(1), "{command:?}");
        assert!(!ran.stderr.is_empty(), "{command:?}");
    }
}
