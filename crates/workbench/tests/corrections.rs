//! A text is corrected and every coding stays on its words, or says that it could not.
#![allow(clippy::unwrap_used)] // a test that meets the unexpected has failed

mod support;

use model::text::PlaceState;
use model::undo::UndoBlocked;
use model::value::RevisionOrigin;
use support::{Project, codings, range_of};
use workbench::Failure;
use workbench::command::Command;

const TEXT: &str = "CL : Comment dormez-vous ?\nEMG 1 : Je dors mal depuis mars. Le trajet coûte cher.\nCL : Et le matin ?\nEMG 1 : Le matin je renonce.";

/// A study with that text in which these words are coded.
fn coded(words: &[&str]) -> (Project, model::RecordId) {
    let (mut project, interview) = Project::with(TEXT);
    let code = project.code("sommeil");
    for words in words {
        project.apply(interview, words, code);
    }
    (project, interview)
}

/// The coded words in brackets, after some words of the text were replaced.
fn after(coded_words: &str, words: &str, by: &str) -> String {
    let (mut project, interview) = coded(&[coded_words]);
    project.correct(interview, words, by);
    project.is_sound();
    let shown = project.marked(interview);
    let line = shown.lines().find(|line| line.contains('[')).unwrap();
    line.trim_start_matches("EMG 1 : ").to_owned()
}

#[test]
fn a_correction_elsewhere_moves_a_coding_and_keeps_its_words() {
    let (mut project, interview) = coded(&["coûte cher", "je renonce"]);
    let moves = project.correct(interview, "dors mal", "dors très mal");
    assert_eq!((moves.moved, moves.changed, moves.to_place.len()), (2, 0, 0));
    let shown = project.marked(interview);
    assert!(shown.contains("Le trajet [coûte cher].") && shown.contains("[je renonce]."), "{shown}");
    // What is behind a coding does not even move it.
    let moves = project.correct(interview, "renonce.", "renonce souvent.");
    assert_eq!((moves.moved, moves.changed), (0, 0));
    project.is_sound();
}

#[test]
fn a_typing_error_is_mended_inside_and_at_each_edge() {
    assert_eq!(after("dors mal depuis", "mal", "bien"), "Je [dors bien depuis] mars. Le trajet coûte cher.");
    assert_eq!(after("dors mal", "dors", "ddors"), "Je [ddors mal] depuis mars. Le trajet coûte cher.");
    assert_eq!(after("dors mal", "mal ", "mall "), "Je [dors mall] depuis mars. Le trajet coûte cher.");
    assert_eq!(after("dors mal", "dors mal", "roupille"), "Je [roupille] depuis mars. Le trajet coûte cher.");
}

#[test]
fn what_is_added_at_an_edge_is_outside_and_inside_is_inside() {
    assert_eq!(
        after("dors mal depuis", "dors mal", "dors peu, mal"),
        "Je [dors peu, mal depuis] mars. Le trajet coûte cher."
    );
    assert_eq!(after("dors mal", "dors", "ne dors"), "Je ne [dors mal] depuis mars. Le trajet coûte cher.");
    assert_eq!(
        after("dors mal", "mal depuis", "mal, hélas, depuis"),
        "Je [dors mal], hélas, depuis mars. Le trajet coûte cher."
    );
}

#[test]
fn a_correction_across_an_edge_widens_the_passage_and_says_so() {
    let (mut project, interview) = coded(&["mal depuis"]);
    let moves = project.correct(interview, "dors mal", "roupille");
    assert_eq!((moves.moved, moves.changed), (0, 1));
    assert!(project.marked(interview).contains("Je [~roupille depuis] mars"));
    project.is_sound();
}

