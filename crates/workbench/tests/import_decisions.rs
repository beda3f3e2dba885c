//! What the user decides of files before they are taken in, and what is corrected afterwards.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use model::RecordId;
use model::basis::Basis;
use std::sync::Arc;
use support::{Project, range_of};
use workbench::command::{Command, CommentCoder, TurnsCorrected};
use workbench::import::{
    Batch, CommentsAs, Correction, Decision, FactKind, ImportChoices, Known, Preview, TurnEdit, VoiceRole,
    read_file,
};
use workbench::{Failure, import};

const GROUP: &str = "\
Date : 06/03/2023
Lieu : au cabinet

CL : Comment dormez-vous ?
EMG 5 : Mal depuis mars.
EMG5 : Et je compte.
CL : Vous comptez ?
Emg 5 : Les pleins.
Marc : il le dit deux fois.
CL : Bien.
EMG 6 : Moi pas.
CL : Bien.
Marc : encore.
EMG 6 : Non.";

fn preview_of(project: &Project, file: &str, text: &str, choices: &ImportChoices) -> Preview {
    let read = read_file(file, text.as_bytes().to_vec(), choices).unwrap();
    Preview::new(read, Arc::new(Known::of(&project.engine.seen())))
}

fn preview(project: &Project, file: &str, text: &str) -> Preview {
    preview_of(project, file, text, &ImportChoices::default())
}

/// The speakers as `name (other spellings) role participant turns`.
fn speakers(preview: &Preview) -> Vec<String> {
    let show = |speaker: &import::Speaker<'_>| {
        let also =
            if speaker.also.is_empty() { String::new() } else { format!(" ({})", speaker.also.join(", ")) };
        let participant = speaker.voice.participant.as_deref().unwrap_or("-");
        let (name, role) = (&speaker.voice.name, speaker.voice.role.as_str());
        format!("{name}{also} {role} {participant} {}", speaker.spoken.turns)
    };
    preview.speakers().iter().map(show).collect()
}

fn turns(preview: &Preview) -> Vec<String> {
    let text = &preview.read.text;
    let show = |turn: &model::text::Turn| {
        format!("{}: {}", turn.speaker, text.slice(turn.start, turn.end).unwrap().replace('\n', " / "))
    };
    preview.turns().iter().map(show).collect()
}

fn take(project: &mut Project, preview: &Preview) -> Vec<RecordId> {
    let requests = preview.requests();
    requests.into_iter().map(|one| project.run(Command::ImportInterview(Box::new(one))).made[0]).collect()
}

fn participants(project: &Project) -> Vec<String> {
    project.engine.seen().participants().iter().map(|one| one.name.to_owned()).collect()
}

fn label(label: &str) -> String {
    label.to_owned()
}

#[test]
fn spellings_of_one_person_are_proposed_and_united_when_asked() {
    let mut project = Project::of(&["Ann"]);
    let mut file = preview(&project, "groupe.txt", GROUP);
    let same = |file: &Preview, of: &str| file.decisions.voice(of).unwrap().same_as.clone();
    assert_eq!(same(&file, "EMG5").as_deref(), Some("EMG 5"));
    assert_eq!(same(&file, "Emg 5").as_deref(), Some("EMG 5"));
    assert!(file.decide(&Decision::UniteSpellings));
    assert_eq!(speakers(&file)[1], "EMG 5 (EMG5, Emg 5) participant EMG 5 3");
    assert!(!file.decide(&Decision::UniteSpellings), "nothing is left to unite");
    let interview = take(&mut project, &file)[0];
    assert_eq!(project.turns(interview)[1..3], ["EMG 5: Mal depuis mars.", "EMG 5: Et je compte."]);
    let seen = project.engine.seen();
    let labels: Vec<&str> =
        seen.interview(interview).unwrap().speakers.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(labels, ["CL", "EMG 5", "Marc", "EMG 6"]);
    project.is_sound();
}

