//! What is searched, for whom is counted, and which index is trusted.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;
#[path = "../../store/tests/support/words.rs"]
mod words;

use model::RecordId;
use model::value::MemoKind;
use std::fs;
use support::Project;
use words::assert_no_word;
use workbench::answers::search::{SearchAnswer, search, voices};
use workbench::answers::terms::{TermsAsked, terms};
use workbench::command::{Command, ParticipantRow};
use workbench::search::{Asked, Coded, Order, Where};

const TEXT: &str = "CL : Comment dormez-vous ? Mal ?\nEMG 1 : Je dors mal depuis mars. L’outil m’aide, cet outil-là.\nCL : Et le matin ?\nEMG 1 : Le matin je vais mal.";
const OTHER: &str = "CL : Et vous ?\nEMG 2 : Moi je dors bien, sans outils.";

fn found(project: &mut Project, asked: &Asked) -> SearchAnswer {
    search(&mut project.engine, asked).unwrap()
}

/// Each hit as `interview: before[words]after`.
fn shown(answer: &SearchAnswer) -> Vec<String> {
    let hits = answer.hits.iter();
    hits.map(|hit| format!("{}: {}[{}]{}", hit.interview, hit.before, hit.text, hit.after)).collect()
}

fn study() -> (Project, RecordId, RecordId) {
    let mut project = Project::of(&["Ann"]);
    let (first, second) = (project.import("EMG 1.txt", TEXT), project.import("EMG 2.txt", OTHER));
    (project, first, second)
}

#[test]
fn participants_are_counted_and_interviewers_are_not() {
    let (mut project, first, _) = study();
    let answer = found(&mut project, &Asked { context: 9, ..Asked::of("mal") });
    assert_eq!(shown(&answer), ["EMG 1:  Je dors [mal] depuis m", "EMG 1:  je vais [mal]."]);
    assert_eq!((answer.total, answer.counts.0.clone()), (2, vec![("EMG 1".to_owned(), 2)]));
    let text: Vec<char> = project.text(first).chars().collect();
    for hit in &answer.hits {
        assert_eq!(text[hit.start as usize..hit.end as usize].iter().collect::<String>(), hit.text);
        assert_eq!((hit.speaker.as_str(), hit.kind, hit.id), ("EMG 1", "text", first));
    }
    let everybody = voices(&project.engine.seen(), "all").unwrap();
    let answer = found(&mut project, &Asked { voices: everybody, ..Asked::of("mal") });
    assert_eq!((answer.total, answer.hits[0].speaker.as_str(), answer.counts.0.len()), (3, "CL", 1));
    let one = voices(&project.engine.seen(), "emg 2").unwrap();
    let answer = found(&mut project, &Asked { voices: one, ..Asked::of("dors") });
    assert_eq!(shown(&answer).len(), 1);
    assert!(voices(&project.engine.seen(), "Zoé").is_err());
}

#[test]
fn a_correction_its_undo_and_a_new_speaker_are_followed() {
    let (mut project, first, _) = study();
    let total = |project: &mut Project, query: &str| found(project, &Asked::of(query)).total;
    assert_eq!((total(&mut project, "outil"), total(&mut project, "juin")), (3, 0));
    project.correct(first, "depuis mars", "depuis le mois de juin");
    assert_eq!((total(&mut project, "mars"), total(&mut project, "\"mois de juin\"")), (0, 1));
    assert_eq!(total(&mut project, "outil"), 3);
    project.run(Command::Undo);
    assert_eq!((total(&mut project, "mars"), total(&mut project, "juin")), (1, 0));
    let mut speakers = project.engine.seen().interview(first).unwrap().speakers.to_vec();
    for speaker in &mut speakers {
        speaker.role = model::value::SpeakerRole::Interviewer;
    }
    project.run(Command::SetSpeakers { interview: first, speakers });
    assert_eq!(total(&mut project, "outil"), 1);
}

#[test]
fn memos_and_codes_are_found_and_coded_passages_narrow() {
    let (mut project, first, _) = study();
    let code = project.code("Mal de nuit");
    project.apply(first, "Je dors mal depuis mars", code);
    let definition = "Quand le sommeil fait mal.".to_owned();
    let empty = String::new;
    project.run(Command::DefineCode {
        code,
        definition,
        include: empty(),
        exclude: empty(),
        example: empty(),
    });
    let (title, body) = ("Mal dit".to_owned(), "Le mal\nest partout.".to_owned());
    project.run(Command::WriteMemo { memo: None, target: None, kind: MemoKind::Free, title, body });
    let within = Where { texts: false, memos: true, codes: true };
    let answer = found(&mut project, &Asked { within, context: 6, ..Asked::of("mal") });
    let expected = [
        "Mal dit: [Mal] dit\nL",
        "Mal dit: it\nLe [mal]\nest p",
        "Mal de nuit: [Mal] de nu",
        "Mal de nuit:  fait [mal].",
    ];
    assert_eq!((shown(&answer), answer.counts.0.len()), (expected.map(str::to_owned).to_vec(), 0));
    let coded = |coded| Asked { coded, ..Asked::of("mal") };
    assert_eq!(found(&mut project, &coded(Coded::With(vec![code]))).total, 1);
    assert_eq!(found(&mut project, &coded(Coded::Without(vec![code]))).total, 1);
    let none = Asked {
        coded: Coded::With(vec![code]),
        layer: Some(model::value::Layer::Thematic),
        ..Asked::of("mal")
    };
    assert_eq!(found(&mut project, &none).total, 0);
}