#[test]
fn a_passage_deleted_whole_waits_with_a_proposal_and_is_placed_again() {
    let (mut project, interview) = coded(&["Le trajet coûte cher"]);
    let moved = "CL : Et le matin ?\nEMG 1 : Le matin je renonce. Le trajet coûte cher.";
    let text = project.text(interview);
    let without = text.replace(" Le trajet coûte cher.", "");
    let moves = project.replace(interview, &without, RevisionOrigin::Corrected);
    let coding = codings(&project.engine.seen(), interview)[0].id;
    assert_eq!(moves.to_place, [coding]);
    // Nothing is guessed, and nothing is dropped: the words of then are still known.
    let quote = codings(&project.engine.seen(), interview)[0].anchor.quote.clone();
    assert_eq!(quote, "Le trajet coûte cher");
    assert_eq!(workbench::answers::place::to_place(&mut project.engine).unwrap()[0].proposal, None);

    let elsewhere = without.replace("CL : Et le matin ?\nEMG 1 : Le matin je renonce.", moved);
    project.replace(interview, &elsewhere, RevisionOrigin::Corrected);
    let waiting = workbench::answers::place::to_place(&mut project.engine).unwrap();
    let proposal = waiting[0].proposal.clone().unwrap();
    assert_eq!(proposal.quote, "Le trajet coûte cher");
    project.run(Command::PlaceCoding { coding, start: proposal.start, end: proposal.end });
    assert!(project.marked(interview).ends_with("je renonce. [Le trajet coûte cher]."));
    project.is_sound();
    project.run(Command::Undo);
    assert_eq!(codings(&project.engine.seen(), interview)[0].place.state, PlaceState::ToPlace);
}

#[test]
fn a_moved_paragraph_is_proposed_where_it_went() {
    let (mut project, interview) = coded(&["Je dors mal depuis mars"]);
    let lines: Vec<&str> = TEXT.lines().collect();
    let moved = [lines[2], lines[3], lines[0], lines[1]].join("\n");
    project.replace(interview, &moved, RevisionOrigin::Corrected);
    project.is_sound();
    let coding = codings(&project.engine.seen(), interview)[0].clone();
    if coding.place.state == PlaceState::ToPlace {
        let waiting = workbench::answers::place::to_place(&mut project.engine).unwrap();
        assert_eq!(waiting[0].proposal.as_ref().unwrap().quote, "Je dors mal depuis mars");
    } else {
        // The other paragraph was taken for the one that moved.
        assert!(project.marked(interview).contains("[Je dors mal depuis mars]"));
    }
}

#[test]
fn undoing_a_correction_gives_every_place_back() {
    let (mut project, interview) = coded(&["dors mal", "coûte cher", "je renonce"]);
    let before = project.marked(interview);
    let corrections = [
        ("Le trajet coûte cher.", ""),
        ("dors mal", "roupille"),
        ("CL : Et le matin ?\n", ""),
        ("mal depuis", "rien que depuis"),
        ("Je", "Moi, je"),
    ];
    for (words, by) in corrections {
        project.correct(interview, words, by);
        assert_ne!(project.marked(interview), before);
        project.run(Command::Undo);
        assert_eq!(project.marked(interview), before, "« {words} » to « {by} »");
    }
    // Undone and done again, several in a row.
    project.correct(interview, "dors mal", "roupille");
    project.correct(interview, "Le trajet", "La route");
    let after = project.marked(interview);
    project.run(Command::Undo);
    project.run(Command::Undo);
    assert_eq!(project.marked(interview), before);
    project.run(Command::Redo);
    project.run(Command::Redo);
    assert_eq!(project.marked(interview), after);
    project.is_sound();
    let mut project = project.reopen();
    assert_eq!(project.marked(interview), after);
}

#[test]
fn a_correction_that_somebody_coded_on_is_not_undone() {
    let (mut project, interview) = coded(&[]);
    project.run(Command::AddMember { name: "Ben".to_owned(), role: model::value::Role::Coder });
    project.correct(interview, "Le trajet", "La route, le trajet");
    let mut colleague = project.copy("copie.ancrage", 7, "Ben");
    let code = colleague.code("coût");
    colleague.apply(interview, "le trajet coûte", code);
    let coded_on = colleague.ops().last().unwrap().id;
    project.merge(&colleague.path);
    let refused = project.refusal(Command::Undo);
    let Failure::Undo(UndoBlocked::StoodOn { by }) = refused else { panic!("{refused:?}") };
    assert_eq!(by, coded_on);
    assert!(project.marked(interview).contains("La route, [le trajet coûte] cher"));
}