#[test]
fn a_label_that_is_none_is_speech_again_and_nobodys_words_are_no_turn() {
    let project = Project::of(&["Ann"]);
    let mut file = preview(&project, "groupe.txt", GROUP);
    assert!(file.decide(&Decision::Role { label: label("Marc"), role: VoiceRole::Speech }));
    assert!(turns(&file).contains(&"Emg 5: Les pleins. / Marc : il le dit deux fois.".to_owned()));
    assert!(file.decide(&Decision::Role { label: label("EMG 6"), role: VoiceRole::Nobody }));
    assert!(!turns(&file).iter().any(|turn| turn.contains("Moi pas") || turn.contains("Non.")));
    let request = &file.requests()[0];
    assert!(request.transcript.text.contains("EMG 6 : Moi pas."), "the text keeps every word");
    assert!(request.speakers.iter().all(|speaker| !["Marc", "EMG 6"].contains(&speaker.label.as_str())));
}

#[test]
fn names_roles_and_participants_are_decided_for_each_speaker() {
    let mut project = Project::of(&["Ann"]);
    project.run(Command::AddParticipant { name: label("Anouk") });
    let mut file = preview(&project, "groupe.txt", GROUP);
    file.decide(&Decision::Rename { label: label("CL"), name: label(" Claire ") });
    file.decide(&Decision::Participant { label: label("EMG 6"), name: Some(label("Anouk")) });
    file.decide(&Decision::Role { label: label("Marc"), role: VoiceRole::Speech });
    file.decide(&Decision::Rename { label: label("Emg 5"), name: label("EMG 5") });
    assert_eq!(speakers(&file)[..2], ["Claire interviewer - 4", "EMG 5 (Emg 5) participant EMG 5 2"]);
    file.decide(&Decision::Separate { label: label("Emg 5") });
    assert_eq!(speakers(&file)[1], "EMG 5 participant EMG 5 1");
    file.decide(&Decision::Name { part: None, name: label("Groupe 1") });
    file.decide(&Decision::Fact { kind: FactKind::Place, taken: false });
    let interview = take(&mut project, &file)[0];
    assert_eq!(participants(&project), ["Anouk", "EMG 5"]);
    let seen = project.engine.seen();
    let known = seen.interview(interview).unwrap();
    let facts = known.facts.unwrap();
    assert_eq!(
        (known.name, facts.place.as_str(), facts.date.as_deref()),
        ("Groupe 1", "", Some("2023-03-06"))
    );
}

#[test]
fn turns_are_corrected_before_and_counted_anew() {
    let project = Project::of(&["Ann"]);
    let mut file = preview(&project, "groupe.txt", GROUP);
    let (at, _) = range_of(GROUP, "depuis mars");
    assert!(file.decide(&Decision::Turns(TurnEdit::GiveAfter { turn: 1, at })));
    assert_eq!(turns(&file)[1..3], ["EMG 5: Mal", "EMG5: depuis mars."]);
    file.decide(&Decision::AddVoice { name: label("Le mari") });
    file.decide(&Decision::Turns(TurnEdit::Speak { turn: 2, label: label("Le mari") }));
    assert_eq!(speakers(&file).last().unwrap(), "Le mari other - 1");
    assert!(!file.decide(&Decision::Turns(TurnEdit::Join { turn: 0 })), "there is no turn before");
}

