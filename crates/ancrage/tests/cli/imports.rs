//! Transcripts taken in and shown.

use crate::workshop::{FIRST, SECOND, Workshop, plain, redacted, slice, text};
use serde_json::{Value, json};
use std::io::Write;
use zip::write::SimpleFileOptions;

fn two_files() -> Workshop {
    let workshop = Workshop::new();
    workshop.write("EMG 1.txt", FIRST);
    workshop.write("EMG 2.txt", SECOND);
    workshop.json(&["new", "e.ancrage", "--title", "T", "--member", "Claire L."]);
    workshop
}

fn speaker(label: &str, role: &str, participant: Option<&str>) -> Value {
    json!({ "label": label, "role": role, "participant": participant, "turns": 2 })
}

#[test]
fn files_are_taken_in_in_the_order_they_were_named() {
    let workshop = two_files();
    let answer = workshop.golden(&["import", "e.ancrage", "EMG 2.txt", "EMG 1.txt", "--interviewer", "VL"]);
    let taken = |file: &str, name: &str, ids: (&str, &str), characters, words| {
        json!({
            "file": file, "interview": name, "interview_id": ids.0, "participants": [name], "format": "txt",
            "revision": ids.1, "characters": characters, "words": words, "turns": 4,
            "speakers": [speaker("VL", "interviewer", None), speaker("P", "participant", Some(name))],
            "comments": 0, "comments_coded": 0, "comments_left_out": [], "new_members": [], "warnings": [],
        })
    };
    let expected = json!({ "files": [
        taken("EMG 2.txt", "EMG 2", ("#1", "#2"), 64, 10),
        taken("EMG 1.txt", "EMG 1", ("#3", "#4"), 144, 18),
    ] });
    assert_eq!(answer, expected);
}

#[test]
fn a_participant_may_be_named_and_an_interviewer_told() {
    let workshop = two_files();
    let answer = workshop.json(&[
        "import",
        "e.ancrage",
        "EMG 2.txt",
        "--participant",
        "Anouk",
        "--interviewer",
        "P",
        "--interviewer",
        "XX",
    ]);
    let file = &answer["files"][0];
    assert_eq!(file["participants"], json!(["Anouk"]));
    assert_eq!(file["speakers"][0], speaker("VL", "participant", Some("Anouk")));
    let warning = json!([{ "kind": "interviewer_not_found", "place": null, "text": "XX" }]);
    assert_eq!(file["warnings"], warning);
}

#[test]
fn some_files_refused_is_status_3_and_the_good_ones_are_in() {
    let workshop = two_files();
    workshop.write("vide.docx", b"");
    workshop.write("photo.txt", b"\x89PNG\r\n\x1a\n0000");
    let files = ["EMG 1.txt", "vide.docx", "absent.txt", "photo.txt", "EMG 2.txt"];
    let ran = workshop.run(&[&["import", "e.ancrage", "--json"], &files[..]].concat());
    assert_eq!(ran.status, 3);
    let answer = ran.document();
    let answered: Vec<&str> = (0..5).map(|n| text(&answer["files"][n], "/file")).collect();
    assert_eq!(answered, files);
    let errors: Vec<String> = (1..4).map(|n| plain(text(&answer["files"][n], "/error"))).collect();
    let expected = [
        "vide.docx est vide : vérifiez que la copie ou le téléchargement est allé au bout.",
        "absent.txt est introuvable. Vérifiez le nom et le dossier.",
        "photo.txt est une image : choisissez le texte dont elle est la photo, ou passez-la par une reconnaissance de caractères.",
    ];
    assert_eq!(errors, expected);
    for sentence in expected {
        assert!(plain(&ran.err).contains(sentence), "{}", ran.err);
    }
    assert!(
        plain(&ran.err).ends_with("3 fichiers refusés sur 5 ; les autres sont dans l’étude.\n"),
        "{}",
        ran.err
    );
    let names = workshop.json(&["interviews", "e.ancrage"]);
    assert_eq!((&names[0]["name"], &names[1]["name"]), (&json!("EMG 1"), &json!("EMG 2")));
}