#[test]
fn passages_like_another_are_found_and_ranked() {
    let (mut project, ..) = study();
    let like = Asked { like: Some("mon outil, ton outil".to_owned()), order: Order::Rank, ..Asked::of("") };
    let answer = found(&mut project, &like);
    assert_eq!((answer.total, answer.hits[0].interview.as_str()), (3, "EMG 1"));
}

#[test]
fn words_are_counted_by_participant_and_group() {
    let (mut project, ..) = study();
    let row = |name: &str, sex: &str| ParticipantRow {
        name: name.to_owned(),
        attributes: vec![("Sexe".to_owned(), sex.to_owned())],
    };
    project.run(Command::ImportParticipants(vec![row("EMG 1", "femme"), row("EMG 2", "homme")]));
    let by = project.engine.seen().attributes()[0].id;
    let asked = TermsAsked { of: Asked::of(""), stop: None, limit: 3, by: Some(by) };
    let answer = terms(&mut project.engine, &asked).unwrap();
    let listed: Vec<(&str, u64, usize)> =
        answer.terms.iter().map(|term| (term.term.as_str(), term.total, term.participants)).collect();
    assert_eq!(listed, [("outil", 3, 2), ("dors", 2, 2), ("mal", 2, 1)]);
    let groups = answer.groups.unwrap();
    assert_eq!((groups.words["femme"], groups.words["homme"], answer.words), (15, 6, 21));
    let mal = groups.keyness.iter().find(|key| key.term == "mal").unwrap();
    assert_eq!(mal.most_in, "femme");
    // Said twice in 15 words of 21: G² = 2 · 2 ln(2 / (2 · 15 / 21)).
    assert!((mal.log_likelihood - 4.0 * (21.0_f64 / 15.0).ln()).abs() < 1e-9);
}

#[test]
fn an_index_beside_the_project_is_taken_up_again_and_only_its_own() {
    let (mut project, ..) = study();
    project.engine.keep_index_in_folder_from(0);
    assert_eq!(found(&mut project, &Asked::of("outil")).total, 3);
    let folder = project.file("étude.ancrage-index");
    let segments = |folder: &std::path::Path| {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> = names.filter(|name| name.to_string_lossy().ends_with(".store")).collect();
        names.sort();
        names
    };
    let before = segments(&folder);
    let mut project = project.reopen();
    project.engine.keep_index_in_folder_from(0);
    assert_eq!((found(&mut project, &Asked::of("outil")).total, segments(&folder)), (3, before.clone()));
    // Another study's index, put there by hand: its words are never shown.
    let mut other = Project::seeded(&["Zoé"], 9);
    other.import("EMG 9.txt", "CL : Oui ?\nEMG 9 : Un outil étranger.");
    other.engine.keep_index_in_folder_from(0);
    let foreign = other.file("étude.ancrage-index");
    assert_eq!(found(&mut other, &Asked::of("étranger")).total, 1);
    let Project { folder: home, engine, path, .. } = project;
    drop(engine);
    drop(other.engine);
    fs::remove_dir_all(&folder).unwrap();
    fs::create_dir(&folder).unwrap();
    for file in fs::read_dir(foreign).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
    let mut project = Project::at(home, path, 33, "Ann");
    project.engine.keep_index_in_folder_from(0);
    assert_eq!(found(&mut project, &Asked::of("outil")).total, 3);
    assert_eq!(found(&mut project, &Asked::of("étranger")).total, 0);
    assert_ne!(segments(&folder), before);
}

#[test]
fn a_folder_that_cannot_be_written_keeps_nobody_from_searching() {
    let (mut project, ..) = study();
    fs::write(project.file("étude.ancrage-index"), "no folder").unwrap();
    project.engine.keep_index_in_folder_from(0);
    assert_eq!(found(&mut project, &Asked::of("outil")).total, 3);
}

#[test]
fn no_byte_of_the_index_keeps_a_word_of_somebody_who_withdrew() {
    let (mut project, ..) = study();
    project.engine.keep_index_in_folder_from(0);
    assert_eq!(found(&mut project, &Asked::of("sans")).total, 1);
    let person = project.engine.seen().participants()[1].id;
    project.engine.purge(person).unwrap();
    assert_no_word(project.folder.path(), &["sans outils", "bien"]);
    assert!(!project.file("étude.ancrage-index").exists());
    assert_eq!(found(&mut project, &Asked::of("sans")).total, 0);
    assert_eq!(found(&mut project, &Asked::of("outil")).total, 2);
    assert_no_word(project.folder.path(), &["sans outils", "bien"]);
}