#[test]
fn the_same_text_is_no_correction() {
    let (mut project, interview) = coded(&[]);
    let same = |text: &str| Command::ReplaceText {
        interview,
        text: text.to_owned(),
        origin: RevisionOrigin::Corrected,
    };
    assert!(matches!(project.refusal(same(TEXT)), Failure::Nothing));
    // Nor is the same text with the line ends of another system, or with letters in two pieces.
    assert!(matches!(project.refusal(same(&TEXT.replace('\n', "\r\n"))), Failure::Nothing));
    assert!(matches!(project.refusal(same(&TEXT.replace('û', "u\u{302}"))), Failure::Nothing));
}

#[test]
fn odd_letters_stay_whole() {
    let text = "EMG 1 : J’ai 👩\u{200D}⚕\u{FE0F} vu «\u{A0}la doc\u{A0}» e\u{301}puise\u{301}e.\r\nCL : 🇫🇷🇧🇪 ?\r\nEMG 1 : Oui.";
    let (mut project, interview) = Project::with(text);
    let stored = project.text(interview);
    assert_eq!(
        stored,
        "EMG 1 : J’ai 👩\u{200D}⚕\u{FE0F} vu «\u{A0}la doc\u{A0}» épuisée.\nCL : 🇫🇷🇧🇪 ?\nEMG 1 : Oui."
    );
    let code = project.code("médecin");
    project.apply(interview, "👩\u{200D}⚕\u{FE0F} vu «\u{A0}la doc\u{A0}»", code);
    project.apply(interview, "🇫🇷🇧🇪", code);
    project.correct(interview, "👩\u{200D}⚕\u{FE0F}", "👨\u{200D}⚕\u{FE0F}");
    project.correct(interview, "🇧🇪", "🇨🇭");
    project.correct(interview, "\u{A0}la doc\u{A0}", "\u{A0}la docteure\u{A0}");
    let shown = project.marked(interview);
    assert!(shown.contains("[👨\u{200D}⚕\u{FE0F} vu «\u{A0}la docteure\u{A0}»] épuisée"), "{shown}");
    assert!(shown.contains("CL : [🇫🇷🇨🇭] ?"), "{shown}");
    project.is_sound();
    let (_, text) = project.engine.current_text(interview).unwrap();
    for coding in codings(&project.engine.seen(), interview) {
        assert!(text.is_grapheme_border(coding.place.start) && text.is_grapheme_border(coding.place.end));
    }
}

#[test]
fn a_file_read_again_brings_its_own_turns() {
    let (mut project, interview) = coded(&["Le matin je renonce"]);
    let known = project.turns(interview).len();
    // Somebody noticed that two people speak on one line, and that the last answer was cut in two.
    let again = TEXT
        .replace("depuis mars. Le trajet", "depuis mars.\nCL : Mars ?\nEMG 1 : Oui. Le trajet")
        .replace("je renonce.", "je renonce.\n");
    let moves = project.replace(interview, &again, RevisionOrigin::Reimported);
    assert_eq!(moves.to_place.len(), 0);
    let turns = project.turns(interview);
    assert_eq!(turns.len(), known + 2, "{turns:?}");
    assert!(turns.contains(&"CL: Mars ?".to_owned()), "{turns:?}");
    assert!(turns.contains(&"EMG 1: Oui. Le trajet coûte cher.".to_owned()), "{turns:?}");
    assert!(project.marked(interview).contains("[Le matin je renonce]"));
    project.is_sound();
    let mut project = project.reopen();
    assert_eq!(project.turns(interview), turns);
}