#[test]
fn the_same_file_again_is_said_to_be_there_whatever_its_name() {
    let workshop = two_files();
    workshop.json(&["import", "e.ancrage", "EMG 1.txt"]);
    workshop.write("copie.txt", FIRST);
    let ran = workshop.run(&["import", "e.ancrage", "copie.txt", "--json"]);
    let error = "Ce fichier est déjà dans l’étude\u{A0}: EMG 1.";
    assert_eq!(
        (ran.status, ran.document()),
        (1, json!({ "files": [{ "file": "copie.txt", "error": error }] }))
    );
    assert_eq!(plain(&ran.err), "Erreur : copie.txt : Ce fichier est déjà dans l’étude : EMG 1.\n");
    // Twice in one command too.
    let ran = workshop.run(&["import", "e.ancrage", "EMG 2.txt", "EMG 2.txt", "--json"]);
    assert_eq!(ran.status, 3);
    assert_eq!(ran.document()["files"][1]["error"], json!("Ce fichier est déjà dans l’étude\u{A0}: EMG 2."));
}

#[test]
fn a_name_that_is_taken_gets_a_number() {
    let workshop = two_files();
    std::fs::create_dir(workshop.path("autre")).unwrap();
    workshop.write("autre/EMG 1.txt", SECOND);
    let answer = workshop.json(&["import", "e.ancrage", "EMG 1.txt", "autre/EMG 1.txt"]);
    assert_eq!(answer["files"][1]["interview"], json!("EMG 1 (2)"));
    assert_eq!(answer["files"][1]["file"], json!("autre/EMG 1.txt"));
}

#[test]
fn every_turn_is_its_slice_of_the_text() {
    let workshop = Workshop::with_study();
    let shown = workshop.json(&["show", "e.ancrage", "EMG 1"]);
    let whole = text(&shown, "/text").to_owned();
    assert!(!whole.contains(['\u{FEFF}', '\r', '\u{301}']) && whole.contains('\u{A0}'), "{whole:?}");
    let turns = shown["turns"].as_array().unwrap();
    assert_eq!(turns.len(), 4);
    for turn in turns {
        let (start, end) = (turn["start"].as_u64().unwrap(), turn["end"].as_u64().unwrap());
        assert_eq!(slice(&whole, start, end), text(turn, "/text"));
    }
    let said = json!({
        "speaker": "P", "role": "participant", "start": 64, "end": 95,
        "text": "Je dors mal 👨‍👩‍👧 depuis l'été.", "time": null,
    });
    assert_eq!(turns[1], said);
    let revisions = json!([{ "id": "#2", "at": "<time>", "origin": "imported" }]);
    let redacted = redacted(shown);
    assert_eq!(
        (&redacted["id"], &redacted["revision"], &redacted["revisions"]),
        (&json!("#1"), &json!("#2"), &revisions)
    );
}

#[test]
fn times_of_the_recording_are_hours_minutes_seconds() {
    let workshop = two_files();
    workshop.write(
        "t.txt",
        "[00:00:01] VL : Oui ?\n[00:12:04] P : Non.\n[01:00:00] VL : Ah.\n[01:02:04] P : Si.\n",
    );
    workshop.json(&["import", "e.ancrage", "t.txt"]);
    let shown = workshop.json(&["show", "e.ancrage", "t"]);
    let times: Vec<&str> = (0..4).map(|n| text(&shown["turns"][n], "/time")).collect();
    assert_eq!(times, ["00:00:01", "00:12:04", "01:00:00", "01:02:04"]);
    assert_eq!(text(&shown, "/turns/1/text"), "Non.");
}

#[test]
fn people_read_the_turns_with_their_ranges() {
    let workshop = Workshop::with_study();
    let shown = plain(&workshop.run(&["show", "e.ancrage", "EMG 2"]).out);
    let expected = "EMG 2\n\nVL (enquêteur) [5–13]\nBonjour.\n\nP (participant) [18–31]\nJe dors bien.\n\n\
        VL (enquêteur) [37–47]\nEt sinon ?\n\nP (participant) [52–64]\nRien à dire.\n";
    assert_eq!(shown, expected);
}

