//! From a file to an interview: who speaks, what is known of it, and files that come twice.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use model::value::SpeakerRole;
use model::{Digest, RecordId};
use std::sync::Arc;
use support::{Project, transcript, transcript_with};
use workbench::command::{Command, SpeakerChoice};
use workbench::import::{self, ImportChoices, Known, Preview};

const TEXT: &str = "\
Date : 06/03/2023
Durée : 1 h 09
Lieu : au cabinet

CL : Comment dormez-vous ?
EMG 1 : Je dors mal depuis mars.
CL : Et le matin ?
EMG 1 : Le matin je renonce.
CL : Bien.
EMG 1 : Voilà.";

fn preview(project: &Project, file: &str, text: &str) -> Preview {
    let read = import::read_file(file, text.as_bytes().to_vec(), &ImportChoices::default()).unwrap();
    Preview::new(read, Arc::new(Known::of(&project.engine.seen())))
}

/// Label, role and participant of every speaker.
fn speakers(project: &Project, interview: RecordId) -> Vec<(String, SpeakerRole, Option<String>)> {
    let seen = project.engine.seen();
    let known = seen.interview(interview).unwrap();
    let name = |id| seen.participant(id).unwrap().name.to_owned();
    known
        .speakers
        .iter()
        .map(|speaker| (speaker.label.clone(), speaker.role, speaker.participant.map(name)))
        .collect()
}

fn participants(project: &Project) -> Vec<String> {
    project.engine.seen().participants().iter().map(|one| one.name.to_owned()).collect()
}

#[test]
fn an_interview_has_its_text_turns_speakers_and_facts_in_one_step() {
    let mut project = Project::of(&["Ann"]);
    let outcome = project.run(transcript("EMG 1.txt", TEXT));
    let interview = outcome.made[0];
    assert_eq!(project.text(interview), TEXT);
    assert_eq!(project.turns(interview).len(), 6);
    assert_eq!(project.turns(interview)[1], "EMG 1: Je dors mal depuis mars.");
    let expected = [
        ("CL".to_owned(), SpeakerRole::Interviewer, None),
        ("EMG 1".to_owned(), SpeakerRole::Participant, Some("EMG 1".to_owned())),
    ];
    assert_eq!(speakers(&project, interview), expected);
    let seen = project.engine.seen();
    let facts = seen.interview(interview).unwrap().facts.unwrap();
    assert_eq!((facts.date.as_deref(), facts.duration_min), (Some("2023-03-06"), Some(69)));
    assert_eq!(facts.place, "au cabinet");
    let model::op::OpKind::ImportInterview { words, turns, .. } = outcome.op.kind else {
        panic!("{outcome:?}")
    };
    assert_eq!((words, turns), (18, 6));
    project.run(Command::Undo);
    assert!(project.engine.seen().interviews().is_empty() && participants(&project).is_empty());
    project.is_sound();
}

#[test]
fn one_speaker_spelled_in_two_ways_is_one_participant() {
    let mut project = Project::of(&["Ann"]);
    let text = TEXT.replace("EMG 1 : Le matin", "Emg 1 : Le matin").replace("EMG 1 : Voilà", "EMG1 : Voilà");
    let interview = project.import("EMG 1.txt", &text);
    let labels: Vec<String> = speakers(&project, interview).into_iter().map(|one| one.0).collect();
    assert!(labels.len() > 2, "the labels stay as written: {labels:?}");
    assert_eq!(participants(&project), ["EMG 1"]);
    assert_eq!(project.engine.seen().interview(interview).unwrap().participants().len(), 1);
}

#[test]
fn a_participant_who_speaks_in_two_interviews_is_one() {
    let mut project = Project::of(&["Ann"]);
    project.import("Premier.txt", TEXT);
    project.import("Second.txt", &TEXT.replace("mars", "juin"));
    assert_eq!(participants(&project), ["EMG 1"]);
    assert_eq!(project.engine.seen().interviews().len(), 2);
}

#[test]
fn a_participant_is_named_beforehand_or_after_the_file() {
    let mut project = Project::of(&["Ann"]);
    let named = ImportChoices { participant: Some("  P 12 ".to_owned()), ..ImportChoices::default() };
    project.run(transcript_with("EMG 1.txt", TEXT, &named));
    assert_eq!(participants(&project), ["P 12"]);
    // A label that says nothing of who it is: the file does.
    let nameless = TEXT.replace("EMG 1", "R").replace("CL", "Q");
    project.import("EMG 8.txt", &nameless);
    assert_eq!(participants(&project), ["EMG 8", "P 12"]);
}