#[test]
fn what_is_decided_of_one_file_is_meant_of_all_unless_it_differs() {
    let project = Project::of(&["Ann"]);
    let second = GROUP.replace("EMG 5", "EMG 7").replace("CL :", "cl :").replace("06/03", "07/03");
    let nameless = "Q : Oui ?\nR : Non.\nQ : Ah ?\nR : Si.\n";
    let files =
        [("a.txt", GROUP), ("b.txt", &second), ("c.txt", nameless), ("d.txt", &nameless.replace("Ah", "Eh"))];
    let mut batch = Batch::new(files.iter().map(|(file, text)| preview(&project, file, text)).collect());
    let role = Decision::Role { label: label("CL"), role: VoiceRole::Participant };
    assert!(batch.decide(0, &role));
    assert!(speakers(&batch.files[1])[0].starts_with("cl participant"), "{:?}", speakers(&batch.files[1]));
    batch.together = false;
    batch.decide(1, &Decision::Role { label: label("cl"), role: VoiceRole::Other });
    assert!(speakers(&batch.files[0])[0].starts_with("CL participant"));
    assert!(batch.step_back() && batch.step_back() && !batch.can_step_back());
    assert!(speakers(&batch.files[1])[0].starts_with("cl interviewer"));
    // Who a participant is follows the label, unless the label says nothing.
    batch.together = true;
    batch.decide(2, &Decision::Participant { label: label("R"), name: Some(label("Anouk")) });
    assert!(
        speakers(&batch.files[2])[1].contains("Anouk") && !speakers(&batch.files[3])[1].contains("Anouk")
    );
    batch.decide(1, &Decision::Take(false));
    let names: Vec<String> = batch.requests().into_iter().map(|request| request.name).collect();
    assert_eq!((names.as_slice(), batch.interviews()), (&["a".into(), "c".into(), "d".into()][..], 3));
}

const PARTS: &str = "\
Corpus de la thèse

Entretien n° 1 – EMG 1
CL : Bonjour ?
EMG 1 : Bonjour.
CL : Et ?
EMG 1 : Rien.

Entretien n° 2 – EMG 2
CL : Bonjour ?
EMG 2 : Bonsoir.
CL : Et ?
EMG 2 : Tout.";

#[test]
fn a_file_of_several_interviews_becomes_as_many() {
    let mut project = Project::of(&["Ann"]);
    let mut file = preview(&project, "corpus.txt", PARTS);
    assert!(file.decisions.split, "different people speak");
    assert_eq!(file.decisions.part_names, ["EMG 1", "EMG 2"]);
    let made = take(&mut project, &file);
    assert_eq!(project.turns(made[1])[1], "EMG 2: Bonsoir.");
    assert_eq!(project.text(made[0]).lines().next(), Some("Corpus de la thèse"), "no word is lost");
    let words = |text: &str| text.split_whitespace().count();
    assert_eq!(words(&project.text(made[0])) + words(&project.text(made[1])), words(PARTS));
    assert_eq!(participants(&project), ["EMG 1", "EMG 2"]);
    assert!(preview(&project, "encore.txt", PARTS).already.is_some(), "known by one of its parts");
    assert!(file.decide(&Decision::Split(false)));
    assert_eq!(file.requests().len(), 1);
    project.is_sound();
}

#[test]
fn one_interview_under_several_headings_stays_one() {
    let project = Project::of(&["Ann"]);
    let one =
        PARTS.replace("EMG 2", "EMG 1").replace("n° 1 – EMG 1", "1ᵉ partie 1").replace("n° 2 – EMG 1", "2");
    let file = preview(&project, "long.txt", &one);
    assert!(file.read.transcript.parts.is_empty() || !file.decisions.split);
    assert_eq!(file.requests().len(), 1);
}

#[test]
fn nameless_participants_of_several_interviews_are_several() {
    let mut project = Project::of(&["Ann"]);
    let nameless = PARTS
        .replace("EMG 1 :", "R :")
        .replace("EMG 2 :", "R :")
        .replace(" – EMG 1", "")
        .replace(" – EMG 2", "");
    let file = preview(&project, "corpus.txt", &nameless);
    take(&mut project, &file);
    assert_eq!(participants(&project).len(), 2, "{:?}", participants(&project));
}