#[test]
fn an_unknown_interview_is_an_error_that_names_those_there_are() {
    let workshop = Workshop::with_study();
    let said = workshop.refused(&["show", "e.ancrage", "EMG 9"]);
    assert_eq!(said, "Erreur : Aucun entretien ne s’appelle « EMG 9 ». Noms connus : EMG 1, EMG 2");
}

/// A Word document of two turns, the second with a comment on one word.
fn docx_with_comment() -> Vec<u8> {
    const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let said = |text: &str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>");
    let commented = "<w:p><w:r><w:t xml:space=\"preserve\">P : Je suis </w:t></w:r><w:commentRangeStart w:id=\"1\"/>\
        <w:r><w:t>épuisée</w:t></w:r><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>";
    let body = [said("VL : Alors ?"), commented.to_owned(), said("VL : Oui ?"), said("P : Voilà.")].concat();
    let document = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    let comments = format!(
        "<w:comments {WORD}><w:comment w:id=\"1\" w:author=\"Jean D.\"><w:p><w:r><w:t>fatigue</w:t></w:r></w:p>\
        </w:comment></w:comments>"
    );
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{relation}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        (
            "word/_rels/document.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{relation}/comments\" Target=\"comments.xml\"/></Relationships>"
            ),
        ),
        ("word/document.xml", document),
        ("word/comments.xml", comments),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn comments_of_a_document_become_codings_where_asked() {
    let workshop = two_files();
    workshop.write("a.docx", docx_with_comment());
    let skipped = workshop.json(&["import", "e.ancrage", "a.docx"]);
    let file = &skipped["files"][0];
    assert_eq!(
        (&file["format"], &file["comments"], &file["comments_coded"]),
        (&json!("docx"), &json!(1), &json!(0))
    );
    assert_eq!(workshop.json(&["codings", "e.ancrage"]), json!([]));

    workshop.json(&["new", "f.ancrage", "--title", "T", "--member", "Claire L."]);
    let coded = workshop.json(&["import", "f.ancrage", "a.docx", "--comments", "as-codings"]);
    let file = &coded["files"][0];
    assert_eq!((&file["comments_coded"], &file["new_members"]), (&json!(1), &json!(["Jean D."])));
    let coding = &workshop.json(&["codings", "f.ancrage"])[0];
    let read = [text(coding, "/quote"), text(coding, "/code"), text(coding, "/coder")];
    assert_eq!(read, ["épuisée", "fatigue", "Jean D."]);
}

#[test]
fn comments_as_codings_are_told_in_one_sentence() {
    let workshop = two_files();
    workshop.write("a.docx", docx_with_comment());
    let ran = workshop.run(&["import", "e.ancrage", "a.docx", "--comments", "as-codings"]);
    let said = plain(&ran.err);
    assert!(said.contains("Jean D. rejoint l’équipe"), "{said}");
    assert!(said.contains("1 commentaire est devenu 1 extrait étiqueté, 0 perdu."), "{said}");
    workshop.json(&["undo", "e.ancrage", "--as", "Claire L."]);
    assert_eq!(workshop.json(&["codings", "e.ancrage"]), json!([]));
    assert_eq!(workshop.json(&["interviews", "e.ancrage"]), json!([]), "one step took both in");
}

#[test]
fn a_comment_that_is_the_path_of_a_code_means_that_code_and_what_was_exported_comes_back_once() {
    let workshop = Workshop::with_codings();
    let export = ["export", "e.ancrage", "--as", "docx", "--what", "coded-text", "-o", "c.docx"];
    let items = workshop.json(&[&export[..], &["--member", "Claire L."]].concat())["items"].as_u64().unwrap();
    let codes = |file: &str| {
        let codes = workshop.json(&["codes", file]);
        let paths = codes.as_array().unwrap().iter().map(|code| text(code, "/path").to_owned());
        paths.collect::<Vec<_>>()
    };
    workshop.json(&["new", "f.ancrage", "--title", "T", "--member", "Claire L."]);
    workshop.write("codes.csv", "path\nCorps / sommeil\nfamille\ndistance\n");
    workshop.json(&["codes", "import", "f.ancrage", "codes.csv"]);
    let before = codes("f.ancrage");
    let taken =
        workshop.json(&["import", "f.ancrage", "c.docx", "--comments", "as-codings", "--as", "Claire L."]);
    let files = taken["files"].as_array().unwrap();
    let coded: u64 = files.iter().map(|file| file["comments_coded"].as_u64().unwrap()).sum();
    assert_eq!((files[0]["comments"].as_u64().unwrap(), coded), (items, items));
    assert_eq!(codes("f.ancrage"), before, "no label is new");
}