#[test]
fn a_file_read_again_may_bring_a_new_voice() {
    let (mut project, interview) = coded(&["Le matin je renonce"]);
    let again = format!("{TEXT}\nMari : Elle dort peu.\nEMG 1 : Tais-toi.\nMari : Bon.");
    project.replace(interview, &again, RevisionOrigin::Reimported);
    let turns = project.turns(interview);
    assert!(turns.contains(&"Mari: Elle dort peu.".to_owned()), "{turns:?}");
    let seen = project.engine.seen();
    let known = seen.interview(interview).unwrap();
    assert_eq!(known.role_of("Mari"), model::value::SpeakerRole::Other);
    assert_eq!(known.role_of("CL"), model::value::SpeakerRole::Interviewer);
}

/// The blobs of the file: texts stored whole.
fn whole_texts(project: &Project) -> usize {
    let bodies = project.ops();
    let bodies = bodies.iter().flat_map(|op| &op.changes).filter_map(|change| match change.after.value() {
        Some(model::value::Value::RevisionBody(body)) => Some(body.text),
        _ => None,
    });
    let store = store::Store::open_read_only(&project.path).unwrap();
    bodies.filter(|digest| store.has_blob(*digest).unwrap()).count()
}

#[test]
fn two_hundred_corrections_in_a_row_stay_exact_and_small() {
    let filler = "EMG 1 : Et puis la route, le matin, le soir, la nuit, encore et encore.\nCL : Oui ?\n";
    let long = format!("{TEXT}\n{}EMG 1 : Voilà le mot zéro.", filler.repeat(60));
    let (mut project, interview) = Project::with(&long);
    let code = project.code("sommeil");
    project.apply(interview, "Je dors mal", code);
    project.apply(interview, "Voilà le mot", code);
    let size = |project: &Project| std::fs::metadata(&project.path).unwrap().len();
    let before = size(&project);
    for number in 0..200 {
        let text = project.text(interview);
        let end = text.rfind(' ').unwrap();
        let text = format!("{} n{number}.", &text[..end]);
        // Now here, now there.
        let text = if number % 3 == 0 { text.replacen("Comment", "Ah ! Comment", 1) } else { text };
        project.replace(interview, &text, RevisionOrigin::Corrected);
        if number % 50 == 49 {
            project = project.reopen();
        }
    }
    let shown = project.marked(interview);
    assert!(shown.contains("EMG 1 : [Je dors mal] depuis"), "{}", &shown[..200]);
    assert!(shown.ends_with("EMG 1 : [Voilà le mot] n199."), "{}", &shown[shown.len() - 50..]);
    project.is_sound();
    assert_eq!(whole_texts(&project), 1 + 200 / 32, "one in thirty-two is whole");
    let grown = size(&project) - before;
    assert!(grown < 200 * 3_000, "{grown} bytes for 200 corrections of a text of {}", long.len());
    // Every text on the way is still there.
    let revisions: Vec<_> = project.engine.seen().revisions_of(interview).iter().map(|one| one.id).collect();
    assert_eq!(revisions.len(), 201);
    for revision in revisions {
        project.engine.text(revision).unwrap();
    }
    // And they are undone one by one, after opening again.
    let mut project = project.reopen();
    for number in (160..200).rev() {
        assert!(project.text(interview).ends_with(&format!(" n{number}.")));
        project.run(Command::Undo);
    }
    project.is_sound();
}

#[test]
fn a_place_is_read_in_the_current_text_never_from_the_quote() {
    let (mut project, interview) = coded(&["dors mal"]);
    project.correct(interview, "dors mal", "dors très mal");
    let coding = codings(&project.engine.seen(), interview)[0].clone();
    assert_eq!(coding.anchor.quote, "dors mal");
    let answers = workbench::answers::codings::codings(&mut project.engine, &Default::default()).unwrap();
    assert_eq!(answers[0].quote, "dors très mal");
    let (start, end) = range_of(&project.text(interview), "dors très mal");
    assert_eq!((answers[0].start, answers[0].end), (start, end));
}