/// A preview with comments of the margin: author, words that are commented (`None` for a point before
/// them), comment.
fn commented(project: &Project, comments: &[(&str, &str, &str)]) -> Preview {
    let mut read = read_file("a.txt", GROUP.as_bytes().to_vec(), &ImportChoices::default()).unwrap();
    let mut transcript = read.transcript.as_ref().clone();
    for (author, words, comment) in comments {
        let point = words.strip_prefix('|');
        let (start, end) = range_of(&transcript.text, point.unwrap_or(words));
        let end = if point.is_some() { start } else { end };
        let (author, text) = ((*author).to_owned(), (*comment).to_owned());
        transcript.comments.push(import::CommentFound {
            author,
            at: Some("2023-03-07T10:00:00".into()),
            text,
            start,
            end,
            reply_to: None,
        });
    }
    read.transcript = Arc::new(transcript);
    Preview::new(read, Arc::new(Known::of(&project.engine.seen())))
}

const COMMENTS: [(&str, &str, &str); 7] = [
    ("Jean D.", "Mal depuis mars", "fatigue\nà revoir"),
    ("ann", "Les pleins", "Compter"),
    ("Jean D.", "|Et je compte", "compter"),
    ("Auteur", "EMG 6 : Moi pas", "distance"),
    ("Jean D.", "au cabinet", "lieu"),
    ("Jean D.", "|Bien.\nEMG 6", " \n "),
    ("Jean D.", "Mal depuis mars", "fatigue"),
];

#[test]
fn comments_become_codings_of_whoever_wrote_them() {
    let mut project = Project::of(&["Ann"]);
    project.run(Command::AddMember { name: label("Ann B."), role: model::value::Role::Director });
    let mut file = commented(&project, &COMMENTS);
    let plan = file.comments();
    assert_eq!((plan.comments, plan.codings, plan.joined), (7, 4, 1));
    assert_eq!(plan.labels, ["fatigue", "Compter", "distance"]);
    let left: Vec<(usize, &str)> = plan.left_out.iter().map(|(place, why)| (*place, why.as_str())).collect();
    assert_eq!(left, [(4, "outside_turns"), (5, "empty")]);
    let authors: Vec<(&str, bool)> = file
        .decisions
        .authors
        .iter()
        .map(|author| (author.name.as_str(), matches!(author.coder, CommentCoder::New(_))))
        .collect();
    assert_eq!(authors, [("Jean D.", true), ("ann", false), ("Auteur", false)]);

    assert!(file.requests()[0].codings.is_empty(), "they are skipped unless asked for");
    file.decide(&Decision::Comments(CommentsAs::AsCodings));
    let interview = take(&mut project, &file)[0];
    let seen = project.engine.seen();
    let mut found: Vec<String> = seen
        .codings_in(interview, &Basis::everything())
        .iter()
        .map(|coding| {
            let code = &seen.code(coding.code).unwrap().name;
            let coder = seen.member(coding.coder).unwrap().name;
            let quote = &coding.anchor.quote;
            format!("{quote} | {code} | {coder} | {} | {}", coding.comment, coding.written().unwrap())
        })
        .collect();
    found.sort();
    let expected = [
        "Et je compte. | Compter | Jean D. |  | 2023-03-07T10:00:00",
        "Les pleins | Compter | Ann |  | 2023-03-07T10:00:00",
        "Mal depuis mars | fatigue | Jean D. | à revoir | 2023-03-07T10:00:00",
        "Moi pas | distance | Ann |  | 2023-03-07T10:00:00",
    ];
    assert_eq!(found, expected);
    assert_eq!(seen.codes().len(), 3);
    assert_eq!(seen.members().len(), 3);
    project.is_sound();
    // One operation: undone with the interview.
    project.run(Command::Undo);
    assert!(project.engine.seen().codes().iter().all(|code| code.deleted));
    assert_eq!(project.engine.seen().members().len(), 2);
    project.is_sound();
}