#[test]
fn a_preview_says_everything_and_writes_nothing() {
    let workshop = two_files();
    let before = workshop.read("e.ancrage");
    workshop.write("vide.txt", b"");
    let ran = workshop.run(&["import", "e.ancrage", "EMG 1.txt", "vide.txt", "--preview", "--json"]);
    assert_eq!(ran.status, 3, "{}", ran.err);
    let found = &ran.document()["files"][0];
    let speaker = |label: &str, role: &str, participant: Value, words: usize, first: &str| {
        let new = !participant.is_null();
        json!({ "label": label, "also": [], "same_as": null, "role": role, "participant": participant,
            "new_participant": new, "turns": 2, "words": words, "first_words": first })
    };
    let expected = json!({
        "file": "EMG 1.txt", "already": null, "format": "txt", "interviews": ["EMG 1"], "parts": [],
        "speakers": [
            speaker("VL", "interviewer", Value::Null, 8, "Bonjour, ça va ?"),
            speaker("P", "participant", json!("EMG 1"), 10, "Je dors mal 👨‍👩‍👧 depuis l'été."),
        ],
        "facts": [
            { "kind": "date", "value": "06/03/2023", "understood": "2023-03-06" },
            { "kind": "duration", "value": "52 minutes", "understood": "52" },
        ],
        "comments": { "found": 0, "codings": 0, "joined": 0, "labels": [], "authors": [], "left_out": [] },
        "warnings": [],
    });
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(&found[field], value, "{field}");
    }
    let turn = &found["turns"][1];
    let (start, end) = (turn["start"].as_u64().unwrap(), turn["end"].as_u64().unwrap());
    assert_eq!(slice(text(found, "/text"), start, end), text(turn, "/text"));
    assert!(ran.document()["files"][1]["error"].is_string());
    let said = workshop.run(&["import", "e.ancrage", "EMG 1.txt", "--preview"]).out;
    assert!(plain(&said).contains("Date : 2023-03-06 (écrit « 06/03/2023 »)"), "{said}");
    assert_eq!(workshop.read("e.ancrage"), before);
}

const PARTS: &str = "Entretien 1 – EMG 1\nVL : Oui ?\nEMG 1 : Non.\nVL : Et ?\nEMG 1 : Rien.\n\n\
    Entretien 2 – EMG 2\nVL : Oui ?\nEMG 2 : Si.\nVL : Et ?\nEMG2 : Tout.\nVL : Ah ?\nEMG 2 : Oui.\n";

#[test]
fn a_file_of_several_interviews_is_split_on_its_headings_or_kept_whole() {
    let workshop = two_files();
    workshop.write("corpus.txt", PARTS);
    let answer = workshop.json(&["import", "e.ancrage", "corpus.txt", "--unite-spellings"]);
    let names: Vec<&str> = (0..2).map(|n| text(&answer["files"][n], "/interview")).collect();
    assert_eq!(names, ["EMG 1", "EMG 2"]);
    assert_eq!(
        answer["files"][1]["speakers"][1],
        json!({ "label": "EMG 2", "role": "participant", "participant": "EMG 2", "turns": 3 })
    );
    let again = workshop.run(&["import", "e.ancrage", "corpus.txt"]);
    assert_eq!(again.status, 1);
    assert!(plain(&again.err).contains("Ce fichier est déjà dans l’étude"), "{}", again.err);

    workshop.json(&["new", "f.ancrage", "--title", "T", "--member", "Claire L."]);
    let whole = workshop.json(&["import", "f.ancrage", "corpus.txt", "--parts", "keep", "--no-original"]);
    assert_eq!(whole["files"].as_array().unwrap().len(), 1);
    assert_eq!(workshop.json(&["check", "e.ancrage"])["ok"], json!(true));
}

