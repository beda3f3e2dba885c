//! What holds for every command: language, streams, statuses, odd paths, other programs at work.

use crate::workshop::{Workshop, plain, ran, text};
use serde_json::json;
use std::process::Stdio;

#[test]
fn the_language_is_asked_for_or_that_of_the_locale_or_french() {
    let workshop = Workshop::with_study();
    let said = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = workshop.command(arguments);
        command.env_remove("LANG").envs(variables.iter().copied());
        plain(&ran(&command.output().unwrap()).err)
    };
    let (french, english) = ("Erreur : Il n’y a rien à rétablir.\n", "Error: There is nothing to redo.\n");
    let redo = ["redo", "e.ancrage"];
    assert_eq!(said(&[], &redo), french);
    assert_eq!(said(&[("LANG", "C.UTF-8")], &redo), french);
    assert_eq!(said(&[("LANG", "en_GB.UTF-8")], &redo), english);
    assert_eq!(said(&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "fr_FR.UTF-8")], &redo), french);
    assert_eq!(said(&[], &["redo", "e.ancrage", "--lang", "en"]), english);
    assert_eq!(said(&[("LANG", "en_US")], &["--lang=fr", "redo", "e.ancrage"]), french);
}

#[test]
fn the_help_is_in_the_language_and_on_standard_output() {
    let workshop = Workshop::new();
    let help = |arguments: &[&str]| {
        let ran = workshop.run(arguments);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        plain(&ran.out)
    };
    let french = help(&["import", "--help"]);
    assert!(
        french.starts_with(
            "Importer des verbatims\n\nUsage : ancrage import [OPTIONS] <PROJET> <FICHIER>...\n"
        ),
        "{french}"
    );
    let english = help(&["--lang", "en", "import", "-h"]);
    assert!(
        english.starts_with("Import transcripts\n\nUsage: ancrage import [OPTIONS] <PROJECT> <FILE>...\n"),
        "{english}"
    );
    assert!(help(&["--version"]).starts_with("Ancrage "));
}

#[test]
fn what_is_typed_wrong_is_status_2_and_said() {
    let workshop = Workshop::with_study();
    let cases: [(&[&str], &str); 9] = [
        (&["shwo"], "La commande « shwo » est inconnue. Vouliez-vous dire « show » ?"),
        (&["show", "e.ancrage"], "Il manque : <ENTRETIEN>."),
        (&["show", "e.ancrage", "EMG 1", "de", "trop"], "L’option ou l’argument « de » est inconnu ici."),
        (
            &["show", "e.ancrage", "EMG 1", "--jsn"],
            "L’option ou l’argument « --jsn » est inconnu ici. Vouliez-vous dire « --json » ?",
        ),
        (
            &["codes", "e.ancrage", "--layer", "x"],
            "« x » ne convient pas à --layer <COUCHE>. Possibles : experiential, thematic, any.",
        ),
        (
            &["reading", "e.ancrage", "EMG 1", "--minutes", "deux"],
            "« deux » ne convient pas à --minutes <MINUTES>.",
        ),
        (&["finish", "e.ancrage", "EMG 1", "--as"], "L’option --as <MEMBRE> attend une valeur."),
        (&["show", "e.ancrage", "EMG 1", "--lang", "de"], "« de » ne convient pas à --lang <fr|en>."),
        (&["merge", "e.ancrage", "f.ancrage", "--take-back"], "[AUTRE] ne va pas avec --take-back."),
    ];
    for (arguments, sentence) in cases {
        let ran = workshop.run(arguments);
        let first = plain(ran.err.lines().next().unwrap_or_default());
        assert_eq!(
            (ran.status, ran.out.as_str(), first),
            (2, "", format!("Erreur : {sentence}")),
            "{arguments:?}"
        );
    }
    let bare = workshop.run(&["text"]);
    assert_eq!((bare.status, bare.out.as_str()), (2, ""));
    assert!(bare.err.contains("replace"), "{}", bare.err);
}