#[test]
fn an_answer_goes_with_the_comment_that_it_answers() {
    let project = Project::of(&["Ann"]);
    let mut read = commented(&project, &COMMENTS[..2]).read;
    let mut transcript = read.transcript.as_ref().clone();
    let answer = |author: &str, text: &str, to: usize| {
        let first = transcript.comments[0].clone();
        let (author, text) = (author.to_owned(), text.to_owned());
        import::CommentFound { author, text, reply_to: Some(to), ..first }
    };
    let answers = [answer("Ann", "oui", 0), answer("", "ou non", 2), answer("Ann", " ", 0)];
    transcript.comments.extend(answers);
    read.transcript = Arc::new(transcript);
    let mut file = Preview::new(read, Arc::new(Known::of(&project.engine.seen())));
    let plan = file.comments();
    assert_eq!((plan.comments, plan.codings, plan.joined, plan.left_out.len()), (5, 2, 2, 1));
    file.decide(&Decision::Comments(CommentsAs::AsCodings));
    let codings = file.requests().remove(0).codings;
    assert_eq!(codings[0].comment, "à revoir\nAnn : oui\nou non");
}

#[test]
fn whose_codings_comments_become_is_the_users_choice() {
    let mut project = Project::of(&["Ann"]);
    let mut file = commented(&project, &COMMENTS[..1]);
    file.decide(&Decision::Comments(CommentsAs::AsCodings));
    file.decide(&Decision::Author { name: label("Jean D."), coder: CommentCoder::Me });
    take(&mut project, &file);
    assert_eq!(project.engine.seen().members().len(), 1);
}

#[test]
fn files_are_written_together_or_not_at_all() {
    let mut project = Project::of(&["Ann"]);
    let (before, ops) = (std::fs::read(&project.path).unwrap(), project.engine.history().len());
    let request = |project: &Project, file: &str, month: &str| {
        let mut requests = preview(project, file, &GROUP.replace("mars", month)).requests();
        Command::ImportInterview(Box::new(requests.remove(0)))
    };
    let commands = [request(&project, "a.txt", "mars"), request(&project, "b.txt", "mai")];
    let mut nameless = preview(&project, "c.txt", GROUP).requests().remove(0);
    nameless.name = " ".to_owned();
    {
        let mut together = project.engine.together();
        for command in commands.clone() {
            together.run(command).unwrap();
        }
        assert!(together.weight() > 0);
    }
    assert!(project.engine.seen().interviews().is_empty() && participants(&project).is_empty());
    assert_eq!(project.engine.history().len(), ops);
    assert_eq!(std::fs::read(&project.path).unwrap(), before, "giving up leaves no trace");

    let mut together = project.engine.together();
    for command in commands {
        together.run(command).unwrap();
    }
    let refused = together.run(Command::ImportInterview(Box::new(nameless)));
    assert!(matches!(refused, Err(Failure::EmptyName)));
    assert_eq!(together.commit().unwrap().len(), 2);
    drop(together);
    assert_eq!(participants(&project), ["EMG 5", "EMG 6", "Marc"], "who speaks in both is one");
    project.is_sound();
    project.run(Command::Undo);
    assert_eq!(project.engine.seen().interviews().len(), 1, "each is an operation of its own");
    let mut project = project.reopen();
    assert_eq!(project.engine.seen().interviews().len(), 1);
    project.is_sound();
}