#[test]
fn speakers_are_listed_and_corrected() {
    let workshop = Workshop::with_study();
    let listed = workshop.json(&["speakers", "e.ancrage", "EMG 2"]);
    let expected = json!({ "label": "P", "role": "participant", "participant": "EMG 2", "turns": 2, "words": 6,
        "first_words": "Je dors bien." });
    assert_eq!(listed[1], expected);
    let set = ["speakers", "set", "e.ancrage", "EMG 2"];
    let corrected = workshop.json(&[&set[..], &["P", "--name", "EMG 2", "--participant", "Anouk"]].concat());
    assert_eq!((&corrected[1]["label"], &corrected[1]["participant"]), (&json!("EMG 2"), &json!("Anouk")));
    let shown = workshop.json(&["show", "e.ancrage", "EMG 2"]);
    assert_eq!((text(&shown, "/turns/1/speaker"), text(&shown, "/text")), ("EMG 2", SECOND.trim_end()));
    workshop.json(&[&set[..], &["VL", "--role", "nobody"]].concat());
    assert_eq!(workshop.json(&["show", "e.ancrage", "EMG 2"])["turns"].as_array().unwrap().len(), 2);
    let said = workshop.refused(&[&set[..], &["XX", "--role", "other"]].concat());
    assert!(said.contains("XX"), "{said}");
    let log = workshop.json(&["log", "e.ancrage"]);
    assert!(log.to_string().contains("corriger les tours de parole de l’entretien EMG 2"), "{log}");
    workshop.json(&["undo", "e.ancrage"]);
    workshop.json(&["undo", "e.ancrage"]);
    assert_eq!(workshop.json(&["speakers", "e.ancrage", "EMG 2"]), listed);
    assert_eq!(workshop.json(&["check", "e.ancrage"])["ok"], json!(true));
}

#[test]
#[cfg(unix)]
fn what_is_no_file_is_refused_at_once_and_the_others_come_in() {
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::PermissionsExt as _;
    let workshop = two_files();
    let made = std::process::Command::new("mkfifo").arg(workshop.path("tube.docx")).status().unwrap();
    assert!(made.success());
    std::fs::create_dir(workshop.path("dossier.docx")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", workshop.path("zero.txt")).unwrap();
    workshop.write("~$EMG 1.docx", b"\x05Claire");
    workshop.write("ferme.txt", FIRST);
    std::fs::set_permissions(workshop.path("ferme.txt"), std::fs::Permissions::from_mode(0o000)).unwrap();
    std::fs::File::create(workshop.path("gros.docx")).unwrap().set_len(101 << 20).unwrap();
    let odd = std::ffi::OsStr::from_bytes(b"entretien \xE9.txt");
    workshop.write(odd, SECOND);
    let files = ["tube.docx", "dossier.docx", "zero.txt", "~$EMG 1.docx", "gros.docx"];
    let mut arguments: Vec<&std::ffi::OsStr> =
        ["import", "e.ancrage", "--json"].map(std::ffi::OsStr::new).to_vec();
    arguments.extend(files.map(std::ffi::OsStr::new));
    arguments.push(odd);
    let ran = workshop.run(&arguments);
    assert_eq!(ran.status, 3, "{}", ran.err);
    let answer = ran.document();
    let expected = [
        "tube.docx n’est pas un fichier ordinaire (c’est un périphérique ou un tube) : choisissez un document.",
        "dossier.docx est un dossier : choisissez un fichier.",
        "zero.txt n’est pas un fichier ordinaire (c’est un périphérique ou un tube) : choisissez un document.",
        "~$EMG 1.docx est le fichier que Word garde pendant que le document est ouvert : choisissez le document lui-même.",
        "gros.docx est trop gros (101 Mo) : on lit jusqu’à 100 Mo.",
    ];
    let errors: Vec<String> = (0..5).map(|n| plain(text(&answer["files"][n], "/error"))).collect();
    assert_eq!(errors, expected);
    assert_eq!(text(&answer["files"][5], "/interview"), "entretien \u{fffd}");
}