#[test]
fn who_asks_is_told_beforehand() {
    let mut project = Project::of(&["Ann"]);
    let choices = ImportChoices { interviewers: vec!["emg 1".to_owned()], ..ImportChoices::default() };
    let interview = project.run(transcript_with("Inverse.txt", TEXT, &choices)).made[0];
    let roles: Vec<(String, SpeakerRole)> =
        speakers(&project, interview).into_iter().map(|one| (one.0, one.1)).collect();
    assert_eq!(roles[1], ("EMG 1".to_owned(), SpeakerRole::Interviewer));
    assert_eq!(roles[0], ("CL".to_owned(), SpeakerRole::Participant));
}

#[test]
fn the_preview_is_what_the_user_may_change() {
    let mut project = Project::of(&["Ann"]);
    let mut request = preview(&project, "groupe.txt", TEXT).requests().remove(0);
    assert_eq!(request.name, "groupe");
    request.name = "  Groupe   du jeudi ".to_owned();
    request.speakers = vec![
        SpeakerChoice {
            label: "CL".to_owned(),
            role: SpeakerRole::Other,
            participant: Some("Personne".to_owned()),
        },
        SpeakerChoice {
            label: "EMG 1".to_owned(),
            role: SpeakerRole::Participant,
            participant: Some("P 3".to_owned()),
        },
    ];
    let interview = project.run(Command::ImportInterview(Box::new(request))).made[0];
    assert_eq!(project.engine.seen().interview(interview).unwrap().name, "Groupe du jeudi");
    assert_eq!(speakers(&project, interview)[0].2, None, "only participants are participants");
    assert_eq!(participants(&project), ["P 3"]);
}

#[test]
fn a_file_that_is_there_already_is_said_so() {
    let mut project = Project::of(&["Ann"]);
    let interview = project.import("EMG 1.txt", TEXT);
    let already = |project: &Project, file: &str, text: &str| preview(project, file, text).already;
    let known = Some((interview, "EMG 1".to_owned()));
    assert_eq!(already(&project, "copie de EMG 1.txt", TEXT), known, "by its bytes, whatever its name");
    assert_eq!(already(&project, "EMG 1.txt", &TEXT.replace("mars", "juin")), None);
    // After a correction it is still known; once undone it is not.
    project.correct(interview, "mars", "avril");
    assert_eq!(already(&project, "x.txt", TEXT), known);
    project.run(Command::Undo);
    project.run(Command::Undo);
    assert_eq!(already(&project, "x.txt", TEXT), None);
}

#[test]
fn a_name_that_is_taken_gets_a_number() {
    let mut project = Project::of(&["Ann"]);
    // Read before any of them was taken in, as a window previews several files at once.
    let requests = [("EMG 1.txt", "mars"), ("EMG_1.txt", "avril"), ("EMG 1.txt", "mai")]
        .map(|(file, month)| preview(&project, file, &TEXT.replace("mars", month)).requests().remove(0));
    for request in requests {
        project.run(Command::ImportInterview(Box::new(request)));
    }
    let seen = project.engine.seen();
    let names: Vec<&str> = seen.interviews().iter().map(|interview| interview.name).collect();
    assert_eq!(names, ["EMG 1", "EMG 1 (2)", "EMG 1 (3)"]);
}

#[test]
fn the_original_file_is_kept_unless_it_is_declined() {
    let original = |choices: &ImportChoices| {
        let mut project = Project::of(&["Ann"]);
        let bytes = TEXT.replace('\n', "\r\n");
        let interview = project.run(transcript_with("EMG 1.txt", &bytes, choices)).made[0];
        let seen = project.engine.seen();
        let source = seen.interview(interview).unwrap().source.unwrap().clone();
        assert_eq!(source.digest, Some(Digest::of(bytes.as_bytes())));
        assert_eq!((source.file.as_str(), source.format.as_str()), ("EMG 1.txt", "txt"));
        let store = store::Store::open_read_only(&project.path).unwrap();
        let kept = store.blob(Digest::of(bytes.as_bytes())).unwrap();
        assert_eq!(kept.is_some(), source.original.is_some());
        assert!(kept.is_none_or(|kept| kept == bytes.as_bytes()), "byte for byte");
        project.is_sound();
        source.original.is_some()
    };
    assert!(original(&ImportChoices::default()));
    assert!(!original(&ImportChoices { without_original: true, ..ImportChoices::default() }));
}

#[test]
fn a_text_in_which_nobody_speaks_is_an_interview_all_the_same() {
    let mut project = Project::of(&["Ann"]);
    let interview = project.import("notes.txt", "Une page de notes.\n\nSans personne.");
    assert!(project.turns(interview).is_empty() && participants(&project).is_empty());
    let code = project.code("notes");
    project.apply(interview, "page de notes", code);
    project.is_sound();
}