#[test]
fn a_study_at_work_elsewhere_can_be_read_but_not_changed() {
    let workshop = Workshop::with_study();
    let elsewhere = workbench::Engine::open(&workshop.path("e.ancrage"), workbench::Env::system()).unwrap();
    assert_eq!(workshop.json(&["interviews", "e.ancrage"]).as_array().unwrap().len(), 2);
    let said = workshop.refused(&["finish", "e.ancrage", "EMG 1"]);
    let expected = "Erreur : e.ancrage est déjà ouvert dans une autre fenêtre ou par quelqu’un d’autre. Fermez-le d’abord.";
    assert_eq!(said, expected);
    drop(elsewhere);
    workshop.json(&["finish", "e.ancrage", "EMG 1"]);
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let workshop = Workshop::new();
    let mut command = workshop.command(&["completions", "bash"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ran = ran(&child.wait_with_output().unwrap());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_cannot_be_written_is_an_error() {
    let workshop = Workshop::with_study();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let ran = ran(&workshop.command(&["interviews", "e.ancrage"]).stdout(full).output().unwrap());
    assert_eq!(ran.status, 1);
    assert!(plain(&ran.err).starts_with("Erreur : La sortie ne se laisse pas écrire : "), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn names_of_files_need_not_be_utf_8() {
    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::OsStrExt;
    let workshop = Workshop::with_study();
    let project = OsStr::from_bytes(b"\xE9tude.ancrage");
    std::fs::copy(workshop.path("e.ancrage"), workshop.path("").join(project)).unwrap();
    let transcript = OsStr::from_bytes(b"p\xE8re.txt");
    workshop.write(transcript, "VL : Oui ?\nP : Non.\nVL : Ah.\nP : Si.\n");
    let arguments = ["import".into(), project.to_owned(), transcript.to_owned(), OsString::from("--json")];
    let ran = workshop.run(&arguments);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(ran.document()["files"][0]["file"], json!("p\u{FFFD}re.txt"));
    let listed =
        workshop.run(&["interviews".into(), project.to_owned(), OsString::from("--json")]).document();
    assert_eq!(listed.as_array().unwrap().len(), 3);
}

#[test]
fn every_shell_gets_its_completions() {
    let workshop = Workshop::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = workshop.run(&["completions", shell]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains("interviews") && ran.out.contains("take-back"), "{shell}");
    }
    assert_eq!(workshop.run(&["completions", "csh"]).status, 2);
}

#[test]
fn a_name_may_be_an_identifier_everywhere() {
    let workshop = Workshop::with_codings();
    let codings = workshop.json(&["codings", "e.ancrage"]);
    let [interview, code, coder] =
        ["/0/interview_id", "/0/code_id", "/0/coder_id"].map(|field| text(&codings, field));
    assert_eq!(text(&workshop.json(&["show", "e.ancrage", interview]), "/name"), "EMG 1");
    let listed =
        workshop.json(&["codings", "e.ancrage", "--code", code, "--coder", coder, "--interview", interview]);
    assert_eq!(listed, json!([codings[0]]));
    assert_eq!(workshop.json(&["finish", "e.ancrage", interview, "--as", coder])["finished"], json!(true));
}

#[test]
fn an_interview_answers_to_its_name_however_typed_and_to_its_file() {
    let workshop = Workshop::with_study();
    workshop.write("été_2.txt", "VL : Oui ?\nP : Non.\nVL : Ah.\nP : Si.\n");
    let taken = workshop.json(&["import", "e.ancrage", "été_2.txt"]);
    assert_eq!(text(&taken, "/files/0/interview"), "été 2");
    for typed in ["été 2", "ÉTÉ  2", "e\u{301}te\u{301} 2", "été_2.txt", "été_2"] {
        assert_eq!(text(&workshop.json(&["show", "e.ancrage", typed]), "/name"), "été 2", "{typed}");
    }
}