#[test]
fn speakers_and_turns_are_corrected_after_an_import_and_codings_stay() {
    let mut project = Project::of(&["Ann"]);
    let file = preview(&project, "groupe.txt", GROUP);
    let interview = take(&mut project, &file)[0];
    let code = project.code("fatigue");
    project.apply(interview, "Mal depuis mars", code);
    let marked = project.marked(interview);

    let mut correction = Correction::of(&mut project.engine, interview).unwrap();
    correction.batch.decide(0, &Decision::Rename { label: label("EMG5"), name: label("EMG 5") });
    correction.batch.decide(0, &Decision::Role { label: label("EMG 6"), role: VoiceRole::Interviewer });
    let asked = correction.asked();
    let outcome = project.run(Command::CorrectTurns(Box::new(asked.clone())));
    assert!(matches!(outcome.op.kind, model::op::OpKind::CorrectTurns { .. }));
    assert_eq!(project.turns(interview)[1..3], ["EMG 5: Mal depuis mars.", "EMG 5: Et je compte."]);
    assert_eq!(project.marked(interview), marked);
    project.is_sound();
    // What was corrected on an earlier text is not forced upon the present one.
    assert!(matches!(
        project.engine.run(Command::CorrectTurns(Box::new(asked))).unwrap_err(),
        Failure::TextMovedOn
    ));

    let mut correction = Correction::of(&mut project.engine, interview).unwrap();
    correction.batch.decide(0, &Decision::Participant { label: label("EMG 5"), name: Some(label("Anouk")) });
    let outcome = project.run(Command::CorrectTurns(Box::new(correction.asked())));
    assert!(matches!(outcome.op.kind, model::op::OpKind::CorrectSpeakers { .. }));
    assert!(participants(&project).contains(&label("Anouk")));

    let mut correction = Correction::of(&mut project.engine, interview).unwrap();
    let (at, _) = range_of(GROUP, "depuis mars");
    correction.batch.decide(0, &Decision::Turns(TurnEdit::Split { turn: 1, at }));
    project.run(Command::CorrectTurns(Box::new(correction.asked())));
    assert_eq!(project.turns(interview)[1..3], ["EMG 5: Mal", "EMG 5: depuis mars."]);
    assert_eq!(project.marked(interview), marked, "a coding keeps its words, whoever says them");
    for _ in 0..3 {
        project.run(Command::Undo);
    }
    assert_eq!(project.turns(interview)[2], "EMG5: Et je compte.");
    assert_eq!(project.marked(interview), marked);
    project.is_sound();
}

#[test]
fn turns_that_do_not_fit_the_text_are_refused() {
    let mut project = Project::of(&["Ann"]);
    let file = preview(&project, "groupe.txt", GROUP);
    let interview = take(&mut project, &file)[0];
    let asked = Correction::of(&mut project.engine, interview).unwrap().asked();
    assert!(matches!(
        project.engine.run(Command::CorrectTurns(Box::new(asked.clone()))).unwrap_err(),
        Failure::Nothing
    ));
    let spoilt = |spoil: fn(&mut TurnsCorrected)| {
        let mut asked = asked.clone();
        spoil(&mut asked);
        Command::CorrectTurns(Box::new(asked))
    };
    for command in [
        spoilt(|asked| asked.turns[0].end = asked.turns[1].end),
        spoilt(|asked| asked.turns[0].speaker = "X".to_owned()),
        spoilt(|asked| asked.turns.last_mut().unwrap().end = 99_999),
        spoilt(|asked| asked.turns[0].start -= 1),
        spoilt(|asked| asked.speakers.push(asked.speakers[0].clone())),
    ] {
        assert!(matches!(project.engine.run(command).unwrap_err(), Failure::Turns));
    }
}

#[test]
fn a_file_read_again_keeps_the_names_that_were_given() {
    let mut project = Project::of(&["Ann"]);
    let mut file = preview(&project, "groupe.txt", GROUP);
    file.decide(&Decision::UniteSpellings);
    file.decide(&Decision::Rename { label: label("CL"), name: label("Claire") });
    let interview = take(&mut project, &file)[0];
    let origin = model::value::RevisionOrigin::Reimported;
    let text = GROUP.replace("Les pleins.", "Les pleins d’essence.");
    project.run(Command::ReplaceText { interview, text, origin });
    let turns = project.turns(interview);
    assert_eq!(turns[0], "Claire: Comment dormez-vous ?");
    assert_eq!(turns[4], "EMG 5: Les pleins d’essence.");
    project.is_sound();
}
